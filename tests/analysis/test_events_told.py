"""Events: what is called off, what is not told as one, who told of it, what shares its day."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from onrecord.analysis.events import find_events
from onrecord.analysis.times import find_times
from onrecord.values.events import Event

Find = Callable[[str], list[Event]]


@pytest.fixture(scope="module")
def find(nlp: Language) -> Find:
    """Finds the dated events of a paragraph."""

    def find_in(text: str) -> list[Event]:
        doc = nlp(text)
        return find_events(doc, find_times(doc), undated=False)

    return find_in


CALLED_OFF = [
    ("Monday’s hearing was cancelled.", "cancelled"),
    ("The games have been canceled this year.", "cancelled"),
    ("A hearing that was planned for Monday was cancelled.", "cancelled"),
    ("The hearing, which had been planned for Monday, was cancelled.", "cancelled"),
    ("The hearing was due on Monday but was cancelled.", "cancelled"),
    ("The hearing was planned for Monday but has been called off.", "cancelled"),
    ("Mr Roe was to meet the king on Monday, but the meeting was called off.", "cancelled"),
    ("Council elections due to be held on Monday will be postponed.", "cancelled"),
    ("A launch due on Monday will be postponed.", "cancelled"),
    ("The hearing was postponed on Monday until June.", "cancelled"),
    ("The union called off a strike that had been due to begin on Monday.", "cancelled"),
    ("Mr Roe cancelled plans to visit Velmar on Monday.", "cancelled"),
    ("Plans for a hearing on Monday were scrapped.", "cancelled"),
    ("The cancellation of Monday’s launch cost a fortune.", "cancelled"),
    ("Hearing on Monday called off", "cancelled"),
    ("The match was abandoned on Monday.", "cancelled"),
    ("The car was abandoned on Monday.", "happened"),
    ("The firm abandoned the plant in 2009.", "happened"),
    ("Mr Roe pushed back against the claim on Monday.", "happened"),
    ("The festival will be held in June, but the parade has been cancelled.", "scheduled"),
    ("They were considering cancelling Monday’s launch.", "scheduled"),
    ("Three members called for the premier to cancel the Monday session.", "scheduled"),
    ("Monday’s launch was not cancelled.", "scheduled"),
    ("The hearing has been postponed until June.", "scheduled"),
]


@pytest.mark.parametrize(("text", "status"), CALLED_OFF, ids=[c[0] for c in CALLED_OFF])
def test_what_is_called_off(find: Find, text: str, status: str) -> None:
    """What was arranged and is told as called off; not where that is only weighed or asked for."""
    (event,) = find(text)
    assert event.status == status


def test_what_is_put_off_has_two_days(find: Find) -> None:
    """The day that it was set for is off, the day that it is put off to is set."""
    text = "The hearing scheduled for Monday has been postponed until June."
    found = {e.time.slice(text): e.status for e in find(text) if e.time}
    assert found == {"Monday": "cancelled", "June": "scheduled"}


NEGATIVES = [
    ("There was no word Friday on when the talks will begin.", None),
    ("There were none on Monday.", None),
    ("There was no vote on Monday.", None),
    ("They had still not gone home on Friday.", None),
    ("The army was not ready on Friday.", None),
    ("The dam was not full until Friday.", "happened"),
    ("There was a vote on Monday.", "happened"),
    ("The council did not meet on Friday.", "denied"),
    ("The army held no talks on Friday.", "denied"),
    ("She was not charged on Friday.", "denied"),
    ("No attack on Friday was reported by the police.", "denied"),
]


@pytest.mark.parametrize(("text", "status"), NEGATIVES, ids=[n[0] for n in NEGATIVES])
def test_what_was_not(find: Find, text: str, status: str | None) -> None:
    """An action that was not done is denied; a state that did not hold is no event."""
    assert [event.status for event in find(text)] == ([status] if status else [])


MORE_STATUSES = [
    ("The island is fighting the ruling in 2014.", "ongoing"),
    ("May said on Friday that the talks failed.", "happened"),
    ("They met ahead of Wednesday’s talks.", "scheduled"),
    ("The games are not going to start on Friday.", "denied"),
    ("He did not appear in court on Friday.", "denied"),
]


@pytest.mark.parametrize(("text", "status"), MORE_STATUSES, ids=[m[0] for m in MORE_STATUSES])
def test_status_by_form_and_name(find: Find, text: str, status: str) -> None:
    """A year told of in the present goes on; `May` before a past tense is a name."""
    (event,) = find(text)
    assert event.status == status


ON_ONE_DAY = [
    (
        "The chancellor said Thursday that the troops would leave, as he met the premier for the "
        "first time in Velmar.",
        {"said", "met"},
    ),
    ("The gates opened on Monday as crowds marched through Velmar.", {"opened", "marched"}),
    ("Two men were shot on Friday when police raided a farm.", {"shot", "raided"}),
    (
        "The council met on Friday while workers were protesting outside.",
        {"met", "protesting"},
    ),
    ("She resigned on Friday as she had promised.", {"resigned"}),
    ("The premier resigned on Friday, as he was ill.", {"resigned"}),
    ("The premier spoke on Friday as he did in Velmar.", {"spoke"}),
    ("The premier resigned on Friday, leaving the party in turmoil.", {"resigned"}),
    ("The premier met the king on Friday when he often dined alone.", {"met"}),
    ("The premier resigned in 2009 as crowds marched through Velmar.", {"resigned"}),
    ("The premier will resign on Friday as crowds marched through Velmar.", {"resign"}),
    ("The bank failed on Friday while its rival gained customers.", {"failed"}),
]


@pytest.mark.parametrize(("text", "verbs"), ON_ONE_DAY, ids=[o[0] for o in ON_ONE_DAY])
def test_what_is_told_beside_it_shares_its_day(find: Find, text: str, verbs: set[str]) -> None:
    """After `as`, `when` and `while`, where these tell of the same day; all with one expression."""
    events = find(text)
    assert {event.predicate.slice(text) for event in events} == verbs
    assert len({event.time for event in events}) == 1


def test_what_is_told_beside_a_report_is_the_writers(find: Find) -> None:
    """`as he met` is no part of what was said."""
    text = "The chancellor said Thursday that the troops would leave, as he met the premier."
    assert {event.source for event in find(text)} == {None}


NEAREST = [
    ("The council cannot be expected to keep the promise it made to us on Friday.", "made"),
    ("For months he put off taking the step he took on Friday.", "took"),
    (
        "His award also came amid a protest that grew after a falling crane killed Dr. Gen. Carl "
        "Ondrey, a top surgeon, at Velmar Harbour in January.",
        "killed",
    ),
    ("The minister, who spoke after a storm sank a barge, left on Friday.", "left"),
    ("Iraq declared victory over IS in late 2017.", "declared"),
    ("The rebels joined IS in 2016.", "joined"),
    ("“I DID NOT resign on Friday,” he said.", "resign"),
]


@pytest.mark.parametrize(("text", "verb"), NEAREST, ids=[n[0] for n in NEAREST])
def test_the_nearest_verb_is_dated(find: Find, text: str, verb: str) -> None:
    """The past verb whose clause ends right before the expression; capitals are no verb."""
    assert [e.predicate.slice(text) for e in find(text)] == [verb]


def test_a_year_in_a_name_dates_nothing(find: Find) -> None:
    """`Velmar 2031` is what the games are called."""
    assert find("The games kept the name Velmar 2031.") == []


NESTED = [
    ("A ministry official said the inquiry found that the dam broke on Friday.", "official"),
    ("The inquiry reported that the dam failed on Friday, an official said.", "inquiry"),
    ("An official said that, according to an inquiry, the dam failed on Friday.", "inquiry"),
    ("The dam was said by an inquiry to have failed on Friday, an official said.", "inquiry"),
    ("He told the inquiry that the dam failed on Friday.", "He"),
    ("The premier was told by an inquiry that the dam failed on Friday.", "inquiry"),
    ("The premier was told that the dam failed on Friday.", None),
    ("An official criticised by an inquiry said the dam failed on Friday.", "official"),
    ("The mayor was quoted as saying the dam failed on Friday.", "mayor"),
]


@pytest.mark.parametrize(("text", "source"), NESTED, ids=[n[0] for n in NESTED])
def test_the_nearest_report_gives_the_source(find: Find, text: str, source: str | None) -> None:
    """Its subject, or who follows `by`; never who was told."""
    (event,) = find(text)
    printed = event.source.slice(text) if event.source else ""
    assert bool(printed) == bool(source)
    assert (source or "") in printed
