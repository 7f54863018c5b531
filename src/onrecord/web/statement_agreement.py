"""Who tells a statement, as the record counts them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

type Json = Mapping[str, Any]


class StatementAgreement:
    """The agreements of variants and of statements, by attribution."""

    def __init__(self, record: Json, attributions: Mapping[str, Json]) -> None:
        self._by_id = attributions
        self._told: dict[str, Json] = {}
        # A statement holds the wordings of each utterance, and more: it is asked first.
        for told in (*(record.get("variants") or ()), *(record.get("statements") or ())):
            if told.get("agreement"):
                self._told.update(dict.fromkeys(told["attributions"], told))

    def of(self, members: Sequence[Json]) -> tuple[Json | None, Mapping[str, int]]:
        """The agreement on what printings tell, None where the record has none that holds all of
        them; and where each article tells it, also in words that stand as another statement."""
        told = self._told.get(members[0]["id"])
        listed = told["attributions"] if told else ()
        known = {member["id"] for member in members} <= set(listed)
        every = [*members, *(self._by_id[a] for a in listed if a in self._by_id)]
        places: dict[str, int] = {}
        for one in every if known else members:
            places.setdefault(one["article"], one["content"][0][0])
        return (told["agreement"] if told and known else None), places
