"""Header lines that a person or a database put over a plain text: `Title:`, `Date:`, `Source:`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.articles.segments import Segment
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Role

_KEYS = {
    "title": "headline", "headline": "headline", "hed": "headline",
    "subtitle": "dek", "dek": "dek", "standfirst": "dek", "summary": "dek",
    "author": "byline", "authors": "byline", "byline": "byline",
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
    "address": Role.RESIDUE, "section": Role.TAGS,
}  # fmt: skip
_LINE = re.compile(r"(?P<key>[A-Za-z][A-Za-z ]{1,18}?)\s?:\s*(?P<value>\S.*)", re.DOTALL)
_FEWEST = 2
"""Header lines in a row that make a header; one alone may be a sentence."""


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
    found: list[HeaderLine] = []
    for n, segment in enumerate(segments):
        match = _LINE.fullmatch(segment.text)
        field = _KEYS.get(match["key"].lower().strip()) if match else None
        if match is None or field is None:
            break
        start = segment.start + match.start("value")
        found.append(HeaderLine(n, field, match["value"].strip(), Span(start, segment.end)))
    if len(found) >= _FEWEST or (found and found[0].field == "headline"):
        return tuple(found)
    return ()
