"""Names of members of archives, as text and without what could lead out of the archive."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from dataclasses import dataclass

_DRIVE = re.compile(r"^[A-Za-z]:")
_LONGEST = 255
_UNSAFE_FORMATS = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that turn the direction of what is printed after them."""


@dataclass(frozen=True, slots=True)
class CleanName:
    """The name of a member, as it is shown."""

    path: str
    """From the archive's top, with forward slashes; never absolute, never upwards."""
    is_folder: bool
    changed: bool
    """Whether the name as it stands in the archive is another."""


def stored_name(info: zipfile.ZipInfo) -> str:
    """A member's name as it stands in the archive.

    Without the mark that says UTF-8 the name is in UTF-8 nevertheless when it can be, for
    many packers leave the mark out, else in code page 437.
    """
    stated = info.orig_filename
    if info.flag_bits & 0x800:
        return stated
    plain = stated.partition("\0")[0]
    if info.filename not in {plain, plain.replace("\\", "/")}:
        return info.filename  # from the field beside that gives it in UTF-8
    try:
        return stated.encode("cp437").decode("utf-8")
    except UnicodeError:
        return stated


def clean_name(name: str) -> CleanName:
    """The name with forward slashes and without drives, `..`, control characters and NUL."""
    slashed = name.replace("\\", "/")
    parts = [
        "".join("\ufffd" if _is_unsafe(letter) else letter for letter in part)[:_LONGEST]
        for part in _DRIVE.sub("", slashed).split("/")
        if part not in {"", ".", ".."}
    ]
    path = "/".join(parts)
    is_folder = slashed.endswith("/")
    return CleanName(path, is_folder, changed=path + "/" * is_folder != name)


def _is_unsafe(letter: str) -> bool:
    return unicodedata.category(letter) in {"Cc", "Cs"} or letter in _UNSAFE_FORMATS
