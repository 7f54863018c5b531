"""The timeline on the page: rows, evidence, states, what a person decided, and bounds."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from page_reader import Element, PageReader
from page_records import (
    evidence,
    ferry_article,
    make_article,
    make_entry,
    make_record,
    make_support,
    make_time,
)

from onrecord.web.entries import MOST
from onrecord.web.page import render_page
from onrecord.web.quotes import LONGEST

HOSTILE = "\"'><img src=x onerror=alert(1)></details></style>{{7*7}}"


def storm() -> dict[str, Any]:
    """A report of a storm, with a weekday, a plan and a source."""
    lines = [
        ("headline", "Storm breaks the landing stage\n\n"),
        (
            "lede",
            "A storm broke the landing stage at Ostrand on Tuesday, the harbour office said. "
            "No boat has come since.\n\n",
        ),
        (
            "body",
            "The council will meet on Friday to hear what a new stage costs. "
            "In late 2029 it had put off the repair. Nobody was hurt.\n",
        ),
    ]
    return make_article(lines, name="storm.txt", day="2031-02-05", outlet="Ostrand Gazette")


def echo(name: str = "echo.txt", outlet: str | None = "Harbour Wire") -> dict[str, Any]:
    """A later report that prints a sentence of the storm's again, and the meeting."""
    lines = [
        ("headline", "Council counts the cost\n"),
        ("lede", "The council of Ostrand met on Friday and named no sum.\n"),
        ("body", "No boat has come since. Bakers store flour.\n"),
    ]
    return make_article(lines, name=name, day="2031-02-08", outlet=outlet)


def storm_record(**given: Any) -> dict[str, Any]:
    """Three entries from two articles."""
    first, second = storm(), echo()
    told = make_support(first, "A storm broke", time="on Tuesday", source="the harbour office")
    again = make_support(second, "No boat has come")
    same = make_support(first, "No boat has come")
    plan = make_support(first, "The council will meet", time="on Friday", status="scheduled")
    old = make_support(first, "In late 2029", time="late 2029")
    timeline = [
        make_entry([old], "2029-09-01", "2029-12-31", value="2029", part="late", weight=0.1),
        make_entry([told, same, again], "2031-02-04", weight=0.9, why="same-day, shared-words: 4"),
        make_entry([plan], "2031-02-07", status="scheduled", weight=0.3, later_report_sought=True),
    ]
    times = [make_time(first, "on Tuesday", "2031-02-04"), make_time(first, "on Friday")]
    return make_record([first, second], **({"timeline": timeline, "times": times} | given))


def entry_rows(page: PageReader) -> list[Element]:
    """The rows of the timeline."""
    return [e for e in page.all("li", "row") if (e.attributes.get("id") or "").startswith("t-")]


def squeezed(text: str) -> str:
    """Words with single plain spaces."""
    return " ".join(text.split())


def test_a_row_has_when_words_and_who_says_so() -> None:
    """Computed date, printed expression, sentence, count, source and who is quoted for it."""
    row = entry_rows(PageReader(render_page(storm_record(), text="full")))[1]
    words = squeezed(row.text)
    assert words.startswith("4 Feb 2031on Tuesday")
    assert (
        "A storm broke the landing stage at Ostrand on Tuesday, the harbour office said." in words
    )
    assert "2 origins, 2 articles" in words
    assert "said by the harbour office" in words
    assert "Ostrand Gazette 5 Feb 31" in words


def test_evidence_opens_in_place() -> None:
    """Each sentence comes with its marked words, source, role, characters and chain."""
    record = storm_record()
    page = PageReader(render_page(record, text="full"))
    row = entry_rows(page)[1]
    support = record["timeline"][1]["support"][0]
    words = squeezed(row.text)
    assert f"lede characters {support['start']}–{support['end']}" in words
    assert "on Tuesday · weekday · published 5 Feb 2031 → Tue 4 Feb 2031" in words
    assert "one entry: same-day, shared-words: 4" in words
    marks = [mark.text for mark in page.all("mark")]
    assert "on Tuesday" in marks
    assert "No boat has come since." in marks
    cites = [e.attributes["data-cite"] for e in page.all("div", "foot")]
    place = f"characters {support['start']}–{support['end']}"
    assert f"Ostrand Gazette · storm.txt · published 5 Feb 2031 (own-text) · {place}" in cites


