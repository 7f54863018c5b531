"""Which outlet a feed's articles are of: its title is often that of a section or a list."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

_SEPARATOR = re.compile(r"\s+[|»›>•·–—:-]+\s+|\s*[|»›]\s*|:\s+")
_FEED_WORDS = re.compile(
    r"\s*[\[(|:–—-]*\s*\b(?:rss|atom|xml)(?:\s*2\.0)?(?:\s+feeds?)?[\])]*\Z", re.I
)
_REDIRECTOR = re.compile(r"(?:feeds?|feedproxy|rss|links?|click)\d?\.", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W_]+")
_FEWEST = 3


def publication(title: str, *, address: str | None, rights: str | None) -> str | None:
    """The outlet's name in a feed's title, as printed there.

    Of `Top stories - The Lindgate Courier` the part that the feed's own address or its
    copyright line names; all of it where neither tells.
    """
    title = _FEED_WORDS.sub("", title).strip(" -|:–—")
    if not title:
        return None
    parts = [part.strip() for part in _SEPARATOR.split(title) if part.strip()]
    if len(parts) < 2:
        return title
    site = site_name(address)
    named = [part for part in parts if site and _names(part, site)]
    if not named and rights:
        folded = _folded(rights)
        named = [part for part in parts if len(_folded(part)) > _FEWEST and _folded(part) in folded]
    return max(named, key=len) if named else title


def is_foreign(address: str | None, feed_address: str | None) -> bool:
    """Whether an entry leads to another site than the feed's: the feed only gathers it.

    Redirectors (`feeds.example`) tell nothing.
    """
    own, other = site_name(feed_address), site_name(address)
    if not own or not other or own == other:
        return False
    hosts = (_host(address), _host(feed_address))
    return not any(_REDIRECTOR.match(host) for host in hosts)


def site_name(address: str | None) -> str:
    """The name in an address's host without `www.` and what it ends in: `theguardian`."""
    return _name_of_host(_host(address))


@lru_cache(maxsize=4_096)
def _name_of_host(host: str) -> str:
    if "." not in host:
        return ""
    from tld import get_tld  # noqa: PLC0415

    try:
        found = get_tld(f"https://{host}", as_object=True, fail_silently=True)
    except ValueError:
        found = None
    domain = getattr(found, "domain", None)
    return str(domain) if domain else host.split(".")[-2]


def _host(address: str | None) -> str:
    try:
        return (urlsplit(address or "").hostname or "").lower()
    except ValueError:
        return ""


def _names(part: str, site: str) -> bool:
    """Whether a part of a title and a site's name are one: by letters, or by its beginning."""
    whole, own = _folded(part), _folded(site)
    bare = whole.removeprefix("the")
    if min(len(bare), len(own)) < _FEWEST:
        return bare == own
    if bare in own or own in whole:
        return True
    initials = "".join(word[0] for word in _LETTERS.findall(part.casefold()))
    return len(initials) >= _FEWEST and own.startswith(initials)


def _folded(text: str) -> str:
    return "".join(_LETTERS.findall(text.casefold()))
