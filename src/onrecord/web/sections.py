"""The sections of the page, in order; a new one is one entry here and one template."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.web.colophon import compose_colophon
from onrecord.web.differences import list_differences
from onrecord.web.figures import list_figures
from onrecord.web.index import RecordIndex
from onrecord.web.news import list_news
from onrecord.web.open_points import find_open_points
from onrecord.web.origins import has_copies, list_origins
from onrecord.web.people import list_names
from onrecord.web.rows import list_years
from onrecord.web.stories import has_stories, list_stories
from onrecord.web.timeline import list_entries
from onrecord.web.voices import list_voices


@dataclass(frozen=True, slots=True)
class Section:
    """A section: shown when `is_present`, drawn by `template` from what `view` gives.

    The template is rendered with `view`, `index`, `copies` and the page's macros; `key` is
    the section's fragment, `count` the number beside its title (None: no number).
    """

    key: str
    title: str
    template: str
    is_present: Callable[[Mapping[str, Any]], bool]
    view: Callable[[RecordIndex], Any]
    count: Callable[[Any], int | None]


SECTIONS = (
    Section(
        "open",
        "Open points",
        "open_points.html.j2",
        lambda _: True,
        find_open_points,
        len,
    ),
    Section(
        "stories",
        "Stories",
        "stories.html.j2",
        has_stories,
        list_stories,
        lambda stories: stories.total if stories.looked_for else None,
    ),
    Section(
        "timeline",
        "Timeline",
        "timeline.html.j2",
        lambda _: True,
        list_entries,
        lambda timeline: timeline.total if timeline.looked_for else None,
    ),
    Section(
        "voices",
        "Voices",
        "voices.html.j2",
        lambda _: True,
        list_voices,
        lambda voices: voices.total if voices.looked_for else None,
    ),
    Section(
        "figures",
        "Figures",
        "figures.html.j2",
        lambda _: True,
        list_figures,
        lambda figures: figures.total if figures.looked_for else None,
    ),
    Section(
        "origins",
        "Origins",
        "origins.html.j2",
        lambda _: True,
        list_origins,
        lambda origins: origins.origins if origins.looked_for else None,
    ),
    Section(
        "differences",
        "Differences",
        "differences.html.j2",
        lambda _: True,
        list_differences,
        lambda differences: differences.total if differences.looked_for else None,
    ),
    Section(
        "news",
        "News",
        "news.html.j2",
        lambda _: True,
        list_news,
        lambda news: len(news.earlier) + len(news.rows) if news.looked_for else None,
    ),
    Section(
        "names",
        "Names",
        "people.html.j2",
        lambda _: True,
        list_names,
        lambda names: names.total if names.looked_for else None,
    ),
    Section(
        "articles",
        "Articles",
        "articles.html.j2",
        lambda _: True,
        list_years,
        lambda years: sum(len(year.rows) for year in years),
    ),
    Section(
        "colophon",
        "Colophon",
        "colophon.html.j2",
        lambda _: True,
        compose_colophon,
        lambda _: None,
    ),
)

_KINDS = (
    ("times", "dates"),
    ("timeline", "timeline"),
    ("attributions", "voices"),
    ("figures", "figures"),
    ("entities", "names"),
    ("origins", "origins"),
    ("differences", "differences"),
    ("news", "news"),
    ("stories", "stories"),
)


@dataclass(frozen=True, slots=True)
class States:
    """Kinds of things that the page does not show, with the reason."""

    not_looked_for: tuple[str, ...]
    none_found: tuple[str, ...]


def section_states(record: Mapping[str, Any]) -> States:
    """What was not looked for (null or absent), and what was looked for without a find."""
    absent = tuple(word for key, word in _KINDS if record.get(key) is None)
    empty = [word for key, word in _KINDS if record.get(key) is not None and not record[key]]
    if record.get("origins") and not has_copies(record):
        empty.append("copies")
    return States(absent, tuple(empty))
