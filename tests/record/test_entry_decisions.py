"""What a person decided about entries: it hangs on words."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.entry_decisions import with_decisions
from onrecord.values.decisions import Decision, What
from timeline_makers import entry, support

A, B = "a" * 16, "b" * 16
TEXT = "Divers closed the dock. The mill burned."


def decided(number: int, what: What, words: str, *, article: str = A, **more: Any) -> Decision:
    """A decision on words of the text."""
    start = TEXT.index(words)
    place = {"start": start, "end": start + len(words), "text": words} | more
    value = place.pop("value", "")
    return Decision(number=number, what=what, article=article, value=value, **place)


def laid(*decisions: Decision) -> list[tuple[bool, bool, str | None]]:
    """What the decisions make of two entries."""
    entries = [
        entry(1, "2031-05-01", text=TEXT[:23]),
        entry(2, "2031-05-02", text=TEXT[24:], start=24),
    ]
    return [(e["kept"], e["hidden"], e["note"]) for e in with_decisions(entries, decisions)]


NONE = (False, False, None)


def test_each_kind() -> None:
    """Kept, hidden and noted are told apart, and other entries stay as they are."""
    assert laid() == [NONE, NONE]
    assert laid(decided(1, What.KEEP, "Divers closed the dock.")) == [(True, False, None), NONE]
    assert laid(decided(1, What.HIDE, "The mill burned.")) == [NONE, (False, True, None)]
    note = decided(1, What.NOTE, "The mill burned.", value="Ask again.")
    assert laid(note) == [NONE, (False, False, "Ask again.")]


def test_the_later_holds() -> None:
    """Keep after hide keeps, hide after keep hides; of two notes the later is shown."""
    keep, hide = decided(1, What.KEEP, "Divers"), decided(2, What.HIDE, "Divers")
    assert laid(keep, hide)[0] == (False, True, None)
    notes = [decided(n, What.NOTE, "dock", value=v) for n, v in ((3, "one"), (4, "two"))]
    assert laid(keep, hide, *notes)[0] == (False, True, "two")


@pytest.mark.parametrize(
    "more",
    [
        {"text": "Divers opened the dock."},
        {"text": None},
        {"start": 1, "end": 24},
        {"start": None, "end": None},
        {"undone": True},
        {"article": B},
    ],
)
def test_other_words_hold_for_nothing(more: dict[str, Any]) -> None:
    """Where the words moved, were erased, or the decision was taken back, no entry has it."""
    made = {"start": 0, "end": 23, "text": TEXT[:23], "article": A} | more
    assert laid(Decision(number=1, what=What.KEEP, value="", **made)) == [NONE, NONE]


def test_any_supporting_sentence_will_do() -> None:
    """A decision on a sentence that is not the quoted one holds for the entry too."""
    both = [support(A, TEXT[:23]), support(B, TEXT[24:], 24)]
    made = with_decisions(
        [entry(1, None, text=TEXT[:23], support=both)], [decided(1, What.KEEP, "mill", article=B)]
    )
    assert made[0]["kept"]


def test_decisions_of_other_kinds_are_none_of_it() -> None:
    """A role on the same words keeps nothing; the entry's own fields stay, three come last."""
    role = decided(1, What.ROLE, "Divers", value="body")
    assert laid(role) == [NONE, NONE]
    made = with_decisions([entry(1, None)], [role])[0]
    assert list(made)[-3:] == ["kept", "hidden", "note"]
    assert {k: v for k, v in made.items() if k in entry(1, None)} == entry(1, None)


@given(st.integers(0, 39), st.integers(1, 40))
def test_what_overlaps_holds(start: int, length: int) -> None:
    """Words that overlap a sentence hold for its entry, and only those."""
    end = min(start + length, len(TEXT))
    decision = Decision(
        number=1, what=What.KEEP, article=A, value="", start=start, end=end, text=TEXT[start:end]
    )
    assert [e[0] for e in laid(decision)] == [start < 23, end > 24]


def test_a_clause_parts_two_entries_of_one_sentence() -> None:
    """A decision on the clause that tells one of them leaves the other alone; one on words that
    are no such clause holds for both."""
    both = "The mill burned as divers closed the dock."
    entries = [
        entry(n, "2031-05-01", text=both, support=[support(A, both, clause=list(clause))])
        for n, clause in ((1, (0, 15)), (2, (19, 41)))
    ]
    hide = Decision(number=1, what=What.HIDE, article=A, value="", start=0, end=15, text=both[:15])
    assert [e["hidden"] for e in with_decisions(entries, [hide])] == [True, False]
    whole = Decision(number=1, what=What.HIDE, article=A, value="", start=0, end=42, text=both)
    assert [e["hidden"] for e in with_decisions(entries, [whole])] == [True, True]
