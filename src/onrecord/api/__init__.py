"""The Python face: `onrecord.open(path)` gives an `OpenRecord`; it decides nothing by itself."""

from __future__ import annotations

from onrecord.api.opened import OpenRecord, open_record
from onrecord.api.reading import program_version
from onrecord.api.view import View

__all__ = ["OpenRecord", "View", "open_record", "program_version"]
