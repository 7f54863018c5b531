"""Where, whose, when and in which event: taken from the same article where a sentence is silent.

`fill_scopes` conducts; what it fills stands in `inferred`, its reason in `why`. Nothing is filled
where two values compete, and what a sentence says itself is kept.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.analysis.figures.filling_article import Told, outer_places
from onrecord.analysis.figures.filling_focus import focus_of
from onrecord.analysis.figures.filling_incidents import fill_incident
from onrecord.analysis.figures.filling_main import fill_main_place
from onrecord.analysis.figures.filling_places import fill_likes, settle_stand_in
from onrecord.analysis.figures.filling_times import date_by_event
from onrecord.analysis.figures.phrases import ScopedPhrase
from onrecord.values.figures import Figure
from onrecord.values.findings import Mention
from onrecord.values.spans import Span
from onrecord.values.times import TimeExpression
from onrecord.values.vocabulary import Role


def fill_scopes(
    figures: Sequence[Figure],
    phrases: Sequence[ScopedPhrase],
    *,
    text: str,
    paragraphs: Sequence[tuple[Span, Role]],
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression],
) -> list[Figure]:
    """The figures of an article with place, owner, incident and time filled, in their order.

    All places are in the article's text.

    Args:
        figures: of the article.
        phrases: of all its paragraphs, moved (`moved_phrase`).
        text: of the article.
        paragraphs: each paragraph that has figures or phrases, with its role, in order.
        sentences: in order.
        mentions: of the article.
        times: of the article.
    """
    if not figures:
        return []
    told = Told(
        text=text,
        paragraphs=paragraphs,
        sentences=sentences,
        phrases=sorted(phrases, key=lambda one: one.span),
        mentions=mentions,
        times=times,
        outer=outer_places(text, phrases),
        places=sorted({one.place for one in phrases if one.place is not None}),
    )
    # 1. words that stand for a place
    found = [settle_stand_in(told, figure) for figure in figures]
    # 2. incidents, with where and when they were
    focus = focus_of(told)
    found = [fill_incident(told, figure, focus) for figure in found]
    # 3. what other words of the article tell of the same things
    found = fill_likes(told, found)
    found = fill_main_place(told, found, focus)
    # 4. the day of the event
    return date_by_event(told, found, focus)
