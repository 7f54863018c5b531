"""The whole way of the data: order, resuming after any kind of end, full disks, stale results."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from command_line import Outcome, Run, start
from onrecord import pipeline
from onrecord.analysis import analyze as analysis_stage
from onrecord.api import open_record
from onrecord.articles import read as articles_stage
from onrecord.cli.main import main
from onrecord.settings import Settings
from onrecord.store import file as store_file
from onrecord.store.file import RecordFile
from onrecord.values.article import Article
from piles import MIXED, lay_out, lines, plain, running_text
from quick_analysis import QuickAnalysis

pytestmark = pytest.mark.usefixtures("quick")
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="needs signals")


def export_of(path: Path, run: Run) -> str:
    """The record as exported JSON."""
    outcome = run("export", path)
    assert outcome.code == 0, outcome.err
    return outcome.out


def many(folder: Path, count: int = 40) -> Path:
    """A folder with many articles of one kind."""
    lay_out(folder, tuple((f"{n:03}.txt", plain(n)) for n in range(count)))
    return folder


# --- order ---


def exported_in_steps(paths: list[Path], steps: list[list[int]]) -> str:
    """The export of a new record to which the paths were added step by step."""
    with tempfile.TemporaryDirectory() as folder:
        record = open_record(Path(folder) / "r.db")
        for step in steps:
            record.add(*(paths[n] for n in step))
        return json.dumps(record.to_dict())


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The mixed pile on disk."""
    return lay_out(tmp_path_factory.mktemp("pile"))


@given(data=st.data())
@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_order_in_any_steps_gives_the_same_record(
    data: st.DataObject, laid_out: list[Path]
) -> None:
    """Promise 5: the same files, in any order and any number of steps, give the same bytes."""
    order = data.draw(st.permutations(range(len(MIXED))))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(MIXED) - 1), max_size=4)))
    steps = [list(order[a:b]) for a, b in zip([0, *cuts], [*cuts, len(order)], strict=True)]
    assert exported_in_steps(laid_out, steps) == exported_in_steps(
        laid_out, [list(range(len(MIXED)))]
    )


def test_the_order_of_names_of_one_article_changes_nothing(tmp_path: Path, run: Run) -> None:
    """One article under names with and without a day: the same record in all six orders."""
    names = ("2021-05-03 wall.txt", "2021-05-04 wall.txt", "wall.txt")
    paths = lay_out(tmp_path, tuple((name, running_text(1).encode()) for name in names))
    exports = set()
    for number, order in enumerate(permutations(paths)):
        for steps in ([order], [order[:1], order[1:]]):
            record = tmp_path / f"{number}-{len(steps)}.db"
            for step in steps:
                assert run("add", record, *step).code == 0
            exports.add(export_of(record, run))
    assert len(exports) == 1
    (article,) = json.loads(exports.pop())["articles"]
    assert article["names"] == list(names)


def test_one_text_named_as_page_and_as_text(tmp_path: Path, run: Run) -> None:
    """Bytes that came as .txt and as .html give one article, whichever was first."""
    data = running_text(0).replace("harbour", "<b>harbour</b>").encode()
    paths = lay_out(tmp_path, (("a.txt", data), ("b.html", data)))
    run("add", tmp_path / "1.db", *paths)
    run("add", tmp_path / "2.db", *reversed(paths))
    assert export_of(tmp_path / "1.db", run) == export_of(tmp_path / "2.db", run)


def test_adding_twice_changes_nothing(tmp_path: Path, run: Run) -> None:
    """The second `add` says that all were known, analyses nothing and changes no byte of the export."""
    lay_out(tmp_path / "pile")
    record = tmp_path / "r.db"
    run("add", record, tmp_path / "pile")
    before = export_of(record, run)
    report = json.loads(run("add", record, tmp_path / "pile", "--json").out)
    assert (report["added"], report["rebuilt"], report["known"]) == ([], 0, 15)
    assert export_of(record, run) == before


def test_known_articles_are_not_analysed_again(
    tmp_path: Path, run: Run, quick: QuickAnalysis
) -> None:
    """Adding what the record has costs no analysis."""
    lay_out(tmp_path / "pile")
    run("add", tmp_path / "r.db", tmp_path / "pile")
    asked = quick.asked
    run("add", tmp_path / "r.db", tmp_path / "pile")
    assert quick.asked == asked > 0


