"""What a page says of itself outside of its visible text.

Each field is read from the strongest place that has it: JSON-LD, OpenGraph, meta tags,
then elements. Values are kept as they stand; dates are not interpreted, and no date is
looked for in running text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from onrecord.articles.html.dates import read_dates
from onrecord.articles.html.json_ld import (
    Node,
    article_node,
    is_article,
    named_nodes,
    names_of,
    node_addresses,
    text_of,
)
from onrecord.articles.html.meta_tags import (
    LONGEST,
    Found,
    MetaTags,
    first,
    found_in,
    linked,
    meta_basis,
    read_meta_tags,
)

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SAVED_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)\s*(?P<chrome>https?://[^\s>]{1,2000})"
    r"|Page saved with SingleFile\s+url:\s*(?P<single>https?://[^\s>]{1,2000}))",
    re.IGNORECASE,
)
_SEARCHED = 8_192  # characters at the start in which a note of the saving browser stands
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*\Z")
_WEB = ("http://", "https://")
_ABOUT_SITE = frozenset({"website", "organization", "newsmediaorganization", "newspaper"})

_HEADLINE = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "title")
_DEK = ("og:description", "description", "twitter:description", "sailthru.description")
_AUTHOR = ("article:author", "author", "parsely-author", "sailthru.author", "dc.creator", "byl")
_OUTLET = ("og:site_name", "application-name", "dc.publisher", "publisher", "cre")
_AGENCY = ("source", "copyright", "article:source", "dc.source", "dc.rights", "news_agency")
_KEYWORDS = ("news_keywords", "keywords", "parsely-tags", "sailthru.tags")


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlMetadata:
    """What the page says of itself; None or empty where it says nothing."""

    headline: str | None = None
    dek: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None
    """As it stands: mostly ISO 8601 with a zone, sometimes any other form."""
    modified: str | None = None
    address: str | None = None
    """Always of http or https."""
    language: str | None = None
    """Language tag of the html element, as `en` or `en-GB`."""
    agencies: tuple[str, ...] = ()
    """Credits, sources and copyright notices; whether an agency is among them is not known."""
    keywords: tuple[str, ...] = ()
    title: str | None = None
    """The words of the title element; they may hold the outlet's name as well."""
    kind: str | None = None
    """`article` where JSON-LD says so, else OpenGraph's type as it stands."""
    bases: tuple[tuple[str, str], ...] = ()
    """Name of each field that has a value, and where it was read."""

    def basis(self, field: str) -> str | None:
        """Where the field was read: None without a value.

        One of `json-ld`, `open-graph`, `meta`, `time-element`, `canonical-link`,
        `saved-from`, `title-element`, `html-element`.
        """
        return dict(self.bases).get(field)


def read_metadata(tree: HtmlElement, page: str = "") -> HtmlMetadata:
    """The metadata of a page; `page` are its characters, for the comments in them."""
    metas = read_meta_tags(tree)
    scripts = _scripts(tree)
    canonical = _canonical(tree)
    title = _title(tree)
    node = article_node(
        scripts,
        addresses=[canonical, metas.get("og:url", [""])[0]],
        headlines=[metas.get("og:title", [""])[0], title, *_headings(tree)],
    )
    published, modified = read_dates(tree, node, metas)
    single: dict[str, Found | None] = {
        "headline": first(linked(node, "headline"), *found_in(metas, _HEADLINE)),
        "dek": first(linked(node, "description"), *found_in(metas, _DEK)),
        "outlet": _outlet(node, metas, scripts),
        "published": published,
        "modified": modified,
        "address": _address(canonical, node, metas, page),
        "language": _language(tree),
        "title": (title, "title-element") if title else None,
        "kind": _kind(node, metas),
    }
    several: dict[str, tuple[tuple[str, ...], str]] = {
        "authors": _authors(node, metas),
        "agencies": _agencies(node, metas),
        "keywords": _keywords(node, metas),
    }
    bases = [(name, found[1]) for name, found in single.items() if found]
    bases += [(name, basis) for name, (values, basis) in several.items() if values]
    values: dict[str, Any] = {name: found[0] if found else None for name, found in single.items()}
    values |= {name: found for name, (found, _) in several.items()}
    return HtmlMetadata(**values, bases=tuple(sorted(bases)))


