"""Candidate pairs: a function of the pile, whatever came first and whatever went."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.linking.index import DictIndex
from onrecord.linking.pairs import Pair, add_keys, speaking_again

LINES = {"word": 3}
PILES = st.dictionaries(
    st.sampled_from("abcdefgh"), st.frozensets(st.sampled_from("uvwxyz"), max_size=4), max_size=8
)


def expected(pile: dict[str, frozenset[str]]) -> set[Pair]:
    """Pairs that share a key held by at most three, found without an index."""
    silent = {
        key
        for keys in pile.values()
        for key in keys
        if sum(key in other for other in pile.values()) > 3
    }
    return {
        (left, right)
        for left, right in combinations(sorted(pile), 2)
        if (pile[left] & pile[right]) - silent
    }


def add(
    items: list[str], pile: dict[str, frozenset[str]], index: DictIndex, have: set[Pair]
) -> None:
    """Add some articles at once, and change the pairs accordingly."""
    changes = add_keys({i: [("word", k) for k in pile[i]] for i in items}, index, LINES)
    assert not changes.judge & changes.drop
    have -= changes.drop
    have |= changes.judge


@given(PILES, st.randoms(use_true_random=False), st.integers(1, 4))
def test_pairs_do_not_depend_on_the_order(
    pile: dict[str, frozenset[str]], random, batch: int
) -> None:  # type: ignore[no-untyped-def]
    """In any order and in batches of any size the candidates are those of the whole pile."""
    order, index, have = list(pile), DictIndex(), set[Pair]()
    random.shuffle(order)
    for start in range(0, len(order), batch):
        add(order[start : start + batch], pile, index, have)
    assert have == expected(pile)


@given(PILES, st.randoms(use_true_random=False))
def test_taking_out_leaves_the_pairs_of_the_rest(pile: dict[str, frozenset[str]], random) -> None:  # type: ignore[no-untyped-def]
    """After some articles go, the candidates are those of a pile that never had them."""
    index, have = DictIndex(), set[Pair]()
    add(list(pile), pile, index, have)
    left = dict(pile)
    for gone in random.sample(sorted(pile), len(pile) // 2):
        del left[gone]
        dropped = index.drop(gone)
        have = {pair for pair in have if gone not in pair} | speaking_again(dropped, index, LINES)
        assert have == expected(left)


def test_keys_of_other_kinds_make_no_pair() -> None:
    """A pair that shares only a silent key is none, whatever else the two hold in common."""
    index = DictIndex()
    for item in "ab":
        index.put("other", "same", item)
    add_keys({i: [("word", "k")] for i in "ab"}, index, LINES)
    assert add_keys({i: [("word", "k")] for i in "cd"}, index, LINES).drop >= {("a", "b")}
