"""What two articles have in common that bounds their dates, and what does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from own_articles import article

from onrecord.analysis.analyze import analyze
from onrecord.linking.dates.facts import DateFacts, date_facts
from onrecord.linking.dates.keys import SILENT_ABOVE, candidates, date_keys
from onrecord.linking.dates.likeness import likeness
from onrecord.linking.dates.link_values import LinkKind
from onrecord.linking.dates.links import date_links
from onrecord.settings import Settings
from onrecord.values.article import Field
from onrecord.values.datings import PossibleDays
from onrecord.values.days import DayInterval
from onrecord.values.vocabulary import Basis, Role

BRIDGE = (
    (Role.HEADLINE, "Torvik ferry strikes Halden bridge"),
    "The Torvik ferry struck the Halden bridge on Tuesday and three deckhands were hurt.",
    "“We heard the steel scream before the lights went out over the harbour,” said Mira Oland, "
    "a deckhand. “Nobody on the quay believed that the ferry could still be stopped,” she said.",
    "Harbour master Jonas Brekke said on Tuesday that the crossing stays closed.",
)
BRIDGE_AGAIN = (
    (Role.HEADLINE, "Halden bridge shut after Torvik ferry hits pier"),
    "A ferry from Torvik ran into a pier of the Halden bridge on Tuesday, injuring deckhands.",
    "Jonas Brekke, the harbour master, closed the crossing on Tuesday.",
    "“We heard the steel scream before the lights went out over the harbour,” deckhand Mira "
    "Oland told this paper. “Nobody on the quay believed that the ferry could still be stopped.”",
)
ORCHARD = (
    (Role.HEADLINE, "Frost spares the pear orchards of Velden"),
    "Growers in Velden expect a rich crop of pears after a mild spring, their union said.",
    "“It is the first year in ten that we lost no blossom to the frost,” said Ulf Renner.",
)
TALKS_AHEAD = (
    "Negotiators of Estermark and Norhaven said a third round of talks on the herring quota "
    "will be held at Kirkevik.",
)
TALKS_OVER = (
    "The third round of talks between Estermark and Norhaven on the herring quota ended at "
    "Kirkevik without a result.",
)


@cache
def facts_of(name: str, parts: tuple[str | tuple[Role, str], ...], outlet: str) -> DateFacts:
    found = replace(article(*parts), id=name, outlet=Field(outlet, Basis.METADATA))
    (analysis,) = analyze([found], Settings())
    return date_facts(found, analysis, PossibleDays())


def bridge() -> DateFacts:
    return facts_of("a", BRIDGE, "The Harbour Post")


def bridge_again() -> DateFacts:
    return facts_of("b", BRIDGE_AGAIN, "Norhaven Courier")


def orchard() -> DateFacts:
    return facts_of("c", ORCHARD, "Norhaven Courier")


def test_words_without_an_utterance_are_only_likely() -> None:
    """The same headline and lede without a quotation: kept for a person, with its likeness."""
    (link,) = date_links(
        facts_of("a", BRIDGE[:2], "The Harbour Post"), facts_of("b", BRIDGE[:2], "Norhaven Courier")
    )
    assert link.kind is LinkKind.LIKELY
    name, _, number = link.why.partition(": ")
    assert name == "likely-same-event"
    assert 0.58 <= float(number) <= 1
    assert link.left_places
    assert link.right_places


def test_two_outlets_with_the_same_news_are_linked() -> None:
    """The same utterances with the same news: within days of each other, with both places."""
    (one,) = date_links(bridge(), bridge_again())
    assert one.kind is LinkKind.UTTERANCE
    assert one.why == "same-utterance: 2 utterances"
    assert one.low == -3
    assert one.high == 3
    texts = (
        "\n\n".join(p if isinstance(p, str) else p[1] for p in parts) + "\n\n"
        for parts in (BRIDGE, BRIDGE_AGAIN)
    )
    for text, places in zip(texts, (one.left_places, one.right_places), strict=True):
        assert places[0].span.slice(text).startswith("We heard the steel scream")


def test_other_news_is_not_linked() -> None:
    """Two articles that share nothing have no link and no key."""
    assert date_links(bridge(), orchard()) == ()
    assert not set(date_keys(bridge())) & set(date_keys(orchard()))


def test_which_comes_first_does_not_matter() -> None:
    """A link is a function of the two articles."""
    assert date_links(bridge(), bridge_again()) == date_links(bridge_again(), bridge())


def test_an_old_quotation_alone_binds_nothing() -> None:
    """An utterance that another piece of news recalls is background."""
    recalled = (
        (Role.HEADLINE, "Velden council debates a new orchard tax"),
        "The council of Velden debated a tax on orchards for the first time since spring.",
        "Opponents recalled the words of Mira Oland: “We heard the steel scream before the "
        "lights went out over the harbour,” she said then.",
    )
    assert date_links(bridge(), facts_of("d", recalled, "Norhaven Courier")) == ()


def test_articles_that_cannot_be_of_one_time_are_not_linked() -> None:
    """Where pass 1 leaves no days on which a link holds it is no link."""
    early = DayInterval(None, date(2031, 5, 1))
    late = DayInterval(date(2031, 5, 9), None)
    left = replace(bridge(), possible=PossibleDays(early))
    right = replace(bridge_again(), possible=PossibleDays(late))
    assert date_links(left, right) == ()
    assert date_links(left, replace(right, possible=None))


def test_copies_are_linked_by_their_text() -> None:
    """Half of the shorter text word for word: in one outlet with a weekday of the news, as an
    outlet prints its overviews again and again; in two outlets without one, too."""
    told = " ".join(f"ward{n} stand{n * n % 97}" for n in range(100)) + "."

    def is_copy(first: str, outlet: str, other: str) -> bool:
        left = facts_of("e", (f"{first} foresters counted {told}",), outlet)
        right = facts_of("f", (f"{first} the foresters counted {told}",), other)
        return LinkKind.PASSAGE in {link.kind for link in date_links(left, right)}

    assert is_copy("On Monday", "The Harbour Post", "The Harbour Post")
    assert is_copy("At last", "The Harbour Post", "Norhaven Courier")
    assert not is_copy("At last", "The Harbour Post", "The Harbour Post")
    assert not is_copy("At last", "", "The Harbour Post")


def test_a_quotation_without_a_speaker_is_no_utterance() -> None:
    """A slogan or a title in quotation marks is nobody's words."""
    slogan = facts_of(
        "g", ("The banner “We will not leave this harbour to the sea” hung there.",), ""
    )
    said = facts_of("h", ("“We will not leave this harbour to the sea,” Ada Rooke said.",), "")
    assert slogan.utterances == ()
    assert len(said.utterances) == 1


