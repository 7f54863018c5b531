"""Utterances: attributions that are printings of the same words, brought together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

type Json = Mapping[str, Any]

_STRONGEST_FIRST = ("expression", "occasion", "publication")


def group_utterances(attributions: Sequence[Json], variants: Iterable[Json]) -> list[list[Json]]:
    """Every attribution once, with those that share a variant with it, each group and all of them
    in the order given.

    An attribution that stands in two variants brings them together.
    """
    head = {attribution["id"]: attribution["id"] for attribution in attributions}

    def head_of(id_: str) -> str:
        while head[id_] != id_:
            head[id_] = head[head[id_]]
            id_ = head[id_]
        return id_

    for variant in variants:
        members = [id_ for id_ in variant["attributions"] if id_ in head]
        for other in members[1:]:
            head[head_of(other)] = head_of(members[0])
    groups: dict[str, list[Json]] = defaultdict(list)
    for attribution in attributions:
        groups[head_of(attribution["id"])].append(attribution)
    return list(groups.values())


def said_of(group: Sequence[Json]) -> Json:
    """When an utterance was said: what rests on most in any of its printings, then the shortest
    time, then the first printing."""
    found: Json = min((attribution["said"] for attribution in group), key=_how_loose)
    return found


def _how_loose(said: Json) -> tuple[bool, int, int]:
    basis = said.get("basis")
    strength = _STRONGEST_FIRST.index(basis) if basis in _STRONGEST_FIRST else 9
    if not said["first"] or not said["last"]:
        return True, strength, 0
    days = date.fromisoformat(said["last"]) - date.fromisoformat(said["first"])
    return False, strength, days.days
