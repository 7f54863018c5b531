"""Speakers that a person decided, laid over the attributions of an article."""

from __future__ import annotations

from typing import Any

from onrecord.record.speaker_decisions import with_speakers
from onrecord.values.decisions import Decision, What
from onrecord.values.spans import Span

A, B = "a" * 16, "b" * 16


class Names:
    """One name, at [5, 9) of both articles."""

    def at(self, article: str, span: Span) -> tuple[str, str] | None:
        """Its id and name."""
        return ("e1", "Ada Finch") if article in (A, B) and span == Span(5, 9) else None


def said(*content: tuple[int, int], article: str = A) -> dict[str, Any]:
    """An attribution of the JSON; only what a decision changes."""
    return {
        "id": f"{article}{content[0][0]}",
        "article": article,
        "content": [list(part) for part in content],
        "speaker": None,
        "speaker_name": "he",
        "speaker_at": None,
        "speaker_why": "two",
        "sourcing": "named",
    }


def decided(start: int, end: int, value: str = "Ada Finch", **more: Any) -> Decision:
    """A decision on a speaker."""
    return Decision(
        number=more.pop("number", 1), what=What.SPEAKER, article=A, start=start, end=end,
        text="x", value=value, **more,
    )  # fmt: skip


MENTION: dict[str, Any] = {"other_article": A, "other_start": 5, "other_end": 9}


def speakers(*decisions: Decision) -> list[tuple[str | None, str | None, str]]:
    """Speaker, name and reason of three attributions."""
    attributions = [said((10, 20), (30, 40)), said((50, 60)), said((10, 20), article=B)]
    return [
        (one["speaker"], one["speaker_name"], one["speaker_why"])
        for one in with_speakers(attributions, decisions, Names())
    ]


def test_a_name_of_the_record() -> None:
    """It becomes the speaker of that attribution alone; its mention is told where it is of the same
    article; what kind of source is printed stays."""
    assert speakers(decided(10, 40, number=7, **MENTION)) == [
        ("e1", "Ada Finch", "decision: 7"), (None, "he", "two"), (None, "he", "two"),
    ]  # fmt: skip
    (one,) = with_speakers([said((10, 20))], [decided(10, 20, **MENTION)], Names())
    assert (one["speaker_at"], one["sourcing"]) == ([5, 9], "named")
    elsewhere = decided(10, 20, **{**MENTION, "other_article": B})
    (one,) = with_speakers([said((10, 20))], [elsewhere], Names())
    assert (one["speaker"], one["speaker_at"]) == ("e1", None)


def test_another_name_and_none() -> None:
    """A name that no article prints is kept as written; `unknown` takes the speaker away."""
    assert speakers(decided(50, 60, "Nemo"))[1] == (None, "Nemo", "decision: 1")
    assert speakers(decided(50, 60, "unknown"))[1] == (None, None, "decision: 1")
    gone = decided(50, 60, **{**MENTION, "other_start": 6})
    assert speakers(gone)[1] == (None, "Ada Finch", "decision: 1")


def test_the_later_holds() -> None:
    """Of two on one attribution, but for one that was taken back."""
    first, later = decided(50, 60, "Nemo"), decided(50, 60, "Orr", number=2)
    assert speakers(first, later)[1][1] == "Orr"
    undone = decided(50, 60, "Orr", number=2, undone=True)
    assert speakers(first, undone)[1][1] == "Nemo"


def test_moved_borders() -> None:
    """Where the borders of what was said moved it holds for what has most in common; where nothing
    has, for nothing."""
    assert speakers(decided(35, 58, "Nemo"))[1][1] == "Nemo"
    assert speakers(decided(41, 49, "Nemo")) == speakers()
    role = Decision(number=1, what=What.ROLE, article=A, value="residue", start=50, end=60)
    assert speakers(role) == speakers()
