"""What the attributions of an article need of a paragraph, without its parse."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.analysis.quotations import Quotation
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from onrecord.analysis.drafts import Draft
    from onrecord.analysis.referents import Referent


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphSpeech:
    """The speech of one paragraph; all places are in the paragraph.

    A function of the paragraph's words but for `start` and `role`, which `placed` sets.
    """

    text: str
    quotations: tuple[Quotation, ...]
    drafts: tuple[Draft, ...]
    referents: tuple[Referent, ...]
    sentences: tuple[Span, ...]
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
    return ParagraphSpeech(
        text=doc.text,
        quotations=tuple(quotations),
        drafts=tuple(drafts),
        referents=tuple(referents),
        sentences=tuple(Span(s.start_char, s.end_char) for s in doc.sents if s.text.strip()),
    )
