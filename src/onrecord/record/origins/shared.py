"""What an article prints like others: passages turned to one side, and all that they cover."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from onrecord.record.origins.family import SharedWith
from onrecord.values.links import CopyLink, SharedPassage
from onrecord.values.spans import Span


def turned(link: CopyLink, article: str) -> SharedWith:
    """What an article shares with the other one of a link, the other one on the left."""
    if link.right == article:
        return SharedWith(link.left, link.passages, link.right_share)
    passages = (SharedPassage(p.right, p.left, p.words) for p in link.passages)
    ordered = tuple(sorted(passages, key=lambda p: (p.left, p.right)))
    return SharedWith(link.right, ordered, link.left_share)


def covered_by(article: str, links: Iterable[CopyLink]) -> tuple[Span, ...]:
    """The places of an article that any of its partners prints too; joined where they meet."""
    places = sorted(p.right for link in links for p in turned(link, article).passages)
    found: list[Span] = []
    for place in places:
        if found and place.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, place.end))
        else:
            found.append(place)
    return tuple(found)


def share_within(place: Span, covered: Sequence[Span]) -> float:
    """The share of a place that lies in ordered spans that do not overlap."""
    first = bisect_right([one.start for one in covered], place.start) - 1
    common = 0
    for one in covered[max(0, first) :]:
        if one.start >= place.end:
            break
        common += max(0, min(one.end, place.end) - max(one.start, place.start))
    return common / (place.end - place.start)