def test_equal_sentences_are_shown_once_with_all_their_sources() -> None:
    """The same words in two articles are one quotation with two feet."""
    page = PageReader(render_page(storm_record(), text="full"))
    row = entry_rows(page)[1]
    assert row.text.count("No boat has come since.") == 1
    assert row.text.count("characters") == 3


def test_copies_of_the_quoted_sentence_are_named_not_repeated() -> None:
    """Where another article prints the quoted sentence, only its place is given."""
    one, two = storm(), echo()
    supports = [make_support(a, "No boat has come") for a in (one, two)]
    record = make_record([one, two], timeline=[make_entry(supports, "2031-02-04")])
    row = entry_rows(PageReader(render_page(record, text="full")))[0]
    assert row.text.count("No boat has come since.") == 1
    assert "the same words" in row.text
    assert row.text.count("characters") == 2


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"status": "scheduled", "later_report_sought": True}, "later report: none found"),
        ({"status": "scheduled"}, "reported as scheduled"),
        ({"status": "anticipated"}, "reported as anticipated"),
        ({"status": "cancelled"}, "reported as cancelled"),
        ({"status": "denied"}, "reported as denied"),
        ({"status": "ongoing"}, "reported as ongoing"),
    ],
)
def test_how_an_event_stands_is_a_word(given: dict[str, Any], said: str) -> None:
    """A status other than happened is said, and whether a later report was found."""
    article = storm()
    entry = make_entry([make_support(article, "The council will")], "2031-02-07", **given)
    page = PageReader(render_page(make_record([article], timeline=[entry])))
    assert said in squeezed(entry_rows(page)[0].text)


def test_a_later_report_is_linked_and_quoted() -> None:
    """A scheduled event whose report was found leads to that report."""
    one, two = storm(), echo()
    met = make_support(two, "The council of Ostrand met")
    later = {key: met[key] for key in ("article", "start", "end", "text")}
    plan = make_support(one, "The council will meet", time="on Friday", status="scheduled")
    entry = make_entry([plan], "2031-02-07", status="scheduled", later_report=later)
    page = PageReader(render_page(make_record([one, two], timeline=[entry]), text="full"))
    row = squeezed(entry_rows(page)[0].text)
    assert "later report: Harbour Wire 8 Feb 31" in row
    assert "The council of Ostrand met on Friday and named no sum." in row
    assert "none found" not in row


def test_a_decided_date_in_a_chain_is_a_persons() -> None:
    """What counts from a date that a person decided carries the pencil."""
    record = storm_record()
    record["articles"][0]["published"]["basis"] = "decided"
    page = PageReader(render_page(record, text="full"))
    hands = [squeezed(e.text) for e in page.all("span", "hand")]
    assert "published 5 Feb 2031" in hands


def test_not_looked_for_differs_from_none_found() -> None:
    """Null says that nobody looked, an empty list that nothing was found."""
    articles = [storm()]
    sought = PageReader(render_page(make_record(articles, timeline=[])))
    unsought = PageReader(render_page(make_record(articles)))
    states = {}
    for name, page in (("sought", sought), ("unsought", unsought)):
        section = next(e for e in page.all("section") if e.attributes.get("id") == "timeline")
        states[name] = section.text
        link = next(e for e in page.all("a") if e.attributes.get("href") == "#timeline")
        states[f"{name} link"] = squeezed(link.text)
    assert "none found" in states["sought"]
    assert "not looked for" in states["unsought"]
    assert states["sought link"] == "Timeline 0"
    assert states["unsought link"] == "Timeline"


def test_what_a_person_decided_is_marked() -> None:
    """A kept entry and a note carry the pencil; hidden ones are left out and counted."""
    record = storm_record()
    record["timeline"][0] |= {"hidden": True}
    record["timeline"][1] |= {"kept": True, "note": "ask <the> harbour office"}
    page = PageReader(render_page(record, text="full"))
    assert len(entry_rows(page)) == 2
    hands = [squeezed(e.text) for e in page.all("span", "hand")]
    assert {"kept", "ask <the> harbour office", "hidden: 1"} <= set(hands)
    assert "late 2029" not in page.all("main")[0].text.split("Articles")[0]


