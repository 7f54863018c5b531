"""Web addresses: what they must look like to be asked, and what a page at one is called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.errors import BrokenInput, NotAllowed, UnreachableInput
from onrecord.sources.web.fetch_trouble import Trouble

if TYPE_CHECKING:
    import httpx

_HOST = re.compile(r"[a-z0-9._-]+|[0-9a-f:.]+", re.IGNORECASE)
_LONGEST_NAME = 120
"""Code points of a base name; some addresses end in whole headlines."""


def web_url(address: str) -> httpx.URL:
    """The address as it is asked for: without a fragment, in the normal form.

    Raises:
        Trouble: it is no web address, or holds a password.
    """
    import httpx  # noqa: PLC0415

    try:
        url = httpx.URL(str(httpx.URL(address.strip())))
        host = url.raw_host.decode("ascii")
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise Trouble(UnreachableInput, f"this is no web address ({error})") from error
    if not url.scheme:
        raise Trouble(UnreachableInput, "this is no web address (http:// or https:// is missing)")
    if url.scheme not in ("http", "https"):
        raise Trouble(NotAllowed, f"only http and https addresses are fetched, not {url.scheme}")
    port = 80 if url.port is None else url.port
    if not _HOST.fullmatch(host) or not 0 < port < 65_536:
        raise Trouble(UnreachableInput, "this is no web address (it names no host)")
    if url.userinfo:
        text = "it holds a user name or password, which would be kept in the record; leave it out"
        raise Trouble(NotAllowed, text)
    return url.copy_with(raw_path=url.raw_path, fragment=None)


def next_url(url: httpx.URL, location: str) -> httpx.URL:
    """Where a redirect leads.

    Raises:
        Trouble: to what must not be or cannot be asked for.
    """
    import httpx  # noqa: PLC0415

    leads = f"it redirects to {shown_address(location[:200])}"
    try:
        return web_url(str(url.join(location)))
    except Trouble as trouble:
        raise Trouble(trouble.kind, f"{leads}: {trouble.text}") from trouble
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise Trouble(BrokenInput, f"{leads}, which is no web address ({error})") from error


def proxy_for(url: httpx.URL) -> str | None:
    """The proxy that the environment names for an address."""
    from urllib.request import getproxies, proxy_bypass  # noqa: PLC0415

    proxies = getproxies()
    proxy = proxies.get(url.scheme) or proxies.get("all")
    if not proxy or proxy_bypass(url.netloc.decode("ascii")):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"


def shown_address(address: str) -> str:
    """An address as messages show it: text that can be written as UTF-8, without a password."""
    return _SECRET.sub(r"\1…@", address.encode("utf-8", "replace").decode("utf-8"))


_SECRET = re.compile(r"^([a-z][a-z0-9+.-]*:/*)[^/?#@]*:[^/?#]*@", re.IGNORECASE)
"""User name and password at the beginning of an address."""


def is_front_page(address: str) -> bool:
    """Whether an address names a host and no page on it."""
    return re.fullmatch(r"[a-z]+:/*[^/?#]*/?(?:#.*)?", address.strip(), re.I | re.S) is not None


def base_name(address: str) -> str:
    """What a page is called: the last part of its address's path, or its host.

    It is one line without slashes, whatever the address holds.
    """
    from urllib.parse import unquote, urlsplit  # noqa: PLC0415

    parts = urlsplit(address)
    last = unquote(parts.path.rstrip("/").rpartition("/")[2])
    safe = "".join(c if c.isprintable() and c not in "/\\" else "_" for c in last).strip(" .")
    if len(safe) > _LONGEST_NAME:
        stem, dot, suffix = safe.rpartition(".")
        kept = f"{dot}{suffix}" if stem and len(suffix) <= 5 else ""
        safe = safe[: _LONGEST_NAME - len(kept)] + kept
    return safe or parts.hostname or "page"
