"""Entities in the record: people, organisations, places and groups with all their printed forms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.analysis.mention_places import LOCATED, PLACE
from onrecord.lexicon.name_aliases import name_aliases
from onrecord.linking.names.folding import folded_words
from onrecord.linking.names.name_values import Tells
from onrecord.linking.names.nodes import read_node
from onrecord.linking.names.units import TYPES, letter_of
from onrecord.record.entity_atoms import AtomIndex, NameLookups, atoms_of
from onrecord.record.entity_decisions import name_decisions
from onrecord.record.entity_groups import EntityGroup, Groups, group_atoms
from onrecord.values.ids import group_id
from onrecord.values.vocabulary import EntityType

_LEAST_SHARE = 0.1
"""Share of the printings of the most printed full name that a longer one needs to be the name."""
_OFTEN_LOCATED = 2
"""Mentions in a place's position that tell more than what the model took a single word for."""
_MOST_UNSURE = 10
"""Entities that are listed as possibly the same."""


@dataclass(frozen=True, slots=True)
class Entities:
    """The entities of a record, and where each is named."""

    as_json: list[dict[str, Any]]
    """As the contract lists them, by their first mention."""
    _index: AtomIndex
    _groups: Groups

    def at(self, article: str, start: int, end: int) -> str | None:
        """The id of the entity that is named at a place, or in a part of it; None: none is."""
        atom = self._index.at(article, start, end)
        return None if atom is None else str(self.as_json[self._groups.of[atom]]["id"])

    def name_of(self, entity: str) -> str | None:
        """The name of the entity with an id; None: there is none."""
        return next((e["name"] for e in self.as_json if e["id"] == entity), None)


def compile_entities(lookups: NameLookups, order: Mapping[str, int]) -> Entities:
    """The entities of a pile.

    Args:
        lookups: what is kept of names.
        order: article -> its place in the record.
    """
    decisions = name_decisions(lookups.decisions())
    apart = [d.right for d in decisions if d.what == "different"]
    index = atoms_of(lookups.name_places(), dict(order), apart)
    profiles = lookups.name_profiles()
    groups = group_atoms(index, profiles, lookups.name_links(), decisions)
    split = {
        atom.node
        for atoms in index.by_node.values()
        if len({groups.of[n] for n in atoms}) > 1
        for atom in [index.atoms[atoms[0]]]
    }
    told = _Told(lookups, profiles, split)
    made = [_entity(group, index, told) for group in groups.groups]
    ids = [entity["id"] for entity in made]
    for (left, right), why in groups.unsure.items():
        for one, other in ((left, right), (right, left)):
            if len(made[one]["unsure"]) < _MOST_UNSURE:
                made[one]["unsure"].append({"entity": ids[other], "why": why})
    return Entities(made, index, groups)


class _Told:
    """What is told of the atoms of an entity: by node where it has it alone, else by article."""

    def __init__(
        self, lookups: NameLookups, profiles: Mapping[str, Tells], split: set[str]
    ) -> None:
        self._lookups, self._profiles, self._split = lookups, profiles, split

    def of(self, atoms: Sequence[tuple[str, str]]) -> dict[str, Tells]:
        """Node -> what the articles of some (node, article) tell of it."""
        found: dict[str, Tells] = {}
        for node, article in atoms:
            if node not in self._split:
                found[node] = self._profiles[node]
                continue
            into: dict[str, Counter[str]] = {
                kind: Counter(values) for kind, values in found.get(node, {}).items()
            }
            for local in self._lookups.local_names(article):
                if local.node == node:
                    for kind, values in local.tells.items():
                        into.setdefault(kind, Counter()).update(values)
            found[node] = into
        return found


def _entity(group: EntityGroup, index: AtomIndex, told: _Told) -> dict[str, Any]:
    atoms = [index.atoms[n] for n in group.atoms]
    tells = told.of([(atom.node, atom.article) for atom in atoms])
    votes = Counter[str]()
    forms = Counter[str]()
    for of in tells.values():
        votes.update(of.get("type", {}))
        forms.update(of.get("form", {}))
    name = _name(forms, tells)
    mentions = [
        {"article": atom.article, "start": start, "end": end}
        for atom in atoms
        for start, end in atom.places
    ]
    members = [" ".join((atom.article, *map(str, atom.places[0]))) for atom in atoms]
    return {
        "id": group_id("entity", members),
        "name": name,
        "type": _type(votes, tells).value,
        "aliases": sorted(form for form in forms if form != name),
        "mentions": mentions,
        "why": _why(group, tells, name),
        "unsure": [],
    }


def _type(votes: Counter[str], tells: Mapping[str, Tells]) -> EntityType:
    known = sorted({node[0] for node in tells if node[2] in "=@"})
    if known:
        return TYPES[known[0]]
    letter = letter_of(votes)
    return EntityType.PLACE if letter in "px" and _is_located(tells) else TYPES[letter]


def _is_located(tells: Mapping[str, Tells]) -> bool:
    """Whether a single word that no article ever calls by a title or a full name stands where
    places do, at least twice."""
    if any(read_node(node).words[1:] for node in tells):
        return False
    if any(of.get("title") or of.get("gender") for of in tells.values()):
        return False
    cues = [of.get("cue", {}) for of in tells.values()]
    return sum(cue.get(PLACE, 0) + cue.get(LOCATED, 0) for cue in cues) >= _OFTEN_LOCATED


def _name(forms: Mapping[str, int], tells: Mapping[str, Tells]) -> str:
    """The longest full name that is printed often enough; ties by count, then in order."""
    full = [f for f in forms if len(folded_words(f)) > 1] or list(forms)
    most = max(forms[f] for f in full)
    least = max(_LEAST_SHARE * most, 2 if most > 2 else 1)
    wanted = [f for f in full if forms[f] >= least]
    if any(node[2] == "=" for node in tells):
        proper = [f for f in forms if _how(f) in ("name", "other-name")]
        wanted = [f for f in proper if _how(f) == "name"] or proper or wanted
    return min(
        wanted,
        key=lambda f: (-len(folded_words(f)), f.isupper(), -len(f), -forms[f], f),
    )


def _how(form: str) -> str | None:
    known = name_aliases().known(form)
    return known.how if known else None


def _why(group: EntityGroup, tells: Mapping[str, Tells], name: str) -> list[dict[str, str]]:
    """Why the printed forms are one: of each the reason that was found first."""
    found: dict[tuple[str, str], str] = {}
    for of in tells.values():
        for line in of.get("joined", {}):
            left, right, why = line.split("\t")
            found.setdefault((left, right), why)
        for form in of.get("form", {}):
            known = name_aliases().known(form)
            if known is not None and form != name and known.how != "name":
                found.setdefault((form, name), f"known: {known.how} of {known.name}")
    for (left, right), why in group.joined.items():
        if left in tells and right in tells:
            found.setdefault((_form(tells[left]), _form(tells[right])), why)
    return [
        {"left": left, "right": right, "why": why} for (left, right), why in sorted(found.items())
    ]


def _form(tells: Tells) -> str:
    """The form of a node that is printed most."""
    forms = tells["form"]
    return min(forms, key=lambda form: (-forms[form], form))
