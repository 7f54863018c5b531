"""What kind of figure it is: level, count, change, money, share; and what became of the counted."""

from __future__ import annotations

import pytest
from figure_counted_reader import Read, reader
from spacy.language import Language


@pytest.fixture(scope="module")
def read(nlp: Language) -> Read:
    """Reads what the numbers of a text count."""
    return reader(nlp)


@pytest.mark.parametrize(
    ("text", "number", "kind", "direction"),
    [
        ("There are 5,200 troops in Vale.", "5,200", "level", ""),
        ("The camp houses 700 refugees.", "700", "level", ""),
        ("The firm employs 900 workers.", "900", "level", ""),
        ("Rebels carried out 14 attacks in May.", "14", "count", ""),
        ("The court heard 49 witnesses.", "49", "count", ""),
        ("Vale cut the force by 1,200.", "1,200", "change", "down"),
        ("They cut their numbers in half.", "half", "change", "down"),
        ("Prices rose 3 percent.", "3", "change", "up"),
        ("Crude fell $10 a barrel.", "$10", "change", "down"),
        ("The budget foresees a 10 percent increase in spending.", "10", "change", "up"),
        ("Exports were down 4 percent.", "4", "change", "down"),
        ("Vale will send 300 additional troops.", "300", "change", "up"),
        ("The plant will shed 900 jobs.", "900", "change", "down"),
        ("The party lost 24 seats.", "24", "change", "down"),
        ("They raised spending by $130 million.", "$130 million", "change", "up"),
        ("Membership fell to 2,500.", "2,500", "level", ""),
        ("Unemployment rose to 8 percent.", "8", "share", ""),
        ("The campaign raised $3 million.", "$3 million", "money", ""),
        ("She spent billions on roads.", "billions", "money", ""),
        ("The 34-year-old driver was hurt.", "34", "age", ""),
        ("A magnitude 6.8 earthquake shook Vale.", "6.8", "other", ""),
    ],
)
def test_kinds(read: Read, text: str, number: str, kind: str, direction: str) -> None:
    """The governing verb or noun, the unit and the preposition decide."""
    one = read(text).of(number)
    assert (str(one.kind), one.direction) == (kind, direction)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The premier cut the force to 2,500 from 3,000.", "3,000"),
        ("The force stood at 2,500, down from 3,000.", "3,000"),
        ("The rate was 8 percent, compared with 6 percent a year earlier.", "6"),
        ("The club has 2,300 members, down from its peak of 4,000.", "4,000"),
        ("The garrison, previously 3,000, was withdrawn.", "3,000"),
    ],
)
def test_what_it_was_before_is_former(read: Read, text: str, number: str) -> None:
    """`from`, `down from`, `previously` and `compared with` lead to an earlier value."""
    one = read(text).of(number)
    assert one.former
    assert str(one.kind) != "change"


def test_from_a_place_is_not_former(read: Read) -> None:
    """`retreated from three villages` counts villages."""
    assert not read("The rebels retreated from three villages.").of("three").former


@pytest.mark.parametrize(
    ("text", "number", "outcome", "head"),
    [
        ("The blast killed 24 people.", "24", "killed", "person"),
        ("The blast killed 24.", "24", "killed", "person"),
        ("At least 24 were killed.", "24", "killed", "person"),
        ("24 dead in Velmar blast", "24", "killed", "person"),
        ("The storm left 24 dead.", "24", "killed", "person"),
        ("The collapse claimed 24 lives.", "24", "killed", "person"),
        ("Rescuers found 24 bodies.", "24", "killed", "person"),
        ("The death toll rose to 126.", "126", "killed", "person"),
        ("The ministry gave a death toll of 24.", "24", "killed", "person"),
        ("They mourned the deaths of 24 miners.", "24", "killed", "miner"),
        ("The flood led to 24 deaths.", "24", "killed", "person"),
        ("Two medics were among the dead.", "Two", "killed", "medic"),
        ("Fourteen soldiers who died in Mere were buried.", "Fourteen", "killed", "troop"),
        ("Four people were shot and killed.", "Four", "killed", "person"),
        ("Four hikers were reported missing.", "Four", "missing", "hiker"),
        ("The bus crashed, with 14 others hurt.", "14", "wounded", "person"),
        ("Hospitals treated 60 wounded soldiers.", "60", "wounded", "troop"),
        ("The clashes caused 60 casualties.", "60", "casualty", "person"),
        ("Police arrested 31 protesters.", "31", "arrested", "protester"),
        ("The raid led to 31 arrests.", "31", "arrested", "person"),
        ("The quake left 900 families homeless.", "900", "homeless", "family"),
        ("The firm laid off 300 workers.", "300", "dismissed", "worker"),
        ("The flood destroyed 80 homes.", "80", "destroyed", "home"),
    ],
)
def test_outcomes(read: Read, text: str, number: str, outcome: str, head: str) -> None:
    """Verbs, participles, nouns and adjectives say what became of the counted."""
    one = read(text).of(number)
    assert (one.outcome, one.head) == (outcome, head)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Three gunmen killed the guard.", "Three"),
        ("Rebels fired 12 rockets at the port.", "12"),
        ("About 15,000 barrels of oil were released.", "15,000"),
        ("Three senators killed off the bill.", "Three"),
    ],
)
def test_who_does_it_has_no_outcome(read: Read, text: str, number: str) -> None:
    """Killers are not killed, and rockets that are fired are not dismissed."""
    assert read(text).of(number).outcome == ""


def test_verbs_side_by_side_keep_their_own(read: Read) -> None:
    """`24 killed and 60 wounded` are two counts."""
    found = read("At least 24 people were killed and 60 wounded in the bombing.")
    assert [one.outcome for one in found.counted if one] == ["killed", "wounded"]


def test_a_verb_tagged_as_a_noun_is_seen(read: Read) -> None:
    """A headline's `wounds 50` counts no wounds."""
    found = read("Bombs in the market kill 13 fighters, wounds 50.")
    assert (found.of("50").outcome, found.of("50").head) == ("wounded", "fighter")


@pytest.mark.parametrize(
    ("text", "number", "head", "printed"),
    [
        ("The death toll of its medics rose to 14.", "14", "medic", "medics"),
        ("The raid caused 14 civilian deaths.", "14", "civilian", "civilian deaths"),
        ("The province counted 300 road deaths.", "300", "person", "road deaths"),
    ],
)
def test_deaths_are_those_of_somebody(
    read: Read, text: str, number: str, head: str, printed: str
) -> None:
    """A toll of some people counts them, and so does a word before `deaths`."""
    found = read(text)
    one = found.of(number)
    assert (one.head, one.outcome) == (head, "killed")
    assert found.printed(one) == printed


def test_the_verb_says_the_way_of_what_rises_or_falls(read: Read) -> None:
    """`reduced the increase by` is down."""
    assert read("The levee reduced the surge by two metres.").of("two").direction == "down"


def test_few_soldiers_are_no_garrison(read: Read) -> None:
    """`another two soldiers` adds to no level, and two at a gate are none."""
    assert str(read("Another two soldiers were on duty at the gate.").of("two").kind) == "count"
