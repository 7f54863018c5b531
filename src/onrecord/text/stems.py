"""Stems: what the forms of one English word have in common (Snowball's English stemmer)."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from onrecord.text.folding import fold

if TYPE_CHECKING:
    from Stemmer import Stemmer

_REMEMBERED = 1 << 16
"""Words whose stems are kept in memory."""
_SEPARATOR = re.compile(r"(?<=\d)[,\u00a0\u202f](?=\d{3})")


@cache
def _stemmer() -> Stemmer:
    from Stemmer import Stemmer  # noqa: PLC0415

    return Stemmer("english", 0)


@lru_cache(maxsize=_REMEMBERED)
def stem(word: str) -> str:
    """The stem of a word, folded; of a number its digits without separators of thousands."""
    folded = fold(word).strip("'’.-")
    if folded[:1].isdigit():
        return _SEPARATOR.sub("", folded)
    return str(_stemmer().stemWord(folded))
