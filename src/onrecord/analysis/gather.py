"""From the findings of paragraphs to those of an article: places moved, and what only the whole
article tells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from onrecord.analysis.figures.paragraphs import ParagraphFigures
from onrecord.analysis.figures.paragraphs import placed as placed_figures
from onrecord.analysis.figures.settling import settle_figures
from onrecord.analysis.mention_completion import complete_mentions
from onrecord.analysis.paragraph_speech import ParagraphSpeech, placed
from onrecord.analysis.speakers import resolve_speakers
from onrecord.analysis.speech import assemble
from onrecord.analysis.steps import Findings
from onrecord.analysis.time_references import link_references
from onrecord.values.article import Article
from onrecord.values.attributions import Attribution
from onrecord.values.events import Event, moved_event
from onrecord.values.findings import Analysis, Mention, moved_mention
from onrecord.values.spans import Span
from onrecord.values.times import Direction, TimeExpression, moved
from onrecord.values.vocabulary import ATTRIBUTION_ROLES, EVENT_ROLES, TIME_ROLES, Role

TOP_ROLES = frozenset({Role.HEADLINE, Role.DEK, Role.LEDE})
"""Roles whose first clause is kept without a date of its own: another clause of its article may
date it."""

type Part = tuple[int, tuple[Findings, int]]
"""Where a parsed paragraph begins, what was found in it, and how many words were parsed."""


@dataclass(slots=True)
class _Gathered:
    sentences: list[Span] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    speech: list[ParagraphSpeech] = field(default_factory=list)
    figures: list[ParagraphFigures] = field(default_factory=list)
    words: int = 0

    def take(self, offset: int, role: Role, findings: Findings) -> None:
        """Take the findings of a paragraph that begins at `offset`, as far as its role allows."""
        self.sentences += [Span(s.start + offset, s.end + offset) for s in findings.sentences]
        self.mentions += [moved_mention(one, offset) for one in findings.mentions]
        if role in TIME_ROLES:
            self.times += [moved(_in_role(one, role), offset) for one in findings.times]
        if role in EVENT_ROLES:
            self.events += [
                moved_event(event, offset)
                for event in findings.events
                if event.time is not None or role in TOP_ROLES
            ]
        if findings.speech is not None:
            self.speech.append(placed(findings.speech, offset, role))
        if findings.figures is not None:
            self.figures.append(placed_figures(findings.figures, offset, role))


def gather(article: Article, parts: Sequence[Part]) -> Analysis:
    """The findings of an article.

    Args:
        article: its text and the roles of its paragraphs.
        parts: its parsed paragraphs, in order.
    """
    roles, found = _roles(article, parts), _Gathered()
    for offset, (findings, count) in parts:
        found.take(offset, roles[offset], findings)
        found.words += count
    times = link_references(found.times)
    pieces = [(one.start, one.start + len(one.text)) for one in found.speech]
    mentions = complete_mentions(article.text, found.mentions, pieces)
    attributions = _attributions(found.speech, mentions, times)
    return Analysis(
        article=article.id,
        sentences=tuple(found.sentences),
        mentions=tuple(mentions),
        times=times,
        events=tuple(found.events),
        attributions=attributions,
        figures=settle_figures(
            found.figures,
            attributions,
            mentions,
            times,
            text=article.text,
            sentences=found.sentences,
        ),
        words=found.words,
    )


def _attributions(
    speech: Sequence[ParagraphSpeech], mentions: Sequence[Mention], times: Sequence[TimeExpression]
) -> tuple[Attribution, ...]:
    """The attributions of an article; every paragraph may name who is meant by `she`."""
    found = assemble([paragraph for paragraph in speech if paragraph.role in ATTRIBUTION_ROLES])
    return tuple(resolve_speakers(found, speech, mentions, times))


def _roles(article: Article, parts: Sequence[Part]) -> dict[int, Role]:
    """The role of the paragraph that holds each part, by where the part begins."""
    starts = [paragraph.start for paragraph in article.paragraphs]
    holders = {offset: bisect_right(starts, offset) - 1 for offset, _ in parts}
    return {offset: article.paragraphs[number].role for offset, number in holders.items()}


def _in_role(one: TimeExpression, role: Role) -> TimeExpression:
    """A caption tells in the present tense what its picture shows, which is past."""
    if role is not Role.CAPTION or one.form.direction is not Direction.PRESENT:
        return one
    return replace(one, form=replace(one.form, direction=Direction.PAST))
