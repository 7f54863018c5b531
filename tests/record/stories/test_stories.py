"""Stories of a pile: every article in one, events by days, joined over time, named."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from event_makers import FERRY, FERRY_AGAIN, INQUIRY, VINEYARD, Pile, on, pile_of, told
from onrecord.lexicon.same_event_weights import same_event_weights
from onrecord.record.stories import compile_stories
from onrecord.record.stories.average_link import average_link
from onrecord.record.stories.days_apart import days_odds, fewest_days
from onrecord.values.days import DayInterval

_REPORTS = {"a": FERRY, "b": FERRY_AGAIN, "c": INQUIRY, "d": VINEYARD}
_DAYS = {"a": "2031-03-04", "b": "2031-03-05", "c": "2031-06-11", "d": "2031-03-04"}


def _stories(pile: Pile) -> list[dict[str, object]]:
    return compile_stories(pile, pile.summaries(), {})


def test_events_of_one_story_are_joined_and_others_told_apart() -> None:
    """The sinking and its inquiry are one story of two events; the frost is another story."""
    found = compile_stories((pile := pile_of(_REPORTS, **_DAYS)), pile.summaries(), {})
    assert [one["articles"] for one in found] == [["a", "b", "c"], ["d"]]
    assert [event["articles"] for event in found[0]["events"]] == [["a", "b"], ["c"]]
    assert (found[0]["first"], found[0]["last"]) == ("2031-03-04", "2031-06-11")


def test_days_part_what_is_told_alike() -> None:
    """The same words a year later are another event, of the same story."""
    pile = pile_of({"a": FERRY, "b": INQUIRY}, a="2031-03-04", b="2032-03-04")
    (story,) = compile_stories(pile, pile.summaries(), {})
    assert len(story["events"]) == 2


def test_a_story_is_named_by_printed_words() -> None:
    """Every part of a name stands in one of its articles."""
    pile = pile_of(_REPORTS, **_DAYS)
    printed = {id_: " ".join(report).lower() for id_, report in _REPORTS.items()}
    for story in compile_stories(pile, pile.summaries(), {}):
        parts = story["name"].split(" · ")
        assert 1 <= len(parts) <= 3
        for part in parts:
            assert any(part.lower() in printed[id_] for id_ in story["articles"])


def test_no_order_of_adding_shows() -> None:
    """The stories are a function of the pile."""
    whole = _stories(pile_of(_REPORTS, **_DAYS))
    for order in permutations(_REPORTS):
        pile = Pile(days={id_: on(day) for id_, day in _DAYS.items()})
        for id_ in order:
            pile.add([told(id_, _REPORTS[id_])])
        assert _stories(pile) == whole


def test_copies_of_one_report_are_one_event() -> None:
    """What is known to be a copy stands with its origin, and an empty pile has no story."""
    pile = pile_of({"a": FERRY, "b": VINEYARD}, a="2031-03-04", b="2031-03-04")
    (story,) = compile_stories(pile, pile.summaries(), {"a": "g", "b": "g"})
    assert len(story["events"]) == 1
    assert compile_stories(Pile(), [], {}) == []


def test_days_that_are_not_known_say_nothing() -> None:
    """Undated articles are judged by words alone; intervals only speak against."""
    known = same_event_weights()
    day, month = on("2031-03-04"), DayInterval(on("2031-03-01").first, on("2031-03-31").first)
    assert days_odds(day, DayInterval(), known) == 0
    assert days_odds(day, month, known) == 0
    assert days_odds(day, day, known) > 0
    assert days_odds(month, on("2032-01-01"), known) < 0
    assert fewest_days(month, on("2031-04-02")) == 2


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] < p[1]),
        st.floats(-3, 3, allow_nan=False),
        max_size=20,
    )
)
def test_every_item_is_in_one_group(pairs: dict[tuple[int, int], float]) -> None:
    """Average linkage parts all items, whatever is known of their pairs."""
    groups = average_link(pairs, [1.0] * 8, floor=-5.0, least=0.0)
    assert sorted(place for group in groups for place in group) == list(range(8))


@pytest.mark.parametrize(("between", "groups"), [(2.0, 1), (-4.0, 2)])
def test_groups_are_joined_on_the_average(between: float, groups: int) -> None:
    """One likely pair does not chain two groups whose other pairs are unlikely."""
    pairs = {(0, 1): 4.0, (2, 3): 4.0, (1, 2): 3.0} | dict.fromkeys(
        ((0, 2), (0, 3), (1, 3)), between
    )
    assert len(average_link(pairs, [1.0] * 4, floor=-5.0, least=0.0)) == groups
