"""How XML from outside is parsed: nothing is fetched, nothing is resolved."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

SAFE_XML: Mapping[str, Any] = MappingProxyType(
    {
        "resolve_entities": False,
        "no_network": True,
        "load_dtd": False,
        "huge_tree": False,
        "remove_comments": True,
        "remove_pis": True,
    }
)
"""Options of lxml's parsers. `collect_ids` stays on: without it libxml2 2.14 loads a DTD that
lies on this machine, whatever `load_dtd` says."""
