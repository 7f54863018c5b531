"""Names of media: which printed forms and addresses stand for one agency or outlet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from onrecord.lexicon.agencies import agencies
from onrecord.lexicon.data_files import LexiconError, check_keys, load_data
from onrecord.lexicon.source_words import source_words

_DOMAIN = re.compile(
    r"(?:https?://)?(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,})(?:/.*)?", re.I
)
_BASED = re.compile(r"^(?:[Tt]he )?(?:[A-Z][\w.]+[ -])+based ")
_OWNER = re.compile(r"(.+?)['’]s? ")
_LETTERS = re.compile(r"[^\W_]+")
_THE = re.compile(r"(?:[Tt]he|THE|[Aa]n?) ")
_OWNS = ("'s", "’s", "s'", "s’")
_MOST = 6
"""Words of a phrase that is longer than any name."""
_KEYS = frozenset(
    {
        *("media", "agency_domains", "syndicates", "nouns", "means_named", "means_own", "nobody"),
        *("loose_nouns", "on_air", "alike", "before", "described"),
    }
)
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
    nobody: frozenset[str]
    loose_nouns: frozenset[str]
    on_air: frozenset[str]
    alike: dict[str, str]
    before: frozenset[str]
    described: tuple[str, ...]
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
        frozenset(data["nobody"]),
        frozenset(data["loose_nouns"]),
        frozenset(word.lower() for word in data["on_air"]),
        dict(data["alike"]),
        frozenset(data["before"]),
        tuple(map(squeeze, data["described"])),
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


def described_labels() -> tuple[str, ...]:
    """What keys of media that are described by what they are of a state begin with, behind
    `medium `."""
    return _forms().described


@lru_cache(maxsize=1 << 14)
def medium_of(printed: str) -> Medium | None:
    """The medium that a printed name, address or phrase stands for; None where it names none.

    `The Associated Press`, `AP`; `nytimes.com`, `The New York Times`; `the daily Elm Courier`,
    `Elm Courier newspaper`. A phrase without a name is its own: `state television`.
    """
    words = " ".join(printed.split()).strip(' ,.;:|()[]"“”')
    words = _BASED.sub("", re.sub(r"['’]s?$", "", words))
    first, _, rest = words.partition(" ")
    if rest.islower() and first.lower() in _forms().before:
        words = rest
    plain = _THE.sub("", words, count=1) if _THE.match(words) else words
    if not _LETTERS.search(words) or plain.lower() in _forms().nobody:
        return None
    bare = plain if words.lower().startswith(("a ", "an ")) else _without_nouns(words)
    owner = _OWNER.match(words)
    known = _known(words) or _known(bare) or (_known(owner[1]) if owner else None) or _inside(words)
    if known is not None:
        return known
    if bare[0].islower() and _THE.match(bare):
        bare = _THE.sub("", bare, count=1)
    if _is_no_medium(bare):
        return None
    return Medium(_key(_alike(bare)), bare)


def _alike(bare: str) -> str:
    """A description in the words of the list; a name, which has a capital behind its first word or
    ends in one, as it is."""
    parts = bare.split()
    if not parts[-1].islower() and parts[-1].lower() not in _forms().alike:
        return bare
    return " ".join(_forms().alike.get(word.lower(), word) for word in parts)


def _is_no_medium(bare: str) -> bool:
    """Whether a phrase without a known name says too little or something else: `spy network`."""
    forms = _forms()
    *before, head = bare.split()
    if bare.lower() in forms.nouns or ":" in bare or len(before) >= _MOST:
        return True
    if head.lower() in forms.loose_nouns and head.islower():
        named = any(word[0].isupper() and not word.endswith(_OWNS) for word in before)
        return not named and not any(word.lower() in forms.on_air for word in before)
    return not before and bare.islower()


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
    """The medium that is named within a phrase, before nothing but nouns: `Elm state TV RTV`."""
    parts = words.split()
    end = len(parts)
    while end > 1 and (parts[end - 1].lower() in _forms().nouns or parts[end - 1].islower()):
        end -= 1
    for start in range(end):
        name = " ".join(parts[start:end])
        if not name[0].isupper():
            continue
        if start and not (parts[start - 1].islower() or parts[start - 1].endswith(_OWNS)):
            if name in _whole_agencies():
                return _forms().by_form[squeeze(name)]
            continue
        if (known := _forms().by_form.get(squeeze(name))) is not None:
            return known
        if name in source_words().outlet_names:
            return Medium(_key(name), name)
    return None


@cache
def _whole_agencies() -> frozenset[str]:
    """Names of agencies that stand for them behind any other name: `Russian Interfax`."""
    return frozenset(name for one in agencies() for name in one.names)


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
