"""Which people, organisations and places stand on the page, and under which id."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.values.vocabulary import EntityType

type Json = Mapping[str, Any]

MOST = 240
"""Most names on a page: those that most articles print."""
_PLAIN_ID = re.compile(r"[0-9A-Za-z_]{1,64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The entities of a record, as the page has them."""

    looked_for: bool
    shown: tuple[Json, ...]
    """Those on the page, the most printed first."""
    keys: Mapping[str, str]
    """HTML id of each entity on the page, by its id."""
    by_id: Mapping[str, Json]
    """All of the record."""
    totals: Mapping[str, int]
    """How many of each type there are in the record."""

    def fragment(self, entity: str | None) -> str | None:
        """Fragment of an entity that stands on the page; else None."""
        key = self.keys.get(entity or "")
        return f"#{key}" if key else None


def select_names(entities: Sequence[Json] | None) -> Names:
    """The most printed of the entities of a record as exported."""
    every = list(entities or ())
    shown = sorted(every, key=_rank)[:MOST]
    totals = {kind.value: 0 for kind in EntityType}
    for entity in every:
        totals[entity["type"]] = totals.get(entity["type"], 0) + 1
    return Names(
        looked_for=entities is not None,
        shown=tuple(shown),
        keys={
            e["id"]: f"n-{e['id'] if _PLAIN_ID.fullmatch(e['id']) else f'n-{n}'}"
            for n, e in enumerate(shown)
        },
        by_id={e["id"]: e for e in every},
        totals=totals,
    )


def _rank(entity: Json) -> tuple[int, int]:
    mentions = entity.get("mentions") or ()
    return -len({mention["article"] for mention in mentions}), -len(mentions)
