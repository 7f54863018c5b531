"""NewsML-G2 and the first NewsML: what an item says of its text, and which text it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.articles.evidence import Metadata
from onrecord.articles.fragment_reading import Fragment, read_fragment
from onrecord.articles.iptc.news_blocks import body_of
from onrecord.articles.iptc.newsroom_item import NewsroomItem, notice_of
from onrecord.articles.iptc.ninjs_reading import words_or_markup
from onrecord.articles.iptc.nitf import read_nitf
from onrecord.settings import Limits
from onrecord.sources.iptc.news_xml_tree import (
    NITF,
    child,
    children,
    descendants,
    local,
    standing_of,
    text_of,
)
from onrecord.sources.iptc.newsroom import ItemDates, Standing, code_of, item_dates

if TYPE_CHECKING:
    from lxml.etree import _Element

_SUB = re.compile(r"sub|dek|standfirst|secondary", re.IGNORECASE)
_SUMMARY = re.compile(r"summary|abstract|teaser|lead|dek|standfirst|intro", re.IGNORECASE)
_CORRECTION = re.compile(r"correct|retract|withdraw", re.IGNORECASE)
_PROVIDERS = "nprov"
"""The IPTC's list of agencies, whose codes are names."""
_NAME = re.compile(r"[A-Za-z_][\w.-]*")
_NEARLY = 0.97
"""Share of the longest text's words from which another one counts as the same text."""
_NITF_ONLY = ("body.content", "hl2", "media", "media-caption", "bq")
_LEFT_OUT = "note-to-editors-left-out"


def read_news_item(item: _Element, limits: Limits) -> NewsroomItem:
    """The parts of a news item in NewsML-G2."""
    meta, content = child(item, "itemMeta"), child(item, "contentMeta")
    text, notes = _richest(list(_contents(child(item, "contentSet"), limits)))
    headlines = list(children(content, "headline"))
    main = _main(headlines)
    headline = text_of(main) or text.headline or text_of(child(meta, "title"))
    deks = [text_of(one) for one in headlines if one is not main and _SUB.search(_role(one))]
    notices, left_out = _editors_notes(meta)
    dates = _dates_of(item, meta, content)
    metadata = _metadata(item, meta, content, headline, dates)
    return replace(
        text,
        headline=headline or None,
        deks=tuple(dict.fromkeys([*filter(None, deks), *text.deks])),
        bylines=text.bylines or tuple(filter(None, map(text_of, children(content, "by")))),
        notices=tuple(dict.fromkeys([*notices, *text.notices])),
        dateline=text.dateline or text_of(child(content, "dateline")) or None,
        metadata=_filled(metadata, text.metadata),
        notes=(
            *_notes(standing_of(item), dates),
            *notes,
            *((_LEFT_OUT,) if left_out else ()),
            *text.notes,
        ),
    )


def read_first_newsml(item: _Element, limits: Limits) -> NewsroomItem:
    """The parts of a news item in the first NewsML (1.0 to 1.2)."""
    contents = [
        found
        for one in descendants(item, "DataContent")
        if _may_be_text(one)
        for found in _element_contents(one, limits)
    ]
    text, notes = _richest(contents)
    lines = next((one for one in descendants(item, "NewsLines") if text_of(one)), None)
    management = child(item, "NewsManagement")
    revision = text_of(child(item, "Identification", "NewsIdentifier", "RevisionId"))
    dates = item_dates(
        first=text_of(child(management, "FirstCreated")),
        version=text_of(child(management, "ThisRevisionCreated")),
        number=revision,
    )
    provider = next((p for p in descendants(item, "Provider", "Source") if list(p)), None)
    supplier = _party(provider) or text_of(child(lines, "CreditLine"))
    rights = text_of(child(lines, "CopyrightLine"))
    headline = text_of(child(lines, "HeadLine")) or text.headline
    language = next(descendants(item, "Language"), None)
    metadata = Metadata(
        headline=headline or None,
        outlet=supplier or None,
        published=dates.published,
        updated=dates.updated,
        language=language.get("FormalName") if language is not None else None,
        agencies=tuple(filter(None, (supplier, rights))),
        dateline_place=_origin(item),
        source="newsml",
    )
    return replace(
        text,
        headline=headline or None,
        deks=text.deks or tuple(filter(None, map(text_of, children(lines, "SubHeadLine")))),
        bylines=text.bylines or tuple(filter(None, map(text_of, children(lines, "ByLine")))),
        dateline=text.dateline or text_of(child(lines, "DateLine")) or None,
        metadata=_filled(metadata, text.metadata),
        notes=(*_notes(standing_of(item), dates), *notes, *text.notes),
    )


