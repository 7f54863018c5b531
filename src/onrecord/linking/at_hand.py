"""What linking has read of the pile, that used last kept at hand while many articles are linked."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping


class AtHand[V]:
    """Values by their ids, so many of those used last."""

    def __init__(self, load: Callable[[str], V], most: int) -> None:
        """Nothing yet.

        Args:
            load: reads the value with an id from the pile.
            most: how many are kept.
        """
        self._load, self._most = load, most
        self._kept: OrderedDict[str, V] = OrderedDict()

    def read(self, id_: str) -> V:
        """The value with this id."""
        if id_ in self._kept:
            self._kept.move_to_end(id_)
            return self._kept[id_]
        return self.keep(id_, self._load(id_))

    def keep(self, id_: str, value: V) -> V:
        """Have a value at hand."""
        self._kept[id_] = value
        if len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return value

    def under(self, fresh: Mapping[str, V]) -> Callable[[str], V]:
        """Reads the value with an id, of those that the pile does not keep yet from `fresh`."""
        return lambda id_: fresh[id_] if id_ in fresh else self.read(id_)

    def forget(self, id_: str) -> None:
        """Read a value anew when it is next asked for."""
        self._kept.pop(id_, None)
