"""The section of stories: what the pile tells, where that is more than one story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.web.datewords import DateWords, interval_words, read_days
from onrecord.web.gauge import Gauge, gauge
from onrecord.web.index import RecordIndex, SourceTag, source_tag

type Json = Mapping[str, Any]

IN_SIGHT = 40
"""Most stories that stand before the fold: those of most articles, none of one alone."""
_MOST = 400
_MOST_ARTICLES = 6
_MOST_EVENTS = 8


@dataclass(frozen=True, slots=True)
class EventView:
    """One news event of a story."""

    when: DateWords
    articles: int
    first: SourceTag


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryView:
    """A story."""

    key: str
    tag: str
    """The word that filters the page."""
    names: tuple[str, ...]
    """Printed words."""
    when: DateWords
    gauge: Gauge
    articles: int
    sources: tuple[SourceTag, ...]
    more: int
    """Articles that are not named."""
    events: tuple[EventView, ...]
    """Where there are several."""
    more_events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoriesView:
    """The section."""

    looked_for: bool
    total: int
    stories: tuple[StoryView, ...]
    folded: tuple[StoryView, ...]
    more: int


def has_stories(record: Mapping[str, Any]) -> bool:
    """Whether the pile tells several stories, or nobody looked."""
    stories = record.get("stories")
    return stories is None or len(stories) > 1


def list_stories(index: RecordIndex) -> StoriesView:
    """The stories as the page shows them: in the order of the record, small ones folded."""
    stories = index.stories.stories
    ranked = sorted(range(len(stories)), key=lambda n: -len(stories[n]["articles"]))
    several = sum(1 for story in stories if len(story["articles"]) > 1)
    cut = min(several, IN_SIGHT) or IN_SIGHT
    shown, folded = set(ranked[:cut]), set(ranked[cut:_MOST])
    views = {n: _story(index, n, stories[n]) for n in (*shown, *folded)}
    return StoriesView(
        looked_for=index.stories.looked_for,
        total=len(stories),
        stories=tuple(views[n] for n in sorted(shown)),
        folded=tuple(views[n] for n in sorted(folded)),
        more=len(stories) - len(views),
    )


def _story(index: RecordIndex, number: int, story: Json) -> StoryView:
    known = [a for a in story["articles"] if a in index.by_id]
    days = read_days(story)
    events = story.get("events") or ()
    listed = events if len(events) > 1 else ()
    return StoryView(
        key=f"st-{number + 1}",
        tag=index.stories.tag(number),
        names=tuple(part for part in str(story.get("name") or "").split(" · ") if part),
        when=interval_words(days),
        gauge=gauge(days),
        articles=len(known),
        sources=tuple(source_tag(index, a) for a in known[:_MOST_ARTICLES]),
        more=max(0, len(known) - _MOST_ARTICLES),
        events=tuple(_events(index, listed)),
        more_events=max(0, len(listed) - _MOST_EVENTS),
    )


def _events(index: RecordIndex, events: Sequence[Json]) -> list[EventView]:
    views = []
    for event in events[:_MOST_EVENTS]:
        known = [a for a in event["articles"] if a in index.by_id]
        if known:
            when = interval_words(read_days(event))
            views.append(EventView(when, len(known), source_tag(index, known[0])))
    return views
