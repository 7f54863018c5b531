"""Paragraphs cover every character of any text, each with a role and a reason."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.articles.paragraphs import cover
from onrecord.articles.read import read_article
from onrecord.errors import InputError
from onrecord.values.article import Article
from onrecord.values.pages import MediaType
from onrecord.values.vocabulary import Role
from plain_articles import BODY, page

LINES = [
    *BODY, "", "", "  ", "By Jane Roe", "March 8, 2022", "Share", "• Facebook", "Tags: wall, flood", "TORVIK (AP) — It broke.",
    "Check Also", "Who pays?", "What comes next", "“No.”", "1 of 3", "Photo: Jane Roe, MPA", "Title: The wall", "Date: 8/3/2022",
    "Correction: The year is wrong.", "(Reuters)", "The Valley Gazette", "Published: 8 March 2022", "\u2028", "\x0c", "a|b|c", "…",
    "— Town (@town) March 8, 2022", "* * *", "– Jane Roe, Valley Radio", "Jane Roe contributed to this report.", "Source: MPA",
]  # fmt: skip
PASTED = st.lists(st.sampled_from(LINES) | st.text(max_size=30), max_size=14).map("\n".join)


def assert_covered(article: Article) -> None:
    """Paragraphs run from 0 to the end, none empty, each with a role of the vocabulary and a reason."""
    position = 0
    for paragraph in article.paragraphs:
        assert paragraph.start == position
        assert paragraph.end > paragraph.start
        assert isinstance(paragraph.role, Role)
        assert paragraph.why
        position = paragraph.end
    assert position == len(article.text)


def assert_fields_stand_in_the_text(article: Article) -> None:
    """Every field with a place is the words at that place; an agency's code may be shorter."""
    for field in (
        article.headline,
        article.dek,
        article.outlet,
        article.dateline_place,
        *article.bylines,
    ):
        assert field is None or field.span is None or article.slice(field.span) == field.value
    for span in (article.published.evidence, article.updated.evidence if article.updated else ()):
        assert all(s.end <= len(article.text) for s in span)


@settings(deadline=None, max_examples=150)
@given(PASTED | st.text())
def test_any_text_is_covered(text: str) -> None:
    """Whatever is pasted, nothing of it is lost; only a text without a word is refused."""
    data = text.encode("utf-8", "replace")
    try:
        article = read_article(page(data))
    except InputError:
        return
    assert_covered(article)
    assert_fields_stand_in_the_text(article)


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=300), st.sampled_from([MediaType.PLAIN, MediaType.RECORD]))
def test_any_bytes_are_covered_or_refused(data: bytes, kind: MediaType) -> None:
    """No bytes raise anything but an error of the input."""
    try:
        article = read_article(page(data, kind=kind))
    except InputError:
        return
    assert_covered(article)


@settings(deadline=None, max_examples=60)
@given(PASTED)
def test_reading_is_a_function_of_the_page(text: str) -> None:
    """The same page gives the same article; line ends of another system move nothing."""
    data = text.encode("utf-8", "replace")
    try:
        article = read_article(page(data))
    except InputError:
        return
    assert read_article(page(data)) == article
    if b"\r" not in data:
        other = read_article(page(data.replace(b"\n", b"\r\n")))
        assert (other.text, other.paragraphs) == (article.text, article.paragraphs)


def test_a_paragraph_has_the_line_breaks_after_it() -> None:
    """White space belongs to the paragraph before it, that at the top to the first."""
    found = cover("\n\none \n\ntwo\n", [(2, 5, Role.LEDE, "a"), (8, 11, Role.BODY, "b")])
    assert [(p.start, p.end, p.role) for p in found] == [(0, 8, Role.LEDE), (8, 12, Role.BODY)]


@pytest.mark.parametrize(("text", "expected"), [("", []), (" \n", [(0, 2, "residue")])])
def test_a_text_without_segments(text: str, expected: list[tuple[int, int, str]]) -> None:
    """White space alone is one paragraph set aside; no text has none."""
    assert [(p.start, p.end, p.role) for p in cover(text, [])] == expected
