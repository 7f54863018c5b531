"""Quotation marks only around words that stand between them in the article."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.record.quoted_words import shown_pieces, shown_words
from onrecord.values.spans import Span
from timeline_makers import article

TEXT = (
    "“We will go,” she said. “Now.” He said it was “beyond repair” and shut.\n"
    "“Grateful” for help, he called it 'fine'.\u00a0She said nobody  knew."
)
ARTICLE = article("a" * 16, TEXT)


def said(kind: str, *parts: str) -> dict[str, Any]:
    """An attribution of the JSON; only what is shown."""
    return {
        "kind": kind,
        "content": [[TEXT.index(part), TEXT.index(part) + len(part)] for part in parts],
    }


@pytest.mark.parametrize(
    ("one", "shown"),
    [
        (said("direct", "We will go,", "Now."), "“We will go,” … “Now.”"),
        (said("indirect", "nobody  knew"), "nobody knew"),
        (said("indirect", "it was", "nobody"), "it was … nobody"),
        (said("mixed", "it was “beyond repair” and shut"), "it was “beyond repair” and shut"),
        (said("mixed", "it was “beyond repair"), "it was “beyond repair”"),
        (said("mixed", "Grateful” for help"), "“Grateful” for help"),
        (said("mixed", "We will go,", "it was"), "“We will go,” … it was"),
    ],
)
def test_marks(one: dict[str, Any], shown: str) -> None:
    """A paraphrase has none of its own; a part has those that were left outside of it."""
    assert shown_words(one, ARTICLE) == shown


def test_pieces_say_what_is_marked() -> None:
    """The pieces together are the shown words; the marked places are pieces of their own."""
    one = said("direct", "We will go,", "Now.")
    start = TEXT.index("will")
    pieces = shown_pieces(one, ARTICLE, [Span(start, start + 7), Span(0, 1)])
    assert "".join(words for words, _ in pieces) == shown_words(one, ARTICLE)
    assert [words for words, marked in pieces if marked] == ["will go"]
