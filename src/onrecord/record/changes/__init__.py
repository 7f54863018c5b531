"""What changed since an earlier export of a record; `changes_between` conducts.

1. what made the two exports, and what only one of them looked for;
2. articles that were added, taken out, dated anew or read anew;
3. stories and origins: which are one now, which are no longer;
4. entries of the timeline;
5. series of figures;
6. differences;
7. names: which are one now, which are no longer.

Groups are recognised by the words that they hang on, never by their ids alone: a group's id changes
when a smaller member comes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from onrecord.record.changes.change import Change, Shown
from onrecord.record.changes.of_articles import article_changes, grouping_changes
from onrecord.record.changes.of_differences import difference_changes
from onrecord.record.changes.of_entries import entry_changes
from onrecord.record.changes.of_names import name_changes
from onrecord.record.changes.of_series import series_changes
from onrecord.record.changes.of_versions import version_changes
from onrecord.record.changes.two_records import TwoRecords

__all__ = ["Change", "Shown", "changes_between"]


def changes_between(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Change]:
    """What changed from one export of a record to another.

    The earlier one may be of another program and may lack what that did not write; what it lacks is
    not compared, and told as `not-compared`.

    Args:
        old: the earlier export, as its JSON has it.
        new: the record now, in the same shape.
    """
    both = TwoRecords(old, new)
    # 1. what made them
    found = list(version_changes(old, new))
    for part, changes in _PARTS:
        found += _compared(part, changes, both)
    return found


_PARTS: Sequence[tuple[str, Callable[[TwoRecords], Iterator[Change]]]] = (
    # 2. articles, 3. stories and origins
    ("articles", article_changes),
    ("stories", lambda both: grouping_changes(both, "story", "stories")),
    ("origins", lambda both: grouping_changes(both, "origin", "origins")),
    # 4. timeline, 5. series, 6. differences, 7. names
    ("timeline", entry_changes),
    ("series", series_changes),
    ("differences", difference_changes),
    ("entities", name_changes),
)


def _compared(
    part: str, changes: Callable[[TwoRecords], Iterator[Change]], both: TwoRecords
) -> list[Change]:
    """The changes of one part; where an earlier export has it in another shape, that it is not
    compared."""
    try:
        return list(changes(both))
    except (AttributeError, IndexError, KeyError, TypeError):
        return [
            Change(
                part="record",
                change="not-compared",
                after=(Shown(id=part, value=None),),
                why="other-shape",
            )
        ]
