"""Dates of one event that exclude each other: which pairs of tellings are shown, and which not."""

from __future__ import annotations

from typing import Any

import pytest
from telling_pile import Pile, Print, Told, identity

from onrecord.record.agreement.tellers import tellers_of
from onrecord.record.differences import Compared, compile_differences
from onrecord.record.origins import read_origins
from onrecord.record.series import CompiledSeries
from onrecord.record.timeline.entries import read_tellings, timeline_of
from onrecord.values.vocabulary import EventStatus


def _differences(*prints: Print, **more: Any) -> list[dict[str, Any]]:
    pile: Any = Pile(prints)
    tellings = read_tellings(pile, tellers_of(read_origins(pile)))
    compared = Compared(
        series=CompiledSeries([], []),
        tellings=tellings,
        timeline=timeline_of(tellings),
        **more,
    )
    return compile_differences(compared, pile)


def _told(*told: tuple[Told, str], **more: Any) -> list[tuple[str, str]]:
    """Reason and why of the differences of articles of one sentence each, told on some days."""
    prints = [Print(name=f"{n}.txt", day=day, told=(one,)) for n, (one, day) in enumerate(told)]
    return [(one["reason"], one["why"]) for one in _differences(*prints, **more)]


_TALKS = Told(
    text="The talks, which began on Thursday, are about the harbour.",
    when="on Thursday|2031-06-12",
    action="begin",
    who=("talk",),
    words=("begin",),
)
_NEGOTIATIONS = Told(
    text="Negotiations over the harbour, which started in May, go on.",
    when="in May|2031-05",
    action="start",
    who=("negotiation",),
    words=("start",),
)


def test_the_beginning_of_one_course_of_events() -> None:
    """Talks that began on a Thursday of June against negotiations that started in May: both
    sentences, the words that date them, and the days."""
    first = Print(name="0.txt", day="2031-06-13", told=(_TALKS,))
    second = Print(name="1.txt", day="2031-08-20", told=(_NEGOTIATIONS,))
    (found,) = _differences(second, first)
    assert (found["slot"], found["reason"]) == ("date", "conflict")
    assert found["why"] == "both-cannot-hold: 2031-06-12 and 2031-05-01..2031-05-31"
    assert found["left"]["article"] == identity("0.txt")
    assert found["left"]["text"] == _TALKS.text
    start, end = found["right_words"]
    assert _NEGOTIATIONS.text[start:end] == "in May"
    assert found["about"] is not None


def test_one_of_several_is_not_the_same() -> None:
    """`a second round of talks` that began on another day contradicts nothing."""
    other = Told(
        text="A second round of talks began on Monday.",
        when="on Monday|2031-06-02",
        action="begin",
        who=("talk",),
        words=("begin", "second", "round"),
    )
    assert _told((_TALKS, "2031-06-13"), (other, "2031-06-03")) == []


def test_other_courses_are_not_the_same() -> None:
    """Talks and a strike that began on different days are two events."""
    other = Told(
        text="The strike began on Monday.",
        when="on Monday|2031-06-02",
        action="begin",
        who=("strike",),
        words=("begin",),
    )
    assert _told((_TALKS, "2031-06-13"), (other, "2031-06-03")) == []


def _pleaded(when: str, text: str, who: tuple[str, ...]) -> Told:
    words = ("plead", "guilty", "smuggling", "charge")
    return Told(text=text, when=when, action="plead", who=who, words=words)


_IN_JULY = _pleaded("in July 2029|2029-07", "Orrin Vell pleaded guilty to smuggling charges in"
                    " July 2029.", ("orrin vell",))  # fmt: skip


def test_what_is_done_once() -> None:
    """Two days of one guilty plea exclude each other, where a pronoun stands for the name too."""
    text = "On June 27, 2029, he pleaded guilty to a smuggling charge."
    by_pronoun = _pleaded("June 27, 2029|2029-06-27", text, ())
    assert [
        reason for reason, _ in _told((_IN_JULY, "2031-05-02"), (by_pronoun, "2031-05-03"))
    ] == ["conflict"]


def test_two_who_did_it() -> None:
    """Two names make two pleas."""
    text = "Hanna Tosk pleaded guilty to smuggling charges on June 27, 2029."
    other = _pleaded("June 27, 2029|2029-06-27", text, ("hanna tosk",))
    assert _told((_IN_JULY, "2031-05-02"), (other, "2031-05-03")) == []


def _met(day: str) -> Told:
    return Told(
        text=f"Mayor Ada Finch met Orrin Vell at the Customs House {day.partition('|')[0]}.",
        when=day,
        action="meet",
        who=("ada finch", "orrin vell"),
        where=("customs house",),
        words=("mayor", "meet"),
    )


def test_what_is_done_again_and_again() -> None:
    """Two meetings of the same people on two days are two meetings."""
    told = ((_met("on Monday|2031-05-05"), "2031-05-06"), (_met("in April|2031-04"), "2031-05-07"))
    assert _told(*told) == []


def test_days_of_one_name() -> None:
    """`on Thursday` of two weeks only says that the articles appeared in two weeks."""
    later = Told(
        text="The talks began on Thursday.",
        when="on Thursday|2031-06-19",
        action="begin",
        who=("talk",),
        words=("begin",),
    )
    assert _told((_TALKS, "2031-06-13"), (later, "2031-06-20")) == []


def test_dates_that_are_about_tell_nothing() -> None:
    """`over half a century ago` excludes no year."""
    ago = _pleaded("over two years ago|2029-05", "Orrin Vell pleaded guilty over two years ago.",
                   ("orrin vell",))  # fmt: skip
    assert _told((_IN_JULY, "2031-05-02"), (ago, "2031-05-03")) == []


def test_deaths_of_many() -> None:
    """`killed 30 people` on two days are two attacks as like as not."""

    def killed(when: str) -> Told:
        return Told(
            text=f"Shells killed people in Mere {when.partition('|')[0]}.",
            when=when,
            action="kill",
            who=("people", "shell"),
            where=("mere",),
            words=("kill", "people", "shell"),
        )

    one, other = killed("on Monday|2031-05-05"), killed("in April|2031-04")
    assert _told((one, "2031-05-06"), (other, "2031-05-07")) == []


def test_a_plan_that_was_changed() -> None:
    """A day that was planned and a later one that was planned later is no conflict."""

    def planned(when: str) -> Told:
        return Told(
            text=f"The talks will begin {when.partition('|')[0]}.",
            when=when,
            action="begin",
            who=("talk",),
            words=("begin",),
            status=EventStatus.SCHEDULED,
        )

    one, other = planned("on 4 June|2031-06-04"), planned("on 9 July|2031-07-09")
    told = _told((one, "2031-05-06"), (other, "2031-05-27"))
    assert told == [("revision", "planned-anew: 2031-06-04 and 2031-07-09")]
    told = _told((one, "2031-05-06"), (other, "2031-05-06"))
    assert [reason for reason, _ in told] == ["conflict"]
    # A plan for a day that was over when it was printed was read wrongly.
    assert _told((other, "2031-05-06"), (one, "2031-06-20")) == []


@pytest.mark.parametrize("key", ["copies", "stories"])
def test_copies_and_other_stories(key: str) -> None:
    """Copies are one report, and what is told in two stories is two things."""
    ids = [identity("0.txt"), identity("1.txt")]
    groups = {ids[0]: "g-1", ids[1]: "g-1" if key == "copies" else "g-2"}
    told = ((_TALKS, "2031-06-13"), (_NEGOTIATIONS, "2031-08-20"))
    assert _told(*told, **{key: groups}) == []
