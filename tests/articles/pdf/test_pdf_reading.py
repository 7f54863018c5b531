"""What a reader of a PDF promises: one sequence of whole paragraphs, nothing of the page in them."""

from __future__ import annotations

import io
from contextlib import suppress
from textwrap import wrap

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from onrecord.errors import BrokenInput, EmptyInput, EncryptedInput, InputError, NoTextLayer
from onrecord.settings import Limits
from onrecord.values.vocabulary import PROSE_ROLES, Role
from pdf_makers import (
    HEIGHT,
    TOPICS,
    WIDTH,
    article_of,
    blocks_of,
    browser_print,
    drawn,
    in_columns,
    locked,
)

LONG = (*TOPICS, *(f"{text} That was said twice." for text in TOPICS))


def prose(data: bytes) -> list[str]:
    """The paragraphs of running text."""
    article = article_of(data)
    return [
        article.text[p.start : p.end].strip() for p in article.paragraphs if p.role in PROSE_ROLES
    ]


def picture(width: int = 200, height: int = 100) -> ImageReader:
    """A grey picture."""
    header = f"P5 {width} {height} 255\n".encode()
    return ImageReader(io.BytesIO(header + b"\x80" * width * height))


@pytest.mark.parametrize("columns", [1, 2, 3])
@pytest.mark.parametrize(("indent", "gap"), [(0.0, 6.0), (12.0, 0.0)], ids=["gaps", "indents"])
def test_columns_come_out_as_one_sequence(columns: int, indent: float, gap: float) -> None:
    """Paragraphs across lines, columns and pages are whole and in order."""
    data = in_columns(columns, LONG, indent=indent, gap=gap, top=330)
    found = [block for block in blocks_of(data) if block in LONG]
    assert found == list(LONG)


def test_divided_words_are_joined() -> None:
    """Words divided at line ends in narrow columns are whole again."""
    data = in_columns(3, LONG, indent=10, gap=0, hyphenate=True)
    assert [block for block in blocks_of(data) if block in LONG] == list(LONG)


def test_running_heads_and_numbers_are_residue() -> None:
    """Heads and page numbers stand in the text as residue, between paragraphs."""
    article = article_of(in_columns(2, LONG, top=330))
    edges = [p for p in article.paragraphs if p.why.startswith("edge-of-the-page")]
    words = "\n".join(article.text[p.start : p.end] for p in edges)
    assert words.count("The Elm Courier") == words.count("Tuesday, 4 May") == 2
    assert {p.role for p in edges} == {Role.RESIDUE}


@pytest.mark.parametrize("pages", [1, 2, 3, 5])
def test_browser_print(pages: int) -> None:
    """What the browser printed at the edges is residue and cuts no paragraph; its address is
    the article's, its date is not the day of publication."""
    article = article_of(browser_print(pages, LONG))
    text = article.text
    for paragraph in LONG:
        assert paragraph in text
    assert article.address == "https://courier.example/2021/05/harbour-board"
    assert "5/4/21" not in "".join(
        text[p.start : p.end] for p in article.paragraphs if p.role is not Role.RESIDUE
    )
    assert article.published.at is None
    assert article.published.days.first is None or article.published.days.first.day != 4


def test_text_at_the_edges_stays_text() -> None:
    """Lines near the edges that differ from page to page are no furniture."""

    def draw(canvas: Canvas) -> None:
        for page in range(3):
            canvas.drawString(60, HEIGHT - 40, f"{TOPICS[page][:60]}")
            canvas.drawString(60, 40, f"{TOPICS[page + 3][:60]}")
            canvas.showPage()

    text = " ".join(blocks_of(drawn(draw)))
    article = article_of(drawn(draw))
    assert not [p for p in article.paragraphs if p.why.startswith("edge")]
    assert TOPICS[0][:60] in text


