"""The annotated copy: an article's kept text, paragraph by paragraph, as kept.

The characters of a paragraph are its lead, its pieces and its trail, in this order;
nothing of ours stands between them, so that a reader may check that all are there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, islice, pairwise, takewhile
from types import MappingProxyType
from typing import Any

from onrecord.values.vocabulary import PROSE_ROLES, Role
from onrecord.web.excerpts import is_cut
from onrecord.web.index import RecordIndex
from onrecord.web.marks import Mark
from onrecord.web.shared_marks import Sign

FOLD_FROM = 3
"""Shortest run of residue that is folded."""
_FIRST_WORDS = 48
_CLASSES = {"date": "date", "time": "date", "field": "field", "figure": "fig"}
"""How the words of a kind of mark are underlined (figures: banded); the others have a note."""
_SPEECH = frozenset({"direct", "indirect"})
"""Underlines of what somebody said; they lie around the others."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words under the same marks; `classes` draws them."""

    text: str
    classes: str
    around: tuple[str, ...] = ()
    """Classes of what somebody said, the outer before what stands within it."""


LEFT_OUT = Piece(" … ", "gap")
"""Stands for words between two passages that the page may not show."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its id on the page, or words between sentences without one."""

    id: str | None
    pieces: tuple[Piece, ...]
    entry: Mark | None = None
    """The entry of the timeline that it stands in."""
    signs: tuple[Sign, ...] = ()
    """Who shares it, and from whom it differs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphView:
    """One paragraph, or the shown passage of it."""

    id: str
    number: int
    role: str
    look: str
    """`body`, `meta` or `residue`."""
    why: str
    lead: str
    """White space before the words."""
    sentences: tuple[Sentence, ...]
    trail: str
    """White space after the words."""
    cut_before: bool
    cut_after: bool
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Paragraphs that stand together; a fold when they are a run of residue."""

    folded: bool
    first_words: str
    paragraphs: tuple[ParagraphView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedCopy:
    """What the page shows of an article's text, and how much of all that is."""

    blocks: tuple[Block, ...]
    shown: int
    """Paragraphs shown, if only in part."""
    paragraphs: int
    shown_lines: int
    """Lines with words on them."""
    lines: int
    shown_characters: int
    characters: int


def annotate(
    index: RecordIndex,
    article: Mapping[str, Any],
    marks: Sequence[Mark],
    signs: Mapping[int, tuple[Sign, ...]] = MappingProxyType({}),
) -> AnnotatedCopy:
    """The annotated copy of an article, in the page's text mode.

    Args:
        index: the record.
        article: as exported.
        marks: what was read in it.
        signs: who shares a sentence and who differs from it, by where it starts.
    """
    text: str = article["text"]
    passages = index.passages(article["id"])
    views = [_view(index, article, n, passages[n], marks, signs) for n in sorted(passages)]
    shown = [place for number in passages for place in passages[number]]
    return AnnotatedCopy(
        blocks=tuple(_fold(views)),
        shown=len(views),
        paragraphs=len(article["paragraphs"]),
        shown_lines=sum(_lines(text[start:end]) for start, end in shown),
        lines=sum(_lines(text[p["start"] : p["end"]]) for p in article["paragraphs"]),
        shown_characters=sum(end - start for start, end in shown),
        characters=len(text),
    )


def _lines(text: str) -> int:
    return sum(1 for line in text.split("\n") if line.strip())


def _view(
    index: RecordIndex,
    article: Mapping[str, Any],
    number: int,
    shown: Sequence[tuple[int, int]],
    marks: Sequence[Mark],
    signs: Mapping[int, tuple[Sign, ...]],
) -> ParagraphView:
    text: str = article["text"]
    paragraph = article["paragraphs"][number]
    key = index.keys[article["id"]]
    start, end = shown[0][0], shown[-1][1]
    words = text[start:end].strip()
    at = start + text[start:end].find(words)
    inside = tuple(m for m in marks if any(m.start < e and m.end > s for s, e in shown))
    before, after = is_cut(text, (paragraph["start"], paragraph["end"]), (start, end))
    places = [(max(s, at), min(e, at + len(words))) for s, e in shown]
    return ParagraphView(
        id=f"{key}-p{paragraph['start']}",
        number=number + 1,
        role=paragraph["role"],
        look=_look(paragraph["role"]),
        why=paragraph.get("why") or "",
        lead=text[start:at],
        sentences=tuple(_signed(_all_sentences(article, key, places, inside), key, signs)),
        trail=text[at + len(words) : end],
        cut_before=before,
        cut_after=after,
        marks=tuple(m for m in inside if _has_note(m, shown)),
    )


def _has_note(mark: Mark, shown: Sequence[tuple[int, int]]) -> bool:
    """Whether a mark begins here; of one whose words the note repeats all must be shown."""
    if mark.kind in _SPEECH:
        return False
    if mark.kind == "time":
        return any(start <= mark.start and mark.end <= end for start, end in shown)
    return any(start <= mark.start < end for start, end in shown)


def _all_sentences(
    article: Mapping[str, Any],
    key: str,
    places: Sequence[tuple[int, int]],
    marks: Sequence[Mark],
) -> Iterator[Sentence]:
    """The sentences of all passages of a paragraph, with a gap between two passages."""
    for number, place in enumerate(places):
        if number:
            yield Sentence(None, (LEFT_OUT,))
        yield from _sentences(article, key, place, marks)


def _signed(
    sentences: Iterable[Sentence], key: str, signs: Mapping[int, tuple[Sign, ...]]
) -> Iterator[Sentence]:
    """The sentences with their signs, which stand at the end of each."""
    for sentence in sentences:
        start = sentence.id.removeprefix(f"{key}-") if sentence.id else ""
        found = signs.get(int(start)) if start else None
        yield replace(sentence, signs=found) if found else sentence


def _look(role: str) -> str:
    if role in {Role.RESIDUE, Role.TAGS}:
        return "residue"
    return "body" if role in PROSE_ROLES else "meta"


def _sentences(
    article: Mapping[str, Any], key: str, span: tuple[int, int], marks: Iterable[Mark]
) -> Iterator[Sentence]:
    """Cut the words at sentence borders; what lies between sentences has no id."""
    start, end = span
    underlined = [m for m in marks if m.kind in _CLASSES or m.kind in _SPEECH]
    here = list(_sentences_in(article.get("sentences") or (), start, end))
    starts, ends = {s for s, _ in here}, {e for _, e in here}
    entries: dict[int, Mark] = {}
    for mark in marks:
        if mark.kind == "entry":
            entries.setdefault(mark.start, mark)
    starts |= {at for at in entries if start <= at < end}
    borders = sorted({start, end, *(x for x in starts | ends if start < x < end)})
    for left, right in pairwise(borders):
        name = f"{key}-{left}" if left in starts else None
        pieces = tuple(_pieces(article["text"], left, right, underlined))
        yield Sentence(name, pieces, entries.get(left))


def _sentences_in(
    sentences: Sequence[Sequence[int]], start: int, end: int
) -> Iterator[Sequence[int]]:
    first = bisect_right(sentences, start, key=lambda sentence: sentence[1])
    return takewhile(lambda sentence: sentence[0] < end, islice(sentences, first, None))


def _pieces(text: str, start: int, end: int, marks: Iterable[Mark]) -> Iterator[Piece]:
    here = [m for m in marks if m.start < end and m.end > start]
    borders = {start, end, *(x for m in here for x in (m.start, m.end) if start < x < end)}
    for left, right in pairwise(sorted(borders)):
        over = [m for m in here if m.start <= left and m.end >= right]
        kinds = {_CLASSES[m.kind] for m in over if m.kind in _CLASSES}
        yield Piece(text[left:right], " ".join(sorted(kinds)), tuple(_said(over)))


def _said(over: Sequence[Mark]) -> Iterator[str]:
    """How what somebody said is underlined: solid where it is quoted, lower where it is within."""
    for label, name in (("", "qd"), ("within", "qw")):
        kinds = {m.kind for m in over if m.kind in _SPEECH and m.label == label}
        if kinds:
            yield name if "direct" in kinds else f"{name} i"


def _fold(views: Iterable[ParagraphView]) -> Iterator[Block]:
    for is_residue, group in groupby(views, key=lambda view: view.role == Role.RESIDUE):
        run = tuple(group)
        if is_residue and len(run) >= FOLD_FROM:
            yield Block(True, _first_words(run[0]), run)
        else:
            yield Block(False, "", run)


def _first_words(view: ParagraphView) -> str:
    words = "".join(piece.text for s in view.sentences for piece in s.pieces)
    line = words.split("\n", 1)[0].strip()
    return line if len(line) <= _FIRST_WORDS else line[:_FIRST_WORDS].rsplit(" ", 1)[0] + " …"
