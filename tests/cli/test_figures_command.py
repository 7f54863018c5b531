"""`onrecord figures`: what was counted, in which forms it is shown."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from command_line import Run
from figures_by_hand import (
    GAZETTE,
    HERALD,
    Counts,
    figure,
    lay_counts,
    make_counts,
    make_guards,
    series,
)
from onrecord.cli import figures as face
from quick_analysis import QuickAnalysis

pytestmark = pytest.mark.usefixtures("quick")

KILLED, GUARDS, PLAN = "people killed · Lorne", "guards · Lorne", "guards · Lorne, proposed"
FERRY, CHILDREN, KERROW = "the ferry", "children killed · Lorne", "guards · Kerrow"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """Where the record is."""
    return tmp_path / "r.db"


@pytest.fixture
def counts(quick: QuickAnalysis, record: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Counts:
    """Three articles and what they count."""
    made = make_counts(make_guards(record, run))
    lay_counts(monkeypatch, made)
    return made


def rows(record: Path, run: Run, *options: str) -> list[dict[str, Any]]:
    """The series as JSON."""
    outcome = run("figures", record, "--json", *options)
    assert outcome.code == 0, outcome.err
    found: list[dict[str, Any]] = json.loads(outcome.out)
    return found


def labels(record: Path, run: Run, *options: str) -> list[str]:
    """The labels of the series that are shown; with how they are meant where that is not
    actual."""
    return [
        row["label"] if row["modality"] == "actual" else f"{row['label']}, {row['modality']}"
        for row in rows(record, run, *options)
    ]


def ids_of(counts: Counts) -> list[str]:
    """Beginnings of the ids of the series, in the order made."""
    return [one["id"][:8] for one in counts.series]


def test_text(counts: Counts, record: Path, run: Run) -> None:
    """Series of several reports, those in most articles first, each with the latest value, the
    range, its reports in order of time and how they differ; then those of one, a line each. Every
    number stands as printed."""
    outcome = run("figures", record)
    assert outcome.code == 0
    killed, guards, plan, ferry, children, kerrow = ids_of(counts)
    assert outcome.out.splitlines() == [
        f"{killed}  people killed · Lorne  count, killed  4 reports, 3 articles  1 conflict",
        "  last: “19 people”  2031-05-11 (incident)  range: “At least 14” to “24”",
        "  2031-05-11 “Sunday”    “At least 14 people”  organisation: “the coast guard”"
        "  Lorne Gazette 12 May 2031  gazette.txt:53",
        "  2031-05-11 (incident)  “19 people”  organisation: “the coast guard”"
        "  Kerrow Herald 14 May 2031; Elm Digest 21 May 2031  herald.txt:76 · 2 articles",
        "  2031-05-11 (incident)  “24 people”  Ada Finch  Kerrow Herald 14 May 2031  herald.txt:165",
        "  conflict: both-cannot-hold: 19 and 24",
        "    “19 people”  organisation: “the coast guard”  Kerrow Herald 14 May 2031  herald.txt:76",
        "    “24 people”  Ada Finch  Kerrow Herald 14 May 2031  herald.txt:165",
        f"{guards}  guards · Lorne  level  4 reports, 3 articles",
        "  last: “Some 2,500 guards”  2031-05-20..2031-05-21 “Tuesday”"
        "  range: “Some 2,500” to “About 5,200”",
        "  2031-05-12 (publication)          “About 5,200 harbour guards”"
        "  Lorne Gazette 12 May 2031  gazette.txt:154",
        "  2031-05-14 (publication)          “roughly 5,000 guards”"
        "  Kerrow Herald 14 May 2031  herald.txt:223",
        "  ..2031-05-19 (tense)              “5,200 guards”  Elm Digest 21 May 2031  digest.txt:200",
        "  2031-05-20..2031-05-21 “Tuesday”  “Some 2,500 guards”"
        "  Elm Digest 21 May 2031  digest.txt:135",
        "  rounding: “About 5,200 harbour guards” gazette.txt:154"
        " · “roughly 5,000 guards” herald.txt:223  rounded-to: 1000",
        "  period: “roughly 5,000 guards” herald.txt:223"
        " · “Some 2,500 guards” digest.txt:135  as-of: 2031-05-14 and 2031-05-20",
        f"{plan}  guards · Lorne  level, proposed  2031-05-12.. (tense)  “1,000 guards”"
        "  Lorne Gazette 12 May 2031  gazette.txt:227",
        f"{ferry}  the ferry  money, USD  ..2031-05-12 “three years ago”  “$8 million”"
        "  Lorne Gazette 12 May 2031  gazette.txt:295",
        f"{children}  children killed · Lorne  count, killed  2031-05-11 (incident)  “seven children”"
        "  part of “24 people”  Ada Finch  Kerrow Herald 14 May 2031  herald.txt:199",
        f"{kerrow}  guards · Kerrow  level  2031-05-14 (publication)  “300 guards”"
        "  Kerrow Herald 14 May 2031  herald.txt:276",
    ]
    assert outcome.err == (
        "onrecord: 2 series, 8 reports, 1 conflict; 4 of one report; 1 figure in no series;"
        " 1 not listed (--all)\n"
    )


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (("--about", "guards"), [GUARDS, PLAN, KERROW, KILLED]),
        (("--about", "guard -kerrow", "--kind", "level"), [GUARDS, PLAN]),
        (("--about", '"harbour guards"'), [GUARDS]),
        (("--about", "child*|ferry", "--kind", "money"), [FERRY]),
        (("--about", "capsized"), []),
        (("--kind", "money", "--kind", "level"), [GUARDS, PLAN, FERRY, KERROW]),
        (("--kind", "age"), ["61"]),
        (("--modality", "proposed"), [PLAN]),
        (("--modality", "actual", "--kind", "level"), [GUARDS, KERROW]),
        (("--modality", "reported"), [KILLED, CHILDREN]),
        (("--place", "lorne", "--kind", "count"), [KILLED, CHILDREN]),
        (("--place", "kerrow"), [KERROW]),
        (("--place", "atlantis"), []),
        (("--by", "finch"), [KILLED, CHILDREN]),
        (("--by", "coast guards"), [KILLED]),
        (("--by", "finch", "--by", "coast guard", "--about", "people"), [KILLED, CHILDREN]),
        (("--by", "nobody"), []),
        (("--outlet", "digest"), [GUARDS, KILLED]),
        (("--since", "2031-05-15"), [GUARDS, PLAN]),
        (("--until", "2031-05-11", "--kind", "level"), [GUARDS]),
        (("--conflicts",), [KILLED]),
        (("--differences",), [KILLED, GUARDS]),
        (("--conflicts", "--kind", "level"), []),
    ],
)
@pytest.mark.usefixtures("counts")
def test_filters(options: tuple[str, ...], found: list[str], record: Path, run: Run) -> None:
    """Each filter leaves what it says; words and scope are those of the series, the other filters
    leave single reports."""
    assert labels(record, run, *options) == found


def test_words_in_the_sentence_come_last(counts: Counts, record: Path, run: Run) -> None:
    """A series that has the words only in a sentence stands behind those that count it, though it
    has more reports; it is given whole."""
    found = rows(record, run, "--about", "guards")
    assert [row["label"] for row in found][-1] == KILLED
    assert (found[-1]["reports"], found[-1]["all_reports"]) == (4, 4)


def test_reports_that_pass_are_counted_of_all(counts: Counts, record: Path, run: Run) -> None:
    """With a filter on reports the latest value, the range and the differences are those of the
    reports that are shown."""
    out = run("figures", record, "--by", "finch", "--about", "people").out.splitlines()
    assert out[0].endswith("count, killed  1 of 4 reports, 1 article  1 conflict")
    assert [line.strip().split("  ")[0] for line in out[1:3]] == [
        "2031-05-11 (incident)",
        "conflict: both-cannot-hold: 19 and 24",
    ]
    (row,) = rows(record, run, "--outlet", "digest", "--kind", "level")
    assert (row["reports"], row["articles"], row["all_reports"]) == (2, 1, 4)
    assert (row["low"], row["high"]) == (2500, 5200)
    assert [one["reason"] for one in row["differences"]] == ["period"]


@pytest.mark.usefixtures("counts")
def test_conflicts_come_first_when_asked_for(record: Path, run: Run) -> None:
    """What differs stands before the reports, both sides in full."""
    lines = run("figures", record, "--conflicts").out.splitlines()
    assert [line.strip().split(":")[0] for line in lines[2:3]] == ["conflict"]
    assert lines[5].startswith("  2031-05-11")
    lines = run("figures", record, "--differences", "--kind", "level").out.splitlines()
    assert [line.strip().split(":")[0] for line in lines[2:4]] == ["rounding", "period"]


def test_near_misses(counts: Counts, record: Path, run: Run) -> None:
    """What was nearly joined is shown where it is asked for, with its id and the reason."""
    _, _, plan, _, _, kerrow = ids_of(counts)
    assert "not joined" not in run("figures", record).out
    lines = run("figures", record, "--near").out.splitlines()
    assert [line for line in lines if "not joined" in line] == [
        f"  not joined: {kerrow}  guards · Kerrow  “300 guards”  2031-05-14 (publication)"
        "  other-place: Lorne and Kerrow",
        f"  not joined: {plan}  guards · Lorne  “1,000 guards”  2031-05-12.. (tense)"
        "  other-modality: proposed",
    ]


def test_many_series_of_one_report(
    counts: Counts, record: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are only counted, but listed with --all and where words or a name ask for them."""
    monkeypatch.setattr(face, "MOST_SINGLES", 3)
    outcome = run("figures", record)
    assert len(outcome.out.splitlines()) == 16
    assert "4 of one report; 1 figure in no series; 5 not listed (--all)" in outcome.err
    outcome = run("figures", record, "--all")
    assert len(outcome.out.splitlines()) == 21
    assert "not listed" not in outcome.err
    assert outcome.out.splitlines()[-1].startswith(counts.figure("61")["id"][:8] + "  61  age")
    assert GUARDS in run("figures", record, "--place", "lorne", "--modality", "proposed").out
    assert "not listed" not in run("figures", record, "--kind", "level").err


