"""Data files as they should not be, in place of those of the package."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest


def replace_data(
    monkeypatch: pytest.MonkeyPatch, module: ModuleType, content: Any, *functions: str
) -> None:
    """Let `module` read `content`, and let its cached functions forget the real file."""
    monkeypatch.setattr(module, "load_data", lambda _: content)
    for name in functions:
        cached = getattr(module, name)
        monkeypatch.setattr(module, name, getattr(cached, "__wrapped__", cached))
