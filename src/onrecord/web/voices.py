"""The section of voices: each speaker with what they said over time, each utterance once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.record.review_lines import shell_word
from onrecord.text.folding import fold_words
from onrecord.values.days import DayInterval
from onrecord.values.vocabulary import Sourcing
from onrecord.web.datewords import DateWords, interval_words
from onrecord.web.index import RecordIndex
from onrecord.web.statement_rows import StatementRow, StatementRows
from onrecord.web.statements import NO_SOURCE, UNRESOLVED, Statement, Voice
from onrecord.web.strips import SpeakerStrip, StripAxis

type Json = Mapping[str, Any]

MOST_OPEN = 12
"""Statements of the first voices that are not folded, together."""
MOST_IN_SIGHT = 12
"""Statements of a voice that stand before its fold."""
MOST_BEFORE_FOLD = 40
"""Voices that stand before the fold of those with few statements."""
_MOST_TITLES = 4
_TITLE = 160
_NAMELESS = {
    UNRESOLVED[0]: "speaker not resolved",
    NO_SOURCE[0]: "no source printed",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceView:
    """A voice, closed and opened."""

    key: str
    names: tuple[str, ...]
    nameless: str
    """Computed words where nothing names it."""
    look: str
    """`unnamed` where it is drawn as an unnamed source, else nothing."""
    kind: str
    """How it is sourced: `named`, `document`; empty where `nameless` says it."""
    titles: tuple[str, ...]
    """Descriptions printed beside the name."""
    conditions: tuple[str, ...]
    """Of an unnamed source, as printed."""
    entity: str | None
    """Fragment of its name in the section of people, where it stands there."""
    when: DateWords
    strip: SpeakerStrip
    total: int
    more: int
    """Statements for which the page has no room."""
    command: str
    """Shows all of them."""
    rows: tuple[StatementRow, ...]
    folded: tuple[StatementRow, ...]
    fold_label: str
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class VoicesView:
    """The section."""

    looked_for: bool
    axis: str
    voices: tuple[VoiceView, ...]
    folded: tuple[VoiceView, ...]
    """Those with few statements, where there are many voices."""
    total: int
    """Voices of the record."""
    statements: int
    more_statements: int
    more_voices: int
    has_wordings: bool


def list_voices(index: RecordIndex) -> VoicesView:
    """The voices as the page shows them."""
    said = index.said
    rows = StatementRows(index)
    axis = StripAxis([s.days for s in said.by_id.values()])
    views: list[VoiceView] = []
    opened = 0
    for voice in said.voices:
        is_open = not views or (opened < MOST_OPEN and len(voice.statements) <= 2 * MOST_OPEN)
        opened += len(voice.statements)
        views.append(_voice(index, rows, axis, voice, is_open))
    return VoicesView(
        looked_for=said.looked_for,
        axis=axis.words,
        voices=tuple(views[:MOST_BEFORE_FOLD]),
        folded=tuple(views[MOST_BEFORE_FOLD:]),
        total=said.total_voices,
        statements=said.total,
        more_statements=said.total - len(said.by_id),
        more_voices=said.total_voices - len(said.voices),
        has_wordings=rows.has_wordings,
    )


def _voice(
    index: RecordIndex, rows: StatementRows, axis: StripAxis, voice: Voice, is_open: bool
) -> VoiceView:
    listed = [rows.row(statement, voice) for statement in voice.statements]
    shown, folded = listed[:MOST_IN_SIGHT], listed[MOST_IN_SIGHT:]
    if len(folded) <= MOST_IN_SIGHT // 4:
        shown, folded = listed, []
    members = [member for s in voice.statements for member in s.members]
    unnamed = voice.is_described and voice.sourcing == Sourcing.UNNAMED
    return VoiceView(
        key=voice.key,
        names=_names(rows, voice, members),
        nameless=_NAMELESS.get(voice.sourcing, "words left out"),
        look="unnamed" if unnamed else "",
        kind="" if voice.sourcing in _NAMELESS else voice.sourcing,
        titles=_titles(rows, voice, members) if voice.entity else (),
        conditions=_printed(rows, members, "condition"),
        entity=index.names.fragment(voice.entity),
        when=_when(voice.statements),
        strip=axis.strip(voice.statements),
        total=voice.total,
        more=voice.total - len(voice.statements),
        command=_command(voice),
        rows=tuple(shown),
        folded=tuple(folded),
        fold_label=_fold_label(folded, voice.statements[len(shown) :]),
        is_open=is_open,
    )


def _names(rows: StatementRows, voice: Voice, members: Sequence[Json]) -> tuple[str, ...]:
    """The name, or the printed descriptions as far as the page may show them."""
    if voice.is_described:
        words = (rows.words(m["article"], m.get("description") or m.get("source")) for m in members)
        return tuple(dict.fromkeys(_clip(found) for found in words if found))[:_MOST_TITLES]
    return tuple(_clip(name) for name in voice.names[:_MOST_TITLES])


def _titles(rows: StatementRows, voice: Voice, members: Sequence[Json]) -> tuple[str, ...]:
    """Descriptions that tell more than the name."""
    named = {word for name in voice.names for word in fold_words(name)}
    printed = _printed(rows, members, "description")
    return tuple(words for words in printed if not set(fold_words(words)) <= named)


def _printed(rows: StatementRows, members: Iterable[Json], key: str) -> tuple[str, ...]:
    """The printed words of a kind, the commonest first, as far as the page may show them."""
    words = (rows.words(m["article"], m.get(key)) for m in members)
    counted = Counter(_clip(found) for found in words if found)
    return tuple(word for word, _ in counted.most_common(_MOST_TITLES))


def _clip(words: str) -> str:
    words = " ".join(words.split()).strip(" ,;:")
    return words if len(words) <= _TITLE else words[: _TITLE - 1].rstrip() + "…"


def _when(statements: Iterable[Statement]) -> DateWords:
    ends = [day for s in statements for day in (s.days.first, s.days.last) if day]
    return interval_words(DayInterval(min(ends), max(ends)) if ends else DayInterval())


def _fold_label(folded: Sequence[StatementRow], statements: Iterable[Statement]) -> str:
    return f"{len(folded):,} more, {_when(statements).words}" if folded else ""


def _command(voice: Voice) -> str:
    if voice.entity and voice.names and voice.names[0].isprintable():
        return f"onrecord quotes FILE --by {shell_word(voice.names[0])}"
    return "onrecord quotes FILE"