def test_copies_have_one_origin(counts: Counts, record: Path, run: Run) -> None:
    """Reports of articles with one origin are counted as such, and stand behind series with more
    origins."""
    assert run("decide", record, "outlet", "digest.txt", "Lorne Gazette").code == 0
    assert "guards · Lorne  level  4 reports, 3 articles, 2 origins\n" in run("figures", record).out
    counts.labelled(KILLED)["points"] = [
        counts.figure("At least")["id"], counts.figure("19", "digest")["id"],
    ]  # fmt: skip
    counts.labelled(GUARDS)["points"] = [
        counts.figure("About")["id"], counts.figure("roughly")["id"],
    ]  # fmt: skip
    assert [(row["label"], row["articles"], row["origins"]) for row in rows(record, run)[:2]] == [
        (GUARDS, 2, 2), (KILLED, 2, 1),
    ]  # fmt: skip


def test_equal_reports_stand_together(counts: Counts, record: Path, run: Run) -> None:
    """Of a count what gives the same number by the same source is one line, whatever days it tells,
    and what an article gives without a source stands with what it gives with one; the words shown
    are those with a source and the most exact days. Of a level other days are another line."""
    headline = figure(
        counts.ids["herald.txt"], HERALD, "Toll rises", "Toll rises", low=24.0, high=24.0,
        outcome="killed", last="2031-05-14", as_of={"basis": "tense"},
    )  # fmt: skip
    counts.figures.insert(5, headline)
    counts.labelled(KILLED)["points"].insert(0, headline["id"])
    lines = run("figures", record).out.splitlines()
    assert "5 reports, 3 articles" in lines[0]
    assert [line.split("“")[-1].split("”")[0] for line in lines[2:4]] == [
        "the coast guard", "the coast guard",
    ]  # fmt: skip
    assert lines[4] == (
        "  2031-05-11 (incident)  “24 people”  Ada Finch  Kerrow Herald 14 May 2031  herald.txt:165"
    )
    assert lines[5].startswith("  conflict")
    counts.figure("roughly 5,000").update(low=5200.0, high=5200.0)
    out = run("figures", record, "--kind", "level").out
    assert "“roughly 5,000 guards”  Kerrow Herald" in out
    counts.figure("roughly 5,000")["as_of"] = counts.figure("About 5,200")["as_of"]
    out = run("figures", record, "--kind", "level").out
    assert "“About 5,200 harbour guards”  Lorne Gazette 12 May 2031; Kerrow Herald" in out


