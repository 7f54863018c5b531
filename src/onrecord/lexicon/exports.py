"""Layouts of newspaper databases: how their files part articles, and what stands over each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.lexicon.data_files import LexiconError, check_keys, load_data
from onrecord.lexicon.line_patterns import expand

CUTS = frozenset({"ends", "starts", "between"})
HEADS = frozenset({"dated", "counted", "labelled"})
FIELDS = frozenset({
    *("headline", "byline", "outlet", "info", "published", "updated", "dek", "dateline", "address"),
    *("agency", "caption", "notice", "rights", "text", "tags", "aside"),
})  # fmt: skip
HEADER_FIELDS = frozenset({"title", "date", "source", "author", "address"})
_REQUIRED = frozenset({"name", "cut", "head", "mark", "evidence", "needs"})
_OPTIONAL = frozenset({"after", "opens", "above"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportLayout:
    """How one database lays out a file of articles. All expressions match whole lines."""

    name: str
    cut: str
    """What the mark does: `ends` an article, `starts` one, stands `between` two."""
    head: str
    """How the header of an article is read: `dated`, `counted`, `labelled`."""
    mark: re.Pattern[str]
    """Matches the marks in a whole text, line by line."""
    after: re.Pattern[str] | None
    """Matches, from the end of a mark on, the lines that belong to the article before it."""
    evidence: re.Pattern[str]
    """Fully matches a line that speaks for the layout; each kind is a group of its own."""
    needs: int
    """How many kinds of evidence an article shows."""
    opens: re.Pattern[str] | None
    """Matches the line by which the first header is found behind a cover page."""
    above: int
    """How many lines of the header stand over that line."""

    def kinds(self, lines: Iterable[str], enough: int | None = None) -> set[str]:
        """The kinds of evidence in the lines; stops at `enough`, without it at `needs`."""
        most = self.needs if enough is None else enough
        found: set[str] = set()
        for line in lines:
            match = self.evidence.fullmatch(line.strip(" \t\r\f\u00a0"))
            if match is not None and match.lastgroup:
                found.add(match.lastgroup)
                if len(found) >= most:
                    break
        return found


@cache
def export_layouts() -> tuple[ExportLayout, ...]:
    """All layouts, in the order in which they are tried.

    Raises:
        LexiconError: an entry lacks a key, has an unknown one, or no working expression.
    """
    return tuple(_read_layout(entry) for entry in load_data("exports")["layouts"])


def _read_layout(entry: Mapping[str, Any]) -> ExportLayout:
    check_keys("exports", entry, required=_REQUIRED, optional=_OPTIONAL)
    name = entry["name"]
    if entry["cut"] not in CUTS or entry["head"] not in HEADS:
        raise LexiconError(f"exports.yaml: {name} has an unknown cut or head")
    if not isinstance(entry["evidence"], list) or not 0 < entry["needs"] <= len(entry["evidence"]):
        raise LexiconError(f"exports.yaml: {name} needs evidence that it does not list")
    kinds = "|".join(f"(?P<kind{n}>{one})" for n, one in enumerate(entry["evidence"]))
    after, opens = entry.get("after"), entry.get("opens")
    return ExportLayout(
        name=name,
        cut=entry["cut"],
        head=entry["head"],
        mark=_compile(name, _line(entry["mark"])),
        after=_compile(name, rf"(?:[\s\f]*\n[ \t\f]*(?:{after})[ \t\r]*(?=\n|\Z))+")
        if after
        else None,
        evidence=_compile(name, kinds),
        needs=entry["needs"],
        opens=_compile(name, _line(opens), re.IGNORECASE) if opens else None,
        above=entry.get("above", 0),
    )


def _line(pattern: str) -> str:
    return rf"^[ \t\f\u00a0\ufeff]*(?:{pattern})[ \t\r\f\u00a0]*$"


def _compile(name: str, pattern: str, flags: int = 0) -> re.Pattern[str]:
    try:
        return re.compile(expand(pattern), flags | re.MULTILINE)
    except re.error as error:
        raise LexiconError(f"exports.yaml: {name}: {error}") from error


@cache
def aside_kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What stands around the articles, by what it is called: matches such lines in a text."""
    return tuple(
        (name, _compile(name, _line(pattern), re.IGNORECASE))
        for name, pattern in load_data("exports")["aside"].items()
    )


@cache
def header_keys() -> dict[str, str]:
    """Lower-case key of a header line -> its field: title, date, source, author or address.

    Raises:
        LexiconError: a field is unknown, or a key stands for two fields.
    """
    return _inverted("header_keys", HEADER_FIELDS)


@cache
def header_line() -> re.Pattern[str]:
    """Matches the header lines of a text, one by one; the group `key` is the key."""
    keys = "|".join(re.escape(key) for key in sorted(header_keys(), key=lambda k: (-len(k), k)))
    return re.compile(rf"^[ \t\f]*(?P<key>{keys})[ \t]?:[ \t]*\S[^\n]*$", re.I | re.MULTILINE)


@cache
def labels() -> dict[str, str]:
    """Lower-case label before a colon -> the field of what it labels."""
    return _inverted("labels", FIELDS)


@cache
def part_marks() -> dict[str, str]:
    """Lower-case line without a colon -> the field of what stands under it."""
    return _inverted("marks", FIELDS)


@cache
def field_codes() -> dict[str, str]:
    """Two-letter code -> the field of what follows it."""
    return _inverted("codes", FIELDS)


def _inverted(part: str, fields: frozenset[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for field, words in load_data("exports")[part].items():
        if field not in fields or not isinstance(words, list):
            raise LexiconError(f"exports.yaml: {part} has the unknown field {field} or no list")
        for word in words:
            if word in found:
                raise LexiconError(f"exports.yaml: {word} stands for {found[word]} already")
            found[word] = field
    return found


@cache
def language_names() -> frozenset[str]:
    """Lower-case names of languages that stand as a line of a header."""
    return frozenset(load_data("exports")["languages"])


@cache
def edition_line() -> re.Pattern[str]:
    """Fully matches a line that names an edition or says that a correction follows."""
    return _compile("edition", load_data("exports")["edition"], re.IGNORECASE)


@cache
def rights_line() -> re.Pattern[str]:
    """Fully matches a copyright line of a header."""
    return _compile("rights", load_data("exports")["rights"], re.IGNORECASE)
