"""`onrecord demo`: the bundled example story, from nothing to a page."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.streams import one_line, say


@click.command(epilog="Example:  onrecord demo -o demo")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("demo"),
    show_default=True,
    help="Folder for the record and the page.",
)
def command(output: Path) -> None:
    """Make the bundled example story (all of it fictional) into a record and a page."""
    from importlib import resources  # noqa: PLC0415

    from onrecord.api import open_record  # noqa: PLC0415
    from onrecord.cli.add import article_line  # noqa: PLC0415
    from onrecord.exports.formats import write_whole  # noqa: PLC0415
    from onrecord.values.article import Article  # noqa: PLC0415
    from onrecord.values.pages import Remark  # noqa: PLC0415
    from onrecord.web.page import render_page  # noqa: PLC0415

    def listen(what: Article | Remark) -> None:
        click.echo(
            article_line(what) if isinstance(what, Article) else one_line(what.message), err=True
        )

    output.mkdir(parents=True, exist_ok=True)
    database, page = output / "corrin.db", output / "corrin.html"
    handle = open_record(database)
    with resources.as_file(resources.files("onrecord.example").joinpath("story")) as story:
        handle.add(story, listener=listen)
    write_whole(page, [render_page(handle.to_dict(), text="full")])
    say(f"the record: {database}")
    click.echo(page.resolve())
