"""Which paragraphs of a PDF are other articles' headlines and teasers, told by their links.

A page printed by a browser keeps its links. A line that is nothing but a link leads
elsewhere; where such lines and single paragraphs follow each other in a row, the
paragraphs are teasers. What stands after the form for comments is no article any more.
Items without a link under a sentence that ends in a colon belong to the article. Where the
page is tagged, the extractor for web pages tells more than links and lines do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.articles.pdf.paragraphs import Paragraph

_ALL = 0.8
"""Share of characters from which on a paragraph is nothing but a link."""
_MANY = 0.4
_HARDLY = 0.2
_LEAST_WORDS = 4
_ROW = 3
"""Teasers in a row that make a list of them."""
_LONG_ROW = 6
_TEASER_WORDS = 95
_TEXT_WORDS = 15
_OWN_WORDS = 20
_GAP = 4
"""Lines between two paragraphs of the article from which on they are a table or a list."""
_HEADING_WORDS = 40
_BETWEEN = 4
"""Lines that are no sentences (a section, a day, a name, a picture) between link and teaser."""
_LINKS_AFTER = 12
"""Links with no text between them after which no article goes on."""
_SHARE_AFTER = 0.3
"""Share of the document's text that stands under its headline, at least."""
_SENTENCE = re.compile(r"[.!?:;…。！？।؟۔][\"'”’»)\]」』]*$")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_COMMENTS = re.compile(
    r"""leave\ (?:a|your)\ (?:reply|comment)\b.{0,40}|(?:post|add|write)\ (?:a\ |your\ )?comment
    |your\ e-?mail\ address\ will\ not\ be\ published\b.*|save\ my\ name,?\ e-?mail\b.*
    |required\ fields\ are\ marked\b.*|top\ rated\ comments\b.*
    |join\ the\ (?:conversation|discussion)
    |(?:log|sign)\ in\ to\ (?:comment|reply)\b.*|(?:show|view|see)\ all\ (?:\d+\ )?comments.*
    |(?:reader\ )?comments\ ?\(\d+\)|\d+\ (?:comments|responses)(?:\ (?:on|to)\ .*)?""",
    re.IGNORECASE | re.VERBOSE,
)
_ARTICLE_WORDS = 100
"""Words of text that stand before the comments, at least."""
_LIST_ITEM = re.compile(r"[•●▪■◦·*]\s|\d{1,2}[.)]\s")


@dataclass(frozen=True, slots=True)
class Judged:
    """A paragraph as the verdict sees it."""

    text: str
    tag: str | None
    links: float
    opens_with_link: bool

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @property
    def is_link(self) -> bool:
        """Nothing but a link, and long enough to be a headline."""
        return self.links >= _ALL and self.words >= _LEAST_WORDS

    @property
    def is_text(self) -> bool:
        """A sentence that is no link."""
        ends = _SENTENCE.search(self.text) is not None
        return self.links < _ALL and self.words > _LEAST_WORDS and ends

    @property
    def is_long_text(self) -> bool:
        """A paragraph as articles have them."""
        return self.is_text and self.words >= _TEXT_WORDS and self.links < _MANY

    @property
    def is_teaser(self) -> bool:
        """A headline that is a link with its teaser behind it, in one paragraph."""
        return (
            self.opens_with_link
            and _HARDLY / 2 <= self.links < _ALL
            and _LEAST_WORDS < self.words <= _TEASER_WORDS
        )


def judged(paragraph: Paragraph, text: str, tag: str | None) -> Judged:
    """What the verdict needs of a paragraph."""
    return Judged(text, tag, paragraph.links, paragraph.first.links >= 0.5)


