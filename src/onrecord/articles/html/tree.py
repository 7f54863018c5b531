"""From the characters of a page to a tree, whatever the nesting.

libxml2 stops at 2,048 open elements and drops what follows. Such a page is read again
as a stream of tags, which has no depth, and elements below the limit become siblings.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

UNSEEN_TAGS = frozenset(
    {
        *("script", "style", "template", "noscript", "iframe", "object", "applet"),
        *("canvas", "svg", "audio", "video", "select", "datalist", "map", "title", "noframes"),
    }
)
"""Elements that show no text of the page: code, fallbacks, drawings and closed menus."""

_XML_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*\Z")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CONTROL_BYTES = bytes([*range(9), 0x0B, 0x0C, *range(0x0E, 0x20)])
_BOUNDARY = "div"


def parse_page(page: str) -> HtmlElement | None:
    """The tree of a page or of a fragment of one, as deep as it is.

    Comments and processing instructions are left out. None where there is no element, or
    where elements are nested too deeply for libxml2, which would drop what follows.
    """
    from lxml import etree, html  # noqa: PLC0415

    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, collect_ids=False
    )
    try:
        tree = html.document_fromstring(_bytes_of(page), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    limits = etree.ErrorTypes
    given_up = {limits.ERR_RESOURCE_LIMIT, limits.ERR_INTERNAL_ERROR}
    return None if any(entry.type in given_up for entry in parser.error_log) else tree


def parse_flattened(page: str, *, depth: int) -> HtmlElement | None:
    """The same with at most `depth` elements nested, plus one; deeper ones become siblings.

    The text of all elements is kept in its order. None where there is no element.
    """
    from lxml import etree  # noqa: PLC0415

    target: Any = _Flattener(depth)
    parser: Any = etree.HTMLParser(target=target, encoding="utf-8", huge_tree=True)
    try:
        parser.feed(_bytes_of(page))
        tree: HtmlElement | None = parser.close()
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    return tree


def _bytes_of(page: str) -> bytes:
    data = page.encode("utf-8", "replace")
    if len(data.translate(None, _CONTROL_BYTES)) == len(data):
        return data
    return _CONTROL.sub("\ufffd", page).encode("utf-8", "replace")


class _Flattener:
    """A parser target that builds a tree of bounded depth from the stream of tags."""

    def __init__(self, depth: int) -> None:
        from lxml import etree, html  # noqa: PLC0415

        self._make = html.html_parser.makeelement
        factory: Any = self._element
        self._builder: Any = etree.TreeBuilder(element_factory=factory)
        self._limit = depth
        self._depth = 0
        self._unseen_from = 0  # depth at which an element without visible text was opened
        self._any = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """One more element is open; below the limit it is closed at once."""
        self._depth += 1
        if self._unseen_from:
            return
        if self._depth > self._limit and tag in UNSEEN_TAGS:
            self._unseen_from = self._depth
            return
        self._any = True
        # names such as o:p are possible in HTML but not in the tree
        tag = tag if _XML_NAME.match(tag) else "span"
        self._builder.start(tag, attributes)
        if self._depth > self._limit:
            self._builder.end(tag)

    def end(self, tag: str) -> None:
        """One element less is open."""
        if self._unseen_from:
            if self._depth == self._unseen_from:
                self._unseen_from = 0
        elif self._depth <= self._limit:
            self._builder.end(tag if _XML_NAME.match(tag) else "span")
        elif tag not in {"span", "a", "b", "i", "em", "strong", "font", "br", "img"}:
            # what follows must not be glued to what stood in the element
            self._builder.start(_BOUNDARY, {})
            self._builder.end(_BOUNDARY)
        self._depth -= 1

    def data(self, text: str) -> None:
        """Text between tags."""
        if self._any and not self._unseen_from:
            self._builder.data(_CONTROL.sub("\ufffd", text))

    def close(self) -> HtmlElement | None:
        """The finished tree."""
        return self._builder.close() if self._any else None

    def _element(self, tag: str, attributes: dict[str, str]) -> HtmlElement:
        kept = {
            name: _CONTROL.sub("\ufffd", value or "")
            for name, value in dict(attributes).items()
            if _XML_NAME.match(name)
        }
        made: HtmlElement = self._make(tag, kept)
        return made
