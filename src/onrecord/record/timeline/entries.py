"""From findings to the entries of the timeline. `compile_timeline` conducts:

1. tellings: every clause of every article that tells an event, with the days it comes to;
2. weights: how much the agreement on a word says, in the news at large and in this pile;
3. merging: dated tellings of one event become one group, and words that only refer to it join;
4. support: undated headlines and ledes join the group of their own article's dated sentences;
5. entries: status, days, best sentence, later report and weight of each group.

The result is a function of the set of articles: their order in the look-ups plays no part but
where dates are equal, where ids decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from onrecord.record.agreement.tellers import Tellers, tellers_of
from onrecord.record.lookups import Lookups
from onrecord.record.origins import read_origins
from onrecord.record.timeline.content import Contents, stems_of
from onrecord.record.timeline.entry_json import entry_json, entry_order
from onrecord.record.timeline.merging import merge_tellings
from onrecord.record.timeline.referring import join_references
from onrecord.record.timeline.settled import LaterTellings
from onrecord.record.timeline.telling import Telling, tellings_of
from onrecord.record.timeline.undated import join_undated
from onrecord.record.timeline.weights import WordWeights, count_stems

type Json = dict[str, Any]


def compile_timeline(lookups: Lookups, tellers: Tellers | None = None) -> list[Json]:
    """The entries of the timeline, in order of time, as the JSON of the record has them.

    Args:
        lookups: the pile.
        tellers: who tells what stands at a place; read from the pile where they are not given.
    """
    if tellers is None:
        tellers = tellers_of(read_origins(lookups))
    return timeline_of(read_tellings(lookups, tellers))


def read_tellings(lookups: Lookups, tellers: Tellers) -> list[list[Telling]]:
    """The tellings of every article, in the order of the record."""
    # 1. tellings
    summaries = lookups.summaries()
    return [
        list(
            tellings_of(
                lookups.article(summary.id),
                lookups.analysis(summary.id),
                place=place,
                tellers=tellers,
            )
        )
        for place, summary in enumerate(summaries)
    ]


def timeline_of(articles: Sequence[Sequence[Telling]]) -> list[Json]:
    """The entries that the tellings come to.

    Args:
        articles: the tellings of every article, in the order of the record.
    """
    # 2. weights
    weights = WordWeights(
        *count_stems([s for t in tellings for s in stems_of(t.event)] for tellings in articles)
    )
    contents = Contents(weights.weight)
    # 3. merging
    every = [telling for tellings in articles for telling in tellings]
    groups = merge_tellings((t for t in every if t.event.time is not None), contents)
    groups = join_references(groups, contents)
    # 4. support
    undated = [t for t in every if t.event.time is None]
    groups = join_undated(groups, undated, contents)
    # 5. entries
    later = LaterTellings(every, contents)
    entries = [entry_json(group, later, contents) for group in groups]
    return sorted(entries, key=entry_order)
