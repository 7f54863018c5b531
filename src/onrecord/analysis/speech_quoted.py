"""Which words between marks were said, and which are names and terms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from onrecord.analysis.parsed_words import ParsedWords
from onrecord.analysis.quotations import Quotation
from onrecord.analysis.speech_tokens import Words
from onrecord.lexicon.speech_words import speech_words


class QuotationUse(StrEnum):
    """What words between marks are, as far as their paragraph tells."""

    SPEECH = "speech"
    """A clause or sentence that was said."""
    PART = "part"
    """Some words inside of the writer's sentence; whether they were said its cue tells."""
    NAME = "name"
    """A title, name, nickname or term: nobody's words."""


_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SELVES = frozenset({"i", "you", "we"})
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
    text, parsed = paragraph.text, paragraph.parsed
    inside = paragraph.numbers_meeting(quotation.inner.start, quotation.inner.end)
    words = [n for n in inside if not parsed.marks[n]]
    if not words:
        return QuotationUse.NAME
    before = text[: quotation.span.start].rstrip()
    tags = [parsed.tags[n] for n in words]
    verb = tags[0] == "VB" or not _FINITE.isdisjoint(tags)
    if _is_named(paragraph, quotation, len(words)):
        return QuotationUse.NAME
    if is_tagged(text, quotation) and _TAG.match(text, quotation.span.end):
        return QuotationUse.SPEECH
    whole = is_whole(text, quotation, before)
    if _is_titled(parsed, words) and not (whole and before[-1:] in ":,"):
        return QuotationUse.NAME
    if whole and (verb or len(words) >= _FEWEST_SAID):
        return QuotationUse.SPEECH
    if verb and len(words) >= _FEWEST_SAID:
        return QuotationUse.SPEECH
    return QuotationUse.PART


def _is_named(paragraph: Words, quotation: Quotation, length: int) -> bool:
    """Whether the word before tells that a name follows: `so-called`, `the song`."""
    end = quotation.span.start
    words, parsed = paragraph.numbers(max(0, end - _NEAR), end), paragraph.parsed
    if not words:
        return False
    before = words[-1]
    word = parsed.lower[before]
    if word in ("as", "the", "a") and before:
        return parsed.lower[before - 1] in speech_words().naming
    if word in speech_words().works and parsed.tags[before][:2] == "NN":
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


def _is_titled(parsed: ParsedWords, words: Sequence[int]) -> bool:
    """Whether all words but small ones are capitalised, as in a title."""
    if not 1 < len(words) <= _LONGEST_NAME or any(parsed.lower[n] in _SELVES for n in words):
        return False
    printed = [parsed.words[n] for n in words]
    long = [word for word in printed[1:] if len(word) >= _SMALL]
    return all(word[0].isupper() or word[0].isdigit() for word in (printed[0], *long))


def is_tagged(text: str, quotation: Quotation) -> bool:
    """Whether it ends as before `he said`: with a comma, a mark of asking or calling, a dash."""
    inner = quotation.inner.slice(text).rstrip("'’\"” ")
    return inner.endswith((",", "?", "!", "—", "–", "-")) or text.startswith(
        ",", quotation.span.end
    )
