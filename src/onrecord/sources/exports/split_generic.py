"""Many articles in one text without a database's marks: headers, numbered heads, separators.

A file is parted only where each part is an article by itself: a head (a title, and a day, an
author or header lines) and running text. A part that is none (a section between asterisks, a
page of a longer text, an entry of a live blog) means that the file is one article.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from onrecord.lexicon.exports import header_keys, header_line
from onrecord.lexicon.stamps import find_stamps
from onrecord.sources.exports.article_split import (
    Aside,
    Split,
    count_words,
    name_aside,
    prose_words,
    trimmed,
)
from onrecord.values.spans import Span

_PROSE = 60
"""Words of running text that a part between separators must have."""
_SHORT_PROSE = 25
"""Words of running text that suffice under a header or a numbered head with its day."""
_HEAD_LINES = 8
_HEAD_WORDS = 30
_MOST_BARE = 1 / 3
"""Share of the parts that may lack a text (they are told, one by one)."""
_DISTINCT, _DISTINCT_PAGES = 0.55, 0.8
"""Share of the heads that must differ from one another: pages of one text repeat theirs."""
_LINE_SEPARATOR = re.compile(r"^[ \t]*(?P<sign>[-=_*#~])(?P=sign){4,}[ \t\r]*$|\f", re.MULTILINE)
_NUMBERED = re.compile(r"^[ \t\f]*(?P<number>\d{1,6})[.)][ \t]+(?=\S)[^\n]{8,250}$", re.MULTILINE)
_BYLINE = re.compile(r"(?:[Bb]y|BY) [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}(?:,? .{0,60})?")
_BLANK = re.compile(r"\s*")
_DIGITS = re.compile(r"\d+")


def split_by_form(text: str) -> Split | None:
    """The articles of a file without a database's marks; None where it is one article."""
    return _by_headers(text) or _by_numbers(text) or _by_separators(text)


# headers -------------------------------------------------------------------------------


def _by_headers(text: str) -> Split | None:
    """A block of header lines of one form over each article."""
    blocks = _blocks(text)
    if len(blocks) < 2:
        return None
    leads = Counter(block[0][0] for block in blocks)
    first, times = leads.most_common(1)[0]
    if times < 0.8 * len(blocks):
        return None
    titled = any("title" in {key for key, _ in block} for block in blocks)
    starts = [block[0][1] for block in blocks]
    if not titled:
        starts = [
            _title_above(text, start, low) for start, low in zip(starts, [0, *starts], strict=False)
        ]
    starts = _with_separated(text, starts)
    return _parted(text, starts, f"headers with {first.title()}:", _SHORT_PROSE)


def _with_separated(text: str, starts: Sequence[int]) -> list[int]:
    """The starts, and where separators of the kind that stands before them begin a text too.

    A header that lacks a field is missed; the separator over it is not.
    """
    for marks in _separators(text).values():
        after = [_first_word(text, end) for _, end in marks]
        led = sum(start in after for start in starts[1:])
        if led and led >= 0.8 * (len(starts) - 1):
            bounds = sorted({*starts, *after, len(text)})
            return [
                a
                for a, b in pairwise(bounds)
                if a in starts or prose_words(text, Span(a, b), _PROSE) >= _PROSE
            ]
    return list(starts)


def _first_word(text: str, place: int) -> int:
    """Where the first character after a place is that is not white space."""
    rest = _BLANK.match(text, place)
    return rest.end() if rest else place


def _blocks(text: str) -> list[list[tuple[str, int]]]:
    """Runs of header lines with two fields or more: key and offset of each line."""
    blocks: list[list[tuple[str, int]]] = []
    end = -1
    fields = header_keys()
    for match in header_line().finditer(text):
        line = fields[match["key"].lower()], match.start()
        gap = text[end : match.start()] if end >= 0 else "x"
        if (
            len(gap) < 200
            and not gap.strip()
            and gap.count("\n") <= 2
            and "\f" not in gap
            and (line[0] not in {key for key, _ in blocks[-1]})
        ):
            blocks[-1].append(line)
        else:
            blocks.append([line])
        end = match.end()
    return [block for block in blocks if len({key for key, _ in block}) >= 2]


def _title_above(text: str, start: int, low: int) -> int:
    """Where the line above a header without a title begins, if it may be the title."""
    before = text[low:start].rstrip()
    line = max(before.rfind("\n"), before.rfind("\f")) + 1
    words = before[line:].strip()
    if not words or len(words.split()) > _HEAD_WORDS or words.endswith((".", ",", ";")):
        return start
    return low + line


