"""What the names of elements and classes say about the text inside of them.

A class name is a hint that an author of style sheets left; it is split into its words
("article__share-bar" has "share"), and only whole words count.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

_RESIDUE_TAGS = frozenset({"nav", "footer", "aside", "button", "form", "dialog", "menu"})
_RESIDUE_LANDMARKS = frozenset(
    {"navigation", "complementary", "banner", "search", "dialog", "alert", "contentinfo", "menu"}
)
_RESIDUE_WORDS = frozenset(
    {
        *("share", "sharing", "shares", "sharebar", "social", "socials", "related", "newsletter"),
        *("newsletters", "promo", "promos", "promotion", "comment", "comments", "disqus"),
        *("cookie", "cookies", "consent", "gdpr", "ad", "ads", "adv", "advert", "adverts"),
        *("advertisement", "advertising", "adslot", "sponsor", "sponsored", "outbrain"),
        *("taboola", "recirc", "recirculation", "recommended", "recommendations", "trending"),
        *("popular", "subscribe", "subscription", "signup", "breadcrumb", "breadcrumbs"),
        *("pagination", "sidebar", "navbar", "nav", "navigation", "menu", "toolbar", "masthead"),
        *("teaser", "teasers"),
    }
)
_CAPTION_WORDS = frozenset({"caption", "captions", "credit", "credits", "cutline"})
_MEDIA_WORDS = frozenset(
    "figure picture media image img photo photos video gallery slideshow lightbox wp".split()  # noqa: SIM905 - read at a glance
)
_BYLINE_WORDS = frozenset({"byline", "bylines", "author", "authors"})
_PROFILE_WORDS = frozenset({"bio", "biography", "about", "description", "profile", "info", "box"})
_TIMESTAMP_WORDS = frozenset(
    "dateline timestamp published pubdate datetime datestamp updated timeago".split()  # noqa: SIM905 - read at a glance
)
_NAMING = frozenset({"class", "id", "itemprop", "rel", "role"})
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD = re.compile(r"[a-z]+")
_UNDISPLAYED = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)", re.IGNORECASE
)
SPEAKING_TAGS = _RESIDUE_TAGS | {
    *("article", "blockquote", "figcaption", "figure", "picture", "time"),
    *("pre", "listing", "xmp", "plaintext"),
}
"""Elements that say something about their text by their name alone."""
_HOLDERS = frozenset({"html", "body", "main", "article"})


class Mark(NamedTuple):
    """What one element says about the text in it. Strings are reasons, or empty."""

    residue: str = ""
    article: bool = False
    media: bool = False
    link: bool = False
    preformatted: bool = False
    quote: bool = False
    caption: str = ""
    captions_media: str = ""
    """A caption if it stands with a picture; else the name may mean anything."""
    byline: str = ""
    timestamp: str = ""

    silent: bool = True
    """Whether nothing changes inside of the element."""


class Surroundings(NamedTuple):
    """What the open elements together say about text; inherited inwards."""

    region: int = -1
    """Number of the innermost region that is hidden or residue, -1 for none."""
    article: bool = False
    media: bool = False
    link: bool = False
    preformatted: bool = False
    quote: bool = False
    caption: str = ""
    byline: str = ""
    timestamp: str = ""

    def within(self, mark: Mark, region: int) -> Surroundings:
        """The surroundings inside of an element with this mark."""
        media = self.media or mark.media
        return Surroundings(
            region=region,
            article=self.article or mark.article,
            media=media,
            link=self.link or mark.link,
            preformatted=self.preformatted or mark.preformatted,
            quote=self.quote or mark.quote,
            caption=mark.caption or (mark.captions_media if media else "") or self.caption,
            byline=mark.byline or self.byline,
            timestamp=mark.timestamp or self.timestamp,
        )


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """Whether the element says of itself that it is not shown."""
    if "hidden" in attributes and attributes["hidden"].lower() != "until-found":
        return True
    if attributes.get("aria-hidden", "").strip().lower() == "true":
        return True
    return "style" in attributes and _UNDISPLAYED.search(attributes["style"]) is not None


def mark_of(tag: str, attributes: Mapping[str, str]) -> Mark:
    """What the element says about the text in it."""
    link = "href" if tag == "a" and "href" in attributes else ""
    if _NAMING.isdisjoint(attributes):
        return _mark(tag, "", "", itemprop="", link=link, role="")
    get = attributes.get
    return _mark(
        tag,
        get("class", "")[:400],
        get("id", "")[:100],
        itemprop=get("itemprop", "")[:100],
        link=f"{get('rel', '')[:100]} {link}",
        role=get("role", "")[:100],
    )


@lru_cache(maxsize=16_384)
def _mark(tag: str, classes: str, id_: str, *, itemprop: str, link: str, role: str) -> Mark:
    properties = set(itemprop.lower().split())
    named = name_words(classes) if tag not in _HOLDERS else frozenset()
    byline = timestamp = ""
    if properties & {"author", "creator"}:
        byline = "markup-property: author"
    elif "author" in link.lower().split():
        byline = "markup-relation: author"
    elif named & _BYLINE_WORDS and not named & _PROFILE_WORDS:
        byline = f"markup-class: {min(named & _BYLINE_WORDS)}"
    if properties & {"datepublished", "datemodified"}:
        timestamp = "markup-property: date"
    elif tag == "time":
        timestamp = "markup-element: time"
    elif named & _TIMESTAMP_WORDS:
        timestamp = f"markup-class: {min(named & _TIMESTAMP_WORDS)}"
    mark = Mark(
        residue=_residue_reason(tag, role, named | name_words(id_)),
        article=tag == "article",
        media=tag in {"figure", "picture"} or not named.isdisjoint(_MEDIA_WORDS),
        link=tag == "a" and link.endswith("href"),
        preformatted=tag in {"pre", "listing", "xmp", "plaintext"},
        quote=tag == "blockquote",
        caption="markup-element: figcaption" if tag == "figcaption" else "",
        captions_media=_first_reason(named & _CAPTION_WORDS),
        byline=byline,
        timestamp=timestamp,
    )
    return mark if mark == _NOTHING else mark._replace(silent=False)


_NOTHING = Mark()


def _residue_reason(tag: str, role: str, named: frozenset[str]) -> str:
    if tag in _RESIDUE_TAGS:
        return f"markup-element: {tag}"
    landmark = role.strip().lower()
    if landmark in _RESIDUE_LANDMARKS:
        return f"markup-landmark: {landmark}"
    return "" if tag in _HOLDERS else _first_reason(named & _RESIDUE_WORDS)


def _first_reason(words: frozenset[str]) -> str:
    return f"markup-class: {min(words)}" if words else ""


@lru_cache(maxsize=16_384)
def name_words(*names: str) -> frozenset[str]:
    """The words of class names and ids, lower case."""
    together = " ".join(names)
    if not together.islower():
        together = _CAMEL.sub(" ", together).lower()
    return frozenset(_WORD.findall(together))
