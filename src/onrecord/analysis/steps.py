"""The steps of the analysis, in order; each declares what it needs and what it gives.

A later finder is one more entry: its needs must be given by an entry before it or be a
component of the language model.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.analysis.attribution_finder import find_drafts
from onrecord.analysis.events import find_events
from onrecord.analysis.figures.paragraphs import ParagraphFigures
from onrecord.analysis.figures.read import read_figures
from onrecord.analysis.mentions import find_mentions
from onrecord.analysis.paragraph_speech import ParagraphSpeech, read_paragraph
from onrecord.analysis.parsed_words import parsed_words
from onrecord.analysis.quotations import find_quotations
from onrecord.analysis.referents import find_referents
from onrecord.analysis.sentences import find_sentences
from onrecord.analysis.times import find_times
from onrecord.values.events import Event
from onrecord.values.findings import Mention
from onrecord.values.spans import Span
from onrecord.values.times import TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Doc

MODEL_COMPONENTS = ("tok2vec", "tagger", "parser", "ner")
"""Components of the language model that the steps use."""


type Found = (
    list[Span]
    | list[Mention]
    | list[TimeExpression]
    | list[Event]
    | ParagraphSpeech
    | ParagraphFigures
)


@dataclass(slots=True)
class Findings:
    """What the steps have found so far in one paragraph; offsets are in the paragraph."""

    sentences: list[Span] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    speech: ParagraphSpeech | None = None
    figures: ParagraphFigures | None = None
    leads: bool = True
    """Whether the paragraph may lead an article, so that its main clause is wanted undated too."""


@dataclass(frozen=True, slots=True)
class Step:
    """One finder: a function of the parsed paragraph and of what was found in it before, that
    fills one field of the findings."""

    name: str
    needs: tuple[str, ...]
    gives: str
    run: Callable[[Doc, Findings], Found]


def _read_speech(doc: Doc, found: Findings) -> ParagraphSpeech:
    quotations = find_quotations(parsed_words(doc).text)
    drafts = find_drafts(doc, quotations)
    referents = find_referents(doc, found.mentions, drafts, found.times)
    return read_paragraph(doc, drafts, quotations, referents)


STEPS: tuple[Step, ...] = (
    Step("sentences", ("parser",), "sentences", lambda doc, _: find_sentences(doc)),
    Step("mentions", ("ner",), "mentions", lambda doc, _: find_mentions(doc)),
    Step("times", ("tagger", "parser", "ner"), "times", lambda doc, _: find_times(doc)),
    Step(
        "events",
        ("tagger", "parser", "ner", "times"),
        "events",
        lambda doc, found: find_events(doc, found.times, undated=found.leads),
    ),
    Step(
        "speech",
        ("tagger", "parser", "ner", "mentions", "times"),
        "speech",
        _read_speech,
    ),
    Step(
        "figures",
        ("tagger", "parser", "mentions", "times"),
        "figures",
        lambda doc, found: read_figures(doc, found.mentions, found.times),
    ),
)


def check_steps(steps: tuple[Step, ...]) -> None:
    """Raise ValueError where a step needs what no component and no earlier step gives."""
    given = set(MODEL_COMPONENTS)
    for step in steps:
        missing = [need for need in step.needs if need not in given]
        if missing:
            raise ValueError(f"step {step.name} needs {missing}, which nothing before it gives")
        given.add(step.gives)


check_steps(STEPS)


def run_steps(doc: Doc, *, leads: bool = True) -> Findings:
    """The findings of all steps for one parsed paragraph.

    Args:
        doc: the parsed paragraph.
        leads: whether it may be a headline, dek or lede.
    """
    findings = Findings(leads=leads)
    for step in STEPS:
        setattr(findings, step.gives, step.run(doc, findings))
    return findings
