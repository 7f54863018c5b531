"""The labelling of one article while it is made: roles are set once, pass by pass."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.articles.facts import LineFacts, Vocabulary, line_facts
from onrecord.articles.pattern_roles import PatternHit, find_pattern
from onrecord.articles.segments import Segment
from onrecord.values.vocabulary import Role


class Draft:
    """Segments with their facts, pattern hits and the roles decided so far."""

    def __init__(
        self,
        segments: Sequence[Segment],
        title: str | None,
        *,
        english: bool = True,
        titled: bool = False,
    ) -> None:
        self.segments = tuple(segments)
        self.title = title
        self.titled = titled
        """Whether the headline stands above the first segment, in a header."""
        self.facts: list[LineFacts] = [line_facts(s, english=english) for s in segments]
        self.hits: list[PatternHit | None] = [
            find_pattern(s.text, f) for s, f in zip(segments, self.facts, strict=True)
        ]
        self.vocabulary = Vocabulary.of(self.facts)
        self.roles: list[Role | None] = [None] * len(segments)
        self.whys: list[str] = [""] * len(segments)

    def __len__(self) -> int:
        return len(self.segments)

    def text(self, i: int) -> str:
        """The words of segment `i`."""
        return self.segments[i].text

    def decide(self, i: int, role: Role, why: str) -> None:
        """Set the role of segment `i` with its reason; a later call overrules."""
        self.roles[i] = role
        self.whys[i] = why

    def open(self, i: int) -> bool:
        """Whether segment `i` has no role yet."""
        return self.roles[i] is None

    def hit_role(self, i: int, *, edge: bool) -> Role | None:
        """The role that a pattern states for segment `i`, edge patterns if asked for."""
        hit = self.hits[i]
        return hit.role if hit is not None and (edge or not hit.edge) else None

    def is_own_prose(self, i: int) -> bool:
        """Whether segment `i` is running text that no pattern and no rule claims."""
        if self.roles[i] is not None or not self.facts[i].prose:
            return False
        hit = self.hits[i]
        return (
            hit is None or hit.edge or (hit.weak and self.vocabulary.overlap(self.facts[i]) >= 0.4)
        )
