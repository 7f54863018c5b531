"""One text with many articles into its parts, by the marks that databases put between them.

A mark alone parts nothing: what it parts must show the header or footer lines of its layout,
or the text is one article that happens to print such a line. All is told in one pass over the
text for each layout; nothing is read twice for one article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.lexicon.exports import ExportLayout, aside_kinds, export_layouts
from onrecord.values.spans import Span

FEWEST_WORDS = 5
"""Words of running text under which a part holds no article."""
_EDGE_LINES = 40
_EDGE_CHARACTERS = 6_000
"""How far a part's head and foot reach for the lines that speak for a layout."""
_SPACE = re.compile(r"[\s\ufeff]*")
_SEPARATOR = re.compile(r"([-=_*#~])\1{4,}[ \t\r]*(?=\n|\Z)")
_WHITE = " \t\r\n\f\v\u00a0\u2028\u2029\ufeff"
_WORD = re.compile(r"[^\W_]+")
_LONG_LINE = 8
"""Words from which on a line counts as running text."""
_PLACES = ("text before the first article", "text after an article")
_COVER_WORDS = 12
"""Words before the first header that may still be a part of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """A stretch that belongs to no article."""

    name: str
    """What it is called: `cover page`, `table of contents`, ..."""
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A text that holds many articles."""

    layout: str
    """By what the articles were found."""
    articles: tuple[Span, ...]
    """In order, without white space and separators around them."""
    aside: tuple[Aside, ...] = ()
    stated: int | None = None
    """How many articles the file says that it holds."""
    unfinished: bool = False
    """Whether the last article lacks the mark that ends one."""


def split_by_layout(text: str) -> Split | None:
    """The articles of a database's file; None where no layout fits."""
    for layout in export_layouts():
        found = _split(text, layout)
        if found is not None:
            return found
    return None


def _split(text: str, layout: ExportLayout) -> Split | None:
    """1. the marks; 2. what lies between them; 3. which of that is an article."""
    marks = list(layout.mark.finditer(text))
    if not marks:
        return None
    stretches = _ended(text, marks, layout) if layout.cut == "ends" else _begun(text, marks, layout)
    aside: list[Aside] = []
    articles: list[Span] = []
    proper = 0
    for stretch in stretches:
        span = trimmed(text, stretch.start, stretch.end)
        if span is None:
            continue
        proven = is_of(text, span, layout)
        if not proven and _may_be_aside(span, layout, marks):
            aside.append(name_aside(text, span, _PLACES[bool(articles)]))
            continue
        proper += proven
        first = proven and stretch.start == 0 and layout.opens is not None
        articles.append(_behind_cover(text, span, layout, aside) if first else span)
    if not articles or proper * 2 < len(articles) or (len(articles) < 2 and not aside):
        return None
    return Split(
        layout=layout.name,
        articles=tuple(articles),
        aside=tuple(aside),
        stated=_stated(marks),
        unfinished=layout.cut == "ends" and articles[-1].start >= marks[-1].end(),
    )


def _begun(text: str, marks: Sequence[re.Match[str]], layout: ExportLayout) -> list[Span]:
    starts = [mark.start() if layout.cut == "starts" else mark.end() for mark in marks]
    return [Span(a, b) for a, b in pairwise([0, *starts, len(text)]) if a < b]


def _ended(text: str, marks: Sequence[re.Match[str]], layout: ExportLayout) -> list[Span]:
    ends = []
    for mark in marks:
        more = layout.after.match(text, mark.end()) if layout.after else None
        ends.append(more.end() if more else mark.end())
    bounds = [0, *ends, len(text)]
    return [Span(a, b) for a, b in pairwise(bounds) if a < b]


def _may_be_aside(span: Span, layout: ExportLayout, marks: Sequence[re.Match[str]]) -> bool:
    """Whether a stretch without evidence lies where no article need lie."""
    if layout.cut == "between":
        return True
    if layout.cut == "starts":
        return span.start < marks[0].start()
    return span.start >= marks[-1].end()


