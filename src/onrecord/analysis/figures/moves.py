"""Whether something rises or falls by, to or from a number."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.analysis.event_words import verb_stem
from onrecord.analysis.figures.directions import direction_of
from onrecord.analysis.figures.head_runs import Head, is_money
from onrecord.analysis.figures.head_words import class_of, is_noun, is_people, lemma
from onrecord.analysis.figures.outcome_words import stems, verb_with_particle
from onrecord.analysis.figures.parts import Number
from onrecord.analysis.figures.values import is_measure, mover_of
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.counted_words import counted_words
from onrecord.lexicon.number_words import is_currency

_MORE = frozenset({"more", "additional", "another", "extra", "further"})
_FEWER = frozenset({"fewer", "less"})
_MULTIPLES = {"doubl": "up", "tripl": "up", "trebl": "up", "quadrupl": "up", "halv": "down"}
_FEW = 10
_EARLIER = frozenset({"earlier", "ago", "last", "previous", "before", "prior"})
_DIRECT = frozenset({"npadvmod", "dobj", "advmod", "attr", "oprd", "nmod"})


@dataclass(slots=True)
class Move:
    """How a number stands to what rises or falls."""

    direction: str = ""
    is_change: bool = False
    """Whether the number is by how much it does."""
    former: bool = False
    """Whether the number is from where."""
    word: int | None = None
    """The verb, noun or adverb that says it."""


def find_move(words: ParsedWords, number: Number, head: Head) -> Move:
    """What rises or falls by, to or from the number."""
    move = (
        _multiple(words, number) or _noun_over(words, number, head) or _beside(words, number, head)
    )
    if move is None:
        move = _by_place(words, number, head)
    if not move.former and _is_formerly(words, number, head):
        move.former = True
    if move.is_change or move.former or head.word is None:
        return move
    return _more(words, number, head) or _as_object(words, head) or move


def _multiple(words: ParsedWords, number: Number) -> Move | None:
    """`doubled`, `tripling`."""
    if number.form != "multiple":
        return None
    low = words.lower[number.first]
    way = next((way for start, way in _MULTIPLES.items() if low.startswith(start)), "")
    return Move(way, is_change=True, word=number.first) if way else None


def _noun_over(words: ParsedWords, number: Number, head: Head) -> Move | None:
    """`a 10 percent increase`."""
    if head.word is None or head.how not in ("noun", "noun-after"):
        return None
    if number.unit is None and words.tags[head.word] in ("NNS", "NNPS"):
        return None
    if is_currency(number.unit) and _is_sum(words, head.word):
        return None
    way = direction_of(words, head.word) if is_noun(words, head.word) else ""
    return Move(way, is_change=True, word=head.word) if way else None


def _beside(words: ParsedWords, number: Number, head: Head) -> Move | None:
    """`up 3 percent`, `down 300`, `3 percent more than`."""
    before = head.first - 1
    if number.bound_word is not None and before >= 0:
        while before >= 0 and words.starts[before] >= number.bound_word.start:
            before -= 1
    if before >= 0 and words.lower[before] in ("up", "down") and words.deps[before] != "prt":
        return Move(words.lower[before], is_change=True, word=before)
    after = head.last + 1
    if number.unit is not None and after < len(words.lower):
        low = words.lower[after]
        if number.unit != "percent" and words.lower[after + 1 : after + 2] == ["than"]:
            return None
        if low in ("more", "higher", "greater") or low in ("less", "fewer", "lower"):
            way = "up" if low in ("more", "higher", "greater") else "down"
            return Move(way, is_change=True, word=after)
    return None


def _by_place(words: ParsedWords, number: Number, head: Head) -> Move:
    """By the verb, noun or adverb that the number's phrase hangs on."""
    dep, over, lead = words.deps[head.top], words.heads[head.top], -1
    if dep == "pobj":
        lead, over = over, words.heads[over]
    if over == head.top or (number.bound_word and _within(words, over, number)):
        return Move()
    lead, over = _mover(words, lead, over)
    move = Move(direction_of(words, over), word=over)
    low = words.lower[lead] if lead >= 0 else ""
    if not move.direction:
        return move
    if low == "from":
        move.former = _is_former(words, head, over)
    elif low == "by":
        move.is_change = words.deps[lead] != "agent" or not is_noun_of_people(words, head)
    elif low == "of":
        money = is_currency(number.unit)
        move.is_change = is_noun(words, over) and not (money and _is_sum(words, over))
    elif low == "in":
        move.is_change = number.form == "fraction"
    elif not low and dep in _DIRECT and not is_noun(words, over):
        move.is_change = _is_direct(words, number, over, head)
    return move


