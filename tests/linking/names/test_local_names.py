"""What one article calls by name, and who is kept apart in it."""

from __future__ import annotations

from name_piles import NamePile


def _names(text: str) -> dict[str, set[str]]:
    pile = NamePile()
    pile.add({"a": text})
    return pile.names()


def test_surname_given_name_and_initials() -> None:
    """A surname, a given name and a nickname go to the full name of the article."""
    assert _names(
        "[p|Joseph R. Varnholt] spoke. [p|Varnholt] said so. [p|Joe Varnholt] left. [p|Joe] slept."
    ) == {"Joseph R. Varnholt": {"Joseph R. Varnholt", "Varnholt", "Joe Varnholt", "Joe"}}


def test_a_surname_taken_for_a_place() -> None:
    """The type is decided by all mentions together."""
    pile = NamePile()
    pile.add({"a": "[p|Tamsin Okerele] said. [l|Okerele] left. In [l|Quenby], [p|Okerele] slept."})
    (found,) = [e for e in pile.entities().as_json if e["name"] == "Tamsin Okerele"]
    assert found["type"] == "person"
    assert len(found["mentions"]) == 3


def test_namesakes_by_gender() -> None:
    """Two of one surname are told apart by their titles."""
    pile = NamePile()
    pile.add({"a": "[p:m|Edwin Vale] and [p:f|Nora Vale] met. [p:f|Vale] said. [p:m|Vale] left."})
    assert pile.entity_at("a", "Vale said") == pile.entity_at("a", "Nora Vale")
    assert pile.entity_at("a", "Vale left") == pile.entity_at("a", "Edwin Vale")
    assert pile.entity_at("a", "Edwin Vale") != pile.entity_at("a", "Nora Vale")


def test_an_unclear_surname_stays_alone() -> None:
    """A surname of two who are named as often is given to neither, and both are listed."""
    pile = NamePile()
    pile.add({"a": "[p|Edwin Vale] and [p|Nora Vale] met. [p|Vale] said."})
    alone = pile.entity_at("a", "Vale said")
    assert alone not in (pile.entity_at("a", "Edwin Vale"), pile.entity_at("a", "Nora Vale"))
    (found,) = [e for e in pile.entities().as_json if e["id"] == alone]
    assert {u["entity"] for u in found["unsure"]} == {
        pile.entity_at("a", "Edwin Vale"),
        pile.entity_at("a", "Nora Vale"),
    }


def test_generations_are_kept_apart() -> None:
    """Father and son of one name who stand in one article are two."""
    names = _names("[p|Edwin Vale] and his son [p|Edwin Vale Jr.] met.")
    assert set(names) == {"Edwin Vale", "Edwin Vale Jr."}


def test_abbreviations_that_the_text_explains() -> None:
    """What stands in brackets behind a name is its abbreviation, in round or square ones."""
    assert _names("The [o|Northern Harbour Board] ([o|NHB]) met. [o|NHB] said.") == {
        "Northern Harbour Board": {"Northern Harbour Board", "NHB"}
    }
    assert _names("The [o|TSC] [[o|Tide Security Corps]] met.") == {
        "Tide Security Corps": {"Tide Security Corps", "TSC"}
    }


def test_parts_are_not_the_whole() -> None:
    """A longer name with a word for a part, and a city with a country's name, are other things."""
    names = _names("[o|Velda] sells in the [o|Velda Store]. [l|Quenby City] is in [l|Quenby].")
    assert len(names) == 4


def test_two_companies_of_one_word() -> None:
    """What is left out at will tells two companies apart where it differs."""
    assert len(_names("[o|Velda Bank] sued [o|Velda Airlines].")) == 2


def test_a_government_by_its_capital() -> None:
    """A capital that acts is its government, not the city."""
    names = _names("[l:!|Washington] said no. He lives in [l|Washington].")
    pile = NamePile()
    pile.add({"a": "[l:!|Washington] said no. He lives in [l|Washington]."})
    assert len(names) == 1  # of the same name
    found = pile.entities().as_json
    assert sorted(e["type"] for e in found) == ["organisation", "place"]


def test_nations_and_peoples() -> None:
    """An adjective belongs to its country, the people is a group of its own."""
    pile = NamePile()
    pile.add({"a": "[l|Norway] and a [g|Norwegian] ship; [g|Norwegians] cheered."})
    assert pile.entity_at("a", "Norway") == pile.entity_at("a", "Norwegian ")
    assert pile.entity_at("a", "Norwegians") != pile.entity_at("a", "Norway")
