"""Decisions of a person: laid over the reading, never moved, never half."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_paragraphs import assert_covered

from onrecord.articles.decided import apply_decisions, is_orphan, read_days
from onrecord.errors import UsageError
from onrecord.values.article import Article
from onrecord.values.days import DayInterval
from onrecord.values.decisions import Decision, What
from onrecord.values.vocabulary import Basis, Role
from plain_articles import BODY, LEDE, SECOND, read

ARTICLE = read(
    "The Valley Gazette", "Council closes the lower road", "March 8, 2022", *BODY, "(Reuters)"
)


def decision(
    what: What, value: str, *, number: int = 1, words: str | None = None, **more: object
) -> Decision:
    """A decision about the article, at `words` in it where they are given."""
    place = {}
    if words is not None:
        start = ARTICLE.text.index(words)
        place = {"start": start, "end": start + len(words), "text": words}
    return Decision(number=number, what=what, article=ARTICLE.id, value=value, **place, **more)  # type: ignore[arg-type]


def decided(*decisions: Decision) -> Article:
    return apply_decisions(ARTICLE, decisions)


DAYS = {
    "2020-06-12": DayInterval.on(date(2020, 6, 12)),
    "2020-06": DayInterval(date(2020, 6, 1), date(2020, 6, 30)),
    "2020-02": DayInterval(date(2020, 2, 1), date(2020, 2, 29)),
    "2020-12": DayInterval(date(2020, 12, 1), date(2020, 12, 31)),
    "2020": DayInterval(date(2020, 1, 1), date(2020, 12, 31)),
    "2020-05-01..2020-08-14": DayInterval(date(2020, 5, 1), date(2020, 8, 14)),
    "2020-05..2020-06": DayInterval(date(2020, 5, 1), date(2020, 6, 30)),
    "..2020-08-14": DayInterval(None, date(2020, 8, 14)),
    "2020-05-01..": DayInterval(date(2020, 5, 1), None),
    " 2020-06-12 ": DayInterval.on(date(2020, 6, 12)),
    "unknown": DayInterval(),
}


@pytest.mark.parametrize("value", DAYS)
def test_forms_of_days(value: str) -> None:
    """A day, a month, a year, a range open or closed, or that nothing is known."""
    assert read_days(value) == DAYS[value]


@pytest.mark.parametrize(
    "value",
    [
        "",
        "June",
        "2020-13",
        "2020-02-30",
        "12.6.2020",
        "2020-06-12-1",
        "20",
        "99999",
        "2020-06-12..2020-06-11",
        "2020...2021",
        "2020-0",
        "-",
        "2020-6-12-",
    ],
)
def test_what_is_no_day(value: str) -> None:
    """Anything else is refused with the forms that are meant."""
    with pytest.raises(UsageError, match="2020-06-12"):
        read_days(value)


@given(st.text(alphabet="0123456789-. unkow") | st.text())
def test_no_value_breaks_the_reading(value: str) -> None:
    """Whatever a person writes, it is days or it is refused."""
    try:
        assert isinstance(read_days(value), DayInterval)
    except UsageError:
        return


def test_what_is_decided_holds() -> None:
    """A decided field has the person's value, its basis and the number of the decision."""
    article = decided(
        decision(What.PUBLISHED, "2020-06-12"),
        decision(What.UPDATED, "2020-06-13", number=2),
        decision(What.OUTLET, "Hill Herald", number=3),
        decision(What.AGENCY, "AFP", number=4),
    )
    assert (article.published.days, article.published.basis) == (DAYS["2020-06-12"], Basis.DECIDED)
    assert article.updated is not None
    assert article.updated.why == "decision: 2"
    for field, value, number in [(article.outlet, "Hill Herald", 3), (article.agency, "AFP", 4)]:
        assert field is not None
        assert (field.value, field.basis, field.why) == (
            value,
            Basis.DECIDED,
            f"decision: {number}",
        )


