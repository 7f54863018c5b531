"""One news item in NewsML-G2, NITF or the first NewsML."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.articles.evidence import Reading
from onrecord.articles.iptc.newsml import elsewhere, read_first_newsml, read_news_item
from onrecord.articles.iptc.newsroom_item import NewsroomItem, read_newsroom_item
from onrecord.articles.iptc.nitf import read_nitf
from onrecord.errors import BrokenInput, EmptyInput
from onrecord.settings import Limits
from onrecord.sources.iptc.news_xml_tree import NITF, descendants, local, parse_news_xml
from onrecord.values.pages import Page

if TYPE_CHECKING:
    from lxml.etree import _Element


def read_news_xml_page(page: Page, limits: Limits) -> Reading:
    """The reading of one news item.

    Raises:
        BrokenInput: it is no XML, or no news item.
        EmptyInput: it holds no text; the message says where it lies, where that is stated.
    """
    try:
        document = parse_news_xml(page.data)
    except BrokenInput as error:
        raise BrokenInput(f"{page.name}: {error}") from error
    item = _item(document.root, limits)
    if item is None:
        raise BrokenInput(f"{page.name}: there is no news item in it")
    if not item.body.text.strip():
        raise EmptyInput(f"{page.name}: {_why_empty(document.root)}")
    return read_newsroom_item(replace(item, notes=(*document.notes, *item.notes)))


def _item(root: _Element, limits: Limits) -> NewsroomItem | None:
    for element in descendants(root, "newsItem", "NewsItem", NITF):
        name = local(element)
        if name == NITF:
            return read_nitf(element)
        if name == "newsItem":
            return read_news_item(element, limits)
        return read_first_newsml(element, limits)
    return None


def _why_empty(root: _Element) -> str:
    place = elsewhere(root)
    if place is None:
        return "the news item has no text"
    return f"the news item has no text of its own; its content lies elsewhere ({place}): add that"
