"""Feeds: what becomes an article, what is told, and that no feed is too odd or too large."""

from __future__ import annotations

import codecs
import json
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.settings import Limits
from onrecord.sources.open import open_source
from onrecord.sources.web import address as address_source
from onrecord.values.pages import MediaType, Page, Remark, Severity

FIRST = (
    "The council of Torvik closed the lower road on Tuesday after water from the old wall"
    " reached the first houses, the mayor said."
)
SECOND = (
    "The wall was built by the province in 1931, and nobody has looked after it since the mill"
    " was shut, the mayor told the council, which will meet again when the water has gone."
)
BODY = f"<p>{FIRST}</p><p>{SECOND}</p>"
ESCAPED = BODY.replace("<", "&lt;").replace(">", "&gt;")
SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"'
)
CHANNEL = (
    "<title>Top stories - The Lindgate Courier</title><link>https://lindgatecourier.example/</link>"
)


def rss(*items: str, channel: str = CHANNEL, spaces: str = SPACES) -> str:
    return f'<?xml version="1.0"?>\n<rss version="2.0" {spaces}><channel>{channel}{"".join(items)}</channel></rss>'


def item(fields: str = "", *, title: str = "The road is shut", number: int = 1) -> str:
    return (
        f"<item><title>{title}</title><link>https://lindgatecourier.example/{number}</link>"
        f"{fields}</item>"
    )


def full(fields: str = "", **more: Any) -> str:
    return item(f"<content:encoded><![CDATA[{BODY}]]></content:encoded>{fields}", **more)


SHORT = item("<description>Water reached the first houses.</description>")
SOUND = item('<description>Listen.</description><enclosure url="a.mp3" type="audio/mpeg"/>')
JSON_FEED: dict[str, Any] = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "The Lindgate Courier",
    "home_page_url": "https://lindgatecourier.example/",
    "items": [{"id": "1", "url": "https://lindgatecourier.example/1", "content_html": BODY}],
}
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Valley Gazette</title>'
    '<link href="https://gazette.example/"/>{}</feed>'
)
ATOM_ENTRY = (
    '<entry><title>Shut</title><id>tag:1</id><link href="https://gazette.example/1"/>'
    f'<updated>2021-04-07T10:00:00Z</updated><content type="html">{ESCAPED}</content></entry>'
)
RDF = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="{}" ' + SPACES + ">"
    "<channel><title>The Valley Gazette</title><items><rdf:Seq/></items></channel>"
    '<item rdf:about="x"><title>Shut</title><link>https://gazette.example/1</link>'
    f"<description>{ESCAPED} {SECOND}</description><dc:date>2021-04-07</dc:date></item></rdf:RDF>"
)


class Case(NamedTuple):
    """A feed, and what must come of it."""

    name: str
    data: str | bytes
    pages: int
    remarks: tuple[str, ...] = ()
    """`severity/reason`, in order."""
    limits: Limits = Limits()


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e SYSTEM "file:///etc/hostname">]>'

