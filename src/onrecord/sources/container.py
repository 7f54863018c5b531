"""What all containers of records share: limits, faults told one by one, what has no text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from onrecord.errors import BrokenInput, InputError, TooLarge
from onrecord.sources.iptc.newsroom import Standing, StandingTally
from onrecord.sources.iptc.ninjs_fields import is_ninjs, ninjs_standing
from onrecord.sources.items import Item, Reading, too_large
from onrecord.sources.record_fields import FIELD_KEYS, field_of, record_fields
from onrecord.values.pages import MediaType, Page, Remark, Severity

MOST_FAULTS = 20
"""How many faults of one container are told one by one; the rest are counted."""
NO_TEXT = "no-text-field"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One line, row or entry: a record with its bytes, or the reason why it is none."""

    number: int
    """From 1."""
    record: Mapping[str, object] = field(default_factory=dict)
    data: bytes = b""
    fault: InputError | None = None
    media_type: MediaType = MediaType.RECORD
    standing: Standing | None = None
    """What its publisher says of it, where its format tells."""


def read_members(
    item: Item, members: Iterable[Member], reading: Reading
) -> Iterator[Page | Remark]:
    """A page for every member with a text, named `container#number`, and what went wrong.

    1. a member over a limit, broken, no article or without a text is counted and told
    2. the others become pages
    3. at the end: what was only counted, and whether anything was read at all
    """
    tally = _Tally(item)
    limits = reading.limits
    for found in members:
        member = _mapped(found, reading.options.columns)
        standing = _standing(member)
        if tally.pages >= limits.container_items:
            yield tally.stopped(limits.container_items)
            break
        if member.fault is not None:
            yield from tally.fault(member.number, member.fault)
        elif len(member.data) > limits.item_bytes:
            name = f"{item.shown}#{member.number}"
            setting = "ONRECORD_LIMIT_ITEM_BYTES"
            error = too_large(name, len(member.data), limits.item_bytes, setting)
            yield from tally.fault(member.number, error)
        elif standing.is_aside:
            tally.standings.aside(standing, f"#{member.number}")
        elif _is_textless(member):
            tally.without_text(member)
        else:
            tally.pages += 1
            tally.standings.kept(standing, f"#{member.number}")
            name = f"{item.name}#{member.number}"
            yield Page(data=member.data, media_type=member.media_type, name=name)
    yield from tally.close()


def to_json(record: Mapping[str, object]) -> bytes:
    """The bytes of a record: JSON with sorted keys, without spaces, in UTF-8.

    Raises:
        BrokenInput: it is nested too deeply.
    """
    try:
        text = json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    except RecursionError as error:
        raise BrokenInput("a record is nested too deeply") from error
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:  # lone surrogates, spelled as escapes in the source
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").encode()


def no_text_message(keys: Iterable[str]) -> str:
    """What was found instead of a text, and how to say where it is."""
    names = list(keys)
    if any(field_of(name) == "text" for name in names):
        return "the field that should hold it is empty"
    found = ", ".join(names[:20]) or "none"
    return (
        f"no text is found under the names {found}; accepted are "
        f"{', '.join(FIELD_KEYS['text'][:6])} and others, or say it: --column text=NAME"
    )


def with_columns(
    record: Mapping[str, object], columns: Mapping[str, str]
) -> Mapping[str, object] | None:
    """The record with our keys for the user's columns; None where it has none of them."""
    spelled = {key.strip().casefold(): key for key in reversed(list(record))}
    renamed = {
        field: key
        for field, column in columns.items()
        if (key := column if column in record else spelled.get(column.strip().casefold()))
        is not None
    }
    if not renamed:
        return None
    taken = set(renamed.values())
    rest = {key: value for key, value in record.items() if key not in taken}
    kept = {f"column:{key}" if key in renamed else key: value for key, value in rest.items()}
    return kept | {field: record[key] for field, key in renamed.items()}


def _mapped(member: Member, columns: Mapping[str, str]) -> Member:
    """The member under our keys, where the user mapped columns that it has."""
    renamed = with_columns(member.record, columns)
    if renamed is None:
        return member
    try:
        return Member(number=member.number, record=renamed, data=to_json(renamed))
    except BrokenInput as error:
        return Member(number=member.number, fault=error)


def _standing(member: Member) -> Standing:
    if member.standing is not None:
        return member.standing
    return ninjs_standing(member.record) if is_ninjs(member.record) else Standing()


def _is_textless(member: Member) -> bool:
    return member.media_type is MediaType.RECORD and record_fields(member.record).text is None


class _Tally:
    """What came out of one container so far."""

    def __init__(self, item: Item) -> None:
        self._item = item
        self.pages = 0
        self.standings = StandingTally(item.shown)
        self._faults = 0
        self._textless: list[int] = []
        self._keys: dict[str, None] = {}

    def fault(self, number: int, error: InputError) -> Iterator[Remark]:
        self._faults += 1
        if self._faults <= MOST_FAULTS:
            yield Remark(
                name=f"{self._item.shown}#{number}",
                severity=Severity.PARTIAL,
                reason=error.reason,
                message=str(error),
            )

    def without_text(self, member: Member) -> None:
        if not self._textless:
            self._keys.update(dict.fromkeys(member.record))
        self._textless.append(member.number)

    def stopped(self, limit: int) -> Remark:
        return self._remark(
            Severity.PARTIAL,
            TooLarge.reason,
            f"{self._item.shown} holds more than {limit:,} articles; the first {limit:,} were "
            "read (raise the limit with ONRECORD_LIMIT_CONTAINER_ITEMS)",
        )

    def close(self) -> Iterator[Remark]:
        yield from self.standings.remarks()
        more = self._faults - MOST_FAULTS
        if more > 0:
            text = f"{more:,} more of {self._item.shown} could not be read"
            yield self._remark(Severity.PARTIAL, "more-faults", text)
        if self._textless:
            severity = Severity.PARTIAL if self.pages else Severity.FAILED
            text = f"{self._item.shown}: {len(self._textless):,} without a text, the first is "
            text += f"#{self._textless[0]}; {no_text_message(self._keys)}"
            yield self._remark(severity, NO_TEXT, text)
        elif not self.pages and self._faults:
            text = f"{self._item.shown}: nothing in it could be read"
            yield self._remark(Severity.FAILED, "broken", text)
        elif not self.pages and not self.standings.found:
            text = f"{self._item.shown} holds no article: it has no entries"
            yield self._remark(Severity.FAILED, "empty", text)

    def _remark(self, severity: Severity, reason: str, message: str) -> Remark:
        return Remark(name=self._item.shown, severity=severity, reason=reason, message=message)
