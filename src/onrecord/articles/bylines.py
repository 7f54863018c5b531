"""Bylines: the names in byline paragraphs, agencies and jobs left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.lexicon.agencies import agency_alternation, find_agency
from onrecord.lexicon.line_patterns import NAME
from onrecord.lexicon.words import masthead_words, page_words, stop_words
from onrecord.values.article import Field, Paragraph
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Basis, Role

_LEAD = re.compile(
    r"\s*[–—-]*\s*(?:(?:written |words |story |posted )?by(?:line\s*:)?|authors?(?:\(s\))?)"
    r"(?!\w)\s*:?\s*(?:the\s+)?",
    re.I,
)
_PART = re.compile(
    r"\s*(?:,|;|\||/|&|•|\band\b|\bAND\b|\bwith\b|\bfor\b|\bin\b|\bat\b|\bof\b|\s-\s|\s–\s)\s*"
)
_WORD = r"(?:[A-Z][\w’'-]+)"
_LAST_FIRST = rf"{_WORD}, {_WORD}(?: (?:{_WORD}|[A-Z]\.?))?"
_CATALOGUE_NAME = re.compile(_LAST_FIRST)
_CATALOGUE = re.compile(rf"{_LAST_FIRST}(?:\s?; ?{_LAST_FIRST})*\.?")
_JOB = re.compile(
    r"\b(?:reporter|writer|correspondent|editor|columnist|contributor|producer|journalist|chief|analyst|"
    r"staff|special to|twitter|facebook|email|e-mail|@\w+|published|updated|posted)\b",
    re.I,
)
_DESK = re.compile(
    r"\b(?:Desk|DESK|Bureau|BUREAU|Staff|STAFF|Newsdesk|Newsroom|Correspondent|Agencies|Reporter|Team)\b"
)


def find_bylines(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Field, ...]:
    """The authors as printed, in order, each once; a desk stands as printed."""
    found: dict[str, Field] = {}
    for paragraph in paragraphs:
        if paragraph.role is not Role.BYLINE:
            continue
        for value, start, end in _names_in(text[paragraph.start : paragraph.end]):
            span = Span(paragraph.start + start, paragraph.start + end)
            found.setdefault(value.casefold(), Field(value, Basis.STATED, span, "byline-line"))
    return tuple(found.values())


def _names_in(line: str) -> list[tuple[str, int, int]]:
    line = line.rstrip()
    lead = _LEAD.match(line)
    position = lead.end() if lead else 0
    parts = _inverted(line, position)
    if parts:
        return parts
    for match in [*_PART.finditer(line, position), None]:
        end = match.start() if match else len(line)
        part = line[position:end]
        start = position + len(part) - len(part.lstrip(" -–—"))
        value = part.strip(" ,.;-–—")
        if value and _is_author(value, signed=lead is not None and not parts):
            name = _without_agency(value)
            offset = line.index(name, start)
            parts.append((name, offset, offset + len(name)))
        position = match.end() if match else end
    if not parts and _DESK.search(line):
        value = line[lead.end() if lead else 0 :].strip(" ,.;-–—")
        start = line.index(value)
        parts.append((value, start, start + len(value)))
    return parts


def _inverted(line: str, position: int) -> list[tuple[str, int, int]]:
    """Names as catalogues print them, `Roe, Jane; Doe, John M.`; none where a line has others."""
    if _CATALOGUE.fullmatch(line, position) is None:
        return []
    names = [(m[0], m.start(), m.end()) for m in _CATALOGUE_NAME.finditer(line, position)]
    words = {word.strip(".").lower() for name, _, _ in names for word in re.split(r"[ ,]+", name)}
    if words & (masthead_words() | page_words() | stop_words()) or find_agency(line, brackets=True):
        return []
    return names


def _without_agency(value: str) -> str:
    return (
        re.sub(rf"\s*\b(?:[Tt]he )?{agency_alternation(brackets=True)}.*$", "", value).strip(" ,")
        or value
    )


def _is_author(value: str, *, signed: bool) -> bool:
    """Whether a part of a byline names a person; one word alone only right after `By`."""
    if re.fullmatch(rf"(?:[Tt]he )?{agency_alternation(brackets=True)}.*", value):
        return False
    if re.search(r"\b(?:News|Press|Wire) (?:Agency|Service|Association)$|\bNewswire$", value):
        return False
    if _JOB.search(value):
        return False
    name = _without_agency(value)
    if re.fullmatch(NAME, name):
        words = {w.strip(".,").lower() for w in name.split()}
        return not words & (masthead_words() | page_words() | stop_words())
    return signed and bool(re.fullmatch(r"[A-Z][\w.’'-]+", name))
