"""What an agreement says in words: no word stronger than "reported by"."""

from __future__ import annotations

import pytest

from onrecord.record.agreement_words import (
    agreement_cells,
    agreement_words,
    mark_words,
    reported_by,
)
from reports_by_hand import agreement

TWO = agreement(
    ("Halden Wire", "copy-of: Halden Wire", ["a", "b"]),
    ("Marn Courier", "outlet: Marn Courier", ["c"]),
    outlets=3,
    marks=[],
)


def test_several() -> None:
    """Origins and outlets are counted and the origins named."""
    assert reported_by(TWO) == "reported by 2 origins (3 outlets)"
    assert agreement_words(TWO) == "reported by 2 origins (3 outlets): Halden Wire; Marn Courier"


def test_marks_stand_behind() -> None:
    """The marks of the closed list, in their own words."""
    marks = ["single-origin", "unnamed-only", "possibly-one-briefing", "circular"]
    one = {**TWO, "marks": marks}
    assert mark_words(one) == [
        "single origin",
        "unnamed sources only",
        "possibly one briefing",
        "circular",
    ]
    assert agreement_words(one).endswith(
        ": Halden Wire; Marn Courier · single origin · unnamed sources only"
        " · possibly one briefing · circular"
    )


@pytest.mark.parametrize(
    ("why", "words"),
    [
        ("outlet: Marn Courier", "single origin"),
        ("unknown-outlet", "single origin"),
        ("attributed-to: Halden Wire", "single origin: Marn Courier"),
        ("copy-of: Halden Wire", "single origin: Marn Courier"),
    ],
)
def test_one_article(why: str, words: str) -> None:
    """What one article alone tells is marked; its origin is named where it is another medium."""
    one = agreement(("Marn Courier", why, ["a"]), outlets=1, marks=["single-origin"])
    assert agreement_words(one) == words


def test_outlets_that_are_not_known() -> None:
    """No outlet is counted where none is known, and origins of one name are counted."""
    one = agreement(
        ("unknown outlet", "unknown-outlet", ["a"]),
        ("unknown outlet", "unknown-outlet", ["b"]),
        outlets=0,
        marks=[],
    )
    assert agreement_words(one) == "reported by 2 origins: unknown outlet (2)"


def test_many_origins() -> None:
    """Many origins are counted behind the first."""
    tellers = [(f"Paper {n}", f"outlet: Paper {n}", [f"{n}"]) for n in range(11)]
    words = agreement_words(agreement(*tellers, outlets=11, marks=[]))
    assert words.endswith("Paper 6; Paper 7 and 3 more")


def test_cells() -> None:
    """Columns of a table; empty where agreement was not looked for."""
    assert agreement_cells(TWO) == {"origins": 2, "outlets": 3, "marks": []}
    assert agreement_cells(None) == {"origins": None, "outlets": None, "marks": None}
