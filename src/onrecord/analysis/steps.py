"""The steps of the analysis, in order; each declares what it needs and what it gives.

A later finder is one more entry: its needs must be given by an entry before it or be a
component of the language model.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.analysis.mentions import find_mentions
from onrecord.analysis.sentences import find_sentences
from onrecord.analysis.times import find_times
from onrecord.values.findings import Mention
from onrecord.values.spans import Span
from onrecord.values.times import TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Doc

MODEL_COMPONENTS = ("tok2vec", "tagger", "parser", "ner")
"""Components of the language model that the steps use."""


@dataclass(slots=True)
class Findings:
    """What the steps have found so far in one paragraph; offsets are in the paragraph."""

    sentences: list[Span] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Step:
    """One finder: a function of the parsed paragraph that fills one field of the findings."""

    name: str
    needs: tuple[str, ...]
    gives: str
    run: Callable[[Doc], list[Span] | list[Mention] | list[TimeExpression]]


STEPS: tuple[Step, ...] = (
    Step("sentences", needs=("parser",), gives="sentences", run=find_sentences),
    Step("mentions", needs=("ner",), gives="mentions", run=find_mentions),
    Step("times", needs=("tagger", "parser", "ner"), gives="times", run=find_times),
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


def run_steps(doc: Doc) -> Findings:
    """The findings of all steps for one parsed paragraph."""
    findings = Findings()
    for step in STEPS:
        setattr(findings, step.gives, step.run(doc))
    return findings
