"""`onrecord timeline`: filters, forms and the chronology."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest

from command_line import Run
from piles import lay_out
from timeline_makers import Json, anchor, entry, lay_timeline, span, support

pytestmark = pytest.mark.usefixtures("quick")

DOCK = (
    "Divers find loose stones\n\nPublished: 12 May 2031\n\nThe dock at Sandhaven was closed on"
    " Tuesday, Mayor Finch said. Two owners asked who would pay for it and got no answer.\n\n"
    "The quay will open again in late 2031, the harbour office said. Nobody gave a day.\n"
)
MILL = (
    "Tide mill burns\n\nPublished: 20 May 2031\n\nThe tide mill at Kerrow burned on Monday and the"
    " dock was closed as well, the council\x1b[31m said.\nNobody was hurt in the fire at Kerrow.\n"
)
QUAY = "The quay will open again in late 2031, the harbour office said."
BURNED = "The tide mill at Kerrow burned on Monday and the dock was closed as well, the council\x1b[31m said."
CLOSED = "The dock at Sandhaven was closed on Tuesday, Mayor Finch said."


@pytest.fixture
def record(tmp_path: Path, run: Run) -> Path:
    """A record of two articles; the outlet of the first is known."""
    lay_out(tmp_path / "in", (("dock.txt", DOCK.encode()), ("-the mill.txt", MILL.encode())))
    assert run("add", tmp_path / "r.db", tmp_path / "in").code == 0
    assert run("decide", tmp_path / "r.db", "outlet", "dock.txt", "Sandhaven Post").code == 0
    return tmp_path / "r.db"


@pytest.fixture
def ids(record: Path, run: Run) -> dict[str, str]:
    """Ids of the articles by name."""
    return {a["name"]: a["id"] for a in json.loads(run("articles", record, "--json").out)}


@pytest.fixture
def timeline(ids: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> list[Json]:
    """Three entries in order: one of both articles, one of one, one that is announced."""
    dock, mill = ids["dock.txt"], ids["-the mill.txt"]
    both = [
        support(dock, CLOSED, DOCK.index(CLOSED), source=span(DOCK, "Mayor Finch")),
        support(mill, BURNED, MILL.index(BURNED)),
    ]
    made = [
        entry(
            0x1111 << 48, "2031-05-06", text=CLOSED, start=DOCK.index(CLOSED), article=dock,
            support=both, articles=2, origins=2, weight=0.8, value="2031-05-06",
            origin_names=["Sandhaven Post", "unknown outlet"],
            expression=anchor(dock, DOCK, "on Tuesday"),
        ),
        entry(0x2222 << 48, "2031-05-19", text=BURNED, start=MILL.index(BURNED), article=mill),
        entry(
            0x2233 << 48, "2031-09-01", "2031-12-31", text=QUAY, start=DOCK.index(QUAY),
            article=dock, status="scheduled", value="2031", part="late", weight=0.3,
            later_report_sought=True, origin_names=["Sandhaven Post"],
        ),
    ]  # fmt: skip
    lay_timeline(monkeypatch, made)
    return made


def shown(record: Path, run: Run, *options: str) -> list[str]:
    """The first four characters of the ids of the entries that are shown."""
    outcome = run("timeline", record, "--json", *options)
    assert outcome.code == 0, outcome.err
    return [e["id"][:4] for e in json.loads(outcome.out)]


def test_text(timeline: list[Json], ids: dict[str, str], record: Path, run: Run) -> None:
    """Day, printed expression, status, the sentence, who said it, place, sources, counts; data goes
    to standard output, the count to standard error."""
    outcome = run("timeline", record)
    assert outcome.code == 0
    assert outcome.err == "onrecord: 3 entries\n"
    dock, mill = (line for line in run("articles", record).out.splitlines()[1:])
    assert ("Sandhaven Post" in dock, "-the mill" in mill) == (True, True)
    assert outcome.out.splitlines() == [
        "11110000  2031-05-06  “on Tuesday”",
        f"  “{CLOSED}”",
        "  said by: “Mayor Finch”",
        f"  dock.txt:{DOCK.index(CLOSED)}  Sandhaven Post 12 May 2031; -the mill"
        " · 2 origins, 2 articles",
        "22220000  2031-05-19",
        f"  “{BURNED.replace(chr(27), '␛')}”",
        f"  {ids['-the mill.txt']}:{MILL.index(BURNED)}  -the mill · 1 origin, 1 article",
        "22330000  late 2031  reported as scheduled  later report: none found",
        f"  “{QUAY}”",
        f"  dock.txt:{DOCK.index(QUAY)}  Sandhaven Post 12 May 2031 · 1 origin, 1 article",
    ]


def test_json_and_csv(timeline: list[Json], record: Path, run: Run) -> None:
    """JSON gives the entries as they are exported, CSV one row an entry."""
    assert json.loads(run("timeline", record, "--json").out) == timeline
    rows = list(csv.DictReader(io.StringIO(run("timeline", record, "--csv").out)))
    assert [row["id"] for row in rows] == [e["id"] for e in timeline]
    assert (rows[0]["expression"], rows[0]["source"]) == ("on Tuesday", "Mayor Finch")
    assert rows[0]["place"] == f"dock.txt:{DOCK.index(CLOSED)}"
    assert json.loads(rows[0]["labels"]) == ["Sandhaven Post 12 May 2031", "-the mill"]
    assert (rows[2]["part"], rows[2]["later_report"]) == ("late", "none found")
    assert rows[1]["sentence"] == BURNED


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (("--since", "2031-05-19"), ["2222", "2233"]),
        (("--until", "2031-10"), ["1111", "2222", "2233"]),
        (("--since", "2031-12-31", "--until", "2031"), ["2233"]),
        (("--about", "mill"), ["1111", "2222"]),
        (("--about", '"quay will"|fire'), ["2233"]),
        (("--outlet", "sandhaven"), ["1111", "2233"]),
        (("--status", "scheduled", "--status", "denied"), ["2233"]),
        (("--min-weight", "0.5"), ["1111", "2222"]),
        (("--top", "2"), ["1111", "2222"]),
        (("--top", "1", "--since", "2031-05-07"), ["2222"]),
        (("--kept",), []),
    ],
)
def test_filters(
    options: tuple[str, ...], found: list[str], timeline: list[Json], record: Path, run: Run
) -> None:
    """Each filter leaves what it says."""
    assert shown(record, run, *options) == found


def test_nothing_found_is_said(timeline: list[Json], record: Path, run: Run) -> None:
    """An empty answer is no failure, and is not silence."""
    outcome = run("timeline", record, "--about", "lighthouse")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "onrecord: none found\n")
    assert run("timeline", record, "--about", "lighthouse", "--json").out == "[]\n"


@pytest.mark.usefixtures("timeline")
def test_kept_hidden_and_noted(record: Path, run: Run) -> None:
    """What a person decides by a place or an id shows at once, and an undo takes it back."""
    assert run("decide", record, "keep", "1111").code == 0
    assert run("decide", record, "hide", f"dock.txt:{DOCK.index('quay')}").code == 0
    assert run("decide", record, "note", "1111", "Ask \x07 Finch.").code == 0
    assert shown(record, run, "--kept") == ["1111"]
    assert shown(record, run) == ["1111", "2222"]
    assert shown(record, run, "--hidden") == ["1111", "2222", "2233"]
    out = run("timeline", record, "--hidden").out
    assert "“on Tuesday”  kept\n" in out
    assert "✎ Ask ␇ Finch.\n" in out
    assert "none found  hidden\n" in out
    assert run("decide", record, "--undo", "3").code == 0  # of the hide; 1 is the outlet
    assert shown(record, run) == ["1111", "2222", "2233"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--top", "0"), "--top"),
        (("--top", "-3"), "--top"),
        (("--top", "x"), "--top"),
        (("--to", "pdf"), "'md', 'docx'"),
        (("--to", "docx"), "-o"),
        (("-o", "c.odt"), "--to"),
        (("--to", "md", "--json"), "--json and --csv"),
        (("-o", "c.md", "--csv"), "--json and --csv"),
        (("--min-weight", "2"), "--min-weight"),
        (("--status", "done"), "scheduled"),
        (("--about", "..."), "no word"),
        (("--since", "Friday"), "is no day"),
    ],
)
@pytest.mark.usefixtures("timeline")
def test_wrong_usage_helps(
    options: tuple[str, ...], words: str, record: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What makes no sense is refused with what would; nothing is written."""
    monkeypatch.chdir(record.parent)
    before = sorted(record.parent.iterdir())
    outcome = run("timeline", record, *options)
    assert (outcome.code, outcome.out) == (2, "")
    assert words in outcome.err
    assert sorted(record.parent.iterdir()) == before


