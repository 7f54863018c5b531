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
from onrecord.analysis.speaker_circumstances import (
    condition_near,
    medium_beside,
    medium_of,
    time_of,
)
from onrecord.analysis.speaker_continuing import continued, spoken_by_holder
from onrecord.analysis.speaker_descriptions import is_introduced, is_named_so, named_later
from onrecord.analysis.speaker_figures import Figure, Occurrence, Resolved, named_occurrences
from onrecord.analysis.speaker_names import figures_of, name_words
from onrecord.analysis.speaker_places import occurrences_of, quoted_spans
from onrecord.analysis.speaker_reading import Cued, read_article
from onrecord.analysis.speaker_sources import (
    head_of,
    organisation_in,
    sourcing_of,
    sourcing_of_named,
    speaks_for,
)
from onrecord.values.attributions import Attribution
from onrecord.values.findings import Mention
from onrecord.values.spans import Span
from onrecord.values.times import TimeExpression
from onrecord.values.vocabulary import EntityType, Sourcing


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
        names = named_occurrences(occurrences)
        named = figures_of(names)
        self.names = [(one, named[one.start]) for one in names if one.start in named]
        cued = {
            head.start: self._cued(one, named)
            for one, head in zip(attributions, self.heads, strict=True)
            if head is not None
        }
        self.read = read_article(occurrences, named, cued)
        self.told: dict[int, Resolved] = {}  # by `id` of the occurrence
        self.organisations: dict[int, Span] = {}
        self.conditions: dict[int, Span] = {}

    def all(self) -> list[Attribution]:
        """The attributions, resolved."""
        found = [
            self._circumstances(self._resolved(one, head), head)
            for one, head in zip(self.attributions, self.heads, strict=True)
        ]
        found = continued(found, self._sentence)
        return spoken_by_holder(found, self.paragraphs)

    def _cued(self, one: Attribution, named: dict[int, Figure]) -> Cued:
        """The source of an attribution, with the figures that are named in what was said."""
        inside = [
            other
            for part in one.content
            for other in self._near(part)
            if other.start in named and other.within(part)
        ]
        source = one.source.start if one.source is not None else 0
        return Cued(
            others=frozenset(
                id(named[o.start]) for o in inside if not o.quoted and o.start > source
            ),
            quoted=frozenset(id(named[o.start]) for o in inside if o.quoted),
            said=one.content,
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
            return self._by_words(one, one.source)
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
            description=self._description(one, head, told, sourcing),
            organisation=self._organisation(one, figure, sourcing),
        )

    def _by_words(self, one: Attribution, source: Span) -> Attribution:
        """One whose source has no referent: a surname that the parse took for something else."""
        paragraph = self.paragraphs[self._paragraph(source)]
        start = paragraph.start
        words = name_words(paragraph.text[source.start - start : source.end - start])
        for _, figure in self.names:
            if len(words) == 1 and is_named_so(figure, words[0]) and figure.name is not None:
                sourcing = sourcing_of_named(figure)
                speaker, _ = self._speakers(figure, sourcing)
                return replace(one, sourcing=sourcing, speaker=speaker, speaker_why="same-word")
        return replace(
            one, sourcing=Sourcing.UNNAMED, description=source, speaker_why="no-referent"
        )

    def _told(self, head: Occurrence) -> Resolved:
        """Whom the head of a source stands for, and why."""
        known = self.told.get(id(head))
        if known is None:
            known = self.told[id(head)] = self._telling(head)
        return known

    def _telling(self, head: Occurrence) -> Resolved:
        antecedent = head.referent.antecedent
        if antecedent is not None:
            at = antecedent + head.offset
            for one in self.by_paragraph[head.paragraph]:
                if one.head.start <= at < one.head.end and one.start in self.read:
                    return Resolved(self.read[one.start].figure, "relative-clause")
        told = self.read.get(head.start, Resolved(None, "unread"))
        figure = told.figure
        if head.referent.kind is not ReferentKind.DESCRIPTION or head.quoted:
            return told
        if figure is not None and (figure.name is not None or is_introduced(figure)):
            return told
        later = named_later(head, self.names)
        return later if later.figure is not None else told

    def _sentence(self, place: Span) -> tuple[int, int]:
        """The numbers of the paragraph of a place and of its sentence."""
        number = self._paragraph(place)
        near = self.by_paragraph[number] if self.paragraphs else []
        before = [one.sentence for one in near if one.start <= place.start]
        return number, before[-1] if before else -1

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
            if figure is None or figure.name is None or figure.kind is EntityType.GROUP:
                continue
            if figure.name.head != speaker and figure.name.head in self.mentions:
                found.append(figure.name.head)
        return found

    def _description(
        self, one: Attribution, head: Occurrence, told: Resolved, sourcing: Sourcing
    ) -> Span | None:
        figure, why = told.figure, told.why
        if head.referent.kind is ReferentKind.DESCRIPTION and figure is not None:
            if figure.name is not None:
                return None if why == "same-word" else head.span
            return one.source
        if sourcing in (Sourcing.UNNAMED, Sourcing.DOCUMENT):
            if figure is not None and figure.description is not None:
                return figure.description.span
            return one.source
        return None

    def _organisation(
        self, one: Attribution, figure: Figure | None, sourcing: Sourcing
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
        medium = medium_of(one, near, head) or medium_beside(one, near)
        paragraph = self.paragraphs[self._paragraph(place)]
        dated = time_of(one, paragraph, near, self.times)
        if medium is not None:
            named = medium.referent.kind is ReferentKind.NAME
            one = replace(one, through=medium.head if named else medium.span)
        if dated is not None:
            one = replace(one, time=dated[0], by_occasion=dated[1])
        if one.sourcing is Sourcing.UNNAMED and head is not None:
            figure = self._told(head).figure
            condition = condition_near(paragraph, place, quoted_spans(paragraph))
            if figure is not None:
                if condition is not None:
                    self.conditions.setdefault(id(figure), condition)
                condition = condition or self.conditions.get(id(figure))
            one = replace(one, condition=condition) if condition is not None else one
        return one
