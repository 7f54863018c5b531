"""What a person decided about pairs of wordings, as pairs of attributions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.record.variant_tellings import Telling
from onrecord.values.decisions import PAIR_DECISIONS, Decision, PairKind, What

type Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class WordingDecisions:
    """Pairs of attribution ids, the smaller first; each pair in one of the three."""

    same: frozenset[Pair] = frozenset()
    different: frozenset[Pair] = frozenset()
    undecided: frozenset[Pair] = frozenset()

    @property
    def named(self) -> frozenset[str]:
        """All attributions that a decision names."""
        pairs = self.same | self.different | self.undecided
        return frozenset(one for pair in pairs for one in pair)


def wording_decisions(
    tellings: Iterable[Telling], decisions: Sequence[Decision]
) -> WordingDecisions:
    """The decisions that hang on two attributions that are there; of two on one pair the later."""
    ours = [d for d in decisions if d.what in PAIR_DECISIONS and d.value == PairKind.WORDING]
    if not ours:
        return WordingDecisions()
    by_article: dict[str, list[Telling]] = defaultdict(list)
    for one in tellings:
        by_article[one.article].append(one)
    last: dict[Pair, What] = {}
    for decision in ours:
        left = _at(by_article, decision.article, decision.start, decision.end)
        right = _at(by_article, decision.other_article, decision.other_start, decision.other_end)
        if left is not None and right is not None and left != right:
            last[(left, right) if left < right else (right, left)] = decision.what
    return WordingDecisions(
        *(
            frozenset(pair for pair, said in last.items() if said is what)
            for what in (What.SAME, What.DIFFERENT, What.UNDECIDED)
        )
    )


def _at(
    by_article: Mapping[str, Sequence[Telling]],
    article: str | None,
    start: int | None,
    end: int | None,
) -> str | None:
    """The attribution that has most in common with a place; ties by where it begins."""
    if article is None or start is None:
        return None
    end = end if end is not None else start + 1
    best: tuple[float, int, str] | None = None
    for one in by_article.get(article, ()):
        extent = one.extent
        common = min(end, extent.end) - max(start, extent.start)
        if common > 0:
            share = common / (max(end, extent.end) - min(start, extent.start))
            entry = (-share, extent.start, one.id)
            if best is None or entry < best:
                best = entry
    return best[2] if best is not None else None
