"""When the words of two texts are one utterance."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wording_makers import attribution, text_of

from onrecord.linking.wordings.judge import judge
from onrecord.linking.wordings.likeness import likeness, longest_run
from onrecord.linking.wordings.link_values import Verdict
from onrecord.linking.wordings.utterance import utterances
from onrecord.values.vocabulary import AttributionKind

_WHOLE = (
    '"We will dredge the northern channel before the winter storms, and we shall not ask the '
    'fishermen of Vellmar for a single crown."'
)
_SAME = [
    "“We will dredge the northern channel before the winter storms”",
    '"We’ll dredge the northern channel before the winter storms — and we shall not ask the '
    'fishermen of Vellmar for a single crown."',
    "the northern channel would be dredged before the winter storms and the fishermen of Vellmar "
    "would not be asked for a crown",
    "he would not ask “the fishermen of Vellmar for a single crown”",
]
_OTHER = [
    '"The northern channel has been neglected by three governments."',
    "Vellmar needs a harbour master who can read a tide table",
    '"Nobody has asked the ministry what a single barge costs."',
]


@pytest.mark.parametrize("other", _SAME)
def test_trimmed_punctuated_turned_and_quoted_in_part_is_the_same(other: str) -> None:
    """A part of it, other marks, indirect speech and a quoted fragment are found."""
    link = judge(text_of(_WHOLE), text_of(other))
    assert link.verdict is Verdict.SAME, link
    assert link.why


@pytest.mark.parametrize("other", _OTHER)
def test_another_sentence_on_the_same_topic_is_not_the_same(other: str) -> None:
    """The words of the topic in common do not make one utterance."""
    assert judge(text_of(_WHOLE), text_of(other)).verdict is not Verdict.SAME


def test_one_word_in_common_is_nothing() -> None:
    """One content word in common, however rare, links nothing."""
    left, right = text_of("Vellmar floods every spring"), text_of("Vellmar elects a new council")
    assert judge(left, right).verdict is Verdict.DIFFERENT


def test_equal_words_are_the_same_however_few() -> None:
    """Equal words are one utterance even where they are short and common."""
    left = text_of('"We are still working here."')
    assert judge(left, text_of("they were still working there")).strength == 1.0
    assert judge(left, text_of("they still work on it")).strength < 1.0


def test_what_the_articles_say_all_the_time_tells_less() -> None:
    """Words that stand elsewhere in the articles again and again weigh less."""
    words = "the dredging of the northern channel starts in autumn"
    filler = "\nDredging in the channel. Channel dredging. The channel. More dredging. Channel."
    one = attribution(0, len(words), AttributionKind.INDIRECT)
    (plain,) = utterances("a", words, [one])
    (often,) = utterances("b", words + filler * 3, [one])
    other = text_of("dredging of a channel is dear")
    assert plain.text.words == often.text.words
    assert judge(often.text, other).strength < judge(plain.text, other).strength


@given(
    st.lists(
        st.sampled_from(
            ["dredge", "channel", "not", "Vellmar", "crown", "storm", "we", "they", "8", "harbour"]
        )
    ),
    st.lists(
        st.sampled_from(
            ["dredge", "channel", "not", "Vellmar", "crown", "storm", "we", "they", "8", "harbour"]
        )
    ),
)
def test_the_verdict_has_no_sides(left: list[str], right: list[str]) -> None:
    """Which text comes first changes nothing; a text is always the same as itself."""
    one = text_of(" ".join(["northern", "autumn", "tide", *left]))
    other = text_of(" ".join(["northern", "autumn", "tide", *right]))
    assert judge(one, other) == judge(other, one)
    assert judge(one, one).verdict is Verdict.SAME
    both = likeness(one, other)
    assert 0 <= both.containment <= 1
    assert 0 <= both.triples_share <= 1
    assert longest_run(one, other) <= min(len(one.words), len(other.words))
