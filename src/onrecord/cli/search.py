"""`onrecord search`: articles by their words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import AS_JSON, OUTLET, RECORD, SINCE, STORY, UNTIL, read_bound
from onrecord.cli.streams import counted, print_json, printable, say
from onrecord.cli.viewing import articles_told_of

if TYPE_CHECKING:
    from onrecord.values.hits import Passage


@click.command(epilog="Example:  onrecord search iraq.db '\"rocket attack\"|missile base'")
@RECORD
@click.argument("query", nargs=-1, required=True)
@OUTLET
@SINCE
@UNTIL
@STORY
@click.option("--limit", default=20, show_default=True, help="Most articles shown.")
@AS_JSON
def command(
    record: Path,
    query: tuple[str, ...],
    outlet: str | None,
    since: str | None,
    until: str | None,
    story: str | None,
    limit: int,
    as_json: bool,
) -> None:
    """Search the articles of FILE for QUERY.

    Words must all stand in the article, in any form (troop finds troops). "Quoted words" stand in a
    row, a|b is either, word* begins so, -word leaves out. Case, accents and kinds of quotes, dashes
    and spaces make no difference. Places are named ARTICLE:START, as `onrecord why` takes them.
    """
    from onrecord.api import open_record  # noqa: PLC0415
    from onrecord.store.search import Filters  # noqa: PLC0415

    handle = open_record(record)
    bounds = read_bound(since, last=False), read_bound(until, last=True)
    words = " ".join(query)
    if as_json:
        found = handle.search(
            words, outlet=outlet, since=bounds[0], until=bounds[1], story=story, limit=limit
        )
        print_json(list(found))
        return
    filters = Filters(
        outlet=outlet, since=bounds[0], until=bounds[1], articles=articles_told_of(record, story)
    )
    with handle.reading() as file:
        hits, total = file.search(words, filters=filters, limit=limit)
    for hit in hits:
        click.echo(
            click.style(printable(hit.article.label), bold=True)
            + f"  {counted(hit.count, 'match', 'matches')}"
        )
        if hit.article.headline:
            click.echo(f"  {printable(hit.article.headline)}")
        for passage in hit.passages:
            click.echo(f"  {hit.article.id[:8]}:{passage.start}  {_marked(passage)}")
    shown = f", the best {len(hits)} shown" if total > len(hits) else ""
    say(f"{counted(total, 'article')} found{shown}" if total else "none found")


def _marked(passage: Passage) -> str:
    parts, position = [], passage.start
    for match in passage.matches:
        parts.append(
            printable(passage.text[position - passage.start : match.start - passage.start])
        )
        words = passage.text[match.start - passage.start : match.end - passage.start]
        parts.append(click.style(printable(words), bold=True, underline=True))
        position = match.end
    parts.append(printable(passage.text[position - passage.start :]))
    text = "".join(parts).replace("\n", " ")
    role = "" if passage.role.value in ("lede", "body") else f"[{passage.role.value}] "
    return role + text
