"""Search in the record file: what is found, in which order, and that offsets hold."""

from __future__ import annotations

import contextlib
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.analysis import analyze as analysis_stage
from onrecord.api import OpenRecord, open_record
from onrecord.articles.read import read_article
from onrecord.errors import UsageError
from onrecord.store.file import RecordFile
from onrecord.store.search import Filters
from onrecord.values.article import Field
from onrecord.values.findings import Analysis
from onrecord.values.pages import MediaType, Page
from onrecord.values.vocabulary import Basis, Role
from piles import lay_out
from quick_analysis import QuickAnalysis

TEXTS = {
    "rockets.txt": "Rocket fire at Kerrow\n\nElm Post\nPublished: 3 May 2021\n\nTwo rockets hit the base at"
    " Kerrow on Monday, and the attacks went on until noon, the army said.\n\nNobody was hurt.",
    "attack.txt": "Night attack\n\nPublished: 10 May 2021\n\nThe attack began at night. A rocket attack"
    " followed at dawn – the second one this week – and troops withdrew.",
    "cafe.txt": "The Café “Zürich”\n\nGuests of the Café Zürich spoke of non\u2011stop noise.\u00a0Its"
    " owner’s brother runs the mill. It costs CO2 and U.S. dollars, he said in Straßburg.",
    "menu.txt": "Quiet day at the mill\n\nThe mill stood still on Friday for the whole day, its owner"
    " said, and no grain was ground until the evening.\n\nRead more: Dragons seen at the harbour\n\n"
    "Follow us on Facebook\n\nShare this article\n\nSubscribe to our newsletter",
    "dragons.txt": "Dragon boats race\n\nThe dragon boats raced on Sunday in front of a large crowd, and"
    " the boat of the harbour office won by a length.",
}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> OpenRecord:
    """A record of the texts above."""
    folder = tmp_path_factory.mktemp("search")
    lay_out(folder / "in", tuple((name, text.encode()) for name, text in TEXTS.items()))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(analysis_stage, "analyze", QuickAnalysis())
        handle = open_record(folder / "r.db")
        handle.add(folder / "in")
    return handle


def found(record: OpenRecord, query: str, **filters: object) -> list[str]:
    """Names of the articles that a query finds, best first."""
    with record.reading() as file:
        hits, total = file.search(query, filters=Filters(**filters), limit=20)  # type: ignore[arg-type]
        assert total == len(hits)
        for hit in hits:
            text = file.article(hit.article.id).text
            for passage in hit.passages:
                assert text[passage.start : passage.end] == passage.text
                assert passage.matches
                for match in passage.matches:
                    assert passage.start <= match.start < match.end <= passage.end
    return [hit.article.name for hit in hits]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("rocket attack", {"rockets.txt", "attack.txt"}),
        ("ROCKETS attacking", {"rockets.txt", "attack.txt"}),
        ('"rocket attack"', {"attack.txt"}),
        ("“rocket attack”", {"attack.txt"}),
        ("„rocket attack“", {"attack.txt"}),
        ("rocket|dragon boats|base", {"rockets.txt", "dragons.txt"}),
        ("rocket -night", {"rockets.txt"}),
        ("withdr*", {"attack.txt"}),
        ("withdrawn|withdrew", {"attack.txt"}),
        ("cafe zurich", {"cafe.txt"}),
        ("CAFÉ ZÜRICH", {"cafe.txt"}),
        ("Cafe\u0301", {"cafe.txt"}),
        ('"non-stop noise"', {"cafe.txt"}),
        ('"non stop noise its owner\'s"', {"cafe.txt"}),
        ("owner's", {"cafe.txt"}),
        ("US dollars", {"cafe.txt"}),
        ("U.S. dollars", {"cafe.txt"}),
        ("straßburg", {"cafe.txt"}),
        ('"dawn - the second"', {"attack.txt"}),
        ("mill grain", {"menu.txt"}),
        ("grain rocket", set()),
        ("AND", {"rockets.txt", "attack.txt", "cafe.txt", "menu.txt", "dragons.txt"}),
        ("NEAR(rocket attack)", set()),
        ("text:rocket", set()),
        ("elm post", {"rockets.txt"}),
    ],
)
def test_queries_as_people_type_them(record: OpenRecord, query: str, names: set[str]) -> None:
    """Words in any form, phrases, alternatives; case, accents, quotes, dashes, spaces are folded."""
    assert set(found(record, query)) == names


