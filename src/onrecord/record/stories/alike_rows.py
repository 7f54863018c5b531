"""How alike events are: one event with all others at a time, so that no matrix is in memory."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.linking.same_event.event_text import Vector

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class AlikeRows:
    """The likenesses of events by their words and names; where one of two has no name, by words
    alone."""

    def __init__(self, told: Sequence[tuple[Vector, Vector]], names_weigh: float) -> None:
        """
        Args:
            told: the words and the names of each event, either of length one.
            names_weigh: what part of a likeness is that of the names.
        """
        import numpy as np  # noqa: PLC0415

        self._words = _Holders([words for words, _ in told])
        self._names = _Holders([names for _, names in told])
        self._nameless = np.array([not names for _, names in told], dtype=bool)
        self._names_weigh = names_weigh

    def row(self, place: int) -> NDArray[np.float64]:
        """How alike one event is to each."""
        import numpy as np  # noqa: PLC0415

        words = self._words.cosines(place)
        if self._nameless[place]:
            return words
        names = self._names.cosines(place)
        both = words * (1 - self._names_weigh) + names * self._names_weigh
        return np.where(self._nameless, words, both)


class _Holders:
    """Of each word that several hold, who does, and how much it weighs with each."""

    def __init__(self, vectors: Sequence[Vector]) -> None:
        import numpy as np  # noqa: PLC0415

        found: dict[str, tuple[list[int], list[float]]] = {}
        for place, vector in enumerate(vectors):
            for word, weight in vector.items():
                places, weights = found.setdefault(word, ([], []))
                places.append(place)
                weights.append(weight)
        self._vectors = vectors
        self._held = {
            word: (np.array(places, dtype=np.intp), np.array(weights))
            for word, (places, weights) in found.items()
            if len(places) > 1
        }

    def cosines(self, place: int) -> NDArray[np.float64]:
        """The cosines of one vector with all."""
        import numpy as np  # noqa: PLC0415

        vector = self._vectors[place]
        held = [(*self._held[word], vector[word]) for word in sorted(vector) if word in self._held]
        if not held:
            return np.zeros(len(self._vectors))
        places = np.concatenate([places for places, _, _ in held])
        shares = np.concatenate([weights * own for _, weights, own in held])
        return np.bincount(places, weights=shares, minlength=len(self._vectors))
