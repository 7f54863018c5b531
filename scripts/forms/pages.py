"""Plain text, saved web pages, and web pages saved as one file."""

from __future__ import annotations

from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP
from html import escape
from pathlib import Path

from forms.story import PlainArticle
from onrecord.values.vocabulary import Role


def text(folder: Path, story: Sequence[PlainArticle]) -> None:
    """A text file an article."""
    for article in story:
        (folder / f"{article.name}.txt").write_bytes(article.text.encode())


def html(folder: Path, story: Sequence[PlainArticle]) -> None:
    """A page an article, with no more markup than headline and paragraphs."""
    for article in story:
        (folder / f"{article.name}.html").write_bytes(page_of(article).encode())


def page_of(article: PlainArticle, *, charset: str = "utf-8") -> str:
    """The page of an article: a headline, a paragraph a line, metadata where there is any."""
    title = escape(article.headline)
    known = {
        "og:type": "article",
        "og:site_name": article.outlet,
        "article:published_time": article.published,
        "article:modified_time": article.updated,
        **({"author": "; ".join(article.bylines)} if article.bylines else {}),
    }
    meta = "".join(
        f'<meta property="{key}" content="{escape(value)}">'
        for key, value in known.items()
        if value
    )
    if article.address:
        meta += f'<link rel="canonical" href="{escape(article.address)}">'
    body = markup_of(article)
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="{charset}">'
        f"<title>{title}</title>{meta}</head>\n"
        f"<body><article>\n<h1>{title}</h1>\n{body}\n</article></body></html>\n"
    )


def markup_of(article: PlainArticle) -> str:
    """The lines after the headline as elements that say what they are."""
    return "\n".join(_TAGS.get(role, _PLAIN).format(escape(x)) for x, role in article.elements())


_PLAIN = "<p>{}</p>"
_TAGS = {
    Role.SUBHEAD: "<h2>{}</h2>",
    Role.DEK: '<p class="standfirst">{}</p>',
    Role.CAPTION: "<figure><figcaption>{}</figcaption></figure>",
    Role.RESIDUE: "<aside><p>{}</p></aside>",
}


def mhtml(folder: Path, story: Sequence[PlainArticle]) -> None:
    """A page with its picture in one file, as browsers save it."""
    for article in story:
        message = EmailMessage(policy=SMTP)
        message["From"] = "<Saved by a browser>"
        message["Subject"] = article.headline
        message["Snapshot-Content-Location"] = (
            article.address or f"https://www.example/{article.name}"
        )
        message.set_content(page_of(article), subtype="html", cte="quoted-printable")
        message.add_related(b"\x89PNG\r\n\x1a\n", "image", "png", cid="<picture@page.example>")
        (folder / f"{article.name}.mhtml").write_bytes(message.as_bytes())
