"""The names of one article as units: all mentions of the same printed form, taken together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from onrecord.analysis.mention_places import place_votes
from onrecord.lexicon.name_aliases import AliasKind, Known, name_aliases, plain_form
from onrecord.lexicon.name_words import name_words
from onrecord.linking.names.forms import NameForm, parse
from onrecord.text.folding import fold
from onrecord.values.findings import Mention
from onrecord.values.vocabulary import EntityType

LETTERS = {
    EntityType.PERSON: "p",
    EntityType.ORGANISATION: "o",
    EntityType.PLACE: "l",
    EntityType.GROUP: "g",
    EntityType.OTHER: "x",
}
TYPES = {letter: type_ for type_, letter in LETTERS.items()}
GOVERNMENT = "government"
"""Cue of a place that acts: `Washington said`."""

_KINDS = {
    AliasKind.COUNTRY: "l",
    AliasKind.REGION: "l",
    AliasKind.STATE: "l",
    AliasKind.CITY: "l",
    AliasKind.ORGANISATION: "o",
    AliasKind.GROUP: "g",
}
_WITH_PEOPLE = (AliasKind.COUNTRY, AliasKind.REGION)
_SURE = 3
"""Votes that a word counts which tells the type of a name."""

type UnitKey = tuple[str, ...]


@dataclass(slots=True)
class Unit:
    """All mentions of one form in one article."""

    key: UnitKey
    form: NameForm
    mentions: list[Mention] = field(default_factory=list)
    """In order of their places."""
    forms: Counter[str] = field(default_factory=Counter)
    votes: Counter[str] = field(default_factory=Counter)
    genders: Counter[str] = field(default_factory=Counter)
    titles: Counter[str] = field(default_factory=Counter)
    cues: Counter[str] = field(default_factory=Counter)
    suffixed: bool = False
    """Whether it is anywhere printed with the suffix of a company, so that it is a full name."""

    @property
    def first(self) -> int:
        """Where it is first printed."""
        return self.mentions[0].span.start

    @property
    def bare(self) -> bool:
        """Whether it is one word that may be part of a longer name."""
        return self.form.bare and self.form.known is None and not self.suffixed

    @property
    def letter(self) -> str:
        """Its type by vote; what settles it counts most."""
        return letter_of(self.votes)

    @property
    def gender(self) -> str:
        """The one gender told of it."""
        found = [gender for gender in self.genders if gender]
        return found[0] if len(found) == 1 else ""


def letter_of(votes: Counter[str]) -> str:
    """The type with the most votes; ties by the order person, organisation, place."""
    order = "polgx"
    return min(votes, key=lambda letter: (-votes[letter], order.index(letter))) if votes else "x"


def units_of(text: str, mentions: Sequence[Mention]) -> list[Unit]:
    """The units of an article, by where they are first printed.

    Args:
        text: of the article.
        mentions: what the analysis found in it, in order.
    """
    found: dict[UnitKey, Unit] = {}
    for mention in mentions:
        title = mention.title.slice(text) if mention.title else ""
        form = parse(mention.span.slice(text), mention.type, title)
        if form is None or not form.words:
            continue
        if form.short and _is_shouted(text, mention):
            form = replace(form, short=False)
        state = _state(text, mention, form)
        if state is not None:
            form = replace(form, known=state)
        gender = mention.gender or form.gender
        key = _key(form, mention, gender)
        unit = found.get(key)
        if unit is None:
            unit = found[key] = Unit(key, form)
        unit.mentions.append(mention)
        unit.suffixed |= form.suffixed
        unit.forms[form.printed] += 1
        _vote(unit, form, mention)
        unit.genders[gender] += 1
        unit.titles.update(form.title)
        unit.cues.update(mention.cues)
    return sorted(found.values(), key=lambda unit: (unit.first, unit.key))


def _state(text: str, mention: Mention, form: NameForm) -> Known | None:
    """A shortened state behind a place: `Paris, Tex.`"""
    if form.known is not None or text[max(0, mention.span.start - 2) : mention.span.start] != ", ":
        return None
    return name_aliases().shortened.get(plain_form(form.printed).casefold())


def _is_shouted(text: str, mention: Mention) -> bool:
    """Whether the words around it are in capitals too."""
    start = max(text.rfind("\n", 0, mention.span.start) + 1, mention.span.start - 60)
    around = (
        text[start : mention.span.start]
        + text[mention.span.end : mention.span.end + 60].split("\n", maxsplit=1)[0]
    )
    letters = sum(map(str.isalpha, around))
    return letters > 5 and sum(map(str.isupper, filter(str.isalpha, around))) > 0.7 * letters


def _key(form: NameForm, mention: Mention, gender: str) -> UnitKey:
    known = form.known
    if (
        GOVERNMENT in mention.cues
        and plain_form(form.printed).casefold() in name_aliases().capitals
    ):
        return ("@", *form.words)
    if known is not None:
        how = "people" if known.how == "people" and known.kind in _WITH_PEOPLE else ""
        return (
            "=",
            fold(known.name),
            how,
            known.kind.value if known.kind is AliasKind.CITY else "",
        )
    marks = f"{form.generation}/{form.regnal}"
    return (*form.words, marks, gender if form.bare and not form.short else "")


def _vote(unit: Unit, form: NameForm, mention: Mention) -> None:
    unit.votes[LETTERS[mention.type]] += 1
    words = name_words()
    last = form.words[-1]
    if unit.key[0] == "@":
        unit.votes["o"] += _SURE
    elif form.known is not None:
        people = form.known.how == "people"
        unit.votes["g" if people else _KINDS[form.known.kind]] += 100
    elif form.gender or any(t in words.ranks or t in words.offices for t in form.title):
        unit.votes["p"] += _SURE
    elif place := place_votes(mention, form.printed.split()):
        unit.votes["l"] += place
    elif form.short:
        unit.votes["o"] += 2
    elif len(form.words) > 1 and last in words.organisation_heads:
        unit.votes["o"] += _SURE
    elif len(form.words) > 1 and last in words.place_heads:
        unit.votes["l"] += _SURE
