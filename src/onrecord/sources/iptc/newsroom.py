"""What the news formats of the IPTC share: the kind of an item, its status and its dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from onrecord.values.pages import Remark, Severity

MEDIA_KINDS = frozenset({"picture", "graphic", "audio", "video", "still", "photo", "animation"})
"""Kinds of items that are no article, whatever words stand in them (captions, scripts)."""
COMPOSITES = frozenset({"composite", "component"})
"""Kinds of items that may hold a text and may only hold others together."""
_NO_NEWS = frozenset({"event", "planning", "concept", "knowledge", "catalog", "package"})
"""Kinds of items about coming events, about words, or that only list other items."""
_WITHHELD = frozenset({"withheld", "embargoed"})
_CANCELLED = frozenset({"canceled", "cancelled", "killed", "kill", "withdrawn"})
_TOLD = 3
"""How many items are named in one remark; the others are counted."""
_MOMENT = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)"
    r"(?:[T ]?(\d\d):?(\d\d)(?::?(\d\d))?(?:[.,]\d+)?\s?(Z|[+-]\d\d:?\d\d)?)?"
)


@dataclass(frozen=True, slots=True)
class Standing:
    """What kind of item it is and whether its publisher lets it be published."""

    kind: str = "text"
    """`text`, `picture`, `video`, ..., in lower case."""
    status: str = "usable"
    """`usable`, `withheld`, `canceled`, in lower case."""

    @property
    def is_aside(self) -> bool:
        """Whether it is no article: a picture, a film, a plan, a list of items."""
        return self.kind in MEDIA_KINDS or self.kind in _NO_NEWS

    @property
    def reason(self) -> str | None:
        """The reason of a remark on its status; None for what may be published."""
        if self.status in _CANCELLED:
            return "cancelled-by-publisher"
        return "withheld-by-publisher" if self.status in _WITHHELD else None


@dataclass(slots=True)
class StandingTally:
    """The items of one input that are no articles or that their publisher took back."""

    shown: str
    found: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    """(reason, kind) to the first items, as messages call them."""
    counts: dict[tuple[str, str], int] = field(default_factory=dict)

    def aside(self, standing: Standing, name: str) -> None:
        """One item that is no article."""
        self._count("no-article", standing.kind, name)

    def kept(self, standing: Standing, name: str) -> None:
        """One item that was read; its status is told where it has one."""
        if (reason := standing.reason) is not None:
            self._count(reason, "", name)

    def remarks(self) -> Iterator[Remark]:
        """One remark for each reason and kind."""
        for (reason, kind), names in sorted(self.found.items()):
            count = self.counts[reason, kind]
            which = ", ".join(names) + (", ..." if count > len(names) else "")
            yield Remark(
                name=self.shown,
                severity=Severity.NOTE,
                reason=reason,
                message=_message(self.shown, reason, kind, count, which),
            )

    def _count(self, reason: str, kind: str, name: str) -> None:
        names = self.found.setdefault((reason, kind), [])
        if len(names) < _TOLD:
            names.append(name)
        self.counts[reason, kind] = self.counts.get((reason, kind), 0) + 1


def _message(shown: str, reason: str, kind: str, count: int, which: str) -> str:
    if count > 1:
        where = f"{count:,} items of {shown} ({which})"
    else:
        where = shown if which == shown else f"{shown}{which}"
    if reason == "no-article":
        why = "only lists other items" if kind == "package" else "is no article"
        return f"{where}: left aside; what is of the kind {kind} {why}"
    if reason == "cancelled-by-publisher":
        return f"{where}: cancelled by the publisher; kept, but no longer stood by"
    return f"{where}: withheld by the publisher; kept, but not released for publication"


def code_of(value: str) -> str:
    """The last part of a code or of its address, in lower case (`stat:usable`: usable)."""
    return re.split(r"[:/#]", value.strip().rstrip("/"))[-1].casefold()


def iso_moment(value: str | None) -> str | None:
    """A date or timestamp with dashes and colons; one that is not understood as it stands.

    Midnight to the second in a compact form (`20220308T000000`) stands for a day.
    """
    text = (value or "").strip()
    match = _MOMENT.fullmatch(text)
    if match is None:
        return text or None
    day = f"{match[1]}-{match[2]}-{match[3]}"
    if match[4] is None or ("-" not in text[:8] and match[4] + match[5] + (match[6] or "") in _NIL):
        return day
    return f"{day}T{match[4]}:{match[5]}:{match[6] or '00'}{match[7] or ''}"


_NIL = ("000000", "0000")


@dataclass(frozen=True, slots=True)
class ItemDates:
    """When an item was published and last changed, each as its format states it, or None."""

    published: str | None = None
    updated: str | None = None
    embargoed: str | None = None
    """Set where the embargo, not the making, says when it could be published."""


def item_dates(
    *,
    first: str | None = None,
    content: str | None = None,
    version: str | None = None,
    embargo: str | None = None,
    number: str | None = None,
) -> ItemDates:
    """The dates of a news item.

    An agency sends an item as soon as its first version is made: `published` is that
    moment, else when the content was made (of an item whose first version is not known),
    else when this version was. Under an embargo it is the embargo's end, where that is
    later. `updated` is this version's moment, where it is later and not the first version.
    """
    made = iso_moment(first) or iso_moment(content) or iso_moment(version)
    end = iso_moment(embargo)
    held = end is not None and (made is None or is_later(end, made))
    published = end if held else made
    changed = iso_moment(version)
    counted = (number or "").strip()
    is_first = counted in {"0", "1"} or (not counted and iso_moment(first) is None)
    later = changed is not None and published is not None and is_later(changed, published)
    return ItemDates(published, changed if later and not is_first else None, end if held else None)


def is_later(left: str, right: str) -> bool:
    """Whether one moment is after another; False where that cannot be told."""
    try:
        return _moment(left) > _moment(right)
    except ValueError:
        return False


def _moment(value: str) -> datetime:
    moment = datetime.fromisoformat(value)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
