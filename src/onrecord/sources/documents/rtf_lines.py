"""A document in rich text format (RTF 1.9.1): from its bytes to its paragraphs.

What a reader of the document sees is read, as if all tracked changes were accepted:
inserted text is, deleted and hidden text is not, comments and page numbers are not.
"""

from __future__ import annotations

import re

from onrecord.errors import BrokenInput
from onrecord.sources.documents.document_paragraphs import Document, margins_once
from onrecord.sources.documents.rtf_reader import RtfReader

RTF_BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,64}\{\s{0,8}\\rtf")
_NOTES = {
    "changes": "tracked-changes",
    "hidden": "hidden-characters-left-out",
    "comments": "comments-left-out",
    "symbols": "symbols-left-out",
    "undecodable": "undecodable-bytes",
    "behind": "bytes-after-the-end-left-out",
}


def read_rtf(data: bytes, shown: str) -> Document:
    """The paragraphs of an RTF document.

    Raises:
        BrokenInput: it does not begin as RTF, or has groups in groups without end.
    """
    if RTF_BEGINS.match(data) is None:
        raise BrokenInput(f"{shown} does not begin as RTF does")
    reader = RtfReader(data, shown)
    reader.run()
    counts = reader.counts
    return Document(
        paragraphs=(*reader.text.paragraphs, *reader.notes, *margins_once(reader.margins)),
        title=reader.title,
        notes=tuple(f"{note}: {counts[key]}" for key, note in _NOTES.items() if counts[key]),
        pictures=counts["pictures"],
        cut_short=reader.cut_short,
    )
