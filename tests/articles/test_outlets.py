"""Outlets: the strongest sign of who printed an article wins, and its place is kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.outlets import outlet_of_address
from plain_articles import BODY, read

HEAD = "Council closes the lower road"


@pytest.mark.parametrize(
    ("lines", "value", "why"),
    [
        (["The Valley Gazette", HEAD, *BODY], "The Valley Gazette", "masthead"),
        (["THE VALLEY GAZETTE", HEAD, *BODY], "THE VALLEY GAZETTE", "masthead"),
        ([f"{HEAD} | The Valley Gazette", HEAD, *BODY], "The Valley Gazette", "masthead"),
        (
            ["Title: A road", "Source: The Valley Gazette", *BODY],
            "The Valley Gazette",
            "header-line",
        ),
        ([HEAD, *BODY, "Source: Valley Herald"], "Valley Herald", "credit-line"),
        (
            [HEAD, *BODY, "© 2022 The Valley Gazette. All rights reserved."],
            "Valley Gazette",
            "credit-line",
        ),
    ],
)
def test_printed_outlets(lines: list[str], value: str, why: str) -> None:
    """A masthead, a header line, a site's name or a credit names the outlet as printed."""
    article = read(*lines)
    assert article.outlet is not None
    assert (article.outlet.value, article.outlet.why) == (value, why)
    assert article.outlet.span is not None
    assert article.slice(article.outlet.span) == value


@pytest.mark.parametrize(
    "lines",
    [
        [HEAD, *BODY],
        ["News", HEAD, *BODY],
        ["Home » News » Valley", HEAD, *BODY],
        [HEAD, *BODY, "Source: Reuters"],
        [HEAD, *BODY, "Source: agencies"],
        [HEAD, *BODY, "The Valley Gazette"],
    ],
)
def test_no_outlet(lines: list[str]) -> None:
    """A menu, an agency, or a name under the text tells no outlet."""
    assert read(*lines).outlet is None


def test_what_was_given_wins() -> None:
    """Outlet given with the file, then the text, then the address."""
    lines = ["The Valley Gazette", HEAD, *BODY]
    article = read(*lines, outlet="Hill Herald", address="https://alm.example/x")
    assert article.outlet is not None
    assert (article.outlet.value, article.outlet.basis, article.outlet.span) == (
        "Hill Herald",
        "metadata",
        None,
    )
    article = read(HEAD, *BODY, address="https://www.alm.example/x")
    assert article.outlet is not None
    assert (article.outlet.value, article.outlet.basis) == ("alm.example", "address")
    assert article.address == "https://www.alm.example/x"


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("https://www.gazette.co.uk/a/b", "gazette.co.uk"),
        ("http://news.gazette.com:8080/a", "gazette.com"),
        ("gazette.com/a", "gazette.com"),
        ("https://www.gazette.example/a", "gazette.example"),
        ("https://[broken", None),
        ("mailto:jane@gazette", None),
        ("localhost", None),
        ("", None),
        (None, None),
        ("http://192.0.2.7/news/road", None),
        ("http://[::1]/news", None),
    ],
)
def test_the_domain_of_an_address(address: str | None, domain: str | None) -> None:
    """The registrable domain, without host and path; nothing where there is none, and no error."""
    field = outlet_of_address(address)
    assert (field and field.value) == domain


@given(st.text(alphabet="htps:/[].@%abc123?#") | st.text())
def test_no_address_breaks_the_reading(address: str) -> None:
    """Whatever is given as an address, it names a domain or nothing."""
    field = outlet_of_address(address)
    assert field is None or field.value
