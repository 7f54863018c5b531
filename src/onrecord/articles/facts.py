"""Facts of one segment, told without a parser: what the rules of `roles` decide by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.articles.segments import Segment
from onrecord.lexicon.words import content_words, stop_words, words_of

_TERMINAL = re.compile(
    r"[.!?。！？।؟۔][\"”“’‘'»«)\]」』）*]*$|[.!?,][\"”“’‘']$|[\"”“][.,!?;:]$|[:;]$"
)
_SENTENCE_END = re.compile(r"[.!]\s?[\"”“’‘'»«)\]]*$")
_TRUNCATED = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])[\"”’')\]]*$")
_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")
"""Scripts without spaces between words; about two characters make a word."""
_OPENING_QUOTE = re.compile(r"^[\"“‘'«„]")
_CAPITAL = re.compile(r"^[^\W\d_]")
_BULLET = re.compile(r"^\s*(?:[•●▪■◦*·]\s*|[–—-]\s+|\d{1,2}[.)]\s+)\S")


_POST_SIGNATURE = re.compile(r"[—–-]\s?.{1,80}\(@\w+\).{0,40}")


_ENDS_IN_SIGNATURE = re.compile(r"[—–-]{1,2}\s?[^—–]{1,80}\(@\w+\).{0,40}$")


def ends_in_post_signature(text: str) -> bool:
    """Whether a quoted post and its signature stand in one line."""
    return _ENDS_IN_SIGNATURE.search(text[-160:]) is not None


def is_post_signature(text: str) -> bool:
    """Whether a line signs a post quoted from a social network: `— Name (@handle) day`."""
    return _POST_SIGNATURE.fullmatch(text) is not None


_LATIN_END = 0x250
"""Letters of English and its neighbours lie below."""


def _in_other_script(text: str) -> bool:
    """Whether most letters are none of the Latin script: no English, whatever the page is in."""
    letters = [c for c in text if c.isalpha()]
    return 2 * sum(ord(c) >= _LATIN_END for c in letters) > len(letters)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineFacts:
    """What can be told of a segment by itself. Shares are of its words, 0 to 1."""

    words: int
    terminal: bool
    """Ends as a sentence, a quotation or a lead-in does."""
    truncated: bool
    """Ends in dots, as a teaser does."""
    stop_share: float
    """Share of words that carry grammar rather than content."""
    title_share: float
    """Share of the longer words that begin with a capital."""
    quoted: bool
    """Begins with a quotation mark."""
    bullet: bool
    prose: bool
    """Reads as running text."""
    weak_prose: bool
    """Could be running text: a short sentence."""
    content: frozenset[str]


def line_facts(segment: Segment, *, english: bool = True) -> LineFacts:
    """The facts of one segment; shares of English words count only in English text."""
    text = segment.text
    words = words_of(text)
    count = max(len(words), len(_IDEOGRAPH.findall(text)) // 2)
    stops = stop_words()
    stop_share = sum(w in stops for w in words) / count if count else 0.0
    if not english or _in_other_script(text):
        stop_share = max(stop_share, 0.3)
    tokens = [t.lstrip("\"“‘'«„(") for t in text.split()]
    longer = [t for t in tokens if len(t) > 3 and _CAPITAL.match(t)]
    title_share = sum(t[0].isupper() for t in longer) / len(longer) if longer else 0.0
    truncated = bool(_TRUNCATED.search(text))
    terminal = bool(_TERMINAL.search(text)) or truncated
    quoted = bool(_OPENING_QUOTE.match(text))
    prose = (
        (count >= 7 and terminal and stop_share >= 0.2 and title_share < 0.8)
        or (count >= 25 and stop_share >= 0.25)
        or (quoted and terminal and count >= 5 and stop_share >= 0.15)
    )
    return LineFacts(
        words=count,
        terminal=terminal,
        truncated=truncated,
        stop_share=stop_share,
        title_share=title_share,
        quoted=quoted,
        bullet=bool(_BULLET.match(text)),
        prose=prose,
        weak_prose=prose
        or (terminal and count >= 3 and (stop_share >= 0.15 or quoted))
        or (count >= 5 and bool(_SENTENCE_END.search(text)) and not truncated),
        content=frozenset(content_words(text)),
    )


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How many prose segments of one article use each content word."""

    counts: Counter[str]

    @classmethod
    def of(cls, facts: Sequence[LineFacts]) -> Vocabulary:
        """The vocabulary of an article's prose."""
        counts: Counter[str] = Counter()
        for fact in facts:
            if fact.prose:
                counts.update(fact.content)
        return cls(counts)

    def overlap(self, fact: LineFacts) -> float:
        """Share of the segment's content words that stand in other prose segments too."""
        if not fact.content:
            return 0.0
        own = 1 if fact.prose else 0
        return sum(self.counts[w] > own for w in fact.content) / len(fact.content)


def echo(fact: LineFacts, others: Sequence[LineFacts]) -> float:
    """Share of the segment's content words that stand in any of the others."""
    if not fact.content:
        return 0.0
    theirs: set[str] = set().union(*(o.content for o in others)) if others else set()
    return len(fact.content & theirs) / len(fact.content)
