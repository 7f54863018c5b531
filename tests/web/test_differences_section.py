"""Differences on the page: both sentences, the words that differ, one reason, conflicts first."""

from __future__ import annotations

from typing import Any

import pytest
from origin_records import LAMP, NO_SHIPS, SHIPS, difference, lamp_articles, lamp_record
from page_reader import Element, PageReader
from page_records import ferry_article, make_record

from onrecord.web.page import render_page

HOSTILE = "\"'><img src=x onerror=alert(1)></details></style>{{7*7}}"


def squeezed(text: str) -> str:
    """Words with single plain spaces."""
    return " ".join(text.split())


def section(page: PageReader) -> Element:
    """The section of differences."""
    return next(e for e in page.all("section") if e.attributes.get("id") == "differences")


def page_of(record: dict[str, Any], text: Any = "full") -> PageReader:
    """The page of a record."""
    return PageReader(render_page(record, text=text))


def items(page: PageReader) -> list[Element]:
    """The differences of the section, in order."""
    return [e for e in page.all("li", "df") if (e.attributes.get("id") or "").startswith("d-")]


def test_differences_not_looked_for_and_none_found_are_told_apart() -> None:
    """Null is not looked for, an empty list none found."""
    assert "not looked for" in section(page_of(make_record([ferry_article(0)]))).text
    none = page_of(make_record([ferry_article(0)], differences=[]))
    assert "none found" in section(none).text


def test_conflicts_stand_first_and_the_course_of_time_is_folded() -> None:
    """The conflict alone has the border; what time explains lies in a fold of its reason."""
    page = page_of(lamp_record())
    chips = list(page.all("span", "chip"))
    assert [e.text for e in chips] == ["conflict", "sourcing", "period"]
    assert [("conflict" in e.classes) for e in chips] == [True, False, False]
    folds = [e for e in page.all("details", "gs") if "by period" in e.text]
    assert len(folds) == 1
    assert "period" in folds[0].text
    assert "conflict" not in folds[0].text
    assert "1 conflict: not both can hold" in squeezed(section(page).text)


def test_both_sentences_stand_with_their_words_days_and_sources() -> None:
    """Left and right have the sentence, the words that differ marked, the days and the article."""
    page = page_of(lamp_record())
    conflict = items(page)[0]
    words = squeezed(conflict.text)
    assert "Mon 3 Mar 2031" in words
    assert "Sun 2 Mar 2031" in words
    assert words.index("on Monday night") < words.index("on Sunday night")
    assert "test-date" in words
    start = page.elements.index(conflict)
    marked = [e.text for e in page.elements[start:] if e.tag == "mark"][:2]
    assert marked == ["on Monday night", "on Sunday night"]
    links = {e.attributes.get("href") for e in page.elements[start : start + 40] if e.tag == "a"}
    wire, herald = lamp_articles()[0], lamp_articles()[5]
    assert f"#a-{wire['id']}-{wire['text'].index(LAMP)}" in links
    assert any(str(link).startswith(f"#a-{herald['id']}") for link in links)


def test_wordings_are_compared_word_by_word() -> None:
    """Of a wording only what one printing has is underlined; nothing has the highlighter."""
    wire, _, _, _, post, *_ = lamp_articles()
    record = lamp_record(
        differences=[
            difference("wording", "wording", (wire, SHIPS, SHIPS), (post, NO_SHIPS, NO_SHIPS))
        ]
    )
    page = page_of(record)
    start = page.elements.index(items(page)[0])
    end = page.elements.index(next(e for e in page.elements[start:] if e.tag == "section"))
    inside = page.elements[start:end]
    only = [e.text for e in inside if e.tag == "span" and "x" in e.classes]
    assert "Four ships" in only
    assert not [e for e in inside if e.tag == "mark"]
    assert not any("outside the sound" in words for words in only)


def test_a_side_without_words_is_said_to_be_missing() -> None:
    """Where one printing has no such words its side says so."""
    wire, *_ = lamp_articles()
    record = lamp_record(differences=[difference("name", "scope", (wire, SHIPS, "Four"), None)])
    assert "not printed" in items(page_of(record))[0].text


def test_the_entry_and_the_score_lead_to_the_difference() -> None:
    """An entry of the timeline says that its reports differ; so does the lane of the score."""
    record = lamp_record()
    page = page_of(record)
    key = items(page)[0].attributes["id"]
    entry = next(
        e for e in page.elements if e.attributes.get("id") == f"t-{record['timeline'][0]['id']}"
    )
    assert "conflict: date" in squeezed(entry.text)
    links = [e for e in page.all("a") if e.attributes.get("href") == f"#{key}"]
    assert any("conflict: date" in str(e.attributes.get("aria-label")) for e in links)
    lane = [
        e.attributes["aria-label"]
        for e in page.all("a")
        if e.attributes.get("href") in {f"#{i.attributes['id']}" for i in items(page)}
        and "aria-label" in e.attributes
    ]
    assert "conflict: date" in lane
    assert not any(str(label).startswith("period") for label in lane)


def test_hundreds_of_differences_are_counted_and_not_all_shown() -> None:
    """Each reason keeps to its room and names the command that shows the rest."""
    wire, _, _, _, post, *_ = lamp_articles()
    many = []
    for number in range(150):
        one = difference("number", "rounding", (wire, SHIPS, "Four"), (post, NO_SHIPS, "No ship"))
        many.append(one | {"id": f"r{number}"})
    page = page_of(lamp_record(differences=many))
    assert "150 by rounding" in squeezed(section(page).text)
    assert "90 more" in squeezed(section(page).text)
    assert len(items(page)) == 60
    assert "onrecord differences FILE" in section(page).text


@pytest.mark.parametrize("mode", ["none", "excerpts", "full"])
def test_hostile_words_stay_words(mode: Any) -> None:
    """Reasons and grounds of another hand are escaped, in every mode."""
    record = lamp_record()
    record["differences"][0] |= {"why": HOSTILE, "slot": HOSTILE, "reason": HOSTILE}
    page = page_of(record, mode)
    assert "onerror" not in {name for e in page.elements for name in e.attributes}
    assert HOSTILE in section(page).text


def test_without_words_the_places_are_left() -> None:
    """A page without text names the sources and shows no sentence."""
    page = page_of(lamp_record(), "none")
    words = squeezed(items(page)[0].text)
    assert "words left out" in words
    assert "on Monday night" not in words
    assert "Low Farrow Herald" in words
