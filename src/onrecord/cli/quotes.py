"""`onrecord quotes`: who said what, in which words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.documents import document_form, write_document
from onrecord.cli.options import (
    AS_CSV,
    AS_JSON,
    OUTLET,
    RECORD,
    STORY,
    read_bound,
)
from onrecord.cli.streams import EXIT_FAILED, counted, one_line, print_csv, print_json, say
from onrecord.cli.viewing import compiled_record, of_story
from onrecord.values.vocabulary import AttributionKind, Sourcing, Stance

if TYPE_CHECKING:
    from onrecord.errors import SeveralNames
    from onrecord.record.compile import Record
    from onrecord.record.names_meant import Meant
    from onrecord.record.quote_ends import QuoteEnds
    from onrecord.record.quotes_view import Quotes

type Row = Mapping[str, Any]

ID_SHOWN = 8
_MOST_FORMS = 5


@click.command(epilog="Example:  onrecord quotes story.db --by 'prime minister' --about 'dam|lake'")
@RECORD
@click.option(
    "--by",
    multiple=True,
    metavar="NAME",
    help="Speaker: a name in any printed form, an id, or words of a description.",
)
@click.option(
    "--others", is_flag=True, help="With --by: also what others say with that name in it."
)
@click.option("--about", metavar="WORDS", help="Only what is said with these words.")
@click.option("--mentions", metavar="NAME", help="Only what others say with this name in it.")
@click.option("--since", metavar="DAY", help="Only what may have been said from this day on.")
@click.option("--until", metavar="DAY", help="Only what may have been said up to this day.")
@click.option(
    "--kind",
    multiple=True,
    type=click.Choice([kind.value for kind in AttributionKind]),
    help="Between quotation marks, in the article's words, or both.",
)
@click.option(
    "--sourcing",
    multiple=True,
    type=click.Choice([sourcing.value for sourcing in Sourcing]),
    help="What kind of source is printed.",
)
@click.option(
    "--stance",
    multiple=True,
    type=click.Choice([stance.value for stance in Stance]),
    help="Told as said, as not said, or as what might be said.",
)
@click.option(
    "--nested", is_flag=True, help="Also what is told in another's words by nobody with a name."
)
@OUTLET
@STORY
@click.option("--through", metavar="OUTLET", help="Only what was said to or through this medium.")
@click.option("--earliest", is_flag=True, help="Of each speaker the earliest of what was found.")
@click.option("--latest", is_flag=True, help="Of each speaker the latest; with --earliest both.")
@AS_JSON
@AS_CSV
@click.option("--to", "document", type=click.Choice(["md", "docx"]), help="A sheet to print.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where the sheet goes; Markdown goes to standard output without it.",
)
@click.option("--name", help="Title of the sheet, in your words.")
def command(
    record: Path,
    as_json: bool,
    as_csv: bool,
    document: str | None,
    output: Path | None,
    name: str | None,
    earliest: bool,
    latest: bool,
    since: str | None,
    until: str | None,
    story: str | None,
    **filters: Any,
) -> int:
    """Show who said what, as the articles of FILE print it: each utterance once, in order of time,
    with the wordings in which it was printed.

    Quotation marks stand only around words that stand between them in the article. What is marked
    "indirect" is the article's own words for what was said, "mixed" is partly so.

    NAME is matched without case, accent, hyphen, "al-" and title; where several fit they are
    listed. WORDS are as in `onrecord search`. The id at the head serves `onrecord decide`.
    """
    from onrecord.errors import SeveralNames  # noqa: PLC0415
    from onrecord.record.quotes_filter import QuotesQuery  # noqa: PLC0415
    from onrecord.record.quotes_view import quotes_of  # noqa: PLC0415

    target = document_form(record, document, output, other_form=as_json or as_csv)
    filters |= {"since": read_bound(since, last=False), "until": read_bound(until, last=True)}
    query = QuotesQuery(**filters)
    with compiled_record(record) as compiled:
        try:
            found = quotes_of(compiled, query)
        except SeveralNames as several:
            list_names(several)
            return several.exit_code
        if found is None:
            say(f"{record}: no attributions were looked for; `onrecord rebuild {record}` does")
            return EXIT_FAILED
        found = of_story(compiled, "quotes", found, story)
        _say_who(found)
        rows = _ends(found, earliest=earliest, latest=latest)
        if target is not None:
            _write(compiled, rows, target, output, name)
        elif as_json:
            print_json(rows)
        elif as_csv:
            from onrecord.cli.quote_lines import CSV_COLUMNS, csv_rows  # noqa: PLC0415

            print_csv(csv_rows(rows), CSV_COLUMNS)
        else:
            _print(found, rows, earliest=earliest, latest=latest)
        _say_count(compiled, rows)
    return 0


def _ends(found: Quotes, *, earliest: bool, latest: bool) -> list[Row]:
    """All rows, or of each speaker the ends that are asked for."""
    if not (earliest or latest):
        return list(found.rows)
    kept = {
        end["id"]
        for ends in _by_speaker(found)
        for end, wanted in ((ends.earliest, earliest), (ends.latest, latest))
        if wanted
    }
    return [row for row in found.rows if row["id"] in kept]


def _by_speaker(found: Quotes) -> list[QuoteEnds]:
    from onrecord.record.quote_ends import ends_by_speaker  # noqa: PLC0415

    return ends_by_speaker(found.rows, unnamed=bool(found.speakers))


def _print(found: Quotes, rows: Sequence[Row], *, earliest: bool, latest: bool) -> None:
    from onrecord.cli.quote_lines import print_ends, print_quotes  # noqa: PLC0415

    if earliest or latest:
        print_ends(_by_speaker(found), earliest=earliest, latest=latest)
    else:
        print_quotes(rows)


def _write(
    compiled: Record, rows: Sequence[Row], form: str, output: Path | None, name: str | None
) -> None:
    from onrecord.exports.quote_sheet import compose_sheet  # noqa: PLC0415
    from onrecord.exports.quote_sheet_docx import sheet_docx  # noqa: PLC0415
    from onrecord.exports.quote_sheet_markdown import sheet_markdown  # noqa: PLC0415

    sheet = compose_sheet(compiled, rows, name=name)
    write_document(
        form, output, markdown=lambda: sheet_markdown(sheet), docx=lambda: sheet_docx(sheet)
    )


def list_names(several: SeveralNames) -> None:
    """The names that fit, on standard error, each with its id."""
    say(f"{several.typed!r} fits {len(several.entities)} names; give more of one, or its id")
    for entity in several.entities:
        count = counted(several.counts[entity["id"]], "attribution")
        known = "; ".join(entity["aliases"][:_MOST_FORMS])
        words = f"{entity['id'][:ID_SHOWN]}  {entity['name']}  {entity['type']}  {count}"
        click.echo(f"  {one_line(words)}" + (f"  ({one_line(known)})" if known else ""), err=True)


def _say_who(found: Quotes) -> None:
    """Whom the typed names stand for."""
    say_speakers(found.speakers)
    if found.mentioned is not None:
        say(f"{found.mentioned.typed!r}: {_names(found.mentioned) or 'no such name'}")


def say_speakers(speakers: Iterable[Meant]) -> None:
    """Whom the typed names of speakers stand for."""
    for meant in speakers:
        say(f"{meant.typed!r}: {_names(meant) or 'no such name; looked for in descriptions'}")


def _names(meant: Meant) -> str:
    return "; ".join(f"{e['name']} ({e['type']})" for e in meant.entities[:_MOST_FORMS])


def _say_count(compiled: Record, rows: Sequence[Row]) -> None:
    if rows:
        printings = sum(len(row["wordings"]) for row in rows)
        say(f"{counted(len(rows), 'utterance')}, {counted(printings, 'printing')}")
        return
    from onrecord.record.measured import measured_recall  # noqa: PLC0415

    analysed = sum(summary.analysed for summary in compiled.summaries)
    say(f"none found in {counted(analysed, 'article')}")
    left = len(compiled.summaries) - analysed
    if left:
        say(f"{counted(left, 'article')} not analysed, and not looked through")
    for line in measured_recall(compiled.tail["quality"], "attributions"):
        say(f"measured: {line}")
