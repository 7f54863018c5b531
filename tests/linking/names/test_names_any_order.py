"""Names across articles hang on the pile alone: not on the order, the batches, or what has gone."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from name_piles import NamePile

_NAMES = (
    *("[p|Tamsin Okerele]", "[p|Tamsin Okarele]", "[p:f|Okerele]", "[p|Okerele]", "[l|Okerele]"),
    *("[p|Joe Varnholt]", "[p|Joseph R. Varnholt]", "[p|Joe Varnholt Jr.]", "[p:m|Varnholt]"),
    *("[o|Northern Harbour Board]", "[o|NHB]", "[o|Northern Harbour Board] ([o|NHB])"),
    *("[o|Velda Motors]", "[o|Velda]", "[o|Velda Bank]", "[x|Velda]", "[p|Velda]"),
    *("[l|U.S.]", "[g|American]", "[g|Americans]", "[l:!|Washington]", "[l|Washington]"),
    *("[o|Ministry of Tides]", "[o|Tides Ministry]", "[l|Quenby City]", "[l|Quenby]"),
)
_TEXTS = st.lists(st.sampled_from(_NAMES), min_size=1, max_size=6).map(" met ".join)
_PILES = st.lists(_TEXTS, min_size=1, max_size=7).map(
    lambda t: {f"a{n}": x for n, x in enumerate(t)}
)


def _whole(texts: dict[str, str]) -> NamePile:
    pile = NamePile()
    pile.add(texts)
    return pile


@settings(max_examples=60, deadline=None)
@given(_PILES, st.randoms(use_true_random=False))
def test_any_order_and_any_batches(texts: dict[str, str], chance: object) -> None:
    """Articles added in any order and in any batches give the same names as all at once."""
    ids = list(texts)
    chance.shuffle(ids)  # type: ignore[attr-defined]
    pile = NamePile()
    while ids:
        size = chance.randint(1, len(ids))  # type: ignore[attr-defined]
        pile.add({id_: texts[id_] for id_ in ids[:size]})
        ids = ids[size:]
    whole = _whole(texts)
    assert pile.state() == whole.state()
    assert pile.entities().as_json == whole.entities().as_json


@settings(max_examples=60, deadline=None)
@given(_PILES, _PILES)
def test_what_was_removed_was_never_there(kept: dict[str, str], gone: dict[str, str]) -> None:
    """Articles that came and went leave nothing behind."""
    pile = _whole(kept)
    others = {f"b{id_}": text for id_, text in gone.items()}
    pile.add(others)
    pile.remove(sorted(others))
    assert pile.state() == _whole(kept).state()


def test_a_key_that_falls_silent_and_speaks_again() -> None:
    """Pairs that hang on a key which too many names hold go, and come back when it has fewer."""
    few = {f"a{n:03}": f"[p|Kim{chr(97 + n % 26)}{chr(97 + n // 26)} Okerele]" for n in range(150)}
    more = {f"b{n:03}": f"[p|Lim{chr(97 + n % 26)}{chr(97 + n // 26)} Okerele]" for n in range(60)}
    pile = _whole(few)
    before = _whole(few).state()
    pile.add(more)
    assert pile.state() == _whole({**few, **more}).state()
    surnames = [pair for pair in before[2] if pair not in pile.pairs]
    assert surnames
    pile.remove(sorted(more))
    assert pile.state() == before
