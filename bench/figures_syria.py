"""Casualties by kind in FA-KES, against what its crowd wrote and what a reader made of that.

Data: `fakes_syria` under `ONRECORD_BENCH_DATA`: per article how many civilians, non-combatants,
children and women were killed in its main event, by a crowd, with errors. Read are the first two
thirds of the rows; the last third is kept aside for the end (`last_third`).

`figures_syria_audit.jsonl`: 60 articles of the first two thirds whose numbers one reader checked:
`right` where the crowd's number is what the article states for that kind of its main event,
`audited` what the article states of it (null: nothing), places and numbers only. `also`: places
of other numbers (of other events, of totals) that state so many killed of a kind, judged by
reading what an early version gave; what a later one gives beyond counts as wrong.

A figure is of a kind by what it counts, with the outcome `killed`: `children` and `women` say it,
`noncivilians` are those who bear arms; `civilians` are all other people, named or not (of "24
killed"), for that is how the crowd took them. A part is of its own kind.

- `recall_audited`: of the crowd's numbers above 0 that the audit calls right, those that some
  figure of the kind has as one of its ends;
- `recall_stated`: the same of all numbers that the audit found stated;
- `precision`: of all figures of the audited articles whose words say one of the four kinds
  (`civilians`, `children`, `rebels`, not `24 people`), those that the article states: the number
  of the audit, or at a place of `also`;
- `precision_first`: of the articles and kinds that have such a figure, those in which the first of
  them has the number of the audit, so that the main event is told from others by order alone;
- `precision_people`: the same where `24 people` and `24 killed` stand for civilians, as in recall;
- `crowd_recall`, `crowd_exact`: over all rows, audited or not: of the crowd's numbers above 0 those
  that some figure of the kind has, and those that the first figure of the kind has.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from data import data_folder, digest_of, read_rows
from onrecord.analysis.analyze import analyze
from onrecord.articles.read import read_article
from onrecord.settings import Limits, Settings
from onrecord.values.figures import Figure
from onrecord.values.pages import Given, MediaType, Page
from onrecord.values.vocabulary import Bound

_AUDIT = Path(__file__).resolve().parent / "figures_syria_audit.jsonl"
_KINDS = ("civilians", "noncivilians", "children", "women")
_OWN = {"child": "children", "woman": "women"}
_ARMED = frozenset({"troop", "fighter", "police", "officer", "commander", "guard", "sniper"})
_PEOPLE = frozenset({"person", "", "man"})
"""Heads that say no kind."""
_ARMED_BEFORE = frozenset({"army", "rebel", "militia", "regime", "government", "jihadist"})

type Told = Mapping[str, Sequence[Figure]]
"""Kind to the figures of those killed, in the order of the text."""


def measure(*, last_third: bool = False) -> dict[str, float | str]:
    """The shares; of the last third only those against the crowd, which is all there is."""
    rows = list(read_rows(data_folder("fakes_syria") / "articles.jsonl.gz"))
    cut = len(rows) * 2 // 3
    part = rows[cut:] if last_third else rows[:cut]
    told = dict(_read(part))
    crowd = _against_crowd(part, told)
    if last_third:
        return crowd | {"data": digest_of(*(row["id"] for row in part))}
    audit = [json.loads(line) for line in _AUDIT.read_text(encoding="utf-8").splitlines()]
    return {
        **_against_audit(audit, told),
        **crowd,
        "data": digest_of(_AUDIT.read_bytes(), *(row["id"] for row in part)),
    }


def _read(rows: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, Told]]:
    articles = [_article(row) for row in rows]
    for row, analysis in zip(rows, analyze(articles, Settings()), strict=True):
        yield row["id"], by_kind(analysis.figures)


def _article(row: Mapping[str, Any]) -> Any:
    record = {key: row[key] for key in ("id", "title", "text", "outlet", "published") if row[key]}
    page = Page(
        data=json.dumps(record, sort_keys=True).encode(),
        media_type=MediaType.RECORD,
        name=row["id"].replace("/", "_"),
        given=Given(),
    )
    return read_article(page, limits=Limits())


def by_kind(figures: Sequence[Figure]) -> dict[str, list[Figure]]:
    """The figures of those killed that have a number, by kind."""
    found: dict[str, list[Figure]] = {kind: [] for kind in _KINDS}
    for one in figures:
        if one.outcome == "killed" and one.bound is not Bound.DOZENS_LIKE and not one.unit:
            found[_kind(one)].append(one)
    return found


def _kind(one: Figure) -> str:
    if one.head in _OWN:
        return _OWN[one.head]
    armed = one.head in _ARMED or not _ARMED_BEFORE.isdisjoint(one.modifiers)
    return "noncivilians" if armed else "civilians"


def _has(one: Figure, number: float | None) -> bool:
    return number is not None and number in (one.low, one.high)


def _states(one: Figure, stated: Mapping[str, Any] | None) -> bool:
    return stated is not None and (_has(one, stated["low"]) or _has(one, stated["high"]))


def _against_audit(audit: Sequence[Mapping[str, Any]], told: Mapping[str, Told]) -> dict[str, Any]:
    counts: Counter[str] = Counter()
    for row in audit:
        for kind in _KINDS:
            figures, stated = told[row["id"]][kind], row["audited"][kind]
            if row["right"][kind] and row["gold"][kind] > 0:
                found = any(_has(one, row["gold"][kind]) for one in figures)
                counts.update({"audited": 1, "audited_found": found})
                counts.update({f"{kind}": 1, f"{kind}_found": found})
            if stated is not None:
                found = any(_states(one, stated) for one in figures)
                counts.update({"stated": 1, "stated_found": found})
            said = [one for one in figures if one.head not in _PEOPLE]
            if said:
                counts.update({"first": 1, "first_right": _states(said[0], stated)})
            if figures:
                counts.update({"people": 1, "people_right": _states(figures[0], stated)})
            also = {start for name, start in row["also"] if name == kind}
            counts["said"] += len(said)
            counts["said_right"] += sum(
                _states(one, stated) or one.number.start in also for one in said
            )
    return {
        "audited": counts["audited"],
        "recall_audited": _share(counts["audited_found"], counts["audited"]),
        **{f"recall_{kind}": _share(counts[f"{kind}_found"], counts[kind]) for kind in _KINDS},
        "recall_stated": _share(counts["stated_found"], counts["stated"]),
        "said": counts["said"],
        "precision": _share(counts["said_right"], counts["said"]),
        "precision_first": _share(counts["first_right"], counts["first"]),
        "precision_people": _share(counts["people_right"], counts["people"]),
    }


def _against_crowd(rows: Sequence[Mapping[str, Any]], told: Mapping[str, Told]) -> dict[str, Any]:
    counts: Counter[str] = Counter()
    for row in rows:
        for kind in _KINDS:
            number = row["figures"].get(kind) or 0
            if number > 0:
                figures = told[row["id"]][kind]
                counts["numbers"] += 1
                counts["found"] += any(_has(one, number) for one in figures)
                counts["exact"] += bool(figures) and _has(figures[0], number)
    return {
        "articles": len(rows),
        "crowd_numbers": counts["numbers"],
        "crowd_recall": _share(counts["found"], counts["numbers"]),
        "crowd_exact": _share(counts["exact"], counts["numbers"]),
    }


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
