"""Whether a sentence can be read alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.analysis.event_words import is_noun
from onrecord.analysis.parsed_words import parsed_words
from onrecord.lexicon.event_words import event_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT", "LAW", "PRODUCT"})
_DEFINITE = frozenset({"the", "these", "those", "this", "that", "both", "such"})
_QUOTED = re.compile(r'“[^”]*|"[^"]*"?')
"""What a mark opens, to the mark that closes it or the end of the paragraph."""
_OPENING = "\"'“‘«("


class Quotations:
    """Where the words between quotation marks stand; looked for when first asked."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._places: list[tuple[int, int]] | None = None

    def hold(self, token: Token) -> bool:
        """Whether a word stands in a quotation."""
        if self._places is None:
            text = parsed_words(self._doc).text
            self._places = [match.span() for match in _QUOTED.finditer(text)]
        return any(start <= token.idx < end for start, end in self._places)


def stands_alone(sentence: Span) -> bool:
    """Whether the sentence points to nothing before it: no pronoun, no `the statement`."""
    first = next((t for t in sentence if _counts(t)), None)
    if first is None or sentence[0].text in _OPENING:
        return True
    if _points_back(first) and not _is_expletive(first):
        return False
    subject = _subject(sentence.root)
    if subject is None:
        return True
    named = any(t.ent_type_ in _NAMES for t in sentence.doc[sentence.start : subject.left_edge.i])
    if _points_back(subject) and subject.tag_ != "NN":
        return named or _is_expletive(subject)
    if any(c.tag_ == "PRP$" for c in subject.lefts):
        return named
    return not _is_bare_definite(subject)


def _counts(token: Token) -> bool:
    if token.is_space or token.is_punct:
        return False
    return token.lower_ not in event_words().before_head


def _points_back(token: Token) -> bool:
    if token.lower_ not in event_words().pointing_back:
        return False
    if token.tag_ not in ("PRP", "PRP$", "DT", "PDT", "NN", "JJ"):
        return False
    if token.ent_type_ == "DATE" or token.head.ent_type_ == "DATE":
        return False  # `This week’s vote`
    return not any(c.dep_ in ("acl", "relcl") for c in token.children)  # `Those asking`


def _is_expletive(token: Token) -> bool:
    """`It is unclear whether`, `It was raining`."""
    if token.lower_ != "it":
        return False
    return any(c.dep_ in ("acomp", "ccomp", "csubj") and c.i > token.i for c in token.head.children)


def _subject(root: Token) -> Token | None:
    return next((c for c in root.children if c.dep_ in ("nsubj", "nsubjpass")), None)


def _is_bare_definite(subject: Token) -> bool:
    """`The statement`, `The two sides`: a definite that nothing in the sentence explains."""
    if not is_noun(subject) or subject.tag_.startswith("NNP"):
        return False
    if subject.lower_ in event_words().known_alone:
        return False
    if subject.left_edge.lower_ not in _DEFINITE or subject.left_edge.head.i != subject.i:
        return False
    if subject.head.lower_ in ("is", "was") and any(c.dep_ == "ccomp" for c in subject.head.rights):
        return False  # `The reality is that`
    return not any(
        c.dep_ in ("prep", "relcl", "acl", "appos", "poss") or _tells(c) for c in subject.children
    )


def _tells(token: Token) -> bool:
    return (
        token.ent_type_ in _NAMES
        or token.ent_type_ in ("DATE", "TIME")
        or (token.dep_ in ("compound", "nmod") and is_noun(token))
    )
