"""Sources cut to the phrase that names who speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.analysis.drafts import Draft
from onrecord.analysis.speech_tokens import Words
from onrecord.values.spans import Span

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OPENERS = frozenset({"WDT", "WP", "WP$", "WRB", "IN"})


def with_plain_sources(paragraph: Words, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, none of whose sources is a clause: of a headline's `Mayor meets envoy, says ...`
    the source is the mayor.
    """
    return [
        replace(draft, source=_plain(paragraph, draft.source)) if draft.source else draft
        for draft in drafts
    ]


def _plain(paragraph: Words, source: Span) -> Span:
    words = paragraph.meeting(source.start, source.end)
    for number, token in enumerate(words):
        if token.tag_ in _OPENERS:
            return source  # a clause that describes: `who ...`
        if token.tag_ not in _FINITE:
            continue
        before = words[:number]
        while before and before[-1].is_punct:
            before = before[:-1]
        if not any(t.tag_[:2] in ("NN", "PR") for t in before):
            return source
        return Span(source.start, max(source.start + 1, before[-1].idx + len(before[-1])))
    return source
