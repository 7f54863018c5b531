"""Passes 1 and 2 of dating articles, for those that come and go. `link_dates` conducts:

1. what each new article tells of its own date;
2. the facts by which it is dated against others, and the keys by which it finds them;
3. the pairs that share a key are judged.

`DatePile` is what is read of the rest of the pile: the facts of the other article of a pair,
nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from onrecord.linking.at_hand import AtHand
from onrecord.linking.dates.facts import DateFacts, date_facts
from onrecord.linking.dates.keys import SILENT_ABOVE, date_keys
from onrecord.linking.dates.link_values import DateLink
from onrecord.linking.dates.links import date_links
from onrecord.linking.dates.narrowing import own_possible
from onrecord.linking.dates.own import own_dates
from onrecord.linking.index import KeyIndex
from onrecord.linking.pairs import Key, Pair, add_keys, speaking_again
from onrecord.values.article import Article
from onrecord.values.datings import OwnDates
from onrecord.values.findings import Analysis

_REMEMBERED = 500
"""Articles whose facts are kept at hand while many are linked: some 50 MB."""


class DatePile(Protocol):
    """The articles of the pile, one at a time."""

    def article_as_read(self, article_id: str) -> Article:
        """The article, its date from itself alone."""

    def analysis(self, article_id: str) -> Analysis:
        """Its findings."""

    def date_facts(self, article_id: str) -> DateFacts:
        """The facts of an article that linking has seen, as they were kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateChanges:
    """What became of dates and links because some articles came or went."""

    own: tuple[OwnDates, ...] = ()
    """Of the new articles."""
    facts: tuple[DateFacts, ...] = ()
    """Of the new articles, to be kept."""
    judged: tuple[tuple[Pair, tuple[DateLink, ...]], ...] = ()
    """Pairs that were judged, with their links in the place of those that they had."""
    dropped: frozenset[Pair] = frozenset()
    """Pairs that are no candidates any more."""


class FactsAtHand(AtHand[DateFacts]):
    """The facts of articles, those used last kept."""

    def __init__(self, pile: DatePile) -> None:
        super().__init__(pile.date_facts, _REMEMBERED)
        self._pile = pile

    def make(self, article_id: str) -> tuple[OwnDates, DateFacts]:
        """What a new article tells of its own date, and its facts."""
        article, analysis = self._pile.article_as_read(article_id), self._pile.analysis(article_id)
        own = own_dates(article, analysis)
        return own, self.keep(article_id, date_facts(article, analysis, own_possible(own)))


def link_dates(new: Sequence[str], index: KeyIndex, facts: FactsAtHand) -> DateChanges:
    """What articles that have come change.

    Args:
        new: their ids; the index holds no key of theirs.
        index: what the articles before them hold; it is changed.
        facts: of all articles of the pile.
    """
    # 1. and 2.
    made = [facts.make(article) for article in sorted(new)]
    fresh = {found.article: found for _, found in made}
    keys = {article: date_keys(found) for article, found in fresh.items()}
    changes = add_keys(keys, index, SILENT_ABOVE)
    # 3.
    return DateChanges(
        own=tuple(own for own, _ in made),
        facts=tuple(fresh.values()),
        judged=_judge(changes.judge, fresh, facts),
        dropped=frozenset(changes.drop),
    )


def unlink_dates(dropped: Iterable[Key], index: KeyIndex, facts: FactsAtHand) -> DateChanges:
    """What changes among the others when an article has gone.

    Args:
        dropped: the keys that it held.
        index: without them.
        facts: of all articles that are left.
    """
    pairs = speaking_again(dropped, index, SILENT_ABOVE)
    return DateChanges(judged=_judge(pairs, {}, facts))


def _judge(
    pairs: Iterable[Pair], fresh: Mapping[str, DateFacts], facts: FactsAtHand
) -> tuple[tuple[Pair, tuple[DateLink, ...]], ...]:
    def of(article: str) -> DateFacts:
        return fresh.get(article) or facts.read(article)

    return tuple((pair, date_links(of(pair[0]), of(pair[1]))) for pair in sorted(pairs))
