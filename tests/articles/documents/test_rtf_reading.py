"""Rich text as articles: the same as the plain text gives, and what styles add."""

from __future__ import annotations

from importlib import resources

import pytest
from test_docx_reading import HEADLINE, shape

from onrecord.articles.read import read_article
from onrecord.errors import BrokenInput, EmptyInput
from onrecord.values.article import Article
from onrecord.values.pages import MediaType
from plain_articles import BODY, LEDE, page, parts
from word_files import rtf

STORY = resources.files("onrecord.example") / "story"
TEXTS = sorted(entry.name for entry in STORY.iterdir() if entry.name.endswith(".txt"))
SHEET = "\\ansi{\\stylesheet{\\s1 Title;}{\\s2 heading 2;}{\\s3 caption;}}"


def _read(*lines: str, head: str = "\\ansi") -> Article:
    body = "".join(f"\\pard {line}\\par " for line in lines)
    return read_article(page(rtf(body, head), kind=MediaType.RTF))


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("blank", [True, False], ids=["blank-lines", "no-blank-lines"])
def test_as_the_plain_text(name: str, blank: bool) -> None:
    """A text saved as rich text, a paragraph a line, is the same article."""
    plain = read_article(page((STORY / name).read_bytes()))
    lines = [_escaped(line) for line in plain.text.split("\n") if blank or line.strip()]
    assert shape(_read(*lines)) == shape(plain)


def test_lines_of_one_paragraph() -> None:
    """A text whose lines are parted by line breaks alone is the same article too."""
    plain = read_article(page("\n\n".join([HEADLINE, *BODY])))
    article = _read("\\line\\line ".join([HEADLINE, *BODY]))
    assert shape(article) == shape(plain)
    assert article.text == plain.text


def test_styles() -> None:
    """Title, headings and captions are told by the style sheet."""
    article = _read(
        HEADLINE,
        "\\s1 Pumps for Torvik",
        *BODY,
        "\\s2 What the province says",
        *BODY[::-1],
        "\\s3 A wall.",
        BODY[1],
        head=SHEET,
    )
    assert article.headline is not None
    assert article.headline.value == "Pumps for Torvik"
    assert ("subhead", "What the province says") in parts(article)
    assert ("caption", "A wall.") in parts(article)


def test_properties_are_not_trusted() -> None:
    """The title of the properties counts where the text has it too; author and days never."""
    head = (
        "\\ansi{\\info{\\title Pumps for Torvik}{\\author A. Typist}{\\creatim\\yr2001\\mo2\\dy3}}"
    )
    article = _read("Water", *BODY, head=head)
    assert (article.headline, article.bylines, article.published.days.first) == (None, (), None)
    headline = _read(HEADLINE, "Pumps for Torvik", *BODY, head=head).headline
    assert headline is not None
    assert headline.value == "Pumps for Torvik"


def test_header_is_set_aside() -> None:
    """The header of the pages is residue after the text."""
    article = _read("{\\header The Torvik Gazette\\par}" + HEADLINE, *BODY)
    assert parts(article)[0] == ("headline", HEADLINE)
    assert parts(article)[-1] == ("residue", "The Torvik Gazette")


def test_notes() -> None:
    """What was left out on reading is in the article's notes."""
    assert _read(LEDE + "{\\deleted old}").notes == ("tracked-changes: 1",)


@pytest.mark.parametrize(
    ("data", "error"), [(rtf(" "), EmptyInput), (b"{\\rt", BrokenInput)], ids=["empty", "no-rtf"]
)
def test_unreadable(data: bytes, error: type[Exception]) -> None:
    """A document without a word, or no rich text, is refused by name."""
    with pytest.raises(error, match="some name"):
        read_article(page(data, name="some name", kind=MediaType.RTF))
