"""The article's node in a page's JSON-LD, read as it is found in the wild.

Commented-out scripts, CDATA marks, trailing commas, line breaks in strings and entities in
values are read; what cannot be read is left aside without a word.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

type Node = dict[str, Any]

_WRAPPING = re.compile(r"<!--|-->|(?:/\*|//)?\s*(?:<!\[CDATA\[|\]\]>)\s*(?:\*/)?")
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_ARTICLE_TYPES = frozenset({"blogposting", "liveblogposting", "socialmediaposting", "report"})
_INNER = ("@graph", "mainEntity", "mainEntityOfPage")
_MOST_NODES = 2_000
_MOST_CHARACTERS = 2_000_000


def article_node(
    scripts: Iterable[str], *, addresses: Iterable[str] = (), headlines: Iterable[str] = ()
) -> Node:
    """The node of the article that the page is about; empty where there is none.

    Of several, the one that has one of the page's own addresses or headlines is taken,
    else the first: the others are teasers of other articles.
    """
    own_addresses = {_bare(a) for a in addresses if a}
    own_headlines = {_folded(h) for h in headlines if h}
    best: Node = {}
    best_score = -1
    for node in _nodes(scripts):
        if not is_article(node):
            continue
        score = 2 * (_folded(text_of(node.get("headline"))) in own_headlines)
        score += 2 * any(_bare(a) in own_addresses for a in node_addresses(node))
        score += bool(text_of(node.get("headline"))) + bool(text_of(node.get("datePublished")))
        if score > best_score:
            best, best_score = node, score
    return best


def named_nodes(scripts: Iterable[str], types: frozenset[str]) -> list[Node]:
    """The nodes of these types (lower case), in order."""
    return [node for node in _nodes(scripts) if types & set(_types(node))]


def is_article(node: Node) -> bool:
    """Whether the node is of schema.org's type Article or one below it."""
    return any(t.endswith("article") or t in _ARTICLE_TYPES for t in _types(node))


def node_addresses(node: Node) -> list[str]:
    """The addresses that a node gives as its own, best first."""
    found = []
    for key in ("url", "mainEntityOfPage", "@id"):
        value = node.get(key)
        if isinstance(value, dict):
            value = value.get("@id") or value.get("url")
        if isinstance(value, str) and value.lower().startswith(("http://", "https://")):
            found.append(value.strip())
    return found


def names_of(value: object) -> tuple[str, ...]:
    """The names in a person, an organisation, a string or a list of them, in order."""
    names: list[str] = []
    waiting: list[object] = [value]
    while waiting and len(names) < _MOST_NODES:
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting[:0] = item
        elif isinstance(item, dict):
            waiting.insert(0, item.get("name"))
        else:
            name = text_of(item)
            if name and name not in names and not name.lower().startswith(("http:", "https:")):
                names.append(name)
    return tuple(names)


def text_of(value: object) -> str:
    """A JSON string as text: entities decoded, white space folded; empty for other things."""
    if isinstance(value, list) and value:
        value = value[0]
    if not isinstance(value, str):
        return ""
    return " ".join(html.unescape(value).split())


def _nodes(scripts: Iterable[str]) -> Iterator[Node]:
    """All nodes that describe the page itself, without those they merely refer to."""
    count = 0
    for script in scripts:
        waiting = [_load(script)]
        while waiting and count < _MOST_NODES:
            item = waiting.pop(0)
            if isinstance(item, list):
                waiting[:0] = item
            elif isinstance(item, dict):
                count += 1
                yield item
                waiting[:0] = [
                    item[key] for key in _INNER if isinstance(item.get(key), dict | list)
                ]


def _load(script: str) -> object:
    text = _WRAPPING.sub("", script[:_MOST_CHARACTERS]).strip().rstrip(";")
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return _first_objects(text)


def _first_objects(text: str) -> list[object]:
    """What can be read of a script that is no JSON as a whole, such as several objects."""
    decoder = json.JSONDecoder(strict=False)
    found: list[object] = []
    place = text.find("{")
    for _ in range(20):
        if place < 0:
            break
        try:
            item, end = decoder.raw_decode(text, place)
            found.append(item)
        except (ValueError, RecursionError):
            end = place + 1
        place = text.find("{", end)
    return found


def _types(node: Node) -> list[str]:
    value = node.get("@type")
    values = value if isinstance(value, list) else [value]
    return [v.rstrip("/").rsplit("/", 1)[-1].lower() for v in values if isinstance(v, str)]


def _bare(address: str) -> str:
    """An address without what differs between two ways of naming one page."""
    return re.sub(r"^https?://(?:www\.|m\.|amp\.)?|[?#].*$|/$", "", address.strip().lower())


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
