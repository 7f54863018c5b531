"""The head of the page: the story's name, whose words it is, and what was counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.values.days import DayInterval
from onrecord.web.datewords import DateWords, interval_words
from onrecord.web.index import Json, RecordIndex, SourceTag, language, published, source_tag


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """Name, tally and named sources."""

    name: str
    voice: str
    """`printed` (words of a source), `hand` (a person's), `computed`."""
    language: str | None
    sources: tuple[SourceTag, ...]
    """Articles that print the name."""
    articles: int
    first: DateWords | None
    last: DateWords | None
    undated: int
    entries: int
    """Entries of the timeline."""
    statements: int
    voices: int
    series: int
    differences: int
    conflicts: int
    """Differences of which not both sides can hold."""
    stories: int
    """Of a pile that tells several; else 0."""
    not_analysed: tuple[tuple[str, int], ...]
    """Language code and count of the articles kept without analysis."""


def compose_masthead(index: RecordIndex) -> Masthead:
    """The masthead of a record."""
    name, voice, printed_in = _name(index)
    known = [published(a) for a in index.articles if published(a).known]
    firsts = [d for days in known if (d := days.first or days.last)]
    lasts = [d for days in known if (d := days.last or days.first)]
    kept = Counter(a.get("language") or "und" for a in index.articles if not a.get("analysed"))
    return Masthead(
        name=name,
        voice=voice,
        language=language(printed_in[0]) if printed_in else None,
        sources=tuple(source_tag(index, a["id"]) for a in printed_in),
        articles=len(index.articles),
        first=interval_words(DayInterval.on(min(firsts))) if firsts else None,
        last=interval_words(DayInterval.on(max(lasts))) if lasts else None,
        undated=len(index.articles) - len(known),
        entries=len(index.timeline.all),
        statements=index.said.total,
        voices=index.said.total_voices,
        series=len(index.figures.series),
        differences=index.differences.total,
        conflicts=index.differences.conflicts,
        stories=len(index.stories.stories) if index.stories.of else 0,
        not_analysed=tuple(sorted(kept.items())),
    )


def _name(index: RecordIndex) -> tuple[str, str, list[Json]]:
    """The name, whose voice it is, and the articles that print it."""
    if index.name:
        return index.name, "hand", []
    stories = index.stories.stories
    leading = max(stories, key=lambda story: len(story["articles"]), default=None)
    if leading is not None and 2 * len(leading["articles"]) < len(index.articles):
        return f"{len(stories):,} stories", "computed", []
    if leading is not None and leading.get("name"):
        name = str(leading["name"])
        return name, "printed", list(_printing(index, name))
    for with_outlet in (True, False):
        for article in index.articles:
            if article.get("headline") and (article.get("outlet") or not with_outlet):
                return str(article["headline"]), "printed", [article]
    if index.articles:
        return index.articles[0].get("label") or index.articles[0]["name"], "computed", []
    return "no articles", "computed", []


def _printing(index: RecordIndex, name: str) -> Iterator[Json]:
    """For each part of a joined name the first article that prints it, no article twice."""
    seen = set()
    for part in name.split(" · "):
        article = next((a for a in index.articles if part in a["text"]), None)
        if article is not None and article["id"] not in seen:
            seen.add(article["id"])
            yield article
