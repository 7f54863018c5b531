"""The place that an article is about, for people and what befell them where a paragraph names
none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from onrecord.analysis.figures.filling_article import Told, is_country, is_far
from onrecord.analysis.figures.filling_focus import Focus, top_of
from onrecord.analysis.figures.filling_incidents import tells_other
from onrecord.analysis.figures.filling_places import UNSETTLED
from onrecord.lexicon.nationalities import country_of
from onrecord.lexicon.scope_words import scope_words
from onrecord.values.figures import Figure
from onrecord.values.spans import Span
from onrecord.values.vocabulary import EntityType, FigureKind

_PEOPLE = frozenset({"person", "woman", "child", "man", "civilian", "resident", "home", "house"})
_BEFALLS = frozenset({FigureKind.COUNT, FigureKind.LEVEL})
_LEAST = 3
_SHARE = 0.6
_FOCUS_SHARE = 0.3
"""How often, and in what share of all names of places, the main one must be named."""


def fill_main_place(told: Told, figures: Sequence[Figure], focus: Focus | None) -> list[Figure]:
    """The figures of an article, people and victims without a place with the one place that it is
    about.

    Args:
        told: the article.
        figures: of it, in order.
        focus: the incident that its top tells.
    """
    key = _main_key(told, focus)
    if not key:
        return list(figures)
    named = [one.span for one in told.mentions if _is_named(told, one.span, one.type, key)]
    return [_placed(told, one, key, named) if named else one for one in figures]


def _is_named(told: Told, span: Span, kind: EntityType, key: str) -> bool:
    if told.key(span) != key or kind not in (EntityType.PLACE, EntityType.ORGANISATION):
        return False
    words = told.words(span)
    return country_of(words) is None or words.lower().removeprefix("the ") == key


def _main_key(told: Told, focus: Focus | None) -> str:
    """The key of the place that an article is about; empty without one."""
    places = [one.span for one in told.mentions if one.type is EntityType.PLACE]
    counts = Counter(told.key(span) for span in places)
    if focus is not None and focus.place is not None:
        key = told.key(focus.place)
        return key if counts[key] >= _FOCUS_SHARE * counts.total() and counts[key] else ""
    if not counts:
        return ""
    key, most = counts.most_common(1)[0]
    top = top_of(told)
    heads = any(told.key(s) == key and any(a <= s.start < b for a, b in top) for s in places)
    return key if heads and most >= _LEAST and most >= _SHARE * counts.total() else ""


def _placed(told: Told, one: Figure, key: str, named: Sequence[Span]) -> Figure:
    if not _asks(told, one) or told.key(one.owner) == key or _names_other(told, one, key):
        return one
    if one.outcome and tells_other(told, one):
        return one
    place = min(named, key=lambda span: abs(span.start - one.number.start))
    why = "; ".join(filter(None, (one.why, f"main-place: {told.words(place)}")))
    inferred = tuple(sorted({*one.inferred, "place"}))
    return replace(one, place=place, inferred=inferred, why=why)


def _asks(told: Told, one: Figure) -> bool:
    """Whether a figure is of people, or of what befell them, without a place."""
    if one.place is not None or UNSETTLED in one.why or one.kind not in _BEFALLS:
        return False
    if told.sentence_of(one.number) < 0 or one.cause in scope_words().lasting:
        return False
    return bool(one.outcome) or bool(one.cause) or one.head in _PEOPLE


def _names_other(told: Told, one: Figure, key: str) -> bool:
    """Whether its sentence or the one before names another place or time, or a nationality."""
    number = told.sentence_of(one.number)
    paragraph = told.paragraph_of(one.number)
    opens = told.paragraphs[paragraph][0].start if paragraph >= 0 else 0
    first = max(told.sentences[max(number - 1, 0)].start, opens)
    end = told.sentences[number].end
    if any(is_far(time) for time in told.times_in(first, end)):
        return True
    return any(
        mention.type is EntityType.PLACE and told.key(mention.span) != key
        for mention in told.mentions_in(first, end)
    ) or any(
        is_country(told.words(mention.span)) and told.key(mention.span) != key
        for mention in told.mentions_in(told.sentences[number].start, end)
    )
