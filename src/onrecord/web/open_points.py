"""What waits for a person, counted by kind, each with the command that settles it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.record.questions import PAIR_KINDS
from onrecord.record.review import KIND_WORDS, Question, QuestionKind, open_questions
from onrecord.web.index import RecordIndex, SourceTag, source_tag
from onrecord.web.quotes import Quote, quote

type Json = Mapping[str, Any]

_QUOTED = PAIR_KINDS | {QuestionKind.SPEAKER}
"""Kinds that cannot be answered without the words."""
_MOST_SENTENCES = 4
MOST = 25
"""Most questions listed under a point; the others are counted."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words that a question rests on, and where they stand."""

    words: Quote
    source: SourceTag


@dataclass(frozen=True, slots=True)
class OpenItem:
    """A question under a point: what is known, and the line to type where there is one."""

    source: SourceTag
    known: str
    label: str
    """The two names, or the speaker, that it is about; else empty."""
    entry: str | None
    """Fragment of the entry of the timeline that it is about."""
    sentences: tuple[Sentence, ...]
    """The quoted sentence of that entry, or what is to be compared."""
    settles: str
    """`5 time expressions, 2 timeline entries`."""
    stories: str
    commands: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """One kind of thing that waits."""

    what: str
    count: int
    settles: int
    """How much the answers settle together."""
    items: tuple[OpenItem, ...]

    @property
    def more(self) -> int:
        """Questions that are counted and not listed."""
        return self.count - len(self.items)


def find_open_points(index: RecordIndex) -> tuple[OpenPoint, ...]:
    """The open points of a record, those that settle most first; none where nothing waits."""
    by_kind: dict[QuestionKind, list[Question]] = {kind: [] for kind in QuestionKind}
    for question in open_questions(index.record):
        by_kind[question.kind].append(question)
    points = [_point(index, kind, found) for kind, found in by_kind.items() if found]
    return tuple(sorted(points, key=lambda point: -point.settles))


def _point(index: RecordIndex, kind: QuestionKind, found: list[Question]) -> OpenPoint:
    return OpenPoint(
        what=KIND_WORDS[kind],
        count=len(found),
        settles=sum(question.settles for question in found),
        items=tuple(_item(index, question) for question in found[:MOST]),
    )


def _item(index: RecordIndex, question: Question) -> OpenItem:
    quoted = question.evidence if question.entry or question.kind in _QUOTED else ()
    key = index.timeline.keys.get(question.entry) if question.entry else None
    sentences = tuple(_sentence(index, anchor) for anchor in quoted[:_MOST_SENTENCES])
    return OpenItem(
        source=source_tag(index, question.article, quoted[0]["start"] if quoted else None),
        known=question.known,
        label=question.label if question.kind in _QUOTED else "",
        entry=f"#{key}" if key else None,
        sentences=sentences,
        settles=question.settles_words,
        stories=index.stories.tags([question.article]),
        commands=question.commands(),
    )


def _sentence(index: RecordIndex, anchor: Json) -> Sentence:
    words = quote(index, anchor["article"], (anchor["start"], anchor["end"]))
    return Sentence(words, source_tag(index, anchor["article"], anchor["start"]))