def test_unknown_takes_away() -> None:
    """A person may know that a date or a name is not known."""
    article = decided(
        decision(What.PUBLISHED, "unknown"),
        decision(What.OUTLET, "unknown"),
        decision(What.AGENCY, "unknown"),
    )
    assert ARTICLE.outlet is not None
    assert ARTICLE.agency is not None
    assert (article.outlet, article.agency) == (None, None)
    assert (article.published.days, article.published.basis) == (DayInterval(), Basis.DECIDED)


def test_the_later_decision_holds_and_what_was_taken_back_does_not() -> None:
    """Decisions are laid over each other in order; those taken back, or of another article, are not."""
    other = Decision(number=4, what=What.OUTLET, article="0" * 16, value="Elsewhere")
    article = decided(
        decision(What.OUTLET, "First"),
        decision(What.OUTLET, "Second", number=2),
        decision(What.OUTLET, "Third", number=3, undone=True),
        other,
    )
    assert article.outlet is not None
    assert article.outlet.value == "Second"
    assert decided() == ARTICLE


def test_a_whole_paragraph_keeps_its_borders() -> None:
    """The role of a paragraph is changed with the line breaks after it; the others stay."""
    article = decided(decision(What.ROLE, "caption", words=SECOND))
    changed = [
        (old, new)
        for old, new in zip(ARTICLE.paragraphs, article.paragraphs, strict=True)
        if old != new
    ]
    ((old, new),) = changed
    assert (new.start, new.end) == (old.start, old.end)
    assert (new.role, new.why) == (Role.CAPTION, "decision: 1")


def test_a_part_of_a_paragraph_is_cut_out() -> None:
    """Words inside of a paragraph become one of their own; what is around them keeps its role."""
    article = decided(decision(What.ROLE, "notice", words="in 1931"))
    assert_covered(article)
    texts = [(p.role, article.text[p.start : p.end]) for p in article.paragraphs]
    place = texts.index((Role.NOTICE, "in 1931"))
    before, after = SECOND.split("in 1931")
    assert [(r, t.rstrip("\n")) for r, t in texts[place - 1 : place + 2]] == [
        (Role.BODY, before), (Role.NOTICE, "in 1931"), (Role.BODY, after),
    ]  # fmt: skip


def test_a_stretch_over_several_paragraphs() -> None:
    """Every paragraph that the stretch touches is cut, none is merged."""
    words = f"{LEDE[-10:]}\n\n{SECOND[:10]}"
    article = decided(decision(What.ROLE, "residue", words=words))
    assert_covered(article)
    assert len(article.paragraphs) == len(ARTICLE.paragraphs) + 2


def test_an_orphan_changes_nothing() -> None:
    """Where the words no longer stand at their place, the decision is reported, never moved."""
    lost = decision(What.ROLE, "caption", words=SECOND, number=7)
    moved = read("Another headline of the town", *BODY, "(Reuters)")
    moved_decision = Decision(
        number=7,
        what=What.ROLE,
        article=moved.id,
        value="caption",
        start=lost.start,
        end=lost.end,
        text=lost.text,
    )
    assert is_orphan(moved_decision, moved)
    assert apply_decisions(moved, [moved_decision]) == moved
    assert not is_orphan(lost, ARTICLE)
    assert not is_orphan(decision(What.OUTLET, "x"), moved)


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(0, len(ARTICLE.text) - 1),
            st.integers(1, 400),
            st.sampled_from(sorted(Role)),
        ),
        max_size=5,
    )
)
def test_paragraphs_cover_after_any_decisions(stretches: list[tuple[int, int, Role]]) -> None:
    """However the text is cut, every character stays in exactly one paragraph, and every decided
    stretch that no later one touches has its role."""
    decisions = []
    for number, (start, length, role) in enumerate(stretches, 1):
        end = min(start + length, len(ARTICLE.text))
        decisions.append(
            Decision(
                number=number,
                what=What.ROLE,
                article=ARTICLE.id,
                value=role.value,
                start=start,
                end=end,
                text=ARTICLE.text[start:end],
            )
        )
    article = decided(*decisions)
    assert_covered(article)
    if decisions:
        last = decisions[-1]
        assert last.start is not None
        assert last.end is not None
        inside = [p for p in article.paragraphs if p.start < last.end and last.start < p.end]
        assert {p.role for p in inside} == {Role(last.value)}
