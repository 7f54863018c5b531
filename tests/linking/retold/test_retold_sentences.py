"""What of a sentence is compared."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from sentence_makers import sentence

from onrecord.linking.retold.sentence_text import SentenceText, make_sentence
from onrecord.linking.retold.told_sentences import told_sentences
from onrecord.values.article import Article, Paragraph
from onrecord.values.findings import Analysis
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Role


def test_words_of_grammar_and_of_days_are_left_out() -> None:
    """Days turn with the publication and grammar tells nothing; neither is compared."""
    made = sentence("The barge sank off Quillport on Friday.", times=["Friday"])
    assert made.words == ("barg", "sank", "quillport")


def test_words_are_signed() -> None:
    """Names, numbers, quoted words and those that tell who said it are told apart."""
    made = sentence('Mayor Orla Venn said 40 boats were "beyond repair".', said=["Mayor Orla Venn"])
    assert dict(zip(made.words, made.marks, strict=True)) == {
        "mayor": "s",
        "orla": "s",
        "venn": "s",
        "40": "d",
        "boat": "w",
        "beyond": "q",
        "repair": "q",
    } | {word: "w" for word in made.words if word == "said"}


def test_numbers_in_words_are_numbers() -> None:
    """`Eight` and `8` are one number."""
    assert sentence("Some eight lamps broke.").numbers == sentence("Some 8 lamps broke.").numbers


def test_a_clock_before_an_entry_is_left_out() -> None:
    """The hour of an entry of a running report is no number of what it tells."""
    one, other = (
        sentence("0915 The dam is holding firm."),
        sentence("1440 The dam is holding firm."),
    )
    assert one.id == other.id


def test_denial_is_kept() -> None:
    """A sentence with a word of denial is told apart from one without."""
    assert sentence("The ferry never left the quay.").denies
    assert not sentence("The ferry left the quay.").denies


@given(
    st.lists(st.from_regex(r"[a-z0-9]{1,8}", fullmatch=True), min_size=1, max_size=9),
    st.booleans(),
)
def test_what_is_stored_is_read_again(words: list[str], denies: bool) -> None:
    """A sentence that was kept as a string is the same one."""
    made = make_sentence(tuple(words), "w" * len(words), denies=denies)
    assert SentenceText.from_stored(made.id, made.stored()) == made


def test_captions_and_short_lines_are_no_sentences() -> None:
    """Only headline, dek, running text and notices tell; two content words tell nothing."""
    text = (
        "The lock keeper flooded the upper meadow.\nThe lock keeper waves from a boat.\nIt rained."
    )
    first, second = text.index("\n") + 1, text.rindex("\n") + 1
    article = Article(
        id="a",
        name="a.txt",
        media_type="text/plain",
        sha256="",
        text=text,
        paragraphs=(
            Paragraph(0, first, Role.BODY, ""),
            Paragraph(first, second, Role.CAPTION, ""),
            Paragraph(second, len(text), Role.BODY, ""),
        ),
        language="en",
    )
    spans = (Span(0, first - 1), Span(first, second - 1), Span(second, len(text)))
    analysis = Analysis(article="a", sentences=spans)
    assert [(one.start, one.end) for one in told_sentences(article, analysis)] == [(0, first - 1)]
    assert told_sentences(replace(article, paragraphs=()), replace(analysis, sentences=())) == ()
