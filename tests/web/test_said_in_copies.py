"""Attributions in the annotated copy and on the score."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page_reader import PageReader
from page_records import ferry_article, make_article, make_entry, make_record, make_support
from voice_records import (
    gazette,
    lantern,
    make_attribution,
    make_entity,
    make_variant,
    voice_record,
)

from onrecord.web.excerpts import WORDS, count_words
from onrecord.web.page import render_page
from onrecord.web.utterances import Utterances


def squeezed(text: str) -> str:
    """Words with single plain spaces."""
    return " ".join(text.split())


def full(record: dict[str, Any]) -> PageReader:
    """The page with all words."""
    return PageReader(render_page(record, text="full"))


def underlined(page: PageReader, css: str) -> list[str]:
    """The words under a line in the copies, by their classes."""
    copies = page.elements.index(page.all("div", "copy")[0])
    wanted = set(css.split())
    return [e.text for e in page.elements[copies:] if e.tag == "span" and e.classes == wanted]


def margin(page: PageReader, start: str) -> str:
    """The first note in the margin that begins with these words."""
    notes = [squeezed(e.text) for e in page.all("li") if squeezed(e.text).startswith(start)]
    assert notes, start
    return notes[0]


def test_quoted_words_are_solid_and_reported_ones_dotted() -> None:
    """Direct is solid with its marks, indirect dotted, mixed both as they stand."""
    page = full(voice_record())
    solid, dotted = underlined(page, "qd"), underlined(page, "qd i")
    assert "“We need a boat, and a crew for it.”" in solid
    assert "“will not hold a second winter”" in solid
    assert "the stage " in dotted
    assert "the council had lied" in dotted


def test_what_is_within_another_has_a_line_of_its_own() -> None:
    """The inner words carry both lines, and its note says that it is within."""
    page = full(voice_record())
    assert [re.sub(r"[‘’]", "", words) for words in underlined(page, "qw")] == [
        "you shall have a boat"
    ]
    note = margin(page, "within it: The minister")
    assert note == "within it: The minister → Odo Farrant told me · direct, named test-name"


def test_the_margin_names_speaker_cue_kind_and_reason() -> None:
    """A pronoun or description leads to the name; stance and other medium are said."""
    page = full(voice_record())
    assert margin(page, "Petra Holm said") == "Petra Holm said · direct, named test-name"
    assert "· indirect, named · negated" in margin(page, "Petra Holm did not say")
    assert margin(page, "she → Petra Holm would say").endswith("· hypothetical test-name")
    assert "through Harbour Wire" in margin(page, "Petra Holm told")
    assert margin(page, "A senior harbour official said").endswith("· mixed, unnamed test-name")


def test_a_note_leads_to_the_statement() -> None:
    """From the margin to the row in the section of voices."""
    page = full(voice_record())
    links = {e.attributes.get("href") for e in page.all("a", "sp")}
    assert f"#v-{voice_record()['attributions'][0]['id']}" in links
    assert {(href or "")[1:] for href in links} <= set(page.ids)


def test_a_date_and_an_entry_within_a_quotation_stay() -> None:
    """A day printed in what somebody says has its own line in that of the speech, and its entry."""
    article = make_article(
        [("lede", "“The stage broke on Tuesday,” Petra Holm said. It was late.\n")], name="d.txt"
    )
    holm = make_entity("Petra Holm", [article])
    one = make_attribution(
        article,
        "The stage broke on Tuesday,",
        source="Petra Holm",
        cue="said",
        speaker=holm["id"],
        speaker_name="Petra Holm",
    )
    article["published"]["evidence"] = [
        {"article": article["id"], "start": 20, "end": 27, "text": article["text"][20:27]}
    ]
    entry = make_entry([make_support(article, "The stage")], "2031-04-01")
    page = full(make_record([article], attributions=[one], entities=[holm], timeline=[entry]))
    dates = [e.text for e in page.all("span", "date")]
    assert "Tuesday" in dates
    assert "".join(underlined(page, "qd")) == "“The stage broke on Tuesday,”"
    assert page.all("a", "tl")
    assert page.article_text(f"a-{article['id']}") == article["text"]


def spans(article: dict[str, Any]) -> st.SearchStrategy[list[list[int]]]:
    """Places in an article, in order and apart."""
    cuts = st.lists(st.integers(0, len(article["text"])), min_size=2, max_size=6, unique=True)
    return cuts.map(sorted).map(
        lambda c: [[a, b] for a, b in zip(c[::2], c[1::2], strict=False) if a < b]
    )


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_character_is_lost_under_any_attributions(data: st.DataObject) -> None:
    """However attributions lie over each other, the copy holds the kept text."""
    article = lantern()
    found = []
    for number in range(3):
        content = data.draw(spans(article))
        one = make_attribution(article, "boat", kind=data.draw(st.sampled_from(KINDS)))
        found.append(one | {"id": f"{number:016x}", "content": content})
    if data.draw(st.booleans()):
        found[2]["within"] = found[0]["id"]
    record = make_record([article], attributions=found, entities=[], variants=[])
    page = full(record)
    assert page.article_text(f"a-{article['id']}") == article["text"]


KINDS = ("direct", "indirect", "mixed")


@pytest.mark.parametrize("number", [1, 8])
def test_excerpts_with_voices_hold_at_most_half_of_the_running_text(number: int) -> None:
    """What was said counts with all other words of the page: 60 a paragraph, half an article."""
    articles = [ferry_article(n) for n in range(number)]
    found = [
        make_attribution(a, a["text"][s:e], kind="indirect", id=f"{n}x{s}")
        for n, a in enumerate(articles)
        for s, e in a["sentences"]
    ]
    page = PageReader(
        render_page(make_record(articles, attributions=found, entities=[], variants=[]))
    )
    shown: dict[str, int] = {}
    key = ""
    for element in page.elements:
        key = element.attributes.get("id") or "" if "p" in element.classes else key
        if element.tag == "div" and "t" in element.classes:
            shown[key] = count_words(element.text.replace("…", ""))
            assert shown[key] <= WORDS
    for article in articles:
        text = article["text"]
        prose = [p for p in article["paragraphs"] if p["role"] in ("lede", "body")]
        got = sum(shown.get(f"a-{article['id']}-p{p['start']}", 0) for p in prose)
        assert got <= sum(count_words(text[p["start"] : p["end"]]) for p in prose) // 2
    assert any("words left out" in e.text for e in page.all("summary", "words"))


def test_the_leading_speaker_has_a_lane_on_the_score() -> None:
    """A tick a statement, hollow where it came through another outlet; each leads to its row."""
    record = voice_record()
    record["attributions"][9]["through"] = "Harbour Wire"
    page = full(record)
    lanes = [e for e in page.all("svg") if e.attributes.get("aria-label") == "Statements in time"]
    assert len(lanes) == 2
    ticks = page.all("path", "tk")
    assert [("th" in t.classes) for t in ticks] == [False, False, True] * 2
    label = next(e for e in page.all("div", "lab") if "Petra Holm" in e.text)
    assert "hollow: through another outlet" in label.text


def test_nobody_who_spoke_once_leads() -> None:
    """Without a speaker of two statements there is no lane."""
    record = voice_record()
    record["attributions"] = record["attributions"][1:4]
    record["variants"] = []
    page = full(record)
    assert not page.all("path", "tk")


def test_a_mark_inside_of_a_quotation_does_not_end_it() -> None:
    """The words are shown with the marks around them, not with those of what is cited in them."""
    article = lantern()
    reader = Utterances({article["id"]: article})
    outer = make_attribution(
        article, "The minister told me ‘you shall have a boat’ and then he drove home,"
    )
    (part,) = reader.parts(outer)
    assert article["text"][slice(*part.place)].startswith("“The minister")
    assert article["text"][slice(*part.place)].endswith("home,”")
    inner = make_attribution(article, "you shall have a boat")
    (part,) = reader.parts(inner)
    assert article["text"][slice(*part.place)] == "‘you shall have a boat’"


def test_copies_of_later_articles_keep_their_own_lines() -> None:
    """Each copy shows the attributions of its own article."""
    one, two = lantern(), gazette()
    found = [make_attribution(two, "We don't need another study,")]
    page = full(make_record([one, two], attributions=found, entities=[], variants=[]))
    assert underlined(page, "qd") == ['"We don\'t need another study,"']
    assert make_variant(found)["attributions"] == [found[0]["id"]]
