"""Pass 2 of dating articles: what two articles have in common that bounds their dates.

`date_links` is a pure function of two articles' facts, judged by words and by what pass 1 left.
Most of what two articles share is background, which binds nothing: an utterance or a passage
counts with the news that both tell, never alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.linking.dates.facts import DateFacts
from onrecord.linking.dates.likeness import Likeness, likeness
from onrecord.linking.dates.link_values import DateLink, LinkKind
from onrecord.linking.dates.rounds import rounds_in_order
from onrecord.linking.dates.same_news import Outlets, outlets_of, same_news
from onrecord.values.datings import Place, PossibleDays
from onrecord.values.spans import Span

_COPY_SHARE = 0.5
"""Share of the shorter text. An outlet prints its own overviews again for months: without a weekday
of the news in common 86 % of 43 hold within seven days, with one, or of two outlets, all of 23."""
_COPY_WORDS = 60
_COPY_DAYS = 7
_MOST_PLACES = 4


def date_links(left: DateFacts, right: DateFacts) -> tuple[DateLink, ...]:
    """The links between two articles, the one with the smaller id left; none for most pairs."""
    if right.article < left.article:
        left, right = right, left
    both = likeness(left, right)
    links: list[DateLink] = []
    if _is_copy(left, right, both):
        links.append(_copy(left, right, both))
    news = same_news(left, right, both)
    if news is not None:
        links.append(_same_news(left, right, both, *news))
    links += [*_rounds(left, right), *_rounds(right, left)][:1]
    return tuple(one for one in links if _is_possible(one, left, right))


def _is_possible(link: DateLink, left: DateFacts, right: DateFacts) -> bool:
    """Whether pass 1 leaves days on which the link holds: else it is no news of both."""
    if left.possible is None or right.possible is None:
        return True
    days = link.bounds(right.article, left.possible)
    return right.possible.intersect(PossibleDays(days)) is not None


def _is_copy(left: DateFacts, right: DateFacts, both: Likeness) -> bool:
    if both.share < _COPY_SHARE or both.passages < _COPY_WORDS:
        return False
    return both.weekday > 0 or outlets_of(left, right) is Outlets.TWO


def _copy(left: DateFacts, right: DateFacts, both: Likeness) -> DateLink:
    shared = left.passages.keys() & right.passages.keys()
    return DateLink(
        left=left.article,
        right=right.article,
        kind=LinkKind.PASSAGE,
        low=-_COPY_DAYS,
        high=_COPY_DAYS,
        why=f"same-passage: {round(100 * both.share)} % of the shorter text",
        left_places=_places(left.article, (Span(*left.passages[d]) for d in shared)),
        right_places=_places(right.article, (Span(*right.passages[d]) for d in shared)),
    )


def _same_news(
    left: DateFacts, right: DateFacts, both: Likeness, kind: LinkKind, days: int
) -> DateLink:
    common = sorted(left.top.keys() & right.top.keys())
    why = f"{kind.value}: {both.sure:.2f}"
    if kind is LinkKind.UTTERANCE:
        why = f"same-utterance: {both.utterances} utterances"
    return DateLink(
        left=left.article,
        right=right.article,
        kind=kind,
        low=-days,
        high=days,
        why=why,
        left_places=_evidence(left, right, common),
        right_places=_evidence(right, left, common),
    )


def _rounds(later: DateFacts, earlier: DateFacts) -> Iterator[DateLink]:
    """That who reports a round as over writes no earlier than who has it ahead."""
    for over in later.rounds:
        for ahead in earlier.rounds:
            if rounds_in_order(over, ahead):
                yield DateLink(
                    left=earlier.article,
                    right=later.article,
                    kind=LinkKind.ROUND,
                    low=0,
                    high=None,
                    why=f"numbered-round: {ahead.noun} {ahead.number} ahead, {over.number} over",
                    left_places=(Place(earlier.article, ahead.span),),
                    right_places=(Place(later.article, over.span),),
                )


def _evidence(one: DateFacts, other: DateFacts, common: Iterable[str]) -> tuple[Place, ...]:
    """The words of one article that the other has too: utterances first, then of headline, lede."""
    numbers = sorted({one.spoken[d] for d in one.spoken.keys() & other.spoken.keys()})
    spans = [one.utterances[n].span for n in numbers] or [one.top[stem] for stem in common]
    return _places(one.article, spans)


def _places(article: str, spans: Iterable[Span]) -> tuple[Place, ...]:
    return tuple(Place(article, span) for span in sorted(spans)[:_MOST_PLACES])
