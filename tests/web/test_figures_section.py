"""Figures on the page: a chart and a table a series, what differs, what was not joined."""

from __future__ import annotations

import re
from typing import Any

import pytest
from figure_records import figure_record, make_difference, make_figure, make_series, slide, watch
from page_reader import Element, PageReader
from page_records import ferry_article, make_article, make_record

from onrecord.web.index import TextMode
from onrecord.web.page import render_page

HOSTILE = "\"'><img src=x onerror=alert(1)></details></style>{{7*7}}"


def squeezed(text: str) -> str:
    """Words with single plain spaces."""
    return " ".join(text.split())


def section(page: PageReader, key: str = "figures") -> Element:
    """A section of the page."""
    return next(e for e in page.all("section") if e.attributes.get("id") == key)


def by_id(page: PageReader, key: str) -> Element:
    """The element with an id."""
    return next(e for e in page.elements if e.attributes.get("id") == key)


def full(**given: Any) -> PageReader:
    """The page of the small story with all words."""
    return PageReader(render_page(figure_record(**given), text="full"))


def charts(page: PageReader, kind: str = "full") -> list[Element]:
    """The charts of one size, in order."""
    return [e for e in page.all("svg", "ch") if kind in e.classes]


def test_the_three_states_differ() -> None:
    """Not looked for, none found and shown are told apart."""
    article = ferry_article(0)
    unknown = PageReader(render_page(make_record([article])))
    assert "not looked for" in section(unknown).text
    none = make_record([article], figures=[], series=[], differences=[])
    assert "none found" in section(PageReader(render_page(none))).text
    shown = squeezed(section(full()).text)
    assert "17 figures · 7 series, 2 of several reports · 1 conflict" in shown
    assert "1 in no series" in shown


def test_each_charted_series_is_a_labelled_group_with_its_table_after_it() -> None:
    """The chart says the same in words, a caption names the table, headings name the group."""
    page = full()
    groups = page.all("div", "ser")
    assert len(groups) == 3
    for group in groups:
        assert group.attributes["role"] == "group"
        assert by_id(page, str(group.attributes["aria-labelledby"])).text.strip()
    for chart in charts(page):
        assert chart.attributes["role"] == "group"
        assert chart.attributes["aria-label"]
        after = page.elements[page.elements.index(chart) :]
        assert any(e.tag == "table" for e in after)
    assert all(table.text.strip() for table in page.all("caption"))
    scopes = {e.attributes.get("scope") for e in page.all("th")}
    assert scopes <= {"col", "row"}


def test_every_mark_is_a_link_to_a_row_of_its_sentence() -> None:
    """Each fragment of a chart stands on the page once, and each figure of a series has a row."""
    record = figure_record()
    page = PageReader(render_page(record, text="full"))
    ids = page.ids
    assert len(ids) == len(set(ids))
    start = page.elements.index(section(page))
    links = [
        e.attributes["href"] or ""
        for e in page.elements[start:]
        if e.tag == "a" and (e.attributes.get("href") or "").startswith("#f-")
    ]
    assert links
    assert {link[1:] for link in links} <= set(ids)
    for series in record["series"]:
        assert {f"f-{point}" for point in series["points"]} <= set(ids)
        assert f"s-{series['id']}" in ids


def test_a_row_has_the_words_with_the_number_marked_its_reading_and_its_source() -> None:
    """Printed, as-of, read as and reported by, and in the evidence how it was read."""
    record = figure_record()
    page = PageReader(render_page(record, text="full"))
    row = by_id(page, f"f-{record['series'][0]['points'][0]}")
    words = squeezed(row.text)
    assert words.startswith("3 Feb 2031publication")
    assert "Some 5,200 keepers are on the sound." in words
    assert "about 5,200" in words
    assert "The Marrowby Lantern 3 Feb 31" in words
    assert "test-number: 5,200 → about 5,200, level, asserted" in words
    marked = [e.text for e in page.all("mark")]
    assert "Some 5,200 keepers" in marked


def test_a_level_that_a_source_says_held_is_told_so() -> None:
    """`held` in the reading, the expression under the days, and a solid line in the chart."""
    record = figure_record()
    page = PageReader(render_page(record, text="full"))
    row = by_id(page, f"f-{record['series'][0]['points'][5]}")
    assert "about 2,500, held" in squeezed(row.text)
    assert "since late last year" in squeezed(row.text)
    assert page.all("rect", "hr")


def test_the_title_has_printed_words_scope_and_what_was_computed() -> None:
    """Printed words apart from kind, outcome, period, last value and range."""
    page = full()
    titles = [e.text for e in page.all("span", "lb")]
    assert "keepers · the sound" in [squeezed(t) for t in titles]
    told = [squeezed(e.text) for e in page.all("p", "told")]
    assert any(t.startswith("level · last about 2,500 as of 25 Mar 2032 · range") for t in told)
    assert any(
        "count, killed over 8 Oct 2031 · last 126 reported 10 Oct 2031 · range 24–126" in t
        for t in told
    )
    assert any("5 reports in 5 articles · 1 conflict" in t for t in told)


