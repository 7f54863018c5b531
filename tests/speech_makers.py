"""Attributions, names and variants made by hand, in the shape that the record exports."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

import pytest

from command_line import Run
from onrecord import decisions as decisions_face
from onrecord.record import compile as compile_stage
from onrecord.record.compile import Record
from onrecord.values.ids import finding_id
from piles import lay_out

type Json = dict[str, Any]

POST = (
    "Dredging to go on, harbour chief says\n\nPublished: 12 May 2031\n\n"
    "“We will dredge the channel this summer,” Ada Finch said on Monday. “It cannot wait.”\n\n"
    "Ms. Finch said that the ferry company would pay for the work, and that Tarek al-Sabir had"
    " agreed to it.\n\n"
    "On the question of the north quay, a council official, who spoke on condition of anonymity,"
    " said it was “beyond repair” and would be closed.\n\n"
    "Nobody asked the owners. The meeting in the old customs house ended at nine in the evening.\n"
)
HERALD = (
    "Ferry firm denies harbour deal\n\nPublished: 14 May 2031\n\n"
    "Tarek Sabir, who runs the ferry company, told the Kerrow Herald that he “never agreed to pay”"
    " for any dredging in Sandhaven.\n\n"
    "He was answering Ada Finch, the harbour chief, who told the council on Monday: “We shall"
    " dredge the channel this summer. It cannot wait any longer.”\n\n"
    "“The north\u00a0quay is safe,” he said. People in Kerrow met in the town hall to talk it over.\n"
)
COPY = (
    "Harbour: a digest\n\nPublished: 15 May 2031\n\n"
    "“We will dredge the channel this summer,” Ada Finch said on Monday.\n\n"
    "Abel Finch, her brother, said the water was deep enough for every boat that calls here, and"
    " that nobody in the town had asked for more of it.\n"
)
TEXTS: Mapping[str, str] = {"post.txt": POST, "herald.txt": HERALD, "copy.txt": COPY}
OUTLETS = {"post.txt": "Sandhaven Post", "herald.txt": "Kerrow Herald", "copy.txt": "Elm Digest"}


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidRecord(Record):
    """A record with attributions made by hand."""

    laid: tuple[Json, ...] = ()

    def attributions(self) -> Iterator[Json]:
        """Those that were laid in."""
        yield from self.laid


@dataclass(frozen=True)
class Speech:
    """What is laid over a record; the lists may be changed by a test."""

    ids: dict[str, str]
    """Ids of the articles by name."""
    attributions: list[Json]
    entities: list[Json]
    variants: list[Json]
    unsure_variants: list[Json] = field(default_factory=list)
    statements: list[Json] = field(default_factory=list)
    quality: list[Json] = field(default_factory=list)

    def said(self, words: str) -> Json:
        """The attribution whose content begins with these words."""
        for one in self.attributions:
            name = next(n for n, id_ in self.ids.items() if id_ == one["article"])
            if TEXTS[name][one["content"][0][0] :].startswith(words):
                return one
        raise AssertionError(f"nothing begins with {words!r}")

    def entity(self, name: str) -> Json:
        """The entity of this name."""
        return next(one for one in self.entities if one["name"] == name)


def attribution(article: str, text: str, *content: str, **more: Any) -> Json:
    """An attribution whose parts are words of a text; places may be given as words too."""
    places = [_place(text, words) for words in content]
    made: Json = {
        "id": finding_id("attribution", article, places[0][0], places[-1][1]),
        "article": article,
        "content": places,
        "source": None,
        "cue": None,
        "kind": "direct",
        "sourcing": "named",
        "speaker": None,
        "speaker_name": None,
        "co_speakers": [],
        "through": None,
        "said": {"first": None, "last": None, "basis": "publication"},
        "within": None,
        "stance": "said",
        "speaker_at": None,
        "speaker_why": "test",
        "description": None,
        "condition": None,
        "organisation": None,
        "organisation_name": None,
        "time": None,
        "why": "test",
    }
    for key in ("source", "cue", "speaker_at", "description", "condition", "time"):
        if isinstance(more.get(key), str):
            more[key] = _place(text, more[key])
    return made | more


def said(first: str | None, last: str | None = "", basis: str = "expression") -> Json:
    """When something was said; `last` as `first` where it is left out."""
    return {"first": first, "last": first if last == "" else last, "basis": basis}


def entity(name: str, *mentions: tuple[str, str, str], **more: Any) -> Json:
    """An entity; of each mention article id, text and words, where they first stand."""
    places: list[Json] = [
        {"article": article, "start": start, "end": end}
        for article, text, words in mentions
        for start, end in [_place(text, words)]
    ]
    first = places[0]
    made = {
        "id": finding_id("entity", first["article"], first["start"], first["end"]),
        "name": name,
        "type": "person",
        "aliases": sorted({words for _, _, words in mentions} - {name}),
        "mentions": places,
        "why": [],
        "unsure": [],
    }
    return made | more


def variant(*attributions: Json, **more: Any) -> Json:
    """Printings of one utterance."""
    ids = [one["id"] for one in attributions]
    made: Json = {"id": ids[0], "attributions": ids, "speaker": attributions[0]["speaker"]}
    return {**made, "differences": [], "why": [], "unsure": []} | more


def _place(text: str, words: str) -> list[int]:
    start = text.index(words)
    return [start, start + len(words)]


def make_pile(path: Path, run: Run) -> dict[str, str]:
    """A record of the three articles; their ids by name."""
    folder = path.with_suffix("")
    lay_out(folder, tuple((name, text.encode()) for name, text in TEXTS.items()))
    assert run("add", path, folder).code == 0
    for name, outlet in OUTLETS.items():
        assert run("decide", path, "outlet", name, outlet).code == 0
    return {row["name"]: row["id"] for row in json.loads(run("articles", path, "--json").out)}


def make_speech(ids: Mapping[str, str]) -> Speech:
    """Who says what in the three articles."""
    post, herald, copy = (ids[name] for name in TEXTS)
    finch = entity(
        "Ada Finch", (post, POST, "Ada Finch"), (post, POST, "Finch said that"),
        (herald, HERALD, "Ada Finch"), (copy, COPY, "Ada Finch"),
    )  # fmt: skip
    finch["aliases"] = ["Finch"]
    finch["mentions"][1]["end"] -= len(" said that")
    sabir = entity(
        "Tarek al-Sabir", (post, POST, "Tarek al-Sabir"), (herald, HERALD, "Tarek Sabir")
    )
    sabir["why"] = [{"left": "Tarek al-Sabir", "right": "Tarek Sabir", "why": "article: al"}]
    brother = entity("Abel Finch", (copy, COPY, "Abel Finch"))
    kerrow = entity("Kerrow", (herald, HERALD, "Kerrow"), type="place")
    for one, other in ((finch, brother), (brother, finch)):
        one["unsure"] = [{"entity": other["id"], "why": "surname: finch"}]
    ada: Json = {"speaker": finch["id"], "speaker_name": "Ada Finch"}
    tarek: Json = {"speaker": sabir["id"], "speaker_name": "Tarek al-Sabir"}
    monday = said("2031-05-12")
    will = attribution(
        post, POST, "We will dredge the channel this summer,", "It cannot wait.",
        **ada, source="Ada Finch", cue="said", said=monday, time="on Monday",
    )  # fmt: skip
    pay = attribution(
        post, POST, "the ferry company would pay for the work, and that Tarek al-Sabir had agreed"
        " to it", **ada, kind="indirect", source="Ms. Finch",
        said=said("2031-05-06", "2031-05-12", "publication"),
    )  # fmt: skip
    quay = attribution(
        post, POST, "it was “beyond repair” and would be closed", kind="mixed", sourcing="unnamed",
        speaker_name="a council official", source="a council official",
        description="a council official", condition="on condition of anonymity",
        said=said("2031-05-06", "2031-05-12", "publication"),
    )  # fmt: skip
    never = attribution(
        herald, HERALD, "he “never agreed to pay” for any dredging in Sandhaven", **tarek,
        kind="mixed", through="Kerrow Herald", source="Tarek Sabir", stance="negated",
        said=said("2031-05-08", "2031-05-14", "publication"),
    )  # fmt: skip
    shall = attribution(
        herald, HERALD, "We shall dredge the channel this summer. It cannot wait any longer.",
        **ada, source="Ada Finch", said=monday, time="on Monday",
    )  # fmt: skip
    safe = attribution(
        herald, HERALD, "The north\u00a0quay is safe,", speaker_name="he", source="he said",
        speaker_why="two candidates", said=said("2031-05-14"),
    )  # fmt: skip
    safe["source"][1] -= len(" said")
    again = attribution(
        copy, COPY, "We will dredge the channel this summer,", **ada, source="Ada Finch",
        said=monday, time="on Monday",
    )  # fmt: skip
    deep = attribution(
        copy, COPY, "the water was deep enough for every boat that calls here, and that nobody in"
        " the town had asked for more of it", kind="indirect", speaker=brother["id"],
        speaker_name="Abel Finch", source="Abel Finch", said=said(None, None, "publication"),
    )  # fmt: skip
    attributions = [will, pay, quay, never, shall, safe, again, deep]
    variants = [variant(will, shall, again)]
    return Speech(dict(ids), attributions, [finch, sabir, brother, kerrow], variants)


def lay_speech(monkeypatch: pytest.MonkeyPatch, speech: Speech | None) -> None:
    """Put attributions, names and variants made by hand in the place of those that the record
    makes; None: nothing was looked for."""
    real = compile_stage.compile_record

    def compile_record(lookups: Any, *, program: str) -> Record:
        record = real(lookups, program=program)
        given = {one.name: getattr(record, one.name) for one in fields(record)}
        looked_for = set(record.head["looked_for"]) - {"attributions", "variants", "entities"}
        if speech is None:
            head = {**record.head, "looked_for": sorted(looked_for)}
            return replace(
                record, head=head, tail={**record.tail, "entities": None, "variants": None}
            )
        looked_for |= {"attributions", "variants", "entities"}
        names = ("entities", "variants", "unsure_variants", "statements", "quality")
        laid = {name: getattr(speech, name) for name in names}
        given["head"] = {**record.head, "looked_for": sorted(looked_for)}
        given["tail"] = {**record.tail, **laid}
        return LaidRecord(**given, laid=tuple(speech.attributions))

    monkeypatch.setattr(compile_stage, "compile_record", compile_record)
    monkeypatch.setattr(decisions_face, "compile_record", compile_record, raising=False)