def _scripts(tree: HtmlElement) -> list[str]:
    return [
        element.text
        for element in tree.iter("script")
        if element.text and "ld+json" in (element.get("type") or "").lower()
    ]


def _headings(tree: HtmlElement) -> list[str]:
    return [_words(element)[:LONGEST] for element in tree.iter("h1")][:5]


def _title(tree: HtmlElement) -> str:
    return next((_words(element)[:LONGEST] for element in tree.iter("title")), "")


def _words(element: HtmlElement) -> str:
    return " ".join("".join(str(part) for part in element.itertext()).split())


def _canonical(tree: HtmlElement) -> str:
    for element in tree.iter("link"):
        if "canonical" in (element.get("rel") or "").lower().split():
            return _web_address(element.get("href"))
    return ""


def _address(canonical: str, node: Node, metas: MetaTags, page: str) -> Found | None:
    saved = _SAVED_FROM.search(page[:_SEARCHED])
    return first(
        (canonical, "canonical-link"),
        *((_web_address(value), basis) for value, basis in found_in(metas, ("og:url",))),
        *((_web_address(value), "json-ld") for value in node_addresses(node)),
        (_web_address((saved["chrome"] or saved["single"]) if saved else ""), "saved-from"),
    )


def _web_address(value: str | None) -> str:
    """The address without white space around it; empty where it is not of the web."""
    address = (value or "").strip()
    fits = address.lower().startswith(_WEB) and len(address) <= LONGEST
    return address if fits and not re.search(r"[\s<>\"]", address) else ""


def _outlet(node: Node, metas: MetaTags, scripts: list[str]) -> Found | None:
    publisher = names_of(node.get("publisher"))
    sites = [name for site in named_nodes(scripts, _ABOUT_SITE) for name in names_of(site)]
    candidates = (
        *found_in(metas, ("og:site_name",)),
        *((name, "json-ld") for name in publisher),
        *found_in(metas, _OUTLET),
        *((name, "json-ld") for name in sites),
    )
    # the address of a page at a social network stands here now and then
    return first(*(found for found in candidates if not found[0].lower().startswith(_WEB)))


def _kind(node: Node, metas: MetaTags) -> Found | None:
    declared = ("article", "json-ld") if is_article(node) else ("", "")
    return first(declared, *found_in(metas, ("og:type",)))


def _language(tree: HtmlElement) -> Found | None:
    root = tree.getroottree().getroot()
    language = (root.get("lang") or root.get("xml:lang") or "").strip()
    return (language, "html-element") if _LANGUAGE.match(language) else None


def _authors(node: Node, metas: MetaTags) -> tuple[tuple[str, ...], str]:
    named = names_of(node.get("author")) or names_of(node.get("creator"))
    if named:
        return named, "json-ld"
    for name in _AUTHOR:
        # profile addresses stand here as often as names
        values = tuple(v for v in metas.get(name, ()) if not v.lower().startswith(_WEB))
        if values:
            return values, meta_basis(name)
    return (), ""


def _agencies(node: Node, metas: MetaTags) -> tuple[tuple[str, ...], str]:
    stated = [
        name
        for key in ("creditText", "sourceOrganization", "provider", "copyrightHolder")
        for name in names_of(node.get(key))
    ]
    if stated:
        return tuple(dict.fromkeys(stated)), "json-ld"
    values = tuple(dict.fromkeys(value for value, _ in found_in(metas, _AGENCY)))
    return values, "meta"


def _keywords(node: Node, metas: MetaTags) -> tuple[tuple[str, ...], str]:
    value = node.get("keywords")
    given = [text_of(v) for v in value] if isinstance(value, list) else [text_of(value)]
    basis = "json-ld"
    if not any(given):
        given, basis = metas.get("article:tag", []), "open-graph"
    if not any(given):
        given = next((metas[name] for name in _KEYWORDS if name in metas), [])
        basis = "meta"
    words = [word.strip() for item in given for word in item.split(",")]
    return tuple(dict.fromkeys(word for word in words if word)), basis
