"""What two nodes have to do with each other: a pure function of both and what the pile tells."""

from __future__ import annotations

from onrecord.analysis.mention_places import LOCATED, PLACE
from onrecord.lexicon.places import is_place
from onrecord.linking.names.folding import same_spelling
from onrecord.linking.names.name_values import NameLink, Tells, Verdict
from onrecord.linking.names.nodes import NodeName, read_node
from onrecord.linking.names.organisations import (
    Tail,
    compare_organisations,
    is_telling,
    may_be_short,
    tail_of,
)
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
    if "p" in letters and letters <= {"p", "x"}:
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
    if letters == {"o", "l"} and is_place(name):
        return None
    if "p" in letters:
        return _person_or_not(name, *((left, right) if one.letter == "p" else (right, left)))
    return NameLink(Verdict.SAME, f"type-by-vote: {name}", 0.6)


def _person_or_not(name: str, person: Tells, thing: Tells) -> NameLink:
    """A word taken for a surname and for something else: a title tells people apart; else votes."""
    counts = person["articles"][""], thing["articles"][""]
    titled = bool(person.get("gender") or person.get("title"))
    if titled and counts[0] < _CLEARLY_MORE * counts[1]:
        return NameLink(Verdict.DIFFERENT, f"titled-person: {name}")
    located = not titled and any(cue in thing.get("cue", ()) for cue in (PLACE, LOCATED))
    if (located or max(counts) >= _CLEARLY_MORE * min(counts)) and not is_place(name):
        return NameLink(Verdict.SAME, f"type-by-vote: {name}", 0.6)
    return NameLink(Verdict.SHORT, f"two-types: {name}", 0.3)


def _short(short: NodeName, long_: NodeName, of_short: Tells, of_long: Tells) -> NameLink | None:
    """A single word and a longer name."""
    if short.letter != "p" and not is_telling(short.words):
        return None
    if long_.letter in "ox":
        return _part(short, long_, of_short, of_long) if short.letter in "oxl" else None
    return _surname(short, long_, of_long) if long_.letter == "p" else None


def _part(short: NodeName, long_: NodeName, of_short: Tells, of_long: Tells) -> NameLink | None:
    """A single word and the name of an organisation."""
    word, names = short.words[0], f"{short.words[0]}, {' '.join(long_.words)}"
    called = word in of_long.get("alias", ())
    if short.letter == "l" or not may_be_short(word, long_.words):
        return _initials(short, long_, called=called)
    if word in (long_.words[0], long_.words[-1]):
        tail = tail_of(short.words, long_.words)
        often = of_short["articles"][""] > _CLEARLY_MORE * of_long["articles"][""]
        if tail is Tail.PART or (tail is Tail.OPEN and often):
            return None
        if tail is Tail.TRADE and called and long_.words[0] == word:
            return NameLink(Verdict.SAME, f"short-form: {names}", 0.7)
    if called:
        return NameLink(Verdict.SHORT, f"explained: {names}", 0.8)
    return compare_organisations(short.words, long_.words)


def _surname(short: NodeName, long_: NodeName, of_long: Tells) -> NameLink | None:
    """A single word and a person's name."""
    word, names = short.words[0], f"{short.words[0]}, {' '.join(long_.words)}"
    if short.generation and short.generation != long_.generation:
        return None
    if short.gender and _gender(of_long) and short.gender != _gender(of_long):
        return None
    if short.letter in "lo":
        # A surname taken for something else: written as the person's, and no place's name.
        same = word == long_.words[-1] and not is_place(word)
        return NameLink(Verdict.SHORT, f"surname: {names}", 0.5) if same else None
    ends = same_spelling(word, long_.words[-1])
    if short.letter not in "px" or not (ends or word == long_.words[0]):
        return None
    if word in of_long.get("alias", ()):
        return NameLink(Verdict.SHORT, f"surname: {names}", 0.7)
    return NameLink(Verdict.SHORT, f"surname: {names}", 0.5) if ends else None


def _initials(short: NodeName, long_: NodeName, *, called: bool) -> NameLink | None:
    """Of a word that cannot be a part of the name: whether an article says so, or its initials."""
    if called and short.letter != "l" and short.words[0] not in long_.words:
        return NameLink(Verdict.SHORT, f"explained: {short.words[0]}, {' '.join(long_.words)}", 0.8)
    link = compare_organisations(short.words, long_.words)
    return link if link is not None and link.why.startswith("initials") else None


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
    if one.generation != other.generation:
        why = f"generations: {' '.join(one.words)}"
        if _are_two(one, left, right):
            return NameLink(Verdict.DIFFERENT, why)
        # `Edwin Vale`, `Edwin Vale Jr.`: father and son, or one who is called so loosely. Where the
        # formal name has more in it (`Edwin R. Vale Jr.`), it is the house style of a newspaper.
        if one.words == other.words:
            return NameLink(Verdict.UNSURE, why, 0.3)
    if link.why.startswith("beginning"):
        short, long_ = (left, right) if len(one.words) < len(other.words) else (right, left)
        if long_["articles"][""] < _CLEARLY_MORE * short["articles"][""]:
            return None
    genders = {g for g in (_gender(left), _gender(right)) if g}
    if len(genders) == 2 and link.verdict is not Verdict.DIFFERENT:
        return NameLink(
            Verdict.DIFFERENT, f"gender: {' '.join(one.words)}, {' '.join(other.words)}"
        )
    return link


def _organisations(one: NodeName, other: NodeName) -> NameLink | None:
    link = compare_organisations(one.words, other.words)
    if link is None and _other_trade(one.words, other.words):
        return NameLink(
            Verdict.DIFFERENT, f"trades: {' '.join(one.words)}, {' '.join(other.words)}"
        )
    if link is None or "l" not in (one.letter, other.letter):
        return link
    return link if link.verdict is Verdict.SAME and one.letter == other.letter else None


def _are_two(one: NodeName, left: Tells, right: Tells) -> bool:
    """Whether a name with a generation and one without are two: an article prints both, or the
    younger is told to be somebody's son."""
    if left.get("apart") and right.get("apart"):
        return True
    younger = left if one.generation else right
    return any(cue.startswith("kin: ") for cue in younger.get("cue", ()))


def _other_trade(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """`Vale Bank`, `Vale Airlines`: one word in common, and what is left out at will differs."""
    if one[0] != other[0] or min(len(one), len(other)) < 2:
        return False
    tails = [tail_of(words[:1], words) for words in (one, other)]
    return tails == [Tail.TRADE, Tail.TRADE] and one[1][:3] != other[1][:3]


def _gender(tells: Tells) -> str:
    counts = tells.get("gender", {})
    feminine, masculine = counts.get("f", 0), counts.get("m", 0)
    if feminine > _CLEARLY_MORE * masculine:
        return "f"
    return "m" if masculine > _CLEARLY_MORE * feminine else ""
