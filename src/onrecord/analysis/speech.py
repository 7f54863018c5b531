"""From the drafts and quotations of paragraphs to the attributions of an article:

1. the drafts of each paragraph, their contents brought to the bounds of quotations;
2. quotations that go on in the next sentence or paragraph joined to what they belong to;
3. quotations that nothing covers yet, if somebody seems to have said them;
4. each with its kind, its stance and what it lies within, in order of place.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.analysis.drafts import Draft
from onrecord.analysis.paragraph_speech import ParagraphSpeech
from onrecord.analysis.speech_contents import (
    kind_of,
    merged,
    snapped,
    trimmed,
    without_frame,
    without_gaps,
)
from onrecord.analysis.speech_floating import add_floating
from onrecord.analysis.speech_items import Utterance, holds
from onrecord.analysis.speech_joining import join_next_sentences, moved
from onrecord.analysis.speech_labels import LABEL_RULE
from onrecord.analysis.speech_paragraphs import (
    join_bridged,
    join_introduced,
    join_next_paragraphs,
    join_paragraphs,
)
from onrecord.analysis.speech_transcripts import add_transcripts
from onrecord.values.attributions import Attribution
from onrecord.values.spans import Span
from onrecord.values.vocabulary import PROSE_ROLES, Role, Sourcing, Stance

_HEAD_ROLES = frozenset({Role.HEADLINE, Role.DEK})


def assemble(paragraphs: Sequence[ParagraphSpeech]) -> list[Attribution]:
    """The attributions of an article, in order of their place; places are in its text.

    Args:
        paragraphs: those whose attributions are wanted, placed, in order.
    """
    utterances: list[Utterance] = []
    # 1. drafts
    for paragraph in paragraphs:
        for draft, stance in zip(paragraph.drafts, paragraph.stances, strict=True):
            if draft.rule == LABEL_RULE and paragraph.role not in _HEAD_ROLES:
                continue
            one = _utterance(paragraph, draft, stance)
            if one is not None:
                utterances.append(one)
    prose = [paragraph for paragraph in paragraphs if paragraph.role in PROSE_ROLES]
    add_transcripts(prose, utterances)
    # 2. what goes on
    for paragraph in paragraphs:
        join_next_sentences(paragraph, utterances)
    bridged = join_bridged(prose, utterances)
    join_paragraphs(prose, utterances)
    join_introduced(prose, utterances)
    join_next_paragraphs(prose, utterances)
    # 3. what nothing covers
    add_floating(prose, utterances)
    # 4. attributions
    return _attributions(paragraphs, utterances, bridged)


def _utterance(paragraph: ParagraphSpeech, draft: Draft, stance: Stance) -> Utterance | None:
    offset = paragraph.start
    others = [place for place in (draft.source, draft.cue) if place is not None]
    parts = [without_frame(paragraph.text, draft.content[0], draft.cue), *draft.content[1:]]
    if not draft.within:
        parts = without_gaps(paragraph.text, parts, others)
        parts = snapped(parts, paragraph.quotations, others)
    kept = [trimmed(paragraph.text, part, paragraph.quotations) for part in parts]
    places = merged([moved(part, offset) for part in kept if part is not None])
    if not places:
        return None
    return Utterance(
        parts=places,
        source=moved(draft.source, offset) if draft.source is not None else None,
        cue=moved(draft.cue, offset) if draft.cue is not None else None,
        stance=stance,
        why=draft.rule,
        inner=draft.within,
        asserted=draft.within and not draft.rule.endswith("-inside"),
    )


def _attributions(
    paragraphs: Sequence[ParagraphSpeech],
    utterances: Sequence[Utterance],
    bridged: Sequence[Span],
) -> list[Attribution]:
    texts = [(one.start, one.text) for one in paragraphs]
    marked = [
        moved(one.inner, paragraph.start)
        for paragraph in paragraphs
        for one in paragraph.quotations
        if one.depth == 0
    ]
    marked = merged([*marked, *bridged])
    found: dict[Span, Attribution] = {}
    for one in sorted(utterances, key=lambda u: (u.extent.start, -u.extent.end, u.inner)):
        within = _outer(one, found) if one.inner else None
        if one.inner and within is None and not one.asserted:
            continue
        if one.extent in found:
            continue
        found[one.extent] = Attribution(
            content=tuple(one.parts),
            source=one.source,
            cue=one.cue,
            kind=kind_of(texts, one.parts, marked),
            sourcing=Sourcing.NONE,
            stance=one.stance,
            within=within,
            why=one.why,
        )
    return list(found.values())


def _outer(one: Utterance, found: dict[Span, Attribution]) -> Span | None:
    """The extent of the smallest attribution whose content holds the utterance and its cue."""
    places = [one.extent, *([one.cue] if one.cue is not None else [])]
    outer = [
        extent
        for extent, held in found.items()
        if extent != one.extent
        and all(any(holds(part, place) for part in held.content) for place in places)
    ]
    return min(outer, key=lambda span: (span.end - span.start, span.start), default=None)
