"""Numbers as they are spelled: digits with magnitudes, words, fractions, multiples, `dozens`.

Places are code points of the text that is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from onrecord.lexicon.number_words import NumberWords, number_words

_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+"
_MARKS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_GAP = r"(?:\s+|\s?-\s?)"
_AFTER = re.compile(r"[\s-]+([A-Za-z]+)")
_SPACED = re.compile(r"\s([mbk])(?!\w)", re.IGNORECASE)
_COARSE = 5.0
"""How finely a fraction in words is meant, in percent."""


@dataclass(slots=True, kw_only=True)
class Core:
    """The words of one number, without sign, unit and bound."""

    start: int
    end: int
    value: float | None
    step: float | None = None
    form: str = "cardinal"
    scale: float = 1.0
    """The magnitude printed after the number: 1e6 of `1.2 million`."""
    digits: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Patterns:
    digits: re.Pattern[str]
    spelled: re.Pattern[str]
    halves: re.Pattern[str]
    half_of_one: re.Pattern[str]
    fraction: re.Pattern[str]
    many: re.Pattern[str]
    fold: re.Pattern[str]
    times: re.Pattern[str]


def read_core(text: str, place: int) -> Core | None:
    """The number whose first digit or word stands at `place`; None where there is none."""
    patterns = _patterns()
    if found := patterns.digits.match(text, place):
        return _folded(text, _of_digits(found))
    if found := patterns.many.match(text, place):
        return Core(start=place, end=found.end(), value=None, form="word")
    if found := patterns.halves.match(text, place):
        return _of_half(found)
    if found := patterns.half_of_one.match(text, place):
        return Core(start=place, end=found.end(), value=0.5, step=0.5)
    if (found := patterns.fraction.match(text, place)) and (part := _of_fraction(found)):
        return part
    if found := patterns.fold.match(text, place):
        value = number_words().cardinals[found[1].lower()]
        return Core(start=place, end=found.end(), value=value, step=1, form="multiple")
    if found := patterns.spelled.match(text, place):
        return _folded(text, _of_words(found))
    return None


def spaced_scale(text: str, core: Core) -> None:
    """Take a letter after a space into an amount of money: `$10.4 m`."""
    found = _SPACED.match(text, core.end)
    if found is None or core.scale != 1 or core.value is None:
        return
    core.scale = number_words().scale_letters[found[1].lower()]
    core.value = _rounded(core.value * core.scale)
    core.step = core.step and core.step * core.scale
    core.end = found.end()


def metre_scale(text: str, core: Core) -> None:
    """Take back the magnitude of `100m` where the words after it make it a length."""
    if core.scale != 1e6 or text[core.end - 1] not in "mM" or not text[core.end - 2].isdigit():
        return
    after = _AFTER.match(text, core.end)
    if after is not None and after[1].lower() in number_words().metre_after:
        core.value, core.scale, core.end = (core.value or 0) / 1e6, 1.0, core.end - 1
        core.step = core.step and core.step / 1e6


def _folded(text: str, core: Core) -> Core:
    """`10-fold` and `three times as many` are multiples."""
    if found := _patterns().times.match(text, core.end):
        core.form, core.end = "multiple", found.end("kept")
    return core


def _of_digits(found: re.Match[str]) -> Core:
    printed = found["digits"]
    value = float(printed.replace(",", ""))
    step = _step(printed)
    if found["half"]:
        value, step = value + 0.5, 0.5
    elif found["over"]:
        value, step = value + int(found["over"]) / int(found["under"]), 1 / int(found["under"])
    elif found["mark"]:
        value, step = value + _MARKS[found["mark"]], _MARKS[found["mark"]]
    scale = _scale(found["scale"] or "", number_words())
    return Core(
        start=found.start(),
        end=found.end(),
        value=_rounded(value * scale),
        step=step * scale,
        scale=scale,
        digits=True,
    )


def _step(printed: str) -> float:
    """How finely digits are printed: 100 of `5,200`, 0.1 of `2.0`, 1 of `24`."""
    whole, _, decimals = printed.replace(",", "").partition(".")
    if decimals:
        return 10.0 ** -len(decimals)
    zeros = len(whole) - len(whole.rstrip("0"))
    return 10.0**zeros if whole.strip("0") else 1.0


def _scale(words: str, known: NumberWords) -> float:
    product = 1.0
    for word in re.split(r"[\s-]+", words.lower()):
        product *= known.scales.get(word) or known.scale_letters.get(word, 1.0)
    return product


def _rounded(value: float) -> float:
    return round(value, 4)


def _of_words(found: re.Match[str]) -> Core:
    known = number_words()
    total = current = 0.0
    scale, half, step = 1.0, 0.0, 1.0
    for word in re.findall(r"[a-z]+", found[0].lower()):
        if word in known.cardinals:
            current += known.cardinals[word]
            step = _step(str(known.cardinals[word]))
        elif word in known.scales:
            scale = known.scales[word]
            current = (current + half or 1) * scale
            half, step = 0.0, step * scale
            if scale >= 1000:
                total, current = total + current, 0.0
        elif word == "half":
            half = 0.5
    value = total + current + half * (scale if scale > 1 else 1)
    return Core(
        start=found.start(),
        end=found.end(),
        value=_rounded(value),
        step=step / 2 if half else step,
        scale=scale,
    )


def _of_half(found: re.Match[str]) -> Core:
    """`half a million`, `a quarter of a million`, `half a dozen`."""
    printed = found["part"].lower()
    part = 0.75 if printed.startswith("three") else {"half": 0.5, "quarter": 0.25}[printed]
    scale = _scale(found["scale"], number_words())
    value = part * scale
    return Core(start=found.start(), end=found.end(), value=value, step=value, scale=scale)


def _of_fraction(found: re.Match[str]) -> Core | None:
    known = number_words()
    if found["over"]:
        over, under = float(found["over"]), float(found["under"])
    else:
        over = _numerator(found["top"])
        part = found["part"].lower()
        under = known.parts[part]
        if (found["top"] is None and part != "half") or (over > 1) != part.endswith("s"):
            return None
    if not 0 < over < under:
        return None
    value = _rounded(100 * over / under)
    return Core(start=found.start(), end=found.end(), value=value, step=_COARSE, form="fraction")


def _numerator(printed: str | None) -> float:
    low = (printed or "a").lower()
    if low in ("a", "an"):
        return 1.0
    return float(low) if low.isdigit() else float(number_words().cardinals.get(low, 0))


def _any(words: Iterable[str]) -> str:
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word) for word in ordered) + ")"


@cache
def _patterns() -> _Patterns:
    known = number_words()
    cardinals = known.cardinals
    ones = _any(w for w, n in cardinals.items() if 0 < n < 10)
    tens = _any(w for w, n in cardinals.items() if n >= 20)
    small = f"(?:{tens}(?:{_GAP}{ones})?|{_any(cardinals)})"
    scale = _any(known.scales) + r"(?![\w])"
    scales = f"(?:{_GAP}{scale})"
    half = r"(?:\s+and\s+a\s+half|-and-a-half)"
    letters = _any(known.scale_letters)
    spaced = _any(word for word in known.scale_letters if len(word) > 1)
    parts = _any(known.parts)
    many = _any((known.many_alone | known.many_of) - {"several"})
    patterns = {
        "digits": rf"(?P<digits>{_DIGITS})"
        r"(?:[\s-]?\s?-?\s?(?P<over>[1-9])/(?P<under>[2-9]|1\d)(?![\d/])"
        rf"|\s?(?P<mark>[{''.join(_MARKS)}])|(?P<half>{half}))?"
        rf"(?P<scale>{scales}+|{letters}(?![\w])|\s{spaced}(?![\w.]))?",
        "spelled": rf"(?:(?:(?:{small}|an?)(?:{half})?{scales}+|an?(?:{half}))"
        rf"(?:{_GAP}(?:and\s+)?{small}(?:{scales})*)*(?:{half})?|{small}(?:{half})?|dozen)(?![\w])",
        "halves": rf"(?:an?\s+)?(?P<part>half|quarter|three(?:\s|-)quarters)"
        rf"(?:\s+of)?(?:[\s-]+an?)?[\s-]+(?P<scale>{scale})",
        "half_of_one": rf"(?:half(?:[\s-]+an?)?|an?[\s-]+half|one[\s-]half)"
        rf"(?=[\s-]+{_any({*known.units, *known.percent, *known.points})}(?!\w))",
        "fraction": rf"(?:(?P<over>[1-9])\\?/(?P<under>[2-9]|10)(?![\d/\w])"
        rf"|(?:(?P<top>an?|\d\d?|{small}){_GAP})?(?P<part>{parts}))(?![\w])",
        "many": rf"(?:(?:{many}(?:\s+(?:of|and|or|upon)\s+{many})+|{many})"
        rf"|several(?:{_GAP}{scale})?"
        rf"|an?\s+{_any(known.many_after_a)}(?:{_GAP}{scale})?|few{_GAP}{scale})(?![\w])",
        "fold": rf"({_any(cardinals)})-?fold(?![\w])",
        "times": r"(?P<kept>-?fold(?![\w])"
        r"|\s+times(?=\s+(?:(?:as|the|that|more|less|its|their|[a-z]+er)(?![\w])|[a-z]+['’]s)))",
    }
    return _Patterns(**{name: re.compile(one, re.IGNORECASE) for name, one in patterns.items()})
