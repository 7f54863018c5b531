"""Attributions in one parsed paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.analysis.drafts import Draft
from onrecord.analysis.event_words import is_one_of
from onrecord.values.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from onrecord.analysis.quotations import Quotation


def find_drafts(doc: Doc, quotations: Sequence[Quotation]) -> list[Draft]:
    """The attributions of a paragraph, in order of their contents.

    Args:
        doc: the parsed paragraph.
        quotations: its quotations, in order.
    """
    drafts: list[Draft] = []
    end = 0
    for token in doc:
        if token.tag_[:2] == "VB" and is_one_of(token, "speech"):
            draft = _draft(token)
            if draft is not None and draft.extent.start >= end:
                drafts.append(draft)
                end = draft.extent.end
    return drafts


def _draft(verb: Token) -> Draft | None:
    said = [c for c in verb.children if c.dep_ == "ccomp"]
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    if not said:
        return None
    clause = _span(said[0])
    source = _span(subjects[0]) if subjects else None
    cue = Span(verb.idx, verb.idx + len(verb))
    if clause.start < cue.end and cue.start < clause.end:
        return None
    return Draft(content=(clause,), source=source, cue=cue, score=0.5, rule="clause-of-speech")


def _span(head: Token) -> Span:
    last = head.right_edge
    return Span(head.left_edge.idx, last.idx + len(last))
