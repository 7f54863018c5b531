"""Foreign blocks: what stands under `Check also`, `More from`, `Related` and the like."""

from __future__ import annotations

from onrecord.articles.datelines import find_dateline
from onrecord.articles.draft import Draft
from onrecord.values.vocabulary import Role

_FOREIGN_OVERLAP = 0.25
"""Prose that shares less of its words with the rest of the page is another article's teaser."""
_PROSE_IN_HEAD = 2
"""Paragraphs (a dek, a caption) that may stand before a block in the head of a page."""
_LONG_PARAGRAPH = 22
_STRONG = frozenset({"byline-by", "byline-agency", "stamp-line"})
_LONG_TEASER = 15
"""Words: a lone paragraph after a block's last line is the article's own when it is this long."""


def mark_blocks(draft: Draft) -> None:
    """Give `residue` to every block label and to the foreign lines under it."""
    for i, hit in enumerate(draft.hits):
        if hit is None or not hit.block or not draft.open(i) or draft.segments[i].extracted is True:
            continue
        draft.decide(i, hit.role, hit.why)
        for j in range(i + 1, _block_end(draft, i + 1)):
            if draft.open(j) and draft.hit_role(j, edge=False) not in _KEPT_IN_BLOCKS:
                draft.decide(j, Role.RESIDUE, f"under: {draft.text(i)[:40]}")


_KEPT_IN_BLOCKS = frozenset({Role.CONTRIBUTOR, Role.NOTICE, Role.CREDIT})


def _block_end(draft: Draft, start: int) -> int:
    if start < len(draft) and _goes_on(draft, start):
        return start
    in_head = sum(draft.is_own_prose(k) for k in range(start)) <= _PROSE_IN_HEAD
    for j in range(start, len(draft)):
        if draft.segments[j].extracted is True:
            return j
        if in_head and _opens_article(draft, j):
            return j
        if _own(draft, j) and _closes(draft, j):
            return j
        if draft.hit_role(j, edge=False) in _KEPT_IN_BLOCKS:
            return j
    return len(draft)


def _goes_on(draft: Draft, i: int) -> bool:
    """A long paragraph right under the label: the label was a button in the text."""
    facts = draft.facts[i]
    return draft.is_own_prose(i) and facts.words >= _LONG_PARAGRAPH and not facts.truncated


def _opens_article(draft: Draft, i: int) -> bool:
    hit = draft.hits[i]
    return hit is not None and hit.role in (Role.BYLINE, Role.TIMESTAMP) and hit.why in _STRONG


def _own(draft: Draft, i: int) -> bool:
    facts = draft.facts[i]
    return (
        draft.is_own_prose(i)
        and not facts.truncated
        and draft.segments[i].extracted is not False
        and (
            draft.vocabulary.overlap(facts) >= _FOREIGN_OVERLAP
            or _strong_dateline(draft.text(i))
            or (i + 1 < len(draft) and _goes_on(draft, i) and _goes_on(draft, i + 1))
        )
    )


def _strong_dateline(text: str) -> bool:
    dateline = find_dateline(text)
    return dateline is not None and dateline.form != "place-gazetteer"


def _closes(draft: Draft, j: int) -> bool:
    rest = range(j + 1, len(draft))
    following = next((k for k in rest if draft.hits[k] is None or draft.hits[k].block), None)  # type: ignore[union-attr]
    if following is None:
        return draft.facts[j].words >= _LONG_TEASER
    return (
        _own(draft, following)
        or draft.segments[j].extracted is True
        or not any(draft.facts[k].words >= 5 and draft.hits[k] is None for k in rest)
    )
