"""Scopes of figures in one paragraph: where, whose, which part, in which event."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from onrecord.analysis.figures.parts import Counted, Number, Scope
from onrecord.analysis.figures.phrases import ScopedPhrase, find_phrases, moved_phrase
from onrecord.analysis.figures.scope import read_scopes
from onrecord.analysis.mentions import find_mentions
from onrecord.analysis.parsed_words import ParsedWords, parsed_words
from onrecord.analysis.times import find_times
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Bound, FigureKind

Read = Callable[..., tuple[str, Scope]]


def number_at(words: ParsedWords, printed: str) -> Number:
    """The number printed so, one word long."""
    at = words.words.index(printed)
    span = Span(words.starts[at], words.ends[at])
    return Number(first=at, last=at, number=span, span=span, low=1, high=1, bound=Bound.EXACT)


def counted_at(words: ParsedWords, noun: str | None, outcome: str, kind: FigureKind) -> Counted:
    """What is counted by a noun printed so."""
    word = words.words.index(noun) if noun else None
    return Counted(kind=kind, word=word, head=noun or "", outcome=outcome)


@pytest.fixture(scope="module")
def read(nlp: Language) -> Read:
    """Reads the scope of one number of a text."""

    def read_one(
        text: str,
        number: str,
        noun: str | None = None,
        outcome: str = "",
        kind: FigureKind | None = None,
    ) -> tuple[str, Scope]:
        doc = nlp(text)
        words = parsed_words(doc)
        what = kind or (FigureKind.COUNT if outcome else FigureKind.LEVEL)
        counted = counted_at(words, noun, outcome, what)
        found = read_scopes(words, [number_at(words, number)], [counted], find_mentions(doc))
        return text, found[0]

    return read_one


def printed(found: tuple[str, Scope], field: str) -> str | None:
    """The words of one part of a scope."""
    text, scope = found
    span = getattr(scope, field)
    return None if span is None else span.slice(text)


PLACES = [
    ("The ministry said 4,000 soldiers are based in Norway.", "4,000", "soldiers", "Norway"),
    ("About 300 Danish soldiers in neighbouring Sweden will go home.", "300", "soldiers", "Sweden"),
    ("The army pulled 700 soldiers out of Portugal.", "700", "soldiers", "Portugal"),
    ("Chile reported 2,300 cases on Monday.", "2,300", "cases", "Chile"),
    ("They hold 300 prisoners in Kenya's Mombasa province.", "300", "prisoners", "Mombasa"),
    ("It has 90 shops in Spain and Italy.", "90", "shops", "Spain and Italy"),
    ("There were 5,000 tents in the country.", "5,000", "tents", "the country"),
]


@pytest.mark.parametrize(("text", "number", "noun", "place"), PLACES)
def test_a_level_takes_the_place_told_of_its_things(
    read: Read, text: str, number: str, noun: str, place: str
) -> None:
    """The nearest place that the thing counted, or its verb, is said to be in."""
    assert printed(read(text, number, noun), "place") == place


def test_a_level_does_not_take_the_place_of_something_else(read: Read) -> None:
    """What was said in a town, and another thing's place, are not the level's."""
    said = read("He said in Vienna that 300 soldiers had left.", "300", "soldiers")
    assert printed(said, "place") is None
    other = read("The firm raised $300 to pay for the mess in Lisbon.", "300", None)
    assert printed(other, "place") is None


EVENTS = [
    (
        "A bomb exploded in a market in Nairobi on Friday and killed 24 people.",
        *("24", "people", "killed", "Nairobi", "exploded", "explosion"),
    ),
    (
        "Twelve people were killed when a bridge collapsed in Genoa.",
        *("Twelve", "people", "killed", "Genoa", "collapsed", "collapse"),
    ),
    (
        "The earthquake left 300 people dead in northern Peru.",
        *("300", "people", "killed", "Peru", "earthquake", "earthquake"),
    ),
    (
        "Police arrested 41 people at a protest in Madrid.",
        *("41", "people", "arrested", "Madrid", "protest", "protest"),
    ),
    (
        "A bomb attack on the town of Kisumu wounded 9 people.",
        *("9", "people", "wounded", "Kisumu", "attack", "bombing"),
    ),
]


@pytest.mark.parametrize(
    ("text", "number", "noun", "outcome", "place", "incident", "cause"), EVENTS
)
def test_a_count_takes_the_event_of_its_sentence_and_where_that_was(
    read: Read,
    text: str,
    number: str,
    noun: str,
    outcome: str,
    place: str,
    incident: str,
    cause: str,
) -> None:
    """The noun or verb that tells the event, by its class, and the event's place."""
    found = read(text, number, noun, outcome)
    assert printed(found, "place") == place
    assert printed(found, "incident") == incident
    assert found[1].cause == cause


def test_each_of_two_counts_takes_its_own_place(nlp: Language) -> None:
    """`killed 24 in Nairobi and wounded 10 in Kisumu` tells of two places."""
    text = "The storm killed 24 people in Nairobi and wounded 10 people in Kisumu."
    doc = nlp(text)
    words = parsed_words(doc)
    numbers = [number_at(words, printed) for printed in ("24", "10")]
    heads = [at for at, word in enumerate(words.words) if word == "people"]
    counted = [
        Counted(kind=FigureKind.COUNT, word=head, head="person", outcome=outcome)
        for head, outcome in zip(heads, ("killed", "wounded"), strict=True)
    ]
    found = read_scopes(words, numbers, counted, find_mentions(doc))
    assert [one.place and one.place.slice(text) for one in found] == ["Nairobi", "Kisumu"]
    assert {one.incident and one.incident.slice(text) for one in found} == {"storm"}


