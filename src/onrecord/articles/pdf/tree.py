"""A tagged PDF as a page of HTML, so that the extractor for web pages can judge it.

The page is nested as the structure tree nests the paragraphs. What web pages have besides,
names of classes above all, is not in a PDF.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from onrecord.articles.pdf.lines import Line
from onrecord.articles.pdf.paragraphs import Paragraph
from onrecord.articles.pdf.structure import Element

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEADINGS = {"H": "h2", **{f"H{n}": f"h{n}" for n in range(1, 7)}}
_TAGS = {
    **{"P": "p", "L": "ul", "LI": "li", "Table": "table", "TR": "tr", "TD": "td", "TH": "th"},
    **{"Art": "article", "Aside": "aside", "Form": "form", "Figure": "figure"},
    **{"Caption": "figcaption", "BlockQuote": "blockquote"},
    **_HEADINGS,
}
_INLINE = frozenset({"Link", "Strong", "Em", "Span", "Quote", "Lbl", "LBody", "Reference", "Code"})
_WHOLE = frozenset({"P", "Caption", *_HEADINGS})
"""Elements that hold text and no other paragraphs."""
_TEXT = frozenset({"p", "li", "td", "th", "figcaption", "blockquote", *_HEADINGS.values()})
"""Elements in which text may stand without a paragraph around it."""
_ALL = 0.8
"""Share of a line from which on all of it is a link."""
_DEEPEST = 100
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

type _Step = tuple[int, str]
"""Which child of its parent an element is, and its type."""


@dataclass(slots=True)
class _Node:
    tag: str
    elements: dict[_Step, _Node] = field(default_factory=dict)
    inside: list[_Node | int] = field(default_factory=list)
    """What it holds in order: elements and numbers of paragraphs."""

    def element(self, step: _Step) -> _Node:
        """The element at a step, made where it is new."""
        if step not in self.elements:
            self.elements[step] = _Node(_TAGS.get(step[1], "div"))
            self.inside.append(self.elements[step])
        return self.elements[step]


def as_web_page(paragraphs: Sequence[Paragraph]) -> tuple[HtmlElement, list[int]]:
    """The page, and the numbers of the paragraphs in the order in which it has them.

    A paragraph outside of the structure tree is put beside the one before it.
    """
    from lxml import html  # noqa: PLC0415

    body = _Node("body")
    path: Sequence[_Step] = ()
    for number, paragraph in enumerate(paragraphs):
        path = _path(paragraph) or path
        node = body
        for step in path:
            node = node.element(step)
        node.inside.append(number)
    page = html.Element("html")
    order: list[int] = []
    _write(page, body, paragraphs, order)
    return page, order


def _path(paragraph: Paragraph) -> Sequence[_Step]:
    """The steps from the root to the innermost block that holds all lines of a paragraph."""
    marks = [line.mark for line in paragraph.lines if line.mark]
    path = _shared([_steps(mark.inside) for mark in marks])
    if len(marks) == 1 and path and path[-1][1] not in _TAGS:
        path = path[:-1]  # the run of text itself
    whole = next((n for n, (_, kind) in enumerate(path) if kind in _WHOLE), len(path))
    return [step for step in path[: whole + 1] if step[1] not in _INLINE][:_DEEPEST]


def _shared(paths: Sequence[Sequence[_Step]]) -> list[_Step]:
    """The steps with which all paths begin."""
    same = takewhile(lambda steps: len(set(steps)) == 1, zip(*paths, strict=False))
    return [steps[0] for steps in same]


def _steps(element: Element | None) -> list[_Step]:
    steps: list[_Step] = []
    while element is not None:
        steps.append((element.place, element.kind))
        element = element.parent
    return steps[::-1]


def _write(
    parent: HtmlElement, node: _Node, paragraphs: Sequence[Paragraph], order: list[int]
) -> None:
    """Write an element and all that is in it."""
    from lxml import etree  # noqa: PLC0415

    element = etree.SubElement(parent, node.tag)
    alone = len(node.inside) == 1 and node.tag in _TEXT
    for one in node.inside:
        if isinstance(one, _Node):
            _write(element, one, paragraphs, order)
        else:
            order.append(one)
            _write_text(element if alone else etree.SubElement(element, "p"), paragraphs[one].lines)


def _write_text(element: HtmlElement, lines: Sequence[Line]) -> None:
    from lxml import etree  # noqa: PLC0415

    last = None
    for is_link, words in _runs(lines):
        if is_link:
            last = etree.SubElement(element, "a", href="#")
            last.text, last.tail = words, " "
        elif last is None:
            element.text = f"{words} "
        else:
            last.tail = f" {words} "


def _runs(lines: Sequence[Line]) -> Iterator[tuple[bool, str]]:
    """Words that are links, and words that are not, in turn. A line tells only what share of
    it is links; its first words stand for them."""
    run: list[str] = []
    of_links = False
    for line in lines:
        words = _NO_XML.sub("\ufffd", line.text).split()
        linked = len(words) if line.links >= _ALL else round(line.links * len(words))
        for is_link, part in ((True, words[:linked]), (False, words[linked:])):
            if part and run and is_link != of_links:
                yield of_links, " ".join(run)
                run = []
            if part:
                of_links = is_link
                run.extend(part)
    if run:
        yield of_links, " ".join(run)
