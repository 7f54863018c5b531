"""Whose each number's things are, and of which part of them it speaks."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.analysis.figures.parts import Counted
from onrecord.analysis.figures.scope_names import Named, named_at, phrase_span
from onrecord.analysis.figures.scope_words import noun_is, verb_is
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.name_words import name_words
from onrecord.lexicon.nationalities import country_of
from onrecord.lexicon.scope_words import scope_words
from onrecord.values.spans import Span
from onrecord.values.vocabulary import EntityType, FigureKind

_BEFORE = frozenset({"amod", "compound", "nmod", "poss", "nummod"})
_MOST_STEPS = 5
_TO_VERB = frozenset({"dobj", "pobj", "prep", "nummod", "quantmod", "appos", "conj"})
_OWNING = frozenset({EntityType.ORGANISATION, EntityType.GROUP, EntityType.PLACE})

type Owner = tuple[Span, str]
"""Words that name an owner, and the rule."""


def owner_of(
    words: ParsedWords, named: Sequence[Named], counted: Counted, start: int
) -> Owner | None:
    """The owner that a number's own phrase or the subject of its verb names.

    Args:
        words: the paragraph.
        named: its names.
        counted: what the number counts.
        start: the word on which the number's phrase hangs: the counted noun, else the number.
    """
    head = start if counted.word is None else counted.word
    found = _before(words, named, head) or _behind(words, named, head, counted.word)
    if found is not None and not (counted.outcome and _is_of_toll(words, head)):
        return found
    return _having(words, named, counted, head)


def _is_of_toll(words: ParsedWords, head: int) -> bool:
    """Whether it is whose toll or count is told, not whose people: `the agency's death toll`."""
    return words.lower[head] in ("toll", "tolls", "count", "tally", "estimate", "figure", "deaths")


def owner_beside(words: ParsedWords, named: Sequence[Named], noun: int) -> Owner | None:
    """The owner that a noun's own phrase names."""
    return _before(words, named, noun) or _behind(words, named, noun, None)


def _before(
    words: ParsedWords, named: Sequence[Named], head: int, *, pronouns: bool = True
) -> Owner | None:
    """`American troops`, `NATO troops`, `the company's workers`; `its` where that is asked for."""
    for child in words.children.get(head, ()):
        dep = words.deps[child]
        if child >= head or dep not in _BEFORE:
            continue
        name = named_at(named, child)
        if dep == "poss":
            if not pronouns and words.lower[child] in scope_words().its:
                return None
            return _possessor(words, named, child, name)
        if name is not None and name.last < head and _may_own(words, name):
            return _with_listed(words, named, name), "owner-before"
        if country_of(words.words[child]) is not None and name is None:
            return phrase_span(words, child, child), "owner-before"
    return None


def _with_listed(words: ParsedWords, named: Sequence[Named], name: Named) -> Span:
    """The owner with one listed behind it: `Valean and Orrish troops` are neither's alone."""
    for child in words.children.get(name.root, ()):
        other = named_at(named, child) if words.deps[child] == "conj" else None
        if other is not None and other.first > name.last:
            return Span(name.span.start, other.span.end)
    return name.span


def _may_own(words: ParsedWords, name: Named) -> bool:
    return name.kind in _OWNING or country_of(name.span.slice(words.text)) is not None


def _possessor(
    words: ParsedWords, named: Sequence[Named], child: int, name: Named | None
) -> Owner | None:
    low = words.lower[child]
    if low in scope_words().its:
        own = low in scope_words().its_own
        return _subject(words, named, words.heads[child]) if own else None
    if noun_is(low, "no_owners"):
        return None
    if name is not None:
        return name.span, "owner-possessive"
    if words.tags[child][:2] != "NN" or (
        words.tags[child] == "NNS" and _left_edge(words, child) == child
    ):  # `children's furniture`
        return None
    return phrase_span(words, _left_edge(words, child), child), "owner-possessive"


def _left_edge(words: ParsedWords, node: int) -> int:
    first = node
    while (below := words.children.get(first)) and below[0] < first:
        first = below[0]
    return first


