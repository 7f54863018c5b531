"""The title or office printed right before a name: `Gen.`, `Foreign Minister`, `spokesman`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.lexicon.name_words import name_words
from onrecord.values.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

_LONGEST = 6
"""Words."""


def title_before(name: Tokens) -> Span | None:
    """The words right before a name that are its title, in the paragraph; None: there are none.

    `Secretary of State`, `Lt. Col.`, `spokesman`; articles and nations before it are not its part.
    """
    words, doc = name_words(), name.doc
    start = name.start
    begins: int | None = None
    while start > 0 and name.start - start < _LONGEST:
        token = doc[start - 1]
        if token.ent_type_ and token.lower_.strip(".") not in words.titles:
            break
        plain = token.lower_.strip(".")
        if plain in words.titles:
            begins = start - 1
        elif not (begins is not None and plain in words.title_small):
            break
        start -= 1
    if begins is None:
        return None
    last = doc[name.start - 1]
    return Span(doc[begins].idx, last.idx + len(last.text))
