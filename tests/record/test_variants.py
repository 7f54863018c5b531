"""The wordings in which one utterance was printed, as the record shows them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from variant_makers import Pile

from onrecord.values.decisions import Decision, What

_WHOLE = "“We will dredge the northern channel before the winter storms”"
_PART = "“dredge the northern channel before the winter storms”"
_TOLD = "that the northern channel would be dredged before the winter storms"
_OTHER = "“The barges of Vellmar were sold to pay for a new town clock”"
_BOTH = f"{_WHOLE[:-1]}, and the barges of Vellmar were sold to pay for a new town clock”"


def _groups(pile: Pile, decisions: list[Decision] | None = None) -> list[list[str]]:
    return [variant["attributions"] for variant in pile.compile(decisions or []).variants]


def _decided(pile: Pile, what: What, left: str, right: str) -> Decision:
    (article, start, end), (other, other_start, other_end) = pile.place(left), pile.place(right)
    return Decision(
        number=1,
        what=what,
        article=article,
        start=start,
        end=end,
        text=pile.texts[article][start:end],
        other_article=other,
        other_start=other_start,
        other_end=other_end,
        other_text=pile.texts[other][other_start:other_end],
        value="wording",
    )


def test_one_utterance_of_three_articles_is_one_variant() -> None:
    """Whole, trimmed and turned into indirect speech; another sentence stands alone."""
    pile = Pile()
    ids = [pile.add("a", _WHOLE), pile.add("b", _PART), pile.add("c", _TOLD)]
    pile.add("c", _OTHER)
    found = pile.compile()
    (variant,) = found.variants
    assert list(variant) == ["id", "attributions", "speaker", "differences", "why", "unsure"]
    assert variant["attributions"] == ids
    assert variant["speaker"] == "person-1"
    assert [w["right"] for w in variant["why"]] == ids[1:]
    assert all("same-speaker" in w["why"] for w in variant["why"])


def test_differences_are_anchors_of_each_later_printing_and_the_first() -> None:
    """Every anchor is the slice of its article; what one side lacks is null."""
    pile = Pile()
    pile.add("a", _WHOLE)
    pile.add("b", _PART)
    pile.add("c", _WHOLE.replace("dredge", "deepen"))
    (variant,) = pile.compile().variants
    shown = [
        (d["left"] and d["left"]["text"], d["right"] and d["right"]["text"], d["kind"])
        for d in variant["differences"]
    ]
    assert shown == [("We will", None, "words"), ("dredge", "deepen", "words")]
    for difference in variant["differences"]:
        for anchor in (difference["left"], difference["right"]):
            if anchor is not None:
                text = pile.texts[anchor["article"]]
                assert anchor["text"] == text[anchor["start"] : anchor["end"]] != ""


def test_copies_are_a_variant_without_differences() -> None:
    """Equal words of several articles, and of one article's headline and body, are one variant."""
    pile = Pile()
    ids = [pile.add(article, _WHOLE) for article in "aabc"]
    (variant,) = pile.compile().variants
    assert variant["attributions"] == ids
    assert variant["differences"] == []


@pytest.mark.parametrize(
    "other",
    [
        {"speaker": "person-2", "speaker_name": "Ove Lind"},
        {"day": "2020-05-09"},
        {"stance": "negated"},
    ],
)
def test_another_speaker_day_or_stance_is_no_variant(other: dict[str, Any]) -> None:
    """Same words of somebody else, of another occasion or that were not said do not join."""
    pile = Pile()
    pile.add("a", _WHOLE)
    pile.add("b", _WHOLE, **other)
    assert _groups(pile) == []


def test_days_within_three_are_one_occasion() -> None:
    """Days up to three apart are compatible."""
    pile = Pile()
    pile.add("a", _WHOLE, day="2020-05-04")
    pile.add("b", _WHOLE, day="2020-05-07")
    assert len(_groups(pile)) == 1


def test_old_words_told_again_without_a_day_are_the_same_words() -> None:
    """Where nothing but publication dates one side, the same long words are one utterance."""
    pile = Pile()
    pile.add("a", _WHOLE)
    said = {"first": "2020-09-01", "last": "2020-09-07", "basis": "publication"}
    pile.add("b", _WHOLE, said=said)
    assert len(_groups(pile)) == 1


def test_one_name_written_in_two_ways_is_no_other_speaker() -> None:
    """An initial more or a bare surname fit strong words; a junior is somebody else."""
    for name, groups in (("Ida M. Brandt", 1), ("Brandt", 1), ("Ida Brandt Jr.", 0)):
        pile = Pile()
        pile.add("a", _WHOLE)
        pile.add("b", _WHOLE, speaker="person-2", speaker_name=name)
        assert len(_groups(pile)) == groups, name


def test_the_document_of_a_speaker_fits_strong_words() -> None:
    """What a statement says in the same words is what its author said."""
    pile = Pile()
    pile.add("a", _WHOLE)
    pile.add("b", _WHOLE, speaker=None, speaker_name="the statement", sourcing="document")
    assert len(_groups(pile)) == 1


def test_a_quotation_inside_a_quotation_makes_no_second_variant() -> None:
    """Where all printings stand inside printings of one other variant, that one says it all."""
    pile = Pile()
    for article in "ab":
        outer = pile.add(article, _BOTH)
        pile.add(article, _OTHER, within=outer)
    assert _groups(pile) == [[one["id"] for one in pile.attributions if one["within"] is None]]


