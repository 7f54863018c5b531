"""`onrecord who`: people, organisations and places, and what is printed of their names."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from command_line import Run
from speech_makers import Speech, lay_speech, make_pile, make_speech

pytestmark = pytest.mark.usefixtures("quick")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """Where the record is."""
    return tmp_path / "r.db"


@pytest.fixture
def speech(record: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Speech:
    """Three articles and the names in them."""
    made = make_speech(make_pile(record, run))
    lay_speech(monkeypatch, made)
    return made


def names(record: Path, run: Run, *options: str) -> list[str]:
    """The names that are shown."""
    outcome = run("who", record, "--json", *options)
    assert outcome.code == 0, outcome.err
    return [row["name"] for row in json.loads(outcome.out)]


def test_a_list(speech: Speech, record: Path, run: Run) -> None:
    """Those that most articles name come first, with counts and further forms."""
    outcome = run("who", record)
    assert (outcome.code, outcome.err) == (0, "onrecord: 4 names\n")
    first, second, *_ = [line.split() for line in outcome.out.splitlines()[1:]]
    assert first == [
        speech.entity("Ada Finch")["id"][:8],
        *["Ada", "Finch", "person", "3", "4", "2", "1", "Finch"],
    ]
    assert second[1:] == ["Tarek", "al-Sabir", "person", "2", "2", "1", "Tarek", "Sabir"]


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ((), ["Ada Finch", "Tarek al-Sabir", "Abel Finch", "Kerrow"]),
        (("finch",), ["Ada Finch", "Abel Finch"]),
        (("SABIR",), ["Tarek al-Sabir"]),
        (("nemo",), []),
        (("--type", "place"), ["Kerrow"]),
        (("--type", "place", "--type", "organisation"), ["Kerrow"]),
        (("--unsure",), ["Ada Finch", "Abel Finch"]),
        (("--top", "1"), ["Ada Finch"]),
        (("finch", "--top", "1", "--unsure"), ["Ada Finch"]),
    ],
)
@pytest.mark.usefixtures("speech")
def test_filters(options: tuple[str, ...], found: list[str], record: Path, run: Run) -> None:
    """Each leaves what it says; several that a name fits are all there."""
    assert names(record, run, *options) == found


def test_one_name(speech: Speech, record: Path, run: Run) -> None:
    """All that is printed of it, why its forms are one, and the lines to go on with."""
    id_ = speech.entity("Tarek al-Sabir")["id"]
    outcome = run("who", record, "sabir", "--why")
    assert outcome.code == 0
    assert outcome.out.splitlines() == [
        f"{id_[:8]}  Tarek al-Sabir  person",
        "  2 articles, 2 mentions",
        "  forms: Tarek Sabir 1, Tarek al-Sabir 1",
        "  first: Sandhaven Post 12 May 2031  post.txt:221",
        "  last: Kerrow Herald 14 May 2031  herald.txt:56",
        f"  said: 1 utterance (1 mixed)  onrecord quotes {record} --by {id_[:8]}",
        "  named in what others said: 1 attribution"
        f"  onrecord quotes {record} --mentions {id_[:8]}",
        "  “Tarek al-Sabir” = “Tarek Sabir”: article: al",
    ]
    assert " = " not in run("who", record, "sabir").out
    unsure = run("who", record, speech.entity("Abel Finch")["id"]).out
    ada = speech.entity("Ada Finch")["id"]
    assert f"  may be the same as {ada[:8]}  Ada Finch  (surname: finch)\n" in unsure


def test_why_in_a_list(speech: Speech, record: Path, run: Run) -> None:
    """The reasons follow the list, each with the id of its name."""
    id_ = speech.entity("Tarek al-Sabir")["id"]
    out = run("who", record, "--why").out.splitlines()
    assert out[-1] == f"{id_[:8]}  “Tarek al-Sabir” = “Tarek Sabir”: article: al"


def test_csv(speech: Speech, record: Path, run: Run) -> None:
    """One row a name; lists are JSON."""
    rows = list(csv.DictReader(io.StringIO(run("who", record, "--csv").out)))
    assert [row["name"] for row in rows] == ["Ada Finch", "Tarek al-Sabir", "Abel Finch", "Kerrow"]
    assert json.loads(rows[0]["forms"]) == [
        {"text": "Ada Finch", "count": 3}, {"text": "Finch", "count": 1},
    ]  # fmt: skip
    assert (rows[0]["first"], rows[0]["utterances"]) == ("post.txt:105", "2")


@pytest.mark.usefixtures("speech")
def test_none_found(record: Path, run: Run) -> None:
    """An empty answer is no failure, and is not silence."""
    outcome = run("who", record, "nemo")
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "onrecord: none found\n")


@pytest.mark.parametrize(
    ("options", "words"), [(("--type", "ship"), "organisation"), (("--top", "0"), "--top")]
)
@pytest.mark.usefixtures("speech")
def test_wrong_usage_helps(options: tuple[str, ...], words: str, record: Path, run: Run) -> None:
    """What makes no sense is refused with what would."""
    outcome = run("who", record, *options)
    assert (outcome.code, outcome.out) == (2, "")
    assert words in outcome.err
