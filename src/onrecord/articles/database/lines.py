"""Lines of a database's header: what a line is by itself, and the header while it is read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from onrecord.articles.header_lines import HeaderLine
from onrecord.articles.segments import Segment
from onrecord.lexicon.exports import (
    ExportLayout,
    edition_line,
    export_layouts,
    field_codes,
    labels,
    part_marks,
    rights_line,
)
from onrecord.lexicon.stamps import find_stamps, month_alternation
from onrecord.values.spans import Span

_LABEL = re.compile(r"(?P<key>[^\W\d_][\w /()\-]{1,30}?)\s?:(?:\s+|$)(?P<value>.*)", re.DOTALL)
_GLUED = re.compile(r"(?P<key>(?:full text|abstract|highlight))\s?:\s*(?P<value>.*)", re.I | re.S)
_CODE = re.compile(r"(?P<key>[A-Z]{2,3})(?P<gap>\s*\|\s*|\t\s*|\s{2,}| )(?P<value>\S.*)", re.DOTALL)
_BESIDE_DAY = re.compile(r"[^\W\d_]+")
_MOST_BESIDE = 6
_GOES_ON = frozenset({"caption", "aside", "notice"})
"""What stands under these goes on over empty lines."""
_LONGEST_VALUE = 2_500
_EDITION = re.compile(r",[^,;]*\bedition\b.*", re.IGNORECASE | re.DOTALL)


def label_of(text: str) -> tuple[str, str] | None:
    """The field and the value of a line that begins with a known label; None for others."""
    match = _LABEL.fullmatch(text[:_LONGEST_VALUE]) if ":" in text[:40] else None
    if match is None:
        return None
    field = labels().get(match["key"].strip().lower())
    return (field, match["value"].strip()) if field else None


def part_of(text: str) -> str | None:
    """The field of what stands under a line, or after its label where that is `text`."""
    if len(text) <= 40:
        field = part_marks().get(text.strip().rstrip(":").lower())
        if field is not None:
            return field
    found = label_of(text)
    return "text" if found is not None and found[0] == "text" else None


def is_day_line(text: str) -> bool:
    """Whether a line is a day with its year, at most with weekday, time and edition."""
    if len(text) > 120 or not re.search(r"\d{4}", text):
        return False
    stamps = find_stamps(text)
    if not stamps:
        return _month_line().fullmatch(text) is not None
    rest = text[: stamps[0].start] + text[stamps[0].end :]
    return len(_BESIDE_DAY.findall(rest)) <= _MOST_BESIDE and not _LABEL.fullmatch(text)


@cache
def _month_line() -> re.Pattern[str]:
    """A month or a season of an issue: `April 2021`, `April 5-11, 2021`, `Spring 2021`."""
    name = rf"(?:{month_alternation()}|spring|summer|autumn|fall|winter)"
    return re.compile(rf"{name}(?:[ /-]+{name})?(?: \d{{1,2}} ?[-–] ?\d{{1,2}})?,? \d{{4}}", re.I)


def with_labels_cut(segments: Sequence[Segment], layout: ExportLayout) -> list[Segment]:
    """The segments, a label or code and what it labels apart where the value has a role of
    its own or is the article's text."""
    coded = layout.head == "counted"
    found: list[Segment] = []
    for segment in segments:
        at = _cut_at(segment.text, coded=coded)
        if at is None:
            found.append(segment)
            continue
        label, value = _apart(segment, at)
        day = _day_of_dateline().search(value.text) if _is_dateline(label.text) else None
        found += [label, value] if day is None else [label, *_apart(value, day.end())]
    return found if not coded or any(s.text == "HD" for s in found[:40]) else list(segments)


def _cut_at(text: str, *, coded: bool) -> int | None:
    if coded:
        match = _CODE.match(text)
        if match is None or match["key"] not in field_codes():
            return None
        strict = field_codes()[match["key"]] in ("tags", "aside")
        return (
            None
            if strict and match["gap"] == " " and match["key"] != "WC"
            else match.start("value")
        )
    match = _GLUED.fullmatch(text) or _LABEL.fullmatch(text)
    if match is None or not match["value"].strip():
        return None
    field = labels().get(match["key"].strip().lower())
    if field in (None, "tags", "aside", "info", "rights", "notice"):
        return None  # a notice is printed with the word that it begins with
    return match.start("value")


def _is_dateline(label: str) -> bool:
    return labels().get(label.rstrip(" :").lower()) == "dateline"


@cache
def _day_of_dateline() -> re.Pattern[str]:
    """What parts the place of a dateline from its day: `Torvik, April 7 2021`."""
    return re.compile(rf"(?<=\w)(?:,\s?|\s)(?={month_alternation()} \d)", re.IGNORECASE)


def _apart(segment: Segment, at: int) -> tuple[Segment, Segment]:
    label = segment.text[:at].rstrip(" \t|\u00a0\n")
    return (
        replace(segment, end=segment.start + len(label), text=label),
        replace(segment, start=segment.start + at, text=segment.text[at:], blank_before=0),
    )


