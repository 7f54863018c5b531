"""Whether the characters of a PDF mean anything: some fonts do not say what they show."""

from __future__ import annotations

import unicodedata

from onrecord.articles.pdf.characters import is_private
from onrecord.articles.pdf.pages import PdfPages
from onrecord.errors import NoTextLayer

_MOST_UNKNOWN = 0.3
"""Share of characters without meaning from which on there is no text to speak of."""
_ENOUGH = 200
"""Latin letters that it takes to judge by their vowels."""
_FEWEST_VOWELS = 0.2
"""Share of vowels: languages in Latin letters have 0.35 to 0.55."""
_VOWELS = frozenset("aeiouy")


def refuse_illegible(read: PdfPages, name: str) -> None:
    """Raises NoTextLayer where the characters are codes of a font and no text."""
    text = "".join(line.text for line in read.upright_lines)
    private = sum(map(is_private, text))
    unknown = max(private, read.unmapped)
    if unknown > _MOST_UNKNOWN * max(1, read.characters) or _is_shifted(text):
        raise NoTextLayer(
            f"{name} shows text, but its fonts do not say which characters they draw; print it "
            "to pictures and let a text recognition program (OCR) read them, and add the result"
        )


def _is_shifted(text: str) -> bool:
    """Whether the letters are those of an alphabet shifted: hardly a vowel among them."""
    letters = [
        base
        for character in text.casefold()
        if (base := unicodedata.normalize("NFD", character)[0]).isascii() and base.isalpha()
    ]
    if len(letters) < _ENOUGH or 2 * len(letters) < sum(c.isalpha() for c in text):
        return False
    return sum(letter in _VOWELS for letter in letters) < _FEWEST_VOWELS * len(letters)
