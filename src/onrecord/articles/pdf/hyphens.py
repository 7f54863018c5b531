"""Words divided at the end of a line, put together again.

The rule: a soft hyphen goes. Another hyphen stays where a capital or a figure follows or
precedes; where the hyphenated form stands inside a line of the document and the joined form
does so less often; or where neither form stands anywhere but both halves do as words of
their own. In all other cases the halves are joined.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_LAST = re.compile(r"([^\W\d_]+(?:[-'’][^\W\d_]+)*)-$")
_FIRST = re.compile(r"^[^\W\d_]+")
_IDEOGRAPH = re.compile(r"[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]")
"""Scripts without spaces between words."""
_OPEN_ADDRESS = re.compile(r"(?:https?://|www\.)\S{24,}$")
_ADDRESS_GOES_ON = re.compile(r"[\w.~%&=?#/-]*[-/%&=?#.][\w/]\S*(?:\s|$)|[\w-]+$")
"""Rest of an address that was divided at the end of a line."""
_ALWAYS = frozenset({"self", "ex", "non", "vice", "well", "so", "all", "half", "quasi"})
"""First parts that English writes with a hyphen."""


class Words:
    """The words that stand inside of the lines of one document, in small letters."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._counts: Counter[str] = Counter()
        for line in lines:
            whole = line[: -len(match[0])] if (match := _LAST.search(line)) else line
            for word in _WORD.findall(whole.casefold()):
                self._counts[word] += 1
                if "-" in word:
                    self._counts.update(word.split("-"))

    def count(self, word: str) -> int:
        """How often a word stands there."""
        return self._counts[word.casefold()]


def join_lines(text: str, line: str, words: Words, *, soft: bool = False) -> str:
    """`text` with the next `line` after it; `soft`: its last hyphen is a soft one."""
    left, right = _LAST.search(text), _FIRST.match(line)
    if _OPEN_ADDRESS.search(text) and _ADDRESS_GOES_ON.match(line):
        return text + line
    if left is None or right is None:
        # `1990-` and `2000`, `A-` and `1`: no space either
        glued = len(text) > 1 and text[-1] == "-" and text[-2].isalnum() and line[:1].isalnum()
        unspaced = _IDEOGRAPH.match(text[-1:]) and _IDEOGRAPH.match(line)
        return f"{text}{line}" if glued or unspaced else f"{text} {line}"
    if soft or not _keeps(left[1], right[0], words):
        return text[:-1] + line
    return text + line


def _keeps(left: str, right: str, words: Words) -> bool:
    if not right[0].islower():
        return not (left.isupper() and right.isupper())
    last = left.rpartition("-")[2]
    if "-" in left or last.casefold() in _ALWAYS:
        joined = words.count(f"{last}{right}")
        return not joined
    hyphenated, joined = words.count(f"{left}-{right}"), words.count(f"{left}{right}")
    if hyphenated or joined:
        return hyphenated > joined
    return words.count(left) > 0 and words.count(right) > 0
