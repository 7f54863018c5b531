"""Nouns that a number is the value of: `a death toll of 24`, `prices stood at $80`."""

from __future__ import annotations

from collections.abc import Set

from onrecord.analysis.event_words import verb_stem
from onrecord.analysis.figures.counted_subjects import has_pronoun, measure_before, subject_of
from onrecord.analysis.figures.directions import direction_of
from onrecord.analysis.figures.head_runs import Head, is_money, object_of
from onrecord.analysis.figures.head_words import is_noun, lemma
from onrecord.analysis.figures.outcome_words import (
    noun_outcome,
    stems,
    verb_with_particle,
    word_outcome,
)
from onrecord.analysis.figures.outcomes import of_group
from onrecord.analysis.figures.parts import Number
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.counted_words import counted_words
from onrecord.lexicon.number_words import is_currency

_LEADS = frozenset(
    {"of", "at", "to", "with", "from", "by", "around", "above", "below", "near", "beyond", "over"}
)
_MOST_BACK = 12
"""Words from a number back to the toll that it is."""


def find_value(words: ParsedWords, found: Head, number: Number, taken: Set[int]) -> None:
    """Fill in the noun that the number is the value of, where its own phrase has no head.

    Args:
        words: the paragraph.
        found: what was found of its head; changed here.
        number: the number.
        taken: words of all numbers and their units.
    """
    top = found.top
    if number.form == "score":
        return
    if number.form == "multiple" and words.tags[top][:2] == "VB":
        noun = _object(words, top, found) or subject_of(words, top)[0]
        _take(words, found, noun, "multiple")
        return
    _by_place(words, found, number)
    if found.word in taken:
        found.word, found.how = None, ""
    if found.word is None:
        _apposed(words, found, number, taken)
    if found.word is None and number.unit is None:
        _take(words, found, _toll_before(words, found.first), "toll")


def _by_place(words: ParsedWords, found: Head, number: Number) -> None:
    """By the noun or verb that the number hangs on."""
    top = found.top
    over, dep, lead = words.heads[top], words.deps[top], ""
    if dep in ("nsubj", "nsubjpass", "csubj") or over == top:
        return
    if dep == "pobj":
        lead, over = words.lower[over], words.heads[over]
    if lead == "of" and _is_rough(words, over):
        over = words.heads[words.heads[over]]  # `in the region of`
    if words.lower[over] == "worth" and words.lower[over - 1] not in counted_words().worths:
        _take(words, found, _worth(words, over), "worth")
    elif is_noun(words, over):
        _by_noun(words, found, number, over, lead)
    elif words.tags[over][:2] in ("VB", "MD", "RB", "IN", "JJ", "RP"):
        noun = measured_by(words, over, lead, found, number)
        _take(words, found, noun, "value")


def _is_rough(words: ParsedWords, noun: int) -> bool:
    """Whether it belongs to `in the region of`, `in excess of`."""
    before = words.lower[max(noun - 2, 0) : noun]
    if words.lower[noun] == "excess":
        return before[-1:] == ["in"]
    return words.lower[noun] in ("region", "neighbourhood", "vicinity") and before == ["in", "the"]


def _by_noun(words: ParsedWords, found: Head, number: Number, over: int, lead: str) -> None:
    if over > found.first:
        return
    base = lemma(words.words[over])
    known = counted_words()
    moves = base in known.rise_nouns or base in known.fall_nouns
    if lead in ("from", "to", "by") and not moves:
        if mover_of(words, over) is not None:
            _take(words, found, over, "value")
        return
    if moves and not noun_outcome(base):
        found.silent = True
        moved = _moved(words, over)
        if moved is None and base in known.sums and is_money(words, number) and lead in _LEADS:
            moved = over  # `a loss of $8 million`
        _take(words, found, moved, f"{lead}-moved")
    elif lead in _LEADS:
        _take(words, found, over, f"{lead}-noun")
    elif words.deps[found.top] == "appos" and number.unit is not None:
        far = is_measure(number) and _is_distance(words, found, lead)
        far = far or words.tags[over][:3] == "NNP"
        _take(words, found, None if far else over, "beside")


def mover_of(words: ParsedWords, noun: int) -> int | None:
    """What makes a noun rise or fall: `increased spending by`, `a rise in deaths from`."""
    over = words.heads[noun]
    if words.deps[noun] == "pobj":
        over = words.heads[over]
    elif words.deps[noun] != "dobj":
        return None
    return over if over != noun and direction_of(words, over) else None


def _moved(words: ParsedWords, noun: int) -> int | None:
    """What an increase or a reduction is one of: `increase in prices`, `troop reduction`."""
    for child in words.children.get(noun, ()):
        if child > noun and words.lower[child] in ("in", "of"):
            below = object_of(words, child)
            if below is not None and words.tags[below] in ("NN", "NNS"):
                return below
    before = noun - 1
    if before >= 0 and words.heads[before] == noun and words.tags[before] in ("NN", "NNS"):
        return before
    if words.deps[noun] == "appos" and is_noun(words, words.heads[noun]):
        return _moved(words, words.heads[noun])
    return None


def _worth(words: ParsedWords, at: int) -> int | None:
    """`a deal worth $8 billion`, `the deal is worth $8 billion`."""
    over = words.heads[at]
    if at and words.tags[at - 1] in ("NN", "NNS"):
        return at - 1  # `signed a contract worth $8 billion`
    if is_noun(words, over):
        return over
    return subject_of(words, over)[0] if words.tags[over][:2] == "VB" else None


