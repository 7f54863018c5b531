"""The findings of all articles in the record's order, each article read when it is its turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.record.attributions_view import EntitiesAt, attribution_id, attributions_json
from onrecord.record.figure_facts import Printing, figure_facts
from onrecord.record.figure_names import ScopeNames
from onrecord.record.figures_view import figures_json
from onrecord.record.lookups import Lookups
from onrecord.record.series import CompiledSeries, compile_series
from onrecord.record.speaker_decisions import with_speakers
from onrecord.record.variants import CompiledVariants, Wordings, compile_variants
from onrecord.values.spans import Span
from onrecord.values.stored import ArticleSummary

type Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class FindingsViews:
    """What is read article by article, and the views that are made of it alone."""

    lookups: Lookups
    summaries: Sequence[ArticleSummary]
    """In the order of the record."""
    entities: EntitiesAt
    """Who is named where."""

    @property
    def order(self) -> dict[str, int]:
        """The place of each article in the record."""
        return {summary.id: place for place, summary in enumerate(self.summaries)}

    def attributions(self) -> Iterator[Json]:
        """All attributions, with the speakers that a person decided."""
        decisions = self.lookups.decisions()
        for summary in self.summaries:
            article = self.lookups.article(summary.id)
            analysis = self.lookups.analysis(summary.id)
            found = list(attributions_json(article, analysis, self.entities))
            yield from with_speakers(found, decisions, self.entities)

    def figures(self) -> Iterator[Json]:
        """All figures."""
        for summary in self.summaries:
            article = self.lookups.article(summary.id)
            yield from figures_json(article, self.lookups.analysis(summary.id), self.entities)

    def variants(self, attributions: Iterable[Json]) -> CompiledVariants:
        """Utterances in the wordings in which they were printed."""
        wordings = Wordings(
            held={
                attribution_id(article, Span(start, end)): text
                for article, start, end, text in self.lookups.held_wordings()
            },
            links=self.lookups.wording_links(),
        )
        return compile_variants(
            attributions,
            wordings,
            order=self.order,
            text_of=lambda id_: self.lookups.article(id_).text,
            decisions=self.lookups.decisions(),
        )

    def series(self, found: Iterable[Json], copies: Mapping[str, str]) -> CompiledSeries:
        """Series of figures.

        Args:
            found: the entities as JSON.
            copies: the group of copies of each article that is in one of several.
        """
        names, order = ScopeNames(found, self.entities), self.order
        facts = (
            fact
            for summary in self.summaries
            for fact in figure_facts(
                self.lookups.article(summary.id),
                self.lookups.analysis(summary.id),
                names,
                Printing(order=order[summary.id], copies=copies.get(summary.id, "")),
            )
        )
        return compile_series(facts, decisions=self.lookups.decisions())
