"""News agencies and syndicates: their codes and printed forms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from onrecord.lexicon.data_files import LexiconError, check_keys, load_data


@dataclass(frozen=True, slots=True)
class Agency:
    """A supplier of copy."""

    code: str
    kind: str
    """`agency` (a wire service) or `syndicate` (a publisher that sells its copy)."""
    names: tuple[str, ...]
    """Forms that stand for the agency wherever a credit may stand."""
    bracket_names: tuple[str, ...]
    """Forms that count only in brackets or as the whole of a credit."""


_REQUIRED = frozenset({"code", "kind", "names"})
_OPTIONAL = frozenset({"only_in_brackets"})


@cache
def agencies() -> tuple[Agency, ...]:
    """All agencies, in the order of the data file.

    Raises:
        LexiconError: an entry lacks a field, has an unknown one, or a form stands twice.
    """
    found: list[Agency] = []
    forms: dict[str, str] = {}
    for entry in load_data("agencies")["agencies"]:
        check_keys("agencies", entry, required=_REQUIRED, optional=_OPTIONAL)
        if not isinstance(entry["names"], list):
            raise LexiconError(f"agencies.yaml: the names of {entry['code']} are no list")
        agency = Agency(
            entry["code"],
            entry["kind"],
            tuple(entry["names"]),
            tuple(entry.get("only_in_brackets", ())),
        )
        if agency.kind not in ("agency", "syndicate"):
            raise LexiconError(f"agencies.yaml: {agency.code} has the unknown kind {agency.kind}")
        for form in (*agency.names, *agency.bracket_names):
            if form in forms:
                raise LexiconError(f"agencies.yaml: {form} stands for {forms[form]} already")
            forms[form] = agency.code
        found.append(agency)
    return tuple(found)


@cache
def agency_forms(*, brackets: bool) -> dict[str, str]:
    """Printed form -> code; with `brackets` also the forms that need them."""
    forms = {name: a.code for a in agencies() for name in a.names}
    if brackets:
        forms |= {name: a.code for a in agencies() for name in a.bracket_names}
    return forms


@cache
def agency_alternation(*, brackets: bool) -> str:
    """A regular expression (no group captured) that matches any form, the longest first."""
    forms = sorted(agency_forms(brackets=brackets), key=lambda f: (-len(f), f))
    return "(?:" + "|".join(rf"(?<!\w){re.escape(f)}(?!\w)" for f in forms) + ")"


@cache
def _finder(brackets: bool) -> re.Pattern[str]:
    return re.compile(rf"(?:[Tt]he )?({agency_alternation(brackets=brackets)})")


def find_agency(text: str, *, brackets: bool = False) -> tuple[str, int, int] | None:
    """Code and [start, end) in `text` of the first agency named, or None."""
    match = _finder(brackets).search(text)
    if match is None:
        return None
    return agency_forms(brackets=brackets)[match.group(1)], match.start(1), match.end(1)


def find_all_agencies(text: str, *, brackets: bool = False) -> list[tuple[str, int, int]]:
    """Every agency named in `text`: code and [start, end), in order."""
    forms = agency_forms(brackets=brackets)
    return [(forms[m.group(1)], m.start(1), m.end(1)) for m in _finder(brackets).finditer(text)]
