"""What of an article is looked at when it is asked whether another one reports the same event.

`event_text` is a function of the article and its names; two such values are all that a link is
judged by. No date is in it, as dates may change.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from onrecord.lexicon.words import stop_words
from onrecord.linking.dates.rarity import rarity
from onrecord.linking.dates.words import prose, words_in
from onrecord.linking.names.forms import parse
from onrecord.text.stems import stem
from onrecord.values.article import Article
from onrecord.values.findings import Analysis
from onrecord.values.vocabulary import EntityType, Role

_WORDS = 400
"""Words of the running text that tell what an article is about."""
_LEDE_WORDS = 60
_NAME_TYPES = (EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE)
_NAME_ROLES = frozenset({Role.HEADLINE, Role.DEK, Role.LEDE, Role.BODY, Role.DATELINE})


@dataclass(frozen=True, slots=True)
class EventName:
    """A name of an article."""

    printed: str
    """Its longest form there."""
    type: EntityType
    times: int


@dataclass(frozen=True)
class EventText:
    """What an article tells, as far as it takes to find others that tell the same."""

    article: str
    headline: tuple[str, ...]
    """Stems of the content words of the headline, in order."""
    words: Mapping[str, int]
    """Stems of headline and first words of the running text with how often they stand there."""
    names: Mapping[str, EventName]
    """Folded names of the same words."""

    def stored(self) -> str:
        """As a short line of JSON."""
        return json.dumps(
            [
                " ".join(self.headline),
                " ".join(f"{one} {times}" for one, times in self.words.items()),
                {key: [n.printed, n.type.value, n.times] for key, n in self.names.items()},
            ],
            ensure_ascii=False,
            separators=(",", ":"),
        )

    @classmethod
    def from_stored(cls, article: str, form: str) -> EventText:
        """The text of an article as it was stored."""
        headline, words, names = json.loads(form)
        parts = words.split()
        return cls(
            article=article,
            headline=tuple(headline.split()),
            words={one: int(n) for one, n in zip(parts[::2], parts[1::2], strict=True)},
            names={k: EventName(p, EntityType(t), n) for k, (p, t, n) in names.items()},
        )

    @cached_property
    def vector(self) -> Mapping[str, float]:
        """The words weighed by how often they stand there and how rare they are; of length one."""
        return _unit({w: (1 + math.log(n)) * rarity(w) for w, n in self.words.items()})

    @cached_property
    def title(self) -> Mapping[str, float]:
        """The words of the headline weighed likewise."""
        return _unit({one: rarity(one) for one in self.headline})

    @cached_property
    def named(self) -> Mapping[str, float]:
        """The names weighed likewise."""
        return _unit(
            {key: (1 + math.log(one.times)) * _rarity(key) for key, one in self.names.items()}
        )


def event_text(article: Article, analysis: Analysis) -> EventText:
    """What an article tells.

    Args:
        article: with its paragraphs and their roles.
        analysis: its findings, for the names.
    """
    headline = tuple(_stems(article.headline.value)) if article.headline is not None else ()
    running = [w for one in prose(article) for w in words_in(article.text, one.start, one.end)]
    told = running[:_WORDS]
    words = Counter(headline)
    words.update(stem(one.word) for one in told if _is_content(one.word))
    end = told[-1].end if told else 0
    return EventText(
        article=article.id,
        headline=headline or tuple(islice(words, _LEDE_WORDS)),
        words=dict(sorted(words.items())),
        names=dict(sorted(_names(article, analysis, end).items())),
    )


def _stems(text: str) -> Iterator[str]:
    for one in words_in(text, 0, len(text)):
        if _is_content(one.word):
            yield stem(one.word)


def _is_content(word: str) -> bool:
    return len(word) > 1 and word not in stop_words()


def _names(article: Article, analysis: Analysis, end: int) -> dict[str, EventName]:
    roles = {one.start: one.role for one in article.paragraphs}
    starts = sorted(roles)
    found: dict[str, EventName] = {}
    place = 0
    for mention in sorted(analysis.mentions, key=lambda one: one.span):
        if mention.span.start >= end:
            break
        while place + 1 < len(starts) and starts[place + 1] <= mention.span.start:
            place += 1
        if mention.type not in _NAME_TYPES or roles[starts[place]] not in _NAME_ROLES:
            continue
        form = parse(mention.span.slice(article.text), mention.type)
        if form is None:
            continue
        key = form.words[-1] if mention.type is EntityType.PERSON else " ".join(form.words)
        before = found.get(key)
        printed = " ".join(form.printed.split())
        if before is not None and len(before.printed) >= len(printed):
            printed = before.printed
        kind = before.type if before is not None else mention.type
        found[key] = EventName(printed, kind, 1 + (before.times if before else 0))
    return found


def _rarity(name: str) -> float:
    return max(rarity(stem(word)) for word in name.split())


def _unit(weights: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(math.fsum(weight * weight for weight in weights.values()))
    return {one: weight / length for one, weight in weights.items()} if length else {}
