"""Folders: everything below is read in order, but for what never is an article."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from onrecord.settings import Limits

WORDS = "The council of Port Elm voted."


def _link(link: Path, to: Path) -> None:
    try:
        link.symlink_to(to, target_is_directory=to.is_dir())
    except OSError:
        pytest.skip("no symbolic links here")


def test_sorted_and_recursive(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """Files come in sorted order, folders among them; equal files all come."""
    for name in ("b.txt", "a/z.txt", "a/b.txt", "c/b.txt"):
        write(name, WORDS)
    pages, remarks = read(write("d.txt", WORDS).parent)
    assert [page.name for page in pages] == ["b.txt", "z.txt", "b.txt", "b.txt", "d.txt"]
    assert remarks == []


def test_remarks_name_the_way_from_the_folder(
    write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """A remark says where below the folder the input lies, and nothing of what is above."""
    write("sub/junk.txt", bytes(range(256)))
    _, [remark] = read(write("a.txt", WORDS).parent)
    assert remark.name == "in/sub/junk.txt"


def test_hidden_files_are_skipped(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """Hidden files and folders are not read."""
    write(".hidden.txt", WORDS)
    write(".git/a.txt", WORDS)
    pages, remarks = read(write("a.txt", WORDS).parent)
    assert ([page.name for page in pages], remarks) == (["a.txt"], [])


def test_ignore_files(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """Ignore files hold for their folder and below; the inner one has the last word."""
    write(".onrecordignore", "*.md\n/drafts/\n# a comment\n")
    write("sub/.onrecordignore", "!keep.md\nsecret.txt\n")
    for name in ("a.md", "drafts/x.txt", "sub/keep.md", "sub/b.md", "sub/secret.txt"):
        write(name, WORDS)
    write("sub/drafts/y.txt", WORDS)
    pages, remarks = read(write("secret.txt", WORDS).parent)
    assert [page.name for page in pages] == ["secret.txt", "y.txt", "keep.md"]
    assert remarks == []


def test_broken_ignore_pattern_is_told(
    write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """A line that is no pattern is named, and the others hold."""
    write(".onrecordignore", "!\n*.md\n")
    write("a.md", WORDS)
    pages, [remark] = read(write("a.txt", WORDS).parent)
    assert [page.name for page in pages] == ["a.txt"]
    assert (remark.severity, remark.reason) == ("partial", "broken-pattern")


def test_media_are_counted_once_a_folder(
    write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """Pictures, styles and the like, by name or by first bytes, are one note a folder."""
    write("style.css", "p { color: red }")
    write("photo.JPG", b"\xff\xd8\xff\xe0")
    write("photo", b"\x89PNG\r\n\x1a\n")
    write("sub/app.js", "let a = 1")
    pages, remarks = read(write("a.txt", WORDS).parent)
    assert [page.name for page in pages] == ["a.txt"]
    assert [(r.name, r.severity, r.reason) for r in remarks] == [
        ("in/sub", "note", "media-left-aside"),
        ("in", "note", "media-left-aside"),
    ]
    assert "3 left aside" in remarks[1].message


def test_documents_that_are_not_read_fail(
    write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """What may hold an article and is not read is a failure, not a note."""
    write("b.rar", b"Rar!\x1a\x07")
    pages, [remark] = read(write("a.txt", WORDS).parent)
    assert (len(pages), remark.severity, remark.reason) == (1, "failed", "unknown-format")


@pytest.mark.parametrize("ending", ["_files", "_Dateien"])
def test_assets_of_a_saved_page(
    ending: str, write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """The folder of a saved page is not entered; one of that name without a page is."""
    write("Vote.html", f"<html><body><p>{WORDS}</p></body></html>")
    write(f"Vote{ending}/frame.html", "<html><p>Advertisement</p></html>")
    pages, remarks = read(write(f"Other{ending}/b.txt", WORDS).parent.parent)
    assert sorted(page.name for page in pages) == ["Vote.html", "b.txt"]
    assert [(r.severity, r.reason) for r in remarks] == [("note", "assets-not-entered")]


def test_databases_are_left_aside(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """A record that lies among its articles is no input, nor are the files beside it."""
    folder = write("a.txt", WORDS).parent
    with closing(sqlite3.connect(folder / "story.db")) as database:
        database.execute("create table t (a)")
        database.commit()
    write("story.db-wal", b"7\x7f\x06\x82" + bytes(28))
    write("story.db.lock", b"1234")
    write("other.lock", WORDS)
    pages, [remark] = read(folder)
    assert [page.name for page in pages] == ["a.txt", "other.lock"]
    assert (remark.severity, remark.reason) == ("note", "database-left-aside")
    assert "3 left aside" in remark.message


def test_folder_in_itself(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """A link back to the folder is told and not followed."""
    folder = write("sub/a.txt", WORDS).parent.parent
    _link(folder / "sub" / "loop", folder)
    pages, [remark] = read(folder)
    assert [page.name for page in pages] == ["a.txt"]
    assert (remark.severity, remark.reason) == ("note", "loop-not-followed")


def test_links_out_of_the_folder(
    write: Callable[..., Path], read: Callable[..., Any], tmp_path: Path
) -> None:
    """A link to another folder is followed once."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "o.txt").write_text(WORDS)
    folder = write("a.txt", WORDS).parent
    _link(folder / "one", outside)
    _link(folder / "two", outside)
    pages, remarks = read(folder)
    assert [page.name for page in pages] == ["a.txt", "o.txt"]
    assert [remark.reason for remark in remarks] == ["loop-not-followed"]


