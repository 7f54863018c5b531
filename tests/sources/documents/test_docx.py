"""Word documents: which bytes are one, what is read of them, and what bad ones say."""

from __future__ import annotations

import contextlib
import io
import sys
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.articles.read import read_article
from onrecord.errors import InputError
from onrecord.settings import Limits
from onrecord.sources.documents.document_paragraphs import Document, Place, Style, document_text
from onrecord.sources.documents.docx_paragraphs import read_docx
from onrecord.sources.open import open_source
from onrecord.values.pages import MediaType, Page
from word_files import (
    docx,
    docx_parts,
    field,
    paragraph,
    part,
    run,
    table,
    zipped,
)

WORDS = "The council of Port Elm met on Monday – and voted “yes”."
GOOD = docx(WORDS)
PARTS = docx_parts(paragraph(WORDS))
LONG = zipped(PARTS | {"docProps/x.bin": bytes(99_000)}, stored=True)
XLSX = zipped({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"})
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED = COMPOUND + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(512)
BOMB_XML = b'<!DOCTYPE w [<!ENTITY a "xxxxxxxx"><!ENTITY b "&a;&a;&a;&a;">]>'


def _with(name: str, data: bytes | None, *, stored: bool = False) -> bytes:
    parts = {key: value for key, value in PARTS.items() if key != name or data is not None}
    return zipped(parts if data is None else parts | {name: data}, stored=stored)


def _late_directory() -> bytes:
    """A locked document whose directory lies behind what is sniffed."""
    head = bytearray(COMPOUND + bytes(504))
    head[30:32] = (9).to_bytes(2, "little")
    head[48:52] = (199).to_bytes(4, "little")
    return bytes(head) + bytes(199 * 512) + "EncryptedPackage".encode("utf-16-le") + bytes(600)


def _zip_locked() -> bytes:
    data = bytearray(GOOD)
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        place = archive.getinfo("word/document.xml").header_offset
    data[place + 6] |= 1
    entry = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/document.xml"))
    data[entry + 8] |= 1
    return bytes(data)


class Case(NamedTuple):
    """A file, and what must come of it."""

    name: str
    data: bytes
    remarks: tuple[str, ...] = ()
    """`severity/reason`; without one there is a page."""
    limits: Limits = Limits()


SMALL = Limits(item_bytes=400)
UNKNOWN = ("failed/unknown-format",)
CASES = [
    Case("good.docx", GOOD),
    Case("no-suffix", GOOD),
    Case("named.txt", GOOD),
    Case("macro.docm", GOOD),
    Case("backslash.docx", zipped({k.replace("/", "\\"): v for k, v in PARTS.items()})),
    Case("no-styles.docx", _with("word/styles.xml", None)),
    Case("bad-styles.docx", _with("word/styles.xml", b"<w:styles")),
    Case("no-relations.docx", _with("_rels/.rels", None)),
    Case("no-own-relations.docx", _with("word/_rels/document.xml.rels", None)),
    Case("bad-footnotes.docx", docx(WORDS, footnotes="<w:p>")),
    Case("late-head.docx", zipped({"docProps/x.bin": b"x" * 99_000} | PARTS, stored=True)),
    Case("no-text.docx", _with("word/document.xml", None), ("failed/broken",)),
    Case("cut.docx", GOOD[: len(GOOD) // 2], ("failed/broken",)),
    Case("cut", GOOD[: len(GOOD) // 2], ("failed/broken",)),
    Case("bad-xml.docx", _with("word/document.xml", b"<w:document><w:p>"), ("failed/broken",)),
    Case(
        "wrong-crc.docx",
        _with("word/document.xml", PARTS["word/document.xml"], stored=True).replace(
            b"Port Elm", b"Port Oak", 1
        ),
        ("failed/broken",),
    ),
    Case(
        "entities.docx",
        _with("word/document.xml", BOMB_XML + PARTS["word/document.xml"]),
        ("failed/broken",),
    ),
    Case("empty.docx", docx(), ("failed/empty",)),
    Case("blank.docx", docx(" ", "\u00a0"), ("failed/empty",)),
    Case(
        "scan.docx",
        docx(paragraph("<w:r><w:drawing><a:blip/></w:drawing></w:r>")),
        ("failed/no-text-layer",),
    ),
    Case("locked.docx", LOCKED, ("failed/encrypted",)),
    Case("locked-late.docx", _late_directory(), ("failed/encrypted",)),
    Case("zip-locked.docx", _zip_locked(), ("failed/encrypted",)),
    Case("old.doc", COMPOUND + bytes(900), UNKNOWN),
    Case("old.docx", COMPOUND + bytes(90_000), UNKNOWN),
    Case("table.xlsx", XLSX, UNKNOWN),
    Case("table.docx", XLSX, UNKNOWN),
    Case("large.docx", docx(WORDS * 9), ("failed/too-large",), SMALL),
    Case("larger.docx", docx(WORDS * 900), ("failed/too-large",), Limits(item_bytes=100)),
    Case(
        "bomb.docx",
        _with("word/document.xml", PARTS["word/document.xml"] + b" " * 5_000_000),
        ("failed/too-large",),
        Limits(item_bytes=2_000_000),
    ),
    Case(
        "bomb-beside.docx",
        _with("word/media/image1.png", bytes(5_000_000)),
        ("failed/too-large",),
        Limits(archive_bytes=1_000_000),
    ),
    Case("picture-beside.docx", _with("word/media/image1.png", bytes(5_000_000))),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_odd_document(case: Case, write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """Each odd document gives just this page or this remark, and the page can be read."""
    pages, remarks = read(write(case.name, case.data), limits=case.limits)
    assert [f"{r.severity}/{r.reason}" for r in remarks] == list(case.remarks)
    assert all(case.name in remark.message for remark in remarks)
    assert [page.media_type for page in pages] == [MediaType.DOCX] * (not case.remarks)
    for page in pages:
        assert page.data == case.data
        assert WORDS in read_article(page, limits=case.limits).text


@pytest.mark.parametrize("data", [GOOD, LONG], ids=["short", "long"])
def test_on_standard_input(
    data: bytes, read: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A document on standard input is one by its first bytes alone."""
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    [page], remarks = read("-")
    assert (page.media_type, page.data, remarks) == (MediaType.DOCX, data, [])


def test_messages_say_what_to_do(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """A locked and an old document, and one around another file, each say what helps."""
    said = []
    embedded = docx('<w:altChunk r:id="x" xmlns:r="r"/>')
    odd = {"a.docx": LOCKED, "b.doc": COMPOUND + bytes(900), "c.docx": embedded}
    for name, data in odd.items():
        _, [remark] = read(write(name, data))
        said.append(remark.message)
    assert "without one" in said[0]
    assert "as DOCX" in said[1]
    assert "save it again" in said[2]


def test_day_in_the_name(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """The day in the file's name comes with the page."""
    [page], _ = read(write("2022-03-14 vote.docx", GOOD))
    assert page.name_dates == ("2022-03-14",)


def _read(*content: str, **parts: str) -> Document:
    return read_docx(docx(*content, **parts), "a.docx", Limits())


def _texts(document: Document) -> list[str]:
    return [p.text for p in document.paragraphs]


CONTENT = [
    ("hyperlink", f"<w:hyperlink>{run('the report')}</w:hyperlink>", "the report"),
    ("field", field("HYPERLINK x", run("the report")), "the report"),
    ("page number", field("PAGE", run("17")), ""),
    ("simple page number", f'<w:fldSimple w:instr=" PAGE ">{run("17")}</w:fldSimple>', ""),
    ("line break", "<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", "a\nb"),
    ("tab", "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb"),
    ("hyphens", "<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/></w:r>", "a-b"),
    ("inserted", f"<w:ins>{run('new')}</w:ins>", "new"),
    ("deleted", f"<w:del>{run('old')}</w:del>", ""),
    ("moved", f"<w:moveFrom>{run('m')}</w:moveFrom><w:moveTo>{run('m')}</w:moveTo>", "m"),
    ("hidden", run("secret", "<w:vanish/>"), ""),
    ("not hidden", run("shown", '<w:vanish w:val="0"/>'), "shown"),
    ("hidden by style", run("secret", '<w:rStyle w:val="Gone"/>'), ""),
    ("only hidden on the web", run("shown", "<w:webHidden/>"), "shown"),
    ("control", f"<w:sdt><w:sdtContent>{run('chosen')}</w:sdtContent></w:sdt>", "chosen"),
    (
        "empty control",
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
        f"<w:sdtContent>{run('Click here')}</w:sdtContent></w:sdt>",
        "",
    ),
    (
        "reading aid",
        f"<w:r><w:ruby><w:rt>{run('r')}</w:rt><w:rubyBase>{run('b')}</w:rubyBase></w:ruby></w:r>",
        "b",
    ),
    ("open field", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', ""),
    ("note mark", '<w:r><w:footnoteReference w:id="2"/></w:r>', ""),
    ("line feed in the file", "<w:r><w:t>a\nb</w:t></w:r>", "a b"),
    ("foreign words", "<w:r><a:t>not text of the document</a:t></w:r>", ""),
]


@pytest.mark.parametrize(("xml", "text"), [c[1:] for c in CONTENT], ids=[c[0] for c in CONTENT])
def test_what_is_read_inside_a_paragraph(xml: str, text: str) -> None:
    """What a reader sees is read, and what follows in the same and the next paragraph too."""
    document = _read(paragraph("Before ", xml, " after."), "Next.")
    wanted = f"Before {text} after."
    if xml.endswith('"begin"/></w:r>'):
        wanted = "Before"  # the rest of the paragraph reads as the field's code
    assert _texts(document) == [wanted, "Next."]


def test_what_was_left_out_is_said() -> None:
    """Tracked changes, hidden characters, comments and embedded documents are counted."""
    document = _read(
        paragraph(
            f"<w:ins>{run('new')}</w:ins><w:del>{run('old')}</w:del>",
            run("secret", "<w:vanish/>"),
            '<w:r><w:commentReference w:id="1"/><w:sym w:char="F0B7"/></w:r>',
        ),
        '<w:altChunk r:id="x" xmlns:r="r"/>',
    )
    assert document.notes == (
        "tracked-changes: 2",
        "hidden-characters-left-out: 6",
        "comments-left-out: 1",
        "embedded-documents-left-out: 1",
        "symbols-left-out: 1",
    )
    assert _read(WORDS).notes == ()


def test_deleted_paragraph_end_and_row() -> None:
    """Paragraphs whose parting was deleted are one; a deleted row is none."""
    row = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph('gone')}</w:tc></w:tr>"
    document = _read(
        paragraph("One ", properties="<w:rPr><w:del/></w:rPr>"),
        paragraph("sentence."),
        f"<w:tbl>{row}</w:tbl>",
    )
    assert _texts(document) == ["One sentence."]
    assert document.notes == ("tracked-changes: 2",)


def test_drop_capital() -> None:
    """A first letter in a frame of its own belongs to its word."""
    letter = paragraph("T", properties='<w:framePr w:dropCap="drop"/>')
    assert _texts(_read(letter, "he council met.")) == ["The council met."]
    assert _texts(_read("Before.", letter)) == ["Before.", "T"]


@pytest.mark.parametrize(
    ("properties", "style", "tag", "kind"),
    [
        ("", "T", "h1", Style.TITLE),
        ("", "H1", "h1", None),
        ("", "Own", "h2", None),
        ("", "Loop", None, None),
        ("", "Nowhere", None, None),
        ("", "C", None, Style.CAPTION),
        ('<w:outlineLvl w:val="2"/>', "", "h3", None),
        ('<w:outlineLvl w:val="9"/>', "", None, None),
        ('<w:numPr><w:numId w:val="4"/></w:numPr>', "", "li", None),
        ('<w:numPr><w:numId w:val="0"/></w:numPr>', "", None, None),
        ('<w:numPr><w:numId w:val="4"/></w:numPr>', "H1", "h1", None),
    ],
)
def test_styles(properties: str, style: str, tag: str | None, kind: Style | None) -> None:
    """Headings, lists and captions go by the style's name or its parent's, whatever its id."""
    [found] = _read(paragraph("Some words", style=style, properties=properties)).paragraphs
    assert (found.tag, found.style) == (tag, kind)


def test_running_text_is_no_heading() -> None:
    """A paragraph of many words is none, though it has the style of a heading."""
    [found] = _read(paragraph("word " * 60, style="H1")).paragraphs
    assert found.tag is None


def test_places() -> None:
    """Contents, text, notes, then headers and footers, each once and without page numbers."""
    numbers = paragraph("Page ", field("PAGE", run("3")), " of ", field("NUMPAGES", run("9")))
    document = _read(
        paragraph("Vote 2", style="V1"),
        paragraph("Top of Form", style="Gone"),
        WORDS,
        footnotes=f'<w:footnote w:type="separator">{paragraph("---")}</w:footnote>'
        f"<w:footnote>{paragraph('A note.')}</w:footnote>",
        header1=paragraph("The Elm Gazette"),
        header2=paragraph("The Elm Gazette"),
        footer1=numbers,
    )
    assert [(p.text, p.place) for p in document.paragraphs] == [
        ("Vote 2", Place.CONTENTS),
        (WORDS, Place.TEXT),
        ("A note.", Place.NOTE),
        ("The Elm Gazette", Place.MARGIN),
    ]


def test_text_boxes_once() -> None:
    """A text box stands after the paragraph that it hangs on, once, though it is there twice."""
    box = f"<w:txbxContent>{paragraph('In a box.')}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    only = (
        f"<w:r><mc:AlternateContent><mc:Choice/><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    document = _read(paragraph("Before", both, " after."), paragraph(only, "Last."))
    assert _texts(document) == ["Before after.", "In a box.", "Last.", "In a box."]


def test_text_for_splitting() -> None:
    """Page breaks are lines of their own, cells of a row stand in a line, margins are left out."""
    page_break = '<w:r><w:br w:type="page"/></w:r>'
    document = _read(
        table(("HD", WORDS), ("PD", "3 May 2021")),
        paragraph("One", page_break, "two"),
        paragraph("three", properties="<w:sectPr/>"),
        paragraph("four", properties="<w:pageBreakBefore/>"),
        header1=paragraph("The Elm Gazette"),
    )
    lines = document_text(document).split("\n\n")
    assert lines == [f"HD\t{WORDS}", "PD\t3 May 2021", "One", "\f", "two", "three", "\f", "four"]


def test_document_of_another_program() -> None:
    """A document that another library wrote is read as it was meant."""
    from docx import Document as NewDocument

    made = NewDocument()
    made.add_heading("Vote", 0)
    made.add_paragraph(WORDS)
    made.add_heading("What comes", 2)
    made.add_paragraph("First", style="List Number")
    made.add_paragraph("Second", style="List Bullet")
    made.add_paragraph("A wall.", style="Caption")
    cells = made.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "Seats", "12"
    made.sections[0].header.paragraphs[0].text = "The Elm Gazette"
    file = io.BytesIO()
    made.save(file)
    document = read_docx(file.getvalue(), "a.docx", Limits())
    assert [(p.text, p.tag, p.style, p.cell) for p in document.paragraphs] == [
        ("Vote", "h1", Style.TITLE, None),
        (WORDS, None, None, None),
        ("What comes", "h2", None, None),
        ("First", "li", None, None),
        ("Second", "li", None, None),
        ("A wall.", None, Style.CAPTION, None),
        ("Seats", None, None, (1, 1)),
        ("12", None, None, (1, 2)),
        ("The Elm Gazette", None, None, None),
    ]


def test_strict_namespaces() -> None:
    """A document in the strict form is read as any other."""
    strict = {
        name: data.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        )
        for name, data in docx_parts(paragraph("Vote", style="H1"), paragraph(WORDS)).items()
    }
    document = read_docx(zipped(strict), "a.docx", Limits())
    assert [(p.text, p.tag) for p in document.paragraphs] == [("Vote", "h1"), (WORDS, None)]


def test_entities_are_not_resolved(tmp_path: Path) -> None:
    """Nothing from outside and no declared word comes into a document, in whatever part."""
    secret = tmp_path / "secret.txt"
    secret.write_text("a secret", encoding="utf-8")
    outside = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'.encode()
    styles = outside + part("styles", "<w:style>&e;</w:style>")
    document = read_docx(_with("word/styles.xml", styles), "a.docx", Limits())
    assert _texts(document) == [WORDS]
    for encoding in ("utf-8", "utf-16"):
        xml = f'{outside.decode()}<w:document xmlns:w="x">&e;</w:document>'.encode(encoding)
        with pytest.raises(InputError):
            read_docx(_with("word/document.xml", xml), "a.docx", Limits())


def test_memory_follows_the_words() -> None:
    """Markup without words is forgotten while it is read."""
    bomb = paragraph(WORDS) + "<w:p><w:r><w:b/></w:r></w:p>" * 20_000
    data = docx(bomb)
    tracemalloc.start()
    document = read_docx(data, "a.docx", Limits())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert _texts(document) == [WORDS]
    assert peak < 3_000_000


def test_deep_nesting() -> None:
    """Elements in elements without end are read or refused, and nothing breaks."""
    deep = "<w:sdt><w:sdtContent>" * 5_000 + paragraph("x") + "</w:sdtContent></w:sdt>" * 5_000
    with pytest.raises(InputError):
        read_docx(docx(deep), "a.docx", Limits())


def test_many_articles_in_one_document(
    write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """With the pattern of a first line each article is a page of plain text; without, one page."""
    story = [paragraph(f"STORY {n}") + paragraph(WORDS) * 8 for n in (1, 2, 3)]
    path = write("many.docx", docx(*story))
    pages, _ = read(path, split="^STORY")
    assert [page.name for page in pages] == ["many.docx#1", "many.docx#2", "many.docx#3"]
    assert {page.media_type for page in pages} == {MediaType.PLAIN}
    assert pages[1].data.decode().split("\n\n")[:2] == ["STORY 2", WORDS]


def _open_and_read(path: Path) -> None:
    found = list(open_source(path))
    assert found
    for page in found:
        if isinstance(page, Page):
            with contextlib.suppress(InputError):
                read_article(page)


@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
@given(place=st.integers(0, len(GOOD)), more=st.binary(max_size=40))
def test_cut_or_overwritten_anywhere(place: int, more: bytes, tmp_path: Path) -> None:
    """A document cut anywhere, with anything after it, never raises."""
    path = tmp_path / "a.docx"
    path.write_bytes(GOOD[:place] + more)
    _open_and_read(path)
    path.write_bytes(GOOD[:place] + more + GOOD[place + len(more) :])
    _open_and_read(path)


@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
@given(data=st.binary(max_size=200), name=st.sampled_from(sorted(PARTS)))
def test_arbitrary_parts(data: bytes, name: str, tmp_path: Path) -> None:
    """Whatever stands in a part, or after the first bytes of a zip, nothing raises."""
    path = tmp_path / "a.docx"
    path.write_bytes(_with(name, data))
    _open_and_read(path)
    path.write_bytes(b"PK\x03\x04[Content_Types].xml word/" + data)
    _open_and_read(path)


_PIECES = st.sampled_from(
    [
        *("<w:p>", "</w:p>", "<w:r>", "</w:r>", "<w:tbl>", "</w:tbl>", "<w:tr>", "</w:tr>"),
        *("<w:tc>", "</w:tc>", "<w:t>x</w:t>", "<w:del>", "</w:del>", "<w:txbxContent>"),
        *("</w:txbxContent>", "<w:pPr>", "</w:pPr>", "<mc:Choice>", "</mc:Choice>", "<w:br/>"),
        *("<w:br w:type='page'/>", "<w:fldChar w:fldCharType='begin'/>", "<w:framePr/>"),
        *("<w:fldChar w:fldCharType='end'/>", "<w:instrText>PAGE</w:instrText>"),
    ]
)


@settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))
@given(pieces=st.lists(_PIECES, max_size=40))
def test_elements_in_any_order(pieces: list[str]) -> None:
    """Elements where none of their kind belong never break the reading."""
    shut: list[str] = []
    xml = []
    for piece in pieces:
        if piece.startswith("</"):
            if shut and shut[-1] == piece:
                xml.append(shut.pop())
        else:
            xml.append(piece)
            if not piece.endswith("/>") and "</" not in piece:
                shut.append(f"</{piece[1:].split()[0].rstrip('>')}>")
    document = read_docx(docx("".join([*xml, *reversed(shut)])), "a.docx", Limits())
    assert all(p.text == p.text.strip() and p.text for p in document.paragraphs)