def test_rounds_come_in_order() -> None:
    """Who reports a round as over writes no earlier than who has it ahead."""
    ahead = facts_of("i", TALKS_AHEAD, "The Harbour Post")
    over = facts_of("j", TALKS_OVER, "Norhaven Courier")
    (link,) = [one for one in date_links(ahead, over) if one.kind is LinkKind.ROUND]
    assert (link.left, link.low, link.right, link.high) == ("i", 0, "j", None)
    assert link.why == "numbered-round: round of talk 3 ahead, 3 over"
    assert set(date_keys(ahead)) & set(date_keys(over))


@pytest.mark.parametrize(
    "told",
    [
        "The second round of talks between Estermark and Norhaven on the herring quota ended.",
        "The third round of voting for the Estermark and Norhaven herring prize ended at Kirkevik.",
        "“The third round of talks on the herring quota of Norhaven ended,” Ada Rooke said.",
    ],
)
def test_other_rounds_are_not_in_order(told: str) -> None:
    """An earlier round, a round of something else, and what is only quoted say nothing."""
    ahead = facts_of("i", TALKS_AHEAD, "The Harbour Post")
    links = date_links(ahead, facts_of("k", (told,), "Norhaven Courier"))
    assert [one for one in links if one.kind is LinkKind.ROUND] == []


def test_likeness_is_symmetric_and_of_one_text_sure() -> None:
    """Both orders give the same; the same news is surer than other news."""
    same, other = likeness(bridge(), bridge_again()), likeness(bridge(), orchard())
    assert same == likeness(bridge_again(), bridge())
    assert same.sure > 0.9
    assert other.sure < 0.1
    assert same.weekday == 2
    assert same.utterances == 2


def test_keys_find_the_pair_and_no_other() -> None:
    """Of three articles the two that share keys are candidates."""
    keys = {one.article: date_keys(one) for one in (bridge(), bridge_again(), orchard())}
    assert candidates(keys) == {("a", "b")}


def test_a_key_of_many_articles_is_silent() -> None:
    """A key that more articles hold than its kind allows makes no pair."""
    for kind, most in SILENT_ABOVE.items():
        keys = {f"{n:03d}": ((kind, "k"),) for n in range(most)}
        assert len(candidates(keys)) == most * (most - 1) // 2
        assert not candidates(keys | {"last": ((kind, "k"),)})


def test_an_article_without_words_has_facts() -> None:
    """Nothing but residue gives no keys, and no link."""
    empty = facts_of("l", ((Role.RESIDUE, "Share"),), "")
    assert date_keys(empty) == ()
    assert date_links(empty, bridge()) == ()
