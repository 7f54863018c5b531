"""`RecordFile`: the one SQLite file, opened for reading or for writing.

Other modules of this package hold the SQL; this one gives their functions one door,
turns SQLite's errors into named ones and holds the writer's lock.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from onrecord.sources.options import Validators
from onrecord.store import articles, decisions, fetched, links, search
from onrecord.store.connection import close, connect, named_error, writer_lock
from onrecord.store.linked import LinkedFile
from onrecord.values.article import Article
from onrecord.values.decisions import Decision
from onrecord.values.findings import Analysis
from onrecord.values.hits import Hit
from onrecord.values.pages import Page
from onrecord.values.stored import ArticleSummary, KeptItem


class RecordFile(LinkedFile):
    """A record on disk; a context manager. Errors are those of `onrecord.errors`."""

    def __init__(self, path: str | Path, *, write: bool = False, lock_seconds: float = 2.0) -> None:
        self.path = Path(path)
        self.write = write
        self._stack = ExitStack()
        if write:
            self._stack.enter_context(writer_lock(self.path, lock_seconds))
        try:
            self._connection = connect(self.path, write=write)
        except BaseException:
            self._stack.close()
            raise
        self._stack.callback(close, self._connection, write=write)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file and let go of the lock."""
        self._stack.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing: what is written inside is kept together or not at all.

        Inside of another one it is a part of that.
        """
        if self._connection.in_transaction:
            yield
            return
        with self.named_errors():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    @contextmanager
    def named_errors(self) -> Iterator[None]:
        """Turn what SQLite raises inside into an error with a name."""
        try:
            yield
        except sqlite3.Error as error:
            raise named_error(self.path, error) from error

    # --- articles ---

    def versions_of(self, article_id: str) -> tuple[str, str] | None:
        """Stage versions that made an article, or None where the record has no such article."""
        with self.named_errors():
            return articles.known_versions(self._connection, article_id)

    def knows_name(self, article_id: str, page: Page) -> bool:
        """Whether the article came under this very name before."""
        with self.named_errors():
            return articles.known_name(self._connection, article_id, page)

    def add_name(self, article_id: str, page: Page) -> bool:
        """Note a further name of a known article; whether that is new."""
        with self.transaction():
            return articles.add_name(self._connection, article_id, page)

    def save(
        self,
        article: Article,
        analysis: Analysis,
        *,
        analysed: bool,
        versions: tuple[str, str],
        page: Page | None = None,
    ) -> None:
        """Keep an article and its findings in one transaction; `page` where it is new."""
        with self.transaction():
            articles.save_article(
                self._connection,
                article,
                analysis,
                analysed=analysed,
                versions=versions,
                page=page,
            )

    def article(self, article_id: str) -> Article:
        """The article with this id, its date as the pile settles it."""
        with self.named_errors():
            return articles.load_article(self._connection, article_id)

    def article_as_read(self, article_id: str) -> Article:
        """The article with this id, its date from itself alone."""
        with self.named_errors():
            return articles.load_article(self._connection, article_id, as_read=True)

    def analysis(self, article_id: str) -> Analysis:
        """The findings of the article with this id."""
        with self.named_errors():
            return articles.load_analysis(self._connection, article_id)

    def item(self, article_id: str) -> KeptItem:
        """The bytes of the article as received, with its names."""
        with self.named_errors():
            return articles.load_item(self._connection, article_id)

    def summaries(self) -> list[ArticleSummary]:
        """All articles in the order of the record, without their texts."""
        with self.named_errors():
            return articles.list_articles(self._connection)

    def find(self, name: str) -> str:
        """The id of the article that a person names."""
        with self.named_errors():
            return articles.resolve_name(self._connection, name)

    def forget(self, article_id: str) -> None:
        """Take an article out, inside a transaction; its decisions stay as orphans.

        What servers said is forgotten: an address from which it came must give it again.
        """
        articles.delete_article(self._connection, article_id)
        links.forget_origins(self._connection, article_id)
        fetched.forget_validators(self._connection)

    def purge(self) -> None:
        """Erase from the file what was removed: rebuilt index, no journal, no free pages.

        Decisions keep their place but not the words at it, which are the article's.
        """
        with self.named_errors():
            self._connection.execute(
                "UPDATE decision SET text = NULL WHERE article NOT IN (SELECT id FROM article)"
            )
            self._connection.execute(
                "UPDATE decision SET other_text = NULL"
                " WHERE other_article NOT IN (SELECT id FROM article)"
            )
            self._connection.execute("INSERT INTO search(search) VALUES ('rebuild')")
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._connection.execute("PRAGMA journal_mode = DELETE")
            self._connection.execute("VACUUM")

    def set_label(self, article_id: str, label: str | None) -> None:
        """Give an article a label of a person's choice, or none."""
        with self.transaction():
            self._connection.execute(
                "UPDATE article SET label = ? WHERE id = ?", (label, article_id)
            )

    def versions(self) -> set[tuple[str, str]]:
        """All pairs of stage versions whose results are in the file."""
        with self.named_errors():
            rows = self._connection.execute(
                "SELECT DISTINCT articles_version, analysis_version FROM article"
            )
            return {(row[0], row[1]) for row in rows}

    def stale(self, versions: tuple[str, str]) -> list[str]:
        """Ids of the articles that other versions made."""
        with self.named_errors():
            return list(
                articles.iter_ids(
                    self._connection, "articles_version <> ? OR analysis_version <> ?", *versions
                )
            )

    # --- addresses ---

    def recall_fetched(self, address: str) -> Validators | None:
        """What the server said when an address was last asked and what it gave was kept."""
        with self.named_errors():
            return fetched.load_validators(self._connection, address)

    def remember_fetched(self, said: Mapping[str, Validators]) -> None:
        """Keep what servers said of addresses."""
        with self.transaction():
            fetched.save_validators(self._connection, said)

    # --- decisions, search, facts about the file ---

    def decide(self, decision: Decision) -> Decision:
        """Keep a decision; it comes back with its number."""
        with self.transaction():
            return decisions.add_decision(self._connection, decision)

    def decisions(self, article: str | None = None, *, undone: bool = False) -> list[Decision]:
        """Decisions in the order made."""
        with self.named_errors():
            return decisions.list_decisions(self._connection, article, undone=undone)

    def undo(self, number: int) -> Decision:
        """Take a decision back."""
        with self.transaction():
            return decisions.undo_decision(self._connection, number)

    def search(self, query: str, *, filters: search.Filters, limit: int) -> tuple[list[Hit], int]:
        """The best hits and how many articles were found."""
        with self.named_errors():
            return search.search_articles(self._connection, query, filters=filters, limit=limit)

    def about(self) -> dict[str, str]:
        """What made the file."""
        with self.named_errors():
            rows = self._connection.execute("SELECT key, value FROM about ORDER BY key")
            return {row["key"]: row["value"] for row in rows}

    def note_about(self, facts: Mapping[str, str]) -> None:
        """Keep what made the file."""
        with self.transaction():
            self._connection.executemany(
                "INSERT OR REPLACE INTO about VALUES (?, ?)", sorted(facts.items())
            )
