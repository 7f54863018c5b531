"""A tagged PDF as a page of HTML, so that the extractor for web pages can judge it.

The tree is nested as the structure tree nests the paragraphs; names of classes, which web
pages have and PDFs have not, are missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.articles.html.page_blocks import BlockList
from onrecord.articles.pdf.lines import Line
from onrecord.articles.pdf.paragraphs import Paragraph
from onrecord.articles.pdf.structure import Element

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TAGS = {
    "P": "p", "L": "ul", "LI": "li", "Table": "table", "TR": "tr", "TD": "td", "TH": "th",
    "Art": "article", "Aside": "aside", "Form": "form", "Figure": "figure",
    "Caption": "figcaption", "BlockQuote": "blockquote", "H": "h2",
    **{f"H{n}": f"h{n}" for n in range(1, 7)},
}  # fmt: skip
_INLINE = frozenset({"Link", "Strong", "Em", "Span", "Quote", "Lbl", "LBody", "Reference", "Code"})
_WHOLE = frozenset({"P", "H", "Caption", *(f"H{n}" for n in range(1, 7))})
_DEEPEST = 150

type _Path = tuple[tuple[int, str], ...]


@dataclass(slots=True)
class _Node:
    tag: str
    kids: dict[tuple[int, str], _Node] = field(default_factory=dict)
    inside: list[_Node | int] = field(default_factory=list)


def page_of(paragraphs: Sequence[Paragraph]) -> tuple[HtmlElement, list[int]]:
    """The page, and the numbers of the paragraphs in the order in which it has them."""
    root = _Node("body")
    path: _Path = ()
    for number, paragraph in enumerate(paragraphs):
        path = _path(paragraph) or path
        node = root
        for step in path:
            if step not in node.kids:
                node.kids[step] = _Node(_TAGS.get(step[1], "div"))
                node.inside.append(node.kids[step])
            node = node.kids[step]
        node.inside.append(number)
    from lxml import html  # noqa: PLC0415
    page = html.Element("html")
    order: list[int] = []
    _fill(page, root, paragraphs, order)
    return page, order


def _fill(parent, node, paragraphs, order):
    from lxml import etree
    element = etree.SubElement(parent, node.tag)
    alone = len(node.inside) == 1 and node.tag not in {"ul", "table", "tr", "article", "body", "figure"}
    for one in node.inside:
        if isinstance(one, _Node):
            _fill(element, one, paragraphs, order)
            continue
        order.append(one)
        if alone and node.tag != "div":
            target = element
        else:
            target = etree.SubElement(element, "p")
        _write(target, paragraphs[one].lines)


def _write(element, lines):
    from lxml import etree
    runs: list[tuple[bool, list[str]]] = []
    for line in lines:
        words = line.text.split()
        linked = round(line.links * len(words))
        if line.links >= 0.8: linked = len(words)
        for isl, ws in ((True, words[:linked]), (False, words[linked:])):
            if not ws: continue
            if runs and runs[-1][0] == isl:
                runs[-1][1].extend(ws)
            else:
                runs.append((isl, list(ws)))
    last = None
    for isl, ws in runs:
        text = " ".join(ws)
        if isl:
            last = etree.SubElement(element, "a", href="#")
            last.text = text
            last.tail = " "
        elif last is None:
            element.text = text + " "
        else:
            last.tail = " " + text + " "


def _path(paragraph: Paragraph) -> _Path:
    paths = [_steps(line.mark.inside) for line in paragraph.lines if line.mark]
    if not paths:
        return ()
    first = paths[0]
    for one in paths[1:]:
        n = 0
        while n < min(len(first), len(one)) and first[n] == one[n]:
            n += 1
        first = first[:n]
    else:
        if len(paths) == 1 and first and first[-1][1] == "NonStruct":
            first = first[:-1]
    for n, step in enumerate(first):
        if step[1] in _WHOLE:
            return tuple(s for s in first[: n + 1] if s[1] not in _INLINE)
    return tuple(s for s in first if s[1] not in _INLINE)[:_DEEPEST]


def _steps(element: Element | None) -> _Path:
    steps = []
    while element is not None:
        steps.append((element.place, element.kind))
        element = element.parent
    return tuple(reversed(steps))


_NOT_WORD = re.compile(r"\W")

def verdict_of(paragraphs):
    from onrecord.articles.html.blocks import read_blocks
    from onrecord.articles.html.verdict import judge_blocks
    from onrecord.articles.html.amend import find_body
    page, order = page_of(paragraphs)
    blocks = read_blocks(page)
    verdict = judge_blocks(page, blocks)
    body = find_body(blocks, verdict)
    flags = []
    for b, own in zip(blocks.blocks, body, strict=True):
        flags.extend([own] * len(_NOT_WORD.sub("", b.text)))
    result = [False] * len(paragraphs)
    at = 0
    for n in order:
        size = len(_NOT_WORD.sub("", "".join(l.text for l in paragraphs[n].lines)))
        if size:
            result[n] = sum(flags[at:at+size]) * 2 > size
        at += size
    assert at == len(flags), (at, len(flags))
    return result, verdict
