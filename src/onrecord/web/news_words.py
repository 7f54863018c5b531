"""The words of news as a line of the list has them, and where they lead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from onrecord.values.days import DayInterval
from onrecord.web.chains import Chains
from onrecord.web.datewords import read_days
from onrecord.web.index import RecordIndex
from onrecord.web.quotes import Quote, quote

type Json = Mapping[str, Any]

_LONGEST = 170
"""Most characters of an item."""


class NewsWords:
    """Reads the words and the places of news."""

    def __init__(self, index: RecordIndex) -> None:
        self._index = index
        self._chains = Chains(index)
        attributions = index.record.get("attributions") or ()
        self._said: dict[tuple[str, int], str] = {}
        for one in attributions:
            for start, _ in one["content"]:
                self._said.setdefault((one["article"], start), one["id"])
        figures = index.figures.by_id.values()
        self._figures = {(f["article"], f["start"], f["end"]): f["id"] for f in figures}

    def of(self, anchor: Json, kind: str) -> Quote:
        """The words of an item, cut between two words where they are long."""
        if anchor["article"] not in self._index.by_id:
            return Quote(pieces=(), cut_before=False, cut_after=False, language=None)
        text: str = self._index.by_id[anchor["article"]]["text"]
        start, end = anchor["start"], anchor["end"]
        if kind == "statement":
            start, end = _with_marks(text, start, end)
        cut = end
        if end - start > _LONGEST:
            space = text.rfind(" ", start, start + _LONGEST)
            cut = space if space > start else start + _LONGEST
        found = quote(self._index, anchor["article"], (start, cut))
        return replace(found, cut_after=bool(found.pieces) and (found.cut_after or cut < end))

    def plain(self, anchor: Json) -> str:
        """The words of an anchor on one line, where the page may show all of them."""
        return self._chains.shown(anchor["article"], anchor["start"], anchor["end"])

    def days(self, figure: Json) -> DayInterval:
        """The days for which a figure is told."""
        return read_days(figure["as_of"])

    def href(self, added: Json) -> str:
        """Where the page shows the thing itself with all its evidence; else its place."""
        index, anchor = self._index, added["anchor"]
        about, kind = str(added.get("about") or ""), added["kind"]
        place = (anchor["article"], anchor["start"], anchor["end"])
        key = None
        if kind == "event":
            key = index.timeline.keys.get(about)
        elif kind == "figure":
            key = index.figures.keys.get(self._figures.get(place, ""))
        elif kind == "name":
            key = index.names.keys.get(about)
        elif kind == "difference":
            key = index.differences.keys.get(about)
        elif kind == "statement":
            said = index.said.of.get(self._said.get((place[0], place[1]), ""), "")
            key = index.said.by_id[said].key if said in index.said.by_id else None
        return f"#{key}" if key else index.href(place[0], place[1]) or ""


_OPENING, _CLOSING = "\"“‘'«„‚", "\"”’'»“‘"


def _with_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """The words of a statement with the quotation marks right around them."""
    if start > 0 and text[start - 1] in _OPENING:
        start -= 1
    if (
        end < len(text)
        and text[end] in ",.!?"
        and end + 1 < len(text)
        and text[end + 1] in _CLOSING
    ):
        return start, end + 2
    return start, end + 1 if end < len(text) and text[end] in _CLOSING else end
