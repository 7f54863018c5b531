"""What an article says of itself: headline, dek, bylines, outlet, agency, dateline, dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

from onrecord.articles.bylines import find_bylines
from onrecord.articles.credits import find_agency_credit, is_own_syndicate
from onrecord.articles.datelines import find_dateline
from onrecord.articles.datings import (
    read_address,
    read_archived,
    read_given,
    read_names,
    read_stated,
    settle_published,
)
from onrecord.articles.evidence import Metadata, Reading
from onrecord.articles.header_lines import HeaderLine
from onrecord.articles.outlets import find_outlet
from onrecord.values.article import Dating, Field, Paragraph
from onrecord.values.pages import Page
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Basis, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """The fields of one article."""

    headline: Field | None
    dek: Field | None
    bylines: tuple[Field, ...]
    outlet: Field | None
    agency: Field | None
    dateline_place: Field | None
    address: str | None
    published: Dating
    updated: Dating | None


def find_fields(page: Page, reading: Reading, paragraphs: Sequence[Paragraph]) -> Fields:
    """All fields, from the labelled text and what came with it."""
    text, metadata, header = reading.text, reading.metadata, reading.header
    address = page.given.address or metadata.address or _header_value(header, "address")
    agency = _header_field(header, "agency") or find_agency_credit(
        text, paragraphs, authors=metadata.authors, credits=metadata.agencies
    )
    outlet = find_outlet(
        text, paragraphs, metadata=metadata, given=page.given, header=header, address=address
    )
    if agency is not None and outlet is not None and is_own_syndicate(agency.value, outlet.value):
        agency = None
    published, updated = _dates(page, reading, paragraphs, address)
    return Fields(
        headline=_headline(text, paragraphs, metadata, header),
        dek=_first_line(text, paragraphs, Role.DEK, header)
        or _meta(_whole(metadata.dek), metadata),
        bylines=find_bylines(text, paragraphs) or _authors(metadata),
        outlet=outlet,
        agency=agency,
        dateline_place=_dateline_place(text, paragraphs)
        or _meta(metadata.dateline_place, metadata),
        address=address,
        published=published,
        updated=updated,
    )


def _dates(
    page: Page, reading: Reading, paragraphs: Sequence[Paragraph], address: str | None
) -> tuple[Dating, Dating | None]:
    metadata, header = reading.metadata, reading.header
    stated = read_stated(reading.text, paragraphs)
    published = settle_published(
        _header_dating(header, "published"),
        stated.published,
        read_given(page.given.published, Basis.METADATA, "given-with-the-file"),
        read_given(metadata.published, Basis.METADATA, f"metadata: {metadata.source}"),
        read_address(address),
        read_names(page.name_dates),
        read_archived(page.archived),
    )
    updated = (
        _header_dating(header, "updated")
        or stated.updated
        or read_given(metadata.updated, Basis.METADATA, f"metadata: {metadata.source}")
    )
    if updated is not None and updated.days == published.days and updated.at == published.at:
        updated = updated if updated.basis is Basis.STATED else None
    return published, updated


def _header_value(header: Sequence[HeaderLine], field: str) -> str | None:
    return next((line.value for line in header if line.field == field), None)


def _header_field(header: Sequence[HeaderLine], field: str) -> Field | None:
    for line in header:
        if line.field == field:
            return Field(line.value, Basis.STATED, line.span, "header-line")
    return None


def _header_dating(header: Sequence[HeaderLine], field: str) -> Dating | None:
    for line in header:
        if line.field == field:
            dating = read_given(line.value, Basis.STATED, "header-line")
            if dating is not None:
                return Dating(dating.days, dating.basis, dating.at, (line.span,), dating.why)
    return None


def _headline(
    text: str, paragraphs: Sequence[Paragraph], metadata: Metadata, header: Sequence[HeaderLine]
) -> Field | None:
    return (
        _header_field(header, "headline")
        or _first_line(text, paragraphs, Role.HEADLINE, ())
        or _meta(metadata.headline, metadata)
    )


def _first_line(
    text: str, paragraphs: Sequence[Paragraph], role: Role, header: Sequence[HeaderLine]
) -> Field | None:
    if header and role is Role.DEK and (field := _header_field(header, "dek")):
        return field
    for paragraph in paragraphs:
        if paragraph.role is role and (span := trimmed(text, paragraph)) is not None:
            return Field(span.slice(text), Basis.STATED, span, paragraph.why)
    return None


def trimmed(text: str, paragraph: Paragraph) -> Span | None:
    """The paragraph without the white space around its words, or None when it has none."""
    words = text[paragraph.start : paragraph.end]
    start = paragraph.start + len(words) - len(words.lstrip())
    end = paragraph.start + len(words.rstrip())
    return Span(start, end) if start < end else None


def _whole(dek: str | None) -> str | None:
    """A description that is not cut off; pages escape its dots once or twice."""
    words = unescape(unescape(dek or "")).strip()
    return None if words.endswith(("…", "...", "[…]", "[...]")) else words or None


def _meta(value: str | None, metadata: Metadata) -> Field | None:
    return Field(value, Basis.METADATA, None, f"metadata: {metadata.source}") if value else None


def _authors(metadata: Metadata) -> tuple[Field, ...]:
    why = f"metadata: {metadata.source}"
    return tuple(Field(author, Basis.METADATA, None, why) for author in metadata.authors)


def _dateline_place(text: str, paragraphs: Sequence[Paragraph]) -> Field | None:
    for paragraph in paragraphs:
        if paragraph.role is not Role.DATELINE:
            continue
        words = text[paragraph.start : paragraph.end]
        line = words.lstrip()  # line breaks before the first paragraph belong to it
        start = paragraph.end - len(line)
        dateline = find_dateline(line.rstrip("\r\n") + "x") or find_dateline(line.rstrip() + " — x")
        place = dateline.place if dateline else None
        if place is None and dateline is None:
            place = Span(0, len(line.strip())) if line.strip() else None
        if place is not None:
            span = Span(start + place.start, start + place.end)
            return Field(span.slice(text), Basis.STATED, span, paragraph.why)
    return None
