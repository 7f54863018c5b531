"""What was measured of the finders, to stand beside an answer that found nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any


def measured_recall(quality: Iterable[Mapping[str, Any]] | None, what: str) -> list[str]:
    """How much of what is there a finder finds, a line a measure: `attributions: recall, 143
    documents: 87 %`.

    Args:
        quality: measures as the JSON of the record has them.
        what: the finder: `attributions`.
    """
    return [
        f"{what}: {row['measure']}: {100 * row['value']:.0f} %"
        for row in quality or ()
        if row["what"] == what and "recall" in row["measure"]
    ]
