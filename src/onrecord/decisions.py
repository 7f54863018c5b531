"""From what a person types to a decision, checked against the record."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal

from onrecord.articles.decided import UNKNOWN, is_orphan, read_days
from onrecord.errors import UsageError
from onrecord.record.compile import compile_record
from onrecord.record.decided_sides import Place, Side, Sides, pair_of
from onrecord.record.name_search import find_names
from onrecord.store.file import RecordFile
from onrecord.values.decisions import ENTRY_DECISIONS, PAIR_DECISIONS, Decision, What
from onrecord.values.vocabulary import Role

_LONGEST = 200
_LONGEST_NOTE = 2000
_ENTRY_ID = re.compile(r"[0-9a-f]{4,16}")


def read_decision(record: RecordFile, what: str, on: str, value: str, *, by: str = "") -> Decision:
    """The decision that the words mean.

    Args:
        record: the record it is about.
        what: published, updated, outlet, agency, label, role, keep, hide, note, same, different,
            undecided or speaker.
        on: name of an article; for a role with `:START`, any place in the paragraph; for keep, hide
            and note with `:START`, any place in the sentence, or the id of a timeline entry; for
            same, different and undecided the left side, for speaker the attribution (`Side`).
        value: what was decided; empty for keep and hide; the right side; the speaker's name.
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
    value = _checked_value(kind, " ".join(value.split()))
    if kind in ENTRY_DECISIONS:
        return _entry_decision(record, kind, on, value, by)
    if kind in PAIR_DECISIONS:
        return _pair_decision(record, kind, on, value, by)
    if kind is What.SPEAKER:
        return _speaker_decision(record, on, value, by)
    if kind is What.ROLE:
        return _role_decision(record, on, value, by)
    article = record.find(on)
    if kind in (What.PUBLISHED, What.UPDATED):
        read_days(value)
    if kind is What.LABEL and value == UNKNOWN:
        raise UsageError("a label cannot be unknown; take the decision back with --undo")
    return Decision(number=0, what=kind, article=article, value=value, by=by)


def _checked_value(kind: What, value: str) -> str:
    if kind in (What.KEEP, What.HIDE):
        if value:
            raise UsageError(f"{kind.value} takes no value; write a note with `note`")
        return value
    longest = _LONGEST_NOTE if kind is What.NOTE else _LONGEST
    if not value or len(value) > longest:
        raise UsageError(f"the value must have 1 to {longest} characters")
    return value


def _entry_decision(record: RecordFile, kind: What, on: str, value: str, by: str) -> Decision:
    """A decision on the sentence at a place, or on the clause that tells a timeline entry best."""
    if ":" in on:
        article, start, end = _sentence_at(record, on)
    else:
        entry = find_entry(record, on)
        article, start = entry["sentence"]["article"], entry["sentence"]["start"]
        best = next(s for s in entry["support"] if (s["article"], s["start"]) == (article, start))
        start, end = best["clause"]
    return Decision(
        number=0,
        what=kind,
        article=article,
        value=value,
        start=start,
        end=end,
        text=record.article(article).text[start:end],
        by=by,
    )


def _sentence_at(record: RecordFile, on: str) -> tuple[str, int, int]:
    name, start = split_place(on)
    article = record.find(name)
    for sentence in record.analysis(article).sentences:
        if sentence.start <= start < sentence.end:
            return article, sentence.start, sentence.end
    raise UsageError(f"{on}: no sentence at this place; `onrecord timeline` prints places that are")


def is_entry_id(name: str) -> bool:
    """Whether the words may be the id of a timeline entry, or the beginning of one."""
    return _ENTRY_ID.fullmatch(name) is not None


def find_entry(record: RecordFile, name: str) -> Mapping[str, Any]:
    """The timeline entry with this id or unique beginning of it, four characters or more.

    Raises:
        UsageError: there is none, or more than one.
    """
    if not is_entry_id(name):
        raise UsageError(f"{name!r}: write ARTICLE:START or the id of a timeline entry")
    timeline = compile_record(record, program="").tail["timeline"] or ()
    found = [entry for entry in timeline if entry["id"].startswith(name)]
    if not found:
        raise UsageError(
            f"no timeline entry has the id {name!r}; `onrecord timeline` prints the ids"
        )
    if len(found) > 1:
        shown = ", ".join(entry["id"] for entry in found[:5])
        raise UsageError(f"{name!r} fits {len(found)} timeline entries: {shown}")
    entry: Mapping[str, Any] = found[0]
    return entry


def _pair_decision(record: RecordFile, kind: What, on: str, value: str, by: str) -> Decision:
    """A decision whether two names are of one thing, two wordings of one utterance, or two figures
    answers to one question."""
    sides = _sides(record)
    pair, left, right = pair_of(_side(record, sides, on), _side(record, sides, value))
    return _anchored(record, kind, left, right, value=pair.value, by=by)


def _speaker_decision(record: RecordFile, on: str, value: str, by: str) -> Decision:
    """A decision who said what is attributed at a place: a name of the record, another name, or
    `unknown`."""
    sides = _sides(record)
    wording = _side(record, sides, on).wording
    if wording is None:
        raise UsageError(
            f"{on}: nothing is attributed to anybody here; `onrecord quotes` shows what is"
        )
    if value == UNKNOWN or not (found := find_names(sides.entities, value)):
        return _anchored(record, What.SPEAKER, wording, None, value=value, by=by)
    if len(found) > 1:
        shown = ", ".join(f"{entity['name']} ({entity['id']})" for entity in found[:5])
        raise UsageError(f"{value!r} fits {len(found)} names: {shown}")
    named = sides.telling_mention(found[0])
    return _anchored(record, What.SPEAKER, wording, named, value=found[0]["name"], by=by)


def _sides(record: RecordFile) -> Sides:
    compiled = compile_record(record, program="")
    return Sides(
        entities=compiled.tail["entities"] or (),
        attributions=list(compiled.attributions()),
        variants=compiled.tail["variants"] or (),
        figures=list(compiled.figures()),
        series=compiled.tail["series"] or (),
        text_of=lambda id_: record.article(id_).text,
    )


def _side(record: RecordFile, sides: Sides, typed: str) -> Side:
    if ":" not in typed:
        return sides.named(typed)
    name, start = split_place(typed)
    return sides.at(typed, record.find(name), start)


def _anchored(
    record: RecordFile, kind: What, left: Place, right: Place | None, *, value: str, by: str
) -> Decision:
    article, span = left
    made = Decision(
        number=0,
        what=kind,
        article=article,
        value=value,
        start=span.start,
        end=span.end,
        text=record.article(article).slice(span),
        by=by,
    )
    if right is None:
        return made
    other, place = right
    return replace(
        made,
        other_article=other,
        other_start=place.start,
        other_end=place.end,
        other_text=record.article(other).slice(place),
    )


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
    return "orphan" if hangs_on_nothing(record, decision) else "holds"


def hangs_on_nothing(record: RecordFile, decision: Decision) -> bool:
    """Whether the words of a side no longer stand at their place, or its article is gone."""
    sides = [decision, decision.right] if decision.right else [decision]
    return any(
        record.versions_of(side.article) is None or is_orphan(side, record.article(side.article))
        for side in sides
    )
