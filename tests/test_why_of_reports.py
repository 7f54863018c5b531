"""`why` of origins, differences, stories, statements, agreement and news."""

from __future__ import annotations

from pathlib import Path

import pytest

from command_line import Run
from onrecord.api import open_record
from onrecord.explain import Reason, explain
from quick_analysis import QuickAnalysis
from reports_by_hand import (
    COURIER,
    ECHO,
    LEDE,
    LIFTED,
    WIRE,
    Reports,
    agreement,
    lay_reports,
    make_record,
    make_reports,
)

pytestmark = pytest.mark.usefixtures("quick")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """Where the record is."""
    return tmp_path / "r.db"


@pytest.fixture
def reports(
    quick: QuickAnalysis, record: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> Reports:
    """Four articles and what is made of them."""
    made = make_reports(make_record(record, run))
    lay_reports(monkeypatch, made)
    return made


def reasons(record: Path, what: str) -> list[Reason]:
    """Why a thing is as it is."""
    with open_record(record).reading() as file:
        return explain(file, what)


def place(article: str, text: str, words: str) -> str:
    """ARTICLE:START-END of words."""
    start = text.index(words)
    return f"{article}:{start}-{start + len(words)}"


def test_an_origin(reports: Reports, record: Path) -> None:
    """Each article with its relation, what it is from and why; what is shared and what a later one
    changed; the media that it names."""
    found = reasons(record, "aa00")
    wire = reports.ids["wire.txt"]
    assert [(r.what, r.value, r.basis, r.why) for r in found[:2]] == [
        ("origin", "Halden Wire 3 May 2033", "independent", "earliest: 2033-05-03"),
        (
            "origin",
            "Ostrel Echo 3 May 2033 from Halden Wire 3 May 2033",
            "pickup",
            "shared-passage: 27 words; share: 0.98",
        ),
    ]
    assert [r.what for r in found[2:]] == ["shared", "shared", "version", "taken out"]
    assert found[5].place == place(
        wire, WIRE, "Two engineers said the wall had been wet for weeks."
    )
    cited = reasons(record, "bb00")[1]
    assert (cited.what, cited.value, cited.why) == ("cites", "Halden Wire", f"origin: {'aa00' * 4}")
    assert cited.words == "Some of it Halden Wire had reported."


def test_a_difference(reports: Reports, record: Path) -> None:
    """Its reason and slot; then both sides with the words that differ and the sentence."""
    head, left, right = reasons(record, "ee02")
    assert (head.value, head.basis, head.why) == ("conflict", "date", "both-cannot-hold")
    assert (left.value, left.words) == ("on Monday", LEDE)
    assert (right.value, right.words) == ("on Tuesday", LIFTED)
    assert right.place == place(reports.ids["courier.txt"], COURIER, LIFTED)


def test_a_story_and_an_event_of_it(reports: Reports, record: Path) -> None:
    """A story with the articles of its events; one event alone."""
    head, *events = reasons(record, "ff10")
    assert (head.what, head.value, head.why) == ("story", "Ostrel · quarry", "events: 2")
    assert [(e.value, e.basis) for e in events] == [
        ("Halden Wire 3 May 2033", "2033-05-03..2033-05-03"),
        ("Ostrel Echo 3 May 2033", "2033-05-03..2033-05-03"),
        ("Marn Courier 5 May 2033", "2033-05-05..2033-05-05"),
    ]
    assert [e.value for e in reasons(record, "ff12")] == ["Marn Courier 5 May 2033"]


def test_an_agreement(reports: Reports, record: Path) -> None:
    """Behind an entry of the timeline: by how many origins it is reported, and why each counts."""
    found = reasons(record, f"{0xDD01:016x}")
    total, teller = found[-2:]
    assert (total.what, total.value) == ("agreement", "reported by 1 origin (2 outlets)")
    assert total.basis == "single origin"
    assert (teller.value, teller.why) == ("Halden Wire", "copy-of: Halden Wire")
    assert teller.words == "Halden Wire 3 May 2033; Ostrel Echo 3 May 2033"


def test_a_statement(reports: Reports, record: Path) -> None:
    """What is told alike, and by whom."""
    reports.tail["statements"] = [
        {
            "id": "ab12" * 4,
            "attributions": ["1" * 16, "2" * 16],
            "why": [{"left": "1" * 16, "right": "2" * 16, "why": "retold: 0.9"}],
            "agreement": agreement(("Elm Wire", "outlet: Elm Wire", []), outlets=1, marks=[]),
        }
    ]
    assert [(r.what, r.why) for r in reasons(record, "ab12")] == [
        ("statement", "attributions: 2"),
        ("alike", "retold: 0.9"),
        ("agreement", ""),
        ("origin", "outlet: Elm Wire"),
    ]


def test_news_at_a_place_and_of_an_article(reports: Reports, record: Path) -> None:
    """At a place: what is new there, with what was told before; or who told it before. Of an
    article: its origin, its story, and how much it adds and repeats."""
    told = [r for r in reasons(record, f"courier.txt:{COURIER.index('Nine')}") if r.what == "news"]
    assert [(r.value, r.why) for r in told] == [
        ("figure", "other-number"),
        ("difference", "conflict: date"),
    ]
    before = [
        r for r in reasons(record, f"courier.txt:{COURIER.index('Nine')}") if r.what == "before"
    ]
    assert {r.words for r in before} == {"12 workers"}
    (repeat,) = (
        r for r in reasons(record, f"echo.txt:{ECHO.index(LEDE)}") if r.what == "told before"
    )
    assert (repeat.value, repeat.words) == ("repeat", LEDE)
    assert repeat.place == place(reports.ids["wire.txt"], WIRE, LEDE)
    of_echo = [(r.what, r.value) for r in reasons(record, "echo.txt")]
    assert ("origin", f"{'aa00' * 4} pickup") in of_echo
    assert ("story", f"{'ff10' * 4} Ostrel · quarry") in of_echo
    assert ("repeats", "1 of 1") in of_echo
    assert ("adds", "figure: 1") in [(r.what, r.value) for r in reasons(record, "courier.txt")]


def test_where_nothing_was_looked_for(reports: Reports, record: Path) -> None:
    """Parts that were not looked for explain nothing, and an article is still explained."""
    for key in ("origins", "differences", "news", "stories", "timeline"):
        reports.tail[key] = None
    assert {r.what for r in reasons(record, "echo.txt")}.isdisjoint({"origin", "story", "adds"})
    assert reasons(record, f"echo.txt:{ECHO.index(LEDE)}")
