"""`why` on a figure: how each of its parts was read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import cast

from onrecord.explain.of_figures import figures_at
from onrecord.explain.reasons import Reason
from onrecord.record.figures_view import figure_id
from onrecord.store.file import RecordFile
from onrecord.values.figures import AsOf, Figure
from onrecord.values.findings import Analysis
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Bound, FigureKind, Modality
from plain_articles import LEDE, SECOND, THIRD, read

TEXT = "About 5,200 rocket barges a day left Torvik, the mayor said, two of them empty."
ARTICLE = read("Barges leave Torvik", LEDE, f"{SECOND} {TEXT}", THIRD)


def at(words: str) -> Span:
    """Where words stand in the article."""
    start = ARTICLE.text.index(TEXT) + TEXT.index(words)
    return Span(start, start + len(words))


BARGES = Figure(
    span=at("About 5,200 rocket barges"),
    number=at("5,200"),
    low=5200.0,
    high=5200.0,
    bound=Bound.ABOUT,
    bound_word=at("About"),
    unit="barge",
    per="day",
    counted=at("rocket barges"),
    head="barge",
    modifiers=("rocket",),
    outcome="displaced",
    kind=FigureKind.LEVEL,
    modality=Modality.REPORTED,
    as_of=AsOf.PUBLICATION,
    place=at("Torvik"),
    owner=at("the mayor"),
    inferred=("owner",),
    incident=at("left"),
    cause="flood",
    attribution=at("About 5,200 rocket barges a day left Torvik"),
    why="counted: noun",
)
EMPTY = Figure(
    span=at("two"), number=at("two"), low=2.0, high=None, bound=Bound.AT_LEAST, part_of=at("5,200")
)


@dataclass(frozen=True)
class Kept:
    """Stands for a record that holds one article's findings."""

    figures: tuple[Figure, ...]

    def analysis(self, article: str) -> Analysis:
        """The findings."""
        return Analysis(article=article, figures=self.figures)


def reasons(place: Span, *figures: Figure) -> list[Reason]:
    """Why the words at a place are read so."""
    record = cast("RecordFile", Kept(figures))
    return list(figures_at(record, ARTICLE, place.start))


def test_each_part_is_told() -> None:
    """The number, its bound, unit, what is counted with its class, scope, days, event and source,
    each with its words; what stands in another sentence says so."""
    found = reasons(at("barges"), BARGES, EMPTY)
    assert [(one.what, one.value, one.basis, one.words) for one in found] == [
        ("figure", "level, reported", "about", "About 5,200 rocket barges"),
        ("id", figure_id(ARTICLE.id, BARGES.span), "", ""),
        ("number", "5200", "", "5,200"),
        ("bound", "about", "", "About"),
        ("unit", "barge per day", "", ""),
        ("counted", "rocket barge, displaced", "", "rocket barges"),
        ("owner", "", "from another sentence", "the mayor"),
        ("place", "", "", "Torvik"),
        ("as of", "unknown", "publication", ""),
        ("incident", "flood", "", "left"),
        ("attribution", "", "", "About 5,200 rocket barges a day left Torvik"),
    ]
    assert (found[0].why, found[8].why) == ("counted: noun", "days: publication")
    assert found[0].place == f"{BARGES.span.start}-{BARGES.span.end}"


def test_a_part_of_a_whole_and_open_numbers() -> None:
    """A part names the number of its whole; a bound leaves its other side empty, a word without a
    number both."""
    found = reasons(at("two"), BARGES, EMPTY)
    assert [(one.what, one.value) for one in found] == [
        ("figure", "other, asserted"),
        ("id", figure_id(ARTICLE.id, EMPTY.span)),
        ("number", "2.."),
        ("as of", "unknown"),
        ("part of", ""),
    ]
    assert found[-1].words == "5,200"
    assert reasons(at("two"), replace(EMPTY, low=None))[2].value == ""
    assert reasons(at("two"), replace(EMPTY, low=2.5, high=3.0))[2].value == "2.5..3"
    assert reasons(at("Torvik"), EMPTY) == []
