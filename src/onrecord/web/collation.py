"""Two wordings of one utterance side by side, aligned by segment, with what differs marked.

What differs is what the record's `differences` of the two printings say; here it is only drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from onrecord.linking.wordings.alignment import DifferenceKind, Printing, differences
from onrecord.linking.wordings.words import compared, printed_words, spoken
from onrecord.values.spans import Span
from onrecord.web.annotated import LEFT_OUT, Piece
from onrecord.web.clauses import align_clauses
from onrecord.web.utterances import Part

type Place = tuple[int, int]
type Run = tuple[bool, range, range]
"""Whether words are equal, and their numbers on both sides."""

MOST_WORDS = 250
"""Most words of a printing that are compared."""
MISSING = Piece("", "ct")
"""Stands where the other printing has words and this one has none."""

_STOPS = tuple(".,;:!?…—–")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a printing with the marks on both sides of it."""

    place: Place
    key: str
    """Folded, so that it is equal however it is written."""
    shown: bool
    """The page may show it."""
    before: str
    behind: str
    space: str
    """What stands between it and the next word; empty where nothing does."""
    after: Place | None = None
    """Words between it and the next part of the utterance."""
    opens: bool = False
    """It begins a part of the utterance."""

    @property
    def ends_clause(self) -> bool:
        """Whether a clause may end with it."""
        return self.after is not None or any(mark in _STOPS for mark in self.behind)


@dataclass(frozen=True, slots=True)
class Line:
    """A segment; the pieces of a printing that does not have it are empty."""

    left: tuple[Piece, ...]
    right: tuple[Piece, ...]


@dataclass(slots=True)
class _Segment:
    """Words of both printings that stand together: numbers, with how they differ."""

    left: list[tuple[int, str]] = field(default_factory=list)
    right: list[tuple[int, str]] = field(default_factory=list)

    def add(self, left: Sequence[int], right: Sequence[int], look: str) -> None:
        """Add words; a side without any has them missing there."""
        self.left += [(number, look) for number in left] or [(-1, "ct")]
        self.right += [(number, look) for number in right] or [(-1, "ct")]


def read_words(text: str, parts: Iterable[Part], shown: Sequence[Place]) -> list[Word]:
    """The words of a printing.

    Args:
        text: of the article.
        parts: the utterance, in order.
        shown: the places that the page may show.
    """
    words: list[Word] = []
    for part in parts:
        if not part.said:
            words[-1:] = [replace(word, after=part.place) for word in words[-1:]]
            continue
        here = [(w.start, w.end, w.word) for w in printed_words(text, *part.place)]
        starts = [start for start, _, _ in here[1:]]
        ends = [part.place[0], *(end for _, end, _ in here)]
        for number, (start, end, key) in enumerate(here):
            visible = any(left <= start and end <= right for left, right in shown)
            last = number == len(here) - 1
            behind, space, _ = _parted(text[end : part.place[1] if last else starts[number]], last)
            lead = text[ends[number] : start]
            before = lead if number == 0 else _parted(lead, False)[2]
            words.append(Word((start, end), key, visible, before, behind, space, None, number == 0))
    return words[:MOST_WORDS]


def _parted(between: str, last: bool) -> tuple[str, str, str]:
    """What stands between two words: marks behind the one, space, marks before the other."""
    if last:
        return between.rstrip(), "", ""
    marks = between.split(None, 1)
    if between[:1].isspace() or not between:
        return "", " " if between else "", between.lstrip()
    behind = marks[0]
    return behind, " " if len(behind) < len(between) else "", marks[1] if len(marks) > 1 else ""


def collate(left: Sequence[Word], right: Sequence[Word], texts: tuple[str, str]) -> list[Line]:
    """The segments of two printings in order, cut at clauses.

    Args:
        left: words of the earlier printing.
        right: words of the other.
        texts: of their articles.
    """
    ends = ([w.ends_clause for w in left], [w.ends_clause for w in right])
    lines = []
    for mine, other in align_clauses(_stems(left), _stems(right), ends):
        one, two = left[slice(*mine)], right[slice(*other)]
        segment = _compared(one, two, texts)
        lines.append(Line(_cell(segment.left, one, texts[0]), _cell(segment.right, two, texts[1])))
    return lines