def elsewhere(item: _Element) -> str | None:
    """Where the content of an item lies that holds none itself."""
    for one in descendants(item, "remoteContent", "ContentItem", "NewsItemRef", "itemRef"):
        address = one.get("href") or one.get("Href") or one.get("residref") or one.get("NewsItem")
        if address:
            return address[:200]
    return None


def _contents(contents: _Element | None, limits: Limits) -> Iterator[NewsroomItem]:
    for one in children(contents, "inlineXML", "inlineData"):
        yield from _element_contents(one, limits, kind=one.get("contenttype") or "")


def _element_contents(
    holder: _Element, limits: Limits, *, kind: str = ""
) -> Iterator[NewsroomItem]:
    """What an element holds: NITF, HTML or other elements, or words."""
    nitf = next(descendants(holder, NITF), None)
    if nitf is not None:
        yield read_nitf(nitf)
    elif len(holder):
        yield NewsroomItem(body=_html_body(holder, limits), metadata=Metadata())
    elif holder.get("encoding") is None:
        text = str(holder.text or "")
        body = words_or_markup(text, limits, markup="html" in kind)
        yield NewsroomItem(body=body, metadata=Metadata())


def _html_body(holder: _Element, limits: Limits) -> Fragment:
    """HTML by the rules for HTML, which knows more of its classes; other elements by theirs."""
    from lxml import etree  # noqa: PLC0415

    root = next(descendants(holder, "html"), holder)
    root = next(descendants(root, "body"), root)
    if next(descendants(holder, *_NITF_ONLY), None) is not None:
        return body_of([holder])
    for one in root.iter():
        if isinstance(one.tag, str):
            one.tag = name if _NAME.fullmatch(name := local(one)) else "span"
    etree.cleanup_namespaces(root)
    root.tag = "div"
    return read_fragment(
        etree.tostring(root, method="html", encoding="unicode", with_tail=False), limits
    )


def _richest(found: list[NewsroomItem]) -> tuple[NewsroomItem, tuple[str, ...]]:
    """The content with the most words, the first of those that hold as much; and what is left."""
    if not found:
        return NewsroomItem(body=Fragment("", ()), metadata=Metadata()), ()
    counts = [len(one.body.text.split()) for one in found]
    full = [n for n, count in enumerate(counts) if count and count >= _NEARLY * max(counts)]
    chosen = full[0] if full else 0
    others = sum(1 for n, count in enumerate(counts) if count and n not in full)
    return found[chosen], (f"shorter-body-left-out: {others}",) if others else ()


def _main(headlines: list[_Element]) -> _Element | None:
    """The headline: that with the role, else that of the highest rank, else the first."""
    named = next((one for one in headlines if code_of(_role(one)) in {"main", "headline"}), None)
    plain = [one for one in headlines if text_of(one) and not _SUB.search(_role(one))]
    ranked = sorted(plain, key=lambda one: _rank(one.get("rank")))
    return named if named is not None else next(iter(ranked), None)


def _rank(value: str | None) -> int:
    return int(value) if value and value.isascii() and value.isdigit() else 1_000


def _role(element: _Element) -> str:
    return element.get("role") or ""


