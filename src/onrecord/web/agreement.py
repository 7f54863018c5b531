"""Who counts as one teller of a claim, as the record has it, and what is to be said of that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.lexicon.media import medium_of
from onrecord.record.agreement_words import MARK_WORDS
from onrecord.text.folding import fold
from onrecord.values.vocabulary import Relation
from onrecord.web.index import RecordIndex, SourceTag, source_tag

type Json = Mapping[str, Any]

_SINGLE = "single-origin"


@dataclass(frozen=True, slots=True)
class Told:
    """An article that tells a claim, and how it is counted."""

    tag: SourceTag
    pip: str
    """`o`: an origin, `c`: counts with the one above it, empty: not told apart."""
    origin: str = ""
    """The medium it is counted as, where that is not the article's outlet."""


@dataclass(frozen=True, slots=True)
class Reports:
    """The tellers of a claim."""

    told: tuple[Told, ...]
    more: int
    """Articles that are not named."""
    marks: tuple[str, ...]


def marks_of(agreement: Json | None) -> tuple[str, ...]:
    """The words of the marks of an agreement.

    That one article has one origin is said by its pip alone.
    """
    if not agreement:
        return ()
    alone = int(agreement.get("articles") or 0) < 2
    found = (str(mark) for mark in agreement.get("marks") or ())
    return tuple(MARK_WORDS.get(m, m) for m in found if not (alone and m == _SINGLE))


def reported_words(agreement: Json) -> str:
    """`2 origins, 3 articles`."""
    counts = ((agreement["origins"], "origin"), (agreement["articles"], "article"))
    return ", ".join(f"{n:,} {noun}" if n == 1 else f"{n:,} {noun}s" for n, noun in counts)


def reports_of(
    index: RecordIndex, agreement: Json | None, places: Mapping[str, int], most: int
) -> Reports | None:
    """The articles of a claim by origin; None where the record does not tell their origins.

    Args:
        index: the record.
        agreement: as exported.
        places: where each article tells it.
        most: most articles named.
    """
    if not agreement:
        return None
    told: list[Told] = []
    seen: set[str] = set()
    for teller in agreement.get("tellers") or ():
        articles = [a for a in teller["articles"] if a in places and a not in seen]
        seen.update(articles)
        for number, article in enumerate(articles):
            tag = source_tag(index, article, places[article])
            name = "" if number else _other_name(index, article, str(teller["origin"]))
            told.append(Told(tag, "c" if number else "o", name))
    left = [a for a in places if a not in seen]
    told += [Told(source_tag(index, a, places[a]), "") for a in left]
    return Reports(tuple(told[:most]), max(0, len(told) - most), marks_of(agreement))


def _other_name(index: RecordIndex, article: str, origin: str) -> str:
    """The name of an origin where the tag of the article does not show it already."""
    own = index.by_id[article]
    shown = (own.get("outlet"), own.get("label"), own["name"], own["id"], "unknown outlet")
    names = {fold(str(name)) for name in shown if name}
    if own.get("outlet") and index.relations.get(article) == Relation.INDEPENDENT:
        # The outlet of what credits an agency and copies nobody is that agency.
        names.add(fold(str(own.get("agency") or "")))
    if fold(origin) in names or _medium(origin) == _medium(str(own.get("outlet") or "")):
        return ""
    return origin


def _medium(name: str) -> str:
    medium = medium_of(name)
    return medium.key if medium is not None else fold(name)
