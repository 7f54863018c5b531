"""Timeline entries and articles made by hand, in the shape that the record exports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pytest

from onrecord import decisions as decisions_face
from onrecord.record import compile as compile_stage
from onrecord.record.agreement.tellers import Tellers
from onrecord.record.attributions_view import NoEntities
from onrecord.record.compile import Record
from onrecord.record.entry_decisions import with_decisions
from onrecord.record.findings_views import FindingsViews
from onrecord.values.article import Article, Dating, Field, Paragraph
from onrecord.values.days import DayInterval
from onrecord.values.stored import ArticleSummary
from onrecord.values.vocabulary import Basis, Role

type Json = dict[str, Any]


def entry(
    number: int,
    first: str | None,
    last: str | None = "",
    *,
    text: str = "The dock was closed.",
    article: str = "a" * 16,
    start: int = 0,
    **more: Any,
) -> Json:
    """An entry with one sentence; `last` as `first` where it is left out."""
    sentence = {"article": article, "start": start, "end": start + len(text), "text": text}
    clause = [start, start + len(text)]
    support = {
        **sentence,
        "clause": clause,
        "time": None,
        "status": more.get("status", "happened"),
        "source": None,
    }
    last = first if last == "" else last
    made: Json = {
        "id": f"{number:016x}",
        "first": first,
        "last": last,
        "value": first if first == last and first else "XXXX-XX-XX",
        "part": None,
        "status": "happened",
        "sentence": sentence,
        "expression": None,
        "support": [support],
        "articles": 1,
        "origins": 1,
        "origin_names": ["unknown outlet"],
        "weight": 0.5,
        "later_report": None,
        "later_report_sought": False,
        "why": "alone",
        "kept": False,
        "hidden": False,
        "note": None,
    }
    return made | more


def support(article: str, text: str, start: int = 0, **more: Any) -> Json:
    """A supporting sentence."""
    made = {"article": article, "start": start, "end": start + len(text), "text": text}
    clause = [start, start + len(text)]
    return {**made, "clause": clause, "time": None, "status": "happened", "source": None} | more


def anchor(article: str, text: str, words: str) -> Json:
    """The words where they first stand in a text."""
    start = text.index(words)
    return {"article": article, "start": start, "end": start + len(words), "text": words}


@dataclass
class Pile:
    """Look-ups of articles made by hand; only what a chronology reads."""

    kept: dict[str, Article] = field(default_factory=dict)

    def article(self, article_id: str) -> Article:
        """The article with this id."""
        return self.kept[article_id]

    def add(self, article: Article) -> Article:
        """Keep an article."""
        self.kept[article.id] = article
        return article

    def record(self, timeline: Sequence[Mapping[str, Any]] | None = None) -> Record:
        """The record of the pile."""
        summaries = tuple(_summary(article) for article in self.kept.values())
        return Record(
            head={},
            summaries=summaries,
            lookups=self,  # type: ignore[arg-type]
            views=FindingsViews(self, summaries, NoEntities()),  # type: ignore[arg-type]
            tellers=Tellers({}),
            tail={"timeline": None if timeline is None else list(timeline)},
        )


def article(
    id_: str,
    text: str,
    *,
    name: str | None = None,
    outlet: str | None = None,
    day: date | None = None,
    **more: Any,
) -> Article:
    """An article of one paragraph."""
    published = Dating(DayInterval.on(day), Basis.STATED) if day else Dating()
    made = Article(
        id=id_,
        name=name or f"{id_[:3]}.txt",
        media_type="text/plain",
        sha256="",
        text=text,
        paragraphs=(Paragraph(0, len(text), Role.BODY, "test"),) if text else (),
        language="en",
        outlet=Field(outlet, Basis.STATED) if outlet else None,
        published=published,
    )
    return replace(made, **more)


def _summary(article: Article) -> ArticleSummary:
    return ArticleSummary(
        id=article.id,
        label=article.outlet.value if article.outlet else article.name.partition(".")[0],
        name=article.name,
        names=(article.name,),
        outlet=article.outlet.value if article.outlet else None,
        agency=article.agency.value if article.agency else None,
        headline=article.headline.value if article.headline else None,
        published=article.published.days,
        basis=article.published.basis.value,
        updated=None,
        language=article.language,
        analysed=True,
        words=len(article.text.split()),
        notes=(),
    )


def field_of(value: str) -> Field:
    """A stated field without a place."""
    return Field(value, Basis.STATED, None)


def span(text: str, words: str) -> list[int]:
    """[start, end] of words in a text."""
    start = text.index(words)
    return [start, start + len(words)]


def lay_timeline(monkeypatch: pytest.MonkeyPatch, entries: Sequence[Json] | None) -> None:
    """Put a timeline made by hand in the place of the one that the record makes; what a person
    decided is laid over it."""
    real = compile_stage.compile_record

    def compile_record(lookups: Any, *, program: str) -> Record:
        record = real(lookups, program=program)
        made = None if entries is None else with_decisions(entries, lookups.decisions())
        return replace(record, tail={**record.tail, "timeline": made})

    monkeypatch.setattr(compile_stage, "compile_record", compile_record)
    monkeypatch.setattr(decisions_face, "compile_record", compile_record)
