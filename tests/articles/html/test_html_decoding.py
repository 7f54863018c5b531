"""The characters of a page: which of several statements about them is believed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.html.decoding import decode_page

WORDS = "Fähre “Möwe” café – zurück"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (f"<meta charset=utf-8>{WORDS}".encode(), None),
        (f"<p>{WORDS}".encode(), None),
        (f"<meta charset=windows-1252>{WORDS}".encode("cp1252"), None),
        (f"<meta charset='ISO-8859-1'>{WORDS}".encode("cp1252"), None),
        (
            b'<meta http-equiv=Content-Type content="text/html; charset=windows-1252">'
            + WORDS.encode("cp1252"),
            None,
        ),
        (b"<?xml version='1.0' encoding='windows-1252'?><p>" + WORDS.encode("cp1252"), None),
        (f"<p>{WORDS}".encode("cp1252"), "windows-1252"),
        (b"\xef\xbb\xbf<meta charset=latin1>" + WORDS.encode(), "latin1"),
        (b"\xff\xfe" + f"<meta charset=utf-8>{WORDS}".encode("utf-16-le"), None),
        (f"<meta charset=base64>{WORDS}".encode(), None),
        (f"<meta charset=nonsense>{WORDS}".encode(), "also-nonsense"),
        (f"<meta charset=utf-16>{WORDS}".encode(), None),
    ],
)
def test_the_strongest_true_statement_is_believed(data: bytes, encoding: str | None) -> None:
    """Mark, outside, declaration, in this order; labels are read as browsers do."""
    decoded = decode_page(data, encoding)
    assert decoded.text.endswith(WORDS)
    assert not any(note.startswith("undecodable") for note in decoded.notes)


def test_utf8_under_a_wrong_label_is_read_and_said() -> None:
    """Valid UTF-8 is not read as a one-byte encoding, and the note names the wrong label."""
    decoded = decode_page(f"<meta charset=windows-1251>{WORDS}".encode())
    assert decoded.text.endswith(WORDS)
    assert decoded.notes == ("encoding-misdeclared: cp1251",)


def test_undecodable_bytes_are_counted() -> None:
    """What cannot be decoded is U+FFFD and counted."""
    decoded = decode_page(b"<meta charset=windows-1253>a\xd2b\xff")
    assert decoded.text.endswith("a\ufffdb\ufffd")
    assert decoded.notes == ("undecodable-bytes: 2",)


@given(st.binary(max_size=200), st.sampled_from([None, "utf-8", "latin1", "utf-7", "hex", "\0"]))
def test_no_bytes_make_it_fail(data: bytes, encoding: str | None) -> None:
    """Any bytes under any label give characters."""
    assert isinstance(decode_page(data, encoding).text, str)
