"""The time expressions of the record: resolved by the days on which their articles appeared."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from onrecord.exports.schema import load_schema
from onrecord.record.times_view import times_json
from onrecord.values.article import Article, Dating, Paragraph
from onrecord.values.days import DayInterval
from onrecord.values.findings import Analysis
from onrecord.values.spans import Span
from onrecord.values.times import (
    CountedFrom,
    Direction,
    Shape,
    TimeExpression,
    TimeForm,
    TimeType,
)
from onrecord.values.vocabulary import Basis, Role

TEXT = "It fell on Monday, a day after the 3 to 9 June 2021 floods, for two weeks."
ID = "a" * 16
SCHEMA = load_schema()
VALIDATOR = Draft202012Validator({"$defs": SCHEMA["$defs"], "$ref": "#/$defs/time"})


def place(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def expression(words: str, form: TimeForm, **rest: Any) -> TimeExpression:
    return TimeExpression(span=place(words), form=form, rule="test", **({"type": TimeType.DATE} | rest))  # fmt: skip


MONDAY = expression("Monday", TimeForm(shape=Shape.WEEKDAY, number=1, direction=Direction.PAST))
DAY_AFTER = expression(
    "a day after",
    TimeForm(shape=Shape.DISTANCE, unit="D", shift=1),
    counted_from=CountedFrom.EXPRESSION,
    reference=MONDAY.span,
)
THIRD = expression(
    "3", TimeForm(shape=Shape.FIXED, value="2021-06-03"), counted_from=CountedFrom.NOTHING, range=place("9 June 2021")
)  # fmt: skip
NINTH = expression(
    "9 June 2021", TimeForm(shape=Shape.FIXED, value="2021-06-09"), counted_from=CountedFrom.NOTHING, range=place("3")
)  # fmt: skip
WEEKS = expression(
    "two weeks",
    TimeForm(shape=Shape.FIXED, value="P2W"),
    type=TimeType.DURATION,
    counted_from=CountedFrom.NOTHING,
)
TIMES = (MONDAY, DAY_AFTER, THIRD, NINTH, WEEKS)


def view(published: DayInterval) -> list[dict[str, Any]]:
    """The items of an article that appeared on one of these days."""
    basis = Basis.STATED if published.known else Basis.UNKNOWN
    article = Article(
        id=ID,
        name="a.txt",
        media_type="text/plain",
        sha256="0" * 64,
        text=TEXT,
        paragraphs=(Paragraph(0, len(TEXT), Role.BODY, "test"),),
        language="en",
        published=Dating(published, basis),
    )
    items = list(times_json(article, Analysis(article=ID, times=TIMES)))
    for item in items:
        VALIDATOR.validate(item)
    return items


def test_every_field() -> None:
    """One item in full: the keys stand in the order of the schema."""
    monday = view(DayInterval.on(date(2022, 3, 9)))[0]
    assert list(monday) == list(SCHEMA["$defs"]["time"]["properties"])
    assert monday == {
        "article": ID, "start": 11, "end": 17, "type": "DATE", "value": "2022-03-07",
        "first": "2022-03-07", "last": "2022-03-07", "rule": "test", "counted_from": "publication",
        "reference": None, "range": None,
    }  # fmt: skip


def test_references_and_ranges_are_places() -> None:
    """Both are given as [start, end], and what counts from another is resolved by it."""
    _, day_after, third, ninth, _ = view(DayInterval.on(date(2022, 3, 9)))
    assert (day_after["value"], day_after["reference"]) == ("2022-03-08", [11, 17])
    assert (third["range"], ninth["range"]) == ([ninth["start"], ninth["end"]], [third["start"], third["end"]])  # fmt: skip


def test_a_length_has_no_days() -> None:
    """Both ends are null, and the value is the length."""
    weeks = view(DayInterval.on(date(2022, 3, 9)))[-1]
    assert (weeks["type"], weeks["value"], weeks["first"], weeks["last"]) == (
        "DURATION", "P2W", None, None
    )  # fmt: skip


@pytest.mark.parametrize(
    ("published", "value", "first", "last"),
    [
        (DayInterval(), "XXXX-WXX-1", None, None),
        (DayInterval(date(2022, 3, 4), date(2022, 3, 10)), "XXXX-WXX-1", "2022-02-28", "2022-03-07"),
        (DayInterval(date(2022, 3, 8), date(2022, 3, 10)), "2022-03-07", "2022-03-07", "2022-03-07"),
        (DayInterval(None, date(2022, 3, 9)), "XXXX-WXX-1", None, "2022-03-07"),
        (DayInterval(date(2022, 3, 9), None), "XXXX-WXX-1", "2022-03-07", None),
    ],
)  # fmt: skip
def test_an_uncertain_day_of_publication(
    published: DayInterval, value: str, first: str | None, last: str | None
) -> None:
    """The days are bounded by what is known; the value is X where they differ."""
    monday = view(published)[0]
    assert (monday["value"], monday["first"], monday["last"]) == (value, first, last)


def test_dates_with_their_year_need_no_day() -> None:
    """They are the same in an undated article."""
    assert [item["value"] for item in view(DayInterval())[2:]] == ["2021-06-03", "2021-06-09", "P2W"]  # fmt: skip


def test_an_article_without_findings() -> None:
    """No expressions, no items."""
    article = Article(id=ID, name="a", media_type="text/plain", sha256="", text="", paragraphs=(), language="en")  # fmt: skip
    assert list(times_json(article, Analysis(article=ID))) == []
