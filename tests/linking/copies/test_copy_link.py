"""Copies while articles come and go."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from copy_makers import FLOOD, SAID, STRIKE, Kept, article, members
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.linking.copies import candidates
from onrecord.linking.copies.candidates import HUBS, LOUD_ABOVE, add_copy_keys, pairs_again
from onrecord.linking.copies.copy_text import copy_text
from onrecord.linking.copies.keys import RUN, WHOLE
from onrecord.linking.copies.link import CopyTextsAtHand, link_copies, unlink_copies
from onrecord.linking.index import DictIndex
from onrecord.values.article import Article

_TEXTS = [
    FLOOD,
    FLOOD[:4],
    FLOOD[3:],
    (*STRIKE[:3], *FLOOD[:4]),
    STRIKE,
    (SAID,),
    ("No further details were given.",),
]


def _linked(pile: list[Article], steps: list[list[str]], guests: list[Article]) -> Kept:
    """A pile that came in steps, after guests that have gone again."""
    index, kept = DictIndex(), Kept()
    texts = CopyTextsAtHand(kept)
    by_id = {one.id: one for one in (*pile, *guests)}
    for step in ([one.id for one in guests], *steps):
        kept.articles.update((id_, by_id[id_]) for id_ in step)
        kept.save(link_copies({id_: copy_text(by_id[id_]) for id_ in step}, index, texts))
    for guest in guests:
        texts.forget(guest.id)
        kept.forget(guest.id)
        kept.save(unlink_copies(index.drop(guest.id), index, texts))
    return kept


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(_TEXTS), max_size=7), st.randoms(use_true_random=False), st.data())
def test_order_and_steps_leave_no_trace(
    printed: list[tuple[str, ...]], chance: random.Random, data: st.DataObject
) -> None:
    """The same articles give the same links and groups, however they came and whoever has gone."""
    pile = [article(f"{n:016x}", text) for n, text in enumerate(printed)]
    guests = [
        article(f"{n:08x}ffffffff", text)
        for n, text in enumerate(data.draw(st.lists(st.sampled_from(_TEXTS), max_size=3)))
    ]
    ids = [one.id for one in pile]
    at_once = _linked(pile, [ids], [])
    chance.shuffle(ids)
    cut = data.draw(st.integers(0, len(ids)))
    stepwise = _linked(pile, [[id_] for id_ in ids[:cut]] + [ids[cut:]], guests)
    assert stepwise.links == at_once.links
    assert stepwise.groups(ids) == at_once.groups(ids)


_KEYS = [(RUN, f"{n}") for n in range(4)] + [(WHOLE, "w")]
_HELD = st.dictionaries(
    st.integers(0, 40).map("{:02}".format), st.sets(st.sampled_from(_KEYS), min_size=1), max_size=14
)


def _candidates(
    held: dict[str, set[tuple[str, str]]], loud: int, hubs: int
) -> set[tuple[str, str]]:
    """The pairs that share keys enough, found by looking at all."""
    found = set()
    holders = {key: sorted(one for one in held if key in held[one]) for key in _KEYS}
    for pair in combinations(sorted(held), 2):
        shared = [
            key
            for key in held[pair[0]] & held[pair[1]]
            if len(holders[key]) <= loud or set(pair) & set(holders[key][:hubs])
        ]
        if len(shared) >= 2 or (WHOLE, "w") in shared:
            found.add(pair)
    return found


@settings(deadline=None, max_examples=150)
@given(_HELD, _HELD, st.data())
def test_candidates_are_those_of_the_pile(
    first: dict[str, set[tuple[str, str]]],
    second: dict[str, set[tuple[str, str]]],
    data: st.DataObject,
) -> None:
    """Added in two steps and partly taken out, the candidates are those found by looking at all;
    also where keys are loud, fall silent for most pairs and speak again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(candidates, "LOUD_ABOVE", 4)
        patch.setattr(candidates, "HUBS", 2)
        index, found = DictIndex(), set[tuple[str, str]]()
        second = {id_: keys for id_, keys in second.items() if id_ not in first}
        for step in (first, second):
            changes = add_copy_keys(step, index)
            assert not changes.judge & changes.drop
            found = (found | changes.judge) - changes.drop
        held = {**first, **second}
        assert found == _candidates(held, 4, 2)
        gone = data.draw(
            st.sets(st.sampled_from(sorted(held)), max_size=5) if held else st.just(set())
        )
        for id_ in sorted(gone):
            dropped = index.drop(id_)
            found = {pair for pair in found if id_ not in pair} | pairs_again(dropped, index)
            del held[id_]
        assert found == _candidates(held, 4, 2)


def test_a_report_of_many_outlets_is_one_group_at_bounded_cost() -> None:
    """A text that many print is compared with few of them, and all are one group."""
    index, kept = DictIndex(), Kept()
    texts = CopyTextsAtHand(kept)
    most = 0
    for number in range(LOUD_ABOVE + 30):
        one = article(f"{number:016x}", FLOOD)
        kept.articles[one.id] = one
        changes = link_copies({one.id: copy_text(one)}, index, texts)
        kept.save(changes)
        most = max(most, len(changes.judged))
    assert most <= LOUD_ABOVE
    assert len(changes.judged) == HUBS
    assert len(kept.groups(["0" * 16])) == 1
    assert len(kept.groups(["0" * 16])[0].members) == LOUD_ABOVE + 30


def test_unlinking() -> None:
    """What is left of a group is a group; a loner and a stranger leave nothing."""
    pile = [article("a", FLOOD), article("b", FLOOD), article("c", STRIKE)]
    kept = _linked(pile, [["a", "b", "c"]], [article("d", FLOOD)])
    assert members(kept.groups("abc")) == [["a", "b"], ["c"]]
    index = DictIndex()
    assert unlink_copies(index.drop("nobody"), index, CopyTextsAtHand(kept)).judged == ()


def test_few_texts_are_kept_at_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory is bounded; a text that fell out is read again, one that was forgotten too."""
    monkeypatch.setattr("onrecord.linking.copies.link._REMEMBERED", 1)
    kept = Kept()
    kept.articles = {"a": article("a", FLOOD), "b": article("b", STRIKE)}
    texts = CopyTextsAtHand(kept)
    before = texts.read("a")
    assert texts.read("a") is before
    texts.read("b")
    assert texts.read("a") is not before
    kept.articles["a"] = article("a", STRIKE)
    texts.forget("a")
    assert texts.read("a") == texts.read("b")
