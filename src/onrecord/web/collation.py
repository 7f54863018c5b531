"""Two wordings of one utterance side by side, aligned by segment, with what differs marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from onrecord.text.folding import fold_words
from onrecord.web.annotated import LEFT_OUT, Piece
from onrecord.web.excerpts import WORD
from onrecord.web.utterances import Part

type Place = tuple[int, int]

MOST_WORDS = 400
"""Most words of a printing that are compared."""
MISSING = Piece("", "ct")
"""Stands where the other printing has words and this one has none."""

_LEAST = 5
"""Fewest words of a segment, where the wordings run together."""
_STOPS = ".,;:!?…—–"
_MARKS = "\"'“”‘’«»‹›„()[]"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a printing."""

    place: Place
    text: str
    key: str
    """Folded, so that it is equal however it is written."""
    shown: bool
    """The page may show it."""
    after: Place | None
    """What stands between it and the next part of the utterance."""
    opens: bool
    """It begins a part of the utterance."""

    @property
    def ends_clause(self) -> bool:
        """Whether a clause may end with it."""
        return self.after is not None or self.text.rstrip(_MARKS).endswith(tuple(_STOPS))


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

    def add(self, *, left: Sequence[int], right: Sequence[int], look: str) -> None:
        """Add words; a side without any has them missing there."""
        self.left += [(number, look) for number in left] or [(-1, "ct")]
        self.right += [(number, look) for number in right] or [(-1, "ct")]

    @property
    def length(self) -> int:
        """Words of the longer side."""
        return max(len(self.left), len(self.right))


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
            words[-1:] = [_followed(word, part.place) for word in words[-1:]]
            continue
        for number, match in enumerate(WORD.finditer(text, *part.place)):
            place = match.span()
            key = "".join(fold_words(match.group()))
            visible = any(start <= place[0] and place[1] <= end for start, end in shown)
            words.append(Word(place, match.group(), key, visible, None, number == 0))
    return words[:MOST_WORDS]


def _followed(word: Word, after: Place) -> Word:
    return Word(word.place, word.text, word.key, word.shown, after, word.opens)


def collate(left: Sequence[Word], right: Sequence[Word], texts: tuple[str, str]) -> list[Line]:
    """The segments of two printings in order.

    Args:
        left: words of the earlier printing.
        right: words of the other.
        texts: of their articles.
    """
    lines = []
    for segment in _segments(left, right):
        sides = (_cell(segment.left, left, texts[0]), _cell(segment.right, right, texts[1]))
        lines.append(Line(*sides))
    return lines


def _segments(left: Sequence[Word], right: Sequence[Word]) -> Iterator[_Segment]:
    """Cut where a clause ends in both, and around whole clauses that one of them lacks."""
    segment = _Segment()
    matcher = SequenceMatcher(None, [w.key for w in left], [w.key for w in right], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            for i, j in zip(range(a, b), range(c, d), strict=True):
                segment.add(left=[i], right=[j], look=_alike(left[i], right[j]))
                ends = left[i].ends_clause, right[j].ends_clause
                if segment.length >= _LEAST and (all(ends) or (any(ends) and i < b - 1)):
                    yield segment
                    segment = _Segment()
            continue
        alone = _is_clause(left, a, b) if c == d else a == b and _is_clause(right, c, d)
        if alone and segment.length:
            yield segment
            segment = _Segment()
        segment.add(left=range(a, b), right=range(c, d), look="x")
        ends = _ends(left, b), _ends(right, d)
        if alone or (segment.length >= _LEAST and all(ends)):
            yield segment
            segment = _Segment()
    if segment.length:
        yield segment


def _is_clause(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether words that only one printing has are a clause of their own."""
    begins = start == 0 or words[start - 1].ends_clause or words[start].opens
    ends = end == len(words) or words[end - 1].ends_clause
    return end - start >= _LEAST - 1 and begins and ends


def _ends(words: Sequence[Word], end: int) -> bool:
    return 0 < end <= len(words) and words[end - 1].ends_clause


def _alike(left: Word, right: Word) -> str:
    """How two words of one key differ: `v` written differently, or not at all."""
    one, other = _without_marks(left.text)[1], _without_marks(right.text)[1]
    return "" if one[1:] == other[1:] else "v"


def _without_marks(word: str) -> tuple[str, str, str]:
    """The marks before a word, the word, and the marks behind it."""
    core = word.lstrip(_MARKS)
    before = word[: len(word) - len(core)]
    bare = core.rstrip(_MARKS + _STOPS)
    return (before, bare, core[len(bare) :]) if bare else ("", word, "")


def _cell(marked: Sequence[tuple[int, str]], words: Sequence[Word], text: str) -> tuple[Piece, ...]:
    """The words of a segment in one printing; empty where it has none."""
    if all(look == "ct" for _, look in marked):
        return ()
    pieces: list[Piece] = []
    last: int | None = None
    for number, look in marked:
        if look == "ct":
            pieces.append(MISSING)
            continue
        word = words[number]
        if not word.shown:
            if not pieces or pieces[-1] is not LEFT_OUT:
                pieces.append(LEFT_OUT)
            last = None
            continue
        if last is not None:
            _add(pieces, _space(text, words[last], word), _same_look(pieces, look))
        before, core, behind = _without_marks(word.text)
        _add(pieces, before, "")
        _add(pieces, core, look)
        _add(pieces, behind, "")
        last = number
        if word.after is not None:
            _add(pieces, text[slice(*word.after)], "narr")
    return tuple(pieces)


def _space(text: str, before: Word, word: Word) -> str:
    """What stands between two words; parts of an utterance are kept apart by a space."""
    if before.after is not None:
        return ""
    between = text[before.place[1] : word.place[0]]
    return between if not between.strip() and len(between) <= 2 and "\n" not in between else " "


def _same_look(pieces: Sequence[Piece], look: str) -> str:
    """Spaces are underlined between two underlined words only."""
    return look if pieces and pieces[-1].classes == look else ""


def _add(pieces: list[Piece], text: str, look: str) -> None:
    if not text:
        return
    if pieces and pieces[-1].classes == look and pieces[-1] is not LEFT_OUT:
        pieces[-1] = Piece(pieces[-1].text + text, look)
    else:
        pieces.append(Piece(text, look))
