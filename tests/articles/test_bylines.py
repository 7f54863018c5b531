"""Bylines: the authors as printed, without jobs, agencies and places."""

from __future__ import annotations

import pytest

from plain_articles import BODY, read

HEAD = "Council closes the lower road"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Roe", ["Jane Roe"]),
        ("BY JANE ROE", ["JANE ROE"]),
        ("By Jane Roe and John Doe", ["Jane Roe", "John Doe"]),
        ("By JANE ROE and JOHN DOE, Meridian Press Agency", ["JANE ROE", "JOHN DOE"]),
        ("By Jane Roe, John Doe and Ann van der Poe", ["Jane Roe", "John Doe", "Ann van der Poe"]),
        ("By Jane Roe, Associated Press", ["Jane Roe"]),
        ("By Jane Roe in Alm", ["Jane Roe"]),
        ("Written by Jane Roe", ["Jane Roe"]),
        ("Jane Roe | Water Reporter", ["Jane Roe"]),
        ("By Jane Roe, Staff Writer", ["Jane Roe"]),
        ("by Newsdesk", ["Newsdesk"]),
        ("Foreign Desk", ["Foreign Desk"]),
        ("By The Associated Press", []),
    ],
)
def test_names_in_a_byline(line: str, names: list[str]) -> None:
    """Each author once, in order, at the words that name them."""
    article = read(HEAD, line, *BODY)
    assert [b.value for b in article.bylines] == names
    for byline in article.bylines:
        assert byline.span is not None
        assert article.slice(byline.span) == byline.value


def test_an_author_is_named_once() -> None:
    """A byline that stands again at the end, in capitals or not, adds nobody."""
    article = read(HEAD, "By Jane Roe", *BODY, "By JANE ROE")
    assert [b.value for b in article.bylines] == ["Jane Roe"]


def test_a_name_in_the_text_is_no_author() -> None:
    """Only byline paragraphs are read."""
    assert (
        read(
            HEAD, *BODY, "The road was closed by John Doe, who keeps the gate of the mill."
        ).bylines
        == ()
    )
