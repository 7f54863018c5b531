"""What a number counts: the head of its phrase, its class, and the words that name it."""

from __future__ import annotations

import pytest
from figure_counted_reader import Read, reader
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from onrecord.analysis.figures.head_words import lemma


@pytest.fixture(scope="module")
def read(nlp: Language) -> Read:
    """Reads what the numbers of a text count."""
    return reader(nlp)


@pytest.mark.parametrize(
    ("text", "number", "counted", "head"),
    [
        ("The ferry carried 240 passengers.", "240", "passengers", "passenger"),
        ("Vale sent 3,000 armoured troops.", "3,000", "armoured troops", "troop"),
        ("The gang launched 39 rocket attacks.", "39", "rocket attacks", "attack"),
        ("Dozens of wooden houses burned.", "Dozens", "wooden houses", "home"),
        ("The tanker spilled 5,000 barrels of oil.", "5,000", "oil", "oil"),
        ("Mere pledged $8 billion in emergency aid.", "$8 billion", "emergency aid", "aid"),
        ("The firm won an $8 billion contract.", "$8 billion", "contract", "contract"),
        ("It is a deal worth $40 million.", "$40 million", "deal", "deal"),
        ("The poll found that 8 percent of voters stayed away.", "8", "voters", "voter"),
        ("Vale has an unemployment rate of 8 percent.", "8", "unemployment rate", "rate"),
        ("The plan helps half the farmers.", "half", "farmers", "farmer"),
        ("Vale kept a force of 2,500 in the north.", "2,500", "force", "troop"),
        ("The 5,000-strong force left Mere.", "5,000", "force", "troop"),
        ("The number of cases in Mere reached 300.", "300", "cases", "case"),
        ("Troop levels in Vale fell to 2,500.", "2,500", "Troop levels", "troop"),
        ("Prices stood at $80 a barrel.", "$80", "Prices", "price"),
        ("Police put the crowd at 6,200.", "6,200", "crowd", "person"),
        ("A group of 12 was led away.", "12", "group", "person"),
        ("The valley has a population of 41,000.", "41,000", "population", "population"),
        ("The 105-member assembly voted.", "105", "member", "member"),
        ("The mayor hired 40 police officers.", "40", "police officers", "police"),
        ("The team screened 60 asylum seekers.", "60", "asylum seekers", "migrant"),
        ("A 34-year-old driver was hurt.", "34", "driver", "driver"),
        ("The union speaks for 2,000 in-house lawyers.", "2,000", "lawyers", "lawyer"),
        ("They counted 12 current and former officials.", "12", "officials", "official"),
    ],
)
def test_the_counted_is_found_and_named(
    read: Read, text: str, number: str, counted: str, head: str
) -> None:
    """The head's class and the printed words, with the modifiers before it."""
    found = read(text)
    one = found.of(number)
    printed = found.printed(one)
    assert one.head == head
    assert printed is not None
    assert printed.endswith(counted)


def test_the_printed_words_leave_out_number_and_change(read: Read) -> None:
    """`more` and `other such` between number and head name nothing; what tells kinds apart does."""
    found = read("Vale will send 3,000 more combat troops to the border.")
    assert found.printed(found.of("3,000")) == "combat troops"
    assert found.of("3,000").modifiers == ("combat",)


def test_nationalities_and_description_tell_no_kinds_apart(read: Read) -> None:
    """Owners and `new` are no modifiers; `pro-government` is one."""
    found = read("Vale trained 300 new Norlandish pro-government fighters.")
    assert found.of("300").modifiers == ("pro-government",)
    assert found.of("300").head == "fighter"


def test_a_head_left_out_is_that_of_the_nearest_figure(read: Read) -> None:
    """Marked as elided, with the words that stand elsewhere."""
    found = read("The blast killed three soldiers and wounded 14.")
    one = found.of("14")
    assert one.elided
    assert found.printed(one) == "soldiers"
    assert (one.head, one.outcome) == ("troop", "wounded")
    assert not one.adjacent


def test_a_level_that_held_before_shares_the_head(read: Read) -> None:
    """`a reduction from 3,000` is of the troops that the sentence counts, and former."""
    found = read("The troop presence has stood at 2,500 since she ordered a reduction from 3,000.")
    one = found.of("3,000")
    assert (one.head, one.former, str(one.kind)) == ("troop", True, "level")


def test_a_list_in_brackets_shares_the_head(read: Read) -> None:
    """What stands in brackets after a name is counted like the first of the list."""
    found = read("Plants in Oskel (1,500 jobs), Lindgate (720) and Velmar (400) will close.")
    assert [found.of(number).head for number in ("1,500", "720", "400")] == ["job", "job", "job"]


@pytest.mark.parametrize(
    "text",
    [
        "One of the ministers resigned.",
        "One official said the talks had failed.",
        "The two met in Velmar.",
        "One day the bridge will be rebuilt.",
        "No one was seen.",
        "Officers used the 1033 program to buy boots.",
    ],
)
def test_pronouns_and_names_are_no_figures(read: Read, text: str) -> None:
    """`one` as a pronoun or an article, `the two`, a number that tells which one."""
    assert [one for one in read(text).counted if one is not None] == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The storm killed one woman.", "one"),
        ("At least one minister resigned.", "one"),
        ("She has two sons and one daughter.", "one"),
        ("One of them was killed.", "One"),
    ],
)
def test_one_may_count(read: Read, text: str, number: str) -> None:
    """With an outcome, a bound or another number beside it, `one` is a figure."""
    assert read(text).all_of(number)


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("people", "person"),
        ("women", "woman"),
        ("policemen", "policeman"),
        ("children", "child"),
        ("nurses", "nurse"),
        ("houses", "house"),
        ("viruses", "virus"),
        ("buses", "bus"),
        ("boxes", "box"),
        ("cities", "city"),
        ("attacks", "attack"),
        ("crises", "crisis"),
        ("Norlanis", "norlani"),
        ("tennis", "tennis"),
        ("Émigrés", "emigre"),
    ],
)
def test_lemmas(plural: str, singular: str) -> None:
    """Plurals come to their singular, folded."""
    assert lemma(plural) == singular


PIECES = (
    *("24", "killed", "of", "the", "people", "and", "two", "them", "$8 billion", "rose", "to"),
    *("by", "8 percent", ",", "(", ")", "including", "dozens", "from", "was", "-", "“"),
)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(PIECES),
        max_size=14,
    )
)
def test_no_words_break_the_reader(nlp: Language, pieces: list[str]) -> None:
    """One answer a number, and every span lies in the text and is named by it."""
    text = " ".join(pieces)
    found = reader(nlp)(text)
    assert len(found.counted) == len(found.numbers)
    for one in found.counted:
        if one is not None and one.span is not None:
            assert one.span.slice(text).strip()
            assert one.part_of is None or 0 <= one.part_of < len(found.numbers)
