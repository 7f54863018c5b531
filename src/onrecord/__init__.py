"""Onrecord reads what the press wrote about a developing story and gives back the record.

    import onrecord

    record = onrecord.open("story.db")
    record.add("articles/")
    record.articles().to_pandas()

Heavy modules load when a name is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.api import OpenRecord, View
    from onrecord.api import open_record as open
    from onrecord.errors import InputError, ModelError, OnrecordError, RecordFileError
    from onrecord.lone_text import (
        Attribution,
        Figure,
        Said,
        TextFindings,
        Time,
        analyze_many,
        find_attributions,
        find_figures,
        find_times,
    )
    from onrecord.settings import Limits, Settings
    from onrecord.sources.options import SourceOptions

__all__ = [
    "Attribution",
    "Figure",
    "InputError",
    "Limits",
    "ModelError",
    "OnrecordError",
    "OpenRecord",
    "RecordFileError",
    "Said",
    "Settings",
    "SourceOptions",
    "TextFindings",
    "Time",
    "View",
    "analyze_many",
    "find_attributions",
    "find_figures",
    "find_times",
    "open",
]

_HOMES = {
    "Attribution": ("onrecord.lone_text", "Attribution"),
    "Figure": ("onrecord.lone_text", "Figure"),
    "InputError": ("onrecord.errors", "InputError"),
    "Limits": ("onrecord.settings", "Limits"),
    "ModelError": ("onrecord.errors", "ModelError"),
    "OnrecordError": ("onrecord.errors", "OnrecordError"),
    "OpenRecord": ("onrecord.api", "OpenRecord"),
    "RecordFileError": ("onrecord.errors", "RecordFileError"),
    "Said": ("onrecord.lone_text", "Said"),
    "Settings": ("onrecord.settings", "Settings"),
    "SourceOptions": ("onrecord.sources.options", "SourceOptions"),
    "TextFindings": ("onrecord.lone_text", "TextFindings"),
    "Time": ("onrecord.lone_text", "Time"),
    "View": ("onrecord.api", "View"),
    "analyze_many": ("onrecord.lone_text", "analyze_many"),
    "find_attributions": ("onrecord.lone_text", "find_attributions"),
    "find_figures": ("onrecord.lone_text", "find_figures"),
    "find_times": ("onrecord.lone_text", "find_times"),
    "open": ("onrecord.api", "open_record"),
}


def __getattr__(name: str) -> object:
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415

        return version("onrecord")
    if name not in _HOMES:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
