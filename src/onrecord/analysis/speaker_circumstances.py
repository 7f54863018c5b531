"""How and when something was said: through which medium, on which condition, on which day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from onrecord.analysis.paragraph_speech import ParagraphSpeech
from onrecord.analysis.referent_values import ReferentKind, Standing
from onrecord.analysis.speaker_figures import Occurrence
from onrecord.analysis.speaker_places import sentences_of
from onrecord.analysis.speaker_sources import is_medium
from onrecord.lexicon.source_words import SourceNoun, noun_kind, source_words
from onrecord.values.attributions import Attribution
from onrecord.values.spans import Span
from onrecord.values.times import TimeExpression, TimeType
from onrecord.values.vocabulary import EntityType

_WITH_DAYS = frozenset({TimeType.DATE, TimeType.TIME})
_PHRASES = frozenset({ReferentKind.NAME, ReferentKind.DESCRIPTION})
_BESIDE = 60
"""Code points behind a source within which a clause beside it begins."""
_OPEN_ENDED = (" that", " to", " they", " to speak", " to discuss")
_CLAUSE_END = re.compile(r"[,.;:)]|$|\s[—–-]\s")


def medium_of(
    attribution: Attribution, occurrences: Sequence[Occurrence], source_head: Occurrence | None
) -> Occurrence | None:
    """The medium to which it was said or that reported it: hangs on the cue.

    Args:
        attribution: the attribution; places in the article.
        occurrences: the referents of the paragraph of its cue.
        source_head: what its source is about.
    """
    cue = attribution.cue
    if cue is None:
        return None
    for one in occurrences:
        if one.referent.kind not in _PHRASES or one is source_head or one.quoted:
            continue
        if _inside(one, attribution) or not _is_medium(one):
            continue
        if one.hangs_on(cue) or _same_verb(one, source_head):
            return one
    return None


def medium_beside(attribution: Attribution, occurrences: Sequence[Occurrence]) -> Occurrence | None:
    """The medium of a sentence beside that tells of the same words: `The remarks came in an
    interview with`.

    Args:
        attribution: the attribution; places in the article.
        occurrences: the referents of the paragraph of its cue.
    """
    place = attribution.cue or attribution.source
    before = [one.sentence for one in occurrences if place and one.start <= place.start]
    if not before:
        return None
    utterances = source_words().utterances
    for one in occurrences:
        if one.quoted or abs(one.sentence - before[-1]) != 1 or not _is_medium(one):
            continue
        subjects = (
            other.referent.word
            for other in occurrences
            if other.sentence == one.sentence and other.referent.standing is Standing.SUBJECT
        )
        if any(word in utterances for word in subjects):
            return one
    return None


def _in_content(one: Occurrence, attribution: Attribution) -> bool:
    return any(one.within(part) for part in attribution.content)


def _inside(one: Occurrence, attribution: Attribution) -> bool:
    return _in_content(one, attribution) or (
        attribution.source is not None and one.within(attribution.source)
    )


def _is_medium(one: Occurrence) -> bool:
    referent = one.referent
    if referent.kind is ReferentKind.NAME:
        return referent.type is not EntityType.PERSON and is_medium(one.text)
    return noun_kind(referent.words) is SourceNoun.OUTLET and referent.number == "one"


def _same_verb(one: Occurrence, source_head: Occurrence | None) -> bool:
    """`the paper quoted the mayor as saying`: both hang on one verb."""
    if source_head is None or source_head.offset != one.offset:
        return False
    left, right = one.referent.chain, source_head.referent.chain
    return (
        bool(left and right)
        and left[-1] == right[-1]
        and source_head.referent.standing is Standing.OBJECT
    )


def time_of(
    attribution: Attribution,
    paragraph: ParagraphSpeech,
    occurrences: Sequence[Occurrence],
    times: dict[Span, TimeExpression],
) -> tuple[Span, bool] | None:
    """The expression that hangs on the cue, and whether it dates the occasion rather.

    Args:
        attribution: the attribution; places in the article.
        paragraph: that of its cue.
        occurrences: the referents of that paragraph.
        times: the article's expressions by their places.
    """
    cue = attribution.cue
    if cue is None:
        return None
    text, start = paragraph.text, paragraph.start
    best: tuple[int, Span, bool] | None = None
    for one in occurrences:
        if (
            one.referent.kind is not ReferentKind.TIME
            or one.quoted
            or _in_content(one, attribution)
        ):
            continue
        time = times.get(one.span)
        if time is None or time.type not in _WITH_DAYS:
            continue
        beside = _dates_speaking(one, attribution.source, text, start)
        if not beside and (not one.hangs_on(cue) or _inside(one, attribution)):
            continue
        steps = len(one.referent.chain)
        if best is None or steps < best[0]:
            best = (steps, one.span, steps > 1)
    return (best[1], best[2]) if best is not None else None


_WORD_AT = re.compile(r"[^\W\d_]+")


def _dates_speaking(one: Occurrence, source: Span | None, text: str, start: int) -> bool:
    """Whether it dates a clause beside the source that tells of speaking: `who spoke Monday`."""
    chain = one.referent.chain
    if source is None or not chain or chain[0] + start < source.start:
        return False
    if chain[0] + start - source.end > _BESIDE:
        return False
    word = _WORD_AT.match(text, chain[0])
    return word is not None and word.group().lower() in source_words().speaking


@cache
def _condition() -> re.Pattern[str]:
    forms = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in source_words().conditions)
    return re.compile(rf"\b(?:{forms})\b", re.IGNORECASE)


def condition_near(paragraph: ParagraphSpeech, place: Span, quoted: Sequence[Span]) -> Span | None:
    """The condition on which a source spoke, in the sentence of `place` or in the next one.

    Args:
        paragraph: the paragraph.
        place: the source or cue; in the article.
        quoted: what stands between quotation marks; in the paragraph.
    """
    at = place.start - paragraph.start
    sentences = sentences_of(paragraph)
    number = max((n for n, s in enumerate(sentences) if s.start <= at), default=0)
    for sentence in sentences[number : number + 2]:
        for match in _condition().finditer(paragraph.text, sentence.start, sentence.end):
            if not any(one.start <= match.start() < one.end for one in quoted):
                end = match.end()
                if match.group().lower().endswith(_OPEN_ENDED):
                    ends = _CLAUSE_END.search(paragraph.text, end, sentence.end)
                    end = ends.start() if ends else sentence.end
                return Span(match.start() + paragraph.start, end + paragraph.start)
    return None
