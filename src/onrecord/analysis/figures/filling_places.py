"""Places and owners of levels from other words of the article for the same things, and places that
stand for one named before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from onrecord.analysis.figures.filling_article import Told, is_country
from onrecord.analysis.figures.filling_focus import top_of
from onrecord.lexicon.scope_words import scope_words
from onrecord.values.figures import Figure
from onrecord.values.spans import Span
from onrecord.values.vocabulary import FigureKind

_KINDS = frozenset({FigureKind.LEVEL, FigureKind.CHANGE, FigureKind.COUNT})
_VAGUE_HEADS = frozenset({"", "person", "man", "woman", "child", "other", "percent"})
_LEAST = 3
"""How often a place must be told of to be the one where an article plays."""
UNSETTLED = "place-unsettled"
"""Reason of a word that stands for a place which the article does not settle."""
_SHARE = 0.6
"""Share of all mentions of countries that the one needs which `the country` stands for."""

type _Like = tuple[Span | None, Span | None]
"""Place and owner of other words for the same things."""


def settle_stand_in(told: Told, figure: Figure) -> Figure:
    """The figure with the place that `there` or `the country` stands for, or without one."""
    if figure.place is None or not _stands_in(told, figure.place):
        return figure
    word = told.words(figure.place).lower()
    place = _antecedent(told, figure.place, word.split()[-1], told.key(figure.owner))
    rule = f"stands-for: {word}" if place is not None else f"{UNSETTLED}: {word}"
    inferred = {*figure.inferred, "place"} if place is not None else set(figure.inferred)
    why = "; ".join(filter(None, (figure.why, rule)))
    return replace(figure, place=place, inferred=tuple(sorted(inferred)), why=why)


def _stands_in(told: Told, place: Span) -> bool:
    last = told.words(place).lower().split()
    words = scope_words()
    if len(last) == 1:
        return last[0] in words.there
    return len(last) == 2 and last[0] in ("the", "this", "that") and last[1] in words.stand_ins


def _antecedent(told: Told, place: Span, word: str, owner: str) -> Span | None:
    """The place named last before, where that is the only one that may be meant; not the owner."""
    country = word in scope_words().stand_ins_of_country
    paragraph = told.paragraph_of(place)
    opens = told.paragraphs[paragraph][0].start if paragraph >= 0 else 0
    fit = [
        one
        for one in told.places
        if one.start < place.start and _fits(told, one, country, word) and told.key(one) != owner
    ]
    near = [one for one in fit if one.start >= opens]
    if near and len({told.key(one) for one in near}) == 1:
        return near[-1]
    if not country or not fit:
        return None
    counts = Counter(
        key
        for one in told.places
        if is_country(told.words(one)) and (key := told.key(one)) != owner
    )
    key, most = counts.most_common(1)[0]
    if most < _SHARE * counts.total() or most < 2:
        return None
    same = [one for one in fit if told.key(one) == key]
    return same[-1] if same else None


def _fits(told: Told, place: Span, country: bool, word: str) -> bool:
    if word in scope_words().there:
        return True
    return is_country(told.words(place)) == country


def fill_likes(told: Told, figures: Sequence[Figure]) -> list[Figure]:
    """Levels without a place or owner, with those of other words for the same things, where all of
    these agree."""
    by_head: dict[str, list[_Like]] = {}
    likes = [(one.head, one.place, one.owner) for one in figures if UNSETTLED not in one.why]
    likes += [(one.head, one.place, one.owner) for one in told.phrases]
    for head, place, owner in likes:
        if head not in _VAGUE_HEADS and (place is not None or owner is not None):
            by_head.setdefault(head, []).append((place, owner))
    return [_like(told, figure, by_head.get(figure.head, [])) for figure in figures]


def _like(told: Told, figure: Figure, others: Sequence[_Like]) -> Figure:
    if figure.kind not in _KINDS or figure.outcome or not others or figure.unit is not None:
        return figure
    if figure.kind is FigureKind.COUNT and (figure.owner is None or not _is_definite(told, figure)):
        return figure
    if UNSETTLED in figure.why or (figure.place is not None and figure.owner is not None):
        return figure
    place, owner = figure.place, figure.owner
    if place is None and (owner is not None or _is_definite(told, figure)):
        place = _place_of_likes(told, figure, owner)
    if owner is None and place is not None and _is_definite(told, figure):
        owners = [whose for where, whose in others if whose and _same(told, where, place)]
        owner = _only(told, owners) if len(owners) > 1 else None
    if place is not None and owner is not None and told.key(place) == told.key(owner):
        return figure
    return _filled(figure, place, owner)


def _place_of_likes(told: Told, figure: Figure, owner: Span | None) -> Span | None:
    """The one place that the article tells of the same things of the same owner; it must tell so
    at its top, twice, or be where most of it plays."""
    own = told.key(owner)
    likes = [
        one
        for one in told.phrases
        if one.head == figure.head
        and one.place is not None
        and told.key(one.owner) in ("", own)
        and told.key(one.place) != own
    ]
    if not own and any(one.owner is not None for one in likes):
        owners = {told.key(one.owner) for one in likes}
        if len(owners - {""}) > 1:
            return None
    if len({told.key(one.place) for one in likes}) != 1:
        return None
    tops = [one for one in likes if any(a <= one.span.start < b for a, b in top_of(told))]
    known = tops or len(likes) > 1 or _is_main(told, likes[0].place, own)
    return _by_name(told, likes[0].place) if known else None


def _by_name(told: Told, place: Span | None) -> Span | None:
    """The same place where it is printed by its name, not by an adjective, if it is."""
    key = told.key(place)
    named = [one for one in told.places if told.words(one).lower().removeprefix("the ") == key]
    return named[0] if named else place


def _is_main(told: Told, place: Span | None, owner: str) -> bool:
    """Whether a place is the one of which most is told, the owner's own apart; a country among
    countries."""
    if place is None:
        return False
    country = is_country(told.words(place))
    counts = Counter(
        key
        for one in told.places
        if is_country(told.words(one)) == country and (key := told.key(one)) != owner
    )
    most = counts[told.key(place)]
    return most >= _LEAST and most > counts.total() / 2


def _same(told: Told, one: Span | None, other: Span) -> bool:
    return one is not None and told.key(one) == told.key(other)


def _is_definite(told: Told, figure: Figure) -> bool:
    """`the 2,500 troops`: they were told of before."""
    before = told.text[: figure.span.start].rsplit(maxsplit=1)[-1:]
    return bool(before) and before[0].lower() in ("the", "these", "those", "all")


def _filled(figure: Figure, place: Span | None, owner: Span | None) -> Figure:
    names = [
        name
        for name, old, new in (("owner", figure.owner, owner), ("place", figure.place, place))
        if old is None and new is not None
    ]
    if not names:
        return figure
    why = f"same-head: {figure.head}, {', '.join(names)}"
    return replace(
        figure,
        place=place,
        owner=owner,
        inferred=tuple(sorted({*figure.inferred, *names})),
        why="; ".join(filter(None, (figure.why, why))),
    )


def _only(told: Told, places: Sequence[Span | None]) -> Span | None:
    named = [place for place in places if place is not None]
    if len({told.key(place) for place in named}) == 1:
        return named[0]
    return None
