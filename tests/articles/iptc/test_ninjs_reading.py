"""The reading of ninjs: which lines an item prints, and what is said beside its text."""

from __future__ import annotations

import json

import pytest

from onrecord.articles.read import read_article
from onrecord.values.article import Article
from onrecord.values.pages import MediaType, Page

ITEM: dict[str, object] = {
    "uri": "https://wire.example/items/77",
    "type": "text",
    "version": "3",
    "firstcreated": "2024-03-08T09:30:04Z",
    "versioncreated": "2024-03-08T11:46:53Z",
    "pubstatus": "usable",
    "copyrightholder": "Reuters",
    "copyrightnotice": "(c) Copyright Reuters 2024",
    "usageterms": "Not for resale in Torvik.",
    "language": "en",
    "headline": "Two killed as dam wall cracks above Torvik",
    "headline_sub": "Engineers had warned of leaks since autumn",
    "byline": "By Jane Roe and John Doe",
    "located": "Skarholm",
    "body_xhtml": "<p>TORVIK (Reuters) - Two people were killed on Friday when part of a dam wall"
    " gave way above the town of Torvik, police said.</p><h2>Homes emptied</h2>"
    "<p>About 300 people had left their homes by noon, the town of Torvik said.</p>",
    "associations": {
        "main": {"uri": "x", "type": "picture", "description_text": "Water pours through"}
    },
}


def _article(**changes: object) -> Article:
    data = json.dumps({k: v for k, v in (ITEM | changes).items() if v is not None}).encode()
    return read_article(Page(data=data, media_type=MediaType.RECORD, name="a.json"))


def _roles(article: Article) -> list[tuple[str, str]]:
    return [(p.role.value, article.text[p.start : p.end].strip()) for p in article.paragraphs]


def test_lines_in_the_order_of_print() -> None:
    """Headline, subheadline, byline, then the body with its own dateline and subheads."""
    roles = _roles(_article())
    assert roles[:4] == [
        ("headline", "Two killed as dam wall cracks above Torvik"),
        ("dek", "Engineers had warned of leaks since autumn"),
        ("byline", "By Jane Roe and John Doe"),
        ("dateline", "TORVIK (Reuters) -"),
    ]
    assert [role for role, _ in roles[4:]] == ["lede", "subhead", "body"]


def test_fields() -> None:
    """Authors from the printed line; supplier, dates and address from beside the text."""
    article = _article()
    assert [b.value for b in article.bylines] == ["Jane Roe", "John Doe"]
    assert article.outlet is not None
    assert article.agency is not None
    assert (article.outlet.value, article.agency.value) == ("Reuters", "Reuters")
    assert article.published.at == "2024-03-08T09:30:04Z"
    assert article.updated is not None
    assert article.updated.at == "2024-03-08T11:46:53Z"
    assert article.address == "https://wire.example/items/77"


def test_what_is_not_the_article() -> None:
    """Rights, terms of use and captions of associated pictures stay out of the text."""
    text = _article().text
    assert not any(words in text for words in ("Copyright", "resale", "Water pours"))


def test_place_beside_the_text() -> None:
    """A dateline in the text is the place; without one, what is stated beside it."""
    printed = _article().dateline_place
    assert printed is not None
    assert (printed.value, printed.basis) == ("TORVIK", "stated")
    body = "<p>Two people were killed on Friday when part of a dam wall gave way, police said.</p>"
    stated = _article(body_xhtml=body).dateline_place
    assert stated is not None
    assert (stated.value, stated.basis) == ("Skarholm", "metadata")
    assert "Skarholm" not in _article(body_xhtml=body).text


def test_dateline_that_an_agency_adds() -> None:
    """A dateline beside the body is printed over it, unless the body prints its own."""
    body = "<p>Two people were killed on Friday when part of a dam wall gave way, police said.</p>"
    dateline = {"text": "SKARHOLM, March 8 (AP) -"}
    assert ("dateline", dateline["text"]) in _roles(_article(body_xhtml=body, dateline=dateline))
    assert dateline["text"] not in _article(dateline=dateline).text


@pytest.mark.parametrize(
    ("note", "printed"),
    [
        ("Corrects number of dead in second paragraph", True),
        ("CORRECTION: The dam is 40 metres high.", True),
        ("Updates with comment of the minister", True),
        ("Call the desk at 555 0100 for pictures.", False),
        ("By Jane Roe, editing by Sara Lind", False),
    ],
)
def test_note_to_editors(note: str, printed: bool) -> None:
    """A note that tells of a change is a notice; others are not for print, and that is noted."""
    article = _article(ednote=note)
    assert (("notice", note) in _roles(article)) is printed
    assert (note in article.text) is printed
    assert ("note-to-editors-left-out" in article.notes) is not printed


def test_status_is_noted() -> None:
    """That the publisher took an item back stays with the article."""
    assert "cancelled-by-publisher" in _article(pubstatus="canceled").notes
    assert "withheld-by-publisher" in _article(pubStatus="withheld", pubstatus=None).notes


def test_embargo_is_the_day_of_publication() -> None:
    """An item under embargo is published when that ends."""
    article = _article(embargoed="2024-03-09T06:00:00Z")
    assert article.published.at == "2024-03-09T06:00:00Z"
    assert "embargoed-until: 2024-03-09T06:00:00Z" in article.notes


def test_headline_in_the_body_is_not_doubled() -> None:
    """A body that prints the headline keeps it; the lines it lacks follow under it."""
    body = f"<h1>{ITEM['headline']}</h1>{ITEM['body_xhtml']}"
    roles = _roles(_article(body_xhtml=body))
    assert [role for role, _ in roles[:4]] == ["headline", "dek", "byline", "dateline"]
    assert sum(text == ITEM["headline"] for _, text in roles) == 1


def test_address_only_where_it_is_one() -> None:
    """A uri that is no web address is no address."""
    assert _article(uri="urn:newsml:mpa.example:1").address is None
