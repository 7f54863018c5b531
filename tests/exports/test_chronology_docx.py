"""A chronology as a Word document: real footnotes, the same bytes, readable by others."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from onrecord.exports.chronology import Chronology, ChronologyEntry, Citation, one_line
from onrecord.exports.chronology_docx import write_docx
from onrecord.settings import Limits
from onrecord.sources.open import open_source
from onrecord.values.pages import Page

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NASTY = "<b>&amp; \"x\" 'y' ]]> …"

FULL = ChronologyEntry(
    when="6 May 2031",
    expression="Tuesday",
    standing=("reported as scheduled", "later report: none found"),
    sentence=f"The dock shut {NASTY}.",
    said_by="Mayor Finch",
    note="Ask her.",
    reports="2 origins, 4 articles",
    source=Citation("Elm Post, a.txt", "https://elm.example/?a=1&b=2"),
    later=None,
    others=(Citation("EPA", None), Citation("Gazette", "https://elm.example/?a=1&b=2")),
    more=1,
)
PLAIN = replace(
    FULL, expression=None, standing=(), note=None, said_by=None, others=(), more=0,
    source=Citation("Hill Herald, b.txt", None),
)  # fmt: skip


def chronology(*entries: ChronologyEntry) -> Chronology:
    """A chronology of some entries."""
    return Chronology(title=f"Chronology: {NASTY}", extent="2 entries", entries=entries)


def part(data: bytes, name: str) -> etree._Element:
    """The XML of a part of the document."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def words(element: etree._Element) -> str:
    """The words below an element."""
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def test_another_program_reads_it() -> None:
    """Paragraphs, their styles and the title are what python-docx reads."""
    read = docx.Document(io.BytesIO(write_docx(chronology(FULL, PLAIN))))
    assert [(p.style.name, p.text) for p in read.paragraphs] == [
        ("Title", f"Chronology: {NASTY}"),
        ("Extent", "2 entries"),
        ("Heading 1", "6 May 2031 · “Tuesday”"),
        ("Standing", "reported as scheduled; later report: none found"),
        ("Quote", f"“The dock shut {NASTY}.”"),
        ("Reports", "said by: “Mayor Finch”"),
        ("Own words", "✎ Ask her."),
        ("Reports", "2 origins, 4 articles"),
        ("Heading 1", "6 May 2031"),
        ("Quote", f"“The dock shut {NASTY}.”"),
        ("Reports", "2 origins, 4 articles"),
    ]
    assert read.core_properties.title == f"Chronology: {NASTY}"


def test_sources_are_footnotes_of_word() -> None:
    """Every mark in the text has its footnote, in order, and addresses are links."""
    data = write_docx(chronology(FULL, PLAIN))
    marks = [m.get(f"{W}id") for m in part(data, "word/document.xml").iter(f"{W}footnoteReference")]
    notes = {n.get(f"{W}id"): words(n).strip() for n in part(data, "word/footnotes.xml")}
    assert marks == ["1", "2", "3"]
    assert notes == {
        "-1": "",
        "0": "",
        "1": "Elm Post, a.txt, https://elm.example/?a=1&b=2",
        "2": "EPA; Gazette, https://elm.example/?a=1&b=2; 1 more",
        "3": "Hill Herald, b.txt",
    }
    links = [link.attrib for link in part(data, "word/_rels/footnotes.xml.rels")]
    assert [(link["Target"], link["TargetMode"]) for link in links] == [
        ("https://elm.example/?a=1&b=2", "External")
    ]
    marked = part(data, "word/document.xml").findall(f".//{W}p")[4]
    assert words(marked).startswith("“The dock")
    assert marked.find(f".//{W}footnoteReference") is not None


def test_the_same_chronology_gives_the_same_bytes() -> None:
    """No clock and no compressor has a say; each part has the earliest time that a ZIP can state."""
    data = write_docx(chronology(FULL, PLAIN))
    assert write_docx(chronology(FULL, PLAIN)) == data
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        assert {i.date_time for i in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {i.compress_type for i in package.infolist()} == {zipfile.ZIP_STORED}
        assert package.namelist()[0] == "[Content_Types].xml"


def test_all_parts_are_there_that_are_named() -> None:
    """Every part that a relation or the list of contents names is in the package."""
    data = write_docx(chronology(FULL))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        names = set(package.namelist())
    contents = {n.get("PartName", "")[1:] for n in part(data, "[Content_Types].xml")} - {""}
    assert contents <= names
    for relations, base in (("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")):
        assert {base + r.attrib["Target"] for r in part(data, relations)} <= names
    styles = {s.get(f"{W}styleId") for s in part(data, "word/styles.xml").iter(f"{W}style")}
    for name in ("word/document.xml", "word/footnotes.xml"):
        used = {e.get(f"{W}val") for e in part(data, name).iter(f"{W}pStyle", f"{W}rStyle")}
        assert used <= styles


def test_the_own_reader_reads_it(tmp_path: Path) -> None:
    """Read as any document is, the sentence and its source are in it."""
    from onrecord.articles.read import read_article

    path = tmp_path / "chronology.docx"
    path.write_bytes(write_docx(chronology(FULL, PLAIN)))
    (page,) = list(open_source(path, limits=Limits()))
    assert isinstance(page, Page)
    text = read_article(page, limits=Limits()).text
    for shown in (f"“The dock shut {NASTY}.”", "✎ Ask her.", "Hill Herald, b.txt"):
        assert shown in text


@pytest.mark.parametrize("entries", [(), (PLAIN,)])
def test_little_is_a_document_too(entries: tuple[ChronologyEntry, ...]) -> None:
    """No entries, and none with a link, make a document that opens."""
    read = docx.Document(io.BytesIO(write_docx(chronology(*entries))))
    assert read.paragraphs[0].text == f"Chronology: {NASTY}"


@given(st.text(max_size=40))
def test_any_words_are_held(printed: str) -> None:
    """Whatever is printed, the document opens and holds it."""
    line = one_line(printed)
    data = write_docx(chronology(replace(PLAIN, sentence=line, source=Citation(line, None))))
    quoted = next(p for p in docx.Document(io.BytesIO(data)).paragraphs if p.style.name == "Quote")
    assert quoted.text == f"“{line}”"
    assert words(part(data, "word/footnotes.xml")).strip() == line.strip()
