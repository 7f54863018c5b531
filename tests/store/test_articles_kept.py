"""Articles in the record file: what goes in comes out, and removing leaves nothing."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from command_line import Run
from onrecord.api import open_record
from onrecord.articles.read import read_article
from onrecord.errors import NoSuchArticle
from onrecord.settings import Settings
from onrecord.store.articles import make_label
from onrecord.store.file import RecordFile
from onrecord.values.days import DayInterval
from onrecord.values.pages import Given, MediaType, Page
from piles import lay_out, plain, running_text
from quick_analysis import QuickAnalysis

pytestmark = pytest.mark.usefixtures("quick")


def keep(record: RecordFile, page: Page) -> str:
    """Save the article of a page; its id."""
    article = read_article(page)
    analysis = next(iter(QuickAnalysis()([article], Settings())))
    record.save(article, analysis, analysed=True, versions=("1", "1"), page=page)
    assert record.article(article.id) == article
    assert record.analysis(article.id) == analysis
    return article.id


WORDS = st.text(
    st.characters(codec="utf-8", exclude_characters="\ufeff"), min_size=1, max_size=300
).filter(lambda text: text.strip().strip("\0\ufffd").strip() != "")


@given(
    text=WORDS,
    name=st.text(st.characters(codec="utf-8"), min_size=1, max_size=20),
    outlet=st.none() | st.text(st.characters(codec="utf-8"), min_size=1, max_size=9),
    days=st.lists(st.dates(min_value=date(1900, 1, 1)).map(str), max_size=3, unique=True),
)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_what_goes_in_comes_out(text: str, name: str, outlet: str | None, days: list[str]) -> None:
    """Article, findings, bytes, names and what was given come back as they were saved."""
    page = Page(
        data=text.encode(),
        media_type=MediaType.PLAIN,
        name=name,
        given=Given(outlet=outlet),
        name_dates=tuple(sorted(days)),
    )
    with RecordFile(":memory:", write=True) as record:
        id_ = keep(record, page)
        item = record.item(id_)
        assert item.page == page
        assert item.names == ((name, tuple(sorted(days))),)


def test_bytes_come_back_as_received(tmp_path: Path, run: Run) -> None:
    """Promise 2: the very bytes are kept, whatever was read out of them."""
    received = (
        running_text(0).replace("\n", "\r\n").encode("utf-16"),
        "\ufeffSmall “café” notice about the ferry.\r\n".encode(),
        b"Caf\xe9 \x93council\x94 met on Monday and voted for the quay.\n",
        f"<html><body><p>{running_text(1)}</p><script>x()</script></body></html>".encode(),
    )
    paths = lay_out(tmp_path, tuple((f"{n}.dat", data) for n, data in enumerate(received)))
    assert run("add", tmp_path / "r.db", *paths).code == 0
    with RecordFile(tmp_path / "r.db") as record:
        for number, data in enumerate(received):
            item = record.item(record.find(f"{number}.dat"))
            assert item.page.data == data


@pytest.mark.parametrize(
    ("outlet", "days", "name", "label"),
    [
        ("Elm Post", DayInterval.on(date(2021, 5, 3)), "a.txt", "Elm Post 3 May 2021"),
        ("Elm Post", DayInterval(date(2021, 5, 3), date(2021, 5, 4)), "a.txt", "a"),
        (None, DayInterval.on(date(2021, 5, 3)), "002.txt", "002"),
        (None, DayInterval(), "feed.jsonl#2", "feed.jsonl#2"),
        (None, DayInterval(), ".txt", ".txt"),
    ],
)
def test_labels(outlet: str | None, days: DayInterval, name: str, label: str) -> None:
    """Outlet and day where both are known, else the stem, else container and number."""
    assert make_label(outlet, days, name) == label


def test_equal_labels_are_numbered(tmp_path: Path, run: Run) -> None:
    """No two articles have one label."""
    lay_out(tmp_path, (("x/a.txt", plain(0)), ("y/a.txt", plain(1)), ("z/a.txt", plain(2))))
    run("add", tmp_path / "r.db", tmp_path / "x", tmp_path / "y", tmp_path / "z")
    labels = [row["label"] for row in open_record(tmp_path / "r.db").articles()]
    assert sorted(labels) == ["a (1)", "a (2)", "a (3)"]


def test_ways_to_name_an_article(tmp_path: Path, run: Run) -> None:
    """File name, id, label, or a unique beginning of name or id; else an error that helps."""
    lay_out(
        tmp_path, (("100% sure_a.txt", plain(0)), ("100x sure.txt", plain(1)), ("b.txt", plain(2)))
    )
    run("add", tmp_path / "r.db", *tmp_path.glob("*.txt"))
    run("decide", tmp_path / "r.db", "label", "b.txt", "The Quay")
    with RecordFile(tmp_path / "r.db") as record:
        ids = {s.name: s.id for s in record.summaries()}
        for name in ("b.txt", "b.", ids["b.txt"], ids["b.txt"][:9], "The Quay"):
            assert record.find(name) == ids["b.txt"]
        assert record.find("100%") == ids["100% sure_a.txt"]
        assert record.find("100% sure_") == ids["100% sure_a.txt"]
        with pytest.raises(NoSuchArticle, match="fits 2 articles"):
            record.find("100")
        for wrong in ("nothing", "", "_.txt", "%"):
            with pytest.raises(NoSuchArticle):
                record.find(wrong)


# --- taking out ---

SECRET = "Zyglarvium"
"""A word that stands in one article only."""
TAIL = "quorvexing"
"""Another; the index keeps its stem."""


def secret_pile(tmp_path: Path, run: Run) -> Path:
    """A record of forty articles, one of which has the secret words."""
    files = [(f"{n:03}.txt", plain(n)) for n in range(40)]
    secret = plain(41).decode() + f"\nA clerk called {SECRET} {TAIL}ly told us of the {SECRET}s.\n"
    lay_out(tmp_path / "pile", (*files, ("secret.txt", secret.encode())))
    record = tmp_path / "r.db"
    assert run("add", record, tmp_path / "pile").code == 0
    return record


def bytes_on_disk(record: Path) -> bytes:
    """All bytes of the record and of files beside it, in lower case."""
    return b"\n".join(p.read_bytes() for p in sorted(record.parent.glob(f"{record.name}*"))).lower()


def test_purged_words_are_nowhere_in_the_file(tmp_path: Path, run: Run) -> None:
    """`remove --purge` erases text, findings, index entries with their stems, and decided words."""
    record = secret_pile(tmp_path, run)
    start = len(plain(41).decode()) + 5
    assert run("decide", record, "role", f"secret.txt:{start}", "caption").code == 0
    assert SECRET.lower().encode() in bytes_on_disk(record)
    with RecordFile(record) as file:
        kept = (
            sqlite3.connect(record)
            .execute(
                "SELECT item.bytes FROM item JOIN article ON number = item.article WHERE id = ?",
                (file.find("secret.txt"),),
            )
            .fetchone()[0]
        )
    assert kept[:30].lower() in bytes_on_disk(record)
    outcome = run("remove", record, "secret.txt", "--purge")
    assert (outcome.code, "erased" in outcome.err) == (0, True)
    left = bytes_on_disk(record)
    for trace in (SECRET, SECRET[:-2], TAIL, TAIL[:-3], "secret.txt"):
        assert trace.lower().encode() not in left, trace
    assert kept[:30].lower() not in left
    with sqlite3.connect(record) as connection:
        assert connection.execute("PRAGMA freelist_count").fetchone() == (0,)
    connection.close()
    assert "40 articles found" in run("search", record, "harbour office").err
    assert run("export", record).code == 0
    listed = run("decide", record, "--list")
    assert "orphan" in listed.out


def test_removed_words_are_not_found(tmp_path: Path, run: Run) -> None:
    """Without --purge the article is out of every view and of search, and the others are not."""
    record = secret_pile(tmp_path, run)
    assert "1 article found" in run("search", record, SECRET).err
    assert run("remove", record, "secret.txt").code == 0
    assert "none found" in run("search", record, SECRET).err
    assert SECRET not in run("export", record).out
    assert "40 articles found" in run("search", record, "harbour office").err
    assert run("remove", record, "secret.txt").code == 1


def test_removing_several_is_all_or_nothing_by_name(tmp_path: Path, run: Run) -> None:
    """Where one name fits no article, nothing is removed."""
    record = secret_pile(tmp_path, run)
    outcome = run("remove", record, "000.txt", "nothing.txt")
    assert (outcome.code, "nothing.txt" in outcome.err) == (1, True)
    before = {row["id"]: row["name"] for row in open_record(record).articles()}
    assert len(before) == 41
    assert run("remove", record, "000.txt", "000.txt", "001.txt").err.startswith(
        "onrecord: 2 removed"
    )
    assert len(open_record(record).articles()) == 39
    with sqlite3.connect(record) as connection:
        for table in ("item", "article_name", "article_field", "paragraph", "sentence", "mention"):
            number = connection.execute(f"SELECT count(DISTINCT article) FROM {table}").fetchone()[
                0
            ]
            assert number <= 39
        items = (row[0] for row in connection.execute("SELECT item FROM link_item"))
        holders = {item.hex() for item in items if isinstance(item, bytes)}
        held = {before[item] for item in holders if item in before}
        assert held
        assert not held & {"000.txt", "001.txt"}
        connection.execute("INSERT INTO search(search) VALUES ('integrity-check')")
    connection.close()
