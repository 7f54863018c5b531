"""Texts that hold many articles one after another: database exports and pasted digests.

`export_pages` parts the text of any file, `unsplit_remarks` says what must be said of a text
that is one article; the sources of formatted documents call both with the text they hold.
Each part is a page of its own, its bytes the part's characters as UTF-8, unchanged.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.errors import EmptyInput, TooLarge
from onrecord.sources import plain_text
from onrecord.sources.container import MOST_FAULTS
from onrecord.sources.exports.article_split import (
    FEWEST_WORDS,
    Aside,
    Split,
    count_words,
    prose_words,
    split_by_layout,
    trimmed,
)
from onrecord.sources.exports.split_generic import split_by_form
from onrecord.sources.exports.split_hints import looks_like_many
from onrecord.sources.items import Item, Reading, Source, read_all, too_large
from onrecord.sources.json_document import HELD_WHOLE
from onrecord.sources.whole_text import as_stated, recoded
from onrecord.text.decoding import decode, looks_like_text
from onrecord.values.pages import MediaType, Page, Remark, Severity
from onrecord.values.spans import Span

_FEWEST_LINES = 3
_ARTICLE = 60
"""Words of running text before the first line that the user's pattern matches that make an
article of it."""
_SHOWN = 60
"""Characters of a part by which a remark names it."""


def _accepts(item: Item) -> bool:
    """Texts of several lines: only the whole tells whether there are many articles in one."""
    breaks = item.head.count(b"\n") + item.head.count(b"\r") + item.head.count(b"\f")
    return not item.is_folder and breaks >= _FEWEST_LINES and looks_like_text(item.head)


def _pages(item: Item, reading: Reading) -> Iterator[Page | Remark]:
    """1. the text; 2. its articles; 3. or the text as one article, and what it looks like."""
    held = _held(item, reading)
    data = held.open().read()
    if item.charset is not None and reading.options.encoding is None:
        data = as_stated(data, item.charset)
    data, remarks = recoded(item, data, reading.options.encoding)
    text = decode(data).text if looks_like_text(data) else ""
    found = export_pages(item, text, reading)
    if found is None:
        yield from plain_text.SOURCE.pages(held, reading)
        yield from unsplit_remarks(item, text, reading)
        return
    yield from found
    yield from remarks


def _held(item: Item, reading: Reading) -> Item:
    """The item with all its bytes at hand: standard input can be read once only."""
    try:
        data = read_all(item, HELD_WHOLE * reading.limits.item_bytes)
    except TooLarge as error:
        hint = "a file of many articles is held whole; take it in several parts"
        raise TooLarge(f"{error}; {hint}") from error
    return replace(item, open=lambda: io.BytesIO(data))


def export_pages(item: Item, text: str, reading: Reading) -> Iterator[Page | Remark] | None:
    """The articles in `text`, a page each, and what must be said; None where it is one article.

    Args:
        item: the file; parts are called `name#number` after it.
        text: all of its text: a line for each paragraph, U+000C where a page breaks.
        reading: `options.split` parts the text by the user's pattern and nothing else.
    """
    pattern = reading.options.split
    if pattern is not None:
        split = split_by_pattern(text, pattern)
    else:
        split = split_by_layout(text) or split_by_form(text)
        if split is not None and not any(_has_text(text, span) for span in split.articles):
            return None  # the lines of a layout, and no article between them
    return None if split is None else _read_parts(item, text, split, reading)


def unsplit_remarks(item: Item, text: str, reading: Reading) -> Iterator[Remark]:
    """What the user must know of a text that was read as one article."""
    pattern = reading.options.split
    if pattern is not None:
        if not _matches(text, pattern):
            message = (
                f"{item.shown}: no line matches the pattern of --split, {pattern!r}; "
                "it was read as one article"
            )
            yield _remark(item.shown, Severity.NOTE, "split-matches-nothing", message)
        return
    hint = looks_like_many(text)
    if hint is not None:
        message = (
            f"{item.shown} looks like {hint.number} articles in one file ({hint.number} "
            f"{hint.sign}) and was read as one; to part it, remove it and add it again with "
            f"--split '{hint.pattern or 'PATTERN'}' (a regular expression that the first line "
            "of every article matches)"
        )
        yield _remark(item.shown, Severity.NOTE, "looks-like-many", message)


def _matches(text: str, pattern: str) -> list[int]:
    """Offsets of the lines that the user's pattern matches."""
    search = re.compile(pattern, re.MULTILINE).search
    starts, position = [], 0
    for line in text.split("\n"):
        if search(line.rstrip("\r")) is not None:
            starts.append(position)
        position += len(line) + 1
    return starts


