"""NITF, the markup of the IPTC for one news article: its head, its lines and its body."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from onrecord.articles.evidence import Metadata
from onrecord.articles.iptc.news_blocks import body_of
from onrecord.articles.iptc.newsroom_item import NewsroomItem, notice_of, words_of
from onrecord.sources.iptc.news_xml_tree import (
    NITF,
    child,
    children,
    descendants,
    standing_of,
    text_of,
)
from onrecord.sources.iptc.newsroom import is_later, iso_moment, item_dates

if TYPE_CHECKING:
    from lxml.etree import _Element

_NOT_FOR_PRINT = frozenset({"npa"})
_RIGHTS = frozenset({"cpyrt", "trademk"})


def read_nitf(nitf: _Element) -> NewsroomItem:
    """The parts of an article in NITF.

    1. lines of `body.head`, each in its role
    2. the blocks of `body.content` and `body.end`
    3. what `head` says of it
    """
    head = child(nitf, "head")
    body = child(nitf, "body")
    top = child(body, "body.head")
    # 1. the lines over the text
    hedline = child(top, "hedline")
    hl1 = [text_of(one) for one in children(hedline, "hl1")]
    headline = (hl1 or [""])[0] or text_of(hedline) or text_of(child(head, "title"))
    deks = [*hl1[1:], *(text_of(one) for one in children(hedline, "hl2") if hl1)]
    deks += [text_of(one) for one in children(top, "abstract")]
    notices, left_out = _notices(head, top)
    # 2. the text
    contents = [_without_repeated(one) for one in children(body, "body.content")]
    parts = [*contents, *children(body, "body.end")]
    if not parts:
        parts = [nitf if body is None else body]
    # 3. what is said of it
    return NewsroomItem(
        headline=headline or None,
        deks=tuple(_once(deks, headline)),
        bylines=tuple(_once(_bylines(top))),
        notices=tuple(notices),
        dateline=_dateline(child(top, "dateline")) or None,
        body=body_of(parts),
        metadata=_metadata(head, top, headline),
        notes=_notes(nitf, left_out=left_out),
    )


def _bylines(top: _Element | None) -> Iterator[str]:
    """Each byline, the author's title as a line of its own."""
    for byline in children(top, "byline"):
        titles = [text_of(one) for one in descendants(byline, "byttl")]
        line = text_of(byline)
        for title in titles:
            if title and line.endswith(title):
                line = line.removesuffix(title).rstrip(" ,;-–—")
        yield line
        yield from titles


def _once(lines: Iterable[str], *printed: str) -> Iterator[str]:
    """The lines that say something, each once: an archive adds them for its index, with other
    capitals or the family name first."""
    seen = {_key(line) for line in printed}
    for line in lines:
        if line and _key(line) not in seen:
            seen.add(_key(line))
            yield line


def _key(line: str) -> tuple[str, ...]:
    return tuple(sorted(word for word in words_of(line).split() if word != "by"))


def _without_repeated(content: _Element) -> _Element:
    """The content without a block that only repeats how another one begins."""
    blocks = [(one, text_of(one)) for one in children(content, "block")]
    for block, text in blocks:
        if any(
            other is not block and longer.startswith(text) and len(longer) > len(text)
            for other, longer in blocks
        ):
            content.remove(block)
    return content


def _dateline(dateline: _Element | None) -> str:
    """The dateline's parts in a line; where no space parts them, one is put there."""
    if dateline is None:
        return ""
    parts = " ".join(" ".join(str(part).split()) for part in dateline.itertext())
    return re.sub(r"\s+([,;:.)])", r"\1", " ".join(parts.split()))


def _notices(head: _Element | None, top: _Element | None) -> tuple[list[str], bool]:
    """Corrections and notes for print; whether notes to editors were left out."""
    corrections = children(child(head, "docdata"), "correction")
    found = [" ".join((one.get("info") or "").split()) for one in corrections]
    left_out = False
    for message in children(child(head, "docdata"), "ed-msg"):
        words = message.get("info") or text_of(message)
        notice = notice_of(words)
        left_out = left_out or (notice is None and bool(words.strip()))
        found.append(notice or "")
    for note in children(top, "note"):
        if note.get("noteclass") in _RIGHTS:
            continue
        words = text_of(note)
        if note.get("type") in _NOT_FOR_PRINT:
            notice = notice_of(words)
            left_out = left_out or (notice is None and bool(words))
            words = notice or ""
        found.append(words)
    return list(dict.fromkeys(filter(None, found))), left_out


def _metadata(head: _Element | None, top: _Element | None, headline: str) -> Metadata:
    data, publication = child(head, "docdata"), child(head, "pubdata")
    story_date = child(top, "dateline", "story.date")
    published = _attribute(publication, "date.publication")
    dates = item_dates(
        first=published or _norm(child(data, "date.issue")),
        content=_norm(story_date),
        version=_norm(child(data, "date.release")),
        embargo=_norm(child(data, "date.release")),
    )
    holder = _attribute(child(data, "doc.copyright"), "holder")
    distributor = text_of(child(top, "distributor"))
    registrar = _attribute(child(data, "doc-id"), "regsrc")
    supplied = (distributor, text_of(child(top, "rights")), holder, registrar)
    address = _attribute(publication, "ex-ref") or ""
    return Metadata(
        headline=headline or None,
        dek=text_of(child(top, "abstract")) or None,
        outlet=_attribute(publication, "name") or holder or distributor or registrar,
        published=dates.published,
        updated=_revised(head, dates.published),
        address=address if re.match(r"https?://", address, re.IGNORECASE) else None,
        agencies=tuple(filter(None, supplied)),
        source=NITF,
    )


def _revised(head: _Element | None, published: str | None) -> str | None:
    """The latest revision, where it is after the publication."""
    moments = (iso_moment(one.get("norm")) for one in children(head, "revision-history"))
    latest: str | None = None
    for moment in moments:
        if moment is not None and is_later(moment, latest or published or moment):
            latest = moment
    return latest


def _notes(nitf: _Element, *, left_out: bool) -> tuple[str, ...]:
    reason = standing_of(nitf).reason
    notes = (reason,) if reason else ()
    return (*notes, "note-to-editors-left-out") if left_out else notes


def _norm(element: _Element | None) -> str | None:
    return (element.get("norm") or text_of(element) or None) if element is not None else None


def _attribute(element: _Element | None, name: str) -> str | None:
    value = (element.get(name) or "").strip() if element is not None else ""
    return value or None
