"""Newsroom formats of the IPTC: ninjs 1 to 3, NITF, NewsML-G2."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape
from pathlib import Path

from forms.pages import markup_of
from forms.story import PlainArticle

_NAR = "http://iptc.org/std/nar/2006-10-01/"


def ninjs_1(folder: Path, story: Sequence[PlainArticle]) -> None:
    """A ninjs 1.5 object an article."""
    for article in story:
        item = {
            "uri": article.address or f"urn:newsml:wire.example:{article.name}",
            "type": "text",
            "version": _version(article),
            "pubstatus": "usable",
            "urgency": 4,
            "language": "en",
            "headline": article.headline,
            "body_xhtml": markup_of(article),
            **_given("byline", "; ".join(article.bylines)),
            **_given("firstcreated", _stamp(article)),
            **_given("versioncreated", _stamp(article, updated=True)),
            **_given("copyrightholder", article.outlet),
        }
        _write(folder, article, item)


def ninjs_2(folder: Path, story: Sequence[PlainArticle]) -> None:
    """A ninjs 2.0 object an article."""
    for article in story:
        item = {
            "uri": article.address or f"urn:newsml:wire.example:{article.name}",
            "standard": {"name": "ninjs", "version": "2.0"},
            "version": _version(article),
            "type": "text",
            "pubstatus": "usable",
            "language": "en",
            "headlines": [{"role": "main", "value": article.headline}],
            "bodies": [
                {
                    "role": "main",
                    "contenttype": "application/xhtml+xml",
                    "value": markup_of(article),
                }
            ],
            **_given("byline", "; ".join(article.bylines)),
            **_given("contentcreated", _stamp(article)),
            **_given("versioncreated", _stamp(article, updated=True)),
            **_given("copyrightholder", article.outlet),
        }
        _write(folder, article, item)


def ninjs_3(folder: Path, story: Sequence[PlainArticle]) -> None:
    """A ninjs 3.0 object an article."""
    for article in story:
        item = {
            "uri": article.address or f"urn:newsml:wire.example:{article.name}",
            "standard": {"name": "ninjs", "version": "3.0"},
            "version": _version(article),
            "type": "text",
            "pubStatus": "usable",
            "language": "en",
            "headlines": [{"role": "main", "value": article.headline}],
            "bodies": [{"role": "main", "contentType": "text/html", "value": markup_of(article)}],
            **_given("by", "; ".join(article.bylines)),
            **_given("contentCreated", _stamp(article)),
            **_given("versionCreated", _stamp(article, updated=True)),
            **_given("copyrightHolder", article.outlet),
        }
        _write(folder, article, item)


def nitf(folder: Path, story: Sequence[PlainArticle]) -> None:
    """A NITF document an article."""
    for article in story:
        (folder / f"{article.name}.xml").write_text(
            f'<?xml version="1.0" encoding="UTF-8"?>\n{nitf_of(article)}\n', encoding="utf-8"
        )


def nitf_of(article: PlainArticle) -> str:
    """The `nitf` element of an article."""
    day = (article.published or "").replace("-", "")
    date = f'<date.issue norm="{day}T090000Z"/>' if day else ""
    holder = f'<doc.copyright holder="{escape(article.outlet)}"/>' if article.outlet else ""
    body = "".join(f"<p>{escape(line)}</p>" for line in article.body)
    by = "".join(f"<byline>{escape(name)}</byline>" for name in article.bylines)
    head = f"<hedline><hl1>{escape(article.headline)}</hl1></hedline>{by}"
    return (
        f"<nitf><head><title>{escape(article.headline)}</title><docdata>{date}{holder}</docdata>"
        f"</head><body><body.head>{head}</body.head><body.content>{body}</body.content></body></nitf>"
    )


def newsml_g2(folder: Path, story: Sequence[PlainArticle]) -> None:
    """A news item with XHTML inside an article."""
    for article in story:
        (folder / f"{article.name}.xml").write_text(
            f'<?xml version="1.0" encoding="UTF-8"?>\n{_news_item(article)}\n', encoding="utf-8"
        )


def news_message(folder: Path, story: Sequence[PlainArticle]) -> None:
    """All articles as news items in one message."""
    items = "".join(_news_item(article) for article in story)
    (folder / "story.xml").write_text(
        f'<?xml version="1.0" encoding="UTF-8"?>\n<newsMessage xmlns="{_NAR}"><header>'
        "<sent>2024-05-01T12:00:00Z</sent></header>"
        f"<itemSet>{items}</itemSet></newsMessage>\n",
        encoding="utf-8",
    )


def _news_item(article: PlainArticle) -> str:
    created = f"<contentCreated>{_stamp(article)}</contentCreated>" if article.published else ""
    by = "".join(f"<by>{escape(name)}</by>" for name in article.bylines)
    source = (
        f'<infoSource literal="source"><name>{escape(article.outlet)}</name></infoSource>'
        if article.outlet
        else ""
    )
    name = escape(article.outlet)
    provider = f'<provider literal="source"><name>{name}</name></provider>' if name else ""
    headline = f"<headline>{escape(article.headline)}</headline>"
    return (
        f'<newsItem xmlns="{_NAR}" guid="urn:newsml:wire.example:{article.name}"'
        f' version="{_version(article)}"'
        ' standard="NewsML-G2" standardversion="2.30" conformance="power">'
        f'<itemMeta><itemClass qcode="ninat:text"/>{provider}'
        f"<versionCreated>{_stamp(article, updated=True)}</versionCreated>"
        '<pubStatus qcode="stat:usable"/>'
        f"</itemMeta><contentMeta>{created}{by}{source}{headline}</contentMeta>"
        '<contentSet><inlineXML contenttype="application/xhtml+xml">'
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head>'
        f"<body>{markup_of(article)}</body></html></inlineXML></contentSet></newsItem>"
    )


def _stamp(article: PlainArticle, *, updated: bool = False) -> str:
    day = article.updated if updated and article.updated else article.published
    return f"{day}T09:00:00Z" if day else ""


def _version(article: PlainArticle) -> str:
    return "2" if article.updated else "1"


def _given(key: str, value: str) -> dict[str, str]:
    return {key: value} if value else {}


def _write(folder: Path, article: PlainArticle, item: object) -> None:
    (folder / f"{article.name}.json").write_text(json.dumps(item), encoding="utf-8")
