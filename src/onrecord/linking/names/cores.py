"""The name itself in what was printed: without what is said of it, its owner, and where it is."""

from __future__ import annotations

import re

from onrecord.lexicon.name_aliases import name_aliases
from onrecord.lexicon.name_words import NameWords, name_words
from onrecord.lexicon.places import is_place
from onrecord.linking.names.folding import PLAIN_NAME, folded_words

TOKEN = re.compile(r"[^\W_](?:[^\W_]|[.'’&](?=[^\W_]))*\.?|&")
"""A word of a name, parted at hyphens."""
_NICKNAME = re.compile(r"\s*(?:\(\s*[A-Z]\w+\s*\)|[“\"‘'][A-Z]\w+[”\"’'])\s+(?=[A-Z])")
"""`Kimo (Kiki) Vale`, `Kimo "Kiki" Vale`."""
_STOP = re.compile(r"\b[A-Z]\.\s?[A-Z]\.$|\b(?:Jr|Sr|Inc|Co|Corp|Ltd)\.$")
_ELIDED = re.compile(r"[a-z]['’][A-Z]")
"""`d'Avrany`."""
_LOCATIVE = frozenset({"in", "at", "near", "from", "on"})
_JOINING = frozenset(
    {"of", "for", "and", "&", "the", "de", "la", "du", "del", "di", "y", "e", "to"}
)


_HYPHENS = re.compile(r"\s*[-–]\s+(?=\w)|\s+[-–]\s*(?=\w)")
_BEHIND = re.compile(r"\s*[(\[“\"]|``|;|\s--\s")
"""What begins that which is no part of the name any more."""
_POSSESSIVE = re.compile(r"\s*['’]\s?[sS]?$|\s*['’]$")
_APPOSITION = re.compile(r",\s+(?=[a-z])")
_COMMA = re.compile(r"\s*,\s+")
_OWNER = re.compile(r"(?:[Tt]he )?(.+?)\s?['’]s\s+(?=[A-Z])")


def core_of(raw: str, words: NameWords) -> str:
    """The run of capitalised words that is the name."""
    if PLAIN_NAME.fullmatch(raw):
        return raw
    raw = _NICKNAME.sub(" ", _HYPHENS.sub("-", raw))
    raw = _BEHIND.split(raw, maxsplit=1)[0] or raw
    raw = _POSSESSIVE.sub("", raw).strip(" ,.'\"’”“-:()[]") + (
        "." if _STOP.search(raw.strip()) else ""
    )
    raw = _without_owner(raw)
    head = _APPOSITION.split(raw, maxsplit=1)[0]
    parts = [p for p in _COMMA.split(head) if p]
    if len(parts) > 1 and folded_words(parts[1])[:1]:
        after = folded_words(parts[1])[0]
        tail = after in words.generations or after in words.company_suffixes
        head = " ".join(parts[:2]) if tail else parts[0]
        if not tail and _is_title(folded_words(parts[0]), words) and parts[-1][:1].isupper():
            head = parts[-1]
    return _capitalised_run(head)


def _without_owner(raw: str) -> str:
    """`Atlantis's Harbour Airport` without the country or organisation that owns it."""
    found = _OWNER.match(raw)
    if found is None:
        return raw
    owner = found[1]
    owned = name_aliases().known(owner) is not None or is_place(owner)
    return raw[found.end() :] if owned and name_aliases().known(raw) is None else raw


def _is_title(tokens: tuple[str, ...], words: NameWords) -> bool:
    """Whether words before a comma are what somebody is: `the Prime Minister of Atlantis,`."""
    if not tokens or tokens[-1] in words.titles:
        return True
    return any(t in words.titles and n < 4 for n, t in enumerate(tokens[:-1])) and "of" in tokens


def _capitalised_run(head: str) -> str:
    tokens = list(TOKEN.finditer(head))
    if not tokens or all(_is_capital(t[0]) for t in tokens):
        return head
    runs: list[tuple[int, int]] = []
    start: int | None = None
    end = 0
    for number, token in enumerate(tokens):
        word = token[0]
        if _is_capital(word):
            if start is None:
                start = number
            end = number
        elif start is not None and not _joins(tokens, number):
            runs.append((start, end))
            start = None
            if word in _LOCATIVE:
                break
    if start is not None:
        runs.append((start, end))
    if not runs:
        return head
    first, last = runs[-1]
    first = _with_particles(tokens, first)
    return head[tokens[first].start() : tokens[last].end()]


def _is_capital(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit() or _ELIDED.match(word) is not None


def _joins(tokens: list[re.Match[str]], number: int) -> bool:
    """Whether a small word stands between two capitalised ones as a part of the name."""
    small = name_words().particles | _JOINING
    after = number
    while after < len(tokens) and tokens[after][0].lower() in small:
        after += 1
    return after > number and after < len(tokens) and _is_capital(tokens[after][0])


def _with_particles(tokens: list[re.Match[str]], first: int) -> int:
    """A lower-case particle right before the run belongs to it: `al-Sadr`, `de Gaulle`."""
    particles = name_words().particles
    if first > 0 and tokens[first - 1][0] in particles and tokens[first - 1][0] not in _LOCATIVE:
        return first - 1
    return first
