"""Same text: articles whose running text is equal, word for word.

The key is a digest of the words of lede and body, folded (case, accents, marks, white
space), so that quotation marks or line breaks make no difference. Trimmed or rewritten
copies have other keys and are not found here.
"""

from __future__ import annotations

import hashlib

from onrecord.linking.index import KeyIndex
from onrecord.text.folding import fold_words
from onrecord.values.article import Article
from onrecord.values.ids import group_id
from onrecord.values.links import OriginGroup, OriginMember
from onrecord.values.vocabulary import PROSE_ROLES, Relation

KIND = "same-text"
FEWEST_WORDS = 30
"""Words: a shorter running text is no sign of a copy (`No further details were given.`)."""


def same_text_key(article: Article) -> str | None:
    """The key of an article's running text, or None where it is too short to tell."""
    words: list[str] = []
    for paragraph in article.paragraphs:
        if paragraph.role in PROSE_ROLES:
            words += fold_words(article.text[paragraph.start : paragraph.end])
    if len(words) < FEWEST_WORDS:
        return None
    return hashlib.sha256(" ".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def group_of(article_id: str, key: str | None, index: KeyIndex) -> OriginGroup:
    """The group of an article: all that hold its key, or itself alone."""
    members = sorted({article_id, *(index.get(KIND, key) if key else ())})
    if len(members) == 1:
        why = "no-equal-text" if key else f"under {FEWEST_WORDS} words of running text"
        found: tuple[OriginMember, ...] = (OriginMember(article_id, Relation.UNKNOWN, why),)
    else:
        why = f"equal-running-text: {len(members)} articles"
        found = tuple(OriginMember(member, Relation.SAME_TEXT, why) for member in members)
    return OriginGroup(group_id("origin", members), found)
