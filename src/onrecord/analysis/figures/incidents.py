"""In which event those were killed, hurt, arrested whom a number counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.analysis.figures.parts import Counted
from onrecord.analysis.figures.scope_ways import WayUp, way_down
from onrecord.analysis.figures.scope_words import noun_cause, noun_is, verb_cause
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.scope_words import scope_words
from onrecord.lexicon.time_words import time_words
from onrecord.values.spans import Span

_OTHER_CLAUSE = 1
"""Cost from which on a way leads through another clause."""


@dataclass(frozen=True, slots=True)
class Incident:
    """A word that tells an event."""

    at: int
    span: Span
    cause: str


def incidents_in(words: ParsedWords) -> list[Incident]:
    """The events that a paragraph tells, by their nouns and verbs, in order."""
    found, before = [], ""
    for node, low in enumerate(words.lower):
        kind = words.tags[node][:2]
        cause = ""
        if kind == "NN" and (words.tags[node] != "NNP" or low not in time_words().months):
            cause = noun_cause(low, before)
        elif kind == "VB" and not _is_filming(words, node):
            cause = verb_cause(low)
        if cause and not (_only_tells_more(words, node) or _is_figurative(words, node)):
            cause = _narrowed(words, node, cause)
            found.append(Incident(node, Span(words.starts[node], words.ends[node]), cause))
        before = low
    return found


def _is_filming(words: ParsedWords, verb: int) -> bool:
    """`a video shot in Vale`."""
    if words.deps[verb] == "acl" and noun_is(words.lower[words.heads[verb]], "filmed"):
        return True
    return any(
        noun_is(words.lower[child], "filmed")
        for child in words.children.get(verb, ())
        if words.deps[child] in ("nsubjpass", "dobj")
    )


def _narrowed(words: ParsedWords, node: int, cause: str) -> str:
    """The class of `bomb` for `bomb attack`: what stands before it tells which kind it is."""
    wider = scope_words().wider
    for child in words.children.get(node, ()):
        if words.deps[child] in ("compound", "nmod") and child < node:
            told = noun_cause(words.lower[child])
            if wider.get(told) == cause:
                return told
    return cause


def _only_tells_more(words: ParsedWords, node: int) -> bool:
    """Whether a noun only tells which kind another is: `the bomb squad`, `a bomb attack`."""
    return words.tags[node][:2] == "NN" and words.deps[node] in ("compound", "nmod")


def _is_figurative(words: ParsedWords, node: int) -> bool:
    """`quake-stricken`, `a flood of letters`, `the battle to save it`."""
    after = node + 1
    if after >= len(words.lower) or words.tags[node][:2] != "NN":
        return False
    if words.tags[after] == "HYPH" or (
        words.words[after] == "-" and words.starts[after] == words.ends[node]
    ):
        return True
    low = words.lower[after]
    if noun_is(words.lower[node], "figurative_of") and low == "of":
        return not any(words.tags[child][:3] == "NNP" for child in words.children.get(after, ()))
    return noun_is(words.lower[node], "figurative_to") and low in ("to", "for", "against", "over")


def incident_of(
    words: ParsedWords, incidents: Sequence[Incident], counted: Counted, up: WayUp, number: int
) -> Incident | None:
    """The event that a number's own sentence tells; None where it tells none.

    Args:
        words: the paragraph.
        incidents: of the paragraph.
        counted: what the number counts; events are asked for only of people hurt and the like.
        up: the ways up from the number's phrase.
        number: the first word of the number.
    """
    if not counted.outcome:
        return None
    costs = {one.at: way_down(words, up, one.at) for one in incidents if one.at != counted.word}
    ranked = [
        (round(cost), abs(one.at - number), one)
        for one in incidents
        if (cost := costs.get(one.at)) is not None
    ]
    if not ranked:
        return None
    rank, _, chosen = min(ranked, key=lambda one: one[:2])
    if rank >= _OTHER_CLAUSE and _is_cut_off(incidents, costs, chosen, number):
        return None
    return chosen


def _is_cut_off(
    incidents: Sequence[Incident], costs: Mapping[int, float | None], chosen: Incident, number: int
) -> bool:
    """Whether another event stands between that of another clause and the number, to which the
    parse found no way."""
    first, last = sorted((chosen.at, number))
    return any(
        first < one.at < last and costs.get(one.at) is None and one.cause != chosen.cause
        for one in incidents
    )
