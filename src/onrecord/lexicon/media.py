"""Names of media: which printed forms and addresses stand for one agency or outlet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from onrecord.lexicon.agencies import agencies, find_agency
from onrecord.lexicon.data_files import LexiconError, check_keys, load_data
from onrecord.lexicon.source_words import source_words

_DOMAIN = re.compile(
    r"(?:https?://)?(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})(?:/.*)?", re.I
)
_BASED = re.compile(r"^(?:[Tt]he )?(?:[A-Z][\w.]+[ -])+based ")
_LETTERS = re.compile(r"[^\W_]+")
_THE = re.compile(r"(?:[Tt]he|THE|[Aa]n?) ")
_CAPITALISED = re.compile(
    r"[A-Z][\w.&'’/-]*(?: (?:(?:of|the|and|for|on|al|la|le|della|i|&) )*[A-Z0-9][\w.&'’/-]*)*"
)
_KEYS = frozenset({"media", "agency_domains", "syndicates", "nouns", "means_named", "means_own"})
_KEYS_OF_MEDIUM = frozenset({"name", "names", "short", "domains"})


@dataclass(frozen=True, slots=True, order=True)
class Medium:
    """An agency or outlet as it is counted."""

    key: str
    """Equal for all forms of its name."""
    name: str
    """An agency's code, the name of the data file, else as printed."""
    is_agency: bool = False


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """How an agency's copy looks where its credit was taken off."""

    agency: str
    name: str
    pattern: re.Pattern[str]
    """Matches a whole line."""
    most_words: int


@dataclass(frozen=True, slots=True)
class _Forms:
    by_form: dict[str, Medium]
    by_domain: dict[str, Medium]
    short: dict[str, tuple[Medium, ...]]
    nouns: frozenset[str]
    means_named: frozenset[str]
    means_own: frozenset[str]
    styles: tuple[HouseStyle, ...]


def squeeze(name: str) -> str:
    """The letters and digits of a name in lower case, without an article before it."""
    bare = _THE.sub("", " ".join(name.split()), count=1) if _THE.match(name) else name
    return "".join(_LETTERS.findall(bare)).casefold()


@cache
def _forms() -> _Forms:
    data = load_data("media")
    check_keys("media", data, required=_KEYS, optional=frozenset({"house_styles"}))
    by_form = {
        squeeze(form): Medium(_key(one.code), one.code, is_agency=True)
        for one in agencies()
        for form in (one.code, *one.names, *one.bracket_names)
    }
    by_domain = {d: by_form[squeeze(code)] for d, code in data["agency_domains"].items()}
    short: dict[str, list[Medium]] = {}
    for entry in data["media"]:
        check_keys("media", entry, required=_KEYS_OF_MEDIUM, optional=frozenset())
        medium = Medium(_key(entry["name"]), entry["name"])
        by_form |= {squeeze(form): medium for form in (entry["name"], *entry["names"])}
        by_domain |= dict.fromkeys(entry["domains"], medium)
        for form in entry["short"]:
            short.setdefault(squeeze(form), []).append(medium)
    for code, name in data["syndicates"].items():
        medium = by_form[squeeze(name)]
        names = next(one for one in agencies() if one.code == code)
        by_form |= {squeeze(f): medium for f in (code, *names.names, *names.bracket_names)}
    return _Forms(
        by_form,
        by_domain,
        {form: tuple(found) for form, found in short.items()},
        frozenset(data["nouns"]),
        frozenset(data["means_named"]),
        frozenset(data["means_own"]),
        tuple(_style(entry) for entry in data.get("house_styles", ())),
    )


def _style(entry: dict[str, Any]) -> HouseStyle:
    required = frozenset({"agency", "name", "pattern", "most_words"})
    check_keys("media", entry, required=required, optional=frozenset())
    if not any(one.code == entry["agency"] for one in agencies()):
        raise LexiconError(f"media.yaml: no agency has the code {entry['agency']}")
    return HouseStyle(
        entry["agency"], entry["name"], re.compile(entry["pattern"]), entry["most_words"]
    )


def _key(name: str) -> str:
    return f"medium {squeeze(name)}"


def house_styles() -> tuple[HouseStyle, ...]:
    """Signs of agencies' copy, in the order of the data file."""
    return _forms().styles


@lru_cache(maxsize=1 << 14)
def medium_of(printed: str) -> Medium | None:
    """The medium that a printed name, address or phrase stands for; None where it names none.

    `The Associated Press`, `AP`; `nytimes.com`, `The New York Times`; `the daily Elm Courier`,
    `Elm Courier newspaper`. A phrase without a name is its own: `state television`.
    """
    words = " ".join(printed.split()).strip(' ,.;:|()[]"“”')
    words = re.sub(r"['’]s?$", "", words)
    words = _BASED.sub("", words)
    if not _LETTERS.search(words):
        return None
    known = _known(words)
    if known is not None:
        return known
    bare = _without_nouns(words)
    if bare != words and (known := _known(bare)) is not None:
        return known
    inside = _inside(words)
    if inside is not None:
        return inside
    return Medium(_key(bare), _THE.sub("", bare, count=1) if bare[0].islower() else bare)


def _known(words: str) -> Medium | None:
    forms = _forms()
    if (found := forms.by_form.get(squeeze(words))) is not None:
        return found
    domain = _DOMAIN.fullmatch(words)
    if domain is None:
        return None
    host = domain[1].lower()
    if host in forms.by_domain:
        return forms.by_domain[host]
    label = host.split(".")[0].replace("-", "")
    known = forms.by_form.get(label) or forms.by_form.get(label.removeprefix("the"))
    return known or Medium(f"medium {label}", host)


def _inside(words: str) -> Medium | None:
    """The one medium that is named within a phrase."""
    found = find_agency(words)
    if found is not None:
        return _forms().by_form[squeeze(found[0])]
    for match in _CAPITALISED.finditer(words):
        known = _forms().by_form.get(squeeze(match[0]))
        if known is not None:
            return known
        if match[0] in source_words().outlet_names:
            return Medium(_key(match[0]), match[0])
    return None


def _without_nouns(words: str) -> str:
    """A name without the nouns that say what kind of medium it is.

    Behind a name only where they are in small letters; before it with all that is.
    """
    nouns = _forms().nouns
    parts = words.split()
    for size in (2, 1):
        if len(parts) > size and " ".join(parts[-size:]) in nouns:
            parts = parts[:-size]
            break
    if len(parts) < len(words.split()) and parts[-1][0].islower():
        return words
    for number, part in enumerate(parts[:-1]):
        two = " ".join(parts[number : number + 2])
        if part in nouns or two in nouns:
            rest = parts[number + (2 if two in nouns else 1) :]
            if rest and rest[0][0].isupper():
                return " ".join(rest)
    return " ".join(parts)


def short_for(printed: str) -> tuple[Medium, ...]:
    """The media for which a short form may stand: `The Times`."""
    return _forms().short.get(squeeze(printed), ())


def means_named_before(printed: str) -> bool:
    """Whether words mean the medium that was named before: `the newspaper`."""
    head, _, rest = printed.strip().lower().partition(" ")
    return head == "the" and rest in _forms().means_named


def means_own(printed: str) -> bool:
    """Whether words mean the outlet that prints them: `this newspaper`."""
    head, _, rest = printed.strip().lower().partition(" ")
    return head in ("this", "our") and rest in _forms().means_own
