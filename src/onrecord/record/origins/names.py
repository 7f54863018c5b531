"""One name for every medium of a pile."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.lexicon.media import Medium


@dataclass(frozen=True, slots=True)
class MediaNames:
    """By a medium's key the name that it is shown by: the agency's code, the data file's, else the
    one that the first article of the record prints, a name before an address."""

    _names: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, media: Iterable[Medium | None]) -> MediaNames:
        """Of the outlets of a pile, in the order of the record."""
        names: dict[str, str] = {}
        for one in media:
            if one is None:
                continue
            known = names.get(one.key)
            if known is None or ("." in known and "." not in one.name):
                names[one.key] = one.name
        return cls(names)

    def name(self, medium: Medium) -> str:
        """The name of a medium."""
        return self._names.get(medium.key, medium.name)
