"""Holders of public offices as an article names them: title, name, and whether they are in office.

`found_titles` goes through the last words of all titles, looks back for the longest title and on
for the longest name that the list of office holders knows.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from onrecord.lexicon.dating_words import dating_words
from onrecord.lexicon.office_holders import Term, longest_form, terms
from onrecord.lexicon.places import is_place
from onrecord.linking.dates.own_text import OwnText
from onrecord.linking.dates.own_told import Told, how_told
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Role

_WORD = re.compile(r"\S+")
_BETWEEN = re.compile(r"(,?)(?:[^\S\n]|\n(?!\s*\n))+(?:the\s+)?(?=[^\W\d_])")
_NAME_BEFORE = re.compile(
    r"((?:[^\W\d_][\w.'’-]*[^\S\n]+){1,4}[^\W\d_][\w'’-]*),[^\S\n]+"
    r"((?:(?:the|an?|his|its|their)[^\S\n]+)?(?:[\w.’'-]+[^\S\n]+){0,2})$"
)
_POSSESSIVE = re.compile(r"['’]s?$")
_END = ',;:)]"”!?'
_BREAKS = ',;:)—–"”’'
_PARTS = re.compile(r"[-‑“\"(]")
_LONGEST_ABBREVIATION = 5
_NO_PROSE = frozenset({Role.RESIDUE, Role.TAGS, Role.BYLINE, Role.CREDIT, Role.TIMESTAMP})
_FEW_WORDS_BACK = 4
"""Words before a title that are looked at for what belongs to it: `former`, `vice`."""
_LONGEST_NAME = 60
"""Code points that are looked at for a name."""
_DAYS_AND_MONTHS = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August"
    r"|Sept|October|Oct|November|Nov|December|Dec"
)


@dataclass(frozen=True, slots=True)
class TitledName:
    """A title with a name, and the terms of office that it may mean."""

    span: Span
    terms: tuple[Term, ...]
    left: bool
    """Under `former`: the office has been left."""
    told: Told
    """How it is told of the holder; of one who left `BEHIND`."""


def found_titles(text: OwnText) -> Iterator[TitledName]:
    """Every title with a name of one who held that office; without those to come, or vice."""
    lower = text.lower
    for last, titles in _titles_by_last_word().items():
        at = lower.find(last) if text.may_hold(last) else -1
        while at >= 0:
            end = at + len(last)
            found = _titled(text, lower, end, titles) or _apposed(text, lower, end, titles)
            if found is not None:
                yield found
            at = lower.find(last, at + len(last))


@cache
def _titles_by_last_word() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for title in terms():
        found.setdefault(title.split()[-1], set()).add(title)
    return {last: frozenset(titles) for last, titles in found.items()}


def _titled(text: OwnText, lower: str, end: int, titles: frozenset[str]) -> TitledName | None:
    between = _BETWEEN.match(text.text, end)
    if between is None:
        return None
    name = _name_words(text.text, between.end())
    if name is None:
        return None
    title = _longest_title(lower, end, titles)
    if title is None:
        return None
    found = _held(title, name, comma=bool(between[1]))
    if found is None or text.role(end - 1) in _NO_PROSE:
        return None
    of, name_end = found
    span = Span(end - len(title), name_end)
    before, after = text.around(span)
    if _is_aspired_to(text.text[span.start : end], before) or _is_of_a_state(of, before):
        return None
    around = _words_back(before)
    if not around & dating_words().not_in_office:
        return TitledName(span, of, left=False, told=how_told(text, span, before, after))
    if around & dating_words().left_office and not _belongs(after):
        return TitledName(span, of, left=True, told=Told.BEHIND)
    return None


def _apposed(text: OwnText, lower: str, end: int, titles: frozenset[str]) -> TitledName | None:
    """A title after the whole name: `Ada Roe, the foreign minister, said`."""
    comma = lower.rfind(", ", max(0, end - _LONGEST_NAME), end)
    if comma < 1 or lower[end : end + 1].isalnum() or not _ends_name(text.text, comma):
        return None
    title = _longest_title(lower, end, titles)
    if title is None or text.role(end - 1) in _NO_PROSE:
        return None
    start = end - len(title)
    match = _NAME_BEFORE.search(text.text, max(0, start - _LONGEST_NAME - 30), start)
    if match is None:
        return None
    words = _plain(match[1]).split()
    between = frozenset(re.split(r"[\s-]+", match[2].lower()))
    for count in range(min(longest_form(), len(words)), 1, -1):
        of = terms()[title].get(" ".join(words[-count:]))
        if of is not None:
            first = list(_WORD.finditer(text.text, match.start(1), match.end(1)))[-count]
            return _in_apposition(text, Span(first.start(), end), of, between)
    return None


def _ends_name(text: str, end: int) -> bool:
    """Whether the word that ends there may be a name: it begins with a capital."""
    word = text[max(0, end - 20) : end].rpartition(" ")[2]
    return word[:1].isupper()


def _in_apposition(
    text: OwnText, span: Span, of: tuple[Term, ...], between: frozenset[str]
) -> TitledName | None:
    before, after = text.around(span)
    if between & dating_words().left_office:
        return TitledName(span, of, left=True, told=Told.BEHIND)
    around = between | _words_back(before)
    if around & dating_words().not_in_office or between & dating_words().aspired_to:
        return None
    return TitledName(span, of, left=False, told=how_told(text, span, before, after.lstrip(",")))


def _is_aspired_to(title: str, before: str) -> bool:
    """Whether it is a word, not a title: `ran for president`."""
    words = before.rsplit(maxsplit=1)
    return title.islower() and bool(words) and words[-1].lower() in dating_words().aspired_to


def _is_of_a_state(of: Sequence[Term], before: str) -> bool:
    """Whether an office of a state is meant: `Ohio Attorney General`."""
    words = before.rsplit(maxsplit=1)
    if not words or not words[-1][:1].isupper() or "United States" not in of[0].office:
        return False
    return words[-1] not in ("US", "U.S.", "Washington") and is_place(words[-1])


def _name_words(text: str, start: int) -> tuple[list[str], list[int]] | None:
    """The words of a possible name, accents off, with the end of each; the first is a name's."""
    words: list[str] = []
    ends: list[int] = []
    for match in _WORD.finditer(text, start, start + _LONGEST_NAME):
        words.append(_plain(match[0]))
        ends.append(match.end())
        if not _begins_name(words[0]):
            return None
        if len(words) > longest_form():
            break
    return (words, ends) if words else None


