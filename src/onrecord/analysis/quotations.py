"""The quotations of a paragraph: which mark opens, which closes, which is no quotation mark.

All marks of a paragraph are read together, at the least cost: a mark opens, closes what is open,
or is neither. So one lost or odd mark costs its own quotation and no other, and nothing goes
beyond the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.analysis.quotation_marks import MarkKind, QuotationMark, quotation_marks
from onrecord.lexicon.speech_words import speech_words
from onrecord.values.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words between quotation marks; places are in the paragraph."""

    span: Span
    """With the marks that are printed."""
    inner: Span
    """Without marks, nor white space at the ends."""
    opened: bool
    """Whether the opening mark is printed; else it was lost, or the quotation began before."""
    closed: bool
    """Whether the closing mark is printed; else it was lost, or the quotation goes on in the next
    paragraph."""
    mark: MarkKind
    """What its marks are; guillemets and low marks are double."""
    depth: int
    """0 for the outermost, one more for each quotation around it."""


@dataclass(frozen=True, slots=True)
class _Pair:
    """A mark that opens and one that closes; one of them may be lost."""

    opening: QuotationMark | None
    closing: QuotationMark | None
    depth: int
    cut: int = -1
    """Where the next one opens, when the closing mark was lost before it."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """A way to read the marks so far: what is open, at what cost, what was settled."""

    cost: float
    open: tuple[QuotationMark, ...]
    settled: _Settled

    def settle(self, pair: _Pair, cost: float, still: tuple[QuotationMark, ...]) -> _Reading:
        return _Reading(self.cost + cost, still, (pair, self.settled))


type _Open = tuple[QuotationMark, ...]
type _Settled = tuple[_Pair, "_Settled"] | None

_DEEPEST = 3
_READINGS = 24
"""Ways to read that are followed at a time."""
_NESTED = 0.3
_NESTED_ALIKE = 1.5
_LOST_END = 4.5
_LOST_END_INSIDE = 2.5
_LOST_START = 5.0
_OPEN_AT_END = 4.0
_HOLDS_ALIKE = 2.0
_REOPENED = 2.0
_REOPENED_LINE = 1.0
_UNLIKELY, _LIKELY = 2.0, 0.5
_OTHER_KIND = 5.0
_OTHER_FORM = 1.0
_SENTENCE_START = re.compile(r"[.?!…]['’)\]]*\s+(?=\W*[A-Z0-9])")
_PART_END = re.compile(r"[.?!;](?:\s|$)|\),?\s|,\s(?=and|but|which|who)")
_PARTNERS = (
    frozenset("“”„‟\x93\x94"),
    frozenset("«»"),
    frozenset({"``", "''"}),
    frozenset({"‘‘", "’’"}),
    frozenset({"&ldquo;", "&rdquo;"}),
    frozenset("‘’‚‛\x91\x92"),
    frozenset("‹›"),
    frozenset("`'"),
    frozenset({"&lsquo;", "&rsquo;"}),
)


def find_quotations(text: str) -> list[Quotation]:
    """The quotations in order of their place, the outer before the inner.

    Args:
        text: one paragraph.
    """
    marks = quotation_marks(text)
    if not marks:
        return []
    plain = _plain_pairs(marks)
    if plain is not None:
        return _quotations(text, plain)
    readings: dict[_Open, _Reading] = {(): _Reading(0.0, (), None)}
    for mark in marks:
        readings = _read(mark, readings.values(), _begins_line(text, mark))
    best = min(
        (_finish(reading, text) for reading in readings.values()), key=lambda found: found.cost
    )
    pairs = []
    settled = best.settled
    while settled is not None:
        pair, settled = settled
        pairs.append(pair)
    return _quotations(text, pairs)


def _plain_pairs(marks: Sequence[QuotationMark]) -> list[_Pair] | None:
    """The pairs where every mark can be read in one way only; else None."""
    pairs: list[_Pair] = []
    opening: QuotationMark | None = None
    for mark in marks:
        if mark.kind == "single":
            if mark.opens < _UNLIKELY or mark.ignored > _LIKELY:
                return None
        elif opening is None and mark.opens == 0.0:
            opening = mark
        elif opening is not None and mark.closes == 0.0 and _closing(opening, mark) == 0.0:
            pairs.append(_Pair(opening, mark, 0))
            opening = None
        else:
            return None
    return pairs if opening is None else None


def _begins_line(text: str, mark: QuotationMark) -> bool:
    return not text[text.rfind("\n", 0, mark.start) + 1 : mark.start].strip()


def _read(mark: QuotationMark, readings: Iterable[_Reading], begins: bool) -> dict[_Open, _Reading]:
    """The ways to read up to this mark, the cheapest of those that leave the same open."""
    found: dict[_Open, _Reading] = {}
    for reading in readings:
        for way in _ways(mark, reading, begins):
            known = found.get(way.open)
            if known is None or way.cost < known.cost:
                found[way.open] = way
    if len(found) <= _READINGS:
        return found
    best = sorted(found.values(), key=lambda way: (way.cost, len(way.open)))[:_READINGS]
    return {way.open: way for way in best}


def _ways(mark: QuotationMark, reading: _Reading, begins: bool) -> Iterator[_Reading]:
    still, depth = reading.open, len(reading.open)
    yield _Reading(reading.cost + mark.ignored, still, reading.settled)
    if depth < _DEEPEST:
        nested = 0.0 if not still else _NESTED_ALIKE if still[-1].kind == mark.kind else _NESTED
        yield _Reading(reading.cost + mark.opens + nested, (*still, mark), reading.settled)
    if still:
        pair = _Pair(still[-1], mark, depth - 1)
        yield reading.settle(pair, _closing(still[-1], mark), still[:-1])
        lost = _Pair(still[-1], None, depth - 1, mark.start)
        cost = _REOPENED_LINE if begins else _LOST_END
        yield reading.settle(lost, cost + mark.opens, (*still[:-1], mark))
    elif mark.kind == "double":
        yield reading.settle(_Pair(None, mark, 0), _LOST_START + mark.closes, ())
    if depth > 1 and still[-1].kind == "single":
        inner = reading.settle(
            _Pair(still[-1], None, depth - 1, mark.start), _LOST_END_INSIDE, still[:-1]
        )
        outer = _Pair(still[-2], mark, depth - 2)
        yield inner.settle(outer, _closing(still[-2], mark), still[:-2])


def _closing(opening: QuotationMark, mark: QuotationMark) -> float:
    """Cost of closing with this mark what that one opened."""
    if opening.kind != mark.kind:
        return mark.closes + _OTHER_KIND
    if opening.glyph in "„‚" and mark.glyph in "“‘":
        return max(0.0, mark.closes - 3.0)
    if opening.glyph == mark.glyph or any(
        opening.glyph in family and mark.glyph in family for family in _PARTNERS
    ):
        return mark.closes
    return mark.closes + _OTHER_FORM


def _finish(reading: _Reading, text: str) -> _Reading:
    """The reading at the end of the paragraph, where what is open stays open."""
    for depth in range(len(reading.open) - 1, -1, -1):
        mark = reading.open[depth]
        begins = not text[: mark.start].strip()
        cost = _REOPENED if begins else _OPEN_AT_END
        cost += 1.0 if mark.kind == "single" else 0.0
        cost += _HOLDS_ALIKE if _holds_alike(reading, mark) else 0.0
        reading = reading.settle(_Pair(mark, None, depth), cost, reading.open[:depth])
    return reading


def _holds_alike(reading: _Reading, mark: QuotationMark) -> bool:
    """Whether a closed quotation of the same kind of marks lies after this one."""
    settled = reading.settled
    while settled is not None:
        pair, settled = settled
        first = pair.opening
        if first is not None and first.start > mark.start and first.kind == mark.kind:
            return True
    return False


def _quotations(text: str, pairs: Iterable[_Pair]) -> list[Quotation]:
    found: list[Quotation] = []
    end = 0
    for pair in sorted(pairs, key=lambda pair: (_first(pair), -_last(pair, text), pair.depth)):
        start = pair.opening.start if pair.opening is not None else _lost_start(text, pair, end)
        inner = _inner(text, pair, start)
        if inner is None:
            continue
        found.append(
            Quotation(
                span=Span(start, max(inner.end, pair.closing.end if pair.closing else 0)),
                inner=inner,
                opened=pair.opening is not None,
                closed=pair.closing is not None,
                mark=(pair.opening or pair.closing).kind,  # type: ignore[union-attr]
                depth=pair.depth,
            )
        )
        end = max(end, found[-1].span.end)
    return sorted(found, key=lambda one: (one.span.start, -one.span.end, one.depth))


def _first(pair: _Pair) -> int:
    return pair.opening.start if pair.opening is not None else pair.closing.start  # type: ignore[union-attr]


def _last(pair: _Pair, text: str) -> int:
    if pair.closing is not None:
        return pair.closing.end
    return pair.cut if pair.cut >= 0 else len(text)


def _lost_start(text: str, pair: _Pair, floor: int) -> int:
    """Where a quotation begins whose opening mark was lost: at its sentence; -1 where the mark
    is left over from the quotation before."""
    end = pair.closing.start if pair.closing is not None else len(text)
    starts = [match.end() for match in _SENTENCE_START.finditer(text, floor, end)]
    return starts[-1] if starts else -1 if floor else 0


def _inner(text: str, pair: _Pair, start: int) -> Span | None:
    """The words of a quotation; None where there are none."""
    if start < 0:
        return None
    if pair.opening is not None:
        start = pair.opening.end
    end = pair.closing.start if pair.closing is not None else _lost_end(text, start, pair)
    words = text[start:end]
    if not any(c.isalnum() for c in words):
        return None
    return Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))


def _lost_end(text: str, start: int, pair: _Pair) -> int:
    """Where a quotation ends whose closing mark was lost: before `, he said`; where it is a part
    of the writer's sentence with that; else where the next one opens or the paragraph ends."""
    end = _last(pair, text)
    tag = _tag().search(text, start, end)
    if tag is not None:
        return tag.start() + 1
    words = text[start:end].lstrip()
    if words[:1].islower():
        stop = _PART_END.search(text, start, end)
        return stop.start() if stop is not None else end
    return end


@cache
def _tag() -> re.Pattern[str]:
    """`, he said`, `, said Ada Quill`, `, the mayor said`."""
    verb = "|".join(sorted(speech_words().tags))
    who = r"(?:(?:he|she|they|I|we|it)|(?:(?:the|a|an)\s)?[\w.’'-]+(?:\s[A-Z][\w.’'-]*){0,3})"
    return re.compile(rf"[,?!]\s(?:{who}\s(?:{verb})\b|(?:{verb})\s(?:he|she|they|[A-Z]))")