def test_headline_by_its_size() -> None:
    """The largest line over the columns is the headline."""
    article = article_of(in_columns(2))
    assert article.headline is not None
    assert article.headline.value == "Harbour board agrees to deepen channel"


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Harbour board agrees to deepen channel | The Elm Courier", True),
        ("Microsoft Word - final_v3.docx", False),
    ],
)
def test_title_counts_only_where_it_stands_in_the_text(title: str, headline: bool) -> None:
    """The document's title is the headline only where the text prints it."""

    def draw(canvas: Canvas) -> None:
        canvas.setTitle(title)
        canvas.setAuthor("winword")
        canvas.setFont("Times-Roman", 12)
        canvas.drawString(60, 700, "Elections")
        canvas.drawString(60, 660, "Harbour board agrees to deepen channel")
        canvas.drawString(60, 620, TOPICS[0][:70])
        canvas.drawString(60, 606, TOPICS[0][70:140])

    article = article_of(drawn(draw))
    shown = article.headline.value if article.headline else ""
    assert (shown == "Harbour board agrees to deepen channel") or not headline
    assert "Word" not in shown
    assert not article.bylines


def test_caption_under_a_picture() -> None:
    """Small type right under a picture is its caption."""

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(picture(), 60, 500, 300, 200)
        canvas.setFont("Times-Roman", 8)
        canvas.drawString(60, 488, "The northern channel at low water. Photo: A. Reed")
        canvas.setFont("Times-Roman", 12)
        for n in range(0, 140, 70):
            canvas.drawString(60, 440 - n / 5, TOPICS[1][n : n + 70])

    article = article_of(drawn(draw))
    captions = [p for p in article.paragraphs if p.role is Role.CAPTION]
    assert [article.text[p.start : p.end].strip() for p in captions] == [
        "The northern channel at low water. Photo: A. Reed"
    ]


def test_scan_says_that_recognition_is_needed() -> None:
    """A PDF of pictures is refused with what to do."""
    data = drawn(lambda c: c.drawImage(picture(), 0, 0, WIDTH, HEIGHT))
    with pytest.raises(NoTextLayer, match=r"a\.pdf .*OCR"):
        article_of(data)


def test_pages_without_text_are_noted() -> None:
    """Pages that are pictures among others are named, counted from 1; blank ones are not."""

    def draw(canvas: Canvas) -> None:
        for page in range(5):
            if page in {1, 4}:
                canvas.drawImage(picture(), 0, 0, WIDTH, HEIGHT)
            elif page != 2:
                canvas.drawString(60, 700, TOPICS[page][:70])
            canvas.showPage()

    assert "pages-without-text: 2, 5" in article_of(drawn(draw)).notes


def test_blank_pages_are_empty() -> None:
    """A PDF of blank pages is empty, not a scan."""
    with pytest.raises(EmptyInput):
        article_of(drawn(Canvas.showPage))


def test_page_limit_is_told() -> None:
    """Only so many pages are read, and a note names the setting."""
    article = article_of(browser_print(5, LONG), limits=Limits(pdf_pages=2))
    assert "pages-left-out: 3 (ONRECORD_LIMIT_PDF_PAGES)" in article.notes
    assert LONG[0] in article.text
    assert LONG[-1] not in article.text


def test_encrypted() -> None:
    """With a password: refused with what to do; with an empty one: read."""
    with pytest.raises(EncryptedInput, match="password"):
        article_of(locked("secret"))
    assert TOPICS[0][:60] in article_of(locked("")).text


def test_recognised_text_behind_a_picture_is_read() -> None:
    """Text that is not painted (render mode 3) is the text layer of a scan."""

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(picture(), 0, 0, WIDTH, HEIGHT)
        text = canvas.beginText(60, 700)
        text.setFont("Helvetica", 11)
        text.setTextRenderMode(3)
        text.textLine(TOPICS[2][:70])
        canvas.drawText(text)

    assert TOPICS[2][:70] in article_of(drawn(draw)).text


