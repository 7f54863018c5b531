"""What the words around a cue are to it: content, source, cue or none. Features of a sequence
model (a conditional random field) over the words near the cue.

A word is told by its own form and by its way to the cue through the parse: how many steps up
from the cue, then down which relation, on which side, how deep.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from onrecord.analysis.attribution_cues import UNTOLD
from onrecord.analysis.attribution_words import Words

CONTENT: Final = "C"
SOURCE: Final = "S"
CUE: Final = "Q"
NONE: Final = "O"

_REACH = 110
"""Words to either side of a cue that are looked at, at most."""
_MOST_SENTENCES = 4
_MOST_ABOVE = 8
_NOT_FRAME = UNTOLD | {"advmod", "neg", "prep", "npadvmod"}


@dataclass(frozen=True, slots=True)
class Window:
    """The words [start, end) that may belong to the attribution of a cue."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Way:
    """The way from the cue to a word."""

    steps: str
    """Steps up from the cue, then the relation by which the way leads down."""
    top: int
    """The first word of the way down."""
    depth: int
    end: str
    """The last relations of the way."""


def window_of(words: Words, cue: int) -> Window:
    """The sentence of the cue and those that are joined to it by quotations."""
    quotation, sentence = words.quotation, words.sentence
    start, end = words.sentences[sentence[cue]]
    for _ in range(_MOST_SENTENCES):
        before = (start, end)
        if start and (quotation[start - 1] or quotation[start]):
            start = words.sentences[sentence[start - 1]][0]
        if end < len(words) and (quotation[end] or quotation[end - 1]):
            end = words.sentences[sentence[end]][1]
        if before == (start, end):
            break
    return Window(max(start, cue - _REACH), min(end, cue + _REACH))


def word_features(words: Words, at: int) -> list[str]:
    """The features of one word that are the same for every cue."""
    lower, tag, last = words.lower, words.tag, len(words) - 1
    own = tag[at]
    found = [
        *("t=" + own, "d=" + words.dep[at]),
        "w=" + (own if own in ("NNP", "NNPS", "CD") else words.lemma[at]),
        "q" if words.quotation[at] else "u",
        "t-=" + (tag[at - 1] if at else "<"),
        "t+=" + (tag[at + 1] if at < last else ">"),
    ]
    if at and tag[at - 1][0] != "N":
        found.append("w-=" + lower[at - 1])
    if at < last and tag[at + 1][0] != "N":
        found.append("w+=" + lower[at + 1])
    if words.is_mark[at]:
        found.append("m=" + lower[at])
    if words.entity[at]:
        found.append("e=" + words.entity[at])
    return found


class CueView:
    """A paragraph as seen from one cue: the ways from it, the quotations next to it."""

    __slots__ = ("_above", "_frame", "_next", "_previous", "_steps", "_ways", "cue", "words")

    def __init__(self, words: Words, cue: int, window: Window) -> None:
        self.words, self.cue = words, cue
        self._above: dict[int, int] = {}
        self._steps = [""]
        self._climb()
        self._ways: dict[int, _Way] = {}
        self._frame = words.tag[cue][:1] + "".join(
            "_" + words.dep[c] for c in words.children[cue] if words.dep[c] not in _NOT_FRAME
        )
        quotation, own = words.quotation, words.quotation[cue]
        self._next = next(
            ((q, n) for n, q in enumerate(quotation[cue + 1 : window.end], 1) if q and q != own),
            (0, 0),
        )
        self._previous = next(
            (
                (q, n)
                for n, q in enumerate(reversed(quotation[window.start : cue]), 1)
                if q and q != own
            ),
            (0, 0),
        )

    def _climb(self) -> None:
        words, at = self.words, self.cue
        for step in range(_MOST_ABOVE + 1):
            self._above[at] = step
            if words.head[at] == at:
                break
            steps = self._steps[-1]
            self._steps.append(steps + "^" + (words.dep[at] if step < 4 else ""))
            at = words.head[at]

    def way(self, at: int) -> _Way:
        """The way to the word at `at`."""
        known = self._ways.get(at)
        if known is not None:
            return known
        chain = []
        while at not in self._ways and at not in self._above:
            chain.append(at)
            above = self.words.head[at]
            if above == at:
                break
            at = above
        way = self._ways.get(at) or self._start(at)
        for word in reversed(chain):
            way = self._down(way, word)
            self._ways[word] = way
        return way

    def _start(self, at: int) -> _Way:
        if at in self._above:
            way = _Way(self._steps[self._above[at]] + "*", at, 0, self.words.dep[at])
            self._ways[at] = way
            return way
        return _Way("other", at, -1, "")

    def _down(self, way: _Way, word: int) -> _Way:
        dep = self.words.dep[word]
        if way.steps == "other":
            return _Way("other", way.top, way.depth + 1, dep if way.depth < 0 else way.end)
        if way.depth == 0:
            return _Way(way.steps[:-1] + ">" + dep, word, 1, dep)
        end = way.end + ">" + dep if way.depth < 3 else way.end
        return _Way(way.steps, way.top, way.depth + 1, end)

    def quotations(self) -> str:
        """Whether the cue is in a quotation, has one after it, has one before it."""
        inside = "q" if self.words.quotation[self.cue] else ""
        return inside + ("n" if self._next[0] else "") + ("p" if self._previous[0] else "")

    def zone(self, at: int) -> str:
        """Which of the quotations a word is in, as seen from the cue."""
        number = self.words.quotation[at]
        if number == self._next[0]:
            return f"n{min(self._next[1], 5)}"
        if number == self._previous[0]:
            return f"p{min(self._previous[1], 5)}"
        return "in" if number == self.words.quotation[self.cue] else "far"

    def voice(self) -> str:
        """Whether a verb is passive, a bare participle or active."""
        deps = {self.words.dep[c] for c in self.words.children[self.cue]}
        if deps & {"auxpass", "nsubjpass"}:
            return "P"
        return "p" if self.words.tag[self.cue] == "VBN" and "aux" not in deps else "a"

    @property
    def frame(self) -> str:
        """The relations of what hangs on the cue."""
        return self._frame