def test_residue_comes_last(record: OpenRecord) -> None:
    """An article in which only furniture matches comes after those whose own words do."""
    assert found(record, "dragon") == ["dragons.txt", "menu.txt"]
    assert found(record, "dragons seen at the harbour") == ["menu.txt"]
    with record.reading() as file:
        hits, _ = file.search("dragon", filters=Filters(), limit=1)
    assert [hit.article.name for hit in hits] == ["dragons.txt"]


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ({"outlet": "elm"}, {"rockets.txt"}),
        ({"outlet": "ÉLM POST"}, {"rockets.txt"}),
        ({"outlet": "times"}, set()),
        ({"since": date(2021, 5, 4)}, {"attack.txt"}),
        ({"until": date(2021, 5, 4)}, {"rockets.txt"}),
        ({"since": date(2021, 5, 3), "until": date(2021, 5, 10)}, {"rockets.txt", "attack.txt"}),
        ({"since": date(1900, 1, 1)}, {"rockets.txt", "attack.txt"}),
    ],
)
def test_filters(record: OpenRecord, filters: dict[str, object], names: set[str]) -> None:
    """By part of the outlet's name and by day; undated articles pass no filter by date."""
    assert set(found(record, "attack|mill|boats", **filters)) == names


@pytest.mark.parametrize("query", ["", "  ", '""', "| |", "-rocket", "...", "*"])
def test_a_query_without_a_word_is_wrong_usage(record: OpenRecord, query: str) -> None:
    """A query that asks for nothing is refused with its words."""
    with pytest.raises(UsageError):
        found(record, query)


@given(query=st.text(max_size=40) | st.text('ab "|*-()^:{}+.,~NEAROT\0', max_size=25))
@settings(max_examples=200, deadline=None)
def test_no_query_breaks_the_search(record: OpenRecord, query: str) -> None:
    """Any text is a query or wrong usage; none reaches SQLite as syntax."""
    with contextlib.suppress(UsageError):
        found(record, query)


@given(
    pieces=st.lists(
        st.sampled_from(
            ["rocket", "rockets", "mill", "\x02", "\x03", "\0", " ", "\n\n", ". ", "é", "😀", "ß"]
        ),
        min_size=1,
        max_size=40,
    )
)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_marks_in_the_text_move_no_offset(pieces: list[str]) -> None:
    """NUL and the characters that mark matches leave every offset where the words stand."""
    text = "A rocket here " + "among many words " * 50 + "".join(pieces) + " and a rocket there"
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(analysis_stage, "analyze", QuickAnalysis())
        patch.setattr(analysis_stage, "model_description", lambda _: "quick")
        (path,) = lay_out(Path(folder), (("a.txt", text.encode()),))
        record = open_record(Path(folder) / "r.db")
        record.add(path)
        with record.reading() as file:
            hits, _ = file.search("rocket", filters=Filters(), limit=5)
            kept = file.article(hits[0].article.id).text
    assert kept == text
    assert hits[0].count >= 2
    for passage in hits[0].passages:
        for match in passage.matches:
            assert kept[match.start : match.end].startswith("rocket")


def test_a_match_in_the_headline_alone() -> None:
    """A headline that is no part of the text is found, and comes before furniture."""
    bodies = {
        "furniture.txt": "The mill stood still on Friday.\n\nRead more: " + "Zebra " * 6 + "\n",
        "headline.txt": "The mill was sold on Monday to its neighbours.\n",
    }
    with RecordFile(":memory:", write=True) as record:
        for name, text in bodies.items():
            page = Page(data=text.encode(), media_type=MediaType.PLAIN, name=name)
            article = read_article(page)
            if name == "headline.txt":
                article = replace(article, headline=Field("Zebra", Basis.METADATA))
            analysis = Analysis(article=article.id)
            record.save(article, analysis, analysed=True, versions=("1", "1"), page=page)
        hits, total = record.search("zebra", filters=Filters(), limit=5)
    assert total == 2
    assert [(h.article.name, h.count) for h in hits] == [("headline.txt", 0), ("furniture.txt", 6)]
    assert hits[1].passages[0].role is Role.RESIDUE
