"""Mails in files: the mail itself, what is attached to it, and mails that mean no good."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mail_makers import LETTER, WORDS, mail, multipart, part
from onrecord.articles.read import read_article
from onrecord.errors import InputError
from onrecord.settings import Limits
from onrecord.sources.mails.mail_headers import decode_words, read_headers
from onrecord.sources.mails.mail_parts import safe_name, take_apart
from onrecord.sources.open import open_source
from onrecord.values.pages import Given, Page

TEXT = part(WORDS, "Content-Type: text/plain")
PICTURE = part(b"\x89PNG\r\n\x1a\n", "Content-Type: image/png", "Content-ID: <a>")
NOTE = part(
    "The mill is open again.",
    'Content-Type: text/plain; name="mill.txt"',
    "Content-Disposition: attachment",
)


def nested(depth: int) -> bytes:
    """Parts in parts, the innermost with words."""
    parts = [LETTER + b"Content-Type: multipart/mixed; boundary=b0\r\n\r\n"]
    for n in range(depth):
        line = f"--b{n}\r\nContent-Type: multipart/mixed; boundary=b{n + 1}\r\n\r\n"
        parts.append(line.encode())
    return b"".join(parts) + f"--b{depth}\r\n\r\n{WORDS}\r\n".encode()


def forwarded(times: int) -> bytes:
    """Mails attached to mails."""
    data = mail()
    for _ in range(times):
        data = mail(data, "Content-Type: message/rfc822")
    return data


class Case(NamedTuple):
    """A mail, and what must come of it."""

    name: str
    data: bytes
    pages: tuple[str, ...]
    """Names of the pages."""
    remarks: tuple[str, ...] = ()


CASES = [
    Case("plain.eml", mail(), ("plain.eml",)),
    Case("no-suffix", mail("Hello", "Message-ID: <1@elm>"), ("no-suffix",)),
    Case("short.eml", b"Subject: x\n\nHello there.", ("short.eml",)),
    Case("no-header.eml", WORDS.encode(), ("no-header.eml",)),
    Case("unix.eml", mail().replace(b"\r\n", b"\n"), ("unix.eml",)),
    Case("old-mac.eml", mail().replace(b"\r\n", b"\r"), ("old-mac.eml",)),
    Case("marked.eml", b"\xef\xbb\xbf\n" + mail(), ("marked.eml",)),
    Case("mailbox-line.eml", b"From ada Tue Mar  5 06:30:00 2024\n" + mail(), ("mailbox-line.eml",)),
    Case("no-words.eml", mail(" \r\n"), (), ("failed/empty",)),
    Case("dots.eml", mail("...\r\n"), (), ("failed/empty",)),
    Case("picture.eml", multipart("related", PICTURE), (), ("failed/empty",)),
    Case(
        "invitation.eml",
        mail("BEGIN:VCALENDAR", "Content-Type: text/calendar"),
        (),
        ("failed/empty",),
    ),
    Case("style.eml", mail("<style>p{a:b}</style>", "Content-Type: text/html"), (), ("failed/empty",)),
    Case(
        "sealed.eml", mail("AAAA", "Content-Type: application/pkcs7-mime"), (), ("failed/encrypted",)
    ),
    Case("inline-picture.eml", multipart("related", TEXT, PICTURE), ("inline-picture.eml",)),
    Case(
        "photo.eml",
        multipart("mixed", TEXT, part(b"x", "Content-Type: image/jpeg", "Content-Disposition: attachment")),
        ("photo.eml",),
        ("note/media-left-aside",),
    ),
    Case("two.eml", multipart("mixed", TEXT, NOTE), ("two.eml", "mill.txt")),
    Case("only-attached.eml", multipart("mixed", NOTE), ("only-attached.eml",)),
    Case("empty-body.eml", multipart("mixed", part(" \r\n"), NOTE), ("mill.txt",)),
    Case(
        "web.eml",
        multipart("mixed", TEXT, part(f"<p>{WORDS}</p>", "Content-Type: text/html; name=a.html", "Content-Disposition: attachment")),
        ("web.eml", "a.html"),
    ),
    Case(
        "broken.eml",
        multipart("mixed", TEXT, part(b"\x00\x01" * 99, 'Content-Type: application/x; name="../../b.bin"')),
        ("broken.eml",),
        ("failed/not-text",),
    ),
    Case(
        "mail-in-mail.eml",
        multipart("mixed", TEXT, part(mail(), "Content-Type: message/rfc822")),
        ("mail-in-mail.eml", "mail-in-mail.eml#1"),
    ),
    Case("digest.eml", multipart("digest", part(mail()), part(mail())), ("digest.eml#1", "digest.eml#2")),
    Case("boundary-missing.eml", mail(f"--x\r\n\r\n{WORDS}\r\n--x--", "Content-Type: multipart/mixed"), ("boundary-missing.eml",)),
    Case("boundary-unused.eml", mail(WORDS, "Content-Type: multipart/mixed; boundary=zz"), ("boundary-unused.eml",)),
    Case("boundary-open.eml", multipart("mixed", TEXT).replace(b"--edge--", b""), ("boundary-open.eml",)),
    Case("parts.eml", multipart("mixed", *[TEXT] * 1_000), ("parts.eml",), ("partial/too-large",)),
    Case("most-parts.eml", multipart("mixed", *[TEXT] * 100_000), ("most-parts.eml",), ("partial/too-large",)),
    Case("nested.eml", nested(10), ("nested.eml",)),
    Case("deep.eml", nested(10_000), (), ("failed/too-large",)),
    Case("endless.eml", forwarded(2_000), (), ("failed/too-large",)),
    Case("long-field.eml", mail(WORDS, "X-Long: " + "a" * 10_000_000), ("long-field.eml",)),
    Case("fields.eml", mail(WORDS, *["X-A: b"] * 200_000), ("fields.eml",)),
    Case("long-subject.eml", b"Subject: " + b"=?utf-8?q?a?= " * 99_999 + b"\r\n" + mail(), ("long-subject.eml",)),
    Case("long-sender.eml", mail().replace(b"Ada", b"(" * 99_999), ("long-sender.eml",)),
    Case("nul.eml", mail("The coun\0cil met.\0"), ("nul.eml",)),
    Case(
        "cut.eml",
        mail("VGhlIGNvdW5jaWwgbWV0IG9uIE1vbmRhe", "Content-Transfer-Encoding: base64"),
        ("cut.eml",),
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_odd_mails(case: Case, write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """Each odd mail gives just these pages and remarks, in seconds."""
    path = write(case.name, case.data)
    begin = time.perf_counter()
    pages, remarks = read(path)
    assert time.perf_counter() - begin < 10
    assert tuple(page.name for page in pages) == case.pages
    assert tuple(f"{r.severity}/{r.reason}" for r in remarks) == case.remarks
    assert all(case.name in remark.name and remark.message for remark in remarks)
    assert ".." not in "".join(remark.message for remark in remarks).replace("...", "")


@pytest.mark.parametrize(
    "text",
    [
        "By: A. Reed\nPublished: Monday\n\nThe council voted.",
        "From: Ada Reed\nTo: the desk\nDate: 5 March 2024\n\nThe council voted.",
        "From: Port Elm\nSubject: The wall\n\nThe council voted.",
        "From the mill: a walk\nNote: long\n\nThe council voted.",
    ],
)
def test_lines_that_a_person_typed(
    text: str, write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """A header over a pasted text makes no mail of it."""
    [page], _ = read(write("a.txt", text))
    assert page.media_type == "text/plain"


def test_a_header_with_address_and_date_is_a_mails(
    write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """Sender's address, subject and a date as programs write it make a mail under any name."""
    [page], _ = read(write("a.txt", mail().replace(b"MIME-Version: 1.0\r\n", b"")))
    assert page.media_type == "message/rfc822"