def in_a_row(cells: Iterable[tuple[Piece, ...]]) -> tuple[Piece, ...]:
    """The segments of one printing, one after another."""
    pieces: list[Piece] = []
    for cell in cells:
        if cell and pieces:
            pieces.append(Piece(" ", ""))
        pieces += cell
    return tuple(pieces)


def _stems(words: Sequence[Word]) -> list[str]:
    """The words as clauses are told alike by them: without their endings."""
    return [compared(spoken(word.key)[0]) for word in words]


def _compared(left: Sequence[Word], right: Sequence[Word], texts: tuple[str, str]) -> _Segment:
    """The words of two segments that stand side by side, with how they differ."""
    segment = _Segment()
    if not left or not right:
        segment.add(range(len(left)), range(len(right)), "x")
        return segment
    found = differences(_printing(left, texts[0]), _printing(right, texts[1]))
    spelt = {d.left.start for d in found if d.kind == DifferenceKind.TYPOGRAPHY and d.left}
    words = [(d.left, d.right) for d in found if d.kind == DifferenceKind.WORDS]
    for equal, mine, other in _runs(left, right, words):
        if equal:
            for i, j in zip(mine, other, strict=False):
                segment.add([i], [j], "v" if left[i].place[0] in spelt else "")
        elif len(mine) or len(other):
            segment.add(mine, other, "x")
    return segment


def _printing(words: Sequence[Word], text: str) -> Printing:
    """The words by part, as the record compares them."""
    parts: list[Span] = []
    for word in words:
        start = word.place[0] if word.opens or not parts else parts.pop().start
        parts.append(Span(start, word.place[1]))
    return Printing(text, tuple(parts))


def _runs(
    left: Sequence[Word], right: Sequence[Word], found: Iterable[tuple[Span | None, Span | None]]
) -> Iterator[Run]:
    """Equal and differing words in turn."""
    i = j = 0
    mine, other = range(0), range(0)
    for one, two in found:
        start = _count(left, i, one.start) if one else _count(right, j, two.start if two else 0)
        if start:
            yield False, mine, other
            yield True, range(i, i + start), range(j, j + start)
            mine, other = range(i + start, i + start), range(j + start, j + start)
            i, j = i + start, j + start
        i += _count(left, i, one.end) if one else 0
        j += _count(right, j, two.end) if two else 0
        # What differs right after what differs is one difference.
        mine, other = range(mine.start, i), range(other.start, j)
    yield False, mine, other
    rest = min(len(left) - i, len(right) - j)
    yield True, range(i, i + rest), range(j, j + rest)
    yield False, range(i + rest, len(left)), range(j + rest, len(right))


def _count(words: Sequence[Word], start: int, end: int) -> int:
    """How many words from number `start` on begin before the place `end`."""
    number = start
    while number < len(words) and words[number].place[0] < end:
        number += 1
    return number - start


def _cell(marked: Sequence[tuple[int, str]], words: Sequence[Word], text: str) -> tuple[Piece, ...]:
    """The words of a segment in one printing; empty where it has none."""
    if all(look == "ct" for _, look in marked):
        return ()
    pieces: list[Piece] = []
    last: Word | None = None
    following = [look for _, look in marked[1:]] + [""]
    for (number, look), then in zip(marked, following, strict=True):
        if look == "ct":
            if last is None:
                pieces.append(MISSING)
            continue
        word = words[number]
        if not word.shown:
            if not pieces or pieces[-1] is not LEFT_OUT:
                pieces.append(LEFT_OUT)
            last = None
            continue
        if last is not None and last.after is None:
            _add(pieces, " " if word.opens else last.space, _joins(pieces, look))
        _add(pieces, word.before, "")
        _add(pieces, text[slice(*word.place)], look)
        if then == "ct":
            pieces.append(MISSING)
        _add(pieces, word.behind, "")
        last = word
        if word.after is not None:
            _add(pieces, text[slice(*word.after)], "narr")
    return tuple(pieces)


def _joins(pieces: Sequence[Piece], look: str) -> str:
    """Spaces are underlined between two underlined words only."""
    return look if pieces and pieces[-1].classes == look else ""


def _add(pieces: list[Piece], text: str, look: str) -> None:
    if not text:
        return
    joins = pieces and pieces[-1].classes == look
    if joins and pieces[-1] not in (LEFT_OUT, MISSING):
        pieces[-1] = Piece(pieces[-1].text + text, look)
    else:
        pieces.append(Piece(text, look))
