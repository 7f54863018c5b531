"""The JSON Schema of the record, as a file in the package."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

from onrecord.record.compile import SCHEMA


def load_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the record as `write_json` writes it; a new copy."""
    path = resources.files("onrecord.exports").joinpath(f"record-{SCHEMA}.schema.json")
    schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return schema
