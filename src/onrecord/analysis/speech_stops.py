"""Where sentences end by their marks, for text that quotations interrupt."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.lexicon.sentence_titles import sentence_titles

_STOP = re.compile(r"[.?!…][\"“”„’‘')\]]*(?:\s+(?![a-z])|$)|\n")
_INITIALS = re.compile(r"(?:\w+-)?(?:[A-Z]\.)+")
_WORD_BEFORE = re.compile(r"\S+$")


def stops(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where sentences end between two places, and where the next ones begin.

    A full stop after a title or initials ends none, nor does one before a small letter.
    """
    for match in _STOP.finditer(text, start, end):
        word = _WORD_BEFORE.search(text, start, match.start() + 1)
        printed = word.group().lstrip("(\"“‘'") if word is not None else ""
        if printed not in sentence_titles() and not _INITIALS.fullmatch(printed):
            yield match.start(), match.end()
