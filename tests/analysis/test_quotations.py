"""Quotation marks: each reading of a mark, and that no text breaks the reading."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.quotations import Quotation, find_quotations

NBSP = "\u00a0"

PLAIN = {
    "“We sail at dawn,” he said. “Bring rope.”": ["We sail at dawn,", "Bring rope."],
    '"We sail at dawn," he said. "Bring rope."': ["We sail at dawn,", "Bring rope."],
    "‘We sail at dawn,’ he said. ‘Bring rope.’": ["We sail at dawn,", "Bring rope."],
    "'We sail at dawn,' he said. 'Bring rope.'": ["We sail at dawn,", "Bring rope."],
    "``We sail at dawn,'' he said. ``Bring rope.''": ["We sail at dawn,", "Bring rope."],
    "''We sail at dawn,'' he said. ''Bring rope.''": ["We sail at dawn,", "Bring rope."],
    "&quot;We sail at dawn,&quot; he said.": ["We sail at dawn,"],
    f"«{NBSP}Nous partons{NBSP}», said the pilot.": ["Nous partons"],
    "»Wir gehen«, said the pilot.": ["Wir gehen"],
    "„Wir gehen“, said the pilot. „Jetzt”": ["Wir gehen", "Jetzt"],
    "「Go」, he said": ["Go"],
    "(“no”) [“yes”]—“so”—": ["no", "yes", "so"],
    "“Well…” and then “...we went”": ["Well…", "...we went"],
}

ODD = {
    "”We sail,” he said": ["We sail,"],
    "“We sail,“ he said": ["We sail,"],
    'The “big”, “small” and “odd" ones': ["big", "small", "odd"],
    'He said " hello " to the crew': ["hello"],
    'The "word"of "law."He said "no"': ["word", "law.", "no"],
    "\ufffdI don\ufffdt know,\ufffd he said.": ["I don\ufffdt know,"],
    "\x93We sail,\x94 he said.": ["We sail,"],
    "“We sail, he said. “Bring rope.”": ["We sail,", "Bring rope."],
    "“We sail, the pilot said. “Bring rope.”": ["We sail,", "Bring rope."],
    "We sail,” he said. “Bring rope.”": ["We sail,", "Bring rope."],
    '"We sail," he said. "Bring rope.': ["We sail,", "Bring rope."],
    "She called it “a poor plan. The pier was empty.": ["a poor plan"],
    '"We sail," he said." The pier was empty.': ["We sail,"],
}

NOT_QUOTED = [
    "The sailors’ union met the pilots' guild.",
    "In the '90s rock 'n' roll was the players' thing.",
    "The ’20s and the ‘30s were hard.",
    "She is 5'11\" tall and he is 6' 2\".",
    "A 12\" pipe and a 6' plank.",
    "“” and \"\" and ''",
    "O’Dell’s Qur’an, ‘Abd al-Karim’s coat",
    "Go get ’em, ’cause it’s late.",
]


def read(text: str) -> list[str]:
    """The words between outermost marks."""
    return [one.inner.slice(text) for one in find_quotations(text) if one.depth == 0]


@pytest.mark.parametrize(("text", "expected"), (PLAIN | ODD).items())
def test_quotations_of_a_paragraph(text: str, expected: list[str]) -> None:
    """Marks of every make open and close; a lost or odd one costs its own quotation only."""
    assert read(text) == expected


@pytest.mark.parametrize("text", NOT_QUOTED)
def test_what_is_no_quotation_mark(text: str) -> None:
    """Apostrophes, feet, inches, shortened years and empty marks open nothing."""
    assert read(text) == []


def test_inches_inside_a_quotation() -> None:
    """The sign of inches does not close a quotation."""
    assert read('"He is 6\'2" tall," she said.') == ["He is 6'2\" tall,"]
    assert read('"A 12" pipe broke," he said.') == ['A 12" pipe broke,']


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“He told me, ‘Don’t sail,’ and left,” she said.", "Don’t sail,"),
        ("\"He told me, 'Don't sail,' and left,\" she said.", "Don't sail,"),
        ("“He told me, “Don’t sail,” and left,” she said.", "Don’t sail,"),
        ('"He told me, "don\'t sail," and left," she said.', "don't sail,"),
        ("‘He told me, “Don’t sail,” and left,’ she said.", "Don’t sail,"),
        ("\"'Don't sail,' he told me.\"", "Don't sail,"),
    ],
)
def test_quotation_inside_a_quotation(text: str, inner: str) -> None:
    """Marks inside of marks give an inner quotation, of the same kind of mark or of another."""
    found = find_quotations(text)
    assert [one.inner.slice(text) for one in found if one.depth == 1] == [inner]
    assert len([one for one in found if one.depth == 0]) == 1


def test_unclosed_quotation_goes_to_the_end_of_its_paragraph() -> None:
    """A quotation that goes on in the next paragraph is opened and not closed."""
    (one,) = find_quotations("“We sail at dawn. The wind is good.")
    assert (one.opened, one.closed) == (True, False)
    assert one.inner.end == len("“We sail at dawn. The wind is good.")


def test_reopened_in_the_next_line() -> None:
    """A line that begins with a mark opens anew what the line before left open."""
    text = "“We sail at dawn.\n“The wind is good,” he said."
    found = find_quotations(text)
    assert [(one.inner.slice(text), one.closed) for one in found] == [
        ("We sail at dawn.", False),
        ("The wind is good,", True),
    ]


def test_single_marks_around_apostrophes() -> None:
    """Possessives of plurals inside of single marks do not end the quotation."""
    text = "'The sailors' club is ours,' he said. 'Don't touch it.'"
    assert read(text) == ["The sailors' club is ours,", "Don't touch it."]


PIECES = st.sampled_from(
    [*"\"“”‘’'«»„`\ufffd\x93", "''", "said ", "We go", " ", ", ", ". ", "\n", "12", "s", "(", "—"]
)


@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    """Any text gives valid, ordered, properly nested quotations, twice the same."""
    found = find_quotations(text)
    assert found == find_quotations(text)
    assert found == sorted(found, key=lambda one: (one.span.start, -one.span.end, one.depth))
    for one in found:
        assert 0 <= one.span.start <= one.inner.start < one.inner.end <= one.span.end <= len(text)
        words = one.inner.slice(text)
        assert words == words.strip()
        assert any(c.isalnum() for c in words)
    assert all(_apart_or_inside(one, two) for one in found for two in found)


def _apart_or_inside(one: Quotation, two: Quotation) -> bool:
    if one.depth != two.depth or one == two:
        return True
    return one.inner.end <= two.inner.start or two.inner.end <= one.inner.start