def test_bytes_and_day(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """The page has the mail's bytes; it and what is attached existed on the day it was sent."""
    data = multipart("mixed", TEXT, NOTE)
    pages, _ = read(write("2024-03-07.eml", data))
    assert pages[0].data == data
    assert [page.archived for page in pages] == ["2024-03-05", "2024-03-05"]
    assert pages[0].name_dates == ("2024-03-07",)
    assert pages[1].data == b"The mill is open again."


def test_attached_in_base64_with_a_long_name(
    write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """Names in pieces and percent signs are put together; the bytes are decoded."""
    attached = part(
        "VGhlIG1pbGwgaXMgb3Blbi4=",
        "Content-Type: text/plain",
        "Content-Transfer-Encoding: base64",
        "Content-Disposition: attachment; filename*0*=utf-8''M%C3%BChle; filename*1=.txt",
    )
    pages, _ = read(write("a.eml", multipart("mixed", TEXT, attached)))
    assert (pages[1].name, pages[1].data) == ("Mühle.txt", b"The mill is open.")


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../x", "x"),
        ("C:\\a\\b.pdf", "b.pdf"),
        ("..", None),
        ("a\u202efdp.exe", "afdp.exe"),
        ("a\0b\r\nc.txt", "abc.txt"),
        ("", None),
        ("n" * 400 + ".pdf", "n" * 100 + ".pdf"),
    ],
)
def test_names_are_made_safe(name: str, safe: str | None) -> None:
    """A name that a mail states is a base name without signs that mislead."""
    assert safe_name(name) == safe


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"=?utf-8?q?K=C3=BCste?=", "Küste"),
        (b"=?iso-8859-1?Q?Stra=DFe_am?= =?iso-8859-1?Q?_Hafen?=", "Straße am Hafen"),
        (b"=?utf-8?b?S8M=?= =?utf-8?b?vHN0ZQ?=", "Küste"),
        (b"=?no-such?q?K=C3=BCste?=", "Küste"),
        (b"=?utf-8?q?Caf=E9?= x", "Café x"),
        ("Küste".encode(), "Küste"),
        ("Café".encode("cp1252"), "Café"),
        (b"=?utf-8?b?!!!?=", ""),
        (b"a =?x", "a =?x"),
    ],
)
def test_encoded_words(raw: bytes, text: str) -> None:
    """Words of a field are decoded whatever is wrong with them."""
    assert decode_words(raw) == text


