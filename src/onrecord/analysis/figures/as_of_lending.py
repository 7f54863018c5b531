"""Whether the time of another phrase or clause dates a figure too: the way up from a time
expression to the words that the figure hangs on."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace

from onrecord.analysis.figures.as_of_times import PlacedTime
from onrecord.analysis.figures.modality_nouns import names_deed
from onrecord.analysis.figures.modality_words import SUBJECTS, below, is_noun, is_verb
from onrecord.analysis.parsed_words import ParsedWords

CLAUSES = frozenset(
    {"relcl", "advcl", "ccomp", "parataxis", "csubj", "conj", "acl", "xcomp", "pcomp"}
)
"""Relations of the head of a clause, or of what is joined."""
MEANS = frozenset({"by", "with", "in"})
"""Prepositions before a clause that tells how what is above it was done."""
_MOST_STEPS = 24
_LENT = {"acl": 0, "xcomp": 1}
_MOST_LENT = 3
"""What a time of another clause costs more, in steps of the parse."""
_THEN = frozenset({"when", "as", "while", "after", "where", "once"})
"""What opens a clause of the same time as the one above it, or right before it."""
_THEN_ON = _THEN | {"since"}
_NEAREST = 2
_WITHIN = frozenset({"in", "at", "during", "by", "of", "from", "after", "following", "as", "since"})
"""Prepositions before an event with a date of its own: `killed in Friday's attack`."""
_BEFORE_NOUN = frozenset({"poss", "nmod", "compound", "amod", "npadvmod", "nummod"})
_PARTS = frozenset({"dobj", "nsubj", "nsubjpass", "pobj", "agent", "attr", "appos", "case"})


def way_to(
    words: ParsedWords, one: PlacedTime, reached: Container[int]
) -> tuple[int, int, PlacedTime] | None:
    """Where an expression reaches the words that a figure hangs on, at what cost, and itself with
    what opens its clause; None where it dates something else.

    Args:
        words: the paragraph.
        one: the expression.
        reached: the figure's words, from its number upwards.
    """
    node, steps, inside = one.root, 0, False
    if one.lead == "since" and one.root in reached:
        one = replace(one, lead="")  # `since May 3, when a blast killed 24`
    while node not in reached:
        head, dep = words.heads[node], words.deps[node]
        if head == node or steps > _MOST_STEPS:
            return None
        if dep in CLAUSES:
            if not _lets_out(words, node, reached, steps, inside=inside):
                return None
            steps += _LENT.get(dep, _MOST_LENT)
        if "since" in (_opener(words, node), words.lower[node]):
            one = replace(one, lead="since")  # `since the landing in May`, `since it began in May`
        if dep in _BEFORE_NOUN and node < head and is_noun(words, head):
            inside = head not in reached  # `Friday's attack`: dates that, and what happened in it
            if not inside:
                one = replace(one, lead="", lead_first=one.first)  # `after Friday's attack, which`
        elif inside and not _is_part(words, node, reached):
            return None
        node, steps = head, steps + 1
    return node, steps, replace(one, steps=steps)


def _lets_out(
    words: ParsedWords, node: int, reached: Container[int], steps: int, *, inside: bool
) -> bool:
    """Whether the time of a clause may date what is above its head."""
    if _is_participle(words, node) and steps > _NEAREST:
        return False  # a time deep in a clause such as `setting the stage for talks in May`
    if inside and _opener(words, node) not in _THEN_ON:
        return False
    head = words.heads[node]
    return _may_lend(words, node, head) if head in reached else _opens(words, node)


def _is_part(words: ParsedWords, node: int, reached: Container[int]) -> bool:
    """Whether what happened in an event is told above a word of it: `killed in Friday's raid`, `in
    the wake of Friday's raid`; not `the inquiry into the meddling in Friday's vote`.
    """
    if words.deps[node] != "prep":
        return words.deps[node] in _PARTS
    head, lower = words.heads[node], words.lower[node]
    if head in reached:
        return lower in _WITHIN
    return lower == "of" and is_noun(words, head) and not names_deed(words, head)


def _opener(words: ParsedWords, clause: int) -> str:
    """What opens a clause: `since the war began`, `when a bomb exploded`; lower case."""
    if words.deps[clause] != "advcl":
        return ""
    for child in below(words, clause):
        if child < clause and words.deps[child] in ("mark", "advmod"):
            return words.lower[child]
    return ""


def _opens(words: ParsedWords, node: int) -> bool:
    """Whether a clause lets its time out: a participle or infinitive, a noun joined by `and`."""
    if words.deps[node] == "conj":
        return not is_verb(words, node)
    if words.deps[node] == "pcomp":
        return words.lower[words.heads[node]] in MEANS
    return words.deps[node] in ("xcomp", "acl") and words.tags[node] in ("VBN", "VBG", "VB")


def _may_lend(words: ParsedWords, node: int, head: int) -> bool:
    """Whether the time of a clause right below the figure's words dates them too."""
    dep = words.deps[node]
    if dep in ("xcomp", "acl"):
        return True
    if dep == "pcomp":
        return words.lower[head] in MEANS
    if dep == "relcl":
        thing = is_noun(words, head) or words.tags[head] in ("CD", "$")
        return thing and words.tags[node] in ("VBD", "VBN")
    if dep == "conj":
        return not any(words.deps[c] in SUBJECTS for c in below(words, node))
    if dep != "advcl":
        return False
    return words.tags[node] == "VBG" or _opener(words, node) in _THEN_ON


def _is_participle(words: ParsedWords, node: int) -> bool:
    return words.deps[node] == "advcl" and words.tags[node] == "VBG"