def test_a_source_that_is_not_printed(counts: Counts, record: Path, run: Run) -> None:
    """Words that somebody says who is not printed have no source."""
    for one in counts.attributions:
        one.update(sourcing="none", speaker_name=None, speaker=None, source=None)
    (killed,) = rows(record, run, "--conflicts")
    assert {point["source"] for point in killed["points"]} == {None}
    assert all(point["attribution"] for point in killed["points"])


def test_changes_and_words_without_a_number(counts: Counts, record: Path, run: Run) -> None:
    """A change says which way it went; changes up and down have no range, nor have words without a
    number."""
    id_, text = counts.ids["herald.txt"], "seven children"
    down = figure(id_, HERALD, text, "seven", kind="change", direction="down", low=7.0, high=7.0)
    up = figure(id_, HERALD, "300 guards", "300", kind="change", direction="up", per="day")
    some = figure(id_, HERALD, "sea", "sea", kind="change", bound="dozens-like")
    counts.figures[:] = [down, up, some]
    counts.series[:] = [series("guards", down, up, some)]
    counts.differences.clear()
    out = run("figures", record).out
    assert "“seven children” down" in out
    assert "“300 guards” up" in out
    assert "“sea”  Kerrow" in out
    assert "range" not in out
    assert "last" not in out
    assert "undated" in out
    down["direction"], up["per"] = "up", None
    (row,) = rows(record, run)
    assert (row["low"], row["high"], row["highest"]["words"]) == (7, 300, "300 guards")


