"""A Word document (DOCX): from its bytes to its paragraphs.

What a reader of the document sees is read, as if all tracked changes were accepted:
inserted text is, deleted and hidden text is not, comments and page numbers are not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.errors import BrokenInput
from onrecord.settings import Limits
from onrecord.sources.documents.document_paragraphs import (
    Document,
    DocumentParagraph,
    Place,
    margins_once,
)
from onrecord.sources.documents.docx_events import read_events
from onrecord.sources.documents.docx_package import Package
from onrecord.sources.documents.docx_story import StoryReader
from onrecord.sources.documents.docx_styles import WordStyles, read_styles

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CORE = "docprops/core.xml"
_NOTES = {
    "changes": "tracked-changes",
    "hidden": "hidden-characters-left-out",
    "comments": "comments-left-out",
    "embedded": "embedded-documents-left-out",
    "symbols": "symbols-left-out",
    "damaged": "damaged-parts-left-out",
}


def read_docx(data: bytes, shown: str, limits: Limits) -> Document:
    """The paragraphs of a Word document.

    1. the package, within the limits
    2. text, footnotes and endnotes, headers and footers
    3. what was left out, counted

    Raises:
        BrokenInput: damaged, cut short, or no Word document.
        TooLarge: it unpacks to more than the limits allow.
        EncryptedInput: locked with a password.
    """
    # 1. package
    package = Package(data, shown, limits)
    styles = read_styles(_first_root(package, package.related("styles")))
    counts: Counter[str] = Counter()
    # 2. stories
    text = _story(package, package.main, styles, Place.TEXT, counts)
    for name in package.related("footnotes", "endnotes"):
        text += _side_story(package, name, styles, Place.NOTE, counts)
    margins: list[DocumentParagraph] = []
    for name in package.related("header", "footer"):
        margins += _side_story(package, name, styles, Place.MARGIN, counts)
    # 3. what was left out
    return Document(
        paragraphs=(*text, *margins_once(margins)),
        title=_title(package.root(_CORE)),
        notes=tuple(f"{note}: {counts[key]}" for key, note in _NOTES.items() if counts[key]),
        pictures=counts["pictures"],
        embedded=counts["embedded"],
    )


def _story(
    package: Package, name: str, styles: WordStyles, place: Place, counts: Counter[str]
) -> list[DocumentParagraph]:
    reader = StoryReader(styles, place, counts)
    read_events(package.chunks(name), reader, f"{package.shown}: its part {name}")
    reader.close()
    return reader.paragraphs


def _side_story(
    package: Package, name: str, styles: WordStyles, place: Place, counts: Counter[str]
) -> list[DocumentParagraph]:
    """A story beside the text; a damaged one is noted and costs nothing else."""
    try:
        return _story(package, name, styles, place, counts)
    except BrokenInput:
        counts["damaged"] += 1
        return []


def _first_root(package: Package, names: Sequence[str]) -> Element | None:
    return package.root(names[0]) if names else None


def _title(core: Element | None) -> str | None:
    title = None if core is None else core.findtext("{http://purl.org/dc/elements/1.1/}title")
    return (title or "").strip() or None
