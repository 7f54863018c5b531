"""What an outlet took out of a report and added to it: one version beside the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.text.folding import fold_words
from onrecord.web.annotated import Piece
from onrecord.web.collation import Line, collate, in_a_row, read_words
from onrecord.web.index import RecordIndex, SourceTag, language, source_tag
from onrecord.web.origin_rows import opening
from onrecord.web.quotes import quote, shown_places
from onrecord.web.utterances import Part

type Json = Mapping[str, Any]
type Cell = tuple[Piece, ...]

_MOST = 14
"""Most lines of a version that are shown."""
_ALIKE = 0.4
"""Share of words in common from which two sentences are one that was changed."""
_LONGEST = 420
"""Longer sentences are not compared word by word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionView:
    """A version beside the one before it."""

    left: SourceTag
    right: SourceTag
    left_language: str | None
    right_language: str | None
    taken_out: int
    added: int
    lines: tuple[Line, ...]
    """What differs, in order of the later version; an empty side has no such words."""
    more: int


class Versions:
    """Reads the versions of a record's articles."""

    def __init__(self, index: RecordIndex) -> None:
        self._index = index
        self._by_right: dict[str, list[Json]] = defaultdict(list)
        for group in index.record.get("origins") or ():
            for version in group.get("versions") or ():
                if version["left"] in index.by_id and version["right"] in index.by_id:
                    self._by_right[version["right"]].append(version)

    def of(self, article: str) -> tuple[VersionView, ...]:
        """What an article changes of the versions before it."""
        return tuple(self._view(version) for version in self._by_right.get(article, ()))

    def _view(self, version: Json) -> VersionView:
        index, left, right = self._index, version["left"], version["right"]
        out, added = version["taken_out"], version["added"]
        pairs = self._pairs(out, added)
        lines = [line for pair in pairs[:_MOST] if (line := self._line(*pair)) is not None]
        return VersionView(
            left=source_tag(index, left),
            right=source_tag(index, right),
            left_language=language(index.by_id[left]),
            right_language=language(index.by_id[right]),
            taken_out=len(out),
            added=len(added),
            lines=tuple(lines),
            more=len(pairs) - len(lines),
        )

    def _pairs(
        self, out: Sequence[Json], added: Sequence[Json]
    ) -> list[tuple[Json | None, Json | None]]:
        """What was taken out with what came in its place, in order of the place in the text."""
        words = {id(a): set(fold_words(self._text(a))) for a in (*out, *added)}
        free = list(added)
        pairs: list[tuple[float, Json | None, Json | None]] = []
        for old in out:
            best = max(
                free, key=lambda new: _likeness(words[id(old)], words[id(new)]), default=None
            )
            if best is not None and _likeness(words[id(old)], words[id(best)]) >= _ALIKE:
                free.remove(best)
                pairs.append((self._at(best), old, best))
            else:
                pairs.append((self._at(old), old, None))
        pairs += [(self._at(new), None, new) for new in free]
        return [(old, new) for _, old, new in sorted(pairs, key=lambda pair: pair[0])]

    def _text(self, anchor: Json) -> str:
        return str(self._index.by_id[anchor["article"]]["text"][anchor["start"] : anchor["end"]])

    def _at(self, anchor: Json) -> float:
        """Where words stand in their article, from 0 to 1."""
        return float(anchor["start"] / max(1, len(self._index.by_id[anchor["article"]]["text"])))

    def _line(self, old: Json | None, new: Json | None) -> Line | None:
        """Both sides, words that differ marked; None where the page may show neither."""
        if old is not None and new is not None:
            line = self._compared(old, new)
            if line is not None:
                return line
        left, right = (self._whole(anchor) if anchor else () for anchor in (old, new))
        return Line(left, right) if left or right else None

    def _compared(self, old: Json, new: Json) -> Line | None:
        if max(old["end"] - old["start"], new["end"] - new["start"]) > _LONGEST:
            return None
        words = [self._words(old), self._words(new)]
        if not all(any(word.shown for word in side) for side in words):
            return None
        texts = tuple(str(self._index.by_id[a["article"]]["text"]) for a in (old, new))
        lines = collate(words[0], words[1], (texts[0], texts[1]))
        return Line(in_a_row(line.left for line in lines), in_a_row(line.right for line in lines))

    def _words(self, anchor: Json) -> list[Any]:
        place = (anchor["start"], anchor["end"])
        text = self._index.by_id[anchor["article"]]["text"]
        shown = list(shown_places(self._index, anchor["article"], place))
        return list(read_words(text, [Part(place, said=True)], shown))

    def _whole(self, anchor: Json) -> Cell:
        """Words that only one version has."""
        text = self._index.by_id[anchor["article"]]["text"]
        start, end = opening(text, anchor["start"], anchor["end"])
        found = quote(self._index, anchor["article"], (start, end), [(start, end)], "x")
        if found.pieces and end < anchor["end"]:
            return (*found.pieces, Piece(" …", "gap"))
        return found.pieces


def _likeness(one: set[str], other: set[str]) -> float:
    return len(one & other) / (min(len(one), len(other)) or 1)
