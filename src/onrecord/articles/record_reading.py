"""A record of fields (a row, a line, an entry): title, blank line, body."""

from __future__ import annotations

from dataclasses import replace

from onrecord.articles.evidence import Metadata, Reading
from onrecord.articles.fragment_reading import Fragment, read_fragment
from onrecord.articles.iptc.ninjs_reading import read_ninjs
from onrecord.articles.lines import split_lines
from onrecord.errors import EmptyInput
from onrecord.settings import Limits
from onrecord.sources.record_fields import read_record
from onrecord.text.markup import (
    as_markup,
    has_entities,
    has_markup,
    line_of_markup,
    resolve_entities,
)
from onrecord.values.pages import Page

_BETWEEN = "\n\n"
_REMOVED = "markup-removed"


def read_record_page(page: Page, limits: Limits) -> Reading:
    """The reading of one record.

    Raises:
        EmptyInput: the record has no text.
        BrokenInput: the record is no object.
    """
    record = read_record(page.data)
    if record.newsroom is not None:
        item = read_ninjs(record, record.newsroom, limits)
        if item.text:
            return item
    body, notes = _body(record.text or "", limits)
    if not body.text.strip():
        raise EmptyInput(f"{page.name}: the record has no text")
    title = line_of_markup(record.title or "")
    folded = " ".join(body.text.split()).casefold()
    if title and not folded.startswith(title.casefold()):
        body = _under(title, body)
    return Reading(
        text=body.text,
        segments=body.segments,
        metadata=Metadata(
            headline=title or None,
            dek=record.dek,
            authors=record.authors,
            outlet=record.outlet,
            published=record.published,
            updated=record.updated,
            address=record.address,
            language=record.language,
            source="record",
        ),
        notes=notes,
    )


def _body(text: str, limits: Limits) -> tuple[Fragment, tuple[str, ...]]:
    """The body as it is read: HTML by its blocks, words by their lines."""
    if has_markup(as_markup(text)):
        return read_fragment(text, limits), (_REMOVED,)
    plain = text.replace("\r\n", "\n")
    notes: tuple[str, ...] = ()
    if has_entities(plain):
        plain, notes = resolve_entities(plain), (_REMOVED,)
    return Fragment(plain, tuple(split_lines(plain))), notes


def _under(title: str, body: Fragment) -> Fragment:
    """The body with the title and a blank line before it."""
    before = len(title) + len(_BETWEEN)
    moved = [
        replace(
            segment,
            start=segment.start + before,
            end=segment.end + before,
            line=segment.line + len(_BETWEEN),
            blank_before=segment.blank_before if number else 1,
        )
        for number, segment in enumerate(body.segments)
    ]
    return Fragment(f"{title}{_BETWEEN}{body.text}", (*split_lines(title), *moved))
