"""Plain text: the file decoded, nothing else changed, so that offsets address the file."""

from __future__ import annotations

from onrecord.articles.database.header import read_head
from onrecord.articles.evidence import Reading
from onrecord.articles.lines import split_lines
from onrecord.errors import EmptyInput
from onrecord.settings import Limits
from onrecord.text.decoding import Decoded, decode
from onrecord.values.pages import Page


def read_plain_page(page: Page, _: Limits) -> Reading:
    """The reading of a text file.

    Raises:
        EmptyInput: there is no word in it.
    """
    decoded = decode(page.data)
    if not decoded.text.strip():
        raise EmptyInput(f"{page.name}: holds no text")
    segments, header = read_head(split_lines(decoded.text))
    return Reading(
        text=decoded.text,
        segments=tuple(segments),
        header=header,
        notes=decoding_notes(decoded),
    )


def decoding_notes(decoded: Decoded) -> tuple[str, ...]:
    """What the user must know of how the bytes became text."""
    notes = []
    if decoded.guessed:
        notes.append(f"encoding-guessed: {decoded.encoding}")
    if decoded.undecodable:
        notes.append(f"undecodable-bytes: {decoded.undecodable}")
    if decoded.nuls:
        notes.append(f"nul-characters: {decoded.nuls}")
    return tuple(notes)
