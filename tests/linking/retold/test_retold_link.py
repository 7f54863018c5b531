"""Linking sentences while articles come and go."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sentence_makers import KeptSentences, told

from onrecord.linking.index import DictIndex
from onrecord.linking.retold import candidates
from onrecord.linking.retold.judge import judge
from onrecord.linking.retold.keys import sentence_keys
from onrecord.linking.retold.link import SentencesAtHand, link_retold, unlink_retold
from onrecord.linking.retold.sentence_text import SentenceText
from onrecord.values.links import RetoldLink

_TAILS = [
    *("", " at dawn", " on the falling tide", " with its cargo of barley", " near the lighthouse"),
    *(" before the pilots arrived", " while the bells rang", " for want of a pump"),
]
_SENTENCES = [f"The barge Corvina sank off Quillport{tail}." for tail in _TAILS] + [
    "The mayor of Quillport opened a bakery.",
    "A bakery was opened by the mayor of Quillport.",
    "Nobody has repaired the sluice gate at Ormsby.",
]
_PILES = st.dictionaries(
    st.sampled_from([f"a{n}" for n in range(7)]),
    st.lists(st.sampled_from(_SENTENCES), max_size=4),
    max_size=7,
)


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys that more than three sentences hold are loud, with one hub."""
    monkeypatch.setattr(candidates, "LINE", 3)
    monkeypatch.setattr(candidates, "HUBS", 1)


def _brute(texts: dict[str, SentenceText]) -> dict[tuple[str, str], RetoldLink]:
    """Every pair that shares a key of few, or of which one is a hub, judged."""
    holders: dict[tuple[str, str], list[str]] = {}
    for id_ in sorted(texts):
        for key in sentence_keys(texts[id_]):
            holders.setdefault(key, []).append(id_)
    pairs = set()
    for held in holders.values():
        hubs = held if len(held) <= candidates.LINE else held[: candidates.HUBS]
        pairs |= {pair for pair in combinations(held, 2) if not {*hubs}.isdisjoint(pair)}
    links = {pair: judge(texts[pair[0]], texts[pair[1]]) for pair in pairs}
    return {pair: link for pair, link in links.items() if link is not None}


@pytest.mark.usefixtures("few")
@given(pile=_PILES, data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_links_are_a_function_of_the_set(pile: dict[str, list[str]], data: st.DataObject) -> None:
    """However articles come, together or one by one, and whichever go again."""
    kept, index = KeptSentences(), DictIndex()
    order = data.draw(st.permutations(sorted(pile)))
    cut = data.draw(st.integers(0, len(order)))
    batches = [order[:cut], *([one] for one in order[cut:])]
    for batch in batches:
        new = {one: told(*pile[one]) for one in batch}
        kept.keep(link_retold(new, index, SentencesAtHand(kept)))
    gone = data.draw(st.sets(st.sampled_from(order))) if order else set()
    for article in sorted(gone):
        kept.held.pop(article)
        dropped = index.drop(article)
        kept.keep(unlink_retold(dropped, index, SentencesAtHand(kept)))
    left = [one.text for id_ in pile if id_ not in gone for one in told(*pile[id_])]
    texts = {text.id: text for text in left}
    assert set(kept.texts) == set(texts)
    assert kept.links == _brute(texts)


def test_equal_sentences_are_one_text() -> None:
    """A sentence that two articles print is kept once, and goes with the last of them."""
    kept, index = KeptSentences(), DictIndex()
    new = {"a": told(_SENTENCES[0]), "b": told(_SENTENCES[0])}
    kept.keep(link_retold(new, index, SentencesAtHand(kept)))
    assert len(kept.texts) == 1
    assert [place[0] for place in kept.tellers(next(iter(kept.texts)))] == ["a", "b"]
    assert not unlink_retold(index.drop("a"), index, SentencesAtHand(kept)).gone
    assert len(unlink_retold(index.drop("b"), index, SentencesAtHand(kept)).gone) == 1


def test_a_loud_key_leads_through_its_hubs(monkeypatch: pytest.MonkeyPatch) -> None:
    """One more sentence of what many tell is compared with few."""
    monkeypatch.setattr(candidates, "LINE", 4)
    kept, index = KeptSentences(), DictIndex()
    for number, text in enumerate(_SENTENCES[: len(_TAILS)]):
        changes = link_retold({f"a{number}": told(text)}, index, SentencesAtHand(kept))
        kept.keep(changes)
    hubs = sorted(kept.texts)[: candidates.HUBS]
    for text in kept.texts:
        if text not in hubs:
            assert any({text, hub} == {link.left, link.right} for hub in hubs
                       for link in kept.retold_links_of(hub))  # fmt: skip
