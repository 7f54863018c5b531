"""Speakers: what kind of source, whom a pronoun or description stands for, and how it was said."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from speaker_cases import Case, resolved, words_of

from onrecord.values.vocabulary import AttributionKind, Sourcing

_MAYOR = "Mayor Clara Bennett opened the new bridge in Dunmore on Monday."


@pytest.mark.parametrize(
    ("sentence", "source", "sourcing", "speaker"),
    [
        ("Clara Bennett said that it would last.", "Clara Bennett", "named", "Clara Bennett"),
        ("The Ministry of Health said that it would last.", "The Ministry of Health",
         "organisation", "The Ministry of Health"),
        ("The statement said that it would last.", "The statement", "document", None),
        ("A senior official said that it would last.", "A senior official", "unnamed", None),
        ("Voters said that it would last.", "Voters", "unnamed", None),
        ("The newspaper said that it would last.", "The newspaper", "outlet", None),
        ("Media reports said that it would last.", "Media reports", "outlet", None),
        ("Reuters said that it would last.", "Reuters", "outlet", "Reuters"),
        ("A spokesman for the Pentagon said that it would last.", "A spokesman for the Pentagon",
         "unnamed", None),
        ("A number of readers said that it would last.", "A number of readers", "unnamed", None),
        ("The police said that it would last.", "The police", "organisation", None),
        ("The deputy minister, Clara Bennett, said that it would last.",
         "The deputy minister, Clara Bennett,", "named", "Clara Bennett"),
    ],
)  # fmt: skip
def test_kind_of_source(
    nlp: Language, sentence: str, source: str, sourcing: str, speaker: str | None
) -> None:
    """The head of the source phrase says what kind of source it is; a name in it speaks."""
    [one], text = resolved(nlp, sentence, Case(source, "said", "that it would last"))
    assert one.sourcing == sourcing
    assert words_of(text, one.speaker) == speaker


@pytest.mark.parametrize(
    ("after", "source", "speaker"),
    [
        ("“It will last,” she said.", "she", "Clara Bennett"),
        ("“It will last,” Bennett said.", "Bennett", "Clara Bennett"),
        ("“It will last,” Mrs. Bennett said.", "Mrs. Bennett", "Clara Bennett"),
        ("“It will last,” the mayor said.", "the mayor", "Clara Bennett"),
        ("“It will last,” he said.", "he", None),
    ],
)
def test_taken_up_in_the_next_paragraph(
    nlp: Language, after: str, source: str, speaker: str | None
) -> None:
    """Pronoun, surname and office lead to the fullest name; a pronoun of another gender does
    not."""
    [one], text = resolved(
        nlp, f"{_MAYOR}\n{after}", Case(source, "said", "It will last,", AttributionKind.DIRECT)
    )
    assert words_of(text, one.speaker) == speaker
    assert one.speaker_why


def test_who_is_named_in_the_words_does_not_say_them(nlp: Language) -> None:
    """Whoever is named behind `he said` is somebody else."""
    text = "Peter Marsh met Daniel Okoro in Leeds.\nHe said Marsh would resign."
    [one], text = resolved(nlp, text, Case("He", "said", "Marsh would resign"))
    assert words_of(text, one.speaker) == "Daniel Okoro"


def test_two_candidates_are_not_guessed_between(nlp: Language) -> None:
    """Where two fit alike nobody is chosen, and the reason says so."""
    text = "Peter Marsh and Daniel Okoro met in Leeds.\nIt rained, he said."
    [one], _ = resolved(nlp, text, Case("he", "said", "It rained"))
    assert one.speaker is None
    assert one.sourcing is Sourcing.NONE
    assert one.speaker_why.startswith("two-candidates")


def test_unnamed_stays_unnamed(nlp: Language) -> None:
    """A later `the official` is the one introduced before, with the condition; no name is found."""
    text = (
        "A senior official, who spoke on condition of anonymity, said the plan was late.\n"
        "Peter Marsh, the foreign minister, left for Oslo.\n"
        "The official also said the budget was spent."
    )
    first, second = resolved(
        nlp,
        text,
        Case("A senior official", "said", "the plan was late"),
        Case("The official", "also said", "the budget was spent"),
    )[0]
    for one in (first, second):
        assert one.sourcing is Sourcing.UNNAMED
        assert one.speaker is None
        assert words_of(text, one.condition) == "on condition of anonymity"
    assert words_of(text, second.description) == "The official"


def test_condition_in_the_next_sentence(nlp: Language) -> None:
    """The condition may be told in the sentence behind; one in another paragraph is not taken."""
    text = (
        "“We were late,” a diplomat said. She asked not to be named.\n"
        "“We were early,” an analyst said."
    )
    first, second = resolved(
        nlp,
        text,
        Case("a diplomat", "said", "We were late,", AttributionKind.DIRECT),
        Case("an analyst", "said", "We were early,", AttributionKind.DIRECT),
    )[0]
    assert words_of(text, first.condition) == "asked not to be named"
    assert second.condition is None


def test_spokesperson_keeps_person_and_organisation(nlp: Language) -> None:
    """Of a named spokesperson both are kept, also where only the surname is printed later."""
    text = (
        "Pentagon spokeswoman Clara Bennett said the drill was over.\n"
        "Bennett said the ships had left."
    )
    first, second = resolved(
        nlp,
        text,
        Case("Pentagon spokeswoman Clara Bennett", "said", "the drill was over"),
        Case("Bennett", "said", "the ships had left"),
    )[0]
    assert first.sourcing is Sourcing.NAMED
    assert words_of(text, first.organisation) == "Pentagon"
    assert words_of(text, second.organisation) == "Pentagon"
    assert words_of(text, second.speaker) == "Clara Bennett"


def test_speakers_together(nlp: Language) -> None:
    """Of two that speak together one is the speaker and the other goes with it."""
    text = "Clara Bennett and Peter Marsh said the road was safe."
    [one], text = resolved(
        nlp, text, Case("Clara Bennett and Peter Marsh", "said", "the road was safe")
    )
    assert words_of(text, one.speaker) == "Clara Bennett"
    assert [words_of(text, span) for span in one.co_speakers] == ["Peter Marsh"]


@pytest.mark.parametrize(
    ("sentence", "cue", "medium"),
    [
        ("Clara Bennett told Reuters that it would last.", "told", "Reuters"),
        ("Clara Bennett said in an interview with CNN that it would last.", "said", "CNN"),
        ("Clara Bennett told parliament that it would last.", "told", None),
    ],
)
def test_medium_to_which_it_was_said(
    nlp: Language, sentence: str, cue: str, medium: str | None
) -> None:
    """Another medium that hangs on the cue is kept; what is no medium is not."""
    [one], text = resolved(nlp, sentence, Case("Clara Bennett", cue, "that it would last"))
    assert words_of(text, one.through) == medium
    assert one.sourcing is Sourcing.NAMED


@pytest.mark.parametrize(
    ("sentence", "time", "by_occasion"),
    [
        ("Clara Bennett said on Thursday that the bridge closed.", "Thursday", False),
        ("Clara Bennett said that the bridge closed.", None, False),
        ("Clara Bennett said at a hearing in June that the bridge closed.", "June", True),
    ],
)
def test_day_on_which_it_was_said(
    nlp: Language, sentence: str, time: str | None, by_occasion: bool
) -> None:
    """The expression on the cue dates it, that on a noun beside the cue its occasion."""
    [one], text = resolved(nlp, sentence, Case("Clara Bennett", "said", "that the bridge closed"))
    assert words_of(text, one.time) == time
    if time is not None:
        assert one.by_occasion is by_occasion


def test_day_inside_the_words_is_not_when_they_were_said(nlp: Language) -> None:
    """An expression in what was said does not date the saying."""
    text = "Clara Bennett said the bridge would close on Friday."
    [one], _ = resolved(
        nlp, text, Case("Clara Bennett", "said", "the bridge would close on Friday")
    )
    assert one.time is None


def test_goes_on_without_a_source(nlp: Language) -> None:
    """A second part of a sentence that prints no source is said by who speaks in it."""
    text = "“We are late,” Clara Bennett said, adding: “We will hurry.”"
    first, second = resolved(
        nlp,
        text,
        Case("Clara Bennett", "said", "We are late,", AttributionKind.DIRECT),
        Case(None, "adding", "We will hurry.", AttributionKind.DIRECT),
    )[0]
    assert second.speaker == first.speaker
    assert second.sourcing is Sourcing.NONE
    assert second.speaker_why == "same-sentence"


def test_named_only_in_the_next_sentence(nlp: Language) -> None:
    """A text may say who `the club's captain` is only after it lets him speak."""
    text = (
        "The club's captain says the season is over.\n"
        "Peter Marsh said on Monday that he would not play again."
    )
    first, _ = resolved(
        nlp,
        text,
        Case("The club's captain", "says", "the season is over"),
        Case("Peter Marsh", "said", "that he would not play again"),
    )[0]
    assert words_of(text, first.speaker) == "Peter Marsh"
    assert first.speaker_why.startswith("named-next")


_PIECES = st.sampled_from(
    ["Clara Bennett", "said", "“", "”", "he", "the mayor", ",", ".", "on Monday", "who", "and",
     "a", "spokesman for", "Reuters", "\n", "told", "it", "they", "’s", "of", ":"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(pieces=st.lists(_PIECES, min_size=3, max_size=25), data=st.data())
def test_any_words_are_borne(nlp: Language, pieces: list[str], data: st.DataObject) -> None:
    """Whatever the words, every place that comes back lies in the text and every speaker is a
    name that stands there."""
    text = " ".join(["It rained.", *pieces, "end"])
    source = data.draw(st.sampled_from(pieces))
    line = next(line for line in text.split("\n") if source.strip() in line)
    case = Case(source.strip() or None, None, line.strip() or "end")
    found, _ = resolved(nlp, text, case)
    for one in found:
        places = (one.speaker, one.description, one.condition, one.through, one.time)
        assert all(0 <= span.start < span.end <= len(text) for span in places if span)
        assert one.speaker is None or one.speaker_why
