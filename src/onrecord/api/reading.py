"""Opening a record file, finishing its links, and compiling it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.errors import RecordFileError, RecordStale
from onrecord.settings import Settings
from onrecord.store.file import RecordFile

if TYPE_CHECKING:
    from onrecord.record.compile import Record


def program_version() -> str:
    """Version of the installed program."""
    import importlib.metadata  # noqa: PLC0415

    return importlib.metadata.version("onrecord")


class Reading:
    """A record file that is read; every call opens the file and closes it."""

    def __init__(self, path: Path, settings: Settings) -> None:
        self.path = path
        self.settings = settings

    def writing(self) -> RecordFile:
        """The file, open for writing; made where it is missing."""
        return RecordFile(self.path, write=True, lock_seconds=self.settings.lock_seconds)

    def reading(self) -> RecordFile:
        """The file, open for reading."""
        return RecordFile(self.path)

    def finish_links(self) -> int:
        """Link what is not linked yet; how many articles stay unlinked because the file cannot
        be written."""
        with self.reading() as record:
            pending = len(record.unlinked())
        if not pending:
            return 0
        from onrecord.link_record import link_pending  # noqa: PLC0415

        try:
            with self.writing() as record:
                link_pending(record)
        except RecordFileError:
            return pending
        return 0

    def compiled(self, record: RecordFile) -> Record:
        """The record of an open file.

        Raises:
            RecordStale: results of several versions of a stage are mixed in the file, or it
                holds others than it says.
        """
        from onrecord.record.compile import compile_record  # noqa: PLC0415

        if record.versions() - {said_versions(record)}:
            raise RecordStale(
                f"{self.path}: holds results of several versions; `onrecord rebuild {self.path}`"
                " makes them anew"
            )
        return compile_record(record, program=program_version())

    def to_dict(self) -> dict[str, Any]:
        """The whole record as it is exported to JSON."""
        self.finish_links()
        with self.reading() as record:
            return self.compiled(record).as_dict()

    def unseen(self) -> list[str]:
        """Ids of the articles whose news nobody has looked at, in the order of the record."""
        with self.reading() as record:
            return record.unseen()


def said_versions(record: RecordFile) -> tuple[str, str]:
    """The stage versions that the file says made its results."""
    about = record.about()
    return about.get("articles_version", ""), about.get("analysis_version", "")