def _mover(words: ParsedWords, lead: int, over: int) -> tuple[int, int]:
    """The preposition before a number and what moves, where a noun stands between them."""
    low = words.lower[lead] if lead >= 0 else ""
    if low == "of" and _is_peak(words, over):
        return words.heads[over], words.heads[words.heads[over]]  # `down from a peak of`
    if low == "by" or (low in ("to", "from") and not direction_of(words, over)):
        mover = mover_of(words, over)  # `increased spending by`
        over = over if mover is None else mover
    return lead, over


def _is_peak(words: ParsedWords, noun: int) -> bool:
    """Whether it only names which value, behind `from`: `from a high of`."""
    empty = lemma(words.words[noun]) in counted_words().empty
    return empty and words.deps[noun] == "pobj" and words.lower[words.heads[noun]] == "from"


def _is_sum(words: ParsedWords, noun: int) -> bool:
    """Whether a noun of gain or loss is the sum itself: `a $15 million loss`."""
    return lemma(words.words[noun]) in counted_words().sums


def is_noun_of_people(words: ParsedWords, head: Head) -> bool:
    """Whether people are counted."""
    return head.word is not None and is_people(lemma(words.words[head.word]))


def _within(words: ParsedWords, at: int, number: Number) -> bool:
    bound = number.bound_word
    return bound is not None and bound.start <= words.starts[at] < bound.end


def _is_former(words: ParsedWords, head: Head, over: int) -> bool:
    """Whether `from` says what it was: not `retreated from 3 villages`."""
    if head.word is None or not head.adjacent:
        return True
    if words.tags[over][:2] != "VB":
        return not is_noun(words, over) or is_stock(words, head.word)
    return any(
        words.lower[c] == "to" and words.deps[c] == "prep" for c in words.children.get(over, ())
    )


def _is_direct(words: ParsedWords, number: Number, verb: int, head: Head) -> bool:
    if number.unit in ("percent", "points"):
        return True
    base = verb_stem(words.lower[verb])
    if is_measure(number) and head.word is None:
        return False  # `jumped 18 metres`
    if number.unit is not None or is_money(words, number):
        return base not in stems("not_of_money")
    return head.word is None


def _is_formerly(words: ParsedWords, number: Number, head: Head) -> bool:
    """`previously 3,000`, `compared with 3,000 a year earlier`."""
    first = before = head.first
    while (
        before > 0
        and number.bound_word is not None
        and words.starts[before] > number.bound_word.start
    ):
        before -= 1
    if before and words.lower[before - 1] in counted_words().formerly:
        return True
    if number.unit is None and head.word is not None and head.adjacent:
        return False
    for at in range(max(first - 4, 0), first):
        if words.lower[at] in ("compared", "versus", "against"):
            return any(low in _EARLIER for low in words.lower[head.last + 1 : head.last + 7])
    return False


def _more(words: ParsedWords, number: Number, head: Head) -> Move | None:
    """`3,000 more troops`, `another 300 troops`, `an additional 300`."""
    assert head.word is not None
    if class_of(words, head.word) not in counted_words().standing:
        return None
    if number.low is not None and number.low < _FEW:
        return None  # `another two soldiers`
    for at in (head.first - 2, head.first - 1, *range(head.last + 1, head.word)):
        low = words.lower[at] if at >= 0 else ""
        if low == "more" and at < head.first:
            continue
        if low in _MORE or low in _FEWER:
            return Move("up" if low in _MORE else "down", is_change=True, word=at)
    return None


def is_stock(words: ParsedWords, word: int) -> bool:
    """Whether what is counted is a stock that is added to and taken from: troops, jobs."""
    known = counted_words()
    base = lemma(words.words[word])
    return known.classes.get(base, base) in known.stocks


def _as_object(words: ParsedWords, head: Head) -> Move | None:
    """`cut 5,000 jobs`, `withdraw 2,000 troops`."""
    assert head.word is not None
    verb = words.heads[head.top]
    if words.deps[head.top] not in ("dobj", "nsubjpass") or not is_stock(words, head.word):
        return None
    if not head.adjacent or head.partitive:
        return None
    both = {verb_stem(words.lower[verb]), verb_with_particle(words, verb)}
    for name, way in (("adding", "up"), ("taking_away", "down")):
        if both & stems(name):
            return Move(way, is_change=True, word=verb)
    return None
