"""Bounds from holders of offices and from names that exist only since a day.

A title without `former` was printed after its holder took office, or was chosen for it. That the
holder is in office still is said only by what they do in the article; the holder who came last
decides, for articles tell of predecessors too.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from onrecord.lexicon.known_since import known_names
from onrecord.lexicon.office_holders import Term, successors
from onrecord.linking.dates.own_text import OwnText
from onrecord.linking.dates.own_titles import TitledName, found_titles
from onrecord.linking.dates.own_told import Told
from onrecord.values.datings import DateEvidence
from onrecord.values.days import DayInterval
from onrecord.values.spans import Span

_CHOSEN_BEFORE = timedelta(100)
"""A person chosen or nominated may be named under the title so long before taking office."""
_LEFT_AFTER = timedelta(7)
"""A title may be printed so long after the office was left."""
_LEFT_BEFORE = timedelta(3)
"""`Former` may be printed so long before the last day of a list."""


def office_dates(text: OwnText, within: DayInterval) -> list[DateEvidence]:
    """The latest start, the latest end under `former`, and the earliest end of those who act.

    `within` are the days that other evidence leaves: of one who held an office twice the terms
    that fall into them count.
    """
    found: list[DateEvidence] = []
    titles = list(found_titles(text))
    took = [(min(t.first for t in one.terms), one) for one in titles if not one.left]
    left = [(day, one) for one in titles if one.left and (day := _earliest_end(one.terms))]
    first = None
    for name, dates, slack in (
        ("took-office", took, _CHOSEN_BEFORE),
        ("left-office", left, _LEFT_BEFORE),
    ):
        if dates:
            day = max(d for d, _ in dates)
            who = [one for d, one in dates if d == day]
            found.append(_bound(text, name, who, DayInterval(day - slack, None)))
            first = max(day, first) if first else day
    latest = _in_office(text, titles, within, first)
    if latest is not None:
        # Of who held an office twice the other term is ruled out by what is known now.
        found.append(_in_office(text, titles, latest.possible.days, first) or latest)
    return found


def _in_office(
    text: OwnText, titles: Sequence[TitledName], within: DayInterval, first: date | None
) -> DateEvidence | None:
    """The earliest end of the terms of those in office; None where none ends."""
    over: list[tuple[date, date, TitledName]] = []
    for one in titles:
        of = _terms_within(one.terms, within)
        end = _latest_end(of)
        # A holder whose time was over when another took office is told of, not met.
        if end is None or (first is not None and end < first):
            continue
        if one.told is Told.ACTING or (one.told is Told.OPEN and _is_last(text, of)):
            over.append((end, min(term.first for term in of), one))
    if not over:
        return None
    end = min(item[0] for item in over)
    begun = min(item[1] for item in over if item[0] == end)
    days = DayInterval(begun - _CHOSEN_BEFORE, end + _LEFT_AFTER)
    return _bound(text, "in-office", [one for last, _, one in over if last == end], days)


def _is_last(text: OwnText, of: Sequence[Term]) -> bool:
    """Whether they led a country and nobody who followed is named."""
    return all(term.leads for term in of) and not any(
        _find_word(text, name) >= 0 for term in of for name in successors(term)
    )


def known_since_dates(text: OwnText) -> list[DateEvidence]:
    """The latest first day of the names that the article holds."""
    best: tuple[date, str, Span] | None = None
    for name in known_names():
        if best is not None and name.first <= best[0]:
            continue
        for form in name.forms:
            at = _find_word(text, form)
            if at >= 0:
                best = (name.first, name.forms[0], Span(at, at + len(form)))
                break
    if best is None:
        return []
    day, name_, span = best
    return [text.evidence(DayInterval(day, None), f"known-since: {name_}", span)]


def _find_word(own: OwnText, form: str) -> int:
    if not own.may_hold(form):
        return -1
    text = own.text
    at = text.find(form)
    while at >= 0:
        end = at + len(form)
        before, after = text[at - 1 : at], text[end : end + 1]
        if (
            not (before.isalnum() or before in ("/", "@", "."))
            and not after.isalnum()
            and after != "/"
        ):
            return at
        at = text.find(form, end)
    return -1


def _terms_within(terms: Sequence[Term], within: DayInterval) -> Sequence[Term]:
    if len(terms) == 1:
        return terms
    low, high = within.first, within.last
    return [
        term
        for term in terms
        if (low is None or term.last is None or term.last + _LEFT_AFTER >= low)
        and (high is None or term.first - _CHOSEN_BEFORE <= high)
    ] or terms


def _earliest_end(terms: Sequence[Term]) -> date | None:
    return min((term.last for term in terms if term.last is not None), default=None)


def _latest_end(terms: Sequence[Term]) -> date | None:
    ends = [term.last for term in terms]
    return None if None in ends else max(end for end in ends if end is not None)


def _bound(text: OwnText, name: str, who: Sequence[TitledName], days: DayInterval) -> DateEvidence:
    """The holders are named; where a surname may be one of several, all of them."""
    names = " or ".join(sorted({term.who for one in who for term in one.terms}))
    return text.evidence(days, f"{name}: {names}", *sorted(one.span for one in who))
