"""How well time expressions are found and resolved, and what that costs beside the parse.

Data: `temporal/` under `ONRECORD_BENCH_DATA`, with its scorer: TimeBank and AQUAINT as TempEval-3
cleaned them (256 documents). Value F1 is TempEval-3's ranking measure: of the expressions that
overlap one of the other side, those whose TIMEX3 value is letter by letter the same; counted
over all documents together (micro average). Nothing is trained, so the five folds (by a hash of
the document's id) only show how far parts of the data differ. A document's paragraphs are its
blocks between blank lines, and it counts from the day on which it was made.

Cost: processor time of finding, linking and resolving as a share of the bare parse of the same
paragraphs in the same run.

`--meantime` measures the articles of MEANTIME instead, which are kept aside: aggregates only.

Run: `python bench/time_expressions.py [--meantime]`
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import batched
from pathlib import Path
from typing import Any

from data import DataAbsent, data_folder, digest_of, read_rows
from onrecord.analysis.model import load_model
from onrecord.analysis.steps import MODEL_COMPONENTS
from onrecord.analysis.time_references import link_references
from onrecord.analysis.times import find_times
from onrecord.settings import Settings
from onrecord.values.days import DayInterval
from onrecord.values.times import TimeExpression, moved, resolve_all

_TBAQ = ("tbaq_train.jsonl.gz", "tbaq_dev.jsonl.gz")
_MEANTIME = ("meantime_airbus_apple.jsonl.gz",)
_FOLDS = 5
_BLOCK = re.compile(r"\S(?:[^\n]|\n(?!\s*\n))*")
_BATCH = 16
"""Documents parsed together."""

type Score = Callable[[Sequence[dict[str, Any]], Sequence[dict[str, Any]]], dict[str, Any]]


@dataclass(slots=True)
class Cost:
    """Processor seconds of the two sides, and the words that both read."""

    words: int = 0
    parse: float = 0.0
    times: float = 0.0


@dataclass(slots=True)
class Read:
    """Documents with what was found in them, as the scorer takes it."""

    gold: list[dict[str, Any]] = field(default_factory=list)
    found: list[dict[str, Any]] = field(default_factory=list)
    cost: Cost = field(default_factory=Cost)


def measure() -> dict[str, float | str]:
    """Value F1 over TimeBank and AQUAINT together, of each, and of each fold; and the cost."""
    folder = data_folder("temporal")
    score, read = _scorer(folder), _read(_documents(folder, _TBAQ))
    overall = _counts(score, read, lambda _: True)
    return {
        "documents": overall["docs"],
        "words": read.cost.words,
        "value_f1": _f1(overall, "value"),
        "relaxed_f1": _f1(overall, "relaxed"),
        "strict_f1": _f1(overall, "strict"),
        "type_f1": _f1(overall, "type"),
        "value_f1_timebank": _value_f1(score, read, lambda d: d["corpus"] == "timebank"),
        "value_f1_aquaint": _value_f1(score, read, lambda d: d["corpus"] == "aquaint"),
        **{f"value_f1_fold_{n}": _value_f1(score, read, _of_fold(n)) for n in range(_FOLDS)},
        "share_of_parse": read.cost.times / read.cost.parse,
        "data": _digest(folder, _TBAQ),
    }


def measure_meantime() -> dict[str, float | str]:
    """The same over the articles of MEANTIME, whose datelines are not scored."""
    folder = data_folder("temporal")
    score, read = _scorer(folder), _read(_documents(folder, _MEANTIME))
    counts = _counts(score, read, lambda _: True)
    return {
        "documents": counts["docs"],
        "value_f1": _f1(counts, "value"),
        "relaxed_f1": _f1(counts, "relaxed"),
        "strict_f1": _f1(counts, "strict"),
        "type_f1": _f1(counts, "type"),
        "data": _digest(folder, _MEANTIME),
    }


def fold_of(document: str) -> int:
    """The fold of a document: by a hash of its id."""
    return int(hashlib.md5(document.encode(), usedforsecurity=False).hexdigest(), 16) % _FOLDS


def _of_fold(number: int) -> Callable[[dict[str, Any]], bool]:
    return lambda document: fold_of(document["id"]) == number


def _documents(folder: Path, names: Iterable[str]) -> Iterator[dict[str, Any]]:
    for name in names:
        yield from read_rows(folder / name)


def _digest(folder: Path, names: Iterable[str]) -> str:
    return digest_of(*((folder / name).read_bytes() for name in (*names, "score.py")))


def _scorer(folder: Path) -> Score:
    """The function `score` of the data's own scorer."""
    spec = importlib.util.spec_from_file_location("temporal_score", folder / "score.py")
    if spec is None or spec.loader is None:
        raise DataAbsent(f"no scorer in {folder}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    score: Score = module.score
    return score


def _counts(score: Score, read: Read, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, int]:
    gold = [document for document in read.gold if wanted(document)]
    counts: dict[str, int] = score(gold, read.found)["counts"]
    return counts


def _f1(counts: dict[str, int], right: str) -> float:
    return 2 * counts[right] / max(1, counts["gold"] + counts["sys"])


def _value_f1(score: Score, read: Read, wanted: Callable[[dict[str, Any]], bool]) -> float:
    return _f1(_counts(score, read, wanted), "value")


def _read(documents: Iterable[dict[str, Any]]) -> Read:
    """Every document with its expressions, both sides timed."""
    nlp = load_model(Settings().model, MODEL_COMPONENTS).nlp
    find_times(nlp("What is loaded when first needed on Monday is no part of the measure."))
    read = Read()
    for batch in batched(documents, _BATCH):
        blocks = [list(_BLOCK.finditer(document["text"])) for document in batch]
        began = time.process_time()
        with nlp.memory_zone():
            parsed = iter(list(nlp.pipe(m[0] for matches in blocks for m in matches)))
            read.cost.parse += time.process_time() - began
            for document, matches in zip(batch, blocks, strict=True):
                docs = [(match.start(), next(parsed)) for match in matches]
                read.cost.words += sum(not t.is_space for _, doc in docs for t in doc)
                began = time.process_time()
                found = _expressions(docs, document["dct"])
                read.cost.times += time.process_time() - began
                read.gold.append(document)
                read.found.append({"id": document["id"], "timex": found})
    return read


def _expressions(docs: Sequence[tuple[int, Any]], made: str) -> list[dict[str, Any]]:
    """What is found in the paragraphs of one document, counted from the day it was made."""
    times: list[TimeExpression] = []
    for start, doc in docs:
        times += [moved(one, start) for one in find_times(doc)]
    linked = link_references(times)
    resolved = resolve_all(linked, DayInterval.on(date.fromisoformat(made[:10])))
    return [
        {
            "start": one.span.start,
            "end": one.span.end,
            "type": one.type.value,
            "value": result.value,
        }
        for one, result in zip(linked, resolved, strict=True)
    ]


def main() -> int:
    """Print the measures; 0 also where the data is absent, with a loud line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--meantime", action="store_true", help="the articles kept aside instead")
    arguments = parser.parse_args()
    try:
        result = measure_meantime() if arguments.meantime else measure()
    except DataAbsent as absent:
        print(f"SKIPPED time_expressions: {absent}", file=sys.stderr)
        return 0
    print(
        "meantime" if arguments.meantime else "tbaq",
        json.dumps({k: round(v, 4) if isinstance(v, float) else v for k, v in result.items()}),
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
