"""The body run: the stretch of segments that holds the article's running text.

A maximum subarray over a prose score per segment (Kadane), so that short gaps of
furniture stay inside and long ones end the run.
"""

from __future__ import annotations

from onrecord.articles.draft import Draft
from onrecord.articles.facts import is_post_signature
from onrecord.lexicon.stamps import find_stamps
from onrecord.values.vocabulary import Role

_GAP = {Role.CAPTION: 0.25, Role.SUBHEAD: 0.1, Role.NOTICE: 0.1, Role.TIMESTAMP: 0.35}
_DEFAULT_GAP = 0.45
_TEASER_WORDS = 25
"""Words: a paragraph under this that shares none with the others is likely a teaser."""
_ENTRIES = 3
"""Lines with nothing but a time of day that make a page a live file."""


def find_body_run(draft: Draft) -> tuple[int, int] | None:
    """[start, end) of the segments from the first to the last of the body, or None."""
    running = _is_running_file(draft)
    best, best_run = 0.0, None
    total, start = 0.0, 0
    for i in range(len(draft)):
        if total <= 0:
            total, start = 0.0, i
        total += _in_running_file(draft, i) if running else _score(draft, i)
        if total > best:
            best, best_run = total, (start, i + 1)
    return best_run


def _is_clock(draft: Draft, i: int) -> bool:
    return (
        draft.hit_role(i, edge=False) is Role.TIMESTAMP
        and draft.facts[i].words <= 4
        and not find_stamps(draft.text(i))
    )


def _is_running_file(draft: Draft) -> bool:
    """Whether the page is a live file: entries under times of the day."""
    return sum(_is_clock(draft, i) for i in range(len(draft))) >= _ENTRIES


def _in_running_file(draft: Draft, i: int) -> float:
    """Times, the lines under them and quoted posts part no entries of a live file."""
    if _is_clock(draft, i) or is_post_signature(draft.text(i)):
        return 0.0
    return (
        max(_score(draft, i), -0.15)
        if draft.open(i) and draft.hits[i] is None
        else _score(draft, i)
    )


def _score(draft: Draft, i: int) -> float:
    facts = draft.facts[i]
    extracted = draft.segments[i].extracted
    if draft.is_own_prose(i):
        value = 0.5 + min(facts.words, 60) / 15
        if facts.truncated:
            value = 0.2
        elif draft.vocabulary.overlap(facts) < 0.15 and extracted is None:
            value *= 0.4 if facts.words < _TEASER_WORDS else 0.8
    elif draft.roles[i] is not None:
        value = -_GAP.get(draft.roles[i] or Role.RESIDUE, _DEFAULT_GAP)
    elif draft.hit_role(i, edge=False) is not None:
        value = -_GAP.get(draft.hit_role(i, edge=False) or Role.RESIDUE, _DEFAULT_GAP)
    elif facts.weak_prose:
        value = 0.15
    else:
        value = -0.5
    if extracted is True:
        value = max(value, 0.3)
    elif extracted is False and value > 0:
        value = -0.3
    return value
