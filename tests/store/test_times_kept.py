"""Time expressions in the record file: their forms come back as they were found."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from command_line import Run
from onrecord.articles.read import read_article
from onrecord.store.file import RecordFile
from onrecord.store.rows import time_row
from onrecord.values.findings import Analysis
from onrecord.values.pages import MediaType, Page
from onrecord.values.spans import Span
from onrecord.values.times import (
    CountedFrom,
    Direction,
    Shape,
    TimeExpression,
    TimeForm,
    TimeType,
)
from piles import lay_out, plain
from quick_analysis import QuickAnalysis

PAGE = Page(data=plain(0), media_type=MediaType.PLAIN, name="a.txt")
ARTICLE = read_article(PAGE)

FORMS = st.builds(
    TimeForm,
    shape=st.sampled_from(Shape),
    value=st.sampled_from(["", "2020-06-12", "06", "SU", "P2W", "nth:4:4:11", "PAST_REF"]),
    other=st.sampled_from(["", "2020-12-06"]),
    number=st.integers(0, 7),
    unit=st.sampled_from(["", "D", "W", "WE", "CE"]),
    shift=st.integers(-500, 500),
    direction=st.sampled_from(Direction),
    clock=st.sampled_from(["", "TNI", "T17:00"]),
    part=st.sampled_from(["", "early", "late"]),
)
PLACES = st.none() | st.integers(0, 50).map(lambda n: Span(n, n + 3))
EXPRESSIONS = st.builds(
    TimeExpression,
    span=st.just(Span(0, 1)),
    type=st.sampled_from(TimeType),
    form=FORMS,
    rule=st.sampled_from(["weekday", "month-day", "earlier"]),
    counted_from=st.sampled_from(CountedFrom),
    reference=PLACES,
    range=PLACES,
)


@settings(deadline=None, max_examples=80)
@given(st.lists(EXPRESSIONS, max_size=8))
def test_forms_survive(made: list[TimeExpression]) -> None:
    """Every field of every form, its words of closed vocabularies, references and ranges."""
    times = tuple(replace(one, span=Span(4 * n, 4 * n + 3)) for n, one in enumerate(made))
    analysis = Analysis(article=ARTICLE.id, times=times, words=7)
    with RecordFile(":memory:", write=True) as record:
        record.save(ARTICLE, analysis, analysed=True, versions=("1", "1"), page=PAGE)
        kept = record.analysis(ARTICLE.id)
        assert kept == analysis
        for one in kept.times:
            assert isinstance(one.type, TimeType)
            assert isinstance(one.form.shape, Shape)
            assert isinstance(one.form.direction, Direction)


def test_a_plain_field_takes_no_place() -> None:
    """Only what differs from the plain form is written, and the shape always."""
    one = TimeExpression(
        span=Span(3, 9),
        type=TimeType.DATE,
        form=TimeForm(shape=Shape.WEEKDAY, number=2, direction=Direction.PAST),
        rule="weekday",
    )
    row = time_row(one)
    assert row[:4] == (3, 9, "DATE", '{"direction": "past", "number": 2, "shape": "weekday"}')
    assert row[4:] == ("weekday", "publication", None, None, None, None)


def test_the_table_reads_without_the_program(
    tmp_path: Path, run: Run, quick: QuickAnalysis
) -> None:
    """Promise 7: another tool finds the words of every expression by article and place."""
    lay_out(tmp_path / "in", (("a.txt", plain(0)), ("b.txt", plain(1))))
    assert run("add", tmp_path / "r.db", tmp_path / "in").code == 0
    connection = sqlite3.connect(tmp_path / "r.db")
    rows = connection.execute(
        "SELECT substr(text, start + 1, end - start) FROM time JOIN article ON number = article"
        " ORDER BY number, start"
    ).fetchall()
    connection.close()
    assert [words for (words,) in rows if words == "Tuesday"] == ["Tuesday"] * 2


def test_they_go_with_their_article(tmp_path: Path, run: Run, quick: QuickAnalysis) -> None:
    """Removing an article removes its expressions, and no others."""
    lay_out(tmp_path / "in", (("a.txt", plain(0)), ("b.txt", plain(1))))
    run("add", tmp_path / "r.db", tmp_path / "in")

    def count() -> int:
        connection = sqlite3.connect(tmp_path / "r.db")
        (number,) = connection.execute("SELECT count(*) FROM time").fetchone()
        connection.close()
        return int(number)

    before = count()
    assert before > 2
    assert run("remove", tmp_path / "r.db", "a.txt").code == 0
    assert count() == before // 2
    assert run("remove", tmp_path / "r.db", "b.txt", "--purge").code == 0
    assert count() == 0
