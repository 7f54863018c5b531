"""The guides to origins, differences and news explain every reason that the example story gets."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from command_line import Example

GUIDES = Path(__file__).parents[2] / "docs/guides"


@pytest.fixture(scope="module")
def record(example: Example) -> dict[str, Any]:
    """The example story."""
    found: dict[str, Any] = json.loads(example.export)
    return found


def unexplained(whys: Iterable[str], guide: str) -> set[str]:
    """Names of reasons that do not stand in the tables at the end of a guide."""
    names = {part.partition(":")[0] for why in whys for part in why.split("; ") if part}
    assert names
    tables = (GUIDES / guide).read_text(encoding="utf-8").partition("\n## Reasons\n")[2]
    return {name for name in names if not re.search(rf"`{re.escape(name)}[:`]", tables)}


def test_relations(record: dict[str, Any]) -> None:
    """How each article stands to its origin."""
    whys = {member["why"] for one in record["origins"] for member in one["articles"]}
    assert unexplained(whys, "origins.md") == set()


def test_tellers(record: dict[str, Any]) -> None:
    """Why an origin is counted, and why statements are told alike."""
    readings = (reading for one in record["series"] for reading in one["readings"])
    agreed = [*record["timeline"], *record["variants"], *record["statements"], *readings]
    whys = {teller["why"] for one in agreed for teller in one["agreement"]["tellers"]}
    whys |= {link["why"] for one in record["statements"] for link in one["why"]}
    assert unexplained(whys, "origins.md") == set()


def test_differences(record: dict[str, Any]) -> None:
    """Why two reports differ as they do."""
    whys = {one["why"] for one in record["differences"]}
    assert unexplained(whys, "differences.md") == set()


def test_news(record: dict[str, Any]) -> None:
    """Why something is new."""
    whys = {item["why"] for one in record["news"] for item in one["adds"]}
    assert unexplained(whys, "news.md") == set()
