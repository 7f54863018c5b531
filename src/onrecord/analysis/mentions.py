"""Mentions: names of people, organisations, places and groups as they are written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.values.findings import Mention
from onrecord.values.spans import Span
from onrecord.values.vocabulary import EntityType

if TYPE_CHECKING:
    from spacy.tokens import Doc

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

_LEFT = re.compile(r"^[\s\"“”‘’'(\[—–-]+")
_RIGHT = re.compile(r"(?:[’']s|[’'])?[\s\"“”‘’'),;:\]—–-]*$")


def find_mentions(doc: Doc) -> list[Mention]:
    """The mentions in order; marks around a name and a possessive ending are left out."""
    mentions = []
    for entity in doc.ents:
        kind = _TYPES.get(entity.label_)
        span = trim_name(doc.text, entity.start_char, entity.end_char) if kind else None
        if kind is not None and span is not None:
            mentions.append(Mention(span, kind))
    return mentions


def trim_name(text: str, start: int, end: int) -> Span | None:
    """The name at [start, end) without marks and possessive ending; None if no letter is left."""
    raw = text[start:end].split("\n", maxsplit=1)[0]
    end = start + len(raw)
    start += len(_LEFT.match(raw).group()) if _LEFT.match(raw) else 0  # type: ignore[union-attr]
    name = text[start:end]
    tail = _RIGHT.search(name)
    end -= len(tail.group()) if tail else 0
    name = text[start:end]
    return Span(start, end) if any(c.isalpha() for c in name) else None
