"""The fitted models of attributions, loaded from the package once a process.

`scripts/fit_attributions.py` makes the files; `docs/model-cards/attributions.md` tells of them.
"""

from __future__ import annotations

import gzip
import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import repeat
from typing import TYPE_CHECKING, Any

from onrecord.analysis.attribution_arguments import (
    CONTENT,
    SOURCE,
    CueView,
    argument_features,
    window_of,
)
from onrecord.analysis.attribution_choices import Reading
from onrecord.analysis.attribution_cues import cue_features, may_be_cue, rate_key
from onrecord.analysis.attribution_trees import Trees, trees_from
from onrecord.analysis.attribution_words import Words

if TYPE_CHECKING:
    from pycrfsuite import Tagger

CUES_FILE = "attribution_cues.npz"
ARGUMENTS_FILE = "attribution_arguments.crf.gz"
JUDGE_FILE = "attribution_judge.npz"
_LEAST_RATE = 0.02
"""A word that carries an attribution less often is taken for no cue."""
FILES = (CUES_FILE, ARGUMENTS_FILE, JUDGE_FILE)


@dataclass(frozen=True, slots=True, kw_only=True)
class CueModel:
    """Which words carry an attribution: a logistic model."""

    rates: Mapping[str, float]
    """`rate_key` of a word -> share of its uses that carry one."""
    never: frozenset[str]
    """`rate_key` of common words that never do."""
    weights: Mapping[str, float]
    bias: float

    def candidates(self, words: Words) -> list[int]:
        """The words that may carry an attribution: verbs, and what often enough did."""
        found = []
        for at in range(len(words)):
            if may_be_cue(words, at):
                key = rate_key(words, at)
                rate = self.rates.get(key)
                if key not in self.never and (
                    words.tag[at][:1] == "V" if rate is None else rate >= _LEAST_RATE
                ):
                    found.append(at)
        return found

    def logit(self, words: Words, at: int) -> float:
        """Logarithm of the odds that the word at `at` carries one."""
        features = cue_features(words, at, self.rates)
        return self.bias + sum(map(self.weights.get, features, repeat(0.0)))


@dataclass(frozen=True, slots=True)
class ArgumentModel:
    """What the words around a cue are to it: a conditional random field over a chain."""

    tagger: Tagger
    data: bytes
    """The model's file: the tagger reads in it and does not keep it alive itself."""

    def read(self, words: Words, cue: int, logit: float, own: dict[int, list[str]]) -> Reading:
        """How likely the words around a cue are its content, its source or more of the cue.

        Args:
            words: the paragraph.
            cue: number of the cue's word.
            logit: logarithm of the odds that it is one.
            own: features of words kept between the cues of the paragraph.
        """
        window = window_of(words, cue)
        tagger = self.tagger
        tagger.set(argument_features(CueView(words, cue, window), window, own))
        labels = tagger.tag()
        size = range(len(labels))
        return Reading(
            cue=cue,
            logit=logit,
            window=window,
            content=[tagger.marginal(CONTENT, n) for n in size],
            source=[tagger.marginal(SOURCE, n) for n in size],
            labels=labels,
            likelihood=tagger.probability(labels),
        )


@dataclass(frozen=True, slots=True)
class AttributionModel:
    """The three models together."""

    cues: CueModel
    arguments: ArgumentModel
    judge: Trees
    """Which ways to cut the content of which cue are right."""


@cache
def attribution_model() -> AttributionModel:
    """The model of the package, loaded at the first call."""
    judge = _arrays(_bytes(JUDGE_FILE))
    return AttributionModel(
        cue_model_from(_bytes(CUES_FILE)),
        argument_model_from(gzip.decompress(_bytes(ARGUMENTS_FILE))),
        trees_from(judge),
    )


@cache
def attribution_model_digest() -> str:
    """8 hex digits over the model files: what they say is a part of every result."""
    digest = hashlib.sha256()
    for name in FILES:
        digest.update(name.encode() + b"\0" + _bytes(name))
    return digest.hexdigest()[:8]


def cue_model_from(data: bytes) -> CueModel:
    """The model of cues that `cue_model_bytes` wrote."""
    arrays = _arrays(data)
    names, rated = _names(arrays["names"]), _names(arrays["rated"])
    return CueModel(
        rates=dict(zip(rated, arrays["rates"].astype("float64").tolist(), strict=True)),
        never=frozenset(_names(arrays["never"])),
        weights=dict(zip(names, arrays["weights"].astype("float64").tolist(), strict=True)),
        bias=float(arrays["bias"]),
    )


def cue_model_bytes(model: CueModel) -> bytes:
    """A model of cues as the bytes of its file; the same model gives the same bytes."""
    import numpy as np  # noqa: PLC0415

    file = io.BytesIO()
    names, rated = sorted(model.weights), sorted(model.rates)
    np.savez_compressed(
        file,
        names=_packed(names),
        weights=np.array([model.weights[name] for name in names], dtype=np.float16),
        rated=_packed(rated),
        rates=np.array([model.rates[name] for name in rated], dtype=np.float32),
        never=_packed(sorted(model.never)),
        bias=np.array(model.bias, dtype=np.float32),
    )
    return file.getvalue()


def argument_model_from(data: bytes) -> ArgumentModel:
    """The model of arguments in the bytes of a CRFsuite file."""
    from pycrfsuite import Tagger  # noqa: PLC0415

    tagger = Tagger()
    tagger.open_inmemory(data)
    return ArgumentModel(tagger, data)


def _bytes(name: str) -> bytes:
    return resources.files("onrecord.analysis").joinpath("models", name).read_bytes()


def _arrays(data: bytes) -> Mapping[str, Any]:
    import numpy as np  # noqa: PLC0415

    with np.load(io.BytesIO(data), allow_pickle=False) as file:
        return {name: file[name] for name in file.files}


def _packed(names: list[str]) -> Any:
    import numpy as np  # noqa: PLC0415

    return np.frombuffer("\0".join(names).encode(), dtype=np.uint8)


def _names(packed: Any) -> list[str]:
    return packed.tobytes().decode().split("\0") if packed.size else []