class Lines:
    """The header and footer lines of one article while they are found."""

    def __init__(self, segments: Sequence[Segment], layout: ExportLayout) -> None:
        self.segments = segments
        self.layout = layout
        self.body = 0
        """The first segment after the header."""
        self.fields: set[str] = set()
        self._found: list[tuple[int, str, list[int]]] = []
        self._open: str | None = None

    def is_mark(self, i: int) -> bool:
        """Whether segment `i` is a database's mark."""
        text = self.segments[i].text
        return len(text) < 200 and any(one.mark.fullmatch(text) for one in export_layouts())

    def add(self, i: int, field: str, *, continues: bool = False) -> None:
        """Segment `i` is `field`, or goes on with the line before that is."""
        if continues and self._found and self._open == field:
            self._found[-1][2].append(i)
            return
        self._found.append((i, field, [i]))
        self._open = field
        self.fields.add(field)

    def close(self) -> None:
        """What comes next goes on with nothing."""
        self._open = None

    def add_labelled(self, first: int, body: int | None, *, foot: bool = False) -> None:
        """Labels and what they label from `first` to `body`, or to where they end.

        In a footer, and up to a mark that opens the text, an unlabelled line goes on with the
        line before it; elsewhere the header ends with the first that does not follow at once.
        """
        segments = self.segments
        spaced = first < len(segments) and segments[first].blank_before > 0
        end = len(segments) if body is None else min(body + 1, len(segments))
        field, pending = "aside", False
        for i in range(first, end):
            named = self._add_named(i, field, pending=pending)
            follows = segments[i].blank_before == 0
            if named is not None:
                field, pending = named
            elif foot or body is not None or (spaced and follows):
                goes_on = follows or field in _GOES_ON
                known = goes_on and field != "text"
                self.add(i, field if known else "aside", continues=goes_on)
            else:
                break
            if not foot:
                self.body = i + 1
                if named is not None and field == "text":
                    break

    def _add_named(self, i: int, field: str, *, pending: bool) -> tuple[str, bool] | None:
        """Add a line that a mark, a label or the label over it names: the field of what stands
        under it, and whether its value does. None where nothing names it."""
        text = self.segments[i].text
        mark, label = part_of(text), label_of(text)
        if mark is not None or self.is_mark(i):
            self.add(i, "aside")
            self.close()
            return mark or "aside", False
        if label is not None:
            named, value = label
            self.add(i, "aside" if not value or named == "text" else named)
            self.close()
            return named, not value
        if rights_line().fullmatch(text):
            self.add(i, "rights")
            return "rights", False
        if pending and field != "text":
            self.add(i, field)
            return field, False
        return None

    def header(self) -> tuple[HeaderLine, ...]:
        """The lines as the fields read them; a value that goes on over lines is one."""
        lines: list[HeaderLine] = []
        late: list[HeaderLine] = []
        for _, field, members in self._found:
            first, last = self.segments[members[0]], self.segments[members[-1]]
            value = " ".join(" ".join(self.segments[i].text for i in members).split())
            span = Span(first.start, last.end)
            unread = field in ("published", "updated") and not find_stamps(value)
            read = "aside" if unread else field
            if read == "info":
                late.extend(_from_info(members[0], value, span, first))
            if read == "outlet":
                value, span = _outlet_alone(value, span)
            lines.append(HeaderLine(members[0], read, value, span))
            for i in members[1:]:
                more = self.segments[i]
                lines.append(HeaderLine(i, read, more.text, Span(more.start, more.end)))
        return (*lines, *late)


def _from_info(i: int, value: str, span: Span, segment: Segment) -> Iterator[HeaderLine]:
    """Outlet and day of a line `Publication info: Outlet ; Place [Place]. 07 Apr 2021: A4.`"""
    found = label_of(segment.text)
    words = found[1] if found else value
    outlet = re.split(r"\s;|\s\[|\.\s", words, maxsplit=1)[0]
    outlet = _EDITION.sub("", outlet).strip(" .,")
    if outlet and outlet in segment.text:
        start = segment.start + segment.text.index(outlet)
        yield HeaderLine(i, "outlet", outlet, Span(start, start + len(outlet)))
    if find_stamps(words):
        yield HeaderLine(i, "published", words, span)


def _outlet_alone(value: str, span: Span) -> tuple[str, Span]:
    """The outlet without the edition and the place behind it: `The Mill, Late Edition; Vesk`."""
    words = _EDITION.sub("", value.split(";", maxsplit=1)[0]).rstrip(" ,")
    if not words or words == value or len(value) != span.end - span.start:
        return value, span
    return words, Span(span.start, span.start + len(words))


def is_edition(text: str) -> bool:
    """Whether a line names an edition."""
    return edition_line().fullmatch(text) is not None
