"""What one side denies and another report tells as said or as having happened.

A denial is an attribution whose cue is a verb of denial (`denied that`, `dismissed claims that`).
Against it stands the attribution of another speaker, or the telling of an event, in another article
that has nearly all that is denied, in no denial itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.lexicon.difference_words import difference_words
from onrecord.lexicon.words import stop_words
from onrecord.record.differences.found import Found, Side, Slot
from onrecord.record.timeline.telling import Telling
from onrecord.text.folding import fold_words
from onrecord.text.stems import stem
from onrecord.values.spans import Span
from onrecord.values.vocabulary import DifferenceReason, EventStatus, Stance

type Json = Mapping[str, Any]
type Weight = Callable[[str], float]

_KEY_WORDS = 5
_FULLEST_KEY = 40
_LEAST_WORDS = 3
_LEAST_SHARE = 0.65
"""Of what is denied, how much the other report must have."""
_TOLD = frozenset({EventStatus.HAPPENED, EventStatus.ONGOING})


@dataclass(frozen=True, slots=True)
class _Claim:
    article: str
    place: int
    """Place of the article in the record."""
    stems: frozenset[str]
    anchor: Span
    words: Span | None
    speaker: str
    name: str
    id: str


def denial_differences(
    attributions: Iterable[Json],
    tellings: Iterable[Telling],
    *,
    order: Mapping[str, int],
    text_of: Callable[[str], str],
    sentence_of: Callable[[str, int], Span],
    weight: Weight,
    stories: Mapping[str, str],
) -> Iterator[Found]:
    """Each denial with the first report of what it denies.

    Args:
        attributions: all, as JSON, in the order of the record.
        tellings: those of all articles.
        order: the place of each article in the record.
        text_of: the text of the article with an id.
        sentence_of: the sentence of an article that holds a place.
        weight: how much a stem tells.
        stories: the story of each article; of an empty one all articles are one story.
    """
    said = list(attributions)
    denials = [one for one in said if _is_denial(one, text_of)]
    ids = {one["id"] for one in denials}
    asked = {stories.get(one["article"], "") for one in denials}
    denied = [_claim(one, text_of(one["article"]), order[one["article"]]) for one in denials]
    claimed = [
        _claim(one, text, order[one["article"]])
        for one in said
        if stories.get(one["article"], "") in asked and one["id"] not in ids
        if one["stance"] == Stance.SAID
        if not _is_negated((text := text_of(one["article"]))[slice(*_ends(one))])
    ]
    claimed += [
        _event_claim(one)
        for one in tellings
        if stories.get(one.article, "") in asked and one.event.status in _TOLD
        if not _is_negated(one.sentence)
    ]
    keys: dict[tuple[str, str], list[_Claim]] = defaultdict(list)
    wanted = {word for one in denied for word in one.stems}
    for told in claimed:
        for word in told.stems & wanted:
            keys[stories.get(told.article, ""), word].append(told)
    for denial in denied:
        story = stories.get(denial.article, "")
        heavy = sorted(denial.stems, key=lambda word: (-weight(word), word))[:_KEY_WORDS]
        near = [c for word in heavy for c in _few(keys.get((story, word), ()))]
        against = [c for c in near if _is_denied(denial, c, weight)]
        if against:
            first = min(against, key=lambda c: (c.place, c.anchor))
            yield _found(denial, first, sentence_of)


def _few(held: Sequence[_Claim]) -> Sequence[_Claim]:
    return held if len(held) <= _FULLEST_KEY else ()


def _is_denial(one: Json, text_of: Callable[[str], str]) -> bool:
    if one["cue"] is None or one["stance"] != Stance.SAID:
        return False
    text = text_of(one["article"])
    cue = {stem(word) for word in fold_words(text[one["cue"][0] : one["cue"][1]])}
    if cue & _stemmed("denying"):
        return True
    words = fold_words(text[one["content"][0][0] : one["content"][-1][1]])
    return bool(cue & _stemmed("denying_words") and difference_words().reporting & {*words})


@cache
def _stemmed(name: str) -> frozenset[str]:
    return frozenset(stem(word) for word in getattr(difference_words(), name))


def _is_negated(text: str) -> bool:
    """Whether a report denies something itself."""
    words = fold_words(text)
    found = difference_words().negations.intersection(words) or "t" in words
    return bool(found) or not _stemmed("denying").isdisjoint(stem(word) for word in words)


def _ends(one: Json) -> tuple[int, int]:
    return one["content"][0][0], one["content"][-1][1]


def _claim(one: Json, text: str, place: int) -> _Claim:
    extent = Span(*_ends(one))
    return _Claim(
        article=one["article"],
        place=place,
        stems=_stems(" ".join(text[start:end] for start, end in one["content"])),
        anchor=extent,
        words=Span(*one["cue"]) if one["cue"] else None,
        speaker=one["speaker"] or one["speaker_name"] or "",
        name=one["speaker_name"] or "",
        id=one["id"],
    )


def _event_claim(one: Telling) -> _Claim:
    return _Claim(
        article=one.article,
        place=one.place,
        stems=_stems(one.sentence),
        anchor=one.event.sentence,
        words=None,
        speaker="",
        name="",
        id=one.id,
    )


def _stems(text: str) -> frozenset[str]:
    stops, denying = stop_words(), difference_words().reporting
    words = (word for word in fold_words(text) if word not in stops and not word.isdigit())
    return frozenset(stem(word) for word in words if word not in denying and len(word) > 2)


def _is_denied(denial: _Claim, claim: _Claim, weight: Weight) -> bool:
    if claim.article == denial.article or (claim.speaker and claim.speaker == denial.speaker):
        return False
    shared = denial.stems & claim.stems
    if len(shared) < _LEAST_WORDS:
        return False
    every = sum(weight(word) for word in sorted(denial.stems))
    return sum(weight(word) for word in sorted(shared)) >= _LEAST_SHARE * every


def _found(denial: _Claim, claim: _Claim, sentence_of: Callable[[str, int], Span]) -> Found:
    listed = sorted((denial, claim), key=lambda c: (c.place, c.anchor))
    sides = [_side(one, sentence_of) for one in listed]
    return Found(
        about=denial.id,
        slot=Slot.DENIAL,
        reason=DifferenceReason.SOURCING,
        why=f"denied-by: {' '.join(denial.name.split()) or 'unnamed'}",
        left=sides[0],
        right=sides[1],
    )


def _side(one: _Claim, sentence_of: Callable[[str, int], Span]) -> Side:
    """The sentence of what is said, with its cue."""
    spans = [
        sentence_of(one.article, one.anchor.start),
        one.anchor,
        *([one.words] if one.words else ()),
    ]
    anchor = Span(min(span.start for span in spans), max(span.end for span in spans))
    return Side(article=one.article, anchor=anchor, words=one.words)
