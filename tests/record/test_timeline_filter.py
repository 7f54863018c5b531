"""Which entries of a timeline are shown."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import UsageError
from onrecord.record.timeline_filter import select_entries
from onrecord.text.query import to_match_expression
from timeline_makers import entry, support

DAY = date(2031, 5, 10)


def numbers(entries: list[Any]) -> list[int]:
    """The numbers of entries, in order."""
    return [int(found["id"], 16) for found in entries]


TIMELINE = [
    entry(1, None, "2031-05-03"),
    entry(2, "2031-04-01", "2031-06-30", weight=0.9, status="scheduled"),
    entry(3, "2031-05-10", weight=0.2, origins=2),
    entry(4, "2031-05-10", "2031-05-12", weight=0.2, articles=3),
    entry(5, "2031-05-11", weight=0.2, status="denied"),
    entry(6, "2031-07-01", None, weight=0.4),
    entry(7, None, None, weight=1.0),
]


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        (None, None, [1, 2, 3, 4, 5, 6, 7]),
        (DAY, None, [2, 3, 4, 5, 6]),
        (None, DAY, [1, 2, 3, 4]),
        (DAY, DAY, [2, 3, 4]),
        (date(2031, 5, 12), date(2031, 5, 12), [2, 4]),
        (date(2040, 1, 1), None, [6]),
        (None, date(2000, 1, 1), [1]),
        (date(2031, 5, 4), date(2031, 5, 5), [2]),
    ],
)
def test_an_interval_counts_when_it_overlaps(
    since: date | None, until: date | None, found: list[int]
) -> None:
    """Bounds are inclusive, open sides reach on, and what has no date at all passes no bound."""
    assert numbers(select_entries(TIMELINE, since=since, until=until)) == found


def test_top_takes_the_weightiest_in_order_of_time() -> None:
    """The N weightiest, ties by origins, then articles, then order; shown in the order of time."""
    assert numbers(select_entries(TIMELINE, top=1)) == [7]
    assert numbers(select_entries(TIMELINE, top=3)) == [1, 2, 7]
    assert numbers(select_entries(TIMELINE, top=5)) == [1, 2, 3, 6, 7]
    assert numbers(select_entries(TIMELINE, top=6)) == [1, 2, 3, 4, 6, 7]
    assert numbers(select_entries(TIMELINE, top=2, since=DAY)) == [2, 6]


def test_status_and_weight() -> None:
    """Any of several states; a weight counts from its value on."""
    assert numbers(select_entries(TIMELINE, status=("denied", "scheduled"))) == [2, 5]
    assert numbers(select_entries(TIMELINE, min_weight=0.9)) == [2, 7]


def test_hidden_is_left_out_and_kept_can_be_asked_for() -> None:
    """What a person hides is not shown unless asked for; `kept` shows nothing else."""
    made = [entry(1, "2031-05-01", kept=True), entry(2, "2031-05-02", hidden=True), entry(3, None)]
    assert numbers(select_entries(made)) == [1, 3]
    assert numbers(select_entries(made, hidden=True)) == [1, 2, 3]
    assert numbers(select_entries(made, kept=True, hidden=True)) == [1]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ferry", [1]),
        ("FERRIES", [1]),
        ("cafe dock", [1]),
        ("dock ferry", [1]),
        ("ferry mill", []),
        ("ferry|mill", [1, 2]),
        ('"closed the dock"', [1]),
        ('"dock the"', []),
        ('"dock a"', []),
        ("mil*", [2]),
        ("dock -ferry", [3]),
        ("a.b|mill", [2]),
    ],
)
def test_words_as_in_search(query: str, found: list[int]) -> None:
    """All words, in any form, from all sentences of an entry; phrases stay in one sentence."""
    ferries = "The ferries at the Café left."
    made = [
        entry(
            1,
            "2031-05-01",
            text="Divers closed the dock",
            support=[support("a" * 16, "Divers closed the dock"), support("b" * 16, ferries)],
        ),
        entry(2, "2031-05-02", text="The tide mill\0 burned."),
        entry(3, "2031-05-03", text="A \ud800 dock\ue000 opened."),
    ]
    assert numbers(select_entries(made, about=query)) == found


def test_a_phrase_does_not_run_into_the_next_sentence() -> None:
    """The last word of one sentence and the first of another are no phrase."""
    both = [support("a" * 16, "They closed the dock"), support("b" * 16, "Ferries left")]
    made = [entry(1, "2031-05-01", text="They closed the dock", support=both)]
    assert select_entries(made, about='"dock ferries"') == []
    assert numbers(select_entries(made, about="dock ferries")) == [1]


@pytest.mark.parametrize("query", ["", "  ", "-dock", "...", '""'])
def test_a_query_without_a_word_is_refused(query: str) -> None:
    """Nothing to look for is a wrong request, not an empty answer."""
    with pytest.raises(UsageError, match="no word"):
        select_entries(TIMELINE, about=query)


def test_outlets() -> None:
    """Part of the name of any outlet or agency that reported it, case and accents folded."""
    made = [
        entry(1, None, origin_names=["Élan Courier"]),
        entry(2, None, origin_names=["EPA"], article="b" * 16),
    ]
    outlets = {"b" * 16: "Elm Post | EPA"}
    assert numbers(select_entries(made, outlet="elan")) == [1]
    assert numbers(select_entries(made, outlet="POST", outlets=outlets)) == [2]
    assert numbers(select_entries(made, outlet="post")) == []


@given(st.text(max_size=30))
def test_any_query_finds_or_is_refused(query: str) -> None:
    """No words that a person types break the search; what holds no word is refused."""
    made = [entry(1, "2031-05-01", text="The tide mill burned.")]
    if to_match_expression(query) is None:
        with pytest.raises(UsageError, match="no word"):
            select_entries(made, about=query)
    else:
        assert numbers(select_entries(made, about=query)) in ([], [1])
