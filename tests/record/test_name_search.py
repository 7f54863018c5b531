"""Names as people type them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.name_search import find_names, holds_name, holds_words


def named(id_: str, name: str, *aliases: str, type: str = "person") -> dict[str, Any]:
    """An entity of the JSON; only what a name is found by."""
    return {"id": id_ * 16, "name": name, "aliases": list(aliases), "type": type}


PEOPLE = [
    named("1", "Tarek al-Sabir", "Sabir", "Tareq Sabir"),
    named("2", "Ines F. Moreau-Lund Jr.", "Moreau-Lund"),
    named("3", "Elm", type="place"),
    named("4", "Ada Elm"),
    named("5", "The Elm Gazette", "Gazette", type="organisation"),
    named("6", "U.T.F.", "Union of Tide Fishers", type="organisation"),
    named("7", "Ada Elm Jr."),
    named("8", "José O’Malley", "O’Malley"),
]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("sabir", "1"),
        ("AL-SABIR", "1"),
        ("alsabir", "1"),
        ("al sabir", "1"),
        ("Tareq al-Sabir’s", "1"),
        ("Prime Minister Sabir", "1"),
        ("Gen. Tarek Sabir", "1"),
        ("moreau lund", "2"),
        ("Moreau-Lund", "2"),
        ("ines lund", "2"),
        ("lund ines", ""),
        ("Ines Moreau-Lund", "2"),
        ("Jorge Moreau-Lund", ""),
        ("elm", "347"),
        ("Ada", "47"),
        ("ada elm", "4"),
        ("ada elm jr", "7"),
        ("the Elm Gazette", "5"),
        ("elm gazette", "5"),
        ("gazette", "5"),
        ("fishers", "6"),
        ("union of tide fishers", "6"),
        ("UTF", "6"),
        ("the u.t.f.", "6"),
        ("omalley", "8"),
        ("O'Malley", "8"),
        ("jose omalley", "8"),
        ("3333", "3"),
        ("333333333333333333", ""),
        ("333", ""),
        ("lighthouse", ""),
        ("", ""),
        ("...", ""),
        ("Mr.", ""),
    ],
)
def test_a_name_is_found_as_it_is_typed(typed: str, found: str) -> None:
    """Any printed form will do, without case, accent, hyphen, `al-` or title; all that fit come."""
    assert [entity["id"][0] for entity in find_names(PEOPLE, typed)] == list(found)


def test_another_spelling_is_found_where_no_form_is_it() -> None:
    """A transliteration that nobody prints; but one that somebody bears goes before."""
    people = [named("1", "Qasem Sulaymani"), named("2", "Ada Finch")]
    assert [e["id"][0] for e in find_names(people, "Soleimani")] == ["1"]
    people.append(named("3", "Omar Soleimani"))
    assert [e["id"][0] for e in find_names(people, "Soleimani")] == ["3"]


@given(st.text(max_size=30), st.text(max_size=30))
def test_every_name_is_found_by_itself(name: str, typed: str) -> None:
    """Whatever a name is made of, typing it finds it, and typing anything breaks nothing."""
    entity = named("1", name, type="other")
    assert entity in find_names([entity], name) or not any(c.isalnum() for c in name)
    find_names([entity], typed)


def test_descriptions() -> None:
    """All typed words, in any form and order; or a form of a name, whole."""
    assert holds_words("two senior harbour officials", "harbour official")
    assert not holds_words("a senior official", "harbour official")
    assert not holds_words("a senior official", "")
    assert holds_name("an aide to Mr. al-Sabir", ["Tarek al-Sabir", "Sabir"])
    assert not holds_name("an aide to Sabirov", ["Sabir"])
    assert not holds_name("an aide", [])
    assert not holds_words(None, "aide")
