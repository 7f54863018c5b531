"""The facts of an article as they are kept: a few kilobytes, read in about a millisecond.

What follows from the rest (weights, digests of what was said) is made again when they are read.
Compressed JSON, and behind it the digests of passages, four bytes each: those do not compress.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Iterable
from datetime import date
from itertools import accumulate, pairwise
from typing import Any

from onrecord.linking.dates.facts import DateFacts, Utterance, spoken_in, told_vector
from onrecord.linking.dates.rounds import Round
from onrecord.values.datings import PossibleDays
from onrecord.values.days import DayInterval
from onrecord.values.spans import Span

_ENCODER = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"))


def stored_facts(facts: DateFacts) -> bytes:
    """The facts without the article's id; `facts_from` reads them."""
    form = {
        "outlet": facts.outlet,
        "possible": _possible_form(facts.possible),
        "words": facts.words,
        "utterances": [[*_ends(u.span), u.words] for u in facts.utterances],
        "passages": _places_form(facts.passages.values()),
        "top": {stem: _ends(span) for stem, span in facts.top.items()},
        "counts": facts.counts,
        "news_weekdays": [[day, *_ends(span)] for day, span in facts.news_weekdays.items()],
        "weekdays": sorted(facts.weekdays),
        "days": sorted(facts.days),
        "rounds": [
            [one.number, one.noun, one.over, sorted(one.stems), *_ends(one.span)]
            for one in facts.rounds
        ],
    }
    digests = struct.pack(f">{len(facts.passages)}I", *facts.passages)
    return zlib.compress(_ENCODER.encode(form).encode("ascii")) + digests


def facts_from(article: str, form: bytes) -> DateFacts:
    """The facts of an article as they were kept."""
    whole = zlib.decompressobj()
    found: dict[str, Any] = json.loads(whole.decompress(form))
    utterances = tuple(
        Utterance(span=Span(start, end), words=tuple(words))
        for start, end, words in found["utterances"]
    )
    return DateFacts(
        article=article,
        outlet=found["outlet"],
        possible=_possible_from(found["possible"]),
        words=found["words"],
        utterances=utterances,
        spoken=spoken_in(utterances),
        passages=dict(
            zip(_digests(whole.unused_data), _places_from(*found["passages"]), strict=True)
        ),
        top={stem: Span(*ends) for stem, ends in found["top"].items()},
        counts=found["counts"],
        told=told_vector(found["counts"]),
        news_weekdays={day: Span(start, end) for day, start, end in found["news_weekdays"]},
        weekdays=frozenset(found["weekdays"]),
        days=frozenset(found["days"]),
        rounds=tuple(
            Round(number, noun, over, frozenset(stems), Span(start, end))
            for number, noun, over, stems, start, end in found["rounds"]
        ),
    )


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _possible_form(possible: PossibleDays | None) -> list[Any] | None:
    if possible is None:
        return None
    days = (possible.days.first, possible.days.last)
    return [*(day.isoformat() if day else None for day in days), sorted(possible.weekdays)]


def _possible_from(form: list[Any] | None) -> PossibleDays | None:
    if form is None:
        return None
    first, last = (date.fromisoformat(day) if day else None for day in form[:2])
    return PossibleDays(DayInterval(first, last), frozenset(form[2]))


def _digests(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f">{len(data) // 4}I", data)


def _places_form(places: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Starts and ends, each as the step from the one before: the two are much the same steps."""
    return [
        [later - earlier for earlier, later in pairwise((0, *ends))]
        for ends in (list(zip(*places, strict=True)) or ((), ()))
    ]


def _places_from(starts: list[int], ends: list[int]) -> Iterable[tuple[int, int]]:
    return zip(accumulate(starts), accumulate(ends), strict=True)
