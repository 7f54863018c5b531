"""Voices on the page: each utterance once, by speaker, with its wordings, source and days."""

from __future__ import annotations

import re
from typing import Any

import pytest
from page_reader import Element, PageReader
from page_records import ferry_article, make_article, make_record
from voice_records import (
    gazette,
    lantern,
    make_attribution,
    make_entity,
    make_variant,
    voice_record,
)

from onrecord.web.page import render_page

MOST = 60
HOSTILE = "\"'><img src=x onerror=alert(1)></details></style>{{7*7}}"


def squeezed(text: str) -> str:
    """Words with single plain spaces."""
    return " ".join(text.split())


def section(page: PageReader, key: str = "voices") -> Element:
    """A section of the page."""
    return next(e for e in page.all("section") if e.attributes.get("id") == key)


def voices(page: PageReader) -> list[Element]:
    """The voices, in order."""
    return page.all("details", "vo")


def by_id(page: PageReader, key: str) -> Element:
    """The element with an id."""
    return next(e for e in page.elements if e.attributes.get("id") == key)


def voice_of(page: PageReader, name: str) -> Element:
    """The voice whose summary begins with a name."""
    heads = [e for e in page.all("span", "vn") if e.text == name]
    assert len(heads) == 1, [e.text for e in page.all("span", "vn")]
    return next(v for v in voices(page) if any(h is heads[0] for h in within(page, v)))


def within(page: PageReader, outer: Element) -> list[Element]:
    """The elements from an element on to the next voice."""
    start = page.elements.index(outer)
    found = []
    for element in page.elements[start + 1 :]:
        if "vo" in element.classes or element.tag == "section":
            break
        found.append(element)
    return found


def full(**given: Any) -> PageReader:
    """The page of the small story with all words."""
    return PageReader(render_page(voice_record(**given), text="full"))


def test_each_utterance_is_counted_once_and_speakers_come_before_the_unnamed() -> None:
    """Ten attributions are eight statements of six voices; what has no known speaker is last."""
    page = full()
    words = squeezed(section(page).text)
    assert "8 statements, each once" in words
    assert squeezed(page.all("p", "tally")[0].text).endswith("8 statements of 6 voices")
    names = [e.text for e in page.all("span", "vn")]
    assert names[0] == "Petra Holm"
    assert names[-1] == "speaker not resolved"
    assert set(names) == {
        *("Petra Holm", "A senior harbour official / A harbour official", "Ansel Thorne"),
        *("Odo Farrant", "the draft accord", "speaker not resolved"),
    }


def test_a_direct_quotation_keeps_its_printed_marks_and_a_paraphrase_has_none() -> None:
    """Marks are those of the article; reported words carry the class of the article's own."""
    page = full()
    quotes = [squeezed(e.text) for e in page.all("summary", "words")]
    assert "“The parties shall share the cost of the stage,”" in quotes
    assert "the council had lied" in quotes
    indirect = [e for e in page.all("div", "said") if "ind" in e.classes]
    assert not [e for e in indirect if re.search(r"[“”\"]", e.text.split("characters")[0])]
    assert len(indirect) == 3


def test_an_utterance_cut_by_its_cue_is_one_row() -> None:
    """Both parts stand in one row, the cue between them in its own look."""
    page = full()
    faint = [squeezed(e.text) for e in page.all("span", "narr")]
    assert "Petra Holm said on Tuesday." in faint
    assert "Holm told the Harbour Wire." in faint


def test_wordings_stand_side_by_side_with_their_differences() -> None:
    """Only the differing words are marked: solid, and a sign where words are missing."""
    page = full()
    groups = page.all("div", "coll")
    assert len(groups) == 2
    marked = [e.text for e in page.all("span", "x")][1:]
    assert marked[:4] == ["do not", "of the sound", "don't", "for it"]
    assert "and a stage that stands" in marked
    signs = [e for e in page.all("b", "ct") if "aria-label" in e.attributes]
    assert signs
    assert {e.attributes["aria-label"] for e in signs} == {"words missing here"}
    lines = [e for e in page.all("p") if "data-t" in e.attributes]
    assert {e.attributes["data-t"] for e in lines} == {"The Marrowby Lantern", "Ostrand Gazette"}


