"""From the figures of paragraphs to those of an article."""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from onrecord.analysis.figures.paragraphs import ParagraphFigures, placed
from onrecord.analysis.figures.settling import settle_figures
from onrecord.analysis.figures.settling_days import dated_by_incident
from onrecord.values.attributions import Attribution
from onrecord.values.figures import AsOf, Figure
from onrecord.values.spans import Span
from onrecord.values.times import Shape, TimeExpression, TimeForm, TimeType
from onrecord.values.vocabulary import (
    AttributionKind,
    Bound,
    FigureKind,
    Modality,
    Role,
    Sourcing,
)

FIRST = "The pilot said the mayor said 300 barges sank. Some 40 will sail."
SECOND = "About 20 docks closed."


def figure(text: str, printed: str, modality: Modality = Modality.ASSERTED) -> Figure:
    """A figure at the first place of `printed`."""
    start = text.index(printed)
    span = Span(start, start + len(printed))
    return Figure(
        span=span,
        number=span,
        low=1,
        high=1,
        bound=Bound.EXACT,
        kind=FigureKind.COUNT,
        head="barge",
        counted=span,
        modality=modality,
    )


def said(*content: Span) -> Attribution:
    """Somebody's words."""
    return Attribution(
        content=content,
        source=None,
        cue=None,
        kind=AttributionKind.INDIRECT,
        sourcing=Sourcing.NONE,
    )


def paragraph(
    text: str, *figures: Figure, start: int = 0, role: Role = Role.BODY
) -> ParagraphFigures:
    """A paragraph with these figures, where it stands."""
    return placed(ParagraphFigures(figures=figures, phrases=(), text=text), start, role)


def settled(
    paragraphs: list[ParagraphFigures], attributions: list[Attribution]
) -> tuple[Figure, ...]:
    """The figures of an article of these paragraphs."""
    text = ""
    for one in sorted(paragraphs, key=lambda p: p.start):
        text = text.ljust(one.start) + one.text
    return settle_figures(paragraphs, attributions, [], [], text=text, sentences=[])


def test_figures_move_to_the_article_and_stand_in_order() -> None:
    """Places are those of the article's text, whatever the order of the paragraphs is."""
    offset = len(FIRST) + 2
    one = paragraph(FIRST, figure(FIRST, "300"), figure(FIRST, "40"))
    two = paragraph(SECOND, figure(SECOND, "20"), start=offset)
    text = FIRST + "\n\n" + SECOND
    for order in ([one, two], [two, one]):
        found = settled(order, [])
        assert [f.number.slice(text) for f in found] == ["300", "40", "20"]
        assert found == tuple(sorted(found, key=lambda f: f.span))


def test_roles_without_figures_give_none() -> None:
    """Subheads and residue tell no figures; captions do."""
    for role, count in ((Role.SUBHEAD, 0), (Role.RESIDUE, 0), (Role.CAPTION, 1)):
        assert len(settled([paragraph(SECOND, figure(SECOND, "20"), role=role)], [])) == count


def test_the_innermost_attribution_holds_a_figure() -> None:
    """What is told in somebody's words is reported, by who is nearest; a plan stays a plan."""
    outer = said(Span(FIRST.index("the mayor"), FIRST.index(". Some")))
    inner = said(Span(FIRST.index("300"), FIRST.index(". Some")))
    later = said(Span(FIRST.index("Some"), len(FIRST)))
    parts = [
        paragraph(
            FIRST,
            figure(FIRST, "300"),
            figure(FIRST, "40", Modality.PLANNED),
        )
    ]
    for attributions in ([outer, inner, later], [later, inner, outer]):
        told, planned = settled(parts, attributions)
        assert (told.attribution, told.modality) == (inner.extent, Modality.REPORTED)
        assert (planned.attribution, planned.modality) == (later.extent, Modality.PLANNED)


def test_a_figure_between_the_parts_of_a_content_is_outside() -> None:
    """Content that the cue interrupts holds what stands in its parts, not what is between."""
    parts = said(Span(0, 4), Span(FIRST.index("barges"), FIRST.index("sank")))
    (found,) = settled([paragraph(FIRST, figure(FIRST, "300"))], [parts])
    assert (found.attribution, found.modality) == (None, Modality.ASSERTED)


def test_one_figure_a_place() -> None:
    """The same words give one figure."""
    one = figure(SECOND, "20")
    found = settled([paragraph(SECOND, one, replace(one, why="again"))], [])
    assert len(found) == 1


