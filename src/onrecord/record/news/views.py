"""The compiled views that say which article was first to tell something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

type Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsViews:
    """Views of the record as JSON."""

    timeline: Sequence[Json] = ()
    variants: Sequence[Json] = ()
    statements: Sequence[Json] = ()
    series: Sequence[Json] = ()
    entities: Sequence[Json] = ()
    differences: Sequence[Json] = ()
