"""Series of figures as a terminal and a table show them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click

from onrecord.cli.streams import counted, one_line
from onrecord.record.agreement_words import agreement_cells, agreement_words
from onrecord.record.figures_words import (
    as_of_words,
    equal_reports,
    figure_words,
    kind_words,
    labels_of,
    range_words,
    telling_report,
)
from onrecord.values.vocabulary import DifferenceReason

type Row = Mapping[str, Any]

CSV_COLUMNS = (
    "series", "series_label", "id", "as_of_first", "as_of_last", "as_of_basis", "expression",
    "published_first", "published_last", "words", "low", "high", "bound", "unit", "per",
    "direction", "counted", "place", "owner", "part", "outcome", "kind", "modality", "part_of",
    "attribution", "speaker", "speaker_name", "sourcing", "source", "outlet", "label", "at",
    "article", "start", "end", "sentence", "inferred", "origins", "outlets", "marks", "why",
)  # fmt: skip
_ID_SHOWN = 8
_MOST_LABELS = 8
_MOST_DIFFERENCES = 8
"""Differences under a series where they were not asked for; the others are counted."""


def print_series(row: Row, *, differences_first: bool, near: bool) -> None:
    """A series on standard output: its head, its reports, how they differ, what stands near."""
    click.echo(_head(row))
    reports = list(_reports(row))
    if len(reports) > 1 and (summary := _summary(row)):
        click.echo(f"  {summary}")
    differing = list(_differences(row, all_=differences_first))
    for line in [*differing, *reports] if differences_first else [*reports, *differing]:
        click.echo(f"  {one_line(line)}")
    if near:
        _print_near(row)


def print_single(row: Row, *, near: bool) -> None:
    """A series of one report, or a figure that stands in none, on one line."""
    (point,) = row["points"]
    head = ((row["id"] or point["id"])[:_ID_SHOWN], _label(row), kind_words(row))
    click.echo("  ".join(filter(None, (*head, one_line(_report([point]))))))
    if near:
        _print_near(row)


def _print_near(row: Row) -> None:
    for other in row["not_joined"]:
        parts = list(filter(None, (other["series"][:_ID_SHOWN], other["label"])))
        if latest := other["latest"]:
            parts += [figure_words(latest), as_of_words(latest)]
        click.echo(f"  not joined: {one_line('  '.join([*parts, other['why']]))}")


def _head(row: Row) -> str:
    reports = counted(row["reports"], "report")
    if row["reports"] < row["all_reports"]:
        reports = f"{row['reports']} of {counted(row['all_reports'], 'report')}"
    parts = [row["id"][:_ID_SHOWN], *filter(None, [_label(row)]), kind_words(row)]
    parts.append(f"{reports}, {counted(row['articles'], 'article')}{_origins(row)}")
    if row["conflicts"]:
        parts.append(click.style(counted(row["conflicts"], "conflict"), bold=True))
    return "  ".join(parts)


def _origins(row: Row) -> str:
    """How many origins the reports have, where copies are among the articles."""
    return f", {counted(row['origins'], 'origin')}" if row["origins"] < row["articles"] else ""


def _label(row: Row) -> str:
    """The label; empty where nothing is printed of what is counted, where and whose."""
    return click.style(one_line(row["label"]), bold=True) if row["label"] else ""


def _summary(row: Row) -> str:
    """The latest value with its days, and between which printed numbers the reports lie."""
    parts = []
    if latest := row["latest"]:
        parts.append(f"last: {figure_words(latest)}  {as_of_words(latest)}")
    if between := range_words(row):
        parts.append(f"range: {between}")
    return one_line("  ".join(parts))


def _reports(row: Row) -> Iterator[str]:
    groups = equal_reports(row["points"])
    width = max(len(as_of_words(telling_report(same))) for same in groups)
    told: set[str] = set()
    for same in groups:
        yield f"{_report(same, width)}{_agreement(same, told)}"


def _agreement(same: Sequence[Row], told: set[str]) -> str:
    """By how many origins a number is reported, behind the first of its lines."""
    words = []
    for point in same:
        if (agreement := point.get("agreement")) and point["reading"] not in told:
            told.add(point["reading"])
            words.append(f" · {agreement_words(agreement)}")
    return "".join(words)


def _report(same: Sequence[Row], width: int = 0) -> str:
    """Equal reports: days, printed words, who gives them, articles, place of the words."""
    first = telling_report(same)
    labels = labels_of(same)
    more = f" and {len(labels) - _MOST_LABELS} more" if len(labels) > _MOST_LABELS else ""
    parts = [f"{as_of_words(first):<{width}}", figure_words(first)]
    if first["whole"]:
        parts.append(f"part of “{first['whole']}”")
    if first["source"]:
        parts.append(first["source"])
    parts += [f"{'; '.join(labels[:_MOST_LABELS])}{more}", first["at"]]
    if len(labels) > 1:
        parts[-1] += f" · {counted(len(labels), 'article')}"
    return "  ".join(parts)


def _differences(row: Row, *, all_: bool) -> Iterator[str]:
    """Conflicts first, both sides in full; of other reasons a line each."""
    conflicts = [one for one in row["differences"] if _is_conflict(one)]
    others = [one for one in row["differences"] if not _is_conflict(one)]
    for one in conflicts:
        yield f"{one['reason']}: {one['why']}"
        for side in filter(None, (one["left"], one["right"])):
            yield f"  {_side(side)}"
    shown = others if all_ else others[:_MOST_DIFFERENCES]
    for one in shown:
        sides = " · ".join(_short_side(side) for side in (one["left"], one["right"]))
        yield f"{one['reason']}: {sides}  {one['why']}"
    if len(shown) < len(others):
        yield f"and {counted(len(others) - len(shown), 'other difference')} (--differences)"


def _is_conflict(difference: Row) -> bool:
    return bool(difference["reason"] == DifferenceReason.CONFLICT)


def _side(side: Row) -> str:
    words = f"“{' '.join((side['words'] or side['text']).split())}”"
    return "  ".join(filter(None, (words, side["source"], side["label"], side["at"])))


def _short_side(side: Row | None) -> str:
    if side is None:
        return "–"
    return f"“{' '.join((side['words'] or side['text']).split())}” {side['at']}"


def csv_rows(rows: Sequence[Row]) -> list[Row]:
    """The reports as rows with the columns of `CSV_COLUMNS`; those of one series together."""
    return [
        {**point, **agreement_cells(point.get("agreement"))}
        for row in rows
        for point in row["points"]
    ]
