"""Going through the open questions of a record with a person, one line an answer.

Questions stand on standard error, answers come from standard input; so it works on a terminal and
on a pipe. Each answer is kept before the next question is asked.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from onrecord.cli.decide import decided_words
from onrecord.cli.review import find_questions, print_question
from onrecord.cli.streams import EXIT_INTERRUPTED, counted, one_line, say
from onrecord.errors import OnrecordError, UsageError
from onrecord.record.questions import PAIR_KINDS, Question, QuestionKind
from onrecord.values.decisions import What

if TYPE_CHECKING:
    from onrecord.api import OpenRecord

_LATER, _QUIT, _UNKNOWN, _HIDE = "", "q", "u", "h"

_VERDICTS = {"s": What.SAME, "d": What.DIFFERENT, "u": What.UNDECIDED}


class _EndOfAnswersError(Exception):
    """The person ends the round."""


def ask_all(
    handle: OpenRecord, kinds: Sequence[QuestionKind], *, by: str, story: str | None = None
) -> int:
    """Ask every open question of some kinds once, or those of one story; the exit status.

    An answer may settle other questions, so what is still open is looked up again after each.
    """
    asked: set[tuple[str, ...]] = set()
    kept = 0
    try:
        waiting = _still_open(handle, kinds, asked, story)
        while waiting:
            question = waiting.pop(0)
            asked.add(question.key)
            if _ask(handle, question, left=len(waiting), by=by):
                kept += 1
                waiting = _still_open(handle, kinds, asked, story)
    except _EndOfAnswersError:
        pass
    except (KeyboardInterrupt, click.Abort):
        click.echo(err=True)
        say(f"interrupted; {counted(kept, 'answer')} kept")
        return EXIT_INTERRUPTED
    say(f"{counted(kept, 'answer')} kept")
    return 0


def _still_open(
    handle: OpenRecord,
    kinds: Sequence[QuestionKind],
    asked: set[tuple[str, ...]],
    story: str | None,
) -> list[Question]:
    return [
        question
        for question in find_questions(handle, kinds, story)
        if question.what and question.key not in asked
    ]


def _ask(handle: OpenRecord, question: Question, *, left: int, by: str) -> bool:
    """Ask one question until its answer can be kept or is put off; whether one was kept."""
    print_question(question, str(handle.path), err=True)
    for number, choice in enumerate(_choices(question), 1):
        click.echo(f"  {number}  {one_line(choice)}", err=True)
    while True:
        answer = _read_line(f"{_keys(question)}  ({left} left)> ")
        if answer == _LATER:
            return False
        if answer == _QUIT:
            raise _EndOfAnswersError
        try:
            _keep(handle, *_decision(question, answer), by=by)
        except OnrecordError as error:
            say(str(error))
            if not isinstance(error, UsageError):
                raise
            continue
        return True


def _choices(question: Question) -> tuple[str, ...]:
    """The answers that are shown with a number."""
    return () if question.kind in PAIR_KINDS else question.choices


def _keys(question: Question) -> str:
    """What may be answered."""
    if question.what == What.NOTE:
        return "your note, h hide, Enter later, q quit"
    if question.kind in PAIR_KINDS:
        return "s same, d different, u undecided, Enter later, q quit"
    wanted = "day" if question.what == What.PUBLISHED else "name"
    count = len(question.choices)
    numbers = f", 1-{count} choose" if count > 1 else ", 1 choose" if count else ""
    return f"{wanted}{numbers}, u unknown, Enter later, q quit"


def _decision(question: Question, answer: str) -> tuple[str, str, str]:
    """What is decided, on what, and the value."""
    if question.what == What.NOTE:
        if answer == _HIDE:
            return What.HIDE.value, question.on, ""
        return question.what, question.on, answer
    if question.kind in PAIR_KINDS:
        if answer not in _VERDICTS:
            raise UsageError("answer s, d or u")
        return _VERDICTS[answer].value, question.on, question.value
    if answer == _UNKNOWN:
        return question.what, question.on, "unknown"
    if len(answer) == 1 and answer.isdecimal():
        number = int(answer)
        if not 1 <= number <= len(question.choices):
            raise UsageError(f"there is no choice {answer}")
        return question.what, question.on, question.choices[number - 1]
    return question.what, question.on, answer


def _keep(handle: OpenRecord, what: str, on: str, value: str, *, by: str) -> None:
    from onrecord import pipeline  # noqa: PLC0415
    from onrecord.decisions import read_decision  # noqa: PLC0415

    with handle.writing() as file:
        decision = read_decision(file, what, on, value, by=by)
        kept = pipeline.decide(file, decision, settings=handle.settings)
    say(f"decision {kept.number}: {what} {on} {decided_words(kept, value)}".rstrip())


def _read_line(prompt: str) -> str:
    """A line from the person, without white space around it.

    Raises:
        _EndOfAnswersError: there are no more lines.
    """
    click.echo(prompt, nl=False, err=True)
    line = sys.stdin.readline()
    if not line:
        click.echo(err=True)
        raise _EndOfAnswersError
    return line.strip()