def _take(words: ParsedWords, found: Head, noun: int | None, how: str) -> None:
    """Take a noun for what is counted; of `the number of cases` the cases."""
    if noun is None or found.first <= noun <= found.last:
        return
    base = lemma(words.words[noun])
    known = counted_words()
    if words.lower[noun] in known.not_heads and base not in known.empty:
        return
    if base in known.measures and base != "toll" and words.tags[noun] in ("NN", "NNS"):
        below = _of_measure(words, noun, found)
        if below is not None:
            noun = below
        elif base in known.empty and not _has_compound(words, noun):
            found.silent = not of_group(words, noun)
            if found.silent:
                return
    found.word, found.how = noun, how


def _toll_before(words: ParsedWords, first: int) -> int | None:
    """A headline's `Death toll in the blast at least 112`, where no verb stands between."""
    for at in range(first - 1, max(first - _MOST_BACK, -1), -1):
        if words.lower[at] == "toll":
            return at
        if words.tags[at][:2] in ("VB", "CD") or words.lower[at] in (".", ",", ";"):
            return None
    return None


def is_measure(number: Number) -> bool:
    """Whether its unit is one of length, weight and so on: no money, no share."""
    return number.unit not in (None, "percent", "points") and not is_currency(number.unit)


def _is_distance(words: ParsedWords, found: Head, lead: str) -> bool:
    """Whether a measure says how far it is: `27 miles from the border`, `fell for 300 metres`."""
    after = words.lower[found.last + 1 : found.last + 2]
    return bool(counted_words().distances.intersection(after)) or lead not in ("", "to", "at", "by")


def _of_measure(words: ParsedWords, noun: int, found: Head) -> int | None:
    for child in words.children.get(noun, ()):
        if child > noun and words.lower[child] == "of":
            below = object_of(words, child)
            own = below is not None and found.first <= below <= found.last
            named = below is not None and (
                is_noun(words, below) or word_outcome(words.lower[below]) != ""
            )
            if named and not own:
                return below
    return None


def _has_compound(words: ParsedWords, noun: int) -> bool:
    return noun > 0 and words.heads[noun - 1] == noun and words.tags[noun - 1] in ("NN", "NNS")


def measured_by(
    words: ParsedWords, verb: int, lead: str, found: Head, number: Number
) -> int | None:
    """The noun whose value a verb says: `the toll rose to`, `cut the force to`."""
    if is_measure(number) and _is_distance(words, found, lead):
        return None
    if words.tags[verb][:2] in ("RB", "IN", "RP", "JJ"):  # `up from`, `down to`
        at = words.heads[verb]
        if is_noun(words, at):
            return at
        if words.tags[at][:2] == "VB" and direction_of(words, verb):
            return subject_of(words, at)[0]
        verb = at
    if words.tags[verb][:2] not in ("VB", "MD"):
        return None
    base, full = verb_stem(words.lower[verb]), verb_with_particle(words, verb)
    moving = bool({base, full} & (stems("rising") | stems("falling")))
    valued = base in stems("setting" if lead else "value_verbs")
    if lead in ("to", "at", "from", "by", "in"):
        noun = _object(words, verb, found)
        if noun is not None:
            return noun if moving or valued else None
    return _measured_subject(words, verb, lead, found, number, says=moving or valued)


def _measured_subject(
    words: ParsedWords, verb: int, lead: str, found: Head, number: Number, *, says: bool
) -> int | None:
    base = verb_stem(words.lower[verb])
    subject, passive = subject_of(words, verb)
    if not says and not (passive and lead in ("to", "at")):
        return None
    if not lead and number.unit != "percent" and base in stems("not_of_money"):
        return None
    if subject is not None and words.tags[subject][:3] == "NNP" and number.unit is None:
        return None
    if lead in ("in", "with", "for", "on", "of"):
        among = lead == "in" and number.form == "word" and words.lower[found.first - 1] == "the"
        subject = subject if among else None
    elif subject is None:
        found.silent = has_pronoun(words, verb)
        if number.unit is None:
            subject = measure_before(words, verb)
    return subject


def _object(words: ParsedWords, verb: int, found: Head) -> int | None:
    for child in words.children.get(verb, ()):
        if words.deps[child] != "dobj" or not is_noun(words, child):
            continue
        if (
            child < found.first
            or words.heads[child] == found.first
            or lemma(words.words[child]) in counted_words().measures
        ):
            return child  # `bringing to 45 the number of dead`
    return None


def _apposed(words: ParsedWords, found: Head, number: Number, taken: Set[int]) -> None:
    """`$300,000 — the price of the flights`: a noun that says what the number is."""
    if number.unit is None or is_measure(number):
        return
    for child in words.children.get(found.top, ()):
        if child <= found.last or child in taken or _is_apart(words, found.last, child):
            continue
        if words.deps[child] == "appos" and is_noun(words, child):
            _take(words, found, child, "apposed")
            return


def _is_apart(words: ParsedWords, last: int, noun: int) -> bool:
    """Whether a verb, a colon or much else stands between a number and a noun."""
    between = range(last + 1, noun)
    if any(words.lower[at] in (":", ";", "|") or words.tags[at][:2] == "VB" for at in between):
        return True
    return len(between) > _MOST_BACK
