"""The record, indexed once for all sections: articles in order, their ids on the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Literal
from urllib.parse import urlsplit

from onrecord.values.days import DayInterval
from onrecord.web.datewords import interval_words, read_days

type TextMode = Literal["none", "excerpts", "full"]
type Json = Mapping[str, Any]

_PLAIN_ID = re.compile(r"[0-9A-Za-z_]{1,64}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordIndex:
    """The record with its look-ups; every section is a function of it."""

    record: Json
    mode: TextMode
    name: str | None
    """The story's name as a person gave it."""
    articles: tuple[Json, ...]
    """In order of time, as the record has them."""
    keys: Mapping[str, str]
    """HTML id of each article, by its id."""
    by_id: Mapping[str, Json]
    shared_names: frozenset[str]
    """Names that more than one article has; these are not enough to name one."""
    kept: frozenset[str]
    """Ids of the articles whose annotated copy is on the page."""
    shown: Mapping[str, frozenset[int]] | None = None
    """Starts of the paragraphs shown of each article; None: all of them."""

    def href(self, article: str, start: int | None = None) -> str | None:
        """Fragment of an article, or of its paragraph that holds `start` where that is shown."""
        key = self.keys.get(article)
        if key is None:
            return None
        if start is None or self.mode == "none" or article not in self.kept:
            return f"#{key}"
        for paragraph in self.by_id[article]["paragraphs"]:
            if paragraph["start"] <= start < paragraph["end"]:
                here = self.shown is None or paragraph["start"] in self.shown[article]
                return f"#{key}-p{paragraph['start']}" if here else f"#{key}"
        return f"#{key}"


def index_record(record: Json, mode: TextMode, name: str | None) -> RecordIndex:
    """Index a record as exported; all annotated copies count as kept."""
    articles = tuple(record.get("articles") or ())
    names = Counter(article["name"] for article in articles)
    keys = {
        article["id"]: f"a-{article['id'] if _PLAIN_ID.fullmatch(article['id']) else f'n-{n}'}"
        for n, article in enumerate(articles)
    }
    return RecordIndex(
        record=record,
        mode=mode,
        name=name,
        articles=articles,
        keys=keys,
        by_id={article["id"]: article for article in articles},
        shared_names=frozenset(each for each, count in names.items() if count > 1),
        kept=frozenset(keys),
    )


def published(article: Json) -> DayInterval:
    """The days within which the article was published."""
    return read_days(article.get("published"))


def short_name(article: Json) -> str:
    """The outlet as printed; where it is unknown the article's label or the file's stem."""
    stem = PurePosixPath(article["name"]).stem
    return str(article.get("outlet") or article.get("label") or stem or article["id"])


@dataclass(frozen=True, slots=True)
class SourceTag:
    """Outlet and short date of an article, linked to it or to a place in it."""

    name: str
    date: str
    iso: str | None
    href: str | None


def source_tag(index: RecordIndex, article_id: str, start: int | None = None) -> SourceTag:
    """The tag by which the page names a source; an unknown article keeps its id."""
    article = index.by_id.get(article_id)
    if article is None:
        return SourceTag(article_id, "", None, None)
    when = interval_words(published(article))
    known = published(article).known
    return SourceTag(
        short_name(article), when.words if known else "", when.iso, index.href(article_id, start)
    )


def language(article: Json) -> str | None:
    """The article's language as an HTML `lang`; None where it is not known."""
    code = article.get("language") or ""
    return code if code != "und" and _LANGUAGE.fullmatch(code) else None


def web_address(address: object) -> str | None:
    """The address where it is one that a browser may follow (http or https); else None."""
    if not isinstance(address, str) or any(ord(c) < 33 or ord(c) == 127 for c in address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme.lower() in {"http", "https"} and parts.netloc else None


def spans_of(field: object) -> list[tuple[int, int]]:
    """[start, end) of a field of an article: one place, several, or none."""
    places: Sequence[Any] = field if isinstance(field, list | tuple) else (field,)
    found = []
    for place in places:
        if isinstance(place, Mapping):
            start, end = place.get("start"), place.get("end")
            if isinstance(start, int) and isinstance(end, int) and start < end:
                found.append((start, end))
    return found
