"""Quality floors: every measure against its floor in `floors.json`; a floor only rises.

Each measure says which data it is of by a digest; a floor holds only for its own data. Where
the data is absent, a floor is skipped with a loud line, not passed. Ratios of time are measured
against a peer in the same run.

Run: `python bench/floors.py` (a few minutes), `--full` (whole sets), `--raise` (write better
values into `floors.json`).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import agency_credits
import article_extraction
import attributions
import containers
import copies
import differences
import figures
import figures_syria
import names
import news
import paragraph_roles
import pdf_extraction
import publication_dates
import series
import speakers
import speed
import stage_shares
import time_expressions
import timeline
import wordings
from data import DataAbsent, data_folder

_HERE = Path(__file__).resolve().parent
_FLOORS = _HERE / "floors.json"
_QUALITY = _HERE.parent / "src" / "onrecord" / "record" / "quality.json"
_MARGIN = {"ratio_to_bare": 0.85, "again_times_faster": 0.5, "ratio_to_peer": 0.99}
"""A raised floor of a ratio keeps this share of what was measured: machines are noisy."""


def _extraction(_: bool) -> dict[str, Any]:
    result = article_extraction.measure(data_folder("article_extraction"))
    scores: Any = result["scores"]
    ours, peer = scores["onrecord"]["f1"], scores["trafilatura-precision"]["f1"]
    return {"f1": ours, "peer_f1": peer, "ratio_to_peer": ours / peer, "data": result["data"]}


def _printed(full: bool) -> Mapping[str, Any]:
    if not full:
        raise DataAbsent("printing takes minutes; measured with --full")
    return pdf_extraction.measure(data_folder("article_extraction"), part="measured")


def _timeline(full: bool) -> Mapping[str, Any]:
    if not full:
        raise DataAbsent("parsing 2,541 articles takes minutes; measured with --full")
    return timeline.measure(original=True)


def _names(full: bool) -> Mapping[str, Any]:
    if not full:
        raise DataAbsent("parsing 1,102 articles takes minutes; measured with --full")
    return {
        key: value / 100 if isinstance(value, float) else value
        for key, value in names.measure().items()
    }


def _speakers(full: bool) -> Mapping[str, Any]:
    if not full:
        raise DataAbsent("parsing the labelled articles takes minutes; measured with --full")
    return speakers.measure()


def _differences(full: bool) -> Mapping[str, Any]:
    if not full:
        raise DataAbsent("making a record of every event takes minutes; measured with --full")
    return differences.measure_conflicts()


def _news(full: bool) -> Mapping[str, Any]:
    if not full:
        raise DataAbsent("parsing a topic takes two minutes; measured with --full")
    return news.measure()


MEASURES: Mapping[str, Callable[[bool], Mapping[str, Any]]] = {
    "article_extraction": _extraction,
    "paragraph_roles_dev": lambda _: paragraph_roles.measure("dev"),
    "paragraph_roles_test": lambda _: paragraph_roles.measure("test"),
    "agency_credits_polnear": lambda _: agency_credits.measure(),
    "agency_credits_wire_copy": lambda _: agency_credits.measure_wire_copy(),
    "time_expressions": lambda _: time_expressions.measure(),
    "publication_dates": lambda _: publication_dates.measure_sample(),
    "timeline": _timeline,
    "attributions": lambda _: attributions.measure(),
    "speakers": _speakers,
    "names": _names,
    "wordings": lambda _: wordings.measure(),
    "figures": lambda _: figures.measure(),
    "figures_syria": lambda _: figures_syria.measure(),
    "series": lambda _: series.measure(),
    "copies": lambda _: copies.measure(),
    "differences": _differences,
    "news": _news,
    "stage_shares": lambda full: stage_shares.measure(150 if full else 60),
    "pdf_extraction": _printed,
    "containers": lambda full: containers.measure_growth(10_000 if full else 1_000),
    "speed": lambda full: speed.measure(None if full else 150),
}
"""Name of a measure -> what takes it; True for the whole set."""


_SECONDS = frozenset({"help_seconds", "articles_seconds"})
"""Ceilings in seconds, checked only with `--full`, on a machine that does nothing else."""


def check(
    name: str, values: Mapping[str, Any], floor: Mapping[str, Any], *, full: bool
) -> list[str]:
    """What of one measure is under its floor, or over its ceiling (`body_lost`)."""
    if floor["data"] != values["data"] and name != "speed":
        return [f"{name}: measured on other data ({values['data']}) than its floor"]
    under = [
        f"{name}: {key} {values[key]:.4f} is under its floor {least}"
        for key, least in floor.get("least", {}).items()
        if values[key] < least
    ]
    over = [
        f"{name}: {key} {values[key]:.4f} is over its ceiling {most}"
        for key, most in floor.get("most", {}).items()
        if values[key] > most and (full or key not in _SECONDS)
    ]
    return under + over


def raised(values: Mapping[str, Any], floor: Mapping[str, Any]) -> dict[str, Any]:
    """The floor with better values in the place of worse ones."""
    least = {
        key: max(old, round(values[key] * _MARGIN.get(key, 1.0) - 0.00005, 4))
        for key, old in floor.get("least", {}).items()
    }
    most = {
        key: min(old, round(values[key] + 0.00005, 4)) if key == "body_lost" else old
        for key, old in floor.get("most", {}).items()
    }
    return {"data": values["data"], "least": least, "most": most}


_SHOWN = (
    (
        "paragraph roles",
        "lines right, 20 held-out raw pages",
        "paragraph_roles_test",
        "lines_right",
    ),
    (
        "paragraph roles",
        "body set aside as residue, the same pages",
        "paragraph_roles_test",
        "body_lost",
    ),
    ("agency credit", "precision, 792 articles of PolNeAR", "agency_credits_polnear", "precision"),
    ("agency credit", "recall, the same articles", "agency_credits_polnear", "recall"),
    (
        "time expressions",
        "value F1 (TempEval-3), 256 documents of TimeBank and AQUAINT",
        "time_expressions",
        "value_f1",
    ),
    (
        "attributions",
        "recall of direct quotations (80 % of their letters), 84 articles of PolNeAR",
        "attributions",
        "direct_covered",
    ),
    (
        "attributions",
        "F1 of statements with the right source, the same articles",
        "attributions",
        "statement_f1",
    ),
    ("names", "B-cubed precision, named mentions of ECB+", "names", "ecbplus_precision"),
    ("names", "B-cubed recall, the same mentions", "names", "ecbplus_recall"),
    ("figures", "precision, 20 labelled articles, 170 figures", "figures", "precision"),
    ("figures", "recall, the same articles", "figures", "recall"),
    ("figures", "days right to the day, the same articles", "figures", "as_of_right"),
    ("series", "pairwise precision, the same articles", "series", "pair_precision"),
    ("series", "pairwise recall, the same articles", "series", "pair_recall"),
    ("wordings", "precision, 60 pairs labelled last", "wordings", "precision_second"),
    ("wordings", "recall, the same pairs", "wordings", "recall_second"),
    ("copies", "pair F1, 120 labelled and 840 made pairs", "copies", "f1"),
    ("copies", "pair F1, the labelled ones alone", "copies", "f1_labelled"),
    ("body of saved pages", "F1 of 4-grams, 181 pages", "article_extraction", "f1"),
)
"""What the colophon of a page shows: finder, measure, name of the measure here, key."""


def write_quality(measured: Mapping[str, Mapping[str, Any]]) -> None:
    """Write what was measured into the package, for the colophon; what was not keeps its row."""
    before = {
        (row["what"], row["measure"]): row
        for row in json.loads(_QUALITY.read_text(encoding="utf-8"))
    }
    rows = [
        {
            "what": what,
            "measure": measure,
            "value": round(measured[name][key], 4),
            "data": measured[name]["data"],
        }
        if name in measured
        else before[what, measure]
        for what, measure, name, key in _SHOWN
        if name in measured or (what, measure) in before
    ]
    lines = ",\n".join(json.dumps(row) for row in rows)
    _QUALITY.write_text(f"[\n{lines}\n]\n", "utf-8")


def main() -> int:
    """Measure and compare; 1 where anything is under its floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--raise", dest="raise_floors", action="store_true")
    parser.add_argument("--only", help="one measure")
    arguments = parser.parse_args()
    floors = json.loads(_FLOORS.read_text("utf-8"))
    failures: list[str] = []
    measured: dict[str, Mapping[str, Any]] = {}
    for name, take in MEASURES.items():
        if arguments.only and name != arguments.only:
            continue
        try:
            values = take(arguments.full)
        except DataAbsent as absent:
            print(f"*** SKIPPED, NOT PASSED: {name}: {absent}", file=sys.stderr)
            continue
        print(
            name,
            json.dumps({k: round(v, 4) if isinstance(v, float) else v for k, v in values.items()}),
        )
        measured[name] = values
        if arguments.raise_floors:
            floors[name] = raised(values, floors[name])
        else:
            failures += check(name, values, floors[name], full=arguments.full)
    if arguments.raise_floors:
        _FLOORS.write_text(json.dumps(floors, indent=1) + "\n", "utf-8")
        write_quality(measured)
    for failure in failures:
        print(f"*** {failure}", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
