"""Agreement of what was said: by how many origins an utterance is reported, and what is alike."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

type Json = Mapping[str, Any]


class Statements:
    """Variants and statements by the attributions that stand in them."""

    def __init__(self, tail: Json) -> None:
        self._variants = _by_attribution(tail["variants"] or ())
        self._statements = _by_attribution(tail.get("statements") or ())

    def agreement(self, attributions: Sequence[str]) -> Json | None:
        """By how many origins an utterance is reported: in whatever words, where it is in a
        statement; else in its wordings; None where it is told once.

        Args:
            attributions: ids of its printings, that which stands for all first.
        """
        for groups in (self._statements, self._variants):
            for id_ in attributions:
                if (found := groups.get(id_)) and (agreement := found.get("agreement")):
                    told: Json = agreement
                    return told
        return None

    def others(self, attributions: Collection[str]) -> list[str]:
        """Ids of the attributions that tell the same as these, in the order of the record."""
        found = (self._statements.get(id_) for id_ in attributions)
        alike = [id_ for one in found if one for id_ in one["attributions"]]
        return [id_ for id_ in dict.fromkeys(alike) if id_ not in attributions]


def _by_attribution(groups: Iterable[Json]) -> dict[str, Json]:
    """The first group of each attribution."""
    found: dict[str, Json] = {}
    for one in groups:
        for id_ in one["attributions"]:
            found.setdefault(id_, one)
    return found
