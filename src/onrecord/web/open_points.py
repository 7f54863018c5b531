"""What waits for a person, counted, each with the command that settles it."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from onrecord.web.datewords import day_count
from onrecord.web.index import Json, RecordIndex, SourceTag, published, source_tag

MOST = 25
"""Most articles listed under a point; the others are counted."""


@dataclass(frozen=True, slots=True)
class OpenArticle:
    """An article under a point: what is known, and the line to type where there is one."""

    source: SourceTag
    known: str
    command: str


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """One kind of thing that waits."""

    what: str
    count: int
    articles: tuple[OpenArticle, ...]

    @property
    def more(self) -> int:
        """Articles that are counted and not listed."""
        return self.count - len(self.articles)


def find_open_points(index: RecordIndex) -> tuple[OpenPoint, ...]:
    """The open points of a record, those that settle most first; none where nothing waits."""
    articles = index.articles
    points = (
        _point(
            index,
            "published: unknown",
            (a for a in articles if not published(a).known),
            lambda _: "",
            "published {name} YYYY-MM-DD",
        ),
        _point(
            index,
            "published: several days possible",
            (a for a in articles if published(a).known and not published(a).exact),
            _days_known,
            "published {name} YYYY-MM-DD",
        ),
        _point(
            index,
            "outlet: unknown",
            (a for a in articles if not a.get("outlet")),
            lambda _: "",
            "outlet {name} OUTLET",
        ),
        _point(
            index,
            "kept, searchable, not analysed",
            (a for a in articles if not a.get("analysed")),
            lambda a: f"language {a.get('language') or 'und'}",
            "",
        ),
    )
    return tuple(point for point in points if point.count)


def _point(
    index: RecordIndex,
    what: str,
    articles: Iterable[Json],
    known: Callable[[Json], str],
    decide: str,
) -> OpenPoint:
    waiting = list(articles)
    listed = tuple(
        OpenArticle(
            source_tag(index, article["id"]),
            known(article),
            f"onrecord decide FILE {decide.format(name=shell_name(index, article))}"
            if decide
            else "",
        )
        for article in waiting[:MOST]
    )
    return OpenPoint(what, len(waiting), listed)


def _days_known(article: Json) -> str:
    count = day_count(published(article))
    return f"{count:,} days" if count else ""


def shell_name(index: RecordIndex, article: Json) -> str:
    """The article's name as a shell takes it; its id where the name is shared or unprintable."""
    name: str = article["name"]
    if name in index.shared_names or not name.isprintable() or name.startswith("-"):
        return str(article["id"])
    return shlex.quote(name)
