"""What nouns and the words before them say of a figure: `a planned 300 homes`, `a pledge of`."""

from __future__ import annotations

from onrecord.analysis.figures.modality_words import below, is_noun, stem_at, stems_of
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.event_words import event_words
from onrecord.lexicon.figure_moods import figure_moods
from onrecord.values.vocabulary import Modality

type Mood = tuple[Modality, str]
"""A modality and why."""

_BEFORE = frozenset({"amod", "compound", "nmod", "advmod", "quantmod", "det", "neg"})
_MEASURING = frozenset({"of", "for", "to"})
KINDS = (
    ("denied", Modality.DENIED),
    ("conditional", Modality.CONDITIONAL),
    ("proposed", Modality.PROPOSED),
    ("planned", Modality.PLANNED),
)
"""Names of lists and what they say, the strongest first."""


def mood_before(words: ParsedWords, at: int, *, measures: bool) -> Mood | None:
    """What adjectives before a noun or number say of it.

    Args:
        words: the paragraph.
        at: the noun or number.
        measures: whether it is an amount; four potential jurors are four people.
    """
    moods = figure_moods()
    for child in below(words, at):
        if child > at or words.deps[child] not in _BEFORE:
            continue
        lower = words.lower[child]
        for name, modality in KINDS:
            if name == "conditional" and not measures:
                continue
            if lower in getattr(moods, f"{name}_before"):
                return modality, f"mood-before: {lower}"
    return None


def is_definite(words: ParsedWords, at: int, first: int) -> bool:
    """Whether a noun or number is of what is there already: `the 2,500 troops`, `its 300 ships`.

    Args:
        words: the paragraph.
        at: the noun or number.
        first: the first word of the number.
    """
    moods = figure_moods()
    before = [child for child in below(words, at) if child < at]
    if any(words.lower[child] in moods.fresh for child in before):
        return False
    if any(words.deps[child] == "poss" for child in before):
        return True
    before.append(max(first - 1, 0))
    return any(
        words.lower[c] in moods.definite and words.tags[c] in ("DT", "PRP$", "WP$") for c in before
    )


def names_deed(words: ParsedWords, noun: int) -> bool:
    """Whether a noun names what is done: `arrest`, `indictment`, `killing`."""
    word = words.lower[noun]
    found = event_words()
    singular = {word, word.removesuffix("s"), word.removesuffix("es")}
    if singular & found.not_deeds:
        return False
    deeds = singular & found.event_nouns or word.endswith(("ing", "ings"))
    return bool(deeds) or any(one.endswith(found.deed_endings) for one in singular)


def mood_of_noun(words: ParsedWords, at: int, under: int) -> Mood | None:
    """What a noun says of what hangs on it.

    Args:
        words: the paragraph.
        at: the noun.
        under: the word below it from which the climb came.
    """
    own, dep = stem_at(words, at), words.deps[under]
    if dep == "acl":
        if words.tags[under] == "VB" or _is_clause(words, under):
            return mood_in_lists(own, words, at, "nouns")
        return None
    if dep == "relcl":
        return None
    if dep == "prep" and any(words.deps[c] == "pcomp" for c in below(words, under)):
        return mood_in_lists(own, words, at, "nouns")  # `the idea of sending 300`
    if dep == "prep" and words.lower[under] not in _MEASURING:
        return None
    if dep in ("prep", "nummod", "nmod", "compound", "amod", "appos"):
        return mood_in_lists(own, words, at, "measures")
    return None


def _is_clause(words: ParsedWords, verb: int) -> bool:
    """Whether a clause tells what the noun holds: `fears that`, `the decision that`."""
    return any(words.deps[child] == "mark" for child in below(words, verb))


def mood_in_lists(own: str, words: ParsedWords, at: int, which: str) -> Mood | None:
    """What a noun of the lists of `nouns` or `measures` says."""
    for name, modality in KINDS:
        if own in stems_of(f"{name}_{which}"):
            return modality, f"mood-noun: {words.lower[at]}"
    return None


def mood_of_subject(words: ParsedWords, verb: int, which: str = "would") -> Modality | None:
    """What the subject makes of `would`, or of what it `holds`: `the bill would`, `a plan that`."""
    if which == "holds" and words.tags[verb] in ("VBZ", "VBP"):
        which = "holds_now"
    noun, node = None, verb
    for _ in range(_JOINED):
        noun = next((c for c in below(words, node) if words.deps[c] in _SUBJECTS), None)
        if noun is not None or words.deps[node] != "conj":
            break
        node = words.heads[node]
    if noun is not None and words.tags[noun] in ("WDT", "WP"):
        return _of_antecedent(words, node, noun, which)
    if noun is None or not is_noun(words, noun):
        return None
    return _kind_of(stem_at(words, noun), which)


_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_JOINED = 4


def _of_antecedent(words: ParsedWords, clause: int, pronoun: int, which: str) -> Modality | None:
    """What the noun before a relative clause says, which may stand some words before it."""
    if words.deps[clause] != "relcl":
        return None
    before = [at for at in range(pronoun - 1, max(pronoun - _BACK, -1), -1) if is_noun(words, at)]
    for noun in (words.heads[clause], *before):
        if is_noun(words, noun) and (found := _kind_of(stem_at(words, noun), which)) is not None:
            return found
    return None


_BACK = 7
"""Words between a relative pronoun and the noun that it stands for."""


def mood_of_matter(words: ParsedWords, verb: int) -> Modality | None:
    """What the nearest noun of a plan before a verb makes of its `would`: `They drew up a bill.
    Half of it would`.
    """
    for at in range(verb - 1, max(verb - _NEAR, -1), -1):
        if is_noun(words, at) and (found := _kind_of(stem_at(words, at), "would")) is not None:
            return found
    return None


_NEAR = 60
"""Words."""


def _kind_of(own: str, which: str) -> Modality | None:
    if own in stems_of(f"proposed_{which}"):
        return Modality.PROPOSED
    return Modality.PLANNED if own in stems_of(f"planned_{which}") else None
