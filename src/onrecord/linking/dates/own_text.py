"""An article's text as the rules of pass 1 look at it: sentences, roles, quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache

from onrecord.values.article import Article
from onrecord.values.datings import DateEvidence, Place, PossibleDays
from onrecord.values.days import DayInterval
from onrecord.values.findings import Analysis
from onrecord.values.spans import Span
from onrecord.values.times import TimeExpression
from onrecord.values.vocabulary import Basis, Role

_WORD = re.compile(r"\w+")


def _lower(text: str) -> str:
    lower = text.lower()
    if len(lower) != len(text):  # a capital whose small form is longer
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lower


def _words(lower: str) -> frozenset[str]:
    words: set[str] = set()
    for token in set(lower.split()):
        if token.isalnum():
            words.add(token)
        else:
            words.update(_WORD.findall(token))
    return frozenset(words)


@cache
def _first_word(form: str) -> str:
    words: list[str] = _WORD.findall(form.lower())
    return words[0]


class OwnText:
    """Where a place of the text stands; made once for an article."""

    def __init__(self, article: Article, analysis: Analysis) -> None:
        self.article = article
        self.text = article.text
        self.lower = _lower(article.text)
        """The text in small letters; places are the same."""
        self.words = _words(self.lower)
        """Runs of letters and digits, in small letters: what is not here need not be sought."""
        self.times = analysis.times
        self._sentences = analysis.sentences
        self._sentence_starts = [sentence.start for sentence in analysis.sentences]
        self._paragraph_starts = [paragraph.start for paragraph in article.paragraphs]
        self._time_starts = [one.span.start for one in analysis.times]

    def may_hold(self, form: str) -> bool:
        """Whether the first word of a form stands in the text, in capital or small letters."""
        return _first_word(form) in self.words

    def role(self, at: int) -> Role:
        """The role of the paragraph that holds the place."""
        place = bisect_right(self._paragraph_starts, at) - 1
        return self.article.paragraphs[place].role if place >= 0 else Role.RESIDUE

    def sentence(self, span: Span) -> Span:
        """The sentence that holds the words; their line where none does."""
        place = bisect_right(self._sentence_starts, span.start) - 1
        if place >= 0 and self._sentences[place].end > span.start:
            found = self._sentences[place]
            return Span(found.start, max(found.end, span.end))
        end = self.text.find("\n", span.end)
        return Span(self._line_start(span.start), end if end >= 0 else len(self.text))

    def sentences_before(self, at: int) -> int:
        """How many sentences begin before the one that holds the place."""
        return max(bisect_right(self._sentence_starts, at) - 1, 0)

    def around(self, span: Span) -> tuple[str, str]:
        """What stands before and after the words in their sentence."""
        sentence = self.sentence(span)
        return self.text[sentence.start : span.start], self.text[span.end : sentence.end]

    def times_in(self, span: Span) -> tuple[TimeExpression, ...]:
        """The time expressions that begin inside the place."""
        low = bisect_right(self._time_starts, span.start - 1)
        return self.times[low : bisect_right(self._time_starts, span.end - 1)]

    def is_quoted(self, at: int) -> bool:
        """Whether a quotation is open at the place, counted from the start of its line."""
        line = self.text[self._line_start(at) : at]
        return line.count('"') % 2 == 1 or line.count("“") > line.count("”")

    def _line_start(self, at: int) -> int:
        return self.text.rfind("\n", 0, at) + 1

    def evidence(self, days: DayInterval, why: str, *spans: Span) -> DateEvidence:
        """A reason of the own text at these words."""
        places = tuple(Place(self.article.id, span) for span in spans)
        return DateEvidence(
            possible=PossibleDays(days), basis=Basis.OWN_TEXT, why=why, places=places
        )
