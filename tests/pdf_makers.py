"""PDFs for the tests, set by reportlab: pages of columns, prints of browsers, odd ones."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any

from reportlab.lib import pdfencrypt
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from onrecord.articles.pdf.reading import read_pdf_page
from onrecord.articles.read import read_article
from onrecord.settings import Limits
from onrecord.values.article import Article
from onrecord.values.pages import MediaType, Page

WIDTH, HEIGHT = A4

TOPICS = (
    "The harbour board of Port Elm met on Monday evening and agreed to deepen the northern "
    "channel before the winter storms set in, its chairwoman said after the meeting.",
    "Fishermen had asked for the work since spring, when two boats ran aground within a week "
    "and had to be pulled free by a tug that came from the other side of the bay.",
    "The cost, put at four million crowns by the port office, will be shared between the town "
    "and the region, although neither has said where its part of the money is to come from.",
    "Opponents fear for the eelgrass beds that line the channel. A group of residents handed "
    "over a list of nine hundred names and asked the board to wait for a second survey.",
    "Work is to begin in October and to take six weeks. During that time the ferry to the "
    "outer islands will leave from the southern quay, as it did during the repairs of 2011.",
    "The board also heard a report on the state of the old lighthouse, whose lamp has been "
    "dark since a fire in March. A decision on its repair was put off until the new year.",
    "Asked whether the plans could still change, the chairwoman said that every plan could, "
    "but that this one had already been changed four times and would now be carried out.",
    "The harbour master, who has held the office for twenty years, told the meeting that the "
    "depth at the entrance had fallen by more than a metre since the last survey was made.",
)
"""Paragraphs of one article."""


def article_of(data: bytes, *, limits: Limits | None = None) -> Article:
    """The article in a PDF."""
    page = Page(data=data, media_type=MediaType.PDF, name="a.pdf")
    return read_article(page, limits=limits or Limits())


def blocks_of(data: bytes, *, limits: Limits | None = None) -> list[str]:
    """The blocks of its text."""
    page = Page(data=data, media_type=MediaType.PDF, name="a.pdf")
    return read_pdf_page(page, limits or Limits()).text.split("\n\n")


def drawn(draw: Callable[[Canvas], None], **options: Any) -> bytes:
    """A PDF drawn by hand; `draw` gets the canvas."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1, **options)
    draw(canvas)
    canvas.save()
    return buffer.getvalue()


def locked(password: str) -> bytes:
    """An encrypted PDF; an empty password opens for everybody."""
    secret = pdfencrypt.StandardEncryption(password, ownerPassword="owner", canPrint=1)
    return drawn(lambda c: c.drawString(72, 700, TOPICS[0][:60]), encrypt=secret)


def in_columns(
    columns: int,
    paragraphs: Sequence[str] = TOPICS,
    *,
    indent: float = 0.0,
    gap: float = 6.0,
    size: float = 9.0,
    bottom: float = 80.0,
    top: float = 700.0,
    heads: bool = True,
    hyphenate: bool = False,
) -> bytes:
    """A headline over columns, as many pages as it takes, with running heads and numbers."""

    def draw(canvas: Canvas) -> None:
        gutter = 14.0
        width = (WIDTH - 120 - gutter * (columns - 1)) / columns
        page = 1

        def edges() -> None:
            if heads:
                canvas.setFont("Helvetica", 8)
                canvas.drawString(60, HEIGHT - 40, "The Elm Courier")
                canvas.drawRightString(WIDTH - 60, HEIGHT - 40, "Tuesday, 4 May")
                canvas.drawCentredString(WIDTH / 2, 36, str(page))

        edges()
        canvas.setFont("Times-Bold", 24)
        canvas.drawString(60, HEIGHT - 100, "Harbour board agrees to deepen channel")
        column, y = 0, top
        for paragraph in paragraphs:
            lines = split_to_width(paragraph, width, size, indent, hyphenate=hyphenate)
            for number, line in enumerate(lines):
                if y < bottom:
                    column, y = column + 1, top
                    if column == columns:
                        canvas.showPage()
                        page, column, y = page + 1, 0, HEIGHT - 80
                        edges()
                canvas.setFont("Times-Roman", size)
                x = 60 + column * (width + gutter) + (indent if number == 0 else 0)
                canvas.drawString(x, y, line)
                y -= size * 1.2
            y -= gap

    return drawn(draw)


def split_to_width(
    paragraph: str, width: float, size: float, indent: float = 0.0, *, hyphenate: bool = False
) -> list[str]:
    """The lines of a paragraph; `hyphenate`: long words are divided where a line is left short."""
    if not hyphenate and not indent:
        return list(simpleSplit(paragraph, "Times-Roman", size, width))
    from reportlab.pdfbase.pdfmetrics import stringWidth

    lines: list[str] = []
    line = ""
    for word in paragraph.split():
        room = width - (indent if not lines else 0)
        trial = f"{line} {word}".strip()
        if stringWidth(trial, "Times-Roman", size) <= room:
            line = trial
            continue
        half = len(word) // 2
        head = f"{line} {word[:half]}-".strip()
        if (
            hyphenate
            and len(word) > 6
            and word.isalpha()
            and (stringWidth(head, "Times-Roman", size) <= room)
        ):
            lines.append(head)
            line = word[half:]
        else:
            lines.append(line)
            line = word
    return [*lines, line]


def browser_print(pages: int, body: Sequence[str] = TOPICS, *, edges: bool = True) -> bytes:
    """A page printed by a browser, with date, title, address and counter at the edges."""

    def draw(canvas: Canvas) -> None:
        lines = [("h", "Harbour board agrees to deepen channel")]
        for paragraph in body:
            lines += [("p", line) for line in simpleSplit(paragraph, "Times-Roman", 12, 470)]
            lines.append(("gap", ""))
        share = -(-len(lines) // pages)
        for page in range(pages):
            if edges:
                canvas.setFont("Helvetica", 8)
                canvas.drawString(24, HEIGHT - 20, "5/4/21, 9:41 AM")
                canvas.drawCentredString(WIDTH / 2, HEIGHT - 20, "Harbour board | The Elm Courier")
                canvas.drawString(24, 16, "https://courier.example/2021/05/harbour-board")
                canvas.drawRightString(WIDTH - 24, 16, f"{page + 1}/{pages}")
            y = HEIGHT - 60
            for kind, text in lines[page * share : (page + 1) * share]:
                canvas.setFont(
                    "Times-Bold" if kind == "h" else "Times-Roman", 22 if kind == "h" else 12
                )
                canvas.drawString(60, y, text)
                y -= 36 if kind == "h" else 14
            canvas.showPage()

    return drawn(draw)
