"""Scopes taken from the same article where a figure's sentence is silent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from spacy.language import Language

from onrecord.analysis.figures.filling import fill_scopes
from onrecord.analysis.figures.phrases import ScopedPhrase, find_phrases, moved_phrase
from onrecord.analysis.mentions import find_mentions
from onrecord.analysis.parsed_words import parsed_words
from onrecord.analysis.sentences import find_sentences
from onrecord.analysis.times import find_times
from onrecord.values.figures import AsOf, Figure
from onrecord.values.findings import Mention, moved_mention
from onrecord.values.spans import Span
from onrecord.values.times import TimeExpression, moved
from onrecord.values.vocabulary import Bound, FigureKind, Modality, Role

HEADLINE = "Bomb attack in Kisumu kills 24"
LEDE = "A bomb attack on a bus station in Kisumu killed 24 people on Friday, the mayor said."

type Fill = Callable[..., tuple[str, Figure]]


@pytest.fixture(scope="module")
def fill(nlp: Language) -> Fill:
    """Fills one figure of an article of paragraphs; its number stands in `number`."""

    def fill_one(*paragraphs: str, number: str, **told: Any) -> tuple[str, Figure]:
        text, parts, sentences = "", [], []
        phrases: list[ScopedPhrase] = []
        mentions: list[Mention] = []
        times: list[TimeExpression] = []
        for place, words in enumerate(paragraphs):
            start = len(text)
            text += words + "\n\n"
            doc = nlp(words)
            names, dates = find_mentions(doc), find_times(doc)
            found = find_phrases(parsed_words(doc), names, dates)
            role = (Role.HEADLINE, Role.LEDE)[place] if place < 2 else Role.BODY
            parts.append((Span(start, start + len(words)), role))
            sentences += [Span(s.start + start, s.end + start) for s in find_sentences(doc)]
            phrases += [moved_phrase(one, start) for one in found]
            mentions += [moved_mention(one, start) for one in names]
            times += [moved(one, start) for one in dates]
        at = text.rindex(number)
        spans = {
            name: Span(text.rindex(words), text.rindex(words) + len(words))
            for name, words in told.items()
            if name in ("place", "owner", "time", "incident")
        }
        rest = {name: value for name, value in told.items() if name not in spans}
        figure = Figure(
            span=Span(at, at + len(number)),
            number=Span(at, at + len(number)),
            low=1,
            high=1,
            bound=Bound.EXACT,
            **{"kind": FigureKind.COUNT, "as_of": AsOf.PAST, **rest, **spans},
        )
        filled = fill_scopes(
            [figure],
            phrases,
            text=text,
            paragraphs=parts,
            sentences=sentences,
            mentions=mentions,
            times=times,
        )
        assert len(filled) == 1
        return text, filled[0]

    return fill_one


def words_of(found: tuple[str, Figure], field: str) -> str | None:
    """The words of one part of a figure."""
    span = getattr(found[1], field)
    return None if span is None else span.slice(found[0])


def test_a_toll_takes_the_incident_of_the_article(fill: Fill) -> None:
    """Incident, place and time of the headline and lede, each named in `inferred`."""
    found = fill(HEADLINE, LEDE, "The toll later rose to 126.", number="126", outcome="killed")
    assert words_of(found, "place") == "Kisumu"
    assert words_of(found, "time") == "Friday"
    assert found[1].cause == "bombing"
    assert found[1].inferred == ("incident", "place", "time")
    assert "from-incident" in found[1].why


def test_what_a_sentence_says_itself_is_kept(fill: Fill) -> None:
    """A count with another place gets neither the article's place nor its incident."""
    body = "In Mombasa 7 people were killed."
    found = fill(HEADLINE, LEDE, body, number="7", outcome="killed", place="Mombasa")
    assert words_of(found, "place") == "Mombasa"
    assert found[1].incident is None
    assert found[1].inferred == ()


BACKGROUND = [
    "In 1998 as many as 213 people were killed.",
    "The worst year was 1998. As many as 213 people were killed.",
    "More than 213 people have died of malaria.",
    "The war in the north has gone on for years. About 213 people were killed in the war.",
    "A flood hit Mombasa. About 213 people were killed.",
    "He is blamed for the deaths of 213 people.",
    "Another village was hit, and 213 people were killed.",
]


@pytest.mark.parametrize("body", BACKGROUND)
def test_background_never_gets_the_article_s_incident(fill: Fill, body: str) -> None:
    """Other years, other events, other causes and unnamed places keep it away."""
    found = fill(HEADLINE, LEDE, body, number="213", outcome="killed")
    assert words_of(found, "place") != "Kisumu"
    assert words_of(found, "time") != "Friday"


def test_plans_and_things_take_no_incident(fill: Fill) -> None:
    """Only what happened to people or things, told as so, is of an incident."""
    body = "The toll may rise to 300."
    planned = fill(
        *(HEADLINE, LEDE, body), number="300", outcome="killed", modality=Modality.CONDITIONAL
    )
    assert planned[1].incident is None
    level = fill(HEADLINE, LEDE, "The town has 300 beds.", number="300", kind=FigureKind.LEVEL)
    assert level[1].place is None


def test_nobody_is_arrested_by_an_earthquake(fill: Fill) -> None:
    """An outcome that only people bring takes no incident of nature; a death does."""
    top = ("Earthquake in Kisumu", "An earthquake in Kisumu on Friday flattened a market.")
    body = "Ten people were {}, the mayor said."
    arrested = fill(*top, body.format("arrested"), number="Ten", outcome="arrested")
    assert arrested[1].incident is None
    killed = fill(*top, body.format("killed"), number="Ten", outcome="killed")
    assert killed[1].cause == "earthquake"
    assert words_of(killed, "place") == "Kisumu"


