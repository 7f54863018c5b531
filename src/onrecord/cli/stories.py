"""`onrecord stories`: which stories a pile holds, and the events of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from onrecord.cli.options import (
    AS_CSV,
    AS_JSON,
    OUTLET,
    RECORD,
    SINCE,
    UNTIL,
    read_bound,
)
from onrecord.cli.streams import counted, one_line, print_csv, print_json, say, shorten
from onrecord.cli.viewing import article_words, compiled_record, days_shown, not_looked_for

type Row = Mapping[str, Any]

_COLUMNS = (
    "story", "story_name", "event", "event_first", "event_last", "article", "label", "name",
    "outlet", "headline", "published_first", "published_last",
)  # fmt: skip
_ID_SHOWN = 8
_MOST_SINGLES = 30
"""So many stories of one article are listed unasked; where there are more, they are counted."""
_MOST_HEADLINE = 100


@click.command(epilog="Example:  onrecord stories pile.db 'dam evacuation'")
@RECORD
@click.argument("story", metavar="[ID|WORDS]", required=False)
@OUTLET
@SINCE
@UNTIL
@click.option("--events", is_flag=True, help="Each story with its events and their articles.")
@click.option("--all", "all_", is_flag=True, help="Also every story of one article.")
@AS_JSON
@AS_CSV
def command(
    record: Path,
    story: str | None,
    outlet: str | None,
    since: str | None,
    until: str | None,
    events: bool,
    all_: bool,
    as_json: bool,
    as_csv: bool,
) -> int:
    """List the stories that the articles of FILE tell, in order of time, each named by printed
    words of its own. With ID or WORDS of a name, one story: its events, each with its articles.

    Every article is in one story. --since and --until are days of publication of any of its
    articles. Stories of one article are only counted where there are more than 30. The ids and
    words serve --story of every other view.
    """
    from onrecord.record.articles_meant import ArticlesQuery  # noqa: PLC0415
    from onrecord.record.stories_rows import stories_of  # noqa: PLC0415

    query = ArticlesQuery(
        outlet=outlet,
        since=read_bound(since, last=False),
        until=read_bound(until, last=True),
        story=story,
    )
    with compiled_record(record) as compiled:
        rows = stories_of(compiled, query)
    if rows is None:
        return not_looked_for(record, "stories")
    if as_json:
        print_json(rows)
    elif as_csv:
        print_csv(_csv_rows(rows), _COLUMNS)
    else:
        _print(rows, events=events or story is not None, all_=all_ or story is not None)
    if not rows:
        say("none found")
    return 0


def _print(rows: Sequence[Row], *, events: bool, all_: bool) -> None:
    singles = [row for row in rows if row["articles"] == 1]
    hidden = 0 if all_ or len(singles) <= _MOST_SINGLES else len(singles)
    for row in rows:
        if row["articles"] > 1 or not hidden:
            _print_story(row, events=events)
    if rows:
        articles = sum(row["articles"] for row in rows)
        told = f"{counted(len(rows), 'story', 'stories')}, {counted(articles, 'article')}"
        say(told + (f"; {hidden} of one article, not listed (--all)" if hidden else ""))


def _print_story(row: Row, *, events: bool) -> None:
    counts = counted(row["articles"], "article")
    if len(row["events"]) > 1:
        counts += f", {counted(len(row['events']), 'event')}"
    name = click.style(one_line(row["name"] or "unnamed"), bold=True)
    click.echo(f"{row['id'][:_ID_SHOWN]}  {name}  {days_shown(row)}  {counts}")
    for event in row["events"] if events else ():
        click.echo(f"  {days_shown(event)}  {counted(len(event['articles']), 'article')}")
        for article in event["articles"]:
            headline = shorten(article["headline"] or "–", _MOST_HEADLINE)
            line = f"{article_words(article)}  “{headline}”"
            click.echo(f"    {one_line(line)}")


def _csv_rows(rows: Sequence[Row]) -> list[dict[str, Any]]:
    return [
        {
            **{column: article.get(column) for column in _COLUMNS},
            "story": row["id"],
            "story_name": row["name"],
            "event": event["id"],
            "event_first": event["first"],
            "event_last": event["last"],
        }
        for row in rows
        for event in row["events"]
        for article in event["articles"]
    ]
