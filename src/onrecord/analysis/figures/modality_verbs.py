"""What verbs say of a figure: their auxiliaries and negation of all that hangs on them, their
meaning of their objects and clauses."""

from __future__ import annotations

from onrecord.analysis.event_words import stems_of as event_stems
from onrecord.analysis.figures.modality_nouns import (
    Mood,
    mood_of_matter,
    mood_of_subject,
)
from onrecord.analysis.figures.modality_words import (
    AUXILIARIES,
    SUBJECTS,
    below,
    is_verb,
    stem_at,
    stems_of,
)
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.figure_moods import figure_moods
from onrecord.values.vocabulary import Modality

_DEPTH = 6


def auxiliaries(words: ParsedWords, verb: int) -> frozenset[str]:
    """The auxiliaries of a verb; a verb joined by `and` shares those of the first."""
    own = frozenset(words.lower[c] for c in below(words, verb) if words.deps[c] in AUXILIARIES)
    head = words.heads[verb]
    if own or words.deps[verb] != "conj" or head == verb or not is_verb(words, head):
        return own
    if any(words.deps[c] in SUBJECTS for c in below(words, verb)):
        return own
    same = words.tags[verb] == words.tags[head]
    return auxiliaries(words, head) if same and words.tags[verb] in ("VB", "VBN", "VBG") else own


def is_negated(words: ParsedWords, verb: int) -> bool:
    """Whether a verb is denied: `did not kill`, `nobody paid`."""
    moods = figure_moods()
    for child in below(words, verb):
        dep, lower = words.deps[child], words.lower[child]
        if dep == "neg" and lower in moods.negations:
            after = words.lower[child + 1] if child + 1 < len(words.lower) else ""
            return after not in moods.not_negating
        if dep in ("nsubj", "nsubjpass"):
            none = lower in moods.nobody
            if none or any(words.lower[c] == "no" and c < child for c in below(words, child)):
                return True
    return False


def has_condition(words: ParsedWords, verb: int) -> bool:
    """Whether what a verb tells hangs on a clause with `if`."""
    conditions = figure_moods().conditions - {"whether"}
    return any(
        words.deps[c] == "advcl"
        and any(words.deps[m] == "mark" and words.lower[m] in conditions for m in below(words, c))
        for c in below(words, verb)
    )


_STRENGTH = {
    Modality.DENIED: 4,
    Modality.CONDITIONAL: 3,
    Modality.PROPOSED: 2,
    Modality.PLANNED: 1,
}


def stronger(left: Mood | None, right: Mood | None) -> Mood | None:
    """Of two moods the one that wins over the other; the first of equals."""
    if left is None or right is None:
        return left or right
    return right if _STRENGTH[right[0]] > _STRENGTH[left[0]] else left


def own_mood(words: ParsedWords, verb: int, under: int) -> Mood | None:
    """The mood of the clause that a verb heads.

    Args:
        words: the paragraph.
        verb: its number.
        under: the word below it from which the climb came; the verb itself at its beginning.
    """
    moods = figure_moods()
    marks = [words.lower[c] for c in below(words, verb) if words.deps[c] == "mark"]
    found = next((mark for mark in marks if mark in moods.conditions), None)
    if found is not None:
        return Modality.CONDITIONAL, f"condition: {found}"
    said = auxiliaries(words, verb)
    unsure = bool(said & {"may", "might"})  # `may not get` is no denial
    if is_negated(words, verb) and not unsure and _is_reached(words, verb, under):
        return Modality.DENIED, f"negated: {words.lower[verb]}"
    if said & moods.will or words.lower[verb] in moods.will:
        modality = Modality.CONDITIONAL if has_condition(words, verb) else Modality.PLANNED
        return modality, "mood: will"
    if "to" in said and _tops(words, verb):
        return Modality.PLANNED, "mood: to"  # `Vale to build 300 homes`
    if said & moods.should:
        return Modality.PROPOSED, "mood: should"
    if said & moods.may:
        perceived = stem_at(words, verb) in stems_of("perceived")
        if stem_at(words, verb) in stems_of("suggested"):
            return Modality.PROPOSED, "mood: may"  # `might want to consider keeping`
        return None if perceived else (Modality.CONDITIONAL, "mood: may")
    seems = stem_at(words, verb) in ("seem", "appear")  # `would seem to` only softens
    if said & moods.would and not seems and not _is_had(words, verb, said):
        return _would(words, verb, said), "mood: would"
    return _held(words, verb)


