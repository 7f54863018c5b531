"""Folding: what makes two printings of the same words equal.

Case, accents, kinds of quotation marks, dashes and spaces are folded; letters and
digits stay. Used for comparing and searching, never for what is shown.
"""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Lower case without accents; compatibility forms (ligatures, full width) made plain."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def fold_words(text: str) -> list[str]:
    """The folded words of `text`: runs of letters and digits."""
    return _WORD.findall(fold(text))
