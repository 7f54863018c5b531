"""Mentions: names of people, organisations, places and groups as they are written.

`find_mentions` reads them from the parsed paragraph: what the model tagged, without the marks,
titles and owners that it took with them (`mention_trimming`), and what the words around tell of
each: title, apposition, gender, kinship, whether a capital stands for its government.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.analysis.mention_cues import cues_of, description_of, gender_of
from onrecord.analysis.mention_titles import title_before
from onrecord.analysis.mention_trimming import parts_of, trim_name
from onrecord.values.findings import Mention
from onrecord.values.spans import Span
from onrecord.values.vocabulary import EntityType

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.tokens import Span as Tokens

__all__ = ["find_mentions", "trim_name"]

_TYPES = {
    "PERSON": EntityType.PERSON,
    "ORG": EntityType.ORGANISATION,
    "GPE": EntityType.PLACE,
    "LOC": EntityType.PLACE,
    "FAC": EntityType.PLACE,
    "NORP": EntityType.GROUP,
    "EVENT": EntityType.OTHER,
    "LAW": EntityType.OTHER,
    "PRODUCT": EntityType.OTHER,
    "WORK_OF_ART": EntityType.OTHER,
}
"""OntoNotes labels of the language model -> our types; numbers and dates are no names."""


def find_mentions(doc: Doc) -> list[Mention]:
    """The mentions in order; marks around a name and a possessive ending are left out."""
    mentions: list[Mention] = []
    text = doc.text
    for entity in doc.ents:
        kind = _TYPES.get(entity.label_)
        if kind is not None:
            mentions += _mentions_of(text, entity, kind)
    return mentions


def _mentions_of(text: str, entity: Tokens, kind: EntityType) -> list[Mention]:
    """What one tagged run names: one thing, or an owner and what is his."""
    found = []
    for part in parts_of(text, entity.start_char, entity.end_char, kind):
        title, description = part.title, None
        tokens = _tokens_at(entity, part.span)
        if part.type is EntityType.PERSON or (
            len(tokens) == 1 and part.type is not EntityType.GROUP
        ):
            title = title or title_before(tokens)
        if part.type in (EntityType.PERSON, EntityType.ORGANISATION):
            description = description_of(tokens)
        found.append(
            Mention(
                part.span,
                part.type,
                label=entity.label_,
                title=title,
                description=description,
                gender=gender_of(text, title, description),
                cues=cues_of(tokens, part.type),
            )
        )
    return found


def _tokens_at(entity: Tokens, span: Span) -> Tokens:
    """The tokens of a tagged run that a part of it touches."""
    if span.start == entity.start_char and span.end == entity.end_char:
        return entity
    first, after = entity.start, entity.end
    doc = entity.doc
    while first < after - 1 and doc[first].idx + len(doc[first]) <= span.start:
        first += 1
    while after > first + 1 and doc[after - 1].idx >= span.end:
        after -= 1
    return doc[first:after]
