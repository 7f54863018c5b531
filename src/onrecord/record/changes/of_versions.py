"""What made two exports, and what only one of them looked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.record.changes.change import Change, Shown

type Json = Mapping[str, Any]

_COMPARED = ("articles", "stories", "origins", "timeline", "series", "differences", "entities")


def version_changes(old: Json, new: Json) -> Iterator[Change]:
    """Program, schema, model and stages where they are others; then what is not compared."""
    before, after = _makers(old), _makers(new)
    for name in after:
        if before.get(name) != after[name]:
            yield Change(
                part="record",
                change="version",
                before=(Shown(id=name, value=before.get(name)),),
                after=(Shown(id=name, value=after[name]),),
            )
    for key in _COMPARED:
        if old.get(key) is None and new.get(key) is not None:
            yield Change(
                part="record",
                change="not-compared",
                after=(Shown(id=key, value=None),),
                why="not-in-the-earlier-export",
            )


def _makers(export: Json) -> dict[str, str | None]:
    versions = export.get("versions") or {}
    made = {
        "onrecord": export.get("onrecord"),
        "schema": export.get("schema"),
        "model": (export.get("settings") or {}).get("model"),
        **{stage: versions.get(stage) for stage in ("articles", "analysis", "linking", "record")},
    }
    return {name: None if value is None else str(value) for name, value in made.items()}
