"""The whole way of the data; the file to read first.

`ingest` conducts, for any number of inputs:

1. stale articles, made by other versions of a stage, are made again from their kept bytes;
2. sources give pages; those that the record has are passed over (`sources`);
3. each page becomes an article, with what a person decided laid over it (`articles`);
4. articles are analysed in batches (`analysis`);
5. each is kept with its findings in a transaction of its own (`store`);
6. what belongs together is linked (`linking`).

Killed anywhere, the file holds every article that was finished, and the same call goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import batched
from pathlib import Path

from onrecord import linking as linking_stage
from onrecord.analysis import analyze as analysis_stage
from onrecord.articles import read as articles_stage
from onrecord.articles.decided import apply_decisions, is_orphan
from onrecord.errors import InputError, UsageError
from onrecord.link_record import forget_article, link_pending
from onrecord.settings import Settings
from onrecord.sources.open import open_source
from onrecord.sources.options import SourceOptions
from onrecord.sources.web.address import UNCHANGED
from onrecord.sources.web.fetching import Fetcher
from onrecord.store.fetched import Recollection
from onrecord.store.file import RecordFile
from onrecord.values.article import Article
from onrecord.values.decisions import ENTRY_DECISIONS, PAIR_DECISIONS, Decision, What
from onrecord.values.findings import Analysis
from onrecord.values.ids import article_id
from onrecord.values.pages import Page, Remark, Severity
from onrecord.values.vocabulary import PARSED_ROLES

_BATCH = 16
"""Articles analysed and kept together; what a kill can cost."""


@dataclass(slots=True)
class IngestReport:
    """What an `ingest` did."""

    added: list[str] = field(default_factory=list)
    """Ids of new articles."""
    known: int = 0
    """Items that the record had."""
    rebuilt: int = 0
    """Stale articles made again."""
    remarks: list[Remark] = field(default_factory=list)
    not_analysed: list[str] = field(default_factory=list)
    """Ids of new articles that are kept and searchable but not analysed."""

    @property
    def failed(self) -> list[Remark]:
        """Remarks on what could not be read, or only in part."""
        return [r for r in self.remarks if r.severity is not Severity.NOTE]


Listener = Callable[[Article | Remark], None]
"""Called for every article kept and every remark, in order."""


def ingest(
    record: RecordFile,
    targets: Sequence[str | Path],
    *,
    settings: Settings,
    options: SourceOptions | None = None,
    listener: Listener | None = None,
) -> IngestReport:
    """Add the articles of some inputs to a record; see the module's steps.

    Args:
        record: open for writing.
        targets: paths of files and folders, web addresses, or `-` for standard input.
        settings: model and limits.
        options: what the user said about the inputs.
        listener: called for every article kept and every remark.

    Raises:
        ModelError: the language model cannot be used.
        RecordFileError: the file cannot be written.
    """
    report = IngestReport()
    run = _Run(record, settings, options or SourceOptions(), report, listener or _silent)
    # 1. stale articles
    report.rebuilt = rebuild(record, settings=settings)
    # 2. to 5.
    for batch in batched(run.new_articles(targets), _BATCH):
        run.keep(batch)
    run.report_unused()
    # 6. links
    link_pending(record)
    run.remember()
    return report


@dataclass(slots=True)
class _Run:
    record: RecordFile
    settings: Settings
    options: SourceOptions
    report: IngestReport
    listener: Listener
    used: set[str] = field(default_factory=set)
    memory: Recollection = field(init=False)

    def __post_init__(self) -> None:
        self.memory = Recollection(self.record.recall_fetched)
        if self.options.memory is None and _asks_for_the_usual(self.options):
            self.options = replace(self.options, memory=self.memory)

    def new_articles(self, targets: Sequence[str | Path]) -> Iterator[tuple[Page, Article]]:
        waiting: dict[str, Page] = {}
        fetcher = Fetcher(user_agent=self.settings.user_agent)
        for target in targets:
            for found in open_source(
                target,
                limits=self.settings.limits,
                options=self.options,
                used=self.used,
                fetcher=fetcher,
            ):
                if isinstance(found, Remark):
                    self.remark(found)
                    continue
                id_ = article_id(found.data, found.given)
                if id_ in waiting or self.record.versions_of(id_) is not None:
                    self.again(id_, found, waiting)
                    continue
                article = self.read(found)
                if article is not None:
                    waiting[id_] = found
                    yield found, article
                    if len(waiting) > 4 * _BATCH:
                        waiting = {
                            k: p for k, p in waiting.items() if not self.record.versions_of(k)
                        }

    def read(self, page: Page) -> Article | None:
        try:
            article = articles_stage.read_article(page, limits=self.settings.limits)
        except InputError as error:
            self.remark(
                Remark(
                    name=page.name,
                    severity=Severity.FAILED,
                    reason=error.reason,
                    message=str(error),
                )
            )
            return None
        # Decisions on an article outlive it: taken out and added again, it has them.
        return apply_decisions(article, self.record.decisions(article.id))

    def again(self, id_: str, page: Page, waiting: dict[str, Page]) -> None:
        self.report.known += 1
        if self.record.versions_of(id_) is None:
            first = waiting[id_]
            if (page.name, page.name_dates, page.archived) != (
                first.name,
                first.name_dates,
                first.archived,
            ):
                self.later_names.append((id_, page))
            return
        if not self.record.knows_name(id_, page):
            self.add_name(id_, page)

    def add_name(self, id_: str, page: Page) -> None:
        with self.record.transaction():
            if self.record.add_name(id_, page):
                _settle(self.record, id_, self.settings)

    later_names: list[tuple[str, Page]] = field(default_factory=list)
    """Further names of articles that were not kept yet when they came."""

    def keep(self, batch: Sequence[tuple[Page, Article]]) -> None:
        versions = running_versions(self.settings)
        analyses = analysis_stage.analyze([article for _, article in batch], self.settings)
        for (page, article), analysis in zip(batch, analyses, strict=True):
            analysed = analysis_stage.is_analysed(article, self.settings.limits)
            self.record.save(article, analysis, analysed=analysed, versions=versions, page=page)
            self.report.added.append(article.id)
            if not analysed:
                self.report.not_analysed.append(article.id)
            self.listener(article)
        for id_, page in self.later_names:
            if self.record.versions_of(id_) is not None:
                self.add_name(id_, page)
        self.later_names = [n for n in self.later_names if self.record.versions_of(n[0]) is None]

    def remark(self, remark: Remark) -> None:
        self.report.remarks.append(remark)
        if remark.severity is not Severity.NOTE:
            self.memory.failed()
        elif remark.reason == UNCHANGED:
            self.report.known += 1
        self.listener(remark)

    def remember(self) -> None:
        """Only now is all that the servers gave kept."""
        if self.memory.fresh:
            self.record.remember_fetched(self.memory.fresh)

    def report_unused(self) -> None:
        for name in sorted(set(self.options.given) - self.used):
            self.remark(
                Remark(
                    name=name,
                    severity=Severity.NOTE,
                    reason="unused-row",
                    message=f"{name}: named in the table of known facts, but by no input",
                )
            )


def _asks_for_the_usual(options: SourceOptions) -> bool:
    """Whether nothing said about the inputs could make something else of the same answers, so
    that servers may be asked for news only."""
    return options.follow is not False and options == SourceOptions(follow=options.follow)


def _silent(_: Article | Remark) -> None:
    """The listener of those who do not listen."""


def running_versions(settings: Settings) -> tuple[str, str]:
    """Versions of the stages that would make results now: articles, analysis with its model."""
    return articles_stage.stage_version(), analysis_stage.stage_version(settings)


def note_versions(record: RecordFile, settings: Settings, program: str) -> None:
    """Keep in the file what made it."""
    articles_version, analysis_version = running_versions(settings)
    record.note_about(
        {
            "program": program,
            "model": analysis_stage.model_description(settings),
            "articles_version": articles_version,
            "analysis_version": analysis_version,
            "linking_version": linking_stage.VERSION,
        }
    )


def rebuild(record: RecordFile, *, settings: Settings, every: bool = False) -> int:
    """Make stale articles again from their kept bytes, or all of them; how many there were.

    What a person decided is laid over the new reading.
    """
    versions = running_versions(settings)
    if (
        every
        or record.about().get("linking_version", linking_stage.VERSION) != linking_stage.VERSION
    ):
        record.forget_links()
    ids = [s.id for s in record.summaries()] if every else record.stale(versions)
    for batch in batched(ids, _BATCH):
        fresh = [_read_again(record, id_, settings) for id_ in batch]
        for article, analysis in zip(fresh, analysis_stage.analyze(fresh, settings), strict=True):
            _keep_again(record, article, analysis, settings)
    link_pending(record)
    return len(ids)


def _read_again(record: RecordFile, id_: str, settings: Settings) -> Article:
    item = record.item(id_)
    article = articles_stage.read_article(item.page, limits=settings.limits)
    return apply_decisions(article, record.decisions(id_))


def _keep_again(
    record: RecordFile, article: Article, analysis: Analysis, settings: Settings
) -> None:
    record.save(
        article,
        analysis,
        analysed=analysis_stage.is_analysed(article, settings.limits),
        versions=running_versions(settings),
    )


def _settle(record: RecordFile, id_: str, settings: Settings) -> Article:
    """Read one article again; it is parsed again only where its parsed paragraphs changed."""
    old, fresh = record.article(id_), _read_again(record, id_, settings)
    current = record.versions_of(id_) == running_versions(settings)
    if current and old.text == fresh.text and _parsed(old) == _parsed(fresh):
        analysis = record.analysis(id_)
    else:
        analysis = next(iter(analysis_stage.analyze([fresh], settings)))
    _keep_again(record, fresh, analysis, settings)
    return fresh


def _parsed(article: Article) -> list[tuple[int, int]]:
    return [(p.start, p.end) for p in article.paragraphs if p.role in PARSED_ROLES]


def remove(record: RecordFile, ids: Iterable[str], *, purge: bool) -> None:
    """Take articles out; their decisions stay as orphans. With `purge` nothing of their bytes,
    text and index entries stays in the file."""
    for id_ in ids:
        forget_article(record, id_)
    if purge:
        record.purge()


def decide(record: RecordFile, decision: Decision, *, settings: Settings) -> Decision:
    """Keep a decision and settle its article by it.

    Raises:
        UsageError: the decision hangs on words that do not stand at its place.
    """
    for side in (decision, decision.right):
        if side is not None and is_orphan(side, record.article(side.article)):
            raise UsageError("the words of the decision do not stand at its place in the article")
    with record.transaction():
        kept = record.decide(decision)
        _settle_by_decisions(record, decision, settings)
    return kept


def undo(record: RecordFile, number: int, *, settings: Settings) -> Decision:
    """Take a decision back and settle its article by those that are left."""
    with record.transaction():
        decision = record.undo(number)
        if record.versions_of(decision.article) is not None:
            _settle_by_decisions(record, decision, settings)
    return replace(decision, undone=True)


def _settle_by_decisions(record: RecordFile, decision: Decision, settings: Settings) -> None:
    if decision.what in ENTRY_DECISIONS | PAIR_DECISIONS | {What.SPEAKER}:
        return  # They change no article: the record is compiled with them.
    if decision.what is What.LABEL:
        _settle_label(record, decision.article)
    else:
        _settle(record, decision.article, settings)
        link_pending(record)


def _settle_label(record: RecordFile, id_: str) -> None:
    labels = [d.value for d in record.decisions(id_) if d.what is What.LABEL]
    record.set_label(id_, labels[-1] if labels else None)
