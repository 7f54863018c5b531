"""One news item in ninjs, as a record of fields with what a newsroom says beyond them."""

from __future__ import annotations

from onrecord.articles.evidence import Metadata, Reading
from onrecord.articles.fragment_reading import Fragment, read_fragment
from onrecord.articles.iptc.newsroom_item import NewsroomItem, notice_of, read_newsroom_item
from onrecord.articles.lines import split_lines
from onrecord.settings import Limits
from onrecord.sources.iptc.ninjs_fields import Newsroom
from onrecord.sources.record_fields import RecordFields
from onrecord.text.markup import as_markup, has_markup, line_of_markup

_LEFT_OUT = "note-to-editors-left-out"


def read_ninjs(record: RecordFields, newsroom: Newsroom, limits: Limits) -> Reading:
    """The reading of a news item; its text is empty where it has no body.

    Rights, terms of use and the texts of associated pictures are not the article's.
    """
    notice = notice_of(newsroom.note)
    notes = newsroom.remarks
    if newsroom.note and notice is None:
        notes += (_LEFT_OUT,)
    headline = line_of_markup(record.title or "") or None
    subheadline = line_of_markup(newsroom.subheadline or "")
    byline = line_of_markup(newsroom.byline or "")
    body = words_or_markup(record.text or "", limits, markup=newsroom.markup)
    if not body.text.strip():
        return Reading(text="", segments=())
    return read_newsroom_item(
        NewsroomItem(
            headline=headline,
            deks=(subheadline,) if subheadline else (),
            bylines=(byline,) if byline else (),
            notices=(notice,) if notice else (),
            dateline=line_of_markup(newsroom.dateline or "") or None,
            body=body,
            metadata=Metadata(
                headline=headline,
                dek=line_of_markup(record.dek or "") or None,
                authors=record.authors,
                outlet=record.outlet,
                published=record.published,
                updated=record.updated,
                address=record.address,
                language=record.language,
                agencies=newsroom.credits,
                dateline_place=newsroom.place,
                source="ninjs",
            ),
            notes=notes,
        )
    )


def words_or_markup(text: str, limits: Limits, *, markup: bool) -> Fragment:
    """A body as it is read: stated or evident HTML by its blocks, words by their lines."""
    if markup or has_markup(as_markup(text)):
        return read_fragment(text, limits)
    plain = text.replace("\r\n", "\n").strip()
    return Fragment(plain, tuple(split_lines(plain)))
