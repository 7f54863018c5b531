"""From what a person types to a decision, checked against the record."""

from __future__ import annotations

from typing import Literal

from onrecord.articles.decided import UNKNOWN, is_orphan, read_days
from onrecord.errors import UsageError
from onrecord.store.file import RecordFile
from onrecord.values.decisions import Decision, What
from onrecord.values.vocabulary import Role

_LONGEST = 200


def read_decision(record: RecordFile, what: str, on: str, value: str, *, by: str = "") -> Decision:
    """The decision that the words mean.

    Args:
        record: the record it is about.
        what: published, updated, outlet, agency, label or role.
        on: name of an article; for a role with `:START`, any place in the paragraph.
        value: what was decided.
        by: who decided, if said.

    Raises:
        UsageError: the words mean no decision.
        NoSuchArticle: no article, or more than one, has the name.
    """
    try:
        kind = What(what)
    except ValueError as error:
        raise UsageError(
            f"nothing to decide is called {what!r}; there are: {', '.join(What)}"
        ) from error
    value = " ".join(value.split())
    if not value or len(value) > _LONGEST:
        raise UsageError(f"the value must have 1 to {_LONGEST} characters")
    if kind is What.ROLE:
        return _role_decision(record, on, value, by)
    article = record.find(on)
    if kind in (What.PUBLISHED, What.UPDATED):
        read_days(value)
    if kind is What.LABEL and value == UNKNOWN:
        raise UsageError("a label cannot be unknown; take the decision back with --undo")
    return Decision(number=0, what=kind, article=article, value=value, by=by)


def _role_decision(record: RecordFile, on: str, value: str, by: str) -> Decision:
    name, start = split_place(on)
    if value not in {role.value for role in Role}:
        raise UsageError(f"no role is called {value!r}; there are: {', '.join(Role)}")
    article = record.article(record.find(name))
    for paragraph in article.paragraphs:
        if paragraph.start <= start < paragraph.end:
            words = article.text[paragraph.start : paragraph.end]
            first = paragraph.start + len(words) - len(words.lstrip())
            last = paragraph.start + len(words.rstrip())
            if first >= last:
                break
            return Decision(
                number=0,
                what=What.ROLE,
                article=article.id,
                value=value,
                start=first,
                end=last,
                text=article.text[first:last],
                by=by,
            )
    raise UsageError(f"{on}: no words at this place; the text has {len(article.text)} characters")


def split_place(on: str) -> tuple[str, int]:
    """Name and offset of `ARTICLE:START`.

    Raises:
        UsageError: it has no such form.
    """
    name, separator, start = on.rpartition(":")
    if not separator or not name or not start.isdecimal() or len(start) > 12:
        raise UsageError(f"{on!r}: write ARTICLE:START, such as 002.txt:120")
    return name, int(start)


def decision_state(
    record: RecordFile, decision: Decision
) -> Literal["holds", "taken back", "orphan"]:
    """Whether a decision holds, was taken back, or hangs on something that is no more."""
    if decision.undone:
        return "taken back"
    if record.versions_of(decision.article) is None:
        return "orphan"
    if decision.start is not None and is_orphan(decision, record.article(decision.article)):
        return "orphan"
    return "holds"
