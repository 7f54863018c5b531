"""What two nodes have to do with each other: a pure function of both and what the pile tells."""

from __future__ import annotations

from onrecord.lexicon.places import is_place
from onrecord.linking.names.name_values import NameLink, Tells, Verdict
from onrecord.linking.names.nodes import NodeName, read_node
from onrecord.linking.names.folding import same_spelling
from onrecord.linking.names.organisations import compare_organisations, is_telling
from onrecord.linking.names.persons import compare_persons

_CLEARLY_MORE = 3
"""How many times as often a name must be taken for one type as for another, across articles."""


def judge(left: str, right: str, of_left: Tells, of_right: Tells) -> NameLink | None:
    """What was found of two nodes; None: nothing that joins or parts them.

    Args:
        left: a node.
        right: another.
        of_left: what the pile tells of it.
        of_right: what the pile tells of the other.
    """
    one, other = read_node(left), read_node(right)
    if one.words == other.words and one.generation == other.generation:
        return _same_words(one, other, of_left, of_right)
    if one.bare != other.bare and not (one.known or other.known):
        short, long_ = (one, other) if one.bare else (other, one)
        tells = (of_left, of_right) if one.bare else (of_right, of_left)
        return _short(short, long_, *tells)
    if one.known or other.known:
        return _known(one, other, of_left, of_right)
    letters = {one.letter, other.letter}
    if letters <= {"p", "x"}:
        return _people(one, other, of_left, of_right)
    if "p" in letters and "g" not in letters:
        # A rare name is taken for a place or an organisation now and then.
        link = _people(one, other, of_left, of_right)
        return link if link and link.verdict is Verdict.SAME else None
    if "p" not in (one.letter, other.letter) and "g" not in (one.letter, other.letter):
        return _organisations(one, other)
    return None


def _same_words(one: NodeName, other: NodeName, left: Tells, right: Tells) -> NameLink | None:
    """The same form, taken for two types, or with two genders told."""
    name = " ".join(one.words)
    if one.known != other.known or one.government or other.government:
        return None
    if one.letter == other.letter == "p":
        if one.gender and other.gender:
            return NameLink(Verdict.DIFFERENT, f"gender: {name}")
        return NameLink(Verdict.SHORT, f"same-surname: {name}", 0.5) if one.bare else None
    if one.known:
        return NameLink(Verdict.SAME, f"known: {name}")
    if "x" in (one.letter, other.letter) or len(one.words) > 1:
        return NameLink(Verdict.SAME, f"same-form: {name}", 0.9)
    letters = {one.letter, other.letter}
    if letters == {"p", "l"} and is_place(name):
        return NameLink(Verdict.DIFFERENT, f"place-and-person: {name}")
    if letters == {"o", "l"} and is_place(name):
        return None
    if "p" in letters:
        return _person_or_not(name, *((left, right) if one.letter == "p" else (right, left)))
    return NameLink(Verdict.SAME, f"type-by-vote: {name}", 0.6)


def _person_or_not(name: str, person: Tells, thing: Tells) -> NameLink:
    """A word taken for a surname and for something else: a title tells people apart; else votes."""
    if person.get("gender") or person.get("title"):
        return NameLink(Verdict.DIFFERENT, f"titled-person: {name}")
    for_person = person["articles"][""]
    for_thing = thing["articles"][""]
    if max(for_person, for_thing) >= _CLEARLY_MORE * min(for_person, for_thing):
        return NameLink(Verdict.SAME, f"type-by-vote: {name}", 0.6)
    return NameLink(Verdict.UNSURE, f"two-types: {name}", 0.3)


def _short(short: NodeName, long_: NodeName, of_short: Tells, of_long: Tells) -> NameLink | None:
    """A single word and a longer name."""
    word, full = short.words[0], " ".join(long_.words)
    if short.gender and _gender(of_long) and short.gender != _gender(of_long):
        return None
    if word in of_long.get("alias", ()) and short.letter in ("ox" if long_.letter in "ox" else "px"):
        if long_.letter in "ox":
            return NameLink(Verdict.SHORT, f"explained: {word}, {full}", 0.8)
        return NameLink(Verdict.SHORT, f"surname: {word}, {full}", 0.7)
    if long_.letter in "px" and short.letter in "pxol" and same_spelling(word, long_.words[-1]):
        if short.letter in "lo" and is_place(word):
            return None
        return NameLink(Verdict.SHORT, f"surname: {word}, {full}", 0.5)
    if long_.letter in "ox" and short.letter in "ox":
        return compare_organisations(short.words, long_.words)
    return None


def _known(one: NodeName, other: NodeName, left: Tells, right: Tells) -> NameLink | None:
    """A name of the data file and one that an article says to be the same."""
    if one.known and other.known:
        return None
    known, free = (one, other) if one.known else (other, one)
    if known.letter == "o" and free.letter in "ox" and len(free.words) > 1:
        link = compare_organisations(free.words, known.words)
        return link if link and link.verdict is Verdict.SHORT else None
    tells = left if one.known else right
    if " ".join(free.words) in tells.get("alias", ()) and free.letter in "ox" + known.letter:
        return NameLink(Verdict.SHORT, f"explained: {' '.join(free.words)}", 0.8)
    return None


def _people(one: NodeName, other: NodeName, left: Tells, right: Tells) -> NameLink | None:
    if min(len(one.words), len(other.words)) < 2 or one.regnal or other.regnal:
        return None
    link = compare_persons(one.words, other.words, (one.generation, other.generation))
    if link is None:
        return None
    genders = {g for g in (_gender(left), _gender(right)) if g}
    if len(genders) == 2 and link.verdict is not Verdict.DIFFERENT:
        return NameLink(Verdict.DIFFERENT, f"gender: {' '.join(one.words)}, {' '.join(other.words)}")
    return link


def _organisations(one: NodeName, other: NodeName) -> NameLink | None:
    link = compare_organisations(one.words, other.words)
    if link is None or "l" not in (one.letter, other.letter):
        return link
    return link if link.verdict is Verdict.SAME and one.letter == other.letter else None


def _gender(tells: Tells) -> str:
    counts = tells.get("gender", {})
    feminine, masculine = counts.get("f", 0), counts.get("m", 0)
    if feminine > _CLEARLY_MORE * masculine:
        return "f"
    return "m" if masculine > _CLEARLY_MORE * feminine else ""


def tells_something(words: tuple[str, ...]) -> bool:
    """Whether a short form names something certain."""
    return is_telling(words)
