"""How an article tells of a holder of an office: as of the day of writing, or as of old."""

from __future__ import annotations

import re
from enum import Enum
from functools import cache

from onrecord.lexicon.dating_words import any_of, dating_words
from onrecord.linking.dates.own_text import OwnText
from onrecord.values.spans import Span
from onrecord.values.times import Shape, TimeExpression, TimeType
from onrecord.values.vocabulary import Role

_FIRST = frozenset({Role.HEADLINE, Role.DEK, Role.LEDE})
_EARLY_SENTENCES = 6
"""Sentences at the head of an article that tell what is new."""
_FEW_WORDS_LEAD = 3
_FEW_WORDS_FORMER = 8
"""Words before a title that are looked at for `signed by`, and for `a former aide to`."""
_POSSESSIVE = re.compile(r"['’]s?$")


class Told(Enum):
    """What an article tells of a holder of an office."""

    BEHIND = "behind"
    """It may be old: `under President X`, in a quotation, in a picture."""
    OPEN = "open"
    ACTING = "acting"
    """It is of the day of writing: `Chancellor X said Friday`."""


def how_told(text: OwnText, span: Span, before: str, after: str) -> Told:
    """Whether what is told of the holder is of the day of writing."""
    role = text.role(span.start)
    if role in (Role.CAPTION, Role.NOTICE) or text.is_quoted(span.start):
        return Told.BEHIND
    words = dating_words()
    back = before.lower().split()
    lead = frozenset(back[-_FEW_WORDS_LEAD:])
    if lead & words.told_of or words.left_office & frozenset(back[-_FEW_WORDS_FORMER:]):
        return Told.BEHIND
    times = text.times_in(text.sentence(span))
    dated = any(one.form.shape is Shape.FIXED and one.type is TimeType.DATE for one in times)
    if not dated and any(_is_near(one) for one in times):
        return Told.ACTING
    if _is_possessive(text, span, after):
        return Told.BEHIND
    if lead & words.maybe_told_of:
        return Told.BEHIND if dated else Told.OPEN
    if dated:
        return Told.OPEN
    early = role in _FIRST or text.sentences_before(span.start) < _EARLY_SENTENCES
    return Told.ACTING if early or _acting().match(after) else Told.OPEN


def _is_possessive(text: OwnText, span: Span, after: str) -> bool:
    words = text.text[span.start : span.end + 2].rstrip()
    return after[:1] in ("'", "’") or _POSSESSIVE.search(words) is not None


@cache
def _acting() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:[\w-]+\s+){{0,2}}?{any_of(dating_words().acts)}")


def _is_near(one: TimeExpression) -> bool:
    """A weekday of the week, today or yesterday."""
    form = one.form
    if form.shape is Shape.WEEKDAY:
        return form.shift == 0
    return form.shape is Shape.UNIT and form.unit in ("D", "TH", "TM") and abs(form.shift) <= 1
