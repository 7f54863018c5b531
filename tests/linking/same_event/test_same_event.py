"""Same-event links: what is looked at, what is linked, and that no order shows."""

from __future__ import annotations

from itertools import permutations

import pytest

from event_makers import FERRY, FERRY_AGAIN, INQUIRY, VINEYARD, Pile, pile_of, told
from onrecord.articles.read import read_article
from onrecord.lexicon.data_files import LexiconError, load_data
from onrecord.lexicon.same_event_weights import parse_weights, same_event_weights
from onrecord.linking.same_event.event_text import EventText, event_text
from onrecord.linking.same_event.judge import judge
from onrecord.linking.same_event.keys import SILENT_ABOVE, event_keys
from onrecord.linking.same_event.likeness import likeness
from onrecord.linking.same_event.link import EventTextsAtHand, unlink_events
from onrecord.settings import Limits
from onrecord.values.findings import Analysis, Mention
from onrecord.values.pages import Given, MediaType, Page
from onrecord.values.spans import Span
from onrecord.values.vocabulary import EntityType

_REPORTS = {"a": FERRY, "b": FERRY_AGAIN, "c": INQUIRY, "d": VINEYARD}


def test_two_reports_of_one_event_are_more_alike_than_its_sequel() -> None:
    """The same sinking is linked more strongly than its inquiry; another event not at all."""
    same = judge(told("a", FERRY), told("b", FERRY_AGAIN))
    later = judge(told("a", FERRY), told("c", INQUIRY))
    assert same is not None
    assert later is not None
    assert same.likeness > later.likeness
    assert judge(told("a", FERRY), told("d", VINEYARD)) is None
    assert same.why.startswith("told-alike: words ")


def test_judging_knows_no_sides() -> None:
    """The smaller id is left, whichever comes first."""
    one, other = told("a", FERRY), told("b", FERRY_AGAIN)
    assert judge(one, other) == judge(other, one)


def test_a_stored_text_reads_back_the_same() -> None:
    """What is stored of an article is all that it is judged by."""
    text = told("a", FERRY)
    assert EventText.from_stored("a", text.stored()) == text


def test_any_order_of_adding_gives_the_same_links() -> None:
    """One by one in any order or all at once: the links are a function of the pile."""
    whole = pile_of(_REPORTS).links
    assert set(whole) >= {("a", "b")}
    for order in permutations(_REPORTS):
        pile = Pile()
        for id_ in order:
            pile.add([told(id_, _REPORTS[id_])])
        assert pile.links == whole


def test_a_silent_key_speaks_again_when_an_article_has_gone() -> None:
    """Links that hang on keys that too many held are as if that one had never come."""
    number = min(SILENT_ABOVE.values()) + 1
    ids = [f"a{n:02}" for n in range(number)]
    pile = Pile()
    pile.add(told(id_, FERRY) for id_ in ids)
    gone = ids[-1]
    dropped = pile.index.drop(gone)
    del pile.texts[gone]
    pile.links = {pair: link for pair, link in pile.links.items() if gone not in pair}
    pile.take(unlink_events(dropped, pile.index, EventTextsAtHand(pile)))
    assert pile.links == pile_of(dict.fromkeys(ids[:-1], FERRY)).links


def test_names_and_headline_of_an_article_are_looked_at() -> None:
    """Persons go by their last word, well-known places by their common name; what stands in the
    menu counts for nothing."""
    text = "Ferry sinks off Kerrow\n\nPetra Lindqvist closed the port of Kerrow on Monday night.\n"
    page = Page(data=text.encode(), media_type=MediaType.PLAIN, name="ferry.txt", given=Given())
    article = read_article(page, limits=Limits())
    start = article.text.index("Petra")
    mention = Mention(Span(start, start + len("Petra Lindqvist")), EntityType.PERSON)
    found = event_text(article, Analysis(article=article.id, mentions=(mention,)))
    assert found.names["lindqvist"].printed == "Petra Lindqvist"
    assert "kerrow" in found.headline or "kerrow" in found.lede
    assert found.weekdays


def test_keys_are_few() -> None:
    """However long an article is, it has a bounded number of keys."""
    words = " ".join(f"{a}{b}arn" for a in "bcdfghjklmnp" for b in "aeioustr")
    long = told("a", (words, words))
    assert len(event_keys(long)) <= 110


def test_every_weight_is_of_something_that_is_looked_at() -> None:
    """The data file weighs what `likeness` finds, by its names."""
    assert set(same_event_weights().weights) <= set(likeness(told("a", FERRY), told("b", INQUIRY)))


@pytest.mark.parametrize(
    "change", [{"least": "low"}, {"days": {"two": 1.0}}, {"unknown": 1.0}, {"weights": [1]}]
)
def test_a_wrong_data_file_is_refused(change: dict[str, object]) -> None:
    """An unknown key, or a value that is no number, is an error with the file's name."""
    with pytest.raises(LexiconError, match=r"same_event\.yaml"):
        parse_weights({**load_data("same_event"), **change})
