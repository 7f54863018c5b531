"""Rich text: which bytes are it, what is read of them, and what bad ones say."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.articles.read import read_article
from onrecord.errors import InputError
from onrecord.settings import Limits
from onrecord.sources.documents.document_paragraphs import Document, Place, Style, document_text
from onrecord.sources.documents.rtf_lines import read_rtf
from onrecord.sources.open import open_source
from onrecord.values.pages import MediaType, Page
from word_files import rtf

WORDS = "The council of Port Elm met on Monday – and voted “yes”."
GOOD = rtf(WORDS + "\\par ")


class Case(NamedTuple):
    """A file, and what must come of it."""

    name: str
    data: bytes
    pages: int = 1
    remarks: tuple[str, ...] = ()
    """`severity/reason`, in order."""
    limits: Limits = Limits()


SMALL = Limits(item_bytes=100)
CUT = ("partial/broken",)
CASES = [
    Case("good.rtf", GOOD),
    Case("no-suffix", GOOD),
    Case("old-word.doc", GOOD),
    Case("marked.rtf", b"\xef\xbb\xbf\r\n" + GOOD),
    Case("padded.rtf", GOOD + b"\0\r\n"),
    Case("followed.rtf", GOOD + b"<!-- from a form -->"),
    Case("no-last-brace.rtf", GOOD[:-1], 1, CUT),
    Case("cut-in-word.rtf", GOOD[:-1] + b"\\", 1, CUT),
    Case("cut-in-picture.rtf", GOOD[:-1] + b"{\\pict\\pngblip 89504e47", 1, CUT),
    Case("deep.rtf", GOOD[:-1] + b"{" * 100_000 + b"}" * 100_001),
    Case("deep-open.rtf", GOOD[:-1] + b"{" * 100_000, 1, CUT),
    Case("shut.rtf", GOOD + b"}" * 100_000),
    Case("long-number.rtf", GOOD[:-1] + b"\\fs" + b"9" * 100_000 + b"\\u" + b"9" * 9_999 + b"}"),
    Case("long-word.rtf", GOOD[:-1] + b"\\" + b"x" * 100_000 + b" }"),
    Case("long-binary.rtf", GOOD[:-1] + b"{\\pict\\bin4000000000 xyz}}", 1, CUT),
    Case("begun.rtf", b"{\\rtf1\\ansi{\\fonttbl", 0, ("failed/broken",)),
    Case("empty.rtf", b"{\\rtf1\\ansi}", 0, ("failed/empty",)),
    Case("blank.rtf", b"{\\rtf1\\ansi \\par\\par }", 0, ("failed/empty",)),
    Case("scan.rtf", b"{\\rtf1{\\pict\\pngblip 8950}}", 0, ("failed/no-text-layer",)),
    Case("large.rtf", rtf(WORDS * 2), 0, ("failed/too-large",), SMALL),
    Case("larger.rtf", rtf(WORDS * 90), 0, ("failed/too-large",), SMALL),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_odd_document(case: Case, write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """Each odd document gives just this page and these remarks, and the page can be read."""
    pages, remarks = read(write(case.name, case.data), limits=case.limits)
    assert [f"{r.severity}/{r.reason}" for r in remarks] == list(case.remarks)
    assert all(case.name in remark.message for remark in remarks)
    assert [page.media_type for page in pages] == [MediaType.RTF] * case.pages
    for page in pages:
        assert page.data == case.data
        assert read_article(page).text.startswith(WORDS)


@pytest.mark.parametrize("data", [b"{\\rtl is no rich text}", b"see {\\rtf1 x}"])
def test_no_rich_text(data: bytes, write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """Words in braces or with a document inside are plain text."""
    [page], _ = read(write("a.txt", data))
    assert page.media_type == MediaType.PLAIN


def _read(body: str, head: str = "\\ansi\\ansicpg1252") -> Document:
    return read_rtf(rtf(body, head), "a.rtf")


def _texts(body: str, head: str = "\\ansi\\ansicpg1252") -> list[str]:
    return [p.text for p in _read(body, head).paragraphs]


FONTS = (
    "\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fnil\\fcharset0 Times;}"
    "{\\f1\\fnil\\fcharset204{\\*\\panose 02020603}Times Cyr;}{\\f2\\fcharset238 Times CE;}"
    "{\\f3\\fcharset128 Mincho;}{\\f4\\fcharset2 Wingdings;}{\\f5\\cpg1253 Greek;}}"
)
COCOA = "\\ansi\\ansicpg1251\\cocoartf1404{\\fonttbl\\f0\\fswiss\\fcharset0 Helvetica;}"
LETTERS = [
    ("by number", "\\ansi", "caf\\u233?", "café"),
    ("by number without a stand-in", "\\ansi", "\\uc0\\u8220 yes\\u8221 .", "“yes”."),
    ("by number, two stand-ins", "\\ansi", "{\\uc2 a\\u8212\\'81\\'5cb}\\u233?", "a—bé"),
    ("by number, a word stands in", "\\ansi", "a\\u8212\\emdash b", "a—b"),
    ("by number, a paragraph after it", "\\ansi", "a\\u233\\line b", "aé\nb"),
    ("beyond 16 bits in two halves", "\\ansi", "\\u-10179?\\u-8704?", "😀"),
    ("beyond 16 bits in one", "\\ansi", "\\u128512?", "😀"),
    ("half a pair", "\\ansi", "a\\u-10179?b", "a\ufffdb"),
    ("no such number", "\\ansi", "a\\u9999999999 b", "ab"),
    ("Western", "\\ansi\\ansicpg1252", "\\'93yes\\'94 caf\\'e9", "“yes” café"),
    ("Central European", "\\ansi\\ansicpg1250", "\\'8alechta", "Šlechta"),
    ("Cyrillic", "\\ansi\\ansicpg1251", "\\'cf\\'f0\\'e8\\'e2\\'e5\\'f2", "Привет"),
    ("Macintosh", "\\mac", "caf\\'8e", "café"),
    ("no such code page", "\\ansi\\ansicpg99999", "caf\\'e9", "café"),
    ("UTF-8 as a code page", "\\ansi\\ansicpg65001", "caf\\'c3\\'a9", "café"),
    ("fonts", FONTS, "{\\f1\\'cf\\'f0} caf\\'e9 {\\f2\\'9alo}{\\f5\\'e1}", "Пр café šloα"),
    ("two bytes a letter", FONTS, "{\\f3 \\'83A\\'83\\'8b b}", "アル b"),
    ("pictures as letters", FONTS, "{\\f4 \\'fc} yes \\u-4036?", "yes"),
    ("program of its own", COCOA, "\\f0 \\'cf\\'f0\\'e8\\'e2\\'e5\\'f2 \\u1110?", "Привет і"),
    (
        "font without the letters",
        "\\ansi\\ansicpg1251{\\fonttbl{\\f0\\fcharset0 A;}}",
        "\\f0\\'cf\\'f0\\'e8 {\\f0 caf\\'e9}",
        "При café",
    ),
    (
        "words for letters",
        "\\ansi",
        "\\ldblquote a\\rdblquote\\emdash b\\tab c\\~d",
        "“a”—b\tc\u00a0d",
    ),
    ("hyphens", "\\ansi", "Al\\_Sad\\-r", "Al-Sadr"),
    ("braces", "\\ansi", "\\{a\\\\b\\}", "{a\\b}"),
    ("line ends in the file", "\\ansi", "one \r\ntwo\n three", "one two three"),
    ("line end as a paragraph", "\\ansi", "a\\line b", "a\nb"),
]


@pytest.mark.parametrize(
    ("head", "body", "text"), [c[1:] for c in LETTERS], ids=[c[0] for c in LETTERS]
)
def test_letters(head: str, body: str, text: str) -> None:
    """Letters come out right, in whatever way and code page they are written."""
    assert [p.text for p in read_rtf(f"{{\\rtf1{head} {body}}}".encode(), "a").paragraphs] == [text]


def test_bytes_of_eight_bits() -> None:
    """Letters written as they are, against the rules, are UTF-8 or else the code page's."""
    assert [p.text for p in read_rtf("{\\rtf1 café\\par}".encode(), "a").paragraphs] == ["café"]
    assert [p.text for p in read_rtf("{\\rtf1 café}".encode("cp1252"), "a").paragraphs] == ["café"]


