"""What the attributions of an article need of a paragraph, without its parse."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.analysis.event_source import phrase_span
from onrecord.analysis.quotations import Quotation
from onrecord.analysis.speech_beside import introduced_by, quotation_drafts
from onrecord.analysis.speech_cues import stance_of
from onrecord.analysis.speech_items import meets
from onrecord.analysis.speech_labels import label_draft
from onrecord.analysis.speech_nested import nested_drafts, with_inner_marked
from onrecord.analysis.speech_quoted import QuotationUse, use_of
from onrecord.analysis.speech_settling import settled_drafts
from onrecord.analysis.speech_sources import with_plain_sources
from onrecord.analysis.speech_tokens import Words
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Role, Stance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from onrecord.analysis.drafts import Draft
    from onrecord.analysis.referents import Referent


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction:
    """The end of a paragraph that leaves the words themselves to the next one: `She added:`."""

    source: Span | None
    cue: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphSpeech:
    """The speech of one paragraph; all places are in the paragraph.

    A function of the paragraph's words but for `start` and `role`, which `placed` sets.
    """

    text: str
    quotations: tuple[Quotation, ...]
    uses: tuple[QuotationUse, ...]
    """What the words of each quotation are."""
    drafts: tuple[Draft, ...]
    """The model's, then those that quotation marks and verbs of speech add, nested ones flagged."""
    stances: tuple[Stance, ...]
    """How each draft is meant."""
    referents: tuple[Referent, ...]
    subjects: tuple[Span, ...] = ()
    """People and bodies of which its sentences tell, outside of quotations."""
    introduction: Introduction | None = None
    start: int = 0
    """Where the paragraph begins in the article's text."""
    role: Role = Role.BODY


def placed(paragraph: ParagraphSpeech, start: int, role: Role) -> ParagraphSpeech:
    """The paragraph where it stands in one article."""
    return replace(paragraph, start=start, role=role)


def read_paragraph(
    doc: Doc,
    drafts: Sequence[Draft],
    quotations: Sequence[Quotation],
    referents: Sequence[Referent],
) -> ParagraphSpeech:
    """What the article level needs of a parsed paragraph.

    Args:
        doc: the parsed paragraph.
        drafts: what the model found in it.
        quotations: those of its text.
        referents: what its words may stand for.
    """
    paragraph = Words(doc)
    uses = [use_of(paragraph, quotation) for quotation in quotations]
    beside = quotation_drafts(paragraph, quotations, uses)
    found = with_inner_marked(with_plain_sources(paragraph, drafts), quotations)
    every = settled_drafts(paragraph.text, found, beside, quotations)
    label = label_draft(paragraph, every)
    every += [label] if label is not None else []
    every += nested_drafts(paragraph, quotations, every)
    return ParagraphSpeech(
        text=paragraph.text,
        quotations=tuple(quotations),
        uses=tuple(uses),
        drafts=tuple(every),
        stances=tuple(stance_of(paragraph, draft.cue, draft.source) for draft in every),
        referents=tuple(referents),
        subjects=tuple(_subjects(paragraph, quotations)),
        introduction=_introduction(paragraph),
    )


def _subjects(paragraph: Words, quotations: Sequence[Quotation]) -> list[Span]:
    """Subjects of main clauses that are people or bodies, or `he` and `she`, in order."""
    parsed, found = paragraph.parsed, []
    heads = parsed.heads
    for number, dep in enumerate(parsed.deps):
        if dep not in _SUBJECTS or heads[heads[number]] != heads[number] or heads[number] == number:
            continue
        child = paragraph.doc[number]
        if child.ent_type_ in _BODIES or child.lower_ in ("he", "she"):
            found.append(phrase_span(child))
    return [s for s in found if not any(q.depth == 0 and meets(q.inner, s) for q in quotations)]


_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_BODIES = frozenset({"PERSON", "ORG"})
_COLON = re.compile(r":\s*$")


def _introduction(paragraph: Words) -> Introduction | None:
    """The words before a colon at the end of the paragraph that say who speaks below it."""
    colon = _COLON.search(paragraph.text)
    introduced = introduced_by(paragraph, colon.start()) if colon is not None else None
    if introduced is None:
        return None
    source, cue = introduced
    return Introduction(source=source, cue=cue)
