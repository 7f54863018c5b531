"""The marks of a paragraph that may open or close a quotation, and how readily each does.

A mark is judged by its own form and by what stands on both sides of it. The costs are small
numbers: 0 where nothing speaks against a reading, 5 where it would be a slip of the pen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

MarkKind = Literal["double", "single"]
_Side = Literal["space", "stop", "join", "word"]

NEVER = 99.0


@dataclass(frozen=True, slots=True)
class QuotationMark:
    """A mark at [start, end) of the paragraph, with the cost of each reading."""

    start: int
    end: int
    glyph: str
    kind: MarkKind
    opens: float
    closes: float
    ignored: float
    """As an apostrophe, the sign of feet, inches or minutes, or a slip."""


_DOUBLE = r"``|''|‘‘|’’|&quot;|&ldquo;|&rdquo;|[\"“”„‟«»＂「」\x93\x94]"
_SINGLE = r"&lsquo;|&rsquo;|&#39;|[‘’‚‛‹›'`『』\x91\x92]"
_ANY = re.compile(r"[\"“”„‟«»＂「」\x93\x94‘’‚‛‹›'`『』\x91\x92&\ufffd]")
"""The first character of every mark: a plain search for it is fast."""
_IN_WORD = re.compile(r"(?<=\w)['’](?=\w)|(?<=\.)['’](?=s\b)")
"""`don’t`, `Inc.’s`."""
_MARK = re.compile(rf"(?P<double>{_DOUBLE})|(?P<single>{_SINGLE})|(?P<lost>\ufffd)")
_OPENING = frozenset({"“", "„", "‟", "«", "``", "‘‘", "&ldquo;", "「", "\x93"}) | frozenset(
    {"‘", "‚", "‛", "‹", "`", "&lsquo;", "『", "\x91"}
)
_CLOSING = frozenset({"”", "»", "’’", "&rdquo;", "」", "\x94"}) | frozenset(
    {"’", "›", "&rsquo;", "』", "\x92"}
)
_LOW = frozenset("„‚")
_JOINS = frozenset("([{/—–-|")
_JOINS_AFTER = frozenset(")]}/—–-|")
_STOPS = frozenset(".,;:!?…")
_FEET = re.compile(r"\d\s?(?:['’′]|&#39;)\s?\d{1,2}$")
_ELISION = re.compile(
    r"(?:\d\ds\b|(?:em|til|till|cause|tis|twas|twere|bout|round|n|cuz|fraid|nuff)\b)", re.IGNORECASE
)
_YEAR = re.compile(r"\d\d\b(?![,.]?\d)")


def quotation_marks(text: str) -> list[QuotationMark]:
    """The marks of a paragraph in order; apostrophes inside of words are left out."""
    matches = _matches(text)
    places = [(match.start(), match.end()) for match in matches]
    found = []
    for number, match in enumerate(matches):
        start, end = match.span()
        left = _left(text, _first_of_row(places, number))
        right = _right(text, _last_of_row(places, number))
        kind: MarkKind = "single" if match["single"] else "double"
        alone = _touches_words(text, start, end)
        if alone and (kind == "single" or match["lost"]):
            continue  # `don’t`
        opens, closes = _by_sides(left, right)
        mark = QuotationMark(start, end, match.group(), kind, opens, closes, 7.0)
        found.append(_by_form(mark, text, left, right))
    return found


def _matches(text: str) -> list[re.Match[str]]:
    found: list[re.Match[str]] = []
    for first in _ANY.finditer(text):
        place = first.start()
        if found and place < found[-1].end():
            continue
        if first.group() in "'’" and _IN_WORD.match(text, place):
            continue
        match = _MARK.match(text, place)
        if match is not None:
            found.append(match)
    return found


def _first_of_row(places: list[tuple[int, int]], number: int) -> int:
    """Where the row of marks begins that touch each other up to this one."""
    while number and places[number - 1][1] == places[number][0]:
        number -= 1
    return places[number][0]


def _last_of_row(places: list[tuple[int, int]], number: int) -> int:
    while number + 1 < len(places) and places[number][1] == places[number + 1][0]:
        number += 1
    return places[number][1]


def _touches_words(text: str, start: int, end: int) -> bool:
    return start > 0 and end < len(text) and text[start - 1].isalnum() and text[end].isalnum()


def _left(text: str, place: int) -> _Side:
    if place == 0 or text[place - 1].isspace():
        return "space"
    before = text[place - 1]
    return "join" if before in _JOINS else "stop" if before in _STOPS else "word"


def _right(text: str, place: int) -> _Side:
    if place == len(text) or text[place].isspace():
        return "space"
    after = text[place]
    if after in _JOINS_AFTER:
        return "join"
    dots = text.startswith("..", place) or after == "…"
    return "stop" if after in _STOPS and not dots else "word"


_COSTS: dict[tuple[_Side, _Side], tuple[float, float]] = {
    ("space", "space"): (1.5, 1.5),
    ("space", "stop"): (4.0, 1.0),
    ("space", "join"): (1.5, 1.5),
    ("space", "word"): (0.0, 5.0),
    ("stop", "space"): (5.0, 0.0),
    ("stop", "stop"): (5.0, 0.0),
    ("stop", "join"): (4.0, 0.0),
    ("stop", "word"): (1.5, 1.0),
    ("join", "space"): (3.0, 1.0),
    ("join", "stop"): (4.0, 1.0),
    ("join", "join"): (1.5, 1.5),
    ("join", "word"): (0.0, 3.0),
    ("word", "space"): (5.0, 0.0),
    ("word", "stop"): (5.0, 0.0),
    ("word", "join"): (3.0, 0.3),
    ("word", "word"): (2.0, 2.0),
}
"""What stands left and right of a mark: cost of opening, cost of closing."""


def _by_sides(left: _Side, right: _Side) -> tuple[float, float]:
    return _COSTS[left, right]


def _by_form(mark: QuotationMark, text: str, left: _Side, right: _Side) -> QuotationMark:
    opens, closes = mark.opens, mark.closes
    if mark.glyph in _LOW:
        closes = NEVER
    elif mark.glyph in _OPENING:
        opens, closes = opens * 0.6, closes + 3.0
    elif mark.glyph in _CLOSING:
        opens, closes = opens + 3.0, closes * 0.6
    if mark.kind == "double":
        ignored = _inches(text, mark)
    else:
        opens, ignored = _apostrophe(mark, text, left, right, opens)
    return QuotationMark(mark.start, mark.end, mark.glyph, mark.kind, opens, closes, ignored)


def _inches(text: str, mark: QuotationMark) -> float:
    """Cost of reading a double mark as inches or seconds."""
    if mark.glyph not in ('"', "''", "”", "’’", "\x94", "＂"):
        return 7.0
    before = text[max(0, mark.start - 8) : mark.start]
    if _FEET.search(before):
        return 0.2
    return 1.5 if before[-1:].isdigit() else 7.0


def _apostrophe(
    mark: QuotationMark, text: str, left: _Side, right: _Side, opens: float
) -> tuple[float, float]:
    """Cost of opening with a single mark, and of reading it as an apostrophe."""
    after = text[mark.end : mark.end + 8]
    if left in ("space", "join") and right == "word":
        if _ELISION.match(after):
            return opens + 3.0, 0.1
        if _YEAR.match(after):
            return opens + 1.5, 0.3
        return opens + 0.4, (0.5 if mark.glyph in _CLOSING else 3.0)
    before = text[mark.start - 1 : mark.start]
    if left == "word" and mark.glyph not in _OPENING:
        likely = before.isdigit() or before in ("s", "S", "n", "z", "x")
        return opens + 2.0, (0.3 if likely else 1.2)
    return opens + 1.0, (2.0 if "space" in (left, right) and left == right else 4.0)
