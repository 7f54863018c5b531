"""A small Word document: paragraphs in named styles, footnotes with links, and the parts around.

Office Open XML (ECMA-376), transitional, as Word and LibreOffice write it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from onrecord.exports.docx_styles import STYLES

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BEFORE_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that a ZIP can state, for all parts."""
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/>'
    "</w:r></w:p></w:footnote>"
)


def run(words: str, *, style: str = "") -> str:
    """A run of words; nothing for no words."""
    if not words:
        return ""
    named = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{named}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def paragraph(*runs: str, style: str) -> str:
    """A paragraph of runs in a style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(runs)}</w:p>'


def field_link(address: str) -> str:
    """A link for the text itself, shown as the address; the address holds no quotation mark."""
    instruction = quoteattr(f' HYPERLINK "{address}" ')
    return f"<w:fldSimple w:instr={instruction}>{run(address, style='Hyperlink')}</w:fldSimple>"


def table(rows: Iterable[Sequence[str]], *, widths: Sequence[int]) -> str:
    """A table with hairlines; its first row is repeated on every page.

    Args:
        rows: of cells, each of one paragraph or more.
        widths: of the columns, in twentieths of a point.
    """
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    layout = (
        f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{lines}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )
    made = (
        "<w:tr><w:trPr><w:cantSplit/>"
        + ("" if number else "<w:tblHeader/>")
        + "</w:trPr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for cell, width in zip(row, widths, strict=True)
        )
        + "</w:tr>"
        for number, row in enumerate(rows)
    )
    return f"<w:tbl>{layout}{''.join(made)}</w:tbl>"


class Footnotes:
    """The footnotes of a document, numbered as they are made, with the links in them."""

    def __init__(self) -> None:
        self._notes: list[str] = []
        self._links: dict[str, str] = {}

    def mark(self, runs: str) -> str:
        """A new footnote of some runs; what marks it in the text."""
        number = len(self._notes) + 1
        own = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        self._notes.append(
            f'<w:footnote w:id="{number}">'
            f"{paragraph(own, run(' '), runs, style='FootnoteText')}</w:footnote>"
        )
        return (
            '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
            f'<w:footnoteReference w:id="{number}"/></w:r>'
        )

    def link(self, address: str) -> str:
        """A link for a footnote, shown as the address."""
        key = self._links.setdefault(address, f"link{len(self._links) + 1}")
        return f'<w:hyperlink r:id="{key}">{run(address, style="Hyperlink")}</w:hyperlink>'

    def part(self) -> str:
        """The part that holds the footnotes."""
        return _part("footnotes", _SEPARATORS + "".join(self._notes))

    def relations(self) -> str:
        """The addresses that the footnotes link to."""
        return _relations(
            f'<Relationship Id="{key}" Type="{_RELATED}/hyperlink"'
            f' Target={quoteattr(address)} TargetMode="External"/>'
            for address, key in self._links.items()
        )


def docx_bytes(body: str, notes: Footnotes, *, title: str) -> bytes:
    """The document of a body and its footnotes; the same arguments give the same bytes."""
    page = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440"'
        ' w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'
    )
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            [
                _relation("document", f"{_RELATED}/officeDocument", "word/document.xml"),
                _relation(
                    "core",
                    f"{_PACKAGE}/relationships/metadata/core-properties",
                    "docProps/core.xml",
                ),
            ]
        ),
        "docProps/core.xml": _core(title),
        "word/document.xml": _part("document", f"<w:body>{body}{page}</w:body>"),
        "word/_rels/document.xml.rels": _relations(
            _relation(name, f"{_RELATED}/{name}", f"{name}.xml")
            for name in ("styles", "settings", "footnotes")
        ),
        "word/styles.xml": _part("styles", STYLES),
        "word/settings.xml": _part("settings", _SETTINGS),
        "word/footnotes.xml": notes.part(),
        "word/_rels/footnotes.xml.rels": notes.relations(),
    }
    return _zipped(parts)


def _zipped(parts: Mapping[str, str]) -> bytes:
    # Stored, not deflated: what deflate gives differs between versions of zlib.
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as package:
        for name, content in parts.items():
            member = zipfile.ZipInfo(name, _BEFORE_FIRST_DAY)
            member.create_system = 0
            package.writestr(member, content.encode("utf-8"))
    return file.getvalue()


def _part(name: str, content: str) -> str:
    return f'{_HEAD}<w:{name} xmlns:w="{_MAIN}" xmlns:r="{_RELATED}">{content}</w:{name}>'


def _relation(key: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>'


def _relations(relations: Iterable[str]) -> str:
    inside = "".join(relations)
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _core(title: str) -> str:
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title></cp:coreProperties>"
    )


def _content_types() -> str:
    parts = {
        "/word/document.xml": f"{_TYPES}.document.main+xml",
        "/word/styles.xml": f"{_TYPES}.styles+xml",
        "/word/settings.xml": f"{_TYPES}.settings+xml",
        "/word/footnotes.xml": f"{_TYPES}.footnotes+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts.items()
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


_SETTINGS = (
    '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
    '<w:compat><w:compatSetting w:name="compatibilityMode"'
    ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
)
