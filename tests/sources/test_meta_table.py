"""What is given from outside: the table of `--meta`, and which page gets what."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import UsageError
from onrecord.sources.meta_table import read_meta_table
from onrecord.values.pages import Given

WORDS = "The council voted."


def test_table(write: Callable[..., Path]) -> None:
    """Columns may be called by any of their names; empty cells give nothing."""
    path = write("m.csv", "Path;URL;Source;Date\n./x/a.txt;https://elm.example/1;Elm Post;\n")
    given = Given(address="https://elm.example/1", outlet="Elm Post")
    assert read_meta_table(path) == {"x/a.txt": given}


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("file,colour\na,red\n", "colour"),
        ("url,date\na,b\n", "file, name or path"),
        ("file,url,address\na,b,c\n", "two columns"),
        ("file,url\na,b\na,c\n", "twice"),
        ("file,url\n,b\n", "names no file"),
        ("file,url\na,b,c\n", "3 cells"),
        ("", "file, name or path"),
    ],
)
def test_wrong_tables(table: str, message: str, write: Callable[..., Path]) -> None:
    """What the table gets wrong is said."""
    with pytest.raises(UsageError, match=message):
        read_meta_table(write("m.csv", table))


def test_missing_table(tmp_path: Path) -> None:
    """A table that is not there is a wrong request."""
    with pytest.raises(UsageError, match="cannot be read"):
        read_meta_table(tmp_path / "none.csv")


def test_pages_get_what_is_given(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """A path is looked up before a name; keys that met no page are known to the caller."""
    for name in ("x/a.txt", "y/a.txt", "b.txt"):
        write(name, WORDS)
    folder = write("c.txt", WORDS).parent
    given = {
        "x/a.txt": Given(outlet="by path"),
        "a.txt": Given(outlet="by name"),
        str(folder / "b.txt"): Given(outlet="by full path"),
        "z.txt": Given(outlet="nobody"),
    }
    used: set[str] = set()
    pages, _ = read(folder, given=given, used=used)
    outlets = [page.given.outlet for page in pages]
    assert outlets == ["by full path", None, "by path", "by name"]
    assert set(given) - used == {"z.txt"}


def test_members_get_what_is_given(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """A member's own row counts first; else its container's, but for the address."""
    path = write("a.jsonl", f'{{"text":"{WORDS}"}}\n' * 2)
    given = {
        "a.jsonl": Given(outlet="Elm Post", address="https://elm.example/"),
        "a.jsonl#2": Given(outlet="Reed News", address="https://reed.example/2"),
    }
    pages, _ = read(path, given=given)
    assert [page.given for page in pages] == [Given(outlet="Elm Post"), given["a.jsonl#2"]]


def test_accents_and_slashes_do_not_matter(
    write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """Composed and decomposed accents, and both slashes, name the same file."""
    folder = write("x/caf\u00e9.txt", WORDS).parent.parent
    pages, _ = read(folder, given={"x\\cafe\u0301.txt": Given(outlet="Elm Post")})
    assert pages[0].given.outlet == "Elm Post"
