"""Entities of a record: joined across articles with a reason, parted and joined by a person."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "linking" / "names"))

from name_piles import NamePile

from onrecord.values.decisions import Decision, What


def _pile(**texts: str) -> NamePile:
    pile = NamePile()
    pile.add(texts)
    return pile


def _entity(pile: NamePile, article: str, words: str) -> dict[str, Any]:
    id_ = pile.entity_at(article, words)
    (found,) = [e for e in pile.entities().as_json if e["id"] == id_]
    return found


def _decide(
    pile: NamePile, what: What, left: tuple[str, int, int], right: tuple[str, int, int]
) -> None:
    pile.decided.append(
        Decision(
            number=len(pile.decided) + 1,
            what=what,
            article=left[0],
            start=left[1],
            end=left[2],
            other_article=right[0],
            other_start=right[1],
            other_end=right[2],
            value="name",
        )
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("[p|Bashir al-Tamari]", "[p|Basheer Tamariy]"),
        ("[p|Joe Varnholt]", "[p|Joseph Varnholt]"),
        ("[p|Haneul Kim]", "[p|Kim Haneul]"),
        ("[p|Nora Vale]", "[p|Nora Jane Vale]"),
        ("[o|Ministry of Tides]", "[o|Tides Ministry]"),
        ("[o|Velda Motor Co.]", "[o|Velda Motors Inc.]"),
        ("[l|U.K.]", "[l|Britain]"),
        ("[o|Harbour Centre]", "[o|Harbor Center]"),
    ],
)
def test_joined_across_articles(one: str, other: str) -> None:
    """Spellings, nicknames, word order and suffixes make no other name."""
    pile = _pile(a=f"{one} spoke.", b=f"{other} slept.")
    (entity,) = pile.entities().as_json
    assert len(entity["aliases"]) == 1
    assert entity["why"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("[p|Nora Vale]", "[p|Edwin Vale]"),
        ("[p|George H. Varn]", "[p|George W. Varn]"),
        ("[p|Edwin Vale Jr.]", "[p|Edwin Vale Sr.]"),
        ("[o|Northern Harbour Board]", "[o|National Health Bureau]"),
        ("[l|Quenby City]", "[l|Quenby]"),
        ("[p|Andrea Vale]", "[p|Andrew Vale]"),
        ("[p|Alexander Vale]", "[p|Alexandra Vale]"),
        ("[p|Edward Vale]", "[p|Theodore Vale]"),
        ("[p|J. David Vale]", "[p|John Vale]"),
        ("[o|Velda University]", "[o|Velda Sports]"),
        ("[o|Velda University]", "[o|University of Velda]"),
        ("[p|Edwin Vale]", "[p|Edwin Vale Jr.]"),
    ],
)
def test_kept_apart_across_articles(one: str, other: str) -> None:
    """Other given names, middle initials and generations are other people."""
    assert len(_pile(a=f"{one} spoke.", b=f"{other} slept.").entities().as_json) == 2


def test_a_name_with_and_without_a_generation_is_asked() -> None:
    """Father and son, or one person called loosely: both say that they may be one."""
    one, other = _pile(a="[p|Edwin Vale] spoke.", b="[p|Edwin Vale Jr.] slept.").entities().as_json
    assert [u["entity"] for u in one["unsure"]] == [other["id"]]
    assert one["unsure"][0]["why"].startswith("generations")
    formal = _pile(a="[p|Edwin Vale] spoke.", b="[p|Edwin R. Vale Jr.] slept.")
    assert len(formal.entities().as_json) == 1


def test_a_single_word_that_stands_where_places_do() -> None:
    """It is a place, though nobody took it for one; a title tells otherwise."""
    pile = _pile(a="They met in [p|Quenbar].", b="They slept in [p|Quenbar].")
    assert [e["type"] for e in pile.entities().as_json] == ["person"]
    pile.found = {
        id_: tuple(replace(mention, cues=("located",)) for mention in found)
        for id_, found in pile.found.items()
    }
    pile.link_anew()
    assert [e["type"] for e in pile.entities().as_json] == ["place"]


def test_a_bare_surname_finds_its_only_bearer() -> None:
    """A surname alone in an article goes to the only one in the pile who has it."""
    pile = _pile(
        a="[p|Tamsin Okerele] of [o|Velda Motors].", b="[p|Okerele] left [o|Velda Motors]."
    )
    assert pile.entity_at("a", "Tamsin Okerele") == pile.entity_at("b", "Okerele")


def test_a_bare_surname_of_two_goes_to_who_is_nearer() -> None:
    """Of two who bear a surname it is whose articles tell of the same things; else nobody's."""
    pile = _pile(
        a="[p|Tamsin Okerele] of [o|Velda Motors] in [l|Quenby].",
        b="[p|Bruno Okerele] of the [o|Tidal Choir] in [l|Orsola].",
        c="[p|Okerele] sang with the [o|Tidal Choir] in [l|Orsola].",
        d="[p|Okerele] slept.",
    )
    assert pile.entity_at("c", "Okerele") == pile.entity_at("b", "Bruno Okerele")
    alone = _entity(pile, "d", "Okerele")
    assert [m["article"] for m in alone["mentions"]] == ["d"]
    assert len(alone["unsure"]) == 2


