"""Word documents as articles: the same as the plain text gives, and what styles add."""

from __future__ import annotations

from importlib import resources

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.articles.read import read_article
from onrecord.errors import BrokenInput, EmptyInput
from onrecord.values.article import Article
from onrecord.values.pages import MediaType
from onrecord.values.vocabulary import Basis
from plain_articles import BODY, LEDE, page, parts
from word_files import docx, field, paragraph, run, table

HEADLINE = "Council closes the lower road"
STORY = resources.files("onrecord.example") / "story"
TEXTS = sorted(entry.name for entry in STORY.iterdir() if entry.name.endswith(".txt"))


def _read(*content: str, **stories: str) -> Article:
    return read_article(page(docx(*content, **stories), kind=MediaType.DOCX))


def shape(article: Article) -> tuple[object, ...]:
    """Roles, words and fields, without where they stand."""
    fields = (article.headline, article.dek, article.outlet, article.agency, article.dateline_place)
    return (
        [(role, " ".join(text.split())) for role, text in parts(article)],
        [one and (one.value, one.basis) for one in (*fields, *article.bylines)],
        (article.published.days, article.published.basis),
        article.updated and article.updated.days,
        article.language,
    )


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("blank", [True, False], ids=["blank-lines", "no-blank-lines"])
def test_as_the_plain_text(name: str, blank: bool) -> None:
    """A text saved as a document, a paragraph a line, is the same article."""
    plain = read_article(page((STORY / name).read_bytes()))
    lines = [line for line in plain.text.split("\n") if blank or line.strip()]
    assert shape(_read(*(paragraph(run(line)) for line in lines))) == shape(plain)


def test_kept_text() -> None:
    """The kept text has a blank line between paragraphs, and line breaks stay in them."""
    article = _read(HEADLINE, paragraph("<w:r><w:t>By Ann Reed</w:t><w:br/></w:r>", run("x")), LEDE)
    assert article.text == f"{HEADLINE}\n\nBy Ann Reed\nx\n\n{LEDE}"
    assert "".join(article.text[p.start : p.end] for p in article.paragraphs) == article.text


@pytest.mark.parametrize("style", ["T", "H1"])
def test_headline_by_style(style: str) -> None:
    """What has the style of a title, or alone that of a first heading, is the headline."""
    article = _read(HEADLINE, paragraph("Pumps for Torvik", style=style), *BODY)
    assert article.headline is not None
    assert (article.headline.value, article.headline.basis) == ("Pumps for Torvik", Basis.STATED)
    assert ("headline", "Pumps for Torvik") in parts(article)


def test_title_over_a_heading_is_left_open() -> None:
    """Where a title stands over a first heading, words decide which is the headline."""
    article = _read(
        paragraph("The Torvik Gazette", style="T"), paragraph(HEADLINE, style="H1"), *BODY
    )
    assert article.headline is not None
    assert article.headline.value == HEADLINE


def test_subheads_and_captions_by_style() -> None:
    """Headings inside the body are subheads; captions are captions."""
    article = _read(
        HEADLINE,
        *BODY,
        paragraph("What the province says", style="H2"),
        *BODY[::-1],
        paragraph("A wall.", style="C"),
        BODY[1],
    )
    assert ("subhead", "What the province says") in parts(article)
    assert ("caption", "A wall.") in parts(article)


def test_margins_and_contents_are_set_aside() -> None:
    """Headers, footers and contents are residue, in sight and once."""
    article = _read(
        paragraph("What the province says 2", style="V1"),
        HEADLINE,
        *BODY,
        header1=paragraph("The Torvik Gazette"),
        footer1=paragraph(field("PAGE", run("4"))),
    )
    assert parts(article)[0] == ("residue", "What the province says 2")
    assert parts(article)[-1] == ("residue", "The Torvik Gazette")
    assert article.text.count("Gazette") == 1


def test_properties_are_not_trusted() -> None:
    """The title of the properties counts where the text has it too, and only there."""
    assert _read(*BODY, title="Template 7").headline is None
    article = _read(HEADLINE, "Pumps for Torvik", *BODY, title="pumps for  torvik")
    assert article.headline is not None
    assert (article.headline.value, article.headline.basis) == ("Pumps for Torvik", Basis.STATED)


def test_header_in_a_table() -> None:
    """Names and values in two columns are a header like that of a plain text."""
    rows = table(("Title:", HEADLINE), ("Source:", "The Torvik Gazette"), ("Date:", "3 May 2021"))
    article = _read(rows, *BODY)
    assert article.headline is not None
    assert article.headline.value == HEADLINE
    assert article.outlet is not None
    assert article.outlet.value == "The Torvik Gazette"
    assert str(article.published.days.first) == "2021-05-03"


def test_columns_of_text_stay_apart() -> None:
    """Running text in two columns of a table is not written into one line."""
    assert parts(_read(HEADLINE, table((BODY[0], BODY[1])), BODY[2]))[1:] == [
        ("lede", BODY[0]),
        ("body", BODY[1]),
        ("body", BODY[2]),
    ]


def test_notes() -> None:
    """What was left out on reading is in the article's notes."""
    article = _read(HEADLINE, paragraph(LEDE, f"<w:del>{run('old')}</w:del>"))
    assert article.notes == ("tracked-changes: 1",)


@pytest.mark.parametrize(
    ("data", "error"), [(docx(), EmptyInput), (b"PK\x03\x04", BrokenInput)], ids=["empty", "cut"]
)
def test_unreadable(data: bytes, error: type[Exception]) -> None:
    """A document without a word, or no document, is refused by name."""
    with pytest.raises(error, match="some name"):
        read_article(page(data, name="some name", kind=MediaType.DOCX))


@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
@given(
    lines=st.lists(
        st.one_of(
            st.sampled_from([*BODY, HEADLINE, "By Ann Reed", "3 May 2021", "TORVIK (MPA) — Rain."]),
            st.text(st.characters(categories=("L", "N", "P", "Zs")), max_size=40),
        ),
        min_size=1,
        max_size=12,
    )
)
def test_any_text_as_the_plain_text(lines: list[str]) -> None:
    """Whatever lines a text has, saved as a document it is the same article."""
    text = "\n\n".join(lines)
    if not text.strip():
        return
    plain = read_article(page(text))
    assert shape(_read(*(paragraph(run(line)) for line in lines))) == shape(plain)
