"""A record file in use: what writes it; what reads it is in `reading` and `views`."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from onrecord.api.reading import program_version, said_versions
from onrecord.api.views import Views
from onrecord.errors import NotARecord
from onrecord.settings import Settings, load_settings
from onrecord.store.file import RecordFile

if TYPE_CHECKING:
    import pandas

    from onrecord.pipeline import IngestReport, Listener
    from onrecord.sources.options import SourceOptions


class OpenRecord(Views):
    """A record file in use. A context manager; every call opens the file and closes it."""

    def __init__(self, path: str | Path, settings: Settings | None = None) -> None:
        super().__init__(Path(path), settings or load_settings())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Nothing stays open between calls."""

    def __repr__(self) -> str:
        return f"onrecord.open({str(self.path)!r})"

    def add(
        self,
        *targets: str | Path,
        options: SourceOptions | None = None,
        listener: Listener | None = None,
    ) -> IngestReport:
        """Read, analyse, keep and link the articles of files, folders, web addresses or `-`.

        Nothing is fetched but addresses (strings that begin with http:// or https://) and, as
        `options.follow` says, the pages that feeds link to.
        """
        from onrecord import pipeline  # noqa: PLC0415

        with self.writing() as record:
            # First in a new file, so that one that is cut short says what made it; in any other
            # last, so that it never says versions that its results do not have.
            is_new = not record.about()
            if is_new:
                pipeline.note_versions(record, self.settings, program_version())
            report = pipeline.ingest(
                record, targets, settings=self.settings, options=options, listener=listener
            )
            changed = report.added or report.rebuilt or self._says_other_versions(record)
            if changed and not is_new:
                pipeline.note_versions(record, self.settings, program_version())
            return report

    def _says_other_versions(self, record: RecordFile) -> bool:
        from onrecord import pipeline  # noqa: PLC0415

        return said_versions(record) != pipeline.running_versions(self.settings)

    def note_seen(self, articles: Collection[str]) -> None:
        """Keep that somebody has seen the news of these articles; `news(new=True)` leaves them out.

        Args:
            articles: their ids.

        Raises:
            RecordFileError: the file cannot be written.
        """
        with self.writing() as record:
            record.note_seen(articles)

    def to_pandas(self) -> dict[str, pandas.DataFrame]:
        """Every view as a pandas frame, by name."""
        return {
            "articles": self.articles().to_pandas(),
            "timeline": self.timeline().to_pandas(),
            "origins": self.origins().to_pandas(),
            "differences": self.differences().to_pandas(),
            "news": self.news().to_pandas(),
            "stories": self.stories().to_pandas(),
            "review": self.review().to_pandas(),
        }


def open_record(path: str | Path, *, settings: Settings | None = None) -> OpenRecord:
    """The record at `path`; the file is made by the first `add`.

    Raises:
        NotARecord: the path is a folder.
    """
    if Path(path).is_dir():
        raise NotARecord(f"{path}: is a folder, not a record file")
    return OpenRecord(path, settings)
