"""Which words of an article are evidence, and what they are evidence of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.record.entry_words import entry_when
from onrecord.web.chains import weekday_words
from onrecord.web.datewords import interval_words, read_days
from onrecord.web.index import RecordIndex, SourceTag, source_tag, spans_of

_FIELDS = {
    "outlet": "outlet",
    "agency": "agency",
    "bylines": "byline",
    "dateline_place": "dateline",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechNote:
    """Who said it, and how that is known; words that the page may not show are empty."""

    name: str
    """The speaker's name; empty where none was found."""
    printed: str
    """Who is printed there, where that does not name the speaker."""
    cue: str
    kind: str
    """`direct, named`."""
    stance: str
    """`negated` or `hypothetical`; else empty."""
    through: str
    why: str
    is_within: bool
    """It stands within another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """[start, end) of an article's text, in code points, and what was read there."""

    start: int
    end: int
    kind: str
    """`date` (of the article), `time`, `field`, `entry`, `said`, `differs` or `figure` have a note
    in the margin; the first three, and `direct` and `indirect`, which have none, are underlined; a
    figure has a band."""
    label: str
    """What it is: `published`, `updated`, `outlet`, `agency`, `byline`, `dateline`; of a time the
    rule that found it; of a difference its reason; `within` where it stands within another
    attribution."""
    value: str = ""
    """What was computed from it."""
    words: str = ""
    """The words themselves, where the note repeats them."""
    href: str = ""
    """Fragment of the entry of the timeline, the statement or the figure's row."""
    speech: SpeechNote | None = None
    other: SourceTag | None = None
    """The other article in question."""


def collect_marks(index: RecordIndex) -> Mapping[str, tuple[Mark, ...]]:
    """The marks of every article, by its id, in order of place."""
    found: dict[str, list[Mark]] = defaultdict(list)
    for place, mark in (*_time_marks(index), *_entry_marks(index)):
        found[place].append(mark)
    for article in index.articles:
        for place, mark in _date_marks(index, article):
            found[place].append(mark)
        found[article["id"]].extend(_field_marks(article))
    return {place: in_order(marks) for place, marks in found.items()}


def in_order(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Marks by place, the longer first."""
    return tuple(sorted(marks, key=lambda m: (m.start, -m.end, m.kind, m.label)))


def _time_marks(index: RecordIndex) -> Iterator[tuple[str, Mark]]:
    """Dates and times of day, also those without a day; durations only where they have days."""
    for time in index.record.get("times") or ():
        days = read_days(time)
        article = index.by_id.get(time["article"])
        if article is not None and (days.known or time["type"] in ("DATE", "TIME")):
            yield (
                time["article"],
                Mark(
                    start=time["start"],
                    end=time["end"],
                    kind="time",
                    label=time.get("rule") or "",
                    value=weekday_words(days),
                    words=article["text"][time["start"] : time["end"]],
                ),
            )


def _entry_marks(index: RecordIndex) -> Iterator[tuple[str, Mark]]:
    for entry in index.timeline.entries:
        for place in entry["support"]:
            yield (
                place["article"],
                Mark(
                    start=place["start"],
                    end=place["end"],
                    kind="entry",
                    label="in the timeline",
                    value=entry_when(entry),
                    href=f"#{index.timeline.keys[entry['id']]}",
                ),
            )


def _date_marks(index: RecordIndex, article: Mapping[str, Any]) -> Iterator[tuple[str, Mark]]:
    for label in ("published", "updated"):
        dating = article.get(label) or {}
        value = interval_words(read_days(dating)).words
        for anchor in dating.get("evidence") or ():
            own = anchor["article"] == article["id"]
            yield (
                anchor["article"],
                Mark(
                    start=anchor["start"],
                    end=anchor["end"],
                    kind="date",
                    label=label,
                    value=value,
                    other=None if own else source_tag(index, article["id"]),
                ),
            )


def _field_marks(article: Mapping[str, Any]) -> Iterator[Mark]:
    fields = article.get("fields") or {}
    for name, label in _FIELDS.items():
        value = article.get(name)
        for start, end in spans_of(fields.get(name)):
            text = "" if isinstance(value, list) else str(value or "")
            yield Mark(start=start, end=end, kind="field", label=label, value=text)
