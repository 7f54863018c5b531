"""Which blocks are the article's body: the extractor's verdict, found again in the blocks.

The extractor gives back words, not places. They are aligned with the words of the
blocks in order (longest common subsequence), so it does not matter where either of the
two divides the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.articles.html.page_blocks import Block, BlockList

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WORD = re.compile(r"\w+")
_MOSTLY = 0.8
_SHORT = 4  # blocks of fewer words are found anywhere: they must be a line of the extract
_MATRIX = 400_000_000  # bits of the alignment's table
_REGION_SHARE = 0.3  # of the body; a region that holds as much is the article's own
_MOST_ELEMENTS = 100_000
_MOST_REACH = 3_000_000  # a page of the press has a few thousand elements, some twenty deep
_HIDDEN_ARTICLE = 300  # characters; scripts unveil whole articles, not single lines
_PARAGRAPH_WORDS = 20
_PARAGRAPH_LINKS = 0.3


@dataclass(frozen=True, slots=True)
class BodyVerdict:
    """The judgement on each block, by its number."""

    extracted: tuple[bool, ...]
    hidden: tuple[bool, ...]
    residue: tuple[str, ...]
    """The region's reason where it is no part of the article, else empty."""
    notes: tuple[str, ...] = ()


class TooManyElementsError(Exception):
    """The extractor, which walks from elements up and sideways, would take minutes."""


def judge_blocks(tree: HtmlElement, page: BlockList) -> BodyVerdict:
    """Which blocks are body, hidden or residue by their region.

    Where the extractor fails the blocks are judged by length and links alone, and a note
    says so.
    """
    notes: tuple[str, ...] = ()
    try:
        if page.count > _MOST_ELEMENTS or page.reach > _MOST_REACH:
            raise TooManyElementsError
        extracted = find_extracted(page.blocks, _extract_lines(tree))
    except Exception as error:
        notes = (f"extractor-failed: {type(error).__name__}",)
        extracted = [is_prose(block) for block in page.blocks]
    hidden, residue = judge_regions(page, extracted)
    return BodyVerdict(
        tuple(e and not h for e, h in zip(extracted, hidden, strict=True)),
        tuple(hidden),
        tuple(residue),
        notes,
    )


def is_prose(block: Block) -> bool:
    """Whether a block reads like running text: many words, few of them links."""
    return block.words >= _PARAGRAPH_WORDS and block.link_share < _PARAGRAPH_LINKS


def words_of(text: str) -> list[str]:
    """The words of a text in a form in which they are compared."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def find_extracted(blocks: Sequence[Block], lines: Sequence[str]) -> list[bool]:
    """For each block whether at least 80 % of its words are in the extract, in order."""
    texts = [words_of(block.text) for block in blocks]
    extract = [words_of(line) for line in lines]
    size = sum(map(len, texts)) * sum(map(len, extract))
    if not size:
        return [False] * len(blocks)
    if size > _MATRIX:
        return _find_by_grams(texts, extract)
    return _find_by_alignment(texts, extract)


def _find_by_alignment(texts: list[list[str]], extract: list[list[str]]) -> list[bool]:
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415

    numbers: dict[str, int] = {}
    flat = [numbers.setdefault(word, len(numbers)) for line in extract for word in line]
    # words that the extract does not hold cannot match and only widen the table
    page: list[int] = []
    owners: list[int] = []
    for owner, text in enumerate(texts):
        for word in text:
            if word in numbers:
                page.append(numbers[word])
                owners.append(owner)
    found: list[list[int]] = [[] for _ in texts]
    for step in LCSseq.opcodes(page, flat):
        if step.tag == "equal":
            for offset in range(step.src_end - step.src_start):
                found[owners[step.src_start + offset]].append(step.dest_start + offset)
    line_starts, line_ends = _line_bounds(extract)
    return [
        len(places) >= _MOSTLY * len(text) > 0
        and (len(text) >= _SHORT or (places[0] in line_starts and places[-1] + 1 in line_ends))
        for text, places in zip(texts, found, strict=True)
    ]


def _line_bounds(extract: list[list[str]]) -> tuple[set[int], set[int]]:
    starts: set[int] = set()
    ends: set[int] = set()
    place = 0
    for line in extract:
        starts.add(place)
        place += len(line)
        ends.add(place)
    return starts, ends


def _find_by_grams(texts: list[list[str]], extract: list[list[str]]) -> list[bool]:
    """The same without order, for texts too long to align: by runs of four words."""
    flat = [word for line in extract for word in line]
    grams = {tuple(flat[i : i + _SHORT]) for i in range(len(flat))}
    found = []
    for text in texts:
        own = [tuple(text[i : i + _SHORT]) for i in range(len(text) - _SHORT + 1)]
        found.append(bool(own) and sum(g in grams for g in own) >= _MOSTLY * len(own))
    return found


def _extract_lines(tree: HtmlElement) -> list[str]:
    """The extractor's text, a paragraph a line; nothing where it finds no article."""
    import logging  # noqa: PLC0415

    from trafilatura import bare_extraction  # noqa: PLC0415

    # it warns of every page without an article; that is an answer here
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    document = bare_extraction(
        tree,
        favor_precision=True,
        include_comments=False,
        include_tables=True,
        deduplicate=False,
        with_metadata=False,
    )
    text = getattr(document, "text", None)
    return text.split("\n") if isinstance(text, str) else []


def judge_regions(page: BlockList, extracted: list[bool]) -> tuple[list[bool], list[str]]:
    """Hidden and residue for each block; a region that holds much of the body is neither."""
    sizes = [0] * len(page.regions)
    total = 0
    for block, is_body in zip(page.blocks, extracted, strict=True):
        if is_body:
            total += len(block.text)
            if block.region >= 0:
                sizes[block.region] += len(block.text)
    for number in range(len(sizes) - 1, -1, -1):  # a region's parent has a smaller number
        parent = page.regions[number].parent
        if parent >= 0:
            sizes[parent] += sizes[number]
    hidden: list[bool] = []
    residue: list[str] = []
    for region, size in zip(page.regions, sizes, strict=True):
        own = total > 0 and size >= _REGION_SHARE * total
        if region.hidden and size < _HIDDEN_ARTICLE:
            own = False
        around = region.parent
        hidden.append((region.hidden and not own) or (around >= 0 and hidden[around]))
        why = "" if region.hidden or own else region.why
        residue.append(why or (residue[around] if around >= 0 else ""))
    return (
        [b.region >= 0 and hidden[b.region] for b in page.blocks],
        [residue[b.region] if b.region >= 0 else "" for b in page.blocks],
    )
