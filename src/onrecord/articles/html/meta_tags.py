"""Values and where they were read; the meta tags of a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from onrecord.articles.html.json_ld import Node, text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST = 2_000
"""Most characters of a value that is believed to be one."""

type Found = tuple[str, str]
"""A value and its basis."""
type MetaTags = Mapping[str, list[str]]
"""Contents of the meta tags by name or property, lower case."""


def read_meta_tags(tree: HtmlElement) -> dict[str, list[str]]:
    """Contents of the meta tags by name or property, lower case."""
    metas: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = " ".join((element.get("content") or "").split())
        if not content or len(content) > LONGEST:
            continue
        for attribute in ("property", "name", "itemprop"):
            name = (element.get(attribute) or "").strip().lower()
            if name and content not in metas.setdefault(name, []):
                metas[name].append(content)
    return metas


def linked(node: Node, key: str) -> Found:
    """What the article's node in JSON-LD says under this key."""
    return text_of(node.get(key))[:LONGEST], "json-ld"


def found_in(metas: MetaTags, names: Iterable[str]) -> list[Found]:
    """The contents of the meta tags of these names, in this order."""
    return [(value, meta_basis(name)) for name in names for value in metas.get(name, ())]


def meta_basis(name: str) -> str:
    """Which of the two kinds a meta tag is of: `open-graph` or `meta`."""
    return "open-graph" if name.startswith(("og:", "article:")) else "meta"


def first(*candidates: Found) -> Found | None:
    """The first that has a value."""
    return next((found for found in candidates if found[0]), None)
