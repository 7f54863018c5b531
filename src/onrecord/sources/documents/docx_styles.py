"""Styles and properties of Word paragraphs: headings, captions, contents, lists, hidden text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.sources.documents.document_paragraphs import StyleMark, style_mark

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MOST_PARENTS = 30
_ON_THE_PAGE = frozenset({"continuous", "nextColumn"})
_OFF = frozenset({"0", "false", "off", "none"})


@dataclass(frozen=True, slots=True, kw_only=True)
class WordStyle:
    """One style as it is declared."""

    name: str
    based_on: str | None = None
    outline: int | None = None
    hidden: bool | None = None
    """Whether its text is not shown; None leaves that to the style it is based on."""
    listed: bool = False


@dataclass(frozen=True, slots=True)
class WordStyles:
    """All styles of a document by their id; an unknown id says nothing."""

    by_id: dict[str, WordStyle] = field(default_factory=dict)

    def mark(self, style_id: str | None, outline: int | None = None) -> StyleMark:
        """What a paragraph's style says; an outline level of its own counts first."""
        chain = self._chain(style_id)
        inherited = next((s.outline for s in chain if s.outline is not None), None)
        level = inherited if outline is None else outline
        return style_mark((style.name for style in chain), level)

    def is_hidden(self, style_id: str | None) -> bool:
        """Whether text of this style is not shown."""
        return bool(next((s.hidden for s in self._chain(style_id) if s.hidden is not None), False))

    def is_listed(self, style_id: str | None) -> bool:
        """Whether paragraphs of this style are items of a list."""
        return any(style.listed for style in self._chain(style_id))

    def _chain(self, style_id: str | None) -> list[WordStyle]:
        chain: list[WordStyle] = []
        while style_id is not None and len(chain) < _MOST_PARENTS:
            style = self.by_id.get(style_id)
            if style is None:
                break
            chain.append(style)
            style_id = style.based_on
        return chain


def read_styles(root: Element | None) -> WordStyles:
    """The styles in the root element of the part that declares them."""
    if root is None:
        return WordStyles()
    found: dict[str, WordStyle] = {}
    for style in root.iterfind("{*}style"):
        style_id = word_value(style, "styleId")
        if style_id is None:
            continue
        vanish = style.find("{*}rPr/{*}vanish")
        found[style_id] = WordStyle(
            name=child_value(style, "name") or "",
            based_on=child_value(style, "basedOn"),
            outline=whole(child_value(style, "pPr/{*}outlineLvl")),
            hidden=None if vanish is None else is_on(vanish),
            listed=is_numbered(style.find("{*}pPr")),
        )
    return WordStyles(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphProperties:
    """What a paragraph's properties and its style say."""

    mark: StyleMark = field(default_factory=StyleMark)
    hidden: bool = False
    listed: bool = False
    runs_on: bool = False
    """Whether it is one with the next: a drop capital, or its end was deleted."""
    changed: bool = False
    """Whether its end is a tracked change."""
    new_page: bool = False
    ends_section: bool = False
    """Whether a section of the document ends with it, and the next is on a new page."""


def paragraph_properties(element: Element, styles: WordStyles) -> ParagraphProperties:
    """The properties in a `<w:pPr>`."""
    style = child_value(element, "pStyle")
    frame, section = element.find("{*}framePr"), element.find("{*}sectPr")
    drop = frame is not None and word_value(frame, "dropCap") in ("drop", "margin")
    deleted = element.find("{*}rPr/{*}del") is not None
    own_number = element.find("{*}numPr/{*}numId") is not None
    return ParagraphProperties(
        mark=styles.mark(style, whole(child_value(element, "outlineLvl"))),
        hidden=styles.is_hidden(style),
        listed=is_numbered(element) or (not own_number and styles.is_listed(style)),
        runs_on=drop or deleted,
        changed=deleted or element.find("{*}rPr/{*}ins") is not None,
        new_page=is_on(element.find("{*}pageBreakBefore")),
        ends_section=section is not None and child_value(section, "type") not in _ON_THE_PAGE,
    )


def word_value(element: Element, name: str = "val") -> str | None:
    """An attribute of Word's, in either of its two namespaces."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return None


def child_value(element: Element, path: str) -> str | None:
    """The value of a child such as `<w:pStyle w:val="...">`; None without it."""
    child = element.find("{*}" + path)
    return None if child is None else word_value(child)


def is_on(element: Element | None) -> bool:
    """Whether a switch is there and not switched off."""
    return element is not None and (word_value(element) or "on").casefold() not in _OFF


def is_numbered(properties: Element | None) -> bool:
    """Whether paragraph properties make an item of a list; number 0 takes it out of one."""
    number = None if properties is None else properties.find("{*}numPr/{*}numId")
    return number is not None and word_value(number) != "0"


def whole(value: str | None) -> int | None:
    """A whole number of few digits, or None."""
    return int(value) if value is not None and value.isascii() and value.isdecimal() else None