def judge(paragraphs: Sequence[Judged], headline: str | None = None) -> list[bool | None]:
    """For each paragraph: False where it is foreign, True where it is the article's own.

    `headline`: the words of the paragraph that the document's title repeats. A document without
    any link tells nothing: it is no print of a web page, or its links are lost.
    """
    if not any(paragraph.links for paragraph in paragraphs):
        return [None] * len(paragraphs)
    verdict: list[bool | None] = [
        False if p.is_link or (p.tag in _HEADINGS and p.links >= _ALL) else None for p in paragraphs
    ]
    _teasers_under_links(paragraphs, verdict)
    _teasers_with_links(paragraphs, verdict)
    headline = headline or _largest_heading(paragraphs)
    start = _start(paragraphs, headline)
    end = _end(paragraphs, verdict, start)
    _items_of_article(paragraphs, verdict, start if start else len(paragraphs), end)
    for n, paragraph in enumerate(paragraphs):
        if n >= end or (n < start and paragraph.text != headline):
            verdict[n] = False
        elif start and verdict[n] is None and paragraph.words >= _OWN_WORDS:
            verdict[n] = True if paragraph.is_long_text or paragraph.links < _HARDLY else None
    if start:
        verdict[start] = True
        _fill(paragraphs, verdict, start + 1, end)
    return verdict


def judge_extracted(
    paragraphs: Sequence[Judged],
    headline: str | None,
    extract: Callable[[int], list[bool] | None],
) -> list[bool | None] | None:
    """The same where an extractor judges the paragraphs; None where it cannot.

    `extract`: tells of so many of the first paragraphs which it takes. It is asked about what
    stands before the comments, and overruled on teasers and before the headline.
    """
    if not any(paragraph.links for paragraph in paragraphs):
        return None
    start = _start(paragraphs, headline or _largest_heading(paragraphs))
    end = _comments(paragraphs, start)
    taken = extract(end)
    if taken is None:
        return None
    teasers: list[bool | None] = [None] * len(paragraphs)
    _teasers_under_links(paragraphs, teasers)
    _teasers_with_links(paragraphs, teasers)
    own = [start <= n and taken[n] and teasers[n] is None for n in range(end)]
    return [*own, *(False for _ in paragraphs[end:])] if any(own) else None


def _comments(paragraphs: Sequence[Judged], start: int) -> int:
    """Number of the paragraph with which the form for comments, or the first of them, begins."""
    words = 0
    for n in range(start, len(paragraphs)):
        if words >= _ARTICLE_WORDS and _COMMENTS.fullmatch(paragraphs[n].text):
            return n
        words += paragraphs[n].words if paragraphs[n].is_long_text else 0
    return len(paragraphs)


def _fill(paragraphs: Sequence[Judged], verdict: list[bool | None], start: int, end: int) -> None:
    """What lies between two of the article's own paragraphs and is hardly ever a link: tables,
    lists without marks, verse."""
    own = [n for n in range(start, end) if verdict[n] is True]
    for left, right in pairwise(own):
        gap = range(left + 1, right)
        linked = sum(paragraphs[n].links >= _HARDLY for n in gap)
        if len(gap) >= _GAP and linked <= 0.2 * len(gap):
            for n in gap:
                if verdict[n] is None and paragraphs[n].words >= 3:
                    verdict[n] = True


def _start(paragraphs: Sequence[Judged], headline: str | None) -> int:
    """Number of the headline's paragraph; 0 where it is not known or little follows it."""
    if headline is None:
        return 0
    places = [n for n, paragraph in enumerate(paragraphs) if paragraph.text == headline]
    if not places:
        return 0
    best = min(places, key=lambda n: (paragraphs[n].tag != "h1", paragraphs[n].links >= _ALL, n))
    after = _text_words(paragraphs[best:])
    return best if after >= _SHARE_AFTER * _text_words(paragraphs) else 0


def _largest_heading(paragraphs: Sequence[Judged]) -> str | None:
    """The first heading of the first rank that is no link."""
    return next(
        (
            p.text
            for p in paragraphs
            if p.tag == "h1" and p.links < _HARDLY and _LEAST_WORDS <= p.words <= _HEADING_WORDS
        ),
        None,
    )


