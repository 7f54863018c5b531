"""Ids: the first 16 hex digits of a SHA-256 over what makes a thing itself.

An article's id is over its bytes and what was given with it from outside, each with
its length, so that no two lists of parts give the same input.
"""

from __future__ import annotations

import hashlib

from onrecord.values.pages import Given


def make_id(*parts: str | bytes | None) -> str:
    """16 hex digits over the parts, each with its length; None differs from empty."""
    digest = hashlib.sha256()
    for part in parts:
        if part is None:
            digest.update(b"-;")
            continue
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(f"{len(data)}:".encode())
        digest.update(data)
        digest.update(b";")
    return digest.hexdigest()[:16]


def article_id(data: bytes, given: Given) -> str:
    """The id of an item: its bytes, and the address, outlet and date given with it."""
    return make_id(data, given.address, given.outlet, given.published)


def finding_id(kind: str, article: str, start: int, end: int) -> str:
    """The id of something found in one article."""
    return make_id(kind, article, str(start), str(end))


def group_id(kind: str, members: list[str]) -> str:
    """The id of a group: its kind and its smallest member."""
    return make_id(kind, min(members))
