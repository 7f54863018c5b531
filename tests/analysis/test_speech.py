"""Utterances of an article: what quotation marks alone tell, without the fitted model."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from onrecord.analysis.drafts import Draft
from onrecord.analysis.paragraph_speech import ParagraphSpeech, placed, read_paragraph
from onrecord.analysis.quotations import find_quotations
from onrecord.analysis.speech import assemble
from onrecord.analysis.speech_contents import without_frame
from onrecord.values.attributions import Attribution
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Role

Read = Callable[..., "Told"]


class Told:
    """The attributions of some paragraphs, with their words."""

    def __init__(self, text: str, found: list[Attribution]) -> None:
        self.text, self.found = text, found

    def words(self, *, inner: bool = False) -> list[tuple[str, str | None]]:
        """Content and source of each, nested ones left out or alone."""
        return [
            (" | ".join(s.slice(self.text) for s in one.content), self.of(one.source))
            for one in self.found
            if (one.within is not None) == inner
        ]

    def of(self, span: Span | None) -> str | None:
        """The words there."""
        return span.slice(self.text) if span is not None else None


@pytest.fixture(scope="session")
def read(nlp: Language) -> Read:
    """Reads paragraphs without the fitted model; drafts may be given for the first of them."""

    def read_text(
        *texts: str, drafts: tuple[Draft, ...] = (), roles: tuple[Role, ...] = ()
    ) -> Told:
        whole, paragraphs = "", []
        for number, text in enumerate(texts):
            given_drafts = drafts if number == 0 else ()
            role = roles[number] if roles else Role.BODY
            paragraphs.append(placed(_speech(nlp, text, given_drafts), len(whole), role))
            whole += text + "\n\n"
        return Told(whole, assemble(paragraphs))

    return read_text


def _speech(nlp: Language, text: str, drafts: tuple[Draft, ...] = ()) -> ParagraphSpeech:
    doc = nlp(text)
    return read_paragraph(doc, drafts, find_quotations(text), [])


ONE_PARAGRAPH = {
    "“We sail at dawn,” Ada Quill said.": [("We sail at dawn,", "Ada Quill")],
    "“We sail at dawn,” said Ada Quill, the harbour master.": [
        ("We sail at dawn,", "Ada Quill, the harbour master")
    ],
    "“We sail at dawn,” she said, “and we need rope.”": [
        ("We sail at dawn, | and we need rope.", "she")
    ],
    "“We sail at dawn,” she said. “We need rope.”": [("We sail at dawn, | We need rope.", "she")],
    "Ada Quill said: “We sail at dawn.”": [("We sail at dawn.", "Ada Quill")],
    "“Will we sail?” Ada Quill asked.": [("Will we sail?", "Ada Quill")],
    "“We sail at dawn,” according to the harbour master.": [
        ("We sail at dawn,", "the harbour master")
    ],
    "The crew “sails at dawn and will not wait,” said Ada Quill.": [
        ("The crew “sails at dawn and will not wait,”", "Ada Quill")
    ],
    "“We sail at dawn, Ada Quill said. The pier was empty.": [("We sail at dawn,", "Ada Quill")],
    "“We sail at dawn and need rope.” ― Ada Quill": [
        ("We sail at dawn and need rope.", "Ada Quill")
    ],
    "The crew chanted “rope, rope.”": [("rope, rope.", "The crew")],
    "“We sail at dawn,” Ada Quill shot back.": [("We sail at dawn,", "Ada Quill")],
}


@pytest.mark.parametrize(("text", "expected"), ONE_PARAGRAPH.items())
def test_one_paragraph(read: Read, text: str, expected: list[tuple[str, str | None]]) -> None:
    """A quotation with a verb of speech beside it is one utterance of its subject, in as many
    parts as the cue leaves."""
    assert read(text).words() == expected


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “floating market” closed on Monday.",
        "The film “The Long Tide” opens on Monday.",
        "The ship is called “The Grey Heron” by everyone.",
        "The “experts” were late again.",
        "They drank at a bar named ‘Low Water’ near the pier.",
    ],
)
def test_names_and_terms_are_no_utterances(read: Read, text: str) -> None:
    """Scare quotes, titles and names between marks are nobody's words."""
    assert read(text).found == []


