"""The header and the footer of a database: who, where and when, and nothing of them in the body."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from export_texts import DATABASES, FORMS, Told, told
from onrecord.articles.block_reading import DocumentBlock, read_document
from onrecord.articles.database.header import find_layout, read_head
from onrecord.articles.evidence import Metadata
from onrecord.articles.header_lines import read_header
from onrecord.articles.lines import split_lines
from onrecord.articles.read import read_article
from onrecord.settings import Limits
from onrecord.sources.exports.article_export import export_pages
from onrecord.sources.items import Item, Reading
from onrecord.sources.options import SourceOptions
from onrecord.values.article import Article
from onrecord.values.days import DayInterval
from onrecord.values.pages import Page
from onrecord.values.vocabulary import Role
from plain_articles import BODY, page, parts, read

READING = Reading(limits=Limits(), options=SourceOptions(), open_item=lambda _: iter(()))
LABELLED = {name: FORMS[name] for name in ("headed", "title-over-header", "numbered")}
AGENCIES = {
    "Associated Press International": "AP",
    "Agence France Presse -- English": "AFP",
    "Reuters News": "Reuters",
}


def articles_of(name: str, count: int = 8) -> list[tuple[Told, Article]]:
    text = (DATABASES | LABELLED)[name][0](count)
    found = export_pages(Item(name="x.txt", shown="x.txt"), text, READING) or iter(())
    articles = [read_article(one) for one in found if isinstance(one, Page)]
    return list(zip(told(count), articles, strict=True))


def words(article: Article, *roles: Role) -> str:
    """The words of the paragraphs with these roles, header lines left out."""
    kept = [p for p in article.paragraphs if p.role in roles and p.why != "header-line"]
    return " ".join(" ".join(article.text[p.start : p.end].split()) for p in kept)


@pytest.mark.parametrize("name", [*DATABASES, *LABELLED])
def test_the_fields(name: str) -> None:
    """Headline, outlet, day and agency are those of the header, whatever the layout."""
    for one, article in articles_of(name):
        assert article.headline is not None
        assert article.headline.value == one.title
        assert article.outlet is not None
        assert article.outlet.value == one.outlet
        assert article.published.days == DayInterval.on(one.day)
        assert article.published.basis.value == "stated"
        assert (article.agency.value if article.agency else None) == AGENCIES.get(one.outlet)


@pytest.mark.parametrize("name", [*DATABASES, "headed", "title-over-header"])
def test_the_authors(name: str) -> None:
    """The author as printed, without label; none where none is named."""
    for one, article in articles_of(name):
        wanted = [one.author] if one.author else []
        if name == "lexis-nexis":
            wanted = [author.upper() for author in wanted]
        elif name == "proquest":
            wanted = [", ".join(reversed(author.split())) for author in wanted]
        assert [author.value for author in article.bylines] == wanted


@pytest.mark.parametrize("name", [*DATABASES, *LABELLED])
def test_the_body_is_the_articles(name: str) -> None:
    """All of the article's paragraphs and no line of the database are its body."""
    for one, article in articles_of(name):
        assert words(article, Role.LEDE, Role.BODY, Role.DATELINE) == " ".join(one.paragraphs)
        assert sum(p.role is Role.LEDE for p in article.paragraphs) == 1


@pytest.mark.parametrize("name", [*DATABASES, *LABELLED])
def test_every_character_and_every_span(name: str) -> None:
    """Paragraphs cover the text; the words of a field stand where its span says."""
    for _, article in articles_of(name, 4):
        ends = [0, *(p.end for p in article.paragraphs)]
        assert [p.start for p in article.paragraphs] == ends[:-1]
        assert ends[-1] == len(article.text)
        for field in (article.headline, article.outlet, article.agency, *article.bylines):
            if field is not None and field.span is not None and field is not article.agency:
                assert " ".join(article.slice(field.span).split()) == field.value


def test_the_parts_of_a_nexis_article() -> None:
    """Each line of header and footer has the role that its label states."""
    _, article = articles_of("nexis-uni", 10)[9]
    assert parts(article) == [
        ("headline", "Council clears house 10 below the wall at Vesk"),
        ("credit", "The Harbour Gazette (Port Elm)"),
        ("timestamp", "January 13, 2021 Wednesday, Final Edition"),
        ("credit", "Copyright 2021 The Harbour Gazette (Port Elm) All Rights Reserved"),
        ("tags", "Section: NEWS; Pg. 4"),
        ("residue", "Length: 610 words"),
        ("residue", "Byline:"),
        ("byline", "Jane Roe"),
        ("residue", "Highlight:"),
        ("dek", "The houses go before the water comes"),
        ("residue", "Body"),
        ("lede", told(10)[9].paragraphs[0]),
        ("body", told(10)[9].paragraphs[1]),
        ("body", told(10)[9].paragraphs[2]),
        ("residue", "Graphic"),
        ("caption", "Photo: The wall at Vesk on Monday, with two lorries."),
        ("residue", "Classification"),
        ("tags", "Language: ENGLISH"),
        ("tags", "Publication-Type: Newspaper"),
        ("tags", "Subject: DAMS (91%); FLOODS & FLOODING (90%)"),
        ("tags", "Industry: WATER (78%)"),
        ("residue", "Load-Date: January 28, 2022"),
        ("residue", "End of Document"),
    ]


