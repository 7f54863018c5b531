"""What linking reads and keeps in the record file: keys, groups, dates, wordings."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager

from onrecord.linking.copies.link import CopyChanges
from onrecord.linking.dates.facts import DateFacts
from onrecord.linking.dates.link_dates import DateChanges
from onrecord.linking.dates.link_values import DateLink
from onrecord.linking.names.name_values import LocalName, NameChanges, NameLink, Tells
from onrecord.linking.pairs import Pair
from onrecord.linking.retold.link import RetoldChanges
from onrecord.linking.retold.sentence_text import SentenceText
from onrecord.linking.same_event.event_text import EventText
from onrecord.linking.same_event.link import EventChanges
from onrecord.linking.wordings.link import WordingChanges
from onrecord.linking.wordings.link_values import WordingLink
from onrecord.linking.wordings.wording_text import WordingText
from onrecord.store import articles, copies, dates, keys, links, names, retold, same_event, wordings
from onrecord.store.since import is_older
from onrecord.values.datings import OwnDates, SettledDate
from onrecord.values.findings import Mention
from onrecord.values.links import CopyLink, EventLink, OriginGroup, RetoldLink

_DERIVED = (
    *("copy_link", "sentence_text", "told_sentence", "retold_link"),
    *("event_text", "event_link"),
)
"""Further tables that hold nothing but what linking made."""
_NAMES_SINCE = 4
"""Schema from which on names are linked."""
_SEEN_SINCE = 6
"""Schema from which on it is kept what news has shown."""


class LinkedFile:
    """The part of a record file that linking reads and writes."""

    _connection: sqlite3.Connection
    transaction: Callable[[], AbstractContextManager[None]]
    named_errors: Callable[[], AbstractContextManager[None]]

    @property
    def index(self) -> keys.TableIndex:
        """The key index of linking."""
        return keys.TableIndex(self._connection)

    def unlinked(self) -> list[str]:
        """Ids of the articles that linking has not seen."""
        with self.named_errors():
            return list(articles.iter_ids(self._connection, "linked = 0"))

    def forget_links(self) -> None:
        """Forget what linking made, so that it makes it anew; old ids of groups stay known."""
        with self.transaction():
            keys.forget_keys(self._connection)
            dates.forget_all(self._connection)
            wordings.forget_all_wordings(self._connection)
            names.forget_names(self._connection)
            for table in _DERIVED:
                self._connection.execute(f"DELETE FROM {table}")
            self._connection.execute("UPDATE article SET linked = 0")

    def note_linked(self, ids: Iterable[str]) -> None:
        """Mark articles as seen by linking, inside a transaction."""
        self._connection.executemany(
            "UPDATE article SET linked = 1 WHERE id = ?", [(id_,) for id_ in ids]
        )

    def own_dates(self, article_id: str) -> OwnDates | None:
        """What an article tells of its own date; None where linking has not seen it."""
        return dates.load_own(self._connection, article_id)

    def date_facts(self, article_id: str) -> DateFacts:
        """By what an article that linking has seen is dated against others."""
        return dates.load_facts(self._connection, article_id)

    def date_neighbours(self, article_id: str) -> list[str]:
        """The articles to which an article has date links."""
        return dates.neighbours(self._connection, article_id)

    def date_links(self, articles: Iterable[str]) -> list[DateLink]:
        """All date links in which one of some articles is the left one."""
        return dates.load_links(self._connection, articles)

    def likely_date_links(self, article_id: str) -> list[DateLink]:
        """The date links of an article, on either side, that settle nothing; an older file, opened
        for reading, has none."""
        with self.named_errors():
            if not dates.has_settled(self._connection):
                return []
            return dates.load_likely_links(self._connection, article_id)

    def forget_dates(self, article_id: str) -> None:
        """Forget an article's own dates and date links, inside a transaction."""
        dates.forget_own(self._connection, article_id)

    def save_date_changes(self, changes: DateChanges) -> None:
        """Keep own dates and links that linking made, inside a transaction."""
        dates.save_own(self._connection, changes.own)
        dates.save_facts(self._connection, changes.facts)
        for pair, made in changes.judged:
            dates.save_links(self._connection, pair, made)
        for pair in changes.dropped:
            dates.save_links(self._connection, pair, ())

    def save_settled(self, settled: Iterable[SettledDate]) -> None:
        """Keep dates that linking settled, inside a transaction."""
        dates.save_settled(self._connection, settled)

    def origins(self) -> list[OriginGroup]:
        """All groups of copies."""
        with self.named_errors():
            return links.load_origins(self._connection)

    # --- copies ---

    def save_copy_changes(self, changes: CopyChanges) -> None:
        """Keep what became of copies, inside a transaction."""
        copies.save_copies(self._connection, changes)

    def forget_copies(self, article_id: str) -> None:
        """Forget what an article has in common with others, inside a transaction."""
        copies.forget_copies(self._connection, article_id)

    def copy_links_of(self, article_id: str) -> list[CopyLink]:
        """What an article has in common with others, in order of their ids."""
        return copies.load_copies_of(self._connection, article_id)

    def copy_links(self) -> list[CopyLink]:
        """What all articles have in common, in order of their ids."""
        with self.named_errors():
            return list(copies.load_copies(self._connection))

    def save_origins(self, groups: Iterable[OriginGroup]) -> None:
        """Keep groups of copies in the place of those that share a member, in a transaction."""
        links.save_origins(self._connection, groups)

    # --- sentences retold ---

    def sentence_text(self, text_id: str) -> SentenceText:
        """The sentence with this id, as it is compared."""
        return retold.load_sentence_text(self._connection, text_id)

    def save_retold_changes(self, changes: RetoldChanges) -> None:
        """Keep what became of sentences, inside a transaction."""
        retold.save_retold(self._connection, changes)

    def forget_told(self, article_id: str) -> None:
        """Forget which sentences an article told, inside a transaction."""
        retold.forget_told(self._connection, article_id)

    def told_by(self, article_id: str) -> list[tuple[int, int, str]]:
        """(start, end, text id) of the sentences that an article tells, in order."""
        with self.named_errors():
            found = retold.load_told(self._connection, article_id)
            return [(start, end, text) for _, start, end, text in found]

    def tellers(self, text_id: str) -> list[tuple[str, int, int]]:
        """(article, start, end) of all that tell a sentence in the same words, in order."""
        with self.named_errors():
            return retold.load_tellers(self._connection, text_id)

    def retold_links_of(self, text_id: str) -> list[RetoldLink]:
        """The links of a sentence, on either side, in order of their ids."""
        with self.named_errors():
            return list(retold.load_retold_links(self._connection, text_id))

    def held_sentences(self) -> Iterator[tuple[str, int, int, str]]:
        """(article, start, end, text id) of all sentences that can be compared, in order."""
        with self.named_errors():
            yield from retold.load_told(self._connection)

    def retold_links(self) -> Iterator[RetoldLink]:
        """All links between sentences, in order of their ids."""
        with self.named_errors():
            yield from retold.load_retold_links(self._connection)

    # --- news events ---

    def event_text(self, article_id: str) -> EventText:
        """What an article says of its news event, as it is compared."""
        return same_event.load_event_text(self._connection, article_id)

    def save_event_changes(self, changes: EventChanges) -> None:
        """Keep what became of news events, inside a transaction."""
        same_event.save_same_event(self._connection, changes)

    def forget_event(self, article_id: str) -> None:
        """Forget what an article said of its news event, inside a transaction."""
        same_event.forget_event(self._connection, article_id)

    def event_texts(self) -> Iterator[EventText]:
        """What all articles say of their news events, in order of their ids."""
        with self.named_errors():
            yield from same_event.load_event_texts(self._connection)

    def event_links(self) -> Iterator[EventLink]:
        """All pairs of articles that may report one news event, in order of their ids."""
        with self.named_errors():
            yield from same_event.load_event_links(self._connection)

    # --- what was looked at ---

    def unseen(self) -> list[str]:
        """Ids of the articles that news has not shown yet; an older file, opened for reading,
        does not know."""
        with self.named_errors():
            if is_older(self._connection, _SEEN_SINCE):
                return []
            return list(articles.iter_ids(self._connection, "seen = 0"))

    def note_seen(self, ids: Iterable[str]) -> None:
        """Remember that news has shown these articles; a clock that is in no export."""
        with self.transaction():
            self._connection.executemany(
                "UPDATE article SET seen = 1 WHERE id = ?", [(id_,) for id_ in ids]
            )

    # --- names ---

    def mentions(self, article_id: str) -> tuple[Mention, ...]:
        """The names that were found in an article, without its other findings."""
        with self.named_errors():
            return articles.load_mentions_of(self._connection, article_id)

    def local_names(self, article_id: str) -> tuple[LocalName, ...]:
        """What an article calls by name; empty where linking has not seen it."""
        return names.load_local_names(self._connection, article_id)

    def name_profiles(self, nodes: Iterable[str] | None = None) -> dict[str, Tells]:
        """What all articles tell of some names, or of all; those nobody prints are left out."""
        return names.load_profiles(self._connection, nodes) if self._is_told() else {}

    def name_pairs(self, nodes: Iterable[str]) -> frozenset[Pair]:
        """The judged pairs in which one of some names stands."""
        return names.load_pairs(self._connection, nodes)

    def name_links(self) -> dict[Pair, NameLink]:
        """All judged pairs of names, in order."""
        with self.named_errors():
            return names.load_name_links(self._connection) if self._is_told() else {}

    def name_places(self) -> Iterator[tuple[str, list[tuple[str, list[tuple[int, int]]]]]]:
        """(article, its names with their places), in order of the articles' ids."""
        with self.named_errors():
            if self._is_told():
                yield from names.iter_name_places(self._connection)

    def save_name_changes(self, changes: NameChanges) -> None:
        """Keep what became of names, inside a transaction."""
        names.save_name_changes(self._connection, changes)

    def _is_told(self) -> bool:
        """Whether the file has tables for names; an older one, opened for reading, has none."""
        return not is_older(self._connection, _NAMES_SINCE)

    # --- wordings ---

    def wording_text(self, text_id: str) -> WordingText:
        """The text of attributions with this id."""
        return wordings.load_text(self._connection, text_id)

    def save_wording_changes(self, changes: WordingChanges) -> None:
        """Keep texts and links that linking made, inside a transaction."""
        wordings.save_wordings(self._connection, changes)

    def forget_wordings(self, article_id: str) -> None:
        """Forget which texts an article held, inside a transaction."""
        wordings.forget_wordings(self._connection, article_id)

    def held_wordings(self) -> Iterator[tuple[str, int, int, str]]:
        """(article, start, end, text id) of all attributions that can be compared, in order."""
        with self.named_errors():
            yield from wordings.load_held(self._connection)

    def wording_links(self) -> Iterator[WordingLink]:
        """All links between texts, in order of their ids."""
        with self.named_errors():
            yield from wordings.load_wording_links(self._connection)
