"""What a later version took out and added, as anchors on words and sentences."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.origins.versions import Version, compare_versions
from origin_makers import Report, read

LINES = (
    "The ferry Alma ran aground off Kerrow on Friday.",
    "Nobody was hurt.",
    "The owner said that the rudder had jammed in the ice.",
)


def version(*lines: str) -> Version:
    """A version of these lines."""
    article, analysis = read(Report(name="a", lines=lines))
    return Version(article, analysis.sentences)


def changes(earlier: tuple[str, ...], later: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """The words taken out and added."""
    left, right = version(*earlier), version(*later)
    found = compare_versions(left, right)
    return (
        [left.article.slice(span) for span in found.taken_out],
        [right.article.slice(span) for span in found.added],
    )


def test_words_within_a_sentence() -> None:
    """Only the words that differ, those next to each other as one."""
    later = (LINES[0].replace("ran aground", "sank"), *LINES[1:])
    assert changes(LINES, later) == (["ran aground"], ["sank"])


def test_words_that_are_only_added() -> None:
    """The other side has nothing."""
    later = (*LINES[:2], LINES[2].replace("rudder", "port rudder"))
    assert changes(LINES, later) == ([], ["port"])


def test_whole_sentences() -> None:
    """A sentence that is gone or new is shown with its marks."""
    assert changes(LINES, (LINES[0], LINES[2])) == (["Nobody was hurt."], [])
    assert changes((LINES[0],), LINES) == ([], list(LINES[1:]))


def test_marks_and_case_are_no_change() -> None:
    """Other quotation marks, dashes and capitals are house style."""
    later = (LINES[0].upper(), *LINES[1:])
    assert changes(LINES, later) == ([], [])


def test_lines_that_changed_places() -> None:
    """A sentence that moved is told as taken out and added, and no others are."""
    out, added = changes(LINES, (LINES[1], LINES[0], LINES[2]))
    assert out == added


@given(
    st.lists(st.sampled_from((*LINES, "Ice.", "It was cold in Kerrow.")), max_size=6),
    st.lists(st.sampled_from((*LINES, "Ice.", "Snow fell.")), max_size=6),
)
def test_spans_are_in_order_and_apart(earlier: list[str], later: list[str]) -> None:
    """Anchors of each side never overlap, and equal versions have none."""
    left = version(*(f"{line} {n}" for n, line in enumerate(earlier)))
    right = version(*(f"{line} {n}" for n, line in enumerate(later)))
    found = compare_versions(left, right)
    for spans in (found.taken_out, found.added):
        assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    same = compare_versions(left, left)
    assert (same.taken_out, same.added) == ((), ())
