"""Mentions: names of people, organisations, places and groups as they are written.

`find_mentions` reads them from the parsed paragraph: what the model tagged, without the marks,
titles and owners that it took with them (`mention_trimming`), and what the words around tell of
each: title, apposition, gender, kinship, whether a capital stands for its government.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.analysis.mention_cues import cues_of, description_of, gender_of, kin_in
from onrecord.analysis.mention_titles import title_before
from onrecord.analysis.mention_trimming import Part, parts_of, trim_name
from onrecord.analysis.parsed_words import parsed_words
from onrecord.lexicon.name_words import name_words
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


_VERBS = frozenset({"VBZ", "VBD", "VBP"})
"""Tags of a verb that the model took with the name before it."""


def find_mentions(doc: Doc) -> list[Mention]:
    """The mentions in order; marks around a name and a possessive ending are left out."""
    mentions: list[Mention] = []
    text = parsed_words(doc).text
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
        if len(tokens) == 1 and is_fragment(tokens):
            continue
        if len(tokens) > 1 and tokens[-1].tag_ in _VERBS and _may_end_in_verb(part, tokens):
            tokens = tokens[:-1]
            part = replace(part, span=Span(part.span.start, tokens.end_char))  # noqa: PLW2901
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
                cues=_cues(text, tokens, part.type, title, description),
            )
        )
    return found


def _cues(
    text: str, tokens: Tokens, kind: EntityType, title: Span | None, description: Span | None
) -> tuple[str, ...]:
    """What is told of a name by the words around it, and of kinship by its apposition."""
    cues = cues_of(tokens, kind, titled=title is not None)
    kin = kin_in(text, description) if kind is EntityType.PERSON and not cues else ""
    return (f"kin: {kin}",) if kin else cues


def _may_end_in_verb(part: Part, tokens: Tokens) -> bool:
    """A headline's verb behind a person, or a verb in small letters behind any name."""
    small = tokens[-1].text.islower()
    return tokens[-1].idx > part.span.start and (small or part.type is EntityType.PERSON)


def is_fragment(name: Tokens) -> bool:
    """Whether a single common word is what is left of a longer name that nobody tagged: `Eastern`
    in `Near Eastern Affairs`."""
    token = name[0]
    if token.lower_ not in name_words().generic or token.i == 0:
        return False
    before = token.nbor(-1)
    beside = before.whitespace_ == " " or before.text == "-"
    capital = before.text[:1].isupper() or (before.text == "-" and token.i > 1)
    return beside and capital and not before.ent_type_


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
