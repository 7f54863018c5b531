"""Who agrees on a variant: `with_agreement`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from onrecord.record.agreement.counting import agreement_of
from onrecord.record.agreement.tellers import Tellers

type Json = dict[str, Any]
type Place = tuple[str, int, int]
"""Article, start and end."""


def with_agreement(
    variants: Iterable[Json], places: Mapping[str, Place], tellers: Tellers
) -> list[Json]:
    """The variants, each with who tells it.

    Args:
        variants: as JSON.
        places: of attributions, by id.
        tellers: who tells what stands at a place.
    """
    return [
        one
        | {"agreement": agreement_of([tellers.telling(*places[a]) for a in one["attributions"]])}
        for one in variants
    ]
