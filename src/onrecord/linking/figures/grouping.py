"""Figures that answer one question: groups, each with its key and why each figure is in it.

`group_facts` is a function of the whole set, never of its order:

1. what is told in the same words is of one question (`same_words`);
2. blocks of one thing and one modality;
3. of counts the period or event (`periods`);
4. the place of an event that is told at several grains (`event_places`), and places and owners
   that are not told (`filling`);
5. a key under which one article gives several numbers tells too little: there only equal numbers
   are joined (`tellingness`);
6. of one event `15 people` and `15 civilians` are one count where no article tells them apart
   (`event_heads`);
7. groups that print one number of what is most likely one thing are one (`equal_numbers`);
8. so are counts in reports of one event (`like_events`);
9. so are states of one thing at several times (`like_states`);
10. and numbers that a sentence sets beside each other (`told_beside`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from onrecord.linking.figures.equal_numbers import with_equal_numbers
from onrecord.linking.figures.event_heads import with_one_head
from onrecord.linking.figures.event_places import outer_places, settle_event_places
from onrecord.linking.figures.fact import FigureFact
from onrecord.linking.figures.filling import fill_slots
from onrecord.linking.figures.keys import (
    FactGroup,
    Placed,
    SeriesKey,
    key_of,
    mark_parts,
    mark_twice,
)
from onrecord.linking.figures.like_events import with_like_events
from onrecord.linking.figures.like_states import with_like_states
from onrecord.linking.figures.likeness import WordWeights
from onrecord.linking.figures.periods import with_periods
from onrecord.linking.figures.same_words import (
    find_same_words,
    unite_in_articles,
    unite_same_words,
)
from onrecord.linking.figures.tellingness import split_untelling
from onrecord.linking.figures.told_beside import with_beside


def group_facts(facts: Sequence[FigureFact]) -> list[FactGroup]:
    """The groups of figures, by their first members.

    Args:
        facts: each once, in any order.
    """
    by_id = {fact.id: fact for fact in facts}
    placed = [
        Placed(fact, key_of(fact, by_id.get(fact.part_of)))
        for fact in sorted(facts, key=lambda one: one.place_in_record)
    ]
    mark_parts(placed)
    # 1. same words
    find_same_words(placed)
    unite_same_words(placed)
    unite_in_articles(placed)
    mark_twice(placed)
    # 2. blocks
    blocks: dict[object, list[Placed]] = defaultdict(list)
    for one in placed:
        blocks[one.key.thing, one.key.mood].append(one)
    outer = outer_places(facts)
    groups: list[FactGroup] = []
    for block in blocks.values():
        # 3. periods
        with_periods(block)
        unite_same_words(block, ("period",))
        # 4. places and owners
        settle_event_places(block, outer)
        fill_slots(block)
        unite_same_words(block, ("owner", "place"))
        # 5. what tells too little
        by_key: dict[SeriesKey, list[Placed]] = defaultdict(list)
        for one in block:
            by_key[one.key].append(one)
        for key, members in by_key.items():
            parts, two_in_one = split_untelling(members)
            groups += [FactGroup(key, part, split=two_in_one) for part in parts]
    # 6. heads of one event
    groups = with_one_head(groups)
    # 7. equal numbers
    weights = WordWeights(facts)
    groups = with_equal_numbers(_in_order(groups), weights)
    # 8. events
    groups = with_like_events(_in_order(groups), weights, outer)
    # 9. states
    groups = with_like_states(_in_order(groups), weights)
    # 10. numbers beside each other
    groups = with_beside(_in_order(groups))
    return _in_order(groups)


def _in_order(groups: Sequence[FactGroup]) -> list[FactGroup]:
    return sorted(groups, key=lambda group: group.members[0].fact.place_in_record)