def test_a_record_is_not_written_over(timeline: list[Json], record: Path, run: Run) -> None:
    """A chronology does not take the place of the record, whatever form is asked for."""
    before = record.read_bytes()
    assert run("timeline", record, "--to", "md", "-o", record).code == 2
    assert record.read_bytes() == before


def test_what_was_not_looked_for(record: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """No timeline differs from an empty one: it is said, and nothing was done."""
    lay_timeline(monkeypatch, None)
    outcome = run("timeline", record, "--json")
    assert (outcome.code, outcome.out) == (1, "")
    assert "no timeline was looked for" in outcome.err
    lay_timeline(monkeypatch, [])
    assert run("timeline", record).code == 0


def test_no_record(tmp_path: Path, run: Run) -> None:
    """A file that is not there, and one that is none, are named."""
    assert run("timeline", tmp_path / "none.db").code == 1
    (tmp_path / "text.db").write_text("The dock was closed.\n" * 100, encoding="utf-8")
    assert run("timeline", tmp_path / "text.db").code == 1
    assert not (tmp_path / "none.db").exists()


@pytest.mark.usefixtures("timeline")
def test_a_chronology_in_markdown(record: Path, tmp_path: Path, run: Run) -> None:
    """To standard output or a file, the same bytes each time, filters and notes and all."""
    run("decide", record, "note", "1111", "Ask *her*.")
    first = run("timeline", record, "--to", "md", "--top", "2", "--name", "The dock")
    assert first.code == 0
    assert first.out.startswith("# Chronology: The dock\n\n2 entries, 2 articles, 6 May 2031")
    assert "## 6 May 2031 · “on Tuesday”\n" in first.out
    assert "✎ Ask \\*her\\*.\n" in first.out
    assert (
        f"dock.txt, characters {DOCK.index(CLOSED)}–{DOCK.index(CLOSED) + len(CLOSED)}" in first.out
    )
    assert "␛\\[31m" in first.out
    path = tmp_path / "c.md"
    run("timeline", record, "-o", path, "--top", "2", "--name", "The dock")
    assert path.read_text(encoding="utf-8") == first.out


@pytest.mark.usefixtures("timeline")
def test_a_chronology_for_word(record: Path, tmp_path: Path, run: Run) -> None:
    """A document with footnotes, the same bytes for the same record; its suffix says the form."""
    one, two = tmp_path / "one.DOCX", tmp_path / "two"
    assert run("timeline", record, "-o", one).code == 0
    assert run("timeline", record, "--to", "docx", "-o", two).code == 0
    assert one.read_bytes() == two.read_bytes()
    paragraphs = [p.text for p in docx.Document(str(one)).paragraphs]
    assert f"“{CLOSED}”" in paragraphs
    assert "late 2031" in paragraphs
    with zipfile.ZipFile(one) as package:
        notes = package.read("word/footnotes.xml").decode()
    assert "Sandhaven Post, “Divers find loose stones”, 12 May 2031 (stated)" in notes


def test_decisions_outlive_a_rebuild(
    timeline: list[Json], record: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They hang on words: a rebuild and another order of entries change nothing of them."""
    run("decide", record, "keep", "2222")
    assert run("rebuild", record).code == 0
    renamed: list[dict[str, Any]] = [{**e, "id": f"{n:016x}"} for n, e in enumerate(timeline)]
    lay_timeline(monkeypatch, renamed)
    kept = json.loads(run("timeline", record, "--kept", "--json").out)
    # The sentence of the second entry supports the first one as well.
    assert [e["sentence"]["text"] for e in kept] == [CLOSED, BURNED]
