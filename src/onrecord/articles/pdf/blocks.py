"""Paragraphs of a PDF as blocks of a document: words joined, headings, captions, furniture."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.articles.block_reading import DocumentBlock
from onrecord.articles.pdf.hyphens import Words, join_lines
from onrecord.articles.pdf.layout import Layout
from onrecord.articles.pdf.lines import Line
from onrecord.articles.pdf.paragraphs import Paragraph
from onrecord.values.vocabulary import Role

_LARGE, _LARGER = 1.6, 1.18
"""Times the text's size from which on a short paragraph is a heading of the first, second rank."""
_HEADING_WORDS = 40
_CAPTION_WORDS = 80
_SENTENCE_WORDS = 5
_SENTENCE = re.compile(r"[.!?:;…][\"'”’»)]*$")
_CAPTION_SIZE = 0.95
_CAPTION_REACH = 2.5
"""Sizes below a picture's lower edge in which its caption begins."""

type Box = tuple[float, float, float, float]
"""Left, top, right, bottom of a picture."""


def paragraph_text(paragraph: Paragraph, words: Words) -> str:
    """The words of a paragraph in one line."""
    text = paragraph.first.text
    for above, line in zip(paragraph.lines, paragraph.lines[1:], strict=False):
        text = join_lines(text, line.text, words, soft=above.wraps)
    return text


def to_block(
    paragraph: Paragraph, words: Words, layout: Layout, pictures: Mapping[int, Sequence[Box]]
) -> DocumentBlock:
    """The block of a paragraph, with the tag that its type says and its role where it is sure."""
    text = paragraph_text(paragraph, words)
    tag = _tag(paragraph, text, layout)
    if tag == "figcaption":
        return DocumentBlock(text=text, tag=tag, role=Role.CAPTION, why="structure: caption")
    if _is_caption(paragraph, text, layout, pictures.get(paragraph.first.page, ())):
        return DocumentBlock(
            text=text, tag="figcaption", role=Role.CAPTION, why="small-type-under-a-picture"
        )
    return DocumentBlock(text=text, tag=tag)


def with_verdict(block: DocumentBlock, own: bool | None) -> DocumentBlock:
    """The block with what links, tags and neighbours say of it; foreign text is residue."""
    if own is False and block.role is None and _is_text(block.text):
        return replace(block, role=Role.RESIDUE, why="foreign: by-links-or-tags")
    return replace(block, extracted=own)


def _is_text(text: str) -> bool:
    """Whether it ends as sentences do: a headline, which may be a link to itself, does not."""
    return len(text.split()) >= _SENTENCE_WORDS and _SENTENCE.search(text) is not None


def furniture_block(lines: Sequence[Line], whys: Mapping[int, str]) -> DocumentBlock:
    """The furniture of one page's edge, or of two pages where they meet, as one block."""
    reasons = sorted({whys[id(line)] for line in lines})
    return DocumentBlock(
        text="\n".join(line.text for line in lines),
        role=Role.RESIDUE,
        why=f"edge-of-the-page: {', '.join(reasons)}",
        outside=True,
    )


def turned_block(lines: Sequence[Line]) -> DocumentBlock:
    """Text at another angle than the page's: stamps, watermarks, credits beside pictures."""
    text = "\n".join(line.text for line in lines)
    return DocumentBlock(text=text, role=Role.RESIDUE, why="turned-text", outside=True)


def _tag(paragraph: Paragraph, text: str, layout: Layout) -> str | None:
    if paragraph.first.tag is not None:
        return paragraph.first.tag
    words = len(text.split())
    if words > _HEADING_WORDS or not words:
        return None
    size = min(line.size for line in paragraph.lines)
    if size >= _LARGE * layout.body_size:
        return "h1"
    if size >= _LARGER * layout.body_size:
        return "h2"
    return None


def _is_caption(paragraph: Paragraph, text: str, layout: Layout, pictures: Sequence[Box]) -> bool:
    line = paragraph.first
    if line.size > _CAPTION_SIZE * layout.body_size or len(text.split()) > _CAPTION_WORDS:
        return False
    return any(
        left - line.size <= line.left <= right
        and -0.5 * line.size <= line.top - bottom <= _CAPTION_REACH * line.size
        for left, _, right, bottom in pictures
    )
