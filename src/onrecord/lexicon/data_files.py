"""Reading the data files of the lexicon.

Words live in YAML files beside this module, each validated by the module that gives
it meaning. A file is read once, when first needed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml


class LexiconError(ValueError):
    """A data file says something that its module cannot accept."""


@cache
def lexicon_digest() -> str:
    """8 hex digits over all data files: what they say is a part of every result."""
    digest = hashlib.sha256()
    folder = resources.files("onrecord.lexicon").joinpath("data")
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if path.name.endswith((".yaml", ".txt")):
            digest.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:8]


@cache
def load_data(name: str) -> Any:
    """The parsed content of `data/<name>.yaml`.

    Raises:
        LexiconError: the file is missing or is no YAML.
    """
    path = resources.files("onrecord.lexicon").joinpath("data", f"{name}.yaml")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    except (OSError, yaml.YAMLError) as error:
        raise LexiconError(f"{name}.yaml: {error}") from error


def check_keys(
    file: str, entry: Mapping[str, Any], *, required: frozenset[str], optional: frozenset[str]
) -> None:
    """Raise LexiconError where an entry of `file` lacks a key or has an unknown one."""
    name = entry.get("name") or entry.get("code") or "an entry"
    if missing := sorted(required - set(entry)):
        raise LexiconError(f"{file}.yaml: {name} has no {', '.join(missing)}")
    if unknown := sorted(set(entry) - required - optional):
        raise LexiconError(f"{file}.yaml: {name} has unknown keys {', '.join(unknown)}")
