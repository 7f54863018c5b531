"""Which words of each article the sections of the page show, the most important first.

A page of excerpts has room for some of them: first what the timeline quotes, then the figures of
the charts, what was said, the other sentences of the timeline, the other figures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from onrecord.web.entry_evidence import other_sentences, quoted_sentences
from onrecord.web.figures_grouped import sentence_of
from onrecord.web.index import RecordIndex
from onrecord.web.utterances import Utterances

type Json = Mapping[str, Any]
type Place = tuple[int, int]


def wanted_words(index: RecordIndex) -> Mapping[str, list[tuple[Place, Place]]]:
    """By article the places that are shown, each with the words in it that must not be cut off."""
    wanted: dict[str, list[tuple[Place, Place]]] = defaultdict(list)
    for support in quoted_sentences(index):
        wanted[support["article"]].append(_sentence(support))
    charted = (*index.figures.charts, *(one for family in index.figures.periods for one in family))
    for article, figure in _figures(index, charted):
        wanted[article].append(figure)
    for article, place in _said(index):
        wanted[article].append((place, (place[0], place[0] + 1)))
    for support in other_sentences(index):
        wanted[support["article"]].append(_sentence(support))
    for article, figure in _figures(index, (*index.figures.folded, *index.figures.single)):
        wanted[article].append(figure)
    return wanted


def _figures(
    index: RecordIndex, series: Iterable[Json]
) -> Iterator[tuple[str, tuple[Place, Place]]]:
    """The sentences that the rows of series show, with the figure itself."""
    for one in series:
        for row in index.figures.rows.get(one["id"], ()):
            for figure in row:
                sentence = sentence_of(index.by_id[figure["article"]], figure)
                yield figure["article"], (sentence, (figure["start"], figure["end"]))


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
