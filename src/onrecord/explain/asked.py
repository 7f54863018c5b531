"""What somebody asks about in a record."""

from __future__ import annotations

from functools import cached_property

from onrecord.decisions import is_entry_id
from onrecord.record.compile import Record, compile_record
from onrecord.store.file import RecordFile


class Asked:
    """An id or the beginning of one; the record is compiled once, where it is needed."""

    def __init__(self, record: RecordFile, what: str) -> None:
        self.record = record
        self.what = what
        self.may_be_id = is_entry_id(what)

    @cached_property
    def compiled(self) -> Record:
        """The record of the file."""
        return compile_record(self.record, program="")

    @cached_property
    def labels(self) -> dict[str, str]:
        """The label of each article by its id."""
        return {summary.id: summary.label for summary in self.record.summaries()}

    def fits(self, id_: str | None) -> bool:
        """Whether an id is the one that is asked for."""
        return id_ is not None and self.may_be_id and id_.startswith(self.what)