def test_the_dateline_and_the_load_date() -> None:
    """A labelled dateline gives the place; the day of loading is no day of the article."""
    article = articles_of("nexis-uni")[0][1]
    assert article.dateline_place is not None
    assert article.dateline_place.value == "PORT ELM"
    assert article.updated is None
    assert not any("2022" in article.slice(span) for span in article.published.evidence)


def test_a_paragraph_wrapped_by_the_database_is_one() -> None:
    """Lines that the database broke at a column are one paragraph over the same characters."""
    one, article = articles_of("lexis-nexis")[0]
    lede = next(p for p in article.paragraphs if p.role is Role.LEDE)
    assert "\n" in article.text[lede.start : lede.end].strip()
    assert " ".join(article.text[lede.start : lede.end].split()) == one.paragraphs[0]


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("April 7, 2021 Wednesday", "2021-04-07"),
        ("April 7, 2021 Wednesday 9:30 AM GMT", "2021-04-07"),
        ("Wednesday, April 7, 2021", "2021-04-07"),
        ("7 April 2021", "2021-04-07"),
        ("April 7, 2021 Wednesday, Late Edition - Final", "2021-04-07"),
        ("April 7, 2021 Wednesday 11:59 PM EST", "2021-04-07"),
        ("April 7, 2021, Wednesday, FINAL EDITION", "2021-04-07"),
    ],
)
def test_forms_of_the_day(line: str, day: str) -> None:
    """Weekday, time and edition beside the day do not hide it."""
    article = read("A wall", "The Mill", line, "Length: 40 words", "Body", *BODY, "End of Document")
    assert article.headline is not None
    assert (article.headline.value, str(article.published.days.first)) == ("A wall", day)


def test_labels_on_lines_of_their_own() -> None:
    """A label whose value stands in the line under it (cells of a table) gives it all the same."""
    article = read(
        "Full text:", *BODY, "Title:", "A wall falls", "Publication title:", "The Mill",
        "Publication date:", "Apr 7, 2021", "ProQuest document ID:", "123", "Document URL:", "http://a.example/1",
    )  # fmt: skip
    assert article.headline is not None
    assert article.outlet is not None
    assert (article.headline.value, article.outlet.value) == ("A wall falls", "The Mill")
    assert str(article.published.days.first) == "2021-04-07"


@pytest.mark.parametrize(
    "line", ["TORVIK", "Torvik, April 7 2021", "TORVIK, Apr 7, 2021", "Torvik April 7"]
)
def test_the_day_of_a_dateline_is_no_place(line: str) -> None:
    """Agencies put the day behind the place."""
    article = read(
        "3 of 9 DOCUMENTS", "The Mill", "April 8, 2021 Thursday", "A wall", "LENGTH: 40 words",
        f"DATELINE: {line}", *BODY, "LOAD-DATE: May 1, 2021",
    )  # fmt: skip
    assert article.dateline_place is not None
    assert article.dateline_place.value.rstrip(",").upper() == "TORVIK"
    assert str(article.published.days.first) == "2021-04-08"
    assert words(article, Role.LEDE, Role.BODY) == " ".join(BODY)


def test_marks_without_a_colon() -> None:
    """`FULL TEXT` and `DETAILS` alone in their lines part header, article and footer."""
    article = read(
        "A wall falls", "Author: Jane Roe", "ProQuest document link", "ABSTRACT", "It fell on Tuesday.",
        "FULL TEXT", *BODY, "DETAILS", "Title: A wall falls", "Publication date: Apr 7, 2021",
        "Publication title: The Mill, Late Edition (East); Vesk", "ProQuest document ID: 1",
    )  # fmt: skip
    assert words(article, Role.LEDE, Role.BODY) == " ".join(BODY)
    assert article.headline is not None
    assert article.outlet is not None
    assert article.outlet.span is not None
    assert article.headline.value == "A wall falls"
    assert article.outlet.value == article.slice(article.outlet.span) == "The Mill"


