"""Fit the models of attributions on PolNeAR's training part and write them into the package.

Data: `quotes/` under `ONRECORD_BENCH_DATA`. Only weights are kept, of features that hold one
word, or two of which one is of a closed class. Steps:

1. every paragraph parsed by the package's own language model;
2. the models of cues and of arguments fitted without each of some folds of documents;
3. what they say of the documents that they have not seen: words that never come near to being a
   cue, and the ways to cut a content, each right or wrong; the judge is fitted on these;
4. the first two fitted anew on everything.

The same data gives the same files. Takes half an hour and 4 GB; needs scikit-learn and lightgbm,
which the package does not.

Run: `python scripts/fit_attributions.py` (writes into `src/onrecord/analysis/models`).
"""

from __future__ import annotations

import gzip
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from math import log
from pathlib import Path
from typing import Any

import numpy as np
import pycrfsuite
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

_ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(_ROOT / "bench"))

from attribution_gold import (  # noqa: E402
    Gold,
    MarkedParagraph,
    fold_of,
    marked_paragraphs,
    read_rows,
)
from attribution_judge import judge_bytes  # noqa: E402

from data import data_folder  # noqa: E402
from onrecord.analysis.attribution_arguments import (  # noqa: E402
    CONTENT,
    CUE,
    NONE,
    SOURCE,
    CueView,
    Window,
    argument_features,
    window_of,
)
from onrecord.analysis.attribution_choices import ways_to_cut  # noqa: E402
from onrecord.analysis.attribution_cues import cue_features, rate_key  # noqa: E402
from onrecord.analysis.attribution_evidence import evidence, surroundings  # noqa: E402
from onrecord.analysis.attribution_finder import (  # noqa: E402
    CUE_LOGIT,
    find_readings,
    source_words,
    words_of,
)
from onrecord.analysis.attribution_model import (  # noqa: E402
    ARGUMENTS_FILE,
    CUES_FILE,
    JUDGE_FILE,
    AttributionModel,
    CueModel,
    argument_model_from,
    cue_model_bytes,
)
from onrecord.analysis.attribution_trees import Trees  # noqa: E402
from onrecord.analysis.attribution_words import Words  # noqa: E402
from onrecord.settings import load_settings  # noqa: E402

_OUT = _ROOT / "src" / "onrecord" / "analysis" / "models"
_FOLDS = 3
_FEWEST = 4
"""Times that a feature of a cue must be seen to be kept."""
_SMOOTHING = 3.0
_COMMON = 20
"""Uses of a word without any cue after which it is taken for none."""
_LEAST_WEIGHT = 0.01
_SEEN = 10
"""Uses in unseen documents after which a word that never came near to being a cue is skipped."""
_JUDGED_LOGIT = log(0.12 / 0.88)
"""The judge is fitted on less likely cues than it judges: without their mistakes it gets worse."""
_RIGHT = 0.8
"""Overlap with the marked content from which a way to cut it is right."""
_CUES: dict[str, Any] = {"C": 0.1, "max_iter": 150}
_ARGUMENTS: dict[str, Any] = {
    **{"c1": 0.3, "c2": 0.3, "max_iterations": 80},
    **{"feature.minfreq": 4, "feature.possible_transitions": True},
}


def fit_cues(paragraphs: Sequence[MarkedParagraph]) -> CueModel:
    """The model of which words carry an attribution."""
    rates, never = _rates(paragraphs)
    bare = CueModel(rates=rates, never=never, weights={}, bias=0.0)
    rows: list[list[str]] = []
    marked: list[bool] = []
    for one in paragraphs:
        anchors = {gold.anchor for gold in one.gold}
        for at in bare.candidates(one.words):
            rows.append(cue_features(one.words, at, rates))
            marked.append(at in anchors)
    seen = Counter(feature for row in rows for feature in row)
    columns = {name: n for n, name in enumerate(sorted(k for k, v in seen.items() if v >= _FEWEST))}
    fitted = LogisticRegression(**_CUES).fit(_matrix(rows, columns), np.array(marked))
    weights = fitted.coef_[0].tolist()
    kept = {name: weights[n] for name, n in columns.items() if abs(weights[n]) > _LEAST_WEIGHT}
    return CueModel(rates=rates, never=never, weights=kept, bias=float(fitted.intercept_[0]))


def _rates(paragraphs: Sequence[MarkedParagraph]) -> tuple[dict[str, float], frozenset[str]]:
    uses: Counter[str] = Counter()
    cues: Counter[str] = Counter()
    for one in paragraphs:
        uses.update(rate_key(one.words, at) for at in range(len(one.words)))
        cues.update(rate_key(one.words, gold.anchor) for gold in one.gold)
    rates = {key: round(n / (uses[key] + _SMOOTHING), 4) for key, n in cues.items() if n > 1}
    return rates, frozenset(key for key, n in uses.items() if n >= _COMMON and not cues[key])


