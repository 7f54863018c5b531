"""`onrecord add`: read, analyse and link."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.brought import brought_rows, print_brought
from onrecord.cli.options import RECORD
from onrecord.cli.streams import EXIT_FAILED, EXIT_PARTIAL, counted, print_json, say, shorten

if TYPE_CHECKING:
    from onrecord.pipeline import IngestReport
    from onrecord.sources.options import SourceOptions
    from onrecord.values.article import Article
    from onrecord.values.pages import Remark


@click.command(epilog="Example:  onrecord add iraq.db ~/stories/iraq export.csv --meta known.csv")
@RECORD
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="FIELD=COLUMN",
    help="Column of a table that holds a field: text=Body, title=Head, published=Day, ...",
)
@click.option(
    "--meta",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="CSV of what you know of files: columns file and any of url, outlet, published.",
)
@click.option("--encoding", help="Encoding of the text files, where you know it.")
@click.option(
    "--split",
    metavar="PATTERN",
    help="Regular expression of the first line of every article, in files that hold many.",
)
@click.option(
    "--follow/--no-follow",
    default=None,
    help="Fetch the pages that feeds only summarise. Without either: those of feeds that you "
    "gave as an address, not those of files.",
)
@click.option("--json", "as_json", is_flag=True, help="Print a report as JSON.")
@click.option("--quiet", "-q", is_flag=True, help="No line per article.")
def command(
    record: Path,
    inputs: tuple[str, ...],
    columns: tuple[str, ...],
    meta: Path | None,
    encoding: str | None,
    split: str | None,
    follow: bool | None,
    as_json: bool,
    quiet: bool,
) -> int:
    """Add the articles of INPUT to the record FILE, which is made where it is missing.

    INPUT is a file, a folder, a web address (http:// or https://), or - for standard input.

    \b
    Articles: text, saved HTML and MHTML, PDF, DOCX, RTF, mail (.eml), news XML (NewsML-G2, NITF).
    Many in one: CSV, JSON (ninjs too), JSONL, mbox, RSS and Atom, exports of news databases,
    web archives (WARC, WACZ), zip and gzip files with any of these.

    A folder is read with all folders in it; `.onrecordignore` says what to leave out. What the
    record has is passed over, so the same command goes on where it was stopped.

    Nothing is fetched but the addresses that you give and, with --follow, the pages that feeds
    link to; what a site's robots.txt forbids is not.
    """
    from onrecord.api import open_record  # noqa: PLC0415

    _refuse_address(record)
    options = _source_options(columns, meta, encoding, split=split, follow=follow)
    progress = _Progress(quiet=quiet or as_json)
    handle = open_record(record)
    with progress:
        report = handle.add(*inputs, options=options, listener=progress.listen)
    if as_json:
        print_json(_report_json(report) | {"news": brought_rows(handle, report)})
    else:
        _print_summary(record, report)
        if not quiet:
            print_brought(handle, report)
    if report.failed:
        return EXIT_PARTIAL if report.added or report.known else EXIT_FAILED
    return 0


def _refuse_address(record: Path) -> None:
    """An address in the place of the record: the record was left out."""
    from onrecord.errors import UsageError  # noqa: PLC0415

    if record.parts and record.parts[0].lower() in ("http:", "https:"):
        raise UsageError(
            "the first argument is the record, a file: onrecord add story.db https://..."
        )


def _source_options(
    columns: tuple[str, ...],
    meta: Path | None,
    encoding: str | None,
    *,
    split: str | None,
    follow: bool | None,
) -> SourceOptions:
    from onrecord.errors import UsageError  # noqa: PLC0415
    from onrecord.sources.meta_table import read_meta_table  # noqa: PLC0415
    from onrecord.sources.options import SourceOptions  # noqa: PLC0415

    pairs = {}
    for pair in columns:
        field, separator, column = pair.partition("=")
        if not separator or not field or not column:
            raise UsageError(f"--column {pair!r}: write FIELD=COLUMN, such as text=Body")
        pairs[field.strip()] = column.strip()
    return SourceOptions(
        columns=pairs,
        given=read_meta_table(meta) if meta else {},
        encoding=encoding,
        split=split,
        follow=follow,
    )


class _Progress:
    """A bar on a terminal, a line per article elsewhere; remarks always."""

    def __init__(self, *, quiet: bool) -> None:
        self.quiet = quiet
        self.count = 0
        self._bar: object | None = None

    def __enter__(self) -> _Progress:
        if not self.quiet and sys.stderr.isatty():
            from rich.console import Console  # noqa: PLC0415
            from rich.progress import (  # noqa: PLC0415
                Progress,
                SpinnerColumn,
                TextColumn,
                TimeElapsedColumn,
            )

            self._bar = Progress(
                SpinnerColumn(),
                TextColumn("{task.completed} articles"),
                TimeElapsedColumn(),
                TextColumn("{task.description}", markup=False),
                console=Console(stderr=True),
                transient=True,
            )
            self._bar.start()
            self._task = self._bar.add_task("", total=None)
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()  # type: ignore[attr-defined]

    def listen(self, what: Article | Remark) -> None:
        """Show an article that was kept, or a remark."""
        from onrecord.values.article import Article  # noqa: PLC0415

        if isinstance(what, Article):
            self.count += 1
            if self._bar is not None:
                self._bar.update(  # type: ignore[attr-defined]
                    self._task, completed=self.count, description=shorten(what.name, 60)
                )
            elif not self.quiet:
                click.echo(article_line(what), err=True)
        else:
            say(remark_line(what))


def remark_line(remark: Remark) -> str:
    """A remark in one line that names its input."""
    name = "" if remark.name in remark.message else f"{remark.name}: "
    return f"{remark.severity.value}: {name}{remark.message}"


def article_line(article: Article) -> str:
    """What was made of an article, in one line of fields."""
    from collections import Counter  # noqa: PLC0415

    from onrecord.cli.streams import one_line  # noqa: PLC0415
    from onrecord.values.vocabulary import PROSE_ROLES, Role  # noqa: PLC0415

    roles = Counter(p.role for p in article.paragraphs)
    body = sum(roles[role] for role in PROSE_ROLES)
    parts = [
        article.outlet.value if article.outlet else "outlet unknown",
        f"agency {article.agency.value}" if article.agency else "",
        days_line(article),
        f"{body} body paragraphs",
        f"{roles[Role.RESIDUE]} residue" if roles[Role.RESIDUE] else "",
        f"language {article.language}: kept, not analysed"
        if article.language not in ("en", "und")
        else "",
    ]
    return one_line(f"{article.name}: {', '.join(p for p in parts if p)}")


def days_line(article: Article) -> str:
    """When an article was published, as far as is known."""
    days = article.published.days
    if not days.known:
        return "undated"
    if days.exact:
        return str(days.first)
    return f"{days.first or ''}..{days.last or ''}"


def _report_json(report: IngestReport) -> dict[str, object]:
    return {
        "added": report.added,
        "known": report.known,
        "rebuilt": report.rebuilt,
        "not_analysed": report.not_analysed,
        "remarks": [
            {"name": r.name, "severity": r.severity.value, "reason": r.reason, "message": r.message}
            for r in report.remarks
        ],
    }


def _print_summary(record: Path, report: IngestReport) -> None:
    from onrecord.api import open_record  # noqa: PLC0415

    rows = open_record(record).articles()
    exact = sum(
        bool(r["published_first"]) and r["published_first"] == r["published_last"] for r in rows
    )
    undated = sum(not r["published_first"] and not r["published_last"] for r in rows)
    no_outlet = sum(not r["outlet"] for r in rows)
    say(
        f"{len(report.added)} added, {report.known} there before"
        + (f", {report.rebuilt} made anew" if report.rebuilt else "")
        + (f", {counted(len(report.failed), 'input')} failed" if report.failed else "")
    )
    say(
        f"{record}: {counted(len(rows), 'article')}; {exact} dated to the day,"
        f" {len(rows) - exact - undated} to an interval, {undated} undated;"
        f" outlet unknown: {no_outlet}"
    )
    if report.not_analysed:
        say(
            f"{len(report.not_analysed)} kept and searchable, but not analysed (language or length)"
        )
