"""Datings: the strongest kind of evidence settles the day, and contradiction is said."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.datings import (
    read_address,
    read_given,
    read_names,
    settle_published,
)
from onrecord.values.article import Dating
from onrecord.values.days import DayInterval
from onrecord.values.vocabulary import Basis
from plain_articles import BODY, read

HEAD = "Council closes the lower road"
EIGHTH, NINTH = DayInterval.on(date(2022, 3, 8)), DayInterval.on(date(2022, 3, 9))
OPEN_ORDER = DayInterval(date(2022, 3, 8), date(2022, 8, 3))


@pytest.mark.parametrize(
    ("lines", "published", "updated"),
    [
        (["March 8, 2022"], EIGHTH, None),
        (
            ["Published: Tue 8 Mar 2022, 5:20 AM", "Last updated: Wed 9 Mar 2022, 9:40 AM"],
            EIGHTH,
            NINTH,
        ),
        (["Published March 8, 2022 | Updated March 9, 2022"], EIGHTH, NINTH),
        (["Updated March 9, 2022", "Published March 8, 2022"], EIGHTH, NINTH),
        (["March 8, 2022", "Updated:", "March 9, 2022"], EIGHTH, NINTH),
        (["Updated March 9, 2022"], None, NINTH),
        (
            ["Published March 8, 2022", "Updated March 9, 2022", "Updated March 8, 2022"],
            EIGHTH,
            NINTH,
        ),
        (["March 8, 2022", "March 9, 2022"], EIGHTH, None),
        (["Published: 08/03/2022"], OPEN_ORDER, None),
        (["Tuesday"], None, None),
        (["March 8"], None, None),
        ([], None, None),
    ],
    ids=str,
)
def test_stated(
    lines: list[str], published: DayInterval | None, updated: DayInterval | None
) -> None:
    """Lines over the text say when it was published and when it was last updated."""
    article = read(HEAD, *lines, *BODY)
    assert article.published.days == (published or DayInterval())
    assert article.published.basis == (Basis.STATED if published else Basis.UNKNOWN)
    assert (article.updated and article.updated.days) == updated


def test_the_evidence_is_the_printed_day() -> None:
    """The anchor of a stated day is the stamp as printed, without the words before it."""
    article = read(
        HEAD, "Published: Tue 8 Mar 2022, 5:20 AM", "Last updated: Wed 9 Mar 2022, 9:40 AM", *BODY
    )
    assert [article.slice(s) for s in article.published.evidence] == ["Tue 8 Mar 2022, 5:20 AM"]
    assert article.updated is not None
    assert [article.slice(s) for s in article.updated.evidence] == ["Wed 9 Mar 2022, 9:40 AM"]


def test_a_day_in_the_dateline() -> None:
    """A dateline with its year states the day; without it, it does not."""
    article = read(HEAD, f"TORVIK, March 8, 2022 (Reuters) - {BODY[0]}", *BODY[1:])
    assert article.published.days == EIGHTH
    assert not read(HEAD, f"TORVIK, March 8 (Reuters) - {BODY[0]}", *BODY[1:]).published.days.known


def test_other_days_in_the_text_are_not_its_own() -> None:
    """The day of a photograph, or one of which the text tells, dates nothing."""
    article = read(
        HEAD,
        "Boats lie below the wall at Torvik on May 3, 2019. (Jane Roe/MPA Photo)",
        *BODY,
        "The wall broke for the first time on May 4, 2019, and nobody was hurt by the water.",
    )
    assert article.published == Dating()


def test_kinds_in_their_order() -> None:
    """Stated before given, given before the address, the address before the file's name."""
    sources: list[tuple[Basis, int]] = []
    for strongest in range(4):
        lines = [HEAD, *(["March 5, 2022"] if strongest < 1 else []), *BODY]
        given_ = {"published": "2022-03-06"} if strongest < 2 else {}
        given_ |= {"address": "https://alm.example/2022/03/07/road"} if strongest < 3 else {}
        article = read(*lines, days=("2022-03-08",), **given_)
        assert article.published.days.first is not None
        sources.append((article.published.basis, article.published.days.first.day))
    assert sources == [
        (Basis.STATED, 5),
        (Basis.METADATA, 6),
        (Basis.ADDRESS, 7),
        (Basis.FILE_NAME, 8),
    ]


def test_contradiction_is_said() -> None:
    """Kinds never vote, but those that contradict the strongest are named; agreement is not."""
    lines = [HEAD, "March 8, 2022", *BODY]
    article = read(*lines, days=("2022-03-07",), address="https://alm.example/2022/03/06/road")
    assert article.published.why == "stated-line; otherwise: address, file-name"
    assert read(*lines, days=("2022-03-08",)).published.why == "stated-line"


