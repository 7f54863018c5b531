"""The record, indexed once for all sections: articles in order, their ids on the page."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Literal
from urllib.parse import urlsplit

from onrecord.values.days import DayInterval
from onrecord.web.datewords import interval_words, read_days, short_day
from onrecord.web.differences_chosen import Differences, select_differences
from onrecord.web.entries import Selection, select_entries
from onrecord.web.figures_chosen import Chosen, choose_figures
from onrecord.web.names import Names, select_names
from onrecord.web.statements import Statements, select_statements
from onrecord.web.story_tags import Stories, select_stories

type TextMode = Literal["none", "excerpts", "full"]
type Json = Mapping[str, Any]
type Passages = Mapping[int, tuple[tuple[int, int], ...]]
"""Places of an article's words that the page shows, by number of their paragraph."""

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
    kept: frozenset[str]
    """Ids of the articles whose annotated copy is on the page."""
    timeline: Selection
    """The entries of the timeline that stand on the page."""
    said: Statements
    """What was said, as far as it stands on the page."""
    figures: Chosen
    """What was counted, as far as it stands on the page."""
    names: Names
    """People, organisations and places, as far as they stand on the page."""
    relations: Mapping[str, str]
    """How each article stands to its origin, by its id."""
    stories: Stories
    """The stories that the pile tells."""
    differences: Differences
    """How reports differ, as far as it stands on the page."""
    shown: Mapping[str, Passages] | None = None
    """The words shown of each article; None: all of them."""

    def passages(self, article: str) -> Passages:
        """The words of an article that this page may show, by number of the paragraph."""
        if self.mode == "none":
            return {}
        if self.shown is not None:
            return self.shown.get(article, {})
        paragraphs = self.by_id[article]["paragraphs"]
        return {n: ((p["start"], p["end"]),) for n, p in enumerate(paragraphs)}

    def places(self, article: str, number: int) -> tuple[tuple[int, int], ...]:
        """The words of one paragraph that this page may show."""
        if self.mode == "none":
            return ()
        if self.shown is not None:
            return self.shown.get(article, {}).get(number, ())
        paragraph = self.by_id[article]["paragraphs"][number]
        return ((paragraph["start"], paragraph["end"]),)

    def paragraph(self, article: str, start: int) -> int | None:
        """Number of the paragraph of an article that holds the place `start`."""
        paragraphs = self.by_id[article]["paragraphs"]
        number = bisect_right(paragraphs, start, key=lambda p: p["start"]) - 1
        return number if number >= 0 and start < paragraphs[number]["end"] else None

    def href(self, article: str, start: int | None = None) -> str | None:
        """Fragment of an article, or of the place in it where its words are on the page.

        A place is a sentence where one begins at `start`, else the paragraph that holds it.
        """
        key = self.keys.get(article)
        if key is None:
            return None
        if start is None or self.mode == "none" or article not in self.kept:
            return f"#{key}"
        number = self.paragraph(article, start)
        if number is None:
            return f"#{key}"
        places = None if self.shown is None else self.shown[article].get(number)
        if self.shown is not None and not places:
            return f"#{key}"
        here = places is None or any(first <= start < last for first, last in places)
        if here and _begins_sentence(self.by_id[article], start):
            return f"#{key}-{start}"
        return f"#{key}-p{self.by_id[article]['paragraphs'][number]['start']}"


def _begins_sentence(article: Json, start: int) -> bool:
    sentences = article.get("sentences") or ()
    at = bisect_left(sentences, start, key=lambda sentence: sentence[0])
    return at < len(sentences) and sentences[at][0] == start


def index_record(record: Json, mode: TextMode, name: str | None) -> RecordIndex:
    """Index a record as exported; all annotated copies count as kept."""
    articles = tuple(record.get("articles") or ())
    keys = {
        article["id"]: f"a-{article['id'] if _PLAIN_ID.fullmatch(article['id']) else f'n-{n}'}"
        for n, article in enumerate(articles)
    }
    by_id = {article["id"]: article for article in articles}
    return RecordIndex(
        record=record,
        mode=mode,
        name=name,
        articles=articles,
        keys=keys,
        by_id=by_id,
        kept=frozenset(keys),
        timeline=select_entries(record.get("timeline")),
        said=select_statements(record),
        figures=choose_figures(record, by_id),
        names=select_names(record.get("entities")),
        relations={
            member["article"]: str(member.get("relation") or "unknown")
            for group in record.get("origins") or ()
            for member in group.get("articles") or ()
        },
        stories=select_stories(record.get("stories")),
        differences=select_differences(record.get("differences"), by_id),
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
    short: str = ""
    """The date as a tag has it: of one day `7 Apr 21`, else as `date`."""


def source_tag(index: RecordIndex, article_id: str, start: int | None = None) -> SourceTag:
    """The tag by which the page names a source; an unknown article keeps its id."""
    article = index.by_id.get(article_id)
    if article is None:
        return SourceTag(article_id, "", None, None)
    days = published(article)
    when = interval_words(days)
    short = f"{short_day(days.first)} {days.first:%y}" if days.exact and days.first else when.words
    return SourceTag(
        short_name(article),
        when.words if days.known else "",
        when.iso,
        index.href(article_id, start),
        short if days.known else "",
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
