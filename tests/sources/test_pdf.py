"""The PDF source: what it takes for a PDF, and that the bytes stay as they are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.settings import Limits
from onrecord.sources.open import open_source
from onrecord.values.pages import MediaType

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


class Case(NamedTuple):
    """A file, and what must come of it."""

    name: str
    data: bytes
    media_type: MediaType | None
    remarks: tuple[str, ...] = ()
    limits: Limits = Limits()


CASES = [
    Case("a.pdf", HEADER, MediaType.PDF),
    Case("no-suffix", HEADER, MediaType.PDF),
    Case("named.txt", HEADER, MediaType.PDF),
    Case("table.csv", HEADER, MediaType.PDF),
    Case("blank-before.pdf", b"\r\n\r\n" + HEADER, MediaType.PDF),
    Case("marked.pdf", b"\xef\xbb\xbf" + HEADER, MediaType.PDF),
    Case("junk-before.pdf", b"HTTP/1.1 200 OK\r\n\r\n" + HEADER, MediaType.PDF),
    Case("words.txt", b"The header %PDF- opens such files.", MediaType.PLAIN),
    Case("words.pdf", b"The council met on Monday.", MediaType.PLAIN),
    Case("page.pdf", b"<!doctype html><html><body><p>Not found</p></body></html>", MediaType.HTML),
    Case("empty.pdf", b"", None, ("failed/empty",)),
    Case("large.pdf", HEADER + bytes(300), None, ("failed/too-large",), Limits(item_bytes=200)),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_cases(case: Case, write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """Each file becomes a page with its own bytes, or a remark."""
    pages, remarks = read(write(case.name, case.data), limits=case.limits)
    assert [f"{r.severity}/{r.reason}" for r in remarks] == list(case.remarks)
    expected = [] if case.media_type is None else [(case.media_type, case.data, case.name)]
    assert [(page.media_type, page.data, page.name) for page in pages] == expected


def test_day_in_the_name(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """A day in the file's name goes with the page."""
    [page], _ = read(write("2021-05-04 harbour.pdf", HEADER))
    assert page.name_dates == ("2021-05-04",)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300))
def test_any_bytes_after_the_header(tmp_path: Path, tail: bytes) -> None:
    """Opening never raises, whatever follows the header."""
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-" + tail)
    [page] = open_source(path)
    assert page.name == "a.pdf"
