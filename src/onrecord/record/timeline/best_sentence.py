"""The sentence that stands for an entry: one that can be read alone and says it best."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.record.timeline.content import Content, Contents, agreement
from onrecord.record.timeline.precision import length_of
from onrecord.record.timeline.telling import LEADING, Telling
from onrecord.values.vocabulary import EventStatus, Role

_SHORTEST = 6
_LONGEST = 45
"""Words of a sentence that reads well alone."""


def best_telling(tellings: Sequence[Telling], status: EventStatus, contents: Contents) -> Telling:
    """The telling whose sentence is shown.

    Its sentence is dated, can be read alone and is neither a fragment nor a monster; it tells the
    event as it stands, with the most precise date, as its main matter, in a lede or headline rather
    than in the background; then the one that agrees most with the others; then the earliest.

    Args:
        tellings: of one event.
        status: as it stands by all who tell it.
        contents: contents of events.
    """
    whole = Content()
    for one in sorted(tellings, key=lambda t: t.id):
        whole.add(contents.of(one.event))

    def order(one: Telling) -> tuple[object, ...]:
        central = agreement(contents.of(one.event), whole).words
        return (
            one.event.time is None,
            not one.event.self_contained,
            not _SHORTEST <= len(one.sentence.split()) <= _LONGEST,
            one.status is not status,
            length_of(one.days),
            _is_aside(one),
            one.event.source is not None and '"' in one.sentence,
            one.role not in LEADING,
            one.role is Role.HEADLINE,
            -round(central, 2),
            one.order,
        )

    return min(tellings, key=order)


def _is_aside(one: Telling) -> bool:
    """Whether the event is told in the smaller part of a sentence about something else."""
    clause, sentence = one.event.clause, one.event.sentence
    return (clause.end - clause.start) * 2 < sentence.end - sentence.start
