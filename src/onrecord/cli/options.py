"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

type Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

RECORD = click.argument("record", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False))
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
AS_CSV = click.option("--csv", "as_csv", is_flag=True, help="Print CSV.")
OUTLET = click.option("--outlet", help="Only this outlet or agency (part of the name).")
SINCE = click.option(
    "--since", metavar="DAY", help="Only from this day on (2020-06-12 or 2020-06)."
)
UNTIL = click.option("--until", metavar="DAY", help="Only up to this day.")
STORY = click.option(
    "--story", metavar="ID|WORDS", help="Only this story: its id, or words of its name."
)


def refuse_own_file(record: Path, target: Path) -> None:
    """Raise UsageError where something would be written over the record itself."""
    from onrecord.errors import UsageError  # noqa: PLC0415

    if target.resolve() == record.resolve():
        raise UsageError(f"{target} is the record itself; name another file with -o")


def read_bound(value: str | None, *, last: bool) -> date | None:
    """The first or last day of what a person wrote.

    Raises:
        UsageError: it is no day.
    """
    if value is None:
        return None
    from onrecord.articles.decided import read_days  # noqa: PLC0415

    days = read_days(value)
    return days.last if last else days.first
