"""What the attributions of an article need of a paragraph, without its parse."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.analysis.quotations import Quotation
from onrecord.analysis.sentences import find_sentences
from onrecord.analysis.speech_beside import introduced_by, quotation_drafts
from onrecord.analysis.speech_cues import stance_of
from onrecord.analysis.speech_nested import nested_drafts, with_inner_marked
from onrecord.analysis.speech_quoted import QuotationUse, use_of
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
    sentences: tuple[Span, ...]
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
    uses = [use_of(doc, quotation) for quotation in quotations]
    every = with_inner_marked(drafts, quotations)
    every += quotation_drafts(doc, quotations, uses, every)
    every += nested_drafts(doc, quotations, every)
    return ParagraphSpeech(
        text=doc.text,
        quotations=tuple(quotations),
        uses=tuple(uses),
        drafts=tuple(every),
        stances=tuple(stance_of(doc, draft.cue, draft.source) for draft in every),
        referents=tuple(referents),
        sentences=tuple(find_sentences(doc)),
        introduction=_introduction(doc),
    )


_COLON = re.compile(r":\s*$")


def _introduction(doc: Doc) -> Introduction | None:
    """The words before a colon at the end of the paragraph that say who speaks below it."""
    colon = _COLON.search(doc.text)
    introduced = introduced_by(doc, colon.start()) if colon is not None else None
    if introduced is None:
        return None
    source, cue = introduced
    return Introduction(source=source, cue=cue)