def _behind_cover(text: str, span: Span, layout: ExportLayout, aside: list[Aside]) -> Span:
    """The first article without the cover page and the contents before it."""
    opens = layout.opens.search(text, span.start, span.end) if layout.opens else None
    if opens is None:
        return span
    start = opens.start()
    for _ in range(
        layout.above if not re.match(r"[\s\f]*[A-Z]{2,3}\b(?:[\s|]|$)", opens[0]) else 0
    ):
        before = text[span.start : start].rstrip()
        if not before:
            break
        line = max(before.rfind("\n"), before.rfind("\f")) + 1
        if any(kind.fullmatch(before[line:]) for _, kind in aside_kinds()):
            break
        start = span.start + line
        if before[line - 1 : line] == "\f" or "\f" in before[line:]:
            break
    lead = trimmed(text, span.start, start) if start > span.start else None
    if lead is None:
        return span
    words = lead.slice(text)
    if (
        not any(kind.search(words) for _, kind in aside_kinds())
        and count_words(words) <= _COVER_WORDS
    ):
        return span
    aside.append(name_aside(text, lead, _PLACES[0]))
    return trimmed(text, start, span.end) or span


def _stated(marks: Sequence[re.Match[str]]) -> int | None:
    """The number of articles that the marks of one download state; None where they differ."""
    if "total" not in marks[0].groupdict():
        return None
    totals = {int(mark["total"]) for mark in marks}
    return totals.pop() if len(totals) == 1 else None


def name_aside(text: str, span: Span, otherwise: str) -> Aside:
    """What a stretch is called, by the lines in it."""
    words = text[span.start : min(span.end, span.start + _EDGE_CHARACTERS)]
    names = [name for name, pattern in aside_kinds() if pattern.search(words)]
    if "cover page" in names:
        names = ["cover page", *(name for name in names if name != "cover page")]
    return Aside(name=" and ".join(names[:2]) or otherwise, span=span)


def is_of(text: str, span: Span, layout: ExportLayout) -> bool:
    """Whether the head and the foot of a part show enough of the layout."""
    return len(layout.kinds(edge_lines(text, span))) >= layout.needs


def edge_lines(text: str, span: Span) -> Iterator[str]:
    """The first and the last lines of a part, each once."""
    if span.end - span.start <= 2 * _EDGE_CHARACTERS:
        lines = [line for line in span.slice(text).split("\n") if line]
        yield from lines[:_EDGE_LINES]
        yield from lines[_EDGE_LINES:][-_EDGE_LINES:]
        return
    yield from text[span.start : span.start + _EDGE_CHARACTERS].split("\n")[: 2 * _EDGE_LINES]
    yield from text[span.end - _EDGE_CHARACTERS : span.end].split("\n")[-2 * _EDGE_LINES :]


def trimmed(text: str, start: int, end: int) -> Span | None:
    """[start, end) without white space and separators around it; None when nothing is left."""
    begin, stop = start, end
    while (space := _SPACE.match(text, begin, stop)) is not None:
        begin = space.end()
        separator = _SEPARATOR.match(text, begin, stop)
        if separator is None:
            break
        begin = separator.end()
    while begin < stop:
        words = text[max(begin, stop - _EDGE_CHARACTERS) : stop]
        kept = words.rstrip(_WHITE)
        if kept:
            line = kept[kept.rfind("\n") + 1 :].lstrip(_WHITE)
            if not _SEPARATOR.fullmatch(line):
                stop -= len(words) - len(kept)
                break
            kept = kept[: -len(line)]
        stop -= len(words) - len(kept)
    return Span(begin, stop) if begin < stop else None


def count_words(text: str) -> int:
    """How many words there are."""
    return len(_WORD.findall(text))


def prose_words(text: str, span: Span, enough: int) -> int:
    """Words in lines of running text; counting stops at `enough`.

    A line is running text when it has eight words or ends as a sentence does; lines that
    begin with a label and the first line do not count.
    """
    total = 0
    position = text.find("\n", span.start, span.end)
    while 0 <= position < span.end and total < enough:
        end = text.find("\n", position + 1, span.end)
        line = text[position + 1 : end if end >= 0 else span.end].strip()
        if line and not _LABELLED.match(line):
            words = len(line.split())
            if words >= _LONG_LINE or line.endswith((".", "!", "?", "”", '"')):
                total += words
        position = end
    return total


_LABELLED = re.compile(
    r"[A-Z][\w /()-]{1,30}:(?!\s*(?:[\"“‘']|.{160}))|©|\(c\)|Copyright\b|All [Rr]ights [Rr]eserved|https?://\S+$"
)
