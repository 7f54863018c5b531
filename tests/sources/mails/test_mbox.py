"""Mailboxes in one file: where mails part, what is told of them, and memory."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mail_makers import LETTER, WORDS, mail, multipart, part
from onrecord.settings import Limits
from onrecord.sources.mails import mbox
from onrecord.sources.open import open_source
from onrecord.values.pages import Page

LINE = b"From ada@elm.example Tue Mar  5 06:30:00 2024\n"
ONE = mail(WORDS).replace(b"\r\n", b"\n") + b"\n"
INVITATION = b"From: a@b.example\nSubject: x\nContent-Type: text/calendar\n\nBEGIN:VCALENDAR\n"


def box(*mails: bytes, line: bytes = LINE) -> bytes:
    """A mailbox of these mails."""
    return b"".join(line + one + b"\n" for one in mails)


def test_mails_are_named_by_number(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """Each mail is a page with its own bytes, named by its number."""
    pages, remarks = read(write("box.mbox", box(ONE, ONE + b"Again.\n")))
    assert [page.name for page in pages] == ["box.mbox#1", "box.mbox#2"]
    assert [page.data for page in pages] == [ONE, ONE + b"Again.\n"]
    assert {page.media_type for page in pages} == {"message/rfc822"}
    assert remarks == []


@pytest.mark.parametrize(
    "line",
    [
        LINE,
        LINE.replace(b"\n", b"\r\n"),
        b"From - Tue Mar 05 14:02:11 2024\n",
        b"From 17924@xxx Tue Mar 05 14:02:11 +0000 2024\n",
        b"From ???@??? Tue Mar 05 14:02:11 2024\n",
    ],
)
def test_lines_between_mails(
    line: bytes, write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """Mailboxes of many programs are parted."""
    pages, _ = read(write("inbox", box(ONE, ONE + b"2\n", ONE + b"3\n", line=line)))
    assert len(pages) == 3


def test_sentences_part_nothing(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """A line that begins with `From ` and is none of a mailbox stays in its mail."""
    body = ONE + b"\nFrom here on nobody knows.\n\nFrom 10:30 on\nNote: it was shut.\n>From afar\n"
    pages, _ = read(write("box.mbox", box(body.replace(b"10:30", b"ten"), ONE)))
    assert len(pages) == 2
    assert b"From here on" in pages[0].data
    assert b"\n>From afar\n" in pages[0].data


def test_mails_without_text_are_told_by_number(
    write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """What has no text is told once, with its numbers; the rest is read."""
    pages, [note] = read(write("box.mbox", box(INVITATION, ONE, INVITATION + b"x\n")))
    assert [page.name for page in pages] == ["box.mbox#2"]
    assert (note.severity, note.reason) == ("note", "empty")
    assert "#1, #3" in note.message
    _, [failed] = read(write("box.mbox", box(INVITATION)))
    assert (failed.severity, failed.reason) == ("failed", "empty")


def test_large_mails_are_passed_over(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """A mail over the limit is named with the setting; those around it are read."""
    large = ONE + b"word " * 900_000 + b"\n"
    path = write("box.mbox", box(ONE, large, ONE + b"3\n"))
    tracemalloc.start()
    pages, [remark] = read(path, limits=Limits(item_bytes=2_000))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [page.name for page in pages] == ["box.mbox#1", "box.mbox#3"]
    assert (remark.name, remark.reason) == ("box.mbox#2", "too-large")
    assert "ONRECORD_LIMIT_ITEM_BYTES" in remark.message
    assert peak < 12_000_000


def test_broken_attachments_are_told_with_restraint(
    write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """Of many faults twenty are told, the others counted."""
    junk = part(bytes(range(32)) * 9, "Content-Type: application/x; name=b.bin")
    one = multipart("mixed", part(WORDS), junk)
    pages, remarks = read(write("box.mbox", box(*[one] * 30)))
    assert len(pages) == 30
    assert [r.reason for r in remarks] == ["not-text"] * 20 + ["more-faults"]
    assert {r.severity for r in remarks} == {"partial"}


def test_limits_of_the_mailbox(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """Only so many mails and bytes are read, and the settings are named."""
    path = write("box.mbox", box(*[ONE] * 9))
    pages, [remark] = read(path, limits=Limits(container_items=4))
    assert len(pages) == 4
    assert "ONRECORD_LIMIT_CONTAINER_ITEMS" in remark.message
    _, [remark] = read(path, limits=Limits(container_bytes=100))
    assert "ONRECORD_LIMIT_CONTAINER_BYTES" in remark.message


def test_memory_does_not_grow(write: Callable[..., Path]) -> None:
    """A mailbox of 20 MB is read in the memory of a few chunks."""
    path = write("box.mbox", box(*[ONE + WORDS.encode() * 300 + b"\n"] * 1_000))
    tracemalloc.start()
    count = sum(1 for _ in open_source(path, limits=Limits()))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 1_000
    assert peak < 8_000_000


def test_one_mail_under_its_own_name(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """A mail that a program saved with a mailbox's line is no mailbox."""
    [page], _ = read(write("a.eml", box(ONE)))
    assert page.name == "a.eml"


@settings(deadline=None, max_examples=100, suppress_health_check=list(HealthCheck))
@given(
    pieces=st.lists(
        st.one_of(
            st.binary(max_size=40), st.sampled_from([LINE, b"\n", LETTER, ONE, b"\nFrom ", b"\r\n"])
        ),
        max_size=10,
    ),
    chunk=st.integers(1, 60),
)
def test_nothing_raises_or_is_lost(pieces: list[bytes], chunk: int, tmp_path: Path) -> None:
    """Whatever follows the first line, and wherever it is cut into chunks, it comes out alike."""
    path = tmp_path / "box.mbox"
    path.write_bytes(LINE + LETTER + b"\n".join(pieces))
    whole = [one.data for one in open_source(path) if isinstance(one, Page)]
    kept, mbox._CHUNK = mbox._CHUNK, chunk
    try:
        parted = [one.data for one in open_source(path) if isinstance(one, Page)]
    finally:
        mbox._CHUNK = kept
    assert parted == whole
