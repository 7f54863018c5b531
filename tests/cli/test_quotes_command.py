"""`onrecord quotes`: who said what, in which words, in which forms it is shown."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import docx
import pytest

from command_line import Run
from speech_makers import Speech, lay_speech, make_pile, make_speech, said, variant

pytestmark = pytest.mark.usefixtures("quick")

WILL = "“We will dredge the channel this summer,” … “It cannot wait.”"
SHALL = "“We shall dredge the channel this summer. It cannot wait any longer.”"
PAY = "the ferry company would pay for the work, and that Tarek al-Sabir had agreed to it"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """Where the record is."""
    return tmp_path / "r.db"


@pytest.fixture
def speech(record: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Speech:
    """Three articles and who says what in them."""
    made = make_speech(make_pile(record, run))
    lay_speech(monkeypatch, made)
    return made


def rows(record: Path, run: Run, *options: str) -> list[dict[str, Any]]:
    """The utterances as JSON."""
    outcome = run("quotes", record, "--json", *options)
    assert outcome.code == 0, outcome.err
    found: list[dict[str, Any]] = json.loads(outcome.out)
    return found


def words(record: Path, run: Run, *options: str) -> list[str]:
    """The first two words of the utterances that are shown, marks left out."""
    return [" ".join(row["words"].strip("“").split()[:2]) for row in rows(record, run, *options)]


def test_text(speech: Speech, record: Path, run: Run) -> None:
    """Each utterance once in order of time, with its wordings: where each is printed, and how it
    differs; quotation marks only around what stands between them in the article."""
    outcome = run("quotes", record)
    assert outcome.code == 0
    assert outcome.err == "onrecord: 6 utterances, 8 printings\n"
    ids = [one["id"][:8] for one in speech.attributions]
    assert outcome.out.splitlines() == [
        f"{ids[1]}  2031-05-06..2031-05-12 (publication)  Ada Finch",
        f"  indirect: {PAY}",
        "  post.txt:170  Sandhaven Post 12 May 2031",
        f"{ids[2]}  2031-05-06..2031-05-12 (publication)  unnamed: “a council official”"
        "  “on condition of anonymity”",
        "  mixed: it was “beyond repair” and would be closed",
        "  post.txt:352  Sandhaven Post 12 May 2031",
        f"{ids[3]}  2031-05-08..2031-05-14 (publication)  Tarek al-Sabir"
        "  through “Kerrow Herald”  negated",
        "  mixed: he “never agreed to pay” for any dredging in Sandhaven",
        "  herald.txt:125  Kerrow Herald 14 May 2031",
        f"{ids[0]}  2031-05-12  “on Monday”  Ada Finch",
        f"  {WILL}",
        "  post.txt:64  Sandhaven Post 12 May 2031",
        f"  also: {SHALL}",
        "    differs: “will” → “shall”; – → “any longer”",
        "    herald.txt:262  Kerrow Herald 14 May 2031",
        "  also: “We will dredge the channel this summer,”",
        "    differs: “It cannot wait” → –",
        "    copy.txt:44  Elm Digest 15 May 2031",
        f"{ids[5]}  2031-05-14  speaker unresolved: “he”",
        "  “The north quay is safe,”",
        "  herald.txt:333  Kerrow Herald 14 May 2031",
        f"{ids[7]}  undated  Abel Finch",
        "  indirect: the water was deep enough for every boat that calls here, and that nobody in"
        " the town had asked for more of it",
        "  copy.txt:142  Elm Digest 15 May 2031",
    ]


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (("--by", "ada finch"), ["the ferry", "We will"]),
        (("--by", "SABIR"), ["he “never"]),
        (("--by", "Mr. Tarek Sabir"), ["he “never"]),
        (("--by", "sabir", "--by", "ada finch"), ["the ferry", "he “never", "We will"]),
        (("--by", "council officials"), ["it was"]),
        (("--by", "nobody"), []),
        (("--about", "dredged"), ["he “never", "We will"]),
        (("--about", '"north quay"'), ["it was", "The north"]),
        (("--about", "longer|boats"), ["We shall", "the water"]),
        (("--about", "summer -ferry"), ["We will"]),
        (("--about", "anonymity"), ["it was"]),
        (("--mentions", "al sabir"), ["the ferry"]),
        (("--by", "sabir", "--others"), ["the ferry", "he “never"]),
        (("--by", "sabir", "--others", "--about", "agreed"), ["the ferry", "he “never"]),
        (("--by", "sabir", "--others", "--kind", "mixed"), ["he “never"]),
        (("--mentions", "Kerrow"), []),
        (("--since", "2031-05-13"), ["he “never", "The north"]),
        (("--until", "2031-05-07"), ["the ferry", "it was"]),
        (("--kind", "direct"), ["We will", "The north"]),
        (("--kind", "mixed", "--kind", "indirect"), ["the ferry", "it was", "he “never", "the water"]),
        (("--sourcing", "unnamed"), ["it was"]),
        (("--stance", "negated"), ["he “never"]),
        (("--outlet", "kerrow"), ["he “never", "We shall", "The north"]),
        (("--through", "herald"), ["he “never"]),
        (("--by", "ada finch", "--about", "ferry", "--kind", "direct"), []),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("speech")
def test_filters(options: tuple[str, ...], found: list[str], record: Path, run: Run) -> None:
    """Each filter leaves what it says; an utterance is there when one of its printings is, and
    begins with that one."""
    assert words(record, run, *options) == found


def test_two_names_are_listed_and_none_is_chosen(speech: Speech, record: Path, run: Run) -> None:
    """A surname of two speakers shows both with their ids, and an id chooses one."""
    outcome = run("quotes", record, "--by", "finch")
    assert (outcome.code, outcome.out) == (2, "")
    ada, abel = speech.entity("Ada Finch")["id"], speech.entity("Abel Finch")["id"]
    assert outcome.err.splitlines() == [
        "onrecord: 'finch' fits 2 names; give more of one, or its id",
        f"  {ada[:8]}  Ada Finch  person  4 attributions  (Finch)",
        f"  {abel[:8]}  Abel Finch  person  1 attribution",
    ]
    assert words(record, run, "--by", abel[:8]) == ["the water"]
    assert run("quotes", record, "--mentions", "finch").code == 0  # nothing is said about either


def test_who_is_meant_is_said(speech: Speech, record: Path, run: Run) -> None:
    """On standard error, so that nobody takes one person for another."""
    assert "'sabir': Tarek al-Sabir (person)" in run("quotes", record, "--by", "sabir").err
    assert "no such name" in run("quotes", record, "--by", "Nemo").err
    speech.entity("Abel Finch")["name"] = "Ada Finch-Orr"
    assert "'ada finch': Ada Finch (person)\n" in run("quotes", record, "--by", "ada finch").err


def test_those_who_speak_for_somebody(speech: Speech, record: Path, run: Run) -> None:
    """What an aide says stands with what a person says, under the aide's description; so does what
    is said for an organisation."""
    quay = speech.said("it was")
    quay["speaker_name"] = "an aide to Ms. Finch"
    assert words(record, run, "--by", "ada finch") == ["the ferry", "it was", "We will"]
    assert words(record, run, "--by", speech.entity("Ada Finch")["id"])[1] == "it was"
    quay["organisation"], quay["organisation_name"] = speech.entity("Kerrow")["id"], "Kerrow"
    assert words(record, run, "--by", "kerrow") == ["it was"]
    assert "  for “Kerrow”" in run("quotes", record, "--by", "kerrow").out


def test_words_around_what_was_said(speech: Speech, record: Path, run: Run) -> None:
    """Where the words asked for stand only around it, these are shown, marked as such."""
    outcome = run("quotes", record, "--about", "question")
    assert (
        "  around it: “On the question of the north quay, a council official, who spoke on"
        " condition of anonymity, said”\n"
    ) in outcome.out
    assert "around it" not in run("quotes", record, "--about", "repair").out


def test_another_source_for_the_same_words(speech: Speech, record: Path, run: Run) -> None:
    """A printing that tells otherwise who said it, or through whom, stands apart and says so."""
    again = next(one for one in speech.attributions if one["article"] == speech.ids["copy.txt"])
    again["through"] = "the Herald"
    out = run("quotes", record, "--by", "ada finch", "--kind", "direct").out
    assert "    source: Ada Finch; through “the Herald”\n    copy.txt:44" in out
    again["speaker"], again["speaker_name"], again["sourcing"] = None, "an official", "unnamed"
    again["source"] = None
    sheet = run("quotes", record, "--by", "ada finch", "--kind", "direct", "--to", "md").out
    assert "\nsource: unnamed: “an official”; through “the Herald”\n" in sheet


def test_a_quotation_before_a_paraphrase(speech: Speech, record: Path, run: Run) -> None:
    """Of the wordings of one utterance the first that quotes stands for all; one that shares no word
    with it, or is a paraphrase, is not compared."""
    pay, deep, safe = (speech.said(w) for w in ("the ferry", "the water", "The north"))
    speech.variants.append(variant(pay, safe, deep))
    (row,) = rows(record, run, "--about", "north")[1:]
    assert row["words"] == "“The north quay is safe,”"
    assert [one["kind"] for one in row["wordings"]] == ["direct", "indirect", "indirect"]
    pay["kind"] = deep["kind"] = "direct"
    out = run("quotes", record, "--about", "north").out
    assert "  also: “the water was deep" in out
    assert "differs" not in out


def test_what_stands_in_the_words_of_another(speech: Speech, record: Path, run: Run) -> None:
    """It is told by that one; without a name of its own it is left out, but not with --nested."""
    safe, pay = speech.said("The north"), speech.said("the ferry")
    safe["within"] = pay["id"]
    assert words(record, run, "--about", "safe") == []
    assert words(record, run, "--about", "safe", "--nested") == ["The north"]
    safe["speaker"], safe["speaker_name"] = pay["speaker"], "Ada Finch"
    assert words(record, run, "--about", "safe") == []
    safe["speaker"], safe["speaker_name"] = speech.entity("Kerrow")["id"], "Kerrow"
    assert "Kerrow  told by Ada Finch\n" in run("quotes", record, "--about", "safe").out


def test_nothing_found_says_how_much_is_found(speech: Speech, record: Path, run: Run) -> None:
    """An empty answer is no proof: what was looked through, and the measured recall, stand
    beside it."""
    measure = {"what": "attributions", "measure": "recall, 40 documents", "value": 0.714}
    speech.quality.extend(
        [measure, {**measure, "measure": "precision"}, {**measure, "what": "names"}]
    )
    outcome = run("quotes", record, "--about", "lighthouse")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == (
        "onrecord: none found in 3 articles\n"
        "onrecord: measured: attributions: recall, 40 documents: 71 %\n"
    )
    assert run("quotes", record, "--about", "lighthouse", "--json").out == "[]\n"
    assert "measured" not in run("quotes", record).err


def test_json(speech: Speech, record: Path, run: Run) -> None:
    """A row has the words as they may be shown, and each wording with its places and differences."""
    row = rows(record, run, "--by", "ada finch", "--about", "summer")[0]
    assert (row["words"], row["first"], row["basis"]) == (WILL, "2031-05-12", "expression")
    assert (row["articles"], row["speaker_name"]) == (3, "Ada Finch")
    _, other, short = row["wordings"]
    assert (other["words"], other["place"], other["outlet"]) == (
        SHALL, "herald.txt:262", "Kerrow Herald",
    )  # fmt: skip
    assert [(d["left"]["text"], d["right"]["text"]) for d in other["differences"][:1]] == [
        ("will", "shall")
    ]
    assert "".join(piece for piece, _ in other["pieces"]) == SHALL
    assert [piece for piece, differs in other["pieces"] if differs] == ["shall", "any longer"]
    assert short["time"]["text"] == "on Monday"
    assert all(wording["asked_for"] for wording in row["wordings"])


def test_csv(speech: Speech, record: Path, run: Run) -> None:
    """One row a printing, those of one utterance together."""
    made = list(csv.DictReader(io.StringIO(run("quotes", record, "--csv").out)))
    assert len(made) == 8
    assert len({row["utterance"] for row in made}) == 6
    quay = next(row for row in made if row["sourcing"] == "unnamed")
    assert quay["words"] == "it was “beyond repair” and would be closed"
    assert (quay["description"], quay["condition"]) == (
        "a council official", "on condition of anonymity",
    )  # fmt: skip


def test_earliest_and_latest(speech: Speech, record: Path, run: Run) -> None:
    """Of each speaker, side by side; what may be as early or as late is counted."""
    outcome = run("quotes", record, "--by", "ada finch", "--earliest", "--latest")
    lines = outcome.out.splitlines()
    assert lines[0] == "Ada Finch  2 dated utterances"
    assert lines[1].split("  ")[1:2] == ["earliest"]
    assert "1 other may be as early" in lines[1]
    assert "latest  1 other may be as late" in lines[1]
    ids = [speech.attributions[n]["id"][:8] for n in (1, 0)]
    assert all(id_ in lines[2] for id_ in ids)
    assert max(map(len, lines)) <= 100
    assert words(record, run, "--earliest", "--by", "ada finch") == ["the ferry"]
    assert words(record, run, "--latest", "--by", "ada finch") == ["We will"]
    assert words(record, run, "--latest") == ["he “never", "We will"]
    alone = run("quotes", record, "--by", "sabir", "--earliest", "--latest").out
    assert alone.splitlines()[1] == "  earliest and latest"


def test_a_mark_between_columns_is_kept(speech: Speech, record: Path, run: Run) -> None:
    """Undated utterances are neither earliest nor latest; sources without a name count as one
    where they were asked for."""
    assert words(record, run, "--earliest", "--by", "Abel Finch") == []
    speech.said("The north")["said"] = said("2031-05-20")
    outcome = run("quotes", record, "--by", "he", "--latest").out
    assert outcome.splitlines()[0] == "sources without a name  1 dated utterance"


@pytest.mark.usefixtures("speech")
def test_a_sheet_in_markdown(record: Path, tmp_path: Path, run: Run) -> None:
    """Quotation, source, room for a note; paraphrases say so; the same bytes each time."""
    first = run("quotes", record, "--to", "md", "--name", "The *dock*", "--by", "ada finch")
    assert first.code == 0
    assert first.out.startswith(
        "# Quotations: The \\*dock\\*\n\n2 utterances, 3 articles, 6 May 2031 – 12 May 2031\n"
    )
    assert f"\n> {WILL}\n" in first.out
    assert f"\n> also: {SHALL}\n" in first.out
    assert f"\n> indirect: {PAY}\n" in first.out
    assert "## 12 May 2031 · “on Monday” · Ada Finch\n" in first.out
    assert "- Sandhaven Post, “Dredging to go on, harbour chief says”, 12 May 2031" in first.out
    assert first.out.count("✎ \\_") == 2
    path = tmp_path / "sheet.md"
    run("quotes", record, "-o", path, "--name", "The *dock*", "--by", "ada finch")
    assert path.read_text(encoding="utf-8") == first.out


@pytest.mark.usefixtures("speech")
def test_a_sheet_for_word(record: Path, tmp_path: Path, run: Run) -> None:
    """A table with a column for notes; the same bytes for the same record."""
    one, two = tmp_path / "one.docx", tmp_path / "two"
    assert run("quotes", record, "-o", one).code == 0
    assert run("quotes", record, "--to", "docx", "-o", two).code == 0
    assert one.read_bytes() == two.read_bytes()
    (table,) = docx.Document(str(one)).tables
    assert [cell.text for cell in table.rows[0].cells] == ["quotation", "source", "✎ note"]
    cells = [[cell.text for cell in row.cells] for row in table.rows[1:]]
    assert len(cells) == 8  # a row a wording
    assert cells[3][0].splitlines() == ["12 May 2031 · “on Monday” · Ada Finch", WILL]
    assert cells[4][0].splitlines()[0] == f"also: {SHALL}"
    assert "Kerrow Herald, “Ferry firm denies harbour deal”" in cells[4][1]
    assert all(not note.strip() for *_, note in cells)


@pytest.mark.parametrize(
    ("options", "text"),
    [
        (("--to", "pdf"), "'md', 'docx'"),
        (("--to", "docx"), "-o"),
        (("--to", "md", "--json"), "--json and --csv"),
        (("--kind", "quoted"), "indirect"),
        (("--others",), "--by"),
        (("--sourcing", "sources"), "unnamed"),
        (("--about", "..."), "no word"),
        (("--since", "Friday"), "is no day"),
    ],
)
@pytest.mark.usefixtures("speech")
def test_what_cannot_be_asked(options: tuple[str, ...], text: str, record: Path, run: Run) -> None:
    """What makes no sense is refused with what would."""
    outcome = run("quotes", record, *options)
    assert (outcome.code, outcome.out) == (2, "")
    assert text in outcome.err


def test_a_terminal_is_not_steered(speech: Speech, record: Path, run: Run) -> None:
    """Control characters of an article or a name are shown as pictures."""
    speech.said("it was")["speaker_name"] = "a\x1b[31m man"
    speech.said("it was")["description"] = None
    speech.said("it was")["source"] = None
    assert "“a␛[31m man”" in run("quotes", record).out


def test_attributions_that_were_not_looked_for(
    record: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No attributions differ from none found: it is said, and nothing was done."""
    make_pile(record, run)
    lay_speech(monkeypatch, None)
    outcome = run("quotes", record)
    assert (outcome.code, outcome.out) == (1, "")
    assert "no attributions were looked for" in outcome.err
    assert run("who", record).code == 1