def _parted(text: str, starts: Sequence[int], layout: str, prose: int) -> Split | None:
    spans = [trimmed(text, a, b) for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    articles = [span for span in spans if span is not None]
    full = sum(prose_words(text, span, prose) >= prose for span in articles)
    if full < 2 or full < (1 - _MOST_BARE) * len(articles):
        return None
    aside: tuple[Aside, ...] = ()
    lead = trimmed(text, 0, starts[0]) if starts[0] else None
    if lead is not None:
        if prose_words(text, lead, _PROSE) >= _PROSE:
            return None
        aside = (name_aside(text, lead, "text before the first article"),)
    return Split(layout=layout, articles=tuple(articles), aside=aside)


# numbered heads ------------------------------------------------------------------------


def _by_numbers(text: str) -> Split | None:
    """`1. Head`, then a line with outlet or day, then the text; the numbers go up by one."""
    starts: list[int] = []
    for match in _NUMBERED.finditer(text):
        number = int(match["number"])
        if number not in (1, len(starts) + 1) or not _dated_below(text, match.end()):
            continue
        if number == 1 and starts:
            starts = [starts[0]] if len(starts) > 1 else []
            if starts:
                return None  # a second count begins: lists inside of articles
        starts.append(match.start())
    return _parted(text, starts, "numbered heads", _SHORT_PROSE) if len(starts) > 1 else None


def _dated_below(text: str, end: int) -> bool:
    """Whether one of the next two lines is short and has a full date."""
    lines = [line.strip() for line in text[end : end + 600].split("\n")]
    near = [line for line in lines if line][:2]
    return any(_is_day_line(line) for line in near)


def _is_day_line(line: str) -> bool:
    """Whether a short line that is no sentence has a day with its year."""
    if len(line) > 140 or len(line.split()) > 16 or line.endswith((".", "?", ",")):
        return False
    return re.search(r"\d", line) is not None and bool(find_stamps(line))


# separators ----------------------------------------------------------------------------


def _by_separators(text: str) -> Split | None:
    """Pieces between separators of one kind that are articles, each of them."""
    kinds = _separators(text)
    for sign in sorted(kinds, key=lambda s: (-len(kinds[s]), s)):
        found = _between(text, kinds[sign], sign)
        if found is not None:
            return found
    return None


def _separators(text: str) -> dict[str, list[tuple[int, int]]]:
    """Places of the lines of one sign and of the page breaks, by sign."""
    kinds: dict[str, list[tuple[int, int]]] = {}
    for match in _LINE_SEPARATOR.finditer(text):
        kinds.setdefault(match["sign"] or "\f", []).append(match.span())
    return kinds


def _between(text: str, marks: Sequence[tuple[int, int]], sign: str) -> Split | None:
    bounds = [(0, 0), *marks, (len(text), len(text))]
    pieces = [
        span
        for (_, a), (b, _) in pairwise(bounds)
        if a < b and (span := trimmed(text, a, b)) is not None
    ]
    heads = [_head(text, span) for span in pieces]
    if sign == "\f":
        pieces, heads = _joined(pieces, heads)
    if len(pieces) < 2 or None in heads[1:]:
        return None
    lead = heads[0] is None
    if lead and prose_words(text, pieces[0], _PROSE) >= _PROSE:
        return None
    aside = (name_aside(text, pieces[0], "text before the first article"),) if lead else ()
    articles, known = pieces[lead:], [head for head in heads if head is not None]
    if len(articles) < 2 or not _differ(known, _DISTINCT_PAGES if sign == "\f" else _DISTINCT):
        return None
    name = "page breaks" if sign == "\f" else f"lines of {sign * 5}"
    return Split(layout=name, articles=tuple(articles), aside=aside)


type _Head = tuple[str, str, str | None]
"""Title without digits, day as printed, time as printed."""


def _head(text: str, span: Span) -> _Head | None:
    """The head of a piece that is an article; None where it is none."""
    if prose_words(text, span, _PROSE) < _PROSE:
        return None
    lines = [
        line.strip() for line in text[span.start : min(span.end, span.start + 3_000)].split("\n")
    ]
    lines = [line for line in lines if line][: _HEAD_LINES + 1]
    title = lines[0]
    words = count_words(title)
    if not 2 <= words <= _HEAD_WORDS or title.endswith((".", ",", ";", ":")):
        return None
    name = _DIGITS.sub("", title).casefold()
    keys = 0
    for line in lines[1:]:
        if _is_day_line(line):
            stamp = find_stamps(line)[0]
            return name, str(stamp.days), stamp.clock
        keys += header_line().fullmatch(line) is not None
        if keys > 1 or (len(line) < 100 and _BYLINE.fullmatch(line)):
            return name, "", None
        if len(line.split()) > _HEAD_WORDS:
            break
    return None


def _joined(pieces: list[Span], heads: list[_Head | None]) -> tuple[list[Span], list[_Head | None]]:
    """Pages that have no head belong to the article before them."""
    spans: list[Span] = []
    kept: list[_Head | None] = []
    for span, head in zip(pieces, heads, strict=True):
        if head is None and kept and kept[-1] is not None:
            spans[-1] = Span(spans[-1].start, span.end)
        else:
            spans.append(span)
            kept.append(head)
    return spans, kept


def _differ(heads: Sequence[_Head], share: float) -> bool:
    """Whether the heads are those of several articles, not of pages or entries of one.

    Running heads repeat; entries of a live blog have the time of one day or one author each.
    """
    if len({(title, day) for title, day, _ in heads}) < share * len(heads):
        return False
    days = {day for _, day, _ in heads}
    clocks = sum(clock is not None for _, _, clock in heads)
    return not (len(days) == 1 and clocks > 0.5 * len(heads))
