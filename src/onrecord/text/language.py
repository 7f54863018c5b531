"""The language of a text."""

from __future__ import annotations

UNDETERMINED = "und"
_SAMPLE = 1_000
"""Characters that decide."""
_FEWEST = 40
"""Letters under which no language is named."""


def detect_language(text: str) -> str:
    """ISO 639-1 code of the language of `text`, by its first 1,000 characters of words.

    `und` where there are too few letters to tell.
    """
    import py3langid  # noqa: PLC0415

    sample = " ".join(text.split())[:_SAMPLE]
    if sum(c.isalpha() for c in sample) < _FEWEST:
        return UNDETERMINED
    code, _ = py3langid.classify(sample)
    return str(code)
