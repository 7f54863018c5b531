"""Pass 1 of dating articles: what an article gives by itself.

`own_dates` conducts:

1. what a person decided: then nothing else;
2. what is stated on it, in its metadata, address or file name;
3. stamps that run into the text, and dates with a year that it mentions;
4. holders of offices, and names that exist only since a day;
5. anniversaries with a year;
6. weekdays with a day of the month, which fit few of the years that are left.

All pieces are kept apart, also those that contradict each other.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.linking.dates.own_anniversaries import anniversary_dates
from onrecord.linking.dates.own_mentions import mentioned_dates
from onrecord.linking.dates.own_offices import known_since_dates, office_dates
from onrecord.linking.dates.own_stamps import stamped_dates
from onrecord.linking.dates.own_stated import is_decided, stated_dates
from onrecord.linking.dates.own_text import OwnText
from onrecord.linking.dates.own_weekdays import weekday_dates
from onrecord.values.article import Article
from onrecord.values.datings import DateEvidence, OwnDates
from onrecord.values.days import DayInterval
from onrecord.values.findings import Analysis
from onrecord.values.vocabulary import Basis

_STRENGTH = {basis: place for place, basis in enumerate(Basis)}


def own_dates(article: Article, analysis: Analysis) -> OwnDates:
    """All evidence of an article for the day it was published, by kind, then by place."""
    # 1. and 2.
    found = stated_dates(article)
    if is_decided(article):
        return OwnDates(article=article.id, evidence=(found[0],), decided=True)
    text = OwnText(article, analysis)
    # 3. and 4.
    found += stamped_dates(text)
    found += mentioned_dates(text)
    found += known_since_dates(text)
    found += office_dates(text, _left_by(found))
    # 5. and 6.
    found += anniversary_dates(text)
    found += weekday_dates(text, _left_by(found))
    return OwnDates(article=article.id, evidence=tuple(sorted(found, key=_order)))


def _left_by(found: Sequence[DateEvidence]) -> DayInterval:
    """The days that the evidence so far leaves; all where it contradicts itself."""
    days = DayInterval()
    for one in found:
        both = days.intersect(one.possible.days)
        if both is None:
            return DayInterval()
        days = both
    return days


def _order(one: DateEvidence) -> tuple[int, int, str]:
    place = one.places[0].span.start if one.places else -1
    return _STRENGTH[one.basis], place, one.why
