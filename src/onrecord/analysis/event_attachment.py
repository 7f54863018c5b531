"""Which word an expression dates: a climb through the parse to a verb or a noun of an event.

The parser often hangs what follows a noun on that noun (`killed 30 people on Friday`); a noun that
names no event passes it on to its verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.analysis.event_prepositions import through_preposition
from onrecord.analysis.event_settling import lower_verb, not_ahead, settled
from onrecord.analysis.event_words import (
    is_christened,
    is_noun,
    is_verb,
    names_event,
    stems_of,
    word_stem,
)
from onrecord.analysis.tense import governing_verb
from onrecord.lexicon.event_words import event_words
from onrecord.lexicon.time_words import time_words
from onrecord.text.stems import stem
from onrecord.values.times import Shape, TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_MOST_STEPS = 12
_BEFORE_NOUN = frozenset({"poss", "compound", "amod", "nmod", "nummod", "det", "quantmod"})
_ADVERBIAL = frozenset({"prep", "npadvmod", "advmod", "dep", "punct", "meta", "prt", "nmod"})
_ARGUMENT = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "dative", "oprd", "agent", "acomp"})


def dated_word(words: Span, time: TimeExpression) -> Token | None:
    """The verb or noun of the event that an expression at these words dates; None for none."""
    if _is_level(words, time):
        return None
    found = _climbed(words)
    if found is not None and is_verb(found) and _is_abbreviation(found):
        found = governing_verb(found.head)  # `a truce with IS`
        if found is None or _is_abbreviation(found):
            return None
    return not_ahead(found, words, time) if found is not None and is_verb(found) else found


def _is_level(words: Span, time: TimeExpression) -> bool:
    """Whether it says from what something changed: `dropped by 90 from a week ago`."""
    if time.range is not None or not words.start or words.doc[words.start - 1].lower_ != "from":
        return False
    return time.form.shape in (Shape.UNIT, Shape.DISTANCE) and time.form.shift < 0


def _climbed(words: Span) -> Token | None:
    if _is_stamp(words) or _stands_for_noun(words) or _is_of_name(words):
        return None
    beside = _noun_beside(words)
    if beside is not None:
        return beside
    root = words.root
    node = root
    for _ in range(_MOST_STEPS):
        if (
            node is not root
            and is_verb(node)
            and not _is_abbreviation(node)
            and not _is_linking(node)
        ):
            return settled(node, words)
        head = node.head
        if node is not root and _is_arranged_after(node, head):
            return node
        if head.i == node.i:
            return node if names_event(node) and node.i != root.i else None
        if (low := lower_verb(node, head, words)) is not None:
            return settled(low, words)
        step = _step(node, head, root)
        if step is None:
            return None
        if step.i != head.i or (is_noun(step) and _stays_at(step, node)):
            return step if is_noun(step) else settled(step, words)
        node = head
    return None


def _is_stamp(words: Span) -> bool:
    """Whether it is the time of printing: a full date that opens the paragraph without a mark
    behind it, or stands between bars.
    """
    doc, after = words.doc, words.end
    if words.start and after < len(doc) and doc[words.start - 1].text == doc[after].text == "|":
        return True
    if not any(len(t) == 4 and t.is_digit for t in words) or len(words) < 3:
        return False
    if any(t.text.isalnum() for t in doc[: words.start]) or after >= len(doc):
        return False
    return not (doc[after].is_punct or is_verb(doc[after]))


def _stands_for_noun(words: Span) -> bool:
    """Whether the noun is left out: `they expect this year’s to be better`."""
    doc, after = words.doc, words.end
    return after < len(doc) and doc[after].tag_ == "POS" and not is_noun(words.root.head)


def _is_arranged_after(node: Token, head: Token) -> bool:
    """Whether an adjective says behind its noun when that is to be: `the dividend, due Friday`."""
    if node.tag_ != "JJ" or not is_noun(head) or head.i > node.i:
        return False
    return word_stem(node) in stems_of("bare_frames")


def _is_of_name(words: Span) -> bool:
    """Whether it is part of a name: `May said`, `the Women’s March`, `the Velmar 2020 games`."""
    root = words.root
    if len(words) == 1 and root.tag_ == "CD" and root.i:
        before = root.nbor(-1)
        if before.tag_ != "NNP" or root.head.i != before.i or names_event(before):
            return False
        return before.ent_type_ not in ("DATE", "TIME") and before.whitespace_ != ""
    if len(words) > 1 or root.lower_ not in time_words().months_that_are_words:
        return False
    return root.dep_ in ("nsubj", "aux") or (root.i > 0 and root.nbor(-1).tag_ == "POS")


def _noun_beside(words: Span) -> Token | None:
    """The noun of the event that a date between commas follows: `their next meeting, 26 May,`;
    the name of an event right before `in` and a year.
    """
    doc, first, last = words.doc, words[0].i, words[-1].i
    if first and doc[first - 1].lower_ in ("on", "in"):
        first -= 1
        if first and is_christened(doc[first - 1]):
            return doc[first - 1]  # `Hurricane Ada in 1992`
    ends = last + 1 == len(doc) or doc[last + 1].is_punct
    if first < 2 or not ends or doc[first - 1].text != "," or not words.root.ent_type_:
        return None
    noun = doc[first - 2]
    if not names_event(noun) or noun.dep_ not in ("nsubj", "nsubjpass", "pobj", "dobj"):
        return None
    opens = noun.dep_ == "pobj" and noun.head.head.i > noun.i  # `At the meeting, on Friday, he`
    return None if opens else noun


def _is_abbreviation(node: Token) -> bool:
    """Whether capitals among lower-case words were taken for a verb: `a truce with IS`."""
    if not node.is_upper or len(node) < 2:
        return False
    beside = [t for t in node.doc[max(node.i - 2, 0) : node.i + 3] if t.is_alpha and t.i != node.i]
    return any(t.is_lower for t in beside)


def _is_linking(node: Token) -> bool:
    """Whether a verb only leads on: `beginning Monday`, an auxiliary, `a planned` before a noun."""
    if node.dep_ in ("aux", "auxpass") or (node.dep_ == "amod" and node.i < node.head.i):
        return True
    return node.dep_ == "prep" or (node.lower_ in event_words().dating and node.tag_ == "VBG")


def _step(node: Token, head: Token, root: Token) -> Token | None:
    """The next word of the climb; None where the expression dates nothing."""
    dep = node.dep_
    if dep in ("pobj", "pcomp") and not is_noun(head):
        return through_preposition(node, head, root)
    if head.tag_ == "IN" and head.lower_ in event_words().not_dating:
        return None  # `higher than in May`
    if is_verb(head):
        return head if _dates_verb(node, head, root) else None
    if is_noun(head) and node.i < head.i and dep in _BEFORE_NOUN:
        if _stands_before(node, head):
            return head.head if is_verb(head.head) else None
        return _before_noun(head) or _glued(node, head)
    if node.dep_ == "appos" and node.i != root.i:
        return None
    return head


def _dates_verb(node: Token, verb: Token, root: Token) -> bool:
    """Whether what hangs on a verb dates it."""
    dep = node.dep_
    if node.i != root.i and is_noun(node):
        return True  # a noun of no event on its way to the verb
    if dep == "nsubj":
        others = any(c.dep_ in ("nsubj", "nsubjpass") and c.i != node.i for c in verb.children)
        return others or word_stem(verb) in stems_of("day_as_subject")
    if dep == "dobj":
        return root.tag_ != "CD" or word_stem(verb) in stems_of("day_as_object")
    return dep not in ("nsubjpass", "csubj")


def _stands_before(node: Token, noun: Token) -> bool:
    """Whether a comma parts the expression from a noun it opens: `In May 2011, 14 attacks`."""
    between = node.doc[node.i + 1 : noun.i]
    return noun.left_edge.i >= node.left_edge.i and any(t.text == "," for t in between)


def _glued(node: Token, noun: Token) -> Token | None:
    """The verb, where the parser took a day and the subject behind it for one phrase.

    `said on Wednesday Corvo Steel should pay`, `In May doubts surfaced`: the preposition leads to
    the day alone.
    """
    while noun.dep_ == "compound" and noun.head.i > noun.i:
        noun = noun.head
    before = node.doc[max(node.left_edge.i - 1, 0)]
    leads = before.dep_ == "prep" and before.lower_ in ("on", "in") and is_verb(before.head)
    if leads and not any(before.children):
        return before.head
    preposition = noun.head
    if noun.dep_ != "pobj" or preposition.lower_ not in ("on", "in"):
        return None
    verb = preposition.head
    if preposition.i != node.left_edge.i - 1 or not is_verb(verb):
        return None
    if noun.tag_.startswith("NNP") and node.dep_ == "compound":
        return verb
    subjects = ("nsubj", "nsubjpass", "expl", "csubj")
    return None if verb.i < noun.i or any(c.dep_ in subjects for c in verb.children) else verb


def _before_noun(noun: Token) -> Token | None:
    """What an expression before a noun dates: an event, or what happened in it."""
    if not names_event(noun):
        return None
    if noun.dep_ == "compound" and is_noun(noun.head) and noun.head.i > noun.i:
        return _before_noun(noun.head) if names_event(noun.head) else noun
    frame = noun.head
    if noun.dep_ == "dobj" and word_stem(frame) in stems_of("light_verbs"):
        return frame
    if noun.dep_ == "pobj" and frame.lower_ in event_words().inside and _happens_in(frame):
        return frame.head
    return noun


def _happens_in(preposition: Token) -> bool:
    """Whether what the verb tells happened in the event, and it is not `a role in the vote`."""
    verb, before = preposition.head, preposition.nbor(-1) if preposition.i else preposition
    if not is_verb(verb) or verb.tag_ == "VBG" or word_stem(verb) in stems_of("about"):
        return False
    return not (names_event(before) or stem(before.lower_) in stems_of("taking_part"))


def _stays_at(noun: Token, node: Token) -> bool:
    """Whether an expression after a noun dates it, and not the verb it depends on."""
    if not names_event(noun):
        return False
    if node.i < noun.i and node.dep_ in _BEFORE_NOUN:
        return True
    if node.lower_ == "of" or noun.dep_ == "ROOT":
        return True
    verb = noun.head
    if noun.dep_ == "conj" and not names_event(verb):
        return False
    if noun.dep_ == "dobj":
        return word_stem(verb) in stems_of("about")
    if noun.dep_ == "pobj":
        own = any(c.dep_ in ("poss", "acl") for c in noun.children)
        return own or verb.lower_ not in event_words().inside
    return noun.dep_ not in ("attr", "oprd", "npadvmod")
