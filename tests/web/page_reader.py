"""Reads a rendered page back, as a browser's parser would see it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "input", "br", "img", "link"}


@dataclass
class Element:
    """One element with what the tests ask of it."""

    tag: str
    attributes: dict[str, str | None]
    inside: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All characters within, in order."""
        return "".join(self.inside)

    @property
    def classes(self) -> set[str]:
        """Its classes."""
        return set((self.attributes.get("class") or "").split())


class PageReader(HTMLParser):
    """All elements of a page in the order of their start tags."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        element = Element(tag, dict(attrs))
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element without content."""
        self.elements.append(Element(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element, which must be of this kind."""
        assert self._open, f"</{tag}> without a start"
        assert self._open[-1].tag == tag, f"</{tag}> closes <{self._open[-1].tag}>"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        """Add characters to all open elements."""
        for element in self._open:
            element.inside.append(data)

    def all(self, tag: str | None = None, css: str | None = None) -> list[Element]:
        """Elements of a tag and a class."""
        return [
            e
            for e in self.elements
            if (tag is None or e.tag == tag) and (css is None or css in e.classes)
        ]

    @property
    def ids(self) -> list[str]:
        """All ids, in order."""
        return [i for e in self.elements if (i := e.attributes.get("id")) is not None]

    def article_text(self, key: str) -> str:
        """The characters of an article's annotated copy."""
        within = [e for e in self.elements if (e.attributes.get("id") or "").startswith(key)]
        assert within, key
        details = within[0]
        start = self.elements.index(details)
        texts = []
        for element in self.elements[start + 1 :]:
            if "art" in element.classes:
                break
            if element.tag == "div" and "t" in element.classes:
                texts.append(element.text)
        return "".join(texts)
