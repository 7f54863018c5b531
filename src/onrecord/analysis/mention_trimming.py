"""What the model tagged as a name, without what does not belong to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.lexicon.agencies import agency_forms
from onrecord.lexicon.name_aliases import name_aliases
from onrecord.lexicon.name_words import name_words
from onrecord.values.spans import Span
from onrecord.values.vocabulary import EntityType

_LEFT = re.compile(r"^[\s\"“”‘’'(\[—–-]+")
_RIGHT = re.compile(r"(?:[’']s|[’'])?[\s\"“”‘’'),;:\]—–-]*$")
_OWNER = re.compile(r"(?P<owner>(?:[Tt]he )?[A-Z][\w.’' -]*?)[’']s?\s+(?=[A-Za-z])")
_WORD = re.compile(r"\S+")
_SMALL_END = re.compile(r"(?:\s+[a-z][a-z]*)+$")
"""Words in small letters behind a name: a verb that the model took with it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A name inside of a tagged run."""

    span: Span
    type: EntityType
    title: Span | None = None


def trim_name(text: str, start: int, end: int) -> Span | None:
    """The name at [start, end) without marks and possessive ending; None if no letter is left."""
    raw = text[start:end].split("\n", maxsplit=1)[0]
    end = start + len(raw)
    start += len(_LEFT.match(raw).group()) if _LEFT.match(raw) else 0  # type: ignore[union-attr]
    name = text[start:end]
    tail = _RIGHT.search(name)
    end -= len(tail.group()) if tail else 0
    name = text[start:end]
    return Span(start, end) if any(c.isalpha() for c in name) else None


def parts_of(text: str, start: int, end: int, kind: EntityType) -> list[Part]:
    """The names in a tagged run: without marks and titles, an owner apart from what is his."""
    return [
        Part(_moved(part.span, start), part.type, part.title and _moved(part.title, start))
        for part in _parts_in(text[start:end], kind)
    ]


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


@lru_cache(maxsize=20_000)
def _parts_in(text: str, kind: EntityType) -> tuple[Part, ...]:
    span = trim_name(text, 0, len(text))
    if span is None:
        return ()
    first, _, rest = span.slice(text).partition(" ")
    if _plain(first) in name_words().zones and first.isupper():
        if not rest:
            return ()
        span = Span(span.start + len(first) + 1, span.end)
    both = _joined_nations(text, span)
    if both:
        return tuple(both)
    if kind in (EntityType.OTHER, EntityType.GROUP):
        return (Part(span, kind),)
    owner, span = _split_owner(text, span, kind)
    found = [owner] if owner is not None else []
    span = _without_end(text, span, kind)
    title, span, person = _without_title(text, span, kind)
    return (*found, Part(span, EntityType.PERSON if person else kind, title))


def _joined_nations(text: str, span: Span) -> list[Part]:
    """`Atlantis-Thulian talks`: two nations."""
    raw = span.slice(text)
    for mark in re.finditer("[-–/]", raw):
        left, right = raw[: mark.start()], raw[mark.end() :]
        if name_aliases().known(raw) is None and _is_nation(left) and _is_nation(right):
            first = Span(span.start, span.start + mark.start())
            second = Span(span.start + mark.end(), span.end)
            return [Part(first, _nation_type(left)), Part(second, _nation_type(right))]
    return []


def _nation_type(word: str) -> EntityType:
    known = name_aliases().known(word)
    adjective = known is not None and known.how in ("adjective", "people")
    return EntityType.GROUP if adjective else EntityType.PLACE


def _split_owner(text: str, span: Span, kind: EntityType) -> tuple[Part | None, Span]:
    """`Atlantis's Prime Minister Kim Oro`: the country, and the rest."""
    raw = span.slice(text)
    match = _OWNER.match(raw)
    if match is None or name_aliases().known(raw) is not None:
        return None, span
    known = name_aliases().known(match["owner"])
    if known is None and not _is_persons(match["owner"], raw[match.end() :], kind):
        return None, span
    place = known is not None and known.kind.value in ("country", "region", "state", "city")
    whose = EntityType.PLACE if place else EntityType.ORGANISATION
    owner = Part(Span(span.start, span.start + match.end("owner")), whose)
    return owner, Span(span.start + match.end(), span.end)


def _is_persons(owner: str, rest: str, kind: EntityType) -> bool:
    """Whether what somebody owns is a person: `Velda News' Kim Oro`."""
    lexicon, words = name_words(), rest.split()
    things = lexicon.organisation_heads | lexicon.place_heads | lexicon.company_suffixes
    if len(words) < 2 or not all(word[0].isupper() for word in words):
        return False
    if things & {_plain(word) for word in words}:
        return False
    outlet = _plain(owner.rsplit(maxsplit=1)[-1]) in lexicon.organisation_heads | lexicon.trades
    return kind is EntityType.PERSON or (outlet and len(words) < 4)


def _without_end(text: str, span: Span, kind: EntityType) -> Span:
    """Without a verb behind a person, the rest of a headline, or a title of who comes next."""
    raw, words = span.slice(text), name_words()
    if kind is EntityType.PERSON:
        tail = _SMALL_END.search(raw)
        raw = raw[: tail.start()] if tail is not None and tail.start() > 0 else raw
        raw = raw.partition("/")[0].rstrip() or raw
    tokens = list(_WORD.finditer(raw))
    folded = [_plain(token[0]) for token in tokens]
    keep = len(tokens)
    if kind is EntityType.PERSON:
        cut = (words.not_names | words.small) - words.particles
        keep = next((n for n, word in enumerate(folded) if n > 1 and word in cut), keep)
        keep = _without_agency([token[0] for token in tokens], keep)
    elif kind is EntityType.ORGANISATION:
        while keep > 1 and folded[keep - 1] in words.rank_endings:
            keep -= 1
    return Span(span.start, span.start + tokens[keep - 1].end()) if tokens else span


def _without_agency(words: Sequence[str], keep: int) -> int:
    """How many words of a credit are left without the agency: `Kim Oro Velda News`."""
    for length in range(1, min(4, keep - 1)):
        if words[keep - length - 1].endswith("."):
            continue
        if " ".join(words[keep - length : keep]) in agency_forms(brackets=False):
            return keep - length
    return keep


def _without_title(text: str, span: Span, kind: EntityType) -> tuple[Span | None, Span, bool]:
    """A title at the beginning of a person's name, the rest, and whether that is a person."""
    words = name_words()
    tokens = list(_WORD.finditer(span.slice(text)))
    if len(tokens) < 2:
        return None, span, False
    folded = [_plain(token[0]) for token in tokens]
    first = folded[0]
    courtesy = first in words.courtesy_m or first in words.courtesy_f or first == "dr"
    if kind is not EntityType.PERSON and not courtesy:
        return _behind_role(span, tokens, folded)
    at = 0
    while at < len(tokens) - 1 and (
        folded[at] in words.titles
        or (at > 0 and folded[at] in words.title_small)
        or (at < 2 and _is_nation(tokens[at][0]))
    ):
        at += 1
    while at > 0 and folded[at - 1] in words.title_small:
        at -= 1
    begins = next((n for n, w in enumerate(folded[:at]) if w in words.titles), None)
    if begins is None:
        return _behind_role(span, tokens, folded)
    title = Span(span.start + tokens[begins].start(), span.start + tokens[at - 1].end())
    return title, Span(span.start + tokens[at].start(), span.end), True


def _behind_role(
    span: Span, tokens: list[re.Match[str]], folded: list[str]
) -> tuple[Span | None, Span, bool]:
    """`Vale Air CEO Kim Oro`: the person."""
    words = name_words()
    things = words.organisation_heads | words.generic | words.place_heads | words.small
    for n in range(len(tokens) - 3, 0, -1):
        rest = folded[n + 1 :]
        if folded[n] in words.roles and len(rest) <= 3 and not things & set(rest):
            title = Span(span.start + tokens[n].start(), span.start + tokens[n].end())
            return title, Span(span.start + tokens[n + 1].start(), span.end), True
    return None, span, False


def _is_nation(word: str) -> bool:
    known = name_aliases().known(word)
    return known is not None and known.kind.value == "country"


def _plain(word: str) -> str:
    return word.strip(".,'’").casefold()