def test_other_units_have_no_range(counts: Counts, record: Path, run: Run) -> None:
    """Numbers of two units are not compared."""
    counts.figure("roughly 5,000")["unit"] = "kilometre"
    guards = next(
        row for row in rows(record, run) if row["reports"] == 4 and row["kind"] == "level"
    )
    assert (guards["low"], guards["lowest"]) == (None, None)
    assert guards["latest"]["printed"] == "Some 2,500"


def test_who_is_meant_is_said(counts: Counts, record: Path, run: Run) -> None:
    """On standard error; a name that nothing has is said to be unknown, and nothing fails."""
    assert "'ada finch': Ada Finch (person)" in run("figures", record, "--by", "ada finch").err
    outcome = run("figures", record, "--place", "Atlantis", "--owner", "nobody")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err.splitlines()[:2] == [
        "onrecord: 'Atlantis': no figure is of this name",
        "onrecord: 'nobody': no figure is of this name",
    ]
    other = {**counts.entities[0], "id": "f" * 16, "name": "Abel Finch", "aliases": []}
    counts.entities.append(other)
    counts.attributions[0]["speaker"] = other["id"]
    outcome = run("figures", record, "--by", "finch")
    assert (outcome.code, outcome.out) == (2, "")
    assert "'finch' fits 2 names" in outcome.err


def test_a_nationality_stands_for_its_country(counts: Counts, record: Path, run: Run) -> None:
    """An owner is found by any form of its name."""
    for name in ("About 5,200", "roughly", "Some", "5,200 guards"):
        counts.figure(name)["scope"]["owner"] = "French"
    for typed in ("France", "french", "the French"):
        assert labels(record, run, "--owner", typed) == [GUARDS]
    assert labels(record, run, "--owner", "Spain") == []


