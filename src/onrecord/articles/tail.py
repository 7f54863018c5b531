"""The tail of an article: what stands after its last paragraph."""

from __future__ import annotations

from onrecord.articles.draft import Draft
from onrecord.articles.facts import is_post_signature
from onrecord.articles.pattern_roles import PatternHit
from onrecord.values.vocabulary import Role

_TAIL_ROLES = frozenset({Role.CONTRIBUTOR, Role.NOTICE, Role.CREDIT, Role.TAGS, Role.TIMESTAMP})


def label_tail(draft: Draft, end: int) -> None:
    """Roles for every open segment after the body run."""
    bylines = {draft.text(k).casefold() for k in range(end) if draft.roles[k] is Role.BYLINE}
    foreign = False
    for i in range(end, len(draft)):
        if not draft.open(i):
            foreign = foreign or draft.roles[i] is Role.RESIDUE
            continue
        hit = draft.hits[i]
        if i == end and is_post_signature(draft.text(i)):
            draft.decide(i, Role.BODY, "signature-of-a-quoted-post")
        elif draft.text(i).casefold() in bylines:
            draft.decide(i, Role.BYLINE, "byline-again")
        elif hit is not None and _holds_in_tail(hit, foreign=foreign):
            draft.decide(i, hit.role, hit.why)
        else:
            draft.decide(i, Role.RESIDUE, "after-the-last-paragraph")
            foreign = foreign or draft.facts[i].words >= 4


def _holds_in_tail(hit: PatternHit, *, foreign: bool) -> bool:
    if hit.role in _TAIL_ROLES and hit.role is not Role.TIMESTAMP:
        return not (foreign and hit.edge)
    if hit.role in (Role.BYLINE, Role.TIMESTAMP):
        return not foreign
    return True
