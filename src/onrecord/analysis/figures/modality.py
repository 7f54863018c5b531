"""How a figure is meant: a climb from the number through the words that it hangs on.

The strongest of what is met on the way counts; a clause that the writer adds himself (a relative
clause, an apposition, a clause of time) is the end of the way.
"""

from __future__ import annotations

from itertools import pairwise

from onrecord.analysis.figures.modality_hearsay import corrected, hearsay
from onrecord.analysis.figures.modality_meanings import meant_by, of_object
from onrecord.analysis.figures.modality_nouns import (
    Mood,
    is_definite,
    mood_before,
    mood_of_noun,
    names_deed,
)
from onrecord.analysis.figures.modality_verbs import (
    disbelieved,
    is_finite,
    own_mood,
    stronger,
)
from onrecord.analysis.figures.modality_words import (
    SUBJECTS,
    below,
    is_verb,
    phrase_of,
    root_of,
    stem_at,
    stems_of,
)
from onrecord.analysis.figures.parts import Counted, Number
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.values.vocabulary import Bound, FigureKind, Modality

_BOUNDS = (Bound.AT_LEAST, Bound.AT_MOST)
_MOST_STEPS = 24
_ENDS = frozenset({"relcl", "parataxis", "appos", "csubj", "meta"})


def mood_of(words: ParsedWords, number: Number, counted: Counted) -> Mood:
    """How the number is meant, `asserted` where nothing says otherwise; and why."""
    node = root_of(words, number.first, number.last)
    if (found := _negated_number(words, node, number)) is not None:
        return found
    if (wrong := corrected(words, number)) is not None:
        return wrong
    node, mood = _in_phrase(words, node, counted)
    found = mood if counted.former else _of_clauses(words, node, mood, number, counted)
    return found or hearsay(words, number, node) or (Modality.ASSERTED, "")


def _of_clauses(
    words: ParsedWords, node: int, mood: Mood | None, number: Number, counted: Counted
) -> Mood | None:
    """What the clauses around a number say; nothing of what is there already."""
    share = counted.kind is FigureKind.SHARE
    if mood is None and is_definite(words, -1 if share else node, number.first):
        return None
    things = counted.kind in (FigureKind.COUNT, FigureKind.LEVEL)
    found = _climbed(words, node, mood, things=things)
    if found is not None and found[0] is Modality.DENIED and number.bound in _BOUNDS:
        return None  # `has not grown more than 2 percent` is a bound
    return found


def _climbed(words: ParsedWords, start: int, before: Mood | None, *, things: bool) -> Mood | None:
    """The strongest mood from a word upwards, or that of its own phrase."""
    node, under, mood = start, start, before
    for _ in range(_MOST_STEPS):
        if is_verb(words, node) and words.deps[node] != "amod":
            mood = stronger(mood, own_mood(words, node, under))
        if _ends_at(words, node) or _is_apart(words, node, things=things):
            break
        head = words.heads[node]
        above = meant_by if is_verb(words, head) else mood_of_noun
        mood = stronger(mood, above(words, head, node))
        if _tells_by_itself(words, node):
            return stronger(mood, disbelieved(words, head))
        node, under = head, node
    return mood


def _negated_number(words: ParsedWords, node: int, number: Number) -> Mood | None:
    """`not 300 but 200`, `No, not $2 billion`: the number itself is denied."""
    before = number.first - 1
    if before < 0 or words.lower[before] not in ("not", "n't", "n’t"):
        return None
    if (before and words.lower[before - 1] == "if") or words.lower[number.last] == "few":
        return None  # `hundreds, if not thousands`, `not a few`
    contrast = "but" in words.lower[number.last : number.last + 12]
    apart = before > 0 and bool(words.marks[before - 1])
    own = apart or words.heads[before] in phrase_of(words, node)
    if own or (contrast and words.heads[before] == words.heads[node]):
        return Modality.DENIED, "negated: number"
    return None


def _in_phrase(words: ParsedWords, number: int, counted: Counted) -> tuple[int, Mood | None]:
    """The noun of the number's own phrase, and what the words around it there say."""
    things = counted.kind in (FigureKind.COUNT, FigureKind.LEVEL) and not counted.outcome
    mood = mood_before(words, number, measures=not things)
    phrase = phrase_of(words, number)
    for under, node in pairwise(phrase):
        if counted.kind is FigureKind.MONEY:  # `a $5 million pledge`
            mood = stronger(mood, mood_of_noun(words, node, under))
        mood = stronger(mood, mood_before(words, node, measures=not things))
    node = phrase[-1]
    return node, stronger(mood, _behind(words, node))


