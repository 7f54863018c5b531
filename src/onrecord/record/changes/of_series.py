"""Series of figures that came, went, became one, fell apart, or have other reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.record.changes.change import Change, Shown
from onrecord.record.changes.matching import Group, Matched, match
from onrecord.record.changes.two_records import TwoRecords, days_of_row

type Json = Mapping[str, Any]


def series_changes(both: TwoRecords) -> Iterator[Change]:
    """What changed in the series, in their order now; what is gone comes last."""
    lists, figures = both.pair("series"), both.pair("figures")
    if lists is None or figures is None:
        return
    old, new = lists
    was, present = ({one["id"]: one for one in side} for side in figures)
    sides = _Sides(both, was, present)
    for together in match(
        [sides.group(one, now=False) for one in old], [sides.group(one, now=True) for one in new]
    ):
        yield from sides.changes(together)


class _Sides:
    """The figures of both exports by their ids."""

    def __init__(self, both: TwoRecords, old: Mapping[str, Json], new: Mapping[str, Json]) -> None:
        self._both, self._old, self._new = both, old, new

    def group(self, one: Json, *, now: bool) -> Group:
        """A series by the places of its figures."""
        return Group(one, frozenset(self._keys(one, now=now)))

    def _keys(self, one: Json, *, now: bool) -> dict[object, Json]:
        found: dict[object, Json] = {}
        for point in self._points(one, now=now):
            words = self._both.words_at(point, now=now)["text"]
            found[self._both.key(point, words)] = point
        return found

    def _points(self, one: Json, *, now: bool) -> list[Json]:
        figures = self._new if now else self._old
        return [figures[id_] for id_ in one["points"] if id_ in figures]

    def changes(self, together: Matched) -> Iterator[Change]:
        """What changed between the series of before and of now that share figures."""
        old, new = together.old, together.new
        if not old or not new:
            yield self._change("added" if new else "gone", together)
        elif len(old) == len(new) == 1:
            yield from self._reports(old[0].one, new[0].one)
        else:
            yield self._change("merged" if len(old) > len(new) else "split", together)

    def _change(self, change: str, together: Matched) -> Change:
        articles = [
            point["article"]
            for groups, now in ((together.new, True), (together.old, False))
            for group in groups
            for point in self._points(group.one, now=now)
        ]
        return Change(
            part="series",
            change=change,
            before=tuple(self._shown(group.one, now=False) for group in together.old),
            after=tuple(self._shown(group.one, now=True) for group in together.new),
            why=self._both.causes(articles),
        )

    def _shown(self, one: Json, *, now: bool) -> Shown:
        """A series by its label and its last report in order of as-of."""
        points = self._points(one, now=now)
        last = points[-1] if points else None
        return self._both.shown(one["id"], one.get("label") or None, last, now=now)

    def _reports(self, old: Json, new: Json) -> Iterator[Change]:
        """Reports that came, went, or hold as of other days."""
        before, after = self._keys(old, now=False), self._keys(new, now=True)
        came = [point for key, point in after.items() if key not in before]
        went = [point for key, point in before.items() if key not in after]
        if came or went:
            yield Change(
                part="series",
                change="reports",
                before=tuple(self._point(old, point, now=False) for point in went),
                after=tuple(self._point(new, point, now=True) for point in came),
                why=self._both.causes(point["article"] for point in (*came, *went)),
            )
        for key, point in after.items():
            was = before.get(key)
            if was and days_of_row(was.get("as_of")) != days_of_row(point.get("as_of")):
                yield Change(
                    part="series",
                    change="re-dated",
                    before=(self._point(old, was, now=False),),
                    after=(self._point(new, point, now=True),),
                    why=self._both.causes([point["article"]], dates=True),
                )

    def _point(self, one: Json, point: Json, *, now: bool) -> Shown:
        """One report of a series, with the days as of which it holds."""
        return self._both.shown(one["id"], days_of_row(point.get("as_of")), point, now=now)