def many(number: int, **given: Any) -> dict[str, Any]:
    """A record with as many entries, a day apart, their weights in no order of time."""
    articles = [ferry_article(n) for n in range(5)]
    entries = []
    for n in range(number):
        article = articles[n % 5]
        day = (date(2031, 1, 1) + timedelta(days=n)).isoformat()
        support = make_support(article, "The council of")
        entries.append(make_entry([support], day, weight=n * 7919 % number / number, **given))
    return make_record(articles, timeline=entries)


def test_a_long_timeline_shows_the_weightiest_in_order_of_time() -> None:
    """At most 300 entries, all that a person keeps among them; the others are counted."""
    record = many(MOST + 50)
    lightest = min(record["timeline"], key=lambda entry: entry["weight"])
    lightest["kept"] = True
    page = PageReader(render_page(record))
    rows = [e.attributes["id"] for e in entry_rows(page)]
    assert len(rows) == MOST + 1
    assert f"t-{lightest['id']}" in rows
    heaviest = sorted(record["timeline"], key=lambda e: -e["weight"])[:MOST]
    assert {f"t-{e['id']}" for e in heaviest} <= set(rows)
    in_time = [f"t-{e['id']}" for e in record["timeline"]]
    assert rows == [key for key in in_time if key in set(rows)]
    state = f"the {MOST + 1} weightiest are shown · 49 more: onrecord timeline FILE"
    assert state in squeezed(page.all("main")[0].text)


def test_sizes_follow_weight_and_equal_weights_are_equal() -> None:
    """At most a fifth is large; entries of one weight have one size."""
    page = PageReader(render_page(many(50)))
    sizes = [next(iter(e.classes & {"major", "normal", "minor"})) for e in entry_rows(page)]
    assert 0 < sizes.count("major") <= 10
    assert sizes.count("minor") > 0
    even = many(50)
    for entry in even["timeline"]:
        entry["weight"] = 0.4
    page = PageReader(render_page(even))
    assert not [e for e in entry_rows(page) if {"major", "minor"} & e.classes]


def test_years_with_few_entries_stand_together() -> None:
    """Single entries of old years share a heading; a full year has its own; undated come last."""
    article = storm()
    support = make_support(article, "A storm broke")
    days = ["2003-01-01", "2011-12-01", "2014-05-05", *(f"2031-02-0{n}" for n in range(1, 6))]
    entries = [make_entry([support], day) for day in days]
    entries.append(make_entry([support], None))
    page = PageReader(render_page(make_record([article], timeline=entries)))
    heads = [squeezed(e.text) for e in page.all("h3", "yr")]
    assert heads[:3] == ["2003–2014 3", "2031 5", "date unknown 1"]


@pytest.mark.parametrize(
    ("first", "last", "given", "words"),
    [
        ("2019-10-01", "2020-07-31", {}, "1 Oct 2019 – 31 Jul 2020"),
        ("2017-09-01", "2017-12-31", {"value": "2017", "part": "late"}, "late 2017"),
        (None, "2031-03-03", {"value": None}, "until 3 Mar 2031"),
        ("2031-03-03", None, {"value": None}, "from 3 Mar 2031"),
        (None, None, {"value": None}, "date unknown"),
        ("2031-04-01", "2031-04-30", {"value": "2031-04"}, "Apr 2031"),
    ],
)
def test_what_is_not_known_to_the_day_says_so(
    first: str | None, last: str | None, given: dict[str, Any], words: str
) -> None:
    """An interval, a part of a year and an open side are shown as such, never as a day."""
    article = storm()
    entry = make_entry([make_support(article, "A storm")], first, last, **given)
    page = PageReader(render_page(make_record([article], timeline=[entry])))
    when = [squeezed(e.text) for e in page.all("div", "when")]
    assert when[0] == words
    iso = [e.attributes.get("datetime") for e in page.all("time")]
    assert "2017-12-31" not in iso


