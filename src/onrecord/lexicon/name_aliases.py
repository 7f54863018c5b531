"""Names that stand for each other by general knowledge: countries, peoples, organisations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from onrecord.lexicon.data_files import LexiconError, load_data

_INITIALS = re.compile(r"\b([A-Z])\s?\.\s?(?=[A-Z]\s?\.)")


class AliasKind(StrEnum):
    """What a well-known name is of."""

    COUNTRY = "country"
    REGION = "region"
    STATE = "state"
    CITY = "city"
    ORGANISATION = "organisation"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Known:
    """What a printed form stands for."""

    name: str
    """Its name, as in the data file."""
    kind: AliasKind
    how: str
    """How the form stands for it: `name`, `other-name`, `adjective`, `people`, `shortened`."""


@dataclass(frozen=True, slots=True, eq=False)
class NameAliases:
    """The data files, by form. Forms in capitals of up to four letters count only as they are
    printed (`US`, `IS`, `WHO`); others without case, full stops and a leading `the`."""

    exact: Mapping[str, Known]
    folded: Mapping[str, Known]
    shortened: Mapping[str, Known]
    """Shortened states, folded: only after a place (`Paris, Tex.`)."""
    printed: Mapping[str, tuple[str, ...]]
    """Name of an organisation -> all its forms, as in the data file."""
    capitals: Mapping[str, str]
    """Capital, folded -> its country."""

    def forms(self, name: str) -> tuple[str, ...]:
        """How an organisation may be printed."""
        return self.printed.get(name, ())

    @lru_cache(maxsize=50_000)  # noqa: B019 (there is one value, kept for good)
    def known(self, form: str) -> Known | None:
        """What a printed form stands for."""
        plain = plain_form(form)
        found = self.exact.get(plain)
        return self.folded.get(plain.casefold()) if found is None else found


def plain_form(form: str) -> str:
    """A form without full stops, a leading `the`, and with plain apostrophes and spaces."""
    joined = _INITIALS.sub(r"\1", form)
    plain = " ".join(joined.replace(".", "").replace("’", "'").replace("-", " ").split())
    return plain[4:] if plain[:4].casefold() == "the " else plain


def _only_as_printed(plain: str) -> bool:
    return len(plain) <= 4 and plain.isupper()


@cache
def name_aliases() -> NameAliases:
    """The forms of `countries.yaml` and `organisations.yaml`.

    Raises:
        LexiconError: a row has too few parts, or a form is given to two names of one kind.
    """
    exact: dict[str, Known] = {}
    folded: dict[str, Known] = {}
    shortened: dict[str, Known] = {}
    printed: dict[str, list[str]] = {}
    capitals: dict[str, str] = {}
    countries = load_data("countries")
    for kind, form, known in _all_rows(countries, load_data("organisations"), capitals):
        plain = plain_form(form)
        if kind is AliasKind.ORGANISATION:
            printed.setdefault(known.name, []).append(form)
        if kind is AliasKind.STATE:
            shortened.setdefault(plain.casefold(), known)
        elif _only_as_printed(plain):
            exact.setdefault(plain, known)
        else:
            folded.setdefault(plain.casefold(), known)
    return NameAliases(
        exact, folded, shortened, {name: tuple(forms) for name, forms in printed.items()}, capitals
    )


def _all_rows(
    countries: Mapping[str, str], organisations: Mapping[str, str], capitals: dict[str, str]
) -> Iterator[tuple[AliasKind, str, Known]]:
    for kind, block, columns in (
        (AliasKind.COUNTRY, countries["countries"], 5),
        (AliasKind.REGION, countries["regions"], 4),
    ):
        for row in _rows(block, columns):
            name, others, adjectives, people = row[:4]
            for how, forms in (
                ("name", [name]),
                ("other-name", _forms(others)),
                ("adjective", _forms(adjectives)),
                ("people", _forms(people)),
            ):
                yield from ((kind, form, Known(name, kind, how)) for form in forms)
            for capital in _forms(row[4]) if columns == 5 else ():
                capitals[plain_form(capital).casefold()] = name
    for kind, block in (
        (AliasKind.STATE, countries["states"]),
        (AliasKind.CITY, countries["cities"]),
    ):
        for name, others in _rows(block, 2):
            if kind is AliasKind.CITY:
                yield kind, name, Known(name, kind, "name")
            yield from ((kind, form, Known(name, kind, "other-name")) for form in _forms(others))
    for name, others, letter in _rows(organisations["names"], 3):
        kind = AliasKind.GROUP if letter == "g" else AliasKind.ORGANISATION
        yield kind, name, Known(name, kind, "name")
        yield from ((kind, form, Known(name, kind, "other-name")) for form in _forms(others))


def _rows(block: str, columns: int) -> Iterator[list[str]]:
    for line in block.splitlines():
        parts = [part.strip() for part in line.split(";")]
        if len(parts) != columns:
            raise LexiconError(f"a row of aliases has {len(parts)} parts: {line.strip()!r}")
        yield parts


def _forms(part: str) -> Iterable[str]:
    return [] if part == "-" else [form.strip() for form in part.split("/")]
