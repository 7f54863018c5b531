"""Paragraph roles: every character of an article in exactly one paragraph with a role.

`label_segments` conducts, from the article alone:

1. roles that the markup states (HTML), and lines printed again and again;
2. captions, by credit, day and neighbours;
3. foreign blocks (`Check also`, `More from`);
4. the body run;
5. the lede inside of it;
6. the head before it, the inside, the tail after it.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.articles.blocks import mark_blocks
from onrecord.articles.body_run import find_body_run
from onrecord.articles.captions import mark_captions
from onrecord.articles.draft import Draft
from onrecord.articles.furniture import is_index_page, label_index_page, mark_repeated
from onrecord.articles.head import find_lede, label_head
from onrecord.articles.inside import label_inside
from onrecord.articles.segments import Segment
from onrecord.articles.tail import label_tail
from onrecord.values.vocabulary import Role


def label_segments(
    segments: Sequence[Segment],
    *,
    title: str | None = None,
    english: bool = True,
    titled: bool = False,
) -> list[tuple[Role, str]]:
    """Role and reason of every segment, in order.

    Args:
        segments: the segments of one article.
        title: the headline as stated from outside (metadata, a header line), if any.
        english: whether the text is English, as far as is known.
        titled: whether a header above the segments holds the headline.
    """
    draft = Draft(segments, title, english=english, titled=titled)
    # 1. markup
    for i, segment in enumerate(segments):
        if segment.markup_role is not None:
            draft.decide(i, segment.markup_role, segment.markup_why)
    mark_repeated(draft)
    # 2. captions
    mark_captions(draft)
    # 3. foreign blocks
    mark_blocks(draft)
    # 4. body run
    run = find_body_run(draft)
    if is_index_page(draft):
        label_index_page(draft)
    elif run is None:
        _label_without_body(draft)
    else:
        # 5. lede
        lede = find_lede(draft, run)
        # 6. head, inside, tail
        label_head(draft, lede)
        label_inside(draft, lede, run[1])
        label_tail(draft, run[1])
    return [(role or Role.RESIDUE, why) for role, why in zip(draft.roles, draft.whys, strict=True)]


def _label_without_body(draft: Draft) -> None:
    label_head(draft, len(draft))
