"""Time expressions on the whole way: days that move with the publication, reasons, order."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from command_line import Run
from onrecord.explain import explain
from onrecord.store.file import RecordFile
from piles import lay_out, lines, plain, running_text
from quick_analysis import QuickAnalysis

pytestmark = pytest.mark.usefixtures("quick")


def times(record: Path, run: Run) -> list[dict[str, Any]]:
    """The `times` of the export, each with its printed words as `words`."""
    exported = json.loads(run("export", record).out)
    texts = {a["id"]: a["text"] for a in exported["articles"]}
    found: list[dict[str, Any]] = exported["times"]
    return [t | {"words": texts[t["article"]][t["start"] : t["end"]]} for t in found]


def values(record: Path, run: Run) -> list[tuple[str, str]]:
    return [(t["words"], t["value"]) for t in times(record, run)]


def test_a_new_day_of_publication_moves_the_days(
    tmp_path: Path, run: Run, quick: QuickAnalysis
) -> None:
    """A decided day moves what counts from publication, at once, and nothing is analysed again."""
    (path,) = lay_out(tmp_path, (("undated.txt", running_text(0).encode()),))
    record = tmp_path / "r.db"
    run("add", record, path)
    assert values(record, run) == [
        ("Tuesday", "XXXX-WXX-2"), ("2 weeks", "P2W"), ("then", "XXXX-XX-XX")
    ]  # fmt: skip
    asked = quick.asked
    assert run("decide", record, "published", "undated.txt", "2021-05-05").code == 0
    assert values(record, run) == [
        ("Tuesday", "2021-05-04"), ("2 weeks", "P2W"), ("then", "2021-05-04")
    ]  # fmt: skip
    assert run("decide", record, "published", "undated.txt", "2021-06-02").code == 0
    assert dict(values(record, run))["Tuesday"] == "2021-06-01"
    assert run("decide", record, "--undo", "2").code == 0
    assert dict(values(record, run))["Tuesday"] == "2021-05-04"
    assert quick.asked == asked


def test_an_interval_of_publication_bounds_the_days(tmp_path: Path, run: Run) -> None:
    """Where the day is decided as a span, days are bounded and the value keeps its X."""
    (path,) = lay_out(tmp_path, (("undated.txt", running_text(0).encode()),))
    record = tmp_path / "r.db"
    run("add", record, path)
    assert run("decide", record, "published", "undated.txt", "2021-05").code == 0
    tuesday, _, then = times(record, run)
    assert (tuesday["value"], tuesday["first"], tuesday["last"]) == (
        "XXXX-WXX-2", "2021-04-27", "2021-05-25"
    )  # fmt: skip
    assert (then["first"], then["last"]) == ("2021-04-27", "2021-05-25")


def test_the_order_of_adding_does_not_matter(tmp_path: Path, run: Run) -> None:
    """In every order and in steps, the same expressions in the same order."""
    files = (("a.txt", plain(0)), ("l.jsonl", lines(2, 3)), ("u.txt", running_text(4).encode()))
    paths = lay_out(tmp_path / "in", files)
    found = []
    for number, order in enumerate(permutations(paths)):
        record = tmp_path / f"{number}.db"
        for step in (order[:1], order[1:]):
            assert run("add", record, *step).code == 0
        found.append(times(record, run))
    assert len(found[0]) > 5
    assert all(other == found[0] for other in found)


def test_copies_have_their_own_days(tmp_path: Path, run: Run) -> None:
    """One text on two days: the same words, the days of each article's own publication."""
    files = (("2021-05-05 a.txt", running_text(0).encode()), ("2021-05-12 b.txt", running_text(0).replace("\n\n", "\n \n").encode()))  # fmt: skip
    lay_out(tmp_path / "in", files)
    run("add", tmp_path / "r.db", tmp_path / "in")
    found = [t["value"] for t in times(tmp_path / "r.db", run) if t["words"] == "Tuesday"]
    assert found == ["2021-05-04", "2021-05-11"]


def test_a_role_brings_and_takes_times(tmp_path: Path, run: Run) -> None:
    """A paragraph that becomes residue has no expressions in the record; undone it has."""
    (path,) = lay_out(tmp_path, (("a.txt", plain(0)),))
    record = tmp_path / "r.db"
    run("add", record, path)
    before = values(record, run)
    place = plain(0).decode().index("The ferry")
    assert run("decide", record, "role", f"a.txt:{place}", "residue").code == 0
    assert "Tuesday" not in dict(values(record, run))
    assert run("decide", record, "--undo", "1").code == 0
    assert values(record, run) == before


def test_reasons_of_an_expression(tmp_path: Path, run: Run) -> None:
    """Anywhere on it: its value, the rule, what it counts from; beside it nothing."""
    (path,) = lay_out(tmp_path, (("a.txt", plain(0)),))
    run("add", tmp_path / "r.db", path)
    text = plain(0).decode()
    tuesday, then = text.index("Tuesday"), text.index("then.")
    with RecordFile(tmp_path / "r.db") as record:

        def reasons(start: int) -> list[tuple[str, str, str]]:
            found = explain(record, f"a.txt:{start}")
            return [(r.words, r.value, r.why) for r in found if r.what == "time"]

        expected = [("Tuesday", "2021-04-27", "rule: quick; counted from: publication")]
        assert reasons(tuesday) == reasons(tuesday + 6) == expected
        assert reasons(tuesday - 1) == reasons(tuesday + 7) == []
        assert reasons(then) == [
            ("then", "2021-04-27", f"rule: quick; counted from: Tuesday ({tuesday})")
        ]
