"""Which words between marks were said, and which are names and terms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from onrecord.analysis.quotations import Quotation
from onrecord.analysis.speech_tokens import Words
from onrecord.lexicon.speech_words import speech_words

if TYPE_CHECKING:
    from spacy.tokens import Token


class QuotationUse(StrEnum):
    """What words between marks are, as far as their paragraph tells."""

    SPEECH = "speech"
    """A clause or sentence that was said."""
    PART = "part"
    """Some words inside of the writer's sentence; whether they were said its cue tells."""
    NAME = "name"
    """A title, name, nickname or term: nobody's words."""


_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SMALL = 4
"""Letters: a shorter word need not be capitalised in a title."""
_LONGEST_NAME = 9
_NEAR = 60
"""Code points before a quotation that are looked at."""
_FEWEST_SAID = 4
_CLOSES = re.compile(r"[.?!,…]['’\"”]*$|[—–-]$")
_OPENS_AFTER = frozenset(".?!:,;—–-…\"”'’)]“‘")
_TAG = re.compile(r",?\s(?:he|she|they|I|we)\s[a-z]+(?:ed|d|s|te|ld|ke)\b")
"""`he said` right behind a quotation."""


def use_of(paragraph: Words, quotation: Quotation) -> QuotationUse:
    """What the words of a quotation are.

    Args:
        paragraph: the parsed paragraph.
        quotation: one of its quotations.
    """
    text = paragraph.text
    inside = paragraph.meeting(quotation.inner.start, quotation.inner.end)
    words = [t for t in inside if not t.is_punct]
    if not words:
        return QuotationUse.NAME
    before = text[: quotation.span.start].rstrip()
    verb = any(t.tag_ in _FINITE for t in words) or words[0].tag_ == "VB"
    if _is_named(paragraph, quotation, len(words)):
        return QuotationUse.NAME
    if is_tagged(text, quotation) and _TAG.match(text, quotation.span.end):
        return QuotationUse.SPEECH
    whole = is_whole(text, quotation, before)
    if _is_titled(words) and not (whole and before[-1:] in ":,"):
        return QuotationUse.NAME
    if whole and (verb or len(words) >= _FEWEST_SAID):
        return QuotationUse.SPEECH
    if verb and len(words) >= _FEWEST_SAID:
        return QuotationUse.SPEECH
    return QuotationUse.PART


def _is_named(paragraph: Words, quotation: Quotation, length: int) -> bool:
    """Whether the word before tells that a name follows: `so-called`, `the song`."""
    end = quotation.span.start
    words = paragraph.inside(max(0, end - _NEAR), end)
    if not words:
        return False
    before = words[-1]
    word = before.lower_
    if word in ("as", "the", "a") and before.i:
        word = before.nbor(-1).lower_
        return word in speech_words().naming
    if word in speech_words().works and before.tag_[:2] == "NN":
        return length <= _LONGEST_NAME
    return word in speech_words().naming


def is_whole(text: str, quotation: Quotation, before: str) -> bool:
    """Whether the quotation begins and ends as a sentence does."""
    inner = quotation.inner.slice(text)
    starts = not before or before[-1] in _OPENS_AFTER
    first = next((c for c in inner if c.isalnum()), "")
    after = text[quotation.span.end :].lstrip()
    ends = bool(_CLOSES.search(inner)) or not after or after[0] in ".,?!"
    return starts and (first.isupper() or first.isdigit()) and ends


def _is_titled(words: Sequence[Token]) -> bool:
    """Whether all words but small ones are capitalised, as in a title."""
    if len(words) > _LONGEST_NAME or any(t.lower_ in ("i", "you", "we") for t in words):
        return False
    long = [t for t in words if len(t) >= _SMALL or t.i == words[0].i]
    return len(words) > 1 and all(t.text[0].isupper() or t.text[0].isdigit() for t in long)


def is_tagged(text: str, quotation: Quotation) -> bool:
    """Whether it ends as before `he said`: with a comma, a mark of asking or calling, a dash."""
    inner = quotation.inner.slice(text).rstrip("'’\"” ")
    return inner.endswith((",", "?", "!", "—", "–", "-")) or text.startswith(
        ",", quotation.span.end
    )
