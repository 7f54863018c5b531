"""What one article calls by name: `local_names` is a pure function of its text and its mentions.

1. units: mentions of the same form (`units`);
2. full names of one person or organisation, and what the text itself says to be one
   (`Northern Harbour Board (NHB)`);
3. short forms: a surname, a given name, the beginning or end of an organisation's name;
4. each group is a local name; what it is called most fully makes its node.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from onrecord.linking.names.expansions import expansions
from onrecord.linking.names.name_values import LocalName, NameLink, Verdict
from onrecord.linking.names.nodes import node_of
from onrecord.linking.names.organisations import Tail, compare_organisations, tail_of
from onrecord.linking.names.persons import compare_persons
from onrecord.linking.names.short_forms import Bearers
from onrecord.linking.names.units import GOVERNMENT, Unit, UnitKey, letter_of, units_of
from onrecord.values.findings import Mention

_MORE = 2
"""How many times as often a full name must be printed as a beginning of it."""


@dataclass(slots=True)
class Group:
    """Units that are one thing."""

    units: list[Unit]
    joined: list[tuple[str, str, str]] = field(default_factory=list)
    """Two printed forms and why they are one."""
    best: Unit = field(init=False)
    """The unit whose form is fullest; of these the one that is printed most."""
    letter: str = field(init=False)
    """Its type by vote."""
    gender: str = field(init=False)
    """The one gender told of it."""

    def __post_init__(self) -> None:
        self.best = min(
            self.units,
            key=lambda u: (u.form.known is None, -len(u.form.words), -len(u.mentions), u.key),
        )
        self.letter = letter_of(self.votes)
        found = {unit.gender for unit in self.units if unit.gender}
        self.gender = found.pop() if len(found) == 1 else ""

    @property
    def votes(self) -> Counter[str]:
        """Votes for its type: of its full names where it has any."""
        full = [unit for unit in self.units if not unit.bare] or self.units
        votes = Counter[str]()
        for unit in full:
            for letter, count in unit.votes.items():
                votes[letter] += count
        return votes

    @property
    def weight(self) -> int:
        """How often it is named."""
        return sum(len(unit.mentions) for unit in self.units)

    @property
    def first(self) -> int:
        """Where it is first named."""
        return min(unit.first for unit in self.units)

    def add(self, units: Sequence[Unit], joined: Sequence[tuple[str, str, str]]) -> None:
        """Take in units, with the reasons."""
        self.joined += joined
        self.units += units
        self.__post_init__()

    def has_cue(self, beginning: str) -> bool:
        """Whether something of this kind is told of it."""
        return any(cue.startswith(beginning) for unit in self.units for cue in unit.cues)


def local_names(text: str, mentions: Sequence[Mention]) -> tuple[LocalName, ...]:
    """What the article calls by name, by where each is first named.

    Args:
        text: of the article.
        mentions: what the analysis found in it, in order.
    """
    # 1. units
    units = units_of(text, mentions)
    # 2. full names
    groups = [Group([unit]) for unit in units if not unit.bare]
    bare = [unit for unit in units if unit.bare]
    groups = _join_full(groups)
    groups, bare = _join_expanded(groups, bare, expansions(text, units))
    # 3. short forms
    bearers = Bearers(groups)
    for unit in bare:
        found = bearers.of(unit)
        if found is None:
            groups.append(Group([unit]))
        else:
            group, why = found
            group.add([unit], [(_printed(unit), _printed(group.best), why)])
    # 4. local names
    apart = _apart(groups)
    return tuple(
        _local(group, apart) for group in sorted(groups, key=lambda g: (g.first, g.best.key))
    )


def _join_full(groups: list[Group]) -> list[Group]:
    """Full names of one person or organisation joined."""
    parent = list(range(len(groups)))

    def root(n: int) -> int:
        while parent[n] != n:
            n = parent[n]
        return n

    for one, other in sorted(_pairs(groups)):
        left, right = groups[root(one)], groups[root(other)]
        if left is right:
            continue
        why = _same(left, right)
        if why is not None:
            left.add(right.units, [*right.joined, (_printed(left.best), _printed(right.best), why)])
            parent[root(other)] = root(one)
    return [group for n, group in enumerate(groups) if root(n) == n]


def _pairs(groups: Sequence[Group]) -> Iterator[tuple[int, int]]:
    """Groups that share a word at the end or the beginning, or are abbreviations."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for n, group in enumerate(groups):
        unit = group.best
        if unit.key[0] != "@":
            words = unit.form.words
            for word in {words[0][:4], words[-1][:4]}:
                holders[word].append(n)
    yield from {pair for held in holders.values() for pair in combinations(held, 2)}


