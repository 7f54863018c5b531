"""Which words carry an attribution, and how likely: a logistic model over what is printed around
a word and how it hangs in its sentence.

A cue of several words (`has repeatedly called for`) is known by the word on which the others
hang. A feature is one short string; no feature holds more than two words, and the second is one
of a closed class.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from onrecord.analysis.attribution_words import Words

SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "csubj", "agent"})
UNTOLD: Final = frozenset({"det", "aux", "auxpass", "punct", "cc"})
"""Relations that say nothing of the frame of a word."""

_OTHER_CUES = frozenset(
    {":", "according", "per", "in", "of", "to", "about", "for", "as", "from", "by", "on"}
    | {"—", "–", "-", "--", "―", "with", "against", "over"}
)
"""Words other than verbs, nouns and adjectives that may carry an attribution."""

_PERSON = {
    **{"i": "1", "we": "1", "me": "1", "us": "1", "you": "2", "it": "it", "he": "3", "she": "3"},
    **{"they": "3", "him": "3", "her": "3", "them": "3", "this": "dem", "that": "dem"},
    **{"who": "wh", "which": "wh", "what": "wh"},
}
_ENTITY = {"PERSON": "P", "NORP": "G", "ORG": "O", "GPE": "L"}
_CLOSED = frozenset({"IN", "TO", "DT", "PRP", "PRP$", "MD", "RP", "WDT", "WP", "WRB", "CC", "EX"})
_UP = frozenset({"xcomp", "conj", "advcl", "acl", "relcl", "prep", "ccomp", "pcomp"})
"""Relations over which a word may share the subject of the word above it."""
_TOLD_UNDER = _UP | {"dobj", "pobj", "parataxis", "attr", "nsubj"}
_KEPT = frozenset(
    {"ccomp", "xcomp", "advcl", "acl", "relcl", "dobj", "attr", "acomp", "oprd", "pobj"}
    | {"dative", "poss", "amod", "npadvmod", "advmod", "neg"}
)
_NEAR = 6
_MOST_ABOVE = 8

type Rates = Mapping[str, float]
"""Lemma and class of a word -> share of its uses that carry an attribution."""


def may_be_cue(words: Words, at: int) -> bool:
    """Whether the word at `at` is of a class that carries attributions."""
    kind = words.tag[at][:1]
    if kind == "V":
        return True
    if kind in ("N", "J"):
        return words.lower[at][:1].isalpha()
    return words.lower[at] in _OTHER_CUES


def rate_key(words: Words, at: int) -> str:
    """How the table of rates names a word: lemma and first letter of its tag."""
    return f"{words.lemma[at]}/{words.tag[at][:1]}"


def noun_class(words: Words, at: int) -> str:
    """The class of a noun phrase by its head: person of a pronoun, type of a name, or tag."""
    person = _PERSON.get(words.lower[at])
    if person:
        return person
    entity = _ENTITY.get(words.entity[at])
    if entity:
        return entity
    tag = words.tag[at]
    return "NNP" if tag.startswith("NNP") else tag[:2]


def cue_features(words: Words, at: int, rates: Rates) -> list[str]:
    """The features of one word that may carry an attribution."""
    found = _own(words, at)
    _add_neighbours(found, words, at)
    subject = _add_children(found, words, at)
    _add_subject(found, words, at, subject)
    _add_quotations(found, words, at)
    _add_above(found, words, at, rates)
    return found


def _own(words: Words, at: int) -> list[str]:
    lemma, tag, dep = words.lemma[at], words.tag[at], words.dep[at]
    above = words.head[at]
    found = [
        *("L=" + lemma, "T=" + tag, "LT=" + lemma + tag, "w=" + words.lower[at]),
        *("D=" + dep, "LD=" + lemma + dep, "TD=" + tag + dep),
    ]
    if above == at:
        found.append("top")
    else:
        side = ">" if above < at else "<"
        found += [
            *("hl=" + words.lemma[above], "ht=" + words.tag[above]),
            *("Dhl=" + dep + words.lemma[above], "side=" + side + dep),
        ]
    return found


def _add_neighbours(found: list[str], words: Words, at: int) -> None:
    lower, tag, lemma = words.lower, words.tag, words.lemma[at]
    if at:
        word, kind = lower[at - 1], tag[at - 1]
        found += ["p1=" + word, "pt=" + kind]
        if kind in _CLOSED:
            found.append("L|p1=" + lemma + "|" + word)
        if at > 1:
            found.append("p2=" + lower[at - 2])
    if at + 1 < len(lower):
        word, kind = lower[at + 1], tag[at + 1]
        found += ["n1=" + word, "nt=" + kind, "L|nt=" + lemma + kind]
        if kind in _CLOSED:
            found.append("L|n1=" + lemma + "|" + word)
        if at + 2 < len(lower):
            found.append("n2=" + lower[at + 2])


def _add_children(found: list[str], words: Words, at: int) -> int:
    """Add what hangs on the word; its subject or possessor, or -1."""
    lemma, frame, subject = words.lemma[at], "", -1
    for child in words.children[at]:
        dep = words.dep[child]
        if dep in UNTOLD:
            if dep in ("aux", "auxpass", "det"):
                found += ["aux=" + words.lower[child], "L|aux=" + lemma + words.lower[child]]
            continue
        frame += "_" + dep
        found += ["c=" + dep, "L|c=" + lemma + dep]
        if dep in SUBJECTS:
            below = words.children[child]
            subject = below[0] if dep == "agent" and below else child
        elif dep == "prep":
            found += ["prep=" + words.lemma[child], "L|prep=" + lemma + words.lemma[child]]
        elif dep == "prt":
            found.append("L|prt=" + lemma + words.lemma[child])
        elif dep in _KEPT:
            _add_child(found, words, at, child)
            if dep == "poss":
                subject = child
    found += ["fr=" + frame, "L|fr=" + lemma + "|" + frame]
    return subject


def _add_child(found: list[str], words: Words, at: int, child: int) -> None:
    lemma, dep, tag = words.lemma[at], words.dep[child], words.tag[child]
    found += [dep + "=" + words.lemma[child], "k" + dep + "=" + tag, "L|k=" + lemma + dep + tag]
    if dep == "ccomp":
        side = "<" if child < at else ">"
        mark = next((words.lower[c] for c in words.children[child] if words.dep[c] == "mark"), "0")
        found += ["ccs=" + side, "mark=" + mark, "L|ccs=" + lemma + side]
    elif dep in ("dobj", "attr", "pobj"):
        kind = noun_class(words, child)
        found += [dep + "c=" + kind, "L|" + dep + "c=" + lemma + kind]


def _add_subject(found: list[str], words: Words, at: int, subject: int) -> None:
    if subject < 0:
        subject = subject_above(words, at)
        found.append("up" if subject >= 0 else "noup")
    if subject >= 0:
        kind = noun_class(words, subject)
        found += [
            *("sc=" + kind, "L|sc=" + words.lemma[at] + kind),
            *("sl=" + words.lemma[subject], "ss<" if subject < at else "ss>"),
        ]


def subject_above(words: Words, at: int) -> int:
    """The subject that a word shares with one above it, or -1."""
    for _ in range(3):
        dep, above = words.dep[at], words.head[at]
        if above == at or dep not in _UP:
            return -1
        if dep in ("relcl", "acl"):
            return above
        at = above
        for child in words.children[at]:
            if words.dep[child] in SUBJECTS:
                return child
    return -1


def _add_quotations(found: list[str], words: Words, at: int) -> None:
    quotation, lemma = words.quotation, words.lemma[at]
    if quotation[at]:
        found += ["inq", "L|inq=" + lemma]
        return
    after = next((n for n, q in enumerate(quotation[at + 1 : at + _NEAR], 1) if q), 0)
    before = next(
        (n for n, q in enumerate(reversed(quotation[max(0, at - _NEAR + 1) : at]), 1) if q), 0
    )
    near = ("a" if after else "") + ("b" if before else "")
    found += [f"qa={after}", f"qb={before}", "L|q=" + lemma + near]
    if words.sentence[at] in words.quoted_sentences:
        found += ["sq", "L|sq=" + lemma]


def _add_above(found: list[str], words: Words, at: int, rates: Rates) -> None:
    """Add whether a word above carries an attribution itself, so that this one is within it."""
    below, best, relation, path = at, 0.0, "", ""
    for _ in range(_MOST_ABOVE):
        above = words.head[below]
        if above == below:
            break
        dep = words.dep[below]
        if dep in _TOLD_UNDER:
            rate = rates.get(rate_key(words, above), 0.0)
            if rate > best:
                best, relation = rate, dep
        if dep not in ("conj", "cc") and path.count(">") < 4:
            path += ">" + dep
        below = above
    own = rates.get(rate_key(words, at), 0.0)
    found += [f"anc={int(best * 8)}", "path=" + path, f"rate={int(own * 10)}"]
    if best > 0:
        found.append(f"anc|r={int(best * 6)}|{int(own * 6)}")
        found.append(f"ancd={relation}{int(best * 5)}|{int(own * 6)}")
