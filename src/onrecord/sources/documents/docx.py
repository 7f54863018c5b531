"""Word documents: one article a file, or many that a database put one after another."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.errors import EncryptedInput
from onrecord.sources.documents.document_paragraphs import document_text, refuse_wordless
from onrecord.sources.documents.docx_package import holds_document, opened
from onrecord.sources.documents.docx_paragraphs import read_docx
from onrecord.sources.exports.article_export import export_pages, unsplit_remarks
from onrecord.sources.items import Item, Reading, Source, read_all, too_large
from onrecord.sources.json_document import HELD_WHOLE
from onrecord.values.pages import MediaType, Page, Remark

_SUFFIXES = frozenset({".docx", ".docm", ".dotx", ".dotm"})
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The old container of Office, in which documents locked with a password still come."""
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_DIRECTORY_BYTES = 8_192


def _accepts(item: Item) -> bool:
    if item.is_folder:
        return False
    if item.head.startswith(_COMPOUND):
        return _is_locked(item)
    if not item.head.startswith(_ZIP):
        return False
    named = item.suffix in _SUFFIXES or (item.stated_type or "").startswith(_TYPES)
    parts = b"[Content_Types].xml" in item.head and b"word/" in item.head.replace(b"\\", b"/")
    if not named and not parts and b"[Content_Types].xml" not in item.head:
        return False
    if item.size is None:  # can be read once only
        return named or parts
    with item.open() as stream:
        archive = opened(stream)
        # One that is cut short has no list of its parts left; it is still called by its name.
        return named or parts if archive is None else holds_document(archive)


def _is_locked(item: Item) -> bool:
    """Whether an Office document is encrypted: the directory of its container says so."""
    if _LOCKED in item.head:
        return True
    if item.size is None or len(item.head) < 512:
        return False
    sector = 1 << min(20, int.from_bytes(item.head[30:32], "little"))
    place = (int.from_bytes(item.head[48:52], "little") + 1) * sector
    if place >= item.size:
        return False
    with item.open() as stream:
        if not stream.seekable():
            return False
        stream.seek(place)
        return _LOCKED in stream.read(_DIRECTORY_BYTES)


def _pages(item: Item, reading: Reading) -> Iterator[Page | Remark]:
    """1. the paragraphs; 2. many articles, where it is an export; 3. else the one it is."""
    if item.head.startswith(_COMPOUND):
        raise EncryptedInput(
            f"{item.shown} is locked with a password; open it in the program that made it, "
            "save it without one, and add that"
        )
    # 1. paragraphs
    limit = reading.limits.item_bytes
    data = read_all(item, HELD_WHOLE * limit)
    document = read_docx(data, item.shown, reading.limits)
    refuse_wordless(document, item.shown)
    # 2. many articles
    text = document_text(document)
    many = export_pages(item, text, reading)
    if many is not None:
        yield from many
        return
    # 3. one article
    if len(data) > limit:
        raise too_large(item.shown, len(data), limit, "ONRECORD_LIMIT_ITEM_BYTES")
    yield Page(data=data, media_type=MediaType.DOCX, name=item.name, name_dates=item.name_dates)
    yield from unsplit_remarks(item, text, reading)


SOURCE = Source("docx", _accepts, _pages)