def test_reopened_marks_over_paragraphs(read: Read) -> None:
    """A quotation whose mark is opened anew in each paragraph is one utterance."""
    told = read("“We sail at dawn,” Ada Quill said. “The wind is good.", "“We need rope.”")
    assert told.words() == [("We sail at dawn, | The wind is good. | We need rope.", "Ada Quill")]


def test_cue_in_the_last_paragraph(read: Read) -> None:
    """A quotation over two paragraphs may have its cue in the second."""
    told = read("“We sail at dawn. The wind is good.", "“We need rope,” Ada Quill said.")
    assert told.words() == [("We sail at dawn. The wind is good. | We need rope,", "Ada Quill")]


def test_marks_only_at_both_ends(read: Read) -> None:
    """A quotation cut into lines without marks goes from the opening to the closing mark."""
    told = read("“We sail at dawn.", "The wind is good.", "We need rope,” Ada Quill said.")
    ((content, source),) = told.words()
    assert content.split() == [
        "We",
        "sail",
        "at",
        "dawn.",
        "The",
        "wind",
        "is",
        "good.",
        "We",
        "need",
        "rope,",
    ]
    assert source == "Ada Quill"
    assert told.found[0].kind == "direct"


def test_colon_above(read: Read) -> None:
    """A colon at the end of a paragraph leaves the words to the next one."""
    told = read("The harbour master, Ada Quill, added:", "“We sail at dawn and need rope.”")
    ((content, source),) = told.words()
    assert content == "We sail at dawn and need rope."
    assert "Ada Quill" in (source or "")


def test_floating_quotation(read: Read) -> None:
    """A quotation alone in its paragraph goes on with the speaker above it."""
    told = read("“We sail at dawn,” Ada Quill said.", "“The wind is good and we need rope.”")
    assert [source for _, source in told.words()] == ["Ada Quill"]
    told = read("Ada Quill stood on the pier.", "“The wind is good and we need rope.”")
    assert told.words() == [("The wind is good and we need rope.", "Ada Quill")]


def test_answer_is_not_the_askers(read: Read) -> None:
    """A quotation below a question is not of who asked it."""
    told = read("“Will you sail tomorrow?” Ada Quill asked.", "“The wind is much too strong.”")
    assert told.words()[1][1] != "Ada Quill"


def test_name_below(read: Read) -> None:
    """A name behind a dash below a quotation is its speaker."""
    told = read("“The wind is good and we need rope.”", "— Ada Quill")
    assert told.words() == [("The wind is good and we need rope.", "Ada Quill")]


def test_nested_quotation(read: Read) -> None:
    """A quotation inside of a quotation lies within it."""
    told = read("“Brann said ‘we never had any rope’, but there was some,” Ada Quill said.")
    outer, inner = told.found
    assert (inner.within, told.words(inner=True)) == (
        outer.extent,
        [("we never had any rope", "Brann")],
    )
    assert told.words()[0][1] == "Ada Quill"


def test_reported_speech_inside(read: Read) -> None:
    """A clause of speech inside of a quotation lies within it, with its own source."""
    told = read("“Brann told us that the rope was lost,” Ada Quill said.")
    assert told.words(inner=True) == [("that the rope was lost", "Brann")]


STANCES = {
    "did not say": "negated",
    "has never said": "negated",
    "declined to say": "negated",
    "refused to say": "negated",
    "would say": "hypothetical",
    "is expected to say": "hypothetical",
    "wants to say": "hypothetical",
    "may have said": "hypothetical",
    "said": "said",
    "went on to say": "said",
    "denied": "said",
    "continued to say": "said",
}


@pytest.mark.parametrize(("cue", "stance"), STANCES.items())
def test_stance(read: Read, cue: str, stance: str) -> None:
    """The verb group tells whether the words are told as said."""
    text = f"Ada Quill {cue} that the ship was late."
    start = text.index("that")
    found = read(text, drafts=(_draft(text, (start, len(text) - 1), "Ada Quill", cue),)).found
    assert [one.stance.value for one in found] == [stance]


