"""Made-up articles with hand-made events, as look-ups."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from onrecord.linking.wordings.link_values import WordingLink
from onrecord.text.stems import stem
from onrecord.values.article import Article, Dating, Field, Paragraph
from onrecord.values.days import DayInterval
from onrecord.values.decisions import Decision
from onrecord.values.events import Event
from onrecord.values.findings import Analysis
from onrecord.values.links import CopyLink, OriginGroup, OriginMember, RetoldLink
from onrecord.values.spans import Span
from onrecord.values.stored import ArticleSummary, day_order
from onrecord.values.times import CountedFrom, Shape, TimeExpression, TimeForm, TimeType
from onrecord.values.vocabulary import Basis, EventStatus, Relation, Role


@dataclass(frozen=True, kw_only=True)
class Told:
    """One sentence that tells one event."""

    text: str
    when: str = ""
    """Words that date it, with the TIMEX3 value after a bar: `on Friday|2031-05-02`."""
    until: str = ""
    """Words of the other end of a range, likewise."""
    part: str = ""
    action: str
    who: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    status: EventStatus = EventStatus.HAPPENED
    role: Role = Role.BODY
    alone: bool = True


@dataclass(frozen=True, kw_only=True)
class Print:
    """One article."""

    name: str
    day: str | None
    outlet: str | None = None
    agency: str | None = None
    told: tuple[Told, ...]
    ends: str | None = None
    """Last day of publication, where it is an interval."""


def identity(name: str) -> str:
    """The id of an article."""
    return hashlib.sha256(name.encode()).hexdigest()[:16]


def days(first: str | None, last: str | None = None) -> DayInterval:
    """Days from ISO strings."""
    if first is None:
        return DayInterval()
    return DayInterval(date.fromisoformat(first), date.fromisoformat(last or first))


def read(one: Print) -> tuple[Article, Analysis]:
    """The article and its findings."""
    text, paragraphs, events, times, sentences = "", [], [], [], []
    for told in one.told:
        start = len(text)
        text += told.text + "\n"
        paragraphs.append(Paragraph(start, len(text), told.role, "made"))
        sentence = Span(start, start + len(told.text))
        sentences.append(sentence)
        found = expressions(told, start)
        times += found
        events.append(
            Event(
                sentence=sentence,
                clause=sentence,
                predicate=sentence,
                time=found[0].span if found else None,
                status=told.status,
                action=stem(told.action),
                participants=tuple(sorted(told.who)),
                places=tuple(sorted(told.where)),
                words=tuple(sorted({stem(w) for w in (*told.words, told.action)})),
                self_contained=told.alone,
            )
        )
    article = Article(
        id=identity(one.name),
        name=one.name,
        media_type="text/plain",
        sha256="0" * 64,
        text=text,
        paragraphs=tuple(paragraphs),
        language="en",
        outlet=Field(one.outlet, Basis.STATED) if one.outlet else None,
        agency=Field(one.agency, Basis.STATED) if one.agency else None,
        published=Dating(days(one.day, one.ends), Basis.STATED if one.day else Basis.UNKNOWN),
    )
    findings = {"sentences": tuple(sentences), "times": tuple(times), "events": tuple(events)}
    return article, Analysis(article=article.id, **findings)


def expressions(told: Told, start: int) -> list[TimeExpression]:
    """The expression that dates a sentence, and the other end of its range."""
    found = [_expression(told, said, start) for said in (told.when, told.until) if said]
    if len(found) == 2:
        kwargs: list[dict[str, Any]] = [
            {name: getattr(one, name) for name in ("span", "type", "form", "rule", "counted_from")}
            for one in found
        ]
        found = [
            TimeExpression(**kwargs[0], range=found[1].span),
            TimeExpression(**kwargs[1], range=found[0].span),
        ]
    return found


def _expression(told: Told, said: str, start: int) -> TimeExpression:
    words, _, value = said.partition("|")
    at = start + told.text.index(words)
    return TimeExpression(
        span=Span(at, at + len(words)),
        type=TimeType.DATE,
        form=TimeForm(shape=Shape.FIXED, value=value, part=told.part),
        rule="made",
        counted_from=CountedFrom.NOTHING,
    )


@dataclass
class Pile:
    """Look-ups over made-up articles."""

    prints: Sequence[Print]
    copies: Iterable[Iterable[str]] = ()
    """Names of articles that are copies of each other."""
    _read: dict[str, tuple[Article, Analysis]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._read = {identity(one.name): read(one) for one in self.prints}

    def summaries(self) -> list[ArticleSummary]:
        """In the order of the record."""
        made = [
            ArticleSummary(
                id=identity(one.name),
                label=one.name,
                name=one.name,
                names=(one.name,),
                outlet=one.outlet,
                agency=one.agency,
                headline=None,
                published=days(one.day, one.ends),
                basis="stated",
                updated=None,
                language="en",
                analysed=True,
                words=0,
                notes=(),
            )
            for one in self.prints
        ]
        return sorted(made, key=lambda one: day_order(one.published, one.id))

    def article(self, article_id: str) -> Article:
        """One article."""
        return self._read[article_id][0]

    def analysis(self, article_id: str) -> Analysis:
        """Its findings."""
        return self._read[article_id][1]

    def origins(self) -> list[OriginGroup]:
        """The groups of copies that were named, and every other article alone."""
        groups = [sorted(identity(name) for name in names) for names in self.copies]
        alone = set(self._read) - {one for group in groups for one in group}
        return [
            OriginGroup(
                group[0], tuple(OriginMember(one, Relation.SAME_TEXT, "made") for one in group)
            )
            for group in [*groups, *([one] for one in sorted(alone))]
        ]

    def copy_links(self) -> list[CopyLink]:
        """None: which articles are copies is told by hand."""
        return []

    def held_sentences(self) -> Iterator[tuple[str, int, int, str]]:
        """None."""
        return iter(())

    def retold_links(self) -> Iterator[RetoldLink]:
        """None."""
        return iter(())

    def held_wordings(self) -> Iterator[tuple[str, int, int, str]]:
        """None."""
        return iter(())

    def wording_links(self) -> Iterator[WordingLink]:
        """None."""
        return iter(())

    def decisions(self) -> list[Decision]:
        """None."""
        return []

    def about(self) -> dict[str, str]:
        """Nothing."""
        return {}