def _held(words: ParsedWords, verb: int) -> Mood | None:
    """`The bill includes $5 million`: what a proposal holds is proposed as it is."""
    if stem_at(words, verb) not in stems_of("holding"):
        return None
    subject = mood_of_subject(words, verb, "holds")
    return (subject, f"holds: {words.lower[verb]}") if subject is not None else None


def _tops(words: ParsedWords, verb: int) -> bool:
    """Whether an infinitive, or the noun that it goes with, is the top of a sentence."""
    head = words.heads[verb]
    if head == verb:
        return True
    below_top = words.deps[verb] in ("acl", "xcomp") and words.heads[head] == head
    return below_top and not is_verb(words, head)


def _is_reached(words: ParsedWords, verb: int, under: int) -> bool:
    """Whether a negation reaches what hangs on its verb: `did not kill 300`; two who did not vote
    are two, and what it does not include is there.
    """
    if stem_at(words, verb) in stems_of("not_denying"):
        return False
    return under == verb or words.deps[under] in _REACHED


_REACHED = frozenset({"dobj", "attr", "acomp", "oprd", "xcomp", "npadvmod", "expl", "agent"})


def disbelieved(words: ParsedWords, verb: int) -> Mood | None:
    """Whether it is denied that a clause holds: `did not believe that 300 had died`."""
    if not is_verb(words, verb) or stem_at(words, verb) not in stems_of("believing"):
        return None
    if is_negated(words, verb):
        return Modality.DENIED, f"negated: {words.lower[verb]}"
    return None


def _is_had(words: ParsedWords, verb: int, said: frozenset[str]) -> bool:
    """Whether `'d` stands for `had`."""
    return "would" not in said and words.tags[verb] == "VBN"


def _would(words: ParsedWords, verb: int, said: frozenset[str]) -> Modality:
    if "have" in said or has_condition(words, verb):
        return Modality.CONDITIONAL
    subject = mood_of_subject(words, verb)
    if subject is not None:
        return subject
    if _told_in_past(words, verb):
        return Modality.PLANNED
    return mood_of_matter(words, verb) or Modality.CONDITIONAL


def _told_in_past(words: ParsedWords, verb: int) -> bool:
    """Whether somebody said it: `said it would` is what he then meant to do."""
    node = verb
    for _ in range(_DEPTH):
        head, dep = words.heads[node], words.deps[node]
        if head == node:
            return False
        if is_verb(words, head) and dep in _SAID:
            own = stem_at(words, head)
            told = own in stems_of("telling")
            told = told or (own in event_stems("speech") and own not in stems_of("supposing"))
            if dep == "ccomp" or told:
                return told and words.tags[head] in ("VBD", "VBN", "VBG")
        if dep not in _UPWARDS:
            return False
        node = head
    return False


_SAID = frozenset({"ccomp", "prep", "dobj"})
_UPWARDS = frozenset({"conj", "xcomp", "relcl", "acl", "pobj", "prep", "dobj"})
"""Up to what told it: also `said in a memo that it would`, hung on the memo."""


def is_finite(words: ParsedWords, verb: int) -> bool:
    """Whether a verb tells in a tense of its own, by its form or by its first auxiliary."""
    if words.tags[verb] in ("VBD", "VBZ", "VBP", "MD"):
        return True
    return any(word not in _NOT_FINITE for word in auxiliaries(words, verb))


_NOT_FINITE = frozenset({"to", "having", "being", "been", "be"})
