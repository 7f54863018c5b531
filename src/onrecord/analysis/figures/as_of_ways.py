"""Which time expression a figure is told with: the one that the parse hangs nearest to it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from onrecord.analysis.event_words import stems_of as event_stems
from onrecord.analysis.figures.as_of_lending import CLAUSES, MEANS, way_to
from onrecord.analysis.figures.as_of_times import PlacedTime
from onrecord.analysis.figures.modality_nouns import names_deed
from onrecord.analysis.figures.modality_verbs import auxiliaries, is_finite
from onrecord.analysis.figures.modality_words import (
    SUBJECTS,
    below,
    is_noun,
    is_verb,
    stem_at,
    stems_of,
)
from onrecord.analysis.figures.parts import Counted, Number
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.figure_moods import figure_moods
from onrecord.values.times import TimeType

_MOST_STEPS = 24
_OTHERWHEN = frozenset({"after", "before", "since", "following", "despite", "until"})
"""Prepositions that put what follows at another time than what is above."""
_BEHIND = 10
"""What standing right behind the figure's words is worth, in steps of the parse."""


def chain_of(words: ParsedWords, at: int) -> list[int]:
    """A word and what it hangs on, up to the top of its sentence."""
    found = [at]
    for _ in range(_MOST_STEPS):
        head = words.heads[at]
        if head == at:
            break
        found.append(head)
        at = head
    return found


def best_time(
    words: ParsedWords,
    chain: Sequence[int],
    number: Number,
    counted: Counted,
    times: Sequence[PlacedTime],
    *,
    as_told: bool = False,
) -> PlacedTime | None:
    """The expression that dates a figure; None where each dates something else.

    Args:
        words: the paragraph.
        chain: the figure's words from its number upwards.
        number: the number.
        counted: what it counts.
        times: what may date it.
        as_told: whether when it was said counts too.
    """
    first, last = _sentence(words, number.last)
    at = {node: place for place, node in enumerate(chain)}
    ranked = []
    for one in times:
        if not first <= one.first < last:
            continue
        if _compares(words, one, chain) or (not as_told and _is_when_told(words, one, chain)):
            continue
        way = way_to(words, one, at)
        up = _up(words, chain, at[way[0]], one, as_told=as_told) if way is not None else None
        if way is None or up is None:
            continue
        cost = way[1] + up - (_BEHIND if stands_behind(words, one, number, counted) else 0)
        cost += _STAMP if _is_stamp(words, one, first) else 0
        ranked.append((cost, abs(one.first - number.last), one.first, way[2]))
    if not ranked:
        return next((one for one in times if _is_label(words, one, first)), None)
    return min(ranked, key=lambda rank: rank[:3])[3]


def _is_label(words: ParsedWords, one: PlacedTime, opening: int) -> bool:
    """Whether a time before a colon opens the sentence: `Sept. 19: The board halts sales`."""
    after = one.last + 1
    return one.first == opening and after < len(words.words) and words.words[after] == ":"


def stands_behind(words: ParsedWords, one: PlacedTime, number: Number, counted: Counted) -> bool:
    """Whether an expression stands right behind a figure's own phrase: `300 guards in May`."""
    return one.lead_first == _end_of(words, number, counted) + 1


def _end_of(words: ParsedWords, number: Number, counted: Counted) -> int:
    """The last word of the figure's own phrase."""
    end = number.last
    if counted.adjacent and counted.word is not None:
        end = max(end, counted.word)
    while end + 1 < len(words.ends) and words.ends[end + 1] <= number.span.end:
        end += 1
    return end


def _sentence(words: ParsedWords, at: int) -> tuple[int, int]:
    place = bisect_left(words.sentences, (at + 1, -1)) - 1
    return words.sentences[max(place, 0)]


def _is_stamp(words: ParsedWords, one: PlacedTime, opening: int) -> bool:
    """Whether a full date without a mark behind it opens a sentence, as a time of printing does."""
    if one.first - opening > _NEAR or one.lead or len(one.time.form.value) < len("2031-05-12"):
        return False
    after = one.last + 1
    return after < len(words.words) and not words.marks[after] and not is_verb(words, after)


_STAMP = 5


def _compares(words: ParsedWords, one: PlacedTime, chain: Sequence[int]) -> bool:
    """Whether it says what something is compared with: `more than last year`, `up from May`."""
    if one.lead == "over" and one.time.form.shift > 0:
        return False
    if one.lead in _BASES and one.time.range is None and one.time.type is not TimeType.DURATION:
        return any(stem_at(words, node) in stems_of("changing") for node in chain[:_NEAR])
    if one.lead in ("after", "before") and words.lower[one.lead_first - 1] in _UNITS:
        return True  # `sixteen years after the May attacks`
    if one.lead == "since" and _is_record(words, one.lead_first):
        return True
    return one.lead in figure_moods().compared


