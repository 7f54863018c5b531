"""Shares of those who were asked, sums, ages, votes and people away from home: what they count."""

from __future__ import annotations

import pytest
from figure_counted_reader import Read, reader
from spacy.language import Language

from onrecord.analysis.figures.wholes import settle_wholes
from onrecord.values.figures import Figure
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Bound, FigureKind


@pytest.fixture(scope="module")
def read(nlp: Language) -> Read:
    """Reads what the numbers of a text count."""
    return reader(nlp)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Some 45 percent supported the weir, 47 percent opposed it.", "45"),
        ("Some 45 percent supported the weir, 47 percent opposed it.", "47"),
        ("Nearly half said it did not go far enough.", "half"),
        ("Nearly nine in 10 expressed concern that the weir could fail.", "nine in 10"),
        ("Six in 10 are bullish about their farms.", "Six in 10"),
        ("About 7 percent blame the mayor.", "7"),
        ("About a quarter name the council (8 percent) and others (5 percent each).", "8"),
    ],
)
def test_a_share_of_those_who_were_asked_waits_for_them(read: Read, text: str, number: str) -> None:
    """It takes neither what they answered nor a noun beside it."""
    found = read(text)
    assert (found.printed(found.of(number)), found.of(number).why) == (None, "counted: answers")


@pytest.mark.parametrize(
    ("text", "number", "counted"),
    [
        ("It is a view shared by Reds (69 percent) and independents (59 percent).", "69", "Reds"),
        ("Nearly half of all Reds blame him; that is 4 percent among Greens.", "4", "Greens"),
        ("Among Greens, 60 percent said they would stay.", "60", "Greens"),
        ("Half of the nurses said yes, and 20 percent said no.", "20", "nurses"),
    ],
)
def test_a_share_names_its_own_people(read: Read, text: str, number: str, counted: str) -> None:
    """In front of brackets, behind `among`, at the head of the sentence or in the same one."""
    found = read(text)
    assert found.printed(found.of(number)) == counted


@pytest.mark.parametrize(
    ("text", "number", "counted"),
    [
        ("When Anna Lund, 51, looked up, it was late.", "51", "Anna Lund"),
        ("Captain Eskil Roe, 27, from the army was hurt.", "27", "Captain Eskil Roe"),
        ("A ferryman aged 61 was found.", "61", "ferryman"),
        ("The driver, 34, was hurt.", "34", "driver"),
        ("Anna Lund is 34 years old.", "34", "Anna Lund"),
    ],
)
def test_an_age_is_that_of_the_person_beside_it(
    read: Read, text: str, number: str, counted: str
) -> None:
    """A name with its title, or a noun."""
    found = read(text)
    one = found.of(number)
    assert (found.printed(one), one.kind) == (counted, FigureKind.AGE)


@pytest.mark.parametrize(
    ("text", "number", "counted"),
    [
        ("A loss of $100,000 since May is much.", "$100,000", "loss"),
        ("Orbis agreed to pay $2 billion for the mine.", "$2 billion", "mine"),
        ("The firm sold the mine for $8 million.", "$8 million", "mine"),
        ("Those transfers include $20 million from a bank.", "$20 million", "transfers"),
        ("The Lunds had an estimated net worth of $13 billion.", "$13 billion", "estimated net worth"),
        ("She looked at her account in May, when she had $448,000.", "$448,000", "account"),
        ("The fund did well with 60 percent in stocks and 40 percent in bonds.", "40", "fund"),
        ("The settlement would result in billions of dollars going to towns.", "billions", "settlement"),
        ("They asked for billions of dollars for a wall.", "billions", "wall"),
        ("Mere spent $40 million on roads.", "$40 million", "roads"),
        ("The firm must pay 50 million crowns into the fund.", "50 million", "fund"),
    ],
)  # fmt: skip
def test_what_a_sum_is_of(read: Read, text: str, number: str, counted: str) -> None:
    """The noun that names it, never the currency."""
    found = read(text)
    assert found.printed(found.of(number)) == counted


