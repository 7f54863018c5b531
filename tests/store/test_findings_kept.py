"""Mentions and attributions in the record file come back as they were kept."""

from __future__ import annotations

from pathlib import Path

from onrecord.store.file import RecordFile
from onrecord.values.article import Article, Paragraph
from onrecord.values.attributions import Attribution, moved_attribution
from onrecord.values.findings import Analysis, Mention
from onrecord.values.pages import MediaType, Page
from onrecord.values.spans import Span
from onrecord.values.vocabulary import AttributionKind, EntityType, Role, Sourcing, Stance

TEXT = (
    "“We waited,” Mayor Ada Brisk, a former teacher, told Radio Torvik on Monday, “and waited.”"
    " She would not say why."
)


def place(words: str) -> Span:
    """Where words stand first in the text."""
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


PLAIN = Mention(place("Radio Torvik"), EntityType.ORGANISATION)
TOLD = Mention(
    place("Ada Brisk"),
    EntityType.PERSON,
    label="PERSON",
    title=place("Mayor"),
    description=place("a former teacher"),
    gender="f",
    cues=("kin: sister of Per Brisk", "title: mayor"),
)
SPLIT = Attribution(
    content=(place("We waited"), place("and waited")),
    source=place("Mayor Ada Brisk, a former teacher"),
    cue=place("told"),
    kind=AttributionKind.DIRECT,
    sourcing=Sourcing.NAMED,
    speaker=place("Ada Brisk"),
    speaker_why="named-there",
    co_speakers=(place("Radio Torvik"),),
    description=place("a former teacher"),
    condition=place("on Monday"),
    organisation=place("Radio"),
    through=place("Radio Torvik"),
    time=place("Monday"),
    why="model: 0.93",
)
INNER = Attribution(
    content=(place("why"),),
    source=None,
    cue=place("would not say"),
    kind=AttributionKind.INDIRECT,
    sourcing=Sourcing.NONE,
    stance=Stance.NEGATED,
    within=SPLIT.extent,
)


def kept(path: Path, analysis: Analysis) -> Analysis:
    """The findings of an article after a way through the file, written twice."""
    article = Article(
        id=analysis.article,
        name="waiting.txt",
        media_type="text/plain",
        sha256="",
        text=TEXT,
        paragraphs=(Paragraph(0, len(TEXT), Role.LEDE, "test"),),
        language="en",
    )
    page = Page(data=TEXT.encode(), media_type=MediaType.PLAIN, name="waiting.txt")
    with RecordFile(path, write=True) as record:
        record.save(article, analysis, analysed=True, versions=("1", "1"), page=page)
        record.save(article, analysis, analysed=True, versions=("1", "1"))
    with RecordFile(path) as record:
        return record.analysis(article.id)


def test_findings_come_back_as_they_were(tmp_path: Path) -> None:
    """Mentions with and without what is told of them, attributions split and nested."""
    analysis = Analysis(
        article="0123456789abcdef", mentions=(TOLD, PLAIN), attributions=(SPLIT, INNER)
    )
    assert kept(tmp_path / "a.db", analysis) == analysis


def test_a_moved_attribution_moves_every_place() -> None:
    """The words at the moved places are those of the text moved as far."""
    moved, text = moved_attribution(SPLIT, 7), "." * 7 + TEXT
    assert [span.slice(text) for span in moved.content] == ["We waited", "and waited"]
    for name in ("source", "cue", "speaker", "description", "condition", "organisation", "time"):
        assert getattr(moved, name).slice(text) == getattr(SPLIT, name).slice(TEXT)
    assert moved.co_speakers[0].slice(text) == "Radio Torvik"
    assert moved.within is None
    assert moved.extent == Span(SPLIT.extent.start + 7, SPLIT.extent.end + 7)
