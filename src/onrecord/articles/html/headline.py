"""The block that holds the headline of the page's article."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.articles.html.metadata import HtmlMetadata
from onrecord.articles.html.page_blocks import Block
from onrecord.articles.html.verdict import BodyVerdict, words_of

_HEADING_RANK = {"h1": 0, "h2": 1, "h3": 2, "h4": 3}
_SOME_LINKS = 0.5
_NEARLY = 0.85
_BODY_BEFORE = 0.2  # of the extracted text: decks, kickers and teasers above it
_FEW_WORDS = 3
_MOST_WORDS = 60


def find_headline(
    blocks: Sequence[Block],
    body: Sequence[bool],
    verdict: BodyVerdict,
    metadata: HtmlMetadata,
) -> tuple[int, str] | None:
    """The number of the headline's block and the reason; None where none is visible.

    The headline stands before the body. In this order: a heading that is nearly the
    declared headline; the page's only h1; any other block that is nearly the declared
    headline. Of several of a kind, the one nearest to the body.
    """
    end = _early_part(blocks, body)
    declared = [words_of(t) for t in (metadata.headline, metadata.title) if t]
    equal = [n for n in range(end) if not verdict.hidden[n] and _is_one_of(blocks[n], declared)]
    headings = [n for n in equal if blocks[n].tag in _HEADING_RANK]
    if headings:
        best = min(headings, key=lambda n: _rank(n, blocks[n], verdict))
        return best, "markup-headline: equals-declared"
    only = [n for n, b in enumerate(blocks) if b.tag == "h1" and not verdict.hidden[n]]
    if len(only) == 1 and only[0] < end and _may_be_headline(blocks[only[0]], metadata):
        return only[0], "markup-headline: only-h1"
    others = [n for n in equal if blocks[n].link_share < _SOME_LINKS]
    if others:
        best = min(others, key=lambda n: _rank(n, blocks[n], verdict))
        return best, "markup-headline: equals-declared"
    return None


def _rank(number: int, block: Block, verdict: BodyVerdict) -> tuple[bool, int, int]:
    return bool(verdict.residue[number]), _HEADING_RANK.get(block.tag, 9), -number


def _early_part(blocks: Sequence[Block], body: Sequence[bool]) -> int:
    """Number of blocks of which a headline may be one: little of the body stands before it."""
    sizes = [len(b.text) if is_body else 0 for b, is_body in zip(blocks, body, strict=True)]
    most, total = sum(sizes) * _BODY_BEFORE, 0
    for number, size in enumerate(sizes):
        if total > most:
            return number
        total += size
    return len(blocks)


def _is_one_of(block: Block, declared: list[list[str]]) -> bool:
    """Whether the block is a declared headline, or one that goes on with the outlet's name."""
    if not 0 < block.words <= _MOST_WORDS:
        return False
    words = words_of(block.text)
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
    if not _FEW_WORDS <= block.words <= _MOST_WORDS:
        return False
    return words_of(block.text) != words_of(metadata.outlet or "")
