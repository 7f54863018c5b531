"""Where a printing of a statement stands, and how its day and its speaker were found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from onrecord.web.chains import Chain, Chains, weekday_words
from onrecord.web.datewords import interval_words, read_days
from onrecord.web.index import RecordIndex, SourceTag, published, source_tag

type Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidFoot:
    """The foot of one printing; words that the page may not show are empty."""

    source: SourceTag
    role: str
    start: int
    end: int
    cite: str
    kind: str
    stance: str
    cue: str
    """The words that carry it: `said`, `according to`."""
    printed: str
    """Who said it, as printed there."""
    speaker: str
    """Who that is; empty where it was not found or is not named."""
    unnamed: str
    """What it is instead: `unnamed`, `document`, `not resolved`; empty where there is a name."""
    speaker_why: str
    by_hand: bool
    """A person decided who it is."""
    condition: str
    chain: Chain | None
    """How the day was computed."""
    why: str
    """The rule that found it."""
    repeats: bool = False
    """How its speaker was found is told by the foot before it."""


class SaidFeet:
    """Makes the feet of a record's attributions."""

    def __init__(self, index: RecordIndex, chains: Chains) -> None:
        self._index = index
        self._chains = chains

    def feet(self, members: Iterable[Json]) -> Iterator[SaidFoot]:
        """The feet of printings; what says the same as the one before is left out."""
        before: SaidFoot | None = None
        for foot in map(self.foot, members):
            if before is None:
                yield foot
            else:
                same = _found_by(foot) == _found_by(before)
                chain = None if foot.chain == before.chain else foot.chain
                yield replace(foot, repeats=same, chain=chain)
            before = foot

    def foot(self, one: Json) -> SaidFoot:
        """The foot of an attribution."""
        index, article = self._index, one["article"]
        start, end = one["content"][0][0], one["content"][-1][1]
        number = index.paragraph(article, start)
        why = str(one.get("speaker_why") or "")
        return SaidFoot(
            source=source_tag(index, article, start),
            role=index.by_id[article]["paragraphs"][number]["role"] if number is not None else "",
            start=start,
            end=end,
            cite=self._cite(one, start, end),
            kind=one["kind"],
            stance=str(one.get("stance") or ""),
            cue=self._words(one, "cue"),
            printed=self._words(one, "source"),
            speaker=index.said.names.get(one.get("speaker") or "", ""),
            unnamed=_unnamed(one),
            speaker_why=why,
            by_hand=why.startswith("decided"),
            condition=self._words(one, "condition"),
            chain=self._chain(one),
            why=str(one.get("why") or ""),
        )

    def _words(self, one: Json, key: str) -> str:
        place = one.get(key)
        return self._chains.shown(one["article"], place[0], place[1]) if place else ""

    def _chain(self, one: Json) -> Chain | None:
        """How the day was computed: from an expression, else from the day of publication."""
        said = one.get("said") or {}
        if one.get("time") and said.get("basis") != "publication":
            return self._chains.of(one["article"], *one["time"])
        days = read_days(said)
        if not days.known or said.get("basis") != "publication":
            return None
        dating = self._index.by_id[one["article"]]
        return Chain(
            words="",
            rule="publication",
            anchor=f"published {interval_words(published(dating)).words}",
            printed=False,
            by_hand=(dating.get("published") or {}).get("basis") == "decided",
            value=weekday_words(days),
        )

    def _cite(self, one: Json, start: int, end: int) -> str:
        article = self._index.by_id[one["article"]]
        days = published(article)
        basis = (article.get("published") or {}).get("basis") or "unknown"
        when = f"published {interval_words(days).words} ({basis})" if days.known else ""
        speaker = self._index.said.names.get(one.get("speaker") or "", "")
        parts = (speaker, one["kind"], article.get("outlet"), article["name"], when)
        return " · ".join(str(p) for p in (*parts, f"characters {start:,}–{end:,}") if p)


def _found_by(foot: SaidFoot) -> tuple[str, ...]:
    return foot.printed, foot.cue, foot.condition, foot.speaker, foot.unnamed, foot.speaker_why


def _unnamed(one: Json) -> str:
    if one.get("speaker"):
        return ""
    if not one.get("speaker_name"):
        return "not resolved" if one.get("source") else "no source printed"
    return str(one["sourcing"])