def test_a_raise_is_a_change(read: Read) -> None:
    """A sum by which something rises."""
    found = read("She may not get a $4,500 raise.").of("$4,500")
    assert (found.kind, found.direction) == (FigureKind.CHANGE, "up")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("More than 4,200 people had left their homes below the dam.", "4,200"),
        ("About 3,900 evacuees had still not gone home.", "3,900"),
        ("By then 5,600 people had been counted out of Oskel.", "5,600"),
        ("Nearly 4,000 people are still kept from their homes.", "4,000"),
        ("More than 3,000 people are living in halls.", "3,000"),
        ("Some 2,150 people were still unable to go home.", "2,150"),
        ("About 1,400 people had not yet returned to their homes.", "1,400"),
        ("On Tuesday 640 people were still living elsewhere.", "640"),
        ("4,200 leave homes below the dam", "4,200"),
    ],
)
def test_people_away_from_home_are_one_level(read: Read, text: str, number: str) -> None:
    """However it is told, they are displaced people."""
    one = read(text).of(number)
    assert (one.head, one.outcome, one.kind) == ("person", "displaced", FigureKind.LEVEL)


def test_both_sides_of_a_vote_are_votes(read: Read) -> None:
    """With and without the word, glued and apart."""
    found = read("The bill was passed by 61 votes to 38. The senate approved it 52-48.")
    sides = [found.of(number) for number in ("61", "38", "52", "48")]
    assert [(one.head, one.kind) for one in sides] == [("vote", FigureKind.COUNT)] * 4


@pytest.mark.parametrize(
    "text",
    [
        "Relations between the two countries are poor.",
        "It would not harm relations between two countries.",
        "They fought on several fronts.",
        "It lies between the two towns.",
        "It is among the five largest banks.",
        "The hearing opens on Monday at ten in the hall.",
        "Listen at Port Mere 89.3 FM in the morning.",
        "Call us on 01632 960123 for more.",
        "See @lund1, he wrote.",
        "It took a quarter of an hour.",
    ],
)
def test_what_no_reader_tracks_is_no_figure(read: Read, text: str) -> None:
    """Pairs of known actors, ranks, hours, frequencies, telephone numbers, handles."""
    assert [one for one in read(text).counted if one is not None] == []


def test_a_pair_of_whom_more_is_told_is_a_figure(read: Read) -> None:
    """What became of them, or which they are."""
    assert read("The two soldiers were killed.").of("two").outcome == "killed"
    assert read("The two men who came by boat left.").of("two").head == "man"


def test_an_aside_and_a_relative_clause_leave_the_counted(read: Read) -> None:
    """Militants behind an aside, employees before `whom`."""
    aside = read("They deported a dozen, mainly foreign, militants to Mere.")
    assert aside.printed(aside.of("a dozen")) == "militants"
    whom = read("It called its employees, four of whom were hurt.")
    assert whom.printed(whom.of("four")) == "employees"


def test_a_toll_is_taken_up_by_it(read: Read) -> None:
    """The pronoun in the next clause stands for the toll."""
    found = read("The death toll is not yet known but it is expected to reach thousands.")
    one = found.of("thousands")
    assert (found.printed(one), one.outcome) == ("death toll", "killed")


def _share(text: str, printed: str, why: str, kind: FigureKind = FigureKind.SHARE) -> Figure:
    start = text.index(printed)
    span = Span(start, start + len(printed))
    unit = "percent" if kind is FigureKind.SHARE else "USD"
    return Figure(
        span=span,
        number=span,
        low=45.0,
        high=45.0,
        bound=Bound.EXACT,
        unit=unit,
        kind=kind,
        why=why,
    )


def test_the_people_of_a_poll_stand_elsewhere_in_the_article() -> None:
    """The name used most, where it stands nearest, and not inside a quotation."""
    text = (
        'Few voters liked it, a poll of registered voters found. "Adults know," he said.\n'
        "Some 45 percent opposed it."
    )
    (found,) = settle_wholes([_share(text, "45 percent", "counted: answers")], text)
    assert found.counted is not None
    assert found.counted.slice(text) == "registered voters"
    assert (found.head, found.inferred) == ("voter", ("counted",))


def test_a_share_stays_open_where_nobody_was_asked() -> None:
    """Nothing is made up."""
    text = "Some 45 percent opposed it."
    (found,) = settle_wholes([_share(text, "45 percent", "counted: answers")], text)
    assert found.counted is None


def test_another_sum_is_of_the_same_thing() -> None:
    """`Another $64 million` is one more of the transfers before it."""
    text = "The transfers include $20 million. Another $64 million came from Mere."
    first = _share(text, "$20 million", "", FigureKind.MONEY)
    start = text.index("transfers")
    first = Figure(
        span=first.span, number=first.number, low=2e7, high=2e7, bound=Bound.EXACT, unit="USD",
        kind=FigureKind.MONEY, counted=Span(start, start + 9), head="transfer",
    )  # fmt: skip
    found = settle_wholes([first, _share(text, "$64 million", "", FigureKind.MONEY)], text)
    assert (found[1].counted, found[1].head) == (first.counted, "transfer")
