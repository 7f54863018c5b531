"""Names of one person that two reports spell with other letters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from onrecord.record.differences.found import Found, Side, Slot
from onrecord.text.folding import fold_words
from onrecord.values.spans import Span
from onrecord.values.vocabulary import DifferenceReason, EntityType

type Json = Mapping[str, Any]

_SHORTEST = 4
"""Letters of a name that is compared."""


def spelling_differences(
    entities: Iterable[Json],
    text_of: Callable[[str], str],
    sentence_of: Callable[[str, int], Span],
) -> Iterator[Found]:
    """One item for each two spellings of the last name of a person, where each is first printed.

    Args:
        entities: as JSON.
        text_of: the text of the article with an id.
        sentence_of: the sentence of an article that holds a place.
    """
    for entity in entities:
        if entity["type"] != EntityType.PERSON:
            continue
        last = {_last(form) for form in (entity["name"], *entity["aliases"])}
        pairs = [pair for pair in combinations(sorted(last), 2) if _is_spelled_alike(*pair)]
        if pairs:
            yield from _compared(entity, pairs, text_of, sentence_of)


def _last(form: str) -> str:
    words = fold_words(form)
    return words[-1] if words else ""


def _compared(
    entity: Json,
    pairs: Sequence[tuple[str, str]],
    text_of: Callable[[str], str],
    sentence_of: Callable[[str, int], Span],
) -> Iterator[Found]:
    wanted = {form for pair in pairs for form in pair}
    first: dict[str, tuple[int, str, Span]] = {}
    articles: dict[str, set[str]] = defaultdict(set)
    for place, one in enumerate(entity["mentions"]):
        span = Span(one["start"], one["end"])
        form = _last(span.slice(text_of(one["article"])))
        if form in wanted:
            first.setdefault(form, (place, one["article"], span))
            articles[form].add(one["article"])
    for pair in pairs:
        # Who spells a name in both ways has made a slip, or names two.
        if any(form not in first for form in pair) or articles[pair[0]] & articles[pair[1]]:
            continue
        left, right = sorted((first[form] for form in pair), key=lambda one: one[0])
        names = [one[2].slice(text_of(one[1])) for one in (left, right)]
        yield Found(
            about=entity["id"],
            slot=Slot.NAME,
            reason=DifferenceReason.WORDING,
            why=f"spelled: {' and '.join(' '.join(name.split()) for name in names)}",
            left=_side(left, sentence_of),
            right=_side(right, sentence_of),
        )


def _side(one: tuple[int, str, Span], sentence_of: Callable[[str, int], Span]) -> Side:
    _, article, span = one
    return Side(article=article, anchor=sentence_of(article, span.start), words=span)


def _is_spelled_alike(one: str, other: str) -> bool:
    """Whether two names differ in one letter, left out, put in or changed, and in no plural."""
    short, long = sorted((one, other), key=len)
    if len(short) < _SHORTEST or long in (short + "s", short + "es"):
        return False
    if len(long) - len(short) > 1 or short[0] != long[0]:
        return False
    n = next(
        (n for n, pair in enumerate(zip(short, long, strict=False)) if pair[0] != pair[1]), None
    )
    if n is None:
        return len(long) == len(short) + 1
    return short[n:] == long[n + 1 :] or short[n + 1 :] == long[n + 1 :]
