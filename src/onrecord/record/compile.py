"""Compiling the record: the views, made from articles, findings, links and decisions.

`compile_record` conducts:

1. the articles in order;
2. the timeline, with what a person decided about its entries;
3. the origins;
4. the decisions;
5. what was not looked for stays null, and `looked_for` says what was.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from typing import Any

from onrecord.record.articles_view import article_json
from onrecord.record.entry_decisions import with_decisions
from onrecord.record.lookups import Lookups
from onrecord.record.origins_view import origins_json
from onrecord.record.timeline import compile_timeline
from onrecord.record.times_view import times_json
from onrecord.values.stored import ArticleSummary

SCHEMA = 1
"""Version of the record as JSON."""
LOOKED_FOR = ("articles", "mentions", "times", "timeline", "origins")
"""Stages that are finished; a list of the record that is not among them is null. Of origins
only equal texts are looked for so far."""

VERSION = "2"
"""Version of this stage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The record, ready to be written: its top, and its articles one at a time."""

    head: dict[str, Any]
    """Keys before `articles`."""
    summaries: tuple[ArticleSummary, ...]
    lookups: Lookups
    tail: dict[str, Any]
    """Keys after `articles` and `times`."""

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

    def as_dict(self) -> dict[str, Any]:
        """The whole record in memory, keys in the order of the contract."""
        return {
            **self.head,
            "articles": list(self.articles()),
            "times": list(self.times()),
            **self.tail,
        }


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
    # 3. origins, 4. decisions, 5. what was not looked for
    tail = {
        "attributions": None,
        "variants": None,
        "figures": None,
        "series": None,
        "entities": None,
        "timeline": timeline,
        "origins": origins_json(lookups.origins(), order, by_id),
        "differences": None,
        "news": None,
        "stories": None,
        "decisions": _decisions(lookups),
        "quality": _quality(),
    }
    return Record(head=head, summaries=summaries, lookups=lookups, tail=tail)


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
            "value": decision.value,
            "by": decision.by,
        }
        for decision in lookups.decisions()
    ]