CASES = [
    Case("rss", rss(full()), 1),
    Case("feed.txt", rss(full(), full()), 2),
    Case("feed.html", rss(full()), 1),
    Case("spaced.xml", "\ufeff\n\n  " + rss(full()), 1),
    Case("undeclared.xml", rss(full("<dc:creator>Jane Roe</dc:creator><odd:x>1</odd:x>"), spaces=""), 1),
    Case("comment.xml", rss(full()).replace("<rss", "<!-- <item> --><?x <item>?><rss", 1), 1),
    Case("doctype.xml", rss(full()).replace("<rss", '<!DOCTYPE rss PUBLIC "-//N//DTD RSS 0.91//EN" "http://x.example/rss.dtd"><rss', 1), 1),
    Case("utf16.xml", rss(full()).encode("utf-16"), 1),
    Case("utf16-bare.xml", rss(full()).encode("utf-16-le"), 1),
    Case("marked.xml", codecs.BOM_UTF8 + rss(full()).encode(), 1),
    Case("latin.xml", rss(full(title="Café")).replace("?>", ' encoding="iso-8859-1"?>', 1).encode("latin-1"), 1),
    Case("stray.xml", rss(full(title="Café")).encode("latin-1"), 1, ("note/encoding-guessed",)),
    Case("escaped.xml", rss(full()).replace("&", "&amp;").replace("<", "&lt;"), 1),
    Case("atom.xml", ATOM.format(ATOM_ENTRY), 1),
    Case("atom03.xml", ATOM.format(ATOM_ENTRY).replace("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"), 1),
    Case("no-space.xml", ATOM.format(ATOM_ENTRY).replace(' xmlns="http://www.w3.org/2005/Atom"', ""), 1),
    Case("lone-entry.xml", ATOM_ENTRY.replace("<entry", '<entry xmlns="http://www.w3.org/2005/Atom"'), 1),
    Case("rdf.xml", RDF.format("http://purl.org/rss/1.0/"), 1),
    Case("rdf090.xml", RDF.format("http://my.netscape.com/rdf/simple/0.9/"), 1),
    Case("no-end-tag.xml", rss(full().replace("</item>", ""), full()), 2),
    Case("bare-ampersand.xml", rss(full(title="Roe & Doe &nbsp; &eacute; \x0b")), 1),
    Case("mixed-in.xml", rss(item(f"<description>{FIRST}<br><br>{SECOND} {SECOND}</description>")), 1),
    Case("empty.xml", rss(), 0, ("failed/empty",)),
    Case("bare.xml", "<rss><channel/></rss>", 0, ("failed/empty",)),
    Case("head-only.xml", rss()[:-60], 0, ("failed/broken",)),
    Case("cut.xml", rss(full(), full(), full())[:-200], 2, ("partial/broken",)),
    Case("cut-between.xml", rss(full(), full()).removesuffix("</channel></rss>"), 2, ("partial/broken",)),
    Case("cut-in-first.xml", rss(full())[:-200], 0, ("partial/broken", "failed/broken")),
    Case("summaries.xml", rss(SHORT, SHORT), 0, ("failed/summary-only",)),
    Case("headlines.xml", rss(item()), 0, ("failed/summary-only",)),
    Case("some.xml", rss(full(), SHORT), 1, ("partial/summary-only",)),
    Case("podcast.xml", rss(SOUND, SOUND), 0, ("failed/no-article",)),
    Case("some-sound.xml", rss(SOUND, full()), 1, ("note/no-article",)),
    Case("draft.xml", rss(full(), full("<wp:status>draft</wp:status>")), 1, ("note/no-article",)),
    Case("empty-entries.xml", rss("<item/>", "<item></item>"), 0, ("failed/no-article",)),
    Case("bomb.xml", BOMB + rss(full(title="&i; &a;")).split("?>", 1)[1], 1),
    Case("outside.xml", OUTSIDE + rss(full(title="&e;")).split("?>", 1)[1], 1),
    Case("large-entry.xml", rss(full(), full("w" * 3_000), full()), 2, ("partial/too-large",), Limits(item_bytes=1_500)),
    Case("many.xml", rss(*[full()] * 5), 3, ("partial/too-large",), Limits(container_items=3)),
    Case("large.xml", rss(*[full()] * 5), 0, ("failed/too-large",), Limits(container_bytes=1_000)),
    Case("deep.xml", rss(full("<a>" * 50_000)), 1),
    Case("json", json.dumps(JSON_FEED), 1),
    Case("feed.json", json.dumps(JSON_FEED | {"items": [JSON_FEED["items"][0], 5, {"id": "2", "title": "T", "url": "https://x.example"}]}), 1, ("partial/broken", "partial/summary-only")),
    Case("empty.json", json.dumps(JSON_FEED | {"items": []}), 0, ("failed/empty",)),
    Case("cut.json", json.dumps(JSON_FEED | {"items": JSON_FEED["items"] * 3})[:-50], 2, ("partial/broken",)),
    Case("opml.xml", '<?xml version="1.0"?><opml version="2.0"><body/></opml>', 0, ("failed/unknown-format",)),
    Case("sitemap.xml", '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>', 0, ("failed/unknown-format",)),
    Case("rdf-other.xml", '<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>', 0, ("failed/unknown-format",)),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_odd_feed(case: Case, write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """Each odd feed gives just these pages and remarks, and every page is an article."""
    begin = time.perf_counter()
    pages, remarks = read(write(case.name, case.data), limits=case.limits)
    assert [f"{r.severity}/{r.reason}" for r in remarks] == list(case.remarks)
    assert len(pages) == case.pages
    assert all(page.media_type is MediaType.RECORD for page in pages)
    assert all(case.name in remark.name and remark.message for remark in remarks)
    assert all(FIRST in page.data.decode() for page in pages)
    assert time.perf_counter() - begin < 10


@pytest.fixture
def entry(write: Callable[..., Path], read: Callable[..., Any]) -> Callable[..., Any]:
    """The record of the only article of a feed."""

    def read_entry(data: str | bytes, name: str = "feed.xml") -> Any:
        [page], _ = read(write(name, data))
        return json.loads(page.data)

    return read_entry


def test_fields_of_an_rss_item(entry: Callable[..., Any]) -> None:
    """What an item states stands in its record under our names, escaped once or twice."""
    fields = (
        "<guid isPermaLink='false'>p=12</guid><pubDate>Wed, 07 Apr 2021 10:00:00 +0000</pubDate>"
        "<dc:date>2021-04-07T10:00:00Z</dc:date><dc:creator><![CDATA[By Jane Roe]]></dc:creator>"
        "<dc:creator>John Doe</dc:creator><category>Roads &amp;amp; water</category>"
        "<description>Pumps are on their way.</description>"
    )
    data = rss(full(fields, title="Roe &amp;amp; Doe"), channel=CHANNEL + "<language>en</language>")
    assert entry(data) == {
        "address": "https://lindgatecourier.example/1",
        "authors": ["Jane Roe", "John Doe"],
        "content_html": BODY,
        "dek": "Pumps are on their way.",
        "id": "p=12",
        "language": "en",
        "outlet": "The Lindgate Courier",
        "published": "Wed, 07 Apr 2021 10:00:00 +0000",
        "tags": ["Roads & water"],
        "title": "Roe & Doe",
    }


def test_fields_of_an_atom_entry(entry: Callable[..., Any]) -> None:
    """XHTML is content, addresses are resolved, the feed's author and language hold within."""
    data = (
        '<a:feed xmlns:a="http://www.w3.org/2005/Atom" xml:base="https://gazette.example/news/"'
        ' xml:lang="de"><a:title>The Valley Gazette</a:title><a:link href="/"/>'
        "<a:author><a:name>A. Reed</a:name></a:author>"
        '<a:entry xml:base="2021/"><a:title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'
        'The road <b>is</b> shut</div></a:title><a:link rel="self" href="x.atom"/>'
        '<a:link rel="alternate" href="road.html"/><a:id>tag:1</a:id>'
        "<a:published>2021-04-07T10:00:00+02:00</a:published>"
        "<a:updated>2021-04-08T10:00:00Z</a:updated><a:category term='roads' label='Roads'/>"
        f'<a:content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{BODY}</div>'
        "</a:content></a:entry></a:feed>"
    )
    assert entry(data) == {
        "address": "https://gazette.example/news/2021/road.html",
        "authors": ["A. Reed"],
        "content_html": f"<div>{BODY}</div>",
        "id": "tag:1",
        "language": "de",
        "outlet": "The Valley Gazette",
        "published": "2021-04-07T10:00:00+02:00",
        "tags": ["Roads"],
        "title": "The road is shut",
        "updated": "2021-04-08T10:00:00Z",
    }


def test_fields_of_a_json_feed(entry: Callable[..., Any]) -> None:
    """A JSON Feed gives the same fields."""
    one = JSON_FEED["items"][0] | {
        "title": "Shut",
        "authors": [{"name": "Jane Roe"}],
        "date_published": "2021-04-07T10:00:00Z",
        "tags": ["Roads"],
    }
    assert entry(json.dumps(JSON_FEED | {"items": [one]}), "a.json") == {
        "address": "https://lindgatecourier.example/1",
        "authors": ["Jane Roe"],
        "content_html": BODY,
        "id": "1",
        "outlet": "The Lindgate Courier",
        "published": "2021-04-07T10:00:00Z",
        "tags": ["Roads"],
        "title": "Shut",
    }


@pytest.mark.parametrize(
    ("title", "link", "outlet"),
    [
        ("Top stories - The Lindgate Courier", "https://www.lindgatecourier.example/", "The Lindgate Courier"),
        ("World | Gazette", "https://gazette.example/world", "Gazette"),
        ("Vale > World News", "https://valenews.example/", "Vale"),
        ("The Lindgate Courier RSS Feed", "https://lc.example/", "The Lindgate Courier"),
        ("Water - a chronicle", "https://elsewhere.example/", "Water - a chronicle"),
        ("The Mid-Valley Post", "https://post.example/", "The Mid-Valley Post"),
    ],
)  # fmt: skip
def test_outlet(title: str, link: str, outlet: str, entry: Callable[..., Any]) -> None:
    """The outlet is the part of the feed's title that its site names, else the title."""
    address = f"<link>{link}1</link>"
    one = full().replace("<link>https://lindgatecourier.example/1</link>", address)
    channel = f"<title>{title.replace('>', '&gt;')}</title><link>{link}</link>"
    assert entry(rss(one, channel=channel))["outlet"] == outlet


def test_gathered_articles_are_not_the_gatherers(entry: Callable[..., Any]) -> None:
    """A `source` names the outlet; without one, what leads to another site has none here."""
    source = '<source url="https://post.example/feed">The Hill Post</source>'
    assert entry(rss(full(source)))["outlet"] == "The Hill Post"
    assert entry(rss(full("<dc:publisher>Hill Press</dc:publisher>")))["outlet"] == "Hill Press"
    foreign = full().replace("https://lindgatecourier.example/1", "https://post.example/1")
    assert "outlet" not in entry(rss(foreign))


def test_login_names_of_an_export(entry: Callable[..., Any]) -> None:
    """A WordPress export says which printed name a login has."""
    author = (
        "<wp:author><wp:author_login>jroe</wp:author_login>"
        "<wp:author_display_name>Jane Roe</wp:author_display_name></wp:author>"
    )
    one = full("<dc:creator>jroe</dc:creator>")
    assert entry(rss(one, channel=CHANNEL + author))["authors"] == ["Jane Roe"]


def test_address_of_an_entry(entry: Callable[..., Any]) -> None:
    """The original of a redirection wins, then the link, then an id that is an address."""
    assert entry(rss(full().replace("lindgatecourier.example/1", "x.example/?a=1&b=2&copy=3")))[
        "address"
    ].endswith("?a=1&b=2&copy=3")
    original = '<f:origLink xmlns:f="http://rssnamespace.org/feedburner/ext/1.0">https://lindgatecourier.example/o</f:origLink>'
    assert entry(rss(full(original)))["address"].endswith("/o")
    bare = full("<guid>https://lindgatecourier.example/g</guid>")
    bare = bare.replace("<link>https://lindgatecourier.example/1</link>", "")
    assert entry(rss(bare))["address"].endswith("/g")


@pytest.mark.parametrize(
    ("description", "is_read"),
    [
        (f"<p>{FIRST}</p><p>{SECOND} It did so once before, in the spring of 1962, and then again.</p>", True),
        (f"{FIRST} {SECOND} " * 2, True),
        (FIRST, False),
        (f"{FIRST} {SECOND}", False),
        (f"<p>{FIRST} {SECOND}</p><p>{SECOND} […]</p>", False),
        (f"<p>{FIRST} {SECOND}</p><p>{SECOND}...</p>", False),
        (f"<p>{FIRST} {SECOND}</p><p>{SECOND}</p><p><a href='x'>Continue reading The road &#8594;</a></p>", False),
        (f"<p>{FIRST} {SECOND}</p><p>{SECOND}. Read more</p>", False),
        (f"<p>{FIRST} {SECOND} {SECOND}</p><p>The post <a>The road</a> appeared first on <a>Gazette</a>.</p>", False),
        (f"<p>{FIRST} {SECOND}</p><p>{SECOND}</p><p>More people came than the hall could hold on that evening, she said, and they stayed until midnight.</p>", True),
    ],
)  # fmt: skip
def test_full_text_or_summary(
    description: str, is_read: bool, write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """A description alone is an article when it is long enough and not cut off."""
    feed = rss(item(f"<description><![CDATA[{description}]]></description>"))
    pages, remarks = read(write("feed.xml", feed))
    assert (len(pages), [r.reason for r in remarks]) == (
        (1, []) if is_read else (0, ["summary-only"])
    )


def test_short_content_that_is_cut_off_is_no_article(
    write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """A content that ends in a pointer to the page is a summary when it is short."""
    cut = full().replace(SECOND, "The wall was built [&#8230;]")
    _, [remark] = read(write("feed.xml", rss(cut)))
    assert remark.reason == "summary-only"
    assert "--follow" in remark.message
    assert "1 of 1" in remark.message


@pytest.mark.parametrize(
    ("summary", "dek"),
    [
        ("Pumps are on their way.", "Pumps are on their way."),
        (FIRST, None),
        (FIRST[:40] + "…", None),
    ],
)
def test_summary_beside_the_text(summary: str, dek: str | None, entry: Callable[..., Any]) -> None:
    """A summary is the dek unless it is the beginning of the text."""
    assert entry(rss(full(f"<description>{summary}</description>"))).get("dek") == dek


def test_paragraphs_kept_as_blank_lines(entry: Callable[..., Any]) -> None:
    """A text without markup is plain text; escaped twice it is markup."""
    plain = f"{FIRST} AT&amp;amp;T\n\n{SECOND}"
    assert entry(rss(item(f"<content:encoded>{plain}</content:encoded>")))["content_text"] == (
        f"{FIRST} AT&T\n\n{SECOND}"
    )
    twice = ESCAPED.replace("&", "&amp;")
    assert "content_html" in entry(rss(item(f"<content:encoded>{twice}</content:encoded>")))


def test_own_entities_are_words_and_others_stay(entry: Callable[..., Any]) -> None:
    """A feed's own entities give their words; nested and external ones are never followed."""
    head = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY g "The Gazette"><!ENTITY n "&g;&g;">]>'
    title = entry(head + rss(full(title="&g; &n; &unknown;")).split("?>", 1)[1])["title"]
    assert title == "The Gazette &n; &unknown;"


def test_an_odd_date_stays_as_it_stands(entry: Callable[..., Any]) -> None:
    """A date that nobody can read is kept as it was written."""
    written = "Mon, 30 Nov -0001 00:00:00 +0000"
    assert entry(rss(full(f"<pubDate>{written}</pubDate>")))["published"] == written


def test_numbers_count_all_entries(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """A page is named by the place of its entry in the feed."""
    pages, _ = read(write("feed.xml", rss(SHORT, full(), SOUND, full(number=2))))
    assert [page.name for page in pages] == ["feed.xml#2", "feed.xml#4"]


def test_bytes_of_an_entry_do_not_depend_on_the_others(
    write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """The same entry gives the same bytes wherever it stands."""
    [alone], _ = read(write("a.xml", rss(full())))
    pages, _ = read(write("b.xml", rss(SHORT, full(number=5), full())))
    assert pages[-1].data == alone.data


@pytest.fixture
def linked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is fetched, without a network: every address gives a page."""
    asked: list[str] = []

    def open_linked(address: str, reading: object, *, depth: int) -> Iterator[Page | Remark]:
        asked.append(f"{depth} {address}")
        yield Page(data=FIRST.encode(), media_type=MediaType.PLAIN, name="page.html")

    monkeypatch.setattr(address_source, "open_linked", open_linked)
    return asked


@pytest.mark.parametrize(("follow", "count"), [(True, 1), (None, 0), (False, 0)])
def test_following(
    follow: bool | None,
    count: int,
    linked: list[str],
    write: Callable[..., Path],
    read: Callable[..., Any],
) -> None:
    """The pages of summaries are fetched, once each, only when the user wishes it of a file."""
    feed = write("feed.xml", rss(SHORT, full(number=2), SHORT, SOUND))
    pages, remarks = read(feed, follow=follow)
    assert linked == ["1 https://lindgatecourier.example/1"] * count
    assert len(pages) == 1 + count
    assert ("summary-only" in [r.reason for r in remarks]) == (not count)


def test_a_large_feed_is_streamed(tmp_path: Path, read: Callable[..., Any]) -> None:
    """Memory does not grow with the number of entries."""
    path = tmp_path / "large.xml"
    head, tail = rss().split("</channel>")
    with path.open("w") as stream:
        stream.write(head)
        for number in range(300):
            stream.write(full(f"<x>{'word ' * 6_000}</x>", number=number))
        stream.write("</channel>" + tail)
    assert path.stat().st_size > 8_000_000
    tracemalloc.start()
    pages = sum(isinstance(one, Page) for one in open_source(path))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert pages == 300
    assert peak < 4_000_000


def test_a_bomb_takes_no_memory(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """Entities that refer to each other are not expanded."""
    tracemalloc.start()
    [page], _ = read(write("bomb.xml", BOMB + rss(full(title="&i;" * 100)).split("?>", 1)[1]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(page.data) < 5_000
    assert peak < 20_000_000


def test_a_long_entity_many_times(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """What an entity adds to one entry is bounded."""
    head = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "{"w" * 200}">]>'
    [page], _ = read(write("long.xml", head + rss(full(title="&a;" * 50_000)).split("?>", 1)[1]))
    assert len(page.data) < 2_000_000


@pytest.mark.parametrize(
    "tags",
    ["<title>" * 30_000, "<item>" * 1_000, "<!--" * 30_000, "<![CDATA[" * 30_000, "&" * 90_000,
     "&lt;p" * 30_000, "<p " * 30_000, "&#" * 50_000, "<a b=" * 20_000],
)  # fmt: skip
def test_no_input_takes_long(
    tags: str, write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """Marks that never end are gone through once."""
    begin = time.perf_counter()
    read(write("a.xml", rss(full(tags), item(f"<description><![CDATA[{tags}]]></description>"))))
    assert time.perf_counter() - begin < 8


WHOLE = [
    rss(full(), SHORT, full(title="Roe & Doe")),
    ATOM.format(ATOM_ENTRY * 2),
    json.dumps(JSON_FEED),
]


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(whole=st.sampled_from(WHOLE), data=st.data())
def test_a_feed_cut_anywhere_never_raises(whole: str, data: st.DataObject, tmp_path: Path) -> None:
    """A feed that ends anywhere gives pages or remarks, and is said to be cut off."""
    end = data.draw(st.integers(250, len(whole) - 1))
    path = tmp_path / "cut.xml"
    path.write_text(whole[:end])
    found = list(open_source(path))
    assert any(isinstance(one, Remark) and one.severity is not Severity.NOTE for one in found) or (
        end > len(whole) - len("</rss>")
    )


@settings(deadline=None, max_examples=30, suppress_health_check=list(HealthCheck))
@given(
    magic=st.sampled_from([rss()[:-16], '<feed xmlns="http://www.w3.org/2005/Atom">', json.dumps(JSON_FEED)[:-20], RDF[:150].format("http://purl.org/rss/1.0/")]),
    rest=st.one_of(st.binary(max_size=200), st.text("<>/&;[]!-itemnrydlkCDATA \"'=", max_size=200).map(str.encode)),
)  # fmt: skip
def test_anything_after_the_beginning_of_a_feed(magic: str, rest: bytes, tmp_path: Path) -> None:
    """Whatever follows, there is a page or a remark and no error, and no page is unreadable."""
    from onrecord.articles.read import read_article

    path = tmp_path / "odd.xml"
    path.write_bytes(magic.encode() + rest)
    found = list(open_source(path))
    assert found
    for one in found:
        if isinstance(one, Page):
            try:
                read_article(one)
            except InputError:
                continue
