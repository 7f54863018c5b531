"""What stands beside a quotation: the verb, label or colon that carries it, and its speaker.

For quotations that the model's drafts leave out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.analysis.drafts import Draft
from onrecord.analysis.event_source import phrase_span
from onrecord.analysis.quotations import Quotation
from onrecord.analysis.speech_carriers import (
    according,
    carrier_after,
    carrier_before,
    source_and_cue,
)
from onrecord.analysis.speech_cues import cue_span, is_speech_verb, speaker_of
from onrecord.analysis.speech_items import meets
from onrecord.analysis.speech_quoted import QuotationUse, is_tagged, is_whole
from onrecord.analysis.speech_settling import PARTICIPLE_RULE, SURE
from onrecord.analysis.speech_stops import stops
from onrecord.analysis.speech_tokens import Words
from onrecord.lexicon.speech_words import speech_words
from onrecord.values.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PEOPLE = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_LONGEST_LABEL = 9
_RULE = "marks-with-verb"
_NEAR = 40
"""Code points before a quotation in which the word right before it is looked for."""
_SIGNATURE = re.compile(
    r"[ \t\u00a0]*\n?[ \t\u00a0]*(?P<mark>[―—–]|--?)\s*"
    r"(?P<who>[A-Z][^\n\"“”,;:]{2,60}?)\s*(?=[\n,“\"]|\.?$)"
)


@dataclass(frozen=True, slots=True)
class _Beside:
    """The words outside of quotations before and after one, in its sentence."""

    before: list[Token]
    after: list[Token]


def quotation_drafts(
    paragraph: Words, quotations: Sequence[Quotation], uses: Sequence[QuotationUse]
) -> list[Draft]:
    """Drafts for the outermost quotations that have a cue beside them."""
    found: list[Draft] = []
    for quotation, use in zip(quotations, uses, strict=True):
        if quotation.depth:
            continue
        draft = _signed(paragraph, quotation) or _uttered(paragraph, quotation)
        if draft is None and use is not QuotationUse.NAME:
            draft = _draft(paragraph, quotation, quotations, uses, use)
        if draft is None or draft.cue is None:
            continue
        same = next((one for one in found if one.cue == draft.cue), None)
        if same is not None:  # `"A," he said, "B"`
            found[found.index(same)] = replace(same, content=(*same.content, *draft.content))
        else:
            found.append(_weighed(draft, paragraph.text, quotation))
    return found


def _signed(paragraph: Words, quotation: Quotation) -> Draft | None:
    """The name behind a dash after a quotation: `"We sail at dawn." ― Ada Quill`."""
    name = _SIGNATURE.match(paragraph.text, quotation.span.end)
    if name is None:
        return None
    words = paragraph.inside(name.start("who"), name.end("who"))
    if not any(t.tag_.startswith("NNP") for t in words) or any(t.tag_ in _FINITE for t in words):
        return None
    cue = Span(name.start("mark"), name.end("mark"))
    return _made((quotation.inner,), Span(name.start("who"), name.end("who")), cue)


def _uttered(paragraph: Words, quotation: Quotation) -> Draft | None:
    """What is printed right behind a verb such as `chanted`, however short it is."""
    start = quotation.span.start
    words = [t for t in paragraph.inside(max(0, start - _NEAR), start) if not t.is_punct]
    if not words or not is_speech_verb(words[-1], "uttering"):
        return None
    source = speaker_of(words[-1])
    return _made((quotation.inner,), source, cue_span(words[-1]))


def _weighed(draft: Draft, text: str, quotation: Quotation) -> Draft:
    """The draft, sure where the quotation is whole and its speaker is known."""
    before = text[: quotation.span.start].rstrip()
    sure = draft.content == (quotation.inner,) and draft.source is not None
    return replace(draft, score=SURE) if sure and is_whole(text, quotation, before) else draft


def introduced_by(paragraph: Words, colon: int, floor: int = 0) -> tuple[Span | None, Span] | None:
    """Who is said to speak behind a colon, and the words that say so.

    Args:
        paragraph: the parsed paragraph.
        colon: where the colon stands.
        floor: where the text begins that is looked at.
    """
    words = paragraph.inside(
        max([floor, *(end for _, end in stops(paragraph.text, floor, colon))]), colon
    )
    if not words:
        return None
    verbs = [t for t in words if is_speech_verb(t)]
    if verbs:
        return speaker_of(verbs[-1]), cue_span(verbs[-1])
    mark = Span(colon, colon + 1)
    if not any(t.tag_ in _FINITE for t in words):
        label = _label(words)
        return (label, mark) if label is not None else None
    people = [t for t in words if t.ent_type_ in ("PERSON", "ORG") or t.tag_ == "PRP"]
    subjects = [t for t in people if t.dep_ in ("nsubj", "nsubjpass")]
    chosen = subjects[:1] or [t for t in people if t.tag_ != "PRP"][-1:]
    return (phrase_span(chosen[0]), mark) if chosen else None


def _label(words: Sequence[Token]) -> Span | None:
    """A speaker before a colon, as in headlines: `Mayor: "We are ready"`."""
    named = any(t.ent_type_ in _PEOPLE for t in words)
    speaks = words[-1].lower_ in speech_words().speaking
    if len(words) > _LONGEST_LABEL or not (named or speaks):
        return None
    first = next((t for t in words if t.is_alpha), None)
    if first is None:
        return None
    return Span(first.idx, words[-1].idx + len(words[-1]))


def _draft(
    paragraph: Words,
    quotation: Quotation,
    quotations: Sequence[Quotation],
    uses: Sequence[QuotationUse],
    use: QuotationUse,
) -> Draft | None:
    tagged = is_tagged(paragraph.text, quotation)
    before = paragraph.text[: quotation.span.start].rstrip()
    beside = _beside(paragraph, quotation, quotations, uses)
    after = carrier_after(paragraph.text, quotation, beside.after)
    carrier = carrier_before(beside.before)
    ends_clause = carrier is not None and _is_end_of_clause(carrier, quotation, before)
    if after is not None and (carrier is None or (tagged and not ends_clause)):
        if use is QuotationUse.PART and not tagged:
            return None
        source, cue = source_and_cue(after, beside.after)
        return _made((_with_start(beside.before, quotation, before),), source, cue)
    if before.endswith(":"):
        floor = beside.before[0].idx if beside.before else len(before) - 1
        introduced = introduced_by(paragraph, len(before) - 1, floor)
        made = _made((quotation.inner,), *introduced) if introduced is not None else None
        return _with_participle(made, carrier)
    if carrier is None or (use is QuotationUse.PART and before[-1:] != ","):
        return None
    if carrier.lower_ == "according":
        source, cue = according(carrier)
        return _made((quotation.inner,), source, cue)
    source, cue = speaker_of(carrier), cue_span(carrier)
    if source is not None and meets(source, quotation.span):
        source = None
    if before.endswith(",") and _starts_small(paragraph.text, quotation):
        first = _before_aside(beside.before, cue.start if source is None else source.start)
        return _made((*first, quotation.inner), source, cue)
    if before.endswith(","):
        return _with_participle(_made((quotation.inner,), source, cue), carrier)
    return _made((_content(carrier, quotation, before),), source, cue)


def _made(content: tuple[Span, ...], source: Span | None, cue: Span) -> Draft | None:
    if any(meets(part, cue) or (source and meets(part, source)) for part in content):
        return None
    return Draft(content=content, source=source, cue=cue, score=0.5, rule=_RULE)


def _with_participle(draft: Draft | None, carrier: Token | None) -> Draft | None:
    """The draft, marked where its cue is a participle without a subject: `adding: "..."`."""
    if draft is None or carrier is None or carrier.tag_ != "VBG":
        return draft
    if any(c.dep_ in ("nsubj", "aux") for c in carrier.children):
        return draft
    return replace(draft, rule=PARTICIPLE_RULE)


def _is_end_of_clause(carrier: Token, quotation: Quotation, before: str) -> bool:
    """Whether the quotation ends what a verb before it carries: `said that it "is ready,"`."""
    if carrier.lower_ == "according" or before[-1:] in ",:":
        return False
    return _content(carrier, quotation, before) != quotation.inner


def _starts_small(text: str, quotation: Quotation) -> bool:
    return next((c for c in quotation.inner.slice(text) if c.isalpha()), "A").islower()


def _before_aside(words: Sequence[Token], end: int) -> tuple[Span, ...]:
    """What stands before `, he said, "..."` in the same sentence and goes on in the quotation."""
    before = [t for t in words if t.idx < end]
    if not before or before[-1].text not in (",", "—", "–"):
        return ()
    kept = [t for t in before if not t.is_punct]
    while kept and kept[0].tag_ == "CC":
        kept = kept[1:]
    return (Span(kept[0].idx, kept[-1].idx + len(kept[-1])),) if kept else ()


def _beside(
    paragraph: Words,
    quotation: Quotation,
    quotations: Sequence[Quotation],
    uses: Sequence[QuotationUse],
) -> _Beside:
    """What stands beside a quotation up to the ends of its sentence and to the next utterance;
    names and parts of sentences between marks are passed over.
    """
    start, end, text = quotation.span.start, quotation.span.end, paragraph.text
    both = [(one, use) for one, use in zip(quotations, uses, strict=True) if one.depth == 0]
    walls = [one.span for one, use in both if use is QuotationUse.SPEECH]
    floor = max([0, *(one.end for one in walls if one.end <= start)])
    limit = min([len(text), *(one.start for one in walls if one.start >= end)])
    floor = max([floor, *(after for _, after in stops(text, floor, start))])
    limit = min([limit, *(stop for stop, _ in stops(text, end, limit))])
    passed = [one.inner for one, use in both if use is not QuotationUse.SPEECH]
    return _Beside(
        _without(paragraph.inside(floor, start), passed),
        _without(paragraph.inside(end, limit), passed),
    )


def _without(words: list[Token], passed: Sequence[Span]) -> list[Token]:
    if not passed:
        return words
    return [t for t in words if not any(one.start <= t.idx < one.end for one in passed)]


def _with_start(before: Sequence[Token], quotation: Quotation, text: str) -> Span:
    """The quotation, with the words before it where it is only the end of their clause."""
    words = [t for t in before if not t.is_punct and t.tag_ != "CC"]
    if not words or text[-1:] in ",:":
        return quotation.inner
    return Span(words[0].idx, quotation.span.end)


def _content(verb: Token, quotation: Quotation, before: str) -> Span:
    """The quotation, with the words of its clause where it is only the end of one."""
    if before[-1:] in ",:":
        return quotation.inner
    if is_speech_verb(verb, "describing"):
        first = next((t for t in verb.rights if not t.is_punct), None)
        if first is not None and verb.i < first.left_edge.i and first.idx < quotation.span.start:
            return Span(first.left_edge.idx, quotation.span.end)
    for child in verb.rights:
        first, last = child.left_edge, child.right_edge
        end = last.idx + len(last)
        if first.i > verb.i and first.idx < quotation.inner.start < end and not child.is_punct:
            return Span(first.idx, max(end, quotation.span.end))
    return quotation.inner
