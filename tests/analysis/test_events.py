"""Events: what is one, what dates it, how it stands, who takes part."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from onrecord.analysis.events import find_events
from onrecord.analysis.times import find_times
from onrecord.values.events import Event

Find = Callable[[str], list[Event]]


@pytest.fixture(scope="module")
def find(nlp: Language) -> Find:
    """Finds the events of a paragraph."""

    def find_in(text: str) -> list[Event]:
        doc = nlp(text)
        return find_events(doc, find_times(doc))

    return find_in


def dated(text: str, events: list[Event]) -> set[tuple[str, str]]:
    """(predicate, expression) of the dated events."""
    return {(e.predicate.slice(text), e.time.slice(text)) for e in events if e.time is not None}


def only(text: str, events: list[Event]) -> Event:
    """The one dated event."""
    (event,) = [e for e in events if e.time is not None]
    return event


ATTACHED: list[tuple[str, set[tuple[str, str]]]] = [
    ("The premiers met on Thursday in Velmar.", {("met", "Thursday")}),
    ("On Thursday, the premiers met in Velmar.", {("met", "Thursday")}),
    ("The council Thursday rejected the budget.", {("rejected", "Thursday")}),
    ("Officials on Friday announced a new count.", {("announced", "Friday")}),
    (
        "She said on Tuesday that the troops would leave in June.",
        {("said", "Tuesday"), ("leave", "June")},
    ),
    ("She said on Tuesday the troops would leave.", {("said", "Tuesday")}),
    ("The talks, which began Thursday, focus on grain.", {("began", "Thursday")}),
    ("The mayor, elected in 2009, spoke on Friday.", {("elected", "2009"), ("spoke", "Friday")}),
    (
        "The troops withdrew in 2011 but returned in 2014.",
        {("withdrew", "2011"), ("returned", "2014")},
    ),
    ("When the gates opened on Monday, two people drowned.", {("opened", "Monday")}),
    ("Friday’s attack shook the harbour town.", {("attack", "Friday")}),
    ("The minister condemned Friday’s attack.", {("attack", "Friday")}),
    ("They recalled the 2003 invasion of the island.", {("invasion", "2003")}),
    ("The Aug. 18 meeting settled nothing.", {("meeting", "Aug. 18")}),
    ("An attack on Friday killed three soldiers.", {("attack", "Friday")}),
    ("They agreed on the date of their next meeting, 26 May.", {("meeting", "26 May")}),
    ("Three men were shot in Friday’s raid.", {("shot", "Friday")}),
    ("The army held talks with the rebels on Sunday.", {("held", "Sunday")}),
    ("The commission held a Monday hearing.", {("held", "Monday")}),
    ("The police shot 12 people on Friday.", {("shot", "Friday")}),
    ("Mr Roe studies meddling in the 2016 election.", {("election", "2016")}),
    ("He will appear before the committee on Thursday.", {("appear", "Thursday")}),
    ("In June Representative Carl Ondrey asked the agency to act.", {("asked", "June")}),
    (
        "The court could block the firm’s dividend, due next month.",
        {("due", "next month")},
    ),
    ("The doctor faces a charge following the singer’s death last June.", {("death", "last June")}),
    ("They voted down a plan to create it last year.", {("voted", "last year")}),
    ("Claims dropped by 98 from a week ago.", set()),
    ("Shops will close for 15 days from Monday.", {("close", "Monday")}),
    ("The council passed the bill, known as Act 10, last week.", {("passed", "last week")}),
    ("She traced the family to prior to 1831.", set()),
    ("| May 4, 2011 3:40 PM | Reply", set()),
    ("The port was rebuilt after Hurricane Ada in 1987.", {("Ada", "1987")}),
    ("The fall of the government in late 2017 surprised many.", {("surprised", "late 2017")}),
    ("From March to the end of May, rebels fired 50 shells.", {("fired", "March")}),
    ("Between May 3 and 9, 12 mortar attacks hit the port.", {("hit", "May 3")}),
    ("The deal is due by the end of February.", {("is", "the end of February")}),
    ("The premier is scheduled Monday to visit Oskel.", {("visit", "Monday")}),
    ("Over the past two weeks, 300 families have left.", {("left", "the past two weeks")}),
    ("The premier led the party for ten years.", set()),
    ("The council meets every Monday.", set()),
    ("The premier recently met the king.", set()),
    ("Prices were higher than in 2009.", set()),
    ("The index stood at 45 points, down five from last month.", set()),
    ("It was the worst flood since 1996.", set()),
    ("The court cited the 2009 law.", set()),
    ("Will the premier resign on Monday?", set()),
    ("Send your answers by Friday.", set()),
    ("“Is it over?” she asked on Monday.", {("asked", "Monday")}),
    ("The premier advised her to quit last year.", {("advised", "last year")}),
    ("The rebels signed a truce with IS in early 2016.", {("signed", "early 2016")}),
    ("Wed Feb 3, 2016 6:10 am EST HARBOUR Storms slowed the work.", set()),
]


@pytest.mark.parametrize(("text", "expected"), ATTACHED, ids=[a[0] for a in ATTACHED])
def test_an_expression_dates_its_own_clause(
    find: Find, text: str, expected: set[tuple[str, str]]
) -> None:
    """The predicate that it hangs on; a noun where that names the event; nothing else."""
    assert dated(text, find(text)) == expected


STATUSES = [
    ("The premier resigned on Monday.", "happened"),
    ("The premier was shot on Monday.", "happened"),
    ("The premier has resigned, officials said on Monday.", "happened"),
    ("Storm kills ten on Monday", "happened"),
    ("Four men arrested in raid on Monday", "happened"),
    ("The shop did not open until Friday.", "happened"),
    ("The premier has led the party since 2011.", "ongoing"),
    ("Water has been rising since Monday.", "ongoing"),
    ("The search continues on Friday.", "ongoing"),
    ("Divers are searching the lake this week.", "ongoing"),
    ("The radio presents four concerts this week.", "ongoing"),
    ("The court will rule on Monday.", "scheduled"),
    ("The court could block the firm’s dividend, due next month.", "scheduled"),
    ("The court is to rule on Monday.", "scheduled"),
    ("The court is going to rule on Monday.", "scheduled"),
    ("The hearing opens on Monday.", "scheduled"),
    ("The hearing is on Monday.", "scheduled"),
    ("The last day is Monday.", "scheduled"),
    ("The premier is leaving for Velmar on Monday.", "scheduled"),
    ("The premier is leaving the post at the end of the year.", "scheduled"),
    ("The premier is due to speak on Monday.", "scheduled"),
    ("The vote is scheduled for Monday.", "scheduled"),
    ("The meeting had been set for 26 May.", "scheduled"),
    ("She has called a public meeting for Wednesday.", "scheduled"),
    ("Premier to visit Velmar on Monday", "scheduled"),
    ("The firm said it would close the plant in June.", "scheduled"),
    ("The talks were postponed until Friday.", "scheduled"),
    ("They prepared for next week’s election.", "scheduled"),
    ("The vote planned for Friday will decide it.", "scheduled"),
    ("The bridge may open in June.", "anticipated"),
    ("The bridge could open in June.", "anticipated"),
    ("The bridge is expected to open in June.", "anticipated"),
    ("The bridge is likely to open in June.", "anticipated"),
    ("The bridge will probably open in June.", "anticipated"),
    ("The firm hopes to open the bridge in June.", "anticipated"),
    ("The firm plans to open the bridge in June.", "anticipated"),
    ("A hearing is expected on Monday.", "anticipated"),
    ("He expected the tariffs to rise next week.", "anticipated"),
    ("November’s elections, which will fill every seat, divide the party.", "scheduled"),
    ("He was sorry to leave the town in May.", "happened"),
    ("Mr Roe was to have met the king on Monday.", "anticipated"),
    ("If the bank fails by June, the jobs will go.", "anticipated"),
    ("The bank will close in June unless the state helps.", "anticipated"),
    ("The minister is looking forward to meeting them on Tuesday.", "anticipated"),
    ("The proposed June vote divides the party.", "anticipated"),
    ("The firm called off the launch on Monday.", "cancelled"),
    ("The launch was cancelled on Monday.", "cancelled"),
    ("Officials called off Monday’s talks.", "cancelled"),
    ("The vote scheduled for Friday has been cancelled.", "cancelled"),
    ("The public meeting called for Wednesday evening was cancelled.", "cancelled"),
    ("The cancelled May meeting cost a fortune.", "cancelled"),
    ("The firm may cancel Monday’s launch.", "scheduled"),
    ("The firm did not reply on Monday.", "denied"),
    ("No one was killed on Monday.", "denied"),
    ("The army denied that it had shelled the town on Monday.", "denied"),
    ("The army denied shelling the town on Monday.", "denied"),
    ("The minister refused to speak on Monday.", "denied"),
    ("The court will not rule on Monday.", "denied"),
    ("The barge Corvo No. 120 struck rocks on Monday.", "happened"),
    ("They not only met on Monday but signed.", "happened"),
    ("May 9 - The firm lowers a second pump.", "happened"),
]


@pytest.mark.parametrize(("text", "status"), STATUSES, ids=[s[0] for s in STATUSES])
def test_status(find: Find, text: str, status: str) -> None:
    """By tense, mood, negation, and the words that plan, deny and call off."""
    assert only(text, find(text)).status == status


ACTIONS = [
    ("The army held talks on Sunday.", "talk"),
    ("The vote took place on Sunday.", "vote"),
    ("The commission will take a vote on Sunday.", "vote"),
    ("Haldmoor called off the talks on Sunday.", "call off"),
    ("The meeting had been set for 26 May.", "meet"),
    ("The election is on Sunday.", "elect"),
    ("The premiers met on Sunday.", "meet"),
    ("Sunday’s elections were calm.", "elect"),
    ("The dam was empty on Sunday.", "empti"),
]


@pytest.mark.parametrize(("text", "action"), ACTIONS, ids=[a[0] for a in ACTIONS])
def test_action(find: Find, text: str, action: str) -> None:
    """The verb's base form or, where the verb says little, the noun that names what happens."""
    assert only(text, find(text)).action == action


