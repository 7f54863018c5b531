"""The title that a PDF states for itself, where it is the headline that stands in its text.

Programs write file names and their own names there; browsers write the page's title, which
has the site's name after the headline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.articles.block_reading import DocumentBlock

_PARTS = re.compile(r"\s+[|–—·»:-]\s+|\s*[|»]\s*")
_FEWEST_WORDS = 3
_LONGEST = 300


def title_in_text(title: str | None, blocks: Sequence[DocumentBlock]) -> str | None:
    """The words of the block that the title, or a beginning or an end of it, repeats."""
    if not title or not title.strip() or len(title) > 2 * _LONGEST:
        return None
    wanted = {_folded(part) for part in _candidates(title)}
    for block in blocks:
        text = block.text.strip()
        if block.role is None and len(text) <= _LONGEST and _folded(text) in wanted:
            return text
    return None


def _candidates(title: str) -> list[str]:
    """The whole title, then what is left without a site's name after or before it."""
    cuts = list(_PARTS.finditer(title))
    parts = [title, *(title[: cut.start()] for cut in reversed(cuts))]
    parts += [title[cut.end() :] for cut in cuts]
    return [part for part in parts if part == title or len(part.split()) >= _FEWEST_WORDS]


def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()
