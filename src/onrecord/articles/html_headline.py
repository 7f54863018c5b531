"""The block that holds the headline of the page's article."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.articles.html_blocks import Block
from onrecord.articles.html_metadata import HtmlMetadata
from onrecord.articles.html_verdict import BodyVerdict, words_of

_HEADING_RANK = {"h1": 0, "h2": 1, "h3": 2}
_NEARLY = 0.85
_FEW_WORDS = 3
_MOST_WORDS = 60


def find_headline(
    blocks: Sequence[Block], verdict: BodyVerdict, metadata: HtmlMetadata
) -> tuple[int, str] | None:
    """The number of the headline's block and the reason; None where none is visible.

    A block that is nearly the declared headline and stands before most of the body: headings
    first, then the one nearest to the body. Without such a one, the page's only h1.
    """
    end = _middle_of_body(blocks, verdict)
    shown = [n for n in range(end) if not verdict.hidden[n]]
    declared = [words_of(t) for t in (metadata.headline, metadata.title) if t]
    best: tuple[tuple[bool, int, int], int] | None = None
    for number in shown:
        block = blocks[number]
        if not _is_one_of(block, declared):
            continue
        rank = (bool(verdict.residue[number]), _HEADING_RANK.get(block.tag, 3), -number)
        if best is None or rank < best[0]:
            best = rank, number
    if best is not None:
        return best[1], "markup-headline: equals-declared"
    only = [n for n, b in enumerate(blocks) if b.tag == "h1" and not verdict.hidden[n]]
    if len(only) == 1 and only[0] < end and _may_be_headline(blocks[only[0]], metadata):
        return only[0], "markup-headline: only-h1"
    return None


def _middle_of_body(blocks: Sequence[Block], verdict: BodyVerdict) -> int:
    """Number of the block with which half of the extracted text is over."""
    sizes = [len(b.text) if e else 0 for b, e in zip(blocks, verdict.extracted, strict=True)]
    half, total = sum(sizes) / 2, 0
    for number, size in enumerate(sizes):
        total += size
        if total and total >= half:
            return number + 1
    return len(blocks)


def _is_one_of(block: Block, declared: list[list[str]]) -> bool:
    """Whether the block is a declared headline, or one that goes on with the outlet's name."""
    words = words_of(block.text[:1_000])
    if not 0 < len(words) <= _MOST_WORDS:
        return False
    for other in declared:
        if words == other or (len(words) >= _FEW_WORDS and words == other[: len(words)]):
            # a page title often goes on with section and outlet, a headline seldom does
            if len(words) >= len(other) / 2:
                return True
        elif len(words) >= _FEW_WORDS and _likeness(words, other) >= _NEARLY:
            return True
    return False


def _likeness(words: list[str], other: list[str]) -> float:
    if not 0.7 <= len(words) / max(1, len(other)) <= 1.4:
        return 0.0
    from rapidfuzz.distance import Indel  # noqa: PLC0415

    return Indel.normalized_similarity(words, other)


def _may_be_headline(block: Block, metadata: HtmlMetadata) -> bool:
    words = words_of(block.text[:1_000])
    if not _FEW_WORDS <= len(words) <= _MOST_WORDS:
        return False
    return words != words_of(metadata.outlet or "")
