"""Where the extractor's verdict is amended, by rules about the shape of a page.

An extractor keeps or drops whole elements. What it gets wrong is mostly of few kinds:
it takes the headline and link lists at the ends for body, and it drops paragraphs that
stand between two that it keeps, or a whole half of an article cut by an advertisement.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.articles.html_blocks import Block
from onrecord.articles.html_verdict import BodyVerdict

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_WORD = re.compile(r"\w+")
_ALL_LINKS = 0.9
_SOME_LINKS = 0.3
_PARAGRAPH_WORDS = 20
_SENTENCE_WORDS = 4
_FAR_LARGER = 3


def amend_verdict(
    blocks: Sequence[Block], verdict: BodyVerdict, headline: int | None
) -> tuple[bool, ...]:
    """Which blocks are body: the extractor's verdict after the rules of this module.

    `headline` is the number of the headline's block; what stands before it is not body.
    """
    usable = [
        not hidden and not residue and not block.caption
        for block, hidden, residue in zip(blocks, verdict.hidden, verdict.residue, strict=True)
    ]
    body = [e and u for e, u in zip(verdict.extracted, usable, strict=True)]
    body = _largest_group(blocks, body, usable)
    body = _with_enclosed(blocks, body, usable)
    start = 0 if headline is None else headline + 1
    if any(body[start:]):
        body[:start] = [False] * start
    return tuple(_without_tail(blocks, body))


def _largest_group(blocks: Sequence[Block], body: list[bool], usable: list[bool]) -> list[bool]:
    """The paragraphs of one container, where they are far more than all that was extracted."""
    sizes: Counter[int] = Counter()
    for block, may in zip(blocks, usable, strict=True):
        if may and _is_prose(block):
            sizes[block.container] += len(block.text)
    if not sizes:
        return body
    container, size = max(sizes.items(), key=lambda item: (item[1], -item[0]))
    kept = sum(len(block.text) for block, is_body in zip(blocks, body, strict=True) if is_body)
    inside = any(
        is_body and block.container == container for block, is_body in zip(blocks, body, strict=True)
    )
    if inside or size < _FAR_LARGER * kept:
        return body
    return [
        may and block.container == container and _is_prose(block)
        for block, may in zip(blocks, usable, strict=True)
    ]


def _with_enclosed(blocks: Sequence[Block], body: list[bool], usable: list[bool]) -> list[bool]:
    """With the paragraphs and subheads that stand beside body blocks, between two of them."""
    places = [number for number, is_body in enumerate(body) if is_body]
    if not places:
        return body
    containers = {blocks[number].container for number in places if blocks[number].tag == "p"}
    result = list(body)
    for number in range(places[0], places[-1]):
        block = blocks[number]
        if body[number] or not usable[number] or block.container not in containers:
            continue
        words = len(_WORD.findall(block.text))
        is_paragraph = block.tag == "p" and words >= _SENTENCE_WORDS
        if (is_paragraph and block.link_share < 0.7) or (
            block.tag in _HEADINGS and block.link_share < _SOME_LINKS
        ):
            result[number] = True
    return result


def _without_tail(blocks: Sequence[Block], body: list[bool]) -> list[bool]:
    """Without blocks that are nothing but links, and headings with nothing under them."""
    result = [
        is_body and block.link_share < _ALL_LINKS for block, is_body in zip(blocks, body, strict=True)
    ]
    for number in range(len(result) - 1, -1, -1):
        if not result[number]:
            continue
        if blocks[number].tag not in _HEADINGS:
            break
        result[number] = False
    return result


def _is_prose(block: Block) -> bool:
    return len(_WORD.findall(block.text)) >= _PARAGRAPH_WORDS and block.link_share < _SOME_LINKS
