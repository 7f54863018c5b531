"""A fragment of HTML that is an article's body: all of its visible blocks, in order.

Unlike a page, it holds nothing but the article, so no article is looked for in it and
nothing is dropped but scripts, styles and what is hidden.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.articles.html.body import parse_blocks
from onrecord.articles.html.metadata import HtmlMetadata
from onrecord.articles.html.page_blocks import Block
from onrecord.articles.html.roles import MarkupRole, markup_roles
from onrecord.articles.html.verdict import BodyVerdict, judge_regions
from onrecord.articles.lines import cut_points, split_lines
from onrecord.articles.segments import Segment
from onrecord.settings import Limits
from onrecord.text.markup import as_markup
from onrecord.values.vocabulary import Role

_BETWEEN = "\n\n"
_STRAY = re.compile(r"<(?![A-Za-z/!?])")
_PARAGRAPH = re.compile(r"<p\b", re.IGNORECASE)
_PARAGRAPHS = re.compile(r"<(?:p|br)\b", re.IGNORECASE)
_BLOCKS = re.compile(r"<(?:div|section|blockquote|ul|ol|table|pre|h[1-6])\b", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n[ \t\xa0]*(?:\n[ \t\xa0]*)+")
_LISTED = frozenset({"li", "tr", "td", "th", "dd", "dt", "pre"})
_LINKS = 0.5


@dataclass(frozen=True, slots=True)
class Fragment:
    """What a fragment holds. Offsets are code points of `text`."""

    text: str
    """The visible blocks, a blank line apart."""
    segments: tuple[Segment, ...]


def read_fragment(markup: str, limits: Limits) -> Fragment:
    """The blocks of a fragment of HTML, however broken it is. No input makes this fail.

    1. HTML escaped too often is unescaped; line ends mean something where no element does
    2. parse, nested at most `limits.html_depth` deep
    3. leave out what is hidden, give each block the role that its markup states
    4. a segment for each block, or for each line where no `<p>` is used; cut where glued
    """
    # 1. what the writer meant
    meant = _with_breaks(_STRAY.sub("&lt;", as_markup(markup)))
    # 2. blocks
    tree, page = parse_blocks(meant, limits)
    if tree is None:
        return Fragment("", ())
    # 3. roles
    everything = [True] * len(page.blocks)
    hidden, residue = judge_regions(page, everything)
    verdict = BodyVerdict(tuple(everything), tuple(hidden), tuple(residue))
    roles = markup_roles(page.blocks, everything, verdict, None, HtmlMetadata())
    shown = [n for n, unseen in enumerate(hidden) if not unseen]
    # 4. segments
    blocks = [page.blocks[n] for n in shown]
    lined = not _PARAGRAPH.search(meant)
    segments = tuple(_segments(blocks, [roles[n] for n in shown], lined=lined))
    return Fragment(_BETWEEN.join(block.text for block in blocks), segments)


def _with_breaks(markup: str) -> str:
    """The markup with `<br>` for line ends where no element says where a paragraph ends.

    Editors that keep paragraphs as blank lines put no `<p>`; they may still have headings.
    """
    if _PARAGRAPHS.search(markup):
        return markup
    lines = markup.replace("\r\n", "\n").replace("\r", "\n")
    if _BLOCKS.search(lines):
        return _BLANK_LINE.sub("<br><br>", lines)
    return lines.replace("\n", "<br>")


def _segments(
    blocks: Sequence[Block], roles: Sequence[MarkupRole], *, lined: bool
) -> Iterator[Segment]:
    start = line = 0
    for block, (role, why) in zip(blocks, roles, strict=True):
        for number, part in enumerate(_parts(block, role, lined=lined)):
            yield Segment(
                start=start + part.start,
                end=start + part.end,
                text=part.text,
                line=line + part.line,
                blank_before=part.blank_before if number else int(start > 0),
                tag=block.tag,
                markup_role=role,
                markup_why=why,
                extracted=True if role is None and _is_listed(block) else None,
            )
        start += len(block.text) + len(_BETWEEN)
        line += block.text.count("\n") + len(_BETWEEN)


def _parts(block: Block, role: Role | None, *, lined: bool) -> list[Segment]:
    """The segments of one block, by offsets in it."""
    words = block.text
    if role is None and lined:
        return split_lines(words)
    cuts = [(0, len(words))] if role is not None else cut_points(words)
    return [Segment(start=left, end=end, text=words[left:end], line=0) for left, end in cuts]


def _is_listed(block: Block) -> bool:
    """Whether it is body by its place though it may be no sentence: an item, a row, a quotation."""
    return (block.tag in _LISTED or block.in_quote) and block.link_share < _LINKS