def test_a_toll_goes_by_the_days_of_its_reports() -> None:
    """Its axis and its table have the days of publication, which the page says."""
    page = full()
    chart = next(c for c in charts(page) if "people" in str(c.attributes["aria-label"]))
    label = str(chart.attributes["aria-label"])
    assert "at least 24 on 8 Oct 2031" in label
    assert "126 on 10 Oct 2031" in label
    assert "by the day of the report" in section(page).text


def test_differences_stand_in_their_series_conflicts_first() -> None:
    """Reason, ground and both sides; only a conflict has the border; the course of time folds."""
    page = full()
    chips = [e for e in page.all("span", "chip") if "conflict" in e.classes]
    # Once in its series, once in the section of differences.
    assert [e.text for e in chips] == ["conflict", "conflict"]
    pairs = page.all("li", "df")
    conflict = next(squeezed(p.text) for p in pairs if "conflict" in p.text)
    assert conflict.index("at least 24 people") < conflict.index("31 people")
    assert "both-cannot-hold: test" in conflict
    signs = [e.attributes["aria-label"] for e in page.all("svg", "sg")]
    assert set(signs) == {"differs", "rounds to the same"}
    summaries = [squeezed(e.text) for e in page.all("summary")]
    assert "differences: 1 by period" in summaries
    assert "differences: 1 by revision" in summaries


def test_what_was_not_joined_is_told_with_the_reason() -> None:
    """A proposal is no level: it stands beneath, and its own series says `proposed`."""
    page = full()
    tables = [squeezed(e.text) for e in page.all("table", "nj")]
    assert len(tables) == 1
    assert "other-modality: proposed" in tables[0]
    assert "A staff of 900 keepers should remain" in tables[0]
    assert any(e.text == "proposed" for e in page.all("span", "chip"))


def test_counts_over_several_periods_are_bars_and_have_no_sum() -> None:
    """Each its row, dashed where the period is not stated; 45 stands nowhere."""
    page = full()
    assert len(page.all("rect", "pb")) == 2 * 3
    assert len(page.all("line", "pd")) == 2 * 3
    text = squeezed(section(page).text)
    assert "counts over their periods, not joined and never summed" in text
    assert "period not stated" in text
    assert "45" not in re.sub(r"characters [\d,–]+", "", text)


def test_reports_of_one_time_and_number_have_no_chart() -> None:
    """A copy adds a source to the row, not a chart of one point."""
    words = "About 9,000 people live in the two towns.\n"
    articles = [
        make_article([("lede", words)], name=f"{n}.txt", outlet=f"Outlet {n}") for n in range(3)
    ]
    figures = [make_figure(a, "About 9,000 people", "9,000", 9000, bound="about") for a in articles]
    series = [make_series("people", figures)]
    record = make_record(articles, figures=figures, series=series, differences=[])
    page = PageReader(render_page(record, text="full"))
    assert not page.all("svg", "ch")
    assert len(page.all("details", "fs")) == 1
    row = by_id(page, f"f-{figures[0]['id']}")
    assert row.tag == "tr"
    assert [e.text for e in page.all("tr", "f")].count(row.text) == 1
    assert all(f"Outlet {n}" in row.text for n in range(3))
    assert set(page.ids) >= {f"f-{f['id']}" for f in figures}


def test_the_copy_has_a_band_and_the_figure_as_read_in_its_margin() -> None:
    """Words keep their place; the note links to the row, ages have a note without one."""
    record = figure_record()
    page = PageReader(render_page(record, text="full"))
    bands = [e.text for e in page.all("span", "fig")]
    assert "about 2,500 keepers" in "".join(bands)
    assert "61" in bands
    notes = [squeezed(e.text) for e in page.all("div", "m")]
    assert any("39, count, 1 Mar – 31 Aug 2031 figure as read" in n for n in notes)
    assert any("900, level, proposed, 25 Mar 2032 figure as read" in n for n in notes)
    for article in record["articles"]:
        assert page.article_text(f"a-{article['id']}") == article["text"]


def test_the_leading_series_has_a_lane_on_the_score() -> None:
    """That of most articles, linked to its place; without figures there is no lane."""
    page = full()
    lanes = page.all("svg", "sl")
    assert [sorted(e.classes & {"wide", "narrow"}) for e in lanes] == [["wide"], ["narrow"]]
    record = figure_record()
    links = [
        e for e in page.all("a") if e.attributes.get("href") == f"#s-{record['series'][0]['id']}"
    ]
    assert links
    assert not full(figures=[], series=[], differences=[]).all("svg", "sl")