def split_by_pattern(text: str, pattern: str) -> Split | None:
    """An article from each line that matches to the next; None where no line does.

    What stands before the first is an article too when it reads as one.
    """
    starts = _matches(text, pattern)
    if not starts:
        return None
    spans = [trimmed(text, a, b) for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    articles = [span for span in spans if span is not None]
    aside: tuple[Aside, ...] = ()
    lead = trimmed(text, 0, starts[0]) if starts[0] else None
    if lead is not None and prose_words(text, lead, _ARTICLE) >= _ARTICLE:
        articles.insert(0, lead)
    elif lead is not None:
        aside = (Aside(name="text before the first line that matches", span=lead),)
    layout = f"--split {pattern!r}"
    return Split(layout=layout, articles=tuple(articles), aside=aside) if articles else None


def _read_parts(item: Item, text: str, split: Split, reading: Reading) -> Iterator[Page | Remark]:
    """A page for every part with a text; then what was found, left aside and not read."""
    limits = reading.limits
    read, faults = 0, 0
    for number, span in enumerate(split.articles, 1):
        name = f"{item.name}#{number}"
        if read >= limits.container_items:
            yield _stopped(item, limits.container_items)
            break
        data = span.slice(text).encode("utf-8", "replace")
        fault = _fault(f"{item.shown}#{number}", text, span, len(data), limits.item_bytes)
        if fault is not None:
            faults += 1
            if faults <= MOST_FAULTS:
                yield fault
            continue
        read += 1
        yield Page(data=data, media_type=MediaType.PLAIN, name=name)
    if faults > MOST_FAULTS:
        message = f"{faults - MOST_FAULTS:,} more parts of {item.shown} could not be read"
        yield _remark(item.shown, Severity.PARTIAL, "more-faults", message)
    if not read:
        message = f"{item.shown}: none of its {len(split.articles):,} parts could be read"
        yield _remark(item.shown, Severity.FAILED, EmptyInput.reason, message)
        return
    yield from _told(item, text, split)


def _fault(name: str, text: str, span: Span, size: int, limit: int) -> Remark | None:
    if size > limit:
        error = too_large(name, size, limit, "ONRECORD_LIMIT_ITEM_BYTES")
        return _remark(name, Severity.PARTIAL, error.reason, str(error))
    if _has_text(text, span):
        return None
    message = f"{name} holds no text of an article: {_first_words(text, span)!r}"
    return _remark(name, Severity.PARTIAL, "no-text", message)


def _has_text(text: str, span: Span) -> bool:
    if text.find("\n", span.start, span.end) < 0:  # a line for each article
        return count_words(text[span.start : span.end]) > 2 * FEWEST_WORDS
    return prose_words(text, span, FEWEST_WORDS) >= FEWEST_WORDS


def _told(item: Item, text: str, split: Split) -> Iterator[Remark]:
    """What the user must know of the whole file."""
    number = len(split.articles)
    message = f"{item.shown}: {number:,} articles, layout {split.layout}"
    yield _remark(item.shown, Severity.NOTE, "many-articles", message)
    if split.aside:
        stretches = ", ".join(_named(text, aside) for aside in split.aside[:5])
        if len(split.aside) > 5:
            stretches += f" and {len(split.aside) - 5} more"
        message = f"{item.shown}: left aside as no part of an article: {stretches}"
        yield _remark(item.shown, Severity.NOTE, "left-aside", message)
    if split.stated is not None and number < split.stated:
        message = f"{item.shown} says that it holds {split.stated:,} articles; {number:,} are in it"
        yield _remark(item.shown, Severity.PARTIAL, "articles-missing", message)
    if split.unfinished:
        message = f"{item.shown}#{number} has no end mark; the file may be cut off"
        yield _remark(item.shown, Severity.PARTIAL, "cut-off", message)


def _named(text: str, aside: Aside) -> str:
    words = count_words(aside.span.slice(text))
    return f"{aside.name} ({words:,} words, {_first_words(text, aside.span)!r})"


def _first_words(text: str, span: Span) -> str:
    words = " ".join(text[span.start : min(span.end, span.start + 4 * _SHOWN)].split())
    return words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + " ..."


def _stopped(item: Item, limit: int) -> Remark:
    message = (
        f"{item.shown} holds more than {limit:,} articles; the first {limit:,} were read "
        "(raise the limit with ONRECORD_LIMIT_CONTAINER_ITEMS)"
    )
    return _remark(item.shown, Severity.PARTIAL, TooLarge.reason, message)


def _remark(name: str, severity: Severity, reason: str, message: str) -> Remark:
    return Remark(name=name, severity=severity, reason=reason, message=message)


SOURCE = Source("article-export", _accepts, _pages)
