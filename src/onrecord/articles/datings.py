"""When an article was published and updated: what is stated on it, in its metadata or address.

Each kind of evidence is read apart; `settle_published` takes the strongest kind that
gives days (stated, metadata, address, file-name). Kinds never vote.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from email.utils import parsedate
from urllib.parse import urlsplit

from onrecord.lexicon.stamps import Stamp, find_stamps
from onrecord.values.article import Dating, Paragraph
from onrecord.values.days import DayInterval
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Basis, Role

_UPDATED = re.compile(
    r"\b(?:last\s+)?(?:updated?|modified|revised|edited|last\s+(?:update|changed?))\b", re.I
)
_PUBLISHED = re.compile(
    r"\b(?:(?:first|originally)\s+)?(?:published|posted|created|filed|issued|released|publication|date|dated)\b",
    re.I,
)
_ISO = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s?(Z|[+-]\d\d:?\d\d)?)?"
)
_MAIL_DATE = re.compile(
    r"(?:[A-Za-z]{3,9},?\s*)?\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
    r"\s+(?:\d{4}|\d\d)\s+(?P<clock>\d{1,2}:\d\d(?::\d\d)?)"
    r"(?:\s*(?P<zone>[A-Z]{1,5}|[+-]\d\d:?\d\d))?(?:\s*\([^()]{1,40}\))?",
    re.IGNORECASE,
)
"""How mails and feeds write a moment (RFC 822 and its successors)."""
_ZONES = {
    **dict.fromkeys(("GMT", "UTC", "UT", "Z"), "Z"),
    **{"EST": "-05:00", "EDT": "-04:00", "CST": "-06:00", "CDT": "-05:00"},
    **{"MST": "-07:00", "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00"},
}
"""The zones that have names in RFC 822."""
_IN_ADDRESS = re.compile(
    r"/(?P<y>(?:19|20)\d\d)[/-](?P<m>\d{1,2}|[a-z]{3})[/-](?P<d>\d{1,2})(?=[/\-_.]|$)"
    r"|(?<!\d)(?P<y2>(?:19|20)\d\d)[-_](?P<m2>\d\d)[-_](?P<d2>\d\d)(?!\d)"
    r"|(?<!\d)(?P<y3>20\d\d)(?P<m3>0[1-9]|1[0-2])(?P<d3>0[1-9]|[12]\d|3[01])(?!\d)"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True)
class StatedDates:
    """What the timestamp lines of an article say."""

    published: Dating | None = None
    updated: Dating | None = None


def read_stated(text: str, paragraphs: Sequence[Paragraph]) -> StatedDates:
    """The dates in the timestamp lines, and a day with its year in the dateline.

    A stamp after a word such as `updated` is the update; the latest one counts. Of the
    others the first counts. A caption's date is not the article's.
    """
    published: Dating | None = None
    updated: Dating | None = None
    lone_update = False
    for paragraph in paragraphs:
        if paragraph.role is Role.TIMESTAMP:
            line = text[paragraph.start : paragraph.end]
            for stamp in find_stamps(line):
                dating = _stated(stamp, paragraph.start)
                if _is_update(line, stamp, lone=lone_update):
                    updated = _later(updated, dating)
                elif published is None:
                    published = dating
            lone_update = not find_stamps(line) and bool(_UPDATED.search(line))
        elif paragraph.role is Role.DATELINE and published is None:
            for stamp in find_stamps(text[paragraph.start : paragraph.end]):
                published = _stated(stamp, paragraph.start)
    return StatedDates(published, updated)


def _is_update(line: str, stamp: Stamp, *, lone: bool) -> bool:
    words = line[: stamp.start]
    update = [m.end() for m in _UPDATED.finditer(words)]
    publish = [m.end() for m in _PUBLISHED.finditer(words)]
    if not update and not publish:
        return lone
    return bool(update) and (not publish or max(update) >= max(publish))


def _stated(stamp: Stamp, offset: int) -> Dating:
    days = DayInterval(stamp.days[0], stamp.days[-1])
    why = "stated-line" if len(stamp.days) == 1 else "order-of-day-and-month-open"
    return Dating(days, Basis.STATED, None, (Span(offset + stamp.start, offset + stamp.end),), why)


def _later(old: Dating | None, new: Dating) -> Dating:
    if old is None or old.days.last is None or new.days.last is None:
        return new
    return new if new.days.last >= old.days.last else old


def read_given(value: str | None, basis: Basis, why: str) -> Dating | None:
    """A date or timestamp as metadata, a column or a decision gives it; None where unreadable."""
    if not value:
        return None
    iso = _ISO.match(value.strip())
    if iso:
        try:
            day = date(int(iso[1]), int(iso[2]), int(iso[3]))
        except ValueError:
            return None
        at = f"{day.isoformat()}T{iso[4]}{iso[5] or ''}" if iso[4] else None
        return Dating(DayInterval.on(day), basis, at, (), why)
    mail = _MAIL_DATE.fullmatch(value.strip())
    if mail is not None and (dating := _of_mail_date(mail, basis, why)) is not None:
        return dating
    stamps = find_stamps(value) or _compact(value)
    if not stamps:
        return None
    first, last = stamps[0].days[0], stamps[0].days[-1]
    if first != last:
        why = f"{why}; order-of-day-and-month-open"
    return Dating(DayInterval(first, last), basis, None, (), why)


def _of_mail_date(mail: re.Match[str], basis: Basis, why: str) -> Dating | None:
    """The day as it stands there, in its own zone; a zone of unclear meaning is left out."""
    read = parsedate(mail[0])
    try:
        day = date(*read[:3]) if read else None
        hour, minute, *rest = map(int, mail["clock"].split(":"))
        clock = time(hour, minute, rest[0] if rest else 0).isoformat()
    except ValueError:
        return None
    if day is None:
        return None
    zone = (mail["zone"] or "").upper()
    if zone.startswith(("+", "-")):
        zone = f"{zone[:3]}:{zone[-2:]}"
    at = f"{day.isoformat()}T{clock}{_ZONES.get(zone, zone if ':' in zone else '')}"
    return Dating(DayInterval.on(day), basis, at, (), why)


def _compact(value: str) -> list[Stamp]:
    match = re.match(r"\s*(\d{4})(\d\d)(\d\d)", value)
    if match is None:
        return []
    try:
        return [Stamp(0, match.end(), (date(int(match[1]), int(match[2]), int(match[3])),))]
    except ValueError:
        return []


def read_address(address: str | None) -> Dating | None:
    """The day in an address such as `/2021/04/07/title` or `/2021-04-07-title`."""
    if not address:
        return None
    try:
        match = _IN_ADDRESS.search(urlsplit(address).path.lower())
    except ValueError:  # no address at all, such as `https://[`
        return None
    if match is None:
        return None
    year, month, day = next(
        (match[f"y{n}"], match[f"m{n}"], match[f"d{n}"]) for n in ("", "2", "3") if match[f"y{n}"]
    )
    number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month) if month.isdigit() else 0
    try:
        found = date(int(year), number, int(day))
    except ValueError:
        return None
    return Dating(DayInterval.on(found), Basis.ADDRESS, None, (), "day-in-address")


def read_names(name_dates: Sequence[str]) -> Dating | None:
    """The day in file and folder names, where all names that hold one agree."""
    days = {date.fromisoformat(d) for d in name_dates}
    if len(days) != 1:
        return None
    return Dating(DayInterval.on(days.pop()), Basis.FILE_NAME, None, (), "day-in-file-name")


def read_archived(archived: str | None) -> Dating | None:
    """No later than the day on which an archive states that it had the page."""
    if archived is None:
        return None
    last = DayInterval(None, date.fromisoformat(archived))
    return Dating(last, Basis.METADATA, None, (), "archived-on")


def settle_published(*candidates: Dating | None) -> Dating:
    """The first candidate that gives a day; the others that contradict it are named in `why`."""
    found = [c for c in candidates if c is not None and c.days.known]
    if not found:
        return Dating()
    best = found[0]
    if not best.days.exact:
        narrowed = _narrow(best, found[1:])
        if narrowed is not None:
            return narrowed
    against = sorted({c.basis.value for c in found[1:] if c.days.intersect(best.days) is None})
    if not against:
        return best
    why = f"{best.why}; otherwise: {', '.join(against)}"
    return Dating(best.days, best.basis, best.at, best.evidence, why)


def _narrow(best: Dating, others: Sequence[Dating]) -> Dating | None:
    """An open order of day and month is settled by weaker evidence that names one reading."""
    readings = {best.days.first, best.days.last}
    for other in others:
        if other.days.exact and other.days.first in readings:
            return Dating(other.days, other.basis, other.at, best.evidence, f"{best.why}: settled")
    return None
