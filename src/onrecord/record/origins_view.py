"""The origins of the record: every article in exactly one group."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from onrecord.values.links import OriginGroup
from onrecord.values.stored import ArticleSummary


def origins_json(
    groups: Sequence[OriginGroup], order: Mapping[str, int], summaries: Mapping[str, ArticleSummary]
) -> list[dict[str, Any]]:
    """Groups in the order of their first article; `medium` is the agency that they credit.

    Args:
        groups: all groups.
        order: place of every article in the record, by id.
        summaries: the articles by id.
    """
    known = [g for g in groups if any(m.article in order for m in g.members)]
    known.sort(key=lambda g: min(order[m.article] for m in g.members if m.article in order))
    return [_origin_json(group, order, summaries) for group in known]


def _origin_json(
    group: OriginGroup, order: Mapping[str, int], summaries: Mapping[str, ArticleSummary]
) -> dict[str, Any]:
    members = sorted(
        (m for m in group.members if m.article in order), key=lambda m: order[m.article]
    )
    agencies = sorted({a for m in members if (a := summaries[m.article].agency)})
    return {
        "id": group.id,
        "medium": agencies[0] if len(agencies) == 1 else None,
        "articles": [
            {"article": m.article, "relation": m.relation.value, "why": m.why} for m in members
        ],
        "passages": [],
    }
