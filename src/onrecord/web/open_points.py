"""What waits for a person, counted by kind, each with the command that settles it."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.record.review import KIND_WORDS, Question, QuestionKind, open_questions
from onrecord.web.index import RecordIndex, SourceTag, source_tag
from onrecord.web.quotes import Quote, quote

MOST = 25
"""Most questions listed under a point; the others are counted."""


@dataclass(frozen=True, slots=True)
class OpenItem:
    """A question under a point: what is known, and the line to type where there is one."""

    source: SourceTag
    known: str
    entry: str | None
    """Fragment of the entry of the timeline that it is about."""
    sentence: Quote | None
    """The quoted sentence of that entry."""
    settles: str
    """`5 time expressions, 2 timeline entries`."""
    command: str


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
    anchor = question.evidence[0] if question.entry and question.evidence else None
    key = index.timeline.keys.get(question.entry) if question.entry else None
    return OpenItem(
        source=source_tag(index, question.article, anchor["start"] if anchor else None),
        known=question.known,
        entry=f"#{key}" if key else None,
        sentence=quote(index, question.article, (anchor["start"], anchor["end"]))
        if anchor
        else None,
        settles=question.settles_words,
        command=question.command(),
    )
