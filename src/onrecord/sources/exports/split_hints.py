"""A text that was not parted but looks like many articles: what says so, and how to part it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from onrecord.lexicon.exports import header_keys, header_line, rights_line
from onrecord.lexicon.stamps import find_stamps

_FEWEST = 3
"""Signs of one kind that make a text look like many articles."""
_LENGTHS = re.compile(r"^[ \t]*(?:Length:? ?)?[\d,.]+ words[ \t\r]*$", re.I | re.MULTILINE)
_RIGHTS = re.compile(r"^[ \t]*(?=[Cc©(])[^\n]{8,200}$", re.MULTILINE)
_BYLINE = re.compile(r"^[ \t]*(?:By|BY) [A-Z][\w.’'-]+ [A-Z][^\n]{1,80}$", re.MULTILINE)
_SEPARATOR = re.compile(r"^[ \t]*(?P<sign>[-=_*#~])(?P=sign){4,}[ \t\r]*$", re.MULTILINE)
_WORDS_EACH = 80
"""Words of text to each sign; sections and entries of one article are shorter."""
_LONG = 40_000
"""Characters from which on separators alone make a text look like many articles."""


@dataclass(frozen=True, slots=True)
class Hint:
    """What makes a text look like several articles."""

    number: int
    """Of articles, by the signs."""
    sign: str
    """What stands so many times, in words."""
    pattern: str
    """A pattern that would part it at these signs; empty where they open no article."""


def looks_like_many(text: str) -> Hint | None:
    """The strongest sign that a text holds several articles; None where there is none."""
    for find in _SIGNS:
        hint = find(text)
        if hint is not None and len(text) >= hint.number * _WORDS_EACH * 5:
            return hint
    return None


def _headers(text: str) -> Hint | None:
    keys: Counter[str] = Counter()
    fields = header_keys()
    for match in header_line().finditer(text):
        keys[match["key"].strip()] += 1
    opening = [k for k in keys if fields[k.lower()] == "title" and keys[k] >= _FEWEST]
    if not opening:
        return None
    key = max(opening, key=lambda k: (keys[k], k))
    return Hint(keys[key], f"lines that begin with {key}:", rf"^\s*{key}\s?:")


def _lengths(text: str) -> Hint | None:
    number = sum(1 for _ in _LENGTHS.finditer(text))
    return Hint(number, "lines with a number of words", "") if number >= _FEWEST else None


def _rights(text: str) -> Hint | None:
    lines = [m[0].strip() for m in _RIGHTS.finditer(text)]
    owners = {re.sub(r"[\d\W]+", " ", line) for line in lines if rights_line().fullmatch(line)}
    owners = {owner for owner in owners if len(owner.split()) > 2}
    return (
        Hint(len(owners), "copyright lines of different owners", "")
        if len(owners) >= _FEWEST
        else None
    )


def _bylines(text: str) -> Hint | None:
    """Authors with a day in the lines around them."""
    number = 0
    days = set()
    for match in _BYLINE.finditer(text):
        around = text[max(0, match.start() - 200) : match.start()].split("\n")[-4:]
        around += text[match.end() : match.end() + 200].split("\n")[:4]
        stamps = [s for line in around if len(line) < 80 for s in find_stamps(line)]
        if stamps:
            number += 1
            days.add(stamps[0].days)
    if number < _FEWEST or len(days) < 2:
        return None
    return Hint(number, "authors with a day of their own", "")


def _separators(text: str) -> Hint | None:
    if len(text) < _LONG:
        return None
    signs = Counter(m["sign"] for m in _SEPARATOR.finditer(text))
    if not signs:
        return None
    sign, number = max(signs.items(), key=lambda item: (item[1], item[0]))
    if number < _FEWEST:
        return None
    return Hint(number + 1, f"lines of {sign * 5} between them", rf"^{re.escape(sign)}{{5,}}")


_SIGNS: tuple[Callable[[str], Hint | None], ...] = (
    _headers, _lengths, _rights, _bylines, _separators,
)  # fmt: skip
