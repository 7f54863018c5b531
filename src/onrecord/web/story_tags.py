"""The stories that a pile tells: which articles belong to each, and how the page names it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

type Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Stories:
    """The stories of a record."""

    looked_for: bool
    stories: tuple[Json, ...]
    """In the order of the record."""
    of: Mapping[str, str]
    """Tag of the story of each article, where there are several stories."""

    def tag(self, number: int) -> str:
        """The word by which a story is filtered; none is the beginning of another."""
        return f"story:{number + 1:0{len(str(len(self.stories)))}}"

    def tags(self, articles: Iterable[str]) -> str:
        """The tags of all stories that articles belong to; empty where there is one story."""
        if not self.of:
            return ""
        return " ".join(dict.fromkeys(self.of[a] for a in articles if a in self.of))


def select_stories(stories: Sequence[Json] | None) -> Stories:
    """The stories of a record as exported; null where they were not looked for."""
    found = tuple(stories or ())
    bare = Stories(stories is not None, found, {})
    if len(found) < 2:
        return bare
    of = {a: bare.tag(n) for n, story in enumerate(found) for a in story["articles"]}
    return Stories(bare.looked_for, found, of)
