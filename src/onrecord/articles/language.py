"""The language of an article, told by its longest lines: menus are in no language."""

from __future__ import annotations

from onrecord.lexicon.words import stop_words, words_of
from onrecord.text.language import UNDETERMINED, detect_language

ENGLISH = "en"
_LONG_LINE = 60
_ENGLISH_SHARE = 0.28
"""Share of English grammar words above which a text is English, names of any language in it or
not; running English has 0.4 to 0.5, other languages under 0.1 (measured on our example story)."""


def article_language(text: str) -> str:
    """ISO 639-1 code, or `und` where there is too little text to tell."""
    lines = [line for line in text.splitlines() if len(line) >= _LONG_LINE]
    sample = " ".join(lines or text.splitlines())[:3_000]
    words = words_of(sample)
    if len(words) >= 8 and sum(w in stop_words() for w in words) / len(words) >= _ENGLISH_SHARE:
        return ENGLISH
    return detect_language(sample)


def is_english(language: str) -> bool:
    """Whether a text with this code is read by the rules for English."""
    return language in (ENGLISH, UNDETERMINED)
