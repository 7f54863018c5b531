"""Decoding: every byte is accounted for and every guess is said."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.text.decoding import MIXED, decode, decode_mixed, looks_like_text, wide_encoding

WESTERN = "The café's owner – a “naïve” man – paid €20 to the señor in Zürich. " * 3
RUSSIAN = "Совет утвердил бюджет города на следующий год после долгого заседания. " * 4
CHINESE = "市议会在漫长的会议之后批准了明年的预算\n" * 8


@given(st.text())
def test_utf8_comes_back(text: str) -> None:
    """Any text in UTF-8 is read as it was written, but for CRLF and one byte order mark."""
    data = text.encode("utf-8")
    if wide_encoding(data) is not None:
        return  # these bytes have the shape of UTF-16, which no reader could tell apart
    assert decode(data).text == text.removeprefix("\ufeff").replace("\r\n", "\n")


@settings(deadline=None)
@given(st.binary())
def test_any_bytes_are_decoded(data: bytes) -> None:
    """No bytes raise, and the counts are those of the text."""
    decoded = decode(data)
    assert decoded.nuls == decoded.text.count("\0")
    assert decoded.undecodable <= decoded.text.count("\ufffd")


@given(st.binary())
def test_any_bytes_are_judged(data: bytes) -> None:
    """Whether bytes are text is answered for all bytes."""
    assert looks_like_text(data) in {True, False}


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
@pytest.mark.parametrize("text", [WESTERN, RUSSIAN, "a", ""])
def test_byte_order_marks(mark: bytes, encoding: str, text: str) -> None:
    """A byte order mark settles the encoding and is dropped."""
    decoded = decode(mark + text.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.guessed) == (text, encoding, False)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [WESTERN, RUSSIAN, CHINESE, "Four words stand here"])
def test_utf16_without_a_mark(encoding: str, text: str) -> None:
    """UTF-16 without a mark is known by its zero bytes, and said to be a guess."""
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.guessed) == (text, encoding, True)
    assert looks_like_text(text.encode(encoding))


def test_a_few_nuls_do_not_make_utf16() -> None:
    """NULs inside an ordinary text are kept and counted."""
    decoded = decode(b"The council\0 met on\0\0 Monday and voted.")
    assert decoded.encoding == "utf-8"
    assert (decoded.nuls, decoded.text.count("\0")) == (3, 3)


def test_windows_1252_is_preferred() -> None:
    """Western text that is not UTF-8 is read as Windows-1252, and said to be a guess."""
    decoded = decode(WESTERN.encode("cp1252"))
    assert (decoded.text, decoded.encoding, decoded.guessed) == (WESTERN, "cp1252", True)


@pytest.mark.parametrize(
    "text",
    [
        "L’été à Genève, où l’on fête Noël.",
        "Das Übel wächst über größere Flächen – naïve „Gäste“.",
        "Smörgåsbord på Øresund – Åse såg det.",
        "¿Qué pasó? El señor Núñez votó «sí».",
    ],
)
def test_western_languages(text: str) -> None:
    """Short texts of Western languages are read as Windows-1252, many accents or few."""
    assert decode(text.encode("cp1252")).text == text


def test_macintosh_and_central_european() -> None:
    """Where the Windows-1252 reading puts capitals and signs into words, it is another one."""
    text = "The mayor said “we don’t know” and left the café. " * 3
    assert decode(text.encode("mac_roman")).text == text
    text = "Zażółć gęślą jaźń. Rząd przyjął budżet na następny rok po długiej debacie. " * 2
    assert decode(text.encode("cp1250")).text == text


def test_one_accent_is_enough() -> None:
    """A single Windows-1252 byte in a short text is read."""
    assert decode("Caf\xe9 Rouge".encode("cp1252")).text == "Café Rouge"


@pytest.mark.parametrize("encoding", ["cp1251", "koi8_r"])
def test_cyrillic(encoding: str) -> None:
    """Another alphabet is not taken for accents."""
    assert decode(RUSSIAN.encode(encoding)).text == RUSSIAN


@pytest.mark.parametrize("encoding", ["gb18030", "big5"])
def test_ideographs(encoding: str) -> None:
    """A legacy encoding of two bytes a letter is found."""
    text = CHINESE if encoding == "gb18030" else "市議會在漫長的會議之後批准了明年的預算。\n" * 8
    assert decode(text.encode(encoding)).text == text


def test_mixed_encodings() -> None:
    """Stray Windows-1252 bytes in UTF-8 are read as such and leave the rest alone."""
    data = "“We agreed,” the señora said – ".encode() + b"she \x93did\x94 na\xefvely"
    data += " “so” in “Zürich” – or “Genève” – the “señor” added.".encode()
    decoded = decode(data)
    assert decoded.encoding == MIXED
    assert "she “did” naïvely" in decoded.text
    assert "“We agreed,” the señora" in decoded.text
    assert (decoded.guessed, decoded.undecodable) == (True, 0)


def test_mixed_with_undefined_bytes() -> None:
    """A stray byte that Windows-1252 does not define becomes one counted U+FFFD."""
    decoded = decode("“one” “two” “three” “four”".encode() + b" \x81 end")
    assert decoded.text.endswith("” \ufffd end")
    assert decoded.undecodable == 1


def test_sequence_cut_at_the_end() -> None:
    """A UTF-8 sequence cut off by the end is one U+FFFD and not two odd letters."""
    decoded = decode("“one” “two” and “three”".encode()[:-1])
    assert decoded.text == "“one” “two” and “three\ufffd"
    assert decoded.undecodable == 1


def test_written_replacement_characters_are_not_counted() -> None:
    """A U+FFFD that stands in the source is no undecodable byte."""
    assert decode("lost \ufffd here".encode()).undecodable == 0
    assert decode("lost \ufffd here".encode("utf-16")).undecodable == 0


def test_named_encoding() -> None:
    """A named encoding is obeyed, but a byte order mark is believed before it."""
    assert decode("Ünlü".encode("cp1254"), "cp1254").text == "Ünlü"
    assert decode(codecs.BOM_UTF8 + "Ünlü".encode(), "cp1254").text == "Ünlü"
    with pytest.raises(LookupError):
        decode(b"a", "no-such-encoding")


def test_only_crlf_is_changed() -> None:
    """CRLF becomes LF; lone CR, tabs, form feeds and blanks at the ends stay."""
    assert decode(b" a\r\nb\rc\n\td\x0c \r\n").text == " a\nb\rc\n\td\x0c \n"


@given(st.binary())
def test_mixed_counts_add_up(data: bytes) -> None:
    """Every non-ASCII sequence is either valid or stray, and lost ones are stray."""
    text, valid, stray, lost = decode_mixed(data)
    assert lost <= stray
    assert sum(not letter.isascii() for letter in text) == valid + stray


@pytest.mark.parametrize(
    "data",
    [bytes(range(256)) * 4, b"\x00" * 64, b"\x01\x02\x03\x04", b"\x00\xff\x13\x99\x00\x01"],
)
def test_junk_is_no_text(data: bytes) -> None:
    """Bytes full of control characters are no text."""
    assert not looks_like_text(data)


@pytest.mark.parametrize(
    "data",
    [
        b"One line.\n",
        WESTERN.encode("cp1252"),
        RUSSIAN.encode("koi8_r"),
        CHINESE.encode("gb18030"),
        b"A single\0 NUL",
        WESTERN.encode("utf-16"),
    ],
)
def test_words_are_text(data: bytes) -> None:
    """Words are text in any encoding."""
    assert looks_like_text(data)
