"""The index in memory: what the protocol of keys promises."""

from __future__ import annotations

from onrecord.linking.index import DictIndex


def test_items_by_key() -> None:
    """Items are given in order, each once; other kinds and keys do not mix."""
    index = DictIndex()
    for item in ("b", "a", "b"):
        index.put("kind", "key", item)
    index.put("other", "key", "c")
    assert index.get("kind", "key") == ["a", "b"]
    assert index.count("kind", "key") == 2
    assert index.get("kind", "nothing") == []
    assert index.count("kind", "nothing") == 0
    index.put_all("c", [("kind", "key"), ("kind", "more")])
    assert index.count("kind", "key") == 3
    assert index.count("kind", "key", 2) == 2
    assert index.get("kind", "key", 2) == ["a", "b"]
    assert index.held("c") == [("kind", "key"), ("kind", "more"), ("other", "key")]


def test_dropping_an_item() -> None:
    """An item that is dropped holds no key, and what it held is said; others keep theirs."""
    index = DictIndex()
    index.put("kind", "2", "a")
    index.put("kind", "1", "a")
    index.put("kind", "1", "b")
    assert index.drop("a") == [("kind", "1"), ("kind", "2")]
    assert index.drop("a") == []
    assert (index.get("kind", "1"), index.get("kind", "2")) == (["b"], [])
