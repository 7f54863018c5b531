"""The registry: the sources stand in one tuple, and the first that accepts reads."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from onrecord.settings import Limits
from onrecord.sources.items import path_item
from onrecord.sources.registry import SOURCES, source_for


def test_names_are_distinct() -> None:
    """Every source has a name of its own, and plain text is asked last."""
    names = [source.name for source in SOURCES]
    assert len(set(names)) == len(names)
    assert names[-1] == "plain-text"


@pytest.mark.parametrize(
    ("name", "data", "source"),
    [
        ("a.txt", "The council voted.", "plain-text"),
        ("a.txt", "<!DOCTYPE html><p>Voted", "saved-html"),
        ("a.txt", '[{"text":"a"}]', "json-document"),
        ("a.txt", '{"text":"a"}\n{"text":"b"}\n', "jsonl"),
        ("a.html", "The council voted.", "plain-text"),
        ("a.csv", "title,text\n", "csv"),
        ("a.csv", "%PDF-1.7", "pdf"),
        ("a.txt", "PK\x05\x06", "zip-archive"),
        ("a.txt", b"\x1f\x8b\x08", "gzip"),
        ("a.txt", "WARC/1.0\r\n", "warc"),
        ("a.warc.gz", b"\x1f\x8b\x08", "warc"),
        ("a.wacz", "PK\x03\x04", "wacz"),
    ],
)
def test_content_comes_before_the_name(
    name: str, data: bytes | str, source: str, write: Callable[..., Path]
) -> None:
    """The first bytes decide; the name where they do not."""
    path = write(name, data)
    assert source_for(path_item(path, shown=name)).name == source
    assert source_for(path_item(path.parent, shown="in")).name == "folder"


def test_standard_input_beyond_the_head(
    read: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Standard input longer than what is sniffed is read to its end."""
    text = b"The council voted.\n" * 10_000
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(text)))
    [page], remarks = read("-")
    assert (page.data, page.name, remarks) == (text, "stdin", [])


def test_lines_on_standard_input(read: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """JSON lines on standard input are streamed."""
    lines = b'{"text":"The council voted."}\n' * 5_000
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(lines)))
    pages, remarks = read("-")
    assert (len(pages), pages[-1].name, remarks) == (5_000, "stdin#5000", [])


def test_endless_standard_input(read: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """A container whose size nobody knows is read up to its limit, and that is said."""
    lines = b'{"text":"The council voted."}\n' * 5_000
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(lines)))
    pages, [remark] = read("-", limits=Limits(container_bytes=100_000))
    assert 3_000 < len(pages) < 5_000
    assert (remark.severity, remark.reason) == ("partial", "too-large")
    assert "ONRECORD_LIMIT_CONTAINER_BYTES" in remark.message


def test_no_standard_input(read: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Without standard input there is a remark."""
    monkeypatch.setattr(sys, "stdin", None)
    pages, [remark] = read("-")
    assert (pages, remark.reason) == ([], "unreachable")