def test_bytes_that_are_no_letters() -> None:
    """A byte that the code page does not have becomes U+FFFD and is counted."""
    document = _read("a\\'81b")
    assert ([p.text for p in document.paragraphs], document.notes) == (
        ["a\ufffdb"],
        ("undecodable-bytes: 1",),
    )


SHAPE = "{\\shp{\\*\\shpinst\\shpleft0{\\sp{\\sn x}{\\sv 1}}{\\shptxt In a box.\\par}}"
CONTENT = [
    (
        "link",
        'a {\\field{\\*\\fldinst{HYPERLINK "http://elm.example/a"}}{\\fldrslt{\\ul b}}} c',
        ["a b c"],
    ),
    ("page number", "a{\\field{\\*\\fldinst { PAGE }}{\\fldrslt 17}} c", ["a c"]),
    ("field without a result", "a{\\field{\\*\\fldinst SYMBOL 183}} c", ["a c"]),
    ("picture", "a{\\*\\shppict{\\pict\\pngblip 89504e}}{\\nonshppict{\\pict 0102}} c", ["a c"]),
    ("binary picture", "a{\\pict\\wmetafile8\\bin5 {}}\\{} c", ["a c"]),
    ("binary in the text", "a\\bin3 }}} c", ["a c"]),
    ("object", "a{\\object\\objemb{\\*\\objdata 0105}{\\result{\\pict 01}b}} c", ["ab c"]),
    ("unknown group to be passed over", "a{\\*\\newthing {x}y} c", ["a c"]),
    ("unknown group", "a{\\newthing b} c", ["ab c"]),
    ("bookmark", "a{\\*\\bkmkstart x}b{\\*\\bkmkend x} c", ["ab c"]),
    ("index entry", "a{\\xe{\\v word}} c", ["a c"]),
    ("two forms", "a {\\upr{plain}{\\*\\ud{unic\\u246?de}}} c", ["a unicöde c"]),
    ("hidden", "a{\\v secret} c {\\v0 d}", ["a c d"]),
    ("plain ends hidden", "a{\\v secret\\plain  b} c", ["a b c"]),
    ("deleted", "a{\\deleted old}{\\revised new} c", ["anew c"]),
    ("comment", "a{\\*\\annotation{\\*\\atndate 1}why?} c", ["a c"]),
    ("note", "a{\\footnote\\pard\\chftn A note.} c\\par d", ["a c", "d", "A note."]),
    ("box", f"a{SHAPE}}} c\\par d", ["a c", "In a box.", "d"]),
    (
        "box in two forms",
        f"a{SHAPE}{{\\shprslt{{\\*\\do{{\\dptxbxtext In a box.}}}}}}}} c",
        ["a c", "In a box."],
    ),
    (
        "number of an item",
        "{\\listtext 1.\\tab}First\\par{\\pntext\\'b7\\tab}Next",
        ["First", "Next"],
    ),
    ("page break", "a\\page b\\sect c", ["a", "b", "c"]),
    ("one brace too many", "a} c\\par d", ["a c", "d"]),
    ("another document behind it", "a\\par}{\\rtf1 b", ["a", "b"]),
    ("header in the middle of words", "a\\header b", ["ab"]),
]


