"""Changes since an earlier export as a terminal and a table show them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.streams import one_line, shorten

if TYPE_CHECKING:
    from onrecord.record.changes import Change, Shown

CSV_COLUMNS = (
    "part", "change", "before", "after", "text", "label", "at", "article", "start", "end",
    "before_ids", "after_ids", "why",
)  # fmt: skip
_ID_SHOWN = 8
_MOST_WORDS = 160
_TITLES = {
    "record": "made by",
    "article": "articles",
    "story": "stories",
    "origin": "origins",
    "entry": "timeline",
    "series": "figures",
    "difference": "differences",
    "name": "names",
}


def print_changes(changes: Sequence[Change]) -> None:
    """The changes on standard output, those of one part together."""
    part = ""
    for one in changes:
        if one.part != part:
            part = one.part
            click.echo(click.style(_TITLES[part], bold=True))
        for line in _lines(one):
            click.echo(f"  {one_line(line)}")


def _lines(one: Change) -> Iterator[str]:
    """One change: on one line what was and is of one thing, else each side on a line of its own."""
    if len(one.before) <= 1 and len(one.after) <= 1:
        yield "  ".join(filter(None, (one.change, _two(one), one.why)))
        return
    yield "  ".join(filter(None, (one.change, one.why)))
    for head, side in (("before", one.before), ("after", one.after)):
        for shown in side:
            yield f"  {head}  {_one(shown)}"


def _two(one: Change) -> str:
    """What was and is: `2020-06 → 2020-06-10`, with the words that show it now, or showed it."""
    shown = (one.after or one.before)[0]
    if not one.before or not one.after:
        return _one(shown)
    old, new = one.before[0].value, one.after[0].value
    return _one(shown, f"{old or 'none'} → {new or 'none'}")


def _one(shown: Shown, value: str | None = None) -> str:
    """Id, value, printed words, and where they stand."""
    parts = [shown.id[:_ID_SHOWN] if shown.id and shown.label else shown.id]
    parts.append(value or shown.value)
    if shown.anchor is not None:
        parts.append(f"“{shorten(shown.anchor['text'], _MOST_WORDS)}”")
    return "  ".join(filter(None, (*parts, shown.label, shown.at)))


def csv_rows(changes: Sequence[Change]) -> list[dict[str, Any]]:
    """The changes as rows with the columns of `CSV_COLUMNS`; words and place are of what is now,
    else of what was."""
    return [_csv_row(one) for one in changes]


def _csv_row(one: Change) -> dict[str, Any]:
    shown = (one.after or one.before)[0]
    anchor = shown.anchor or {}
    return {
        "part": one.part,
        "change": one.change,
        "before": [side.value for side in one.before],
        "after": [side.value for side in one.after],
        **{key: anchor.get(key) for key in ("text", "article", "start", "end")},
        "label": shown.label,
        "at": shown.at,
        "before_ids": [side.id for side in one.before],
        "after_ids": [side.id for side in one.after],
        "why": one.why,
    }
