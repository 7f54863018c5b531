"""Which agency's copy an article is: credits in dateline, byline, credit and contributor lines.

A credit is authorship; "told Reuters" in the text is attribution and is never read here.
Evidence is taken in this order: dateline, byline, credit line, metadata, contributor
line. Of contributor lines only an agency's own counts ("Associated Press writer A. B. helped");
"The Associated Press contributed" stands under an outlet's own report. A photograph's credit
is the photograph's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.articles.datelines import find_dateline
from onrecord.lexicon.agencies import agencies, find_agency
from onrecord.values.article import Field, Paragraph
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Basis, Role

_ORDER = (Role.DATELINE, Role.BYLINE, Role.TIMESTAMP, Role.CREDIT, Role.CONTRIBUTOR)
_UNKNOWN_AGENCY = re.compile(
    r"\b((?:[A-Z][\w-]+ ){1,3}(?:News|Press|Wire) (?:Agency|Service|Association)"
    r"|(?:[A-Z][\w-]+ ){1,2}Newswire)\b"
)
_WITH_INITIALS = re.compile(r"\bwith (?:reports from )?(?:the )?([A-Z]{2,6})\b")
_WRITERS = re.compile(r"(?:\s\w+){0,3}\s(?:writers?|reporters?|journalists?|correspondents?)\b")


def find_agency_credit(
    text: str,
    paragraphs: Sequence[Paragraph],
    *,
    authors: Sequence[str] = (),
    credits: Sequence[str] = (),
) -> Field | None:
    """The agency credited with the article, by its short code, or None.

    Args:
        text: the kept text.
        paragraphs: its paragraphs with roles.
        authors: authors named in the metadata.
        credits: credits, sources and copyright notices in the metadata.
    """
    for role in _ORDER:
        if role is Role.CONTRIBUTOR and (field := _in_metadata(authors, credits)):
            return field
        for paragraph in paragraphs:
            if paragraph.role is role and (field := _in_paragraph(text, paragraph)):
                return field
    return None


def is_own_syndicate(code: str, outlet: str) -> bool:
    """Whether the credit is the outlet's own name: a publisher that also sells its copy."""
    return any(
        agency.code == code
        and agency.kind == "syndicate"
        and code.lower() in re.split(r"\W+", outlet.lower())
        for agency in agencies()
    )


def _in_paragraph(text: str, paragraph: Paragraph) -> Field | None:
    line = text[paragraph.start : paragraph.end].rstrip()
    if paragraph.role is Role.DATELINE:
        dateline = find_dateline(line + " x") or find_dateline(line + "\u2014 x")
        if dateline is None or dateline.agency is None or dateline.agency_code is None:
            return None
        found = dateline.agency_code, dateline.agency.start, dateline.agency.end
    else:
        if paragraph.role is Role.TIMESTAMP and not re.search(r"\bby\b", line, re.IGNORECASE):
            return None
        named = find_agency(line, brackets=True) or _unknown(line)
        if named is None or _is_only_address(line, named[1]):
            return None
        if paragraph.role is Role.CONTRIBUTOR and _WRITERS.match(line, named[2]) is None:
            return None
        found = named
    code, start, end = found
    span = Span(paragraph.start + start, paragraph.start + end)
    return Field(code, Basis.STATED, span, f"credit-in-{paragraph.role.value}")


def _unknown(line: str) -> tuple[str, int, int] | None:
    for pattern in (_UNKNOWN_AGENCY, _WITH_INITIALS):
        match = pattern.search(line)
        if match is not None:
            return match[1], match.start(1), match.end(1)
    return None


def _is_only_address(line: str, start: int) -> bool:
    """Whether the name stands in an address or a handle: `@Reuters`, `jane@reuters.com`."""
    before = line[:start].rsplit(maxsplit=1)[-1:] if start and not line[start - 1].isspace() else []
    return bool(before) and bool(re.search(r"[@.]|//", before[0]))


def _in_metadata(authors: Sequence[str], credits: Sequence[str]) -> Field | None:
    for author in authors:
        named = find_agency(author, brackets=True) or _unknown(author)
        if named is not None and not _is_only_address(author, named[1]):
            return Field(named[0], Basis.METADATA, None, "author-in-metadata")
    for credit in credits:
        named = find_agency(credit, brackets=len(credit) <= 24) or _unknown(credit)
        if named is not None and not _is_only_address(credit, named[1]):
            return Field(named[0], Basis.METADATA, None, "credit-in-metadata")
    return None
