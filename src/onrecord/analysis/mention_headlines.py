"""Verbs of headlines inside of names: `Oro Rebukes`, where the article has a Kim Oro."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from onrecord.lexicon.document_frequencies import document_frequencies
from onrecord.lexicon.given_names import given_names
from onrecord.lexicon.name_words import name_words
from onrecord.text.stems import stem
from onrecord.values.findings import Mention
from onrecord.values.spans import Span
from onrecord.values.vocabulary import EntityType

_COMMON = 0.002
"""Share of the articles of the fixed table in which a word stands that is no name."""
_ENDINGS = ("s", "ed")


def without_verbs(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, people without a word behind them that is a verb: the name without it stands
    elsewhere in the article, the word looks like a verb and is common in the news.

    Args:
        text: of the article.
        mentions: as found in its paragraphs, in order.
    """
    forms = [mention.span.slice(text) for mention in mentions]
    suspected = [
        n for n, form in enumerate(forms) if form.endswith(_ENDINGS) and _is_suspected(form)
    ]
    if not any(mentions[n].type is EntityType.PERSON for n in suspected):
        return list(mentions)
    people = {form for form, m in zip(forms, mentions, strict=True) if m.type is EntityType.PERSON}
    named = {form for form in people if " " in form and not form.endswith(_ENDINGS)}
    named |= {form.rsplit(maxsplit=1)[-1] for form in named}
    found = list(mentions)
    for n in suspected:
        before, _, verb = forms[n].rpartition(" ")
        if mentions[n].type is EntityType.PERSON and before in named and verb not in people:
            start = mentions[n].span.start
            found[n] = replace(mentions[n], span=Span(start, start + len(before.rstrip())))
    return found


def _is_suspected(form: str) -> bool:
    before, _, last = form.rpartition(" ")
    word = last.casefold()
    if not before or word in _parts_of_names() or word in given_names():
        return False
    table = document_frequencies()
    return table.counts.get(stem(word), 0) > _COMMON * table.articles


@cache
def _parts_of_names() -> frozenset[str]:
    """Words that end names: heads of organisations and places, trades, parts."""
    words = name_words()
    ends = (words.organisation_heads, words.place_heads, words.company_suffixes, words.trades)
    return frozenset().union(*ends, words.parts, words.generations, words.generic)