@pytest.mark.parametrize(("body", "texts"), [c[1:] for c in CONTENT], ids=[c[0] for c in CONTENT])
def test_what_is_read(body: str, texts: list[str]) -> None:
    """What a reader of the document sees is read, and nothing else."""
    assert _texts(body) == texts


def test_what_was_left_out_is_said() -> None:
    """Tracked changes, hidden characters, comments and what stands behind the end are counted."""
    body = "{\\deleted old}{\\revised new}{\\v secret}{\\*\\annotation x}{\\revised more}"
    document = read_rtf(rtf(body) + b"behind", "a.rtf")
    assert document.notes == (
        "tracked-changes: 3",
        "hidden-characters-left-out: 6",
        "comments-left-out: 1",
        "bytes-after-the-end-left-out: 6",
    )
    assert _read(WORDS).notes == ()


SHEET = (
    "{\\stylesheet{\\s0\\ql Normal;}{\\s1\\sbasedon0\\outlinelevel0 heading 1;}"
    "{\\s2\\sbasedon1 Kicker;}{\\s3 caption;}{\\s4 Title;}{\\*\\cs5 Strong;}{\\s6 toc 1;}"
    "{\\s7\\sbasedon7 Round;}}"
)


@pytest.mark.parametrize(
    ("words", "tag", "kind", "place"),
    [
        ("\\s0", None, None, Place.TEXT),
        ("\\s1", "h1", None, Place.TEXT),
        ("\\s2", "h1", None, Place.TEXT),
        ("\\s3", None, Style.CAPTION, Place.TEXT),
        ("\\s4", "h1", Style.TITLE, Place.TEXT),
        ("\\s6", None, None, Place.CONTENTS),
        ("\\s7", None, None, Place.TEXT),
        ("\\s99", None, None, Place.TEXT),
        ("\\outlinelevel1", "h2", None, Place.TEXT),
        ("\\ls3", "li", None, Place.TEXT),
        ("\\s1\\pard", None, None, Place.TEXT),
    ],
)
def test_styles(words: str, tag: str | None, kind: Style | None, place: Place) -> None:
    """Headings, captions, contents and lists go by style sheet, level and list."""
    [found] = _read(f"{{\\pard{words} Some words}}\\par", SHEET).paragraphs
    assert (found.tag, found.style, found.place) == (tag, kind, place)