def _subject(words: ParsedWords, named: Sequence[Named], node: int) -> Owner | None:
    """The subject of the clause that holds a word, where it may be what `its` stands for."""
    for _ in range(_MOST_STEPS):
        above = words.heads[node]
        if above == node:
            return None
        node = above
        if words.tags[node][:2] in ("VB", "MD"):
            break
    while True:
        for child in words.children.get(node, ()):
            if words.deps[child] in ("nsubj", "nsubjpass"):
                return _owning_subject(words, named, child)
        if words.deps[node] not in ("conj", "xcomp"):
            return None
        node = words.heads[node]


def _owning_subject(words: ParsedWords, named: Sequence[Named], subject: int) -> Owner | None:
    if words.tags[subject] in ("WDT", "WP"):  # `the company, which has 300 workers`
        verb = words.heads[subject]
        if words.deps[verb] != "relcl":
            return None
        subject = words.heads[verb]
    name = named_at(named, subject)
    if name is not None:
        return (name.span, "owner-subject") if _may_own(words, name) else None
    low = words.lower[subject]
    if words.tags[subject][:2] != "NN":
        return None
    if noun_is(low, "members"):
        own = _before(words, named, subject, pronouns=False)
        if own is not None:
            return own
        last = _right_edge(words, subject)
        return phrase_span(words, _left_edge(words, subject), last), "owner-subject"
    if low in name_words().organisation_heads or low in ("company", "firm", "group", "carmaker"):
        return phrase_span(words, _left_edge(words, subject), subject), "owner-subject"
    return None


def _right_edge(words: ParsedWords, node: int) -> int:
    """The last word of a noun's phrase, without clauses and what stands behind a comma."""
    last = node
    for child in words.children.get(node, ()):
        if child > node and words.deps[child] in ("prep", "pobj", "compound", "nmod"):
            last = max(last, _right_edge(words, child))
    return last


def _behind(
    words: ParsedWords, named: Sequence[Named], head: int, counted: int | None
) -> Owner | None:
    """`members of the coalition`, `soldiers from Vale`, `workers at Orr Motors`."""
    for preposition in words.children.get(head, ()):
        if preposition < head or words.deps[preposition] != "prep":
            continue
        for node in words.children.get(preposition, ()):
            if words.deps[node] == "pobj" and node != counted:
                found = _behind_it(words, named_at(named, node), head, preposition, node)
                if found is not None:
                    return found
    return None


def _behind_it(
    words: ParsedWords, name: Named | None, head: int, preposition: int, node: int
) -> Owner | None:
    word, member = words.lower[preposition], noun_is(words.lower[head], "members")
    if name is None:
        if word != "of" or not member or not _is_body(words, node):
            return None
        return phrase_span(words, _left_edge(words, node), node), "owner-of"
    if member and (word == "of" or (word == "from" and _may_own(words, name))):
        return name.span, f"owner-{word}"
    if (
        word == "at"
        and noun_is(words.lower[head], "staff")
        and name.kind is EntityType.ORGANISATION
        and not name.placed
    ):
        return name.span, "owner-at"
    return None


def _is_body(words: ParsedWords, noun: int) -> bool:
    return words.lower[noun] in name_words().organisation_heads


def _having(
    words: ParsedWords, named: Sequence[Named], counted: Counted, head: int
) -> Owner | None:
    """The subject of `have`, `deploy`, `cut`, of which the number's phrase is the object."""
    if counted.outcome or counted.kind is FigureKind.SHARE:
        return None
    node, path = head, []
    for _ in range(_MOST_STEPS):
        above, dep = words.heads[node], words.deps[node]
        if above == node or dep not in _TO_VERB:
            return None
        path.append(node)
        if words.tags[above][:2] == "VB":
            if not verb_is(words.lower[above], "having") or not _is_object(words, path):
                return None
            return _subject(words, named, node)
        node = above
    return None


def _is_object(words: ParsedWords, path: Sequence[int]) -> bool:
    """Whether a way up to a verb comes from its object or from behind `to`, `by`, `from`."""
    if words.deps[path[-1]] != "prep":
        return True
    return words.lower[path[-1]] in ("to", "by", "from", "at")
