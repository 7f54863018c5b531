"""The two sides of a comparison that a person makes: names, wordings or figures, as typed.

A side is the id of an entity, an attribution, a variant, a figure or a series (or a unique
beginning of it), a place ARTICLE:START, or a name. It may stand for a name, a wording and a figure;
both sides must be of one kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.errors import UsageError
from onrecord.record.name_search import SHORTEST_ID, find_names, is_id
from onrecord.values.decisions import PairKind
from onrecord.values.spans import Span

type Json = Mapping[str, Any]
type Place = tuple[str, Span]
"""Id of an article, and a place in its text."""


@dataclass(frozen=True, slots=True)
class Side:
    """What one side may stand for; None where it stands for no such thing."""

    typed: str
    name: Place | None = None
    """A mention."""
    wording: Place | None = None
    """An attribution, from its first to its last word."""
    figure: Place | None = None
    at_figure: bool = False
    """Whether the place typed is where the figure begins, and nothing else does."""

    def of(self, kind: PairKind) -> Place | None:
        """The side as a name, a wording or a figure."""
        of_kind = {PairKind.NAME: self.name, PairKind.WORDING: self.wording}
        return of_kind.get(kind, self.figure)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """What sides are looked up in."""

    entities: Sequence[Json]
    attributions: Sequence[Json]
    variants: Sequence[Json]
    figures: Sequence[Json]
    series: Sequence[Json]
    text_of: Callable[[str], str]
    """The text of an article, by its id."""

    def at(self, typed: str, article: str, start: int) -> Side:
        """The side at a place: what is named, counted and attributed there.

        A name that begins at the place goes before one that holds it, a shorter one before a longer
        one. Of attributions the innermost goes first; the words of its source or cue stand for
        one as well, where nothing is said at the place.

        Raises:
            UsageError: neither stands there.
        """
        names = [
            Span(mention["start"], mention["end"])
            for entity in self.entities
            for mention in entity["mentions"]
            if mention["article"] == article and mention["start"] <= start < mention["end"]
        ]
        here = [one for one in self.attributions if one["article"] == article]
        wordings = [_extent(one) for one in here if _holds(one["content"], start)]
        wordings = wordings or [
            _extent(one) for one in here if _holds([one["source"], one["cue"]], start)
        ]
        figures = [
            Span(one["start"], one["end"])
            for one in self.figures
            if one["article"] == article and one["start"] <= start < one["end"]
        ]
        if not names and not wordings and not figures:
            raise UsageError(
                f"{typed}: no name, no figure and nothing attributed to anybody stands here"
            )
        name = min(names, key=lambda s: (s.start != start, s.end - s.start), default=None)
        wording = min(wordings, key=lambda s: s.end - s.start, default=None)
        return Side(
            typed,
            (article, name) if name is not None else None,
            (article, wording) if wording is not None else None,
            (article, figures[0]) if figures else None,
            at_figure=any(one.start == start for one in figures)
            and not any(one.start == start for one in (*names, *wordings)),
        )

    def named(self, typed: str) -> Side:
        """The side with this id, or this name.

        Raises:
            UsageError: there is none, or more than one.
        """
        if is_id(typed) and (side := self._of_id(typed)) is not None:
            return side
        found = find_names(self.entities, typed)
        if len(found) != 1:
            shown = ", ".join(f"{entity['name']} ({entity['id']})" for entity in found[:5])
            raise UsageError(
                f"{typed!r} fits {len(found)} names: {shown}"
                if found
                else f"{typed!r}: write ARTICLE:START, a name, or the id of a name, an utterance, a"
                f" variant, a figure or a series ({SHORTEST_ID} characters or more)"
            )
        return Side(typed, name=self.telling_mention(found[0]))

    def _of_id(self, typed: str) -> Side | None:
        entities = [e for e in self.entities if e["id"].startswith(typed)]
        attributions = {a["id"]: a for a in self.attributions}
        # A variant stands for its first printing, which may be found by its own id as well.
        first = {v["id"]: v["attributions"][0] for v in self.variants}
        said = {a for a in attributions if a.startswith(typed)}
        said |= {a for id_, a in first.items() if id_.startswith(typed)}
        figures = self._figures_of_id(typed)
        every = sorted([*(e["id"] for e in entities), *said, *figures])
        if len(every) > 1:
            raise UsageError(f"{typed!r} fits {len(every)} ids: {', '.join(every[:5])}")
        if entities:
            return Side(typed, name=self.telling_mention(entities[0]))
        for id_ in said:
            return Side(typed, wording=(attributions[id_]["article"], _extent(attributions[id_])))
        for place in figures.values():
            return Side(typed, figure=place)
        return None

    def _figures_of_id(self, typed: str) -> dict[str, Place]:
        """The figures whose id begins so; a series stands for its first point."""
        wanted = {s["points"][0] for s in self.series if s["id"].startswith(typed)}
        return {
            one["id"]: (one["article"], Span(one["start"], one["end"]))
            for one in self.figures
            if one["id"].startswith(typed) or one["id"] in wanted
        }

    def telling_mention(self, entity: Json) -> Place:
        """Its first mention in the form that is its name; else its first."""
        places = [(m["article"], Span(m["start"], m["end"])) for m in entity["mentions"]]
        for article, span in places:
            if " ".join(span.slice(self.text_of(article)).split()) == entity["name"]:
                return article, span
        return places[0]


def _holds(places: Iterable[Sequence[int] | None], start: int) -> bool:
    return any(place and place[0] <= start < place[1] for place in places)


def _extent(attribution: Json) -> Span:
    return Span(attribution["content"][0][0], attribution["content"][-1][1])


def pair_of(left: Side, right: Side) -> tuple[PairKind, Place, Place]:
    """What two sides compare, names before wordings and these before figures, unless both places
    are where a figure begins and nothing else does.

    Raises:
        UsageError: they are of different kinds, or both are the same place.
    """
    figures_first = left.at_figure and right.at_figure
    for kind in sorted(PairKind, key=lambda kind: figures_first and kind is not PairKind.FIGURE):
        one, other = left.of(kind), right.of(kind)
        if one is None or other is None:
            continue
        if one == other:
            continue
        return kind, one, other
    if _kinds(left) & _kinds(right):
        raise UsageError(f"{left.typed} and {right.typed} are the same {_shared(left, right)}")
    raise UsageError(
        f"{left.typed} is a {_shared(left)}, {right.typed} a {_shared(right)}: compare two names,"
        " two wordings or two figures"
    )


def _kinds(side: Side) -> frozenset[PairKind]:
    return frozenset(kind for kind in PairKind if side.of(kind) is not None)


def _shared(*sides: Side) -> str:
    kinds: Iterable[PairKind] = frozenset.intersection(*(_kinds(side) for side in sides))
    return " and ".join(sorted(kinds))
