"""The pairs of made copies for `copies.py`: which article is edited, with which one beside it.

Sources and donors are drawn with a fixed seed, each article once. A donor is on the same event
(allsides_roundups) or on the same topic within three days (timeline17) and of another outlet; for
background in common it is of the same outlet and one to five days later (timeline17 only). It
shares no run of eight words with the source outside quotation marks, so that it is no copy itself.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from copies_made import COPIES, NO_COPIES, has_quotations

_EACH = 60
"""Pairs of each operation that makes copies, as many from each data set."""
_OTHERS = {"quotations": 150, "background": 120, "same event": 150}
_SHORTEST, _LONGEST = 200, 2000
"""Words of a source."""
_FEWEST = 6
"""Paragraphs of a source."""
_RUN = 8
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")
_WORD = re.compile(r"[^\W_]+")

type Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePair:
    """An article and what was made of it."""

    operation: str
    left: str
    right: str
    is_copy: bool
    source: Row
    made: str

    def rows(self) -> Iterator[tuple[str, Row]]:
        """Both articles by their ids."""
        yield self.left, self.source
        yield self.right, {"id": self.right, "text": self.made}


def made_pairs(piles: Mapping[str, Sequence[Row]]) -> list[MadePair]:
    """All pairs, by operation."""
    found: list[MadePair] = []
    for name, rows in sorted(piles.items()):
        drawn = _Draw(name, rows)
        for operation in COPIES:
            found += drawn.pairs(operation, _EACH // len(piles), is_copy=True)
        for operation, count in _OTHERS.items():
            found += drawn.pairs(operation, count // len(piles), is_copy=False)
    return found


class _Draw:
    def __init__(self, name: str, rows: Sequence[Row]) -> None:
        self._name = name
        self._rng = random.Random(f"copies {name}")
        self._rows = sorted(rows, key=lambda row: str(row["id"]))
        self._rng.shuffle(self._rows)
        self._near: dict[str, list[Row]] = {}
        for row in self._rows:
            self._near.setdefault(str(row.get("event_id") or row.get("topic")), []).append(row)
        self._used: set[str] = set()

    def pairs(self, operation: str, count: int, *, is_copy: bool) -> Iterator[MadePair]:
        """So many pairs of an operation, fewer where the data has no more."""
        made = 0
        for row in self._rows:
            if made == count:
                return
            text = _paragraphs(row)
            if row["id"] in self._used or not _fits(text):
                continue
            if operation == "quotations" and not has_quotations(text):
                continue
            donor = self._donor(row, text, same_outlet=operation == "background")
            if donor is None:
                continue
            self._used |= {row["id"], donor["id"]}
            made += 1
            yield _pair(operation, row, donor, is_copy=is_copy)

    def _donor(self, row: Row, text: Sequence[str], *, same_outlet: bool) -> Row | None:
        runs = _runs(text)
        for other in self._near[str(row.get("event_id") or row.get("topic"))]:
            if other["id"] in self._used or other["id"] == row["id"]:
                continue
            is_same = other["outlet"] == row["outlet"]
            if is_same and not same_outlet:
                continue
            if same_outlet and not is_same and self._name == "timeline17":
                continue
            if not _near_in_time(row, other, same_outlet=same_outlet):
                continue
            words = _paragraphs(other)
            if _fits(words) and runs.isdisjoint(_runs(words)):
                return other
        return None


def _pair(operation: str, row: Row, donor: Row, *, is_copy: bool) -> MadePair:
    make = {**COPIES, **NO_COPIES}[operation]
    rng = random.Random(f"{operation} {row['id']}")
    made = make(_paragraphs(row), _paragraphs(donor), rng)
    return MadePair(
        operation=operation,
        left=str(row["id"]),
        right=f"made/{row['id']}",
        is_copy=is_copy,
        source={"id": row["id"], "text": row["text"]},
        made="\n\n".join(made),
    )


def _paragraphs(row: Row) -> list[str]:
    return [line.strip() for line in str(row["text"]).split("\n") if line.strip()]


def _fits(text: Sequence[str]) -> bool:
    words = sum(len(one.split()) for one in text)
    return len(text) >= _FEWEST and _SHORTEST <= words <= _LONGEST


def _near_in_time(row: Row, other: Row, *, same_outlet: bool) -> bool:
    one, two = row.get("published"), other.get("published")
    if not one or not two:
        return True
    days = (date.fromisoformat(str(two)) - date.fromisoformat(str(one))).days
    return 1 <= days <= 5 if same_outlet else abs(days) <= 3


def _runs(text: Sequence[str]) -> set[str]:
    words = _WORD.findall(_QUOTED.sub(" ", "\n".join(text)).lower())
    return {" ".join(words[n : n + _RUN]) for n in range(len(words) - _RUN + 1)}