def _matrix(rows: Sequence[Sequence[str]], columns: dict[str, int]) -> csr_matrix:
    held = [sorted({columns[name] for name in row if name in columns}) for row in rows]
    bounds = np.cumsum([0, *map(len, held)])
    numbers = np.fromiter((n for row in held for n in row), dtype=np.int32)
    ones = np.ones(len(numbers), dtype=np.float32)
    return csr_matrix((ones, numbers, bounds), shape=(len(rows), len(columns)))


def fit_arguments(paragraphs: Sequence[MarkedParagraph]) -> bytes:
    """The model of what the words around a cue are to it, as CRFsuite writes it."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for one in paragraphs:
        own: dict[int, list[str]] = {}
        for gold in one.gold:
            if gold.content:
                window = window_of(one.words, gold.anchor)
                view = CueView(one.words, gold.anchor, window)
                trainer.append(argument_features(view, window, own), _labels(gold, window))
    trainer.set_params(_ARGUMENTS)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "arguments.crf"
        trainer.train(str(path))
        return path.read_bytes()


def _labels(gold: Gold, window: Window) -> list[str]:
    of = ((gold.cue, CUE), (gold.source, SOURCE), (gold.content, CONTENT))
    return [
        next((label for numbers, label in of if at in numbers), NONE)
        for at in range(window.start, window.end)
    ]


def judged_rows(
    paragraphs: Sequence[MarkedParagraph], model: AttributionModel
) -> Iterator[tuple[list[list[float]], list[bool]]]:
    """The ways to cut the contents of paragraphs that the models have not seen, right or wrong."""
    for one in paragraphs:
        readings = find_readings(one.words, model, least=_JUDGED_LOGIT)
        for reading in readings:
            ways = ways_to_cut(one.words, reading, near=0.0)
            around = surroundings(readings, reading)
            source = frozenset(source_words(one.words, reading))
            offset = reading.window.start
            yield (
                evidence(one.words, reading, ways, around, model.cues.rates),
                [is_right(one, words_of(way.words, offset), source) for way in ways],
            )


def strongest(paragraphs: Iterable[MarkedParagraph], cues: CueModel) -> Iterator[tuple[str, float]]:
    """`rate_key` of each candidate of unseen paragraphs, with its logit."""
    for one in paragraphs:
        for at in cues.candidates(one.words):
            yield rate_key(one.words, at), cues.logit(one.words, at)


def never_near(logits: Iterable[tuple[str, float]]) -> frozenset[str]:
    """The words that are seen often enough and never came near to being a cue."""
    uses: Counter[str] = Counter()
    best: dict[str, float] = {}
    for key, logit in logits:
        uses[key] += 1
        best[key] = max(logit, best.get(key, logit))
    return frozenset(key for key, n in uses.items() if n >= _SEEN and best[key] < CUE_LOGIT)


def is_right(paragraph: MarkedParagraph, content: frozenset[int], source: frozenset[int]) -> bool:
    """Whether content and source are those of a marked attribution, as the data's scorer counts."""
    words = paragraph.words
    for gold in paragraph.gold:
        shared = _size(words, content & gold.content)
        largest = max(_size(words, content), _size(words, gold.content), 1)
        if shared >= _RIGHT * largest:
            if not gold.source or not source:
                return not gold.source and not source
            inside = _size(words, source & gold.source) >= _size(words, source) / 2
            return gold.source_head <= source and inside
    return False


def _size(words: Words, numbers: frozenset[int]) -> int:
    return sum(words.letters[n] for n in numbers)


def _no_trees() -> Trees:
    nothing = np.zeros(1, dtype=np.intp)
    return Trees(nothing, nothing, nothing.astype(np.float32), nothing, np.zeros(1, np.float32), 0)


def main() -> int:
    """Fit and write the three files."""
    rows = read_rows(data_folder("quotes") / "polnear_train.jsonl.gz")
    paragraphs = list(marked_paragraphs(rows, load_settings().model))
    print(f"{len(paragraphs)} paragraphs", flush=True)
    found: list[tuple[list[list[float]], list[bool]]] = []
    logits: list[tuple[str, float]] = []
    for fold in range(_FOLDS):
        seen = [p for p in paragraphs if fold_of(p.document, _FOLDS) != fold]
        unseen = [p for p in paragraphs if fold_of(p.document, _FOLDS) == fold]
        cues, arguments = fit_cues(seen), argument_model_from(fit_arguments(seen))
        found += judged_rows(unseen, AttributionModel(cues, arguments, _no_trees()))
        logits += strongest(unseen, cues)
        print(f"fold {fold}: {len(found)} cues", flush=True)
    _write(JUDGE_FILE, judge_bytes(found))
    cues = fit_cues(paragraphs)
    _write(CUES_FILE, cue_model_bytes(replace(cues, never=cues.never | never_near(logits))))
    packed = gzip.compress(fit_arguments(paragraphs), compresslevel=9, mtime=0)
    _write(ARGUMENTS_FILE, packed)
    return 0


def _write(name: str, data: bytes) -> None:
    _OUT.mkdir(exist_ok=True)
    (_OUT / name).write_bytes(data)
    print(name, len(data), flush=True)


if __name__ == "__main__":
    sys.exit(main())