def test_broken_link(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """A link to nothing is unreachable; the rest goes on."""
    folder = write("b.txt", WORDS).parent
    _link(folder / "a.txt", folder / "nothing")
    pages, [remark] = read(folder)
    assert ([page.name for page in pages], remark.reason) == (["b.txt"], "unreachable")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_no_permission(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """A file that may not be read is unreachable; the rest goes on."""
    locked = write("a.txt", WORDS)
    locked.chmod(0)
    pages, [remark] = read(write("b.txt", WORDS).parent)
    assert ([page.name for page in pages], remark.reason) == (["b.txt"], "unreachable")


def test_denied_by_the_system(
    write: Callable[..., Path], read: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A denied opening is a remark about that file, whoever runs the test."""
    folder = write("a.txt", WORDS).parent
    write("b.txt", WORDS)
    really = Path.open

    def opened(path: Path, *args: Any, **more: Any) -> Any:
        if path.name == "a.txt":
            raise PermissionError(13, "denied")
        return really(path, *args, **more)

    monkeypatch.setattr(Path, "open", opened)
    pages, [remark] = read(folder)
    assert [page.name for page in pages] == ["b.txt"]
    assert (remark.name, remark.reason) == ("in/a.txt", "unreachable")


def test_too_deep(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """Folders below the limit are named with the setting and not entered."""
    write("1/2/3/a.txt", WORDS)
    pages, [remark] = read(write("b.txt", WORDS).parent, limits=Limits(folder_depth=3))
    assert [page.name for page in pages] == ["b.txt"]
    assert (remark.severity, remark.reason) == ("failed", "too-large")
    assert "ONRECORD_LIMIT_FOLDER_DEPTH" in remark.message


def test_far_too_deep(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """A limit above what the machine can follow ends in a remark and not in an error."""
    folder = write("b.txt", WORDS).parent
    path = folder
    for _ in range(600):
        path /= "d"
    try:
        path.mkdir(parents=True)
    except OSError:
        pytest.skip("this system has no such depth")
    pages, remarks = read(folder, limits=Limits(folder_depth=5_000))
    assert [page.name for page in pages] == ["b.txt"]
    assert all(remark.reason in {"too-large", "unreachable"} for remark in remarks)


def test_empty_folder(tmp_path: Path, read: Callable[..., Any]) -> None:
    """A folder without anything to read says so."""
    (tmp_path / "none" / "sub").mkdir(parents=True)
    pages, [remark] = read(tmp_path / "none")
    assert (pages, remark.severity, remark.reason) == ([], "failed", "empty")


def test_name_dates_come_with_the_page(
    write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """Days in the names of file and folder reach the page; the clock of the file does not."""
    pages, _ = read(write("2022-03-14/vote-20220315.txt", WORDS).parent.parent)
    assert pages[0].name_dates == ("2022-03-15", "2022-03-14")
    pages, _ = read(write("plain/vote.txt", WORDS))
    assert pages[0].name_dates == ()
