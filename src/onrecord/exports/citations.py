"""Citations of articles in documents: outlet, headline, date and what it rests on, place, address.

All strings are on one line and can be held by any document.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from onrecord.record.day_words import day_words
from onrecord.record.lookups import Lookups
from onrecord.record.possible_days import possible_words
from onrecord.values.article import Article

type Json = Mapping[str, Any]

_SPACES = re.compile(r"[\t\n\v\f\r \x85\u2028\u2029]+")
_UNSEEN = re.compile("[\x80-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""What no document may hold, and what would turn round the words after it."""
_PICTURES = {c: 0x2400 + c for c in range(32)} | {127: 0x2421}


@dataclass(frozen=True, slots=True)
class Citation:
    """Where words stand: outlet, headline, date and its basis, article and characters."""

    words: str
    address: str | None
    """A web address of the article."""


def cite(lookups: Lookups, anchor: Json) -> Citation:
    """The citation of the words at an anchor."""
    article = lookups.article(anchor["article"])
    outlet = article.outlet.value if article.outlet else None
    agency = article.agency.value if article.agency else None
    named = f"{outlet} ({agency})" if outlet and agency and agency != outlet else outlet or agency
    parts = [
        named or "outlet unknown",
        f"“{article.headline.value}”" if article.headline else "",
        _published(article),
        f"{article.name}, characters {anchor['start']}–{anchor['end']}",
    ]
    return Citation(one_line(", ".join(filter(None, parts))), _web_address(article.address))


def _published(article: Article) -> str:
    dating = article.published
    if not dating.days.known:
        return "date unknown"
    if dating.days.exact and dating.days.first:
        return f"{day_words(dating.days.first)} ({dating.basis.value})"
    return f"{possible_words(dating.days, dating.weekdays)} ({dating.basis.value})"


def _web_address(address: str | None) -> str | None:
    """The address where it can be followed and stands in a document as it is."""
    if address is None or re.search(r"[\s<>\"\\^`{|}\x00-\x20\x7f-\x9f]", address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    known = parts.scheme.lower() in {"http", "https"} and parts.netloc
    return _UNSEEN.sub("", address) if known else None


def one_line(text: str) -> str:
    """Words on one line, as they are, but for what no document can hold: control characters become
    their pictures, lone surrogates and marks that turn the direction of text U+FFFD."""
    folded = _SPACES.sub(" ", text).strip(" ")
    return _UNSEEN.sub("\ufffd", folded.translate(_PICTURES))
