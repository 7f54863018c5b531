"""Sentences of a paragraph, without the white space around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.analysis.parsed_words import parsed_words
from onrecord.values.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_CLOSING = frozenset("\"”’')]»")


def find_sentences(doc: Doc) -> list[Span]:
    """Spans of the sentences; a lone closing mark belongs to the sentence before it."""
    spans: list[Span] = []
    parsed = parsed_words(doc)
    for first, after in parsed.sentences:
        begin = parsed.starts[first]
        raw = parsed.text[begin : parsed.ends[after - 1]]
        words = raw.strip()
        if not words:
            continue
        start = begin + raw.index(words[0])
        end = start + len(words)
        if spans and not any(c.isalnum() for c in words) and set(words) <= _CLOSING | set(".,!?…"):
            spans[-1] = Span(spans[-1].start, end)
        else:
            spans.append(Span(start, end))
    return spans
