"""What a user may set, with its default and the reason for it.

Every setting has an environment variable, read once by `load_settings`. Settings
that change results are kept in the record file and shown in its colophon.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace

from onrecord.errors import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much of anything one input may bring; one value goes through every reader.

    All sizes are in bytes unless the name says otherwise.
    """

    item_bytes: int = 50_000_000
    """Largest single article (a file, a row, a member)."""
    container_bytes: int = 20_000_000_000
    """Largest file that holds many articles. It is streamed, but for JSON documents and database
    exports, which are held whole and may have 20 times `item_bytes`."""
    container_items: int = 1_000_000
    """Most articles taken out of one container."""
    html_depth: int = 2_000
    """Deepest nesting of elements that is followed; deeper ones are flattened."""
    article_characters: int = 2_000_000
    """Longest kept text, in code points, that is analysed; longer ones are kept unanalysed."""
    folder_depth: int = 64
    """Deepest nesting of folders that is followed."""
    archive_depth: int = 5
    """Deepest nesting of containers in containers (a mail in a zip in a zip)."""
    archive_bytes: int = 100_000_000_000
    """Most bytes that one archive may unpack to, all that lies in it together."""
    mail_parts: int = 500
    """Most parts of one mail that are looked at."""
    pdf_pages: int = 2_000
    """Most pages of one PDF that are read."""
    fetch_seconds: int = 60
    """Longest time, in seconds, that one address may take to answer in full."""
    fetch_redirects: int = 10
    """Most redirects that are followed from one address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of one run."""

    model: str = "auto"
    """`auto`, the name of an installed spaCy package, or the path of a model folder."""
    limits: Limits = Limits()
    lock_seconds: float = 2.0
    """How long to wait for another process before saying that the file is locked."""
    user_agent: str = ""
    """How addresses are asked for, by whom and where to complain; empty: by the program's name
    and version."""


def load_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """Settings from the environment.

    `ONRECORD_MODEL`, `ONRECORD_LOCK_SECONDS`, `ONRECORD_USER_AGENT` and, for each limit,
    `ONRECORD_LIMIT_<NAME>`.

    Raises:
        UsageError: a value is not of the kind it should be.
    """
    env = os.environ if environment is None else environment
    limits: dict[str, int] = {}
    for field in fields(Limits):
        name = f"ONRECORD_LIMIT_{field.name.upper()}"
        if name in env:
            limits[field.name] = _whole_number(name, env[name])
    settings = Settings(limits=replace(Limits(), **limits))
    if env.get("ONRECORD_MODEL"):
        settings = replace(settings, model=env["ONRECORD_MODEL"])
    if env.get("ONRECORD_LOCK_SECONDS"):
        name = "ONRECORD_LOCK_SECONDS"
        try:
            settings = replace(settings, lock_seconds=float(env[name]))
        except ValueError as error:
            raise UsageError(f"{name} must be a number of seconds, not {env[name]!r}") from error
    if env.get("ONRECORD_USER_AGENT"):
        settings = replace(settings, user_agent=_header(env["ONRECORD_USER_AGENT"]))
    return settings


def _header(value: str) -> str:
    if not (value.isascii() and value.isprintable() and value.strip()):
        raise UsageError(f"ONRECORD_USER_AGENT must be printable ASCII, not {value!r}")
    return value.strip()


def _whole_number(name: str, value: str) -> int:
    try:
        number = int(value.replace("_", ""))
    except ValueError as error:
        raise UsageError(f"{name} must be a whole number, not {value!r}") from error
    if number <= 0:
        raise UsageError(f"{name} must be above zero, not {value!r}")
    return number
