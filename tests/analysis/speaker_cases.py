"""Attributions of small fictional articles, made by hand from their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.language import Language

from onrecord.analysis.drafts import Draft
from onrecord.analysis.mentions import find_mentions
from onrecord.analysis.paragraph_speech import ParagraphSpeech, placed, read_paragraph
from onrecord.analysis.quotations import find_quotations
from onrecord.analysis.referents import find_referents
from onrecord.analysis.speakers import resolve_speakers
from onrecord.analysis.times import find_times
from onrecord.values.attributions import Attribution
from onrecord.values.findings import Mention
from onrecord.values.spans import Span
from onrecord.values.times import TimeExpression, moved
from onrecord.values.vocabulary import AttributionKind, Role, Sourcing


@dataclass(frozen=True, slots=True)
class Case:
    """One attribution by its words: the nth place of source and cue in the article."""

    source: str | None
    cue: str | None
    content: str
    kind: AttributionKind = AttributionKind.INDIRECT


def resolved(nlp: Language, text: str, *cases: Case) -> tuple[list[Attribution], str]:
    """The attributions of a text whose paragraphs are its lines, and the text."""
    attributions = _attributions(text, cases)
    paragraphs: list[ParagraphSpeech] = []
    mentions: list[Mention] = []
    times: list[TimeExpression] = []
    start = 0
    for line in text.split("\n"):
        doc = nlp(line)
        found, dated = find_mentions(doc), find_times(doc)
        drafts = [_draft(one, start) for one in attributions if _is_in(one, start, line)]
        referents = find_referents(doc, found, drafts, dated)
        read = read_paragraph(doc, drafts, find_quotations(line), referents)
        paragraphs.append(placed(read, start, Role.BODY))
        mentions += [Mention(_by(one.span, start), one.type) for one in found]
        times += [moved(one, start) for one in dated]
        start += len(line) + 1
    return resolve_speakers(attributions, paragraphs, mentions, times), text


def _attributions(text: str, cases: Sequence[Case]) -> list[Attribution]:
    found = []
    for case in cases:
        content = _place(text, case.content, 0)
        near = text.rfind("\n", 0, content.start) + 1
        cue = _place(text, case.cue, near) if case.cue else None
        source = _place(text, case.source, near) if case.source else None
        found.append(
            Attribution(
                content=(content,), source=source, cue=cue, kind=case.kind, sourcing=Sourcing.NONE
            )
        )
    return found


def _place(text: str, words: str, start: int) -> Span:
    at = text.index(words, start)
    return Span(at, at + len(words))


def _is_in(one: Attribution, start: int, line: str) -> bool:
    return start <= one.extent.start and one.extent.end <= start + len(line)


def _draft(one: Attribution, start: int) -> Draft:
    return Draft(
        content=tuple(_by(span, -start) for span in one.content),
        source=_by(one.source, -start) if one.source else None,
        cue=_by(one.cue, -start) if one.cue else None,
        score=1.0,
        rule="test",
    )


def _by(span: Span, offset: int) -> Span:
    return Span(span.start + offset, span.end + offset)


def words_of(text: str, span: Span | None) -> str | None:
    """The words at a place, None where there is none."""
    return span.slice(text) if span is not None else None
