"""The sentences that say best what happened on a day.

Of a day speak the sentences that name it, and the first sentences of articles that appeared on it
or on the next day without naming another. Both kinds weigh the same in what is central, however
many sentences there are of each. Sentence by sentence that one is chosen with which the choice as
a whole comes nearest to the middle of them all, and none that repeats another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt

from onrecord.record.timeline.days import ArticleDays, DatedSentence
from onrecord.record.timeline.word_vectors import Vector, add_to, product, scaled, unit_vector

_FIRST_SENTENCES = 5
"""Sentences of running text from its beginning that speak of the day of publication."""
_SHORTEST, _LONGEST = 6, 40
"""Words."""
_MOST_CENTRAL = 60
"""Candidates that are looked at."""
_SAME = 0.6
"""Cosine from which one sentence repeats another."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    sentence: DatedSentence
    vector: Vector
    nearness: float
    """Cosine with the middle."""


class DaySentences:
    """The sentences of a pile by the day that they speak of."""

    def __init__(self, articles: Iterable[ArticleDays], weight: Callable[[str], float]) -> None:
        self._weight = weight
        self._vectors: dict[tuple[str, ...], Vector] = {}
        self._named: dict[date, list[DatedSentence]] = defaultdict(list)
        self._printed: dict[date, list[DatedSentence]] = defaultdict(list)
        for one in sorted(articles, key=lambda a: a.article):
            for sentence in one.sentences:
                self._put(one, sentence)

    def _put(self, article: ArticleDays, sentence: DatedSentence) -> None:
        for day in sentence.days:
            self._named[day].append(sentence)
        published = article.published.first
        if sentence.days or sentence.place is None or sentence.place >= _FIRST_SENTENCES:
            return
        if article.published.exact and published is not None:
            for day in (published, published - timedelta(1)):
                self._printed[day].append(sentence)

    def of(self, day: date, most: int) -> list[DatedSentence]:
        """At most so many sentences of a day, the most central first."""
        groups = [group for group in (self._named[day], self._printed[day]) if group]
        middle: Vector = {}
        for group in groups:
            for sentence in group:
                add_to(middle, self._vector(sentence), 1 / len(group))
        ranked = self._ranked(groups, scaled(middle))[:_MOST_CENTRAL]
        return [one.sentence for one in _nearest(ranked, most)]

    def _ranked(
        self, groups: Sequence[Sequence[DatedSentence]], middle: Vector
    ) -> list[_Candidate]:
        found: dict[str, _Candidate] = {}
        for sentence in (one for group in groups for one in group):
            if sentence.text not in found and _reads_well(sentence):
                vector = self._vector(sentence)
                found[sentence.text] = _Candidate(sentence, vector, product(vector, middle))
        return sorted(found.values(), key=lambda one: (-round(one.nearness, 9), one.sentence.text))

    def _vector(self, sentence: DatedSentence) -> Vector:
        if sentence.stems not in self._vectors:
            self._vectors[sentence.stems] = unit_vector(sentence.stems, self._weight)
        return self._vectors[sentence.stems]


def _nearest(candidates: Sequence[_Candidate], most: int) -> list[_Candidate]:
    """Those whose sum comes nearest to the middle, chosen one by one."""
    chosen: list[_Candidate] = []
    total: Vector = {}
    length, near = 0.0, 0.0  # squared length of the sum; its product with the middle
    left = list(candidates)
    while left and len(chosen) < most:
        left = [
            one for one in left if all(product(one.vector, c.vector) < _SAME for c in chosen[-1:])
        ]
        if not left:
            break
        lengths = [length + 2 * product(total, one.vector) + 1 for one in left]
        gains = [(near + one.nearness) / sqrt(n) for one, n in zip(left, lengths, strict=True)]
        place = max(range(len(left)), key=lambda n: (round(gains[n], 9), -n))
        best = left.pop(place)
        chosen.append(best)
        add_to(total, best.vector)
        length, near = lengths[place], near + best.nearness
    return chosen


def _reads_well(sentence: DatedSentence) -> bool:
    words = len(sentence.text.split())
    return _SHORTEST <= words <= _LONGEST and not sentence.text.rstrip().endswith("?")