def test_headers_and_footers() -> None:
    """Each stands once, after the text; those that number the pages are left out."""
    body = (
        "{\\header The Elm Gazette\\par}{\\headerf The Elm Gazette}"
        "{\\footer Page \\chpgn  of {\\field{\\*\\fldinst NUMPAGES}{\\fldrslt 9}}}" + WORDS
    )
    assert [(p.text, p.place) for p in _read(body).paragraphs] == [
        (WORDS, Place.TEXT),
        ("The Elm Gazette", Place.MARGIN),
    ]


def test_title_of_the_properties() -> None:
    """The title is read as its letters stand; none is none."""
    document = _read("a", "{\\info{\\title {\\b Big} caf\\'e9 \\u8211?}{\\author N. N.}}")
    assert document.title == "Big café –"
    assert _read("a", "{\\info{\\author N. N.}}").title is None


def test_text_for_splitting() -> None:
    """Page breaks are lines of their own, cells of a row stand in a line, margins are left out."""
    body = (
        f"{{\\header The Elm Gazette}}\\trowd\\intbl HD\\cell {WORDS}\\cell\\row"
        "\\trowd PD\\cell 3 May 2021\\cell\\row\\pard One\\page two\\par"
        "\\sect\\sectd\\sbknone three\\par\\sect\\sectd four\\par\\pard\\pagebb five"
    )
    lines = document_text(_read(body)).split("\n\n")
    assert lines[:4] == [f"HD\t{WORDS}", "PD\t3 May 2021", "One", "\f"]
    assert lines[4:] == ["two", "three", "\f", "four", "\f", "five"]


