"""Documents: PDF, DOCX, RTF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path

from docx import Document
from reportlab.lib.pagesizes import A5
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

from forms.story import PlainArticle

Maker = Callable[[Path, Sequence[PlainArticle]], None]
"""Writes the files of the whole story into a folder."""


def pdf(folder: Path, story: Sequence[PlainArticle]) -> None:
    """A typeset article on pages with a running head and a page number."""
    plain = ParagraphStyle("plain", fontName="Times-Roman", fontSize=10, leading=12, spaceAfter=6)
    title = ParagraphStyle("title", plain, fontName="Times-Bold", fontSize=17, leading=20)

    def furniture(canvas: Canvas, document: SimpleDocTemplate) -> None:
        canvas.setFont("Times-Roman", 8)
        canvas.drawString(60, A5[1] - 30, "From the archive of the reading room")
        canvas.drawCentredString(A5[0] / 2, 25, str(document.page))

    for article in story:
        document = SimpleDocTemplate(str(folder / f"{article.name}.pdf"), pagesize=A5)
        flow = [
            Paragraph(escape(line), title if line == article.headline else plain)
            for line in (*article.header, *article.lines)
        ]
        document.build(flow, onFirstPage=furniture, onLaterPages=furniture)


def docx(folder: Path, story: Sequence[PlainArticle]) -> None:
    """A Word document an article: its headline as a heading, a paragraph a line."""
    for article in story:
        document = Document()
        for line in (*article.header, *article.lines):
            heading = line == article.headline
            document.add_paragraph(line, style="Heading 1" if heading else None)
        document.save(str(folder / f"{article.name}.docx"))


def rtf(folder: Path, story: Sequence[PlainArticle]) -> None:
    """A rich text file an article."""
    for article in story:
        (folder / f"{article.name}.rtf").write_bytes(rtf_of((*article.header, *article.lines)))


def rtf_of(lines: Sequence[str]) -> bytes:
    """Rich text with a paragraph a line, characters beyond ASCII as `\\u` with a fallback."""
    body = "\\par\n".join("".join(map(_rtf_letter, line)) for line in lines)
    head = "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Times New Roman;}}\\f0\\fs24\n"
    return f"{head}{body}\\par\n}}".encode("ascii")


def _rtf_letter(letter: str) -> str:
    if letter in "\\{}":
        return f"\\{letter}"
    if letter == "\x0c":
        return "\\page "
    if letter.isascii():
        return letter
    units = letter.encode("utf-16-le")
    numbers = [
        int.from_bytes(units[i : i + 2], "little", signed=True) for i in range(0, len(units), 2)
    ]
    return "".join(f"\\u{number}?" for number in numbers)