def test_equal_words_of_other_speakers_are_asked_about() -> None:
    """Who is right about the speaker is a question for a person."""
    pile = Pile()
    left = pile.add("a", _WHOLE)
    right = pile.add("b", _WHOLE, speaker="person-2", speaker_name="Ove Lind")
    (open_pair,) = pile.compile().unsure
    assert (open_pair.left, open_pair.right) == (left, right)
    assert open_pair.settles == 2
    assert "other-speakers" in open_pair.why


def test_unnamed_sources_fit_by_their_description() -> None:
    """Two unnamed officials of one office fit; a captain and an official are asked about."""
    pile = Pile()
    pile.add("a", _WHOLE, speaker=None, speaker_name="a harbour official")
    pile.add("b", _WHOLE, speaker=None, speaker_name="the official")
    assert len(_groups(pile)) == 1
    pile = Pile()
    pile.add("a", _WHOLE, speaker=None, speaker_name="a harbour official")
    pile.add("b", _PART, speaker=None, speaker_name="the captain")
    assert _groups(pile) == []
    assert len(pile.compile().unsure) == 1


def test_long_equal_words_outweigh_another_description() -> None:
    """A whole sentence word by word is one utterance, however its unnamed source is described."""
    pile = Pile()
    pile.add("a", _WHOLE, speaker=None, speaker_name="a harbour official")
    pile.add("b", _WHOLE, speaker=None, speaker_name="the captain")
    assert len(_groups(pile)) == 1


def test_a_speaker_nobody_resolved_fits_strong_words_only() -> None:
    """`He said` with the same long words joins; with a few words in common it is asked about."""
    pile = Pile()
    pile.add("a", _WHOLE)
    pile.add("b", _PART, speaker=None, speaker_name="he")
    assert len(_groups(pile)) == 1


def test_an_utterance_may_stand_in_two_variants() -> None:
    """Who prints two sentences shares each of them with other articles."""
    pile = Pile()
    both, whole, other = pile.add("a", _BOTH), pile.add("b", _WHOLE), pile.add("c", _OTHER)
    assert sorted(_groups(pile)) == sorted([[both, whole], [both, other]])


def test_same_of_a_person_wins() -> None:
    """What a person said is one utterance is one variant, whatever the words say."""
    pile = Pile()
    left, right = pile.add("a", _WHOLE), pile.add("b", _OTHER, speaker="person-2")
    assert _groups(pile) == []
    variants = pile.compile([_decided(pile, What.SAME, left, right)]).variants
    assert [v["attributions"] for v in variants] == [[left, right]]
    assert variants[0]["why"] == [{"left": left, "right": right, "why": "decided: same"}]
    assert variants[0]["speaker"] is None


@pytest.mark.parametrize("what", [What.DIFFERENT, What.UNDECIDED])
def test_different_and_undecided_of_a_person_keep_apart(what: What) -> None:
    """They keep two printings apart, equal or not, and are not asked about again."""
    pile = Pile()
    left, right = pile.add("a", _WHOLE), pile.add("b", _PART)
    found = pile.compile([_decided(pile, what, left, right)])
    assert found.variants == []
    assert found.unsure == []


def test_the_later_decision_on_a_pair_counts() -> None:
    """Whoever decides again, in either order of the sides, changes the decision."""
    pile = Pile()
    left, right = pile.add("a", _WHOLE), pile.add("b", _PART)
    decided = [
        _decided(pile, What.DIFFERENT, left, right),
        _decided(pile, What.SAME, right, left),
    ]
    assert _groups(pile, decided) == [[left, right]]


def test_a_decision_on_words_that_are_gone_changes_nothing() -> None:
    """A decision whose article is not in the record, or on names, is passed over."""
    pile, more = Pile(), Pile()
    left, right = pile.add("a", _WHOLE), pile.add("b", _PART)
    for article in ("a", "z"):
        more.add(article, _WHOLE)
    gone = _decided(more, What.DIFFERENT, *(one["id"] for one in more.attributions))
    assert _groups(pile, [gone]) == [[left, right]]


_PRINTED = st.lists(
    st.tuples(
        st.sampled_from("abcd"),
        st.sampled_from([_WHOLE, _PART, _TOLD, _OTHER, _BOTH]),
        st.sampled_from(["person-1", "person-2", None]),
        st.sampled_from(["2020-05-04", "2020-05-06", "2020-05-09"]),
    ),
    max_size=8,
)


@given(_PRINTED, st.data())
@settings(max_examples=60, deadline=None)
def test_variants_do_not_depend_on_the_order_of_anything(
    printed: list[tuple[str, str, str | None, str]], data: st.DataObject
) -> None:
    """The same attributions in any order give the same variants; each holds two or more."""
    pile = Pile()
    for article, words, speaker, day in printed:
        pile.add(article, words, speaker=speaker, day=day)
    first = pile.compile()
    pile.attributions = data.draw(st.permutations(pile.attributions))
    assert pile.compile() == first
    for variant in first.variants:
        assert len(set(variant["attributions"])) == len(variant["attributions"]) >= 2
        assert len(variant["why"]) == len(variant["attributions"]) - 1
    groups = [set(variant["attributions"]) for variant in first.variants]
    assert not any(one < other for one in groups for other in groups)
