"""How the figures of series differ, as the JSON of the record has it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from onrecord.record.differences.found import differences_json
from onrecord.record.differences.series_numbers import series_differences
from onrecord.record.series_of import SeriesOf

type Json = dict[str, Any]


def compile_differences(series: Iterable[SeriesOf], *, text_of: Callable[[str], str]) -> list[Json]:
    """The differences within some series, in the order of their first sides.

    Args:
        series: with their figures.
        text_of: the text of the article with an id.
    """
    listed = list(series)
    order = {point.fact.article: point.fact.order for one in listed for point in one.points}
    return differences_json(series_differences(listed), order, text_of)
