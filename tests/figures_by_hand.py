"""Figures, series and differences made by hand, in the shape that the record exports."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from command_line import Run
from onrecord import decisions as decisions_face
from onrecord.record import compile as compile_stage
from onrecord.record.compile import Record
from onrecord.values.ids import finding_id
from piles import lay_out
from speech_makers import attribution, entity, said

type Json = dict[str, Any]

GAZETTE = (
    "Ferry Merle sinks off Lorne\n\nPublished: 12 May 2031\n\n"
    "At least 14 people were killed when the ferry Merle sank off Lorne on Sunday, the coast guard"
    " said.\n\n"
    "About 5,200 harbour guards serve in Lorne. Mayor Ada Finch proposed that 1,000 guards should"
    " leave the town.\n\n"
    "The owner, Abel Moss, 61, paid $8 million for the ferry three years ago in Kerrow.\n"
)
HERALD = (
    "Toll rises after sinking\n\nPublished: 14 May 2031\n\n"
    "The coast guard said that 19 people were killed when the Merle went down on Sunday.\n\n"
    "Ada Finch said on Monday that 24 people were killed, among them seven children. She has"
    " roughly 5,000 guards under her.\n\n"
    "In Kerrow there are 300 guards, who have never been asked to go to sea.\n"
)
DIGEST = (
    "Lorne: a digest\n\nPublished: 21 May 2031\n\n"
    "The coast guard of Lorne said that 19 people were killed when the Merle went down on"
    " Sunday.\n\n"
    "Some 2,500 guards have been in the town since Tuesday, down from 5,200 guards before the"
    " sinking of the ferry.\n"
)
TEXTS: Mapping[str, str] = {"gazette.txt": GAZETTE, "herald.txt": HERALD, "digest.txt": DIGEST}
OUTLETS = {
    "gazette.txt": "Lorne Gazette", "herald.txt": "Kerrow Herald", "digest.txt": "Elm Digest"
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidFigures(Record):
    """A record with figures and attributions made by hand."""

    laid_figures: tuple[Json, ...] = ()
    laid_attributions: tuple[Json, ...] = ()

    def figures(self) -> Iterator[Json]:
        """Those that were laid in."""
        yield from self.laid_figures

    def attributions(self) -> Iterator[Json]:
        """Those that were laid in."""
        yield from self.laid_attributions


@dataclass(frozen=True)
class Counts:
    """What is laid over a record; the lists may be changed by a test."""

    ids: dict[str, str]
    """Ids of the articles by name."""
    figures: list[Json]
    series: list[Json]
    differences: list[Json]
    attributions: list[Json]
    entities: list[Json]
    quality: list[Json] = field(default_factory=list)

    def figure(self, words: str, name: str = "") -> Json:
        """The figure whose words begin so, in the article with this name."""
        for one in self.figures:
            found = next(n for n, id_ in self.ids.items() if id_ == one["article"])
            if TEXTS[found][one["start"] :].startswith(words) and name in found:
                return one
        raise AssertionError(f"no figure begins with {words!r}")

    def labelled(self, label: str) -> Json:
        """The series with this label."""
        return next(one for one in self.series if one["label"] == label)


def figure(article: str, text: str, words: str, number: str, **more: Any) -> Json:
    """A figure whose words and number are words of a text; `place`, `owner`, `part`, `first` and
    `last` fill its scope and its days."""
    start = text.index(words)
    at = text.index(number, start)
    value = float(number.replace(",", "").lstrip("$").split()[0]) if number[:1] in _DIGITS else None
    scope = {key: more.pop(key, None) for key in ("place", "owner", "part")}
    first = more.pop("first", None)
    as_of = {"first": first, "last": more.pop("last", first), "basis": "expression"}
    as_of |= {"how": "expression"} | more.pop("as_of", {})
    time = more.pop("time", None)
    made: Json = {
        "id": finding_id("figure", article, start, start + len(words)),
        "article": article,
        "start": start,
        "end": start + len(words),
        "low": value,
        "high": value,
        "bound": "exact",
        "unit": None,
        "counted": None,
        "scope": scope,
        "as_of": as_of,
        "kind": "count",
        "modality": "asserted",
        "attribution": None,
        "counted_at": None,
        "number": [at, at + len(number)],
        "bound_word": None,
        "per": None,
        "direction": None,
        "outcome": None,
        "part_of": None,
        "scope_at": {"place": None, "owner": None, "part": None},
        "time": [text.index(time), text.index(time) + len(time)] if time else None,
        "incident": None,
        "inferred": [],
        "why": "test",
    }
    return made | more


_DIGITS = tuple("$0123456789")


def series(label: str, *points: Json, **more: Any) -> Json:
    """Figures that answer one question."""
    first = points[0]
    made: Json = {
        "id": finding_id("series", first["article"], first["start"], first["end"]),
        "label": label,
        "points": [one["id"] for one in points],
        **{key: first[key] for key in ("kind", "unit", "per", "counted", "outcome", "scope")},
        "period": None,
        "modality": "actual",
        "why": [
            {"left": first["id"], "right": one["id"], "why": f"same-thing: {first['counted']}"}
            for one in points[1:]
        ],
        "not_joined": [],
    }
    return made | more


def difference(about: Json, left: Json, right: Json, reason: str, why: str) -> Json:
    """How two figures of a series differ; the sentences are the figures' own words."""
    made: Json = {
        "id": finding_id("difference", about["id"], left["start"], right["start"]),
        "about": about["id"],
        "reason": reason,
        "left": None,
        "right": None,
        "why": why,
        "left_figure": left["id"],
        "right_figure": right["id"],
    }
    for side, one in (("left", left), ("right", right)):
        made[side] = {key: one[key] for key in ("article", "start", "end")} | {"text": "sentence"}
    return made


