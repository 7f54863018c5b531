"""How the words of a paragraph hang together, as far as referents need it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.analysis.referent_values import Standing
from onrecord.lexicon.source_words import SourceNoun, noun_kind
from onrecord.values.vocabulary import EntityType

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from onrecord.values.findings import Mention

_MOST_STEPS = 6
_BEFORE_HEAD = frozenset({"compound", "amod", "nmod", "nummod", "poss", "advmod", "quantmod"})
_DETERMINERS = frozenset({"det", "poss", "predet"})
_STANDINGS = {
    "nsubj": Standing.SUBJECT,
    "nsubjpass": Standing.SUBJECT,
    "csubj": Standing.SUBJECT,
    "dobj": Standing.OBJECT,
    "dative": Standing.OBJECT,
    "oprd": Standing.OBJECT,
    "attr": Standing.OTHER,
    "pobj": Standing.PREPOSITION,
    "poss": Standing.POSSESSIVE,
    "compound": Standing.MODIFIER,
    "amod": Standing.MODIFIER,
    "nmod": Standing.MODIFIER,
}
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp", "csubj"})
_UP = frozenset({"conj", "appos"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A parsed paragraph with its names."""

    tokens: tuple[Token, ...]
    at: dict[int, int]
    """Where a token begins -> its number."""
    sentences: tuple[int, ...]
    """The number of each token's sentence."""
    names: tuple[tuple[int, int, int], ...]
    """Of each name its first token, the one after its last, and its head; in order."""
    name_of: dict[int, int]
    """Number of a token -> number of the name that holds it."""


def read(doc: Doc, mentions: Sequence[Mention]) -> Reading:
    """The paragraph read once: its tokens, sentences and the tokens of its names."""
    tokens = tuple(doc)
    at: dict[int, int] = {}
    sentences: list[int] = []
    number = -1
    for i, token in enumerate(tokens):
        at[token.idx] = i
        if token.is_sent_start or i == 0:
            number += 1
        sentences.append(number)
    names: list[tuple[int, int, int]] = []
    name_of: dict[int, int] = {}
    for n, mention in enumerate(mentions):
        first, last = _tokens_of(tokens, at, mention)
        names.append((first, last, _head_of(tokens, first, last)))
        for i in range(first, last):
            name_of.setdefault(i, n)
    return Reading(tokens, at, tuple(sentences), tuple(names), name_of)


def _tokens_of(
    tokens: Sequence[Token], at: dict[int, int], mention: Mention
) -> tuple[int, int]:
    start = mention.span.start
    first = at.get(start)
    while first is None and start > 0:  # a name that begins inside a token
        start -= 1
        first = at.get(start)
    first = first or 0
    last = first + 1
    while last < len(tokens) and tokens[last].idx < mention.span.end:
        last += 1
    return first, last


def _head_of(tokens: Sequence[Token], first: int, last: int) -> int:
    """The token of a phrase that hangs on what is outside of it."""
    for i in range(last - 1, first - 1, -1):
        head = tokens[i].head.i
        if not first <= head < last or head == i:
            return i
    return last - 1


def standing_of(token: Token) -> tuple[Standing, str, tuple[int, ...], int | None]:
    """How the phrase of a head stands: standing, preposition, what it hangs on (see
    `Referent.chain`), and where the head begins that it is coordinated with."""
    joined: int | None = None
    for _ in range(_MOST_STEPS):
        if token.dep_ not in _UP or token.head.i == token.i:
            break
        if token.dep_ == "conj":
            joined = token.head.idx
        token = token.head
    standing = _STANDINGS.get(token.dep_, Standing.OTHER)
    preposition = ""
    if standing is Standing.PREPOSITION:
        preposition = token.head.lower_
        if token.head.dep_ == "agent":
            standing = Standing.AGENT
    return standing, preposition, tuple(chain_of(token)), joined


def depth_of(token: Token) -> int:
    """How many clauses a word's own lies in; what is reported with a verb of speech or thought
    counts as one as well."""
    depth = 0
    for _ in range(_MOST_STEPS * 2):
        if token.dep_ in _CLAUSES:
            depth += 1
        if token.head.i == token.i:
            break
        token = token.head
    return depth


