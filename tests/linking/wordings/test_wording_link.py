"""Linking wordings while articles come and go."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from wording_makers import Kept, articles

from onrecord.linking.index import DictIndex
from onrecord.linking.wordings.judge import judge
from onrecord.linking.wordings.keys import SILENT_ABOVE, wording_keys
from onrecord.linking.wordings.link import TextsAtHand, link_wordings, unlink_wordings
from onrecord.linking.wordings.link_values import Verdict, WordingLink
from onrecord.linking.wordings.utterance import Utterance
from onrecord.linking.wordings.wording_text import WordingText

_PHRASES = [
    "the northern channel will be dredged before the storms",
    "the channel would be dredged before the winter storms",
    "dredged before the storms",
    "the harbour master resigned over the missing barges",
    "the harbour master had not resigned",
    "no crown was paid for the barges",
    "barges and crowns",
]
_PILES = st.dictionaries(
    st.sampled_from(["a1", "a2", "a3", "a4", "a5"]),
    st.lists(st.sampled_from(_PHRASES), max_size=4),
    max_size=5,
)


def _brute(pile: dict[str, list[Utterance]]) -> tuple[set[str], dict[tuple[str, str], WordingLink]]:
    """Every pair of texts that shares a key few enough hold, judged."""
    texts: dict[str, WordingText] = {u.text.id: u.text for held in pile.values() for u in held}
    keys = {id_: set(wording_keys(text)) for id_, text in texts.items()}
    holders = [key for held in keys.values() for key in held]
    heard = {key for key in holders if holders.count(key) <= SILENT_ABOVE[key[0]]}
    links = {}
    for left, right in combinations(sorted(texts), 2):
        if keys[left] & keys[right] & heard:
            link = judge(texts[left], texts[right])
            if link.verdict is not Verdict.DIFFERENT:
                links[left, right] = link
    return set(texts), links


@given(_PILES, st.randoms(use_true_random=False), st.data())
@settings(max_examples=60, deadline=None)
def test_order_batches_and_removal_leave_no_trace(
    printed: dict[str, list[str]], random: object, data: st.DataObject
) -> None:
    """However articles come and go, what is kept is that of the articles that are there."""
    pile = articles(printed.items())
    index, kept = DictIndex(), Kept()
    texts = TextsAtHand(kept)
    order = data.draw(st.permutations(sorted(pile)))
    cut = data.draw(st.integers(0, len(order)))
    for batch in (order[:cut], order[cut:]):
        kept.keep(link_wordings({a: pile[a] for a in batch}, index, texts))
    assert kept.all() == _brute(pile)
    gone = data.draw(st.sets(st.sampled_from(order))) if order else set()
    for article in sorted(gone):
        kept.keep(unlink_wordings(index.drop(article), index, texts))
    left = {a: held for a, held in pile.items() if a not in gone}
    assert kept.all() == _brute(left)
    if gone:
        back = min(gone)
        kept.keep(link_wordings({back: pile[back]}, index, texts))
        assert kept.all() == _brute({**left, back: pile[back]})


def test_keys_fall_silent_and_speak_again() -> None:
    """A pair of words that many texts hold links nothing, until enough of them have gone."""
    many = SILENT_ABOVE["wording-pair"]
    words = ["anchor", "basalt", "cobalt", "damson", "ember", "falcon", "garnet", "hazel"]
    made = [f"{a} {b} northern channel" for a in words for b in words if a != b][: many + 1]
    pile = articles((f"a{n:03}", [text]) for n, text in enumerate(made))
    index, kept = DictIndex(), Kept()
    texts = TextsAtHand(kept)
    kept.keep(link_wordings(pile, index, texts))
    assert kept.all() == _brute(pile)
    kept.keep(unlink_wordings(index.drop("a000"), index, texts))
    del pile["a000"]
    assert kept.all() == _brute(pile)


def test_copies_are_one_text() -> None:
    """Articles that print equal words in equal surroundings share one text and no pair."""
    pile = articles((f"a{n}", [_PHRASES[0]]) for n in range(5))
    kept = Kept()
    kept.keep(link_wordings(pile, DictIndex(), TextsAtHand(kept)))
    assert len(kept.texts) == 1
    assert not kept.links
    assert {held[0] for held in kept.held.values()} == set(kept.texts)


def test_too_few_words_are_no_utterance() -> None:
    """`I did` cannot be told from anybody's words and is left out."""
    pile = articles([("a", ["I did", "it was so", "Yes."])])
    assert pile == {"a": []}
