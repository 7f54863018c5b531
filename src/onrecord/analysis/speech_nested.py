"""Speech inside of speech: who is said, in somebody's words, to have said what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.analysis.drafts import Draft
from onrecord.analysis.event_words import verb_stem
from onrecord.analysis.quotations import Quotation
from onrecord.analysis.speech_contents import merged
from onrecord.analysis.speech_cues import cue_span, speaker_of, speech_stems
from onrecord.analysis.speech_items import holds, meets
from onrecord.analysis.speech_tokens import Words
from onrecord.lexicon.speech_words import speech_words
from onrecord.values.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_FURTHEST = 60
"""Code points between a verb of speech and the quotation that it carries."""
_FEWEST_WORDS = 3


def nested_drafts(
    paragraph: Words, quotations: Sequence[Quotation], drafts: Sequence[Draft]
) -> list[Draft]:
    """Drafts inside of the contents of other drafts or of quotations.

    Args:
        paragraph: the parsed paragraph.
        quotations: those of its text.
        drafts: what is known; none is given twice.
    """
    outer = [part for draft in drafts for part in draft.content]
    outer += [one.inner for one in quotations if one.depth == 0]
    cues = [draft.cue for draft in drafts if draft.cue is not None]
    found: list[Draft] = []
    for verb in _verbs(paragraph, outer):
        place = Span(verb.idx, verb.idx + len(verb))
        holders = [span for span in outer if holds(span, place)]
        if not holders or any(meets(cue, place) for cue in cues):
            continue
        draft = _inner(paragraph.text, verb, quotations)
        if draft is None or not any(holds(span, draft.extent) for span in holders):
            continue
        if any(one.extent == draft.extent for one in (*drafts, *found)):
            continue
        found.append(draft)
    return found


def _verbs(paragraph: Words, places: Sequence[Span]) -> Iterator[Token]:
    """The verbs of speech in some places, in order."""
    parsed, stems = paragraph.parsed, speech_stems("inner_verbs")
    for place in merged(places):
        for number in paragraph.numbers(place.start, place.end):
            if parsed.tags[number][:2] == "VB" and verb_stem(parsed.lower[number]) in stems:
                yield paragraph.doc[number]


def _inner(text: str, verb: Token, quotations: Sequence[Quotation]) -> Draft | None:
    source = speaker_of(verb)
    cue = cue_span(verb)
    for quotation in quotations:
        gap = quotation.span.start - cue.end
        if quotation.depth and 0 <= gap <= _FURTHEST and _leads_to(text, cue, quotation):
            return Draft(
                content=(quotation.inner,),
                source=source,
                cue=cue,
                score=0.5,
                rule="marks-inside",
                within=True,
            )
    clause = next(
        (c for c in verb.children if c.dep_ == "ccomp" and c.tag_[:2] in ("VB", "MD")), None
    )
    if clause is None or source is None or meets(source, cue) or _is_relative(verb):
        return None
    if source.slice(text).lower().removesuffix("'s").removesuffix("’s") in speech_words().own:
        return None
    content = _clause(clause)
    if content is None or meets(content, cue) or meets(content, source):
        return None
    return Draft(
        content=(content,), source=source, cue=cue, score=0.5, rule="clause-inside", within=True
    )


def _is_relative(verb: Token) -> bool:
    """`what you say`: the words are those that it points at."""
    return any(c.tag_ in ("WP", "WDT") and c.dep_ == "dobj" for c in verb.lefts)


def _leads_to(text: str, cue: Span, quotation: Quotation) -> bool:
    """Whether a quotation follows a cue at once, or behind a comma or colon: `told us, ‘Go.’`."""
    between = text[cue.end : quotation.span.start].strip()
    if any(mark in between for mark in (". ", "? ", "! ", ";", "\n")):
        return False
    return len(between.split()) <= 1 or between[-1] in ",:"


def _clause(head: Token) -> Span | None:
    words = [t for t in head.doc[head.left_edge.i : head.right_edge.i + 1] if not t.is_space]
    while words and words[0].is_punct:
        words = words[1:]
    while words and words[-1].is_punct:
        words = words[:-1]
    if sum(t.is_alpha for t in words) < _FEWEST_WORDS:
        return None
    return Span(words[0].idx, words[-1].idx + len(words[-1]))


def with_inner_marked(drafts: Sequence[Draft], quotations: Sequence[Quotation]) -> list[Draft]:
    """The drafts, flagged `within` where content, source and cue all lie in one quotation."""
    return [
        replace(draft, within=True) if _is_inside(draft, quotations) else draft for draft in drafts
    ]


def _is_inside(draft: Draft, quotations: Sequence[Quotation]) -> bool:
    if draft.cue is None or draft.source is None:
        return False
    places = (draft.extent, draft.cue, draft.source)
    return any(
        one.depth == 0 and one.opened and one.closed and all(holds(one.inner, p) for p in places)
        for one in quotations
    )