def _begins_name(word: str) -> bool:
    return word.rstrip(_END + ".") in _known_first() or _POSSESSIVE.sub("", word) in _known_first()


@cache
def _known_first() -> frozenset[str]:
    first = {form.split()[0] for names in terms().values() for form in names}
    return frozenset(first | {word.rstrip(".") for word in first})


def _plain(word: str) -> str:
    if word.isascii():
        return word
    split = unicodedata.normalize("NFD", word.replace("’", "'"))
    return "".join(c for c in split if not unicodedata.combining(c))


def _longest_title(lower: str, end: int, titles: frozenset[str]) -> str | None:
    """The longest title that ends there and stands as words of its own."""
    best = ""
    for title in titles:
        start = end - len(title)
        if start >= 0 and lower.startswith(title, start) and _stands_alone(lower, start):
            best = max(best, title, key=len)
    return best or None


def _stands_alone(lower: str, start: int) -> bool:
    """Whether no word runs into it but `ex-`: `vice-president` is another office."""
    before = lower[start - 1 : start]
    if before in ("-", "‑"):
        return (
            lower[max(0, start - 10) : start - 1].rpartition(" ")[2] in dating_words().left_office
        )
    return not before.isalnum()


def _held(
    title: str, name: tuple[list[str], list[int]], *, comma: bool
) -> tuple[tuple[Term, ...], int] | None:
    """The terms for the longest form of a name after the title, and where it ends."""
    known = terms()[title]
    words, ends = name
    for count in range(min(longest_form(), len(words)), 0, -1):
        printed = " ".join(words[:count])
        cut = printed.rstrip(_END)
        for form in (printed, cut, cut.rstrip("."), _POSSESSIVE.sub("", cut)):
            if form in known:
                alone = count == 1 and form == words[0]
                if count == 1 and (comma or (alone and _goes_on(words))):
                    return None  # `as president, Roe said`; `President Roe Marsh`
                return known[form], ends[count - 1] - (len(printed) - len(form))
    return None


def _goes_on(words: list[str]) -> bool:
    """Whether a capital after a surname alone makes it somebody else's first name."""
    after = words[1] if len(words) > 1 else ""
    return after[:1].isupper() and not _DAYS_AND_MONTHS.match(after)


def _belongs(after: str) -> bool:
    """Whether the name only says whose something is: `former President X adviser`."""
    word = after.split(maxsplit=1)[0] if after.strip() else ""
    return after[:1] in "'’" or word.strip(_END).lower() in dating_words().belonging


def _words_back(before: str) -> frozenset[str]:
    """The few words before a title, back to the next comma."""
    found: set[str] = set()
    for printed in reversed(before.split()[-_FEW_WORDS_BACK:]):
        word = printed.rstrip(_BREAKS).lower()
        parts = {word, *_PARTS.split(word)}
        found |= parts
        if printed[-1] in _BREAKS or (
            printed[0].islower() and not parts & dating_words().not_in_office
        ):
            break
        if printed[-1] == "." and "." not in printed[:-1] and len(word) > _LONGEST_ABBREVIATION:
            break
    return frozenset(found)
