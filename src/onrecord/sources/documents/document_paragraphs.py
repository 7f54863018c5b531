"""Paragraphs of a word processor's document, whatever its format, and its text for splitting."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from onrecord.errors import EmptyInput, NoTextLayer

PAGE_BREAK = "\f"
"""Stands as a line of its own where a new page begins."""
_SHORT_CELL = 12
"""Words: cells up to this length are names and values, not columns of running text."""
_LABEL_WORDS = 3
_HEADING_WORDS = 40
"""Longer paragraphs are no headings, whatever style they were given."""
_HEADING = re.compile(r"heading ([1-9])\b")
_CONTENTS = re.compile(r"(?:toc|contents) (?:[1-9]\b|heading\b)|table of (?:contents|figures)")
_PAGE_WORDS = re.compile(r"(?:\W|\d|\b(?:page|p|of|seite|von|de|di|sur|sida|strona|side)\b)*", re.I)


class Place(StrEnum):
    """Where in its document a paragraph stands."""

    TEXT = "text"
    CONTENTS = "contents"
    """A table of contents."""
    NOTE = "note"
    """A footnote or endnote."""
    MARGIN = "margin"
    """The header or footer of the pages."""


class Style(StrEnum):
    """What the name of a paragraph's style says of its part; headings are in its tag."""

    TITLE = "title"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentParagraph:
    """One paragraph as the reader of the document sees it."""

    text: str
    """Its words; line breaks in it are line feeds."""
    place: Place = Place.TEXT
    tag: str | None = None
    """`h1` to `h6` for headings, `li` for the items of a list."""
    style: Style | None = None
    new_page: bool = False
    """Whether a page break stands before it."""
    cell: tuple[int, int] | None = None
    """Number of the table row in the document and of the cell in the row, for cells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document taken out of its bytes."""

    paragraphs: tuple[DocumentParagraph, ...]
    """The text in order, then footnotes and endnotes, then headers and footers, each once."""
    title: str | None = None
    """As its properties have it: often the template's or an older document's."""
    notes: tuple[str, ...] = ()
    """What was left out or changed on reading."""
    pictures: int = 0
    embedded: int = 0
    """Files of other kinds in it, which are not read."""
    cut_short: bool = False
    """Whether it ends before its end."""


@dataclass(frozen=True, slots=True)
class StyleMark:
    """What a paragraph's style says, its parents' names and outline level considered."""

    tag: str | None = None
    style: Style | None = None
    place: Place | None = None


def style_mark(names: Iterable[str], outline: int | None = None) -> StyleMark:
    """What the names of a style and of those it is based on say, nearest first.

    `outline` is the level in the document's outline, from 0; 9 is running text.
    """
    for name in names:
        plain = name.strip().casefold()
        if plain == "title":
            return StyleMark("h1", Style.TITLE)
        if heading := _HEADING.match(plain):
            return StyleMark(f"h{min(6, int(heading[1]))}")
        if plain == "caption":
            return StyleMark(None, Style.CAPTION)
        if _CONTENTS.match(plain):
            return StyleMark(None, None, Place.CONTENTS)
        if plain.startswith(("list bullet", "list number")):
            return StyleMark("li")
    return StyleMark(f"h{min(6, outline + 1)}") if outline is not None and outline < 9 else _NONE


_NONE = StyleMark()


def make_paragraph(
    text: str,
    mark: StyleMark,
    *,
    place: Place,
    listed: bool,
    new_page: bool,
    cell: tuple[int, int] | None,
) -> DocumentParagraph:
    """The paragraph with what its style says, where its length allows that."""
    tag = mark.tag if mark.tag == "li" or len(text.split()) <= _HEADING_WORDS else None
    return DocumentParagraph(
        text=text.strip(),
        place=mark.place if mark.place and place is Place.TEXT else place,
        tag=tag or ("li" if listed else None),
        style=mark.style if tag or mark.style is Style.CAPTION else None,
        new_page=new_page,
        cell=cell,
    )


def margins_once(paragraphs: Iterable[DocumentParagraph]) -> Iterator[DocumentParagraph]:
    """Each header and footer once, without those that only number the pages."""
    seen: set[str] = set()
    for paragraph in paragraphs:
        words = " ".join(paragraph.text.split())
        if words not in seen and not _PAGE_WORDS.fullmatch(words):
            seen.add(words)
            yield replace(paragraph, place=Place.MARGIN, new_page=False, cell=None)


def join_cells(
    paragraphs: Sequence[DocumentParagraph], *, labels: bool = False
) -> list[DocumentParagraph]:
    """Short cells of one table row as one line with tabs; cells of running text stay apart.

    With `labels` a cell of few words also opens the line of the long one beside it.
    """
    joined: list[DocumentParagraph] = []
    single = _single_cells(paragraphs)
    for paragraph in paragraphs:
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.cell is not None
            and paragraph.cell is not None
            and before.cell in single
            and before.cell[0] == paragraph.cell[0]
            and before.cell[1] < paragraph.cell[1]
            and _fit(before.text, paragraph, paragraph.cell in single, labels)
        ):
            text = f"{before.text}\t{paragraph.text}"
            joined[-1] = replace(before, text=text, cell=paragraph.cell)
        else:
            joined.append(paragraph)
    return joined


def _single_cells(paragraphs: Iterable[DocumentParagraph]) -> set[tuple[int, int]]:
    """The cells that hold one paragraph only."""
    once: set[tuple[int, int]] = set()
    again: set[tuple[int, int]] = set()
    for paragraph in paragraphs:
        if paragraph.cell is not None:
            (again if paragraph.cell in once else once).add(paragraph.cell)
    return once - again


def _fit(label: str, value: DocumentParagraph, single: bool, labels: bool) -> bool:
    last = label.rsplit("\t", 1)[-1]
    if len(last.split()) > _SHORT_CELL or "\n" in last:
        return False
    if last.rstrip().endswith(":") or (labels and len(last.split()) <= _LABEL_WORDS):
        return True
    return single and len(value.text.split()) <= _SHORT_CELL and "\n" not in value.text


def document_text(document: Document) -> str:
    """The text as plain text: a blank line between paragraphs, page breaks as lines of their own.

    Headers and footers are left out, since they stand between no two paragraphs.
    """
    lines: list[str] = []
    kept = [p for p in document.paragraphs if p.place is not Place.MARGIN]
    for paragraph in join_cells(kept, labels=True):
        if paragraph.new_page and lines:
            lines.append(PAGE_BREAK)
        lines.append(paragraph.text)
    return "\n\n".join(lines)


def refuse_wordless(document: Document, shown: str) -> None:
    """Raises NoTextLayer or EmptyInput where no paragraph has a word."""
    if any(paragraph.text.strip() for paragraph in document.paragraphs):
        return
    if document.pictures:
        raise NoTextLayer(
            f"{shown} holds {document.pictures} pictures and no text; "
            "have the text in them recognised (OCR) and add that"
        )
    if document.embedded:
        raise EmptyInput(
            f"{shown} holds its text as an embedded file, as some web sites make them; "
            "open it in a word processor, save it again, and add that"
        )
    raise EmptyInput(f"{shown} holds no text")
