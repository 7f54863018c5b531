"""Header lines that a person or a database put over a plain text: `Title:`, `Date:`, `Source:`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.articles.segments import Segment
from onrecord.lexicon.stamps import find_stamps
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Role

_KEYS = {
    "title": "headline", "headline": "headline", "hed": "headline",
    "subtitle": "dek", "dek": "dek", "standfirst": "dek", "summary": "dek",
    "author": "byline", "authors": "byline", "byline": "byline", "author(s)": "byline",
    "date": "published", "published": "published", "publication date": "published",
    "publish date": "published", "pubdate": "published", "date published": "published",
    "updated": "updated", "modified": "updated", "last updated": "updated",
    "source": "outlet", "outlet": "outlet", "publisher": "outlet", "publication": "outlet",
    "newspaper": "outlet", "url": "address", "link": "address", "address": "address",
    "agency": "agency", "wire": "agency", "section": "section", "language": "section",
}  # fmt: skip
_ROLES = {
    "headline": Role.HEADLINE, "dek": Role.DEK, "byline": Role.BYLINE, "published": Role.TIMESTAMP,
    "updated": Role.TIMESTAMP, "outlet": Role.CREDIT, "agency": Role.CREDIT,
    "address": Role.RESIDUE, "section": Role.TAGS, "tags": Role.TAGS, "aside": Role.RESIDUE,
    "rights": Role.CREDIT, "info": Role.CREDIT, "caption": Role.CAPTION, "notice": Role.NOTICE,
    "dateline": Role.DATELINE,
}  # fmt: skip
_LINE = re.compile(r"(?P<key>[A-Za-z][A-Za-z ()]{1,18}?)\s?:\s*(?P<value>\S.*)", re.DOTALL)
_FEWEST = 2
"""Header lines in a row that make a header; one alone may be a sentence."""
_TITLE_WORDS = 30
_NUMBERED = re.compile(r"\d{1,4}[.)]\s+(?P<title>[^\s\d].*)", re.DOTALL)
_DAY_WORDS = 16


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """One line of the header: what it states and where the value stands in the text."""

    segment: int
    field: str
    value: str
    span: Span

    @property
    def role(self) -> Role:
        """The role of the line."""
        return _ROLES[self.field]


def read_header(segments: Sequence[Segment]) -> tuple[HeaderLine, ...]:
    """The header lines that open the text; empty where there is no header.

    One line is enough when it is `Title:` or `Headline:` in the first line.
    """
    found = _lines_from(segments, 0)
    if len(found) >= _FEWEST or (found and found[0].field == "headline"):
        return tuple(found)
    return () if found else _under_a_title(segments) or _of_a_digest(segments)


def _under_a_title(segments: Sequence[Segment]) -> tuple[HeaderLine, ...]:
    """A first line without a key is the title where two others stand right under it."""
    if not segments or len(segments[0].text.split()) > _TITLE_WORDS:
        return ()
    if segments[0].tag != "h1" and any(segment.tag == "h1" for segment in segments):
        return ()  # the document says itself which line is its title
    found = _lines_from(segments, 1)
    fields = {line.field for line in found}
    if len(fields & {"published", "outlet", "byline", "address"}) < _FEWEST or "headline" in fields:
        return ()
    title = segments[0]
    line = HeaderLine(0, "headline", title.text, Span(title.start, title.end))
    return (line, *found)


def _of_a_digest(segments: Sequence[Segment]) -> tuple[HeaderLine, ...]:
    """`1. Title`, and under it one short line with the outlet and the day."""
    match = _NUMBERED.fullmatch(segments[0].text) if len(segments) > 2 else None
    if match is None or len(match["title"].split()) > _TITLE_WORDS:
        return ()
    head = segments[0]
    found = [HeaderLine(0, "headline", match["title"], Span(head.start + match.start(1), head.end))]
    for n in (1, 2):
        segment = segments[n]
        if segment.line != segments[1].line or len(segment.text.split()) > _DAY_WORDS:
            break
        stamps = find_stamps(segment.text)
        before = segment.text[: stamps[0].start] if stamps else segment.text
        outlet = before.strip(" ,;|/·–—-").removesuffix("(").rstrip(" ,")
        if outlet and n == 1:
            start = segment.start + segment.text.index(outlet)
            found.append(HeaderLine(n, "outlet", outlet, Span(start, start + len(outlet))))
        if stamps:
            span = Span(segment.start + stamps[0].start, segment.start + stamps[0].end)
            if found[-1].field != "outlet":
                return ()
            # The role of a line that holds both is that of its outlet.
            found.insert(1, HeaderLine(n, "published", segment.text, span))
            return tuple(found)
    return ()


def _lines_from(segments: Sequence[Segment], first: int) -> list[HeaderLine]:
    """The header lines in a row from segment `first` on."""
    found: list[HeaderLine] = []
    for n, segment in enumerate(segments[first:], first):
        match = _LINE.fullmatch(segment.text)
        field = _KEYS.get(match["key"].lower().strip()) if match else None
        if match is None or field is None:
            break
        start = segment.start + match.start("value")
        found.append(HeaderLine(n, field, match["value"].strip(), Span(start, segment.end)))
    return found
