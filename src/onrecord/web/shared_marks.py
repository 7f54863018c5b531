"""Which sentences of an article others share, and from which they differ.

Shared is a sentence that another article repeats or retells, that lies in a passage both print,
or that tells the same event, statement or figure. Each mark leads to the other place, or to where
the page shows how the two differ; what is marked here is marked there.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.web.differences_chosen import COURSE
from onrecord.web.flags import shorten
from onrecord.web.index import RecordIndex, short_name, source_tag
from onrecord.web.marks import Mark

type Json = Mapping[str, Any]

_THE = re.compile(r"^the\s+", re.IGNORECASE)
type Place = tuple[str, int]
"""Id of an article and where a sentence of it starts."""

_MOST = 2
"""Most others named at a sentence."""
_KEPT = 12
"""Most others kept of one sentence."""
_NAME = 16
"""Longest name, in characters."""
_COVERED = 0.6
"""Share of a sentence that a common passage must cover."""


@dataclass(frozen=True, slots=True)
class Sign:
    """`=X` or `≠X` after a sentence."""

    look: str
    """`eq` or `ne`."""
    name: str
    """Of the other article, with how many more there are: `Lantern + 3`."""
    title: str
    href: str


class SharedMarks:
    """Reads the signs of a record's sentences, an article at a time."""

    def __init__(self, index: RecordIndex) -> None:
        self._index = index
        self._shared: dict[Place, dict[str, int]] = defaultdict(dict)
        self._counts: dict[Place, set[str]] = defaultdict(set)
        self._differs: dict[Place, dict[str, Json]] = defaultdict(dict)
        for left, right in (*self._repeats(), *self._passages()):
            self._join((left, right))
        for group in (*self._entries(), *self._statements(), *self._readings()):
            self._join(group)
        for each in index.differences.shown:
            # What time explains is no difference of two sentences.
            if each["reason"] not in COURSE:
                self._differ(each)

    def of(self, article: str) -> Mapping[int, tuple[Sign, ...]]:
        """The signs of an article's sentences, by where a sentence starts."""
        found: dict[int, tuple[Sign, ...]] = {}
        for start, _ in self._index.by_id[article].get("sentences") or ():
            place = (article, start)
            signs = (*self._equal(place), *self._unequal(place))
            if signs:
                found[start] = signs
        return found

    def notes(self, article: str) -> Iterator[Mark]:
        """What is said in the margin where an article differs from another."""
        for start, _ in self._index.by_id[article].get("sentences") or ():
            found = self._differs.get((article, start), {})
            for other, difference in list(found.items())[:_MOST]:
                yield Mark(
                    start=start,
                    end=start + 1,
                    kind="differs",
                    label=str(difference["reason"]),
                    value=str(difference.get("slot") or ""),
                    href=f"#{self._index.differences.keys[difference['id']]}",
                    other=source_tag(self._index, other),
                )

    def _equal(self, place: Place) -> Iterator[Sign]:
        others = list(self._shared.get(place, {}).items())[:_MOST]
        rest = len(self._counts.get(place, ())) - len(others)
        for number, (other, start) in enumerate(others):
            name = self._name(other)
            more = f" + {rest:,}" if rest > 0 and number == len(others) - 1 else ""
            href = self._index.href(other, start) or ""
            yield Sign("eq", shorten(name, _NAME) + more, f"also in {name}{more}", href)

    def _unequal(self, place: Place) -> Iterator[Sign]:
        found = list(self._differs.get(place, {}).items())
        for number, (other, difference) in enumerate(found[:_MOST]):
            name = self._name(other)
            last = number == len(found[:_MOST]) - 1 and len(found) > _MOST
            more = f" + {len(found) - _MOST:,}" if last else ""
            href = f"#{self._index.differences.keys[difference['id']]}"
            title = f"differs from {name}{more}: {difference['reason']}"
            yield Sign("ne", shorten(name, _NAME) + more, title, href)

    def _name(self, article: str) -> str:
        """The outlet without the article before its name, which every line has too little room
        for."""
        name = short_name(self._index.by_id[article])
        return _THE.sub("", name) or name

    def _join(self, group: Iterable[Place]) -> None:
        """Sentences that share something; each gets the first others of another article."""
        places = list(dict.fromkeys(group))
        articles = {article for article, _ in places}
        if len(articles) < 2:
            return
        for place in places:
            mine = self._shared[place]
            for other, start in places:
                if len(mine) >= _KEPT:
                    break
                if other != place[0]:
                    mine.setdefault(other, start)
            self._counts[place] |= articles - {place[0]}

    def _differ(self, difference: Json) -> None:
        """Of several differences from one article the weightiest, which comes first."""
        sides = [difference.get(key) for key in ("left", "right")]
        places = [self._place(side["article"], side["start"]) if side else None for side in sides]
        one, two = places
        if one and two and one[0] != two[0]:
            self._differs[one].setdefault(two[0], difference)
            self._differs[two].setdefault(one[0], difference)

    def _place(self, article: str, start: int) -> Place | None:
        """The sentence that holds a place."""
        sentences = (self._index.by_id.get(article) or {}).get("sentences") or ()
        at = bisect_right(sentences, start, key=lambda sentence: sentence[0]) - 1
        if at < 0 or start >= sentences[at][1]:
            return None
        return article, sentences[at][0]

    def _places(self, pairs: Iterable[tuple[str, int]]) -> list[Place]:
        return [place for pair in pairs if (place := self._place(*pair)) is not None]

    def _repeats(self) -> Iterator[tuple[Place, Place]]:
        for news in self._index.record.get("news") or ():
            for each in news.get("repeats") or ():
                of = each.get("of")
                one = self._place(news["article"], each["start"])
                two = self._place(of["article"], of["start"]) if of else None
                if one and two:
                    yield one, two

    def _passages(self) -> Iterator[tuple[Place, Place]]:
        """Sentences of a passage that two articles print, each with its like."""
        for group in self._index.record.get("origins") or ():
            for pair in group.get("passages") or ():
                left, right = pair.get("left"), pair.get("right")
                if left and right:
                    yield from self._sentence_pairs(left, right)

    def _sentence_pairs(self, left: Json, right: Json) -> Iterator[tuple[Place, Place]]:
        others = list(self._within(right))
        starts = [start for start, _ in others]
        for start, _ in self._within(left):
            # The passages differ by small edits only, so that places run along.
            there = start - left["start"] + right["start"]
            at = bisect_left(starts, there)
            near = min(starts[max(0, at - 1) : at + 1], key=lambda s: abs(s - there), default=None)
            if near is not None:
                yield (left["article"], start), (right["article"], near)

    def _within(self, anchor: Json) -> Iterator[Sequence[int]]:
        """The sentences of an article that an anchor covers for the most part."""
        sentences = (self._index.by_id.get(anchor["article"]) or {}).get("sentences") or ()
        first = bisect_right(sentences, anchor["start"], key=lambda sentence: sentence[1])
        for sentence in sentences[first:]:
            start, end = sentence
            if start >= anchor["end"]:
                break
            common = min(end, anchor["end"]) - max(start, anchor["start"])
            if common >= _COVERED * (end - start):
                yield sentence

    def _entries(self) -> Iterator[list[Place]]:
        for entry in self._index.timeline.all:
            yield self._places((s["article"], s["start"]) for s in entry["support"])

    def _statements(self) -> Iterator[list[Place]]:
        said = {one["id"]: one for one in self._index.record.get("attributions") or ()}
        record = self._index.record
        for group in (*(record.get("variants") or ()), *(record.get("statements") or ())):
            members = (said[a] for a in group["attributions"] if a in said)
            yield self._places((one["article"], one["content"][0][0]) for one in members)

    def _readings(self) -> Iterator[list[Place]]:
        """Figures of one series that read the same."""
        by_id = self._index.figures.by_id
        for series in self._index.figures.series.values():
            readings = series.get("readings")
            if readings is None:
                continue
            for reading in readings:
                figures = (by_id[f] for f in reading["figures"] if f in by_id)
                yield self._places((f["article"], f["start"]) for f in figures)
