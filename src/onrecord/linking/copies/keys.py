"""Keys by which articles are found that may print the same: runs of own words that tell."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from onrecord.linking.copies.copy_text import CopyText

RUN = "copy-run"
WHOLE = "copy-whole"
KINDS = frozenset({RUN, WHOLE})
RUN_WORDS = 4
"""Words that tell in a run."""
_TOP = 60
"""Words from the top in which every second run is a key: most copies keep the top."""
_OFTEN, _SELDOM = 2, 4
"""One of so many runs is a key, told by its digest alone, so that a run chosen in one text is
chosen in every other text, wherever it stands there."""


def copy_keys(text: CopyText) -> tuple[tuple[str, str], ...]:
    """The keys of a text as (kind, key), sorted, each once."""
    found = {(RUN, f"{digest:08x}") for digest in _chosen(text)}
    if text.whole is not None:
        found.add((WHOLE, text.whole))
    return tuple(sorted(found))


def _chosen(text: CopyText) -> Iterator[int]:
    stems = text.stems
    for start in range(len(stems) - RUN_WORDS + 1):
        run = " ".join(stems[start : start + RUN_WORDS])
        digest = zlib.crc32(run.encode("utf-8", "surrogatepass"))
        if digest % (_OFTEN if start < _TOP else _SELDOM) == 0:
            yield digest
