"""What became of those who are counted: killed, wounded, arrested, displaced and so on."""

from __future__ import annotations

from onrecord.analysis.event_words import verb_stem
from onrecord.analysis.figures.head_words import lemma
from onrecord.analysis.figures.outcome_words import (
    done,
    noun_outcome,
    outcome_before,
    stems,
    undergone,
    word_outcome,
)
from onrecord.analysis.parsed_words import ParsedWords

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_COMPLEMENTS = frozenset({"oprd", "acomp", "xcomp", "attr", "ccomp"})
_BESIDE_WITH = frozenset({"pcomp", "acl", "amod", "advcl", "oprd"})
_BOUNDING = frozenset({"CD", "IN", "JJS", "JJR", "RB", "RBR", "RBS"})
"""Tags of numbers and of the words that bound them."""
_NOMINAL = frozenset({"NN", "CD", "PR", "JJ"})
_AUXILIARIES = frozenset({"was", "were", "have", "has", "had", "been", "are", "is", "be"})
_TOLLS = {"injury": "wounded", "casualty": "casualty"}
_LOSSES = {"life": "killed", "home": "homeless"}
_MOST_STEPS = 4
_MOST_AHEAD = 20
"""Words from `left` to what those whom it left became."""
_NEAR = 4
"""Words before a head that may say what became of it."""


def outcome_of(words: ParsedWords, head: int | None, top: int, after: int) -> str:
    """What became of the counted, as a class; empty where nothing says it.

    Args:
        words: the paragraph.
        head: the head of what is counted.
        top: the word of the number's phrase that hangs on the rest of the sentence.
        after: the number's last word.
    """
    found = _of_head(words, head, after) if head is not None else ""
    for node in (top,) if head is None or head == top else (head, top):
        found = found or _of_clauses(words, node)
    if not found and head is not None and _takes_lives(words, words.heads[top], head):
        return "killed"
    return found or _of_place(words, top) or _beside(words, head, top, after)


def _of_head(words: ParsedWords, head: int, after: int) -> str:
    base, found = lemma(words.words[head]), word_outcome(words.lower[head])
    if found and (words.tags[head][:2] != "NN" or head == after + 1):
        return found
    if base == "toll":
        return _TOLLS.get(lemma(words.words[head - 1]) if head else "", "killed")
    if found := noun_outcome(base):
        return found
    before = (outcome_before(words.lower[at]) for at in range(max(after + 1, head - _NEAR), head))
    return next(filter(None, before), "")


def _of_clauses(words: ParsedWords, noun: int) -> str:
    """`soldiers killed in`, `people who died`, `people feared dead`."""
    for child in words.children.get(noun, ()):
        if child < noun:
            continue
        dep, found = words.deps[child], ""
        if dep == "acl" and words.tags[child] == "VBN":
            found = undergone(words, child) or _complement(words, child)
        elif dep == "relcl":
            found = _of_relative(words, child)
        elif dep in ("amod", "acl"):
            found = word_outcome(words.lower[child])
        elif words.lower[child] in ("among", "amongst"):
            found = _of_group(words, child)
        if found:
            return found
    return ""


def _of_relative(words: ParsedWords, verb: int) -> str:
    for child in words.children.get(verb, ()):
        if words.deps[child][:5] != "nsubj":
            continue
        if words.tags[child] not in ("WDT", "WP") and words.lower[child] != "that":
            return ""
        return _as_subject(words, verb, passive=words.deps[child] == "nsubjpass")
    return ""


def _of_place(words: ParsedWords, top: int) -> str:
    """By the verb or noun that the phrase hangs on."""
    dep, over = words.deps[top], words.heads[top]
    for _ in range(_MOST_STEPS):
        if dep not in ("conj", "appos") or over == top or words.tags[over][:2] not in _NOMINAL:
            break
        top = over
        dep, over = words.deps[top], words.heads[top]
    if over == top:
        return ""
    if dep in ("dobj", "attr", *_SUBJECTS) and _takes_lives(words, over, top):
        return "killed"
    if dep in _SUBJECTS:
        passive = dep == "nsubjpass" or _is_reduced(words, over)
        return _as_subject(words, over, passive=passive)
    if dep in ("dobj", "attr"):
        return _as_object(words, over)
    if dep == "pobj":
        return _below(words, over, top)
    return ""


def _is_reduced(words: ParsedWords, verb: int) -> bool:
    """Whether it is a participle without its auxiliary: `24 killed and 60 wounded`."""
    if words.tags[verb] not in ("VBN", "VBD", "JJ") or words.lower[verb] in _AUXILIARIES:
        return False
    if words.lower[verb + 1 : verb + 2] == ["off"]:
        return False
    return not any(
        words.deps[c] in ("aux", "auxpass") or (words.deps[c] == "dobj" and not is_listed(words, c))
        for c in words.children.get(verb, ())
    )


def _as_subject(words: ParsedWords, verb: int, *, passive: bool) -> str:
    if passive:
        found = undergone(words, verb) or _complement(words, verb)
        found = found or word_outcome(words.lower[verb]) or done(words, verb)
    else:
        found = done(words, verb) or _complement(words, verb)
        found = found or _lost(words, verb) or _among(words, verb)
        if not found and words.tags[verb] in ("VBG", "JJ"):
            found = word_outcome(words.lower[verb])
    joined = [
        _as_subject(words, child, passive=passive)
        for child in words.children.get(verb, ())
        if words.deps[child] == "conj" and not _has_subject(words, child)
    ]
    outcomes = [one for one in (found, *joined) if one]
    return "killed" if "killed" in outcomes else next(iter(outcomes), "")


