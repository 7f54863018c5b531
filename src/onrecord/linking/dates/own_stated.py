"""What stands on an article, in its metadata or in its address, as evidence of its date."""

from __future__ import annotations

from onrecord.values.article import Article, Dating
from onrecord.values.datings import ALL_WEEKDAYS, DateEvidence, Place, PossibleDays
from onrecord.values.days import DayInterval
from onrecord.values.vocabulary import Basis

_TWO_READINGS = "order-of-day-and-month-open"


def stated_dates(article: Article) -> list[DateEvidence]:
    """The date of publication as given, and that it is no later than the day of an update."""
    found = []
    if article.published.days.known or is_decided(article):
        found.append(_evidence(article.id, article.published))
    updated = article.updated
    if updated is not None and updated.days.last is not None:
        found.append(
            DateEvidence(
                possible=PossibleDays(DayInterval(None, updated.days.last)),
                basis=updated.basis,
                why=f"updated: {updated.days.last.isoformat()}",
                places=tuple(Place(article.id, span) for span in updated.evidence),
            )
        )
    return found


def is_decided(article: Article) -> bool:
    """Whether a person has said when the article was published, or that nobody knows."""
    return article.published.basis is Basis.DECIDED


def _evidence(article: str, dating: Dating) -> DateEvidence:
    weekdays = ALL_WEEKDAYS
    first, last = dating.days.first, dating.days.last
    if first is not None and last is not None and _TWO_READINGS in dating.why:
        # Only the two ends are possible; of that the weekdays of both can be kept.
        weekdays = frozenset({first.isoweekday(), last.isoweekday()})
    possible = PossibleDays.of(dating.days, weekdays)
    return DateEvidence(
        possible=possible if possible is not None else PossibleDays(dating.days),
        basis=dating.basis,
        why=dating.why,
        places=tuple(Place(article, span) for span in dating.evidence),
    )
