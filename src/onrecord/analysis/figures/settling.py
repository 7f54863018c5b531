"""From the figures of paragraphs to those of an article. `settle_figures` conducts:

1. places moved to the article, roles without figures left out;
2. the innermost attribution that holds each; what is told in somebody's words is reported;
3. where, whose, when and in which event, from the same article where a sentence is silent;
4. the days of a poll, for its shares, and of an incident, for further reports of it;
5. wholes and elided heads over sentences;
6. in order of place, one figure a place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.analysis.figures.filling import fill_scopes
from onrecord.analysis.figures.paragraphs import ParagraphFigures
from onrecord.analysis.figures.phrases import moved_phrase
from onrecord.analysis.figures.settling_days import dated_by_incident, dated_by_poll
from onrecord.analysis.figures.wholes import settle_wholes
from onrecord.values.attributions import Attribution
from onrecord.values.figures import Figure, moved_figure
from onrecord.values.findings import Mention
from onrecord.values.spans import Span
from onrecord.values.times import TimeExpression
from onrecord.values.vocabulary import FIGURE_ROLES, Modality

type PlacedFigures = ParagraphFigures
"""A paragraph's figures after `placed`."""


def settle_figures(
    paragraphs: Sequence[PlacedFigures],
    attributions: Sequence[Attribution],
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
    *,
    text: str,
    sentences: Sequence[Span],
) -> tuple[Figure, ...]:
    """The figures of an article, in order of their place.

    Args:
        paragraphs: in order, each placed in the article.
        attributions: of the article; places in its text.
        mentions: of the article.
        times: of the article.
        text: the article's.
        sentences: of the article, in order.
    """
    told = [paragraph for paragraph in paragraphs if paragraph.role in FIGURE_ROLES]
    # 1. places
    figures = [moved_figure(one, part.start) for part in told for one in part.figures]
    if not figures:
        return ()
    figures.sort(key=_place)
    # 2. attributions
    figures = list(_attributed(figures, attributions))
    # 3. scopes
    figures = fill_scopes(
        figures,
        [moved_phrase(one, part.start) for part in paragraphs for one in part.phrases],
        text=text,
        paragraphs=[(Span(p.start, p.start + len(p.text)), p.role) for p in paragraphs if p.text],
        sentences=sentences,
        mentions=mentions,
        times=times,
    )
    # 4. days
    figures = dated_by_poll(figures, times, text, sentences)
    figures = dated_by_incident(figures)
    # 5. wholes
    speakers = [one.source for one in attributions if one.source is not None]
    figures = settle_wholes(figures, text, mentions, speakers)
    # 6. order
    found = {one.span: one for one in sorted(figures, key=_place)}
    return tuple(found.values())


def _place(one: Figure) -> tuple[int, int]:
    return one.span.start, -one.span.end


def _attributed(figures: Sequence[Figure], attributions: Sequence[Attribution]) -> Iterator[Figure]:
    """The figures, in order, each with the innermost attribution whose content holds its number."""
    parts = sorted(
        ((part, one.extent) for one in attributions for part in one.content),
        key=lambda pair: (pair[0].start, -pair[0].end),
    )
    at = 0
    open_parts: list[tuple[Span, Span]] = []
    for figure in figures:
        place = figure.number
        while at < len(parts) and parts[at][0].start <= place.start:
            open_parts.append(parts[at])
            at += 1
        open_parts = [pair for pair in open_parts if pair[0].end > place.start]
        holders = [pair for pair in open_parts if pair[0].end >= place.end]
        if not holders:
            yield figure
            continue
        told = figure.modality is Modality.ASSERTED
        yield replace(
            figure,
            attribution=holders[-1][1],
            modality=Modality.REPORTED if told else figure.modality,
        )