def test_many_articles_in_one_document(
    write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """With the pattern of a first line each article is a page of plain text."""
    path = write("many.rtf", rtf("".join(f"STORY {n}\\par {WORDS * 8}\\par " for n in (1, 2, 3))))
    pages, _ = read(path, split="^STORY")
    assert [page.name for page in pages] == ["many.rtf#1", "many.rtf#2", "many.rtf#3"]
    assert {page.media_type for page in pages} == {MediaType.PLAIN}


@pytest.mark.parametrize(
    "much",
    [
        b"{\\pict\\pngblip\n" + (b"89504e47" * 16 + b"\n") * 39_000 + b"}",
        b"{\\pict\\bin5000000 " + b"{\\}'" * 1_250_000 + b"}",
        b"{\\upr" * 100_000,
        b"{\\info{\\title " * 50_000,
        b"\\uc0" + b"\\u49?" * 100_000,
        b"}" * 300_000 + b"\\par",
        b"{\\fonttbl" + b"{\\f0{" * 100_000,
        b"{\\stylesheet" + b"{x{a}" * 100_000,
        b"{\\fldinst " + b"{\\x" * 100_000,
    ],
    ids=lambda much: much[:12].decode(),
)
def test_much_of_one_thing_is_quick(much: bytes) -> None:
    """Large pictures and groups without end take time in proportion to their size."""
    begin = time.process_time()
    document = read_rtf(GOOD[:-1] + much + b"}", "a.rtf")
    assert document.paragraphs[0].text == WORDS
    assert time.process_time() - begin < 4


def _open_and_read(path: Path) -> None:
    found = list(open_source(path))
    assert found
    for page in found:
        if isinstance(page, Page):
            with contextlib.suppress(InputError):
                read_article(page)


RICH = rtf(
    "{\\header Gazette}" + WORDS + "{\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}\\par{\\footnote N}"
    f"{SHAPE}}}\\trowd a\\cell b\\cell\\row{{\\pict 0102}}\\uc2\\u8212--{{\\v h}}\\bin2 xx",
    FONTS + SHEET + "{\\info{\\title T}}",
)


@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
@given(place=st.integers(0, len(RICH)), more=st.binary(max_size=40))
def test_cut_or_overwritten_anywhere(place: int, more: bytes, tmp_path: Path) -> None:
    """A document cut anywhere, with anything after it, never raises."""
    path = tmp_path / "a.rtf"
    path.write_bytes(RICH[:place] + more)
    _open_and_read(path)
    path.write_bytes(RICH[:place] + more + RICH[place + len(more) :])
    _open_and_read(path)


_PIECES = st.sampled_from(
    [
        *(
            "{",
            "}",
            "{\\*",
            "\\u-10179?",
            "\\u8212 ",
            "\\'e9",
            "\\'",
            "\\",
            "\\par ",
            "\\cell ",
            "x",
        ),
        *(
            "\\row ",
            "\\bin4 ",
            "\\bin-4 ",
            "\\footnote ",
            "\\shptxt ",
            "\\header ",
            "\\pict ",
            "\\*",
        ),
        *("\\fonttbl ", "\\info ", "\\title ", "\\upr ", "\\ud ", "\\fldinst PAGE", "\\fldrslt "),
        *("\\f1 ", "\\f-1 ", "\\uc-1 ", "\\uc9 ", "\\v ", "\\sect ", "\\stylesheet ", "\\s1 ", ";"),
        *("\\ansicpg0 ", "\\cpg1 ", "\\fcharset999 ", "\\deff ", "{\\rtf1 ", "\n", "é"),
    ]
)


@settings(deadline=None, max_examples=200, suppress_health_check=list(HealthCheck))
@given(pieces=st.lists(_PIECES, max_size=40))
def test_words_in_any_order(pieces: list[str]) -> None:
    """Words and braces where none of their kind belong never break the reading."""
    document = read_rtf(b"{\\rtf1 " + "".join(pieces).encode() + b"}", "a.rtf")
    assert all(p.text == p.text.strip() and p.text for p in document.paragraphs)


@settings(deadline=None, max_examples=100)
@given(text=st.text(st.characters(exclude_categories=("Cc", "Cs", "Co")), max_size=60))
def test_every_letter_can_be_written(text: str) -> None:
    """Any text written by number comes back as it was."""
    escaped = text.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
    assert [p.text for p in read_rtf(rtf(escaped), "a").paragraphs] == [text.strip()] * bool(
        text.strip()
    )
