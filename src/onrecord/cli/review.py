"""`onrecord review`: what waits for a person, by how much each answer settles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import AS_CSV, AS_JSON, RECORD, STORY
from onrecord.cli.streams import counted, one_line, print_csv, print_json, say, shorten
from onrecord.record.questions import KIND_WORDS, PAIR_KINDS, Question, QuestionKind

if TYPE_CHECKING:
    from onrecord.api import OpenRecord
    from onrecord.record.review_likely import LikelyNews

_COLUMNS = (
    "kind", "settles", "articles", "expressions", "entries", "mentions",
    "attributions", "figures", "article", "name", "label", "headline",
    "entry", "first", "last", "known", "choices", "evidence", "likely", "command",
)  # fmt: skip
_MOST_EVIDENCE = 5


@click.command(epilog="Example:  onrecord review iraq.db --ask")
@RECORD
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice([kind.value for kind in QuestionKind]),
    help="Only these questions; more than one may be given.",
)
@click.option("--ask", is_flag=True, help="Go through them one by one and keep each answer.")
@click.option("--by", default="", help="Who answers, with --ask.")
@STORY
@AS_JSON
@AS_CSV
def command(
    record: Path,
    kinds: tuple[str, ...],
    ask: bool,
    by: str,
    story: str | None,
    as_json: bool,
    as_csv: bool,
) -> int:
    """List what FILE waits for a person to say: outlets and dates that are not known or not exact,
    days that can be read in two orders, names that may be of one thing, wordings that may be of one
    utterance, figures that cannot both hold or may answer one question, speakers that were not
    found, announced events of which no later report was found, articles that were not analysed.
    First what settles most, each with the line that settles it.

    With --ask each is asked for, one line an answer: the day or the name, the number of a choice, s
    for same and d for different, u for "I know that it is not known", Enter for later, q for the
    end. An answer is kept at once.
    """
    from onrecord.api import open_record  # noqa: PLC0415
    from onrecord.errors import NotARecord, UsageError  # noqa: PLC0415

    if ask and (as_json or as_csv):
        raise UsageError("--ask is for a person; leave out --json and --csv")
    if not record.exists():
        raise NotARecord(f"{record}: no such record")
    handle = open_record(record)
    wanted = [QuestionKind(kind) for kind in kinds] or list(QuestionKind)
    if ask:
        from onrecord.cli.asking import ask_all  # noqa: PLC0415

        return ask_all(handle, wanted, by=by, story=story)
    questions = find_questions(handle, wanted, story)
    if as_json:
        print_json([question.as_dict(str(record)) for question in questions])
    elif as_csv:
        print_csv([question.as_dict(str(record)) for question in questions], _COLUMNS)
    else:
        for question in questions:
            print_question(question, str(record))
    _say_counts(questions)
    return 0


def find_questions(
    handle: OpenRecord, kinds: Sequence[QuestionKind], story: str | None = None
) -> list[Question]:
    """The open questions of some kinds of a record, in their order; with a story those on its
    articles.

    Raises:
        UsageError: no story is called so, or several are.
    """
    from onrecord.cli.page import warn_unlinked  # noqa: PLC0415
    from onrecord.record.articles_meant import articles_of_story  # noqa: PLC0415
    from onrecord.record.review import questions_of  # noqa: PLC0415

    warn_unlinked(handle.finish_links())
    with handle.reading() as file:
        compiled = handle.compiled(file)
        meant = articles_of_story(compiled, story) if story is not None else None
        return [
            question
            for question in questions_of(compiled)
            if question.kind in kinds and (meant is None or question.article in meant)
        ]


def print_question(question: Question, record: str, *, err: bool = False) -> None:
    """A question with its evidence and the line that settles it; on standard error where asked."""
    settles = f"  settles {question.settles_words}" if question.settles else ""
    click.echo(
        click.style(KIND_WORDS[question.kind], bold=True)
        + f"  {one_line(shorten(question.label, 60))}{settles}",
        err=err,
    )
    if question.headline and question.entry is None and question.kind not in PAIR_KINDS:
        click.echo(f"  {one_line(shorten(question.headline, 160))}", err=err)
    if question.known:
        click.echo(f"  {one_line(question.known)}", err=err)
    for anchor in question.evidence[:_MOST_EVIDENCE]:
        at = "" if anchor["article"] == question.article else f"{anchor['article'][:8]}:"
        words = one_line(shorten(anchor["text"], 300))
        click.echo(f"  “{words}”  {at}{anchor['start']}-{anchor['end']}", err=err)
    if len(question.evidence) > _MOST_EVIDENCE:
        click.echo(f"  and {len(question.evidence) - _MOST_EVIDENCE} more", err=err)
    for one in question.likely:
        _print_likely(one, question.article, err=err)
    for line in () if err else question.commands(record):
        click.echo(f"  {one_line(line)}")


def _print_likely(one: LikelyNews, article: str, *, err: bool) -> None:
    """What likely tells the same news: reason, article, day; under it the words of both."""
    click.echo(f"  {one_line(one.words)}", err=err)
    shown = [
        f"“{one_line(shorten(anchor['text'], 60))}” "
        + ("" if anchor["article"] == article else f"{anchor['article'][:8]}:")
        + f"{anchor['start']}-{anchor['end']}"
        for anchor in one.evidence
    ]
    if shown:
        click.echo(f"    {', '.join(shown)}", err=err)


def _say_counts(questions: Sequence[Question]) -> None:
    counts = Counter(question.kind for question in questions)
    parts = (f"{counts[kind]} {KIND_WORDS[kind]}" for kind in QuestionKind if counts[kind])
    if questions:
        say(f"{counted(len(questions), 'question')} ({'; '.join(parts)})")
    else:
        say("nothing waits")