def test_an_article_without_figures() -> None:
    """Nothing is made of nothing."""
    assert settled([paragraph(SECOND)], [said(Span(0, 5))]) == ()


POLL = "The poll was conducted yesterday. Some 45 percent of voters agreed."


def share(text: str, printed: str) -> Figure:
    """A share at the first place of `printed`."""
    return replace(figure(text, printed), kind=FigureKind.SHARE, unit="percent")


def day(start: int, text: str, printed: str, other: Span | None = None) -> TimeExpression:
    """An expression of a day."""
    at = text.index(printed, start)
    return TimeExpression(
        span=Span(at, at + len(printed)),
        type=TimeType.DATE,
        form=TimeForm(shape=Shape.UNIT, unit="D", shift=-1),
        rule="test",
        range=other,
    )


def test_shares_are_of_the_day_of_their_poll() -> None:
    """What is told of a poll is as of when people were asked; a share that is planned is not."""
    time = day(0, POLL, "yesterday")
    sentences = [Span(0, 34), Span(35, len(POLL))]
    for modality, expected in ((Modality.ASSERTED, time.span), (Modality.PLANNED, None)):
        one = replace(share(POLL, "45 percent"), modality=modality)
        (found,) = settle_figures(
            [paragraph(POLL, one)], [], [], [time], text=POLL, sentences=sentences
        )
        assert found.time == expected
        assert ("time" in found.inferred) is (expected is not None)


def test_the_shares_of_two_polls_stay_open() -> None:
    """Where an article tells of polls of two days nothing says which one a share is of."""
    text = "A poll was taken Friday. A survey was taken Monday. Some 45 percent agreed."
    times = [day(0, text, "Friday"), day(0, text, "Monday")]
    sentences = [Span(0, 24), Span(25, 51), Span(52, len(text))]
    (found,) = settle_figures(
        [paragraph(text, share(text, "45 percent"))], [], [], times, text=text, sentences=sentences
    )
    assert found.time is None


def test_a_poll_of_several_days_is_one_range() -> None:
    """`from Friday to Monday` is the time from its first to its last end."""
    text = "A poll was taken from Friday to Monday. Some 45 percent agreed."
    last = Span(text.index("Monday"), text.index("Monday") + 6)
    first = day(0, text, "Friday", last)
    times = [first, day(0, text, "Monday", first.span)]
    sentences = [Span(0, 39), Span(40, len(text))]
    (found,) = settle_figures(
        [paragraph(text, share(text, "45 percent"))], [], [], times, text=text, sentences=sentences
    )
    assert found.time == Span(first.span.start, last.end)


def test_a_further_report_of_an_incident_has_its_day() -> None:
    """A count without a time is of the day of the one before with the same outcome, unless it is
    much larger, of another cause, or has an end of its own."""
    text = "Some 69 died Friday. Some 50 were at sea. Some 9000 died in all."
    time = day(0, text, "Friday")
    first = replace(figure(text, "69"), outcome="killed", low=69, time=time.span)
    first = replace(first, as_of=AsOf.EXPRESSION, cause="storm")
    later = replace(figure(text, "50"), outcome="killed", low=50, as_of=AsOf.PAST)
    cases = {
        time.span: later,
        None: replace(later, low=9000, high=9000),
    }
    for expected, one in cases.items():
        _, found = dated_by_incident([first, one])
        assert found.time == expected
        assert ("time" in found.inferred) is (expected is not None)
    for one in (replace(later, cause="raid"), replace(later, outcome="wounded")):
        _, found = dated_by_incident([first, one])
        assert found.time is None


SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 30)).map(lambda p: Span(p[0], p[0] + p[1])),
    max_size=8,
)


@given(SPANS, SPANS, st.randoms(use_true_random=False))
def test_attributions_as_by_looking_at_each(
    numbers: list[Span], contents: list[Span], chance: random.Random
) -> None:
    """The sweep finds what looking at every attribution finds, in any order of them."""
    text = "x" * 100
    figures = [replace(figure(text, "x"), span=one, number=one) for one in {*numbers}]
    attributions = [said(one) for one in {*contents}]
    chance.shuffle(attributions)
    for found in settled([paragraph(text, *figures)], attributions):
        place = found.number
        holders = [
            one.extent
            for one in attributions
            if one.extent.start <= place.start and place.end <= one.extent.end
        ]
        if not holders:
            assert found.attribution is None
            continue
        latest = max(one.start for one in holders)
        assert found.attribution == min(
            (one for one in holders if one.start == latest), key=lambda one: one.end
        )
