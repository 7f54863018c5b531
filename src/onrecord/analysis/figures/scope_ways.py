"""The ways through a parse from a number to what may say where, whose and in which event it is.

From its phrase a way leads up, from word to head, and from there down again; every step has a
cost, and some are never taken: what somebody said is told of no place in which he said it.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.analysis.figures.scope_words import noun_cause, verb_is
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.scope_words import scope_words

_LIMIT = 6.0
"""No way is longer."""
_CLOSE = frozenset(
    {
        *("prep", "pobj", "nmod", "amod", "compound", "nummod", "quantmod", "poss", "det"),
        *("pcomp", "case", "npadvmod", "advmod", "agent", "aux", "auxpass", "attr", "oprd"),
        *("acomp", "prt", "predet", "dative"),
    }
)
_UP = {
    **dict.fromkeys(_CLOSE, 0.1),
    **dict.fromkeys(("dobj", "nsubj", "nsubjpass", "appos", "meta", "intj"), 0.2),
    **dict.fromkeys(("relcl", "acl", "xcomp", "conj", "advcl", "dep"), 1.0),
}
_DOWN = {
    **dict.fromkeys(_CLOSE, 0.1),
    **dict.fromkeys(("dobj", "nsubj", "nsubjpass"), 0.3),
    **dict.fromkeys(("xcomp", "advcl", "dep"), 1.0),
    **dict.fromkeys(("acl", "relcl", "conj"), 1.5),
}


@dataclass(frozen=True, slots=True)
class WayUp:
    """What stands above a number's phrase: word -> cost of the way to it."""

    start: int
    costs: dict[int, float]


def way_up(words: ParsedWords, start: int) -> WayUp:
    """The words above `start`, itself with them, as far as they tell of the same."""
    costs, cost, node = {start: 0.0}, 0.0, start
    while True:
        head = words.heads[node]
        if head == node or head in costs:
            break
        step = _step_up(words, node, head)
        if step is None:
            break
        cost += step
        if cost > _LIMIT:
            break
        costs[head] = cost
        node = head
    return WayUp(start, costs)


def _step_up(words: ParsedWords, node: int, head: int) -> float | None:
    dep = words.deps[node]
    if dep in ("ccomp", "parataxis"):
        return 0.5 if verb_is(words.lower[head], "leaving") else None
    if dep == "prep" and _leads_elsewhere(words, node):
        return None
    if dep == "advcl" and _marked(words, node):
        return None
    return _UP.get(dep)


def way_down(words: ParsedWords, up: WayUp, site: int) -> float | None:
    """The cost of the way from a number to `site`; None where none leads there.

    Args:
        words: the paragraph.
        up: the ways up from the number.
        site: number of the word that something is told of.
    """
    cost, node, below = 0.0, site, -1
    while node not in up.costs:
        head = words.heads[node]
        if head == node:
            return None
        step = _step_down(words, node, head, head == up.start)
        if step is None:
            return None
        cost += step
        if cost > _LIMIT:
            return None
        below, node = node, head
    if below >= 0 and words.deps[below] == "conj" and node != up.start:
        cost += 0.5
    return cost + up.costs[node]


def steps_down(words: ParsedWords, up: WayUp, site: int) -> tuple[int, list[int]] | None:
    """The word above a number where a way down to `site` begins, and the words of that way, the
    site first; None where none leads there."""
    node, path = site, []
    while node not in up.costs:
        path.append(node)
        if words.heads[node] == node:
            return None
        node = words.heads[node]
    return node, path


def _step_down(words: ParsedWords, node: int, head: int, own: bool) -> float | None:
    """The cost of going from `head` down to `node`; `own` where that is the number's own head."""
    dep = words.deps[node]
    if dep == "prep" and _leads_elsewhere(words, node):
        return None
    if dep == "advcl" and _marked(words, node):
        return None
    if dep in ("relcl", "acl") and not (own or _is_event(words, head)):
        return None
    if dep == "conj" and words.tags[node][:2] != "VB":
        return None
    if dep in ("nsubj", "agent") and verb_is(words.lower[head], "counting"):
        return None
    return _DOWN.get(dep)


def _leads_elsewhere(words: ParsedWords, preposition: int) -> bool:
    return words.lower[preposition] in scope_words().other_phrases


def _is_event(words: ParsedWords, noun: int) -> bool:
    return bool(noun_cause(words.lower[noun], words.lower[noun - 1] if noun else ""))


def _marked(words: ParsedWords, verb: int) -> bool:
    """Whether a clause opens with a word that lets it tell of something else."""
    other = scope_words().other_clauses
    return any(
        words.lower[child] in other
        for child in words.children.get(verb, ())
        if words.deps[child] in ("mark", "advmod", "prep") and child < verb
    )


def number_start(words: ParsedWords, first: int, last: int) -> int:
    """The word of a number on which its other words hang."""
    node = last
    for _ in range(last - first + 1):
        head = words.heads[node]
        if not first <= head <= last or head == node:
            break
        node = head
    return node
