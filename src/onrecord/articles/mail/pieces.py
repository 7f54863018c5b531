"""The texts of a mail, each as segments: plain text or HTML, and which of two is taken.

Of a text in two forms the HTML is taken, since it says what is a heading, a caption or
hidden, unless the plain form holds over a fifth more words of prose: newsletters often say
no more than `view in browser` in the plain form, others put pictures of text into the HTML.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.articles.block_reading import DocumentBlock, read_document
from onrecord.articles.evidence import Metadata
from onrecord.articles.facts import line_facts
from onrecord.articles.html.body import HtmlReading, parse_blocks, read_html
from onrecord.articles.html.decoding import decode_page
from onrecord.articles.html.metadata import HtmlMetadata
from onrecord.articles.html.page_blocks import Block, BlockList
from onrecord.articles.html.verdict import is_prose
from onrecord.articles.mail.forwarded import Forwarded, aside_lines, find_forwarded, unquoted
from onrecord.articles.mail.lines import column_of, paragraphs_of, unescape_from, unflow
from onrecord.articles.pattern_roles import find_pattern
from onrecord.articles.segments import Segment
from onrecord.settings import Limits
from onrecord.sources.mails.mail_parts import Part, fitting_charset
from onrecord.values.vocabulary import Role

_COLLAPSED = re.compile(rb"max-height\s*:\s*0(?:px)?(?=\s*[;\"'!])", re.IGNORECASE)
"""How mails hide the line that only a list of mails shows, where `display` is ignored."""
_LINE_BREAK = re.compile(r"\r\n?|\n")
_LINK = re.compile(r"[(<\[]?\s*\b(?:https?://|www\.)\S+")
_FURNITURE = "mail-furniture"
"""The pattern of lines about the mail itself, which in a mail leaves no doubt."""
_FIFTH_MORE = 1.2
_HALF = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What is known of a mail before its texts are read."""

    title: str | None
    """Its subject without what programs put before it."""
    is_outlets: bool
    """Whether an outlet sent it to many; else a person may have added and quoted things."""
    is_reply: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One text of a mail."""

    text: str
    segments: tuple[Segment, ...]
    prose: int
    """Words of paragraphs in it, links and quotations not counted."""
    words: int
    """All words that are in sight."""
    forwarded: Forwarded | None = None
    said: HtmlMetadata | None = None
    """What the markup says of itself."""
    notes: tuple[str, ...] = ()


def best_piece(branches: Sequence[Sequence[Part]], letter: Letter, limits: Limits) -> list[Piece]:
    """The pieces of the alternative that holds most of the article, without those of no word."""
    read = [[_piece(part, letter, limits) for part in branch] for branch in branches]
    weighed = [
        (
            sum(piece.prose for piece in pieces) * (_FIFTH_MORE if _has_html(branch) else 1),
            sum(piece.words for piece in pieces),
            -n,
            pieces,
        )
        for n, (branch, pieces) in enumerate(zip(branches, read, strict=True))
    ]
    best = max(weighed, key=lambda one: one[:3])[3]
    return [piece for piece in best if piece.text.strip()]


def _has_html(branch: Sequence[Part]) -> bool:
    return any(part.media_type == "text/html" for part in branch)


def _piece(part: Part, letter: Letter, limits: Limits) -> Piece:
    data = part.decoded()
    charset = fitting_charset(data, part.charset)
    if part.media_type == "text/html":
        return _html_piece(data, charset, letter, limits)
    decoded = decode_page(data, charset)
    lines = _LINE_BREAK.split(decoded.text)
    parameters = part.headers.parameters("content-type")[1]
    flowed = parameters.get("format", "").lower() == "flowed"
    lines = unescape_from(lines)
    if flowed:
        lines = unflow(lines, delete_space=parameters.get("delsp", "").lower() == "yes")
    return _plain_piece(lines, letter, flowed=flowed, notes=decoded.notes)


def _plain_piece(
    lines: list[str], letter: Letter, *, flowed: bool, notes: tuple[str, ...]
) -> Piece:
    """1. a forwarded header; 2. quotations and signatures; 3. the paragraphs between them."""
    forwarded = None if letter.is_outlets else _forwarded(lines, letter)
    start = 0
    if forwarded is not None:
        start = forwarded.end
        lines = [*lines[:start], *unquoted(lines[start:])]
    aside = {n: "above-a-forwarded-mail" for n in range(start) if lines[n].strip()}
    if not letter.is_outlets:
        aside |= {n + start: why for n, why in aside_lines(lines[start:]).items()}
    column = None if flowed else column_of([x for n, x in enumerate(lines) if n not in aside])
    blocks: list[DocumentBlock] = []
    for stretch, why in _stretches(lines, aside):
        for text in paragraphs_of(stretch, None if why or flowed else column):
            role = Role.RESIDUE if why else None
            blocks.extend(_blocks(text, role, why, one_a_line=flowed))
    reading = read_document(blocks, metadata=Metadata())
    own = [_LINK.sub("", block.text) for block in blocks if block.role is None]
    counts = [len(text.split()) for text in own]
    return Piece(
        text=reading.text,
        segments=reading.segments,
        prose=sum(count for count in counts if count >= 20),
        words=sum(counts),
        forwarded=forwarded,
        notes=notes,
    )


def _blocks(text: str, role: Role | None, why: str, *, one_a_line: bool) -> list[DocumentBlock]:
    parts = text.split("\n") if one_a_line and role is None else [text]
    return [DocumentBlock(text=part, role=role, why=why) for part in parts]


def _forwarded(lines: Sequence[str], letter: Letter) -> Forwarded | None:
    """The header of a forwarded mail; one that was answered is none, it is a quotation."""
    found = find_forwarded(lines)
    if found is None or not letter.is_reply:
        return found
    return None if any(line.strip() for line in lines[: found.first]) else found


def _stretches(lines: Sequence[str], aside: dict[int, str]) -> list[tuple[list[str], str]]:
    """Lines in a row that are of one kind; empty lines go with those before them."""
    stretches: list[tuple[list[str], str]] = []
    for n, line in enumerate(lines):
        why = aside.get(n, "")
        if stretches and (not line.strip() or stretches[-1][1] == why):
            stretches[-1][0].append(line)
        else:
            stretches.append(([line], why))
    return stretches


def _html_piece(data: bytes, charset: str | None, letter: Letter, limits: Limits) -> Piece:
    data = _COLLAPSED.sub(b"display:none", data)
    _, page = parse_blocks(decode_page(data, charset).text, limits)
    visible = _visible(page)
    lines = [line for block in visible for line in (*block.text.split("\n"), "")]
    forwarded = None if letter.is_outlets else _forwarded(lines, letter)
    title = (forwarded.subject if forwarded else None) or letter.title
    html = read_html(data, limits=limits, encoding=charset, title=title)
    prose = [block for block in visible if is_prose(block)]
    text, segments = html.text, html.segments
    if _misses_half(html, prose):
        text, segments = _all_blocks(visible)
    aside = set(lines[: forwarded.end]) if forwarded else set()
    return Piece(
        text=text,
        segments=tuple(_set_aside(segment, aside) for segment in segments),
        prose=sum(block.words for block in prose),
        words=sum(block.words for block in visible),
        forwarded=forwarded,
        said=html.metadata,
        notes=html.notes,
    )


def _visible(page: BlockList) -> list[Block]:
    hidden: list[bool] = []
    for region in page.regions:
        hidden.append(region.hidden or (region.parent >= 0 and hidden[region.parent]))
    return [block for block in page.blocks if block.region < 0 or not hidden[block.region]]


def _misses_half(html: HtmlReading, prose: Sequence[Block]) -> bool:
    """Whether the article that was found leaves out most of what can be read."""
    kept = set(html.text.split("\n\n"))
    words = sum(block.words for block in prose)
    return sum(block.words for block in prose if block.text in kept) < _HALF * words


def _all_blocks(visible: Sequence[Block]) -> tuple[str, tuple[Segment, ...]]:
    blocks = [
        DocumentBlock(
            text=block.text,
            tag=block.tag,
            role=Role.CAPTION if block.caption else None,
            why=block.caption,
        )
        for block in visible
    ]
    reading = read_document(blocks, metadata=Metadata())
    return reading.text, reading.segments


def _set_aside(segment: Segment, aside: set[str]) -> Segment:
    """The segment as residue where it stands above a forwarded mail or is about the mail itself."""
    if all(line in aside for line in segment.text.split("\n")):
        return _residue(segment, "above-a-forwarded-mail")
    if segment.markup_role is not None:
        return segment
    hit = find_pattern(segment.text, line_facts(segment))
    return _residue(segment, _FURNITURE) if hit and hit.why == _FURNITURE else segment


def _residue(segment: Segment, why: str) -> Segment:
    extracted = None if segment.extracted is None else False
    return replace(segment, markup_role=Role.RESIDUE, markup_why=why, extracted=extracted)
