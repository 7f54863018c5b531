"""Whether two full names may be one person's: given names, initials, middle names, generations."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.lexicon.name_words import name_words
from onrecord.linking.names.folding import same_spelling, spelled
from onrecord.linking.names.name_values import NameLink, Verdict

type Words = tuple[str, ...]

_SHORTEST_GIVEN = 4
"""Letters: given names under one surname may be spelled differently from this length on."""


def compare_persons(
    left: Words, right: Words, generations: tuple[str, str] = ("", "")
) -> NameLink | None:
    """What two names of two words and more have to do with each other; None: nothing.

    Args:
        left: folded words of one name.
        right: folded words of the other.
        generations: what stands behind each: `jr`, `iii`.
    """
    if all(generations) and generations[0] != generations[1]:
        if left[-1] == right[-1]:
            return NameLink(Verdict.DIFFERENT, f"generations: {', '.join(generations)}")
        return None
    if left == right:
        one_sided = generations[0] != generations[1]
        return NameLink(Verdict.SAME, f"same-name: {' '.join(left)}", 0.5 if one_sided else 0.9)
    if not same_spelling(left[-1], right[-1]):
        return _other_order(left, right)
    return _given_names(left, right)


def _other_order(left: Words, right: Words) -> NameLink | None:
    """`Kim Haneul`, `Haneul Kim`; `Omar bin Said`, `Omar bin Said al-Harun`."""
    if sorted(left) == sorted(right):
        return NameLink(Verdict.SAME, f"word-order: {' '.join(left)}, {' '.join(right)}", 0.8)
    short, long_ = sorted((left, right), key=len)
    if len(short) >= 2 and len(short[-1]) > 1 and long_[: len(short)] == short:
        return NameLink(Verdict.SHORT, f"beginning-of: {' '.join(long_)}", 0.5)
    return None


def _given_names(left: Words, right: Words) -> NameLink:
    """Two names of one surname."""
    names = f"{' '.join(left)}, {' '.join(right)}"
    short, long_ = sorted((left[:-1], right[:-1]), key=len)
    given = _like(short[0], long_[0])
    if not given:
        return _unlike(short, long_, names)
    if given == "initial" and (_called_otherwise(short, long_) or _called_otherwise(long_, short)):
        return NameLink(Verdict.DIFFERENT, f"given-names: {names}")
    if _middles_differ(short[1:], long_[1:]):
        return NameLink(Verdict.DIFFERENT, f"middle-names: {names}")
    if given == "initial":
        return NameLink(Verdict.SHORT, f"initial: {names}", 0.5)
    if given == "equal":
        why = "middle-name" if len(short) != len(long_) else "spelling"
        return NameLink(Verdict.SAME, f"{why}: {names}", 0.9)
    return NameLink(Verdict.SAME, f"{given}: {names}", 0.8 if given == "spelling" else 0.7)


def _unlike(short: Words, long_: Words, names: str) -> NameLink:
    """Two names of one surname whose first words have nothing to do with each other."""
    if _is_inside(short, long_):
        return NameLink(Verdict.SAME, f"part-of-name: {names}", 0.7)
    if short[0] in _initials(long_) or long_[0] in _initials(short):
        return NameLink(Verdict.UNSURE, f"initials: {names}", 0.3)
    if _nearly(short[0], long_[0]):
        return NameLink(Verdict.UNSURE, f"nearly-same-spelling: {names}", 0.3)
    return NameLink(Verdict.DIFFERENT, f"given-names: {names}")


def _called_otherwise(one: Words, other: Words) -> bool:
    """Whether the one is called by a middle name that is not the other's: `J. David`, `John`."""
    if len(one[0]) > 1 or len(one) < 2 or len(one[1]) < 2:
        return False
    return not _like(one[1], other[0])


def _like(one: str, other: str) -> str:
    """How two given names agree: `equal`, `spelling`, `nickname`, `initial`; empty: they do not."""
    if one == other:
        return "equal"
    if len(one) == 1 or len(other) == 1:
        return "initial" if one[0] == other[0] else ""
    if min(len(one), len(other)) >= _SHORTEST_GIVEN and spelled(one) == spelled(other):
        return "spelling"
    groups = name_words().nicknames
    return "nickname" if groups.get(one, frozenset()) & groups.get(other, frozenset()) else ""


def _middles_differ(short: Words, long_: Words) -> bool:
    """Whether middle names part two people: both are printed and disagree."""
    return not all(_like(a, b) for a, b in zip(short, long_, strict=False))


def _is_inside(short: Words, long_: Words) -> bool:
    """Whether all given names of the one stand in the other, in order, none of them an initial."""
    rest = iter(long_)
    return all(len(word) > 1 and word in rest for word in short)


def _initials(words: Sequence[str]) -> set[str]:
    return {"".join(w[0] for w in words[:n]) for n in range(2, len(words) + 1)}


def _nearly(one: str, other: str) -> bool:
    """Whether two given names of five letters and more differ in one letter."""
    if min(len(one), len(other)) < 5 or abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if at is None:
        return True
    return (
        one[at + 1 :] == other[at + 1 :]
        or one[at:] == other[at + 1 :]
        or one[at + 1 :] == other[at:]
    )
