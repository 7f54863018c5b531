"""Formats of export: known by name, and written whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.errors import DiskFull, RecordFileError, UsageError
from onrecord.exports.formats import EXPORT_FORMATS, export_format, write_whole


def test_formats_by_name() -> None:
    """Each format is found by its name, and names and suffixes differ."""
    assert [export_format(f.name) for f in EXPORT_FORMATS] == list(EXPORT_FORMATS)
    assert len({f.suffix for f in EXPORT_FORMATS}) == len(EXPORT_FORMATS)


@pytest.mark.parametrize("name", ["", "JSON", "docx"])
def test_an_unknown_format(name: str) -> None:
    """The message repeats the name and says which there are."""
    with pytest.raises(UsageError, match="json") as caught:
        export_format(name)
    assert repr(name) in str(caught.value)


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    """The bytes are UTF-8 with line feeds, half a surrogate pair is a question mark, and an older
    file is replaced."""
    path = tmp_path / "story.json"
    path.write_text("old and much longer than the new one", encoding="utf-8")
    write_whole(path, iter(["Łódź\n", "\ud800\n"]))
    assert path.read_bytes() == "Łódź\n?\n".encode()
    assert [p.name for p in tmp_path.iterdir()] == ["story.json"]


def test_when_the_writer_fails_the_old_file_stays(tmp_path: Path) -> None:
    """An error half way leaves the file as it was and nothing beside it."""
    path = tmp_path / "story.json"
    path.write_text("old", encoding="utf-8")

    def pieces() -> Iterator[str]:
        yield "new"
        raise RuntimeError("half way")

    with pytest.raises(RuntimeError, match="half way"):
        write_whole(path, pieces())
    assert [(p.name, p.read_text(encoding="utf-8")) for p in tmp_path.iterdir()] == [
        ("story.json", "old")
    ]


@pytest.mark.parametrize(
    ("number", "error"), [(errno.ENOSPC, DiskFull), (errno.EACCES, RecordFileError)]
)
def test_errors_of_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, error: type[RecordFileError]
) -> None:
    """A full disk and a place that may not be written are named, and nothing is left behind."""

    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(error, match=r"story\.json"):
        write_whole(tmp_path / "story.json", ["x"])
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    """A folder is neither written to nor taken away."""
    (tmp_path / "story.json").mkdir()
    with pytest.raises(RecordFileError, match=r"story\.json"):
        write_whole(tmp_path / "story.json", ["x"])
    assert (tmp_path / "story.json").is_dir()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """The message names the file."""
    with pytest.raises(RecordFileError, match=r"story\.json"):
        write_whole(tmp_path / "missing" / "story.json", ["x"])
