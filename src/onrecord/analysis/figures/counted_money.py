"""What a sum of money is of, where its own phrase does not say: `paid $2 billion for the bank`,
`those transfers include $20 million`, `she had $448,000` of an account."""

from __future__ import annotations

from onrecord.analysis.event_words import verb_stem
from onrecord.analysis.figures.counted_parts import sentence_of
from onrecord.analysis.figures.counted_subjects import subject_of
from onrecord.analysis.figures.head_runs import Head, is_money, object_of
from onrecord.analysis.figures.head_words import is_noun, lemma
from onrecord.analysis.figures.outcome_words import stems
from onrecord.analysis.figures.parts import Number
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.counted_words import counted_words

_HAVING = frozenset({"have", "has", "had", "hold", "holds", "held", "keep", "keeps", "kept"})
_INCLUDING = frozenset({"include", "includes", "included", "comprise", "comprises", "comprised"})
_RESULTING = frozenset({"result", "bring", "yield", "generate", "mean", "provide"})
_PLACED = frozenset(
    {"keep", "keeping", "keeps", "kept", "put", "putting", "puts", "have", "having", "has", "had",
     "hold", "holding", "holds", "held", "invest", "invested", "investing", "with"}
)  # fmt: skip
_PAYING = frozenset({"pay", "pays", "paid", "paying", "owe", "owes", "owed", "forfeit", "forfeits"})
_RAISING = frozenset({"raise", "raises", "raised", "raising"})
_SPENDING = frozenset({"spend", "spends", "spent", "spending", "waste", "wasted"})
_GENERAL = frozenset({"NN", "NNS"})
_TEXTS = frozenset({"version", "bill", "law", "plan", "proposal", "measure", "act", "draft"})
_MONEY = frozenset({"money", "fund", "funding", "cash", "aid"})
_FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})
_OF_CLAUSE = _FINITE | {"NNP", "PRP", "DT", "NN", "NNS", "VB", "VBN", "VBG", "TO", "RB", "WDT"}
_CLAUSE = 9
"""Words of a clause without a pronoun that describes a sum."""


def read_sum(words: ParsedWords, found: Head, number: Number) -> None:
    """Fill in what a sum of money is of.

    Args:
        words: the paragraph.
        found: what was found of the head; changed here.
        number: the number.
    """
    if not is_money(words, number):
        return
    if (noun := _purpose(words, found) or _covered(words, found)) is not None:
        found.word, found.how = noun, "for"
        return
    verb = _verb_over(words, found)
    if verb is None:
        return
    noun, how = _by_verb(words, found, verb)
    if how in ("held", "deal") or noun is not None:
        found.word, found.how = noun, how


def _by_verb(words: ParsedWords, found: Head, verb: int) -> tuple[int | None, str]:
    """What a verb that pays, sells, has or brings a sum says that it is of, and in which way."""
    own = words.deps[found.top] == "dobj"
    base, low = verb_stem(words.lower[verb]), words.lower[verb]
    if base in {verb_stem(one) for one in _RESULTING}:
        return _of_deal(words, subject_of(words, verb)[0]), "deal"
    if base in stems("selling") and _leads(words, found, ("for", "at")):
        return _object_before(words, verb, found), "sold"
    if not own:
        return None, ""
    noun = None
    if base in stems("buying"):
        noun = _paid_into(words, found, verb) or _bought(words, found, verb)
    if noun is not None:
        return noun, "for"
    if base in stems("granting") and (granted := _granted(words, found)) is not None:
        return granted, "granted"
    if low in _INCLUDING:
        subject = subject_of(words, verb)[0]
        text = subject is not None and lemma(words.words[subject]) in _TEXTS
        return None if text else subject, "include"
    if low in _HAVING:
        return _before(words, found, counted_words().holders), "held"
    if low in _PAYING:
        return _before(words, found, counted_words().deals), "deal"
    return None, ""


def read_held(words: ParsedWords, found: Head, number: Number) -> bool:
    """Fill in what holds a share in something: `a fund with 80 percent in stocks`.

    Returns:
        Whether it is such a share; the holder may stand in another sentence.
    """
    at = found.last + 1
    if number.unit != "percent" or words.lower[at : at + 1] != ["in"]:
        return False
    if object_of(words, at) is None or words.tags[at + 1] not in ("NN", "NNS", "JJ"):
        return False
    holder = _before(words, found, counted_words().holders)
    if holder is None and not _is_placed(words, found):
        return False
    found.word, found.how = holder, "held"
    return True


def _is_placed(words: ParsedWords, found: Head) -> bool:
    before = words.lower[max(found.first - 3, 0) : found.first]
    over = words.heads[found.top]
    if words.deps[found.top] == "conj":
        over = words.heads[over]  # `60 percent in stocks and 40 percent in bonds`
    return bool(_PLACED.intersection(before)) or words.lower[over] in _PLACED - {"with"}


def _verb_over(words: ParsedWords, found: Head) -> int | None:
    over = words.heads[found.top]
    if words.deps[found.top] == "pobj":
        over = words.heads[over]
    if words.deps[over] == "pcomp":  # `result in billions of dollars going to towns`
        over = words.heads[words.heads[over]]
    for _ in range(2):
        if words.tags[over][:2] == "VB":
            return over
        over = words.heads[over]
    return None


