"""Names of stories: printed names and words that tell one story from the others of the pile."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

from onrecord.lexicon.words import stop_words
from onrecord.linking.dates.rarity import rarity
from onrecord.linking.same_event.event_text import name_rarity
from onrecord.record.stories.event_groups import Reports
from onrecord.text.folding import fold
from onrecord.text.stems import stem

_PARTS = 3
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_LEAST_LETTERS = 3
_LONGEST_NAME = 4
"""Words; what is longer is most often no name."""
_NAMES_COUNT = 1.3
"""How much more a name counts than a word."""
_HEADLINE = 2.0
"""How much more a name counts that stands in headlines."""


def story_names(
    reports: Reports, stories: Sequence[Sequence[int]], headlines: Sequence[str | None]
) -> list[str]:
    """The name of each story, two or three parts joined by " · "; never empty where anything is
    printed.

    Args:
        reports: the articles.
        stories: places of the articles of each.
        headlines: of each article its headline.
    """
    counts = [_printed(reports, story, headlines) for story in stories]
    holders = Counter(key for found in counts for key in found)
    return [
        _name(found, holders, len(stories), {reports.copies[place] for place in story})
        or _first_headline(story, headlines)
        for found, story in zip(counts, stories, strict=True)
    ]


type _Found = Mapping[str, tuple[float, Counter[str]]]
"""Key of a name or word -> how much it tells in the story, and its printed forms."""


def _printed(
    reports: Reports, story: Sequence[int], headlines: Sequence[str | None]
) -> dict[str, tuple[float, Counter[str]]]:
    names: dict[str, tuple[float, Counter[str]]] = {}
    seen: set[str] = set()
    for place in story:
        if reports.copies[place] in seen:
            continue
        seen.add(reports.copies[place])
        headline = headlines[place] or ""
        folded = f" {' '.join(_WORD.findall(fold(headline)))} "
        held = set()
        for key, name in reports.texts[place].names.items():
            if not name.printed[0].isalnum() or len(name.printed.split()) > _LONGEST_NAME:
                continue
            inside = any(f" {form} " in folded for form in {key, fold(name.printed)})
            held |= set(fold(name.printed).split())
            before, forms = names.get(key, (0.0, Counter()))
            forms[name.printed] += 1
            told = name_rarity(key) ** 0.5 * _NAMES_COUNT * (_HEADLINE if inside else 1.0)
            names[key] = before + told, forms
        for word in _WORD.findall(headline):
            plain = fold(word)
            if len(plain) < _LEAST_LETTERS or plain in stop_words() or plain in held:
                continue
            key = f"word {stem(plain)}"
            before, forms = names.get(key, (0.0, Counter()))
            forms[word.lower() if word[1:].islower() else word] += 1
            names[key] = before + rarity(stem(plain)) ** 0.5, forms
    return names


def _name(found: _Found, holders: Mapping[str, int], stories: int, reports: set[str]) -> str:
    """What stands in many reports of the story and in few other stories, first."""

    def told(key: str) -> float:
        weight = found[key][0] / len(reports)
        return weight * log(1 + stories / holders[key]) if stories > 1 else weight

    chosen: list[str] = []
    for key in sorted(found, key=lambda one: (-told(one), one)):
        forms = found[key][1]
        printed = min(forms, key=lambda form: (-forms[form], -len(form), form))
        words = set(fold(printed).split())
        if not any(words & set(fold(other).split()) for other in chosen):
            chosen.append(printed)
        if len(chosen) == _PARTS:
            break
    return " · ".join(chosen)


def _first_headline(story: Sequence[int], headlines: Sequence[str | None]) -> str:
    return next((line for place in story if (line := headlines[place])), "")