def test_two_places_at_the_top_give_none(fill: Fill) -> None:
    """Where two values compete, nothing is filled."""
    lede = "A bomb in Kisumu killed 9 people and another bomb in Mombasa killed 8 people on Friday."
    found = fill("Bombs kill 17", lede, "The toll was put at 17.", number="17", outcome="killed")
    assert found[1].place is None


def test_the_attack_is_the_one_told_before_it(fill: Fill) -> None:
    """A definite event takes place and time from the paragraph before the article's top."""
    body = "A mine exploded near Eldoret on Sunday. The blast killed 5 people."
    found = fill(
        *(HEADLINE, LEDE, body), number="5", outcome="killed", incident="blast", cause="explosion"
    )
    assert words_of(found, "place") == "Eldoret"
    assert words_of(found, "time") == "Sunday"


TROOPS = "Norwegian combat troops will leave Chad, the minister said."


def test_a_level_takes_the_one_place_of_the_same_things(fill: Fill) -> None:
    """Same head and owner elsewhere, at the top or twice, with one place."""
    body = "The 2,500 Norwegian troops are well known."
    told = {"number": "2,500", "head": "troop", "owner": "Norwegian", "kind": FigureKind.LEVEL}
    found = fill("Norway to go", TROOPS, body, **told)
    assert words_of(found, "place") == "Chad"
    assert found[1].inferred == ("place",)
    two = TROOPS + " Norwegian troops in Mali will stay."
    assert fill("Norway to go", two, body, **told)[1].place is None


def test_nobody_s_troops_are_placed_in_their_own_country(fill: Fill) -> None:
    """The owner's own country is never inferred as the place."""
    lede = "Norwegian troops in Norway trained. Norwegian troops in Norway were fed."
    body = "The 2,500 Norwegian troops are well known."
    found = fill(
        *("Norway", lede, body),
        number="2,500",
        head="troop",
        owner="Norwegian",
        kind=FigureKind.LEVEL,
    )
    assert found[1].place is None


def test_the_country_is_the_one_told_of(fill: Fill) -> None:
    """`the country` is the place told of before, apart from the owner; else no place at all."""
    told = {"number": "700", "place": "the country", "kind": FigureKind.LEVEL, "head": "troop"}
    body = "Talks in Chad failed. Norway keeps 700 troops in the country."
    found = fill("Talks", "Talks went on.", body, owner="Norway", **told)
    assert words_of(found, "place") == "Chad"
    assert found[1].inferred == ("place",)
    body = "Talks in Chad and talks in Mali failed. Norway keeps 700 troops in the country."
    found = fill("Talks", "Talks went on.", body, owner="Norway", **told)
    assert found[1].place is None
    assert "place-unsettled" in found[1].why


def test_nothing_to_fill_gives_nothing() -> None:
    """An article without figures."""
    assert fill_scopes([], [], text="", paragraphs=[], sentences=[], mentions=[], times=[]) == []


MARKET_HEADLINE = "Council of Kisumu closes market"
MARKET_LEDE = "Guards closed the main market of Kisumu on Friday."


def test_a_count_of_the_first_paragraphs_takes_the_day_of_the_lede(fill: Fill) -> None:
    """Nothing else tells a day, so it is that of the lede."""
    found = fill(MARKET_HEADLINE, MARKET_LEDE, "They turned away 40 traders.", number="40")
    assert words_of(found, "time") == "Friday"
    assert found[1].as_of is AsOf.EXPRESSION
    assert "time" in found[1].inferred


def test_the_sentence_before_tells_the_day(fill: Fill) -> None:
    """A day told right before a count in its paragraph wins over the lede's."""
    body = "Inspectors came back on Sunday. They found 7 scales."
    found = fill(MARKET_HEADLINE, MARKET_LEDE, body, number="7")
    assert words_of(found, "time") == "Sunday"
    assert "sentence-before" in found[1].why


@pytest.mark.parametrize(
    "body",
    [
        "Since the market opened they turned away 40 traders.",
        "They had turned away 40 traders.",
        "In 1998 they turned away 40 traders.",
        "The rules are of 1998. They turned away 40 traders.",
        "The mayor said on Sunday all was well. They turned away 40 traders over the years.",
    ],
)
def test_what_is_counted_over_longer_keeps_open(fill: Fill, body: str) -> None:
    """Longer times, earlier ones and the days on which something was said lend nothing."""
    found = fill(MARKET_HEADLINE, MARKET_LEDE, body, number="40")
    assert found[1].time is None


def test_the_dated_event_dates_its_victims_everywhere(fill: Fill) -> None:
    """A quake that the article dates once dates those whom it killed."""
    lede = "The earthquake of 12 January wrecked the port of Kisumu."
    body = "The earthquake killed 300 people."
    found = fill("Port of Kisumu reopens", lede, body, number="300", outcome="killed")
    assert words_of(found, "time") == "12 January"


def test_victims_are_where_the_article_plays(fill: Fill) -> None:
    """The one place of the top is that of people whose own paragraph names none."""
    found = fill(HEADLINE, LEDE, "Doctors treated 9 people.", number="9", head="person")
    assert words_of(found, "place") == "Kisumu"
    other = fill(HEADLINE, LEDE, "Doctors in Mombasa treated 9 people.", number="9", head="person")
    assert words_of(other, "place") is None
