"""The sides of a difference: the sentence of each report, the words that differ marked in it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from onrecord.web.annotated import Piece
from onrecord.web.chains import weekday_words
from onrecord.web.collation import collate, in_a_row, read_words
from onrecord.web.datewords import read_days
from onrecord.web.figures_grouped import sentence_of
from onrecord.web.figures_words import reading
from onrecord.web.index import RecordIndex, SourceTag, source_tag
from onrecord.web.quotes import Quote, quote, shown_places
from onrecord.web.utterances import Part, Utterances

type Json = Mapping[str, Any]
type Place = tuple[int, int]

_WHOLE = 280
"""Sentences up to so many characters are shown whole."""
_BEFORE, _AFTER = 120, 150
"""Of a longer one, characters shown beside the words that differ."""
_COLLATED = 700
"""Longer printings are not compared word by word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A report in a difference."""

    value: str
    """What was computed from the words: a number, days; empty where nothing was."""
    href: str
    """Fragment of its row; empty where it has none."""
    words: Quote
    source: SourceTag
    role: str
    start: int
    end: int


class Sides:
    """Reads the sides of a record's differences."""

    def __init__(self, index: RecordIndex) -> None:
        self._index = index
        self._utterances = Utterances(index.by_id)
        said = index.record.get("attributions") or ()
        self._said = {(one["article"], one["content"][0][0]): one for one in said}
        times: dict[str, list[Json]] = defaultdict(list)
        for time in index.record.get("times") or ():
            times[time["article"]].append(time)
        self._times = {a: sorted(found, key=lambda t: t["start"]) for a, found in times.items()}

    def both(self, difference: Json) -> tuple[Side | None, Side | None]:
        """Both sides; None of one that has no words."""
        left, right = (self._side(difference, name) for name in ("left", "right"))
        if difference.get("slot") == "wording" and left and right:
            pieces = self._collated(difference["left"], difference["right"])
            if pieces is not None:
                one = replace(left.words, pieces=pieces[0], cut_before=False, cut_after=False)
                two = replace(right.words, pieces=pieces[1], cut_before=False, cut_after=False)
                return replace(left, words=one), replace(right, words=two)
        return left, right

    def _side(self, difference: Json, name: str) -> Side | None:
        anchor = difference.get(name)
        if not anchor:
            return None
        index, here = self._index, anchor["article"]
        words = _place(difference.get(f"{name}_words")) or (anchor["start"], anchor["end"])
        figure = index.figures.by_id.get(difference.get(f"{name}_figure") or "")
        number = index.paragraph(here, anchor["start"])
        paragraphs = index.by_id[here]["paragraphs"]
        key = index.figures.keys.get(figure["id"]) if figure else None
        return Side(
            value=reading(figure) if figure else self._days(difference, here, words),
            href=f"#{key}" if key else "",
            words=self._words(difference, anchor, words),
            source=source_tag(index, here, self._sentence(anchor)[0]),
            role=paragraphs[number]["role"] if number is not None else "",
            start=words[0],
            end=words[1],
        )

    def _sentence(self, anchor: Json) -> Place:
        """The sentence in which an anchor begins."""
        article = self._index.by_id[anchor["article"]]
        return sentence_of(article, {"start": anchor["start"], "end": anchor["start"] + 1})

    def _days(self, difference: Json, article: str, words: Place) -> str:
        """The days that the words tell, where the reports differ in days."""
        times = self._times.get(article, [])
        if difference.get("slot") != "date":
            return ""
        at = bisect_left(times, words[0], key=lambda time: time["end"] - 1)
        for time in times[at:]:
            if time["start"] >= words[1]:
                break
            if (days := read_days(time)).known:
                return weekday_words(days)
        return ""

    def _words(self, difference: Json, anchor: Json, words: Place) -> Quote:
        """The sentence, or the part of a long one beside the words that differ, these marked."""
        article = self._index.by_id[anchor["article"]]
        first = self._sentence(anchor)
        start, end = min(first[0], words[0]), max(first[1], anchor["end"], words[1])
        left, right = _window(article["text"], (start, end), words)
        look = "x" if difference.get("slot") == "wording" else "mark"
        found = quote(self._index, anchor["article"], (left, right), [words], look)
        shown = bool(found.pieces)
        return replace(
            found,
            cut_before=shown and (found.cut_before or left > start),
            cut_after=shown and (found.cut_after or right < end),
        )

    def _parts(self, article: str, place: Place) -> list[Part]:
        """What was said at a place, without the words between its parts that tell who spoke."""
        one = self._said.get((article, place[0]))
        parts = self._utterances.parts(one) if one else []
        here = [part for part in parts if part.place[0] < place[1]]
        return here or [Part(place, said=True)]

    def _collated(
        self, left: Json, right: Json
    ) -> tuple[tuple[Piece, ...], tuple[Piece, ...]] | None:
        """Two printings compared word by word; None where they are long or not to be shown."""
        sides, texts = [], []
        for anchor in (left, right):
            place = (anchor["start"], anchor["end"])
            if place[1] - place[0] > _COLLATED:
                return None
            text = self._index.by_id[anchor["article"]]["text"]
            shown = list(shown_places(self._index, anchor["article"], place))
            words = read_words(text, self._parts(anchor["article"], place), shown)
            if not any(word.shown for word in words):
                return None
            sides.append(words)
            texts.append(text)
        lines = collate(sides[0], sides[1], (texts[0], texts[1]))
        return in_a_row(line.left for line in lines), in_a_row(line.right for line in lines)


def _place(words: Sequence[int] | None) -> Place | None:
    return (words[0], words[1]) if words else None


def _window(text: str, sentence: Place, words: Place) -> Place:
    """The part of a sentence beside the words that differ, from word to word."""
    start, end = sentence
    if end - start <= _WHOLE:
        return sentence
    left, right = max(start, words[0] - _BEFORE), min(end, words[1] + _AFTER)
    while start < left < words[0] and not text[left - 1].isspace():
        left += 1
    while words[1] < right < end and not text[right].isspace():
        right -= 1
    return left, right
