"""Made-up reports with hand-made attributions, copies and retold sentences, as look-ups."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from onrecord.linking.wordings.link_values import WordingLink
from onrecord.values.article import Article, Dating, Field, Paragraph
from onrecord.values.attributions import Attribution
from onrecord.values.days import DayInterval
from onrecord.values.findings import Analysis
from onrecord.values.links import (
    CopyLink,
    OriginGroup,
    OriginMember,
    Retold,
    RetoldLink,
    SharedPassage,
)
from onrecord.values.spans import Span
from onrecord.values.stored import ArticleSummary, day_order
from onrecord.values.vocabulary import AttributionKind, Basis, Relation, Role, Sourcing


@dataclass(frozen=True, kw_only=True)
class Said:
    """One attribution, by the words of its parts; the first place that has them."""

    content: str
    source: str | None = None
    speaker: str | None = None
    through: str | None = None
    sourcing: Sourcing = Sourcing.NAMED


@dataclass(frozen=True, kw_only=True)
class Report:
    """One article."""

    name: str
    lines: tuple[str, ...]
    """Paragraphs, each one sentence or more; those between dashes are subheads."""
    outlet: str | None = None
    agency: str | None = None
    credit: str = ""
    """A last line that credits the agency."""
    day: str | None = "2031-05-03"
    ends: str | None = None
    """Last day of publication, where it is an interval."""
    said: tuple[Said, ...] = ()


def identity(name: str) -> str:
    """The id of an article."""
    return hashlib.sha256(name.encode()).hexdigest()[:16]


def days(first: str | None, last: str | None = None) -> DayInterval:
    """Days from ISO strings."""
    if first is None:
        return DayInterval()
    return DayInterval(date.fromisoformat(first), date.fromisoformat(last or first))


def place(text: str, words: str | None) -> Span | None:
    """Where words stand."""
    if words is None:
        return None
    start = text.index(words)
    return Span(start, start + len(words))


def sure(span: Span | None) -> Span:
    """A place that is there."""
    assert span is not None
    return span


def read(one: Report) -> tuple[Article, Analysis]:
    """The article and its findings; every line is one sentence."""
    text, paragraphs, sentences = "", [], []
    for number, line in enumerate(one.lines):
        start = len(text)
        text += line + "\n"
        role = Role.SUBHEAD if line.startswith("- ") else Role.BODY if number else Role.LEDE
        paragraphs.append(Paragraph(start, len(text), role, "made"))
        sentences.append(Span(start, start + len(line)))
    span = None
    if one.credit:
        start = len(text)
        text += one.credit + "\n"
        paragraphs.append(Paragraph(start, len(text), Role.CREDIT, "made"))
        span = Span(start, start + len(one.credit))
    article = Article(
        id=identity(one.name),
        name=one.name,
        media_type="text/plain",
        sha256="0" * 64,
        text=text,
        paragraphs=tuple(paragraphs),
        language="en",
        outlet=Field(one.outlet, Basis.STATED) if one.outlet else None,
        agency=Field(one.agency, Basis.STATED, span) if one.agency else None,
        published=Dating(days(one.day, one.ends), Basis.STATED if one.day else Basis.UNKNOWN),
    )
    attributions = tuple(
        Attribution(
            content=(sure(place(text, said.content)),),
            source=place(text, said.source),
            cue=None,
            kind=AttributionKind.INDIRECT,
            sourcing=said.sourcing,
            speaker=place(text, said.speaker),
            description=place(text, said.source) if said.sourcing is Sourcing.UNNAMED else None,
            through=place(text, said.through),
        )
        for said in one.said
    )
    analysis = Analysis(article=article.id, sentences=tuple(sentences), attributions=attributions)
    return article, analysis


@dataclass
class Pile:
    """Look-ups over made-up reports."""

    reports: Sequence[Report]
    copies: Sequence[tuple[str, str]] = ()
    """Pairs of names of which the second prints lines of the first."""
    retold: Sequence[tuple[str, str]] = ()
    """Pairs of lines that tell the same in other words."""
    _read: dict[str, tuple[Article, Analysis]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._read = {identity(one.name): read(one) for one in self.reports}

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
                words=sum(len(line.split()) for line in one.lines),
                notes=(),
            )
            for one in self.reports
        ]
        return sorted(made, key=lambda one: day_order(one.published, one.id))

    def article(self, article_id: str) -> Article:
        """One article."""
        return self._read[article_id][0]

    def analysis(self, article_id: str) -> Analysis:
        """Its findings."""
        return self._read[article_id][1]

    def copy_links(self) -> list[CopyLink]:
        """What the named pairs print alike: whole lines."""
        return [self._link(*map(identity, pair)) for pair in self.copies]

    def _link(self, one: str, other: str) -> CopyLink:
        left, right = sorted((one, other))
        ours, theirs = (self._read[id_][0].text for id_ in (left, right))
        shared = [line for line in ours.splitlines() if line and line in theirs.splitlines()]
        passages = tuple(
            SharedPassage(sure(place(ours, line)), sure(place(theirs, line)), len(line.split()))
            for line in shared
        )
        words = sum(len(line.split()) for line in shared)
        left_share, right_share = (words / len(text.split()) for text in (ours, theirs))
        same = min(left_share, right_share) > 0.95
        return CopyLink(
            left=left,
            right=right,
            relation=Relation.SAME_TEXT if same else Relation.PICKUP,
            left_share=round(left_share, 4),
            right_share=round(right_share, 4),
            passages=passages,
            why=f"shared-passage: {words} words",
        )

    def origins(self) -> list[OriginGroup]:
        """The groups that the copies connect, and every other article alone."""
        homes = {id_: {id_} for id_ in self._read}
        for one, other in self.copies:
            whole = homes[identity(one)] | homes[identity(other)]
            homes.update(dict.fromkeys(whole, whole))
        groups = {min(group): sorted(group) for group in homes.values()}
        return [
            OriginGroup(
                f"group {first}", tuple(OriginMember(m, Relation.PICKUP, "made") for m in members)
            )
            for first, members in sorted(groups.items())
        ]

    def held_sentences(self) -> Iterator[tuple[str, int, int, str]]:
        """Every line; its text is its words."""
        for id_, (article, analysis) in sorted(self._read.items()):
            for one in analysis.sentences:
                yield id_, one.start, one.end, one.slice(article.text)

    def retold_links(self) -> Iterator[RetoldLink]:
        """The named pairs."""
        for one, other in self.retold:
            left, right = sorted((one, other))
            yield RetoldLink(
                left=left,
                right=right,
                kind=Retold.RETELLING,
                left_told=0.9,
                right_told=0.9,
                why="same-words: 5 words",
            )

    def held_wordings(self) -> Iterator[tuple[str, int, int, str]]:
        """None."""
        return iter(())

    def wording_links(self) -> Iterator[WordingLink]:
        """None."""
        return iter(())
