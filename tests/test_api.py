"""The Python face: the same record as the command line's, as values and as frames."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

import onrecord
from command_line import Example, Run
from onrecord.api import View
from piles import lay_out, plain
from quick_analysis import QuickAnalysis


def test_open_add_articles_search(tmp_path: Path, quick: QuickAnalysis, run: Run) -> None:
    """A record is opened by its path, filled, listed and searched; the file is made by `add`."""
    lay_out(tmp_path / "in", (("a.txt", plain(0)), ("b.txt", plain(1))))
    with onrecord.open(tmp_path / "r.db") as record:
        assert not (tmp_path / "r.db").exists()
        report = record.add(tmp_path / "in")
        assert len(report.added) == 2
        assert record.add(str(tmp_path / "in" / "a.txt")).known == 1
        assert [row["name"] for row in record.articles()] == ["a.txt", "b.txt"]
        row = record.search("ferry")[0]
        assert row["text"][row["matches"][0][0] - row["start"] :].startswith("ferry")
        assert len(record.search("harbour", until=date(2021, 5, 1))) >= 1
        assert {r["label"] for r in record.search("harbour", since=date(2021, 5, 2))} == {"b"}
        assert json.loads(run("articles", tmp_path / "r.db", "--json").out) == list(
            record.articles()
        )
        assert repr(record).startswith("onrecord.open(")


def test_to_dict_is_the_export(example: Example) -> None:
    """`to_dict` gives what `export` writes."""
    assert onrecord.open(example.path).to_dict() == json.loads(example.export)


def test_settings_are_taken(tmp_path: Path, quick: QuickAnalysis) -> None:
    """Limits given in Python hold."""
    lay_out(tmp_path, (("a.txt", plain(0)),))
    small = onrecord.Settings(limits=onrecord.Limits(item_bytes=10))
    report = onrecord.open(tmp_path / "r.db", settings=small).add(tmp_path / "a.txt")
    assert [r.reason for r in report.failed] == ["too-large"]


def test_given_facts(tmp_path: Path, quick: QuickAnalysis) -> None:
    """What is known from outside can be given in Python, too."""
    from onrecord.values.pages import Given

    lay_out(tmp_path, (("a.txt", plain(0)),))
    record = onrecord.open(tmp_path / "r.db")
    options = onrecord.SourceOptions(given={"a.txt": Given(outlet="Elm Post")})
    record.add(tmp_path / "a.txt", options=options)
    assert record.articles()[0]["outlet"] == "Elm Post"


def test_errors(tmp_path: Path) -> None:
    """A folder, a missing record and another file raise errors with a common base."""
    with pytest.raises(onrecord.RecordFileError):
        onrecord.open(tmp_path)
    with pytest.raises(onrecord.RecordFileError, match="no such record"):
        onrecord.open(tmp_path / "none.db").articles()
    (tmp_path / "text").write_text("some words that make no database " * 9)
    with pytest.raises(onrecord.OnrecordError, match="not a record"):
        onrecord.open(tmp_path / "text").add(tmp_path)


def test_a_missing_model_is_named(tmp_path: Path) -> None:
    """A model that is not there is an error that says so, before anything is read."""
    lay_out(tmp_path, (("a.txt", plain(0)),))
    record = onrecord.open(tmp_path / "r.db", settings=onrecord.Settings(model="no_such_model"))
    with pytest.raises(onrecord.ModelError, match="no_such_model"):
        record.add(tmp_path / "a.txt")


ROWS = [{"n": n, "name": f'<b>{n}</b> & "co"', "none": None} for n in range(3)]


def test_a_view_is_a_sequence() -> None:
    """Rows by index, from the end, by slice; length, order, membership."""
    view = View("rows", ROWS)
    assert (len(view), view[0], view[-1]) == (3, ROWS[0], ROWS[2])
    assert list(view[1:]) == ROWS[1:]
    assert list(view) == ROWS
    assert ROWS[1] in view
    assert repr(view) == "<rows: 3 rows>"
    with pytest.raises(IndexError):
        view[3]


def test_a_view_in_a_notebook_is_escaped() -> None:
    """No word of an article becomes markup; long views say what is left out."""
    html = View("rows", [{"<i>": row["name"]} for row in ROWS])._repr_html_()
    assert "<b>" not in html
    assert "<i>" not in html
    assert "&lt;b&gt;0&lt;/b&gt; &amp; &quot;co&quot;" in html
    assert "more rows" not in html
    assert "<p>20 more rows</p>" in View("rows", ROWS * 40)._repr_html_()
    assert "None" not in View("rows", ROWS)._repr_html_()
    assert View("rows", [])._repr_html_().startswith("<table>")


def test_frames(example: Example) -> None:
    """A view as a pandas and as a polars frame has its rows and columns."""
    view = onrecord.open(example.path).articles()
    for frame in (view.to_pandas(), view.to_polars()):
        assert frame.shape == (15, len(view[0]))
        assert list(frame.columns) == list(view[0])
        assert list(frame["id"]) == [row["id"] for row in view]
    assert list(onrecord.open(example.path).to_pandas()["articles"]["id"]) == [
        r["id"] for r in view
    ]
    assert View("rows", []).to_pandas().empty
    assert View("rows", []).to_polars().is_empty()


def test_a_value_that_comes_late_fits_its_column() -> None:
    """A column that is empty for long and then holds words makes a frame, too."""
    rows = [{"updated": None}] * 150 + [{"updated": "2021-05-03"}]
    assert View("rows", rows).to_polars()["updated"][150] == "2021-05-03"
    assert View("rows", rows).to_pandas()["updated"][150] == "2021-05-03"


def test_search_rows_as_frames(example: Example) -> None:
    """Rows with lists in a cell make frames."""
    view = onrecord.open(example.path).search("dam")
    assert view.to_polars().shape[0] == view.to_pandas().shape[0] == len(view) > 3
