"""Which words of an article are evidence, and what they are evidence of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.web.datewords import interval_words, read_days
from onrecord.web.index import RecordIndex, SourceTag, source_tag, spans_of

_FIELDS = {
    "outlet": "outlet",
    "agency": "agency",
    "bylines": "byline",
    "dateline_place": "dateline",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """[start, end) of an article's text, in code points, and what was read there."""

    start: int
    end: int
    kind: str
    """`date`, `field` or `copy`; the first two are underlined, all have a note in the margin."""
    label: str
    """What it is: `published`, `updated`, `outlet`, `agency`, `byline`, `dateline`, a relation."""
    value: str = ""
    """What was computed from it."""
    other: SourceTag | None = None
    """The other article in question."""


def collect_marks(index: RecordIndex) -> Mapping[str, tuple[Mark, ...]]:
    """The marks of every article, by its id, in order of place."""
    found: dict[str, list[Mark]] = defaultdict(list)
    for article in index.articles:
        for place, mark in _date_marks(index, article):
            found[place].append(mark)
        found[article["id"]].extend(_field_marks(article))
    for group in index.record.get("origins") or ():
        for place, mark in _copy_marks(index, group):
            found[place].append(mark)
    return {
        place: tuple(sorted(marks, key=lambda m: (m.start, -m.end, m.kind, m.label)))
        for place, marks in found.items()
    }


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


def _copy_marks(index: RecordIndex, group: Mapping[str, Any]) -> Iterator[tuple[str, Mark]]:
    for passage in group.get("passages") or ():
        left, right = passage.get("left"), passage.get("right")
        if not left or not right:
            continue
        for here, there in ((left, right), (right, left)):
            yield (
                here["article"],
                Mark(
                    start=here["start"],
                    end=here["end"],
                    kind="copy",
                    label="also in",
                    other=source_tag(index, there["article"], there["start"]),
                ),
            )
