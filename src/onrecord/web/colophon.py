"""What the page was made from: inputs, versions, settings, measures and decisions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.web.index import Json, RecordIndex, SourceTag, source_tag


@dataclass(frozen=True, slots=True)
class Pair:
    """A named value."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One article as it came in."""

    source: SourceTag
    label: str
    stories: str
    names: tuple[str, ...]
    sha256: str
    characters: int
    basis: str


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """What a person decided, on what."""

    what: str
    on: SourceTag
    value: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Colophon:
    """The foot of the page."""

    pairs: tuple[Pair, ...]
    inputs: tuple[Input, ...]
    quality: tuple[Mapping[str, Any], ...]
    decisions: tuple[DecisionLine, ...]


def compose_colophon(index: RecordIndex) -> Colophon:
    """The colophon of a record."""
    record = index.record
    versions = [Pair("onrecord", str(record.get("onrecord", "")))]
    versions.append(Pair("schema", str(record.get("schema", ""))))
    versions += [Pair(f"version: {p.name}", p.value) for p in _flat(record.get("versions") or {})]
    return Colophon(
        pairs=(*versions, *_flat(record.get("settings") or {})),
        inputs=tuple(_input(index, article) for article in index.articles),
        quality=tuple(record.get("quality") or ()),
        decisions=tuple(_decision(index, d) for d in record.get("decisions") or ()),
    )


def _flat(values: Mapping[str, Any], prefix: str = "") -> Iterator[Pair]:
    for name, value in values.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield Pair(f"{prefix}{name}", str(value))


def _input(index: RecordIndex, article: Json) -> Input:
    return Input(
        source=source_tag(index, article["id"]),
        label=article.get("label") or article["name"],
        stories=index.stories.tags([article["id"]]),
        names=tuple(article.get("names") or (article["name"],)),
        sha256=article.get("sha256") or "",
        characters=len(article["text"]),
        basis=(article.get("published") or {}).get("basis") or "unknown",
    )


def _decision(index: RecordIndex, decision: Json) -> DecisionLine:
    on = decision.get("on")
    if isinstance(on, Mapping):
        tag = source_tag(index, str(on.get("article")), on.get("start"))
    else:
        tag = source_tag(index, str(on))
    value, by = str(decision.get("value", "")), str(decision.get("by") or "")
    return DecisionLine(str(decision.get("what", "")), tag, value, by)