@pytest.mark.parametrize("opening", ["If", "Unless"])
def test_condition_is_no_statement(read: Read, opening: str) -> None:
    """What somebody says in a condition was not said."""
    text = f"{opening} Ada Quill says that the ship is late, the crew will wait."
    content = (text.index("that"), text.index(", the crew"))
    found = read(text, drafts=(_draft(text, content, "Ada Quill", "says"),)).found
    assert [one.stance.value for one in found] == ["hypothetical"]


def _draft(text: str, content: tuple[int, int], source: str, cue: str) -> Draft:
    def place(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    return Draft(
        content=(Span(*content),), source=place(source), cue=place(cue), score=0.9, rule="model"
    )


def test_content_ends_at_the_quotation(read: Read) -> None:
    """A draft that misses words of a quotation, or takes its marks, ends where it ends."""
    text = "“We sail at dawn and need rope,” Ada Quill said."
    for content in [(1, 20), (4, 31), (0, 32)]:
        told = read(text, drafts=(_draft(text, content, "Ada Quill", "said"),))
        assert told.words() == [("We sail at dawn and need rope,", "Ada Quill")]


def test_slips_in_a_content_are_mended(read: Read) -> None:
    """A word left out between two parts, no cue or source in it, belongs to the content; lone
    little words beside a content do not."""
    text = "Ada Quill said that the new ship was late again."
    draft = _draft(text, (text.index("that"), len(text)), "Ada Quill", "said")
    parts = (Span(15, 19), Span(27, 47))
    told = read(text, drafts=(replace(draft, content=parts),))
    assert told.words() == [("that the new ship was late again", "Ada Quill")]
    text = "But Ada Quill said that the ship was late."
    draft = _draft(text, (text.index("that"), len(text)), "Ada Quill", "said")
    told = read(text, drafts=(replace(draft, content=(Span(0, 3), *draft.content)),))
    assert told.words() == [("that the ship was late", "Ada Quill")]


def test_grammar_goes_before_the_model_beside_a_whole_quotation(read: Read) -> None:
    """Where a whole quotation has its cue beside it, what a draft adds or mistakes is left out."""
    text = "“We sail at dawn,” Ada Quill said after a long day on the pier."
    draft = _draft(text, (1, 17), "a long day", "said")
    wrong = replace(draft, content=(*draft.content, Span(text.index("after"), len(text))))
    assert read(text, drafts=(wrong,)).words() == [("We sail at dawn,", "Ada Quill")]


def test_what_is_added(read: Read) -> None:
    """The words behind `adding:` are an utterance of their own, of the same speaker."""
    text = "Ada Quill said that the crew “had no rope,” adding: “We will buy some at noon.”"
    content = (text.index("that"), len(text))
    told = read(text, drafts=(_draft(text, content, "Ada Quill", "said"),))
    assert told.words() == [
        ("that the crew “had no rope,”", "Ada Quill"),
        ("We will buy some at noon.", "Ada Quill"),
    ]


def test_named_inside_of_other_words_is_not_nested(read: Read) -> None:
    """A term between marks further on in a report is not what was said in it."""
    text = "“Officials have stated often that the ‘blue line’ rule is old,” Ada Quill said."
    assert all(words != "blue line" for words, _ in read(text).words(inner=True))


def test_source_of_a_headline(read: Read) -> None:
    """Of a headline's clause only the subject is the source."""
    text = "Mayor meets envoy, says ships will leave 'at some point'"
    draft = _draft(text, (text.index("ships"), len(text)), "Mayor meets envoy", "says")
    assert read(text, drafts=(draft,), roles=(Role.HEADLINE,)).words() == [
        ("ships will leave 'at some point'", "Mayor")
    ]


def test_kinds(read: Read) -> None:
    """Direct between marks, mixed with some marks, indirect with none."""
    text = "Ada Quill said that the wind was “good enough” for the ship."
    content = (text.index("that"), len(text))
    told = read(text, drafts=(_draft(text, content, "Ada Quill", "said"),))
    assert [one.kind.value for one in told.found] == ["mixed"]
    assert told.words()[0][0] == "that the wind was “good enough” for the ship"
    plain = text.replace("“", "").replace("”", "")
    content = (plain.index("that"), len(plain))
    told = read(plain, drafts=(_draft(plain, content, "Ada Quill", "said"),))
    assert [one.kind.value for one in told.found] == ["indirect"]
    assert [one.kind.value for one in read("“We sail,” she said.").found] == ["direct"]


def test_headline_with_a_label(read: Read) -> None:
    """A headline may name who says it before a colon; running text may not."""
    text = "Police: Two ships collide off the pier"
    told = read(text, roles=(Role.HEADLINE,))
    assert told.words() == [("Two ships collide off the pier", "Police")]
    assert read(text, roles=(Role.BODY,)).found == []


def test_transcript(read: Read) -> None:
    """Paragraphs that begin with who speaks and a colon are utterances where they come back."""
    told = read(
        "QUILL: We sail at dawn.",
        "BRANN: With what rope?",
        "QUILL: With the new one.",
        "BRANN: It is not paid for.",
    )
    assert [source for _, source in told.words()] == ["QUILL", "BRANN", "QUILL", "BRANN"]
    assert read("Note: bring rope.", "We sail at dawn.").found == []


PIECES = st.sampled_from(
    [*"“”\"‘’'", "Ada Quill said", "he asked", "We sail", " ", ", ", ". ", ": ", "? ", "\n", "Q"]
)
PARAGRAPHS = st.lists(
    st.lists(PIECES, min_size=1, max_size=14).map("".join).filter(str.strip), max_size=4
)


@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(texts=PARAGRAPHS)
def test_any_article_is_read(nlp: Language, texts: list[str]) -> None:
    """Any paragraphs give valid attributions: places inside of the text, parts in order and apart,
    no two alike, nested ones inside of an attribution that is there; twice the same."""
    paragraphs, start = [], 0
    for text in texts:
        paragraphs.append(placed(_speech(nlp, text), start, Role.BODY))
        start += len(text) + 1
    found = assemble(paragraphs)
    assert found == assemble(paragraphs)
    extents = [one.extent for one in found]
    assert len(set(extents)) == len(extents)
    assert extents == sorted(extents, key=lambda span: (span.start, -span.end))
    whole = "\n".join(texts)
    for one in found:
        assert all(a.end <= b.start for a, b in zip(one.content, one.content[1:], strict=False))
        assert one.extent.end <= len(whole)
        assert all(any(c.isalnum() for c in part.slice(whole)) for part in one.content)
        assert one.within is None or one.within in extents


@pytest.mark.parametrize(
    ("text", "said", "words"),
    [
        ("said on Friday that the dam would hold", "said", "that the dam would hold"),
        ("said in the town hall, that Torvik would wait", "said", "that Torvik would wait"),
        ("said in a town that floods, people wait", "said", "in a town that floods, people wait"),
        ("said that on Friday it would open", "said", "that on Friday it would open"),
        ("said water that the lake holds is clean", "said", "water that the lake holds is clean"),
    ],
)
def test_the_day_of_saying_is_no_part_of_what_was_said(text: str, said: str, words: str) -> None:
    """Time and place between the cue and `that` are left out; a relative clause stays."""
    part = Span(len(said) + 1, len(text))
    assert without_frame(text, part, Span(0, len(said))).slice(text) == words
    assert without_frame(text, part, None) == part


@pytest.mark.parametrize(
    "text",
    [
        "“I have the receipt,” the Gazette quoted her as saying.",
        "The Gazette quoted her as saying: “I have the receipt and no answer.”",
    ],
)
def test_whom_a_paper_quotes_is_the_source(read: Read, text: str) -> None:
    """`quoted her as saying`: not the paper."""
    [(_, source)] = read(text).words()
    assert source == "her"


def test_the_reason_of_a_condition_does_not_speak(read: Read) -> None:
    """`who spoke on condition of anonymity because talks go on said`: the official said."""
    text = (
        "A senior ministry official who spoke on condition of anonymity because an inquiry is"
        " pending said: “We knew of the damage to the lock in March.”"
    )
    [(_, source)] = read(text).words()
    assert source is not None
    assert source.startswith("A senior ministry official")


def test_the_occasion_is_no_part_of_who_speaks(read: Read) -> None:
    """`said X in an interview on Y's show`: X, not the name of the show."""
    text = "“I want to see the old plans,” said Brisk in an interview on Torvik Radio."
    [(_, source)] = read(text).words()
    assert source == "Brisk"