def test_removed_and_added_again_is_as_before(tmp_path: Path, run: Run) -> None:
    """Taking a copy out and adding it again gives the record that was; its group closes in between."""
    paths = lay_out(tmp_path / "pile")
    record = tmp_path / "r.db"
    run("add", record, *paths)
    before = export_of(record, run)
    assert run("remove", record, "bare again.txt").code == 0
    between = json.loads(export_of(record, run))
    ids = {a["id"] for a in between["articles"]}
    assert {m["article"] for o in between["origins"] for m in o["articles"]} == ids
    run("add", record, tmp_path / "pile" / "b" / "bare again.txt")
    assert export_of(record, run) == before


OTHER = (
    b"Choir of Mirefield wins the cup\n\nPublished: 3 May 2021\n\nThe choir of Mirefield sang three"
    b" old songs and won the silver cup of the valley on Sunday, to the surprise of its own"
    b" conductor.\n\nFive judges gave it the highest marks for the last song, which nobody else had"
    b" dared to sing without an organ.\n"
)


def test_one_more_article_touches_only_its_own_group(tmp_path: Path, run: Run) -> None:
    """Every article stands in exactly one origin, before and after a copy joins."""
    lay_out(tmp_path, (("a.txt", plain(0)), ("b.txt", OTHER), ("c.txt", running_text(0).encode())))
    record = tmp_path / "r.db"
    run("add", record, tmp_path / "a.txt", tmp_path / "b.txt")
    first = json.loads(export_of(record, run))["origins"]
    assert [len(o["articles"]) for o in first] == [1, 1]
    run("add", record, tmp_path / "c.txt")
    second = json.loads(export_of(record, run))["origins"]
    assert sorted(len(o["articles"]) for o in second) == [1, 2]
    joined = next(o for o in second if len(o["articles"]) == 2)
    assert {m["relation"] for m in joined["articles"]} == {"same-text"}


# --- ends before the end ---


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A pile and the export of a run that nothing disturbed."""
    folder = tmp_path_factory.mktemp("undisturbed")
    pile, output = folder / "pile", folder / "whole.json"
    lay_out(pile)
    many(pile / "many", 20)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(analysis_stage, "analyze", QuickAnalysis())
        patch.setattr(analysis_stage, "model_description", lambda _: "quick")
        assert main(["add", str(folder / "whole.db"), str(pile), "--quiet"]) == 0
    assert main(["export", str(folder / "whole.db"), "-o", str(output)]) == 0
    return pile, output.read_text(encoding="utf-8")


def whole_articles(path: Path) -> int:
    """How many articles are in the file; each must be complete, or this fails."""
    with RecordFile(path) as record:
        ids = [summary.id for summary in record.summaries()]
        for id_ in ids:
            article = record.article(id_)
            assert article.paragraphs[-1].end == len(article.text)
            assert record.item(id_).page.data
            assert record.analysis(id_).sentences
    return len(ids)


KILLS = [
    "schema:1",
    "article:7",
    "parts:17",
    "name:1",
    "settle:2",
    "pending:1",
    "links:1",
    "close:1",
]


@posix_only
@pytest.mark.parametrize("moment", KILLS)
def test_killed_at_any_moment_the_same_command_goes_on(
    moment: str,
    tmp_path: Path,
    undisturbed: tuple[Path, str],
    process: Callable[..., Outcome],
    run: Run,
) -> None:
    """Promise 6: after a kill the file opens with whole articles, and the same command completes it."""
    pile, whole = undisturbed
    record = tmp_path / "r.db"
    outcome = process("add", record, pile, moment=moment)
    assert outcome.code == -signal.SIGKILL
    if moment not in ("schema:1", "article:1"):
        saved = outcome.err.count("body paragraphs")
        assert whole_articles(record) >= saved
    assert run("add", record, pile).code == 0
    assert export_of(record, run) == whole


@posix_only
def test_a_further_name_is_kept_with_its_effect_or_not_at_all(
    tmp_path: Path, process: Callable[..., Outcome], run: Run
) -> None:
    """Killed between noting a name with a day in it and dating the article, it is dated later."""
    data = running_text(0).encode()
    bare, dated = lay_out(tmp_path, (("bare.txt", data), ("2021-08-06 bare.txt", data)))
    run("add", tmp_path / "r.db", bare)
    for moment in ("settle:1", "parts:1"):
        outcome = process("add", tmp_path / "r.db", dated, moment=moment)
        assert outcome.code == -signal.SIGKILL
    run("add", tmp_path / "r.db", dated)
    (article,) = json.loads(export_of(tmp_path / "r.db", run))["articles"]
    assert article["published"]["first"] == "2021-08-06"


@posix_only
def test_a_first_run_cut_short_can_be_exported(
    tmp_path: Path, process: Callable[..., Outcome], run: Run
) -> None:
    """What a killed first run finished is a record that says what made it."""
    many(tmp_path / "pile", 5)
    process("add", tmp_path / "r.db", tmp_path / "pile", moment="parts:4")
    exported = json.loads(export_of(tmp_path / "r.db", run))
    assert len(exported["articles"]) == 3
    assert exported["versions"]["articles"] == articles_stage.stage_version()


def test_an_upgrade_cut_short_is_finished_by_the_next_add(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After an upgrade that ended before its last step, `add` brings the file in order."""
    many(tmp_path / "pile", 3)
    record = tmp_path / "r.db"
    run("add", record, tmp_path / "pile")
    monkeypatch.setattr(articles_stage, "VERSION", "next")
    with open_record(record).writing() as file:
        pipeline.rebuild(file, settings=Settings())
    assert run("export", record).code == 1
    run("add", record, tmp_path / "pile")
    assert (
        json.loads(export_of(record, run))["versions"]["articles"] == articles_stage.stage_version()
    )


