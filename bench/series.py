"""How well figures that answer one question are joined, and whether differing counts are told.

Two measures, both of records that are made as users make them (`add`, then compile):

- `figures_labels.jsonl` (see `figures.py`; those by A) has for each figure of 20 articles in some
  stories a key for what it is of, labelled by reading before any series was made. Of the labelled
  figures that are found, pairs of one story are judged: a pair of one series is right when both
  have one key. Two figures without a key are not judged. `pair_recall` is of all pairs of one key,
  also of figures that are not found; `pair_recall_of_found` of those that are.
- `series_incidents.jsonl`: the incidents of two articles or more (`silver_incident`) in the first
  two thirds of `fakes_syria`, with the places of all counts of their dead and wounded and whether
  they differ, by reading; no text. An incident that differs is told when a difference of reason
  period, revision or conflict has sides that are labelled counts of one thing and outcome with two
  values; `incidents_told_between`: of those whose articles differ from each other. One that does
  not differ is `incidents_wrong` when a conflict is told between its labelled counts. The last
  third of the set is left for the closing note.

Run: `python bench/series.py [--errors]`
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import onrecord
from data import DataAbsent, data_folder, digest_of, read_rows

_HERE = Path(__file__).resolve().parent
_LABELS = _HERE / "figures_labels.jsonl"
_INCIDENTS = _HERE / "series_incidents.jsonl"
_TELLING = frozenset({"period", "revision", "conflict"})
"""Reasons that tell that two counts differ."""

type Json = dict[str, Any]


def measure(wrong: list[str] | None = None) -> dict[str, float | str]:
    """Both measures.

    Args:
        wrong: takes what is wrong, in words, for reading on this machine only.
    """
    return measure_pairs(wrong) | measure_incidents(wrong)


def measure_pairs(wrong: list[str] | None = None) -> dict[str, float | str]:
    """Pairwise precision and recall of series against the labels."""
    labels = [one for one in _read(_LABELS) if one["by"] == "A"]
    counts, lost_pairs = Counter[str](), 0
    for story in sorted({one["story"] for one in labels}):
        held = [one for one in labels if one["story"] == story]
        figures, lost = _labelled(held)
        counts["found"] += len(figures)
        lost_pairs += _lost_pairs(figures, lost)
        for one, other in combinations(figures, 2):
            # Two labels of which one figure is found (`$18,000, or $24,000`) are no pair.
            if one["id"] == other["id"] or (what := _judged(one, other)) is None:
                continue
            counts[what] += 1
            if wrong is not None and what in ("false", "missed"):
                wrong.append(f"{what}: {_shown(one)}\n        {_shown(other)}")
    same = counts["right"] + counts["missed"]
    return {
        "figures_found": counts["found"],
        "pairs": same + lost_pairs,
        "pair_precision": counts["right"] / max(1, counts["right"] + counts["false"]),
        "pair_recall": counts["right"] / max(1, same + lost_pairs),
        "pair_recall_of_found": counts["right"] / max(1, same),
        "data": digest_of(_LABELS.read_bytes(), _INCIDENTS.read_bytes()),
    }


def _judged(one: Json, other: Json) -> str | None:
    """What a pair of labelled figures is: `right`, `false`, `missed`, `apart`."""
    if one["key"] is None and other["key"] is None:
        return None
    joined = one["series"] is not None and one["series"] == other["series"]
    same = one["key"] is not None and one["key"] == other["key"]
    if joined:
        return "right" if same else "false"
    return "missed" if same else "apart"


def _shown(one: Json) -> str:
    return f"{one['place']} [{one['words']}] key {one['key']}, series {one['label']}"


def _labelled(held: Sequence[Json]) -> tuple[list[Json], list[str | None]]:
    """The labelled figures of a story that are found, with series and key; and the keys of those
    that are not."""
    record, names = _record(_rows({(one["set"], one["id"]) for one in held}))
    of = {id_: one for one in record["series"] for id_ in one["points"]}
    texts = {article["id"]: article["text"] for article in record["articles"]}
    figures, lost = [], []
    for labelled in held:
        found = _at(record, names[labelled["id"]], labelled["number"])
        if found is None:
            lost.append(labelled["series"])
            continue
        series, text = of.get(found["id"]), texts[found["article"]]
        start, end = labelled["number"]
        figures.append(
            {
                "id": found["id"],
                "key": labelled["series"],
                "series": series["id"] if series else None,
                "label": series["label"] if series else None,
                "place": f"{labelled['id']}:{start}",
                "words": " ".join(text[max(0, start - 60) : end + 60].split()),
            }
        )
    return figures, lost


def _at(record: Json, article: str, number: Sequence[int]) -> Json | None:
    """The figure whose number stands at a place."""
    start, end = number
    for one in record["figures"]:
        if one["article"] == article and one["number"][0] < end and start < one["number"][1]:
            found: Json = one
            return found
    return None


def _lost_pairs(figures: Iterable[Json], lost: Iterable[str | None]) -> int:
    """Pairs of one key of which a figure is not found."""
    found = Counter(one["key"] for one in figures if one["key"] is not None)
    every = found + Counter(key for key in lost if key is not None)
    return sum(n * (n - 1) // 2 - found[key] * (found[key] - 1) // 2 for key, n in every.items())


def measure_incidents(wrong: list[str] | None = None) -> dict[str, float | str]:
    """Share of the incidents with differing counts of which a difference tells."""
    incidents = list(_read(_INCIDENTS))
    ids = {one["id"] for incident in incidents for one in incident["counts"]}
    record, names = _record(_rows({("fakes_syria", id_) for id_ in ids}))
    of = {id_: one["id"] for one in record["series"] for id_ in one["points"]}
    values = {one["id"]: {one["low"], one["high"]} for one in record["figures"]}
    told: dict[str, set[str]] = defaultdict(set)
    for incident in incidents:
        counts = defaultdict(set)
        for one in incident["counts"]:
            found = _at(record, names[one["id"]], one["number"])
            if found is not None and found["id"] in of:
                counts[of[found["id"]]].add((one["what"], one["thing"], one["value"]))
        told[incident["incident"]] = {
            one["reason"]
            for one in record["differences"]
            if one["left_figure"] and one["right_figure"]
            if _tells(
                counts[of.get(one["left_figure"], "")] | counts[of.get(one["right_figure"], "")],
                values[one["left_figure"]],
                values[one["right_figure"]],
            )
        }
    differing = [one for one in incidents if one["differs"]]
    between = [one for one in differing if one["between_articles"]]
    equal = [one for one in incidents if not one["differs"]]
    if wrong is not None:
        wrong += [
            f"not told: {one['incident']}"
            for one in differing
            if not told[one["incident"]] & _TELLING
        ]
        wrong += [
            f"told: {one['incident']}" for one in equal if "conflict" in told[one["incident"]]
        ]
    return {
        "incidents": len(differing),
        "incidents_told": _share(bool(told[one["incident"]] & _TELLING) for one in differing),
        "incidents_told_between": _share(bool(told[one["incident"]] & _TELLING) for one in between),
        "incidents_wrong": _share("conflict" in told[one["incident"]] for one in equal),
    }


def _tells(counts: set[tuple[str, str, float]], left: set[float], right: set[float]) -> bool:
    """Whether two numbers are those of two labelled counts of one thing and outcome."""
    return any(
        one[:2] == other[:2] and one[2] != other[2] and one[2] in left and other[2] in right
        for one in counts
        for other in counts
    )


def _share(true: Iterable[bool]) -> float:
    every = list(true)
    return sum(every) / max(1, len(every))


def _read(path: Path) -> Iterator[Json]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def _rows(wanted: set[tuple[str, str]]) -> list[Json]:
    return [
        row
        for name in sorted({name for name, _ in wanted})
        for row in read_rows(data_folder(name) / "articles.jsonl.gz")
        if (name, row["id"]) in wanted
    ]


def _record(rows: Sequence[Mapping[str, Any]]) -> tuple[Json, dict[str, str]]:
    """The record of some articles, given as JSON Lines; its articles by the ids of their rows."""
    with tempfile.TemporaryDirectory() as folder:
        pile = Path(folder) / "pile.jsonl"
        with pile.open("w", encoding="utf-8") as file:
            for row in rows:
                known = ("title", "text", "outlet", "published")
                given = {key: row[key] for key in known if row.get(key)}
                file.write(json.dumps(given, sort_keys=True) + "\n")
        record = onrecord.open(Path(folder) / "pile.db")
        record.add(pile)
        made: Json = record.to_dict()
    names: dict[str, str] = {}
    for article in made["articles"]:
        for name in article["names"]:
            names[rows[int(name.rpartition("#")[2]) - 1]["id"]] = article["id"]
    return made, names


def main() -> int:
    """Print the measures."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--errors", action="store_true", help="list what is wrong")
    wrong: list[str] | None = [] if parser.parse_args().errors else None
    try:
        measured = measure(wrong)
    except DataAbsent as absent:
        print(f"SKIPPED: {absent}", file=sys.stderr)
        return 1
    print("\n".join(wrong or ()))
    for key, value in measured.items():
        print(f"{key:24} {value:.4f}" if isinstance(value, float) else f"{key:24} {value}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
