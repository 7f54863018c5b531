"""The judge of attributions: boosted trees fitted by LightGBM, kept as plain arrays."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray

_JUDGE: dict[str, Any] = {
    **{"objective": "binary", "learning_rate": 0.05, "num_leaves": 24, "max_depth": 7},
    **{"min_data_in_leaf": 60, "feature_fraction": 0.5, "bagging_fraction": 0.7},
    **{"bagging_freq": 1, "lambda_l2": 5.0, "seed": 7, "deterministic": True},
    **{"force_row_wise": True, "num_threads": 1, "verbose": -1},
}
_TREES = 300


def judge_bytes(found: Sequence[tuple[list[list[float]], list[bool]]]) -> bytes:
    """The judge fitted on rows of evidence and whether each is right, as the bytes of its file."""
    rows = np.array([row for part, _ in found for row in part], dtype=np.float32)
    right = np.array([one for _, part in found for one in part], dtype=np.int8)
    booster = lightgbm.train(_JUDGE, lightgbm.Dataset(rows, label=right), num_boost_round=_TREES)
    file = io.BytesIO()
    arrays: dict[str, Any] = tree_arrays(booster.dump_model()["tree_info"])
    np.savez_compressed(file, **arrays)
    return file.getvalue()


class _Nodes:
    """The nodes of all trees, a column each."""

    def __init__(self) -> None:
        self.feature: list[int] = []
        self.threshold: list[float] = []
        self.left: list[int] = []
        self.value: list[float] = []

    def add(self, number: int) -> int:
        """Add empty nodes; the number of the first."""
        first = len(self.feature)
        for column in (self.feature, self.threshold, self.left, self.value):
            column.extend([0] * number)
        return first

    def set(self, at: int, *, feature: int, threshold: float, left: int, value: float) -> None:
        """Fill one node."""
        self.feature[at], self.threshold[at] = feature, threshold
        self.left[at], self.value[at] = left, value


def tree_arrays(trees: Sequence[dict[str, Any]]) -> dict[str, NDArray[Any]]:
    """Trees as LightGBM tells of them, as the arrays of `Trees`."""
    nodes = _Nodes()
    roots, deepest = [], 0
    for tree in trees:
        roots.append(nodes.add(1))
        waiting = [(tree["tree_structure"], roots[-1], 0)]
        while waiting:
            node, at, depth = waiting.pop()
            deepest = max(deepest, depth)
            if "leaf_value" in node:
                nodes.set(at, feature=0, threshold=np.inf, left=at, value=node["leaf_value"])
                continue
            below = nodes.add(2)
            nodes.set(
                at,
                feature=node["split_feature"],
                threshold=node["threshold"],
                left=below,
                value=0.0,
            )
            waiting.append((node["left_child"], below, depth + 1))
            waiting.append((node["right_child"], below + 1, depth + 1))
    return {
        "roots": np.array(roots, dtype=np.int32),
        "feature": np.array(nodes.feature, dtype=np.uint8),
        "threshold": np.array(nodes.threshold, dtype=np.float32),
        "left": np.array(nodes.left, dtype=np.int32),
        "value": np.array(nodes.value, dtype=np.float32),
        "depth": np.array(deepest),
    }
