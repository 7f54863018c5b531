"""The attributions of the record: who said what, with the entity that each speaker is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Protocol

from onrecord.values.article import Article
from onrecord.values.attributions import Attribution
from onrecord.values.findings import Analysis
from onrecord.values.ids import finding_id
from onrecord.values.spans import Span
from onrecord.values.told_days import Said, tell_days
from onrecord.values.vocabulary import Sourcing

type Json = dict[str, Any]

_DESCRIBED = frozenset({Sourcing.UNNAMED, Sourcing.DOCUMENT})
"""Sources that are shown by what is printed rather than by a name."""


class EntitiesAt(Protocol):
    """Which entity a mention belongs to."""

    def at(self, article: str, span: Span) -> tuple[str, str] | None:
        """Id and name of the entity named at a place, or None where none is."""


class NamedEntities:
    """The entities of a record by the places where they are named."""

    def __init__(
        self, entities: Iterable[Mapping[str, Any]], at: Callable[[str, int, int], str | None]
    ) -> None:
        self._names = {entity["id"]: entity["name"] for entity in entities}
        self._at = at

    def at(self, article: str, span: Span) -> tuple[str, str] | None:
        """Id and name of the entity named at a place, or None where none is."""
        found = self._at(article, span.start, span.end)
        return None if found is None else (found, self._names[found])


class NoEntities:
    """Nothing is named anywhere."""

    def at(self, article: str, span: Span) -> tuple[str, str] | None:  # noqa: ARG002
        """None."""
        return None


def attribution_id(article: str, extent: Span) -> str:
    """The id of the attribution whose content runs from the first to the last of these places."""
    return finding_id("attribution", article, extent.start, extent.end)


def attributions_json(article: Article, analysis: Analysis, entities: EntitiesAt) -> Iterator[Json]:
    """The attributions of one article, in order."""
    told = tell_days(analysis.times, analysis.attributions, article.published.days)
    for one, said in zip(analysis.attributions, told.said, strict=True):
        yield _json(article, one, said, entities)


def _json(article: Article, one: Attribution, said: Said, entities: EntitiesAt) -> Json:
    speaker = entities.at(article.id, one.speaker) if one.speaker else None
    others = [entities.at(article.id, span) for span in one.co_speakers]
    organisation = entities.at(article.id, one.organisation) if one.organisation else None
    first, last = said.days.first, said.days.last
    return {
        "id": attribution_id(article.id, one.extent),
        "article": article.id,
        "content": [[span.start, span.end] for span in one.content],
        "source": _place(one.source),
        "cue": _place(one.cue),
        "kind": one.kind.value,
        "sourcing": one.sourcing.value,
        "speaker": speaker[0] if speaker else None,
        "speaker_name": _speaker_name(article, one, speaker),
        "co_speakers": list(dict.fromkeys(found[0] for found in others if found)),
        "through": _printed(article, one.through),
        "said": {
            "first": first.isoformat() if first else None,
            "last": last.isoformat() if last else None,
            "basis": said.basis,
        },
        "within": attribution_id(article.id, one.within) if one.within else None,
        "stance": one.stance.value,
        "speaker_at": _place(one.speaker),
        "speaker_why": one.speaker_why,
        "description": _place(one.description),
        "condition": _place(one.condition),
        "organisation": organisation[0] if organisation else None,
        "organisation_name": _printed(article, one.organisation),
        "time": _place(one.time),
        "why": one.why,
    }


def _speaker_name(
    article: Article, one: Attribution, speaker: tuple[str, str] | None
) -> str | None:
    """The entity's name; for the unnamed and documents what is printed; None without a source."""
    if speaker is not None and one.sourcing not in _DESCRIBED:
        return speaker[1]
    if one.source is None and one.speaker is None:
        return None
    return _printed(article, one.description or one.speaker or one.source)


def _printed(article: Article, span: Span | None) -> str | None:
    """The words at a place on one line."""
    return " ".join(article.slice(span).split()) if span is not None else None


def _place(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span is not None else None