def test_an_open_order_of_day_and_month() -> None:
    """It is an interval until weaker evidence names one of the two readings."""
    lines = [HEAD, "Published: 08/03/2022", *BODY]
    article = read(*lines)
    assert (article.published.days, article.published.why) == (
        OPEN_ORDER,
        "order-of-day-and-month-open",
    )
    settled = read(*lines, address="https://alm.example/2022/08/03/road")
    assert settled.published.days == DayInterval.on(date(2022, 8, 3))
    assert settled.published.why == "order-of-day-and-month-open: settled"
    assert [settled.slice(s) for s in settled.published.evidence] == ["08/03/2022"]
    unsettled = read(*lines, address="https://alm.example/2022/05/05/road")
    assert unsettled.published.days == OPEN_ORDER


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://alm.example/2022/03/08/road", EIGHTH),
        ("https://alm.example/news/2022/mar/08/road", EIGHTH),
        ("https://alm.example/2022/3/8/road", EIGHTH),
        ("https://alm.example/2022-03-08-road", EIGHTH),
        ("https://alm.example/road-20220308", EIGHTH),
        ("https://alm.example/road_2022_03_08.html", EIGHTH),
        ("https://alm.example/2022/03/08", EIGHTH),
        ("https://alm.example/2022/13/08/road", None),
        ("https://alm.example/2022/02/30/road", None),
        ("https://alm.example/2022/03/road", None),
        ("https://alm.example/road?d=2022-03-08", None),
        ("https://20220308.example/road", None),
        ("https://alm.example/road-120220308", None),
        ("https://alm.example/road", None),
        ("https://[broken/2022/03/08", None),
        ("", None),
        (None, None),
    ],
)
def test_days_in_addresses(address: str | None, day: DayInterval | None) -> None:
    """Year, month and day in the path, in the forms of the trade; never an impossible day."""
    dating = read_address(address)
    assert (dating and dating.days) == day


@pytest.mark.parametrize(
    ("value", "days", "at"),
    [
        ("2022-03-08", EIGHTH, None),
        ("2022-03-08T05:20:00+02:00", EIGHTH, "2022-03-08T05:20:00+02:00"),
        ("2022-03-08T05:20:00.123Z", EIGHTH, "2022-03-08T05:20:00Z"),
        ("2022-03-08 05:20", EIGHTH, "2022-03-08T05:20"),
        ("Tue, 08 Mar 2022 05:20:00 GMT", EIGHTH, "2022-03-08T05:20:00Z"),
        ("March 8, 2022", EIGHTH, None),
        ("20220308T052000Z", EIGHTH, None),
        ("8/3/2022", OPEN_ORDER, None),
        ("2022-02-30", None, None),
        ("20221399", None, None),
        ("yesterday", None, None),
        ("", None, None),
        (None, None, None),
    ],
)
def test_given_dates(value: str | None, days: DayInterval | None, at: str | None) -> None:
    """A date from metadata or a column is read in any common form; its time is kept as stamped."""
    dating = read_given(value, Basis.METADATA, "given")
    assert (dating and dating.days) == days
    assert (dating and dating.at) == at


@given(st.text(alphabet="0123456789-T:Z+/. ") | st.text(), st.text())
def test_no_value_breaks_the_reading(value: str, path: str) -> None:
    """Whatever is given, a day is read or nothing."""
    for dating in (
        read_given(value, Basis.METADATA, "x"),
        read_address(f"https://a.example/{value}{path}"),
    ):
        assert dating is None or dating.days.known


@pytest.mark.parametrize(
    ("names", "day"),
    [
        (["2022-03-08"], EIGHTH),
        (["2022-03-08", "2022-03-08"], EIGHTH),
        (["2022-03-08", "2022-03-09"], None),
        ([], None),
    ],
)
def test_names_of_files(names: list[str], day: DayInterval | None) -> None:
    """The days in names count where they agree; two that disagree say nothing."""
    dating = read_names(names)
    assert (dating and dating.days) == day


def test_nothing_known() -> None:
    """Without a day the dating is unknown, with its reason."""
    assert settle_published(None, Dating()) == Dating()
    assert (Dating().basis, Dating().why) == (Basis.UNKNOWN, "none-found")


def test_an_open_order_in_metadata_is_said() -> None:
    """A day that can be read two ways keeps both readings and says so."""
    dating = read_given("03/04/2022", Basis.METADATA, "column")
    assert dating is not None
    assert not dating.days.exact
    assert "order-of-day-and-month-open" in dating.why
