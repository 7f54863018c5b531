"""The views of a record, each as rows."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

from onrecord.api.reading import Reading
from onrecord.api.view import View
from onrecord.record.articles_meant import ArticlesQuery, articles_of_story, rows_of_story
from onrecord.store.search import Filters

if TYPE_CHECKING:
    from onrecord.record.articles_meant import ArticleFilters
    from onrecord.record.compile import Record
    from onrecord.record.figures_filter import FigureFilters
    from onrecord.record.figures_rows import Figures


def _several(words: str | Collection[str]) -> Collection[str]:
    """One word as a collection of one."""
    return (words,) if isinstance(words, str) else words


class Views(Reading):
    """The views of a record file; `story` is a story's id or words of its name in all of them."""

    @contextmanager
    def _compiled(self) -> Iterator[Record]:
        self.finish_links()
        with self.reading() as record:
            yield self.compiled(record)

    def articles(self, *, story: str | None = None) -> View:
        """The articles in order of time, without their texts."""
        from onrecord.record.articles_view import article_row  # noqa: PLC0415

        meant = None
        if story is not None:
            with self._compiled() as compiled:
                meant = articles_of_story(compiled, story)
        with self.reading() as record:
            summaries = [one for one in record.summaries() if meant is None or one.id in meant]
            return View("articles", [article_row(summary) for summary in summaries])

    def search(
        self,
        query: str,
        *,
        outlet: str | None = None,
        since: date | None = None,
        until: date | None = None,
        story: str | None = None,
        limit: int = 20,
    ) -> View:
        """Passages that fit a query, best articles first, one row a passage."""

        meant = None
        if story is not None:
            with self._compiled() as compiled:
                meant = articles_of_story(compiled, story)
        filters = Filters(outlet=outlet, since=since, until=until, articles=meant)
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
        story: str | None = None,
    ) -> View:
        """What happened when, in order of time; `record.timeline_filter.select_entries` says what
        the filters mean."""
        from onrecord.record.timeline_filter import select_entries  # noqa: PLC0415

        with self._compiled() as compiled:
            told = rows_of_story(compiled, "timeline", compiled.tail["timeline"] or [], story)
        entries = select_entries(
            told,
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
        story: str | None = None,
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
        with self._compiled() as compiled:
            found = quotes_of(compiled, query)
            rows = rows_of_story(compiled, "quotes", found.rows if found else (), story)
            return View("quotes", rows)

    def figures(self, *, story: str | None = None, **filters: Unpack[FigureFilters]) -> View:
        """What was counted, one row a printed figure, in the order of the articles;
        `record.figures_filter.FiguresQuery` says what the filters mean.

        Raises:
            SeveralNames: a name fits several speakers; none is chosen.
        """
        with self._compiled() as compiled:
            found = _figures(compiled, filters)
            rows = rows_of_story(compiled, "figures", found.points if found else (), story)
            return View("figures", rows)

    def series(self, *, story: str | None = None, **filters: Unpack[FigureFilters]) -> View:
        """Figures that answer one question, one row a series with its reports (`points`) and how
        they differ (`differences`), those first that most articles give; filters as in `figures`.

        Raises:
            SeveralNames: a name fits several speakers; none is chosen.
        """
        with self._compiled() as compiled:
            found = _figures(compiled, filters)
            series = [row for row in found.rows if row["id"]] if found else []
            return View("series", rows_of_story(compiled, "series", series, story))

    def who(
        self,
        name: str | None = None,
        *,
        type: str | Collection[str] = (),
        unsure: bool = False,
        top: int | None = None,
        story: str | None = None,
    ) -> View:
        """People, organisations, places and groups under all their printed names, those first that
        most articles name; `record.who_view.who_of` says what the filters mean."""
        from onrecord.record.who_view import who_of  # noqa: PLC0415

        with self._compiled() as compiled:
            rows = who_of(
                compiled, name=name, type=_several(type), unsure=unsure, top=top, story=story
            )
        return View("who", rows or ())

    def origins(
        self, *, relation: str | Collection[str] = (), **filters: Unpack[ArticleFilters]
    ) -> View:
        """Which articles are copies of one report, one row an origin, those of most articles first;
        `record.origins_rows.origins_of_record` says what a row has."""
        from onrecord.record.origins_rows import origins_of_record  # noqa: PLC0415

        with self._compiled() as compiled:
            rows = origins_of_record(
                compiled, ArticlesQuery(**filters), relation=_several(relation)
            )
        return View("origins", rows or ())

    def differences(
        self,
        *,
        reason: str | Collection[str] = (),
        slot: str | Collection[str] = (),
        about: str | None = None,
        **filters: Unpack[ArticleFilters],
    ) -> View:
        """How reports of one thing differ, conflicts first;
        `record.differences_rows.differences_of` says what a row has."""
        from onrecord.record.differences_rows import (  # noqa: PLC0415
            DifferencesQuery,
            differences_of,
        )

        query = DifferencesQuery(
            reason=_several(reason), slot=_several(slot), about=about, **filters
        )
        with self._compiled() as compiled:
            return View("differences", differences_of(compiled, query) or ())

    def news(
        self,
        *,
        new: bool = False,
        kind: str | Collection[str] = (),
        **filters: Unpack[ArticleFilters],
    ) -> View:
        """What each article adds to everything before it, and what it repeats, in order of
        publication; `record.news_rows` says what a row has.

        Args:
            new: only of articles that nobody has seen the news of; `note_seen` tells that one has.
            kind: only these kinds of news: event, statement, figure, name, difference.
            **filters: which articles; see `record.articles_meant.ArticlesQuery`.
        """
        from onrecord.record.news_rows import NewsQuery, news_of_record  # noqa: PLC0415

        unseen = self.unseen() if new else None
        query = NewsQuery(kind=_several(kind), articles=unseen, **filters)
        with self._compiled() as compiled:
            return View("news", news_of_record(compiled, query) or ())

    def brought(self, articles: Collection[str]) -> View:
        """What some articles add to those before them, in the order of the record; read from stored
        links alone, so that it costs the same in any pile. Differences are told by `news`.

        Args:
            articles: their ids, such as the `added` of what `add` gives.
        """
        from onrecord.record.article_places import ArticlePlaces  # noqa: PLC0415
        from onrecord.record.news import news_of  # noqa: PLC0415
        from onrecord.record.news_rows import news_rows  # noqa: PLC0415

        with self.reading() as record:
            summaries, wanted = record.summaries(), set(articles)
            order = {summary.id: place for place, summary in enumerate(summaries)}
            news = [news_of(one.id, record, order) for one in summaries if one.id in wanted]
            places = ArticlePlaces(summaries)
            rows = news_rows(news, places, text_of=lambda id_: record.article(id_).text)
        return View("news", rows)

    def stories(self, **filters: Unpack[ArticleFilters]) -> View:
        """The stories that the articles tell, each with its events and their articles."""
        from onrecord.record.stories_rows import stories_of  # noqa: PLC0415

        with self._compiled() as compiled:
            return View("stories", stories_of(compiled, ArticlesQuery(**filters)) or ())

    def changes(self, old: str | Path | Mapping[str, Any]) -> View:
        """What changed since an earlier export of the record, one row a change;
        `record.changes.changes_between` says what is compared.

        Args:
            old: the export, or the path of its file.

        Raises:
            InputError: the file is no export of a record.
        """
        from onrecord.exports.earlier import read_export  # noqa: PLC0415
        from onrecord.record.changes import changes_between  # noqa: PLC0415

        export = old if isinstance(old, Mapping) else read_export(Path(old))
        return View("changes", [one.as_dict() for one in changes_between(export, self.to_dict())])

    def review(self, *, story: str | None = None) -> View:
        """What waits for a person, what settles most first; see `record.review.open_questions`."""
        from onrecord.record.review import questions_of  # noqa: PLC0415

        with self._compiled() as compiled:
            meant = None if story is None else articles_of_story(compiled, story)
            questions = [
                question
                for question in questions_of(compiled)
                if meant is None or question.article in meant
            ]
        return View("review", [question.as_dict(str(self.path)) for question in questions])


def _figures(compiled: Record, filters: FigureFilters) -> Figures | None:
    from onrecord.record.figures_filter import FiguresQuery  # noqa: PLC0415
    from onrecord.record.figures_rows import figures_of  # noqa: PLC0415

    return figures_of(compiled, FiguresQuery.of(filters))
