"""Which outlet printed an article: as given, in metadata, in a masthead, or by its address."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from onrecord.articles.evidence import Metadata
from onrecord.articles.head import looks_like_masthead, unglue
from onrecord.articles.header_lines import HeaderLine
from onrecord.lexicon.agencies import find_agency
from onrecord.lexicon.stamps import find_stamps
from onrecord.values.article import Field, Paragraph
from onrecord.values.pages import Given
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Basis, Role

_SOURCE = re.compile(
    r"\(?(?:source|courtesy|via)\s*[:\-–]\s*(?P<name>[^()]{2,60}?)\s*\)?\.?\s*", re.I
)
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright(?:ed)?)\s*(?:©\s*)?(?:\d{4}(?:\s?[-–]\s?\d{4})?)?\s*"
    r"(?:by\s+)?(?:the\s+)?(?P<name>[A-Z][\w.&’' -]{2,50}?)"
    r"(?:\s*(?:\.|,|\||all rights).*)?\s*",
    re.I | re.DOTALL,
)


def find_outlet(
    text: str,
    paragraphs: Sequence[Paragraph],
    *,
    metadata: Metadata,
    given: Given,
    header: Sequence[HeaderLine],
    address: str | None,
) -> Field | None:
    """The outlet in its printed form; from an address alone the registrable domain."""
    if given.outlet:
        return Field(given.outlet, Basis.METADATA, None, "given-with-the-file")
    for line in header:
        if line.field == "outlet":
            return Field(line.value, Basis.STATED, line.span, "header-line")
    if metadata.outlet:
        return Field(metadata.outlet, Basis.METADATA, None, f"metadata: {metadata.source}")
    found = _in_masthead(text, paragraphs) or _in_credits(text, paragraphs)
    return found or outlet_of_address(address)


def _in_masthead(text: str, paragraphs: Sequence[Paragraph]) -> Field | None:
    for paragraph in paragraphs:
        if paragraph.role in (Role.LEDE, Role.BODY):
            return None
        line = text[paragraph.start : paragraph.end].strip()
        if paragraph.why == "site-name-after-the-headline":
            name = line.strip(" |•·»–—-")
        elif paragraph.role is Role.RESIDUE and _is_masthead(bare := _without_stamp(line)):
            name = unglue(bare)
        else:
            continue
        start = text.index(name, paragraph.start)
        return Field(name, Basis.STATED, Span(start, start + len(name)), "masthead")
    return None


def _without_stamp(line: str) -> str:
    """A running head without the day that is printed behind the name."""
    stamps = find_stamps(line)
    return line[: stamps[0].start].rstrip(" |•·,–—-") if stamps else line


def _is_masthead(line: str) -> bool:
    return looks_like_masthead(line) and _may_be_a_name(line)


def _may_be_a_name(line: str) -> bool:
    """A masthead has two words or more; one word of it alone (`News`, `World`) is a menu."""
    words = [w for w in re.split(r"[\s.]+", unglue(line)) if w]
    return 2 <= len(words) <= 5 and not re.search(r"[|»>:]", line) and len(set(words)) > 1


def _in_credits(text: str, paragraphs: Sequence[Paragraph]) -> Field | None:
    for paragraph in paragraphs:
        if paragraph.role is not Role.CREDIT:
            continue
        line = text[paragraph.start : paragraph.end]
        for pattern in (_SOURCE, _RIGHTS):
            match = pattern.fullmatch(line)
            if match is None or find_agency(match["name"], brackets=True) or "gencies" in line:
                continue
            start = paragraph.start + match.start("name")
            name = match["name"].strip()
            return Field(name, Basis.STATED, Span(start, start + len(name)), "credit-line")
    return None


_NUMBERS = re.compile(r"[\d.]+|.*:.*")


def outlet_of_address(address: str | None) -> Field | None:
    """The registrable domain of an address (`bbc.co.uk`), or None."""
    if not address:
        return None
    from tld import get_fld  # noqa: PLC0415

    try:
        domain = get_fld(address, fail_silently=True, fix_protocol=True)
        host = urlsplit(address).hostname or ""
    except ValueError:  # no address at all, such as `https://[`
        return None
    if _NUMBERS.fullmatch(host):
        return None  # a machine's number names no outlet
    if not domain:
        domain = ".".join(host.split(".")[-2:]) if "." in host else None
    return Field(str(domain), Basis.ADDRESS, None, "domain-of-the-address") if domain else None