@pytest.mark.parametrize("text", ["none", "excerpts", "full"])
def test_hostile_entries_are_only_words(text: Any) -> None:
    """No string of an entry reaches the browser as markup."""
    article = make_article([("lede", HOSTILE + " on Tuesday.\n")], name="h.txt", label=HOSTILE)
    support = make_support(article, HOSTILE[:5], time="on Tuesday", source=HOSTILE[:9])
    entry = make_entry(
        [support], "2031-02-04", id=HOSTILE, why=HOSTILE, note=HOSTILE, kept=True, status=HOSTILE
    )
    time = make_time(article, "on Tuesday", rule=HOSTILE)
    html = render_page(make_record([article], timeline=[entry], times=[time]), text=text)
    assert "<img" not in html
    page = PageReader(html)
    assert len(page.ids) == len(set(page.ids))
    assert entry_rows(page)[0].attributes["id"] == "t-n-0"


def test_words_of_other_scripts_keep_their_direction() -> None:
    """The sentence and its evidence carry the article's language and take its direction."""
    lines = [("lede", "توقفت العبارة يوم الثلاثاء. لم يذكر المدير سببا آخر.\n")]
    article = make_article(lines, name="ar.txt", language="ar")
    supports = [make_support(article, "توقفت", time="يوم الثلاثاء"), make_support(article, "لم")]
    entry = make_entry(supports, "2031-04-01")
    page = PageReader(render_page(make_record([article], timeline=[entry]), text="full"))
    for element in (page.all("summary", "words")[0], page.all("p", "q")[0]):
        assert element.attributes["dir"] == "auto"
        assert element.attributes["lang"] == "ar"
    assert page.all("mark")[0].text == "يوم الثلاثاء"


def test_a_sentence_without_end_does_not_fill_the_page() -> None:
    """Where no sentence ends, a quotation does."""
    article = make_article([("lede", "the ferry and " * 40_000 + "\n")], name="long.txt")
    entries = [
        make_entry([make_support(article, "the ferry")], f"2031-03-{n:02}") for n in range(1, 29)
    ]
    record = make_record([article], timeline=entries)
    for text in ("none", "excerpts", "full"):
        html = render_page(record, text=text)  # type: ignore[arg-type]
        summaries = PageReader(html).all("summary", "words")
        assert all(len(e.text) <= LONGEST + 2 for e in summaries)


@pytest.mark.parametrize("text", ["none", "excerpts", "full"])
@pytest.mark.parametrize("size_limit", [20_000_000, 30_000])
def test_every_fragment_has_its_target(text: Any, size_limit: int) -> None:
    """Ids are unique and every link within the page arrives, also when copies are left out."""
    page = PageReader(render_page(storm_record(), text=text, size_limit=size_limit))
    assert len(page.ids) == len(set(page.ids))
    fragments = {
        href[1:] for e in page.elements if (href := e.attributes.get("href") or "").startswith("#")
    }
    assert fragments <= set(page.ids)
    assert len(entry_rows(page)) == 3


def test_a_source_tag_leads_to_the_sentence() -> None:
    """The tag of a support is a link to its sentence in the annotated copy."""
    record = storm_record()
    page = PageReader(render_page(record, text="full"))
    for entry in record["timeline"]:
        for support in entry["support"]:
            assert f"#a-{support['article']}-{support['start']}" in {
                e.attributes.get("href") for e in page.all("a", "src")
            }


def test_the_annotated_copy_shows_dates_and_entries() -> None:
    """A date is underlined and computed in the margin; a sentence of the timeline leads there."""
    record = storm_record()
    page = PageReader(render_page(record, text="full"))
    assert "on Tuesday" in [e.text for e in page.all("span", "date")]
    notes = " ".join(squeezed(e.text) for e in page.all("div", "m"))
    assert "on Tuesday → Tue 4 Feb 2031 weekday" in notes
    assert "on Friday → date unknown" in notes
    assert "in the timeline: 4 Feb 2031" in notes
    (link,) = [
        e for e in page.all("a", "tl") if e.attributes["aria-label"] == "in the timeline: late 2029"
    ]
    assert link.attributes["href"] == f"#t-{record['timeline'][0]['id']}"
    assert link.text == ""


