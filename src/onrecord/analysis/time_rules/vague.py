"""Vague words: now, recently, soon. They name no days."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.analysis.time_grammar import Rule, fixed, make_rule
from onrecord.analysis.time_numbers import one_line
from onrecord.lexicon.time_words import alternation, time_words

ADJECTIVE = "vague-adjective"
"""Name of the rule whose findings count only right before a noun."""


def make_rules() -> Iterator[Rule]:
    """The rules of this family."""
    words = time_words()
    yield make_rule(
        "vague",
        "vague",
        rf"\b{alternation(words.vague)}\b(?!-\w)(?!\s+(?:few|several|couple|\w+\s+(?:days|weeks|months|years)))",
        lambda m, _: [fixed(m, words.vague[one_line(m.group())])],
        before=24,
        after=36,
    )
    yield make_rule(
        ADJECTIVE,
        "vague",
        rf"\b{alternation(words.vague_adjectives)}\b"
        r"(?!\s+(?:days|weeks|months|years|decades|quarters|year|month|week))",
        lambda m, _: [fixed(m, words.vague_adjectives[m.group().lower()])],
        before=2,
        after=24,
    )