def test_unseen_text_is_left_out_and_counted() -> None:
    """Text off the page and type too small to see is no part of the article."""

    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 700, TOPICS[3][:70])
        canvas.drawString(60, HEIGHT + 50, "printer marks")
        canvas.setFont("Helvetica", 0.2)
        canvas.drawString(60, 600, "hidden words")

    article = article_of(drawn(draw))
    assert article.text == TOPICS[3][:70]
    assert "characters-outside-of-the-page: 12" in article.notes
    assert "characters-too-small-to-see: 11" in article.notes


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_turned_pages_are_read_upright(angle: int) -> None:
    """A page whose text is all turned reads as any other."""

    def draw(canvas: Canvas) -> None:
        canvas.translate(WIDTH / 2, HEIGHT / 2)
        canvas.rotate(angle)
        for n, line in enumerate(wrap(TOPICS[0], 60)):
            canvas.drawString(-200, 100 - 14 * n, line)

    assert article_of(drawn(draw)).text == TOPICS[0]


def test_stamp_across_the_page_is_residue() -> None:
    """Text at another angle is kept, behind the page's own, as residue."""

    def draw(canvas: Canvas) -> None:
        for n in range(0, 140, 70):
            canvas.drawString(60, 700 - n / 5, TOPICS[1][n : n + 70])
        canvas.translate(200, 300)
        canvas.rotate(45)
        canvas.drawString(0, 0, "ARCHIVE COPY")

    article = article_of(drawn(draw))
    last = article.paragraphs[-1]
    assert (article.text[last.start : last.end], last.role, last.why) == (
        "ARCHIVE COPY",
        Role.RESIDUE,
        "turned-text",
    )


def test_words_printed_twice_stand_once() -> None:
    """Letters printed again with a small shift, to look bold, are read once."""

    def draw(canvas: Canvas) -> None:
        for shift in (0, 0.3):
            canvas.drawString(60 + shift, 700, "Board agrees to deepen channel")

    assert article_of(drawn(draw)).text == "Board agrees to deepen channel"


def test_box_beside_the_text_does_not_cut_it() -> None:
    """A box of smaller type in the third column stands apart from the article's paragraphs."""
    data = in_columns(2, TOPICS, top=500, gap=6)
    assert [block for block in blocks_of(data) if block in TOPICS] == list(TOPICS)


def test_illegible_characters_are_refused() -> None:
    """Letters of a shifted alphabet, as fonts without a code table give them, are no text."""
    shifted = "".join(chr(ord(c) - 29) if c.isalpha() else c for c in " ".join(TOPICS))

    def draw(canvas: Canvas) -> None:
        for n in range(0, len(shifted), 80):
            canvas.drawString(60, 780 - n / 6, shifted[n : n + 80])

    article_of(drawn(lambda c: c.drawString(60, 700, "BBC, CNN, PBS, NPR, RTL, ZDF")))
    with pytest.raises(NoTextLayer, match="fonts"):
        article_of(drawn(draw))


GOOD = browser_print(3)


def test_no_place_to_cut_a_file_raises() -> None:
    """A file cut anywhere is read in part or refused by name."""
    for end in range(10, len(GOOD), max(1, len(GOOD) // 30)):
        with suppress(InputError):
            assert article_of(GOOD[:end]).text


def test_broken_file_is_named() -> None:
    """What is no PDF behind its first bytes is broken."""
    with pytest.raises(BrokenInput, match=r"a\.pdf is damaged"):
        article_of(b"%PDF-1.7\n% nothing")


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=400))
def test_any_bytes_after_the_header(tail: bytes) -> None:
    """Nothing but an InputError comes of arbitrary bytes."""
    try:
        article_of(b"%PDF-1.4\n" + tail)
    except InputError:
        return


@settings(max_examples=30, deadline=None)
@given(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=20))
def test_any_damage_inside(place: int, damage: bytes) -> None:
    """A file damaged anywhere is read or refused."""
    data = GOOD[:place] + damage + GOOD[place + len(damage) :]
    try:
        article_of(data)
    except InputError:
        return