def _leads(words: ParsedWords, found: Head, leads: tuple[str, ...]) -> bool:
    return words.deps[found.top] == "pobj" and words.lower[words.heads[found.top]] in leads


def _purpose(words: ParsedWords, found: Head) -> int | None:
    """`billions of dollars for a wall`: the noun of a `for` right behind the sum."""
    at = found.last + 1
    if words.lower[at : at + 1] != ["for"]:
        return None
    below = object_of(words, at)
    if below is None or words.tags[below] not in ("NN", "NNS"):
        return None
    return None if words.lower[below] in counted_words().not_heads else below


def read_fund(words: ParsedWords, found: Head, number: Number) -> bool:
    """Fill in the fund that a sum is from, or what it is set aside for; whether one is named.

    `$3 million from the relief fund`, `$2 million earmarked for schools`.
    """
    at = found.last + 1
    if not is_money(words, number) or at + 1 >= len(words.lower):
        return False
    if words.lower[at] == "from":
        below = object_of(words, at)
        if below is None or lemma(words.words[below]) not in counted_words().funds:
            return False
    elif verb_stem(words.lower[at]) in stems("granting") and words.tags[at] in ("VBN", "VBD"):
        lead = at + 1 + (words.lower[at + 1] == "aside")
        below = object_of(words, lead) if words.lower[lead : lead + 1] == ["for"] else None
    else:
        return False
    if below is None or words.tags[below] not in _GENERAL:
        return False
    found.word, found.how = below, "fund"
    return True


def _covered(words: ParsedWords, found: Head) -> int | None:
    """`$9 million to cover the costs`, `$9 million Norland wants to divert for the wall`."""
    at, acts = found.last + 1, False
    if words.lower[at : at + 1] == ["to"]:
        verb = at + 1
        if verb >= len(words.lower) or verb_stem(words.lower[verb]) not in stems("covering"):
            return None
        kids = words.children.get(verb, ())
        return next((c for c in kids if words.deps[c] == "dobj" and is_common(words, c)), None)
    for node in range(at, min(at + _CLAUSE, len(words.lower))):
        if acts and words.lower[node] == "for":
            below = object_of(words, node)
            return below if below is not None and is_common(words, below) else None
        acts = acts or words.tags[node] in _FINITE
        if words.tags[node] not in _OF_CLAUSE or (node == at and words.tags[node] in _FINITE):
            return None
    return None


def is_common(words: ParsedWords, at: int) -> bool:
    """Whether a word is a noun that is no name and may be what is counted."""
    return words.tags[at] in _GENERAL and words.lower[at] not in counted_words().not_heads


def _granted(words: ParsedWords, found: Head) -> int | None:
    """What money is for in the sentence before: `money for schools. The council approved $3`."""
    sentence = sentence_of(words, found.first)
    if not sentence:
        return None
    first, end = words.sentences[sentence - 1]
    for at in range(first, end - 2):
        if lemma(words.words[at]) in _MONEY and words.lower[at + 1] == "for":
            below = object_of(words, at + 1)
            return below if below is not None and is_common(words, below) else None
    return None


def _bought(words: ParsedWords, found: Head, verb: int) -> int | None:
    """`for` with its noun, right behind the sum or below the verb."""
    for over in (found.top, verb):
        for child in words.children.get(over, ()):
            spent = words.lower[child] == "on" and words.lower[verb] in _SPENDING
            if (
                not (words.lower[child] == "for" or spent)
                or not found.last < child <= found.last + 4
            ):
                continue
            below = object_of(words, child)
            if below is not None and is_noun(words, below):
                if words.tags[below][:3] == "NNP" and words.lower[verb] in _RAISING:
                    return None
                return None if words.lower[below] in counted_words().not_heads else below
    return None


def _paid_into(words: ParsedWords, found: Head, verb: int) -> int | None:
    """`pay $5 million into the fund`."""
    for child in words.children.get(verb, ()):
        if words.lower[child] == "into" and child > found.last:
            below = object_of(words, child)
            if below is not None and lemma(words.words[below]) in counted_words().holders:
                return below
    return None


def _object_before(words: ParsedWords, verb: int, found: Head) -> int | None:
    for child in words.children.get(verb, ()):
        passive = words.deps[child] == "nsubjpass"
        if (words.deps[child] == "dobj" or passive) and child < found.first:
            return child if is_noun(words, child) else None
    return None


def _of_deal(words: ParsedWords, subject: int | None) -> int | None:
    if subject is None or lemma(words.words[subject]) not in counted_words().deals:
        return None
    return subject


def _before(words: ParsedWords, found: Head, lemmas: frozenset[str]) -> int | None:
    """The nearest of some nouns before the number, in its sentence or the one before it."""
    sentence = sentence_of(words, found.first)
    first = words.sentences[max(sentence - 1, 0)][0]
    for at in range(found.first - 1, first - 1, -1):
        if words.tags[at] in _GENERAL and lemma(words.words[at]) in lemmas:
            return at
    return None