def test_who_where_and_which_words(find: Find) -> None:
    """Names are folded, nouns stemmed, numbers without separators; time words are left out."""
    text = "President Ilse Hadran met 1,500 farmers in Berlin on Monday, the police said."
    event = only(text, find(text))
    assert event.participants == ("farmer", "ilse hadran")
    assert event.places == ("berlin",)
    assert {"1500", "farmer", "meet", "hadran", "berlin"} <= set(event.words)
    assert not {"monday", "polic", "say", "on"} & set(event.words)


SHARED = [
    ("The inquiry, which opened on Monday, drew crowds.", "inquiri"),
    ("The premier met reporters and left on Monday.", "premier"),
    ("A judge named on Monday took the chair.", "judg"),
    ("The premier is expected to begin to withdraw on Monday.", "premier"),
    ("The town was taken by soldiers on Monday.", "soldier"),
    ("The union held talks with the owners on Monday.", "owner"),
]


@pytest.mark.parametrize(("text", "who"), SHARED, ids=[s[0] for s in SHARED])
def test_who_takes_part_without_being_named_again(find: Find, text: str, who: str) -> None:
    """Subjects of `which`, of a second verb, of a participle; agents and partners too."""
    assert who in only(text, find(text)).participants


SOURCES = [
    ("The man died on Sunday, the police said.", "the police"),
    ("According to the police, the man died on Sunday.", "the police"),
    ("The head of the board said the man died on Sunday.", "The head of the board"),
    ("“We will leave on Monday,” Smith said.", "Smith"),
    ("“I left on Monday,” said the clerk, who is 40.", "the clerk"),
    ("“We think that he left on Monday,” said the clerk.", "the clerk"),
    ("The man died on Sunday.", None),
    ("The clerk said the man, who retired in 2009, was ill.", None),
    ("The police said on Sunday that the man died.", None),
]


