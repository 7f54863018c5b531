"""The words of an article at their places, inside quotation marks and outside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.text.folding import fold
from onrecord.values.article import Article, Paragraph
from onrecord.values.spans import Span
from onrecord.values.vocabulary import PROSE_ROLES, Role

_WORD = re.compile(r"[^\W_]+")
_QUOTATION = re.compile(r"“([^“”]+)(?:”|$)|\"([^\"]+)(?:\"|$)|„([^„“”]+)(?:[“”]|$)")
"""A quotation that is not closed runs to the end of its paragraph: the next one reopens it."""
TOP_ROLES = (Role.HEADLINE, Role.DEK, Role.LEDE)


class Word(NamedTuple):
    """A folded word and its place in the article's text."""

    word: str
    start: int
    end: int


def words_in(text: str, start: int, end: int) -> Iterator[Word]:
    """The folded words of `text[start:end]`."""
    for match in _WORD.finditer(text, start, end):
        word = match[0]
        yield Word(word.lower() if word.isascii() else fold(word), *match.span())


def prose(article: Article) -> list[Paragraph]:
    """The paragraphs of the running text."""
    return [one for one in article.paragraphs if one.role in PROSE_ROLES]


def quotations(text: str, paragraph: Paragraph) -> list[Span]:
    """What stands between quotation marks in a paragraph."""
    found: list[Span] = []
    end = paragraph.start + len(text[paragraph.start : paragraph.end].rstrip())
    for match in _QUOTATION.finditer(text, paragraph.start, end):
        group = match.lastindex or 0
        if match[group].strip():
            found.append(Span(match.start(group), match.end(group)))
    return found


def span_of(words: list[Word]) -> Span:
    """From the first of some words to the last."""
    return Span(words[0].start, words[-1].end)
