"""Which sentences can be news: whole ones that tell what happened, not what always is."""

from __future__ import annotations

import re
from functools import cache

from onrecord.lexicon.event_words import event_words
from onrecord.values.spans import Span

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_FIRST = re.compile(r"[\"'“‘(\[]*(?:[A-Z0-9]|[^\W\d_a-z])|[$£€#]")
"""How a whole sentence begins."""
_LAST = re.compile(r"[.!…][\"'”’)\]]*$")
_VOICE = frozenset({"i", "me", "my", "we", "us", "our", "you", "your", "i'm", "we're", "let's"})
"""Words of somebody who speaks for himself or to the reader."""
_AUXILIARIES = frozenset({"be", "have", "do"})
_PRESENT = frozenset({"is", "are", "am", "remains", "remain", "can", "cannot", "may", "should"})
"""Words of what always is, or may be."""
_PERFECT, _WAS = frozenset({"has", "have"}), frozenset({"was", "were", "had", "did"})
_PARTICIPLE = 3
"""Words after `has` within which its participle stands."""
_SHORTEST, _LONGEST = 5, 70
"""Words of a sentence."""
_PAST = 5
"""Letters of a word in -ed that may be a past form (`asked`); shorter ones are listed."""


def is_whole(text: str, sentence: Span) -> bool:
    """Whether a sentence is whole: not cut off, no question, no line of a list."""
    words = sentence.slice(text).strip()
    if not _FIRST.match(words) or not _LAST.search(words):
        return False
    if words[0].isdigit() and text[max(0, sentence.start - 2) : sentence.start].strip()[-1:] == ".":
        return False
    return _SHORTEST <= len(words.split()) <= _LONGEST


def tells_what_happened(words: str) -> bool:
    """Whether what a sentence says outside of quotation marks is told as past, and nobody speaks
    there for himself: the first verb that can be known by its form is past or perfect."""
    found = [word.lower().replace("’", "'") for word in _WORD.findall(_unquoted(words))]
    if not _VOICE.isdisjoint(found):
        return False
    for place, word in enumerate(found):
        if word in _PERFECT:
            return any(_is_past(one) for one in found[place + 1 : place + 1 + _PARTICIPLE])
        if word in _PRESENT:
            return False
        if _is_past(word) or word in _WAS:
            return True
    return False


def _is_past(word: str) -> bool:
    return word in _past_forms() or (word.endswith("ed") and len(word) >= _PAST)


@cache
def _past_forms() -> frozenset[str]:
    irregular = event_words().irregular
    return frozenset(form for form, base in irregular.items() if base not in _AUXILIARIES)


def _unquoted(words: str) -> str:
    return re.sub(r"[“\"][^”\"]*[”\"]", " ", words)
