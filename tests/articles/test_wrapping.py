"""The column at which a program broke lines."""

from __future__ import annotations

import pytest

from onrecord.articles.wrapping import wrap_column


@pytest.mark.parametrize(
    ("lengths", "column"),
    [
        ([], None),
        ([72, 70, 68, 71, 30], 72),
        ([72, 40, 30, 20], None),
        ([12, 14, 9, 13, 12], None),
        ([400, 380, 512, 390], None),
        ([72, 70, 71] * 10 + [150], 72),
    ],
)
def test_wrap_column(lengths: list[int], column: int | None) -> None:
    """Several lines close under one width show it; short lines and long paragraphs do not."""
    assert wrap_column(lengths, fewest=3) == column


def test_how_many_lines_are_needed() -> None:
    """Where few lines reach the column, nothing is shown."""
    assert wrap_column([70, 69, 68, 20], fewest=4) is None
