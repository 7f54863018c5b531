"""Names of one article, what the pile tells of a name, and what was judged of two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from onrecord.linking.pairs import Pair
from onrecord.values.spans import Span

type Tells = Mapping[str, Mapping[str, int]]
"""Kind of fact -> value -> how often; it only adds up, so an article can be taken out again.

Kinds: `form` printed forms; `type` what it was taken for; `gender`; `title` words of titles;
`alias` folded other forms in the same article; `joined` two forms and the reason why they are one,
parted by tabs; `articles` (value empty) in how many articles; `cue`; `apart` (value empty) in how
many articles the same name stands with another generation (`Jr.`) or without.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalName:
    """What one article calls one thing, by all its mentions there."""

    node: str
    """Letter of its type, a colon, and its folded full form: all articles that print the same
    full form share it."""
    spans: tuple[Span, ...]
    """Its mentions in order."""
    tells: Tells


class Verdict(StrEnum):
    """What was judged of two nodes."""

    SAME = "same"
    SHORT = "short"
    """One may be a short form of the other: settled article by article."""
    UNSURE = "unsure"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class NameLink:
    """What was judged of a pair of nodes, and why."""

    verdict: Verdict
    why: str
    """Name of a reason with its values: `surname: Khodrova, Hodrova`."""
    strength: float = 1.0
    """In (0, 1]: what is stronger is joined first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameChanges:
    """What became of names because some articles came or went."""

    local: tuple[tuple[str, tuple[LocalName, ...]], ...] = ()
    """Article -> its local names, in the place of those it had; empty: it has gone."""
    profiles: Mapping[str, Tells | None] = field(default_factory=dict)
    """Node -> what the pile tells of it now; None: no article prints it any more."""
    judged: tuple[tuple[Pair, NameLink], ...] = ()
    """Pairs of nodes in the place of what was judged of them before."""
    dropped: frozenset[Pair] = frozenset()
    """Pairs that are no candidates any more."""