def test_every_character_of_a_copy_is_still_there() -> None:
    """Marks of the timeline and of dates add and lose no character of the kept text."""
    record = storm_record()
    page = PageReader(render_page(record, text="full"))
    for article in record["articles"]:
        assert page.article_text(f"a-{article['id']}") == article["text"]


def test_one_origin_is_one_filled_pip() -> None:
    """Articles of one agency count once: the first is filled, the next hollow."""
    one, two = storm(), echo()
    one["agency"] = two["agency"] = "HW"
    supports = [make_support(a, "No boat has come") for a in (one, two)]
    entry = make_entry(supports, "2031-02-04", origins=1)
    page = PageReader(render_page(make_record([one, two], timeline=[entry])))
    pips = [next(iter(e.classes)) for e in page.all("li") if e.classes in ({"o"}, {"c"})]
    assert pips == ["o", "c"]
    entry["origins"] = 2
    page = PageReader(render_page(make_record([one, two], timeline=[entry])))
    assert not [e for e in page.all("li") if e.classes in ({"o"}, {"c"})]


def test_scheduled_events_without_a_report_are_open_points() -> None:
    """They are counted before the timeline, each with a link to its entry and a line to type."""
    record = storm_record()
    page = PageReader(render_page(record, text="full"))
    section = next(e for e in page.all("section") if e.attributes.get("id") == "open")
    start = record["timeline"][2]["sentence"]["start"]
    assert "1 later report: none found" in squeezed(section.text)
    assert "The council will meet on Friday to hear what a new stage costs." in section.text
    assert f"onrecord decide FILE note storm.txt:{start} NOTE" in section.text
    assert page.ids.index("open") < page.ids.index("timeline")
    hrefs = [e.attributes.get("href") for e in page.all("a")]
    assert hrefs.count(f"#t-{record['timeline'][2]['id']}") >= 2


def test_without_words_a_row_has_its_computed_parts() -> None:
    """`none` keeps date, status, count and sources, and no printed word beyond fields."""
    record = storm_record()
    html = render_page(record, text="none")
    row = squeezed(entry_rows(PageReader(html))[1].text)
    assert row.startswith("4 Feb 2031")
    assert "words left out" in row
    assert "weekday · published 5 Feb 2031 → Tue 4 Feb 2031" in row
    for words in ("on Tuesday", "the harbour office", "No boat has come"):
        assert words not in html
    assert evidence(record["articles"][0], "Storm breaks")["text"] in html


def test_each_mark_of_the_page_can_be_named() -> None:
    """Links without words have a label, groups are labelled, and headings go down by one."""
    page = PageReader(render_page(storm_record(), text="full"))
    for link in page.all("a"):
        assert link.text.strip() or link.attributes.get("aria-label")
    for drawing in page.all("svg"):
        if "aria-hidden" not in drawing.attributes and drawing.attributes.get("width") == "100%":
            assert drawing.attributes.get("aria-label")
    levels = [int(e.tag[1]) for e in page.elements if re.fullmatch("h[1-6]", e.tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_possible_weekdays_are_named_and_evidence_of_others_is_theirs() -> None:
    """A date within days of one weekday says so; words of another article are not its own."""
    one, two = storm(), echo()
    one["published"] |= {
        "first": "2031-02-05",
        "last": "2031-03-05",
        "weekdays": [3],
        "basis": "other-articles",
        "evidence": [evidence(two, "met on Friday")],
    }
    page = PageReader(render_page(make_record([one, two], timeline=[]), text="full"))
    facts = [squeezed(e.text) for e in page.all("div", "s")]
    assert any(f.startswith("5 Wednesdays, 5 Feb – 5 Mar 2031") for f in facts)
    assert "met on Friday" not in [e.text for e in page.all("span", "ex")]
    assert any("met on Friday Harbour Wire 8 Feb 31" in f for f in facts)


def test_evidence_of_a_date_counts_among_the_excerpts() -> None:
    """Words that an excerpt page has no room for are not repeated as evidence of a date."""
    article = storm()
    record = make_record([article], timeline=[])
    lede = "No boat has come since."
    late = "In late 2029 it had put off the repair. Nobody was hurt."
    article["published"]["evidence"] = [evidence(article, late), evidence(article, lede)]
    assert late in squeezed(render_page(record, text="full"))
    assert late not in squeezed(render_page(record))
