"""How the words of a paragraph hang together, as far as referents need it.

Words are named by their numbers: walking over numbers is several times as fast as over tokens.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.analysis.parsed_words import parsed_words
from onrecord.analysis.referent_values import Standing
from onrecord.lexicon.source_words import is_source_noun
from onrecord.values.spans import Span
from onrecord.values.vocabulary import EntityType

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from onrecord.values.findings import Mention

_MOST_STEPS = 6
_BEFORE_HEAD = frozenset({"compound", "amod", "nmod", "nummod", "poss", "advmod", "quantmod"})
_OF_PHRASE = _BEFORE_HEAD | {"det", "predet"}
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
_OWNERS = frozenset({EntityType.PERSON, EntityType.ORGANISATION})
_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp", "csubj"})
_UP = frozenset({"conj", "appos"})
_PREPOSITIONS = frozenset({"IN", "TO", "RP"})
_VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
_IS = frozenset({"is", "was", "'s", "’s", "became", "becomes"})
_NAME_TAGS = frozenset({"NNP", "NNPS"})
_WHICH = frozenset({"of", "who", "that"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A parsed paragraph with its names."""

    words: list[str]
    """Each token as printed."""
    lower: list[str]
    starts: list[int]
    """Where each token begins."""
    ends: list[int]
    heads: list[int]
    deps: list[str]
    tags: list[str]
    children: dict[int, list[int]]
    sentences: list[Span]
    """The sentence of each token."""
    names: tuple[tuple[int, int, int], ...]
    """Of each name its first token, the one after its last, and its head; in order."""
    name_of: dict[int, int]
    """Number of a token -> number of the name that holds it."""


@dataclass(frozen=True, slots=True)
class Hanging:
    """How the phrase of a head hangs in its sentence; see `Referent`."""

    standing: Standing
    preposition: str
    chain: tuple[int, ...]
    depth: int
    joined: int | None


def read(doc: Doc, mentions: Sequence[Mention]) -> Reading:
    """The paragraph read once: its tokens, sentences and the tokens of its names."""
    parsed = parsed_words(doc)
    starts, heads = parsed.starts, parsed.heads
    sentences: list[Span] = []
    for first, last in parsed.sentences:
        start = starts[first]
        sentences += [Span(start, max(parsed.ends[last - 1], start + 1))] * (last - first)
    names: list[tuple[int, int, int]] = []
    name_of: dict[int, int] = {}
    for n, mention in enumerate(mentions):
        first, last = _tokens_of(starts, mention)
        names.append((first, last, _head_of(heads, first, last)))
        for i in range(first, last):
            name_of.setdefault(i, n)
    return Reading(
        words=parsed.words,
        lower=parsed.lower,
        starts=starts,
        ends=parsed.ends,
        heads=heads,
        deps=parsed.deps,
        tags=parsed.tags,
        children=parsed.children,
        sentences=sentences,
        names=tuple(names),
        name_of=name_of,
    )


def tokens_in(reading: Reading, span: Span) -> range:
    """The numbers of the tokens that begin in a span."""
    first = bisect_left(reading.starts, span.start)
    return range(first, bisect_left(reading.starts, span.end))


def _tokens_of(starts: Sequence[int], mention: Mention) -> tuple[int, int]:
    first = max(0, bisect_right(starts, mention.span.start) - 1)  # it may begin inside a token
    return first, max(first + 1, bisect_left(starts, mention.span.end))


def _head_of(heads: Sequence[int], first: int, last: int) -> int:
    """The token of a phrase that hangs on what is outside of it."""
    for i in range(last - 1, first - 1, -1):
        if not first <= heads[i] < last or heads[i] == i:
            return i
    return last - 1


def hanging_of(reading: Reading, i: int) -> Hanging:
    """How the phrase of the head with number `i` hangs in its sentence."""
    heads, deps, tags, starts = reading.heads, reading.deps, reading.tags, reading.starts
    joined: int | None = None
    while deps[i] in _UP and heads[i] != i:
        if deps[i] == "conj":
            joined = starts[heads[i]]
        i = heads[i]
    standing = _STANDINGS.get(deps[i], Standing.OTHER)
    preposition = ""
    if standing is Standing.PREPOSITION:
        above = heads[i]
        preposition = reading.lower[above]
        if deps[above] == "agent":
            standing = Standing.AGENT
    chain: list[int] = []
    open_, depth = True, 0
    for step in range(_MOST_STEPS * 2):
        if deps[i] in _CLAUSES:
            depth += 1
        above = heads[i]
        if above == i:
            break
        i = above
        if open_:
            tag = tags[i]
            if tag not in _PREPOSITIONS:
                chain.append(starts[i])
            open_ = step < _MOST_STEPS and tag not in _VERBS
    return Hanging(standing, preposition, tuple(chain), depth, joined)