def test_equal_words_are_one_wording_with_two_sources() -> None:
    """A copy adds an article to the row and no comparison, however its marks are written."""
    one = lantern()
    two = make_article(
        [("lede", '"We do not need another study of the sound," Holm said.\n')],
        name="copy.txt",
        day="2031-04-09",
        outlet="Farrow Evening Post",
    )
    holm = make_entity("Petra Holm", [one, two], "Holm")
    by = {"speaker": holm["id"], "speaker_name": "Petra Holm"}
    words = "We do not need another study of the sound,"
    pair = [make_attribution(a, words, source="Holm", **by) for a in (one, two)]
    record = make_record(
        [one, two], attributions=pair, variants=[make_variant(pair)], entities=[holm]
    )
    page = PageReader(render_page(record, text="full"))
    assert not page.all("div", "coll")
    row = by_id(page, f"v-{pair[0]['id']}")
    assert "2 origins, 2 articles" in squeezed(row.text)
    assert "wordings" not in row.text
    assert row.text.count("do not need another study") == 1


def test_a_piece_and_its_rest_are_one_printing() -> None:
    """What one article prints in one piece and the other in two is compared as a whole."""
    one, two = lantern(), gazette()
    holm = make_entity("Petra Holm", [one, two], "Holm")
    by = {"speaker": holm["id"], "speaker_name": "Petra Holm"}
    whole = make_attribution(
        one,
        ["We do not need another study of the sound,", "We need a boat, and a crew for it."],
        **by,
    )
    first = make_attribution(two, "We don't need another study,", **by)
    second = make_attribution(two, "We need a boat, and a crew, and a stage that stands.", **by)
    variants = [make_variant([whole, first]), make_variant([whole, second])]
    record = make_record(
        [one, two], attributions=[whole, first, second], variants=variants, entities=[holm]
    )
    page = PageReader(render_page(record, text="full"))
    assert len(page.all("div", "coll")) == 1
    assert "1 statement, each once" in squeezed(section(page).text)
    assert not [e for e in page.all("span", "un") if e.text == "not printed"]


def test_the_day_is_that_of_the_words_that_tell_it() -> None:
    """An expression at the cue dates the statement; else its days follow from the publication."""
    page = full()
    split = voice_record()["attributions"][0]
    words = squeezed(by_id(page, f"v-{split['id']}").text)
    assert words.startswith("Petra Holm: 1 Apr 2031on Tuesday")
    assert "on Tuesday · weekday · published 7 Apr 2031 → Tue 1 Apr 2031" in words
    negated = voice_record()["attributions"][4]
    words = squeezed(by_id(page, f"v-{negated['id']}").text)
    assert "1–7 Apr 2031publication" in words
    assert "publication · published 7 Apr 2031 → 1–7 Apr 2031" in words


def test_negated_and_hypothetical_words_say_so_before_the_words() -> None:
    """What was not said, or might be, is labelled where it begins."""
    page = full()
    chips = [e.text for e in page.all("span", "chip")]
    assert chips == ["negated", "hypothetical"]
    for index, stance in ((4, "negated"), (9, "hypothetical")):
        row = by_id(page, f"v-{voice_record()['attributions'][index]['id']}")
        words = squeezed(row.text)
        assert stance in words
        assert words.index(stance) < words.index("the ")


def test_what_stands_within_another_is_under_it_and_only_led_to_elsewhere() -> None:
    """The inner words are printed once; the inner speaker's list leads to them."""
    page = full()
    outer, inner = voice_record()["attributions"][2:4]
    row = by_id(page, f"v-{outer['id']}")
    assert "within it: Odo Farrant, direct, named" in squeezed(row.text)
    assert by_id(page, f"v-{inner['id']}").tag == "li"
    assert [e.text for e in page.all("span", "iq")] == ["you shall have a boat"]
    farrant = squeezed(voice_of(page, "Odo Farrant").text)
    assert "within what Ansel Thorne said" in farrant
    assert "you shall have a boat" not in farrant


