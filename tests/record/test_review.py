"""What waits for a person: which questions, in which order, with which line."""

from __future__ import annotations

import shlex
from datetime import date
from typing import Any

import pytest

from onrecord.record.review import KIND_WORDS, Question, QuestionKind, open_questions
from onrecord.record.review_likely import LikelyNews
from timeline_makers import entry, support

A, B, C = "a" * 16, "b" * 16, "c" * 16


def dated(first: str | None, last: str | None = "", **more: Any) -> dict[str, Any]:
    """A publication date of the JSON."""
    last = first if last == "" else last
    made = {"first": first, "last": last, "weekdays": None, "basis": "own-text", "at": None}
    return {**made, "evidence": [], "why": "test"} | more


def article(id_: str, published: dict[str, Any], **more: Any) -> dict[str, Any]:
    """An article of the JSON; only what questions are made from."""
    made = {"id": id_, "name": f"{id_[0]}.txt", "label": f"label {id_[0]}", "headline": "Dock shut"}
    known = {"outlet": "Elm Post", "agency": None, "language": "en", "analysed": True}
    return {**made, **known, "published": published} | more


def time(id_: str, start: int, value: str, **more: Any) -> dict[str, Any]:
    """A time expression of the JSON, five characters long."""
    made = {"article": id_, "start": start, "end": start + 5, "type": "DATE", "value": value}
    hangs = {"first": None, "last": None, "counted_from": "publication", "reference": None}
    return {**made, **hangs} | more


def ask(**record: Any) -> list[Question]:
    """The open questions of a record."""
    return open_questions(record)


def kinds(**record: Any) -> list[str]:
    """The kinds of its questions."""
    return [question.kind.value for question in ask(**record)]


@pytest.mark.parametrize(
    "record", [{}, {"articles": [], "times": None, "timeline": None}, {"timeline": []}]
)
def test_an_empty_record_asks_nothing(record: dict[str, Any]) -> None:
    """Nothing waits where there is nothing, looked for or not."""
    assert open_questions(record) == []


def test_a_settled_article_asks_nothing() -> None:
    """An exact day and a known outlet leave no question."""
    assert ask(articles=[article(A, dated("2031-05-02"))]) == []


def test_an_unknown_date() -> None:
    """The line to type names the article and keeps a place for the day."""
    (question,) = ask(articles=[article(A, dated(None))])
    assert question.kind is QuestionKind.PUBLISHED
    assert KIND_WORDS[question.kind] == "published: unknown"
    assert (question.first, question.last, question.known, question.choices) == (None, None, "", ())
    assert question.command() == "onrecord decide FILE published a.txt YYYY-MM-DD"
    assert question.settles_words == "1 article"


def test_an_interval_shows_its_days_and_evidence() -> None:
    """The possible days are counted; few are choices; the words they rest on come with them."""
    words = {"article": B, "start": 3, "end": 9, "text": "Friday"}
    published = dated("2031-05-02", "2031-08-15", weekdays=[5], evidence=[words])
    (question,) = ask(articles=[article(A, published)])
    assert question.kind is QuestionKind.INTERVAL
    assert question.known == "16 Fridays, 2 May – 15 Aug 2031"
    assert (question.first, question.last) == (date(2031, 5, 2), date(2031, 8, 15))
    assert question.evidence == (words,)
    assert question.choices == ()
    short = dated("2031-05-05", "2031-05-26", weekdays=[1])
    assert ask(articles=[article(A, short)])[0].choices == (
        *("2031-05-05", "2031-05-12", "2031-05-19", "2031-05-26"),
    )
    (open_side,) = ask(articles=[article(A, dated(None, "2031-05-26"))])
    assert (open_side.kind, open_side.known) == (QuestionKind.INTERVAL, "until 26 May 2031")


def news(label: str, published: str, day: str) -> LikelyNews:
    """An article that likely tells the same news."""
    days = {"published": date.fromisoformat(published), "day": date.fromisoformat(day)}
    return LikelyNews(article=B, label=label, why="likely-same-event: 0.79", evidence=(), **days)


def test_what_is_only_likely_is_for_a_person_to_confirm() -> None:
    """The days of articles that likely tell the same news come first among the choices; each once,
    and they settle nothing."""
    found = (news("Elm", "2031-05-09", "2031-05-09"), news("Oak", "2031-05-03", "2031-05-05"))
    found += (news("Ash", "2031-05-09", "2031-05-09"),)
    (unknown,) = open_questions({"articles": [article(A, dated(None))]}, likely={A: found})
    assert (unknown.likely, unknown.choices) == (found, ("2031-05-09", "2031-05-05"))
    assert (unknown.first, unknown.last, unknown.evidence) == (None, None, ())
    short = article(A, dated("2031-05-05", "2031-05-26", weekdays=[1]))
    (few,) = open_questions({"articles": [short]}, likely={A: found[1:2]})
    assert few.choices == ("2031-05-05", "2031-05-12", "2031-05-19", "2031-05-26")
    order = dated("2031-03-04", "2031-04-03", why="order-of-day-and-month-open", basis="stated")
    (of_two,) = open_questions({"articles": [article(A, order)]}, likely={A: found})
    assert (of_two.likely, of_two.choices) == ((), ("2031-03-04", "2031-04-03"))
    assert (
        open_questions({"articles": [article(A, dated(None, basis="decided"))]}, likely={A: found})
        == []
    )
    assert unknown.as_dict()["likely"][0]["published"] == "2031-05-09"


