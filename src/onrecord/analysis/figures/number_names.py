"""Numbers in names and addresses: `Article 5`, `Boeing 737`, `10 Example Street`, `F-16`."""

from __future__ import annotations

import re

from onrecord.analysis.figures.number_drafts import Draft, around, has_noun, is_bare
from onrecord.analysis.parsed_words import ParsedWords
from onrecord.lexicon.number_words import NumberWords, number_words

_GLUE_BEFORE = frozenset("/_@#&=?:.,\\^*~")
_GLUE_AFTER = frozenset("_@&=^~")
_QUOTES = frozenset("'’‘")
_PHONE = re.compile(r"\d+[-.]\d+[-.]\d+|(?<!\d)\d{3}[-.]\d{4}(?![\d,])|\+\d")
_LINE_START = re.compile(r"(?:^|\n)\s*[(\[]?\s*$")
_CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d(?=\s+[A-Z\"'“‘])")
_IDENTIFIER = re.compile(r"\d{9,}|0\d+")
_GROUPS = re.compile(r"(?<![\d,.])\d{2,}(?: \d{2,}){2,}(?![\d,.])")
"""Groups of digits, as telephone numbers are printed."""
_SCALED = re.compile(r"\d[A-Za-z]{1,3}[-–]$")
_WEB = re.compile(r"//|www\.|\.(?:com|org|net|co|ly|gov)\b|@\w", re.IGNORECASE)
_DIALLED = re.compile(r"(?<![\d,.])0\d{2,}(?:\s\d{2,})*\s$")
_SLASHED = re.compile(r"[A-Za-z]{3}\\?/$")
_OPENERS = frozenset({'"', "“", "‘", "'", "(", ":", "—", "-", "•", "--", "–", "``", "[", "|"})
_NAME_TAGS = frozenset({"NNP", "NNPS"})
_PLURALS = frozenset({"NNS", "NNPS"})
_NAMING = frozenset({"nummod", "appos", "npadvmod", "compound", "dep"})
_TITLE_SHARE = 0.6
_LONG = 3
_PARENTHESIS = 120
"""Code points before `2)` in which its opening mark would stand."""
_GROUPED = 20
_STREET_REACH = 6


def is_part_of_name(words: ParsedWords, one: Draft) -> bool:
    """Whether the number is a part of a name, an address, a date or a reference."""
    known = number_words()
    if one.core.digits and around(words, one)[1] in known.frequencies:
        return True
    if one.core.digits and (_is_glued(words, one) or _is_list_number(words, one)):
        return True
    return _is_numbered(words, one, known) or _is_name(words, one, known)


def _is_glued(words: ParsedWords, one: Draft) -> bool:
    """Addresses of pages, clock times, phone numbers, `F-16`, `2.0.1`."""
    text, start, end = words.text, one.core.start, one.core.end
    before = text[start - 1] if start and one.start == start else " "
    after = text[end] if end < len(text) else " "
    if before.isalnum() or (before in _QUOTES and start > 1 and text[start - 2].isalnum()):
        return True
    if before in _GLUE_BEFORE and not (one.unit and _SLASHED.search(text[:start])):
        return True
    if (after.isalnum() and one.unit is None) or after in _GLUE_AFTER:
        return True
    if after == "\\" or _IDENTIFIER.fullmatch(text, start, end):
        return True
    if _is_grouped(text, start, end):
        return True
    if after in ":/." and end + 1 < len(text) and text[end + 1].isdigit():
        return True
    if before in ("-", "–") and start > 1 and text[start - 2].isalpha():
        return _SCALED.search(text[max(0, start - 6) : start]) is None
    if after == "-" and text[end + 1 : end + 2].isupper() and words.words[one.first - 1].isupper():
        return True
    if after == "(" and text[end + 2 : end + 3] == ")":
        return True
    chunk = text[text.rfind(" ", 0, start) + 1 : end + 12].split(maxsplit=1)[0]
    return bool(_WEB.search(chunk)) or (one.sign is None and bool(_PHONE.search(chunk)))


def _is_grouped(text: str, start: int, end: int) -> bool:
    """Whether it stands among groups of digits: `0370 10 20 400`, `01632 960123`."""
    low = max(0, start - _GROUPED)
    if _DIALLED.search(text[low:start]):
        return True
    groups = _GROUPS.finditer(text[low : end + _GROUPED])
    return any(found.start() <= start - low < found.end() for found in groups)


def _is_list_number(words: ParsedWords, one: Draft) -> bool:
    """`2. Readiness`, `(3)` and `1745 Rescuers say` at the start of a line, `2)` anywhere."""
    text, end = words.text, one.core.end
    if _CLOCK.match(text, one.start) and not _counts_printed(words, one):
        return bool(_LINE_START.search(text[max(0, one.start - _PARENTHESIS) : one.start]))
    if text[end : end + 1] not in (".", ")", "]") or one.sign or one.unit:
        return False
    if text[end + 1 : end + 2].strip():
        return False
    before = text[max(0, one.start - _PARENTHESIS) : one.start]
    if text[end] == ")" and before.count("(") <= before.count(")"):
        return True
    return bool(_LINE_START.search(before))


def _is_numbered(words: ParsedWords, one: Draft, known: NumberWords) -> bool:
    """`Article 5`, `Flight 12`, `Group of Seven`."""
    at = one.first - 1
    if at < 0 or one.before or not is_bare(one):
        return False
    before = words.lower[at]
    if words.tags[at] in _PLURALS and before.removesuffix("s") in known.numbered:
        return one.core.digits and not has_noun(words, one)
    if before in known.numbered:
        return not _counts_several(words, one) or words.tags[at] in _NAME_TAGS
    if before == "." and at and words.lower[at - 1] in ("no", "nos"):
        return True
    return (
        before == "of"
        and at > 0
        and words.lower[at - 1] in known.groups_of
        and words.words[at - 1][:1].isupper()
    )


def _is_name(words: ParsedWords, one: Draft, known: NumberWords) -> bool:
    """`Boeing 737`, `10 Example Street`, `Air Force One`, `the Seven Sisters`."""
    if not is_bare(one):
        return False
    text = words.text[one.core.start : one.core.end].lower()
    if text in known.names:
        return not _counts_several(words, one) or around(words, one)[1] in known.emergencies
    at = one.first - 1
    named = at >= 0 and words.tags[at] in _NAME_TAGS and one.before is None
    if one.core.digits:
        return (at >= 0 and one.before is None and _is_named_by(words, one)) or _is_address(
            words, one, known
        )
    if not words.words[one.first][:1].isupper() or _starts_sentence(words, one.first):
        return False
    after = one.last + 1
    if not named and (after == len(words.tags) or words.tags[after] not in _NAME_TAGS):
        return False
    return not _in_title_case(words, one.first)


def _is_named_by(words: ParsedWords, one: Draft) -> bool:
    """Whether digits after a name belong to it: `Boeing 737`, `the Example Europe 600 index`."""
    at, head = one.first - 1, words.heads[one.first]
    if head == at and words.deps[one.first] == "nummod" and words.tags[at] == "NN":
        return True
    if words.tags[at] not in _NAME_TAGS:
        return False
    if head <= at:
        return words.deps[one.first] in _NAMING and not _in_title_case(words, one.first)
    return (
        words.heads[at] in (one.first, head)
        and words.tags[head] not in _PLURALS
        and (words.deps[at] in ("compound", "nmod") and not _in_title_case(words, one.first))
    )


def _counts_several(words: ParsedWords, one: Draft) -> bool:
    return has_noun(words, one) and words.tags[words.heads[one.last]] in _PLURALS


def _counts_printed(words: ParsedWords, one: Draft) -> bool:
    """Whether it counts a noun that may stand within a sentence: `1300 Syrians`, `1300 homes`."""
    if not _counts_several(words, one):
        return False
    head = words.heads[one.last]
    return words.tags[head] == "NNPS" or not words.words[head][:1].isupper()


def _is_address(words: ParsedWords, one: Draft, known: NumberWords) -> bool:
    for at in range(one.last + 1, min(one.last + _STREET_REACH, len(words.words))):
        printed = words.words[at]
        if words.lower[at] in known.streets and printed[:1].isupper() and at > one.last + 1:
            return True
        if not printed[:1].isupper() and printed not in (".", "'s", "’s"):
            return False
    return False


def _starts_sentence(words: ParsedWords, at: int) -> bool:
    opened = at == 0 or words.words[at - 1] in _OPENERS or bool(words.spaces[at - 1])
    return opened or any(first == at for first, _ in words.sentences)


def _in_title_case(words: ParsedWords, at: int) -> bool:
    """Whether most words of the sentence are printed with capitals, as in a headline."""
    first, end = next((s for s in words.sentences if s[0] <= at < s[1]), (0, len(words.words)))
    long = [w for w in words.words[first:end] if len(w) > _LONG and w[0].isalpha()]
    return sum(w[0].isupper() for w in long) > _TITLE_SHARE * len(long)
