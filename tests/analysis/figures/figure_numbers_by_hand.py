"""A number of a sentence without the finders before: what the tests of circumstances read."""

from __future__ import annotations

from spacy.language import Language

from onrecord.analysis.figures.circumstances import read_circumstances
from onrecord.analysis.figures.parts import Circumstance, Counted, Number
from onrecord.analysis.parsed_words import parsed_words
from onrecord.analysis.times import find_times
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Bound, FigureKind

KINDS = {
    "level": FigureKind.LEVEL,
    "count": FigureKind.COUNT,
    "money": FigureKind.MONEY,
    "share": FigureKind.SHARE,
    "change": FigureKind.CHANGE,
}


def circumstance_of(
    nlp: Language,
    sentence: str,
    printed: str,
    kind: str = "count",
    *,
    former: bool = False,
    outcome: str = "",
) -> Circumstance:
    """The circumstance of the number at the first place of `printed` in a sentence."""
    words = parsed_words(nlp(sentence))
    start = sentence.index(printed)
    span = Span(start, start + len(printed))
    inside = [
        at
        for at, (first, end) in enumerate(zip(words.starts, words.ends, strict=True))
        if first < span.end and span.start < end
    ]
    number = Number(
        first=inside[0], last=inside[-1], number=span, span=span, low=1, high=1, bound=Bound.EXACT
    )
    counted = Counted(kind=KINDS[kind], former=former, outcome=outcome)
    (found,) = read_circumstances(words, [number], [counted], find_times(nlp(sentence)))
    return found
