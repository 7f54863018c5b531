"""What likely tells the same news as an article whose day is open, for a person to look at.

Likeness alone settles no date: of few articles of one running story it would be wrong more often
than right. Whoever looks at the words of both sees soon whether it is one event.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from onrecord.linking.dates.link_values import DateLink
from onrecord.record.articles_view import anchor
from onrecord.record.day_words import day_words
from onrecord.record.possible_days import few_days
from onrecord.values.datings import Place, PossibleDays
from onrecord.values.stored import ArticleSummary
from onrecord.values.vocabulary import Basis

if TYPE_CHECKING:
    from onrecord.record.compile import Record
    from onrecord.record.lookups import Lookups

type Json = Mapping[str, Any]

_MOST = 3
"""Other articles that are named, those most alike first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LikelyNews:
    """An article that is known to the day and likely tells the same news as another one."""

    article: str
    """Its id."""
    label: str
    published: date
    why: str
    """`likely-same-event: 0.79`; the number is the likeness, 0 to 1."""
    day: date
    """The day nearest to `published` that is possible for the other one."""
    evidence: tuple[Json, ...]
    """Anchors of the words that both print: first of the one that is asked about, then of this."""

    @property
    def words(self) -> str:
        """`likely-same-event: 0.79  Elm Post 8 Mar 2022`."""
        day = day_words(self.published)
        return f"{self.why}  {self.label if day in self.label else f'{self.label}, {day}'}"

    def as_dict(self) -> dict[str, Any]:
        """As a plain mapping, for JSON and tables."""
        return {
            "article": self.article,
            "label": self.label,
            "published": self.published.isoformat(),
            "why": self.why,
            "day": self.day.isoformat(),
            "evidence": [dict(one) for one in self.evidence],
        }


def likely_news(record: Record) -> dict[str, tuple[LikelyNews, ...]]:
    """By article whose day is open, the articles that likely tell its news, at most three.

    Those most alike come first, of the same likeness the earlier, then by id.
    """
    dated = {one.id: one for one in record.summaries if one.published.exact}
    found = {
        one.id: tuple(_likely_of(record.lookups, one.id, dated))
        for one in record.summaries
        if one.id not in dated and one.basis != Basis.DECIDED
    }
    return {article: others for article, others in found.items() if others}


def likely_days(found: Iterable[LikelyNews]) -> tuple[str, ...]:
    """The days to choose from, in ISO, each once."""
    return tuple(dict.fromkeys(one.day.isoformat() for one in found))


def _likely_of(
    lookups: Lookups, article_id: str, dated: Mapping[str, ArticleSummary]
) -> list[LikelyNews]:
    links = [o for o in lookups.likely_date_links(article_id) if o.other(article_id) in dated]
    if not links:
        return []
    article = lookups.article(article_id)
    possible = PossibleDays(article.published.days, article.published.weekdays)
    found: list[LikelyNews] = []
    for link in sorted(links, key=lambda o: _order(o, dated[o.other(article_id)])):
        other = dated[link.other(article_id)]
        day = _nearest(link, article_id, possible, other)
        if day is None or other.published.first is None:
            continue
        places = sorted(
            (*link.left_places, *link.right_places), key=lambda p: (p.article != article_id, p)
        )
        found.append(
            LikelyNews(
                article=other.id,
                label=other.label,
                published=other.published.first,
                why=link.why,
                day=day,
                evidence=tuple(_anchors(lookups, places)),
            )
        )
        if len(found) == _MOST:
            break
    return found


def _order(link: DateLink, other: ArticleSummary) -> tuple[float, date, str]:
    """The number behind the reason is the likeness."""
    return -float(link.why.rpartition(" ")[2]), other.published.first or date.max, other.id


def _nearest(
    link: DateLink, article_id: str, possible: PossibleDays, other: ArticleSummary
) -> date | None:
    """Of the days that the link leaves the one nearest to the other article's; None: no day."""
    left = possible.intersect(PossibleDays(link.bounds(article_id, PossibleDays(other.published))))
    published = other.published.first
    if left is None or published is None:
        return None
    return min(few_days(left.days, left.weekdays), key=lambda day: (abs(day - published), day))


def _anchors(lookups: Lookups, places: Iterable[Place]) -> Iterable[Json]:
    for place in places:
        yield anchor(lookups.article(place.article), place.span)
