"""Which words of each article the sections of the page show, the most important first.

A page of excerpts has room for some of them: first what the timeline quotes, then the figures of
the charts, what differs, what was said, the other sentences of the timeline, the other figures,
what was new and what is shared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from onrecord.web.entry_evidence import other_sentences, quoted_sentences
from onrecord.web.figures_grouped import sentence_of
from onrecord.web.index import RecordIndex
from onrecord.web.origin_rows import opening
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
    for article, place, core in _compared(index):
        wanted[article].append((place, core))
    for article, place in _said(index):
        wanted[article].append((place, (place[0], place[0] + 1)))
    for support in other_sentences(index):
        wanted[support["article"]].append(_sentence(support))
    for article, figure in _figures(index, (*index.figures.folded, *index.figures.single)):
        wanted[article].append(figure)
    for article, place in (*_added(index), *_passages(index)):
        wanted[article].append((place, (place[0], place[0] + 1)))
    return wanted


def _compared(index: RecordIndex) -> Iterator[tuple[str, Place, Place]]:
    """The sentences that differences show, with the words that differ."""
    for each in index.differences.shown:
        for name in ("left", "right"):
            anchor, words = each.get(name), each.get(f"{name}_words")
            if anchor:
                start, end = anchor["start"], anchor["end"]
                one = {"start": start, "end": start + 1}
                sentence = sentence_of(index.by_id[anchor["article"]], one)
                core = (words[0], words[1]) if words else (start, end)
                yield anchor["article"], (min(sentence[0], core[0]), sentence[1]), core


def _added(index: RecordIndex) -> Iterator[tuple[str, Place]]:
    """The words of news, and those that a version took out and added."""
    for news in index.record.get("news") or ():
        for each in news["adds"]:
            yield each["anchor"]["article"], (each["anchor"]["start"], each["anchor"]["end"])
    for group in index.record.get("origins") or ():
        for version in group.get("versions") or ():
            for anchor in (*version["taken_out"], *version["added"]):
                yield anchor["article"], (anchor["start"], anchor["end"])


def _passages(index: RecordIndex) -> Iterator[tuple[str, Place]]:
    """The first words of passages that articles share."""
    for group in index.record.get("origins") or ():
        for pair in group.get("passages") or ():
            anchor = pair.get("left")
            if anchor and anchor["article"] in index.by_id:
                text = index.by_id[anchor["article"]]["text"]
                yield anchor["article"], opening(text, anchor["start"], anchor["end"])


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