def make_guards(path: Path, run: Run) -> dict[str, str]:
    """A record of the three articles; their ids by name."""
    folder = path.with_suffix("")
    lay_out(folder, tuple((name, text.encode()) for name, text in TEXTS.items()))
    assert run("add", path, folder).code == 0
    for name, outlet in OUTLETS.items():
        assert run("decide", path, "outlet", name, outlet).code == 0
    return {row["name"]: row["id"] for row in json.loads(run("articles", path, "--json").out)}


def make_counts(ids: Mapping[str, str]) -> Counts:
    """What the three articles count, and who says so."""
    gazette, herald, digest = (ids[name] for name in TEXTS)
    finch = entity("Ada Finch", (gazette, GAZETTE, "Ada Finch"), (herald, HERALD, "Ada Finch"))
    lorne = entity("Lorne", (gazette, GAZETTE, "Lorne on"), type="place")
    kerrow = entity("Kerrow", (gazette, GAZETTE, "Kerrow"), type="place")
    guard: Json = {
        "sourcing": "organisation",
        "speaker_name": "the coast guard",
        "kind": "indirect",
    }
    first = attribution(
        gazette, GAZETTE, GAZETTE[GAZETTE.index("At least") : GAZETTE.index(", the coast")],
        source="the coast guard", said=said("2031-05-12"), **guard,
    )  # fmt: skip
    second = attribution(
        herald, HERALD, "19 people were killed when the Merle went down on Sunday",
        source="The coast guard", said=said("2031-05-14"), **guard,
    )  # fmt: skip
    third = attribution(
        herald, HERALD, "24 people were killed, among them seven children", source="Ada Finch",
        speaker=finch["id"], speaker_name="Ada Finch", kind="indirect", said=said("2031-05-12"),
    )  # fmt: skip
    again = attribution(
        digest, DIGEST, "19 people were killed when the Merle went down on Sunday",
        source="The coast guard", said=said("2031-05-21"), **guard,
    )  # fmt: skip
    attributions = [first, second, third, again]
    figures = [
        *_of_gazette(gazette, first),
        *_of_herald(herald, second, third),
        *_of_digest(digest, again),
    ]
    made = Counts(dict(ids), figures, [], [], attributions, [finch, lorne, kerrow])
    _make_series(made)
    return made


_SUNDAY: Json = {"counted": "people", "outcome": "killed", "place": "Lorne", "first": "2031-05-11"}
_INCIDENT = {"as_of": {"basis": "incident"}}
_GUARDS: Json = {"kind": "level", "counted": "guards", "place": "Lorne", "bound": "about"}


def _of_gazette(id_: str, said_by: Json) -> list[Json]:
    return [
        figure(
            id_, GAZETTE, "At least 14 people", "14", bound="at-least", bound_word="At least",
            high=None, modality="reported", attribution=said_by["id"], time="Sunday", **_SUNDAY,
        ),
        figure(
            id_, GAZETTE, "About 5,200 harbour guards", "5,200", bound_word="About",
            first="2031-05-12", as_of={"basis": "publication"}, **_GUARDS,
        ),
        figure(
            id_, GAZETTE, "1,000 guards", "1,000", modality="proposed", first="2031-05-12",
            last=None, as_of={"basis": "tense"}, **{**_GUARDS, "bound": "exact"},
        ),
        figure(id_, GAZETTE, "61", "61", kind="age", first="2031-05-12"),
        figure(
            id_, GAZETTE, "$8 million", "$8 million", kind="money", unit="USD", low=8e6, high=8e6,
            counted="the ferry", last="2031-05-12", time="three years ago",
        ),
    ]  # fmt: skip


