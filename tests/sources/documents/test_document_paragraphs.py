"""Paragraphs of word processors' documents: cells in lines, and what is refused."""

from __future__ import annotations

import pytest

from onrecord.errors import EmptyInput, NoTextLayer
from onrecord.sources.documents.document_paragraphs import (
    Document,
    DocumentParagraph,
    Place,
    document_text,
    join_cells,
    margins_once,
    refuse_wordless,
)

LONG = "The council of Port Elm met on Monday and voted for the road over the hill."


def _row(*cells: str, row: int = 1) -> list[DocumentParagraph]:
    return [DocumentParagraph(text=text, cell=(row, n)) for n, text in enumerate(cells, 1)]


@pytest.mark.parametrize(
    ("cells", "joined", "with_labels"),
    [
        (["Seats", "12", "14"], ["Seats\t12\t14"], ["Seats\t12\t14"]),
        (["Date:", LONG], [f"Date:\t{LONG}"], [f"Date:\t{LONG}"]),
        (["LP", LONG], ["LP", LONG], [f"LP\t{LONG}"]),
        ([LONG, "12"], [LONG, "12"], [LONG, "12"]),
        ([LONG, LONG], [LONG, LONG], [LONG, LONG]),
        (["two\nlines", "12"], ["two\nlines", "12"], ["two\nlines", "12"]),
    ],
)
def test_cells_in_a_line(cells: list[str], joined: list[str], with_labels: list[str]) -> None:
    """Short cells stand in one line; running text stands alone, or after its label if asked."""
    assert [p.text for p in join_cells(_row(*cells))] == joined
    assert [p.text for p in join_cells(_row(*cells), labels=True)] == with_labels


def test_rows_are_lines_of_their_own() -> None:
    """Cells of two rows, and paragraphs of one cell, are never joined."""
    rows = [*_row("a", "b"), *_row("c", "d", row=2)]
    assert [p.text for p in join_cells(rows)] == ["a\tb", "c\td"]
    same = [DocumentParagraph(text=text, cell=(1, 1)) for text in ("a", "b")]
    assert [p.text for p in join_cells([*same, *_row("", "c")[1:]])] == ["a", "b", "c"]


def test_margins() -> None:
    """Headers stand once; those that only number pages, in whatever language, not at all."""
    texts = ["Gazette", "Page 3 of 9", "Seite 3", "- 3 -", "Gazette", "Page One"]
    found = margins_once([DocumentParagraph(text=text, new_page=True) for text in texts])
    assert [(p.text, p.place, p.new_page) for p in found] == [
        ("Gazette", Place.MARGIN, False),
        ("Page One", Place.MARGIN, False),
    ]


def test_text() -> None:
    """The text has a blank line between paragraphs and no margins; a first page break is none."""
    paragraphs = (
        DocumentParagraph(text="One\ntwo", new_page=True),
        DocumentParagraph(text="three", new_page=True),
        DocumentParagraph(text="Gazette", place=Place.MARGIN),
    )
    assert document_text(Document(paragraphs=paragraphs)) == "One\ntwo\n\n\f\n\nthree"


def test_without_a_word() -> None:
    """Pictures alone and nothing at all are told apart."""
    with pytest.raises(NoTextLayer, match=r"a\.docx holds 2 pictures"):
        refuse_wordless(Document(paragraphs=(), pictures=2), "a.docx")
    with pytest.raises(EmptyInput, match=r"a\.docx holds no text"):
        refuse_wordless(Document(paragraphs=()), "a.docx")
    refuse_wordless(Document(paragraphs=(DocumentParagraph(text="a"),)), "a.docx")
