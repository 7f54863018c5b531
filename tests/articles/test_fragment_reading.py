"""Fragments of HTML in records: everything visible, in order, with what the markup states."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.articles.fragment_reading import Fragment, read_fragment
from onrecord.articles.read import read_article
from onrecord.settings import Limits
from onrecord.values.article import Article
from onrecord.values.pages import MediaType
from plain_articles import BODY, LEDE, SECOND, THIRD, page, parts, role_of

PARAGRAPHS = "".join(f"<p>{words}</p>" for words in BODY)


def fragment(markup: str) -> Fragment:
    return read_fragment(markup, Limits())


def article(markup: str, **fields: str) -> Article:
    record = {"title": "The road is shut", "content_html": markup} | fields
    return read_article(page(json.dumps(record), kind=MediaType.RECORD))


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        (PARAGRAPHS, "\n\n".join(BODY)),
        ("The wall.", "The wall."),
        ("The <b>old</b> wall.<br><br>The road.", "The old wall.\n\nThe road."),
        ("<div>The wall.<br/>The road.</div>", "The wall.\nThe road."),
        ("The <i>old</i> wall.\n\nThe <i>lower</i> road.", "The old wall.\n\nThe lower road."),
        ("<h2>The wall</h2>\n\nIt is <i>old</i>.\r\n\r\nIt leaks.", "The wall\n\nIt is old.\n\nIt leaks."),
        ("<p>One\n\nsentence.</p>", "One sentence."),
        ("<ul><li>Sand</li><li>Pumps</li></ul>", "Sand\n\nPumps"),
        ("<table><tr><td><table><tr><td>Sand</td><td>2</td></tr></table></td></tr></table>", "Sand | 2"),
        ("<p>At <2 metres & 3 > 1 &amp; more</p>", "At <2 metres & 3 > 1 & more"),
        ("&lt;p&gt;The wall.&lt;/p&gt;&lt;p&gt;R &amp;amp; D&lt;/p&gt;", "The wall.\n\nR & D"),
        ("<p>A</p><script>x()</script><style>p{}</style><!-- no --><p>B</p>", "A\n\nB"),
        ("<p>A</p><p hidden>no</p><p style='display:none'>no</p><p>B</p>", "A\n\nB"),
        ("<p>Unclosed <b>bold<p>Next", "Unclosed bold\n\nNext"),
        ("", ""),
        ("<p></p><img src=a>", ""),
    ],
)  # fmt: skip
def test_text_of_a_fragment(markup: str, text: str) -> None:
    """A fragment's text is all that is visible in it, a blank line between blocks."""
    assert fragment(markup).text == text


def test_nothing_is_taken_for_furniture_of_a_page() -> None:
    """A dateline, a byline, a headline and a credit in the body stay in it, in order."""
    lines = ["TORVIK, March 8 (Meridian) - " + LEDE, SECOND, "Reporting by Jane Roe.", "© Meridian"]
    markup = "<h1>The road</h1><p>By Jane Roe</p>" + "".join(f"<p>{line}</p>" for line in lines)
    assert fragment(markup).text == "\n\n".join(["The road", "By Jane Roe", *lines])
    found = article(f"<p>{lines[0]}</p><p>{SECOND}</p><p>{THIRD}</p>")
    assert found.dateline_place is not None
    assert found.dateline_place.value == "TORVIK"
    assert parts(found)[1][0] == "dateline"


def test_roles_that_markup_states() -> None:
    """A figcaption is a caption, a heading a subhead, a list is body, a share box residue."""
    found = article(
        f"<figure><img src=a><figcaption>The wall on Tuesday</figcaption></figure><p>{LEDE}</p>"
        f"<h2>An old wall</h2><p>{SECOND}</p><ul><li>Two lorries of sand</li><li>Pumps</li></ul>"
        f"<div class='share-bar'><p>Send this to a friend</p></div><p>{THIRD}</p>"
    )
    assert role_of(found, "The wall on Tuesday") == "caption"
    assert role_of(found, "An old wall") == "subhead"
    assert role_of(found, "Two lorries of sand") == "body"
    assert role_of(found, "Send this to a friend") == "residue"
    assert [words for role, words in parts(found) if role == "lede"] == [LEDE]


def test_a_footer_of_a_feed_is_residue() -> None:
    """The line by which a feed points home is no sentence of the article."""
    line = "The post The road is shut appeared first on The Valley Gazette."
    assert role_of(article(f"{PARAGRAPHS}<p>{line}</p>"), line) == "residue"


@pytest.mark.parametrize("title", ["", "The road is shut"])
def test_segments_stand_where_they_say(title: str) -> None:
    """Every paragraph of the article is a slice of its text, with a title over it or without."""
    found = article(f"<p>{LEDE}<br>{SECOND}</p><ul><li>{THIRD}</li></ul>", title=title)
    assert found.text == "\n\n".join(filter(None, [title, f"{LEDE}\n{SECOND}", THIRD]))
    assert "".join(found.text[p.start : p.end] for p in found.paragraphs) == found.text


def test_a_title_that_the_body_repeats_stands_once() -> None:
    """Where the body's first block is the title, it is not put before it."""
    assert article("<h1>The road is shut</h1>" + PARAGRAPHS).text.count("The road is shut") == 1


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("The water stood at <2 metres, the wall at >3.", None),
        ("Press <b> to go back.", None),
        ("Roe &amp; Doe said &#8220;no&#8221;.", "Roe & Doe said “no”."),
        ("R&D and AT&T; they met.", None),
    ],
)
def test_plain_text_stays(text: str, kept: str | None) -> None:
    """A bracket or one tag that is mentioned is text; references become their characters."""
    assert article(text, title="").text == (kept or text)


@settings(deadline=None, max_examples=150)
@given(st.text("<>/&;pbrdivul \"'=\n\u00a0a1!-", max_size=120))
def test_segments_fit_any_markup(markup: str) -> None:
    """Whatever the markup, segments are slices of the text, in order, apart from each other."""
    found = fragment(markup)
    last = 0
    for segment in found.segments:
        assert last <= segment.start < segment.end
        assert found.text[segment.start : segment.end] == segment.text
        last = segment.end


@pytest.mark.parametrize(
    "unit", ["<div>", "<p>", "<b>", "&lt;p", "<!--", "<a b=", "\n \n", "&amp;"]
)
def test_no_markup_takes_long(unit: str) -> None:
    """Deep and endless markup is read in a moment."""
    begin = time.perf_counter()
    fragment(unit * 20_000 + "The wall.")
    assert time.perf_counter() - begin < 8
