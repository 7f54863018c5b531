"""The words that bound a number: `more than 30`, `about 5,000`, `30-plus`, `or so`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from onrecord.lexicon.number_words import number_words
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Bound

_REACH = 48
"""Code points before a number in which its bound is sought."""
_OTHERS = (
    r"(?:\s+(?:an?\s+(?:total|combined\s+total|average|further|additional)(?:\s+of)?|another))?"
)


@dataclass(frozen=True, slots=True)
class BoundWord:
    """A bound as printed."""

    span: Span
    bound: Bound


@dataclass(frozen=True, slots=True, kw_only=True)
class _Patterns:
    before: re.Pattern[str]
    after: re.Pattern[str]
    phrase: re.Pattern[str]
    lasts: frozenset[str]


def bound_before(text: str, place: int) -> BoundWord | None:
    """The bound whose words end right before `place`."""
    patterns = _patterns()
    low = max(0, place - _REACH)
    slice_ = text[low:place]
    last = slice_.rsplit(None, 1)[-1].strip("(-").lower() if slice_.strip() else ""
    if last not in patterns.lasts:
        return None
    found = patterns.before.search(slice_)
    if found is None:
        return None
    span = Span(low + found.start(1), low + found.end(1))
    return BoundWord(span, _meant(found[1]))


def bound_after(text: str, place: int) -> BoundWord | None:
    """The bound whose words follow right at `place`."""
    found = _patterns().after.match(text, place)
    if found is None:
        return None
    known = number_words().bounds_after
    printed = " ".join(found[1].lower().split())
    bound = known.get(printed) or known.get(f"-{printed}") or known.get(f" {printed}", "about")
    return BoundWord(Span(found.start(1), found.end(1)), Bound(bound))


def _meant(words: str) -> Bound:
    """Of several bounds the one that says more: `up to about` is at most."""
    known = number_words().bounds_before
    bounds = [known[" ".join(w.lower().split())] for w in _patterns().phrase.findall(words)]
    told = [Bound(one) for one in bounds]
    return next((one for one in told if one is not Bound.ABOUT), told[0])


def _any(phrases: Iterable[str]) -> str:
    ordered = sorted(set(phrases), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in ordered) + ")"


@cache
def _patterns() -> _Patterns:
    known = number_words()
    phrase, degree = _any(known.bounds_before), _any(known.before_bounds)
    about = _any(one for one, bound in known.bounds_before.items() if bound == "about")
    limit = _any(one for one, bound in known.bounds_before.items() if bound != "about")
    glued = _any(one for one in known.bounds_after if one[0] in "-+")
    spaced = _any(one.strip() for one in known.bounds_after if one[0] not in "-+")
    lasts = {one.split()[-1] for one in known.bounds_before}
    return _Patterns(
        before=re.compile(
            rf"(?<![\w-])((?:(?:{degree}\s+)*{limit}|(?:(?:just|only|still)\s+)?{about})(?:\s+{about})*){_OTHERS}\s+$",
            re.IGNORECASE,
        ),
        after=re.compile(
            rf"(?:,?\s+(?=\w))?({glued}|(?<=\s){spaced})(?!\w|\s+than)",
            re.IGNORECASE,
        ),
        phrase=re.compile(rf"(?<!\w){phrase}(?!\w)", re.IGNORECASE),
        lasts=frozenset(lasts | {"of", "total", "further", "additional", "average", "another"}),
    )
