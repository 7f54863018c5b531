"""Which words of an article a page without full texts may show.

At most 60 words of a paragraph, and never more than half of the running text of an
article, so that a page may be passed on where the articles may not. What is chosen holds
for the whole page: the timeline and the annotated copies show nothing beyond it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from onrecord.values.vocabulary import PROSE_ROLES, Role
from onrecord.web.marks import Mark

WORDS = 60
"""Most words of one paragraph."""
CHARACTERS = 600
"""Most characters of one paragraph, for scripts that put no space between words."""
_FEWEST = 6
"""Fewer words of a sentence tell nothing: then none of it is shown."""

_FRONT = frozenset(
    {Role.HEADLINE, Role.DEK, Role.BYLINE, Role.TIMESTAMP, Role.DATELINE, Role.CREDIT}
)
WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]"
    r"|[^\s\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]+"
)
"""A run without white space. Chinese, Japanese and Korean writing has no spaces to count: there
each sign is a word."""

type Place = tuple[int, int]
"""[start, end) in the article's text."""


def count_words(text: str) -> int:
    """Words of a text: runs without white space, or single signs of an unspaced script."""
    return sum(1 for _ in WORD.finditer(text))


def choose_passages(
    article: Mapping[str, Any],
    marks: Iterable[Mark],
    wanted: Sequence[tuple[Place, Place]] = (),
) -> dict[int, tuple[Place, ...]]:
    """The passages of each paragraph to show, by number of the paragraph.

    Args:
        article: the article as exported.
        marks: words of it that are evidence.
        wanted: sentences that the timeline shows, the most important first, each with the
            words in it that must not be cut off.
    """
    paragraphs = article["paragraphs"]
    rooms = [_Room(article, paragraph) for paragraph in paragraphs]
    left = sum(room.count for room in rooms if room.running) // 2
    starts = [paragraph["start"] for paragraph in paragraphs]
    for sentence, core in wanted:
        room = rooms[max(0, bisect_right(starts, sentence[0]) - 1)]
        left -= room.take_sentence(sentence, core, left)
    evidence = [mark for mark in marks if mark.kind in ("date", "field")]
    for number, paragraph in sorted(enumerate(paragraphs), key=lambda p: p[1]["role"] != Role.LEDE):
        here = [m for m in evidence if paragraph["start"] <= m.start < paragraph["end"]]
        if here or paragraph["role"] in _FRONT or paragraph["role"] == Role.LEDE:
            left -= rooms[number].take_passage(here, left)
    return {number: room.places() for number, room in enumerate(rooms) if room.taken}


class _Room:
    """One paragraph: its words, and those taken so far."""

    def __init__(self, article: Mapping[str, Any], paragraph: Mapping[str, Any]) -> None:
        found = WORD.finditer(article["text"], paragraph["start"], paragraph["end"])
        # A word of a script without spaces may be a page long.
        self._words = [(m.start(), min(m.end(), m.start() + CHARACTERS)) for m in found]
        self._sentences = article.get("sentences") or ()
        self._lede = paragraph["role"] == Role.LEDE
        self._characters = CHARACTERS
        self.running = paragraph["role"] in PROSE_ROLES
        self.count = len(self._words)
        self.taken: set[int] = set()

    def take_sentence(self, sentence: Place, core: Place, left: int) -> int:
        """Take a sentence, or the part with `core` that there is room for; how many words."""
        first = bisect_left(self._words, sentence[0], key=lambda w: w[1] - 1)
        last = bisect_left(self._words, sentence[1], key=lambda w: w[0])
        wanted = [n for n in range(first, last) if n not in self.taken]
        most = self._most(left)
        if len(wanted) > most:
            if most < _FEWEST:
                return 0
            end = max((n for n in wanted if self._words[n][0] < core[1]), default=first)
            begin = max(0, wanted.index(end) - most + 1) if end in wanted else 0
            wanted = wanted[begin:]
        return self._take(wanted, left)

    def take_passage(self, marks: Sequence[Mark], left: int) -> int:
        """Take words from a sentence's start on, with the first mark; how many it were."""
        most = self._most(left)
        if not self._words or most <= 0:
            return 0
        begin = 0
        if marks and not self._lede:
            begin = self._first_word(marks[0], most)
        wanted = [n for n in range(begin, self.count) if n not in self.taken]
        return self._take(wanted, left)

    def places(self) -> tuple[Place, ...]:
        """What was taken, as runs of words in order."""
        runs = groupby(enumerate(sorted(self.taken)), key=lambda item: item[1] - item[0])
        numbers = ([number for _, number in run] for _, run in runs)
        return tuple((self._words[run[0]][0], self._words[run[-1]][1]) for run in numbers)

    def _most(self, left: int) -> int:
        here = WORDS - len(self.taken)
        return min(here, left) if self.running else here

    def _take(self, wanted: Sequence[int], left: int) -> int:
        before = len(self.taken)
        for number in wanted[: max(0, self._most(left))]:
            # From word to word, so that the space between them counts.
            start = self._words[number][0]
            end = self._words[number][1]
            until = self._words[number + 1][0] if number + 1 < self.count else end
            if end - start > self._characters:
                break
            self._characters -= until - start
            self.taken.add(number)
        return len(self.taken) - before if self.running else 0

    def _first_word(self, mark: Mark, most: int) -> int:
        """Number of the word to begin at, so that the end of `mark` is among the next `most`."""
        words = self._words
        at = max((n for n, word in enumerate(words) if word[0] <= mark.start), default=0)
        last = max((n for n, word in enumerate(words) if word[0] < mark.end), default=at)
        starts = {start for start, _ in self._sentences}
        sentence = max((n for n in range(at + 1) if words[n][0] in starts), default=0)
        return sentence if last - sentence < most else max(0, min(at, last - most + 1))


def is_cut(text: str, whole: Place, shown: Place) -> tuple[bool, bool]:
    """Whether words are left out before and after the shown passage of a paragraph."""
    return bool(text[whole[0] : shown[0]].strip()), bool(text[shown[1] : whole[1]].strip())
