"""Mails for the tests: headers and bodies of our own."""

from __future__ import annotations

WORDS = "The council of Port Elm met on Monday and voted for the wall."
LETTER = (
    b"From: Ada Reed <ada@elm.example>\r\nTo: tom@elm.example\r\nSubject: The vote\r\n"
    b"Date: Tue, 5 Mar 2024 06:30:00 +0100\r\nMIME-Version: 1.0\r\n"
)


def mail(body: str | bytes = WORDS, *fields: str, head: bytes = LETTER) -> bytes:
    """A mail with these fields besides those of a letter."""
    data = body.encode() if isinstance(body, str) else body
    return head + b"".join(f"{field}\r\n".encode() for field in fields) + b"\r\n" + data


def multipart(kind: str, *parts: bytes, head: bytes = LETTER) -> bytes:
    """A mail of several parts, each with its own header."""
    body = b"".join(b"--edge\r\n" + part + b"\r\n" for part in parts) + b"--edge--\r\n"
    return mail(body, f'Content-Type: multipart/{kind}; boundary="edge"', head=head)


def part(content: str | bytes, *fields: str) -> bytes:
    """A part with its header."""
    data = content.encode() if isinstance(content, str) else content
    return b"".join(f"{field}\r\n".encode() for field in fields) + b"\r\n" + data