def test_an_unnamed_source_is_drawn_as_one_with_its_condition() -> None:
    """The printed description in italics over a dashed rule, and the printed condition."""
    page = full()
    (head,) = page.all("span", "unnamed")
    assert head.text == "A senior harbour official / A harbour official"
    summary = next(e for e in page.all("summary") if head.text in e.text)
    assert "asked not to be named" in summary.text
    assert "1 statement, unnamed" in squeezed(summary.text)


def test_through_whom_is_an_origin() -> None:
    """Another medium stands above the article that counts with it."""
    row = by_id(full(), f"v-{voice_record()['attributions'][0]['id']}")
    words = squeezed(row.text)
    assert "through Harbour WireOstrand Gazette" in words
    assert "2 origins, 2 articles, 2 wordings" in words


def test_another_speaker_of_a_printing_is_named() -> None:
    """Where two printings attribute the same words to two people, the row says both."""
    record = voice_record()
    farrant = record["entities"][2]
    record["attributions"][7] |= {"speaker": farrant["id"], "speaker_name": farrant["name"]}
    page = PageReader(render_page(record, text="full"))
    row = by_id(page, f"v-{record['attributions'][0]['id']}")
    assert "another printing has Odo Farrant" in squeezed(row.text)


def test_every_voice_has_a_strip_with_a_tick_a_statement() -> None:
    """Ticks are counted per voice; one through another medium alone is hollow."""
    record = voice_record()
    record["attributions"][9]["through"] = "Harbour Wire"
    page = PageReader(render_page(record, text="full"))
    holm = voice_of(page, "Petra Holm")
    drawn = [e for e in within(page, holm) if e.tag == "rect" and "width" in e.attributes]
    ticks = [e for e in drawn if e.attributes.get("height") in ("10", "11")]
    assert [("th" in e.classes) for e in ticks] == [False, False, True]


@pytest.mark.parametrize("text", ["none", "excerpts", "full"])
def test_links_and_ids_hold_in_all_modes(text: Any) -> None:
    """Unique ids, and every fragment has its target."""
    page = PageReader(render_page(voice_record(), text=text))
    assert len(page.ids) == len(set(page.ids))
    fragments = {(e.attributes.get("href") or "")[1:] for e in page.all("a")}
    assert {f for f in fragments if f} <= set(page.ids)


def test_without_text_no_word_of_an_utterance_is_there() -> None:
    """`none` keeps names, days and kinds, and no words of a source or of what was said."""
    html = render_page(voice_record(), text="none")
    for words in (
        "need another study",
        "second winter",
        "senior harbour",
        "asked not",
        "on Tuesday",
    ):
        assert words not in html
    assert "Petra Holm" in html
    assert "words left out" in html


def test_excerpts_hold_what_the_copies_hold() -> None:
    """Words of the section are words of the annotated copies: one choice for the page."""
    record = voice_record()
    page = PageReader(render_page(record, text="excerpts"))
    copies = " ".join(page.article_text(f"a-{a['id']}") for a in record["articles"])
    for summary in page.all("summary", "words"):
        for part in re.split(r"…|words left out", summary.text):
            assert squeezed(part) in squeezed(copies)


@pytest.mark.parametrize("text", ["none", "excerpts", "full"])
def test_hostile_voices_are_only_words(text: Any) -> None:
    """No name, reason, medium or word reaches the browser as markup."""
    article = make_article([("lede", f"{HOSTILE} said {HOSTILE[:9]} on Tuesday.\n")], name="h.txt")
    entity = make_entity(HOSTILE, [article], type="person", id=HOSTILE)
    entity["why"] = [{"left": HOSTILE, "right": HOSTILE, "why": HOSTILE}]
    entity["unsure"] = [{"entity": HOSTILE, "why": HOSTILE}]
    one = make_attribution(article, HOSTILE[:20], source=HOSTILE[:5], cue="said")
    one |= dict.fromkeys(("id", "speaker", "speaker_name", "through", "why"), HOSTILE)
    one |= {"speaker_why": HOSTILE, "organisation_name": HOSTILE, "stance": HOSTILE}
    record = make_record(
        [article], attributions=[one], entities=[entity], variants=[make_variant([one])]
    )
    html = render_page(record, text=text)
    assert "<img" not in html
    page = PageReader(html)
    assert len(page.ids) == len(set(page.ids))


