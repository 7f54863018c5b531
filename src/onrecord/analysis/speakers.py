"""Who said it: source, speaker and circumstances of the attributions of one article.

1. the referents of all paragraphs at their places;
2. the figures that names stand for, then, read from the beginning, descriptions and pronouns;
3. each attribution: what kind of source, who speaks, and the circumstances.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.analysis.paragraph_speech import ParagraphSpeech
from onrecord.analysis.referent_values import ReferentKind
from onrecord.analysis.speaker_circumstances import condition_near, medium_of, time_of
from onrecord.analysis.speaker_figures import Figure, Occurrence, Resolved, named_occurrences
from onrecord.analysis.speaker_names import figures_of
from onrecord.analysis.speaker_places import occurrences_of, quoted_spans
from onrecord.analysis.speaker_reading import Cued, read_article
from onrecord.analysis.speaker_sources import head_of, organisation_in, sourcing_of, speaks_for
from onrecord.values.attributions import Attribution
from onrecord.values.findings import Mention
from onrecord.values.spans import Span
from onrecord.values.times import TimeExpression
from onrecord.values.vocabulary import AttributionKind, EntityType, Sourcing


def resolve_speakers(
    attributions: Sequence[Attribution],
    paragraphs: Sequence[ParagraphSpeech],
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression] = (),
) -> list[Attribution]:
    """The attributions with sourcing, speaker, description, condition, medium and time.

    Args:
        attributions: those of one article, in order; places in the article's text.
        paragraphs: its paragraphs, in order, placed.
        mentions: its names; places in the article's text.
        times: its time expressions; places in the article's text.
    """
    if not attributions:
        return []
    return _Resolver(attributions, paragraphs, mentions, times).all()


class _Resolver:
    def __init__(
        self,
        attributions: Sequence[Attribution],
        paragraphs: Sequence[ParagraphSpeech],
        mentions: Sequence[Mention],
        times: Sequence[TimeExpression],
    ) -> None:
        self.attributions = attributions
        self.paragraphs = paragraphs
        self.starts = [paragraph.start for paragraph in paragraphs]
        self.mentions = {mention.span for mention in mentions}
        self.times = {time.span: time for time in times}
        occurrences = occurrences_of(paragraphs)
        self.by_paragraph: list[list[Occurrence]] = [[] for _ in paragraphs]
        for one in occurrences:
            self.by_paragraph[one.paragraph].append(one)
        self.heads = [self._head(one) for one in attributions]
        named = figures_of(named_occurrences(occurrences))
        cued = {
            head.start: Cued(others=self._named_in(one, named))
            for one, head in zip(attributions, self.heads, strict=True)
            if head is not None
        }
        self.read = read_article(occurrences, named, cued)
        self.organisations: dict[int, Span] = {}
        self.conditions: dict[int, Span] = {}

    def all(self) -> list[Attribution]:
        """The attributions, resolved."""
        found: list[Attribution] = []
        for one, head in zip(self.attributions, self.heads, strict=True):
            resolved = self._circumstances(self._resolved(one, head), head)
            found.append(resolved)
        return found

    def _named_in(self, one: Attribution, named: dict[int, Figure]) -> frozenset[int]:
        """The persons who are named in what was said."""
        return frozenset(
            id(named[other.start])
            for part in one.content
            for other in self._near(part)
            if other.start in named and other.within(part)
        )

    def _paragraph(self, span: Span) -> int:
        return max(0, bisect_right(self.starts, span.start) - 1)

    def _near(self, span: Span) -> list[Occurrence]:
        return self.by_paragraph[self._paragraph(span)] if self.paragraphs else []

    def _head(self, one: Attribution) -> Occurrence | None:
        return head_of(one.source, self._near(one.source)) if one.source is not None else None

    def _resolved(self, one: Attribution, head: Occurrence | None) -> Attribution:
        if one.source is None:
            return replace(one, sourcing=Sourcing.NONE, speaker_why="no-source")
        if head is None:
            return replace(
                one, sourcing=Sourcing.UNNAMED, description=one.source, speaker_why="no-referent"
            )
        told = self._told(head)
        figure = told.figure
        sourcing = sourcing_of(head, figure)
        speaker, others = self._speakers(figure, sourcing)
        return replace(
            one,
            sourcing=sourcing,
            speaker=speaker,
            speaker_why=told.why,
            co_speakers=tuple(dict.fromkeys([*others, *self._joined(one.source, head, speaker)])),
            description=self._description(one, head, figure, sourcing),
            organisation=self._organisation(one, head, figure, sourcing),
        )

    def _told(self, head: Occurrence) -> Resolved:
        antecedent = head.referent.antecedent
        if antecedent is not None:
            at = antecedent + head.offset
            for one in self.by_paragraph[head.paragraph]:
                if one.head.start <= at < one.head.end and one.start in self.read:
                    return Resolved(self.read[one.start].figure, "relative-clause")
        return self.read.get(head.start, Resolved(None, "unread"))

    def _speakers(
        self, figure: Figure | None, sourcing: Sourcing
    ) -> tuple[Span | None, list[Span]]:
        if figure is None or sourcing in (Sourcing.UNNAMED, Sourcing.DOCUMENT):
            return None, []
        names = [one.name for one in (figure, *figure.members) if one.name is not None]
        spans = [name.head for name in names if name.head in self.mentions]
        return (spans[0], spans[1:]) if spans else (None, [])

    def _joined(self, source: Span, head: Occurrence, speaker: Span | None) -> list[Span]:
        found = []
        for one in self._near(source):
            if one is head or one.referent.joined is None or not one.within(source):
                continue
            figure = self.read.get(one.start, Resolved(None, "")).figure
            if figure is not None and figure.name is not None and figure.kind is EntityType.PERSON:
                if figure.name.head != speaker and figure.name.head in self.mentions:
                    found.append(figure.name.head)
        return found

    def _description(
        self, one: Attribution, head: Occurrence, figure: Figure | None, sourcing: Sourcing
    ) -> Span | None:
        if head.referent.kind is ReferentKind.DESCRIPTION and figure is not None:
            if figure.name is not None:
                return head.span
            return one.source
        if sourcing in (Sourcing.UNNAMED, Sourcing.DOCUMENT):
            if figure is not None and figure.description is not None:
                return figure.description.span
            return one.source
        return None

    def _organisation(
        self, one: Attribution, head: Occurrence, figure: Figure | None, sourcing: Sourcing
    ) -> Span | None:
        if one.source is None:
            return None
        near = self._near(one.source)
        spoken_for = any(speaks_for(o) for o in near if o.within(one.source))
        found: Occurrence | None = None
        if spoken_for or sourcing in (Sourcing.UNNAMED, Sourcing.DOCUMENT):
            found = organisation_in(one.source, near, places=spoken_for)
        if found is not None and figure is not None and spoken_for:
            self.organisations.setdefault(id(figure), found.head)
        if found is not None:
            return found.head if found.head in self.mentions else None
        if sourcing in (Sourcing.ORGANISATION, Sourcing.OUTLET):
            if figure is not None and figure.name is not None:
                return figure.name.head if figure.name.head in self.mentions else None
            return None
        return self.organisations.get(id(figure)) if figure is not None else None

    def _circumstances(self, one: Attribution, head: Occurrence | None) -> Attribution:
        place = one.cue or one.source
        if place is None:
            return one
        near = self._near(place)
        medium = medium_of(one, near, head)
        dated = time_of(one, near, self.times)
        one = replace(
            one,
            through=(medium.head if medium.referent.kind is ReferentKind.NAME else medium.span)
            if medium
            else None,
            time=dated[0] if dated else None,
        )
        if one.sourcing is Sourcing.UNNAMED and head is not None:
            paragraph = self.paragraphs[self._paragraph(place)]
            figure = self._told(head).figure
            condition = condition_near(paragraph, place, quoted_spans(paragraph))
            if figure is not None:
                if condition is not None:
                    self.conditions.setdefault(id(figure), condition)
                condition = condition or self.conditions.get(id(figure))
            one = replace(one, condition=condition)
        return one
