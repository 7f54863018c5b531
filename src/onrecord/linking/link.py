"""Linking by equal text: the groups of copies. `link` conducts:

1. keys of the new articles are put into the index;
2. the groups that hold one of these keys are made again.

Incremental and independent of order: a group is a function of the articles that share
its key, so one more article costs the same in any pile.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.linking.index import KeyIndex
from onrecord.linking.pairs import Key
from onrecord.linking.same_text import KIND, group_of, same_text_key
from onrecord.values.article import Article
from onrecord.values.links import Links, OriginGroup

VERSION = "4"
"""Version of this stage: links of another one are made again."""


def link(new: Iterable[Article], index: KeyIndex) -> Links:
    """The groups that the new articles belong to."""
    # 1. keys
    keys = {article.id: same_text_key(article) for article in new}
    for article_id, key in keys.items():
        if key is not None:
            index.put(KIND, key, article_id)
    # 2. groups
    groups: dict[str, OriginGroup] = {}
    for article_id, key in keys.items():
        group = group_of(article_id, key, index)
        groups[group.id] = group
    return Links(tuple(groups[g] for g in sorted(groups)))


def unlink(dropped: Iterable[Key], index: KeyIndex) -> Links:
    """The groups that are left when an article has gone that held some keys."""
    groups: dict[str, OriginGroup] = {}
    for kind, key in dropped:
        if kind == KIND:
            for other in index.get(kind, key):
                group = group_of(other, key, index)
                groups[group.id] = group
    return Links(tuple(groups[g] for g in sorted(groups)))
