"""The wordings of a statement: printings with the same words together, the others compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.values.vocabulary import AttributionKind
from onrecord.web.collation import Line, Word, collate, read_words
from onrecord.web.index import RecordIndex, SourceTag, language, source_tag
from onrecord.web.quotes import shown_places
from onrecord.web.statements import Statement
from onrecord.web.utterances import Utterances

type Json = Mapping[str, Any]

MOST = 6
"""Most wordings of a statement that are compared with its first."""


@dataclass(frozen=True, slots=True)
class Side:
    """A printing in a comparison."""

    tag: SourceTag
    more: int
    """Other articles that print the same words."""
    kind: str
    stance: str
    language: str | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The first printing and a later one, segment by segment."""

    left: Side
    right: Side
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """The wordings of a statement."""

    groups: tuple[tuple[PrintedAs, ...], ...]
    comparisons: tuple[Comparison, ...]


@dataclass(frozen=True, slots=True)
class PrintedAs:
    """What an article prints of a statement, in one place or in pieces that belong together."""

    members: tuple[Json, ...]
    words: tuple[Word, ...]

    @property
    def article(self) -> str:
        """Id of its article."""
        return str(self.members[0]["article"])

    @property
    def key(self) -> tuple[object, ...]:
        """Equal for the same words, however they are written."""
        quoted = any(m["kind"] != AttributionKind.INDIRECT for m in self.members)
        return quoted, *(word.key for word in self.words if word.key)


class Wordings:
    """Compares the printings of statements."""

    def __init__(self, index: RecordIndex, utterances: Utterances) -> None:
        self._index = index
        self._utterances = utterances

    def compare(self, statement: Statement) -> Compared:
        """The wordings of a statement in the order of the record."""
        if len(statement.members) == 1:
            return Compared((), ())
        printings = [_joined(pieces) for pieces in self._together(statement)]
        groups: dict[tuple[object, ...], list[PrintedAs]] = defaultdict(list)
        for printing in printings:
            groups[printing.key].append(printing)
        first, *others = groups.values()
        compared = [
            self._comparison(first, other) for other in others[:MOST] if _can_be_seen(first, other)
        ]
        return Compared(tuple(map(tuple, groups.values())), tuple(compared))

    def _together(self, statement: Statement) -> list[list[PrintedAs]]:
        """Pieces of one article that print different words of it are one printing; two that
        print the same are two."""
        printings: list[list[PrintedAs]] = []
        for piece in map(self._printing, statement.members):
            for pieces in printings:
                same = pieces[0].article == piece.article
                if same and not any(_shares_words(piece, other) for other in pieces):
                    pieces.append(piece)
                    break
            else:
                printings.append([piece])
        return printings

    def _printing(self, member: Json) -> PrintedAs:
        article = member["article"]
        parts = self._utterances.parts(member)
        shown = [p for part in parts for p in shown_places(self._index, article, part.place)]
        words = read_words(self._index.by_id[article]["text"], parts, shown)
        return PrintedAs((member,), tuple(words))

    def _comparison(self, first: Sequence[PrintedAs], other: Sequence[PrintedAs]) -> Comparison:
        left, right = first[0], other[0]
        texts = tuple(str(self._index.by_id[p.article]["text"]) for p in (left, right))
        lines = collate(left.words, right.words, (texts[0], texts[1]))
        return Comparison(self._side(first), self._side(other), tuple(lines))

    def _side(self, printings: Sequence[PrintedAs]) -> Side:
        printing = printings[0]
        member = printing.members[0]
        articles = {each.article for each in printings}
        return Side(
            tag=source_tag(self._index, printing.article, member["content"][0][0]),
            more=len(articles) - 1,
            kind=" / ".join(dict.fromkeys(str(m["kind"]) for m in printing.members)),
            stance="" if member.get("stance") in (None, "said") else str(member["stance"]),
            language=language(self._index.by_id[printing.article]),
        )


def _shares_words(one: PrintedAs, other: PrintedAs) -> bool:
    """Whether most words of the shorter stand in the longer too."""
    mine, its = {word.key for word in one.words}, {word.key for word in other.words}
    return 2 * len(mine & its) > min(len(mine), len(its))


def _joined(pieces: Sequence[PrintedAs]) -> PrintedAs:
    """Pieces of one article as one printing, in order of place."""
    members = sorted((m for piece in pieces for m in piece.members), key=_start)
    words = sorted((w for piece in pieces for w in piece.words), key=lambda word: word.place)
    return PrintedAs(tuple(members), tuple(words))


def _start(member: Json) -> int:
    return int(member["content"][0][0])


def _can_be_seen(*groups: Sequence[PrintedAs]) -> bool:
    """Whether the page may show words of both."""
    return all(any(word.shown for word in group[0].words) for group in groups)