def test_who_struck_is_no_place(read: Read) -> None:
    """A country before an air strike did it; before an earthquake it is where that was."""
    by = read("French air strikes killed 12 people.", "12", "people", "killed")
    assert printed(by, "place") is None
    of = read("The Nepal earthquake killed 12 people.", "12", "people", "killed")
    assert printed(of, "place") == "Nepal"


OWNERS = [
    ("There are 4,000 Norwegian soldiers in the north.", "4,000", "soldiers", "Norwegian"),
    ("The factory's 300 workers walked out.", "300", "workers", "The factory"),
    ("France has some 5,200 soldiers in Chad.", "5,200", "soldiers", "France"),
    ("The company, which employs 800 people, will close.", "800", "people", "The company"),
    ("Some 40 members of the coalition stayed.", "40", "members", "the coalition"),
    (
        "Other members of the alliance have cut their numbers to 1,200.",
        *("1,200", "numbers", "Other members of the alliance"),
    ),
]


@pytest.mark.parametrize(("text", "number", "noun", "owner"), OWNERS)
def test_owners(read: Read, text: str, number: str, noun: str, owner: str) -> None:
    """Adjectives, possessors, `of`, and the subject of having, employing and cutting own."""
    assert printed(read(text, number, noun), "owner") == owner


def test_what_owns_nothing(read: Read) -> None:
    """Days own nothing, and `her` stands for no organisation."""
    day = read("It cost 50 dollars in today's market.", "50", "market")
    assert printed(day, "owner") is None
    hers = read("The Senate heard that 3 of her friends came.", "3", "friends")
    assert printed(hers, "owner") is None


def test_a_part_is_what_is_neither_place_nor_owner(read: Read) -> None:
    """`in intensive care` parts a level; time, places and events are no parts."""
    care = read("There are 45 patients in intensive care.", "45", "patients")
    assert printed(care, "part") == "in intensive care"
    for text in ("There were 45 patients in the year.", "There are 45 patients in Porto."):
        assert printed(read(text, "45", "patients"), "part") is None


def test_dropped_numbers_and_ages_have_no_scope(nlp: Language) -> None:
    """One scope a number, in order; empty where nothing is counted."""
    doc = nlp("The man, 45, saw 3 ships in Oslo.")
    words = parsed_words(doc)
    numbers = [number_at(words, "45"), number_at(words, "3")]
    counted = [Counted(kind=FigureKind.AGE), None]
    assert read_scopes(words, numbers, counted, find_mentions(doc)) == [Scope(), Scope()]


def phrases_of(nlp: Language, text: str) -> list[ScopedPhrase]:
    """The phrases of a text."""
    doc = nlp(text)
    return list(find_phrases(parsed_words(doc), find_mentions(doc), find_times(doc)))


def test_phrases_tell_of_things_and_events(nlp: Language) -> None:
    """A thing with owner and place; an event with place and time."""
    text = "Norwegian combat troops will leave Chad. The attack in Lagos on Friday shocked them."
    found = phrases_of(nlp, text)
    troops = next(one for one in found if one.head == "troop")
    assert troops.place is not None
    assert troops.place.slice(text) == "Chad"
    assert troops.owner is not None
    assert troops.owner.slice(text) == "Norwegian"
    attack = next(one for one in found if one.cause == "attack")
    assert attack.place is not None
    assert attack.place.slice(text) == "Lagos"
    assert attack.time is not None
    assert attack.time.slice(text) == "Friday"


def test_the_toll_of_a_storm_dates_no_storm(nlp: Language) -> None:
    """A day on which a toll was raised is not the day of the storm."""
    found = phrases_of(nlp, "The toll of the storm was raised on Tuesday.")
    assert [one.time for one in found if one.cause == "storm"] == [None]


def test_figures_of_speech_are_no_events(nlp: Language) -> None:
    """`a flood of letters`, `the battle to save it`, `fire-fighters`."""
    text = "A flood of letters came in the battle to save the quake-hit theatre."
    assert not [one for one in phrases_of(nlp, text) if one.cause]


def test_moved_phrases_keep_their_words(nlp: Language) -> None:
    """Moving a phrase moves all its places."""
    text = "The attack in Lagos on Friday shocked them."
    longer = "Before. " + text
    for one in phrases_of(nlp, text):
        moved = moved_phrase(one, len("Before. "))
        for name in ("span", "place", "time", "owner", "within"):
            old, new = getattr(one, name), getattr(moved, name)
            assert (old is None) == (new is None)
            assert old is None or new.slice(longer) == old.slice(text)


WORDS = st.sampled_from(
    [
        "killed",
        "24",
        "people",
        "in",
        "Lagos",
        ",",
        "and",
        "the",
        "attack",
        "of",
        "US",
        "troops",
        "'s",
        "on",
        "Friday",
        "said",
        ".",
        "its",
        "there",
        "300",
        "members",
        "coalition",
        "country",
        "north",
        "that",
        "which",
        "wounded",
        "Nairobi",
    ]
)


@settings(max_examples=60, deadline=None)
@given(parts=st.lists(WORDS, min_size=1, max_size=14))
def test_any_words_give_places_inside_the_text(nlp: Language, parts: list[str]) -> None:
    """Whatever the words, the reader ends, and what it names stands in the text."""
    text = " ".join(parts)
    doc = nlp(text)
    words = parsed_words(doc)
    numbers = [number_at(words, "24")] if "24" in words.words else []
    counted = [Counted(kind=FigureKind.COUNT, outcome="killed") for _ in numbers]
    mentions = find_mentions(doc)
    for scope in read_scopes(words, numbers, counted, mentions):
        for span in (scope.place, scope.owner, scope.part, scope.incident):
            assert span is None or span.slice(text).strip()
    for phrase in find_phrases(words, mentions, find_times(doc)):
        assert phrase.span.slice(text)