def is_joined(reading: Reading, i: int) -> bool:
    """Whether another phrase is coordinated with that of a head."""
    return any(reading.deps[c] == "conj" for c in reading.children.get(i, ()))


def antecedent_of(reading: Reading, i: int) -> int | None:
    """Where the noun begins that the clause of a relative pronoun hangs on."""
    heads = reading.heads
    for _ in range(_MOST_STEPS):
        i = heads[i]
        if reading.deps[i] == "relcl":
            return reading.starts[heads[i]]
        if heads[i] == i:
            return None
    return None


def first_of(reading: Reading, i: int) -> int:
    """Number of the first token of what stands before a head and belongs to it."""
    first = i
    for child in reading.children.get(i, ()):
        if child < i and reading.deps[child] in _OF_PHRASE:
            first = min(first, first_of(reading, child))
    return first


def phrase_words(reading: Reading, first: int, head: int) -> tuple[str, tuple[str, ...]]:
    """Determiner and words of a phrase up to its head, in lower case.

    The determiner of `the city's mayor` is `'s`, and its words begin after that.
    """
    determiner, tags, printed = "", reading.tags, reading.words
    for i in range(head - 1, first - 1, -1):
        if tags[i] == "POS":
            determiner, first = "'s", i + 1
            break
    while not determiner and first < head and tags[first] in ("DT", "PRP$", "PDT", "WP$"):
        determiner = reading.lower[first]
        first += 1
    words = tuple(
        reading.lower[i]
        for i in range(first, head + 1)
        if printed[i].isalpha() or (len(printed[i]) > 1 and not printed[i].isspace())
    )
    return determiner, words or (reading.lower[head],)


def descriptions_of(reading: Reading, name: tuple[int, int, int]) -> Iterator[tuple[str, ...]]:
    """What is said of a person beside the name: title, apposition, `is the mayor`."""
    first, _, head = name
    tags, deps = reading.tags, reading.deps
    title = first
    while title > 0 and _is_title(reading, title - 1, head):
        title -= 1
    if title < first:
        yield tuple(reading.lower[i] for i in range(title, first) if tags[i] not in ("DT", "PRP$"))
    for child in reading.children.get(head, ()):
        if deps[child] == "appos" and _is_unnamed(reading, child):
            yield phrase_words(reading, first_of(reading, child), child)[1]
    above = reading.heads[head]
    if deps[head] == "appos" and _is_unnamed(reading, above):
        yield phrase_words(reading, first_of(reading, above), above)[1]
    if deps[head] == "nsubj" and reading.lower[above] in _IS:
        for child in reading.children.get(above, ()):
            if deps[child] == "attr" and tags[child][:2] == "NN":
                yield phrase_words(reading, first_of(reading, child), child)[1]


def _is_unnamed(reading: Reading, i: int) -> bool:
    return reading.tags[i][:2] == "NN" and i not in reading.name_of


def _is_title(reading: Reading, i: int, head: int) -> bool:
    if reading.tags[i][:2] not in ("NN", "JJ") or reading.deps[i] not in _BEFORE_HEAD:
        return False
    above = reading.heads[i]
    return above == head or i < above


def name_beside(reading: Reading, i: int) -> int | None:
    """The number of the name that stands in apposition to a description, on either side."""
    for child in reading.children.get(i, ()):
        if reading.deps[child] == "appos" and child in reading.name_of:
            return reading.name_of[child]
    if reading.deps[i] == "appos" and reading.heads[i] in reading.name_of:
        return reading.name_of[reading.heads[i]]
    return None


def is_completed(reading: Reading, i: int, first: int, mentions: Sequence[Mention]) -> bool:
    """Whether a description says whose or which one it is: `the father of a girl`, `the club’s
    director`; not `the Norwegian leader`."""
    for child in reading.children.get(i, ()):
        if child > i and (reading.deps[child] == "relcl" or reading.lower[child] in _WHICH):
            return True
    names = (reading.name_of.get(n) for n in range(first, i))
    return any(n is not None and mentions[n].type in _OWNERS for n in names)


def is_description(reading: Reading, i: int) -> bool:
    """Whether a noun stands for somebody by itself: a person, body, document or medium, or a
    subject that is tagged as a name without being found as one."""
    dep = reading.deps[i]
    if dep in ("compound", "amod", "nmod"):
        return False
    if reading.tags[i] in _NAME_TAGS and dep in ("nsubj", "nsubjpass", "poss"):
        return True
    before = reading.lower[i - 1] if i else ""
    return is_source_noun(before, reading.lower[i])
