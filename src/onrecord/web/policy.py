"""The page's own style and script, and the policy that lets nothing else run or load."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True, slots=True)
class Assets:
    """What goes inline into the page, and the Content-Security-Policy that allows just that."""

    style: str
    script: str
    policy: str


def load_assets() -> Assets:
    """Style and script of the package, with their hashes in the policy."""
    style, script = _read("page.css"), _read("page.js")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return Assets(style, script, policy)


def _read(name: str) -> str:
    path = resources.files("onrecord.web").joinpath("static", name)
    return path.read_text(encoding="utf-8").replace("\r\n", "\n")


def _digest(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
