"""What a person decided, as the JSON has it: in the order made, without clock times."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from onrecord.values.decisions import Decision

type Json = dict[str, Any]


def decisions_json(decisions: Iterable[Decision]) -> list[Json]:
    """The decisions, in their order."""
    return [
        {
            "what": decision.what.value,
            "on": {"article": decision.article}
            | (
                {"start": decision.start, "end": decision.end, "text": decision.text}
                if decision.start is not None
                else {}
            ),
            "other": _other_side(decision),
            "value": decision.value,
            "by": decision.by,
        }
        for decision in decisions
    ]


def _other_side(decision: Decision) -> Json | None:
    """Of a comparison the anchor of its right side."""
    if decision.other_article is None or decision.other_start is None:
        return None
    return {
        "article": decision.other_article,
        "start": decision.other_start,
        "end": decision.other_end,
        "text": decision.other_text,
    }
