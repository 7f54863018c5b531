"""Pass 3 of dating articles: possible days narrow through links until nothing changes.

`settle_dates` conducts:

1. every article begins with the days that its own evidence leaves;
2. in synchronous rounds each is narrowed by what its neighbours had in the round before; sets
   only shrink, and one that becomes empty passes nothing on. The surest links go first; less sure
   ones are asked only where a date is still open, and what they tell together is left out where
   it would leave nothing;
3. of every article whose set is empty the weakest kind of evidence is set aside, and all begins
   again at 1.

All is a function of the sets of articles and links, never of their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.linking.dates.link_values import DateLink, LinkKind
from onrecord.values.datings import DateEvidence, OwnDates, Place, PossibleDays, SettledDate
from onrecord.values.vocabulary import Basis

_STRENGTH = {basis: place for place, basis in enumerate(Basis)}
_FIXED = frozenset({Basis.STATED, Basis.METADATA, Basis.DECIDED})
"""An exact day of these kinds is not moved by links."""
_WEAKNESS = {
    LinkKind.UTTERANCE: 0,
    LinkKind.ROUND: 0,
    LinkKind.PASSAGE: 1,
    LinkKind.EVENT: 1,
}
"""The kinds of links that settle dates; those of a greater number are less sure and asked later."""
_NEAR_DAYS = 7
"""Days between first and last up to which less sure links are not asked."""


@dataclass(slots=True)
class _State:
    """What is left of one article, and the evidence that last moved each side."""

    possible: PossibleDays | None
    first: tuple[DateEvidence, ...] = ()
    last: tuple[DateEvidence, ...] = ()
    weekdays: tuple[DateEvidence, ...] = ()
    fixed: bool = False
    left_out: bool = False
    """Whether less sure links would have left nothing."""

    def movers(self) -> list[DateEvidence]:
        """The evidence that last moved a side, each once."""
        return list(dict.fromkeys((*self.first, *self.last, *self.weekdays)))


@dataclass(slots=True)
class _Aside:
    """The kinds of evidence that are set aside, by article."""

    kinds: dict[str, frozenset[Basis]] = field(default_factory=dict)

    def of(self, article: str) -> frozenset[Basis]:
        return self.kinds.get(article, frozenset())


def settle_dates(own: Mapping[str, OwnDates], links: Iterable[DateLink]) -> dict[str, SettledDate]:
    """When each article was published, as far as the pile tells.

    Args:
        own: what each article tells of its own date, by its id.
        links: between these articles; those to others, and the likely ones, count for nothing.
    """
    settling = (one for one in links if one.kind in _WEAKNESS)
    known = sorted(
        {one for one in settling if one.left in own and one.right in own}, key=_link_order
    )
    of: dict[str, list[DateLink]] = {article: [] for article in own}
    for one in known:
        of[one.left].append(one)
        of[one.right].append(one)
    aside = _Aside()
    while True:
        # 1.
        states = {article: _begin(own[article], aside.of(article)) for article in sorted(own)}
        # 2.
        told = {a for a in states if of[a] and Basis.OTHER_ARTICLES not in aside.of(a)}
        for weakest in sorted(set(_WEAKNESS.values())):
            _narrow(states, of, {a for a in told if _is_open(states[a], weakest)}, weakest)
        # 3.
        empty = [article for article, state in states.items() if state.possible is None]
        if not any(_set_aside(aside, article, own[article], states[article]) for article in empty):
            break
    return {
        article: _settled(own[article], state, aside.of(article))
        for article, state in states.items()
    }


def own_possible(own: OwnDates) -> PossibleDays:
    """The days that an article's own evidence leaves (pass 1), the weakest set aside in need."""
    return settle_dates({own.article: own}, ())[own.article].possible


def is_known_by_itself(own: OwnDates) -> bool:
    """Whether an article's own evidence leaves nothing for links to move."""
    aside = _Aside()
    while True:
        state = _begin(own, aside.of(own.article))
        if state.possible is not None or not _set_aside(aside, own.article, own, state):
            return state.fixed


def _link_order(link: DateLink) -> tuple[str, str, str, str]:
    return link.left, link.right, link.kind.value, link.why


def _begin(own: OwnDates, aside: frozenset[Basis]) -> _State:
    state = _State(PossibleDays())
    for one in sorted(own.evidence, key=lambda e: (_STRENGTH[e.basis], e.places, e.why)):
        if one.basis not in aside and state.possible is not None:
            _apply(state, [one])
    exact = state.possible is not None and state.possible.exact
    state.fixed = exact and all(one.basis in _FIXED for one in (*state.first, *state.last))
    state.fixed = state.fixed or own.decided
    return state