def test_nothing_found_says_how_much_is_found(counts: Counts, record: Path, run: Run) -> None:
    """An empty answer is no proof: what was looked through and the measured recall stand beside
    it; where nothing was looked for, that is said, and the command fails."""
    counts.quality.append(
        {"what": "figures", "measure": "recall of figures, 20 articles", "value": 0.9}
    )
    outcome = run("figures", record, "--about", "submarines")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == (
        "onrecord: none found in 3 articles\n"
        "onrecord: measured: figures: recall of figures, 20 articles: 90 %\n"
    )
    assert run("figures", record, "--about", "submarines", "--json").out == "[]\n"


def test_nothing_was_looked_for(record: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """That is another answer than none found."""
    make_guards(record, run)
    lay_counts(monkeypatch, None)
    outcome = run("figures", record)
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == (
        f"onrecord: {record}: no figures were looked for; `onrecord rebuild {record}` does\n"
    )


@pytest.mark.usefixtures("counts")
@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--about", "-"), "holds no word"),
        (("--since", "yesterday"), "yesterday"),
        (("--kind", "weight"), "'weight' is not one of"),
    ],
)
def test_odd_wishes(options: tuple[str, ...], message: str, record: Path, run: Run) -> None:
    """What makes no sense is wrong usage, with a message."""
    outcome = run("figures", record, *options)
    assert (outcome.code, outcome.out) == (2, "")
    assert message in outcome.err


def test_an_empty_record(record: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing file and one without a figure are told apart."""
    assert run("figures", record).code == 1
    made = make_counts(make_guards(record, run))
    for each in (made.figures, made.series, made.differences):
        each.clear()
    lay_counts(monkeypatch, made)
    outcome = run("figures", record)
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == "onrecord: none found in 3 articles\n"


def test_json(counts: Counts, record: Path, run: Run) -> None:
    """A row has the computed numbers and the printed ones, its reports in order of time, and both
    sides of each difference with the words of the figure and its sentence."""
    found = rows(record, run)
    guards = found[1]
    assert (guards["low"], guards["high"]) == (2500, 5200)
    assert guards["highest"]["printed"] == "About 5,200"
    assert guards["latest"]["as_of_last"] == "2031-05-21"
    points = guards["points"]
    assert [point["words"].split()[0] for point in points] == ["About", "roughly", "5,200", "Some"]
    assert points[0] | {"low": 5200, "bound": "about", "place": "Lorne"} == points[0]
    assert points[0]["sentence"] == "About 5,200 harbour guards serve in Lorne."
    assert (points[0]["at"], points[0]["label"]) == ("gazette.txt:154", "Lorne Gazette 12 May 2031")
    assert {point["series"] for point in points} == {guards["id"]}
    side = guards["differences"][0]["right"]
    assert (side["words"], side["text"], side["at"]) == (
        "roughly 5,000 guards", "sentence", "herald.txt:223",
    )  # fmt: skip
    assert [near["label"] for near in guards["not_joined"]] == [KERROW, GUARDS]
    assert len(guards["why"]) == 3
    assert (found[-1]["id"], found[-1]["label"], found[-1]["kind"]) == (None, "61", "age")


def test_csv(counts: Counts, record: Path, run: Run) -> None:
    """One row a report, those of one series together; also those of no series."""
    made = list(csv.DictReader(io.StringIO(run("figures", record, "--csv").out)))
    assert len(made) == len(counts.figures)
    assert [row["series_label"] for row in made[:8]] == [KILLED] * 4 + [GUARDS] * 4
    toll = next(row for row in made if row["words"] == "24 people")
    assert (toll["speaker_name"], toll["as_of_basis"], toll["low"]) == (
        "Ada Finch", "incident", "24.0",
    )  # fmt: skip
    assert made[-1]["series"] == ""


def test_a_bound_behind_the_number(counts: Counts, record: Path, run: Run) -> None:
    """The number is printed with the word that bounds it, before or behind it."""
    text = "1,000 guards should"
    one = figure(
        counts.ids["gazette.txt"], GAZETTE, text, "1,000", bound_word="guards", first="2031-05-12"
    )
    counts.figures[:], counts.series[:] = [one], [series("guards", one)]
    counts.differences.clear()
    (row,) = rows(record, run)
    assert row["latest"]["printed"] == "1,000 guards"
