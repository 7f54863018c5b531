"""Differences between the printings of one quotation: its words, who said it, and when."""

from __future__ import annotations

from typing import Any

from onrecord.record.differences.quoted import quoted_differences
from onrecord.values.spans import Span

_LONG = 60


def _printing(n: int, **more: Any) -> dict[str, Any]:
    """An attribution of the nth article whose content runs from 10 to 70."""
    said = {"first": "2031-05-05", "last": "2031-05-05", "basis": "expression"}
    return {
        "id": f"a{n}",
        "article": f"article-{n}",
        "content": [[10, 10 + _LONG]],
        "kind": "direct",
        "speaker": "finch",
        "speaker_name": "Ada Finch",
        "speaker_at": [80, 89],
        "source": [80, 89],
        "sourcing": "named",
        "co_speakers": [],
        "organisation": None,
        "said": said,
        "time": [95, 101],
    } | more


def _anchor(n: int, start: int, end: int) -> dict[str, Any]:
    return {"article": f"article-{n}", "start": start, "end": end, "text": "x" * (end - start)}


def _told(*printings: dict[str, Any], **more: Any) -> list[tuple[str, str, str]]:
    variant = {"id": "v", "attributions": [one["id"] for one in printings], "differences": []}
    found = quoted_differences([variant | more], {one["id"]: one for one in printings})
    return [(one.slot.value, one.reason.value, one.why) for one in found]


def _words(n: int, start: int, words: str) -> dict[str, Any]:
    """Words of the nth article from a place on."""
    return {
        "article": f"article-{n}",
        "start": start,
        "end": start + len(words),
        "text": words,
    }


def _wordings(*differences: tuple[Any, Any], **more: Any) -> list[Any]:
    one, other = _printing(0), _printing(1, **more)
    listed = [{"left": left, "right": right, "kind": "words"} for left, right in differences]
    variant = {"id": "v", "attributions": ["a0", "a1"], "differences": listed}
    return list(quoted_differences([variant], {"a0": one, "a1": other}))


def test_words_that_count() -> None:
    """Two printings that differ in two places are one item, from the first to the last of them,
    each side with its whole printing."""
    (found,) = _wordings(
        (_words(0, 20, "mill"), _words(1, 22, "barn")), (None, _words(1, 40, "slow"))
    )
    assert (found.slot, found.reason, found.why) == ("wording", "wording", "other-words: 2")
    assert (found.left.words, found.right.words) == (Span(20, 24), Span(22, 44))
    assert found.left.anchor == found.right.anchor == Span(10, 70)


def test_words_that_say_nothing() -> None:
    """Words of grammar, spellings and abbreviations of one word are no difference."""
    assert _wordings((_words(0, 20, "of the"), _words(1, 22, "in a"))) == []
    assert _wordings((_words(0, 20, "Sen"), _words(1, 22, "Senator"))) == []
    assert _wordings((_words(0, 20, "Kerrowan"), _words(1, 22, "Kerowan"))) == []


def test_where_a_quotation_begins() -> None:
    """What one printing has before the words in common was not quoted by the other; of quotations
    with words of the reporter around them no end is compared."""
    assert _wordings((_words(0, 10, "We walked on"), None)) == []
    ends = (_words(0, 10, "Boats"), _words(1, 10, "Ships"))
    assert len(_wordings(ends)) == 1
    assert _wordings(ends, kind="mixed") == []


def test_other_sentences_of_one_speech() -> None:
    """Where less than half of the shorter printing stands in both, other sentences are quoted."""
    ours, theirs = (
        "the mill stood on the hill by the lane",
        "a boat lay in the bay below the old ford",
    )
    assert _wordings((_words(0, 20, ours), _words(1, 20, theirs))) == []


def test_copies_are_compared_once() -> None:
    """Of two groups of copies one pair of printings is shown."""
    printings = [_printing(0), _printing(1), _printing(2)]
    differences = [
        {"left": _words(0, 20, "mill"), "right": _words(n, 20, word), "kind": "words"}
        for n, word in ((1, "barn"), (2, "shed"))
    ]
    ids = [one["id"] for one in printings]
    variant = {"id": "v", "attributions": ids, "differences": differences}
    said = dict(zip(ids, printings, strict=True))
    assert len(list(quoted_differences([variant], said))) == 2
    copies = {"article-1": "group-1", "article-2": "group-1"}
    assert len(list(quoted_differences([variant], said, copies))) == 1


def test_marks_and_spaces_do_not_count() -> None:
    """Printings that differ in typography alone are no difference."""
    differences = [{"left": _anchor(0, 50, 51), "right": _anchor(1, 52, 53), "kind": "typography"}]
    assert _told(_printing(0), _printing(1), differences=differences) == []


def test_reports_in_own_words_are_not_compared() -> None:
    """Whoever does not quote chooses the words."""
    differences = [{"left": _anchor(0, 20, 24), "right": _anchor(1, 22, 27), "kind": "words"}]
    indirect = _printing(1, kind="indirect", speaker="roe", speaker_name="Jane Roe")
    assert _told(_printing(0), indirect, differences=differences) == []


def test_two_who_are_said_to_have_said_it() -> None:
    """The same words in the mouths of two who are named; not of one under two names."""
    other = _printing(1, speaker="roe", speaker_name="Jane Roe")
    assert _told(_printing(0), other) == [("who", "sourcing", "said-by: Ada Finch and Jane Roe")]
    assert _told(_printing(0), _printing(1, speaker="f2", speaker_name="Finch")) == []
    spokesman = _printing(1, speaker="roe", speaker_name="Jane Roe", organisation="finch")
    assert _told(_printing(0), spokesman) == []
    assert _told(_printing(0), _printing(1, sourcing="unnamed", speaker="roe")) == []


def test_a_few_words_may_be_said_by_two() -> None:
    """Short words in two mouths are no difference."""
    short = {"content": [[10, 22]]}
    other = _printing(1, speaker="roe", speaker_name="Jane Roe", **short)
    assert _told(_printing(0, **short), other) == []


def test_two_days_of_one_quotation() -> None:
    """Days that expressions at the cue tell exclude each other; a day of publication does not."""
    later = {"first": "2031-05-07", "last": "2031-05-07", "basis": "expression"}
    assert _told(_printing(0), _printing(1, said=later)) == [
        ("date", "conflict", "both-cannot-hold: 2031-05-05 and 2031-05-07")
    ]
    assert _told(_printing(0), _printing(1, said=later | {"basis": "publication"})) == []
