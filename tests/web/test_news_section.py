"""News on the page: what each article added, what it repeats, what a version changed."""

from __future__ import annotations

from typing import Any

from figure_records import figure_record
from origin_records import added, lamp_articles, lamp_record
from page_reader import Element, PageReader
from page_records import evidence, ferry_article, make_record

from onrecord.web.news import IN_SIGHT
from onrecord.web.page import render_page


def squeezed(text: str) -> str:
    """Words with single plain spaces."""
    return " ".join(text.split())


def section(page: PageReader) -> Element:
    """The section of news."""
    return next(e for e in page.all("section") if e.attributes.get("id") == "news")


def page_of(record: dict[str, Any], text: Any = "full") -> PageReader:
    """The page of a record."""
    return PageReader(render_page(record, text=text))


def rows(page: PageReader) -> list[Element]:
    """The articles of the section, in order."""
    return page.all("li", "nw")


def test_news_not_looked_for_and_none_found_are_told_apart() -> None:
    """Null is not looked for, an empty list none found."""
    assert "not looked for" in section(page_of(make_record([ferry_article(0)]))).text
    assert "none found" in section(page_of(make_record([ferry_article(0)], news=[]))).text


def test_each_article_lists_what_it_added_by_kind() -> None:
    """In order of publication, with the printed words under their kind."""
    page = page_of(lamp_record())
    words = [squeezed(row.text) for row in rows(page)]
    assert len(words) == 7
    assert "first article" in words[0]
    assert "eventThe lamp of the Quillhaven light went dark" in words[0]
    assert "nameOda Brandt" in words[0]
    assert "nothing new found" in words[1]
    assert "differenceThe lamp went dark on Sunday night" in words[5]
    dt = list(page.all("dt", "dif"))
    assert [e.text for e in dt] == ["difference"]


def test_repeats_are_counted_with_where_they_were_told() -> None:
    """How many sentences say again what others said, in other words or not, and who was first."""
    words = [squeezed(row.text) for row in rows(page_of(lamp_record()))]
    assert "repeats2 of 4 sentences: wire 4 Mar 31 2" in words[1]
    assert "1 of 3 sentences, 1 in other words: wire 4 Mar 31 1" in words[6]


def test_a_figure_names_the_one_before_it() -> None:
    """A figure that was read is shown as read with its days, another as printed."""
    printed = squeezed(rows(page_of(lamp_record()))[4].text)
    assert "before: Four ships" in printed
    record = figure_record()
    first, second = record["figures"][0], record["figures"][1]
    by_id = {a["id"]: a for a in record["articles"]}
    text = by_id[second["article"]]["text"]
    anchor = {
        "article": second["article"],
        "start": second["start"],
        "end": second["end"],
        "text": text[second["start"] : second["end"]],
    }
    before = {key: first[key] for key in ("article", "start", "end")} | {"text": ""}
    adds = [{"kind": "figure", "anchor": anchor, "about": None, "before": before, "why": ""}]
    news = [{"article": second["article"], "adds": adds, "repeats": [], "sentences": 3}]
    page = page_of(record | {"news": news})
    words = squeezed(rows(page)[0].text)
    assert "before: " in words
    hrefs = {e.attributes.get("href") for e in page.all("a")}
    assert f"#f-{first['id']}" in hrefs


def test_a_version_is_collated_with_the_one_before() -> None:
    """Words taken out and added stand side by side; what only one has is underlined there."""
    page = page_of(lamp_record())
    version = squeezed(rows(page)[3].text)
    assert "1 taken out, 2 added" in version
    assert "not printed" in version
    start = page.elements.index(rows(page)[3])
    only = [e.text for e in page.elements[start : start + 60] if "x" in e.classes]
    assert any("sent" in words for words in only)
    assert "The light has stood on the point for ninety years." in only
    assert not any("county" in words for words in only)


def test_items_lead_to_where_the_page_shows_the_thing() -> None:
    """An event leads to its entry, a difference to its pair, the rest to its sentence."""
    record = lamp_record()
    page = page_of(record)
    hrefs = [e.attributes.get("href") for e in page.all("a")]
    assert f"#t-{record['timeline'][0]['id']}" in hrefs
    assert f"#d-{record['differences'][0]['id']}" in hrefs
    assert {h[1:] for h in hrefs if h and h.startswith("#")} <= {
        *page.ids,
        *(e.attributes["id"] for e in page.elements if e.attributes.get("id")),
    }


def test_of_many_articles_the_latest_stand_open() -> None:
    """Of more articles than fit, the earlier ones lie in a fold; every one is there once."""
    articles = [ferry_article(n) for n in range(IN_SIGHT + 7)]
    news = [
        {
            "article": a["id"],
            "adds": [added(a, "event", "Lorries take the road by the northern bridge")],
            "repeats": [],
            "sentences": 9,
        }
        for a in articles
    ]
    page = page_of(make_record(articles, news=news))
    assert len(rows(page)) == len(articles)
    fold = page.all("details", "nf")
    assert len(fold) == 1
    assert "7 earlier articles" in squeezed(fold[0].text)


def test_long_lists_are_folded_and_long_words_cut() -> None:
    """Of many events the first stand open; a long sentence is cut between two words."""
    wire, *_ = lamp_articles()
    whole = evidence(wire, wire["text"][:200])
    news = [
        {
            "article": wire["id"],
            "adds": [added(wire, "event", "The lamp") | {"anchor": whole} for _ in range(9)],
            "repeats": [],
            "sentences": 4,
        }
    ]
    row = rows(page_of(lamp_record(news=news)))[0]
    assert "5 more" in squeezed(row.text)
    assert " …" in row.text


def test_without_words_only_counts_are_left() -> None:
    """A page without text counts what was added and quotes nothing."""
    words = squeezed(rows(page_of(lamp_record(), "none"))[0].text)
    assert "event 1 more" in words
    assert "lamp" not in words