def test_a_surname_taken_for_something_else_in_another_article() -> None:
    """The type is decided by all articles together."""
    pile = _pile(
        a="[p|Okerele] spoke.", b="[p|Okerele] left.", c="[p|Okerele] sang.", d="[o|Okerele] slept."
    )
    (entity,) = pile.entities().as_json
    assert entity["type"] == "person"
    assert entity["why"][0]["why"].startswith("type-by-vote")


def test_a_name_that_may_be_either_of_two() -> None:
    """A name without middle initial that two different people may have joins neither of itself."""
    pile = _pile(
        a="[p|George H. Varn] of [o|Velda].",
        b="[p|George W. Varn] sang.",
        c="[p|George Varn] slept.",
    )
    ids = {pile.entity_at("a", "George H. Varn"), pile.entity_at("b", "George W. Varn")}
    assert len(ids) == 2
    assert pile.entity_at("c", "George Varn") not in ids


def test_the_record_of_an_entity() -> None:
    """Its keys, its name, its mentions in order, and a reason for every other form."""
    pile = _pile(a="[p|Tamsin Okerele] spoke. [p|Okerele] left.", b="[p|TAMSIN OKERELE]")
    (entity,) = pile.entities().as_json
    assert list(entity) == ["id", "name", "type", "aliases", "mentions", "why", "unsure"]
    assert entity["name"] == "Tamsin Okerele"
    assert entity["aliases"] == ["Okerele", "TAMSIN OKERELE"]
    assert [(m["article"], m["start"]) for m in entity["mentions"]] == [
        ("a", 0),
        ("a", 22),
        ("b", 0),
    ]
    assert entity["why"] == [{"left": "Okerele", "right": "Tamsin Okerele", "why": "surname"}]


def test_a_place_in_a_longer_phrase_finds_its_name() -> None:
    """A span that overlaps a mention finds its entity; one beside it finds none."""
    pile = _pile(a="Minister [p|Tamsin Okerele] spoke.")
    entities = pile.entities()
    assert entities.at("a", 0, 23) == entities.as_json[0]["id"]
    assert entities.at("a", 0, 8) is None
    assert entities.name_of(entities.as_json[0]["id"]) == "Tamsin Okerele"


def test_same_is_kept_and_wins() -> None:
    """Two that the machine holds apart are one when a person says so."""
    pile = _pile(a="[p|Nora Vale] spoke.", b="[p|Edwin Vale] slept.")
    _decide(pile, What.SAME, pile.place("a", "Nora Vale"), pile.place("b", "Edwin Vale"))
    (entity,) = pile.entities().as_json
    assert {"left": "Nora Vale", "right": "Edwin Vale", "why": "decided: same"} in entity["why"]


def test_different_parts_one_name_of_two_articles() -> None:
    """Two of one full name are parted; others stay with the one on the left."""
    pile = _pile(a="[p|Nora Vale] spoke.", b="[p|Nora Vale] slept.", c="[p|Nora Vale] sang.")
    _decide(pile, What.DIFFERENT, pile.place("a", "Nora Vale"), pile.place("b", "Nora Vale"))
    assert pile.entity_at("a", "Nora Vale") != pile.entity_at("b", "Nora Vale")
    assert pile.entity_at("a", "Nora Vale") == pile.entity_at("c", "Nora Vale")


def test_different_parts_two_spellings() -> None:
    """What was joined by spelling is parted, each spelling with its articles."""
    pile = _pile(
        a="[p|Bashir Tamari] spoke.", b="[p|Basheer Tamari] slept.", c="[p|Basheer Tamari] sang."
    )
    _decide(
        pile, What.DIFFERENT, pile.place("a", "Bashir Tamari"), pile.place("b", "Basheer Tamari")
    )
    assert pile.entity_at("b", "Basheer Tamari") == pile.entity_at("c", "Basheer Tamari")
    assert pile.entity_at("a", "Bashir Tamari") != pile.entity_at("b", "Basheer Tamari")


def test_different_parts_mentions_of_one_article() -> None:
    """Two mentions that one article seems to use for one person are parted."""
    pile = _pile(a="[p|Nora Vale] spoke. [p|Vale] left. [p|Vale] sang.")
    _decide(pile, What.DIFFERENT, pile.place("a", "Nora Vale"), pile.place("a", "Vale", 2))
    assert pile.entity_at("a", "Vale", 2) != pile.entity_at("a", "Nora Vale")
    assert pile.entity_at("a", "Vale", 1) == pile.entity_at("a", "Nora Vale")


def test_undecided_is_asked_no_more() -> None:
    """A pair that a person left open is not listed as unsure again."""
    pile = _pile(a="[p|Edwin Vale] and [p|Nora Vale] met. [p|Vale] said.")
    pair = pile.place("a", "Vale said"), pile.place("a", "Edwin Vale")
    _decide(pile, What.UNDECIDED, *pair)
    (alone,) = [e for e in pile.entities().as_json if e["name"] == "Vale"]
    assert [u["entity"] for u in alone["unsure"]] == [pile.entity_at("a", "Nora Vale")]


def test_the_later_decision_counts() -> None:
    """A person may change their mind."""
    pile = _pile(a="[p|Nora Vale] spoke.", b="[p|Edwin Vale] slept.")
    pair = pile.place("a", "Nora Vale"), pile.place("b", "Edwin Vale")
    _decide(pile, What.SAME, *pair)
    _decide(pile, What.DIFFERENT, *pair)
    assert len(pile.entities().as_json) == 2
