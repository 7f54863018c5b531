"""Running heads, page numbers, and what browsers print at the edges of a page.

From the upper and the lower edge inwards a row of a page is furniture as long as each of its
lines is: printed at the same height on other pages too (figures aside), the page's own number
in the form `3/7` or `Page 3 of 7`, an address, the moment of printing, or beside that the
page's title. A number alone counts on a single page only far from all other text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from onrecord.articles.pdf.lines import Line

_EDGE = 0.17
"""Share of the page's height in which furniture stands, above and below."""
_MOST_ROWS = 4
_SAME_HEIGHT = 4.0
_FIXED = 3
"""Pages with the same line at the same place, anywhere on them, and their least share."""
_FIXED_SHARE = 0.3
_LONGEST = 200
"""Characters: longer lines are text."""
_COUNTER = re.compile(
    r"\W*(?:page|pg\.?|p\.|seite|página|pagina)?\s*(?P<page>\d{1,4})\s*(?:/|of|von|de|sur|di)\s*"
    r"(?P<pages>\d{1,4})\W*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\W*(?:page\s*)?\d{1,4}\W*", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|file:/{2,3}|www\.)\S+", re.IGNORECASE)
_WEB_ADDRESS = re.compile(r"https?://[^\s…]+", re.IGNORECASE)
_PRINTED = re.compile(
    r"(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}),?\s+"
    r"(?:at\s+)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?\s?m\.?)?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")

type Furniture = dict[int, str]
"""`id` of a line to the reason why it is furniture."""


def find_furniture(
    pages: Sequence[Sequence[Line]], heights: Sequence[float], *, numbers: Sequence[int]
) -> Furniture:
    """Which lines of the pages are furniture; `numbers` are the pages' own, from 0."""
    repeated = _repeated(pages, heights)
    found: Furniture = {}
    for lines, height, number in zip(pages, heights, numbers, strict=True):
        for rows in _edges(lines, height):
            for depth, row in enumerate(rows):
                whys = _row_reasons(row, repeated, page=number, outermost=depth == 0, rows=rows)
                if whys is None:
                    break
                found |= whys
    return found | _fixed(pages)


def _fixed(pages: Sequence[Sequence[Line]]) -> Furniture:
    """Lines that stand at one and the same place of several pages: what a web page fixes to the
    window is printed on every sheet, over the text."""
    places: dict[tuple[str, int, int], list[Line]] = defaultdict(list)
    for line in (line for lines in pages for line in lines):
        places[line.text, round(line.base), round(line.left)].append(line)
    return {
        id(line): f"on-several-pages: {len(same)}"
        for same in places.values()
        if len(same) >= _FIXED and len({line.page for line in same}) >= _FIXED_SHARE * len(pages)
        for line in same
    }


def _edges(lines: Sequence[Line], height: float) -> Iterator[list[list[Line]]]:
    """The rows in the upper edge from above, then those in the lower edge from below."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.base):
        if rows and line.base - rows[-1][0].base <= 0.4 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    yield [row for row in rows if row[0].base < _EDGE * height][:_MOST_ROWS]
    yield [row for row in reversed(rows) if row[0].base > (1 - _EDGE) * height][:_MOST_ROWS]


def _key(line: Line) -> str:
    return _DIGITS.sub("#", " ".join(line.text.casefold().split()))


def _repeated(pages: Sequence[Sequence[Line]], heights: Sequence[float]) -> Mapping[int, int]:
    """`id` of an edge line to the number of pages that print it at its height."""
    places: dict[str, list[Line]] = defaultdict(list)
    for lines, height in zip(pages, heights, strict=True):
        for rows in _edges(lines, height):
            for line in (line for row in rows for line in row if len(line.text) <= _LONGEST):
                places[_key(line)].append(line)
    counts: dict[int, int] = {}
    for same in places.values():
        for line in same[:2_000]:
            near = {x.page for x in same if abs(x.base - line.base) <= _SAME_HEIGHT}
            counts[id(line)] = len(near)
    return counts


def _row_reasons(
    row: list[Line],
    repeated: Mapping[int, int],
    *,
    page: int,
    outermost: bool,
    rows: list[list[Line]],
) -> Furniture | None:
    """The reason for each line of a row; None where one of them is text."""
    printed = any(_PRINTED.fullmatch(line.text) for line in row)
    addressed = any(_ADDRESS.fullmatch(line.text) for line in row)
    counted = any(_is_counter(line, page) for line in row)
    whys: Furniture = {}
    for line in row:
        if _is_counter(line, page):
            whys[id(line)] = "page-number"
        elif repeated.get(id(line), 0) > 1:
            whys[id(line)] = f"on-several-pages: {repeated[id(line)]}"
        elif outermost and _ADDRESS.fullmatch(line.text):
            whys[id(line)] = "printed-address"
        elif outermost and _PRINTED.fullmatch(line.text) and (len(row) > 1 or len(rows) > 1):
            whys[id(line)] = "moment-of-printing"
        elif outermost and (printed or (addressed and counted)) and len(row) > 1:
            whys[id(line)] = "printed-title"
        elif outermost and _NUMBER.fullmatch(line.text) and len(row) == 1 and _far(line, rows):
            whys[id(line)] = "page-number"
        else:
            return None
    return whys


def _is_counter(line: Line, page: int) -> bool:
    match = _COUNTER.fullmatch(line.text)
    return (
        match is not None
        and int(match["page"]) in (page + 1,)
        and (int(match["pages"]) >= page + 1)
    )


def _far(line: Line, rows: list[list[Line]]) -> bool:
    """Whether a lone line is at least two lines away from the next row of the edge."""
    return len(rows) < 2 or abs(rows[1][0].base - line.base) > 2.5 * line.size


def printed_address(lines: Sequence[Line], pages: int) -> str | None:
    """The web address that a browser printed at the edge of most pages, in full; or None."""
    counts: dict[str, set[int]] = defaultdict(set)
    for line in lines:
        match = _WEB_ADDRESS.fullmatch(line.text)
        if match is not None and not line.text.endswith("..."):
            counts[line.text].add(line.page)
    best = max(counts, key=lambda text: len(counts[text]), default=None)
    return best if best is not None and 2 * len(counts[best]) >= pages else None
