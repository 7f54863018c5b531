"""Marks in annotated copies: who else has a sentence, and who differs from it."""

from __future__ import annotations

from typing import Any

from origin_records import LAMP, SHIPS, lamp_record, shared
from page_reader import Element, PageReader
from page_records import ferry_article, make_entry, make_record, make_support

from onrecord.web.page import render_page


def page_of(record: dict[str, Any]) -> PageReader:
    """The page of a record with all words."""
    return PageReader(render_page(record, text="full"))


def signs(page: PageReader, article: dict[str, Any], words: str) -> list[tuple[str, str]]:
    """The signs after a sentence: look and name."""
    start = article["text"].index(words)
    key = f"a-{article['id']}-{start}"
    at = next(n for n, e in enumerate(page.elements) if e.attributes.get("id") == key)
    found: list[tuple[str, str]] = []
    for element in page.elements[at + 1 :]:
        if element.tag in ("div", "details"):
            break
        if (element.attributes.get("id") or "").startswith("a-"):
            break
        if "data-x" in element.attributes:
            found.append((next(iter(element.classes)), str(element.attributes["data-x"])))
    return found


def sign_links(page: PageReader) -> list[Element]:
    """All signs of the copies."""
    return [e for e in page.all("a") if "data-x" in e.attributes]


def test_a_sentence_names_those_that_share_it_and_those_that_differ() -> None:
    """`=X` for repeats, passages and one event; `≠X` for differences."""
    record = lamp_record()
    wire, _lantern, _first, second, _post, herald, late = record["articles"]
    page = page_of(record)
    assert signs(page, wire, LAMP) == [
        ("eq", "Marrowby Lantern"),
        ("eq", "Ostrand Gazette + 1"),
        ("ne", "Low Farrow Hera…"),
    ]
    assert ("ne", "wire") in signs(page, herald, "The lamp went dark on Sunday")
    assert signs(page, second, "Four ships") == [("eq", "Ostrand Gazette")]
    assert signs(page, late, "A new lamp comes") == []


def test_signs_lead_both_ways_and_to_places_that_exist() -> None:
    """What leads from one sentence to another leads back; differences lead to their pair."""
    record = lamp_record()
    page = page_of(record)
    by_id = {a["id"]: a for a in record["articles"]}
    assert sign_links(page)
    ids = set(page.ids)
    for link in sign_links(page):
        assert str(link.attributes["href"])[1:] in ids
        assert link.attributes["aria-label"]
        assert link.text == ""
    wire, lantern = record["articles"][0], record["articles"][1]
    there = f"#a-{lantern['id']}-{lantern['text'].index(SHIPS)}"
    back = f"#a-{wire['id']}-{wire['text'].index(SHIPS)}"
    hrefs = {str(e.attributes["href"]) for e in sign_links(page)}
    assert {there, back} <= hrefs
    assert by_id


def test_the_copy_still_holds_every_character() -> None:
    """Signs are drawn, not written: the words of the copy are the kept text."""
    record = lamp_record()
    page = page_of(record)
    for article in record["articles"]:
        assert page.article_text(f"a-{article['id']}") == article["text"]


def test_an_event_of_a_hundred_articles_names_two_and_counts_the_rest() -> None:
    """A sentence that many share stays short."""
    articles = [ferry_article(n, outlet=f"Outlet {n}") for n in range(100)]
    words = "The operator did not answer a letter"
    entry = make_entry([make_support(a, words) for a in articles], "2031-02-03")
    page = page_of(make_record(articles, timeline=[entry]))
    assert signs(page, articles[50], words) == [("eq", "Outlet 0"), ("eq", "Outlet 1 + 97")]


def test_a_passage_marks_only_sentences_that_it_covers() -> None:
    """Half a sentence in common is no sentence in common."""
    one, two = ferry_article(0), ferry_article(5, name="ferry-b.txt")
    whole = "Bakers have begun to store flour for a week."
    part = "The operator did not"
    record = make_record([one, two])
    record["origins"] = [
        {
            "id": "o",
            "medium": None,
            "articles": [
                {"article": one["id"], "relation": "independent", "why": ""},
                {"article": two["id"], "relation": "pickup", "why": ""},
            ],
            "passages": [shared(one, two, f"{whole} {part}")],
        }
    ]
    page = page_of(record)
    assert [look for look, _ in signs(page, one, whole)] == ["eq"]
    assert signs(page, one, part) == []