def _apply(state: _State, evidence: Sequence[DateEvidence]) -> bool:
    """Narrow by all of some evidence at once; whether anything changed."""
    old = state.possible
    if old is None:
        return False
    new: PossibleDays | None = old
    for one in evidence:
        new = new.intersect(one.possible) if new is not None else None
    if new == old:
        return False
    state.possible = new
    if new is None:
        state.first = state.last = (*state.movers(), *evidence)
        return True
    if new.days.first != old.days.first:
        state.first = _movers(evidence, old, new.days.first, low=True)
    if new.days.last != old.days.last:
        state.last = _movers(evidence, old, new.days.last, low=False)
    if new.weekdays != old.weekdays:
        moved = tuple(one for one in evidence if not old.weekdays <= one.possible.weekdays)
        state.weekdays = moved or state.weekdays
    return True


def _movers(
    evidence: Sequence[DateEvidence], old: PossibleDays, bound: object, *, low: bool
) -> tuple[DateEvidence, ...]:
    """Of some evidence that which alone moves a side as far as all do; else all that move it."""
    alone: list[DateEvidence] = []
    moving: list[DateEvidence] = []
    for one in evidence:
        left = old.intersect(one.possible)
        if left is None:
            continue
        side, before = (left.days.first, old.days.first) if low else (left.days.last, old.days.last)
        if side != before:
            moving.append(one)
            if side == bound:
                alone.append(one)
    best = sorted(alone, key=_evidence_order)[:1]
    return tuple(best or sorted(moving, key=_evidence_order))


def _evidence_order(one: DateEvidence) -> tuple[int, tuple[Place, ...], str]:
    return _STRENGTH[one.basis], one.places, one.why


def _is_open(state: _State, weakest: int) -> bool:
    """Whether links of a weakness may move an article: all but the surest where it is open."""
    if state.fixed or state.possible is None:
        return False
    first, last = state.possible.days.first, state.possible.days.last
    return not weakest or first is None or last is None or (last - first).days > _NEAR_DAYS


def _narrow(
    states: Mapping[str, _State],
    of: Mapping[str, Sequence[DateLink]],
    told: set[str],
    weakest: int,
) -> None:
    """Synchronous rounds through links up to a weakness until no set changes.

    What less sure links tell together is left out where it leaves nothing.
    """
    waiting = told
    while waiting:
        before = {article: state.possible for article, state in states.items()}
        changed: set[str] = set()
        for article in sorted(waiting):
            state = states[article]
            if state.possible is None:
                continue
            evidence = [
                one
                for link in of[article]
                if _WEAKNESS[link.kind] <= weakest
                and (one := _told(article, link, before[link.other(article)])) is not None
            ]
            if weakest and not _is_left(state.possible, evidence):
                state.left_out = True
                continue
            if evidence and _apply(state, evidence):
                changed.add(article)
        waiting = {
            link.other(article)
            for article in changed
            if states[article].possible is not None
            for link in of[article]
        }
        waiting &= told


def _is_left(possible: PossibleDays, evidence: Iterable[DateEvidence]) -> bool:
    """Whether some evidence leaves a day."""
    left: PossibleDays | None = possible
    for one in evidence:
        left = left.intersect(one.possible) if left is not None else None
    return left is not None


def _told(article: str, link: DateLink, other: PossibleDays | None) -> DateEvidence | None:
    """What a link tells of an article, given what is left of the other one."""
    if other is None:
        return None
    days = link.bounds(article, other)
    if not days.known:
        return None
    return DateEvidence(
        possible=PossibleDays(days),
        basis=Basis.OTHER_ARTICLES,
        why=link.why,
        places=tuple(sorted((*link.left_places, *link.right_places))),
    )


def _set_aside(aside: _Aside, article: str, own: OwnDates, state: _State) -> bool:
    """Set the weakest kind of evidence of an article aside; whether there was any."""
    kinds = {one.basis for one in own.evidence} | {one.basis for one in state.movers()}
    left = kinds - aside.of(article) - {Basis.DECIDED}
    if not left:
        return False
    weakest = max(left, key=lambda basis: _STRENGTH[basis])
    aside.kinds[article] = aside.of(article) | {weakest}
    return True


def _settled(own: OwnDates, state: _State, aside: frozenset[Basis]) -> SettledDate:
    movers = state.movers() if state.possible is not None else []
    if own.decided:  # also where it was decided that nobody knows, which moves nothing
        movers = list(own.evidence)
    possible = state.possible or PossibleDays()
    reasons = list(dict.fromkeys(one.why for one in movers)) or ["none-found"]
    if state.left_out:
        aside |= {Basis.OTHER_ARTICLES}
    if aside:
        names = ", ".join(b.value for b in sorted(aside, key=lambda b: -_STRENGTH[b]))
        reasons.append(f"set-aside: {names}")
    return SettledDate(
        article=own.article,
        possible=possible,
        basis=max((one.basis for one in movers), key=_STRENGTH.__getitem__, default=Basis.UNKNOWN),
        why="; ".join(reasons),
        evidence=tuple(sorted({place for one in movers for place in one.places})),
    )