def _dates_of(item: _Element, meta: _Element | None, content: _Element | None) -> ItemDates:
    return item_dates(
        first=text_of(child(meta, "firstCreated")),
        content=text_of(child(content, "contentCreated")),
        version=text_of(child(content, "contentModified"))
        or text_of(child(meta, "versionCreated")),
        embargo=text_of(child(meta, "embargoed")),
        number=item.get("version"),
    )


def _metadata(
    item: _Element,
    meta: _Element | None,
    content: _Element | None,
    headline: str,
    dates: ItemDates,
) -> Metadata:
    provider = _name(child(meta, "provider"))
    holder = _name(child(item, "rightsInfo", "copyrightHolder"))
    sources = [_name(one) for one in children(content, "infoSource")]
    rights = text_of(child(item, "rightsInfo", "copyrightNotice"))
    credit = text_of(child(content, "creditline"))
    language = child(content, "language")
    guid = item.get("guid") or ""
    summaries = children(content, "description")
    creators = [_name(one) for one in children(content, "creator")]
    return Metadata(
        headline=headline or None,
        dek=next((text_of(one) for one in summaries if _SUMMARY.search(_role(one))), None),
        authors=tuple(name for name in creators if name and " " in name),
        outlet=provider or holder or next(filter(None, sources), None),
        published=dates.published,
        updated=dates.updated,
        address=guid if re.match(r"https?://", guid, re.IGNORECASE) else None,
        language=language.get("tag") if language is not None else None,
        agencies=tuple(filter(None, (credit, *sources, provider, holder, rights))),
        dateline_place=_name(child(content, "located")),
        source="newsml-g2",
    )


def _editors_notes(meta: _Element | None) -> tuple[list[str], bool]:
    """Notes that tell of a correction; whether others were left out."""
    found, left_out = [], False
    for note in children(meta, "edNote"):
        words = text_of(note)
        is_public = note.get("pubconstraint") is None
        notice = notice_of(words)
        if notice is None and is_public and _CORRECTION.search(_role(note)):
            notice = words
        left_out = left_out or (notice is None and bool(words))
        found += [notice] if notice else []
    return found, left_out


def _notes(standing: Standing, dates: ItemDates) -> tuple[str, ...]:
    embargo = (f"embargoed-until: {dates.embargoed}",) if dates.embargoed else ()
    return (*((standing.reason,) if standing.reason else ()), *embargo)


def _name(element: _Element | None) -> str | None:
    """The printed name of a party or place; a code only where it is one."""
    if element is None:
        return None
    name = text_of(child(element, "name")) or (element.get("literal") or "").strip()
    if name:
        return name
    scheme, _, code = (element.get("qcode") or "").partition(":")
    return code or None if scheme == _PROVIDERS else None


def _party(element: _Element | None) -> str:
    party = child(element, "Party")
    return (party.get("FormalName") or "").strip() if party is not None else ""


def _origin(item: _Element) -> str | None:
    """The town where it was written."""
    for place in descendants(item, "Location"):
        if (place.get("HowPresent") or "").casefold() not in {"origin", ""}:
            continue
        for one in children(place, "Property"):
            if one.get("FormalName") == "City" and one.get("Value"):
                return one.get("Value")
    return None


def _may_be_text(content: _Element) -> bool:
    media = child(content.getparent(), "MediaType")
    return media is None or (media.get("FormalName") or "text").casefold() == "text"


def _filled(metadata: Metadata, more: Metadata) -> Metadata:
    """What the item says, and where it is silent what its text's own head says."""
    return replace(
        metadata,
        headline=metadata.headline or more.headline,
        dek=metadata.dek or more.dek,
        authors=metadata.authors or more.authors,
        outlet=metadata.outlet or more.outlet,
        published=metadata.published or more.published,
        updated=metadata.updated or more.updated,
        address=metadata.address or more.address,
        language=metadata.language or more.language,
        agencies=tuple(dict.fromkeys((*metadata.agencies, *more.agencies))),
        dateline_place=metadata.dateline_place or more.dateline_place,
    )
