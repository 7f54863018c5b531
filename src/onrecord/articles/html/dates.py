"""When a page was published and when it was changed, as the page states it.

Two things, never one for the other; nothing is taken from running text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.articles.html.json_ld import Node
from onrecord.articles.html.meta_tags import LONGEST, Found, MetaTags, first, found_in, linked

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_PUBLISHED = (
    *("article:published_time", "article:published", "og:article:published_time"),
    *("og:published_time", "datepublished", "parsely-pub-date", "sailthru.date"),
    *("dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "pubdate", "pub_date"),
    *("publish-date", "publish_date", "publication_date", "ptime", "cxenseparse:recs:publishtime"),
)
_MODIFIED = (
    *("article:modified_time", "article:modified", "og:article:modified_time", "og:updated_time"),
    *("datemodified", "dc.date.modified", "dcterms.modified", "lastmod", "utime"),
)


def read_dates(tree: HtmlElement, node: Node, metas: MetaTags) -> tuple[Found | None, Found | None]:
    """The dates of publication and of the last change, as they stand."""
    published = first(
        linked(node, "datePublished"), *found_in(metas, _PUBLISHED), linked(node, "dateCreated")
    )
    modified = first(linked(node, "dateModified"), *found_in(metas, _MODIFIED))
    if published is None or modified is None:
        seen_published, seen_modified = _time_elements(tree)
        published = published or first((seen_published, "time-element"))
        modified = modified or first((seen_modified, "time-element"))
    return published, modified


def _time_elements(tree: HtmlElement) -> tuple[str, str]:
    """The dates of elements that say which of the two they are, or that stand alone."""
    published = modified = ""
    others: list[str] = []
    for element in _dated(tree):
        properties = (element.get("itemprop") or "").lower().split()
        value = (element.get("datetime") or element.get("content") or "").strip()
        value = value or (" ".join((element.text or "").split()) if properties else "")
        if not value or len(value) > LONGEST:
            continue
        classes = (element.get("class") or "").lower()
        if "datemodified" in properties or (element.tag == "time" and "updated" in classes):
            modified = modified or value
        elif "datepublished" in properties or (
            element.tag == "time" and (element.get("pubdate") is not None or "published" in classes)
        ):
            published = published or value
        elif element.tag == "time":
            others.append(value)
    if not published and len(set(others)) == 1:
        published = others[0]
    return published, modified


def _dated(tree: HtmlElement) -> list[HtmlElement]:
    found = tree.xpath("//time | //*[contains(@itemprop, 'date')]")
    return found if isinstance(found, list) else []
