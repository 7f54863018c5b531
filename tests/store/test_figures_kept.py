"""Figures in the record file come back as they were kept."""

from __future__ import annotations

import sqlite3
from dataclasses import fields
from pathlib import Path

from onrecord.store.figures import load_figures
from onrecord.store.file import RecordFile
from onrecord.values.article import Article, Paragraph
from onrecord.values.figures import AsOf, Figure, moved_figure
from onrecord.values.findings import Analysis
from onrecord.values.pages import MediaType, Page
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Bound, FigureKind, Modality, Role

TEXT = (
    "The flood at Port Ilva on Monday left more than 40 Tarnish ferrymen homeless, 12 of them"
    " on the east bank, the ministry said. Dozens of boats sank."
)


def place(words: str) -> Span:
    """Where words stand first in the text."""
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


FULL = Figure(
    span=place("more than 40 Tarnish ferrymen"),
    number=place("40"),
    low=40.0,
    high=None,
    bound=Bound.AT_LEAST,
    bound_word=place("more than"),
    step=10.0,
    unit="barrel",
    per="day",
    counted=place("Tarnish ferrymen"),
    head="ferryman",
    modifiers=("old", "tarnish"),
    outcome="homeless",
    kind=FigureKind.LEVEL,
    direction="up",
    modality=Modality.REPORTED,
    as_of=AsOf.EXPRESSION,
    time=place("Monday"),
    place=place("Port Ilva"),
    owner=place("Tarnish"),
    part=place("on the east bank"),
    inferred=("owner", "place"),
    incident=place("flood"),
    cause="flood",
    attribution=place("The flood at Port Ilva"),
    part_of=place("12"),
    why="number: cardinal; counted: noun",
)
BARE = Figure(
    span=place("Dozens of boats"),
    number=place("Dozens"),
    low=None,
    high=None,
    bound=Bound.DOZENS_LIKE,
)


def test_every_field_comes_back(tmp_path: Path) -> None:
    """Of a figure that has all of them, and of one that has next to none."""
    article = Article(
        id="0" * 15 + "1",
        name="flood.txt",
        media_type="text/plain",
        sha256="1" * 64,
        text=TEXT,
        paragraphs=(Paragraph(0, len(TEXT), Role.BODY, "prose"),),
        language="en",
    )
    empty = [f.name for f in fields(FULL) if getattr(FULL, f.name) in (None, "", ())]
    assert empty == ["high"]
    analysis = Analysis(article=article.id, figures=(FULL, BARE))
    page = Page(data=TEXT.encode(), media_type=MediaType.PLAIN, name=article.name)
    with RecordFile(tmp_path / "a.db", write=True) as record:
        record.save(article, analysis, analysed=True, versions=("1", "1"), page=page)
        record.save(article, analysis, analysed=True, versions=("1", "1"))
    with RecordFile(tmp_path / "a.db") as record:
        assert record.analysis(article.id).figures == (FULL, BARE)


def test_an_older_file_holds_none() -> None:
    """A file of a schema before figures, open for reading only, is read without them."""
    with sqlite3.connect(":memory:") as connection:
        connection.execute("PRAGMA user_version = 4")
        assert list(load_figures(connection, 1)) == []


def test_all_places_move() -> None:
    """Of a figure that is moved every place moves, and nothing else changes."""
    moved = moved_figure(FULL, 7)
    for field in fields(FULL):
        was, now = getattr(FULL, field.name), getattr(moved, field.name)
        assert now == (Span(was.start + 7, was.end + 7) if isinstance(was, Span) else was)
    assert moved_figure(moved, -7) == FULL
