"""Formats known by their first bytes, and the media that a folder of articles never means.

A format stands here as long as no source reads it; files that turn out to be one are
named to the user instead of being read as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.errors import UnknownFormat
from onrecord.sources.items import Item, Reading, Source
from onrecord.values.pages import Page, Remark


@dataclass(frozen=True, slots=True)
class Format:
    """A format that is not read as text."""

    name: str
    pattern: re.Pattern[bytes]
    """What the first bytes look like."""
    media: bool = False
    """Pictures, sound, films, fonts: never an article, left aside in a folder."""


def _format(name: str, pattern: bytes, *, media: bool = False) -> Format:
    return Format(name, re.compile(pattern, re.DOTALL), media)


SQLITE = "SQLite database"
OFFICE_97 = "Microsoft Office 97"
_PACKED = frozenset({"bzip2", "xz", "Zstandard", "7-Zip", "RAR", "tar"})

FORMATS = (
    _format("XLSX", rb"PK\x03\x04.{0,4000}?xl/"),
    _format("PPTX", rb"PK\x03\x04.{0,4000}?ppt/"),
    _format("EPUB", rb"PK\x03\x04.{26}mimetypeapplication/epub"),
    _format("OpenDocument", rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis"),
    _format("bzip2", rb"BZh[1-9]1AY&SY"),
    _format("xz", rb"\xfd7zXZ\x00"),
    _format("Zstandard", rb"\x28\xb5\x2f\xfd"),
    _format("7-Zip", rb"7z\xbc\xaf\x27\x1c"),
    _format("RAR", rb"Rar!\x1a\x07"),
    _format("tar", rb".{257}ustar"),
    _format(OFFICE_97, rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    _format(SQLITE, rb"SQLite format 3\x00"),
    _format("PNG", rb"\x89PNG\r\n", media=True),
    _format("JPEG", rb"\xff\xd8\xff", media=True),
    _format("GIF", rb"GIF8[79]a", media=True),
    _format("WebP, WAV or AVI", rb"RIFF.{4}(?:WEBP|WAVE|AVI )", media=True),
    _format("TIFF", rb"(?:II\*\x00|MM\x00\*)", media=True),
    _format("icon", rb"\x00\x00[\x01\x02]\x00", media=True),
    _format("MP4", rb".{4}ftyp[\w ]{4}", media=True),
    _format("MP3", rb"ID3[\x02-\x04]\x00", media=True),
    _format("Ogg", rb"OggS\x00", media=True),
    _format("FLAC", rb"fLaC\x00", media=True),
    _format("Matroska or WebM", rb"\x1a\x45\xdf\xa3", media=True),
    _format("font", rb"(?:wOF[F2]|OTTO\x00|\x00\x01\x00\x00\x00)", media=True),
    _format("program", rb"(?:\x7fELF|MZ[^\n]{0,80}\x00)"),
)

MEDIA_SUFFIXES = frozenset(
    (
        *(".png", ".jpg", ".jpeg", ".jpe", ".gif", ".webp", ".avif", ".bmp", ".tif", ".tiff"),
        *(".svg", ".svgz", ".heic", ".ico", ".cur", ".css", ".scss", ".less", ".js", ".mjs"),
        *(".map", ".woff", ".woff2", ".ttf", ".otf", ".eot", ".mp3", ".mp4", ".m4a", ".m4v"),
        *(".aac", ".ogg", ".oga", ".ogv", ".opus", ".wav", ".flac", ".webm", ".mkv", ".mov"),
        *(".avi", ".wmv", ".flv", ".mpg", ".mpeg", ".swf", ".vtt", ".srt"),
    )
)
"""Suffixes of files beside articles that never are one."""

_XHTML = re.compile(r"<\?xml\b[^>]*>\s*(?:<!--.*?-->\s*)*(?:<!doctype html|<html)\b", re.I | re.S)
_SVG = re.compile(r"(?:<\?xml\b.*?)?<svg\b", re.I | re.S)


def recognise(item: Item) -> Format | None:
    """The format that no source reads and that this item is in; None for texts."""
    for known in FORMATS:
        if known.pattern.match(item.head):
            return known
    opening = item.opening()
    if opening.startswith("<?xml") and not _XHTML.match(opening):
        return _format("SVG", b"", media=True) if _SVG.match(opening[:4_000]) else _XML
    return None


_XML = _format("XML", b"")


def unread(name: str, shown: str) -> UnknownFormat:
    """The error for an input in a format that is not read."""
    return UnknownFormat(f"{name} is not read ({shown}); {_remedy(name)}")


def _remedy(name: str) -> str:
    known = next((known for known in FORMATS if known.name == name), None)
    if known is not None and known.media:
        return "it holds no text"
    if name == OFFICE_97:
        return "save a document as DOCX, a mail as EML, and add that"
    if name in _PACKED:
        return "unpack it and add what it holds"
    return "save it as text or HTML and add that"


def _pages(item: Item, _reading: Reading) -> Iterator[Page | Remark]:
    known = recognise(item)
    raise unread(known.name if known else "this format", item.shown)
    yield


SOURCE = Source("unread-format", lambda item: recognise(item) is not None, _pages)
