"""Rich text: one article a file, or many that a database put one after another."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.errors import BrokenInput
from onrecord.sources.documents.document_paragraphs import document_text, refuse_wordless
from onrecord.sources.documents.rtf_lines import RTF_BEGINS, read_rtf
from onrecord.sources.exports.article_export import export_pages, unsplit_remarks
from onrecord.sources.items import Item, Reading, Source, read_all, too_large
from onrecord.sources.json_document import HELD_WHOLE
from onrecord.values.pages import MediaType, Page, Remark, Severity


def _accepts(item: Item) -> bool:
    return not item.is_folder and RTF_BEGINS.match(item.head) is not None


def _pages(item: Item, reading: Reading) -> Iterator[Page | Remark]:
    """1. the paragraphs; 2. many articles, where it is an export; 3. else the one it is."""
    # 1. paragraphs
    limit = reading.limits.item_bytes
    data = read_all(item, HELD_WHOLE * limit)
    document = read_rtf(data, item.shown)
    if document.cut_short and not any(p.text for p in document.paragraphs):
        raise BrokenInput(f"{item.shown} ends before its text begins: it is cut short")
    refuse_wordless(document, item.shown)
    # 2. many articles
    text = document_text(document)
    many = export_pages(item, text, reading)
    if many is not None:
        yield from many
    # 3. one article
    elif len(data) > limit:
        raise too_large(item.shown, len(data), limit, "ONRECORD_LIMIT_ITEM_BYTES")
    else:
        name, dates = item.name, item.name_dates
        yield Page(data=data, media_type=MediaType.RTF, name=name, name_dates=dates)
        yield from unsplit_remarks(item, text, reading)
    if document.cut_short:
        message = f"{item.shown} is cut short: its last brace is missing; what is there was read"
        yield Remark(
            name=item.shown,
            severity=Severity.PARTIAL,
            reason=BrokenInput.reason,
            message=message,
        )


SOURCE = Source("rtf", _accepts, _pages)
