"""The body run: the stretch of segments that holds the article's running text.

A maximum subarray over a prose score per segment (Kadane), so that short gaps of
furniture stay inside and long ones end the run.
"""

from __future__ import annotations

from onrecord.articles.draft import Draft
from onrecord.values.vocabulary import Role

_GAP = {Role.CAPTION: 0.25, Role.SUBHEAD: 0.1, Role.NOTICE: 0.1, Role.TIMESTAMP: 0.35}
_DEFAULT_GAP = 0.45


def find_body_run(draft: Draft) -> tuple[int, int] | None:
    """[start, end) of the segments from the first to the last of the body, or None."""
    best, best_run = 0.0, None
    total, start = 0.0, 0
    for i in range(len(draft)):
        if total <= 0:
            total, start = 0.0, i
        total += _score(draft, i)
        if total > best:
            best, best_run = total, (start, i + 1)
    return best_run


def _score(draft: Draft, i: int) -> float:
    facts = draft.facts[i]
    extracted = draft.segments[i].extracted
    if draft.is_own_prose(i):
        value = 0.5 + min(facts.words, 60) / 15
        if facts.truncated:
            value = 0.2
        elif draft.vocabulary.overlap(facts) < 0.15 and extracted is None:
            value *= 0.4
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
