"""What two tellings of other days must share to tell one event: the deed, who takes part, words.

Most deeds are done again and again: that two of them were on other days is no difference. Compared
are deeds that those who take part do once (`was born`, `pleaded guilty`), the beginning and the end
of a course of events that a noun tells (`the talks began`, `negotiations started`), and others only
where nearly all words agree.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from onrecord.lexicon.difference_words import difference_words
from onrecord.lexicon.event_words import event_words
from onrecord.lexicon.nationalities import country_of
from onrecord.lexicon.places import is_place
from onrecord.record.timeline.content import start_of, stems_of
from onrecord.record.timeline.telling import Telling
from onrecord.text.folding import fold, fold_words
from onrecord.text.stems import stem

_OFFICE = frozenset({"offic", "post"})
_KEY_WORDS = 8
"""Heaviest words of a sentence under which a deed that is done once is looked for."""
_GUILTY = "guilti"
_WORD = re.compile(r"[^\W_]+")
_NAME = re.compile(r"(?<![\w.])[A-Z][\w’'-]*\w")
_LITTLE = frozenset({"mr", "mrs", "ms", "dr", "gen", "maj", "sen", "rep", "presid", "minist"})
"""Stems of titles, which name nobody."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What a telling tells, as it is compared."""

    telling: Telling
    name: str
    """Name of the deed, else the stem of the action."""
    words: frozenset[str]
    """Stems of the clause, the action left out."""
    sentence: frozenset[str]
    """Stems of the content words of the sentence."""
    names: frozenset[str]
    """Words of the names of those who take part, and of places, folded and stemmed."""
    course: str
    """The course of events that begins or ends; empty of none."""

    @property
    def is_once(self) -> bool:
        """Whether it is done once by those who take part."""
        return self.name in difference_words().once

    @property
    def is_of_many(self) -> bool:
        """Whether it befell many, which may be on several days."""
        return bool(self.words & _many())

    @property
    def is_of_course(self) -> bool:
        """Whether it is the beginning or end of a course of events."""
        return self.name in difference_words().course

    @property
    def is_repeated(self) -> bool:
        """Whether it is done again and again, or says nothing."""
        return self.telling.event.action in _repeated()


@cache
def _deeds() -> dict[str, str]:
    return {_stems(word): name for word, name in difference_words().deeds.items()}


@cache
def _many() -> frozenset[str]:
    return frozenset(stem(word) for word in difference_words().many)


@cache
def _courses() -> dict[str, str]:
    return {stem(word): name for word, name in difference_words().courses.items()}


@cache
def _repeated() -> frozenset[str]:
    words = event_words()
    every = difference_words().repeated | words.speech | words.states | words.light_verbs
    return frozenset(_stems(word) for word in every)


def _stems(phrase: str) -> str:
    return " ".join(stem(word) for word in phrase.split())


def deed_of(telling: Telling) -> Deed:
    """What a telling tells."""
    event = telling.event
    words = stems_of(event) - {event.action, *event.action.split()}
    sentence = frozenset(stem(word) for word in fold_words(telling.sentence))
    taking = {stem(w) for name in (*event.participants, *event.places) for w in fold_words(name)}
    return Deed(
        telling=telling,
        name=_name(telling),
        words=frozenset(words),
        sentence=sentence,
        names=frozenset(one for one in taking & _capitalised(telling.sentence) if _is_name(one)),
        course=_course(telling),
    )


def _name(telling: Telling) -> str:
    action, words = telling.event.action, set(telling.event.words)
    if action in ("take", "assum") and words & _OFFICE:
        return "take office"
    if action == "plead" and _GUILTY not in words:
        return action
    return _deeds().get(action, action)


def _course(telling: Telling) -> str:
    taking = {stem(w) for name in telling.event.participants for w in fold_words(name)}
    return next((_courses()[one] for one in sorted(taking) if one in _courses()), "")


@cache
def _is_name(word: str) -> bool:
    """Whether a word may name who takes part: no title, no place, no nationality."""
    return not (word in _LITTLE or is_place(word) or country_of(word))


def _capitalised(sentence: str) -> frozenset[str]:
    """Stems of the words that stand with a capital within a sentence, the first one too."""
    return frozenset(stem(word) for name in _NAME.findall(sentence) for word in fold_words(name))


def is_one_of_several(telling: Telling) -> bool:
    """Whether the words before what begins or happens tell one of several: `a second round`."""
    event, offset = telling.event, telling.event.sentence.start
    clause = telling.sentence[event.clause.start - offset : event.clause.end - offset]
    words = [fold(word) for word in _WORD.findall(clause)]
    several = difference_words().one_of_several
    courses = _courses()
    return any(
        one in several and any(stem(later) in courses for later in words[n + 1 : n + 4])
        for n, one in enumerate(words)
    )


def keys_of(deed: Deed, weight: Callable[[str], float]) -> Iterator[str]:
    """Under what a deed is looked for; nothing where it cannot be compared."""
    if deed.is_repeated and not deed.is_once:
        return
    if deed.is_of_course:
        if deed.course:
            yield f"{deed.name} {deed.course}"
        return
    words = deed.names | deed.words
    if deed.is_once:
        heavy = sorted(deed.sentence, key=lambda word: (-weight(word), word))[:_KEY_WORDS]
        words = words | frozenset(heavy)
    for word in sorted({start_of(word) for word in words}):
        yield f"{deed.name} {word}"
