"""Printings of one utterance brought together, and when it was said."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.quote_ends import ends_by_speaker
from onrecord.record.utterances import group_utterances, said_of


def printing(
    id_: str, first: str | None = None, last: str | None = "", basis: str = "expression"
) -> dict[str, Any]:
    """An attribution of the JSON; only what is grouped by."""
    said = {"first": first, "last": first if last == "" else last, "basis": basis}
    return {"id": id_, "said": said}


def variant(*ids: str) -> dict[str, Any]:
    """A variant of the JSON."""
    return {"attributions": list(ids)}


def grouped(ids: str, *variants: str) -> list[str]:
    """The groups, each as a string of ids."""
    groups = group_utterances([printing(i) for i in ids], [variant(*v) for v in variants])
    return ["".join(one["id"] for one in group) for group in groups]


def test_variants_bring_together() -> None:
    """What shares a variant is one, through others as well; what stands in none is alone."""
    assert grouped("abcde") == list("abcde")
    assert grouped("abcde", "bd") == ["a", "bd", "c", "e"]
    assert grouped("abcde", "bd", "de") == ["a", "bde", "c"]
    assert grouped("abcde", "e", "") == list("abcde")
    assert grouped("ab", "bx", "xy") == ["a", "b"]


@given(st.lists(st.sets(st.sampled_from("abcdefgh"), min_size=1)))
def test_every_attribution_stands_in_one_group(variants: list[set[str]]) -> None:
    """Whatever the variants are, each is there once, in order, with all that share a variant."""
    groups = grouped("abcdefgh", *("".join(sorted(v)) for v in variants))
    assert sorted("".join(groups)) == list("abcdefgh")
    assert [group[0] for group in groups] == sorted(group[0] for group in groups)
    assert all(list(group) == sorted(group) for group in groups)
    for one in variants:
        assert sum(bool(one & set(group)) for group in groups) == 1


def test_when_it_was_said() -> None:
    """The printing that rests on most says it: an expression, then an occasion, then the
    publication; of equal ones the shorter time."""
    loose = printing("a", "2031-05-01", "2031-05-07", "publication")
    month = printing("b", "2031-05-01", "2031-05-31", "expression")
    day = printing("c", "2031-05-04", basis="occasion")
    none = printing("d", None, None)
    assert said_of([loose, month, day])["last"] == "2031-05-31"
    assert said_of([loose, day])["first"] == "2031-05-04"
    assert said_of([none, loose]) == loose["said"]
    assert said_of([none])["first"] is None


def row(name: str, first: str | None, last: str | None = "", speaker: str | None = "s") -> Any:
    """A row of the view; only what its order hangs on."""
    last = first if last == "" else last
    made = {"id": name, "first": first, "last": last, "speaker": speaker, "speaker_name": speaker}
    return {**made, "stance": "said"}


def ends(*rows: Any, unnamed: bool = False) -> list[tuple[str, str, int, int]]:
    """Earliest, latest, and how many may be as early or as late, by speaker."""
    return [
        (one.earliest["id"], one.latest["id"], one.rivals_earliest, one.rivals_latest)
        for one in ends_by_speaker(rows, unnamed=unnamed)
    ]


def test_the_ends() -> None:
    """The first possible day makes the earliest, the last the latest; what may be as early or as
    late is counted; what is undated is neither."""
    days = [row("a", "2031-05-01"), row("b", "2031-05-09"), row("c", "2031-05-20")]
    assert ends(*days) == [("a", "c", 0, 0)]
    assert ends(row("x", None, None), days[1]) == [("b", "b", 0, 0)]
    wide = row("w", "2031-05-05", "2031-05-25")
    assert ends(days[0], wide, days[2]) == [("a", "w", 0, 1)]
    open_left = row("o", None, "2031-05-03")
    assert ends(open_left, *days) == [("o", "c", 1, 0)]
    same = [row("a", "2031-05-01"), row("b", "2031-05-01")]
    assert ends(*same) == [("a", "b", 1, 1)]


def test_what_was_not_said_is_no_end() -> None:
    """What is denied to have been said, or might be said, counts where there is nothing else."""
    one, other = row("a", "2031-05-01"), row("b", "2031-05-09")
    one["stance"] = "negated"
    assert ends(one, other) == [("b", "b", 0, 0)]
    assert ends(one) == [("a", "a", 0, 0)]


def test_the_ends_of_several_speakers() -> None:
    """Each has its own; sources without a name count as one where they are wanted."""
    rows = [row("a", "2031-05-01"), row("b", "2031-05-02", speaker=None), row("c", "2031-05-03")]
    assert ends(*rows) == [("a", "c", 0, 0)]
    assert ends(*rows, unnamed=True) == [("a", "c", 0, 0), ("b", "b", 0, 0)]
    assert ends() == []
