"""Ages: `14-year-old`, `aged 14`, `Mira Dolan, 54,`, `children under 5`."""

from __future__ import annotations

import re

from onrecord.analysis.figures.number_drafts import Draft, has_noun, word_before
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.number_words import number_words

_OLD = re.compile(
    r"[\s-]*(?P<unit>year|yr|month|week|day)s?(?:[\s-]+)(?:olds?|of\s+age)(?!\w)(?:\s+(?P<noun>[a-z]+))?",
    re.IGNORECASE,
)
_OLDEST = 120
_NAME_TAGS = frozenset({"NNP", "NNPS"})
_NOW = frozenset({"now", "then", "just", "only"})
_IS = frozenset({"is", "was", "'s", "’s", "am", "'m", "’m"})
_STOPS = frozenset(".,;!?")
_DEAD = frozenset({"died", "dies", "dead"})
_WHOSE = frozenset({"the", "a", "his", "her", "whose", "their"})
_NEAR_DEATH = 5
_AFTER_AGE = frozenset({"is", "he", "she"})
_NEAR_TEXT = 12
_DASH = re.compile(r"\s+[-–—]\s+[^\W\d]")
_LIMITS = frozenset({"under", "over", "below", "above"})


def age_unit(words: ParsedWords, one: Draft) -> str | None:
    """`year` of an age, `month`, `week` or `day` of a child's; None where no age is told."""
    core = one.core
    if core.form != "cardinal" or one.sign or core.value is None:
        return None
    if words.text[max(core.start - 1, 0) : core.start].isalnum():
        return None  # `@lund1`
    if found := _OLD.match(words.text, core.end):
        if (found["noun"] or "").lower() in number_words().not_aged:
            return None
        unit = found["unit"].lower()
        return "year" if unit == "yr" else unit
    return "year" if _is_bare_age(words, one) else None


def _is_bare_age(words: ParsedWords, one: Draft) -> bool:
    value = one.core.value or 0
    if not 0 < value < _OLDEST or one.core.scale != 1 or one.unit:
        return False
    at = word_before(words, one)
    if at < 0:
        return False
    before = words.lower[at]
    if before in _NOW and at:
        at, before = at - 1, words.lower[at - 1]
    if before in ("aged", "age", "ages"):
        return True
    if before == "of" and at and words.lower[at - 1] in ("age", "ages"):
        return True
    if before in _IS and at and words.lower[at - 1] in ("he", "she", "i"):
        return not has_noun(words, one) and words.text[one.end : one.end + 1] in _STOPS
    if before == "at" and (_is_at_death(words, one, at) or _is_at_present(words, one)):
        return True
    if one.before is not None:
        return _is_limit(words, one, before)
    return one.core.digits and value == int(value) and _is_apposed(words, one, at)


def _is_at_death(words: ParsedWords, one: Draft, at: int) -> bool:
    """`died at 81`, `died on Saturday at 81.`."""
    if not at or has_noun(words, one):
        return False
    if words.lower[at - 1] in _DEAD:
        return True
    near = _DEAD.intersection(words.lower[max(at - _NEAR_DEATH, 0) : at])
    return bool(near) and words.text[one.end : one.end + 1] in _STOPS


def _is_at_present(words: ParsedWords, one: Draft) -> bool:
    """`and at 45, is`, `At 45, she is`: what somebody of that age is follows."""
    if not one.core.digits or words.text[one.end : one.end + 1] != ",":
        return False
    behind = words.text[one.end + 1 : one.end + _NEAR_TEXT].split()[:1]
    return bool(behind) and behind[0].lower() in _AFTER_AGE


def _is_limit(words: ParsedWords, one: Draft, before: str) -> bool:
    """`children under 5`, but not `people over 30 villages`."""
    if one.before is None or before not in number_words().aged:
        return False
    return one.before.span.slice(words.text).lower() in _LIMITS and not has_noun(words, one)


def _is_apposed(words: ParsedWords, one: Draft, at: int) -> bool:
    """A bare number between marks after a name or a relative: `her son, 12,`."""
    mark, after = words.lower[at], words.text[one.end : one.end + 1]
    if mark == "," and at > 0 and _DASH.match(words.text, one.end):
        return words.tags[at - 1] in _NAME_TAGS  # `Mira Dolan, 21 - rescued`
    if at <= 0 or (mark, after) not in ((",", ","), (",", "."), (",", ";"), (",", ")"), ("(", ")")):
        return False
    if after in ",." and words.text[one.end + 1 : one.end + 2].isdigit():
        return False
    if words.tags[at - 1] in _NAME_TAGS or words.lower[at - 1] in number_words().kin:
        return True
    definite = words.tags[at - 1] == "NN" and (mark, after) == (",", ",")
    return definite and at > 1 and words.lower[at - 2] in _WHOSE
