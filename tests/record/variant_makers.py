"""Attributions as JSON and the wordings that linking would keep of them, for tests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from onrecord.linking.index import DictIndex
from onrecord.linking.wordings.link import TextsAtHand, link_wordings
from onrecord.linking.wordings.utterance import utterances
from onrecord.linking.wordings.wording_text import WordingText
from onrecord.record.variants import CompiledVariants, Wordings, compile_variants
from onrecord.values.attributions import Attribution
from onrecord.values.decisions import Decision
from onrecord.values.ids import finding_id
from onrecord.values.spans import Span
from onrecord.values.vocabulary import AttributionKind, Sourcing


class Pile:
    """Articles that print one utterance a line; `add` gives the id of its attribution."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.attributions: list[dict[str, Any]] = []

    def add(
        self,
        article: str,
        words: str,
        speaker: str | None = "person-1",
        day: str | None = "2020-05-04",
        **more: Any,
    ) -> str:
        """Print something at the end of an article."""
        text = self.texts.get(article, "")
        start, end = len(text), len(text) + len(words)
        self.texts[article] = text + words + "\n"
        id_ = finding_id("attribution", article, start, end)
        self.attributions.append(
            {
                "id": id_,
                "article": article,
                "content": [[start, end]],
                "speaker": speaker,
                "speaker_name": "Ida Brandt" if speaker else None,
                "co_speakers": [],
                "organisation": None,
                "organisation_name": None,
                "sourcing": "named" if speaker else "unnamed",
                "said": {"first": day, "last": day, "basis": "expression"},
                "stance": "said",
                "within": None,
                **more,
            }
        )
        return id_

    def place(self, id_: str) -> tuple[str, int, int]:
        """Article, start and end of an attribution."""
        one = next(a for a in self.attributions if a["id"] == id_)
        return one["article"], one["content"][0][0], one["content"][-1][1]

    def compile(self, decisions: Iterable[Decision] = ()) -> CompiledVariants:
        """The variants of the pile, articles in the order of their names."""
        return compile_variants(
            sorted(self.attributions, key=lambda a: (a["article"], a["content"])),
            linked(self.texts, self.attributions),
            order={article: n for n, article in enumerate(sorted(self.texts))},
            text_of=self.texts.__getitem__,
            decisions=list(decisions),
        )


class _Nothing:
    def wording_text(self, text_id: str) -> WordingText:
        raise KeyError(text_id)


def linked(texts: Mapping[str, str], found: Iterable[Mapping[str, Any]]) -> Wordings:
    """What linking keeps of attributions."""
    new = {
        article: list(
            utterances(
                article,
                text,
                [_value(one) for one in found if one["article"] == article],
            )
        )
        for article, text in texts.items()
    }
    changes = link_wordings(new, DictIndex(), TextsAtHand(_Nothing()))
    return Wordings(
        held={one.id: one.text.id for _, held in changes.held for one in held},
        links=[link for _, link in changes.judged if link is not None],
    )


def _value(one: Mapping[str, Any]) -> Attribution:
    return Attribution(
        content=tuple(Span(*part) for part in one["content"]),
        source=None,
        cue=None,
        kind=AttributionKind.MIXED,
        sourcing=Sourcing.NAMED,
    )
