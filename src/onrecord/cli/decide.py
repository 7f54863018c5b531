"""`onrecord decide`: a person's decisions."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import AS_JSON, RECORD
from onrecord.cli.streams import EXIT_FAILED, EXIT_PARTIAL, print_json, print_table, say, shorten

if TYPE_CHECKING:
    from onrecord.values.decisions import Decision


@click.command(
    epilog="Examples:  onrecord decide iraq.db published 002.txt 2020-06-12"
    "    onrecord decide iraq.db role 002.txt:120 residue"
    "    onrecord decide iraq.db note 002.txt:3410 'Asked the ministry on Monday.'"
)
@RECORD
@click.argument("what", required=False)
@click.argument("on", metavar="[ARTICLE[:START]|ID]", required=False)
@click.argument("value", required=False)
@click.option("--list", "list_all", is_flag=True, help="List the decisions, those taken back too.")
@click.option("--undo", type=int, metavar="N", help="Take decision N back.")
@click.option(
    "--from",
    "table",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A CSV with the columns what, article, value (and by).",
)
@click.option("--by", default="", help="Who decides.")
@AS_JSON
def command(
    record: Path,
    what: str | None,
    on: str | None,
    value: str | None,
    list_all: bool,
    undo: int | None,
    table: Path | None,
    by: str,
    as_json: bool,
) -> int:
    """Keep a decision about an article of FILE; it survives every rebuild.

    WHAT is published or updated (a day, 2020-05, 2020-05-01..2020-08-14, unknown), outlet or agency
    (a name, or unknown), label (a short name), or role (ARTICLE:START and a role: headline, dek,
    byline, timestamp, dateline, credit, lede, body, subhead, caption, notice, contributor, tags,
    residue; START is any place in the paragraph).

    Of the timeline: keep or hide (ARTICLE:START in a sentence, or the id of an ENTRY), or note (the
    same, and your own words). It holds for every entry that the sentence supports.

    Of names, wordings and figures: same, different or undecided, with two sides (ARTICLE:START in a
    name, in what was said or in a figure, the id of a name, an utterance, a figure or a series, or
    a name). Figures that are the same answer one question and stand in one series; different parts
    the one from the series of the other. Speaker (ARTICLE:START in what was said, or the id of an
    utterance; and a name, or unknown).
    """
    from onrecord.errors import NotARecord, UsageError  # noqa: PLC0415

    if not record.exists():
        raise NotARecord(f"{record}: no such record")
    if sum((list_all, undo is not None, table is not None, what is not None)) != 1:
        raise UsageError(
            "give a decision (WHAT ARTICLE VALUE), or --list, or --undo N, or --from CSV"
        )
    if list_all:
        _list(record, as_json=as_json)
        return 0
    if undo is not None:
        return _undo(record, undo)
    if table is not None:
        return _from_table(record, table, by)
    if what is None or on is None or (value is None and what not in _WITHOUT_VALUE):
        raise UsageError("a decision has three parts: WHAT ARTICLE VALUE")
    return _decide(record, [(what, on, value or "", by)])


_WITHOUT_VALUE = ("keep", "hide")


def _decide(record: Path, rows: list[tuple[str, str, str, str]]) -> int:
    from onrecord import pipeline  # noqa: PLC0415
    from onrecord.api import open_record  # noqa: PLC0415
    from onrecord.decisions import read_decision  # noqa: PLC0415
    from onrecord.errors import NoSuchArticle, UsageError  # noqa: PLC0415

    handle = open_record(record)
    failed = 0
    with handle.writing() as file:
        for what, on, value, by in rows:
            try:
                decision = read_decision(file, what, on, value, by=by)
                kept = pipeline.decide(file, decision, settings=handle.settings)
            except (UsageError, NoSuchArticle) as error:
                if len(rows) == 1:
                    raise
                say(f"failed: {what} {on}: {error}")
                failed += 1
                continue
            words = decided_words(kept, value)
            say(f"decision {kept.number}: {kept.what.value} {on} {words}".rstrip())
    if failed:
        return EXIT_FAILED if failed == len(rows) else EXIT_PARTIAL
    return 0


def _from_table(record: Path, table: Path, by: str) -> int:
    import csv  # noqa: PLC0415
    import io  # noqa: PLC0415

    from onrecord.errors import UsageError  # noqa: PLC0415
    from onrecord.text.decoding import decode  # noqa: PLC0415

    reader = csv.DictReader(io.StringIO(decode(table.read_bytes()).text))
    try:
        missing = {"what", "article", "value"} - set(reader.fieldnames or ())
        if missing:
            raise UsageError(f"{table}: has no column {', '.join(sorted(missing))}")
        rows = [
            (r["what"] or "", r["article"] or "", r["value"] or "", r.get("by") or by)
            for r in reader
        ]
    except csv.Error as error:
        raise UsageError(f"{table}, line {reader.line_num}: {error}") from error
    if not rows:
        raise UsageError(f"{table}: holds no decision")
    return _decide(record, rows)


def _undo(record: Path, number: int) -> int:
    from onrecord import pipeline  # noqa: PLC0415
    from onrecord.api import open_record  # noqa: PLC0415

    handle = open_record(record)
    with handle.writing() as file:
        decision = pipeline.undo(file, number, settings=handle.settings)
    say(f"decision {number} taken back: {decision.what.value} {decided_words(decision)}".rstrip())
    return 0


def _list(record: Path, *, as_json: bool) -> None:
    from onrecord.api import open_record  # noqa: PLC0415
    from onrecord.decisions import decision_state  # noqa: PLC0415

    with open_record(record).reading() as file:
        names = {s.id: s.label for s in file.summaries()}
        made = file.decisions(undone=True)
        states = [decision_state(file, d) for d in made]
    if as_json:
        print_json(
            [
                {
                    "number": d.number,
                    "what": d.what.value,
                    "article": d.article,
                    "start": d.start,
                    "end": d.end,
                    "text": d.text,
                    "value": d.value,
                    "other": _other(d),
                    "by": d.by,
                    "state": state,
                }
                for d, state in zip(made, states, strict=True)
            ]
        )
        return
    print_table(
        [
            [
                str(d.number),
                d.what.value,
                _place(names, d),
                f"{d.value} {_place(names, d.right)}" if _is_pair(d) and d.right else d.value,
                state,
                d.by,
                _words(d),
            ]
            for d, state in zip(made, states, strict=True)
        ],
        headings=("n", "what", "article", "value", "state", "by", "words"),
    )


def decided_words(decision: Decision, typed: str = "") -> str:
    """What was decided: the value; of a pair its right side as typed, and what is compared."""
    if not _is_pair(decision):
        return decision.value
    left, right = shorten(decision.text or "", 60), shorten(decision.other_text or "", 60)
    return f"{typed} ({decision.value}: “{left}” · “{right}”)".lstrip()


def _is_pair(decision: Decision) -> bool:
    from onrecord.values.decisions import PAIR_DECISIONS  # noqa: PLC0415

    return decision.what in PAIR_DECISIONS


def _place(labels: Mapping[str, str], side: Decision) -> str:
    """Label of the article, with the place in it."""
    label = labels.get(side.article, side.article)
    return label if side.start is None else f"{label}:{side.start}"


def _words(decision: Decision) -> str:
    if _is_pair(decision):
        return f"{shorten(decision.text or '', 30)} · {shorten(decision.other_text or '', 30)}"
    return shorten(decision.text or "", 40)


def _other(decision: Decision) -> dict[str, object] | None:
    """The right side of a pair, or the mention that names a speaker."""
    right = decision.right
    if right is None:
        return None
    return {"article": right.article, "start": right.start, "end": right.end, "text": right.text}