def test_a_page_without_words_keeps_numbers_days_and_sources() -> None:
    """Mode none: no printed words in rows or labels, computed ones in their place."""
    page = PageReader(render_page(figure_record(), text="none"))
    text = section(page).text
    assert "keepers are on the sound" not in text
    assert "Some 5,200" not in text
    assert "about 5,200" in text
    assert "words left out" in text
    assert page.all("text", "cw")
    assert not [e for e in page.elements if "pw" in e.classes]


def test_excerpts_show_the_sentences_of_charted_figures() -> None:
    """A page of excerpts has the words on which the charts rest."""
    page = PageReader(render_page(figure_record(), text="excerpts"))
    assert "About 5,200 keepers are on the sound." in squeezed(section(page).text)


def test_hostile_words_stay_words() -> None:
    """Nothing printed becomes markup, whether label, number, reason or source."""
    article = make_article(
        [("lede", f"There are 12 {HOSTILE} here and 30 {HOSTILE} there.\n")], outlet=HOSTILE
    )
    later = make_article(
        [("lede", f"There are 12 {HOSTILE} here.\n")],
        outlet=HOSTILE,
        day="2031-05-01",
        name="b.txt",
    )
    figures = [
        make_figure(article, f"12 {HOSTILE}", "12", 12, why=HOSTILE, counted=HOSTILE, unit=HOSTILE),
        make_figure(article, f"30 {HOSTILE}", "30", 30, scope={"place": HOSTILE}, unit=HOSTILE),
        make_figure(later, f"12 {HOSTILE}", "12", 12, unit=HOSTILE, outcome=HOSTILE, per=HOSTILE),
    ]
    series = make_series(HOSTILE, figures, not_joined=[{"series": "none", "why": HOSTILE}])
    texts = {a["id"]: a["text"] for a in (article, later)}
    difference = make_difference(series, figures[0], figures[1], "conflict", HOSTILE, texts)
    record = make_record(
        [article, later], figures=figures, series=[series], differences=[difference], times=[]
    )
    modes: tuple[TextMode, ...] = ("none", "excerpts", "full")
    for mode in modes:
        html = render_page(record, text=mode)
        page = PageReader(html)
        assert not page.all("img")
        assert "49" not in section(page).text
        assert not [e for e in page.elements if "style" in e.attributes]


@pytest.mark.parametrize("field", ["id", "about"])
def test_ids_of_any_form_make_fragments(field: str) -> None:
    """An id that is no plain word gets a number in its place."""
    record = figure_record()
    odd = "x\" onload='1"
    series = record["series"][0]
    for difference in record["differences"]:
        if difference["about"] == series["id"]:
            difference["about"] = odd
    series["id"] = odd
    for other in record["series"]:
        other["not_joined"] = []
    if field == "about":
        record["differences"] = []
    page = PageReader(render_page(record, text="full"))
    assert all(re.fullmatch(r"[\w-]+", i) for i in page.ids)
    assert "keepers · the sound" in squeezed(section(page).text)


def test_a_large_pile_is_cut_and_says_so() -> None:
    """At most twelve charts; the others are folded rows, and what is left out is counted."""
    articles, figures, series = [], [], []
    for n in range(30):
        pair = []
        for k in range(2):
            article = make_article(
                [("lede", f"There were {n + k + 2} boats{n} in the bay.\n")],
                name=f"{n}-{k}.txt",
                day=f"2031-04-0{k + 1}",
            )
            articles.append(article)
            words = f"{n + k + 2} boats{n}"
            pair.append(make_figure(article, words, str(n + k + 2), n + k + 2))
        figures += pair
        series.append(make_series(f"boats{n}", pair))
    articles.sort(key=lambda a: a["published"]["first"])
    record = make_record(articles, figures=figures, series=series, differences=[])
    page = PageReader(render_page(record, text="full"))
    assert len(charts(page)) == 12
    assert len(page.all("details", "fs")) == 18
    assert "Further series of several reports 18" in squeezed(section(page).text)


def test_the_makers_of_the_story_agree_with_its_texts() -> None:
    """The fixtures' places are the words that they name."""
    for make in (watch, slide):
        articles, *lists = make()
        texts = {a["id"]: a["text"] for a in articles}
        for figure in (f for listed in lists for f in listed if "number" in f):
            words = texts[figure["article"]][figure["start"] : figure["end"]]
            number = texts[figure["article"]][slice(*figure["number"])]
            assert number in words


def test_a_toll_is_listed_by_the_days_of_its_reports() -> None:
    """The order of the table is that of the chart, whatever the order of the points."""
    record = figure_record()
    series = record["series"][2]
    series["points"].reverse()
    page = PageReader(render_page(record, text="full"))
    rows = [e.attributes.get("id") for e in page.all("tr", "f")]
    order = [rows.index(f"f-{point}") for point in reversed(series["points"])]
    days = [by_id(page, f"f-{point}").text[:10] for point in reversed(series["points"])]
    assert days == sorted(days, key=lambda day: int(day.split()[0]))
    assert max(order) - min(order) == len(order) - 1