@posix_only
def test_killed_twice_in_a_row(
    tmp_path: Path,
    undisturbed: tuple[Path, str],
    process: Callable[..., Outcome],
    run: Run,
) -> None:
    """A kill of the run that went on after a kill loses nothing either."""
    pile, whole = undisturbed
    for moment in ("parts:5", "links:1"):
        assert process("add", tmp_path / "r.db", pile, moment=moment).code == -signal.SIGKILL
    assert run("add", tmp_path / "r.db", pile).code == 0
    assert export_of(tmp_path / "r.db", run) == whole


def signalled_in_the_middle(record: Path, pile: Path, number: int) -> tuple[int, str]:
    """Exit code and notes of an `add` that got a signal after its third article."""
    with start("add", record, pile, seconds=0.05) as running:
        assert running.stderr is not None
        notes = b""
        while notes.count(b"body paragraphs") < 3:
            line = running.stderr.readline()
            assert line, notes
            notes += line
        running.send_signal(number)
        notes += running.stderr.read()
        return running.wait(timeout=60), notes.decode()


@posix_only
def test_ctrl_c(tmp_path: Path, undisturbed: tuple[Path, str], run: Run) -> None:
    """Ctrl-C ends `add` with 130 and one sentence; the same command goes on."""
    pile, whole = undisturbed
    code, notes = signalled_in_the_middle(tmp_path / "r.db", pile, signal.SIGINT)
    assert code == 130
    assert "interrupted; every finished article is kept" in notes
    assert "Traceback" not in notes
    assert 3 <= whole_articles(tmp_path / "r.db") < 34
    assert not list(tmp_path.glob("r.db-*"))
    assert run("add", tmp_path / "r.db", pile).code == 0
    assert export_of(tmp_path / "r.db", run) == whole


@posix_only
def test_kill_9_from_outside(tmp_path: Path, undisturbed: tuple[Path, str], run: Run) -> None:
    """`kill -9` at a moment of nobody's choice: whole articles, and the same command goes on."""
    pile, whole = undisturbed
    code, _ = signalled_in_the_middle(tmp_path / "r.db", pile, signal.SIGKILL)
    assert code == -signal.SIGKILL
    assert 3 <= whole_articles(tmp_path / "r.db") < 34
    assert run("add", tmp_path / "r.db", pile).code == 0
    assert export_of(tmp_path / "r.db", run) == whole


@posix_only
def test_a_decision_is_kept_whole_or_not_at_all(
    tmp_path: Path, process: Callable[..., Outcome], run: Run
) -> None:
    """Killed between a decision and its effect, neither is in the file."""
    lay_out(tmp_path, (("a.txt", plain(0)),))
    record = tmp_path / "r.db"
    run("add", record, tmp_path / "a.txt")
    before = export_of(record, run)
    arguments = ("decide", record, "published", "a.txt", "2020-01-02")
    for moment in ("decision:1", "parts:1", "links:1"):
        assert process(*arguments, moment=moment).code == -signal.SIGKILL
        assert export_of(record, run) == before
    assert run(*arguments).code == 0
    assert json.loads(export_of(record, run))["articles"][0]["published"]["first"] == "2020-01-02"


# --- full disks ---


