"""One file with many articles: each is a page of its own, and what is left aside is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from export_texts import (
    DATABASES,
    FORMS,
    RULE,
    factiva,
    headed,
    lexis_nexis,
    nexis_uni,
    told,
)
from onrecord.settings import Limits
from onrecord.sources.exports.article_export import SOURCE, export_pages, unsplit_remarks
from onrecord.sources.items import Item, Reading
from onrecord.sources.options import SourceOptions
from onrecord.values.pages import MediaType, Page, Severity

ALL = DATABASES | FORMS
PROSE = " ".join(told(1)[0].paragraphs)


def told_of(remarks: list[Any]) -> list[str]:
    return [f"{remark.severity}/{remark.reason}" for remark in remarks]


@pytest.mark.parametrize("name", ALL)
def test_every_article_is_a_page(
    name: str, write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """As many pages as articles, in order, each with its own words and no other's."""
    make, layout = ALL[name]
    text = make(9)
    pages, remarks = read(write("x.txt", text))
    assert [page.name for page in pages] == [f"x.txt#{n}" for n in range(1, 10)]
    assert {page.media_type for page in pages} == {MediaType.PLAIN}
    for one, page in zip(told(9), pages, strict=True):
        words = page.data.decode()
        assert words in text
        assert [n for n in range(12) if f"mark{n}mark" in words] == [one.number]
        assert one.outlet in words
        assert "".join(words.split()).count("".join(one.title.split())) >= 1
    assert remarks[0].message == f"x.txt: 9 articles, layout {layout}"
    assert {remark.severity for remark in remarks} == {Severity.NOTE}


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_the_encoding_and_the_line_ends_do_not_matter(
    name: str, encoding: str, write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """A file of a Windows program is parted as any other."""
    text = ALL[name][0](4)
    pages, _ = read(write("x.txt", text.replace("\n", "\r\n").encode(encoding)))
    plain, _ = read(write("y.txt", text))
    assert [page.data for page in pages] == [page.data for page in plain]
    assert len(pages) == 4


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (nexis_uni(6), ["cover page and table of contents", "'User Name: Jane Roe"]),
        (DATABASES["proquest"][0](6), ["cover page (", "table of contents (", "bibliography ("]),
        (lexis_nexis(6), ["cover page (", "'Download Request:"]),
        (factiva(6), ["last page of the database ("]),
    ],
)
def test_what_is_left_aside_is_told(
    text: str, named: list[str], write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """Cover pages, contents and bibliographies are no article, and the user reads so."""
    _, remarks = read(write("x.txt", text))
    [message] = [remark.message for remark in remarks if remark.reason == "left-aside"]
    assert all(words in message for words in named)


def test_one_article_behind_a_cover_page(
    write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """A download of one article loses its cover page too; without one it is a file as any."""
    [page], remarks = read(write("x.txt", nexis_uni(1)))
    assert page.name == "x.txt#1"
    assert page.data.decode().startswith(told(1)[0].title)
    assert told_of(remarks) == ["note/many-articles", "note/left-aside"]
    [page], remarks = read(write("y.txt", nexis_uni(1, cover=False)))
    assert (page.name, remarks) == ("y.txt", [])


# what must stay one article ------------------------------------------------------------

ONE = told(1)[0]
SECTION = "\n\n".join(ONE.paragraphs)
ONE_ARTICLE = {
    "asterisks": f"{ONE.title}\nBy Jane Roe\nApril 7, 2021\n\n"
    + "\n\n*****\n\n".join([SECTION] * 4),
    "sections": "\n\n-----\n\n".join(f"Part {n}: the wall\n\n{SECTION}" for n in range(1, 5)),
    "interview": f"{ONE.title}\nBy Jane Roe\nApril 7, 2021\n\n"
    + "\n\n".join(f"Q: What of house {n}?\n\nA: {PROSE}" for n in range(9)),
    "documents": f"{ONE.title}\nBy Jane Roe\n\n{SECTION}\n\nThe documents:\n\n"
    + "\n\n".join(
        f"Title: Report {n}\nDate: {n} April 2021\nAuthor: Jane Roe" for n in range(1, 7)
    ),
    "listicle": f"{ONE.title}\n\n"
    + "\n\n".join(f"{n}. The cracks of the wall\n\n{SECTION}" for n in range(1, 6)),
    "live-blog": "\n\n-----\n\n".join(
        f"Water reaches house {n}\nApril 7, 2021 {n}:30 p.m.\nBy Jane Roe\n\n{SECTION}"
        for n in range(1, 7)
    ),
    "printed-pages": "\f".join(
        f"The Harbour Gazette   Page {n} of 4\nApril 7, 2021\n\n{SECTION}" for n in range(1, 5)
    ),
    "end-of-document": f"{ONE.title}\n\n{SECTION}\n\nEnd of Document\n\n{SECTION}\n\nEnd of Document",
    "marks-without-texts": "Length: 5 words\nBody\nEnd of Document\n" * 4,
    "mark-alone": f"{ONE.title}\n\n{SECTION}\n\n{RULE}\n\n{SECTION}\n\n{RULE}\n\nContact us",
    "captions": f"{ONE.title}\n\n{SECTION}\n\nSource: MPA\nDate: 7 April 2021\n\n{SECTION}",
    "times": f"{ONE.title}\n\n" + "\n\n".join(f"{n}:10 p.m.\n\n{SECTION}" for n in range(1, 9)),
}


@pytest.mark.parametrize("name", ONE_ARTICLE)
def test_one_article_stays_one(
    name: str, write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """Sections, questions, lists, entries and pages do not make several articles."""
    text = ONE_ARTICLE[name]
    [page], _ = read(write("x.txt", text))
    assert (page.name, page.data) == ("x.txt", text.encode())


# the user's pattern ---------------------------------------------------------------------


class Pattern(NamedTuple):
    text: str
    pattern: str
    pages: list[str]
    """How each page begins."""
    remarks: list[str]


MEMO = "\n".join(f"ITEM {n} of the desk\n{PROSE}\n" for n in range(1, 4))
PATTERNS = {
    "heads": Pattern(MEMO, r"^ITEM \d", ["ITEM 1", "ITEM 2", "ITEM 3"], ["note/many-articles"]),
    "part-of-a-line": Pattern(
        MEMO, "the desk$", ["ITEM 1", "ITEM 2", "ITEM 3"], ["note/many-articles"]
    ),
    "wins-over-layouts": Pattern(
        headed(3), "^Source:", ["Source:"] * 3, ["note/many-articles", "note/left-aside"]
    ),
    "lead-is-an-article": Pattern(
        f"A head\n{PROSE}\n=====\nB head\n{PROSE}\n",
        "^=====",
        ["A head", "B head"],
        ["note/many-articles"],
    ),
    "lead-is-none": Pattern(
        f"Review of the desk\n\n{MEMO}",
        "^ITEM",
        ["ITEM 1", "ITEM 2", "ITEM 3"],
        ["note/many-articles", "note/left-aside"],
    ),
    "a-line-each": Pattern(
        f"A {PROSE}\nB {PROSE}\nC {PROSE}\n", "", ["A ", "B ", "C "], ["note/many-articles"]
    ),
    "matches-nothing": Pattern(MEMO, "^PIECE", ["ITEM 1"], ["note/split-matches-nothing"]),
    "matches-once": Pattern(MEMO, "^ITEM 1", ["ITEM 1"], ["note/many-articles"]),
    "empty-parts": Pattern(
        f"{MEMO}ITEM 4 is\n\n\n",
        "^ITEM",
        ["ITEM 1", "ITEM 2", "ITEM 3"],
        ["partial/no-text", "note/many-articles"],
    ),
    "only-heads": Pattern(
        "ITEM 1\n\nITEM 2\n\n", "^ITEM", [], ["partial/no-text", "partial/no-text", "failed/empty"]
    ),
}


@pytest.mark.parametrize("case", PATTERNS.values(), ids=PATTERNS)
def test_the_users_pattern(
    case: Pattern, write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """Every line that matches starts an article, and nothing else does."""
    pages, remarks = read(write("x.txt", case.text), split=case.pattern)
    assert [
        page.data.decode()[: len(start)] for page, start in zip(pages, case.pages, strict=True)
    ] == case.pages
    assert told_of(remarks) == case.remarks


# what is wrong with a file --------------------------------------------------------------


def test_parts_without_a_text_keep_their_number(
    write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """A part of nothing but a header is told by number and words; the others keep theirs."""
    text = headed(5).replace("\n\n".join(told(3)[2].paragraphs), "")
    pages, remarks = read(write("x.txt", text))
    assert [page.name for page in pages] == [f"x.txt#{n}" for n in (1, 2, 4, 5)]
    assert remarks[0].severity is Severity.PARTIAL
    assert remarks[0].name == "x.txt#3"
    assert told(3)[2].title[:30] in remarks[0].message


def test_a_file_that_was_cut_off(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """The last article is read, and the user reads that its end is missing."""
    text = nexis_uni(4)
    pages, remarks = read(write("x.txt", text[: text.rindex("Classification")]))
    assert len(pages) == 4
    assert "partial/cut-off" in told_of(remarks)
    text = lexis_nexis(4)
    pages, remarks = read(write("y.txt", text[: text.index("4 of 4 DOCUMENTS")]))
    assert len(pages) == 3
    [missing] = [r.message for r in remarks if r.severity is Severity.PARTIAL]
    assert missing == "y.txt says that it holds 4 articles; 3 are in it"


def test_limits(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """A part over the limit is told and left out; so is what is over the number of parts."""
    path = write("x.txt", headed(6))
    longest = max(len(page.data) for page in read(path)[0])
    pages, remarks = read(path, limits=Limits(item_bytes=longest - 1))
    assert 0 < len(pages) < 6
    assert "ONRECORD_LIMIT_ITEM_BYTES" in remarks[0].message
    pages, remarks = read(path, limits=Limits(container_items=2))
    assert len(pages) == 2
    assert "ONRECORD_LIMIT_CONTAINER_ITEMS" in remarks[0].message
    pages, remarks = read(path, limits=Limits(item_bytes=100))
    assert (pages, told_of(remarks)) == ([], ["failed/too-large"])


@pytest.mark.parametrize(
    ("text", "sign", "pattern"),
    [
        (
            "\n".join(f"{one.title}\n640 words\n\n{SECTION}\n" for one in told(5)),
            "number of words",
            "PATTERN",
        ),
        (
            "\n".join(
                f"{one.title}\nBy {one.author or 'Jane Roe'}\n{one.british()}\n\n{SECTION}\n"
                for one in told(5)
            ),
            "authors with a day of their own",
            "PATTERN",
        ),
        (
            "\n".join(
                f"{SECTION}\nCopyright 2021 {one.outlet} of {one.place}\n{SECTION}\n"
                for one in told(4)
            ),
            "copyright lines of different owners",
            "PATTERN",
        ),
    ],
)
def test_what_looks_like_many_is_told(
    text: str, sign: str, pattern: str, write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """It is read as one article, and the user is given the option that parts it."""
    [page], [remark] = read(write("x.txt", text))
    assert page.name == "x.txt"
    assert (remark.severity, remark.reason) == (Severity.NOTE, "looks-like-many")
    assert sign in remark.message
    assert f"--split '{pattern}'" in remark.message


def test_given_by_the_number_of_the_part(
    write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """What a person gives for `x.txt#2` is given to the second article."""
    from onrecord.values.pages import Given

    pages, _ = read(write("x.txt", headed(3)), given={"x.txt#2": Given(outlet="The Mill")})
    assert [page.given.outlet for page in pages] == [None, "The Mill", None]


def test_documents_of_other_formats_use_the_same() -> None:
    """A source that holds the text of a formatted document parts it by the same rules."""
    item = Item(name="x.docx", shown="x.docx")
    reading = Reading(limits=Limits(), options=SourceOptions(), open_item=lambda _: iter(()))
    found = export_pages(item, nexis_uni(3), reading)
    assert found is not None
    assert [one.name for one in found if isinstance(one, Page)] == [
        "x.docx#1",
        "x.docx#2",
        "x.docx#3",
    ]
    assert export_pages(item, SECTION, reading) is None
    assert list(unsplit_remarks(item, SECTION, reading)) == []


def test_short_texts_are_left_to_plain_text() -> None:
    """A text of one or two lines cannot hold many articles."""
    assert not SOURCE.accepts(Item(name="a.txt", shown="a.txt", head=b"The council voted.\n"))
    assert SOURCE.accepts(Item(name="a.txt", shown="a.txt", head=b"a\nb\nc\nd"))


# hostile --------------------------------------------------------------------------------


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(name=st.sampled_from(sorted(ALL)), left=st.floats(0, 1), right=st.floats(0, 1))
def test_any_stretch_of_an_export_is_read(
    name: str, left: float, right: float, write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """Cut at any two places nothing raises, and every page is a stretch of the file."""
    text = ALL[name][0](3)
    a, b = sorted((int(left * len(text)), int(right * len(text))))
    pages, remarks = read(write("x.txt", text[a:b]))
    assert all(page.data.decode() in text for page in pages)
    assert pages or remarks


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    lines=st.lists(
        st.sampled_from(
            [
                "End of Document",
                "1 of 2 DOCUMENTS",
                RULE,
                "-----",
                "\f",
                "Title: A",
                "Date: 7 April 2021",
                "Body",
                "HD",
                "LP",
                "640 words",
                "Document HARGAZ0020210407eh4000001",
                "Length: 9 words",
                PROSE,
                "Full text: ",
                "Record Number: 1",
                "",
                "1. A head of words",
                "By Jane Roe",
                "\x00",
                "Source:",
                "April 7, 2021",
            ]
        ),
        max_size=30,
    ),
    end=st.sampled_from(["\n", "\n\n", "\r", "\r\n"]),
)
def test_lines_of_layouts_in_any_order(
    lines: list[str], end: str, write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """Nothing raises, and no page overlaps another."""
    text = end.join(lines)
    pages, remarks = read(write("x.txt", text))
    assert pages or remarks
    assert sum(len(page.data) for page in pages) <= len(text.encode())
