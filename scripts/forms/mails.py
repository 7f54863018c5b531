"""Mails: plain ones, newsletters in HTML, and a mailbox."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path

from forms.pages import page_of
from forms.story import PlainArticle


def eml(folder: Path, story: Sequence[PlainArticle]) -> None:
    """A plain mail an article, its paragraphs apart by blank lines, as wires send them."""
    for article in story:
        (folder / f"{article.name}.eml").write_bytes(_plain(article).as_bytes())


def eml_html(folder: Path, story: Sequence[PlainArticle]) -> None:
    """A newsletter an article, in HTML with a plain part that says to look in a browser."""
    for article in story:
        message = _head(article)
        message.set_content("Open this message in your browser to read it.\n")
        message.add_alternative(page_of(article), subtype="html", cte="base64")
        (folder / f"{article.name}.eml").write_bytes(message.as_bytes())


def mbox(folder: Path, story: Sequence[PlainArticle]) -> None:
    """All articles in one mailbox."""
    parts = []
    for article in story:
        data = _plain(article).as_bytes().replace(b"\r\n", b"\n")
        escaped = b"\n".join(b">" + x if x.startswith(b"From ") else x for x in data.split(b"\n"))
        parts.append(b"From desk@wire.example Mon Jan  1 00:00:00 2024\n" + escaped + b"\n")
    (folder / "story.mbox").write_bytes(b"\n".join(parts))


def _plain(article: PlainArticle) -> EmailMessage:
    message = _head(article)
    message.set_content("\n\n".join(article.body) + "\n", cte="quoted-printable")
    return message


def _head(article: PlainArticle) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    outlet = article.outlet.replace('"', "")
    message["From"] = f'"{outlet}" <news@wire.example>' if outlet else "news@wire.example"
    message["To"] = "desk@paper.example"
    message["Subject"] = article.headline
    message["List-Id"] = "news.wire.example"
    if article.published:
        day = datetime.fromisoformat(article.published).replace(hour=9, tzinfo=UTC)
        message["Date"] = format_datetime(day)
    if article.address:
        message["Archived-At"] = f"<{article.address}>"
    message["Message-ID"] = f"<{article.name}@wire.example>"
    return message
