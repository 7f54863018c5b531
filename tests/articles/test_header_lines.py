"""Header lines: what a person or a database put over the text."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.articles.header_lines import read_header
from onrecord.articles.lines import split_lines
from onrecord.values.days import DayInterval
from plain_articles import BODY, parts, read


def test_a_full_header() -> None:
    """Every known line gives its field, and its words stand where the field says."""
    article = read(
        "Title: Council closes the road",
        "Subtitle: Water reaches the first houses",
        "Date: 8 March 2022",
        "Updated: 9 March 2022",
        "Source: The Valley Gazette",
        "Agency: MPA",
        "URL: https://gazette.example/a",
        "Section: Valley",
        *BODY,
    )
    assert article.headline is not None
    assert article.headline.span is not None
    assert (
        article.slice(article.headline.span) == article.headline.value == "Council closes the road"
    )
    assert article.dek is not None
    assert article.dek.value == "Water reaches the first houses"
    assert article.outlet is not None
    assert article.agency is not None
    assert (article.outlet.value, article.agency.value) == ("The Valley Gazette", "MPA")
    assert article.address == "https://gazette.example/a"
    assert article.updated is not None
    assert [article.slice(s) for s in article.published.evidence] == ["8 March 2022"]
    days = (article.published.days, article.updated.days)
    assert days == (DayInterval.on(date(2022, 3, 8)), DayInterval.on(date(2022, 3, 9)))
    assert [role for role, _ in parts(article)] == [
        "headline", "dek", "timestamp", "timestamp", "credit", "credit", "residue", "tags", "lede", "body", "body",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Title: One\n\nText", ["headline"]),
        ("Headline: One\nText", ["headline"]),
        ("Date: 8 March 2022\nSource: A\nText", ["published", "outlet"]),
        ("TITLE : One\nAUTHOR: Jane Roe\nText", ["headline", "byline"]),
        ("Date: 8 March 2022\nText", []),
        ("Source: the river\nText", []),
        ("Text\nTitle: One\nDate: Two", []),
        ("Titles: One\nDates: Two", []),
        ("Title:\nDate:\nText", []),
        ("", []),
    ],
)
def test_when_lines_are_a_header(text: str, fields: list[str]) -> None:
    """Two known lines in a row at the top, or a title alone; one other may be a sentence."""
    assert [line.field for line in read_header(split_lines(text))] == fields


def test_authors_of_a_header_are_bylines() -> None:
    """The author line names the author without its key."""
    article = read("Title: One", "Author: Jane Roe", *BODY)
    assert [b.value for b in article.bylines] == ["Jane Roe"]
