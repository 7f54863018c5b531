"""What an article says that another medium reported: the places of it, and whose they are.

1. what was said to a medium or reported by one: the attribution names it (`through`);
2. what a medium is said to have said itself;
3. what somebody goes on to say of what he told a medium, and all that he says in an article that
   is made of one interview.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.lexicon.media import Medium, means_named_before, means_own, medium_of, short_for
from onrecord.lexicon.words import masthead_words
from onrecord.record.origins.interviews import Interview, continuing
from onrecord.values.article import Article
from onrecord.values.attributions import Attribution
from onrecord.values.findings import Analysis
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Sourcing


@dataclass(frozen=True, slots=True, order=True)
class Claim:
    """What an article has from another medium."""

    span: Span
    """From the first to the last code point of what is attributed."""
    medium: Medium
    printed: Span
    """Where the medium is named."""
    why: str


def claims_of(
    article: Article, analysis: Analysis, interview: Interview | None = None
) -> list[Claim]:
    """What an article has from other media, in order; its own outlet left out.

    Args:
        article: with its outlet.
        analysis: its findings.
        interview: the interview that it is made of, if any.
    """
    reading = _Reading(article)
    found = [claim for one in analysis.attributions for claim in reading.claims(one)]
    known = {claim.span for claim in found}
    if interview is not None:
        why = f"interview-with: {_printed(article, interview.printed)}"
        found += [
            Claim(span, interview.medium, interview.printed, why)
            for span in interview.told
            if span not in known
        ]
        known |= interview.told
    by_span = {claim.span: claim for claim in found}
    for one, before in continuing(article, analysis):
        source = by_span.get(before.extent)
        if source is not None and one.extent not in known:
            why = f"goes-on-from: {_printed(article, source.printed)}"
            found.append(Claim(one.extent, source.medium, source.printed, why))
    own = reading.own.key if reading.own is not None else ""
    return sorted(claim for claim in found if claim.medium.key != own)


class _Reading:
    """The media of one article, in the order in which they are named."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self.own = medium_of(article.outlet.value) if article.outlet is not None else None
        self._last: Medium | None = None
        self._named: list[Medium] = [self.own] if self.own is not None else []

    def claims(self, one: Attribution) -> Iterator[Claim]:
        """What one attribution has from a medium."""
        for place, reason in ((one.through, "told-to"), (self._source(one), "reported-by")):
            if place is None:
                continue
            printed = _printed(self._article, place)
            medium = self._medium(printed)
            if medium is not None:
                yield Claim(one.extent, medium, place, f"{reason}: {printed}")
                return

    def _source(self, one: Attribution) -> Span | None:
        """The words that name the medium that is said to have said it."""
        if one.sourcing is not Sourcing.OUTLET:
            return None
        return one.source if one.speaker is None else one.speaker

    def _medium(self, printed: str) -> Medium | None:
        if means_own(printed):
            return self.own
        if means_named_before(printed):
            return self._last
        found = self._in_full(printed) or medium_of(printed)
        if found is not None:
            self._last = found
            self._named.append(found)
        return found

    def _in_full(self, printed: str) -> Medium | None:
        """The medium that a short form stands for in this article, where it was named in full."""
        meant = {one.key: one for one in short_for(printed)}
        named = [one for one in self._named if one.key in meant or _ends_with(one.name, printed)]
        if named or not meant:
            return named[-1] if named else None
        text = self._article.text
        inside = [one for one in meant.values() if one.name.removeprefix("The ") in text]
        return inside[0] if len(inside) == 1 else None


def _ends_with(name: str, short: str) -> bool:
    """Whether a short form is the last word of a name, as of a masthead: `the Gazette`."""
    last, word = name.split()[-1:], short.split()[-1:]
    return (
        len(name.split()) > 1
        and len(short.removeprefix("the ").removeprefix("The ").split()) == 1
        and last == word
        and word[0].lower() in masthead_words()
    )


def _printed(article: Article, span: Span) -> str:
    return " ".join(article.slice(span).split())