def test_an_open_order_of_day_and_month() -> None:
    """Two days are possible and no day between them."""
    published = dated("2031-03-04", "2031-04-03", why="order-of-day-and-month-open", basis="stated")
    (question,) = ask(articles=[article(A, published)])
    assert question.kind is QuestionKind.ORDER
    assert question.known == "4 Mar 2031, 3 Apr 2031"
    assert question.choices == ("2031-03-04", "2031-04-03")


def test_what_a_person_knows_to_be_unknown_is_not_asked_again() -> None:
    """A decided date is closed, also an interval or none; so is a decided outlet, until undone."""
    for published in (dated(None, basis="decided"), dated("2031-05-01", None, basis="decided")):
        assert kinds(articles=[article(A, published)]) == []
    nameless = [article(A, dated("2031-05-02"), outlet=None)]
    unknown = {"what": "outlet", "on": {"article": A}, "value": "unknown", "by": ""}
    assert kinds(articles=nameless) == ["outlet"]
    assert kinds(articles=nameless, decisions=[unknown]) == []
    assert kinds(articles=nameless, decisions=[{**unknown, "what": "agency"}]) == ["outlet"]
    assert kinds(articles=nameless, decisions=[unknown, {**unknown, "value": "Elm"}]) == ["outlet"]


def test_outlets_of_the_pile_are_choices() -> None:
    """At most nine, those with most articles first."""
    pile = [article(f"{n:x}" * 16, dated("2031-05-02"), outlet=f"Post {n}") for n in range(12)]
    pile.append(article("d0" * 8, dated("2031-05-02"), outlet="Post 7"))
    (question,) = ask(articles=[*pile, article("e1" * 8, dated("2031-05-02"), outlet=None)])
    assert len(question.choices) == 9
    assert question.choices[:3] == ("Post 7", "Post 0", "Post 1")
    assert question.command("my pile.db") == "onrecord decide 'my pile.db' outlet e.txt OUTLET"


def test_what_would_be_dated_is_counted() -> None:
    """Expressions that hang on the unknown day count, and only those."""
    times = [
        time(A, 0, "XXXX-WXX-5"),
        time(A, 10, "XXXX-WXX-1", first="2031-01-01", last="2031-12-31"),
        time(A, 20, "2031-03-11", first="2031-03-11", last="2031-03-11", counted_from="nothing"),
        time(A, 30, "PRESENT_REF"),
        time(A, 40, "P2W", type="DURATION", counted_from="nothing"),
        time(A, 50, "P2W", type="DURATION"),
        time(A, 60, "PXD", type="DURATION", counted_from="nothing"),
        time(A, 70, "XXXX-XX-XX", counted_from="expression", reference=[0, 5]),
        time(A, 80, "2031-03-12", counted_from="expression", reference=[20, 25]),
        time(A, 90, "XXXX-XX", counted_from="expression", reference=[90, 95]),
        time(A, 100, "XXXX-XX", counted_from="expression", reference=[500, 505]),
        time(A, 110, "2030", first="2030-01-01", last="2030-12-31"),
        time(A, 120, "P2W", first="2031-01-01", last="2031-12-31", type="DURATION"),
        time(B, 0, "XXXX-WXX-5"),
    ]
    (question,) = ask(articles=[article(A, dated(None))], times=iter(times))
    assert question.expressions == 4
    assert question.settles_words == "1 article, 4 time expressions"


def test_entries_that_would_change_are_counted() -> None:
    """Of a date the entries that it bounds; of an outlet those that count it among their origins."""
    on_friday = support(A, "Friday it shut.", time=[0, 5])
    timeline = [
        entry(1, "2031-05-02", "2031-08-15", support=[on_friday]),
        entry(2, "2031-05-02", support=[on_friday]),
        entry(
            3, "2031-05-02", "2031-08-15", support=[support(A, "It shut in 2031.", time=[60, 65])]
        ),
        entry(4, None, support=[support(A, "Dock shut")], origin_names=["Elm Post"]),
        entry(5, None, support=[support(B, "Dock shut")]),
    ]
    asked = ask(
        articles=[article(A, dated(None), outlet=None), article(B, dated(None), agency="EPA")],
        times=[time(A, 0, "XXXX-WXX-5"), time(B, 0, "2031", counted_from="nothing")],
        timeline=timeline,
    )
    assert [(q.kind.value, q.article[0], q.expressions, q.entries, q.settles) for q in asked] == [
        ("published", "a", 1, 2, 4),
        ("outlet", "a", 0, 3, 4),
        ("published", "b", 0, 1, 2),
    ]


