"""Blocks of a formatted document (PDF, DOCX, mail, news item) as the text of an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.articles.database.header import read_head
from onrecord.articles.evidence import Metadata, Reading
from onrecord.articles.lines import split_lines
from onrecord.articles.segments import Segment
from onrecord.values.vocabulary import Role

_BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentBlock:
    """One paragraph, heading, list item or cell of a document."""

    text: str
    """Its words; line breaks in it stay."""
    tag: str | None = None
    """The HTML element that says the same, where the format tells: `h1`, `h2`, `li`, ..."""
    role: Role | None = None
    """The role that the format states beyond doubt; None leaves it to the labeller."""
    why: str = ""
    """The reason for `role`."""
    outside: bool = False
    """Whether it is no part of the flow: a running head, a page number. It needs a role."""
    extracted: bool | None = None
    """Whether it is known to be the article's own text; None leaves it open."""


def read_document(
    blocks: Sequence[DocumentBlock], *, metadata: Metadata, notes: tuple[str, ...] = ()
) -> Reading:
    """The reading of a document: its blocks with a blank line between them, each cut into lines.

    Blocks without a word are left out. A header of lines such as `Date:` is read as in a
    plain text. The text is empty where no block has a word.
    """
    kept = [block for block in blocks if block.text.strip()]
    segments: list[Segment] = []
    start = line = 0
    for block in kept:
        words = block.text.strip()
        segments.extend(_segments(block, words, start, line))
        start += len(words) + len(_BETWEEN)
        line = segments[-1].line + 2
    above = next((n for n, segment in enumerate(segments) if not segment.outside), 0)
    cut, header = read_head(segments[above:])
    return Reading(
        text=_BETWEEN.join(block.text.strip() for block in kept),
        segments=(*segments[:above], *cut),
        metadata=metadata,
        header=tuple(replace(line, segment=line.segment + above) for line in header),
        notes=notes,
    )


def _segments(block: DocumentBlock, words: str, start: int, line: int) -> Iterator[Segment]:
    """The segments of one block whose words begin at `start`, in line number `line`."""
    for part in split_lines(words) if block.role is None else [_whole(words)]:
        yield Segment(
            start=start + part.start,
            end=start + part.end,
            text=part.text,
            line=line + part.line,
            blank_before=part.blank_before if part.start else int(start > 0),
            tag=block.tag,
            markup_role=block.role,
            markup_why=block.why,
            outside=block.outside,
            extracted=block.extracted,
        )


def _whole(words: str) -> Segment:
    return Segment(start=0, end=len(words), text=words, line=0)