def argument_features(
    view: CueView, window: Window, own: dict[int, list[str]]
) -> list[list[str]]:
    """The features of each word of the window, as seen from the cue.

    Args:
        view: the paragraph from the cue.
        window: the words that are looked at.
        own: features of words that are the same for every cue, kept between cues.
    """
    words, cue = view.words, view.cue
    lemma, sentence = words.lemma[cue], words.sentence[cue]
    voice, quotations = words.tag[cue] + view.voice(), view.quotations()
    ways = [view.way(at) for at in range(window.start, window.end)]
    keys = [
        way.steps + (">" if at > cue else "<" if at < cue else "")
        for at, way in enumerate(ways, window.start)
    ]
    found = []
    for n, way in enumerate(ways):
        at, key = window.start + n, keys[n]
        features = own.get(at)
        if features is None:
            features = own[at] = word_features(words, at)
        side = ">" if at > cue else "<"
        one = [
            *features,
            *("k=" + key, "k|L=" + key + lemma, "k|T=" + key + voice),
            *("k|f=" + key + view.frame, "e|L=" + way.end + side + lemma, "e=" + way.end + side),
            *(f"kd={key}{min(way.depth, 5)}", "k|t=" + key + words.tag[at]),
            "ds=" + side + _distance(at - cue),
            "k|q=" + key + quotations + features[3],
        ]
        if way.top != at:
            _add_edges(one, words, at, way.top, key)
        if n:
            one.append("k-=" + keys[n - 1])
        if n + 1 < len(ways):
            one.append("k+=" + keys[n + 1])
            if n:
                before, after = ways[n - 1].top == way.top, ways[n + 1].top == way.top
                one.append(f"s={before:d}{after:d}{key}")
        _add_zone(one, view, at, side, lemma, quotations)
        if words.sentence[at] != sentence:
            steps = min(3, abs(words.sentence[at] - sentence))
            one += [f"sd={steps}{side}", f"sd|q={steps}{side}{features[3]}"]
        if at == cue:
            one += ["CUE", "CUE" + lemma]
        found.append(one)
    return found


def _add_edges(one: list[str], words: Words, at: int, top: int, key: str) -> None:
    edge = ("B" if at == words.first[top] else "") + ("E" if at == words.last[top] else "")
    if edge:
        one += ["g=" + edge + key, "g|t=" + edge + key + words.tag[at]]
    one += ["top=" + words.tag[top] + key, "tb=" + words.lower[words.first[top]] + key]
    if words.tag[top][0] != "N":
        one.append("tw=" + words.lower[top] + key)


def _add_zone(
    one: list[str], view: CueView, at: int, side: str, lemma: str, quotations: str
) -> None:
    if view.words.quotation[at]:
        zone = view.zone(at)
        one += ["z=" + zone + side, "z|L=" + zone + lemma]
    else:
        one.append("nz=" + side + quotations)


def _distance(steps: int) -> str:
    steps = abs(steps)
    return str(steps if steps < 3 else 1 << (steps - 1).bit_length())
