"""Copies and texts that are none, made by editing operations with a fixed seed, for `copies.py`.

A text is a list of paragraphs. Each operation takes a source and a donor, an article on the same
event or topic that shares no run of eight words with the source outside quotation marks.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

from copies_words import AMERICAN, BRITISH, LEAD_INS, NUMBERS, PRESENT, SYNONYMS, TITLES

type Paragraphs = Sequence[str]

_QUOTATION = re.compile(
    r"(?:“|(?<![^\s(])\"(?=\S))([^“”\"\n]{60,500}?)[,.?!]?(?:”|(?<=[,.?!])\"(?!\w))"
)
_WORD = re.compile(r"[A-Za-z]+")
_TITLED = re.compile(rf"\b(?:{TITLES}) (?=[A-Z][a-z])")
_DAY = re.compile(r"\bon (Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b")
_SUBORDINATE = re.compile(
    r"^(After|While|When|As|Although|Because|If|Before|Despite|Since|In|At|During) "
    r"([^,.;“”\"]{12,140}), ([^.“”\"]{20,})\.$"
)
_TELLING = re.compile(
    r"^([^“”\"]{30,}), ((?:[A-Z][\w.’'-]*|he|she|they|the|officials?)(?: [\w.’'-]+){0,5} said)\.$"
)
_SENTENCE = re.compile(r"(?<=[a-z0-9][.?!])\s+(?=[A-Z])")


def cut_from_the_end(source: Paragraphs, _: Paragraphs, rng: random.Random) -> list[str]:
    """The top of the source, a third to three quarters of it."""
    return list(source[: max(3, round(len(source) * rng.uniform(0.34, 0.75)))])


def drop_and_merge(source: Paragraphs, _: Paragraphs, rng: random.Random) -> list[str]:
    """Some 30 % of the paragraphs left out, others joined."""
    kept = [one for n, one in enumerate(source) if n == 0 or rng.random() > 0.3]
    found: list[str] = []
    for one in kept:
        if found and rng.random() < 0.4:
            found[-1] += " " + one
        else:
            found.append(one)
    return found


def new_lead(source: Paragraphs, donor: Paragraphs, rng: random.Random) -> list[str]:
    """Another top: one to three paragraphs of the donor in the place of as many."""
    count = rng.randint(1, 3)
    return [*donor[:count], *source[count:]]


def outlet_style(source: Paragraphs, _: Paragraphs, rng: random.Random) -> list[str]:
    """Spelling, titles, words of telling, numbers, days and marks of another house style."""
    spelling = {**BRITISH, **AMERICAN} if rng.random() < 0.5 else {**AMERICAN, **BRITISH}
    day = f"{rng.randint(1, 28)} {rng.choice(('March', 'June', 'October'))}"
    words = {**spelling, **PRESENT, **NUMBERS}
    return [_styled(one, words, day) for one in source]


def interleave(source: Paragraphs, donor: Paragraphs, rng: random.Random) -> list[str]:
    """About half of the source, among as many paragraphs of the donor, one to three at a time."""
    kept = list(source[: max(4, round(len(source) * rng.uniform(0.5, 0.8)))])
    own = list(donor[: len(kept)])
    found: list[str] = []
    turn = rng.random() < 0.5
    while kept or own:
        row = own if turn else kept
        count = rng.randint(2, 4) if row is kept else rng.randint(1, 3)
        found += row[:count]
        del row[:count]
        turn = not turn
    return found


def light_rewording(source: Paragraphs, _: Paragraphs, rng: random.Random) -> list[str]:
    """Synonyms, and the order of clauses."""
    return [_reworded(one, rng) for one in source]


def desk_edit(source: Paragraphs, donor: Paragraphs, rng: random.Random) -> list[str]:
    """All of it, as a desk does: trimmed, another lead, house style and light rewording."""
    text = cut_from_the_end(source, donor, rng)
    text = [text[0], *drop_and_merge(text[1:], donor, rng)] if len(text) > 4 else text
    text = outlet_style(light_rewording(text, donor, rng), donor, rng)
    return [donor[0], *text[1:]] if len(text) > 3 else text


def quotations_in_common(source: Paragraphs, donor: Paragraphs, rng: random.Random) -> list[str]:
    """No copy: the donor with the source's quotations in words of its own."""
    quotations = _QUOTATION.findall("\n".join(source))[:6]
    found = list(donor)
    for words in quotations:
        line = rng.choice(LEAD_INS).format(f"“{words}.”")
        found.insert(rng.randint(1, len(found)), line)
    return found


def background_in_common(source: Paragraphs, donor: Paragraphs, rng: random.Random) -> list[str]:
    """No copy: the donor, with two to four paragraphs of background from far down in the source,
    at most a fifth of either text."""
    words = min(_count(source), _count(donor))
    low = [one for one in source[len(source) // 2 :] if not _QUOTATION.search(one)]
    taken: list[str] = []
    for one in low[: rng.randint(2, 4)]:
        if _count([*taken, one]) <= words / 5:
            taken.append(one)
    at = rng.randint(len(donor) // 2, len(donor))
    return [*donor[:at], *taken, *donor[at:]]


def same_event(_: Paragraphs, donor: Paragraphs, __: random.Random) -> list[str]:
    """No copy: another outlet's report as it is."""
    return list(donor)


type Operation = Callable[[Paragraphs, Paragraphs, random.Random], list[str]]
COPIES: dict[str, Operation] = {
    "cut from the end": cut_from_the_end,
    "drop and merge": drop_and_merge,
    "new lead": new_lead,
    "outlet style": outlet_style,
    "interleave": interleave,
    "light rewording": light_rewording,
    "desk edit": desk_edit,
}
NO_COPIES: dict[str, Operation] = {
    "quotations": quotations_in_common,
    "background": background_in_common,
    "same event": same_event,
}


def has_quotations(text: Paragraphs) -> bool:
    """Whether `quotations_in_common` finds two or more."""
    return len(_QUOTATION.findall("\n".join(text))) >= 2


def _count(text: Paragraphs) -> int:
    return sum(len(one.split()) for one in text)


def _styled(text: str, words: dict[str, str], day: str) -> str:
    text = _TITLED.sub(lambda m: "Mr " if m[0].startswith(("President", "Sen", "Mr")) else "", text)
    text = _DAY.sub(f"on {day}", text)
    text = re.sub(r"\$(\d[\d.,]*) (million|billion)", lambda m: f"${m[1]}{m[2][0]}n", text)
    text = re.sub(r"(\d)%", r"\1 per cent", text)
    text = _WORD.sub(lambda m: words.get(m[0], m[0]), text)
    return text.replace("“", "‘").replace("”", "’")


def _reworded(text: str, rng: random.Random) -> str:
    return " ".join(_reordered(one, rng) for one in _SENTENCE.split(text))


def _reordered(sentence: str, rng: random.Random) -> str:
    def other(match: re.Match[str]) -> str:
        word = match[0]
        return SYNONYMS[word] if word in SYNONYMS and rng.random() < 0.8 else word

    clause = _SUBORDINATE.match(sentence)
    if clause:
        sentence = f"{clause[3][:1].upper()}{clause[3][1:]} {clause[1].lower()} {clause[2]}."
    else:
        telling = _TELLING.match(sentence)
        if telling:
            sentence = f"{telling[2][:1].upper()}{telling[2][1:]} that {telling[1]}."
    return _WORD.sub(other, sentence)
