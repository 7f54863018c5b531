"""What an utterance says of itself in words: when, who, in which wordings.

Computed words, words of the closed vocabularies and printed words, these between quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from onrecord.record.day_words import interval_words, read_days
from onrecord.text.folding import fold_words
from onrecord.values.vocabulary import AttributionKind, Sourcing, Stance

type Row = Mapping[str, Any]

_UNNAMED = frozenset({Sourcing.UNNAMED, Sourcing.DOCUMENT})
_MOST_DIFFERENCES = 12
DECIDED = "decision: "
"""Reason of a speaker that a person named."""
OWN_WORDS = "✎"
"""Stands before what a person said."""
NO_WORDS = "–"
"""Stands for the side of a difference that has no words."""


def when_words(row: Row) -> str:
    """When it was said, in ISO days, with the words that say so: `2020-08-20 “on Thursday”`;
    `2020-08-15..2020-08-21 (publication)` where only that bounds it; `undated`."""
    days = read_days(row)
    if not days.known:
        return "undated"
    shown = str(days.first) if days.exact else f"{days.first or ''}..{days.last or ''}"
    if row["basis"] == "publication":
        return f"{shown} (publication)"
    printed = when_expression(row)
    return f"{shown}  “{printed}”" if printed else shown


def when_expression(row: Row) -> str | None:
    """The printed words that say when it was said, of the printing that says it best."""
    if row["basis"] == "publication":
        return None
    times = (wording["time"] for wording in row["wordings"] if _dates(wording, row))
    return next((_line(time["text"]) for time in times if time), None)


def when_day_words(row: Row) -> str:
    """As `when_words`, in words for documents: `20 Aug 2020`, `15–21 Aug 2020 (publication)`."""
    words = interval_words(read_days(row)).words
    return f"{words} (publication)" if row["basis"] == "publication" and row["first"] else words


def _dates(wording: Row, row: Row) -> bool:
    return bool(wording["said"] == {key: row[key] for key in ("first", "last", "basis")})


def source_words(wording: Row) -> list[str]:
    """Who said it, and under what circumstances: first the name, then the details.

    `Ada Finch`; `unnamed: “a harbour official”`, `“on condition of anonymity”`; `speaker
    unresolved: “he”`; `no source printed`.
    """
    return list(filter(None, (_who(wording), *_details(wording))))


def _who(wording: Row) -> str:
    name, sourcing = wording["speaker_name"], wording["sourcing"]
    if name and wording["speaker_why"].startswith(DECIDED):
        return f"{OWN_WORDS} {name}"
    printed = _text(wording, "description") or _text(wording, "source") or name
    if sourcing in _UNNAMED and printed:
        return f"{sourcing}: “{_line(printed)}”"
    if wording["speaker"] and name:
        return str(name)
    if not name and not printed:
        return "no source printed"
    if sourcing in (Sourcing.OUTLET, Sourcing.ORGANISATION):
        return f"{sourcing}: “{_line(name or printed)}”"
    return f"speaker unresolved: “{_line(printed or name)}”"


def _details(wording: Row) -> Iterator[str]:
    if wording["co_speakers"]:
        yield f"with {', '.join(wording['co_speakers'])}"
    if wording["organisation_name"] and not _is_organisation(wording):
        yield f"for “{_line(wording['organisation_name'])}”"
    if condition := _text(wording, "condition"):
        yield f"“{_line(condition)}”"
    if wording["through"]:
        yield f"through “{_line(wording['through'])}”"
    if wording["told_by"]:
        yield f"told by {wording['told_by']}"
    if wording["stance"] != Stance.SAID:
        yield wording["stance"]


def _is_organisation(wording: Row) -> bool:
    """Whether the speaker is the organisation that it speaks for."""
    if wording["organisation"] is not None:
        return bool(wording["organisation"] == wording["speaker"])
    return bool(_line(wording["organisation_name"]) == _line(wording["speaker_name"] or ""))


def equal_printings(row: Row) -> list[list[Row]]:
    """The printings of an utterance, those together that differ in no word, kind or source, in
    order of their first; the first of all is that of the row."""
    groups: dict[tuple[object, ...], list[Row]] = {}
    for wording in row["wordings"]:
        key = tuple(
            (_span(difference["left"]), _folded(difference["right"]))
            for difference in wording["differences"]
            if difference["kind"] == "words"
        )
        groups.setdefault((key, wording["kind"], other_source(wording, row)), []).append(wording)
    return list(groups.values())


def other_source(wording: Row, row: Row) -> str:
    """Who said it as this printing has it, where it is not as the first has it: `unnamed: “the
    official”; through “the Herald”`; else nothing."""
    own, first = source_words(wording), source_words(row["wordings"][0])
    return "" if own == first else "; ".join(own)


def _span(anchor: Row | None) -> tuple[int, int] | None:
    return (anchor["start"], anchor["end"]) if anchor else None


def _folded(anchor: Row | None) -> str:
    return " ".join(fold_words(anchor["said"])) if anchor else ""


def difference_words(wording: Row, first: Row) -> str:
    """How a printing differs from the first, word by word: `“don’t” → “do not”; – → “and more”`.

    Empty where all words differ: one of the two is a paraphrase, or they are different parts of
    what was said.
    """
    if AttributionKind.INDIRECT in (wording["kind"], first["kind"]):
        return ""
    pairs = [d for d in wording["differences"] if d["kind"] == "words"]
    if (
        len(pairs) == 1
        and _is_whole(pairs[0]["left"], first)
        and _is_whole(pairs[0]["right"], wording)
    ):
        return ""
    shown = [f"{_side(d['left'])} → {_side(d['right'])}" for d in pairs[:_MOST_DIFFERENCES]]
    if len(pairs) > _MOST_DIFFERENCES:
        shown.append(f"{len(pairs) - _MOST_DIFFERENCES} more")
    return "; ".join(shown)


def _is_whole(side: Row | None, wording: Row) -> bool:
    """Whether one side of a difference is all that a printing has."""
    said = fold_words("".join(words for words, _ in wording["pieces"]))
    return side is not None and fold_words(side["said"]) == said


def labels_of(wordings: Sequence[Row]) -> list[str]:
    """Labels of the articles that print them, each article once."""
    return list({wording["article"]: wording["label"] for wording in wordings}.values())


def kind_words(wording: Row) -> str:
    """`indirect:` or `mixed:` before words that are not all the speaker's; else nothing."""
    return "" if wording["kind"] == AttributionKind.DIRECT else f"{wording['kind']}: "


def _side(anchor: Row | None) -> str:
    return f"“{anchor['said']}”" if anchor else NO_WORDS


def _text(wording: Row, key: str) -> str | None:
    return wording[key]["text"] if wording[key] else None


def _line(words: str) -> str:
    return " ".join(words.split())
