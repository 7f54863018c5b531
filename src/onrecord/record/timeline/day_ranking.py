"""Which days matter in a pile. `rank_days` conducts:

1. every article, copies counted once, has a voice: how near it lies to what the pile is about;
2. it gives it to each day that it names: all of it where it looks back, half where it speaks of
   its own day or of one to come, since much of what is announced or reported at once is never
   heard of again;
3. an article whose first sentences name no day tells of its own: half of its voice goes there;
4. of days side by side one stands for the event: a day's sum counts as far as it is more than
   that of its stronger neighbour.

Nothing is fitted; `bench/timeline.py` measures how far this goes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta

from onrecord.record.timeline.days import ArticleDays
from onrecord.record.timeline.word_vectors import Vector, add_to, product, scaled, unit_vector

_HALF = 0.5
_FIRST_SENTENCES = 3
"""Sentences of running text, from its beginning, in which a report names the day of its event."""
_DAY = timedelta(1)


def rank_days(
    articles: Iterable[ArticleDays], copies: Mapping[str, str], weight: Callable[[str], float]
) -> list[date]:
    """The days that articles speak of, the most important first; ties in order of time.

    Args:
        articles: of the pile.
        copies: id of an article to id of its group of copies; what is not in it stands alone.
        weight: weights of stems.
    """
    # 1. voices
    distinct = _distinct(articles, copies)
    voices = _voices(distinct, weight)
    # 2. days that are named, 3. days of publication
    sums: dict[date, float] = defaultdict(float)
    for article, voice in zip(distinct, voices, strict=True):
        for day, share in _shares(article):
            sums[day] += share * voice
    # 4. neighbours
    standing = {day: _above_neighbours(day, sums) for day in sorted(sums)}
    return sorted(standing, key=lambda day: (-round(standing[day], 9), day))


def _distinct(articles: Iterable[ArticleDays], copies: Mapping[str, str]) -> list[ArticleDays]:
    found: dict[str, ArticleDays] = {}
    for one in sorted(articles, key=lambda a: a.article):
        found.setdefault(copies.get(one.article, one.article), one)
    return list(found.values())


def _voices(articles: Sequence[ArticleDays], weight: Callable[[str], float]) -> list[float]:
    """The cosine of each article with the middle of all."""
    vectors = [unit_vector((s for x in one.sentences for s in x.stems), weight) for one in articles]
    middle: Vector = {}
    for vector in vectors:
        add_to(middle, vector)
    middle = scaled(middle)
    return [product(vector, middle) for vector in vectors]


def _shares(article: ArticleDays) -> Iterable[tuple[date, float]]:
    """The days that an article speaks of, with the share of its voice that each is given."""
    published = article.published.last
    for day in sorted(article.days):
        behind = published is not None and day < published
        yield day, 1.0 if behind else _HALF
    names_day = any(
        sentence.days
        for sentence in article.sentences
        if sentence.place is not None and sentence.place < _FIRST_SENTENCES
    )
    if article.published.exact and published is not None and not names_day:
        yield published, _HALF


def _above_neighbours(day: date, sums: Mapping[date, float]) -> float:
    own = sums[day]
    beside = max((sums.get(other, 0.0) for other in _beside(day)), default=0.0)
    return own * own / (own + beside) if own else 0.0


def _beside(day: date) -> Iterable[date]:
    if day > date.min:
        yield day - _DAY
    if day < date.max:
        yield day + _DAY
