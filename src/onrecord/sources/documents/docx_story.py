"""One story of a Word document (its text, notes, a header): from XML events to paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.sources.documents.document_paragraphs import (
    DocumentParagraph,
    Place,
    make_paragraph,
)
from onrecord.sources.documents.docx_events import EventReader
from onrecord.sources.documents.docx_fields import Fields, numbers_pages
from onrecord.sources.documents.docx_styles import (
    ParagraphProperties,
    WordStyles,
    child_value,
    is_on,
    paragraph_properties,
    word_value,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_UNREAD = frozenset(("w:del", "w:moveFrom", "w:rt"))
_SEPARATORS = frozenset(("separator", "continuationSeparator", "continuationNotice"))
_LETTERS = {"w:tab": "\t", "w:ptab": "\t", "w:cr": "\n", "w:noBreakHyphen": "-"}
_COUNTED = {"a:blip": "pictures", "v:imagedata": "pictures", "w:altChunk": "embedded",
            "w:commentReference": "comments", "w:sym": "symbols"}  # fmt: skip
_IN_XML_ONLY = str.maketrans("\n\r", "  ")


@dataclass(slots=True)
class _Open:
    """A paragraph while it is read."""

    parts: list[str] = field(default_factory=list)
    properties: ParagraphProperties = field(default_factory=ParagraphProperties)
    boxes: list[DocumentParagraph] = field(default_factory=list)


@dataclass(slots=True)
class _Table:
    row: int = 0
    cell: int = 0
    starts: int = 0
    """Paragraphs there were before the row."""
    deleted: bool = False


class StoryReader(EventReader):
    """Reads the events of one part; paragraphs gather in `paragraphs`, what was left out in
    `counts`."""

    def __init__(self, styles: WordStyles, place: Place, counts: Counter[str]) -> None:
        super().__init__()
        self.paragraphs: list[DocumentParagraph] = []
        self.counts = counts
        self._styles = styles
        self._place = place
        self._open: list[_Open] = []
        self._lists: list[list[DocumentParagraph]] = [self.paragraphs]
        self._fields = [Fields()]
        self._hidden: list[bool] = []
        self._tables: list[_Table] = []
        self._rows = 0
        self._choices: list[int] = []
        self._written = 0
        self._carry = ""
        self._new_page = False
        self._placeholder = False

    def close(self) -> None:
        """The end: what is still open is written."""
        if self._carry:
            self._open.append(_Open())
            self._end_paragraph()

    def enter(self, name: str, element: Element) -> None:
        """An element starts that is no property and not skipped."""
        if name in _UNREAD:
            self.counts["changes"] += name != "w:rt"
            self.skip()
        elif name in _COUNTED:
            self.counts[_COUNTED[name]] += 1
        elif (action := _STARTS.get(name)) is not None:
            action(self, element)

    def leave(self, name: str, element: Element) -> None:
        """An element that is no property ends."""
        if name in ("w:t", "m:t"):
            self._write((element.text or "").translate(_IN_XML_ONLY))
        elif name in _LETTERS:
            self._write(_LETTERS[name])
        elif (action := _ENDS.get(name)) is not None:
            action(self, element)

    # text

    def _write(self, text: str) -> None:
        if not self._open or not text:
            return
        if self._fields[-1].hide:
            return
        if self._hidden and self._hidden[-1]:
            self.counts["hidden"] += len(text.strip())
            return
        self._written += 1
        self._open[-1].parts.append(text)

    def _break(self, element: Element) -> None:
        if word_value(element, "type") != "page":
            self._write("\n")
            return
        if self._open and "".join(self._open[-1].parts).strip():
            before = self._open[-1]
            self._end_paragraph()
            self._open.append(_Open(properties=before.properties))
        self._new_page = True

    # paragraphs and runs

    def _start_paragraph(self, _: Element) -> None:
        self._open.append(_Open())

    def properties(self, name: str, element: Element) -> None:
        """The properties of a paragraph, run, row or control, whole."""
        if name == "w:pPr" and self._open:
            self._paragraph_properties(element)
        elif name == "w:rPr" and self._hidden and self._open:
            vanish, style = element.find("{*}vanish"), child_value(element, "rStyle")
            if vanish is not None:
                self._hidden[-1] = is_on(vanish)
            elif style is not None:
                self._hidden[-1] = self._hidden[-1] or self._styles.is_hidden(style)
        elif name == "w:trPr" and self._tables and element.find("{*}del") is not None:
            self._tables[-1].deleted = True
        elif name == "w:sdtPr":
            self._placeholder = is_on(element.find("{*}showingPlcHdr"))

    def _paragraph_properties(self, element: Element) -> None:
        found = paragraph_properties(element, self._styles)
        self._open[-1].properties = found
        self.counts["changes"] += found.changed
        self._new_page = self._new_page or found.new_page

    def _start_run(self, _: Element) -> None:
        self._hidden.append(bool(self._open) and self._open[-1].properties.hidden)

    def _end_run(self, _: Element) -> None:
        if self._hidden:
            self._hidden.pop()

    def _close_paragraph(self, _: Element) -> None:
        if self._open:
            self._end_paragraph()

    def _end_paragraph(self) -> None:
        paragraph = self._open.pop()
        properties = paragraph.properties
        text, self._carry = self._carry + "".join(paragraph.parts), ""
        self._fields[-1].end_paragraph()
        if properties.runs_on:
            self._carry = text
        elif text.strip():
            table = self._tables[-1] if self._tables else None
            made = make_paragraph(
                text,
                properties.mark,
                place=self._place,
                listed=properties.listed,
                new_page=self._new_page,
                cell=None if table is None else (table.row, table.cell),
            )
            self._lists[-1].append(made)
            self._new_page = False
        self._lists[-1] += paragraph.boxes
        self._new_page = self._new_page or properties.ends_section

    # text boxes, alternatives, content controls

    def _start_box(self, _: Element) -> None:
        self._lists.append([])
        self._fields.append(Fields())

    def _end_box(self, _: Element) -> None:
        if len(self._lists) > 1:
            box = self._lists.pop()
            self._fields.pop()
            if self._open:
                self._open[-1].boxes += box
            else:
                self._lists[-1] += box

    def _start_alternatives(self, _: Element) -> None:
        self._choices.append(self._written)

    def _end_alternatives(self, _: Element) -> None:
        if self._choices:
            self._choices.pop()

    def _start_choice(self, _: Element) -> None:
        if self._choices and self._choices[-1] != self._written:
            self.skip()  # another choice has been read: this one says the same

    def _start_control(self, _: Element) -> None:
        if self._placeholder:
            self.skip()
        self._placeholder = False

    # fields

    def _simple_field(self, element: Element) -> None:
        if numbers_pages(word_value(element, "instr") or ""):
            self.skip()

    def _field_code(self, element: Element) -> None:
        self._fields[-1].code(element.text or "")

    def _field_mark(self, element: Element) -> None:
        self._fields[-1].mark(word_value(element, "fldCharType"))

    # tables

    def _start_table(self, _: Element) -> None:
        self._tables.append(_Table())

    def _end_table(self, _: Element) -> None:
        self._tables.pop()

    def _start_row(self, _: Element) -> None:
        if self._tables:
            self._rows += 1
            self._tables[-1] = _Table(row=self._rows, starts=len(self._lists[-1]))

    def _end_row(self, _: Element) -> None:
        if self._tables and self._tables[-1].deleted:
            self.counts["changes"] += 1
            del self._lists[-1][self._tables[-1].starts :]

    def _start_cell(self, _: Element) -> None:
        if self._tables:
            self._tables[-1].cell += 1

    # notes and tracked changes

    def _start_note(self, element: Element) -> None:
        if word_value(element, "type") in _SEPARATORS:
            self.skip()

    def _count_change(self, _: Element) -> None:
        self.counts["changes"] += 1


_STARTS: dict[str, Callable[[StoryReader, Element], None]] = {
    "w:p": StoryReader._start_paragraph,
    "w:r": StoryReader._start_run,
    "w:tbl": StoryReader._start_table,
    "w:tr": StoryReader._start_row,
    "w:tc": StoryReader._start_cell,
    "w:txbxContent": StoryReader._start_box,
    "mc:AlternateContent": StoryReader._start_alternatives,
    "mc:Choice": StoryReader._start_choice,
    "mc:Fallback": StoryReader._start_choice,
    "w:sdtContent": StoryReader._start_control,
    "w:fldSimple": StoryReader._simple_field,
    "w:footnote": StoryReader._start_note,
    "w:endnote": StoryReader._start_note,
    "w:ins": StoryReader._count_change,
}
_ENDS: dict[str, Callable[[StoryReader, Element], None]] = {
    "w:p": StoryReader._close_paragraph,
    "w:r": StoryReader._end_run,
    "w:br": StoryReader._break,
    "w:instrText": StoryReader._field_code,
    "w:fldChar": StoryReader._field_mark,
    "w:tbl": StoryReader._end_table,
    "w:tr": StoryReader._end_row,
    "w:txbxContent": StoryReader._end_box,
    "mc:AlternateContent": StoryReader._end_alternatives,
}