def test_not_looked_for_differs_from_none_said() -> None:
    """Null says that nobody looked, an empty list that nothing was found."""
    unsought = PageReader(render_page(make_record([lantern()])))
    assert "not looked for" in section(unsought).text
    sought = make_record([lantern()], attributions=[], entities=[], variants=[])
    assert "none found" in section(PageReader(render_page(sought))).text


def crowd(number: int) -> dict[str, Any]:
    """A record in which each of many articles has one statement by one of ten people."""
    articles = [ferry_article(n) for n in range(number)]
    people = [make_entity(f"Person {letter}", []) for letter in "ABCDEFGHIJ"]
    attributions = []
    for n, article in enumerate(articles):
        person = people[n % 10]
        attributions.append(
            make_attribution(
                article,
                "We want a boat by summer,",
                source="Petra Holm",
                cue="said",
                speaker=person["id"],
                speaker_name=person["name"],
            )
        )
    return make_record(articles, attributions=attributions, entities=people, variants=[])


def test_a_large_pile_shows_some_and_counts_the_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """At most so many statements stand on the page; the section says how many more there are."""
    monkeypatch.setattr("onrecord.web.statements.MOST", MOST)
    record = crowd(MOST + 30)
    page = PageReader(render_page(record, text="none"))
    rows = [e for e in page.all("li", "row") if (e.attributes.get("id") or "").startswith("v-")]
    assert len(rows) == MOST
    words = squeezed(section(page).text)
    assert f"{MOST + 30} statements, each once" in words
    assert f"shown are the {MOST} of most origins" in words
    assert "30 more: onrecord quotes FILE" in words
    assert "onrecord quotes FILE --by 'Person A'" in words


def test_long_printings_count_against_the_room_of_the_section(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Statements that would take more than their share of the page are counted, not drawn."""
    monkeypatch.setattr("onrecord.web.statements._MOST_BYTES", 100_000)
    record = crowd(MOST)
    words = squeezed(section(PageReader(render_page(record, text="full"))).text)
    more = re.search(r"shown are the (\d+) of most origins, quoted ones first · (\d+) more", words)
    assert more
    assert 20 < int(more[1]) < 50
    assert int(more[1]) + int(more[2]) == MOST


@pytest.mark.parametrize(("length", "statements"), [(2, 2), (250, 1)])
def test_a_chain_of_variants_is_not_one_utterance(length: int, statements: int) -> None:
    """What hangs together through too many others is not shown as one; one variant always is."""
    record = crowd(250)
    record["variants"] = [
        make_variant(record["attributions"][n : n + length]) for n in range(251 - length)
    ]
    words = squeezed(section(PageReader(render_page(record, text="none"))).text)
    assert (
        squeezed(f"{statements} {'statement' if statements == 1 else 'statements'}, each once")
        in words
    )


def test_a_variant_around_itself_does_not_hang_the_page() -> None:
    """Attributions that claim to lie within each other are shown as they are."""
    record = voice_record()
    one, two = record["attributions"][2:4]
    one["within"], two["within"] = two["id"], one["id"]
    page = PageReader(render_page(record, text="full"))
    assert f"v-{one['id']}" in page.ids
    assert f"v-{two['id']}" in page.ids


def test_what_may_be_the_same_is_said_and_asked() -> None:
    """A pair that the machine is unsure of links both rows, and waits among the open points."""
    record = voice_record()
    pair = record["attributions"][4], record["attributions"][9]
    record["unsure_variants"] = [
        {"left": pair[0]["id"], "right": pair[1]["id"], "why": "test-near", "settles": 2}
    ]
    page = PageReader(render_page(record, text="full"))
    for one, other in (pair, pair[::-1]):
        row = by_id(page, f"v-{one['id']}")
        assert "unsure: perhaps the same as" in squeezed(row.text)
        assert "test-near" in row.text
        assert f"#v-{other['id']}" in [e.attributes.get("href") for e in page.all("a")]
    opened = next(e for e in page.all("details", "op") if "wordings" in e.text)
    lines = [e.text for e in page.all("code") if e.text in opened.text]
    assert [line.split()[3] for line in lines] == ["same", "different"]
    assert "the council had lied" in squeezed(opened.text)
    assert "the winter was long" in squeezed(opened.text)