def test_an_issue_of_a_month() -> None:
    """A month without a day parts the header all the same; no day is made of it."""
    article = read(
        "A wall", "The Mill", "April 2021", "Length: 40 words", "Body", *BODY, "End of Document"
    )
    assert article.headline is not None
    assert article.outlet is not None
    assert (article.headline.value, article.outlet.value) == ("A wall", "The Mill")
    assert not article.published.days.known


def test_a_header_never_takes_the_whole_article() -> None:
    """Where nothing would be left the lines are labelled as in any text."""
    lines = [
        "A wall falls",
        "The Mill",
        "April 7, 2021",
        "Length: 9 words",
        "Load-Date: May 1, 2021",
    ]
    segments = split_lines("\n\n".join([*lines, "End of Document"]))
    assert read_head(segments) == (segments, read_header(segments))


def test_several_authors_as_catalogues_print_them() -> None:
    """Last name first: each author once, as printed."""
    article = read("Title: One", "Author: Roe, Jane; Doe, John M.", *BODY)
    assert [author.value for author in article.bylines] == ["Roe, Jane", "Doe, John M."]
    article = read("Title: One", "Author: Jane Roe, John Doe", *BODY)
    assert [author.value for author in article.bylines] == ["Jane Roe", "John Doe"]


def test_formatted_documents_are_read_the_same() -> None:
    """Blocks of a document with a database's lines give the same header."""
    one = told(1)[0]
    lines = [one.title, one.outlet, one.american(), "Length: 90 words", "Body", *one.paragraphs]
    blocks = [
        DocumentBlock(text=line) for line in (*lines, "Load-Date: May 1, 2021", "End of Document")
    ]
    reading = read_document(blocks, metadata=Metadata())
    fields = {line.field: line.value for line in reading.header}
    assert fields["headline"] == one.title
    assert fields["outlet"] == one.outlet


@pytest.mark.parametrize(
    "lines",
    [
        BODY,
        ["A wall falls", "By Jane Roe", "April 7, 2021", *BODY, "Copyright 2021 The Mill"],
        ["Body", "Classification", *BODY],
        ["Title: One", "Date: 7 April 2021", "Section: News", *BODY],
        ["Length: 40 words", *BODY, "Copyright 2021 The Mill"],
    ],
)
def test_other_texts_have_no_databases_header(lines: list[str]) -> None:
    """One or two lines that a database might print do not make a text its own."""
    segments = split_lines("\n\n".join(lines))
    assert find_layout(segments) is None
    assert read_head(segments) == (segments, read_header(segments))


@pytest.mark.parametrize(
    ("lines", "fields"),
    [
        (
            ["A wall falls", "Date: 7 April 2021", "Source: The Mill", "x"],
            ["headline", "published", "outlet"],
        ),
        (["A wall falls", "Date: 7 April 2021", "x", "Source: The Mill"], []),
        (["1. A wall falls", "The Mill, 7 April 2021", "x"], ["headline", "published", "outlet"]),
        (["1. A wall falls", "On 7 April 2021 " + "it fell " * 9, "x"], []),
        (["6. 1 quake strikes", "July 3, 2013", "x"], []),
        (["1. A wall falls", "The Mill", "x"], []),
    ],
)
def test_titles_without_a_key(lines: list[str], fields: list[str]) -> None:
    """A bare title counts right over two header lines, or with its number over outlet and day."""
    assert [line.field for line in read_header(split_lines("\n\n".join(lines)))] == fields


@settings(deadline=None)
@given(st.lists(st.sampled_from([
    "End of Document", "1 of 2 DOCUMENTS", "Title: A", "Title:", "Date: 7 April 2021", "Body", "HD", "LP", "BY", "TD",
    "640 words", "Document HARGAZ0020210407eh4000001", "Length: 9 words", "Full text: x", "Record Number: 1",
    "April 7, 2021", "The Mill", "English", "(c) 2021 The Mill", "Graphic", "Classification", "Load-Date: May 1, 2021",
    "Abstract:", "Publication info: The Mill ; Vesk [Vesk]. 07 Apr 2021: 4", *BODY,
]), max_size=25), st.sampled_from(["\n", "\n\n"]))  # fmt: skip
def test_lines_in_any_order_are_read(lines: list[str], gap: str) -> None:
    """Nothing raises, nothing is lost, and no line is of two parts."""
    text = gap.join(["x", *lines])
    article = read_article(page(text))
    ends = [0, *(p.end for p in article.paragraphs)]
    assert [p.start for p in article.paragraphs] == ends[:-1]
    assert ends[-1] == len(article.text)