def _behind(words: ParsedWords, noun: int) -> Mood | None:
    """What a participle behind a noun says: `300 feared dead`, `$5 million pledged by donors`."""
    for child in below(words, noun):
        if child > noun and words.deps[child] == "acl" and words.tags[child] == "VBN":
            if any(words.tags[c] == "VB" for c in below(words, child)):
                return None  # `three ships scheduled to return` are there
            return of_object(words, child, noun, stem_at(words, child))
    return None


def _ends_at(words: ParsedWords, node: int) -> bool:
    """Whether the way up ends at a word."""
    head, dep = words.heads[node], words.deps[node]
    if head == node or (dep in _ENDS and not _says_again(words, node)):
        return True
    if not is_verb(words, node):
        return False
    if dep in ("conj", "advcl"):
        own_subject = any(words.deps[c] in SUBJECTS for c in below(words, node))
        return own_subject or (dep == "advcl" and _adds(words, node, head))
    if dep == "pcomp":
        return is_finite(words, node)
    if dep != "acl" or words.tags[node] == "VB" or _is_that_clause(words, node):
        return False
    return stem_at(words, node) not in stems_of("measuring")  # `tariffs ranging from`


def _adds(words: ParsedWords, clause: int, head: int) -> bool:
    """Whether a clause only adds what happened: a finite one, or `efforts to stop them, holding
    300`.
    """
    if is_finite(words, clause):
        return True
    aim = words.tags[head] == "VB" and words.deps[head] in ("acl", "xcomp")
    return aim and words.tags[clause] == "VBG" and "," in words.words[head:clause]


def _is_apart(words: ParsedWords, node: int, *, things: bool) -> bool:
    """Whether it is an adjunct before its clause (`In two states, voters will`), or of a thing that
    is there already (`the arrest of 12 men could`).
    """
    head = words.heads[node]
    if words.deps[node] != "prep":
        return False
    if is_verb(words, head):
        subject = next((c for c in below(words, head) if words.deps[c] in SUBJECTS), None)
        return subject is not None and node < subject and words.lower[node] in _ADJUNCTS
    own, lower = stem_at(words, head), words.lower[node]
    if lower in _AT:
        amount = lower == "at" and own in stems_of("amounts")
        return mood_of_noun(words, head, node) is None and not amount
    if lower not in ("of", "by") or not is_definite(words, head, head):
        return False
    if not names_deed(words, head):
        return things and lower == "of" and not any(own in stems_of(name) for name in _HOLDING)
    return own not in stems_of("to_be_done") | stems_of("amounts")


_AT = frozenset({"on", "at", "from", "against", "near", "with"})
"""Prepositions behind a noun before what is there already: `limit the losses on 300 loans`."""
_HOLDING = ("amounts", "claims", "planned_nouns", "proposed_nouns", "conditional_nouns")
_ADJUNCTS = frozenset(
    {"with", "in", "on", "among", "from", "during", "after", "since", "amid", "across", "under"}
    | {"despite", "as", "before"}
)


def _says_again(words: ParsedWords, node: int) -> bool:
    """Whether an apposition only says the same in another unit (`$5bn (£3.3bn)`), or how many an
    indefinite group is (`a small garrison - about 2,500 soldiers - should stay`)."""
    head = words.heads[node]
    if words.deps[node] != "appos":
        return False
    if "CD" in (words.tags[node], words.tags[head]):
        return True
    counts = any(words.tags[child] == "CD" for child in below(words, node))
    return counts and any(words.lower[child] in ("a", "an") for child in below(words, head))


def _tells_by_itself(words: ParsedWords, node: int) -> bool:
    """Whether a clause is finite, so that what is above it only means it in some way."""
    if words.deps[node] not in ("ccomp", "acl") or not is_verb(words, node):
        return False
    if stem_at(words, words.heads[node]) in stems_of("perceiving"):
        return _is_that_clause(words, node)  # `would see their share cut by a third`
    return is_finite(words, node)


def _is_that_clause(words: ParsedWords, verb: int) -> bool:
    return any(words.deps[c] == "mark" for c in below(words, verb))
