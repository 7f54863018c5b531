"""The Python face: `onrecord.open(path)` gives an `OpenRecord`; it decides nothing by itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from html import escape
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self, Unpack, overload

from onrecord.errors import NotARecord, RecordFileError, RecordStale
from onrecord.settings import Settings, load_settings
from onrecord.store.file import RecordFile
from onrecord.store.search import Filters

if TYPE_CHECKING:
    import pandas
    import polars

    from onrecord.pipeline import IngestReport, Listener
    from onrecord.record.compile import Record
    from onrecord.record.figures_filter import FigureFilters
    from onrecord.record.figures_rows import Figures
    from onrecord.sources.options import SourceOptions

type TextMode = Literal["none", "excerpts", "full"]


def _several(words: str | Collection[str]) -> Collection[str]:
    """One word as a collection of one."""
    return (words,) if isinstance(words, str) else words


def program_version() -> str:
    """Version of the installed program."""
    import importlib.metadata  # noqa: PLC0415

    return importlib.metadata.version("onrecord")


class View(Sequence[Mapping[str, Any]]):
    """Rows of one view; a sequence of mappings that also turns into a data frame."""

    def __init__(self, name: str, rows: Sequence[Mapping[str, Any]]) -> None:
        self.name = name
        self._rows = tuple(rows)

    @overload
    def __getitem__(self, index: int) -> Mapping[str, Any]: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Mapping[str, Any]]: ...
    def __getitem__(self, index: int | slice) -> Mapping[str, Any] | Sequence[Mapping[str, Any]]:
        return self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Mapping[str, Any]]:
        return iter(self._rows)

    def __repr__(self) -> str:
        return f"<{self.name}: {len(self)} rows>"

    def _repr_html_(self) -> str:
        """A table for notebooks; every word of an article is escaped."""
        columns = list(self._rows[0]) if self._rows else []
        head = "".join(f"<th>{escape(c)}</th>" for c in columns)
        rows = "".join(
            "<tr>" + "".join(f"<td>{escape(_shown(row[c]))}</td>" for c in columns) + "</tr>"
            for row in self._rows[:100]
        )
        more = f"<p>{len(self) - 100} more rows</p>" if len(self) > 100 else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{more}"

    def to_pandas(self) -> pandas.DataFrame:
        """The rows as a pandas frame (`pip install onrecord[frames]`)."""
        import pandas  # noqa: PLC0415

        return pandas.DataFrame([dict(row) for row in self._rows])

    def to_polars(self) -> polars.DataFrame:
        """The rows as a polars frame (`pip install onrecord[frames]`)."""
        import polars  # noqa: PLC0415

        rows = [dict(row) for row in self._rows]
        return polars.DataFrame(rows, infer_schema_length=None)


def _shown(value: object) -> str:
    return "" if value is None else str(value)


class OpenRecord:
    """A record file in use. A context manager; every call opens the file and closes it."""

    def __init__(self, path: str | Path, settings: Settings | None = None) -> None:
        self.path = Path(path)
        self.settings = settings or load_settings()

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

    # --- writing ---

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

        return _said_versions(record) != pipeline.running_versions(self.settings)

    def writing(self) -> RecordFile:
        """The file, open for writing; made where it is missing."""
        return RecordFile(self.path, write=True, lock_seconds=self.settings.lock_seconds)

    def reading(self) -> RecordFile:
        """The file, open for reading."""
        return RecordFile(self.path)

    # --- views ---

    def articles(self) -> View:
        """The articles in order of time, without their texts."""
        from onrecord.record.articles_view import article_row  # noqa: PLC0415

        with self.reading() as record:
            return View("articles", [article_row(summary) for summary in record.summaries()])

    def search(
        self,
        query: str,
        *,
        outlet: str | None = None,
        since: date | None = None,
        until: date | None = None,
        limit: int = 20,
    ) -> View:
        """Passages that fit a query, best articles first, one row a passage."""
        filters = Filters(outlet=outlet, since=since, until=until)
        with self.reading() as record:
            hits, _ = record.search(query, filters=filters, limit=limit)
        rows = [
            {
                "article": hit.article.id,
                "label": hit.article.label,
                "start": passage.start,
                "end": passage.end,
                "role": passage.role.value,
                "text": passage.text,
                "matches": [[m.start, m.end] for m in passage.matches],
            }
            for hit in hits
            for passage in hit.passages
        ]
        return View("search", rows)

    def timeline(
        self,
        *,
        since: date | None = None,
        until: date | None = None,
        about: str | None = None,
        outlet: str | None = None,
        status: Collection[str] = (),
        min_weight: float = 0.0,
        top: int | None = None,
        kept: bool = False,
        hidden: bool = False,
    ) -> View:
        """What happened when, in order of time; `record.timeline_filter.select_entries` says what
        the filters mean."""
        from onrecord.record.timeline_filter import select_entries  # noqa: PLC0415

        self.finish_links()
        with self.reading() as record:
            compiled = self.compiled(record)
        entries = select_entries(
            compiled.tail["timeline"] or [],
            since=since,
            until=until,
            about=about,
            outlet=outlet,
            outlets={s.id: f"{s.outlet or ''} | {s.agency or ''}" for s in compiled.summaries},
            status=status,
            min_weight=min_weight,
            top=top,
            kept=kept,
            hidden=hidden,
        )
        return View("timeline", entries)

    def quotes(
        self,
        *,
        by: str | Collection[str] = (),
        others: bool = False,
        about: str | None = None,
        mentions: str | None = None,
        since: date | None = None,
        until: date | None = None,
        kind: str | Collection[str] = (),
        sourcing: str | Collection[str] = (),
        stance: str | Collection[str] = (),
        outlet: str | None = None,
        through: str | None = None,
        nested: bool = False,
    ) -> View:
        """Who said what, each utterance with all its wordings; `record.quotes_filter.QuotesQuery`
        says what the filters mean.

        Raises:
            SeveralNames: a name fits several speakers; none is chosen.
        """
        from onrecord.record.quotes_filter import QuotesQuery  # noqa: PLC0415
        from onrecord.record.quotes_view import quotes_of  # noqa: PLC0415

        query = QuotesQuery(
            by=_several(by),
            others=others,
            about=about,
            mentions=mentions,
            since=since,
            until=until,
            kind=_several(kind),
            sourcing=_several(sourcing),
            stance=_several(stance),
            outlet=outlet,
            through=through,
            nested=nested,
        )
        self.finish_links()
        with self.reading() as record:
            found = quotes_of(self.compiled(record), query)
            return View("quotes", found.rows if found else ())

    def figures(self, **filters: Unpack[FigureFilters]) -> View:
        """What was counted, one row a printed figure, in the order of the articles;
        `record.figures_filter.FiguresQuery` says what the filters mean.

        Raises:
            SeveralNames: a name fits several speakers; none is chosen.
        """
        found = self._figures(filters)
        return View("figures", found.points if found else ())

    def series(self, **filters: Unpack[FigureFilters]) -> View:
        """Figures that answer one question, one row a series with its reports (`points`) and how
        they differ (`differences`), those first that most articles give; filters as in `figures`.

        Raises:
            SeveralNames: a name fits several speakers; none is chosen.
        """
        found = self._figures(filters)
        return View("series", [row for row in found.rows if row["id"]] if found else ())

    def _figures(self, filters: FigureFilters) -> Figures | None:
        from onrecord.record.figures_filter import FiguresQuery  # noqa: PLC0415
        from onrecord.record.figures_rows import figures_of  # noqa: PLC0415

        self.finish_links()
        with self.reading() as record:
            return figures_of(self.compiled(record), FiguresQuery.of(filters))

    def who(
        self,
        name: str | None = None,
        *,
        type: str | Collection[str] = (),
        unsure: bool = False,
        top: int | None = None,
    ) -> View:
        """People, organisations, places and groups under all their printed names, those first that
        most articles name; `record.who_view.who_of` says what the filters mean."""
        from onrecord.record.who_view import who_of  # noqa: PLC0415

        self.finish_links()
        with self.reading() as record:
            rows = who_of(
                self.compiled(record), name=name, type=_several(type), unsure=unsure, top=top
            )
        return View("who", rows or ())

    def review(self) -> View:
        """What waits for a person, what settles most first; see `record.review.open_questions`."""
        from onrecord.record.review import questions_of  # noqa: PLC0415

        self.finish_links()
        with self.reading() as record:
            questions = questions_of(self.compiled(record))
        return View("review", [question.as_dict(str(self.path)) for question in questions])

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

        if record.versions() - {_said_versions(record)}:
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

    def to_pandas(self) -> dict[str, pandas.DataFrame]:
        """Every view as a pandas frame, by name."""
        return {
            "articles": self.articles().to_pandas(),
            "timeline": self.timeline().to_pandas(),
            "review": self.review().to_pandas(),
        }


def _said_versions(record: RecordFile) -> tuple[str, str]:
    """The stage versions that the file says made its results."""
    about = record.about()
    return about.get("articles_version", ""), about.get("analysis_version", "")


def open_record(path: str | Path, *, settings: Settings | None = None) -> OpenRecord:
    """The record at `path`; the file is made by the first `add`.

    Raises:
        NotARecord: the path is a folder.
    """
    if Path(path).is_dir():
        raise NotARecord(f"{path}: is a folder, not a record file")
    return OpenRecord(path, settings)
