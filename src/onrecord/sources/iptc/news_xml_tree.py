"""The elements of the IPTC's news formats in XML: read safely, named without prefixes.

An external DTD is never loaded and no entity is expanded; what HTML's entities stand for
is taken from HTML.
"""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import html5
from typing import TYPE_CHECKING

from onrecord.errors import BrokenInput
from onrecord.sources.iptc.newsroom import COMPOSITES, Standing, code_of
from onrecord.sources.safe_xml import SAFE_XML
from onrecord.text.decoding import MIXED, decode, wide_encoding
from onrecord.text.encoding_labels import known_encoding

if TYPE_CHECKING:
    from lxml.etree import _Element

NITF = "nitf"
CONTAINERS = frozenset({"newsMessage", "NewsML"})
"""Elements that hold any number of items."""
ITEMS = frozenset(
    {
        *("newsItem", "NewsItem", "packageItem", "conceptItem", "knowledgeItem"),
        *("planningItem", "catalogItem"),
    }
)
ROOTS = CONTAINERS | ITEMS | {NITF}

_SPACE = re.compile(r"\s+")
_MARK = re.compile(r"<!--|[\[\]>\"']")
"""What matters inside of a document type."""
_START = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)(?=[\s/>])")
_DOCTYPE = re.compile(r"<!DOCTYPE\s+(?:[\w.-]+:)?([\w.-]+)", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml\b[^>]*\?>")
_ENCODING = re.compile(rb"<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([\w.:-]+)")
_NAMED_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]*);")
_AMPERSAND = re.compile(r"&(?!(?:#\d+|#x[0-9a-fA-F]+|[A-Za-z_:][\w:.-]{0,99});)")
_CDATA = "<![CDATA["
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_C1 = re.compile(rb"[\x80-\x9f]")
_CODES = ("qcode", "uri", "literal")


@dataclass(frozen=True, slots=True)
class NewsXml:
    """A document as it was read."""

    root: _Element
    notes: tuple[str, ...] = ()
    """How the bytes became text, where that was not certain."""
    damage: str | None = None
    """Why it is no well-formed XML; what could be read of it was."""


def root_name(opening: str) -> str | None:
    """The name of the outermost element without its prefix; None where there is none.

    Where the first characters end before it, the document type's name counts.
    """
    position: int | None = 0
    doctype: str | None = None
    while position is not None:
        if (space := _SPACE.match(opening, position)) is not None:
            position = space.end()
        if (start := _START.match(opening, position)) is not None:
            return start[1]
        if (found := _DOCTYPE.match(opening, position)) is not None:
            doctype = found[1]
        position = _after(opening, position)
    return doctype


def _after(text: str, position: int) -> int | None:
    """Where the comment, instruction or document type ends that begins here, or None."""
    for begin, end in (("<!--", "-->"), ("<?", "?>")):
        if text.startswith(begin, position):
            return _behind(text, end, position)
    if not _DOCTYPE.match(text, position):
        return None
    inside = False
    while (mark := _MARK.search(text, position + 1)) is not None:
        position = mark.start()
        if mark[0] == ">" and not inside:
            return mark.end()
        if mark[0] in "[]":
            inside = mark[0] == "["
        elif mark[0] != ">":
            found = _behind(text, "-->" if mark[0] == "<!--" else mark[0], position + 1)
            if found is None:
                return None
            position = found - 1
    return None


def _behind(text: str, end: str, position: int) -> int | None:
    found = text.find(end, position)
    return None if found < 0 else found + len(end)


