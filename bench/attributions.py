"""How well attributions are found: content, source and both, and what that costs.

Data: `quotes/` under `ONRECORD_BENCH_DATA` (PolNeAR's development part) with its scorer, whose
docstring says what counts. An attribution is right when its content overlaps the marked one by
0.8 or more, in letters, and its source holds the head of the marked source. PolNeAR marks no
attribution within another, so those that lie `within` one are left out.

The documents go the way of `onrecord.find_attributions`: all of a text is an article's words.

Cost: processor time of the drafts of each paragraph as a share of the bare parse of the same
paragraphs in the same run; what the article's level adds is not in it.

Run: `python bench/attributions.py`
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import batched
from typing import Any

from data import DataAbsent, data_folder, digest_of, read_rows
from onrecord.analysis.attribution_finder import find_drafts
from onrecord.analysis.model import load_model
from onrecord.analysis.quotations import find_quotations
from onrecord.analysis.steps import MODEL_COMPONENTS
from onrecord.lone_text import Attribution, analyze_many
from onrecord.lone_text.reading import as_article
from onrecord.settings import Settings

_GOLD = "polnear_dev.jsonl.gz"
_BATCH = 16
_TYPES = ("direct", "mixed", "indirect")

type Score = Callable[..., dict[str, Any]]


def measure() -> dict[str, float | str]:
    """The measures of all attributions and of statements, by type, and the cost."""
    folder = data_folder("quotes")
    gold = list(read_rows(folder / _GOLD))
    found = list(_found(gold))
    score = _scorer()
    overall, statements = score(gold, found, False), score(gold, found, True)
    return {
        "attribution_f1": overall["attribution"]["f1"] / 100,
        "attribution_precision": overall["attribution"]["p"] / 100,
        "attribution_recall": overall["attribution"]["r"] / 100,
        "statement_f1": statements["attribution"]["f1"] / 100,
        "content_f1": overall["content_80"]["f1"] / 100,
        "speaker_accuracy": overall["speaker_accuracy"] / 100,
        "direct_covered": overall["direct_recall_covered"] / 100,
        **{f"{kind}_f1": overall["by_type"][kind]["attribution"]["f1"] / 100 for kind in _TYPES},
        **_cost(gold),
        "data": digest_of((folder / _GOLD).read_bytes(), (folder / "score.py").read_bytes()),
    }


def _scorer() -> Score:
    """The function `score` of the data's own scorer."""
    path = data_folder("quotes") / "score.py"
    spec = importlib.util.spec_from_file_location("quotes_score", path)
    if spec is None or spec.loader is None:
        raise DataAbsent(f"no scorer at {path}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    score: Score = module.score
    return score


def _found(gold: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The outermost attributions of each document, as the scorer takes them."""
    gold = list(gold)
    for row, found in zip(gold, analyze_many(row["text"] for row in gold), strict=True):
        outermost = [one for one in found.attributions if one.within is None]
        yield {"id": row["id"], "quotes": [_quote(one) for one in outermost]}


def _quote(one: Attribution) -> dict[str, Any]:
    return {
        "content": [list(place) for place in one.content],
        "source": [list(one.source)] if one.source else None,
    }


def _cost(gold: Sequence[dict[str, Any]]) -> dict[str, float]:
    """Processor time of the drafts beside that of the parse."""
    nlp = load_model(Settings().model, MODEL_COMPONENTS).nlp
    find_drafts(nlp("“What is loaded when first needed is no part of it,” she said."), [])
    words, parse, drafts = 0, 0.0, 0.0
    for batch in batched(gold, _BATCH):
        texts = [
            row["text"][p.start : p.end].strip()
            for row in batch
            for p in as_article(row["text"]).paragraphs
        ]
        began = time.process_time()
        with nlp.memory_zone():
            docs = list(nlp.pipe(texts, batch_size=128))
            parse += time.process_time() - began
            words += sum(not token.is_space for doc in docs for token in doc)
            began = time.process_time()
            for doc in docs:
                find_drafts(doc, find_quotations(doc.text))
            drafts += time.process_time() - began
            del docs
    return {
        "words": words,
        "share_of_parse": drafts / parse,
        "words_per_second": words / (parse + drafts),
    }


def main() -> int:
    """Print the measures; 0 also where the data is absent, with a loud line."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    try:
        result = measure()
    except DataAbsent as absent:
        print(f"SKIPPED attributions: {absent}", file=sys.stderr)
        return 0
    print(
        "polnear_dev",
        json.dumps({k: round(v, 4) if isinstance(v, float) else v for k, v in result.items()}),
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
