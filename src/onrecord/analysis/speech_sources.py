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
    found = []
    for draft in drafts:
        source = _plain(paragraph, draft.source) if draft.source else None
        source = _behind_condition(paragraph, draft) or source
        found.append(draft if source == draft.source else replace(draft, source=source))
    return found


def _behind_condition(paragraph: Words, draft: Draft) -> Span | None:
    """Who speaks where the parse has taken his verb into the reason of his condition: `an official
    who spoke on condition of anonymity because talks go on said ...`."""
    if draft.cue is None or draft.source is None:
        return None
    parsed = paragraph.parsed
    for verb in paragraph.numbers(draft.cue.start, draft.cue.end):
        above = parsed.heads[verb]
        noun = parsed.heads[above]
        if (
            (parsed.deps[verb], parsed.deps[above], parsed.deps[noun]) == ("advcl", "relcl", "ROOT")
            and parsed.tags[noun][:2] == "NN"
            and parsed.starts[noun] < draft.source.start
        ):
            before = [n for n in parsed.children.get(noun, ()) if n < noun]
            return Span(parsed.starts[min([noun, *before])], parsed.ends[noun])
    return None


def _plain(paragraph: Words, source: Span) -> Span:
    parsed = paragraph.parsed
    words = paragraph.numbers_meeting(source.start, source.end)
    for place, number in enumerate(words):
        tag = parsed.tags[number]
        if tag in _OPENERS:
            return source  # a clause that describes: `who ...`
        if tag not in _FINITE:
            continue
        before = words[:place]
        while before and parsed.marks[before[-1]]:
            before = before[:-1]
        if not any(parsed.tags[n][:2] in ("NN", "PR") for n in before):
            return source
        return Span(source.start, max(source.start + 1, parsed.ends[before[-1]]))
    return source
