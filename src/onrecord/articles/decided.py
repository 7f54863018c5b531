"""What a person decided about an article, laid over what was read.

A decision on a place (`role`) hangs on an anchor: where the text no longer has the words
at that place it is an orphan, reported and never moved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from onrecord.errors import UsageError
from onrecord.values.article import Article, Dating, Field, Paragraph
from onrecord.values.days import DayInterval
from onrecord.values.decisions import Decision, What
from onrecord.values.vocabulary import Basis, Role

UNKNOWN = "unknown"
"""The value that takes a field away: the person knows that it is not known."""


def apply_decisions(article: Article, decisions: Sequence[Decision]) -> Article:
    """The article as decided; of two decisions on one thing the later holds."""
    for decision in decisions:
        if decision.undone or decision.article != article.id:
            continue
        why = f"decision: {decision.number}"
        if decision.what is What.PUBLISHED:
            article = replace(article, published=_dating(decision.value, why) or Dating())
        elif decision.what is What.UPDATED:
            article = replace(article, updated=_dating(decision.value, why))
        elif decision.what is What.OUTLET:
            article = replace(article, outlet=_field(decision.value, why))
        elif decision.what is What.AGENCY:
            article = replace(article, agency=_field(decision.value, why))
        elif decision.what is What.ROLE and not is_orphan(decision, article):
            article = replace(article, paragraphs=_with_role(article, decision, why))
    return article


def is_orphan(decision: Decision, article: Article) -> bool:
    """Whether the words on which a decision hangs no longer stand at their place."""
    if decision.start is None or decision.end is None:
        return False
    return article.text[decision.start : decision.end] != decision.text


def read_days(value: str) -> DayInterval:
    """The days that a person wrote: `2020-06-12`, `2020-06`, `2020`, `2020-05-01..2020-08-14`,
    `..2020-08-14`, `2020-05-01..`, or `unknown`.

    Raises:
        UsageError: it is none of these.
    """
    if value == UNKNOWN:
        return DayInterval()
    first, separator, last = value.partition("..")
    try:
        if not separator:
            start, end = _bounds(first)
            return DayInterval(start, end)
        return DayInterval(_bounds(first)[0] if first else None, _bounds(last)[1] if last else None)
    except ValueError as error:
        raise UsageError(
            f"{value!r} is no day: write 2020-06-12, 2020-06, 2020,"
            " 2020-05-01..2020-08-14 or unknown"
        ) from error


def _bounds(value: str) -> tuple[date, date]:
    parts = value.strip().split("-")
    if len(parts) == 3:
        day = date.fromisoformat(value.strip())
        return day, day
    year = int(parts[0])
    if not 1000 <= year <= 9999 or len(parts) > 3:
        raise ValueError(value)
    month = int(parts[1]) if len(parts) == 2 else None
    first = date(year, month or 1, 1)
    after = date(year + (month in (None, 12)), 1 if month in (None, 12) else (month or 0) + 1, 1)
    return first, date.fromordinal(after.toordinal() - 1)


def _dating(value: str, why: str) -> Dating | None:
    days = read_days(value)
    return Dating(days, Basis.DECIDED, None, (), why)


def _field(value: str, why: str) -> Field | None:
    return None if value == UNKNOWN else Field(value, Basis.DECIDED, None, why)


def _with_role(article: Article, decision: Decision, why: str) -> tuple[Paragraph, ...]:
    """The paragraphs with the decided stretch cut out; whole paragraphs keep their borders."""
    start, end, role = decision.start or 0, decision.end or 0, Role(decision.value)
    made: list[Paragraph] = []
    for paragraph in article.paragraphs:
        left, right = max(start, paragraph.start), min(end, paragraph.end)
        if left >= right:
            made.append(paragraph)
            continue
        if not article.text[right : paragraph.end].strip():
            right = paragraph.end  # line breaks after the words go with them
        if paragraph.start < left:
            made.append(replace(paragraph, end=left))
        made.append(Paragraph(left, right, role, why))
        if right < paragraph.end:
            made.append(replace(paragraph, start=right))
    return tuple(made)
