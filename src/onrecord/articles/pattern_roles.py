"""The role that a segment's own words state, by the patterns of the lexicon."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.articles.facts import LineFacts
from onrecord.lexicon.line_patterns import LinePattern, line_patterns
from onrecord.values.vocabulary import Role

_LONGEST = 1_200
"""Characters: nothing longer is a line of furniture; keeps the patterns' cost bounded."""


@dataclass(frozen=True, slots=True)
class PatternHit:
    """A pattern that fits a whole segment."""

    role: Role
    why: str
    edge: bool
    block: bool
    weak: bool


def find_pattern(text: str, facts: LineFacts) -> PatternHit | None:
    """The first pattern that fits all of `text`, or None."""
    if len(text) > _LONGEST:
        return None
    for pattern in line_patterns():
        if _fits(pattern, text, facts):
            return PatternHit(
                Role(pattern.role), pattern.name, pattern.edge, pattern.block, pattern.weak
            )
    return None


def _fits(pattern: LinePattern, text: str, facts: LineFacts) -> bool:
    if facts.words > pattern.max_words:
        return False
    if pattern.no_sentence and facts.words >= 8 and facts.terminal and not facts.truncated:
        return False
    if pattern.require is not None and pattern.require.search(text) is None:
        return False
    return pattern.regex.fullmatch(text) is not None
