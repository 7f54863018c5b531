"""Feeds with full text: RSS, Atom, JSON Feed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape
from pathlib import Path

from forms.pages import markup_of
from forms.story import PlainArticle


def rss(folder: Path, story: Sequence[PlainArticle]) -> None:
    """A feed an outlet, as RSS 2.0 with `content:encoded`."""
    for number, (outlet, articles) in enumerate(_by_outlet(story)):
        items = "".join(_rss_item(article) for article in articles)
        (folder / f"{number}.xml").write_text(
            '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"'
            ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
            ' xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
            f"<title>{escape(outlet)}</title><link>https://feeds.example/</link>"
            f"<description>News</description>{items}</channel></rss>\n",
            encoding="utf-8",
        )


def _rss_item(article: PlainArticle) -> str:
    date = f"<pubDate>{_rfc_822(article)}</pubDate>" if article.published else ""
    authors = "".join(f"<dc:creator>{escape(a)}</dc:creator>" for a in article.bylines)
    return (
        f"<item><title>{escape(article.headline)}</title>"
        f'<guid isPermaLink="false">{article.name}</guid>{_link(article)}{date}{authors}'
        f"<content:encoded><![CDATA[{markup_of(article)}]]></content:encoded></item>\n"
    )


def _link(article: PlainArticle) -> str:
    return f"<link>{escape(article.address)}</link>" if article.address else ""


def atom(folder: Path, story: Sequence[PlainArticle]) -> None:
    """A feed an outlet, as Atom with escaped content."""
    for number, (outlet, articles) in enumerate(_by_outlet(story)):
        entries = "".join(_atom_entry(article) for article in articles)
        (folder / f"{number}.atom").write_text(
            '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">'
            f"<title>{escape(outlet)}</title><id>urn:feed:{number}</id>{entries}</feed>\n",
            encoding="utf-8",
        )


def _atom_entry(article: PlainArticle) -> str:
    date = f"<published>{article.published}T09:00:00Z</published>" if article.published else ""
    if article.updated:
        date += f"<updated>{article.updated}T09:00:00Z</updated>"
    if article.address:
        date += f'<link rel="alternate" href="{escape(article.address)}"/>'
    authors = "".join(f"<author><name>{escape(a)}</name></author>" for a in article.bylines)
    return (
        f"<entry><title>{escape(article.headline)}</title><id>urn:entry:{article.name}</id>"
        f'{date}{authors}<content type="html">{escape(markup_of(article))}</content></entry>\n'
    )


def json_feed(folder: Path, story: Sequence[PlainArticle]) -> None:
    """A feed an outlet, as JSON Feed 1.1."""
    for number, (outlet, articles) in enumerate(_by_outlet(story)):
        items = [
            {
                "id": article.name,
                "title": article.headline,
                "content_html": markup_of(article),
                "authors": [{"name": name} for name in article.bylines],
                **({"url": article.address} if article.address else {}),
                **(
                    {"date_published": f"{article.published}T09:00:00Z"}
                    if article.published
                    else {}
                ),
                **({"date_modified": f"{article.updated}T09:00:00Z"} if article.updated else {}),
            }
            for article in articles
        ]
        feed = {"version": "https://jsonfeed.org/version/1.1", "title": outlet, "items": items}
        (folder / f"{number}.json").write_text(json.dumps(feed), encoding="utf-8")


def _rfc_822(article: PlainArticle) -> str:
    assert article.published is not None
    return format_datetime(datetime.fromisoformat(article.published).replace(hour=9, tzinfo=UTC))


def _by_outlet(
    story: Sequence[PlainArticle],
) -> list[tuple[str, list[PlainArticle]]]:
    outlets = sorted({article.outlet for article in story})
    return [(outlet, [a for a in story if a.outlet == outlet]) for outlet in outlets]