def _is_record(words: ParsedWords, since: int) -> bool:
    """Whether a superlative says since when there was none like it: `its lowest since 1997`."""
    before = range(max(since - _NEAR, 0), since)
    return any(words.tags[at] in ("JJS", "RBS") or words.lower[at] in _ONLY for at in before)


_UNITS = frozenset(
    {"year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours"}
)
_ONLY = frozenset({"first", "only"})
_BASES = frozenset({"from", "over"})
_NEAR = 5
"""Words of the way up from a number among which one of change is looked for."""


def _is_when_told(words: ParsedWords, one: PlacedTime, chain: Sequence[int]) -> bool:
    """Whether it stands right behind a verb of speech that tells of the figure in a clause:
    `police said Friday 300 had died`, wherever the parse hangs it.
    """
    at = one.first - 1
    if at >= 0 and words.lower[at] in ("on", "in", "late", "early"):
        at -= 1
    if at < 0 or not is_verb(words, at) or stem_at(words, at) not in event_stems("speech"):
        return False
    for node in chain:
        if node == at:
            return False
        if words.deps[node] in CLAUSES:
            return True
    return True


def _up(
    words: ParsedWords, chain: Sequence[int], place: int, one: PlacedTime, *, as_told: bool
) -> int | None:
    """The cost of the way from the figure up to where the expression hangs."""
    cost = place
    for step in range(place):
        last = step + 1 == place
        if last and as_told and words.deps[chain[step]] == "ccomp":
            cost += 1
            continue
        if last and _is_between(words, chain[step], chain[step + 1], one):
            continue
        added = _step_up(words, chain[step], chain[step + 1], one)
        if added is None:
            return None
        cost += added
        if words.deps[chain[step]] == "relcl" and not last:
            if not _is_of_event(words, chain[step : place + 1]):
                return None
            cost += 2
    return cost


def _is_of_event(words: ParsedWords, chain: Sequence[int]) -> bool:
    """Whether the time of a clause dates a relative clause in it: `On Friday a blast that killed
    24 shook the town`, not `condemned a blast that`, `launched a fund that will`.
    """
    clause, noun, verb = chain[0], chain[1], chain[-1]
    if is_noun(words, verb):
        return True
    own = stem_at(words, verb)
    if own in event_stems("speech") or own in event_stems("about"):
        return False
    past = words.tags[clause] == "VBD" or bool(auxiliaries(words, clause) & {"was", "were"})
    return past and names_deed(words, noun)


def _is_between(words: ParsedWords, node: int, head: int, one: PlacedTime) -> bool:
    """Whether it stands between what was said and who said it: `killed ten Friday, they said`."""
    if words.deps[node] != "ccomp" or not node < one.first < head:
        return False
    subject = next((c for c in below(words, head) if words.deps[c] == "nsubj"), None)
    marks = words.words[node : one.first]
    return subject is not None and one.last < subject and not any(m in _CLOSED for m in marks)


_CLOSED = frozenset({",", "”", '"', "''", ".", ";", "—"})


def _step_up(words: ParsedWords, node: int, head: int, one: PlacedTime) -> int | None:
    """What a step out of a clause costs; None where a time beyond it dates something else."""
    dep = words.deps[node]
    if dep == "ccomp" and stem_at(words, head) in event_stems("speech"):
        return None
    if dep == "acl" and any(words.deps[c] == "mark" for c in below(words, node)):
        return None  # `complained on Monday of the risk that`
    if dep == "pcomp" and words.lower[head] not in MEANS:
        return None
    if dep == "prep" and words.lower[node] in _OTHERWHEN:
        return None
    if dep in ("advcl", "pcomp"):
        return _out_of_clause(words, node)
    return _joined(words, node, head, one) if dep == "conj" else _COSTS.get(dep, 0)


_COSTS = {"ccomp": 4, "csubj": 4, "parataxis": 4, "relcl": 2, "acl": 2}


def _joined(words: ParsedWords, node: int, head: int, one: PlacedTime) -> int | None:
    """The cost of a step from a joined word; a time behind the verb before stays with that."""
    if not is_verb(words, node):
        return 1
    if not any(words.deps[c] in SUBJECTS for c in below(words, node)):
        return 2
    return 4 if one.last < head else None


def _out_of_clause(words: ParsedWords, clause: int) -> int | None:
    """The cost of a step out of a clause that goes with another: `killing 24`, `when 24 died`."""
    opener = next(
        (words.lower[c] for c in below(words, clause) if words.deps[c] in ("mark", "advmod")), ""
    )
    if opener in _SAME_TIME:
        return 4
    marked = any(words.deps[c] == "mark" for c in below(words, clause))
    return None if marked or is_finite(words, clause) else 2


_SAME_TIME = frozenset({"when", "while", "where", "as"})
