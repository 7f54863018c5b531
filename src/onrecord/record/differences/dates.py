"""Dates of one event that cannot both be right: `the talks, which began on Thursday` against
`negotiations, which started in May`.

The timeline never brings two exact days together, so each side is an entry of its own. Two tellings
are of one event where `deeds` says so. Days that are printed by one name (`on Thursday`, `in May`)
but come to different days, since the articles appeared at other times, tell nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import combinations

from onrecord.lexicon.difference_words import difference_words
from onrecord.record.differences.deeds import Deed, deed_of, is_one_of_several, keys_of
from onrecord.record.differences.found import Found, Side, Slot
from onrecord.record.timeline.content import start_of
from onrecord.record.timeline.precision import length_of
from onrecord.record.timeline.telling import Telling
from onrecord.text.folding import fold_words
from onrecord.values.days import DayInterval
from onrecord.values.spans import Span
from onrecord.values.vocabulary import DifferenceReason, EventStatus

_FULLEST_KEY = 60
"""Tellings under one key that are compared with each other: the first of more."""
_LONGEST = 366 * 10
"""Days of the longest interval that is compared."""
_HAPPENED = frozenset({EventStatus.HAPPENED, EventStatus.ONGOING})
_LEAST_SHARED = 2
_MOST_WORDS = 0.5
"""Share of the words of the shorter clause that the other sentence has, where no name is shared."""
_NEARLY_ALL = 0.75
"""Likewise of deeds that may be done again."""

type Weight = Callable[[str], float]


def date_differences(
    tellings: Iterable[Telling],
    *,
    entries: Mapping[str, str],
    weight: Weight,
    copies: Mapping[str, str],
    stories: Mapping[str, str],
) -> Iterator[Found]:
    """The pairs of tellings of one event whose days exclude each other, one of a pair of entries.

    Args:
        tellings: those of all articles, in the order of the record.
        entries: the entry of the timeline of each dated telling, by its id.
        weight: how much a stem tells.
        copies: articles that are copies to the id of their group.
        stories: the story of each article; of an empty one all articles are one story.
    """
    keys: dict[tuple[str, str], list[Deed]] = defaultdict(list)
    for one in tellings:
        if _can_be_compared(one):
            deed = deed_of(one)
            for key in keys_of(deed, weight):
                keys[stories.get(one.article, ""), key].append(deed)
    seen: set[tuple[str, str]] = set()
    for held in keys.values():
        for left, right in combinations(held[:_FULLEST_KEY], 2):
            ours, theirs = left.telling, right.telling
            pair = entries.get(ours.id, ours.id), entries.get(theirs.id, theirs.id)
            if pair in seen or _one_report(ours, theirs, copies):
                continue
            if _exclude_each_other(ours, theirs) and is_one_event(left, right, weight):
                seen |= {pair, pair[::-1]}
                yield _found(ours, theirs, entries.get(ours.id))


def _can_be_compared(one: Telling) -> bool:
    days = one.days
    if one.event.time is None or days.first is None or days.last is None or one.spread:
        return False
    if _time_words(one) & difference_words().about_when:
        return False
    planned = one.status is EventStatus.SCHEDULED
    if planned and one.published.first is not None and days.last < one.published.first:
        return False  # `his Monday summit`: told as still to come, so its day was read wrongly
    return (planned or one.status in _HAPPENED) and length_of(days) <= _LONGEST


def _one_report(ours: Telling, theirs: Telling, copies: Mapping[str, str]) -> bool:
    if ours.article == theirs.article:
        return True
    group = copies.get(ours.article)
    return group is not None and group == copies.get(theirs.article)


def _exclude_each_other(ours: Telling, theirs: Telling) -> bool:
    """Whether the days of both are known and apart, and printed as others."""
    if (ours.status in _HAPPENED) is not (theirs.status in _HAPPENED):
        return False
    if _widened(ours).intersect(_widened(theirs)) is not None:
        return False
    left, right = _time_words(ours), _time_words(theirs)
    names, words = left & right & difference_words().day_names, difference_words()
    if left == right and not _has_year(left):
        return False
    if names and not _has_year(left) & _has_year(right):
        return False
    relative = (left | right) & words.relative_days and not names
    return not (relative and _gap(ours.days, theirs.days) <= 1 and not _both_exact(ours, theirs))


def _has_year(words: frozenset[str]) -> bool:
    return any(len(word) == 4 and word.isdigit() for word in words)


def _both_exact(ours: Telling, theirs: Telling) -> bool:
    return ours.published.exact and theirs.published.exact


def _widened(one: Telling) -> DayInterval:
    """Its days; a part of a month or year and a week are meant less exactly than they count."""
    days = one.days
    if days.first is None or days.last is None:
        return days
    loose = bool(one.part) or "W" in one.value or 1 < length_of(days) <= 14
    slack = timedelta(length_of(days) if loose else 0)
    return DayInterval(days.first - slack, days.last + slack)


def _gap(ours: DayInterval, theirs: DayInterval) -> int:
    first, last = max(ours.first or theirs.first, theirs.first), min(ours.last, theirs.last)  # type: ignore[type-var]
    return (first - last).days  # type: ignore[operator]


def _time_words(one: Telling) -> frozenset[str]:
    time, offset = one.event.time, one.event.sentence.start
    if time is None:
        return frozenset()
    return frozenset(fold_words(one.sentence[time.start - offset : time.end - offset]))


def is_one_event(left: Deed, right: Deed, weight: Weight) -> bool:
    """Whether two tellings tell one event, their days aside."""
    if left.name != right.name:
        return False
    apart = bool(left.names and right.names) and not left.names & right.names
    if left.is_of_course:
        several = is_one_of_several(left.telling) or is_one_of_several(right.telling)
        return left.course == right.course != "" and not several and not apart
    if apart:
        return False
    share, words = _shared(left, right, weight)
    if left.is_once:
        if left.is_of_many or right.is_of_many:
            return False
        named = bool(left.names & right.names)
        return named or (share >= _MOST_WORDS and len(words) >= _LEAST_SHARED)
    if left.names == right.names and not (left.words - left.names or right.words - right.names):
        return len(left.names) >= _LEAST_SHARED
    named = bool(left.names & right.names)
    return named and share >= _NEARLY_ALL and len(words) > _LEAST_SHARED


def _shared(left: Deed, right: Deed, weight: Weight) -> tuple[float, frozenset[str]]:
    """Share of what the shorter clause says that the other sentence says too, and which words."""
    found = []
    for one, other in ((left, right), (right, left)):
        said = one.words - one.names - other.names
        starts = {start_of(word) for word in other.sentence}
        words = frozenset(word for word in said if start_of(word) in starts)
        total = sum(weight(word) for word in sorted(said))
        found.append((sum(weight(word) for word in sorted(words)) / (total or 1.0), words))
    return max(found, key=lambda pair: (round(pair[0], 6), len(pair[1])))


def _found(ours: Telling, theirs: Telling, about: str | None) -> Found:
    planned = ours.status not in _HAPPENED
    later = planned and _is_before(ours.published, theirs.published)
    days = f"{_printed(ours.days)} and {_printed(theirs.days)}"
    reason = DifferenceReason.REVISION if later else DifferenceReason.CONFLICT
    name = "planned-anew" if later else "both-cannot-hold"
    return Found(
        about=about,
        slot=Slot.DATE,
        reason=reason,
        why=f"{name}: {days}",
        left=_side(ours),
        right=_side(theirs),
    )


def _is_before(one: DayInterval, other: DayInterval) -> bool:
    return one.last is not None and other.first is not None and one.last < other.first


def _side(one: Telling) -> Side:
    sentence, time = one.event.sentence, one.event.time
    inside = time is not None and sentence.start <= time.start < time.end <= sentence.end
    return Side(article=one.article, anchor=sentence, words=time if inside else None)


def _printed(days: DayInterval) -> str:
    first, last = (day.isoformat() if day else "" for day in (days.first, days.last))
    return first if first == last else f"{first}..{last}"


def entries_of(
    timeline: Sequence[Mapping[str, object]], tellings: Iterable[Telling]
) -> dict[str, str]:
    """The entry of the timeline in which each telling stands, by the telling's id."""
    places: dict[tuple[str, Span, Span | None], str] = {}
    for entry in timeline:
        for support in entry["support"]:  # type: ignore[attr-defined]
            time = support["time"]
            key = (support["article"], Span(*support["clause"]), Span(*time) if time else None)
            places[key] = str(entry["id"])
    found = {}
    for one in tellings:
        entry_id = places.get((one.article, one.event.clause, one.event.time))
        if entry_id is not None:
            found[one.id] = entry_id
    return found
