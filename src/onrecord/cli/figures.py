"""`onrecord figures`: what was counted, by whom, as of when, and how it changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.options import AS_CSV, AS_JSON, OUTLET, RECORD, STORY, read_bound
from onrecord.cli.streams import EXIT_FAILED, counted, print_csv, print_json, say
from onrecord.cli.viewing import compiled_record, of_story
from onrecord.values.vocabulary import FigureKind, Modality

if TYPE_CHECKING:
    from onrecord.record.compile import Record
    from onrecord.record.figures_filter import FiguresQuery
    from onrecord.record.figures_rows import Figures

type Row = Mapping[str, Any]

MOST_SINGLES = 30
"""So many series of one report are listed unasked; where there are more, they are counted."""


@click.command(epilog="Example:  onrecord figures story.db --about 'troops|soldiers' --near")
@RECORD
@click.option("--about", metavar="WORDS", help="Only series with these words.")
@click.option(
    "--kind",
    multiple=True,
    type=click.Choice([kind.value for kind in FigureKind]),
    help="Only of this kind; more than one may be given.",
)
@click.option(
    "--modality",
    multiple=True,
    type=click.Choice(["actual", *(modality.value for modality in Modality)]),
    help="Only what is meant so; actual is asserted or reported.",
)
@click.option("--place", metavar="NAME", help="Only what is counted there.")
@click.option("--owner", metavar="NAME", help="Only what is theirs: a country, an organisation.")
@click.option(
    "--by",
    multiple=True,
    metavar="NAME",
    help="Only what this speaker gives: a name, an id, words of a description.",
)
@OUTLET
@STORY
@click.option("--since", metavar="DAY", help="Only as of this day or later.")
@click.option("--until", metavar="DAY", help="Only as of this day or earlier.")
@click.option("--conflicts", is_flag=True, help="Only series with reports that cannot both hold.")
@click.option(
    "--differences", is_flag=True, help="Only series whose reports differ, whatever the reason."
)
@click.option("--near", is_flag=True, help="Also what was nearly joined to a series, and why not.")
@click.option("--all", "all_", is_flag=True, help="Also every series of one report.")
@AS_JSON
@AS_CSV
def command(
    record: Path,
    as_json: bool,
    as_csv: bool,
    near: bool,
    all_: bool,
    since: str | None,
    until: str | None,
    story: str | None,
    **filters: Any,
) -> int:
    """Show what the articles of FILE count and measure, in series: reports that answer one
    question (the same thing counted, of the same owner, in the same place), in order of the days
    for which they hold, those first that most articles give.

    Numbers stand as printed. Another place, another owner, a plan or a proposal is another series.
    Under a series stands how its reports differ: period, scope, revision, rounding, conflict.

    WORDS are as in `onrecord search`; they are looked for in what is counted, in the names of its
    scope and in the sentence. Series of one report are only counted where there are more than 30,
    unless they are asked for by words or by a name. The ids serve `onrecord why` and `decide`.
    """
    from onrecord.cli.quotes import list_names  # noqa: PLC0415
    from onrecord.errors import SeveralNames  # noqa: PLC0415
    from onrecord.record.figures_filter import FiguresQuery  # noqa: PLC0415
    from onrecord.record.figures_rows import figures_of  # noqa: PLC0415

    query = FiguresQuery(
        since=read_bound(since, last=False), until=read_bound(until, last=True), **filters
    )
    with compiled_record(record) as compiled:
        try:
            found = figures_of(compiled, query)
        except SeveralNames as several:
            list_names(several)
            return several.exit_code
        if found is None:
            say(f"{record}: no figures were looked for; `onrecord rebuild {record}` does")
            return EXIT_FAILED
        found = of_story(compiled, "series", found, story)
    _say_names(found)
    if as_json:
        print_json(found.rows)
    elif as_csv:
        from onrecord.cli.figure_lines import CSV_COLUMNS, csv_rows  # noqa: PLC0415

        print_csv(csv_rows(found.rows), CSV_COLUMNS)
    else:
        _print(found.rows, query, near=near, all_=all_)
    if not found.rows:
        _say_none(compiled)
    return 0


def _print(rows: Sequence[Row], query: FiguresQuery, *, near: bool, all_: bool) -> None:
    """Series of several reports, then those of one, a line each, or how many there are."""
    from onrecord.cli.figure_lines import print_series, print_single  # noqa: PLC0415

    several = [row for row in rows if row["all_reports"] > 1]
    singles = [row for row in rows if row["all_reports"] == 1 and row["id"] is not None]
    lone = [row for row in rows if row["id"] is None]
    asked = all_ or query.names_something
    for row in several:
        print_series(row, differences_first=query.conflicts or query.differences, near=near)
    listed = singles if asked or len(singles) <= MOST_SINGLES else []
    listed = [*listed, *(lone if asked or query.kind else ())]
    for row in listed:
        print_single(row, near=near)
    if rows:
        _say_counts(several, singles, lone, listed=len(listed))


def _say_counts(
    several: Sequence[Row], singles: Sequence[Row], lone: Sequence[Row], *, listed: int
) -> None:
    reports = sum(row["reports"] for row in several)
    parts = [f"{counted(len(several), 'series', 'series')}, {counted(reports, 'report')}"]
    if conflicts := sum(row["conflicts"] for row in several):
        parts[0] += f", {counted(conflicts, 'conflict')}"
    if singles:
        parts.append(f"{len(singles)} of one report")
    if lone:
        parts.append(f"{counted(len(lone), 'figure')} in no series")
    hidden = len(singles) + len(lone) - listed
    if hidden:
        parts.append(f"{hidden} not listed (--all)")
    say("; ".join(parts))


def _say_names(found: Figures) -> None:
    """Whom the typed names stand for, and which stand for nothing."""
    from onrecord.cli.quotes import say_speakers  # noqa: PLC0415

    say_speakers(found.speakers)
    for typed in found.unknown:
        say(f"{typed!r}: no figure is of this name")


def _say_none(compiled: Record) -> None:
    from onrecord.record.measured import measured_recall  # noqa: PLC0415

    analysed = sum(summary.analysed for summary in compiled.summaries)
    say(f"none found in {counted(analysed, 'article')}")
    left = len(compiled.summaries) - analysed
    if left:
        say(f"{counted(left, 'article')} not analysed, and not looked through")
    for line in measured_recall(compiled.tail["quality"], "figures"):
        say(f"measured: {line}")
