"""Pages made to break a reader: each is read, in bounded time, and says what was done."""

from __future__ import annotations

import time

import pytest

from onrecord.articles.html.blocks import read_blocks
from onrecord.articles.html.body import read_html
from onrecord.articles.html.tree import parse_flattened
from onrecord.settings import Limits

LIMITS = Limits()
PARAGRAPH = (
    "<p>The reservoir above Ferrow fell for the third month in a row, and the water board asked "
    "all households in the valley to wash cars and water gardens only at night.</p>"
)
DEEP = 100_000
ENOUGH_SECONDS = 30.0  # about 4 on two idle cores; quadratic work would take minutes


@pytest.mark.parametrize("tag", ["div", "span", "blockquote", "svg"])
def test_a_hundred_thousand_nested_elements(tag: str) -> None:
    """Depth neither crashes nor hides what follows."""
    page = f"<h1>Water is short in Ferrow</h1>{PARAGRAPH * 3}" + f"<{tag}>" * DEEP + "deep words"
    page += f"</{tag}>" * DEEP + PARAGRAPH
    began = time.process_time()
    reading = read_html(page.encode(), limits=LIMITS)
    assert time.process_time() - began < ENOUGH_SECONDS
    assert reading.text.startswith("Water is short in Ferrow\n\nThe reservoir")
    assert ("deep words" in reading.text) == (tag != "svg")
    assert reading.text.count("The reservoir above Ferrow") == 4


def test_what_is_deeper_than_the_limit_is_kept_in_order() -> None:
    """Elements below the limit are flattened; their texts stay apart and in order."""
    page = "<div>" * 50 + "<p>one</p><o:p>two</o:p><script>no()</script>" + "</div>three" * 50
    tree = parse_flattened(page, depth=10)
    assert tree is not None
    found = read_blocks(tree)
    assert [block.text for block in found.blocks] == ["one", "two"] + ["three"] * 50
    assert found.depth <= 11


@pytest.mark.parametrize(
    "page",
    [
        *("", " \n ", "<html></html>", "<body></body>", "<!-- only a comment -->"),
        *("<script>alert('x')</script>", "<p hidden>unseen</p>", "<title>only a title</title>"),
    ],
)
def test_pages_without_visible_text(page: str) -> None:
    """Nothing visible gives an empty text and a note."""
    reading = read_html(page.encode(), limits=LIMITS)
    assert (reading.text, reading.segments) == ("", ())
    assert "no-visible-text" in reading.notes


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>", "<script>alert(1)</script>"),
        ("<p><a href='javascript:alert(1)'>click</a></p>", "click"),
        ("<p onclick='x()'>a<!-- <p>b</p> -->c</p>", "ac"),
        ("<p>a\0b</p>", "a\ufffdb"),
        ("<p>a\x01b</p>", "a\ufffdb"),
        ("<p>a<b>c<i>d</p><p>e", "acd\n\ne"),
        ('<p "x @y="1" a:b=2>words</p>', "words"),
        ("<p>&#0;&#55296;&#x110000;z</p>", "\ufffd\ufffd\ufffdz"),
    ],
)
def test_tricks_stay_text(page: str, text: str) -> None:
    """Markup never gets into the text and text never becomes markup."""
    assert read_html(page.encode(), limits=LIMITS).text == text


def test_one_line_of_five_megabytes() -> None:
    """A single long block is one segment."""
    reading = read_html(b"<p>" + b"water and more water, " * 240_000, limits=LIMITS)
    assert len(reading.segments) == 1
    assert len(reading.text) > 5_000_000


@pytest.mark.parametrize(
    "script", ["[" * 100_000, '{"a":' * 100_000, "{" * 100_000, '"' * 1_000, "null", "1e999"]
)
def test_json_that_is_none(script: str) -> None:
    """Deep, cut or senseless JSON-LD is left aside."""
    page = f"<script type=application/ld+json>{script}</script><p>words</p>"
    assert read_html(page.encode(), limits=LIMITS).text == "words"


def test_too_many_elements_are_not_given_to_the_extractor() -> None:
    """The extractor is spared pages on which it would take minutes, and the note says so."""
    reading = read_html(b"<p>" + b"a<br>" * 150_000, limits=LIMITS)
    assert "extractor-failed: TooManyElementsError" in reading.notes