def _of_herald(id_: str, guard: Json, mayor: Json) -> list[Json]:
    killed: Json = {"modality": "reported", **_SUNDAY, **_INCIDENT}
    whole = figure(id_, HERALD, "24 people", "24", attribution=mayor["id"], **killed)
    return [
        figure(id_, HERALD, "19 people", "19", attribution=guard["id"], **killed),
        whole,
        figure(
            id_, HERALD, "seven children", "seven", low=7.0, high=7.0, attribution=mayor["id"],
            part_of=whole["id"], **{**killed, "counted": "children"},
        ),
        figure(
            id_, HERALD, "roughly 5,000 guards", "5,000", bound_word="roughly",
            first="2031-05-14", as_of={"basis": "publication"}, **_GUARDS,
        ),
        figure(
            id_, HERALD, "300 guards", "300", first="2031-05-14", as_of={"basis": "publication"},
            **{**_GUARDS, "place": "Kerrow", "bound": "exact"},
        ),
    ]  # fmt: skip


def _of_digest(id_: str, guard: Json) -> list[Json]:
    killed: Json = {"modality": "reported", **_SUNDAY, **_INCIDENT}
    return [
        figure(id_, DIGEST, "19 people", "19", attribution=guard["id"], **killed),
        figure(
            id_, DIGEST, "Some 2,500 guards", "2,500", bound_word="Some", first="2031-05-20",
            last="2031-05-21", time="Tuesday", as_of={"how": "since"}, **_GUARDS,
        ),
        figure(
            id_, DIGEST, "5,200 guards", "5,200", last="2031-05-19", as_of={"basis": "tense"},
            **{**_GUARDS, "bound": "exact"},
        ),
    ]  # fmt: skip


def _make_series(made: Counts) -> None:
    (
        at_least,
        about,
        proposed,
        _,
        money,
        nineteen,
        toll,
        children,
        roughly,
        kerrow,
        copy,
        some,
        was,
    ) = made.figures
    guards = series("guards · Lorne", about, roughly, some, was)
    elsewhere = series("guards · Kerrow", kerrow)
    plan = series("guards · Lorne", proposed, modality="proposed")
    days = {"first": "2031-05-11", "last": "2031-05-11"}
    killed = series("people killed · Lorne", at_least, nineteen, toll, copy, period=days)
    young = series("children killed · Lorne", children, period=days)
    guards["not_joined"] = [
        {"series": elsewhere["id"], "why": "other-place: Lorne and Kerrow"},
        {"series": plan["id"], "why": "other-modality: proposed"},
    ]
    made.series.extend([killed, guards, plan, series("the ferry", money), young, elsewhere])
    made.differences.extend(
        [
            difference(guards, about, roughly, "rounding", "rounded-to: 1000"),
            difference(guards, roughly, some, "period", "as-of: 2031-05-14 and 2031-05-20"),
            difference(killed, nineteen, toll, "conflict", "both-cannot-hold: 19 and 24"),
        ]
    )


def lay_counts(monkeypatch: pytest.MonkeyPatch, counts: Counts | None) -> None:
    """Put figures and series made by hand in the place of those that the record makes; None:
    nothing was looked for."""
    real = compile_stage.compile_record

    def compile_record(lookups: Any, *, program: str) -> Record:
        record = real(lookups, program=program)
        looked_for = set(record.head["looked_for"]) - {"figures", "series", "differences"}
        nothing = {"series": None, "differences": None}
        if counts is None:
            head = {**record.head, "looked_for": sorted(looked_for)}
            return replace(record, head=head, tail={**record.tail, **nothing})
        looked_for |= {"figures", "series", "differences", "attributions", "entities"}
        given = {one.name: getattr(record, one.name) for one in fields(record)}
        given["head"] = {**record.head, "looked_for": sorted(looked_for)}
        names = ("series", "differences", "entities", "quality")
        given["tail"] = {**record.tail, **{name: getattr(counts, name) for name in names}}
        return LaidFigures(
            **given,
            laid_figures=tuple(counts.figures),
            laid_attributions=tuple(counts.attributions),
        )

    # The package of this module holds a function of the module's name.
    explain_face = import_module("onrecord.explain.asked")
    for face in (compile_stage, decisions_face, explain_face):
        monkeypatch.setattr(face, "compile_record", compile_record)