def test_a_full_file_is_named_and_keeps_what_was_finished(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where SQLite gets no more room: exit 1, the reason, all finished articles, and then the rest."""
    pile, record = many(tmp_path / "pile"), tmp_path / "r.db"
    run("add", tmp_path / "whole.db", pile)
    connect = store_file.connect

    def narrow(path: Path, *, write: bool) -> sqlite3.Connection:
        connection = connect(path, write=write)
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages + 12}")
        return connection

    with monkeypatch.context() as patch:
        patch.setattr(store_file, "connect", narrow)
        outcome = run("add", record, pile)
    assert outcome.code == 1
    assert f"{record}: the disk is full; every finished article is kept" in outcome.err
    kept = whole_articles(record)
    assert kept == outcome.err.count("body paragraphs")
    assert 0 < kept < 40
    outcome = run("add", record, pile)
    assert (outcome.code, f"{kept} there before" in outcome.err) == (0, True)
    assert export_of(record, run) == export_of(tmp_path / "whole.db", run)


@pytest.fixture
def small_disk(tmp_path: Path) -> object:
    """A file system with 600 kB of room, where the system lets us mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=600k", "none", str(place)]
    try:
        if subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("this user mounts no file system")
    except OSError:
        pytest.skip("there is no mount here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk(small_disk: Path, tmp_path: Path, run: Run) -> None:
    """A disk that is really full: exit 1 with the reason, and whole articles afterwards."""
    pile, record = many(tmp_path / "pile", 150), small_disk / "r.db"
    outcome = run("add", record, pile)
    assert outcome.code == 1
    assert "the disk is full; every finished article is kept" in outcome.err
    assert 0 < whole_articles(record) < 150
    filler = small_disk / "filler"
    with pytest.raises(OSError, match="space"):
        filler.write_bytes(bytes(600_000))
    for command in (("export", record, "-o", small_disk / "r.json"), ("page", record)):
        outcome = run(*command)
        assert outcome.code == 1
        assert "the disk is full" in outcome.err
    assert not list(small_disk.glob(".*"))
    assert not (small_disk / "r.json").exists()


# --- two at once ---


def test_a_second_writer_is_told(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """While one process writes, every other writer is told so and ends in 1; readers go on."""
    pile, record = many(tmp_path / "pile", 30), tmp_path / "r.db"
    monkeypatch.setenv("ONRECORD_LOCK_SECONDS", "0.1")
    run("add", record, pile / "000.txt")
    with start("add", record, pile, seconds=0.2) as running:
        assert running.stderr is not None
        assert running.stderr.readline()
        for command in (("add", record, pile), ("decide", record, "label", "000.txt", "x"),
                        ("remove", record, "000.txt"), ("rebuild", record)):  # fmt: skip
            outcome = run(*command)
            assert outcome.code == 1
            assert "another process is writing this record" in outcome.err
        assert run("articles", record).code == 0
        assert run("search", record, "harbour").code == 0
        running.kill()
        running.communicate()
    assert run("add", record, pile).code == 0


def test_the_lock_waits(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A writer waits as long as the setting says before it gives up."""
    lay_out(tmp_path, (("a.txt", plain(0)),))
    monkeypatch.setenv("ONRECORD_LOCK_SECONDS", "0.4")
    with RecordFile(tmp_path / "r.db", write=True):
        began = time.monotonic()
        assert run("add", tmp_path / "r.db", tmp_path / "a.txt").code == 1
        assert time.monotonic() - began >= 0.4
    assert run("add", tmp_path / "r.db", tmp_path / "a.txt").code == 0


# --- other versions ---


@pytest.mark.parametrize("stage", [articles_stage, analysis_stage])
def test_stale_results_are_refused_and_made_again(
    stage: object, tmp_path: Path, run: Run, quick: QuickAnalysis, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mixture of versions is refused with the way out; `add` makes the stale ones anew."""
    lay_out(tmp_path, tuple((f"{n}.txt", plain(n)) for n in range(5)))
    record = tmp_path / "r.db"
    run("add", record, *(tmp_path / f"{n}.txt" for n in range(3)))
    monkeypatch.setattr(stage, "VERSION", "next")
    handle = open_record(record)
    with handle.writing() as file:
        id_ = file.find("1.txt")
        (page, article) = file.item(id_).page, file.article(id_)
        analysis = next(iter(quick([article], Settings())))
        file.save(article, analysis, analysed=True, versions=pipeline.running_versions(Settings()))
        assert page.data == plain(1)
    for command in (("export", record), ("page", record)):
        outcome = run(*command)
        assert outcome.code == 1
        assert "several versions" in outcome.err
        assert f"onrecord rebuild {record}" in outcome.err
        assert outcome.out == ""
    report = json.loads(run("add", record, tmp_path / "4.txt", "--json").out)
    assert (report["rebuilt"], len(report["added"])) == (2, 1)
    versions = json.loads(export_of(record, run))["versions"]
    assert "next" in versions["articles"] + versions["analysis"]


def test_rebuild_of_the_stale_only(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`rebuild` makes all results anew, `rebuild --stale` only those of other versions."""
    lay_out(tmp_path, tuple((f"{n}.txt", plain(n)) for n in range(3)))
    record = tmp_path / "r.db"
    run("add", record, *(tmp_path / f"{n}.txt" for n in range(3)))
    before = export_of(record, run)
    assert "0 articles made anew" in run("rebuild", record, "--stale").err
    assert "3 articles made anew" in run("rebuild", record).err
    assert export_of(record, run) == before
    monkeypatch.setattr(articles_stage, "VERSION", "next")
    assert "3 articles made anew" in run("rebuild", record, "--stale").err
    assert "0 articles made anew" in run("rebuild", record, "--stale").err


def test_a_killed_upgrade_is_no_record_of_either_version(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The export never names versions that did not make what it holds."""
    lay_out(tmp_path, (("0.txt", plain(0)),))
    record = tmp_path / "r.db"
    run("add", record, tmp_path / "0.txt")
    monkeypatch.setattr(articles_stage, "VERSION", "next")
    with open_record(record).writing() as file:
        pipeline.note_versions(file, Settings(), "next")
    outcome = run("export", record)
    assert (outcome.code, outcome.out) == (1, "")
    assert run("rebuild", record).code == 0
    assert (
        json.loads(export_of(record, run))["versions"]["articles"] == articles_stage.stage_version()
    )


def test_a_decision_on_a_stale_article_makes_it_anew(
    tmp_path: Path, run: Run, quick: QuickAnalysis, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Old findings never get the name of a new version."""
    lay_out(tmp_path, (("0.txt", plain(0)),))
    record = tmp_path / "r.db"
    run("add", record, tmp_path / "0.txt")
    monkeypatch.setattr(analysis_stage, "VERSION", "next")
    asked = quick.asked
    assert run("decide", record, "outlet", "0.txt", "Elm Post").code == 0
    assert quick.asked == asked + 1


# --- the report ---


def test_a_listener_hears_of_everything_in_order(tmp_path: Path) -> None:
    """The listener gets each new article and each remark once."""
    lay_out(tmp_path, (("a.txt", plain(0)), ("b.txt", b""), ("c.txt", plain(1))))
    heard: list[str] = []
    record = open_record(tmp_path / "r.db")
    report = record.add(
        *(tmp_path / f"{n}.txt" for n in "abc"),
        listener=lambda what: heard.append(
            what.name if isinstance(what, Article) else f"! {what.reason}"
        ),
    )
    assert sorted(heard) == ["! empty", "a.txt", "c.txt"]
    assert [r.reason for r in report.failed] == ["empty"]
    assert report.added == [s["id"] for s in sorted(record.articles(), key=lambda r: r["name"])]


def test_a_foreign_language_is_kept_searchable_and_not_analysed(tmp_path: Path, run: Run) -> None:
    """An article in another language is kept; the export says null where nothing was looked for."""
    german = (
        "Der Stadtrat hat am Montag beschlossen, die alte Brücke über den Fluss zu sperren. " * 6
    )
    lay_out(tmp_path, (("de.txt", german.encode()),))
    report = json.loads(run("add", tmp_path / "r.db", tmp_path / "de.txt", "--json").out)
    assert report["not_analysed"] == report["added"]
    (article,) = json.loads(export_of(tmp_path / "r.db", run))["articles"]
    assert (article["analysed"], article["mentions"], article["language"]) == (False, None, "de")
    assert "1 article found" in run("search", tmp_path / "r.db", "Brücke").err


def test_a_container_adds_its_articles_one_by_one(tmp_path: Path, run: Run) -> None:
    """Rows that came twice in one container are one article with two names."""
    lay_out(tmp_path, (("l.jsonl", lines(0, 1, 0)),))
    run("add", tmp_path / "r.db", tmp_path / "l.jsonl")
    names = [a["names"] for a in json.loads(export_of(tmp_path / "r.db", run))["articles"]]
    assert sorted(names) == [["l.jsonl#1", "l.jsonl#3"], ["l.jsonl#2"]]


def test_no_clock_path_or_machine_in_the_export(tmp_path: Path, run: Run) -> None:
    """The export of the same files from another folder at another time is the same."""
    texts = []
    for place in ("one", "another/deeper"):
        lay_out(tmp_path / place)
        run("add", tmp_path / place / "r.db", *sorted((tmp_path / place).rglob("*.txt")))
        texts.append(export_of(tmp_path / place / "r.db", run))
    assert texts[0] == texts[1]
    assert str(tmp_path) not in texts[0]
    assert os.uname().nodename not in texts[0] if hasattr(os, "uname") else True
