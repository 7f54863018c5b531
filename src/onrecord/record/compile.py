"""Compiling the record: the views, made from articles, findings, links and decisions.

`compile_record` conducts:

1. the articles in order;
2. the timeline, with what a person decided about its entries;
3. the entities: who and what is named;
4. the variants: utterances in the wordings in which they were printed;
5. the series of figures, and where their reports differ;
6. the origins;
7. the decisions;
8. what was not looked for stays null, and `looked_for` says what was.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from importlib import resources
from typing import Any

from onrecord.record.articles_view import article_json
from onrecord.record.attributions_view import (
    EntitiesAt,
    NamedEntities,
    NoEntities,
    attribution_id,
    attributions_json,
)
from onrecord.record.entities import compile_entities
from onrecord.record.entry_decisions import with_decisions
from onrecord.record.figure_differences import compile_differences
from onrecord.record.figure_facts import Printing, copies_of, figure_facts
from onrecord.record.figure_names import ScopeNames
from onrecord.record.figures_view import figures_json
from onrecord.record.lookups import Lookups
from onrecord.record.origins_view import origins_json
from onrecord.record.series import CompiledSeries, compile_series
from onrecord.record.speaker_decisions import with_speakers
from onrecord.record.timeline import compile_timeline
from onrecord.record.times_view import times_json
from onrecord.record.variants import CompiledVariants, Wordings, compile_variants
from onrecord.values.decisions import Decision
from onrecord.values.spans import Span
from onrecord.values.stored import ArticleSummary

SCHEMA = 1
"""Version of the record as JSON."""
LOOKED_FOR = (
    *("articles", "mentions", "times", "attributions", "variants", "figures", "series"),
    *("entities", "timeline", "origins", "differences"),
)
"""Stages that are finished; a list of the record that is not among them is null. Of origins
only equal texts are looked for so far, of differences only those between figures."""

VERSION = "4"
"""Version of this stage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The record, ready to be written: its top, and its articles one at a time."""

    head: dict[str, Any]
    """Keys before `articles`."""
    summaries: tuple[ArticleSummary, ...]
    lookups: Lookups
    tail: dict[str, Any]
    """Keys after `articles`, `times` and `attributions`, but for `figures`."""
    entities: EntitiesAt = field(default_factory=NoEntities)
    """Who is named where."""

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
        yield from _attributions(self.lookups, self.summaries, self.entities)

    def figures(self) -> Iterator[dict[str, Any]]:
        """The figures in order, each article read when it is its turn."""
        yield from _figures(self.lookups, self.summaries, self.entities)

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
    by_id = {summary.id: summary for summary in summaries}
    about = lookups.about()
    head = {
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
    # 2. timeline
    timeline = with_decisions(compile_timeline(lookups), lookups.decisions())
    # 3. entities
    found = compile_entities(lookups, order)
    entities = NamedEntities(found.as_json, found.at)
    # 4. variants
    variants = _variants(lookups, summaries, entities, order)
    # 5. series and their differences
    series = _series(lookups, summaries, found.as_json, entities, order)
    differences = compile_differences(series.of, text_of=lambda id_: lookups.article(id_).text)
    # 6. origins, 7. decisions, 8. what was not looked for
    tail = {
        "variants": variants.variants,
        "unsure_variants": [asdict(pair) for pair in variants.unsure],
        "series": series.series,
        "entities": found.as_json,
        "timeline": timeline,
        "origins": origins_json(lookups.origins(), order, by_id),
        "differences": differences,
        "news": None,
        "stories": None,
        "decisions": _decisions(lookups),
        "quality": _quality(),
    }
    return Record(
        head=head,
        summaries=summaries,
        lookups=lookups,
        entities=entities,
        tail=tail,
    )


def _attributions(
    lookups: Lookups, summaries: Iterable[ArticleSummary], entities: EntitiesAt
) -> Iterator[dict[str, Any]]:
    decisions = lookups.decisions()
    for summary in summaries:
        article, analysis = lookups.article(summary.id), lookups.analysis(summary.id)
        found = list(attributions_json(article, analysis, entities))
        yield from with_speakers(found, decisions, entities)


def _variants(
    lookups: Lookups,
    summaries: Sequence[ArticleSummary],
    entities: EntitiesAt,
    order: Mapping[str, int],
) -> CompiledVariants:
    return compile_variants(
        _attributions(lookups, summaries, entities),
        _wordings(lookups),
        order=order,
        text_of=lambda id_: lookups.article(id_).text,
        decisions=lookups.decisions(),
    )


def _figures(
    lookups: Lookups, summaries: Iterable[ArticleSummary], entities: EntitiesAt
) -> Iterator[dict[str, Any]]:
    for summary in summaries:
        article, analysis = lookups.article(summary.id), lookups.analysis(summary.id)
        yield from figures_json(article, analysis, entities)


def _series(
    lookups: Lookups,
    summaries: Iterable[ArticleSummary],
    found: Iterable[Mapping[str, Any]],
    entities: EntitiesAt,
    order: Mapping[str, int],
) -> CompiledSeries:
    names = ScopeNames(found, entities)
    groups = [(one.id, [m.article for m in one.members]) for one in lookups.origins()]
    copies = copies_of(groups)
    facts = (
        fact
        for summary in summaries
        for fact in figure_facts(
            lookups.article(summary.id),
            lookups.analysis(summary.id),
            names,
            Printing(order=order[summary.id], copies=copies.get(summary.id, "")),
        )
    )
    return compile_series(facts, decisions=lookups.decisions())


def _wordings(lookups: Lookups) -> Wordings:
    return Wordings(
        held={
            attribution_id(article, Span(start, end)): text
            for article, start, end, text in lookups.held_wordings()
        },
        links=lookups.wording_links(),
    )


def _quality() -> list[dict[str, Any]]:
    """How often each finder is right, as `bench/floors.py --raise` measured and wrote it."""
    text = resources.files("onrecord.record").joinpath("quality.json").read_text(encoding="utf-8")
    measured: list[dict[str, Any]] = json.loads(text)
    return measured


def _decisions(lookups: Lookups) -> list[dict[str, Any]]:
    return [
        {
            "what": decision.what.value,
            "on": {"article": decision.article}
            | (
                {"start": decision.start, "end": decision.end, "text": decision.text}
                if decision.start is not None
                else {}
            ),
            "other": _other_side(decision),
            "value": decision.value,
            "by": decision.by,
        }
        for decision in lookups.decisions()
    ]


def _other_side(decision: Decision) -> dict[str, Any] | None:
    """Of a comparison the anchor of its right side."""
    if decision.other_article is None or decision.other_start is None:
        return None
    return {
        "article": decision.other_article,
        "start": decision.other_start,
        "end": decision.other_end,
        "text": decision.other_text,
    }
