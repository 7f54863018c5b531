"""A page as an article: where the text starts and ends, and what is known of each block."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.articles.html import verdict as html_verdict
from onrecord.articles.html.body import HtmlReading, read_html
from onrecord.settings import Limits
from onrecord.values.vocabulary import Role

LIMITS = Limits()
PARAGRAPHS = (
    "The ferry between Ostwick and the outer islands sailed again on Friday after nine weeks in "
    "dock, and several hundred people stood on the quay to see it leave.",
    "Harbour master Jon Askrey said the new engine had been tested for six days and that he "
    "expected no further repairs before the autumn storms set in.",
    "Islanders had crossed in fishing boats since March, which the council paid for from a fund "
    "that was meant for the lighthouse and is now almost empty.",
    "The council will meet next week to decide whether a second ferry should be bought, a "
    "question that has divided the town for most of the past decade.",
)


def page_of(*, above: str = "", below: str = "", head: str = "", between: str = "") -> bytes:
    body = f"<p>{PARAGRAPHS[0]}</p>{between}" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS[1:])
    return (
        f"<html><head><meta charset=utf-8><title>Ferry returns to Ostwick | The Lantern</title>"
        f"<meta property=og:title content='Ferry returns to Ostwick'>{head}</head><body>"
        f"<nav><ul><li><a href=/>Home</a></li><li><a href=/w>World</a></li></ul></nav>"
        f"<article><h1>Ferry returns to Ostwick</h1>{above}<div class=text>{body}</div>{below}"
        f"</article><footer><a href=/about>About the paper</a></footer></body></html>"
    ).encode()


def read(data: bytes) -> HtmlReading:
    reading = read_html(data, limits=LIMITS)
    assert_sound(reading)
    return reading


def assert_sound(reading: HtmlReading) -> None:
    end, line = 0, -1
    for segment in reading.segments:
        assert reading.text[segment.start : segment.end] == segment.text
        assert segment.text == segment.text.strip() != ""
        between = reading.text[end : segment.start]
        if segment.line == line:  # cut off from the same block
            assert not between.strip()
        else:
            assert (between, segment.line) == ("\n\n" if line >= 0 else "", line + 1)
        end, line = segment.end, segment.line
    assert end == len(reading.text)


def roles(reading: HtmlReading) -> dict[str, Role | None]:
    return {segment.text: segment.markup_role for segment in reading.segments}


def test_text_runs_from_headline_to_last_paragraph() -> None:
    """Menus above and the footer below stay out; each paragraph is a block of its own."""
    reading = read(page_of())
    assert reading.text == "\n\n".join(("Ferry returns to Ostwick", *PARAGRAPHS))
    assert [s.extracted for s in reading.segments] == [False, True, True, True, True]
    assert reading.segments[0].markup_role is Role.HEADLINE
    assert reading.notes == ()


def test_what_is_glued_to_a_block_is_a_segment_of_its_own() -> None:
    """A stamp after the names in one block is told apart, as in a plain text; the text stays."""
    line = "By Mira Tolland on Friday, May 2nd, 2031 at 11:04 a.m."
    reading = read(page_of(above=f"<p>{line}</p>"))
    assert line in reading.text.split("\n\n")
    assert [s.text for s in reading.segments[1:3]] == [
        "By Mira Tolland",
        "on Friday, May 2nd, 2031 at 11:04 a.m.",
    ]


def test_markup_roles_of_what_lies_between() -> None:
    """Dek, byline, timestamp, caption and share bar keep their words and get their roles."""
    reading = read(
        page_of(
            head="<meta name=description content='Nine weeks without a crossing are over.'>",
            above="<h2>Nine weeks without a crossing are over.</h2><p class=byline>By Mira Tolland"
            "</p><p><time datetime=2031-05-02>2 May 2031</time></p>"
            "<div class=share-bar>Share this story</div>",
            between="<figure><img><figcaption>The quay on Friday.</figcaption></figure>",
        )
    )
    found = roles(reading)
    assert found["Nine weeks without a crossing are over."] is Role.DEK
    assert found["By Mira Tolland"] is Role.BYLINE
    assert found["2 May 2031"] is Role.TIMESTAMP
    assert found["Share this story"] is Role.RESIDUE
    assert found["The quay on Friday."] is Role.CAPTION
    assert all(s.markup_why for s in reading.segments if s.markup_role)
    assert not any(s.extracted for s in reading.segments if s.markup_role)


@pytest.mark.parametrize(
    "line",
    [
        "Additional reporting by Jon Askrey in Ferrow",
        "Mira Tolland contributed to this report.",
        "Tolland reported from Ostwick.",
        "Correction: An earlier version misspelled the ferry's name.",
        "Editor's note: The council's fund has two names.",
        "This story has been updated with the council's answer.",
        "Copyright 2031 Coastal Press. All rights reserved.",
    ],
)
def test_small_print_after_the_body_is_kept(line: str) -> None:
    """Credits, contributor lines and notices stay in the text whatever the extractor says."""
    reading = read(page_of(below=f"<div><span>{line}</span></div><div>Weather: rain</div>"))
    assert reading.segments[-1].text == line


def test_without_a_visible_headline_the_text_starts_with_the_body() -> None:
    """The declared headline stays in the metadata and is not written into the text."""
    data = page_of().replace(b"<h1>Ferry returns to Ostwick</h1>", b"")
    reading = read(data)
    assert reading.text == "\n\n".join(PARAGRAPHS)
    assert reading.metadata.headline == "Ferry returns to Ostwick"


def test_the_only_h1_is_the_headline_where_none_is_declared() -> None:
    """A heading that differs from the declared title is the headline if it stands alone."""
    data = page_of().replace(
        b"<h1>Ferry returns to Ostwick</h1>", b"<h1>At last, the boat is back</h1>"
    )
    reading = read(data)
    assert reading.segments[0].text == "At last, the boat is back"
    assert reading.segments[0].markup_why == "markup-headline: only-h1"


def test_link_lists_after_the_body_are_no_body() -> None:
    """Headlines of other stories under the article do not count as its paragraphs."""
    links = "".join(
        f"<p><a href=/{n}>Another story number {n} of this week</a></p>" for n in range(4)
    )
    reading = read(page_of(below=f"<h3>More stories</h3>{links}"))
    assert [s.text for s in reading.segments if s.extracted] == list(PARAGRAPHS)


def test_a_paragraph_between_two_of_the_body_is_body() -> None:
    """A short paragraph with a link, which extractors drop, stays with its neighbours."""
    reading = read(page_of(between="<p>She wrote so in <a href=/l>a letter to the town</a>.</p>"))
    assert [s.extracted for s in reading.segments[1:4]] == [True, True, True]


def test_hidden_parts_stay_out_of_the_text() -> None:
    """Nothing that says it is not shown gets into the text."""
    reading = read(page_of(between="<div hidden><p>Secret words of the dock.</p></div>"))
    assert "Secret" not in reading.text


@pytest.mark.parametrize(
    "around", ["class=sidebar", "style='visibility:hidden'", "class=promo-wrap"]
)
def test_a_region_that_holds_most_of_the_body_is_the_articles(around: str) -> None:
    """Pages that wrap an article in a misnamed box, or show it by a script, are read."""
    data = page_of().replace(b"<article>", f"<div {around}><article>".encode())
    assert [s.text for s in read(data).segments if s.extracted] == list(PARAGRAPHS)


def test_a_page_without_an_article_keeps_all_visible_blocks() -> None:
    """A login form or an index is kept in full and said to be no article."""
    reading = read(b"<body><h1>Welcome</h1><form><p>Log in to go on</p></form><p>Help</p></body>")
    assert reading.text == "Welcome\n\nLog in to go on\n\nHelp"
    assert reading.notes == ("no-article-found",)
    assert not any(segment.extracted for segment in reading.segments)


def test_a_fragment_is_a_page() -> None:
    """Markup without html and body is read the same way."""
    reading = read("".join(f"<p>{p}</p>" for p in PARAGRAPHS).encode())
    assert reading.text == "\n\n".join(PARAGRAPHS)


def test_the_extractors_failure_is_said_and_survived(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extractor the paragraphs are found by length and links."""

    def fail(_: object) -> list[str]:
        raise RecursionError

    monkeypatch.setattr(html_verdict, "_extract_lines", fail)
    reading = read(page_of())
    assert reading.notes == ("extractor-failed: RecursionError",)
    assert [s.text for s in reading.segments if s.extracted] == list(PARAGRAPHS)


_TEXTS = st.lists(
    st.text(alphabet="abcdefgh \u00a0é“’.\n", min_size=1, max_size=60).filter(str.strip), max_size=8
)


@given(texts=_TEXTS, tags=st.lists(st.sampled_from(["p", "div", "li", "h2", "td"]), min_size=8))
@settings(max_examples=60, deadline=None)
def test_offsets_slice_back_and_nothing_visible_is_lost(texts: list[str], tags: list[str]) -> None:
    """For any blocks the segments tile the text, and a page without article has them all."""
    page = "".join(f"<{t}>{text}</{t}>" for t, text in zip(tags, texts, strict=False))
    reading = read(page.encode())
    if "no-article-found" in reading.notes:
        for text in texts:
            folded = " ".join(filter(None, text.replace("\n", " ").split(" "))).strip()
            assert folded in reading.text
