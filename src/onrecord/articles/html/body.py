"""A saved web page as an article: its visible text from the headline on, and what it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from onrecord.articles.html.amend import body_after, find_body
from onrecord.articles.html.blocks import read_blocks
from onrecord.articles.html.decoding import decode_page
from onrecord.articles.html.headline import find_headline
from onrecord.articles.html.metadata import HtmlMetadata, read_metadata
from onrecord.articles.html.page_blocks import Block, BlockList
from onrecord.articles.html.roles import MarkupRole, end_of_article, markup_roles
from onrecord.articles.html.tree import parse_flattened, parse_page
from onrecord.articles.html.verdict import judge_blocks
from onrecord.articles.lines import cut_points
from onrecord.articles.segments import Segment
from onrecord.settings import Limits

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BETWEEN = "\n\n"
_ENOUGH_WORDS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlReading:
    """What is taken out of a page. Offsets are code points of `text`."""

    text: str
    """The visible blocks from the headline to the article's last line, a blank line apart."""
    segments: tuple[Segment, ...]
    """One a block, in order, or several where something is glued to it; white space between
    them belongs to none."""
    metadata: HtmlMetadata
    notes: tuple[str, ...] = ()
    """`no-visible-text`, `no-article-found`, `extractor-failed: CLASS`,
    `undecodable-bytes: N`, `encoding-guessed: NAME`, `encoding-misdeclared: NAME`."""


def read_html(
    data: bytes, *, limits: Limits, encoding: str | None = None, title: str | None = None
) -> HtmlReading:
    """The article of a page or of a fragment of one. No input makes this fail.

    1. Decode by byte order mark, `encoding` (from outside), declaration, guess.
    2. Parse, nested at most `limits.html_depth` deep.
    3. Take out the blocks of visible text, and the metadata.
    4. Ask the extractor which blocks are body; amend its verdict.
    5. Find the headline's block; what stands before it is left out.
    6. Give each block from there to the article's last line the role that markup states.

    A page without an article keeps all of its visible blocks. `title` is the headline as it
    is stated outside of the page, such as a mail's subject; it counts before the page's own.
    """
    decoded = decode_page(data, encoding)
    tree, page = parse_blocks(decoded.text, limits)
    if tree is None:
        return _empty(HtmlMetadata(), decoded.notes)
    metadata = read_metadata(tree, decoded.text)
    if title:
        metadata = replace(metadata, headline=title)
    if not page.blocks:
        return _empty(metadata, decoded.notes)
    verdict = judge_blocks(tree, page)
    notes = (*decoded.notes, *verdict.notes)
    body = find_body(page, verdict)
    headline = find_headline(page.blocks, body, verdict, metadata)
    body = body_after(body, headline[0] if headline else None)
    if is_article(page.blocks, body, metadata, has_headline=headline is not None):
        first = headline[0] if headline else body.index(True)
        end = end_of_article(page.blocks, body, verdict)
    else:
        notes = (*notes, "no-article-found")
        body = (False,) * len(body)
        first, end = 0, len(page.blocks)
    roles = markup_roles(page.blocks, body, verdict, headline, metadata)
    shown = [number for number in range(first, end) if not verdict.hidden[number]]
    if not shown:
        return _empty(metadata, notes)
    segments = _segments(
        [page.blocks[n] for n in shown], [roles[n] for n in shown], [body[n] for n in shown]
    )
    text = _BETWEEN.join(page.blocks[n].text for n in shown)
    return HtmlReading(text=text, segments=segments, metadata=metadata, notes=notes)


def parse_blocks(page: str, limits: Limits) -> tuple[HtmlElement | None, BlockList]:
    """The tree of a page or fragment and its blocks, nested at most `html_depth` deep."""
    tree = parse_page(page)
    if tree is not None:
        blocks = read_blocks(tree)
        if blocks.depth <= limits.html_depth:
            return tree, blocks
    tree = parse_flattened(page, depth=limits.html_depth)
    return tree, read_blocks(tree) if tree is not None else BlockList()


def _empty(metadata: HtmlMetadata, notes: tuple[str, ...]) -> HtmlReading:
    return HtmlReading(text="", segments=(), metadata=metadata, notes=(*notes, "no-visible-text"))


def is_article(
    blocks: Sequence[Block],
    body: Sequence[bool],
    metadata: HtmlMetadata,
    *,
    has_headline: bool,
) -> bool:
    """Whether the body is that of an article, not teasers of a front page or a login form."""
    if not any(body):
        return False
    if (metadata.kind or "").lower() == "article":
        return True
    address = path_of(metadata.address)
    if address is not None and address.strip("/") == "":
        return False
    words = sum(block.words for block, is_body in zip(blocks, body, strict=True) if is_body)
    return has_headline or words >= _ENOUGH_WORDS


def path_of(address: str | None) -> str | None:
    """The path of an address; None without an address that can be read."""
    if not address:
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return parts.path + parts.query


def _segments(
    blocks: Sequence[Block], roles: Sequence[MarkupRole], body: Sequence[bool]
) -> tuple[Segment, ...]:
    segments: list[Segment] = []
    start = 0
    for line, (block, (role, why), is_body) in enumerate(zip(blocks, roles, body, strict=True)):
        cuts = cut_points(block.text) if role is None else [(0, len(block.text))]
        segments.extend(
            Segment(
                start=start + left,
                end=start + right,
                text=block.text[left:right],
                line=line,
                tag=block.tag,
                markup_role=role,
                markup_why=why,
                extracted=is_body and role is None,
            )
            for left, right in cuts
        )
        start += len(block.text) + len(_BETWEEN)
    return tuple(segments)
