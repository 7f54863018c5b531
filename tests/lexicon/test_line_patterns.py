"""Line patterns: each does what its example says, and leaves its counterexamples alone."""

from __future__ import annotations

from typing import Any

import pytest
from broken_data import replace_data

from onrecord.articles.facts import LineFacts, line_facts
from onrecord.articles.pattern_roles import find_pattern
from onrecord.articles.segments import Segment
from onrecord.lexicon import line_patterns as module
from onrecord.lexicon.data_files import LexiconError
from onrecord.lexicon.line_patterns import LinePattern, line_patterns
from onrecord.values.vocabulary import Role

PATTERNS = {pattern.name: pattern for pattern in line_patterns()}


def facts_of(text: str) -> LineFacts:
    return line_facts(Segment(start=0, end=len(text), text=text, line=0))


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_the_example_is_claimed_by_its_own_pattern(pattern: LinePattern) -> None:
    """The example gets the stated role from this entry, not from one before it."""
    hit = find_pattern(pattern.example, facts_of(pattern.example))
    assert hit is not None
    assert (hit.why, hit.role) == (pattern.name, Role(pattern.role))


@pytest.mark.parametrize(
    ("pattern", "line"),
    [(p, line) for p in PATTERNS.values() for line in p.leaves_alone],
    ids=lambda value: value.name if isinstance(value, LinePattern) else value[:30],
)
def test_lines_to_leave_alone_are_left_alone(pattern: LinePattern, line: str) -> None:
    """No pattern claims such a line; a weak one may propose, for prose the article decides."""
    facts = facts_of(line)
    hit = find_pattern(line, facts)
    assert hit is None or (hit.weak and facts.prose)


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_an_example_with_prose_around_it_is_not_claimed(pattern: LinePattern) -> None:
    """A pattern fits whole lines: the same words inside a paragraph are the article's."""
    text = (
        "The engineers, who had come down from the upper town on foot, read it out twice before"
        f" the council: {pattern.example} That was all they had, and nobody in the hall asked"
        " what would become of the people who lived under the wall, or of the road beside it."
    )
    hit = find_pattern(text, facts_of(text))
    # Code of a page betrays any line; a list of contributors may be as long as this.
    assert hit is None or hit.weak or pattern.name in {"page-code", "contributed"}


def test_a_very_long_line_is_no_furniture() -> None:
    """However it looks, a line of thousands of characters is not matched at all."""
    line = "Share " * 1_000
    assert find_pattern(line, facts_of(line)) is None


def _entry(**changes: Any) -> dict[str, Any]:
    return {"name": "one", "role": "residue", "pattern": "x+", "example": "x"} | changes


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ([_entry(rolle="x")], "one has unknown keys"),
        ([_entry(pattern="(x")], "one: "),
        ([_entry(), _entry()], "twice"),
        ([{"name": "one", "role": "residue", "example": "x"}], "one has no pattern"),
        ([{"name": "one", "role": "residue", "pattern": "x"}], "one has no example"),
    ],
)
def test_a_broken_file_is_refused(
    monkeypatch: pytest.MonkeyPatch, entries: list[dict[str, Any]], message: str
) -> None:
    """The error names the entry and what is wrong with it."""
    replace_data(monkeypatch, module, {"patterns": entries}, "line_patterns")
    with pytest.raises(LexiconError, match=message):
        module.line_patterns()


def test_placeholders_are_filled_in() -> None:
    """No placeholder is left in any pattern, and doubled braces are single ones."""
    assert module.expand(r"a{{2,3}}") == "a{2,3}"
    known = ["agency", "agency_any", "month", "weekday", "stamp", "clocked_stamp", "name", "names"]
    for name in known:
        assert "{" + name + "}" not in module.expand("{" + name + "}")
    assert [
        p.name for p in PATTERNS.values() if any("{" + n + "}" in p.regex.pattern for n in known)
    ] == []
