"""What of an article is looked at when it is compared with others for copies.

Its own running words: those of lede and body outside quotation marks. What somebody said is
printed by everybody who heard it, and so are posts of social media and statements set as blocks.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from onrecord.analysis.quotations import find_quotations
from onrecord.articles.datelines import find_dateline
from onrecord.lexicon.sentence_titles import sentence_titles
from onrecord.linking.copies.words import WORD, told_words
from onrecord.text.folding import fold_words
from onrecord.values.article import Article
from onrecord.values.spans import Span
from onrecord.values.vocabulary import PROSE_ROLES

FEWEST_WORDS = 30
"""Words: a shorter running text is no sign of a copy (`No further details were given.`)."""
_SHORTEST_QUOTATION = 4
"""Words between marks from which they are somebody's speech, not a name or a scare quote."""
_SENTENCE_END = re.compile(r"[.?!…][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9À-Þ])")
_LAST_WORD = re.compile(r"\S+$")
_INITIAL = re.compile(r"(?:[A-Z]\.)+")
_MAY_BE_DATELINE = re.compile(r".{2,90}?(?:[—–―:)]|--|\s-|-\s)")
_MARK = re.compile("[\"'`“”„‟«»‘’‚‛‹›\x91-\x94]|&[lr]")
_LONGEST_PLAIN = 35
"""Words that are printed, up to which a sentence is not looked at for lists and links."""
_MOST_TELLING = 0.75
"""Share of words that tell: of 12,000 sentences of news longer than 25 words 1 in 200 has more; in
a choice of countries or a menu nearly all words do."""
_RUN_IN = re.compile(r"\b(?!Mc|Mac|De|La|Le|Van|Fitz)[A-Z]\w*[a-z][A-Z]+[a-z]")
"""Words that ran into each other where a link had stood (`Jane RoeCouncil votes`)."""
_FILED = frozenset({"place-agency", "place-brackets", "agency", "place-capitals", "place-day"})
"""Forms of datelines that are no heading or name of a speaker: `Town: How is it ...`."""
_POST = re.compile(r"\(@\w{2,}\)|\bpic\.twitter\.com/")
"""A post of social media printed as a block ends with the account that wrote it."""


@dataclass(frozen=True)
class CopySentence:
    """The own words of one sentence that tell something."""

    stems: tuple[str, ...]
    weights: tuple[float, ...]
    places: tuple[tuple[int, int], ...]
    """[start, end) of each in the article's text."""
    printed: int
    """Own words that are printed, those of grammar too."""

    @cached_property
    def counts(self) -> Counter[str]:
        """How often it has each stem."""
        return Counter(self.stems)

    @cached_property
    def weight(self) -> float:
        """What its words weigh together."""
        return sum(self.weights)

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Words that tell, side by side."""
        return frozenset(pairwise(self.stems))


@dataclass(frozen=True)
class CopyText:
    """The own running words of an article."""

    sentences: tuple[CopySentence, ...]
    """Those with own words that tell something, in order."""
    whole: str | None
    """Digest of all running words, quotations too; None where they are too few to tell."""
    running: int
    """All running words, quotations too."""
    datelines: int
    """Paragraphs that begin with one: a digest of several reports has as many."""

    @cached_property
    def printed(self) -> int:
        """Own words that are printed."""
        return sum(one.printed for one in self.sentences)

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The own words that tell, in order."""
        return tuple(stem for one in self.sentences for stem in one.stems)

    @cached_property
    def holders(self) -> Mapping[tuple[str, str], Sequence[int]]:
        """Pairs of words side by side to the numbers of the sentences that have them."""
        found: dict[tuple[str, str], list[int]] = {}
        for number, sentence in enumerate(self.sentences):
            for pair in sentence.pairs:
                found.setdefault(pair, []).append(number)
        return found


def copy_text(article: Article) -> CopyText:
    """The own running words of an article; a pure function of it."""
    paragraphs = [
        (one.start, article.text[one.start : one.end].rstrip())
        for one in article.paragraphs
        if one.role in PROSE_ROLES
    ]
    said = _posts([text for _, text in paragraphs])
    sentences: list[CopySentence] = []
    whole: list[str] = []
    datelines = 0
    for number, (start, text) in enumerate(paragraphs):
        whole += fold_words(_plain(text))
        dateline = find_dateline(text) if _MAY_BE_DATELINE.match(text) else None
        datelines += dateline is not None and dateline.form in _FILED
        if number not in said:
            sentences += _sentences(text, start, dateline.end if dateline else 0)
    return CopyText(tuple(sentences), _digest(whole), len(whole), datelines)


def _plain(text: str) -> str:
    """A text whose marks are plain ASCII, which is folded faster; its words are the same."""
    if not text.isascii():
        for mark in "’‘“”—–…\u00a0":
            text = text.replace(mark, " ")
    return text


def _digest(words: Sequence[str]) -> str | None:
    if len(words) < FEWEST_WORDS:
        return None
    return hashlib.sha256(" ".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _posts(paragraphs: Sequence[str]) -> frozenset[int]:
    """Numbers of the paragraphs that are posts of social media."""
    found: set[int] = set()
    for number, text in enumerate(paragraphs):
        match = _POST.search(text)
        if match is not None:
            found.add(number)
            if len(text[: match.start()].split()) < _SHORTEST_QUOTATION * 2 and number:
                found.add(number - 1)
    return frozenset(found)


def _sentences(text: str, start: int, begin: int) -> Iterator[CopySentence]:
    """The sentences of a paragraph that have own words that tell something."""
    quoted = _quoted(text)
    at = begin
    for cut in (*_cuts(text, begin), len(text)):
        stems: list[str] = []
        weights: list[float] = []
        places: list[tuple[int, int]] = []
        printed = 0
        for match in WORD.finditer(text, at, cut):
            first, last = match.span()
            while quoted and quoted[0].end <= first:
                del quoted[0]
            if quoted and quoted[0].start <= first:
                continue
            printed += 1
            for stem, weight in told_words(match[0]):
                stems.append(stem)
                weights.append(weight)
                places.append((start + first, start + last))
        if stems and not _is_list(text, at, cut, len(stems), printed):
            yield CopySentence(tuple(stems), tuple(weights), tuple(places), printed)
        at = cut


def _is_list(text: str, start: int, end: int, telling: int, printed: int) -> bool:
    """Whether a stretch is no sentence: a list of names, or links of the page ran into it."""
    if printed < _LONGEST_PLAIN:
        return False
    return telling > _MOST_TELLING * printed or _RUN_IN.search(text, start, end) is not None


def _cuts(text: str, begin: int) -> Iterator[int]:
    """Where the next sentence of a paragraph begins."""
    for match in _SENTENCE_END.finditer(text, begin):
        last = _LAST_WORD.search(text, max(begin, match.start() - 12), match.start() + 1)
        if last and text[match.start()] == ".":
            word = last[0].lstrip("(\"'“‘[")
            if word in sentence_titles() or _INITIAL.fullmatch(word):
                continue
        yield match.end()


def _quoted(text: str) -> list[Span]:
    """What somebody said between quotation marks."""
    if not _MARK.search(text):
        return []
    return [
        one.inner
        for one in find_quotations(text)
        if one.depth == 0 and len(one.inner.slice(text).split()) >= _SHORTEST_QUOTATION
    ]
