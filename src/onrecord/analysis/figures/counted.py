"""What the numbers of a paragraph count. `read_counted` conducts:

1. the head of each number's phrase, or the noun that it is the value of;
2. parts and their wholes;
3. what rises or falls by, to or from it; outcome;
4. those that are no figures are dropped;
5. heads left out are those of the nearest figure that fits.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.analysis.figures.counted_dropped import is_no_figure
from onrecord.analysis.figures.counted_elided import (
    ELSEWHERE,
    Reading,
    complete,
    inherit,
    is_left_out,
)
from onrecord.analysis.figures.counted_money import read_fund, read_sum
from onrecord.analysis.figures.counted_parts import find_wholes, sentence_of
from onrecord.analysis.figures.head_runs import Head, is_money, object_of, root_of
from onrecord.analysis.figures.head_words import (
    class_named,
    class_of,
    is_people,
    lemma,
    modifiers_of,
    phrase_span,
)
from onrecord.analysis.figures.heads import find_head
from onrecord.analysis.figures.kinds import kind_of
from onrecord.analysis.figures.moves import Move, find_move
from onrecord.analysis.figures.outcome_phrases import DISPLACED, is_away
from onrecord.analysis.figures.outcome_words import fits, noun_outcome, word_outcome
from onrecord.analysis.figures.outcomes import of_group, outcome_of
from onrecord.analysis.figures.parts import Counted, Number
from onrecord.analysis.figures.values import find_value
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.counted_words import counted_words
from onrecord.values.vocabulary import FigureKind

_MOST_STEPS = 8


def read_counted(words: ParsedWords, numbers: Sequence[Number]) -> list[Counted | None]:
    """What each number counts; None for one that is no figure.

    Args:
        words: the paragraph.
        numbers: its numbers, in order.
    """
    # 1. heads
    roots = {root_of(words, one.first, one.last): at for at, one in enumerate(numbers)}
    heads = [find_head(words, one, roots) for one in numbers]
    taken = {at for head in heads for at in range(head.first, head.last + 1)}
    for number, head in zip(numbers, heads, strict=True):
        if head.word is None and not head.partitive and head.how not in ELSEWHERE:
            if read_fund(words, head, number):
                continue
            find_value(words, head, number, taken)
            if head.word is None:
                read_sum(words, head, number)
    # 2. wholes
    wholes = find_wholes(words, numbers, heads)
    # 3. moves and outcomes
    readings = [_read(words, *each) for each in zip(numbers, heads, wholes, strict=True)]
    # 4. no figures
    for one in readings:
        one.dropped = is_no_figure(
            words, one.number, one.head, one.outcome, joined=_is_joined(words, one, readings)
        )
    # 5. heads left out
    for position, one in enumerate(readings):
        if is_left_out(words, readings, position):
            one.noun, one.span, one.outcome, one.base = None, None, "", ""
        if one.noun is None and not one.dropped:
            complete(words, readings, position)
    for one in readings:
        inherit(words, one, readings)
    return [None if one.dropped else _counted(words, one) for one in readings]


def _read(words: ParsedWords, number: Number, head: Head, whole: int | None) -> Reading:
    move = find_move(words, number, head)
    one = Reading(number, head, move, whole, governor=_governor(words, head.top))
    one.noun = noun = _thing(words, head, move, is_sum=is_money(words, number))
    one.adjacent = head.adjacent and noun == head.word
    if noun is not None:
        after = head.last if noun > head.last else -1
        one.base = class_of(words, noun)
        if number.form == "age" and words.tags[noun] == "NNP":
            one.base = words.lower[noun]
        if not head.adjacent and lemma(words.words[noun]) in counted_words().gatherings:
            one.base = "person"  # `a crowd of 6,200`
        one.modifiers = modifiers_of(words, noun, after)
        one.span = phrase_span(words, noun, after)
    if number.form not in ("age", "score"):
        one.outcome = outcome_of(words, noun, head.top, head.last)
    if head.group is not None and not one.outcome and number.unit is None:
        one.outcome = of_group(words, head.group)
    if not one.outcome and _may_be_away(words, one):
        one.outcome = DISPLACED
    if noun is not None and _stands_for_people(words, one, noun):
        _take_people(words, one, noun)
    _fit(words, one)
    return one


def _may_be_away(words: ParsedWords, one: Reading) -> bool:
    """Whether people, named or not, are told to be out of their homes."""
    if one.number.unit is not None or one.number.form not in ("cardinal", "word"):
        return False
    if one.noun is None:
        return is_away(words, one.head.last)
    return is_people(one.base) and one.noun > one.head.last and is_away(words, one.noun)


def _take_people(words: ParsedWords, one: Reading, noun: int) -> None:
    """Of `deaths` and its like the people: `the toll of its medics`, `civilian deaths`."""
    one.base = "person"
    one.modifiers = tuple(word for word in one.modifiers if not noun_outcome(word))
    for child in words.children.get(noun, ()):
        if words.lower[child] not in ("of", "among") or child < noun:
            continue
        below = object_of(words, child)
        if below is not None and words.tags[below] in ("NNS", "NNPS"):
            one.noun, one.base = below, class_of(words, below)
            one.modifiers = modifiers_of(words, below, noun)
            one.span, one.adjacent = phrase_span(words, below, noun), False
            return
    whose = [word for word in one.modifiers if class_named(word) in counted_words().people_classes]
    if whose:
        one.base = class_named(whose[0])
        one.modifiers = tuple(word for word in one.modifiers if word != whose[0])


def _stands_for_people(words: ParsedWords, one: Reading, noun: int) -> bool:
    """Whether what is printed names no people, but is a count of them: `deaths`, `the dead`."""
    known = counted_words()
    named = noun_outcome(lemma(words.words[noun])) or word_outcome(words.lower[noun])
    if one.head.how == "outcome" or named in known.of_people:
        return True
    return one.base in known.empty and one.outcome in known.of_people


def _fit(words: ParsedWords, one: Reading) -> None:
    """Leave out an outcome that cannot be that of what is counted."""
    people = is_people(one.base) or (one.noun is not None and words.tags[one.noun] == "NNPS")
    if people and one.outcome == "destroyed":
        one.outcome = "killed"
    if one.number.unit not in (None, "percent") or is_money(words, one.number):
        one.outcome = ""
    if _is_presupposed(words, one):
        one.outcome = ""
    if not fits(one.outcome, one.base, people=people):
        one.outcome = ""


def _is_presupposed(words: ParsedWords, one: Reading) -> bool:
    """Whether a stock that stands is named: `calls to expel the 5,000 troops`."""
    before = one.head.first - 1
    while before > 0 and words.tags[before] in ("RB", "IN", "JJR", "JJS"):
        before -= 1
    if (
        one.noun is None
        or before < 0
        or words.lower[before] not in ("the", "those", "its", "their")
    ):
        return False
    verb = words.heads[one.head.top]
    infinitive = any(words.lower[c] == "to" for c in words.children.get(verb, ()))
    return infinitive and one.base in counted_words().stocks


def _thing(words: ParsedWords, head: Head, move: Move, *, is_sum: bool) -> int | None:
    """What is counted: of an increase what increases."""
    if head.word is None or not move.is_change or head.word != move.word:
        return head.word
    for child in words.children.get(head.word, ()):
        if child > head.word and words.lower[child] in ("in", "of"):
            below = object_of(words, child)
            if below is not None and words.tags[below] in ("NN", "NNS", "NNPS"):
                return below
    before = head.word - 1
    if before > head.last and words.tags[before] in ("NN", "NNS"):
        return before
    return head.word if is_sum else None  # `a $4,500 raise`


def _governor(words: ParsedWords, top: int) -> int | None:
    """The verb above; `including` and its like are none."""
    node = top
    for _ in range(_MOST_STEPS):
        over = words.heads[node]
        if over == node:
            break
        node = over
        if words.tags[node][:2] == "VB" and words.deps[node] not in ("prep", "amod"):
            return node
    return node if words.tags[node][:2] == "VB" and node != top else None


def _is_joined(words: ParsedWords, own: Reading, readings: Sequence[Reading]) -> bool:
    """Whether it stands in one list with another number of people or things."""
    if own.noun is None:
        return False
    beside = {words.heads[own.noun], *words.children.get(own.noun, ())}
    return any(
        one is not own
        and one.noun is not None
        and one.number.unit is None
        and one.number.form == "cardinal"
        and words.lower[one.number.first] != "one"
        and (one.noun in beside or one.base == own.base)
        and sentence_of(words, one.head.first) == sentence_of(words, own.head.first)
        for one in readings
    )


def _counted(words: ParsedWords, one: Reading) -> Counted:
    number, move = one.number, one.move
    kind = kind_of(
        words,
        number,
        one.head.top,
        base=one.base,
        how=one.head.how,
        outcome=one.outcome,
        governor=one.governor,
        moves=bool(move.direction),
    )
    if move.is_change and number.form not in ("age", "score") and not one.outcome:
        kind = FigureKind.CHANGE
    how = one.head.how or ("elided" if one.elided else "silent" if one.head.silent else "none")
    return Counted(
        kind=kind,
        word=one.noun,
        span=one.span,
        adjacent=one.adjacent,
        head=one.base,
        modifiers=one.modifiers,
        outcome=one.outcome,
        governor=one.governor,
        direction=move.direction if kind is FigureKind.CHANGE else "",
        former=move.former,
        part_of=one.whole if one.whole is not None and not _lost(one, kind) else None,
        elided=one.elided,
        why=f"counted: {how}",
    )


def _lost(one: Reading, kind: FigureKind) -> bool:
    return kind in (FigureKind.AGE, FigureKind.CHANGE) or one.move.former
