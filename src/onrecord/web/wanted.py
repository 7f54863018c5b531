"""Which words of each article the sections of the page show, the most important first.

A page of excerpts has room for some of them: first what the timeline quotes, then what was said,
then the other sentences of the timeline.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.web.entry_evidence import other_sentences, quoted_sentences
from onrecord.web.index import RecordIndex
from onrecord.web.utterances import Utterances

type Json = Mapping[str, Any]
type Place = tuple[int, int]


def wanted_words(index: RecordIndex) -> Mapping[str, list[tuple[Place, Place]]]:
    """By article the places that are shown, each with the words in it that must not be cut off."""
    wanted: dict[str, list[tuple[Place, Place]]] = defaultdict(list)
    for support in quoted_sentences(index):
        wanted[support["article"]].append(_sentence(support))
    for article, place in _said(index):
        wanted[article].append((place, (place[0], place[0] + 1)))
    for support in other_sentences(index):
        wanted[support["article"]].append(_sentence(support))
    return wanted


def _sentence(support: Json) -> tuple[Place, Place]:
    start, end = support["start"], support["end"]
    core = support.get("time") or support.get("clause") or (start, start + 1)
    return (start, end), (core[0], core[1])


def _said(index: RecordIndex) -> Iterator[tuple[str, Place]]:
    """The words of statements, those of most origins first, with what tells who spoke and when."""
    utterances = Utterances(index.by_id)
    for statement in index.said.by_id.values():
        for member in statement.members:
            if member["article"] not in index.by_id:
                continue
            for part in utterances.parts(member):
                yield member["article"], part.place
            for key in ("source", "cue", "description", "condition", "time"):
                if place := member.get(key):
                    yield member["article"], (place[0], place[1])
