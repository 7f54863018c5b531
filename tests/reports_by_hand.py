"""Origins, differences, news, stories and agreement made by hand, as the record exports them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from command_line import Run
from onrecord import decisions as decisions_face
from onrecord.record import compile as compile_stage
from onrecord.record.compile import Record
from piles import lay_out
from timeline_makers import anchor, entry, support

type Json = dict[str, Any]

WIRE = (
    "Quarry wall falls near Ostrel\n\nPublished: 3 May 2033\n\n"
    "The north wall of the Ostrel quarry fell on Monday, and 12 workers were taken out of the pit"
    " by rope, Halden Wire has learned.\n\n"
    "Two engineers said the wall had been wet for weeks. Lena Orsk will lead an inquiry.\n"
)
ECHO = (
    "Wall of quarry falls\n\nPublished: 3 May 2033\n\n"
    "The north wall of the Ostrel quarry fell on Monday, and 12 workers were taken out of the pit"
    " by rope, Halden Wire has learned.\n"
)
COURIER = (
    "Quarry had been warned\n\nPublished: 5 May 2033\n\n"
    "Nine workers were lifted out of the Ostrel quarry after its wall fell on Tuesday, the mayor"
    " told the Marn Courier.\n\n"
    "The owner, Pavel Irm, was warned in April. Some of it Halden Wire had reported.\n"
)
FAIR = (
    "Kite fair opens in Tolm\n\nPublished: 6 May 2033\n\n"
    "Children from forty schools flew kites over Tolm on Thursday, and nobody was hurt.\n"
)
TEXTS: Mapping[str, str] = {
    "wire.txt": WIRE, "echo.txt": ECHO, "courier.txt": COURIER, "fair.txt": FAIR
}  # fmt: skip
OUTLETS = {
    "wire.txt": "Halden Wire", "echo.txt": "Ostrel Echo", "courier.txt": "Marn Courier",
    "fair.txt": "Tolm Times",
}  # fmt: skip
LEDE = "The north wall of the Ostrel quarry fell on Monday"
LIFTED = (
    "Nine workers were lifted out of the Ostrel quarry after its wall fell on Tuesday, the mayor"
    " told the Marn Courier."
)


def agreement(*tellers: tuple[str, str, list[str]], outlets: int, marks: list[str]) -> Json:
    """By how many origins a thing is told; a teller is name, why and ids of articles."""
    return {
        "origins": len(tellers),
        "outlets": outlets,
        "articles": sum(len(articles) for _, _, articles in tellers),
        "tellers": [
            {"origin": origin, "why": why, "articles": articles}
            for origin, why, articles in tellers
        ],
        "marks": marks,
    }


@dataclass
class Reports:
    """What is laid over a record; a test may change it."""

    ids: dict[str, str]
    """Ids of the articles by name."""
    tail: dict[str, Any]


def make_record(path: Path, run: Run) -> dict[str, str]:
    """A record of the four articles; their ids by name."""
    folder = path.with_suffix("")
    lay_out(folder, tuple((name, text.encode()) for name, text in TEXTS.items()))
    assert run("add", path, folder, "-q").code == 0
    for name, outlet in OUTLETS.items():
        assert run("decide", path, "outlet", name, outlet).code == 0
    return {row["name"]: row["id"] for row in json.loads(run("articles", path, "--json").out)}


def make_reports(ids: dict[str, str]) -> Reports:
    """What the four articles share, add, and differ in."""
    wire, echo, courier, fair = (ids[name] for name in TEXTS)
    made = {
        "origins": _origins(wire, echo, courier, fair),
        "timeline": _timeline(wire, echo, courier),
        "series": [],
        "variants": [],
        "statements": [],
        "differences": _differences(wire, courier),
        "news": _news(wire, echo, courier, fair),
        "stories": _stories(wire, echo, courier, fair),
    }
    return Reports(ids, made)


def _member(article: str, relation: str, why: str, **more: Any) -> Json:
    nothing = {"from": None, "share": None, "newsroom": None, "cites": []}
    return {"article": article, "relation": relation, "why": why, **nothing, **more}


def _origins(wire: str, echo: str, courier: str, fair: str) -> list[Json]:
    sentence = WIRE[WIRE.index(LEDE) : WIRE.index(".\n\nTwo") + 1]
    cited = {"medium": "Halden Wire", "origin": "aa00" * 4, "anchor": anchor(
        courier, COURIER, "Some of it Halden Wire had reported."
    )}  # fmt: skip
    changed = {
        "taken_out": [anchor(wire, WIRE, "Two engineers said the wall had been wet for weeks.")],
        "added": [],
    }
    return [
        {
            "id": "aa00" * 4,
            "medium": "Halden Wire",
            "articles": [
                _member(wire, "independent", "earliest: 2033-05-03"),
                _member(
                    echo, "pickup", "shared-passage: 27 words", **{"from": wire, "share": 0.98}
                ),
            ],
            "passages": [
                {"left": anchor(wire, WIRE, sentence), "right": anchor(echo, ECHO, sentence)}
            ],
            "versions": [{"left": wire, "right": echo, **changed}],
        },
        {
            "id": "bb00" * 4,
            "medium": "Marn Courier",
            "articles": [_member(courier, "independent", "none-alike", cites=[cited])],
            "passages": [],
            "versions": [],
        },
        {
            "id": "cc00" * 4,
            "medium": None,
            "articles": [_member(fair, "independent", "none-alike")],
            "passages": [],
            "versions": [],
        },
    ]


def _timeline(wire: str, echo: str, courier: str) -> list[Json]:
    start = WIRE.index(LEDE)
    fall = entry(
        0xDD01, "2033-05-02", text=LEDE, article=wire, start=start, articles=2,
        agreement=agreement(
            ("Halden Wire", "copy-of: Halden Wire", [wire, echo]),
            outlets=2, marks=["single-origin"],
        ),
    )  # fmt: skip
    fall["support"].append(support(echo, LEDE, ECHO.index(LEDE)))
    lifted = entry(
        0xDD02, "2033-05-03", text=LIFTED, article=courier, start=COURIER.index(LIFTED),
        agreement=agreement(
            ("Marn Courier", "outlet: Marn Courier", [courier]), outlets=1, marks=["single-origin"]
        ),
    )  # fmt: skip
    return [fall, lifted]


def _differences(wire: str, courier: str) -> list[Json]:
    def one(number: int, slot: str, reason: str, why: str, left: str, right: str) -> Json:
        sides = anchor(wire, WIRE, LEDE), anchor(courier, COURIER, LIFTED)
        starts = WIRE.index(left), COURIER.index(right)
        return {
            "id": f"{number:04x}" * 4,
            "about": f"{0xDD01:016x}",
            "slot": slot,
            "reason": reason,
            "left": sides[0],
            "right": sides[1],
            "why": why,
            "left_words": [starts[0], starts[0] + len(left)],
            "right_words": [starts[1], starts[1] + len(right)],
            "left_figure": None,
            "right_figure": None,
        }

    return [
        one(0xEE01, "name", "wording", "words: 2", "The north wall", "its wall"),
        one(0xEE02, "date", "conflict", "both-cannot-hold", "on Monday", "on Tuesday"),
    ]


def _item(kind: str, words: Json, before: Json | None = None, why: str = "first") -> Json:
    return {"kind": kind, "anchor": words, "about": None, "before": before, "why": why}


def _news(wire: str, echo: str, courier: str, fair: str) -> list[Json]:
    start, lede = ECHO.index(LEDE), WIRE.index(LEDE)
    of = {"article": wire, "start": lede, "end": lede + len(LEDE)}
    repeat = {"start": start, "end": start + len(LEDE), "kind": "repeat", "of": of}
    twelve = anchor(wire, WIRE, "12 workers")
    return [
        {
            "article": wire,
            "adds": [
                _item("event", anchor(wire, WIRE, LEDE)),
                _item("name", anchor(wire, WIRE, "Lena Orsk")),
            ],
            "repeats": [],
            "sentences": 3,
        },
        {"article": echo, "adds": [], "repeats": [repeat], "sentences": 1},
        {
            "article": courier,
            "adds": [
                _item("figure", anchor(courier, COURIER, "Nine workers"), twelve, "other-number"),
                _item("difference", anchor(courier, COURIER, LIFTED), twelve, "conflict: date"),
            ],
            "repeats": [],
            "sentences": 3,
        },
        {"article": fair, "adds": [], "repeats": [], "sentences": 1},
    ]


def _stories(wire: str, echo: str, courier: str, fair: str) -> list[Json]:
    fall = {"id": "ff11" * 4, "articles": [wire, echo], "first": "2033-05-03"}
    warned = {"id": "ff12" * 4, "articles": [courier], "first": "2033-05-05"}
    kites = {"id": "ff21" * 4, "articles": [fair], "first": "2033-05-06"}
    events = [{**one, "last": one["first"]} for one in (fall, warned, kites)]
    return [
        {
            "id": "ff10" * 4,
            "name": "Ostrel · quarry",
            "articles": [wire, echo, courier],
            "first": "2033-05-03",
            "last": "2033-05-05",
            "events": events[:2],
        },
        {
            "id": "ff20" * 4,
            "name": "Tolm · kites",
            "articles": [fair],
            "first": "2033-05-06",
            "last": "2033-05-06",
            "events": events[2:],
        },
    ]


def lay_reports(monkeypatch: pytest.MonkeyPatch, reports: Reports) -> None:
    """Put what was made by hand in the place of what the record makes."""
    real = compile_stage.compile_record

    def compile_record(lookups: Any, *, program: str) -> Record:
        record = real(lookups, program=program)
        return replace(record, tail={**record.tail, **reports.tail})

    explain_face = import_module("onrecord.explain.asked")
    for face in (compile_stage, decisions_face, explain_face):
        monkeypatch.setattr(face, "compile_record", compile_record)
