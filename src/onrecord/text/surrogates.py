"""Lone surrogates, which JSON can spell and UTF-8 cannot."""

from __future__ import annotations


def without_surrogates(text: str) -> str:
    """The text with every lone surrogate as U+FFFD."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
