"""Names and wordings as same or different, and speakers: decisions with two sides."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from command_line import Run
from quick_analysis import QuickAnalysis
from speech_makers import COPY, HERALD, POST, Json, Speech, lay_speech, make_pile, make_speech

OUTLETS_DECIDED = 3


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """Where the record is."""
    return tmp_path / "r.db"


@pytest.fixture
def speech(record: Path, run: Run, monkeypatch: pytest.MonkeyPatch, quick: QuickAnalysis) -> Speech:
    """Three articles and who says what in them."""
    made = make_speech(make_pile(record, run))
    lay_speech(monkeypatch, made)
    return made


def made(record: Path, run: Run) -> list[dict[str, Any]]:
    """The decisions, but for those on outlets."""
    found: list[dict[str, Any]] = json.loads(run("decide", record, "--list", "--json").out)
    return found[OUTLETS_DECIDED:]


def sides(decision: Json) -> tuple[str, str]:
    """The words of both sides."""
    return decision["text"], decision["other"]["text"]


@pytest.mark.parametrize("what", ["same", "different", "undecided"])
def test_two_names(what: str, speech: Speech, record: Path, run: Run, quick: QuickAnalysis) -> None:
    """Ids of names stand for their mentions; no article is read again."""
    before = quick.asked
    ada, abel = speech.entity("Ada Finch")["id"], speech.entity("Abel Finch")["id"]
    outcome = run("decide", record, what, ada[:8], abel, "--by", "Eve")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == (
        f"onrecord: decision 4: {what} {ada[:8]} {abel} (name: “Ada Finch” · “Abel Finch”)\n"
    )
    (decision,) = made(record, run)
    assert (decision["what"], decision["value"], decision["by"]) == (what, "name", "Eve")
    assert sides(decision) == ("Ada Finch", "Abel Finch")
    assert decision["other"]["article"] == speech.ids["copy.txt"]
    assert decision["state"] == "holds"
    assert quick.asked == before
    exported = json.loads(run("export", record).out)["decisions"][-1]
    assert (exported["on"]["text"], exported["other"]["text"]) == ("Ada Finch", "Abel Finch")


@pytest.mark.parametrize(
    ("left", "right", "kind", "words"),
    [
        ("post.txt:{Ada Finch}", "copy.txt:{Abel}", "name", ("Ada Finch", "Abel Finch")),
        ("post.txt:{da Finch}", "copy.txt:{bel Finch}", "name", ("Ada Finch", "Abel Finch")),
        ("sabir", "abel finch", "name", ("Tarek al-Sabir", "Abel Finch")),
        ("post.txt:{dredge}", "copy.txt:{dredge}", "wording", ("We will", "We will")),
        ("post.txt:{It cannot}", "herald.txt:{We shall}", "wording", ("We will", "We shall")),
        ("post.txt:{Tarek}", "herald.txt:{Tarek}", "name", ("Tarek al-Sabir", "Tarek Sabir")),
        ("post.txt:{Tarek}", "herald.txt:{never agreed}", "wording", ("the ferry", "he “never")),
        (
            "post.txt:{a council official}",
            "herald.txt:{he said}",
            "wording",
            ("it was", "The north"),
        ),
    ],
)
@pytest.mark.usefixtures("speech")
def test_places(
    left: str, right: str, kind: str, words: tuple[str, str], record: Path, run: Run
) -> None:
    """A place stands for the name there, or for what is said there, whichever both sides have."""
    assert run("decide", record, "same", _place(left), _place(right)).code == 0
    (decision,) = made(record, run)
    assert decision["value"] == kind
    one, other = sides(decision)
    assert (one.startswith(words[0]), other.startswith(words[1])) == (True, True), (one, other)


def _place(typed: str) -> str:
    """`a.txt:{words}` with the offset of the words."""
    if "{" not in typed:
        return typed
    name, words = typed.removesuffix("}").split(":{")
    return (
        f"{name}:{ {'post.txt': POST, 'herald.txt': HERALD, 'copy.txt': COPY}[name].index(words) }"
    )


def test_ids_of_wordings(speech: Speech, record: Path, run: Run) -> None:
    """Of attributions, and of variants, which stand for their first printing."""
    pay, safe = speech.said("the ferry")["id"], speech.said("The north")["id"]
    speech.variants[0]["id"] = "fedcba9876543210"
    assert run("decide", record, "same", pay[:6], safe).code == 0
    assert run("decide", record, "different", "fedcba98", safe).code == 0
    assert [sides(one)[0].split()[0] for one in made(record, run)] == ["the", "We"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("same", "sabir"), "three parts"),
        (("same", "sabir", "sabir"), "are the same name"),
        (("same", "post.txt:105", "Ada Finch"), "are the same name"),
        (("same", "finch", "sabir"), "fits 2 names"),
        (("same", "nemo", "sabir"), "write ARTICLE:START, a name"),
        (("same", "post.txt:0", "sabir"), "no name, no figure and nothing attributed"),
        (("same", "sabir", "herald.txt:350"), "compare two names, two wordings or two figures"),
        (("speaker", "post.txt:0", "sabir"), "no name, no figure and nothing attributed"),
        (("speaker", "herald.txt:{Kerrow}", "sabir"), "nothing is attributed"),
        (("speaker", "post.txt:70", "finch"), "fits 2 names"),
        (("speaker", "post.txt:70", " "), "1 to 200"),
    ],
)
@pytest.mark.usefixtures("speech")
def test_wrong_usage_helps(arguments: tuple[str, ...], words: str, record: Path, run: Run) -> None:
    """What makes no sense is refused with what would; nothing is kept."""
    outcome = run("decide", record, *map(_place, arguments))
    assert (outcome.code, outcome.out) == (2, "")
    assert words in outcome.err
    assert made(record, run) == []


def test_a_speaker(speech: Speech, record: Path, run: Run) -> None:
    """A name of the record hangs on a mention of it; another name is kept as written."""
    safe = speech.said("The north")["id"]
    assert run("decide", record, "speaker", safe[:8], "Mr. Sabir").code == 0
    assert run("decide", record, "speaker", safe, "Old  Nemo").code == 0
    assert run("decide", record, "speaker", safe, "unknown").code == 0
    one, other, none = made(record, run)
    assert (one["value"], one["other"]["text"]) == ("Tarek al-Sabir", "Tarek al-Sabir")
    assert (other["value"], other["other"]) == ("Old Nemo", None)
    assert none["value"] == "unknown"
    assert one["text"] == "The north\u00a0quay is safe,"


def test_taken_back_and_orphans(speech: Speech, record: Path, run: Run) -> None:
    """An undo takes it back; a side whose article is gone makes an orphan of it, until the article
    is there again."""
    run("decide", record, "same", "sabir", "abel finch")
    run("decide", record, "different", "sabir", "kerrow")
    outcome = run("decide", record, "--undo", "5")
    assert "taken back: different (name: “Tarek al-Sabir” · “Kerrow”)" in outcome.err
    assert run("remove", record, "copy.txt").code == 0
    assert [one["state"] for one in made(record, run)] == ["orphan", "taken back"]
    table = run("decide", record, "--list").out.splitlines()[-2]
    assert "Sandhaven Post 12 May 2031:221" in table
    assert "Tarek al-Sabir · Abel Finch" in table
    assert run("add", record, record.with_suffix("") / "copy.txt").code == 0
    assert made(record, run)[0]["state"] == "holds"


def test_a_purge_erases_the_words_of_a_side(speech: Speech, record: Path, run: Run) -> None:
    """The words of a purged article are gone from decisions on others, too."""
    run("decide", record, "same", "sabir", "abel finch")
    assert run("remove", record, "copy.txt", "--purge").code == 0
    (decision,) = made(record, run)
    assert (decision["text"], decision["other"]["text"]) == ("Tarek al-Sabir", None)
    assert b"Abel Finch" not in record.read_bytes()


def test_many_at_once(speech: Speech, record: Path, tmp_path: Path, run: Run) -> None:
    """A table has the left side as article and the right one as value."""
    table = tmp_path / "d.csv"
    table.write_text(
        "what,article,value,by\nsame,sabir,abel finch,Eve\nsame,nemo,sabir,Eve\n"
        "speaker,herald.txt:340,sabir,\n",
        encoding="utf-8",
    )
    outcome = run("decide", record, "--from", table)
    assert outcome.code == 3
    assert "failed: same nemo" in outcome.err
    assert [one["what"] for one in made(record, run)] == ["same", "speaker"]
