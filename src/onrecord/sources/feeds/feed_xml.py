"""The XML of a feed: its root, its head, and the elements of one entry, mended where broken."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.errors import BrokenInput
from onrecord.sources.safe_xml import SAFE_XML

if TYPE_CHECKING:
    from lxml.etree import _Element

ATOM = ("http://www.w3.org/2005/atom", "http://purl.org/atom/ns#")
_RSS_IN_RDF = (
    *("http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/"),
    *("http://channel.netscape.com/rdf/simple/0.9/", "http://purl.org/net/rss1.1#"),
)
_PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://search.yahoo.com/mrss": "media",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://news.yandex.ru": "yandex",
    "http://wordpress.org/export/1.2/": "wp",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
}
"""Namespaces by what they are called here and mostly in feeds, which may forget to declare them."""
_SKIPPED = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)", re.I | re.S)
_ROOT = re.compile(r"<(?P<name>(?:[\w.-]{1,40}:)?(?:rss|RDF|feed|entry))(?P<attributes>\s[^<>]*)?>")
_CHANNEL = re.compile(r"<(?:[\w.-]{1,40}:)?channel(?=[\s>])[^<>]*>")
_ENTITY = re.compile(
    r"<!ENTITY\s+([\w.-]{1,60})\s+(?:\"([^\"&<%]{0,200})\"|'([^'&<%]{0,200})')\s*>"
)
_MOST_ENTITIES = 500
_PUT_IN = 1_000_000
"""Characters that a feed's own entities may add to one entry."""
_CDATA = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)", re.DOTALL)
_REFERENCE = re.compile(r"&(?:#(\d{1,7});|#[xX]([0-9a-fA-F]{1,6});|([A-Za-z][\w.-]{0,60});)?")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_OF_XML = frozenset({"lt", "gt", "amp", "quot", "apos"})
_WITH_TEXT = re.compile(
    r"<(?P<name>(?:[\w.-]{1,40}:)?(?:description|title|summary|content|encoded|creator))"
    r"(?:\s[^<>]*)?(?<!/)>"
)
_LONGEST_TEXT = 10_000_000
"""Bytes of one text that the XML parser takes."""
_DECLARATION = re.compile(r'\sxmlns(?::[\w.-]+)?="[^"]*"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What must stand around an entry so that it can be parsed alone."""

    before: str = ""
    after: str = ""
    entities: Mapping[str, str] = field(default_factory=dict)
    """The feed's own entities, as far as they are plain words."""


def find_root(opening: str) -> str | None:
    """The name of the root element, as written, where the text opens as a feed; else None."""
    position = 0
    while (skipped := _SKIPPED.match(opening, position)) is not None:
        position = skipped.end()
    root = _ROOT.match(opening, position)
    if root is None:
        return None
    name, attributes = root["name"], (root["attributes"] or "").lower()
    local = name.rsplit(":", 1)[-1]
    if local == "rss":
        return name
    if local == "RDF":
        return name if any(space in attributes for space in _RSS_IN_RDF) else None
    is_atom = any(space in attributes for space in ATOM)
    if not is_atom and local == "feed" and "xmlns" not in attributes:
        is_atom = re.search(r"<entry[\s>]", opening) is not None
    return name if is_atom else None


def find_frame(head: str, root: str) -> Frame:
    """The frame of the entries of a feed with this head."""
    entities = {name: one or two for name, one, two in _ENTITY.findall(head)[:_MOST_ENTITIES]}
    if root.rsplit(":", 1)[-1] == "entry":
        return Frame(before=f"<feed{_undeclared('')}>", after="</feed>", entities=entities)
    found = re.search(rf"<{re.escape(root)}(?:\s[^<>]*)?>", head)
    opened = found[0] if found else f"<{root}>"
    before, after = f"{opened.rstrip('>/')}{_undeclared(opened)}>", f"</{root}>"
    channel = _CHANNEL.search(head, found.end() if found else 0)
    if channel is not None and root == "rss":
        before, after = before + channel[0], "</channel>" + after
    return Frame(before=_mended(before, entities), after=after, entities=entities)


def _undeclared(root: str) -> str:
    """Declarations of the known prefixes that the root does not declare."""
    return "".join(
        f' xmlns:{prefix}="{space}"'
        for space, prefix in _PREFIXES.items()
        if f"xmlns:{prefix}=" not in root
    )


def parse_entry(text: str, frame: Frame) -> _Element:
    """The element of one entry; a broken one is mended step by step, as little as is needed.

    Raises:
        BrokenInput: there is no element in it at all.
    """
    whole = _parse(f"{frame.before}{text}{frame.after}", recover=False)
    if whole is None:
        mended = _mended(text, frame.entities)
        whole = _parse(f"{frame.before}{mended}{frame.after}", recover=False)
        if whole is None:
            if len(text) > _LONGEST_TEXT:
                raise BrokenInput("it is broken, or longer than an XML parser takes")
            whole = _parse(f"{frame.before}{_sealed(mended)}{frame.after}", recover=True)
    if whole is not None:
        for element in whole.iter("{*}item", "{*}entry"):
            return element
    raise BrokenInput("it cannot be read as XML")


def parse_head(head: str, frame: Frame) -> _Element | None:
    """The root element of what stands before the entries, as far as it goes."""
    start = _ROOT.search(head)
    if start is None:
        return None
    mended = _mended(frame.before.split(">", 1)[0] + ">" + head[start.end() :], frame.entities)
    return _parse(mended, recover=True)


def _parse(text: str, *, recover: bool) -> _Element | None:
    from lxml import etree  # noqa: PLC0415

    parser = etree.XMLParser(
        recover=recover,
        **SAFE_XML,
    )
    try:
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        return None


def _mended(text: str, entities: Mapping[str, str]) -> str:
    """With references that XML has for those of HTML and of the feed, and `&amp;` for bare `&`."""
    left = _PUT_IN

    def resolve(match: re.Match[str]) -> str:
        nonlocal left
        decimal, hexadecimal, name = match.groups()
        if decimal or hexadecimal:
            number = int(decimal) if decimal else int(hexadecimal, 16)
            return "\ufffd" if not _is_character(number) else match[0]
        if name in _OF_XML:
            return match[0]
        word = entities.get(name or "")
        if word is not None and left > 0:
            left -= len(word)
        else:
            word = html.unescape(match[0]) if name else "&"
        return html.escape(word, quote=False)

    text = _CONTROL.sub("\ufffd", text)
    parts: list[str] = []
    position = 0
    for section in _CDATA.finditer(text):
        parts += (_REFERENCE.sub(resolve, text[position : section.start()]), section[0])
        position = section.end()
    return "".join((*parts, _REFERENCE.sub(resolve, text[position:])))


def _is_character(number: int) -> bool:
    return number < 0x110000 and not _CONTROL.match(chr(number))


def _sealed(text: str) -> str:
    """With the inside of elements that should hold text and hold tags as text."""
    parts: list[str] = []
    unclosed: set[str] = set()
    position = 0
    while (opened := _WITH_TEXT.search(text, position)) is not None:
        name = opened["name"]
        end = -1 if name in unclosed else text.find(f"</{name}>", opened.end())
        parts.append(text[position : opened.end()])
        position = opened.end()
        if end < 0:
            unclosed.add(name)
            continue
        inner = text[position:end]
        if "<" in inner and "<![CDATA[" not in inner:
            inner = "<![CDATA[" + inner.replace("]]>", "]]]]><![CDATA[>") + "]]>"
        parts.append(inner)
        position = end
    return "".join((*parts, text[position:]))


def name_of(element: _Element) -> str:
    """How an element is called here: `title`, `dc:creator`; RSS and Atom have no prefix."""
    if not isinstance(element.tag, str):
        return ""
    space, _, local = element.tag.rpartition("}")
    space = space.lstrip("{").lower()
    local = local.lower()
    if space.startswith("http://wordpress.org/export/"):
        return f"wp:{local}"
    if not space or space in ATOM or space in _RSS_IN_RDF or "userland.com/rss" in space:
        return local
    prefix = _PREFIXES.get(space) or _PREFIXES.get(space.rstrip("/"))
    return f"{prefix}:{local}" if prefix else f"?:{local}"


def by_name(element: _Element) -> dict[str, list[_Element]]:
    """The children of an element by their names, in order."""
    found: dict[str, list[_Element]] = {}
    for child in element:
        found.setdefault(name_of(child), []).append(child)
    return found


def text_in(element: _Element) -> str:
    """The text in an element; where it holds elements, as HTML."""
    if not len(element):
        return (element.text or "").strip()
    from lxml import etree  # noqa: PLC0415

    for inner in element.iterdescendants():
        if isinstance(inner.tag, str):
            inner.tag = inner.tag.rpartition("}")[2]
    first = html.escape(element.text or "", quote=False)
    rest = (etree.tostring(child, encoding="unicode", method="html") for child in element)
    return _DECLARATION.sub("", "".join((first, *rest))).strip()
