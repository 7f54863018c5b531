"""Linking: equal texts are found by keys, in whatever order the articles come."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.linking.index import DictIndex
from onrecord.linking.link import link, unlink
from onrecord.linking.same_text import FEWEST_WORDS, KIND, same_text_key
from onrecord.values.article import Article, Paragraph
from onrecord.values.links import OriginGroup
from onrecord.values.vocabulary import Relation, Role

LONG = (
    "The council of Torvik closed the lower road on Tuesday after water reached the houses."
    " “Nobody asked us,” the mayor said, and the council’s engineers agreed that nobody had"
    " asked anyone about the wall since it was built by the province."
)


def article(id: str, *parts: tuple[Role, str]) -> Article:
    text, paragraphs = "", []
    for role, words in parts or ((Role.LEDE, LONG),):
        start = len(text)
        text += words + "\n"
        paragraphs.append(Paragraph(start, len(text), role, "test"))
    return Article(
        id=id,
        name="a.txt",
        media_type="text/plain",
        sha256="",
        text=text,
        paragraphs=tuple(paragraphs),
        language="en",
    )


@pytest.mark.parametrize(
    "other",
    [
        [(Role.LEDE, LONG.upper())],
        [(Role.LEDE, LONG.replace("“", '"').replace("”", '"').replace("’", "'"))],
        [(Role.LEDE, LONG.replace(" ", "\u00a0"))],
        [(Role.LEDE, LONG.replace("Torvik", "Tórvik"))],
        [(Role.LEDE, LONG[:86]), (Role.BODY, LONG[86:])],
        [(Role.HEADLINE, "Road closed"), (Role.LEDE, LONG), (Role.CREDIT, "(Reuters)")],
        [
            (Role.LEDE, LONG[:86]),
            (Role.RESIDUE, "Read more"),
            (Role.CAPTION, "A boat"),
            (Role.BODY, LONG[86:]),
        ],
    ],
)
def test_the_same_running_text_has_the_same_key(other: list[tuple[Role, str]]) -> None:
    """Case, accents, marks, spaces, line breaks and what stands around the text change nothing."""
    assert same_text_key(article("a", *other)) == same_text_key(article("b")) is not None


@pytest.mark.parametrize(
    "change",
    [("Tuesday", "Monday"), ("Nobody", "Somebody"), ("since it was built by the province", "")],
)
def test_another_word_is_another_key(change: tuple[str, str]) -> None:
    """A word changed or left out makes another text."""
    assert same_text_key(article("a", (Role.LEDE, LONG.replace(*change)))) != same_text_key(
        article("b")
    )


def test_short_texts_have_no_key() -> None:
    """Under thirty words of running text, equal words are no sign of a copy."""
    words = [f"w{n}" for n in range(FEWEST_WORDS)]
    assert same_text_key(article("a", (Role.LEDE, " ".join(words)))) is not None
    assert same_text_key(article("a", (Role.LEDE, " ".join(words[1:])))) is None
    assert same_text_key(article("a", (Role.CAPTION, LONG))) is None


def test_copies_and_loners() -> None:
    """Copies are one group, an article alone is a group of one whose relation is unknown."""
    other = article("c", (Role.LEDE, LONG.replace("Tuesday", "Friday")))
    short = article("d", (Role.LEDE, "No word of it."))
    groups = link([article("b"), article("a"), other, short], DictIndex()).origins
    by_first = {group.members[0].article: group for group in groups}
    assert [(m.article, m.relation) for m in by_first["a"].members] == [
        ("a", Relation.SAME_TEXT),
        ("b", Relation.SAME_TEXT),
    ]
    assert by_first["a"].members[0].why == "equal-running-text: 2 articles"
    for id_, why in [("c", "no-equal-text"), ("d", "under 30 words of running text")]:
        (member,) = by_first[id_].members
        assert (member.relation, member.why) == (Relation.UNKNOWN, why)


TEXTS = [LONG, LONG.upper(), LONG.replace("Tuesday", "Friday"), "Nothing more is known."]


def settled(made: dict[str, OriginGroup], new: tuple[OriginGroup, ...]) -> dict[str, OriginGroup]:
    """The group of every article, after some groups were made again."""
    return made | {member.article: group for group in new for member in group.members}


@settings(deadline=None)
@given(st.lists(st.sampled_from(TEXTS), max_size=8), st.randoms(), st.data())
def test_order_and_steps_do_not_matter(
    texts: list[str], chance: random.Random, data: st.DataObject
) -> None:
    """The same articles give the same groups, however they are ordered and split into steps, also
    when some were there in between and are gone."""
    pile = [article(f"{n:016x}", (Role.LEDE, text)) for n, text in enumerate(texts)]
    at_once = settled({}, link(pile, DictIndex()).origins)
    shuffled = list(pile)
    chance.shuffle(shuffled)
    guests = [
        article(f"f{n:015x}", (Role.LEDE, text))
        for n, text in enumerate(data.draw(st.lists(st.sampled_from(TEXTS), max_size=3)))
    ]
    index, stepwise = DictIndex(), {}
    for one in [*guests, *shuffled]:
        stepwise = settled(stepwise, link([one], index).origins)
    for guest in guests:
        stepwise.pop(guest.id)
        stepwise = settled(stepwise, unlink(index.drop(guest.id), index).origins)
    assert stepwise == at_once


def test_linking_again_changes_nothing() -> None:
    """An article that is linked twice is one member."""
    index = DictIndex()
    pile = [article("a"), article("b")]
    assert link(pile, index) == link(pile, index)
    assert index.count(KIND, same_text_key(pile[0]) or "") == 2


def test_unlinking() -> None:
    """What is left of a group is made again; a loner and a stranger leave nothing."""
    index = DictIndex()
    link([article("a"), article("b"), article("c")], index)
    (left,) = unlink(index.drop("a"), index).origins
    assert [m.article for m in left.members] == ["b", "c"]
    (alone,) = unlink(index.drop("b"), index).origins
    assert [(m.article, m.relation) for m in alone.members] == [("c", Relation.UNKNOWN)]
    assert unlink(index.drop("c"), index).origins == ()
    assert unlink(index.drop("nobody"), index).origins == ()


def test_a_group_is_named_by_its_smallest_member() -> None:
    """The id of a group stays when a larger member comes, and differs between groups."""
    index = DictIndex()
    (first,) = link([article("a")], index).origins
    (second,) = link([article("b")], index).origins
    (other,) = link([article("c", (Role.LEDE, "Nothing."))], index).origins
    assert first.id == second.id != other.id
