"""Events in the record file come back as they were kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.store.file import RecordFile
from onrecord.values.article import Article, Paragraph
from onrecord.values.events import Event, moved_event
from onrecord.values.findings import Analysis
from onrecord.values.pages import MediaType, Page
from onrecord.values.spans import Span
from onrecord.values.vocabulary import EventStatus, Role

TEXT = "Officials said the bridge at Torvik would open on Friday. It was closed in May."
DATED = Event(
    sentence=Span(0, 57),
    clause=Span(15, 56),
    predicate=Span(42, 46),
    time=Span(50, 56),
    status=EventStatus.SCHEDULED,
    action="open",
    participants=("bridg",),
    places=("torvik",),
    words=("bridg", "open", "torvik"),
    source=Span(0, 9),
)
UNDATED = Event(
    sentence=Span(58, 79),
    clause=Span(58, 79),
    predicate=Span(65, 71),
    time=None,
    status=EventStatus.HAPPENED,
    action="close",
    self_contained=False,
)


def kept(path: Path, *events: Event) -> tuple[Event, ...]:
    """The events of an article after a way through the file."""
    article = Article(
        id="0123456789abcdef",
        name="bridge.txt",
        media_type="text/plain",
        sha256="",
        text=TEXT,
        paragraphs=(Paragraph(0, len(TEXT), Role.LEDE, "test"),),
        language="en",
    )
    page = Page(data=TEXT.encode(), media_type=MediaType.PLAIN, name="bridge.txt")
    analysis = Analysis(article=article.id, events=events)
    with RecordFile(path, write=True) as record:
        record.save(article, analysis, analysed=True, versions=("1", "1"), page=page)
        record.save(article, analysis, analysed=True, versions=("1", "1"))
    with RecordFile(path) as record:
        return record.analysis(article.id).events


def test_events_come_back_whole(tmp_path: Path) -> None:
    """Every field of a dated and of an undated event, in order of place, saved twice or once."""
    assert kept(tmp_path / "a.db", UNDATED, DATED) == (DATED, UNDATED)


def test_none_is_none(tmp_path: Path) -> None:
    """An article without events has none."""
    assert kept(tmp_path / "a.db") == ()


@pytest.mark.parametrize("event", [DATED, UNDATED])
def test_moving_there_and_back_changes_nothing(event: Event) -> None:
    """All places move alike."""
    away = moved_event(event, 7)
    assert away.clause.slice("·" * 7 + TEXT) == event.clause.slice(TEXT)
    assert moved_event(away, -7) == event
