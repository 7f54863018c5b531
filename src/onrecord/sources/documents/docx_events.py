"""The XML of a Word document as a stream of events.

A stream instead of a tree: what has been read is forgotten, nothing recurses, and memory
grows with the words alone. Nothing is fetched and no entity is resolved.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from onrecord.errors import BrokenInput
from onrecord.sources.safe_xml import SAFE_XML

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "urn:schemas-microsoft-com:vml": "v",
}
_PROPERTIES = frozenset(
    ("w:pPr", "w:rPr", "w:trPr", "w:tcPr", "w:tblPr", "w:tblPrEx", "w:sectPr", "w:sdtPr")
)


class EventReader:
    """Names the elements of a part, leaves out what is skipped, and hands on the rest."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._depth = 0
        self._skipped_from = 0
        """Depth of the element whose content is not read; 0 for none."""
        self._in_properties = 0

    def enter(self, name: str, element: Element) -> None:
        """An element starts that is no property and not skipped."""

    def leave(self, name: str, element: Element) -> None:
        """An element that is no property ends."""

    def properties(self, name: str, element: Element) -> None:
        """The properties of a paragraph, run, row or control, whole."""

    def skip(self) -> None:
        """Read nothing of the element that just started."""
        self._skipped_from = self._depth

    def start(self, element: Element) -> None:
        """The parser met the start of an element."""
        self._depth += 1
        if self._skipped_from:
            return
        name = self._name(element)
        if name in _PROPERTIES:
            self._in_properties += 1
        elif not self._in_properties:
            self.enter(name, element)

    def end(self, element: Element) -> None:
        """The parser met the end of an element."""
        if self._skipped_from == self._depth:
            self._skipped_from = 0
        elif not self._skipped_from:
            name = self._name(element)
            if name in _PROPERTIES:
                self._in_properties -= 1
                if not self._in_properties:
                    self.properties(name, element)
            elif not self._in_properties:
                self.leave(name, element)
        self._depth -= 1
        if not self._in_properties:
            _forget(element)

    def _name(self, element: Element) -> str:
        """The element's name with the usual prefix; other vocabularies have none."""
        tag = element.tag
        if not isinstance(tag, str):
            return ""
        known = self._names.get(tag)
        if known is None:
            space, _, local = tag.rpartition("}")
            known = f"{_PREFIXES.get(space[1:], '')}:{local}"
            self._names[tag] = known
        return known


def _forget(element: Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def read_events(chunks: Iterable[bytes], reader: EventReader, shown: str) -> None:
    """Hand the elements of a part to its reader.

    Raises:
        BrokenInput: the XML is damaged; `shown` is how the message calls the part.
    """
    from lxml import etree  # noqa: PLC0415

    parser = etree.XMLPullParser(
        events=("start", "end"),
        **SAFE_XML,
    )
    try:
        for chunk in chunks:
            parser.feed(chunk)
            for kind, element in parser.read_events():
                (reader.start if kind == "start" else reader.end)(element)  # type: ignore[arg-type]
        parser.close()
    except etree.XMLSyntaxError as error:
        raise BrokenInput(f"{shown} is damaged: {error}") from error


def read_root(data: bytes) -> Element | None:
    """The root element of a small part; None where its XML is damaged."""
    from lxml import etree  # noqa: PLC0415

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root: Element = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None
    return root
