"""The name itself in what was printed: without what is said of it, its owner, and where it is."""

from __future__ import annotations

import re

from onrecord.lexicon.name_aliases import name_aliases
from onrecord.lexicon.name_words import NameWords, name_words
from onrecord.lexicon.places import is_place
from onrecord.linking.names.folding import folded_words

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


def core_of(raw: str, words: NameWords) -> str:
    """The run of capitalised words that is the name."""
    raw = re.sub(r"\s*[-–]\s+(?=\w)|\s+[-–]\s*(?=\w)", "-", raw)
    raw = _NICKNAME.sub(" ", raw)
    raw = re.split(r"\s*[(\[“\"]|``|;|\s--\s", raw, maxsplit=1)[0] or raw
    raw = re.sub(r"\s*['’]\s?[sS]?$|\s*['’]$", "", raw).strip(" ,.'\"’”“-:()[]") + (
        "." if _STOP.search(raw.strip()) else ""
    )
    raw = _without_owner(raw)
    head = re.split(r",\s+(?=[a-z])", raw, maxsplit=1)[0]
    parts = [p for p in re.split(r"\s*,\s+", head) if p]
    if len(parts) > 1 and folded_words(parts[1])[:1]:
        after = folded_words(parts[1])[0]
        tail = after in words.generations or after in words.company_suffixes
        head = " ".join(parts[:2]) if tail else parts[0]
        if not tail and _is_title(folded_words(parts[0]), words) and parts[-1][:1].isupper():
            head = parts[-1]
    return _capitalised_run(head)


def _without_owner(raw: str) -> str:
    """`Atlantis's Harbour Airport` without the country or organisation that owns it."""
    found = re.match(r"(?:[Tt]he )?(.+?)\s?['’]s\s+(?=[A-Z])", raw)
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
