"""The words for those who say something, checked: documents, media, people, organisations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from onrecord.lexicon.data_files import LexiconError, check_keys, load_data

_FILE = "sources"


class SourceNoun(StrEnum):
    """What kind of source a noun is."""

    DOCUMENT = "documents"
    OUTLET = "outlets"
    PERSON = "people"
    CROWD = "crowds"
    ORGANISATION = "organisations"


@dataclass(frozen=True, slots=True)
class PronounWord:
    """What a pronoun tells of what it stands for."""

    gender: str
    """`f`, `m`, `n` or empty."""
    number: str
    """`one`, `many` or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceWords:
    """The words of the file in lower case, singular; names as printed."""

    nouns: Mapping[str, SourceNoun]
    of_media: frozenset[str]
    media_documents: frozenset[str]
    speaks_for: frozenset[str]
    pronouns: Mapping[str, PronounWord]
    male: frozenset[str]
    female: frozenset[str]
    people_endings: tuple[str, ...]
    amounts: frozenset[str]
    general_bodies: frozenset[str]
    short_titles: frozenset[str]
    stands_for: Mapping[str, frozenset[str]]
    """A description -> the titles of those whom it may stand for."""
    occasions: frozenset[str]
    speaking: frozenset[str]
    utterances: frozenset[str]
    conditions: tuple[str, ...]
    """The longest first."""
    outlet_names: frozenset[str]


_SETS = (
    *("of_media", "media_documents", "speaks_for", "male", "female", "occasions", "speaking"),
    "utterances",
    *("outlet_names", "amounts", "general_bodies", "short_titles"),
)
_KEYS = frozenset({*SourceNoun, *_SETS, "pronouns", "stands_for", "conditions", "people_endings"})


@cache
def source_words() -> SourceWords:
    """The words of `sources.yaml`.

    Raises:
        LexiconError: a list is missing, a noun stands in two lists, or a pronoun tells nonsense.
    """
    data = load_data(_FILE)
    check_keys(_FILE, data, required=_KEYS, optional=frozenset())
    sets = {name: frozenset(_words(data, name)) for name in _SETS}
    return SourceWords(
        nouns=_nouns(data),
        pronouns={word: _pronoun(word, entry) for word, entry in data["pronouns"].items()},
        stands_for={word: frozenset(titles) for word, titles in data["stands_for"].items()},
        people_endings=tuple(_words(data, "people_endings")),
        conditions=tuple(sorted(_words(data, "conditions"), key=lambda c: (-len(c), c))),
        **sets,
    )


def _words(data: Mapping[str, object], name: str) -> list[str]:
    words = data[name]
    if not isinstance(words, list) or not words:
        raise LexiconError(f"{_FILE}.yaml: {name} is no list of words")
    if wrong := [word for word in words if not isinstance(word, str) or not word.strip()]:
        raise LexiconError(f"{_FILE}.yaml: {name} holds what is no word: {wrong[0]!r}")
    return words


def _nouns(data: Mapping[str, object]) -> dict[str, SourceNoun]:
    nouns: dict[str, SourceNoun] = {}
    for kind in SourceNoun:
        for word in _words(data, kind.value):
            if word in nouns:
                raise LexiconError(f"{_FILE}.yaml: {word} is one of {nouns[word]} and of {kind}")
            nouns[word] = kind
    return nouns


def _pronoun(word: str, entry: Mapping[str, str]) -> PronounWord:
    gender, number = entry.get("gender", ""), entry.get("number", "")
    if gender not in ("", "f", "m", "n") or number not in ("", "one", "many"):
        raise LexiconError(f"{_FILE}.yaml: {word} has an unknown gender or number")
    return PronounWord(gender, number)


@lru_cache(maxsize=1 << 14)
def singulars(word: str) -> tuple[str, ...]:
    """What a noun in lower case may be the plural of, itself first."""
    forms = [word]
    if word.endswith("men"):
        forms.append(word[:-2] + "an")
    if word.endswith("people") and word != "people":
        forms.append(word[:-6] + "person")
    if word.endswith("ies"):
        forms.append(word[:-3] + "y")
    if word.endswith(("ses", "xes", "ches", "shes", "zes")):
        forms.append(word[:-2])
    if word.endswith("s") and not word.endswith("ss"):
        forms.append(word[:-1])
    return tuple(forms)


def noun_kind(words: Sequence[str]) -> SourceNoun | None:
    """What kind of source a phrase is, by its last words; None where no list has them.

    Args:
        words: the words up to its head, in lower case: `the`, `prime`, `minister`.
    """
    if not words:
        return None
    return _kind_of(words[-2] if len(words) > 1 else "", words[-1])


def is_source_noun(before: str, word: str) -> bool:
    """Whether a noun in lower case, with the word before it or none, is a source of any kind."""
    return _kind_of(before, word) is not None


@lru_cache(maxsize=1 << 15)
def _kind_of(before: str, word: str) -> SourceNoun | None:
    known = source_words()
    heads = singulars(word)
    if before in known.of_media and any(head in known.media_documents for head in heads):
        return SourceNoun.OUTLET
    for head in heads:
        if before and (kind := known.nouns.get(f"{before} {head}")) is not None:
            return kind
    for head in heads:
        if (kind := known.nouns.get(head)) is not None:
            return kind
    return _by_ending(heads)


def _by_ending(heads: Sequence[str]) -> SourceNoun | None:
    """`ex-wife`, `co-chairman`: by what follows the hyphen; `ornithologist` by its ending."""
    known = source_words()
    for head in heads:
        if "-" in head and (kind := known.nouns.get(head.rsplit("-", 1)[1])) is not None:
            return kind
    if any(len(head) > 6 and head.endswith(known.people_endings) for head in heads):
        return SourceNoun.PERSON
    return None


def titles_for(word: str) -> frozenset[str]:
    """The titles of those whom a noun may stand for besides those who bear it."""
    return source_words().stands_for.get(word, frozenset())


@lru_cache(maxsize=1 << 12)
def gender_of(word: str) -> str:
    """`f`, `m` or empty: what a title or noun in lower case tells of who bears it."""
    known = source_words()
    if word in known.male:
        return "m"
    return "f" if word in known.female else ""