def test_an_agency_is_an_origin() -> None:
    """The outlet of an article with an agency changes no origin of an entry."""
    one = article(A, dated("2031-05-02"), outlet=None, agency="EPA")
    (question,) = ask(articles=[one], timeline=[entry(1, None, support=[support(A, "Shut")])])
    assert question.entries == 0


def announced(**more: Any) -> dict[str, Any]:
    """An entry of a visit that was announced, its day passed and nothing found."""
    open_point = {"status": "scheduled", "later_report_sought": True, "start": 40}
    return entry(7, "2031-05-09", text="Finch will visit on Friday.", **(open_point | more))


def test_an_announced_event_without_a_later_report() -> None:
    """It is asked for with its sentence, the status, its day and how far the pile reaches."""
    pile = [article(A, dated("2031-05-02")), article(B, dated("2031-06-01", "2031-07-01"))]
    asked = ask(articles=pile, timeline=[announced()])
    question = next(q for q in asked if q.kind is QuestionKind.LATER)
    assert question.known == "reported as scheduled, 9 May 2031; latest article 1 Jun 2031"
    assert question.evidence == (announced()["sentence"],)
    assert question.entry == announced()["id"]
    assert question.command() == "onrecord decide FILE note a.txt:40 NOTE"
    assert question.settles_words == "1 timeline entry"


@pytest.mark.parametrize(
    "more",
    [
        {"status": "happened"},
        {"status": "cancelled"},
        {"later_report_sought": False},
        {"later_report": {"article": B, "start": 0, "end": 4, "text": "Shut"}},
        {"note": "Asked."},
        {"hidden": True},
    ],
)
def test_answered_events_are_not_asked(more: dict[str, Any]) -> None:
    """What happened, was not looked for, was found, noted or hidden leaves no question."""
    pile = [article(A, dated("2031-05-02")), article(B, dated("2031-06-01"))]
    assert kinds(articles=pile, timeline=[announced(**more)]) == []
    assert kinds(articles=pile, timeline=[announced(status="anticipated")]) == ["later-report"]


def test_articles_that_were_not_analysed_come_last() -> None:
    """They are named with their language; no decision settles them."""
    pile = [
        article(A, dated("2031-05-02"), analysed=False, language="de"),
        article(B, dated("2031-05-02"), analysed=False, language=None),
        article(C, dated(None)),
    ]
    asked = ask(articles=pile)
    assert [(q.kind.value, q.known) for q in asked] == [
        ("published", ""),
        ("not-analysed", "language de"),
        ("not-analysed", "language und"),
    ]
    assert asked[1].command() == ""
    assert asked[1].settles == 0


@pytest.mark.parametrize(
    ("name", "other", "shown"),
    [
        ("two words.txt", "b.txt", "two words.txt"),
        ("it's.txt", "b.txt", "it's.txt"),
        ("-r.txt", "b.txt", A),
        ("--list", "b.txt", A),
        ("a\nb.txt", "b.txt", A),
        ("a\x1b[2J.txt", "b.txt", A),
        ("b.txt", "b.txt", A),
        ("$(rm x).txt", "b.txt", "$(rm x).txt"),
        ("späť-😀.txt", "b.txt", "späť-😀.txt"),
    ],
)
def test_lines_are_safe_to_paste(name: str, other: str, shown: str) -> None:
    """A shell reads the very name; shared, unprintable and option-like names give the id."""
    pile = [article(A, dated(None), name=name), article(B, dated("2031-05-02"), name=other)]
    (question,) = ask(articles=pile)
    line = question.command("-my file.db")
    assert shlex.split(line) == [
        *("onrecord", "decide", "./-my file.db", "published", shown, "YYYY-MM-DD")
    ]


def test_a_second_name_that_is_shared_names_nothing() -> None:
    """A name under which another article came too is not enough."""
    pile = [
        article(A, dated(None), names=["a.txt"]),
        article(B, dated("2031-05-02"), names=["a.txt", "b.txt"]),
    ]
    assert ask(articles=pile)[0].on == A


def test_order_is_by_what_an_answer_settles() -> None:
    """Most first; ties by kind, then by the order of the record."""
    pile = [
        article(A, dated("2031-05-02"), outlet=None),
        article(B, dated(None)),
        article(C, dated("2031-05-01", "2031-05-31")),
    ]
    times = [time(C, n, "XXXX-WXX-5") for n in (0, 10)]
    assert [(q.kind.value, q.article[0]) for q in ask(articles=pile, times=times)] == [
        ("published-interval", "c"),
        ("published", "b"),
        ("outlet", "a"),
    ]
    asked = ask(articles=pile, times=times)[0].as_dict("f.db")
    assert (asked["settles"], asked["first"], asked["known"]) == (
        3,
        "2031-05-01",
        "31 days, May 2031",
    )