def is_listed(words: ParsedWords, noun: int) -> bool:
    """Whether what the parse takes for an object opens the next count: `2 killed 5 others hurt`."""
    return bool(word_outcome("".join(words.lower[noun + 1 : noun + 2])))


def _has_subject(words: ParsedWords, verb: int) -> bool:
    return any(words.deps[c] in _SUBJECTS for c in words.children.get(verb, ()))


def _among(words: ParsedWords, verb: int) -> str:
    """`were among the dead`, `among those killed were`."""
    if words.lower[verb] not in _AUXILIARIES:
        return ""
    groups = (
        _of_group(words, child)
        for child in words.children.get(verb, ())
        if words.lower[child] in ("among", "amongst")
    )
    return next(filter(None, groups), "")


def _of_group(words: ParsedWords, preposition: int) -> str:
    """The outcome of those behind `among`."""
    for below in words.children.get(preposition, ()):
        if found := of_group(words, below):
            return found
    return ""


def of_group(words: ParsedWords, noun: int) -> str:
    """The outcome that a noun or pronoun says of a group: `the dead`, `those killed`."""
    return word_outcome(words.lower[noun]) or _of_clauses(words, noun)


def _lost(words: ParsedWords, verb: int) -> str:
    """`lost their lives`, `lost their homes`."""
    if verb_stem(words.lower[verb]) != "lose":
        return ""
    for child in words.children.get(verb, ()):
        if words.deps[child] == "dobj":
            return _LOSSES.get(lemma(words.words[child]), "")
    return ""


def _complement(words: ParsedWords, verb: int) -> str:
    """The outcome in a complement: `were reported killed`, `are missing`, `left homeless`."""
    base = verb_stem(words.lower[verb])
    for child in words.children.get(verb, ()):
        if child < verb or words.deps[child] not in _COMPLEMENTS:
            continue
        found = word_outcome(words.lower[child])
        if not found and words.deps[child] == "xcomp" and base in stems("leaving"):
            passive = words.tags[child] == "VBN" and undergone(words, child)
            found = passive or done(words, child)
        if found:
            return found
    return ""


def _as_object(words: ParsedWords, verb: int) -> str:
    if found := undergone(words, verb):
        return found
    base = verb_stem(words.lower[verb])
    if base in stems("leaving"):
        return _complement(words, verb) or _left(words, verb)
    if base in stems("including") or base in stems("value_verbs"):
        for child in words.children.get(verb, ()):
            if words.deps[child] in _SUBJECTS and child < verb:
                named = noun_outcome(lemma(words.words[child]))
                return named or of_group(words, child) or _among(words, verb)
    return _among(words, verb)


def _left(words: ParsedWords, verb: int) -> str:
    """`leaving 23 villagers, among them nine children, dead`."""
    if verb_stem(words.lower[verb]) != "leav":
        return ""
    for at in range(verb + 1, min(verb + _MOST_AHEAD, len(words.tags))):
        if found := word_outcome(words.lower[at]):
            return found if words.tags[at] in ("JJ", "VBN", "VBD", "RB") else ""
        if words.lower[at] == "." or words.tags[at] in ("VBD", "VBZ", "MD", "TO"):
            return ""
    return ""


def _takes_lives(words: ParsedWords, verb: int, noun: int) -> bool:
    """`claimed 24 lives`, `24 lives were lost`."""
    taking = verb_stem(words.lower[verb]) in stems("taking_life")
    return taking and lemma(words.words[noun]) == "life"


def _below(words: ParsedWords, lead: int, noun: int) -> str:
    """`the death of 24 people`, `with 14 others hurt`."""
    over = words.heads[lead]
    if words.lower[lead] == "of" and words.tags[over][:2] == "NN":
        if _takes_lives(words, words.heads[over], over):
            return "killed"
        return noun_outcome(lemma(words.words[over]))
    if words.lower[lead] in ("to", "at") and words.tags[over][:2] == "VB":
        return _of_measured(words, over)
    if words.lower[lead] == "with":
        for child in words.children.get(lead, ()):
            if child > noun and words.deps[child] in _BESIDE_WITH:
                return word_outcome(words.lower[child])
    return ""


def _of_measured(words: ParsedWords, verb: int) -> str:
    """`brought the death toll to 24 people`."""
    if verb_stem(words.lower[verb]) not in stems("setting") | stems("rising") | stems("falling"):
        return ""
    for child in words.children.get(verb, ()):
        measured = words.deps[child] == "dobj" or words.deps[child] in _SUBJECTS
        found = noun_outcome(lemma(words.words[child])) if measured else ""
        if found:
            return found
    return ""


def _beside(words: ParsedWords, head: int | None, top: int, after: int) -> str:
    """By the verb right before or behind the phrase, where the parse hangs them apart."""
    at = (after if head is None else max(head, after)) + 1
    while at < len(words.tags) and (words.tags[at] == "RB" or words.lower[at] in _AUXILIARIES):
        at += 1
    if at < len(words.tags) and words.tags[at] in ("VBN", "VBD"):
        kids = words.children.get(at, ())
        undergoes = not any(
            words.deps[c] == "prt" or (words.deps[c] == "dobj" and not is_listed(words, c))
            for c in kids
        )
        undergoes = undergoes and words.lower[at + 1 : at + 2] != ["off"]
        return (word_outcome(words.lower[at]) if undergoes else "") or done(words, at)
    if head is None or top != head:
        return ""
    at = after
    while at > 0 and (words.tags[at] in _BOUNDING or words.lower[at] in ("a", "another", "some")):
        at -= 1
    finite = words.tags[at][:2] == "VB" and words.tags[at] != "VBN"
    return undergone(words, at) if finite else ""
