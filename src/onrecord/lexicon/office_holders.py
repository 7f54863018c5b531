"""Who held which public office when: terms found by the title and name that are printed."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from onrecord.lexicon.data_files import LexiconError, check_keys, load_data

_FILE = "office_holders"
_REQUIRED = frozenset({"office", "titles", "source", "holders"})
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True)
class Term:
    """One person's time in an office; both days inclusive, None where open."""

    office: str
    who: str
    first: date
    last: date | None
    source: str
    """Address of the public list that the term is taken from."""
    leads: bool = False
    """Whether it is the office that leads a country."""


@cache
def terms() -> Mapping[str, Mapping[str, tuple[Term, ...]]]:
    """Title, lower case -> form of a name as printed after it -> the terms it may mean.

    Accents are left off in the forms. A form such as a surname may mean several people.

    Raises:
        LexiconError: an entry lacks a field, or a day cannot be read or comes before the first.
    """
    found: dict[str, dict[str, list[Term]]] = {}
    for entry in load_data(_FILE)["offices"]:
        check_keys(_FILE, entry, required=_REQUIRED, optional=frozenset({"leads"}))
        if not str(entry["source"]).startswith("https://"):
            raise LexiconError(f"{_FILE}.yaml: {entry['office']} has no address as its source")
        for row in str(entry["holders"]).splitlines():
            term, forms = _term(entry, row)
            for title in entry["titles"]:
                names = found.setdefault(title.lower(), {})
                for form in forms:
                    names.setdefault(form, []).append(term)
    return {
        title: {form: tuple(of) for form, of in names.items()} for title, names in found.items()
    }


@cache
def successors(term: Term) -> tuple[str, ...]:
    """Surnames of those who took the office later, for the first time."""
    every = {t for names in terms().values() for of in names.values() for t in of}
    same = [t for t in every if t.office == term.office]
    before = {t.who for t in same if t.first <= term.first}
    after = {t.who for t in same if t.first > term.first} - before
    return tuple(sorted(who.removesuffix(" Jr.").split()[-1] for who in after))


@cache
def longest_form() -> int:
    """Words of the longest form of a name."""
    return max(len(form.split()) for names in terms().values() for form in names)


def _term(entry: Mapping[str, Any], row: str) -> tuple[Term, tuple[str, ...]]:
    office, fields = entry["office"], [field.strip() for field in row.split(";")]
    if len(fields) != 4 or not fields[0]:
        raise LexiconError(f"{_FILE}.yaml: {office}: no name; forms; first; last: {row!r}")
    who, forms, first, last = fields
    begun = _outer(office, who, first, end=False)
    over = _outer(office, who, last, end=True) if last else None
    if over is not None and over < begun:
        raise LexiconError(f"{_FILE}.yaml: {office}: {who} left before taking office")
    leads = entry.get("leads", False) is True
    term = Term(office, who, begun, over, entry["source"], leads)
    return term, (who, *(form for form in forms.split("/") if form))


def _outer(office: str, who: str, value: str, *, end: bool) -> date:
    """The day; of a month or year its first day, or its last one for the end of a term."""
    match = _DAY.fullmatch(value)
    try:
        if match is None:
            raise ValueError(value)
        year, month = int(match[1]), int(match[2] or (12 if end else 1))
        return date(year, month, int(match[3] or (monthrange(year, month)[1] if end else 1)))
    except ValueError as error:
        raise LexiconError(f"{_FILE}.yaml: {office}: {who} has no day {value!r}") from error
