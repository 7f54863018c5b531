"""Where the extractor's verdict is amended, by rules about the shape of a page.

An extractor keeps or drops whole elements. What it gets wrong is mostly of few kinds:
it takes the headline and link lists at the ends for body, and it drops paragraphs that
stand between two that it keeps, or a whole half of an article cut by an advertisement.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from onrecord.articles.html.page_blocks import Block, BlockList
from onrecord.articles.html.verdict import BodyVerdict, is_prose, words_of

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ALL_LINKS = 0.8
_SOME_LINKS = 0.3
_SENTENCE_WORDS = 4
_FAR_LARGER = 3
_SEVERAL = 3
_MOST_QUOTES = 500  # each is looked for in all of the body


def find_body(page: BlockList, verdict: BodyVerdict) -> tuple[bool, ...]:
    """Which blocks are body: the extractor's verdict after the rules of this module."""
    usable = [
        not hidden and not residue and not block.caption
        for block, hidden, residue in zip(page.blocks, verdict.hidden, verdict.residue, strict=True)
    ]
    body = [e and u for e, u in zip(verdict.extracted, usable, strict=True)]
    body = _largest_group(page.blocks, body, usable)
    body = _with_like_containers(page, body, usable)
    body = _with_quotes(page.blocks, body, verdict)
    body = _with_enclosed(page.blocks, body, usable)
    return tuple(_without_tail(page.blocks, body))


def body_after(body: Sequence[bool], headline: int | None) -> tuple[bool, ...]:
    """The body without what stands before the headline's block, and without that."""
    start = 0 if headline is None else headline + 1
    if not any(body[start:]):
        return tuple(body)
    return (*(False for _ in body[:start]), *body[start:])


def _largest_group(blocks: Sequence[Block], body: list[bool], usable: list[bool]) -> list[bool]:
    """The paragraphs of one container, where they are far more than all that was extracted."""
    sizes: Counter[int] = Counter()
    for block, may in zip(blocks, usable, strict=True):
        if may and is_prose(block):
            sizes[block.container] += len(block.text)
    if not sizes:
        return body
    container, size = max(sizes.items(), key=lambda item: (item[1], -item[0]))
    kept = sum(len(block.text) for block, is_body in zip(blocks, body, strict=True) if is_body)
    inside = any(
        is_body and block.container == container
        for block, is_body in zip(blocks, body, strict=True)
    )
    if inside or size < _FAR_LARGER * kept:
        return body
    return [
        may and block.container == container and is_prose(block)
        for block, may in zip(blocks, usable, strict=True)
    ]


def _with_like_containers(page: BlockList, body: list[bool], usable: list[bool]) -> list[bool]:
    """With the paragraphs of containers that are called exactly as one that holds body.

    An article that is cut by advertisements lies in several containers of one name.
    """
    prose: Counter[int] = Counter()
    holding: Counter[int] = Counter()
    for block, is_body, may in zip(page.blocks, body, usable, strict=True):
        if may and block.tag == "p" and is_prose(block):
            prose[block.container] += 1
            holding[block.container] += is_body
    names = {page.elements[c] for c, n in holding.items() if n >= _SEVERAL} - {""}
    like = {
        c
        for c, n in prose.items()
        if n >= _SEVERAL and not holding[c] and page.elements[c] in names
    }
    return [
        is_body or (may and block.container in like and block.link_share < _SOME_LINKS)
        for block, is_body, may in zip(page.blocks, body, usable, strict=True)
    ]


def _with_quotes(blocks: Sequence[Block], body: list[bool], verdict: BodyVerdict) -> list[bool]:
    """With what is quoted between two body blocks, unless it repeats words of the body."""
    places = [number for number, is_body in enumerate(body) if is_body]
    if not places or sum(block.in_quote for block in blocks) > _MOST_QUOTES:
        return body
    said = " ".join(" ".join(words_of(blocks[number].text)) for number in places)
    result = list(body)
    for number in range(places[0], places[-1]):
        block = blocks[number]
        named = verdict.residue[number]
        if body[number] or not block.in_quote or verdict.hidden[number] or block.caption:
            continue
        # an embedded post lies in a box called social; a navigation element stays one
        if named and not named.startswith("markup-class"):
            continue
        words = words_of(block.text)
        result[number] = bool(words) and " ".join(words) not in said
    return result


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
        is_paragraph = block.tag == "p" and block.words >= _SENTENCE_WORDS
        if (is_paragraph and block.link_share < 0.7) or (
            block.tag in _HEADINGS and block.link_share < _SOME_LINKS
        ):
            result[number] = True
    return result


def _without_tail(blocks: Sequence[Block], body: list[bool]) -> list[bool]:
    """Without blocks that are nothing but links, and headings with nothing under them."""
    result = [
        is_body and block.link_share < _ALL_LINKS
        for block, is_body in zip(blocks, body, strict=True)
    ]
    for number in range(len(result) - 1, -1, -1):
        if not result[number]:
            continue
        if blocks[number].tag not in _HEADINGS:
            break
        result[number] = False
    return result
