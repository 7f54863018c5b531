"""What a person decided about who said something, laid over the attributions of an article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from onrecord.articles.decided import UNKNOWN
from onrecord.record.attributions_view import EntitiesAt
from onrecord.values.decisions import Decision, What
from onrecord.values.spans import Span

type Json = dict[str, Any]


def with_speakers(
    attributions: Sequence[Json], decisions: Iterable[Decision], entities: EntitiesAt
) -> list[Json]:
    """The attributions with the speakers that a person decided; of two decisions the later holds.

    A decision hangs on the words that were said; where their borders have moved it holds for the
    attribution that has most in common with them. What kind of source is printed stays as it is.

    Args:
        attributions: those of one article, as the JSON of the record has them.
        decisions: in the order made; others than on speakers, and of other articles, are passed
            over.
        entities: which entity a mention belongs to.
    """
    decided: dict[str, Decision] = {}
    for decision in decisions:
        if decision.what is What.SPEAKER and not decision.undone:
            for one in _meant(attributions, decision):
                decided[one["id"]] = decision
    return [
        _with_speaker(one, decided[one["id"]], entities) if one["id"] in decided else one
        for one in attributions
    ]


def _meant(attributions: Sequence[Json], decision: Decision) -> list[Json]:
    """The attribution that a decision is about: at most one."""
    if decision.start is None or decision.end is None:
        return []
    shares = [
        (_share(one, decision.start, decision.end), -place, one)
        for place, one in enumerate(attributions)
        if one["article"] == decision.article
    ]
    best = max(shares, key=lambda share: share[:2], default=None)
    return [best[2]] if best is not None and best[0] > 0 else []


def _share(one: Json, start: int, end: int) -> float:
    first, last = one["content"][0][0], one["content"][-1][1]
    common = min(end, last) - max(start, first)
    return float(max(common, 0) / (max(end, last) - min(start, first)))


def _with_speaker(one: Json, decision: Decision, entities: EntitiesAt) -> Json:
    why = f"decision: {decision.number}"
    if decision.value == UNKNOWN:
        return one | {"speaker": None, "speaker_name": None, "speaker_at": None, "speaker_why": why}
    entity = None
    mention = decision.right
    if mention is not None and mention.start is not None and mention.end is not None:
        entity = entities.at(mention.article, Span(mention.start, mention.end))
    here = mention is not None and mention.article == one["article"] and entity is not None
    return one | {
        "speaker": entity[0] if entity else None,
        "speaker_name": entity[1] if entity else decision.value,
        "speaker_at": [mention.start, mention.end] if mention and here else None,
        "speaker_why": why,
    }
