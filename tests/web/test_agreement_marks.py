"""Pips and marks of agreement: which articles count as one origin, at entries, words, figures."""

from __future__ import annotations

from typing import Any

from figure_records import make_figure, make_series
from origin_records import lamp_record, told
from page_reader import Element, PageReader
from page_records import ferry_article, make_entry, make_record, make_support
from voice_records import make_attribution, make_variant

from onrecord.web.page import render_page

WORDS = "No vessel has crossed the sound since the winter storms"


def squeezed(text: str) -> str:
    """Words with single plain spaces."""
    return " ".join(text.split())


def by_id(page: PageReader, key: str) -> Element:
    """The element with an id."""
    return next(e for e in page.elements if e.attributes.get("id") == key)


def pips(page: PageReader, key: str) -> list[tuple[str, str]]:
    """The sources listed in a row: pip and words."""
    start = page.elements.index(by_id(page, key))
    found = []
    for element in page.elements[start + 1 :]:
        if "f" in element.classes:
            break
        if element.tag == "li":
            found.append(("".join(sorted(element.classes & {"o", "c"})), squeezed(element.text)))
    return found


def page_of(record: dict[str, Any]) -> PageReader:
    """The page of a record with all words."""
    return PageReader(render_page(record, text="full"))


def test_an_entry_lists_its_articles_by_origin_with_the_marks() -> None:
    """A square for each origin, a hollow one for what counts with it, the marks in words."""
    record = lamp_record()
    page = page_of(record)
    key = f"t-{record['timeline'][0]['id']}"
    assert pips(page, key) == [
        ("o", "wire 4 Mar 31 · HW"),
        ("c", "Marrowby Lantern 4 Mar 31"),
        ("c", "Ostrand Gazette 9 Mar 31"),
    ]
    words = squeezed(by_id(page, key).text)
    assert "single origin" in words
    assert "unnamed" in words
    other = squeezed(by_id(page, f"t-{record['timeline'][1]['id']}").text)
    assert "possibly one briefing" in other
    assert "single origin" not in other


def test_one_article_alone_has_its_pip_and_no_words() -> None:
    """That one article has one origin needs no mark; that its source is unnamed does."""
    article = ferry_article(1)
    agreement = told([("Ostrand Gazette", [article])], "single-origin", "unnamed-only")
    entry = make_entry([make_support(article, WORDS)], "2031-02-03", agreement=agreement)
    words = squeezed(
        by_id(page_of(make_record([article], timeline=[entry])), f"t-{entry['id']}").text
    )
    assert "single origin" not in words
    assert "unnamed" in words


def test_circular_reports_are_marked() -> None:
    """Two articles that cite each other are one origin and say why."""
    one, two = ferry_article(1), ferry_article(2)
    agreement = told([("Ostrand Gazette", [one, two])], "single-origin", "circular")
    supports = [make_support(a, WORDS) for a in (one, two)]
    entry = make_entry(supports, "2031-02-03", agreement=agreement, origins=1)
    page = page_of(make_record([one, two], timeline=[entry]))
    assert "circular" in squeezed(by_id(page, f"t-{entry['id']}").text)


def test_without_agreement_articles_of_one_medium_count_once() -> None:
    """A record of the first schema is counted by its groups of copies."""
    one, two = ferry_article(2), ferry_article(7, name="b.txt")
    assert one["outlet"] == two["outlet"]
    entry = make_entry([make_support(a, WORDS) for a in (one, two)], "2031-02-03", origins=1)
    page = page_of(make_record([one, two], timeline=[entry]))
    assert [pip for pip, _ in pips(page, f"t-{entry['id']}")] == ["o", "c"]


def test_a_statement_is_counted_with_other_words_that_tell_it() -> None:
    """A statement's agreement names articles that tell it in words of their own, too."""
    one, two, three = ferry_article(0), ferry_article(1), ferry_article(2)
    words = "We want a boat by summer,"
    said = [
        make_attribution(a, words, source="Petra Holm", cue="said", speaker_name="Petra Holm")
        for a in (one, two)
    ]
    other = make_attribution(
        three,
        "who keeps the inn",
        source="Petra Holm",
        kind="indirect",
        speaker_name="Petra Holm",
    )
    agreement = told([("Ostrand Gazette", [one, two]), ("Harbour Wire", [three])])
    record = make_record(
        [one, two, three],
        attributions=[*said, other],
        variants=[make_variant(said, agreement=told([("Ostrand Gazette", [one, two])]))],
        statements=[
            {
                "id": "s",
                "attributions": [s["id"] for s in (*said, other)],
                "why": [],
                "agreement": agreement,
            }
        ],
        entities=[],
    )
    page = page_of(record)
    key = f"v-{said[0]['id']}"
    assert "2 origins, 3 articles" in squeezed(by_id(page, key).text)
    assert [pip for pip, _ in pips(page, key)][:3] == ["o", "c", "o"]


def test_a_number_says_once_how_many_origins_read_it() -> None:
    """Rows of one reading are told their origins on the first; each row keeps its own pips."""
    one, two, three = ferry_article(0), ferry_article(1), ferry_article(2)
    figures = [
        make_figure(a, "eleven guests", "eleven", 11, counted="guests") for a in (one, two, three)
    ]
    figures[2] |= {"start": three["text"].index("two hours"), "number": None}
    figures[2] |= {"end": figures[2]["start"] + 9, "number": [figures[2]["start"]] * 2}
    agreement = told([("HW", [one, two]), ("Farrow", [three])], "possibly-one-briefing")
    series = make_series(
        "guests",
        figures,
        readings=[{"figures": [f["id"] for f in figures], "agreement": agreement}],
    )
    page = page_of(make_record([one, two, three], figures=figures, series=[series], differences=[]))
    text = squeezed(
        next(e for e in page.all("section") if e.attributes.get("id") == "figures").text
    )
    assert text.count("2 origins, 3 articles") == 1
    assert text.count("possibly one briefing") == 1
