"""What one printing has and the other lacks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.linking.wordings.alignment import DifferenceKind, Printing, differences
from onrecord.linking.wordings.words import printed_words
from onrecord.values.spans import Span


def _compared(left: str, right: str) -> list[tuple[str | None, str | None, str]]:
    """The differences of two printings that are a text of their own each."""
    return [
        (
            one.left.slice(left) if one.left else None,
            one.right.slice(right) if one.right else None,
            one.kind.value,
        )
        for one in differences(_whole(left), _whole(right))
    ]


def _whole(text: str) -> Printing:
    return Printing(text, (Span(0, len(text)),))


@pytest.mark.parametrize(
    ("left", "right", "found"),
    [
        ("We shall dredge it", "We shall dredge it", []),
        ("We shall dredge it.", "We shall dredge it,", []),
        ("Don't touch it", "Don’t touch it", [("Don't", "Don’t", "typography")]),
        (
            "No – never again",
            "no\u00a0-- never again",
            [("No", "no", "typography"), ("–", "--", "typography")],
        ),
        (
            "We labour here",
            "[We] labor here",
            [(None, "]", "typography"), ("labour", "labor", "typography")],
        ),
        ("Eight barges sank", "8 barges sank", [("Eight", "8", "typography")]),
        ("We will dredge it", "They would dredge it", [("We will", "They would", "words")]),
        ("We will not dredge it", "We will dredge it", [("not", None, "words")]),
        (
            "We will dredge it",
            "We will dredge it before the storms",
            [(None, "before the storms", "words")],
        ),
    ],
)
def test_differences_are_words_or_typography(
    left: str, right: str, found: list[tuple[str | None, str | None, str]]
) -> None:
    """Other words are `words`; other marks, case or spelling are `typography`; a lack is None."""
    assert _compared(left, right) == found


def test_what_was_left_out_stays_in_one_piece() -> None:
    """A long stretch that is missing is one difference, whatever small words lie in it."""
    whole = (
        "I told the council of the harbour that the channel of the north is the best that we have, "
        "and the council of the harbour agreed with me on the dredging"
    )
    part = "the council of the harbour agreed with me"
    assert [kind for _, _, kind in _compared(whole, part)] == ["words", "words"]


def test_a_long_printing_is_compared_too() -> None:
    """Hundreds of words, most of them said again and again, are compared all the same."""
    words = " ".join(f"the barge of the day {n}" for n in range(120))
    changed = words.replace("day 60", "week 60")
    assert _compared(words, changed) == [("day", "week", "words")]


def test_parts_are_compared_as_one_utterance() -> None:
    """Where the cue stands between two parts, only the words of the parts are compared."""
    left = '"We shall dredge it," he said, "before the storms."'
    parts = (Span(1, 19), Span(31, 49))
    right = "We shall dredge it before the heavy storms"
    found = differences(Printing(left, parts), _whole(right))
    assert [one.right.slice(right) if one.right else None for one in found] == ["heavy"]
    assert found[0].left is None


_WORDS = st.lists(
    st.sampled_from(
        ["we", "shall", "dredge", "the", "channel", ",", "“", "”", "—", "No", "8", "Don’t", "it's"]
    )
)


@given(_WORDS, _WORDS)
def test_every_word_is_alike_or_told_apart(left: list[str], right: list[str]) -> None:
    """Anchors stand in order; without what differs in words both are the same words."""
    one, other = " ".join(["we", *left]), " ".join(["we", *right])
    assert differences(_whole(one), _whole(one)) == []
    found = differences(_whole(one), _whole(other))
    for side in ("left", "right"):
        spans = [span for d in found if (span := getattr(d, side)) is not None]
        assert spans == sorted(spans)
    assert all(d.left is not None or d.right is not None for d in found)
    assert _rest(one, [d.left for d in found if d.kind is DifferenceKind.WORDS]) == _rest(
        other, [d.right for d in found if d.kind is DifferenceKind.WORDS]
    )


def _rest(text: str, left_out: list[Span | None]) -> list[str]:
    """The folded words of a text that stand in none of some places."""
    return [
        word.word
        for word in printed_words(text, 0, len(text))
        if not any(span and span.start <= word.start < span.end for span in left_out)
    ]
