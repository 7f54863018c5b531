"""Compiling the record: the views, made from articles, findings, links and decisions.

`compile_record` conducts:

1. the articles in order;
2. the entities: who and what is named;
3. the origins: who derives from whom, and for whom each counts;
4. the stories: which articles belong to one;
5. the timeline, with what a person decided about its entries;
6. the variants, utterances in the wordings in which they were printed, and the statements that
   several articles tell in whatever words;
7. the series of figures;
8. the differences between what is told of one thing;
9. the news: what each article added.

`looked_for` says what was looked for; a list that is not among it is null.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from importlib import resources
from typing import Any

from onrecord.record.agreement.series_readings import readings_json
from onrecord.record.agreement.statements import SaidThere, compile_statements
from onrecord.record.agreement.tellers import Tellers, tellers_of
from onrecord.record.agreement.variant_agreement import with_agreement
from onrecord.record.articles_view import article_json
from onrecord.record.attributions_view import EntitiesAt, NamedEntities
from onrecord.record.decisions_view import decisions_json
from onrecord.record.differences import Compared, compile_differences
from onrecord.record.entities import compile_entities
from onrecord.record.entry_decisions import with_decisions
from onrecord.record.figure_facts import copies_of
from onrecord.record.findings_views import FindingsViews
from onrecord.record.lookups import Lookups
from onrecord.record.news import NewsViews, compile_news
from onrecord.record.origins import origins_json, read_origins
from onrecord.record.series import CompiledSeries
from onrecord.record.stories import compile_stories
from onrecord.record.story_filter import story_of_article
from onrecord.record.timeline import read_tellings, timeline_of
from onrecord.record.times_view import times_json
from onrecord.values.stored import ArticleSummary

SCHEMA = 1
"""Version of the record as JSON."""
LOOKED_FOR = (
    *("articles", "mentions", "times", "attributions", "variants", "statements", "figures"),
    *("series", "entities", "timeline", "origins", "differences", "news", "stories"),
)
"""Stages that are finished; a list of the record that is not among them is null."""

VERSION = "5"
"""Version of this stage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The record, ready to be written: its top, and its articles one at a time."""

    head: dict[str, Any]
    """Keys before `articles`."""
    summaries: tuple[ArticleSummary, ...]
    lookups: Lookups
    views: FindingsViews
    tellers: Tellers
    """Who tells what stands at a place."""
    tail: dict[str, Any]
    """Keys after `articles`, `times` and `attributions`, but for `figures`."""

    @property
    def entities(self) -> EntitiesAt:
        """Who is named where."""
        return self.views.entities

    def articles(self) -> Iterator[dict[str, Any]]:
        """The articles in order, each read when it is its turn."""
        for summary in self.summaries:
            article, analysis = self.lookups.article(summary.id), self.lookups.analysis(summary.id)
            yield article_json(summary, article, analysis, self.lookups)

    def times(self) -> Iterator[dict[str, Any]]:
        """The time expressions in order, each article read when it is its turn."""
        for summary in self.summaries:
            yield from times_json(
                self.lookups.article(summary.id), self.lookups.analysis(summary.id)
            )

    def attributions(self) -> Iterator[dict[str, Any]]:
        """The attributions in order, each article read when it is its turn."""
        yield from self.views.attributions()

    def figures(self) -> Iterator[dict[str, Any]]:
        """The figures in order, each article read when it is its turn."""
        yield from self.views.figures()

    def parts(self) -> Iterator[tuple[str, Any]]:
        """Keys after the head with their values, in the order of the contract; lists as iterators,
        so that none but the one being read is in memory."""
        yield "articles", self.articles()
        yield "times", self.times()
        yield "attributions", self.attributions()
        for key, value in self.tail.items():
            if key == "series":
                yield "figures", self.figures()
            yield key, iter(value) if isinstance(value, list) else value

    def as_dict(self) -> dict[str, Any]:
        """The whole record in memory, keys in the order of the contract."""
        parts = ((k, list(v) if isinstance(v, Iterator) else v) for k, v in self.parts())
        return {**self.head, **dict(parts)}


def compile_record(lookups: Lookups, *, program: str) -> Record:
    """The record of a pile.

    Args:
        lookups: the pile.
        program: version of the running program.
    """
    # 1. articles
    summaries = tuple(lookups.summaries())
    order = {summary.id: place for place, summary in enumerate(summaries)}
    # 2. entities
    found = compile_entities(lookups, order)
    entities = NamedEntities(found.as_json, found.at)
    views = FindingsViews(lookups, summaries, entities)
    # 3. origins
    origins = read_origins(lookups)
    tellers, copies = tellers_of(origins), _copies(lookups)
    # 4. stories
    stories = compile_stories(lookups, summaries, copies)
    # 5. timeline
    tellings = read_tellings(lookups, tellers)
    timeline = with_decisions(timeline_of(tellings), lookups.decisions())
    # 6. variants and statements
    attributions = list(views.attributions())
    tail = _speech(views, attributions, tellers)
    # 7. series
    series = views.series(found.as_json, copies)
    # 8. differences
    compared = Compared(
        series=series,
        tellings=tellings,
        timeline=timeline,
        variants=tail["variants"],
        attributions=attributions,
        copies=copies,
        stories=story_of_article(stories),
        entities=found.as_json,
    )
    # 9. news
    tail |= {
        "series": _with_readings(series, tellers),
        "entities": found.as_json,
        "timeline": timeline,
        "origins": list(origins_json(origins, lookups.article)),
        "differences": compile_differences(compared, lookups),
    }
    tail["news"] = compile_news(lookups, _news_views(tail), order)
    tail |= {"stories": stories, "decisions": decisions_json(lookups.decisions())}
    return Record(
        head=_head(lookups.about(), program),
        summaries=summaries,
        lookups=lookups,
        views=views,
        tellers=tellers,
        tail={**tail, "quality": _quality()},
    )


def _speech(
    views: FindingsViews, attributions: Iterable[dict[str, Any]], tellers: Tellers
) -> dict[str, Any]:
    """Variants, those that are unsure, and statements."""
    lookups, said = views.lookups, SaidThere.of(views.order)
    utterances = views.variants(said.passing(attributions))
    variants = with_agreement(utterances.variants, said.places, tellers)
    statements = compile_statements(
        said,
        variants,
        lookups.held_sentences(),
        lookups.retold_links(),
        tellers,
        text_of=lambda id_: lookups.article(id_).text,
    )
    return {
        "variants": variants,
        "unsure_variants": [asdict(pair) for pair in utterances.unsure],
        "statements": statements,
    }


def _copies(lookups: Lookups) -> Mapping[str, str]:
    """The group of copies of each article that is in one of several."""
    return copies_of([(one.id, [m.article for m in one.members]) for one in lookups.origins()])


def _with_readings(series: CompiledSeries, tellers: Tellers) -> list[dict[str, Any]]:
    """The series, each with the numbers that its reports agree on and who they are."""
    return [
        one | {"readings": readings_json(facts, tellers)}
        for one, facts in zip(series.series, series.of, strict=True)
    ]


def _news_views(tail: Mapping[str, Any]) -> NewsViews:
    return NewsViews(**{one.name: tail[one.name] for one in fields(NewsViews)})


def _head(about: Mapping[str, str], program: str) -> dict[str, Any]:
    return {
        "onrecord": program,
        "schema": SCHEMA,
        "looked_for": list(LOOKED_FOR),
        "settings": {"model": about.get("model", "")},
        "versions": {
            "articles": about.get("articles_version", ""),
            "analysis": about.get("analysis_version", ""),
            "linking": about.get("linking_version", ""),
            "record": VERSION,
        },
    }


def _quality() -> list[dict[str, Any]]:
    """How often each finder is right, as `bench/floors.py --raise` measured and wrote it."""
    text = resources.files("onrecord.record").joinpath("quality.json").read_text(encoding="utf-8")
    measured: list[dict[str, Any]] = json.loads(text)
    return measured