def chain_of(token: Token) -> Iterator[int]:
    """Where the words begin that a phrase hangs on, nearest first, up to the first verb."""
    for _ in range(_MOST_STEPS):
        head = token.head
        if head.i == token.i:
            return
        token = head
        if token.tag_ in ("IN", "TO", "RP"):
            continue
        yield token.idx
        if token.tag_[:2] in ("VB", "MD"):
            return


def antecedent_of(relative: Token) -> int | None:
    """Where the noun begins that the clause of a relative pronoun hangs on."""
    token = relative.head
    for _ in range(_MOST_STEPS):
        if token.dep_ == "relcl":
            return token.head.idx
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def first_of(token: Token) -> int:
    """Number of the first token of what stands before a head and belongs to it."""
    first = token.i
    for child in token.lefts:
        if child.dep_ in _BEFORE_HEAD or child.dep_ in _DETERMINERS:
            first = min(first, child.left_edge.i)
    return first


def phrase_words(tokens: Sequence[Token], first: int, head: int) -> tuple[str, tuple[str, ...]]:
    """Determiner and words of a phrase up to its head, in lower case.

    The determiner of `the city's mayor` is `'s`, and its words begin after that.
    """
    determiner = ""
    for i in range(head - 1, first - 1, -1):
        if tokens[i].tag_ == "POS":
            determiner, first = "'s", i + 1
            break
    while not determiner and first < head and tokens[first].tag_ in ("DT", "PRP$", "PDT", "WP$"):
        determiner = tokens[first].lower_
        first += 1
    words = tuple(t.lower_ for t in tokens[first : head + 1] if t.is_alpha or len(t) > 1)
    return determiner, words or (tokens[head].lower_,)


def descriptions_of(reading: Reading, name: tuple[int, int, int]) -> Iterator[tuple[str, ...]]:
    """What is said of a person beside the name: title, apposition, `is the mayor`."""
    first, _, head = name
    tokens = reading.tokens
    title = first
    while title > 0 and _is_title(tokens[title - 1], head, first):
        title -= 1
    if title < first:
        yield tuple(t.lower_ for t in tokens[title:first] if t.tag_ not in ("DT", "PRP$"))
    token = tokens[head]
    for child in token.children:
        if child.dep_ == "appos" and child.tag_[:2] == "NN" and child.i not in reading.name_of:
            yield phrase_words(tokens, first_of(child), child.i)[1]
    above = token.head
    if token.dep_ == "appos" and above.tag_[:2] == "NN" and above.i not in reading.name_of:
        yield phrase_words(tokens, first_of(above), above.i)[1]
    if token.dep_ == "nsubj" and above.lower_ in ("is", "was", "'s", "’s", "became", "becomes"):
        for child in above.children:
            if child.dep_ == "attr" and child.tag_[:2] == "NN":
                yield phrase_words(tokens, first_of(child), child.i)[1]


def _is_title(token: Token, head: int, first: int) -> bool:
    if token.tag_[:2] not in ("NN", "JJ") or token.dep_ not in _BEFORE_HEAD:
        return False
    above = token.head.i
    return above == head or token.i < above < first or above >= first


def name_beside(reading: Reading, token: Token) -> int | None:
    """The number of the name that stands in apposition to a description, on either side."""
    for child in token.children:
        if child.dep_ == "appos" and child.i in reading.name_of:
            return reading.name_of[child.i]
    if token.dep_ == "appos" and token.head.i in reading.name_of:
        return reading.name_of[token.head.i]
    return None


def is_completed(
    reading: Reading, token: Token, first: int, mentions: Sequence[Mention]
) -> bool:
    """Whether a description says whose or which one it is: `the father of a girl`, `the club’s
    director`; not `the Norwegian leader`."""
    if any(c.lower_ in ("of", "who", "that") or c.dep_ == "relcl" for c in token.rights):
        return True
    names = (reading.name_of.get(i) for i in range(first, token.i))
    return any(n is not None and mentions[n].type is not EntityType.GROUP for n in names)


def is_description(reading: Reading, token: Token) -> SourceNoun | None:
    """What kind of source a noun is that stands for somebody by itself; None where it does not."""
    if token.tag_[:2] != "NN" or token.i in reading.name_of:
        return None
    if token.dep_ in ("compound", "amod", "nmod"):
        return None
    before = reading.tokens[token.i - 1].lower_ if token.i else ""
    return noun_kind((before, token.lower_))
