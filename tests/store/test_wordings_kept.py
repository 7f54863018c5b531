"""Wordings in the record file."""

from __future__ import annotations

from pathlib import Path

from onrecord.linking.wordings.link import WordingChanges
from onrecord.linking.wordings.link_values import Verdict, WordingLink
from onrecord.linking.wordings.utterance import Utterance
from onrecord.linking.wordings.wording_text import WordingText
from onrecord.store.connection import close, connect
from onrecord.store.wordings import (
    forget_all_wordings,
    forget_wordings,
    load_held,
    load_text,
    load_wording_links,
    save_wordings,
)
from onrecord.values.spans import Span

_ONE = WordingText(("we", "dredge", "the", "channel"), "0102")
_OTHER = WordingText(("we", "dredge", "it"), "ab0")
_LINK = WordingLink(
    left=min(_ONE.id, _OTHER.id),
    right=max(_ONE.id, _OTHER.id),
    verdict=Verdict.UNSURE,
    strength=0.5,
    run=2,
    why="same-run: 2 in a row",
)
_CHANGES = WordingChanges(
    texts=(_ONE, _OTHER),
    held=(
        ("a", (Utterance("a", Span(3, 20), _ONE), Utterance("a", Span(30, 40), _OTHER))),
        ("b", (Utterance("b", Span(1, 9), _OTHER),)),
    ),
    judged=(((_LINK.left, _LINK.right), _LINK),),
)


def test_what_linking_made_comes_back(tmp_path: Path) -> None:
    """Texts, who holds them and links come back as they were kept; keeping again changes nothing."""
    connection = connect(tmp_path / "r.db", write=True)
    for _ in range(2):
        save_wordings(connection, _CHANGES)
        assert load_text(connection, _ONE.id) == _ONE
        assert list(load_held(connection)) == [
            ("a", 3, 20, _ONE.id),
            ("a", 30, 40, _OTHER.id),
            ("b", 1, 9, _OTHER.id),
        ]
        assert list(load_wording_links(connection)) == [_LINK]
    close(connection, write=True)


def test_what_goes_leaves_nothing(tmp_path: Path) -> None:
    """A text that goes takes its links along; a forgotten article holds nothing; all can go."""
    connection = connect(tmp_path / "r.db", write=True)
    save_wordings(connection, _CHANGES)
    save_wordings(connection, WordingChanges(gone=frozenset({_ONE.id})))
    forget_wordings(connection, "a")
    assert list(load_wording_links(connection)) == []
    assert list(load_held(connection)) == [("b", 1, 9, _OTHER.id)]
    save_wordings(connection, _CHANGES)
    save_wordings(connection, WordingChanges(judged=(((_LINK.left, _LINK.right), None),)))
    assert list(load_wording_links(connection)) == []
    save_wordings(connection, _CHANGES)
    save_wordings(connection, WordingChanges(dropped=frozenset({(_LINK.left, _LINK.right)})))
    assert list(load_wording_links(connection)) == []
    forget_all_wordings(connection)
    assert list(load_held(connection)) == []
    count = connection.execute("SELECT count(*) FROM wording_text").fetchone()[0]
    assert count == 0
    close(connection, write=True)
