"""What the words around a cue are to it: content, source, cue or none. Features of a sequence
model (a conditional random field) over the words near the cue.

A word is told by its own form and by its way to the cue through the parse: how many steps up
from the cue, then down which relation, on which side, how deep.
"""

from __future__ import annotations

from collections.abc import Iterable
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


_NAMES = frozenset({"NNP", "NNPS", "CD"})
"""Tags of words that features tell by their tag alone."""
_QUOTED = ("u", "q")
"""How features tell words outside of quotations and inside."""

_DISTANCES = tuple(str(n if n < 3 else 1 << (n - 1).bit_length()) for n in range(_REACH + 1))
"""How features tell how far a word is from the cue: the next power of two."""
_DEPTHS = tuple("012345")
_SAME = (("s=00", "s=01"), ("s=10", "s=11"))

type _Way = tuple[str, int, int, str]
"""The way from the cue to a word: steps up from the cue and the relation by which it leads down;
the first word of the way down; how deep; the last relations of the way. A plain tuple, for it is
made for every word of every cue."""


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
        "w=" + (own if own in _NAMES else words.lemma[at]),
        _QUOTED[words.quotation[at] > 0],
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

    __slots__ = (
        *("_above", "_beside", "_frame", "_lemma", "_next", "_previous", "_sentence"),
        *("_steps", "_voice", "_ways", "cue", "words"),
    )

    def __init__(self, words: Words, cue: int, window: Window) -> None:
        self.words, self.cue = words, cue
        self._above: dict[int, int] = {}
        self._steps = [""]
        self._climb()
        self._ways: dict[int, _Way] = {}
        self._lemma, self._sentence = words.lemma[cue], words.sentence[cue]
        self._frame, self._voice = _frame(words, cue), _voice(words, cue)
        quotation, own = words.quotation, words.quotation[cue]
        self._next = _nearest(quotation[cue + 1 : window.end], own)
        self._previous = _nearest(reversed(quotation[window.start : cue]), own)
        inside = "q" if own else ""
        self._beside = inside + "n" * (self._next[0] > 0) + "p" * (self._previous[0] > 0)

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
        ways, head = self._ways, self.words.head
        chain = []
        while (way := ways.get(at)) is None and (step := self._above.get(at)) is None:
            chain.append(at)
            above = head[at]
            if above == at:
                break
            at = above
        if way is None:
            if step is None:
                way = ("other", at, -1, "")
            else:
                way = ways[at] = (self._steps[step] + "*", at, 0, self.words.dep[at])
        for word in reversed(chain):
            way = ways[word] = _down(way, word, self.words.dep[word])
        return way

    def way_features(self, key: str, quoted: str) -> list[str]:
        """The features that all words of one way share."""
        return [
            *("k=" + key, "k|L=" + key + self._lemma, "k|T=" + key + self._voice),
            *("k|f=" + key + self._frame, "k|q=" + key + self._beside + quoted),
        ]

    def add_place(self, found: list[str], at: int, end: str) -> None:
        """Add where a word stands: how far from the cue, in a quotation, in another sentence."""
        words, steps, lemma = self.words, at - self.cue, self._lemma
        side = ">" if steps > 0 else "<"
        end += side
        found += ("e|L=" + end + lemma, "e=" + end, "ds=" + side + _DISTANCES[abs(steps)])
        if words.quotation[at]:
            zone = self._zone(at)
            found += ("z=" + zone + side, "z|L=" + zone + lemma)
        else:
            found.append("nz=" + side + self._beside)
        away = words.sentence[at] - self._sentence
        if away:
            text = f"{min(3, abs(away))}{side}"
            found += ("sd=" + text, "sd|q=" + text + _QUOTED[words.quotation[at] > 0])
        elif not steps:
            found += ("CUE", "CUE" + lemma)

    def _zone(self, at: int) -> str:
        """Which of the quotations a word is in, as seen from the cue."""
        number = self.words.quotation[at]
        if number == self._next[0]:
            return f"n{min(self._next[1], 5)}"
        if number == self._previous[0]:
            return f"p{min(self._previous[1], 5)}"
        return "in" if number == self.words.quotation[self.cue] else "far"


def _frame(words: Words, cue: int) -> str:
    """The relations of what hangs on the cue."""
    deps = (words.dep[child] for child in words.children[cue])
    return words.tag[cue][:1] + "".join("_" + dep for dep in deps if dep not in _NOT_FRAME)


def _voice(words: Words, cue: int) -> str:
    """Tag of the cue, and whether it is passive, a bare participle or active."""
    deps = {words.dep[child] for child in words.children[cue]}
    if deps & {"auxpass", "nsubjpass"}:
        return words.tag[cue] + "P"
    bare = words.tag[cue] == "VBN" and "aux" not in deps
    return words.tag[cue] + ("p" if bare else "a")


def _nearest(numbers: Iterable[int], own: int) -> tuple[int, int]:
    """Number and distance of the first quotation that is not the cue's own; zeros for none."""
    return next(((q, n) for n, q in enumerate(numbers, 1) if q and q != own), (0, 0))


def _down(way: _Way, word: int, dep: str) -> _Way:
    steps, top, depth, end = way
    if steps == "other":
        return steps, top, depth + 1, dep if depth < 0 else end
    if depth == 0:
        return steps[:-1] + ">" + dep, word, 1, dep
    return steps, top, depth + 1, end + ">" + dep if depth < 3 else end


def argument_features(view: CueView, window: Window, own: dict[int, list[str]]) -> list[list[str]]:
    """The features of each word of the window, as seen from the cue.

    Args:
        view: the paragraph from the cue.
        window: the words that are looked at.
        own: features of words that are the same for every cue, kept between cues.
    """
    words, cue = view.words, view.cue
    tag, quotation = words.tag, words.quotation
    ways = [view.way(at) for at in range(window.start, window.end)]
    keys = [
        way[0] + (">" if at > cue else "<" if at < cue else "")
        for at, way in enumerate(ways, window.start)
    ]
    shared: dict[tuple[str, bool], list[str]] = {}
    last = len(ways) - 1
    found = []
    for n, (_, top, depth, end) in enumerate(ways):
        at, key = window.start + n, keys[n]
        word = own.get(at)
        if word is None:
            word = own[at] = word_features(words, at)
        quoted = quotation[at] > 0
        of_way = shared.get((key, quoted))
        if of_way is None:
            of_way = shared[key, quoted] = view.way_features(key, _QUOTED[quoted])
        one = [*word, *of_way, "kd=" + key + _DEPTHS[min(depth, 5)], "k|t=" + key + tag[at]]
        if n:
            one.append("k-=" + keys[n - 1])
        if n < last:
            one.append("k+=" + keys[n + 1])
            if n:
                one.append(_SAME[ways[n - 1][1] == top][ways[n + 1][1] == top] + key)
        if top != at:
            _add_top(one, words, at, top, key)
        view.add_place(one, at, end)
        found.append(one)
    return found


def _add_top(found: list[str], words: Words, at: int, top: int, key: str) -> None:
    edge = ("B" if at == words.first[top] else "") + ("E" if at == words.last[top] else "")
    if edge:
        found += ("g=" + edge + key, "g|t=" + edge + key + words.tag[at])
    found += ("top=" + words.tag[top] + key, "tb=" + words.lower[words.first[top]] + key)
    if words.tag[top][0] != "N":
        found.append("tw=" + words.lower[top] + key)
