"""Which sentences were told before: by one earlier sentence, or by several together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from onrecord.lexicon.retold_weights import retold_weights
from onrecord.linking.retold.judge import told_in
from onrecord.record.news.pile import NewsPile, Place
from onrecord.values.links import Retold

_MOST = 24
"""Sentences two links away that are compared with one that is told much by others."""
_TOGETHER = 0.9
"""Least share of the words of a sentence that earlier ones tell together."""
_PARTS = 3
"""Earlier sentences, the strongest, that tell one together."""


@dataclass(frozen=True, slots=True)
class Telling:
    """The earlier sentence that tells most of one."""

    strength: float
    """How surely it tells all of it, 0 to 1."""
    kind: Retold
    place: Place

    @property
    def tells(self) -> bool:
        """Whether it tells what the later one tells."""
        return self.strength >= retold_weights().retelling

    @property
    def tells_much(self) -> bool:
        """Whether it tells much of what the later one tells."""
        return self.strength >= retold_weights().near


class Heard:
    """What was told before, by stored sentences and links."""

    def __init__(self, pile: NewsPile, order: Mapping[str, int]) -> None:
        """With the pile, and the place of each article in the record's order."""
        self._pile, self._order = pile, order

    def before(self, article: str, text_id: str) -> Telling | None:
        """The first earlier telling of a sentence; where none tells all of it, the strongest."""
        same = self._earliest(text_id, article)
        if same is not None:
            return Telling(1.0, Retold.REPEAT, same)
        linked = dict(self._linked(text_id))
        earlier = {id_: one for id_, one in linked.items() if self._earliest(id_, article)}
        if not any(strength >= retold_weights().retelling for strength, _ in earlier.values()):
            earlier |= self._two_links_away(article, text_id, linked)
        if not earlier:
            return None
        told = sorted(
            (self._order[place[0]], place, id_, strength, kind)
            for id_, (strength, kind) in earlier.items()
            if (place := self._earliest(id_, article)) is not None
        )
        whole = [one for one in told if one[3] >= retold_weights().retelling]
        if whole:
            _, place, _, strength, kind = whole[0]
            return Telling(strength, kind, place)
        told.sort(key=lambda one: -one[3])
        _, place, _, strength, _ = told[0]
        if self._together(text_id, [one[2] for one in told[:_PARTS]]):
            strength = retold_weights().retelling
        return Telling(strength, Retold.RETELLING, place)

    def inside(self, text_id: str, other: str) -> float:
        """How surely another sentence tells what one tells, by their link."""
        return dict(self._linked(text_id)).get(other, (0.0, Retold.RETELLING))[0]

    def _linked(self, text_id: str) -> Iterator[tuple[str, tuple[float, Retold]]]:
        """The sentences linked to one, with how surely they tell it."""
        for link in self._pile.retold_links_of(text_id):
            left = link.left == text_id
            strength = link.left_told if left else link.right_told
            yield (link.right if left else link.left), (strength, link.kind)

    def _two_links_away(
        self, article: str, text_id: str, linked: Mapping[str, tuple[float, Retold]]
    ) -> dict[str, tuple[float, Retold]]:
        """What a fact that many tell was told by: they are linked through few (`candidates`)."""
        near, told = retold_weights().near, self._pile.sentence_text(text_id)
        beyond = {
            other: None
            for id_, (strength, _) in linked.items()
            if strength >= near
            for other, _ in self._linked(id_)
            if other not in linked and other != text_id and self._earliest(other, article)
        }
        found = {}
        for other in islice(beyond, _MOST):
            strength = told_in(told, self._pile.sentence_text(other))
            if strength >= near:
                found[other] = (strength, Retold.RETELLING)
        return found

    def _together(self, text_id: str, others: list[str]) -> bool:
        told = self._pile.sentence_text(text_id)
        heard: set[str] = set()
        for other in others:
            heard |= self._pile.sentence_text(other).content.keys()
        if told.numbers - heard or len(others) < 2:
            return False
        weight = sum(w for word, w in told.content.items() if word in heard)
        return weight >= _TOGETHER * told.weight

    def _earliest(self, text_id: str, article: str) -> Place | None:
        """Where the first article before one tells a sentence in these words."""
        mine = self._order[article]
        earlier = [
            (self._order[place[0]], place)
            for place in self._pile.tellers(text_id)
            if self._order[place[0]] < mine
        ]
        return min(earlier)[1] if earlier else None
