"""The own words of an article, by which it is compared with others."""

from __future__ import annotations

import pytest
from copy_makers import FLOOD, SAID, words_of

from onrecord.linking.copies.copy_text import FEWEST_WORDS
from onrecord.linking.copies.keys import RUN, WHOLE, copy_keys
from onrecord.values.vocabulary import Role

_LONG = f"{FLOOD[0]} {FLOOD[1]} {SAID}"


@pytest.mark.parametrize(
    "paragraphs",
    [
        [_LONG.upper()],
        [_LONG.replace("“", '"').replace("”", '"')],
        [_LONG.replace(" ", "\u00a0")],
        [_LONG.replace("Torvik", "Tórvik")],
        [(Role.LEDE, FLOOD[0]), f"{FLOOD[1]} {SAID}"],
        [(Role.HEADLINE, "Road closed"), _LONG, (Role.CREDIT, "(Reuters)")],
        [FLOOD[0], (Role.RESIDUE, "Read more"), (Role.CAPTION, "A boat"), f"{FLOOD[1]} {SAID}"],
    ],
)
def test_the_same_running_text_is_the_same_whole(paragraphs: list[str]) -> None:
    """Case, accents, marks, spaces, line breaks and what stands around the text change nothing."""
    assert words_of(*paragraphs).whole == words_of(_LONG).whole is not None


def test_another_word_is_another_whole() -> None:
    """A word changed or left out makes another text."""
    assert words_of(_LONG.replace("Tuesday", "Monday")).whole != words_of(_LONG).whole


def test_short_texts_are_no_whole() -> None:
    """Under thirty words of running text, equal words are no sign of a copy."""
    words = [f"w{n}" for n in range(FEWEST_WORDS)]
    assert words_of(" ".join(words)).whole is not None
    assert words_of(" ".join(words[1:])).whole is None
    assert words_of((Role.CAPTION, _LONG)).whole is None


def test_what_was_said_is_nobodys_own() -> None:
    """Words between quotation marks are left out, those around them stay."""
    (sentence,) = words_of(SAID).sentences
    assert "assembl" in sentence.stems
    assert not {"wall", "bill", "children"} & set(sentence.stems)


def test_a_name_between_marks_is_own() -> None:
    """A word or two between marks are no speech."""
    (sentence,) = words_of(
        "The boat, called “Grey Heron”, carried residents to the quay."
    ).sentences
    assert "heron" in sentence.stems


def test_a_post_is_nobodys_own() -> None:
    """A post printed as a block is speech, also where its account stands in a line of its own."""
    post = "Closing the lower road was the right decision and the council should be thanked."
    account = "— Ada Quill (@adaquill) March 3, 2031"
    assert words_of(f"{post} {account}").sentences == ()
    assert words_of(post, account).sentences == ()
    assert len(words_of(post).sentences) == 1


def test_lists_and_links_in_the_text_are_no_sentences() -> None:
    """A choice of countries and headlines of links that ran into a line are not compared."""
    names = " ".join(f"{name}land" for name in "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOP")
    assert words_of(names).sentences == ()
    glued = " ".join(FLOOD[:2]).replace(".", ",").replace("wall", "wallCouncil")
    assert words_of(f"{glued}.").sentences != ()
    glued = glued.replace("wallCouncil", "WallCouncil")
    assert words_of(f"{glued}.").sentences == ()


def test_house_style_changes_no_own_word() -> None:
    """Titles, words of telling, days, numbers and spelling make no difference."""
    one = "Mayor Holm said on Tuesday that three engineers had organized the labor at the harbor."
    other = "Mayor Holm says on 4 March that 3 engineers had organised the labour at the harbour."
    assert words_of(one).stems == words_of(other).stems


def test_places_are_those_of_the_words() -> None:
    """Each own word has its place in the article's text."""
    text = words_of(FLOOD[0], FLOOD[1])
    start, end = text.sentences[1].places[0]
    assert f"{FLOOD[0]}\n{FLOOD[1]}\n"[start:end] == "Engineers"


def test_abbreviations_end_no_sentence() -> None:
    """A title with a full stop and initials are inside a sentence."""
    text = words_of("Capt. Ada Quill of the U.S. Coast Guard steered. Boats followed her wake.")
    assert len(text.sentences) == 2


def test_keys_are_of_runs_and_of_the_whole() -> None:
    """A text has a key for all of it, and runs wherever they stand share keys."""
    whole = copy_keys(words_of(*FLOOD))
    assert [kind for kind, _ in whole].count(WHOLE) == 1
    tail = copy_keys(words_of(*FLOOD[2:]))
    assert len({key for key in whole if key[0] == RUN} & set(tail)) >= 5


def test_a_text_of_quotations_has_no_runs() -> None:
    """Quotations make no key but that of the whole."""
    assert [kind for kind, _ in copy_keys(words_of(SAID))] == [WHOLE]