@pytest.mark.parametrize(("text", "source"), SOURCES, ids=[s[0] for s in SOURCES])
def test_source(find: Find, text: str, source: str | None) -> None:
    """Who is said in the sentence to have said it; what a relative clause adds is the writer's."""
    found = only(text, find(text)).source
    assert (found.slice(text) if found else None) == source


def test_a_report_holds_the_words_of_what_is_reported(find: Find) -> None:
    """The saying and, where that has a day of its own, what is said are two events."""
    text = "The minister said on Tuesday that the troops would leave in June."
    said, left = sorted(find(text), key=lambda e: e.predicate)
    assert {"troop", "leav", "minist"} <= set(said.words)
    assert "minist" not in left.words
    assert left.source is not None


def test_what_frames_a_clause_is_no_part_of_it(find: Find) -> None:
    """`officials said` stays outside, as do the clauses beside it."""
    text = "The talks, which began on Thursday, failed, and troops left on Friday, officials said."
    clauses = {e.predicate.slice(text): e.clause.slice(text) for e in find(text)}
    assert clauses["began"] == "which began on Thursday"
    assert clauses["left"] == "troops left on Friday"


ALONE = [
    ("The premier of Haldmoor resigned on Monday.", True),
    ("Haldmoor’s assembly voted on Monday.", True),
    ("Police arrested a man on Monday.", True),
    ("The government fell on Monday.", True),
    ("But Haldmoor voted on Monday.", True),
    ("When Ilse Hadran left in 2009, she took her files.", True),
    ("It was raining that the dam broke on Monday.", True),
    ("This week’s vote divided Haldmoor.", True),
    ("Those asking for Monday’s papers went home.", True),
    ("The truth is that Haldmoor voted on Monday.", True),
    ("He resigned on Monday.", False),
    ("They met again on Monday.", False),
    ("But they met again on Monday.", False),
    ("On Monday, they met again.", False),
    ("The statement was published on Monday.", False),
    ("The two sides met on Monday.", False),
    ("His lawyer resigned on Monday.", False),
    ("“We will go on Monday,” Ilse Hadran said.", True),
    ("“He left on Monday,” the head of the board said.", True),
]


