"""Records: title, blank line, body, and the fields beside them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from onrecord.articles.read import read_article
from onrecord.values.article import Article
from onrecord.values.pages import MediaType
from onrecord.values.vocabulary import Basis
from plain_articles import BODY, LEDE, page, parts

TITLE = "Council closes the lower road"


def read_record(**fields: Any) -> Article:
    data = json.dumps({"text": "\n\n".join(BODY), "title": TITLE} | fields, sort_keys=True)
    return read_article(page(data, kind=MediaType.RECORD))


def test_title_blank_line_body() -> None:
    """The title stands over the body and is the headline."""
    article = read_record()
    assert article.text == "\n\n".join([TITLE, *BODY])
    assert parts(article)[:2] == [("headline", TITLE), ("lede", LEDE)]


@pytest.mark.parametrize("first", [TITLE, TITLE.upper(), "Council  closes\nthe lower road"])
def test_a_title_that_the_body_repeats_stands_once(first: str) -> None:
    """Where the body begins with the title, in other case or spacing too, it is not put before it."""
    article = read_record(text="\n\n".join([first, *BODY]))
    assert article.text.startswith(first)
    assert " ".join(article.text.split()).casefold().count(TITLE.casefold()) == 1


def test_a_record_without_a_title() -> None:
    """The body is the text."""
    assert read_record(title=None).text == "\n\n".join(BODY)


def test_markup_in_the_body() -> None:
    """Markup in a field is taken out, and a note says so; an angle bracket alone is text."""
    builders = "Roe <b>&amp;</b> Doe, who built the wall, said that it was sound and would be so for years."
    article = read_record(text="".join(f"<p>{p}</p>" for p in [*BODY, builders]))
    assert article.notes == ("markup-removed",)
    assert "<p>" not in article.text
    prose = [text for role, text in parts(article) if role in ("lede", "body")]
    assert prose[:3] == BODY
    assert " ".join(prose[3].split()).startswith("Roe & Doe, who built the wall")
    plain = read_record(
        text="\n\n".join([*BODY, "The water stood at <2 metres, and the wall at >3."])
    )
    assert plain.notes == ()
    assert plain.text.endswith("at <2 metres, and the wall at >3.")


def test_fields_beside_the_text() -> None:
    """What a record says of its article is metadata, without a place in the text."""
    article = read_record(
        published="2022-03-08T05:20:00+02:00",
        updated="2022-03-09",
        address="https://alm.example/road",
        outlet="The Valley Gazette",
        authors=["Jane Roe", "Meridian Press Agency"],
        dek="Water reaches the first houses",
    )
    assert (article.published.basis, article.published.at) == (
        Basis.METADATA,
        "2022-03-08T05:20:00+02:00",
    )
    assert article.updated is not None
    assert str(article.updated.days.first) == "2022-03-09"
    assert article.address == "https://alm.example/road"
    for field, value in [
        (article.outlet, "The Valley Gazette"),
        (article.dek, "Water reaches the first houses"),
        (article.agency, "Meridian Press Agency"),
    ]:
        assert field is not None
        assert (field.value, field.basis, field.span) == (value, Basis.METADATA, None)
    assert article.bylines[0].value == "Jane Roe"


def test_an_update_on_the_same_day_is_none() -> None:
    """Metadata that repeats the day of publication as an update say nothing new."""
    assert read_record(published="2022-03-08", updated="2022-03-08").updated is None
