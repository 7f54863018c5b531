"""The stories of the record. `compile_stories` conducts:

1. same-event groups, by links and days;
2. groups joined into stories over time;
3. names of stories, by words printed in their headlines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from onrecord.linking.same_event.event_text import EventText
from onrecord.values.ids import group_id
from onrecord.values.links import EventLink
from onrecord.values.stored import ArticleSummary

type Json = dict[str, Any]


class StoryLookups(Protocol):
    """What stories are made of, as `store` gives it."""

    def event_texts(self) -> Iterator[EventText]:
        """What the articles tell, in order of their ids."""

    def event_links(self) -> Iterator[EventLink]:
        """All links between articles that may report one event, in order of their ids."""


def compile_stories(
    lookups: StoryLookups, summaries: Sequence[ArticleSummary], copies: Mapping[str, str]
) -> list[Json]:
    """The stories, by their first article in the record's order; every article in exactly one.

    Args:
        lookups: the pile.
        summaries: its articles in the order of the record.
        copies: of articles that are copies of one report the id of their group.
    """
    order = {one.id: place for place, one in enumerate(summaries)}
    by_id = {one.id: one for one in summaries}
    texts = {one.article: one for one in lookups.event_texts()}
    links = [one for one in lookups.event_links() if one.left in order and one.right in order]
    events = _joined(order, ((x.left, x.right) for x in links if x.likeness >= 0.6))
    in_event = {article: n for n, event in enumerate(events) for article in event}
    pairs = [(in_event[x.left], in_event[x.right]) for x in links if x.likeness >= 0.3]
    stories = _joined(range(len(events)), pairs)
    found = []
    for story in stories:
        parts = [sorted(events[n], key=lambda id_: order[id_]) for n in story]
        articles = sorted((id_ for part in parts for id_ in part), key=lambda id_: order[id_])
        found.append(
            {
                "id": group_id("story", articles),
                "name": _name(articles, texts, by_id),
                "articles": articles,
                **_days(articles, by_id),
                "events": [
                    {
                        "id": group_id("story-event", part),
                        "articles": part,
                        **_days(part, by_id),
                    }
                    for part in sorted(parts, key=lambda part: order[part[0]])
                ],
            }
        )
    return sorted(found, key=lambda story: order[story["articles"][0]])


def _joined[T](items: Iterable[T], pairs: Iterable[tuple[T, T]]) -> list[list[T]]:
    parent = {item: item for item in items}

    def root(item: T) -> T:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for left, right in pairs:
        parent[root(left)] = root(right)
    groups: dict[T, list[T]] = {}
    for item in parent:
        groups.setdefault(root(item), []).append(item)
    return list(groups.values())


def _days(articles: Sequence[str], by_id: Mapping[str, ArticleSummary]) -> Json:
    known = [by_id[id_].published for id_ in articles if by_id[id_].published.known]
    firsts = [one.first for one in known]
    lasts = [one.last for one in known]
    first = min((one for one in firsts if one), default=None)
    last = max((one for one in lasts if one), default=None)
    return {
        "first": first.isoformat() if first and None not in firsts else None,
        "last": last.isoformat() if last and None not in lasts else None,
    }


def _name(
    articles: Sequence[str], texts: Mapping[str, EventText], by_id: Mapping[str, ArticleSummary]
) -> str:
    counts: Counter[str] = Counter()
    for id_ in articles:
        if id_ in texts:
            counts.update({one.printed: 1 for one in texts[id_].names.values()})
    if counts:
        best = sorted(counts, key=lambda one: (-counts[one], one))[:3]
        return " · ".join(best)
    return by_id[articles[0]].label
