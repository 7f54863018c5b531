"""The language of a text."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

UNDETERMINED = "und"
_SAMPLE = 1_000
"""Characters that decide."""
_FEWEST = 40
"""Letters under which no language is named."""


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    return LanguageIdentifier.from_pickled_model(MODEL_FILE, norm_probs=True)


def detect_language(text: str) -> str:
    """ISO 639-1 code of the language of `text`, by its first 1,000 characters of words.

    `und` where there are too few letters to tell.
    """
    sample = " ".join(text.split())[:_SAMPLE]
    if sum(c.isalpha() for c in sample) < _FEWEST:
        return UNDETERMINED
    code, _ = _identifier().classify(sample)
    return str(code)