def _text_words(paragraphs: Sequence[Judged]) -> int:
    return sum(p.words for p in paragraphs if p.is_long_text)


def _end(paragraphs: Sequence[Judged], verdict: Sequence[bool | None], start: int) -> int:
    """Number of the paragraph after the article: the form for comments, or many links in a row."""
    words = links = 0
    for n in range(start, len(paragraphs)):
        paragraph = paragraphs[n]
        if words >= _ARTICLE_WORDS and _COMMENTS.fullmatch(paragraph.text):
            return n
        if verdict[n] is None and paragraph.is_long_text:
            if links >= _LINKS_AFTER and words >= _ARTICLE_WORDS:
                return n if words >= _text_words(paragraphs[n:]) / 2 else len(paragraphs)
            words += paragraph.words
            links = 0
        elif paragraph.links >= _ALL:
            links += 1
    return len(paragraphs)


def _teasers_under_links(paragraphs: Sequence[Judged], verdict: list[bool | None]) -> None:
    """Link, paragraph, link, paragraph, ...: the paragraphs are teasers."""
    pairs = [
        (n, teaser)
        for n, paragraph in enumerate(paragraphs)
        if paragraph.is_link and (teaser := _teaser_under(paragraphs, n)) is not None
    ]
    for run in _runs(paragraphs, pairs):
        headings = sum(paragraphs[link].tag in _HEADINGS for link, _ in run)
        # lines in the text itself that lead elsewhere are no headings
        if len(run) >= (_ROW if 2 * headings > len(run) else _LONG_ROW):
            for _, teaser in run:
                verdict[teaser] = False


def _teaser_under(paragraphs: Sequence[Judged], link: int) -> int | None:
    """The one paragraph of text between a link and the next."""
    for place in range(link + 1, min(link + 2 + _BETWEEN, len(paragraphs))):
        found = paragraphs[place]
        if found.is_link:
            return None
        if found.is_text:
            return place if found.words <= _TEASER_WORDS else None
    return None


def _runs(
    paragraphs: Sequence[Judged], pairs: Sequence[tuple[int, int]]
) -> list[list[tuple[int, int]]]:
    """Pairs of link and teaser that follow each other with no text between them."""
    runs: list[list[tuple[int, int]]] = []
    for link, teaser in pairs:
        between = paragraphs[runs[-1][-1][1] + 1 : link] if runs else ()
        if runs and not any(p.is_text for p in between) and len(between) <= 2 * _BETWEEN:
            runs[-1].append((link, teaser))
        else:
            runs.append([(link, teaser)])
    return runs


def _teasers_with_links(paragraphs: Sequence[Judged], verdict: list[bool | None]) -> None:
    """Paragraphs in a row that all open with a link: headlines with their teasers behind."""
    run: list[int] = []
    for n, paragraph in enumerate(paragraphs):
        if paragraph.is_teaser:
            run.append(n)
        elif paragraph.is_text or paragraph.words > _TEXT_WORDS:
            run = []
        if len(run) >= _ROW:
            for place in run:
                verdict[place] = False


def _items_of_article(
    paragraphs: Sequence[Judged], verdict: list[bool | None], start: int, end: int
) -> None:
    """The items of a list under `...:`, and under a text between `start` and `end`, that are
    no links."""
    under = False
    for n, paragraph in enumerate(paragraphs):
        item = paragraph.tag == "li" or _LIST_ITEM.match(paragraph.text) is not None
        if item and under and paragraph.links < _HARDLY and verdict[n] is None:
            verdict[n] = True
        else:
            inside = start < n < end and paragraph.is_long_text and verdict[n] is not False
            under = inside or (
                paragraph.text.rstrip().endswith(":")
                and paragraph.words > _LEAST_WORDS
                and paragraph.links < _ALL
            )