def _same(left: Group, right: Group) -> str | None:
    """Why two full names in one article are one; None: they are not."""
    one, other = left.best.form, right.best.form
    if one.known and other.known:
        return None
    letters = {left.letter, right.letter}
    if "p" in letters and letters <= {"p", "x"} and min(len(one.words), len(other.words)) > 1:
        link = compare_persons(one.words, other.words, (one.generation, other.generation))
        genders = {g for g in (left.gender, right.gender) if g}
        if link is None or len(genders) > 1 or one.generation != other.generation:
            return None
        if link.verdict is Verdict.SAME or _is_begun(left, right, link):
            return link.why
    if "p" not in (left.letter, right.letter) and "g" not in (left.letter, right.letter):
        link = compare_organisations(one.words, other.words)
        if link and (link.verdict is Verdict.SAME or _may_shorten(left, right, link.verdict)):
            return link.why
    return None


def _is_begun(left: Group, right: Group, link: NameLink) -> bool:
    """An initial for a given name; or a beginning of a longer name that is printed more often."""
    if link.verdict is not Verdict.SHORT or not link.why.startswith("beginning"):
        return link.verdict is Verdict.SHORT
    short, long_ = sorted((left, right), key=lambda g: len(g.best.form.words))
    return long_.weight >= _MORE * short.weight


def _may_shorten(left: Group, right: Group, verdict: Verdict) -> bool:
    """A short form of an organisation; places are not shortened (`Kuwait City`, `Kuwait`)."""
    if verdict is not Verdict.SHORT or "l" in (left.letter, right.letter):
        return False
    short, long_ = sorted((left.best.form.words, right.best.form.words), key=len)
    return len(short) > 1 or tail_of(short, long_) is Tail.TRADE


def _join_expanded(
    groups: list[Group], bare: list[Unit], found: Sequence[tuple[UnitKey, UnitKey, str]]
) -> tuple[list[Group], list[Unit]]:
    """Abbreviations joined with what the text says that they stand for."""
    every = [*groups, *(Group([unit]) for unit in bare)]
    by_key = {unit.key: group for group in every for unit in group.units}
    for long_key, short_key, why in found:
        left, right = by_key[long_key], by_key[short_key]
        if left is right:
            continue
        left.add(right.units, [*right.joined, (_printed(right.best), _printed(left.best), why)])
        for unit in right.units:
            by_key[unit.key] = left
    kept = list({id(group): group for group in by_key.values()}.values())
    alone = {id(group) for group in kept if len(group.units) == 1 and group.units[0].bare}
    return (
        [group for group in kept if id(group) not in alone],
        [group.units[0] for group in kept if id(group) in alone],
    )


def _printed(unit: Unit) -> str:
    return min(unit.forms, key=lambda form: (-unit.forms[form], form))


def _apart(groups: Sequence[Group]) -> set[str]:
    """Surnames with given names that the article prints with and without a generation."""
    printed: defaultdict[str, set[str]] = defaultdict(set)
    for group in groups:
        words = group.best.form.words
        if len(words) > 1:
            printed[f"{words[0]} {words[-1]}"].add(group.best.form.generation)
    return {name for name, generations in printed.items() if len(generations) > 1}


def _local(group: Group, apart: set[str]) -> LocalName:
    tells: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for unit in group.units:
        for kind, counts, silent in (
            ("form", unit.forms, None),
            ("gender", unit.genders, ""),
            ("title", unit.titles, None),
            ("cue", unit.cues, GOVERNMENT),
        ):
            for value, count in counts.items():
                if value != silent:
                    tells[kind][value] += count
    tells["type"] = group.votes
    tells["articles"][""] = 1
    words = group.best.form.words
    if f"{words[0]} {words[-1]}" in apart:
        tells["apart"][""] = 1
    for short, long_, why in group.joined:
        tells["joined"][f"{short}\t{long_}\t{why.split(':')[0]}"] += 1
    node = node_of(group.best, group.letter, group.gender)
    for unit in group.units:
        alias = " ".join(unit.form.words)
        if unit is not group.best and unit.form.known is None and alias != node[2:]:
            tells["alias"][alias] += 1
    spans = sorted(mention.span for unit in group.units for mention in unit.mentions)
    return LocalName(
        node=node,
        spans=tuple(spans),
        tells={
            kind: dict(sorted(values.items())) for kind, values in sorted(tells.items()) if values
        },
    )
