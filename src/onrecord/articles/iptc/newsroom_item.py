"""A news item of an agency, whatever format it came in: its lines in the order of print.

The same item sent as ninjs, NewsML-G2 or NITF gives the same text, so that copies meet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from onrecord.articles.block_reading import DocumentBlock, read_document
from onrecord.articles.datelines import find_dateline, is_place_alone
from onrecord.articles.evidence import Metadata, Reading
from onrecord.articles.facts import line_facts
from onrecord.articles.fragment_reading import Fragment
from onrecord.articles.pattern_roles import find_pattern
from onrecord.articles.segments import Segment
from onrecord.values.vocabulary import Role

_BETWEEN = "\n\n"
_SENTENCE = re.compile(r"\w\W+\w+[.!?][\"”’»)]*(?:$|\s+[(\[A-Z\"“])")
"""A paragraph that is one, or that goes on behind one with a sign-off in brackets."""
_BY = re.compile(r"\Aby ")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HEAD = 12
"""How many segments of a body may repeat the headline and the lines under it."""
_LONGEST_NOTE = 1_200
"""Characters: nothing longer is a line about a correction."""
_OPENING = 4
"""How many paragraphs of a body are looked at for a dateline."""
_TELLS_OF_CHANGE = re.compile(
    r"\W*(?:correct(?:s|ed|ing|ion)|clarif(?:ies|ied|ying|ication)|retract|withdr[ae]w|refil"
    r"|recast|updat(?:es|ed|ing)|removes\b|deletes\b)",
    re.IGNORECASE,
)
"""How a note to editors begins that says what was changed in a later version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsroomItem:
    """The parts of a news item, each as its format states it."""

    body: Fragment
    metadata: Metadata
    headline: str | None = None
    deks: tuple[str, ...] = ()
    """Subheadlines and abstracts that are printed."""
    bylines: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    dateline: str | None = None
    """The line as it is printed: place, day, agency."""
    notes: tuple[str, ...] = ()


def read_newsroom_item(item: NewsroomItem) -> Reading:
    """The reading of a news item.

    1. lines that the body repeats are known by their words and not printed twice
    2. the others stand in the order headline, dek, byline, notice, dateline, body
    """
    # 1. what the body prints itself
    body, missing, place = _matched(item)
    # 2. one text
    head = read_document(missing, metadata=Metadata())
    if not head.text:
        text, segments = body.text, list(body.segments)
    else:
        text, segments = _inserted(body, place, head)
    return Reading(
        text=text,
        segments=tuple(_numbered(text, segments)),
        metadata=item.metadata,
        notes=item.notes,
    )


def notice_of(note: str | None) -> str | None:
    """A note to editors that tells of a correction or an update, as one line; others are not
    for print: who wrote, whom to call, what pictures there are."""
    line = " ".join((note or "").split())
    if len(line) > _LONGEST_NOTE:
        return None
    if not line or _TELLS_OF_CHANGE.match(line):
        return line or None
    hit = find_pattern(line, line_facts(Segment(start=0, end=len(line), text=line, line=0)))
    return line if hit is not None and hit.role is Role.NOTICE else None


def words_of(text: str) -> str:
    """The words alone, for comparing what two parts of an item print."""
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


def _lines(item: NewsroomItem) -> Iterator[DocumentBlock]:
    stated = "stated-by-the-format: "
    if item.headline:
        yield DocumentBlock(
            text=item.headline, tag="h1", role=Role.HEADLINE, why=f"{stated}headline"
        )
    for dek in item.deks:
        yield DocumentBlock(text=dek, role=Role.DEK, why=f"{stated}subheadline")
    for byline in item.bylines:
        yield DocumentBlock(text=byline, role=Role.BYLINE, why=f"{stated}byline")
    for notice in item.notices:
        yield DocumentBlock(text=notice, role=Role.NOTICE, why=f"{stated}note")
    if item.dateline and not _prints_dateline(item.body, item.dateline):
        yield DocumentBlock(text=item.dateline, role=Role.DATELINE, why=f"{stated}dateline")


def _matched(item: NewsroomItem) -> tuple[Fragment, list[DocumentBlock], int]:
    """The body with roles for the lines it repeats, the lines it lacks, and where these go."""
    segments = [_as_body(segment) for segment in item.body.segments]
    words = [words_of(segment.text) for segment in segments[:_HEAD]]
    missing: list[DocumentBlock] = []
    place = 0
    for line in _lines(item):
        n = _repeated(line, words)
        if n is None:
            missing.append(line)
            continue
        if line.role is not Role.DEK:  # an abstract may be the first paragraph once more
            segments[n] = replace(segments[n], markup_role=line.role, markup_why=line.why)
        if line.role is Role.HEADLINE:
            place = segments[n].end
    summary = words_of(item.metadata.dek or "")
    for n, found in enumerate(words):
        if found and found == summary and segments[n].markup_role is Role.RESIDUE:
            why = "equals-the-stated-summary"
            segments[n] = replace(segments[n], markup_role=Role.DEK, markup_why=why)
    return Fragment(item.body.text, tuple(segments)), missing, place


def _repeated(line: DocumentBlock, words: list[str]) -> int | None:
    """The number of the segment that prints a line once more; a byline with or without `By`."""
    wanted = words_of(line.text)
    if line.role is Role.BYLINE:
        wanted, words = _BY.sub("", wanted, count=1), [_BY.sub("", w, count=1) for w in words]
    return words.index(wanted) if wanted in words else None


def _as_body(segment: Segment) -> Segment:
    """A sentence in the body of a news item is body, however short: it holds nothing else."""
    if segment.markup_role is not None or segment.tag in _HEADINGS:
        return segment
    return replace(segment, extracted=True) if _SENTENCE.search(segment.text) else segment


def _prints_dateline(body: Fragment, dateline: str) -> bool:
    """Whether one of the first paragraphs opens with a dateline, this one or its own."""
    wanted = words_of(dateline)
    prose = (s for s in body.segments[:_HEAD] if s.markup_role is None and s.tag not in _HEADINGS)
    opening = [segment.text for segment in islice(prose, _OPENING)]
    return any(
        words_of(text).startswith(wanted) or find_dateline(text) is not None or is_place_alone(text)
        for text in opening
    )


def _inserted(body: Fragment, place: int, head: Reading) -> tuple[str, list[Segment]]:
    """The text and segments of the body with the head's lines put in at an offset."""
    before, after = body.text[:place], body.text[place:]
    start = len(before) + len(_BETWEEN) if before else 0
    between = "" if not after or after.startswith("\n") else _BETWEEN
    shift = start - place + len(head.text) + len(between)
    text = f"{before}{_BETWEEN if before else ''}{head.text}{between}{after}"
    first = [s for s in body.segments if s.end <= place]
    lines = [_moved(s, start) for s in head.segments]
    rest = [_moved(s, shift) for s in body.segments if s.end > place]
    if rest and not rest[0].blank_before:
        rest[0] = replace(rest[0], blank_before=1)
    return text, [*first, *lines, *rest]


def _moved(segment: Segment, shift: int) -> Segment:
    return replace(segment, start=segment.start + shift, end=segment.end + shift)


def _numbered(text: str, segments: list[Segment]) -> Iterator[Segment]:
    """The segments with the number of the line in which each begins."""
    line = seen = 0
    for segment in segments:
        line += text.count("\n", seen, segment.start)
        seen = segment.start
        yield segment if segment.line == line else replace(segment, line=line)
