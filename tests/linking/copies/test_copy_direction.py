"""Which of two articles took the words that both print from the other."""

from __future__ import annotations

from datetime import date

import pytest
from copy_makers import link_between

from onrecord.linking.copies.direction import CopySide, From, direction
from onrecord.values.days import DayInterval
from onrecord.values.vocabulary import Relation

_LINK = link_between("a", "b", (0.9, 0.5))
_SECOND, _THIRD = DayInterval.on(date(2031, 3, 2)), DayInterval.on(date(2031, 3, 3))
_HERALD = CopySide(outlet="The Herald", names=frozenset({"herald"}), days=_THIRD)


@pytest.mark.parametrize(
    ("left", "right", "source", "why"),
    [
        (_HERALD, CopySide(cited=frozenset({"herald"}), days=_SECOND), "left", "credits: herald"),
        (CopySide(cited=frozenset({"herald"})), _HERALD, "right", "credits: herald"),
        (CopySide(agency="AP"), CopySide(agency="AP", days=_THIRD), "common", "both-credit: AP"),
        (CopySide(agency="AP"), CopySide(), "common", "one-credits: AP"),
        (
            CopySide(agency="AP", days=_THIRD),
            CopySide(agency="Reuters", days=_SECOND),
            "right",
            "published-before: 2031-03-02 2031-03-03",
        ),
        (
            CopySide(days=_SECOND),
            CopySide(days=_THIRD),
            "left",
            "published-before: 2031-03-02 2031-03-03",
        ),
        (
            CopySide(days=_SECOND, at="2031-03-02T09:00:00+00:00"),
            CopySide(days=_SECOND, at="2031-03-02T09:30:00+01:00"),
            "right",
            "published-before: 2031-03-02T09:30:00+01:00",
        ),
        (CopySide(days=_SECOND), CopySide(days=_SECOND), "unknown", "nothing-tells-who-was-first"),
        (CopySide(), CopySide(days=_SECOND), "unknown", "nothing-tells-who-was-first"),
        (
            CopySide(at="2031-03-02T09:00:00"),
            CopySide(at="2031-03-02T08:00:00"),
            "unknown",
            "nothing-tells-who-was-first",
        ),
        (CopySide(at="soon"), CopySide(), "unknown", "nothing-tells-who-was-first"),
    ],
)
def test_credit_then_agency_then_time(
    left: CopySide, right: CopySide, source: str, why: str
) -> None:
    """What an article says of the other goes first, then an agency, then time with its zone."""
    found = direction(_LINK, left, right)
    assert (found.source, found.why) == (From(source), why)


def test_articles_that_cite_each_other_tell_nothing() -> None:
    """A credit in both directions decides nothing."""
    other = CopySide(names=frozenset({"post"}), cited=frozenset({"herald"}))
    herald = CopySide(names=frozenset({"herald"}), cited=frozenset({"post"}))
    assert direction(_LINK, herald, other).source is From.UNKNOWN


def test_where_nothing_is_copied_nothing_has_a_source() -> None:
    """Shared background has no direction."""
    link = link_between("a", "b", (0.1, 0.1), relation=Relation.INDEPENDENT)
    assert direction(link, CopySide(days=_SECOND), CopySide(days=_THIRD)).why == "no-copy"
