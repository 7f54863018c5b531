"""Which words of an article a page without full texts may show.

At most 60 words of a paragraph, and never more than half of the running text of an
article, so that a page may be passed on where the articles may not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from onrecord.values.vocabulary import PROSE_ROLES, Role
from onrecord.web.marks import Mark

WORDS = 60
"""Most words of one paragraph."""
CHARACTERS = 600
"""Most characters of one paragraph, for scripts that put no space between words."""

_FRONT = frozenset(
    {Role.HEADLINE, Role.DEK, Role.BYLINE, Role.TIMESTAMP, Role.DATELINE, Role.CREDIT}
)
# Chinese, Japanese and Korean writing has no spaces to count: each sign is a word here.
_WORD = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]"
    r"|[^\s\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]+"
)


def count_words(text: str) -> int:
    """Words of a text: runs without white space, or single signs of an unspaced script."""
    return sum(1 for _ in _WORD.finditer(text))


def choose_passages(
    article: Mapping[str, Any], marks: Iterable[Mark]
) -> dict[int, tuple[int, int]]:
    """The passage of each paragraph to show: number of the paragraph to [start, end)."""
    text: str = article["text"]
    paragraphs = article["paragraphs"]
    evidence = [mark for mark in marks if mark.kind != "copy"]
    prose = sum(
        count_words(text[p["start"] : p["end"]]) for p in paragraphs if p["role"] in PROSE_ROLES
    )
    budget = prose // 2
    chosen: dict[int, tuple[int, int]] = {}
    for number, paragraph in _by_importance(paragraphs):
        here = [m for m in evidence if paragraph["start"] <= m.start < paragraph["end"]]
        role = paragraph["role"]
        if not (here or role in _FRONT or role == Role.LEDE):
            continue
        running = role in PROSE_ROLES
        passage = _passage(article, paragraph, here, min(WORDS, budget) if running else WORDS)
        if passage is None:
            continue
        chosen[number] = passage
        if running:
            budget -= count_words(text[passage[0] : passage[1]])
    return chosen


def _by_importance(
    paragraphs: list[Mapping[str, Any]],
) -> list[tuple[int, Mapping[str, Any]]]:
    """Ledes before other paragraphs, so that the budget goes to them first."""
    return sorted(enumerate(paragraphs), key=lambda item: item[1]["role"] != Role.LEDE)


def _passage(
    article: Mapping[str, Any], paragraph: Mapping[str, Any], marks: list[Mark], most: int
) -> tuple[int, int] | None:
    """At most `most` words of the paragraph, from a sentence's start and with the first mark."""
    text: str = article["text"]
    words = [m.span() for m in _WORD.finditer(text, paragraph["start"], paragraph["end"])]
    if not words or most <= 0:
        return None
    begin = 0
    if marks and paragraph["role"] != Role.LEDE:
        begin = _first_word(article, words, marks[0], most)
    shown = [w for w in words[begin : begin + most] if w[1] - words[begin][0] <= CHARACTERS]
    if not shown:
        return words[begin][0], min(words[begin][1], words[begin][0] + CHARACTERS)
    return shown[0][0], shown[-1][1]


def _first_word(
    article: Mapping[str, Any], words: list[tuple[int, int]], mark: Mark, most: int
) -> int:
    """Number of the word to begin at, so that the end of `mark` is among the next `most`."""
    at = max((n for n, word in enumerate(words) if word[0] <= mark.start), default=0)
    last = max((n for n, word in enumerate(words) if word[0] < mark.end), default=at)
    starts = {start for start, _ in article.get("sentences") or ()}
    sentence = max((n for n in range(at + 1) if words[n][0] in starts), default=0)
    return sentence if last - sentence < most else max(0, min(at, last - most + 1))


def is_cut(text: str, whole: tuple[int, int], shown: tuple[int, int]) -> tuple[bool, bool]:
    """Whether words are left out before and after the shown passage of a paragraph."""
    return bool(text[whole[0] : shown[0]].strip()), bool(text[shown[1] : whole[1]].strip())