def test_given_from_outside(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """What a person gives for the mail holds for it; what is attached gets no address of it."""
    options = {"a.eml": Given(address="https://elm.example/1", outlet="Elm Post")}
    pages, _ = read(write("a.eml", multipart("mixed", TEXT, NOTE)), given=options)
    assert [page.given.outlet for page in pages] == ["Elm Post", "Elm Post"]
    assert [page.given.address for page in pages] == ["https://elm.example/1", None]


def test_limit_of_parts_is_named(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """Too many parts name the setting that raises the limit."""
    _, [remark] = read(write("a.eml", multipart("mixed", *[TEXT] * 9)), limits=Limits(mail_parts=5))
    assert "ONRECORD_LIMIT_MAIL_PARTS" in remark.message


GOOD = multipart(
    "mixed", multipart("alternative", TEXT, part(f"<p>{WORDS}", "Content-Type: text/html"), head=b""),
    part(mail(), "Content-Type: message/rfc822"), NOTE,
)  # fmt: skip


def check(path: Path) -> None:
    """Nothing raises but InputError, and only from the reading of a page."""
    found = list(open_source(path, limits=Limits()))
    assert found
    for page in found:
        if isinstance(page, Page) and page.media_type == "message/rfc822":
            try:
                article = read_article(page)
            except InputError:
                continue
            assert article.paragraphs[-1].end == len(article.text)


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(cut=st.integers(0, len(GOOD)))
def test_cut_off_anywhere(cut: int, tmp_path: Path) -> None:
    """A mail that ends early is read as far as it goes."""
    path = tmp_path / "a.eml"
    path.write_bytes(GOOD[:cut])
    check(path)


@settings(deadline=None, max_examples=80, suppress_health_check=list(HealthCheck))
@given(
    junk=st.lists(
        st.one_of(
            st.binary(max_size=60),
            st.sampled_from(
                [b"\r\n", b"\n", b"--edge\n", b"--edge--\n", b"Content-Type: text/html\n", b"> "]
            ),
        ),
        max_size=12,
    ).map(b"".join)
)
def test_any_bytes_after_a_header(junk: bytes, tmp_path: Path) -> None:
    """Whatever follows a header, there is a page or a remark and no error."""
    path = tmp_path / "a.eml"
    path.write_bytes(LETTER + b"Content-Type: multipart/mixed; boundary=edge\r\n" + junk)
    check(path)


@given(data=st.binary(max_size=300))
def test_parts_lie_in_the_mail(data: bytes) -> None:
    """Taking bytes apart never fails, and every part is made of bytes of the mail."""
    taken = take_apart(data, 10)
    plain = data if b"\n" in data else data.replace(b"\r", b"\n")
    assert all(one.raw in plain for one in taken.parts)
    headers, body = read_headers(data, 0, len(data), top=True)
    assert 0 <= body <= len(data)
    assert all(name.islower() or not name.isalpha() for name, _ in headers.fields)
