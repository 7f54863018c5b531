"""Furniture of a page: short lines printed again and again, and pages that are all teasers."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from onrecord.articles.captions import looks_like_caption
from onrecord.articles.draft import Draft
from onrecord.values.vocabulary import Role

_OFTEN = 3
"""Times: a short line printed this often is part of the page, not of the article."""
_FURNITURE = frozenset({Role.RESIDUE, Role.TIMESTAMP})
_INDEX_PROSE = 10
"""Teasers that a page must have to be called an index page."""
_INDEX_SHARE = 0.3
"""Share of paragraphs followed by another one, under which a page is an index page."""


def mark_repeated(draft: Draft) -> None:
    """Give `residue` to short lines, no sentences, that the page prints three times or more."""
    counts = Counter(s.text.casefold() for s in draft.segments)
    for i, facts in enumerate(draft.facts):
        if (
            draft.open(i)
            and draft.segments[i].extracted is not True
            and facts.words <= 4
            and not facts.terminal
            and counts[draft.text(i).casefold()] >= _OFTEN
            and draft.hit_role(i, edge=True) in (None, Role.RESIDUE)
        ):
            draft.decide(
                i, Role.RESIDUE, f"printed-often: {counts[draft.text(i).casefold()]} times"
            )


def is_index_page(draft: Draft) -> bool:
    """Whether the page is a list of teasers: paragraphs parted by furniture."""
    prose = [i for i in range(len(draft)) if draft.is_own_prose(i)]
    if len(prose) < _INDEX_PROSE or any(s.extracted for s in draft.segments):
        return False
    in_a_row = parted = 0
    for left, right in pairwise(prose):
        if right == left + 1:
            in_a_row += 1
        elif any(_is_furniture(draft, k) for k in range(left + 1, right)):
            parted += 1
    return parted > 0 and in_a_row / (in_a_row + parted) < _INDEX_SHARE


def _is_furniture(draft: Draft, i: int) -> bool:
    return draft.roles[i] in _FURNITURE or draft.hit_role(i, edge=True) in _FURNITURE


def label_index_page(draft: Draft) -> None:
    """Roles for a page without an article: its own headline and pictures, the rest residue."""
    for i in range(len(draft)):
        if not draft.open(i):
            continue
        if draft.facts[i].prose and looks_like_caption(draft.text(i)):
            draft.decide(i, Role.CAPTION, "describes-a-picture")
        elif i == 0 and draft.hits[i] is None and draft.facts[i].words >= 3:
            draft.decide(i, Role.HEADLINE, "first-line-of-an-index-page")
        else:
            draft.decide(i, Role.RESIDUE, "index-page")
