"""People on the page: forms as printed, where they stand, who speaks of them, what is open."""

from __future__ import annotations

from typing import Any

import pytest
from page_reader import Element, PageReader
from page_records import ferry_article, make_record
from voice_records import make_entity, voice_record

from onrecord.web.names import MOST
from onrecord.web.page import render_page


def squeezed(text: str) -> str:
    """Words with single plain spaces."""
    return " ".join(text.split())


def name_row(page: PageReader, name: str) -> Element:
    """The row of a name."""
    rows = [e for e in page.all("li", "row") if (e.attributes.get("id") or "").startswith("n-")]
    return next(row for row in rows if squeezed(row.text.split("\n")[2]).startswith(name))


def row_words(record: dict[str, Any], name: str, text: Any = "full") -> str:
    """What the row of a name says."""
    return squeezed(name_row(PageReader(render_page(record, text=text)), name).text)


@pytest.mark.parametrize("text", ["none", "excerpts", "full"])
def test_forms_are_counted_as_they_are_printed(text: Any) -> None:
    """Each printed form with its count, the articles and mentions, first and last."""
    words = row_words(voice_record(), "Petra Holm", text)
    assert words.startswith("7–8 Apr 2031 Petra Holm Holm 3 · Petra Holm 1")
    assert "2 articles, 4 mentions" in words
    assert "first The Marrowby Lantern 7 Apr 31last Ostrand Gazette 8 Apr 31" in words


def test_why_forms_are_one_is_a_chain() -> None:
    """The reason stands between the two forms that it joins."""
    assert "Petra Holm · test-surname → Holm" in row_words(voice_record(), "Petra Holm")


def test_an_unsure_pair_has_its_lines_to_type() -> None:
    """What may be the same is named with the reason, and both answers can be pasted."""
    record = voice_record()
    thorne, farrant = record["entities"][1:3]
    words = row_words(record, "Ansel Thorne")
    assert "unsure: Odo Farrant · test-unsure: 2" in words
    for answer in ("same", "different"):
        assert f"onrecord decide FILE {answer} {thorne['id']} {farrant['id']}" in words


def test_statements_lead_both_ways() -> None:
    """A speaker's name leads to what was said, and from there back."""
    page = PageReader(render_page(voice_record(), text="full"))
    holm = voice_record()["entities"][0]
    links = [e.attributes.get("href") for e in page.all("a")]
    assert f"#w-{holm['id']}" in links
    assert f"#n-{holm['id']}" in links
    assert "3 statements" in squeezed(name_row(page, "Petra Holm").text)


def test_who_speaks_of_whom() -> None:
    """A name that stands in what another says has that speaker in its row; its own words do not."""
    record = voice_record()
    one = record["articles"][0]
    record["entities"].append(make_entity("minister", [one], type="other"))
    assert "in what is said by Ansel Thorne" in row_words(record, "minister")
    assert "in what is said by" not in row_words(record, "Petra Holm")


def test_names_stand_by_type() -> None:
    """People, organisations and places have a heading each, with their number."""
    page = PageReader(render_page(voice_record()))
    heads = [squeezed(e.text) for e in page.all("h3", "yr")]
    assert [h for h in heads if h in ("People 3", "Organisations 1", "Places 1")] == [
        *("People 3", "Organisations 1", "Places 1"),
    ]


def test_many_names_are_folded_and_the_rest_counted() -> None:
    """At most so many names stand on the page; those in more articles are among them."""
    articles = [ferry_article(n) for n in range(4)]
    rare = [make_entity(f"Name {n}", [], type="place") for n in range(MOST + 20)]
    holm = make_entity("Petra Holm", articles)
    page = PageReader(render_page(make_record(articles, entities=[*rare, holm], attributions=[])))
    rows = [e for e in page.all("li", "row") if (e.attributes.get("id") or "").startswith("n-")]
    assert len(rows) == MOST
    assert f"n-{holm['id']}" in page.ids
    main = squeezed(page.all("main")[0].text)
    assert f"the {MOST} that most articles print are shown · 21 more: onrecord who FILE" in main
    assert page.all("details", "rest")


def test_names_not_looked_for_are_not_none() -> None:
    """Null says that nobody looked, an empty list that nothing was found."""
    for entities, words in ((None, "not looked for"), ([], "none found")):
        page = PageReader(render_page(make_record([ferry_article(1)], entities=entities)))
        section = next(e for e in page.all("section") if e.attributes.get("id") == "names")
        assert words in section.text
