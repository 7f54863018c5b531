"""Many articles in one file: exports of newspaper databases, and a digest."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from docx import Document

from forms.documents import rtf_of
from forms.story import PlainArticle

_UNDATED = date(2023, 1, 2)
"""The day that the database gives an article whose paper gave none."""


def database_text(folder: Path, story: Sequence[PlainArticle]) -> None:
    """One text file with a header block over each article."""
    (folder / "export.txt").write_text("\n\n".join(_lines(story)) + "\n", encoding="utf-8")


def database_docx(folder: Path, story: Sequence[PlainArticle]) -> None:
    """The same as a Word document."""
    document = Document()
    for line in _lines(story):
        document.add_paragraph(line)
    document.save(str(folder / "export.docx"))


def database_rtf(folder: Path, story: Sequence[PlainArticle]) -> None:
    """The same as rich text."""
    (folder / "export.rtf").write_bytes(rtf_of(_lines(story)))


def digest(folder: Path, story: Sequence[PlainArticle]) -> None:
    """Articles pasted one after another, a row of signs between them."""
    parts = [article.text.strip() for article in story]
    (folder / "digest.txt").write_text("\n\n==========\n\n".join(parts) + "\n", encoding="utf-8")


def _lines(story: Sequence[PlainArticle]) -> list[str]:
    lines: list[str] = []
    for article in story:
        lines.append(article.headline)
        lines.append(article.outlet or "Unknown paper")
        day = article.read().published.days.first or _UNDATED
        lines.append(f"{day:%B} {day.day}, {day.year} {day:%A}")
        lines.append(f"Copyright 2024 {article.outlet or 'Unknown paper'} All Rights Reserved")
        lines.append(f"Length: {len(article.text.split())} words")
        if article.bylines:
            lines.append(f"Byline: {', '.join(article.bylines)}")
        lines.append("Body")
        lines.extend(article.body)
        lines.append("End of Document")
    return lines