def parse_news_xml(data: bytes) -> NewsXml:
    """The document in the bytes, as far as it can be read.

    1. as it is
    2. decoded as its bytes tell, where they are not in the stated encoding, with HTML's
       entities, which news formats leave to a DTD, and with an `&` that stands for itself
    3. leaving out what is broken; what stands before it and after it is kept

    Raises:
        BrokenInput: there is no element of a news format in it.
    """
    from lxml import etree  # noqa: PLC0415

    # 1. as it is
    encoding, notes = fitting_encoding(data)
    if encoding is None and not notes:
        try:
            return NewsXml(_plain(etree.fromstring(data, etree.XMLParser(**SAFE_XML))))
        except (etree.XMLSyntaxError, ValueError):
            pass
    # 2. mended
    text = decode(data, encoding).text
    encoded = _mended(_DECLARATION.sub("", text, count=1)).encode("utf-8", "replace")
    try:
        parser = etree.XMLParser(encoding="utf-8", **SAFE_XML)
        return NewsXml(_plain(etree.fromstring(encoded, parser)), notes)
    except (etree.XMLSyntaxError, ValueError) as error:
        damage = reason_of(error)
    # 3. what is left
    parser = etree.XMLParser(encoding="utf-8", recover=True, **SAFE_XML)
    try:
        root = etree.fromstring(encoded, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None or local(root) not in ROOTS:
        raise BrokenInput(f"it is no well-formed XML: {damage}")
    return NewsXml(_plain(root), (*notes, "damaged-xml"), damage)


def fitting_encoding(data: bytes) -> tuple[str | None, tuple[str, ...]]:
    """The encoding to read a document in, and a note where its bytes do not fit what it states.

    None: the parser finds it. As in browsers, Latin-1 with typographic quotation marks is
    Windows-1252. The end of the bytes may be cut.
    """
    stated = _ENCODING.match(data.removeprefix(codecs.BOM_UTF8).lstrip()[:200])
    name = known_encoding(stated[1].decode("ascii")) if stated else "utf-8"
    if wide_encoding(data[:65_536]) is not None or data.startswith(codecs.BOM_UTF8):
        return None, ()
    if name is not None and not name.startswith(("utf-16", "utf-32")):
        try:
            codecs.getincrementaldecoder(name)().decode(data)
        except UnicodeError:
            pass
        else:
            return ("cp1252" if name == "cp1252" and _C1.search(data) else None), ()
    found = decode(data)
    if not found.guessed:
        return None, ()
    usable = None if found.encoding == MIXED else found.encoding
    return usable, (f"encoding-guessed: {found.encoding}",)


def reason_of(error: Exception) -> str:
    """What a parser says is wrong, in one short line."""
    message = re.sub(r"\s*\(<string>[^)]*\)", "", str(error))
    return " ".join(message.split())[:200]


def local(element: _Element) -> str:
    """The name of an element without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2] if isinstance(tag, str) else ""


def children(element: _Element | None, *names: str) -> Iterator[_Element]:
    """The children of these names, in their order."""
    return (one for one in element if local(one) in names) if element is not None else iter(())


def child(element: _Element | None, *path: str) -> _Element | None:
    """The first element down a path of names; None where there is none."""
    for name in path:
        element = next(children(element, name), None)
    return element


def descendants(element: _Element, *names: str) -> Iterator[_Element]:
    """All elements of these names at any depth, in their order."""
    return (one for one in element.iter() if local(one) in names)


def text_of(element: _Element | None) -> str:
    """The words in an element, on one line; empty where there are none."""
    if element is None:
        return ""
    return " ".join("".join(str(part) for part in element.itertext()).split())


def standing_of(item: _Element) -> Standing:
    """Kind and status of an item."""
    name = local(item)
    if name == NITF:
        data = child(item, "head", "docdata")
        status = data.get("management-status") if data is not None else None
        return Standing("text", code_of(status) if status else "usable")
    if name == "NewsItem":
        state = child(item, "NewsManagement", "Status")
        status = state.get("FormalName") if state is not None else None
        return Standing(_kind_of_parts(item), code_of(status) if status else "usable")
    if name != "newsItem":
        return Standing(name.removesuffix("Item").casefold())
    meta = child(item, "itemMeta")
    kind = _code(child(meta, "itemClass")) or "text"
    if kind in COMPOSITES and next(descendants(item, "inlineXML", "inlineData"), None) is None:
        kind = "package"
    return Standing(kind, _code(child(meta, "pubStatus")) or "usable")


def _code(element: _Element | None) -> str | None:
    if element is None:
        return None
    return next((code_of(value) for name in _CODES if (value := element.get(name))), None)


def _kind_of_parts(item: _Element) -> str:
    """What an item of the first NewsML is: text where any of its parts is or may be."""
    kinds = [(one.get("FormalName") or "text").casefold() for one in descendants(item, "MediaType")]
    return kinds[0] if kinds and "text" not in kinds else "text"


def _plain(root: _Element) -> _Element:
    """The tree with its entities as characters; those of no known name as they are spelled."""
    from lxml import etree  # noqa: PLC0415

    for entity in list(root.iter(etree.Entity)):
        text = html.unescape(entity.text or "") + (entity.tail or "")
        before, parent = entity.getprevious(), entity.getparent()
        if parent is None:
            continue
        if before is not None:
            before.tail = (before.tail or "") + text
        else:
            parent.text = (parent.text or "") + text
        entity.tail = None
        parent.remove(entity)
    return root


def _mended(text: str) -> str:
    """The document with characters for HTML's entities and `&amp;` for `&`."""
    first, *others = _CONTROL.sub("\ufffd", text).split(_CDATA)
    parts = [_AMPERSAND.sub("&amp;", _NAMED_ENTITY.sub(_character, first))]
    for other in others:
        quoted, end, rest = other.partition("]]>")
        mended = _AMPERSAND.sub("&amp;", _NAMED_ENTITY.sub(_character, rest))
        parts.append(f"{_CDATA}{quoted}{end}{mended}")
    return "".join(parts)


def _character(match: re.Match[str]) -> str:
    name = match[1]
    return match[0] if name in _OF_XML else html5.get(f"{name};", match[0])
