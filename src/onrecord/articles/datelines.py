"""Datelines: the place, agency and day that open the text of an article.

Forms: `TOWN, Country (AGENCY) —`, `TOWN —`, `(AGENCY) -`, `TOWN, March 8 (AGENCY):`,
`Town: ` and `Town, Country - ` where the gazetteer knows the place. A dateline says
where the report was filed, not where the event was (AP and Reuters handbooks).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from onrecord.lexicon.agencies import agency_alternation, agency_forms
from onrecord.lexicon.places import is_place, words_before_dash
from onrecord.lexicon.stamps import month_alternation
from onrecord.values.spans import Span

_UP = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĻŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŹŻŽ"
_CAPS = rf"[{_UP}][{_UP}.’'-]+(?:[ /-][{_UP}][{_UP}.’'-]*){{0,5}}"
_JOINT = r"(?:(?:de|la|el|al|of|the|and|on|upon|am|en|sur|do|dos) )?"
_TITLE = rf"[{_UP}][\w.’'-]+(?:[ -]{_JOINT}[{_UP}][\w.’'-]+){{0,4}}"
_REGION = rf"(?:,\s?(?:{_TITLE}|{_CAPS}))"
_DASH = r"(?:\s?(?:—|–|--+|―)\s?|\s-\s?|\s?-\s)"


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline at the start of a text; offsets in that text."""

    end: int
    """Offset after the dash and the white space that follows it."""
    place: Span | None
    agency: Span | None
    agency_code: str | None
    form: str
    """Name of the form that matched."""


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    known = agency_alternation(brackets=True)
    agency = rf"\((?:the )?(?P<agency>{known})(?:[ /,][^()]{{0,30}})?\)"
    # An agency that the data file does not know: an abbreviation in brackets before a dash.
    # North American call signs of stations (K or W and two or three letters) are no agencies.
    station = r"\([KW][A-Z]{2,3}(?:-TV)?\)"
    unknown = rf"(?!{station})\((?P<agency>[A-Z][A-Za-z]{{1,9}}(?: [A-Z][a-z]+){{0,2}})\)"
    month = rf"(?i:{month_alternation()})"
    day = rf"(?:,?\s{month}\s\d{{1,2}}(?:,\s\d{{4}})?|,?\s\d{{1,2}}\s{month}(?:\s\d{{4}})?)"
    caps = rf"(?P<place>(?:{_CAPS}){_REGION}{{0,2}})"
    title = rf"(?P<place>{_TITLE}{_REGION}{{0,2}})"
    after = rf"(?:{_DASH}|:\s)"
    return tuple(
        (name, re.compile(pattern))
        for name, pattern in (
            ("place-agency", rf"{caps}{day}?,?\s?{agency}(?:{after}|\s+)"),
            ("place-agency", rf"{title}{day}?,?\s?{agency}{after}"),
            ("place-brackets", rf"{caps}{day}?,?\s?{unknown}{after}"),
            ("place-station", rf"{caps}{day}?,?\s?{station}{after}"),
            ("agency", rf"{agency}{after}"),
            ("day-agency", rf"{month}\s\d{{1,2}}\s?{agency}(?:{after}|\s+)"),
            ("place-in-brackets", rf"\((?P<place>(?:{_CAPS}){_REGION}{{0,2}})\){_DASH}"),
            ("place-day", rf"(?P<place>(?:{_CAPS}|{_TITLE}){_REGION}{{0,2}}){day}{after}"),
            ("place-capitals", rf"{caps}{_DASH}"),
            (
                "place-gazetteer",
                rf"(?P<place>(?:{_CAPS}|{_TITLE}){_REGION}{{0,2}})(?:\s(?:—|–|-|--)\s|:\s)",
            ),
        )
    )


def find_dateline(text: str) -> Dateline | None:
    """The dateline that opens `text`, or None. Leading white space is not skipped."""
    for form, pattern in _forms():
        match = pattern.match(text)
        if match is None or match.end() >= len(text):
            continue
        groups = match.groupdict()
        place, agency = groups.get("place"), groups.get("agency")
        if place is not None and not _plausible(form, place):
            continue
        return Dateline(
            match.end(),
            Span(*match.span("place")) if place else None,
            Span(*match.span("agency")) if agency else None,
            agency_forms(brackets=True).get(agency, agency) if agency else None,
            form,
        )
    return None


def is_place_alone(text: str) -> bool:
    """Whether a whole line is a place in capitals, or place and agency, as some outlets print
    the dateline in a line of its own, a dash at its end or not."""
    text = text.rstrip(" -–—")
    dateline = find_dateline(f"{text} — x")
    if dateline is not None and dateline.agency is not None and dateline.end == len(text) + 3:
        return True
    return (
        bool(re.fullmatch(rf"{_CAPS}(?:,\s?{_TITLE})?", text))
        and text.upper() not in words_before_dash()
        and is_place(text.split(",", maxsplit=1)[0])
    )


def _plausible(form: str, place: str) -> bool:
    head = place.split(",", maxsplit=1)[0]
    if head.upper() in words_before_dash() or place.upper() in words_before_dash():
        return False
    if form == "place-gazetteer":
        return is_place(head)
    if form == "place-capitals":
        return len(head.replace(".", "")) > 2 or is_place(head)
    return True
