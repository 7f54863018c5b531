"""What an attribution takes from the one before it or around it: speaker and day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from onrecord.analysis.paragraph_speech import ParagraphSpeech
from onrecord.values.attributions import Attribution
from onrecord.values.spans import Span
from onrecord.values.vocabulary import AttributionKind, Sourcing

_SELF = frozenset({"i", "i’m", "i'm", "i’ve", "i've", "i’d", "i'd", "i’ll", "i'll", "me", "my"})


def continued(
    attributions: Sequence[Attribution], sentence_of: Callable[[Span], tuple[int, int]]
) -> list[Attribution]:
    """The attributions, those without a source with the speaker of the one that they continue,
    and those without a day with the day on which the same speaker spoke just before.

    Args:
        attributions: those of one article, resolved, in order.
        sentence_of: the numbers of the paragraph and the sentence of a place.
    """
    found: list[Attribution] = []
    last: Attribution | None = None
    for one in attributions:
        if one.within is not None:
            found.append(one)
            continue
        last = _continuing(one, last, sentence_of) if last is not None else one
        found.append(last)
    return found


def _continuing(
    one: Attribution, last: Attribution, sentence_of: Callable[[Span], tuple[int, int]]
) -> Attribution:
    paragraph, sentence = sentence_of(one.cue or one.source or one.extent)
    before, at = sentence_of(last.cue or last.source or last.extent)
    if one.source is None and last.speaker is not None:
        if (paragraph, sentence) == (before, at):
            return replace(one, speaker=last.speaker, speaker_why="same-sentence")
        follows = paragraph - before <= 1 and sentence - at <= 1
        if follows and one.cue is None and one.kind is AttributionKind.DIRECT:
            return replace(one, speaker=last.speaker, speaker_why="continues")
    near = paragraph == before and sentence - at <= 1
    if near and one.time is None and last.time is not None and _same(one, last):
        return replace(one, time=last.time, by_occasion=True)
    return one


def _same(one: Attribution, last: Attribution) -> bool:
    if one.speaker is not None:
        return one.speaker == last.speaker
    return one.description is not None and one.description == last.description


def spoken_by_holder(
    attributions: Sequence[Attribution], paragraphs: Sequence[ParagraphSpeech]
) -> list[Attribution]:
    """The attributions; what `I` say inside a quotation is said by who says the quotation."""
    outer = {one.extent: one for one in attributions if one.within is None}
    return [
        _of_holder(one, outer[one.within])
        if one.within in outer and one.source is not None and _is_self(one.source, paragraphs)
        else one
        for one in attributions
    ]


def _of_holder(one: Attribution, holder: Attribution) -> Attribution:
    return replace(
        one,
        sourcing=holder.sourcing if holder.source is not None else Sourcing.UNNAMED,
        speaker=holder.speaker,
        speaker_why="first-person",
        description=holder.description,
        organisation=holder.organisation,
        condition=holder.condition,
    )


def _is_self(source: Span, paragraphs: Sequence[ParagraphSpeech]) -> bool:
    for paragraph in paragraphs:
        at = source.start - paragraph.start
        if 0 <= at < len(paragraph.text):
            words = paragraph.text[at : source.end - paragraph.start]
            return words.lower() in _SELF
    return False
