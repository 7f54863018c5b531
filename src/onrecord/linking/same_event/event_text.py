"""What of an article is looked at when it is asked whether another one reports the same event.

`event_text` is a function of the article and its names; two such values are all that a link is
judged by. No date is in it, as dates may change.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import islice
from math import fsum, log, sqrt

from onrecord.lexicon.time_words import time_words
from onrecord.lexicon.words import stop_words
from onrecord.linking.dates.rarity import rarity
from onrecord.linking.dates.words import Word, prose, words_in
from onrecord.linking.same_event.event_names import EventName, event_names
from onrecord.text.stems import stem
from onrecord.values.article import Article
from onrecord.values.findings import Analysis
from onrecord.values.vocabulary import EntityType

_WORDS = 400
"""Words of the running text that tell what an article is about."""
_LEDE_WORDS = 70
"""Words of it that tell what is new."""
_HEADLINE_WORDS = 20
"""Words of it that stand for a headline where there is none."""

_RARE = 4.5
"""Least rarity of a word that few articles have."""
_WEEKDAY_STEMS = 30
"""Content words after the lede in which a weekday is that of the news."""

type Vector = Mapping[str, float]
"""Weights of length one together."""


@dataclass(frozen=True)
class EventText:
    """What an article tells, as far as it takes to find others that tell the same."""

    article: str
    headline: tuple[str, ...]
    """Stems of the content words of the headline, or of the first words; sorted, each once."""
    lede: tuple[str, ...]
    """Of headline and first words of the running text, in order."""
    rest: tuple[str, ...]
    """Of the words after them, to the 400th."""
    names: Mapping[str, EventName]
    """Folded names of the same words, sorted."""

    def stored(self) -> str:
        """As a short line of JSON."""
        names = {key: [one.printed, one.type.value, one.times] for key, one in self.names.items()}
        parts = [*(" ".join(stems) for stems in (self.headline, self.lede, self.rest)), names]
        return json.dumps(parts, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_stored(cls, article: str, form: str) -> EventText:
        """The text of an article as it was stored."""
        *stems, names = json.loads(form)
        headline, lede, rest = (tuple(one.split()) for one in stems)
        return cls(
            article=article,
            headline=headline,
            lede=lede,
            rest=rest,
            names={key: EventName(p, EntityType(t), n) for key, (p, t, n) in names.items()},
        )

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each stem stands there."""
        return Counter((*self.lede, *self.rest))

    @cached_property
    def told(self) -> Vector:
        """All words, weighed by how often they stand there and how rare they are."""
        return unit_of({one: (1 + log(n)) * rarity(one) for one, n in self.counts.items()})

    @cached_property
    def led(self) -> Vector:
        """The words of headline and lede likewise."""
        counts = Counter(self.lede)
        return unit_of({one: (1 + log(n)) * rarity(one) for one, n in counts.items()})

    @cached_property
    def title(self) -> Vector:
        """The words of the headline likewise."""
        return unit_of({one: rarity(one) for one in self.headline})

    @cached_property
    def named(self) -> Vector:
        """The names likewise."""
        return unit_of({k: (1 + log(one.times)) * name_rarity(k) for k, one in self.names.items()})

    @cached_property
    def numbers(self) -> Vector:
        """The numbers in figures; those of more digits tell more."""
        found = {one: n for one, n in self.counts.items() if one[0].isdigit()}
        return unit_of({one: (1 + log(n)) * min(len(one), 4) for one, n in found.items()})

    @cached_property
    def rare(self) -> Mapping[str, float]:
        """The words that few articles have, with how rare they are; numbers left out."""
        found = {one: rarity(one) for one in self.counts if not one[0].isdigit()}
        return {one: weight for one, weight in found.items() if weight > _RARE}

    @cached_property
    def weekdays(self) -> frozenset[str]:
        """The stems of the weekdays that the first words name."""
        return _weekdays() & {*self.lede, *self.rest[:_WEEKDAY_STEMS]}

    def of_type(self, kind: EntityType) -> Vector:
        """The names of one type, each weighed likewise."""
        return self._by_type.get(kind, {})

    @cached_property
    def _by_type(self) -> Mapping[EntityType, Vector]:
        found: dict[EntityType, dict[str, float]] = {}
        for key, one in self.names.items():
            weight = (1 + log(one.times)) * name_rarity(key)
            found.setdefault(one.type, {})[key] = weight
        return {kind: unit_of(weights) for kind, weights in found.items()}


def event_text(article: Article, analysis: Analysis) -> EventText:
    """What an article tells.

    Args:
        article: with its paragraphs and their roles.
        analysis: its findings, for the names.
    """
    running = (w for one in prose(article) for w in words_in(article.text, one.start, one.end))
    told = list(islice(running, _WORDS))
    if article.headline is not None:
        title = article.headline.value
        head = _stems(words_in(title, 0, len(title)))
        lede = [*head, *_stems(told[:_LEDE_WORDS])]
    else:
        head, lede = _stems(told[:_HEADLINE_WORDS]), _stems(told[:_LEDE_WORDS])
    return EventText(
        article=article.id,
        headline=tuple(sorted(set(head))),
        lede=tuple(lede),
        rest=tuple(_stems(told[_LEDE_WORDS:])),
        names=event_names(article, analysis, _end(told)),
    )


def _end(words: Sequence[Word]) -> int:
    return words[-1].end if words else 0


def _stems(words: Iterable[Word]) -> list[str]:
    stops = stop_words()
    return [stem(w.word) for w in words if len(w.word) > 1 and w.word not in stops]


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(stem(name) for name in time_words().weekdays)


def unit_of(weights: Mapping[str, float]) -> dict[str, float]:
    """The weights as a vector of length one; those of nothing are left out."""
    length = sqrt(fsum(weight * weight for weight in weights.values()))
    return {one: weight / length for one, weight in weights.items() if weight} if length else {}


def cosine(left: Vector, right: Vector) -> float:
    """How alike two vectors of length one are, 0 to 1."""
    few, many = (left, right) if len(left) <= len(right) else (right, left)
    return fsum([weight * many[one] for one, weight in few.items() if one in many])


@lru_cache(maxsize=1 << 15)
def name_rarity(name: str) -> float:
    """How rare the rarest word of a name is."""
    return max(rarity(stem(word)) for word in name.split())
