"""The stories of the record. `compile_stories` conducts:

1. the articles with what they tell and when they were published;
2. groups of articles that report one event;
3. events joined into stories over time;
4. names of stories, by words printed in their headlines and names in their texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from onrecord.linking.same_event.event_text import EventText
from onrecord.record.stories.chaining import stories_of
from onrecord.record.stories.event_groups import Reports, event_groups
from onrecord.record.stories.naming import story_names
from onrecord.values.days import DayInterval
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
    # 1. articles
    texts = {one.article: one for one in lookups.event_texts()}
    articles = [one.id for one in summaries]
    reports = Reports(
        articles=articles,
        texts=[texts.get(id_) or EventText(id_, (), (), (), {}) for id_ in articles],
        days=[one.published for one in summaries],
        copies=[copies.get(id_) or id_ for id_ in articles],
    )
    # 2. events
    events = event_groups(reports, lookups.event_links())
    # 3. stories
    stories = stories_of(reports, events)
    places = [sorted(place for n in story for place in events[n]) for story in stories]
    # 4. names
    names = story_names(reports, places, [one.headline for one in summaries])
    found = [
        (held[0], _json("story", reports, held) | {"name": name}, sorted(events[n] for n in story))
        for held, name, story in zip(places, names, stories, strict=True)
    ]
    return [
        {
            "id": story["id"],
            "name": story["name"],
            "articles": story["articles"],
            "first": story["first"],
            "last": story["last"],
            "events": [_json("story-event", reports, event) for event in inside],
        }
        for _, story, inside in sorted(found, key=lambda one: one[0])
    ]


def _json(kind: str, reports: Reports, places: Sequence[int]) -> Json:
    articles = [reports.articles[place] for place in places]
    days = _days([reports.days[place] for place in places])
    return {
        "id": group_id(kind, articles),
        "articles": articles,
        "first": days.first.isoformat() if days.first else None,
        "last": days.last.isoformat() if days.last else None,
    }


def _days(found: Sequence[DayInterval]) -> DayInterval:
    """From the first day of any article that is known to the last; articles of which nothing is
    known do not count."""
    known = [one for one in found if one.known]
    if not known:
        return DayInterval()
    whole = known[0]
    for one in known[1:]:
        whole = whole.hull(one)
    return whole
