"""Attributions in one parsed paragraph:

1. words that may be cues, each with its odds;
2. for each that is not unlikely, the chance of every word around it to be content or source;
3. ways to cut the content, each with what speaks for it;
4. the judge's odds that a way is right; the best ways that do not get into each other's words.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from onrecord.analysis.attribution_arguments import CUE, SOURCE
from onrecord.analysis.attribution_choices import Reading, Way, ways_to_cut
from onrecord.analysis.attribution_evidence import evidence, surroundings
from onrecord.analysis.attribution_model import AttributionModel, attribution_model
from onrecord.analysis.attribution_words import Words, lemma_of, read_words
from onrecord.analysis.drafts import Draft
from onrecord.lexicon.speech_words import speech_words
from onrecord.values.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from onrecord.analysis.quotations import Quotation

CUE_LOGIT = math.log(0.3 / 0.7)
"""A word under these odds of being a cue is not looked at further."""
_LEAST = 0.35
"""A way under this chance of being right is left out."""
_LEAST_OF_DEEDS = 0.45
"""The same where the cue is no verb of speech: far from the field of the data, deeds are taken for
attitudes."""
_SPOKEN = ("accord", "statement")
"""Stems of cues of speech that are no verbs."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A way to cut the content of a cue, with its chance of being right."""

    reading: Reading
    content: frozenset[int]
    """Numbers of its words in the paragraph."""
    chance: float


def find_drafts(doc: Doc, quotations: Sequence[Quotation]) -> list[Draft]:
    """The attributions of a paragraph, in order of their contents.

    Args:
        doc: the parsed paragraph.
        quotations: its quotations, in order.
    """
    if not len(doc):
        return []
    model = attribution_model()
    words = read_words(doc, quotations)
    readings = find_readings(words, model)
    chosen = choose(judged(words, readings, model))
    drafts = [_draft(words, one) for one in chosen]
    return sorted(drafts, key=lambda draft: draft.extent)


def find_readings(
    words: Words, model: AttributionModel, *, least: float = CUE_LOGIT
) -> list[Reading]:
    """What the models say around each word that is not unlikely to be a cue.

    Args:
        words: the paragraph.
        model: the fitted models.
        least: logarithm of the odds of being a cue from which a word is looked at.
    """
    own: dict[int, list[str]] = {}
    readings = []
    for at in model.cues.candidates(words):
        logit = model.cues.logit(words, at)
        if logit >= least:
            readings.append(model.arguments.read(words, at, logit, own))
    return readings


def judged(words: Words, readings: Sequence[Reading], model: AttributionModel) -> list[Choice]:
    """Every way to cut the content of every cue with its chance of being right."""
    import numpy as np  # noqa: PLC0415

    rows: list[list[float]] = []
    owners: list[tuple[Reading, Way]] = []
    for reading in readings:
        ways = ways_to_cut(words, reading)
        around = surroundings(readings, reading)
        rows += evidence(words, reading, ways, around, model.cues.rates)
        owners += [(reading, way) for way in ways]
    if not rows:
        return []
    odds = model.judge.score(np.array(rows, dtype=np.float32))
    chances = (1 / (1 + np.exp(-odds))).tolist()
    return [
        Choice(reading, words_of(way.words, reading.window.start), chance)
        for (reading, way), chance in zip(owners, chances, strict=True)
        if chance >= (_LEAST if _is_spoken(words, reading) else _LEAST_OF_DEEDS)
    ]


def _is_spoken(words: Words, reading: Reading) -> bool:
    """Whether the cue has a word of speech, or is a mark."""
    cue = {reading.cue, *reading.words_labelled(CUE)}
    stems = {words.lemma[at] for at in cue}
    return not words.lower[reading.cue].isalpha() or not stems.isdisjoint(_speech_stems())


@cache
def _speech_stems() -> frozenset[str]:
    verbs = frozenset(lemma_of(verb, "VB") for verb in speech_words().verbs)
    return verbs | frozenset(_SPOKEN)


def words_of(one: int, offset: int) -> frozenset[int]:
    """The numbers of the words in a set of a window that begins at `offset`."""
    return frozenset(offset + n for n in range(one.bit_length()) if one >> n & 1)


def choose(choices: Iterable[Choice]) -> list[Choice]:
    """The most likely choices, one a cue, none with words of another or around its cue."""
    chosen: list[Choice] = []
    for one in sorted(choices, key=lambda c: (-c.chance, c.reading.cue, sorted(c.content))):
        if not any(_in_the_way(one, other) for other in chosen):
            chosen.append(one)
    return chosen


def _in_the_way(one: Choice, other: Choice) -> bool:
    return (
        one.reading.cue == other.reading.cue
        or one.reading.cue in other.content
        or other.reading.cue in one.content
        or not one.content.isdisjoint(other.content)
    )


def _draft(words: Words, choice: Choice) -> Draft:
    reading = choice.reading
    source = source_words(words, reading)
    cue = _run_of({*reading.words_labelled(CUE), reading.cue}, reading.cue)
    return Draft(
        content=tuple(_spans(words, sorted(choice.content))),
        source=_span(words, _without_aside(words, source)) if source else None,
        cue=_span(words, cue),
        score=round(choice.chance, 4),
        rule="attribution-model",
    )


def _spans(words: Words, numbers: Sequence[int]) -> Iterable[Span]:
    """The words as spans, joined over marks that stand between them."""
    run = [numbers[0]]
    for number in numbers[1:]:
        if any(words.letters[n] for n in range(run[-1] + 1, number)):
            yield _span(words, run)
            run = []
        run.append(number)
    yield _span(words, run)


def _span(words: Words, run: Sequence[int]) -> Span:
    return Span(words.start[run[0]], words.end[run[-1]])


def source_words(words: Words, reading: Reading) -> list[int]:
    """Numbers of the words of the source; empty where there is none."""
    return _longest_run(words, reading.words_labelled(SOURCE))


def _without_aside(words: Words, source: list[int]) -> list[int]:
    """A source without the clause that a comma sets off: `Ann Holm, who lives nearby`."""
    for at in source:
        clause = words.first[at]
        if words.dep[at] == "relcl" and source[0] < clause and words.lower[clause - 1] == ",":
            return [n for n in source if n < clause - 1] or source
    return source


def _longest_run(words: Words, numbers: Sequence[int]) -> list[int]:
    """The longest run of words that nothing but marks interrupts, without marks at its ends."""
    best: list[int] = []
    run: list[int] = []
    for number in numbers:
        if run and any(words.letters[n] for n in range(run[-1] + 1, number)):
            run = []
        if words.letters[number]:
            run.append(number)
            if len(run) > len(best):
                best = list(run)
    return best


def _run_of(numbers: set[int], within: int) -> list[int]:
    """The run of the numbers around one of them."""
    first = last = within
    while first - 1 in numbers:
        first -= 1
    while last + 1 in numbers:
        last += 1
    return [first, last] if first != last else [first]
