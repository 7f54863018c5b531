"""The fitted model of attributions: its files, its parts."""

from __future__ import annotations

from importlib import resources

import numpy as np

from onrecord.analysis.attribution_model import (
    FILES,
    CueModel,
    attribution_model,
    attribution_model_digest,
    cue_model_bytes,
    cue_model_from,
)
from onrecord.analysis.attribution_trees import Trees, trees_from

_MOST_BYTES = 8_000_000


def test_the_files_are_small() -> None:
    """The files of the model hold at most 8 MB together, as they lie in the package."""
    folder = resources.files("onrecord.analysis").joinpath("models")
    assert sum(len(folder.joinpath(name).read_bytes()) for name in FILES) <= _MOST_BYTES


def test_no_feature_holds_text() -> None:
    """No feature holds a run of words: the model can give no sentence back."""
    model = attribution_model()
    assert not [name for name in model.cues.weights if len(name.split()) > 1]
    assert not [name for name in model.cues.rates if len(name.split()) > 1]


def test_the_digest_is_that_of_the_files() -> None:
    """The digest has eight hex digits and is the same at every call."""
    assert len(bytes.fromhex(attribution_model_digest())) == 4
    assert attribution_model_digest() == attribution_model_digest()


def test_a_cue_model_survives_its_file() -> None:
    """What is written is read again, and the same model gives the same bytes."""
    model = CueModel(
        rates={"say/V": 0.75, "claim/N": 0.5},
        never=frozenset({"be/V", "day/N"}),
        weights={"L=say": 2.5, "T=VBD": -0.25},
        bias=-1.5,
    )
    assert cue_model_from(cue_model_bytes(model)) == model
    assert cue_model_bytes(model) == cue_model_bytes(cue_model_from(cue_model_bytes(model)))


def test_trees_add_up_the_leaves() -> None:
    """Each row goes down each tree; at the threshold it goes left."""
    trees = Trees(
        roots=np.array([0, 3], dtype=np.intp),
        feature=np.array([1, 0, 0, 0, 0, 0, 0, 0], dtype=np.intp),
        threshold=np.array(
            [0.5, np.inf, np.inf, 2.0, np.inf, 7.0, np.inf, np.inf], dtype=np.float32
        ),
        left=np.array([1, 1, 2, 4, 4, 6, 6, 7], dtype=np.intp),
        value=np.array([0, 1, 2, 0, 10, 0, 20, 40], dtype=np.float32),
        depth=2,
    )
    rows = np.array([[2, 0.5], [3, 0.6], [8, 0.4]], dtype=np.float32)
    assert trees.score(rows).tolist() == [11, 22, 41]


def test_trees_survive_their_arrays() -> None:
    """Arrays of any number type become the same trees."""
    trees = trees_from(
        {
            "roots": np.array([0], dtype=np.int64),
            "feature": np.array([0, 0, 0], dtype=np.uint8),
            "threshold": np.array([1.5, np.inf, np.inf]),
            "left": np.array([1, 1, 2]),
            "value": np.array([0.0, -1.0, 1.0]),
            "depth": np.array(1),
        }
    )
    assert trees.score(np.array([[1.0], [2.0]], dtype=np.float32)).tolist() == [-1, 1]