@pytest.mark.parametrize(("text", "alone"), ALONE, ids=[a[0] for a in ALONE])
def test_whether_a_sentence_can_be_read_alone(find: Find, text: str, alone: bool) -> None:
    """Not where a pronoun or `the statement` points back; what is quoted does not count."""
    assert {event.self_contained for event in find(text)} == {alone}


def test_the_first_sentence_always_gives_its_main_clause(find: Find) -> None:
    """Undated where nothing dates it, so that a headline can join its article's events."""
    (event,) = find("Provinces sign accord on river water")
    assert (event.time, event.status, event.action) == (None, "happened", "sign")
    text = "The premier resigned. The council met. It votes on Monday."
    assert [e.predicate.slice(text) for e in find(text)] == ["resigned", "votes"]
    text = "The premier resigned on Monday."
    assert len(find(text)) == 1
    text = "Two die in fire, police say"
    assert [e.predicate.slice(text) for e in find(text)] == ["die"]


def test_an_empty_paragraph_tells_nothing(find: Find) -> None:
    """Nor does one of marks."""
    assert find("") == find("– … –") == []


SOME = """the mayor will said says planned to speak on Monday had been due may resign resigned in
    , . “ ” that because June 2009 going is of attack Friday 's who which and if not until called
    off talks he Haldmoor from May 4 8 p.m. last week ( ) : ? No no one two"""
WORDS = st.sampled_from(SOME.split())


@settings(deadline=None, max_examples=120)
@given(st.lists(WORDS, max_size=24))
def test_any_words_give_sound_events(nlp: Language, words: list[str]) -> None:
    """However the parser takes them: all places lie in the paragraph and in one another."""
    text = " ".join(words)
    doc = nlp(text)
    events = find_events(doc, find_times(doc))
    for event in events:
        sentence, clause, predicate = event.sentence, event.clause, event.predicate
        assert 0 <= sentence.start <= clause.start <= predicate.start
        assert predicate.end <= clause.end <= sentence.end <= len(text)
        for inner in (event.time, event.source):
            assert inner is None or sentence.start <= inner.start < inner.end <= sentence.end
        assert event.participants == tuple(sorted(set(event.participants)))
        assert event.words == tuple(sorted(set(event.words)))
    assert sum(event.time is None for event in events) <= 1
    assert len({event.predicate for event in events}) == len(events)
