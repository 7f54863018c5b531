"""Compiling: the record is made of look-ups, in the order of the contract."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pytest

from onrecord.linking.dates.link_values import DateLink
from onrecord.linking.names.name_values import LocalName, NameLink, Tells
from onrecord.linking.pairs import Pair
from onrecord.linking.retold.sentence_text import SentenceText
from onrecord.linking.same_event.event_text import EventText
from onrecord.linking.wordings.link_values import WordingLink
from onrecord.record.compile import LOOKED_FOR, compile_record
from onrecord.values.article import Article, Dating, Field, Paragraph
from onrecord.values.days import DayInterval
from onrecord.values.decisions import Decision, What
from onrecord.values.findings import Analysis, Mention
from onrecord.values.links import (
    CopyLink,
    EventLink,
    OriginGroup,
    OriginMember,
    RetoldLink,
)
from onrecord.values.spans import Span
from onrecord.values.stored import ArticleSummary, day_order
from onrecord.values.times import Direction, Shape, TimeExpression, TimeForm, TimeType
from onrecord.values.vocabulary import Basis, EntityType, Relation, Role

TEXT = "Road closed\nBy Jane Roe\nMarch 8, 2022\nThe road at Torvik is closed.\n"
IDS = ["a" * 16, "b" * 16, "c" * 16]


def place(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


MONTH = TimeExpression(
    span=place("March"),
    type=TimeType.DATE,
    form=TimeForm(shape=Shape.YEARLESS, value="03", direction=Direction.PAST),
    rule="month",
)


def article(id: str) -> Article:
    borders = [0, 12, 24, 38, len(TEXT)]
    roles = [Role.HEADLINE, Role.BYLINE, Role.TIMESTAMP, Role.LEDE]
    eighth = DayInterval.on(date(2022, 3, 8))
    return Article(
        id=id,
        name="a.txt",
        media_type="text/plain",
        sha256="0" * 64,
        text=TEXT,
        paragraphs=tuple(
            Paragraph(s, e, role, "test")
            for s, e, role in zip(borders, borders[1:], roles, strict=False)
        ),
        language="en",
        headline=Field("Road closed", Basis.STATED, place("Road closed"), "test"),
        bylines=(Field("Jane Roe", Basis.STATED, place("Jane Roe"), "byline-line"),),
        outlet=Field("alm.example", Basis.ADDRESS, None, "domain-of-the-address"),
        published=Dating(eighth, Basis.STATED, None, (place("March 8, 2022"),), "stated-line"),
    )


def summary(id: str, days: DayInterval, **changes: Any) -> ArticleSummary:
    known: dict[str, Any] = {
        "label": "alm 8 March", "name": "a.txt", "names": ("a.txt", "b.txt"), "outlet": None, "agency": None,
        "headline": None, "basis": "stated", "updated": None, "language": "en", "analysed": True, "words": 9, "notes": (),
    }  # fmt: skip
    return ArticleSummary(id=id, published=days, **(known | changes))


@dataclass
class Pile:
    """A pile in memory."""

    rows: list[ArticleSummary] = field(default_factory=list)
    groups: list[OriginGroup] = field(default_factory=list)
    made: list[Decision] = field(default_factory=list)
    read: list[str] = field(default_factory=list)
    """Ids of the articles that were looked up, in order."""

    def summaries(self) -> list[ArticleSummary]:
        return sorted(self.rows, key=lambda s: day_order(s.published, s.id))

    def article(self, article_id: str) -> Article:
        self.read.append(article_id)
        agency = next((row.agency for row in self.rows if row.id == article_id), None)
        found = article(article_id)
        return replace(found, agency=Field(agency, Basis.STATED)) if agency else found

    def analysis(self, article_id: str) -> Analysis:
        return Analysis(
            article=article_id,
            sentences=(place("The road at Torvik is closed."),),
            mentions=(Mention(place("Torvik"), EntityType.PLACE),),
            times=(MONTH,),
        )

    def origins(self) -> list[OriginGroup]:
        return self.groups

    def name_places(self) -> list[tuple[str, list[tuple[str, list[tuple[int, int]]]]]]:
        return []

    def name_profiles(self, nodes: Iterable[str] | None = None) -> dict[str, Tells]:
        return {}

    def name_links(self) -> dict[Pair, NameLink]:
        return {}

    def local_names(self, article_id: str) -> tuple[LocalName, ...]:
        return ()

    def held_wordings(self) -> Iterator[tuple[str, int, int, str]]:
        return iter(())

    def wording_links(self) -> Iterator[WordingLink]:
        return iter(())

    def copy_links(self) -> list[CopyLink]:
        return []

    def held_sentences(self) -> Iterator[tuple[str, int, int, str]]:
        return iter(())

    def sentence_text(self, text_id: str) -> SentenceText:
        raise KeyError(text_id)

    def retold_links(self) -> Iterator[RetoldLink]:
        return iter(())

    def event_texts(self) -> Iterator[EventText]:
        return iter(())

    def event_links(self) -> Iterator[EventLink]:
        return iter(())

    def likely_date_links(self, article_id: str) -> list[DateLink]:
        return []

    def decisions(self) -> list[Decision]:
        return self.made

    def about(self) -> dict[str, str]:
        return {
            "model": "m 1",
            "articles_version": "1",
            "analysis_version": "1 m",
            "linking_version": "2",
        }


@pytest.fixture
def pile() -> Pile:
    """Three articles, given out of order: two of which are copies."""
    days = [DayInterval(), DayInterval.on(date(2022, 3, 9)), DayInterval.on(date(2022, 3, 8))]
    summaries = [summary(id_, day) for id_, day in zip(IDS, days, strict=True)]
    summaries[1] = replace(summaries[1], agency="AP", analysed=False)
    copies = tuple(
        OriginMember(m, Relation.SAME_TEXT, "equal-running-text: 2 articles")
        for m in (IDS[0], IDS[1])
    )
    alone = (OriginMember(IDS[2], Relation.UNKNOWN, "no-equal-text"),)
    return Pile(summaries, [OriginGroup("1" * 16, copies), OriginGroup("2" * 16, alone)])


def test_the_top(pile: Pile) -> None:
    """The top says what made the record and what was looked for."""
    record = compile_record(pile, program="9.9").as_dict()
    assert (record["onrecord"], record["schema"], record["looked_for"]) == (
        "9.9",
        1,
        list(LOOKED_FOR),
    )
    assert record["settings"] == {"model": "m 1"}
    assert record["versions"] | {"record": "?"} == {
        "articles": "1", "analysis": "1 m", "linking": "2", "record": "?",
    }  # fmt: skip
    assert list(record) == [
        "onrecord", "schema", "looked_for", "settings", "versions", "articles", "times", "attributions", "variants",
        "unsure_variants", "statements", "figures", "series", "entities", "timeline", "origins", "differences", "news", "stories", "decisions", "quality",
    ]  # fmt: skip


def test_an_article(pile: Pile) -> None:
    """An article has its fields, where they stand, and its findings; anchors hold their words."""
    first = compile_record(pile, program="1").as_dict()["articles"][0]
    assert first["published"] == {
        "first": "2022-03-08", "last": "2022-03-08", "weekdays": None, "basis": "stated", "at": None, "why": "stated-line",
        "evidence": [{"article": IDS[2], "start": 24, "end": 37, "text": "March 8, 2022"}],
    }  # fmt: skip
    assert (first["headline"], first["bylines"], first["outlet"]) == (
        "Road closed",
        ["Jane Roe"],
        "alm.example",
    )
    assert (first["dek"], first["agency"], first["updated"]) == (None, None, None)
    assert first["names"] == ["a.txt", "b.txt"]
    assert first["mentions"] == [{"start": 50, "end": 56, "type": "place"}]
    assert first["sentences"] == [[38, 67]]
    assert list(first["fields"]) == ["headline", "outlet", "bylines"]
    assert first["fields"]["outlet"] == {
        "basis": "address",
        "start": None,
        "end": None,
        "why": "domain-of-the-address",
    }
    assert first["fields"]["bylines"][0]["start"] == TEXT.index("Jane Roe")


def test_order_of_articles_and_origins(pile: Pile) -> None:
    """Articles by their days, undated last; groups by their first member, members in that order."""
    record = compile_record(pile, program="1").as_dict()
    assert [a["id"] for a in record["articles"]] == [IDS[2], IDS[1], IDS[0]]
    assert [[m["article"] for m in o["articles"]] for o in record["origins"]] == [
        [IDS[2]],
        [IDS[1], IDS[0]],
    ]


def test_the_order_of_the_lookups_does_not_matter(pile: Pile) -> None:
    """The same pile in another order is the same record."""
    other = Pile(pile.rows[::-1], pile.groups[::-1])
    assert (
        compile_record(other, program="1").as_dict() == compile_record(pile, program="1").as_dict()
    )


def test_the_medium_of_an_origin(pile: Pile) -> None:
    """It is the agency that the group credits, else its outlet; none where two are credited."""

    def media() -> list[str | None]:
        return [o["medium"] for o in compile_record(pile, program="1").as_dict()["origins"]]

    assert media() == ["alm.example", "AP"]
    pile.rows[0] = replace(pile.rows[0], agency="AFP")
    assert media() == ["alm.example", None]


def test_what_was_not_analysed_is_null(pile: Pile) -> None:
    """Null says that nothing was looked for, which differs from none."""
    unanalysed = compile_record(pile, program="1").as_dict()["articles"][1]
    assert (unanalysed["analysed"], unanalysed["sentences"], unanalysed["mentions"]) == (
        False,
        None,
        None,
    )


def test_times_in_the_order_of_articles(pile: Pile) -> None:
    """Those of the first article first, each with its article's id and by its article's days."""
    record = compile_record(pile, program="1").as_dict()
    assert [t["article"] for t in record["times"]] == [a["id"] for a in record["articles"]]
    assert {t["value"] for t in record["times"]} == {"2022-03"}
    assert "times" in record["looked_for"]


def test_decisions_without_their_time(pile: Pile) -> None:
    """A decision says what, on what, and who; a place only where it is on one; never when."""
    pile.made = [
        Decision(
            number=1,
            what=What.OUTLET,
            article=IDS[0],
            value="Herald",
            by="desk",
            at="2022-03-09T10:00",
        ),
        Decision(
            number=2, what=What.ROLE, article=IDS[0], value="dek", start=0, end=4, text="Road"
        ),
    ]
    assert compile_record(pile, program="1").as_dict()["decisions"] == [
        {
            "what": "outlet",
            "on": {"article": IDS[0]},
            "other": None,
            "value": "Herald",
            "by": "desk",
        },
        {
            "what": "role",
            "on": {"article": IDS[0], "start": 0, "end": 4, "text": "Road"},
            "other": None,
            "value": "dek",
            "by": "",
        },
    ]


def test_articles_are_read_when_it_is_their_turn(pile: Pile) -> None:
    """A pile need not fit in memory: one article is read at a time, in order, for each view
    and again when it is written."""
    record = compile_record(pile, program="1")
    assert pile.read[:3] == [IDS[2], IDS[1], IDS[0]]
    assert pile.read == pile.read[:3] * (len(pile.read) // 3)
    pile.read.clear()
    articles = record.articles()
    next(articles)
    assert pile.read == [IDS[2]]
    assert len(list(articles)) == 2
    assert pile.read == [IDS[2], IDS[1], IDS[0]]


def test_an_empty_pile() -> None:
    """A record without articles has all its keys; its lists are empty, not null, where looked for."""
    record = compile_record(Pile(), program="1").as_dict()
    for name in ("articles", "times", "origins", "decisions"):
        assert record[name] == [], name


def test_a_group_of_articles_that_are_gone(pile: Pile) -> None:
    """A group none of whose articles is in the pile is left out."""
    gone = OriginGroup("3" * 16, (OriginMember("d" * 16, Relation.UNKNOWN, "no-equal-text"),))
    before = compile_record(pile, program="1").as_dict()["origins"]
    pile.groups.append(gone)
    assert compile_record(pile, program="1").as_dict()["origins"] == before
