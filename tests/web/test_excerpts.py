"""What an excerpt page shows: never more than its promise, the timeline and copies together."""

from __future__ import annotations

import re
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from page_reader import PageReader
from page_records import make_article, make_entry, make_record, make_support

from onrecord.web.excerpts import WORDS, choose_passages, count_words
from onrecord.web.page import render_page

PROSE = {"lede", "body"}
NUMBER = re.compile(r"w\d+q")


def numbered(sizes: list[tuple[str, list[int]]]) -> dict[str, Any]:
    """An article whose words are all different; each paragraph a list of sentence lengths."""
    lines, count = [], 0
    for role, sentences in sizes:
        words = []
        for length in sentences:
            said = [f"w{count + n}q" for n in range(length)]
            count += length
            words.append(" ".join(said) + ".")
        lines.append((role, " ".join(words) + "\n\n"))
    return make_article(lines, name="numbered.txt")


def all_entries(article: dict[str, Any], weights: list[float]) -> list[dict[str, Any]]:
    """An entry for every sentence of the article's prose."""
    entries = []
    for number, (start, end) in enumerate(article["sentences"]):
        support = make_support(article, article["text"][start:end])
        weight = weights[number % len(weights)]
        entries.append(make_entry([support], "2031-03-01", id=f"e{number}", weight=weight))
    return entries


ARTICLES = st.lists(
    st.tuples(
        st.sampled_from(["headline", "lede", "body", "body", "body", "notice"]),
        st.lists(st.integers(1, 45), min_size=1, max_size=5),
    ),
    min_size=1,
    max_size=8,
).map(numbered)


@settings(max_examples=60, deadline=None)
@given(ARTICLES, st.lists(st.floats(0, 1), min_size=1, max_size=5))
def test_the_whole_page_keeps_the_promise(article: dict[str, Any], weights: list[float]) -> None:
    """At most 60 words of a paragraph, half of the running text, wherever on the page."""
    record = make_record([article], timeline=all_entries(article, weights))
    html = render_page(record, name="a name")
    body = PageReader(html).all("body")[0].text
    shown = set(NUMBER.findall(body.replace("\n", " ")))
    headline = set(NUMBER.findall(article["headline"] or ""))
    prose, seen = 0, 0
    for paragraph in article["paragraphs"]:
        here = set(NUMBER.findall(article["text"][paragraph["start"] : paragraph["end"]]))
        assert len((shown & here) - headline) <= WORDS
        if paragraph["role"] in PROSE:
            prose += len(here)
            seen += len(shown & here)
    assert seen <= prose // 2


@settings(max_examples=60, deadline=None)
@given(ARTICLES)
def test_the_timeline_shows_nothing_that_the_copies_do_not(article: dict[str, Any]) -> None:
    """Both draw on one choice of words."""
    record = make_record([article], timeline=all_entries(article, [0.5]))
    page = PageReader(render_page(record))
    copies = {n for t in page.all("div", "t") for n in NUMBER.findall(t.text)}
    quoted = {n for q in page.all("summary", "words") for n in NUMBER.findall(q.text)}
    assert quoted <= copies


def test_the_weightiest_sentence_is_shown_first_and_whole() -> None:
    """Words go to the quoted sentences of the weightiest entries before anything else."""
    article = numbered([("lede", [20]), ("body", [10, 10, 10]), ("body", [10, 10])])
    entries = all_entries(article, [0.1])
    entries[3]["weight"] = 0.9
    page = PageReader(render_page(make_record([article], timeline=entries)))
    summaries = [e.text for e in page.all("summary", "words")]
    start, end = article["sentences"][3]
    assert article["text"][start:end] in summaries
    assert "words left out" in summaries


def test_two_passages_of_a_paragraph_have_a_gap_between_them() -> None:
    """What lies between two shown sentences is left out in sight."""
    article = numbered([("body", [12, 12, 12]), ("body", [40])])
    entries = all_entries(article, [0.5])
    kept = [entries[0], entries[2]]
    page = PageReader(render_page(make_record([article], timeline=kept)))
    assert len(page.all("span", "gap")) == 1
    shown = next(e.text for e in page.all("div", "t"))
    assert "w0q" in shown
    assert "w35q" in shown
    assert "w12q" not in shown


def test_a_sentence_too_long_keeps_the_words_that_date_it() -> None:
    """Of a sentence of more than 60 words the part with its date is shown."""
    article = numbered([("body", [100]), ("body", [100])])
    support = make_support(article, "w0q", time="w90q")
    record = make_record([article], timeline=[make_entry([support], "2031-03-01")])
    (summary,) = PageReader(render_page(record)).all("summary", "words")
    assert "w90q" in summary.text
    assert count_words(summary.text.strip(" …")) == WORDS
    assert summary.text.startswith("… ")


def test_few_words_of_a_sentence_are_none() -> None:
    """A rest of a handful of words tells nothing and is not shown."""
    article = numbered([("body", [10]), ("body", [20])])
    places = [((start, end), (start, start + 1)) for start, end in article["sentences"]]
    assert list(choose_passages(article, (), places)) == [0]
    longer = numbered([("body", [10]), ("body", [24])])
    places = [((start, end), (start, start + 1)) for start, end in longer["sentences"]]
    chosen = choose_passages(longer, (), places)
    assert [count_words(longer["text"][s:e]) for ((s, e),) in chosen.values()] == [10, 7]


def test_unspaced_scripts_are_counted_by_sign() -> None:
    """A sentence of a script without spaces is cut as one with spaces is."""
    article = make_article([("lede", "渡轮停航第三个月居民绕道北桥。" * 20 + "\n")], name="zh.txt")
    support = make_support(article, "渡轮")
    record = make_record([article], timeline=[make_entry([support], "2031-03-01")])
    (summary,) = PageReader(render_page(record)).all("summary", "words")
    assert 6 <= count_words(summary.text.strip(" …")) <= WORDS
    assert summary.text.endswith(" …")
