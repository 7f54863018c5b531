"""News items in XML: which files are taken for them, and what comes of each."""

from __future__ import annotations

import codecs
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.articles.read import read_article
from onrecord.errors import BrokenInput, InputError
from onrecord.settings import Limits
from onrecord.sources.iptc.news_xml_tree import (
    fitting_encoding,
    parse_news_xml,
    root_name,
    standing_of,
    text_of,
)
from onrecord.sources.open import open_source
from onrecord.values.pages import MediaType, Page

WORDS = "The council of Port Elm met on Monday and voted to close the bridge."
QUOTED = f"<p>{WORDS}</p><p>“Yes” – at the café, it said.</p>"
NAR = 'xmlns="http://iptc.org/std/nar/2006-10-01/"'


def nitf(body: str = f"<p>{WORDS}</p>", head: str = "", attributes: str = "") -> str:
    """An article in NITF."""
    return (
        f"<nitf{attributes}><head>{head}</head><body><body.head><hedline><hl1>Council votes</hl1>"
        f"</hedline></body.head><body.content>{body}</body.content></body></nitf>"
    )


def news_item(meta: str = "", content: str = "", kind: str = "text", attributes: str = "") -> str:
    """A news item in NewsML-G2 that holds NITF, or what is given."""
    return (
        f'<newsItem {attributes}><itemMeta><itemClass qcode="ninat:{kind}"/>{meta}</itemMeta>'
        f"<contentSet>{content or f'<inlineXML>{nitf()}</inlineXML>'}</contentSet></newsItem>"
    )


def message(*items: str) -> str:
    """A message with items."""
    return f"<newsMessage {NAR}><header/><itemSet>{''.join(items)}</itemSet></newsMessage>"


def first_newsml(*items: str) -> str:
    """A document of the first NewsML."""
    return f'<NewsML Version="1.2"><NewsEnvelope/>{"".join(items)}</NewsML>'


OLD_ITEM = (
    "<NewsItem><NewsManagement><Status FormalName='Usable'/></NewsManagement><NewsComponent>"
    "<NewsLines><HeadLine>Council votes</HeadLine></NewsLines><ContentItem>"
    f"<MediaType FormalName='Text'/><DataContent><p>{WORDS}</p></DataContent></ContentItem>"
    "</NewsComponent></NewsItem>"
)
BOMB = (
    '<!DOCTYPE nitf [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>'
)
STATED = '<?xml version="1.0" encoding="{}"?>\n'
DEEP = "<a>" * 100_000


class Case(NamedTuple):
    """A file, and what must come of it."""

    name: str
    data: bytes
    pages: int
    remarks: tuple[str, ...] = ()
    limits: Limits = Limits()


def case(name: str, text: str, pages: int, *remarks: str, limits: Limits | None = None) -> Case:
    """A case in UTF-8."""
    return Case(name, text.encode(), pages, remarks, limits or Limits())


BROKEN = "failed/broken"
ASIDE = "note/no-article"

CASES = [
    case("nitf.xml", nitf(), 1),
    case("nitf.txt", nitf(), 1),
    case("no-suffix", STATED.format("UTF-8") + nitf(), 1),
    case("item.xml", news_item(attributes=NAR), 1),
    case("prefixed.xml", f'<n:nitf xmlns:n="urn:x"><n:body>{WORDS}</n:body></n:nitf>', 1),
    case("space.xml", "\n \n" + nitf(), 1),
    case("message.xml", message(news_item(), news_item()), 2),
    case("old.xml", first_newsml(OLD_ITEM, OLD_ITEM), 2),
    case("nested.xml", message(news_item(content=f"<inlineXML>{OLD_ITEM}</inlineXML>")), 1),
    case("dtd.xml", '<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">' + nitf(f"<p>{WORDS}&nbsp;</p>"), 1),
    case("comments.xml", f"<!-- a --><?b c?>{nitf('<!-- <p>no</p> -->' + WORDS)}<!-- d -->", 1),
    case(
        "subset.xml",
        "<!DOCTYPE nitf [<!-- don't ] > --><!ELEMENT p ANY><!ENTITY x ']>'>]>" + nitf(),
        1,
    ),
    Case("mark.xml", codecs.BOM_UTF8 + nitf().encode(), 1),
    Case("wide.xml", (STATED.format("utf-16") + nitf()).encode("utf-16"), 1),
    Case("wide-lie.xml", (STATED.format("utf-8") + nitf()).encode("utf-16"), 1),
    Case("wide-message.xml", message(news_item()).encode("utf-16"), 1),
    Case("latin.xml", (STATED.format("iso-8859-1") + nitf(QUOTED)).encode("cp1252"), 1),
    Case("wrong.xml", (STATED.format("utf-8") + nitf(QUOTED)).encode("cp1252"), 1),
    Case(
        "wrong-message.xml",
        message(news_item(content=f"<inlineXML>{nitf(QUOTED)}</inlineXML>")).encode("cp1252"),
        1,
    ),
    case("ampersand.xml", nitf(f"<p>{WORDS} Smith & Sons said.</p>"), 1),
    case("bomb.xml", BOMB + nitf(f"<p>{WORDS} &d;</p>"), 1),
    case(
        "outside.xml",
        '<!DOCTYPE nitf [<!ENTITY f SYSTEM "file:///etc/hosts">]>' + nitf(f"<p>{WORDS} &f;</p>"),
        1,
    ),
    case("cut.xml", nitf(f"<p>{WORDS}</p>" * 9)[:-200], 1, "partial/broken"),
    case("tags.xml", nitf(f"<p>{WORDS}</p><p>It <b>met.</p>"), 1, "partial/broken"),
    case("deep.xml", "<nitf>" + DEEP, 0, BROKEN),
    case("deep-shut.xml", f"<nitf>{DEEP}{'</a>' * 100_000}</nitf>", 0, BROKEN),
    case("deep-message.xml", f"<newsMessage><itemSet>{DEEP}", 0, "partial/broken", BROKEN),
    Case("junk.xml", b"<nitf " + bytes(range(256)) * 20, 0, (BROKEN,)),
    case("doctype.xml", "<!DOCTYPE nitf [" + "<!--'" * 20_000, 0, BROKEN),
    case("cut-message.xml", message(news_item(), news_item())[:-300], 2, "partial/broken"),
    case(
        "bad-item.xml",
        message(news_item(), "<newsItem><a></b></newsItem>", news_item()),
        3,
        "partial/broken",
    ),
    case("empty-message.xml", message(), 0, "failed/empty"),
    case("picture.xml", news_item(kind="picture"), 0, ASIDE),
    case("package.xml", f"<packageItem {NAR}/>", 0, ASIDE),
    case("knowledge.xml", f"<knowledgeItem {NAR}/>", 0, ASIDE),
    case("bundle.xml", news_item(kind="composite", content="<remoteContent/>"), 0, ASIDE),
    case("composite.xml", news_item(kind="composite"), 1),
    case(
        "mixed.xml",
        message("<packageItem/>", news_item(kind="picture"), news_item(), "<conceptItem/>"),
        1,
        *(ASIDE,) * 3,
    ),
    case("only-pictures.xml", message(news_item(kind="video")), 0, ASIDE),
    case(
        "withheld.xml",
        news_item('<pubStatus qcode="stat:withheld"/>'),
        1,
        "note/withheld-by-publisher",
    ),
    case(
        "cancelled.xml",
        message(news_item(), news_item('<pubStatus qcode="stat:canceled"/>')),
        2,
        "note/cancelled-by-publisher",
    ),
    case(
        "embargoed-nitf.xml",
        nitf(head='<docdata management-status="embargoed"/>'),
        1,
        "note/withheld-by-publisher",
    ),
    case(
        "old-cancelled.xml",
        first_newsml(OLD_ITEM.replace("Usable", "Canceled")),
        1,
        "note/cancelled-by-publisher",
    ),
    case("old-photo.xml", first_newsml(OLD_ITEM.replace("'Text'", "'Photo'")), 0, ASIDE),
    case("large.xml", nitf(), 0, "failed/too-large", limits=Limits(item_bytes=100)),
    case(
        "large-item.xml",
        message(news_item(), news_item(content=f"<inlineXML>{nitf(QUOTED * 40)}</inlineXML>")),
        1,
        "partial/too-large",
        limits=Limits(item_bytes=1_500),
    ),
    case(
        "many.xml",
        message(*[news_item()] * 5),
        3,
        "partial/too-large",
        limits=Limits(container_items=3),
    ),
    case(
        "large-message.xml",
        message(*[news_item()] * 5),
        0,
        "partial/too-large",
        BROKEN,
        limits=Limits(container_bytes=200),
    ),
    case("other.xml", "<?xml version='1.0'?><catalog><a/></catalog>", 0, "failed/unknown-format"),
]


@pytest.mark.parametrize("one", CASES, ids=lambda one: one.name)
def test_file(one: Case, write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """Each file gives just these pages and remarks."""
    pages, remarks = read(write(one.name, one.data), limits=one.limits)
    assert [f"{r.severity}/{r.reason}" for r in remarks] == list(one.remarks)
    assert len(pages) == one.pages
    assert all(one.name in remark.name and remark.message for remark in remarks)
    for page in pages:
        assert page.media_type is MediaType.NEWS_XML
    if pages:
        text = read_article(pages[0]).text
        assert WORDS in text
        assert "lollol" not in text
        assert "localhost" not in text


def test_one_item_keeps_the_bytes_of_its_file(
    write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """The bytes of a file that is one item are the article's."""
    data = (STATED.format("UTF-8") + nitf() + "\n").encode()
    [page], _ = read(write("a.xml", data))
    assert (page.data, page.name) == (data, "a.xml")


def test_items_of_a_message(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """Items are named by their place; each has bytes of its own, whatever stands around it."""
    item = news_item(attributes='guid="a" version="1"')
    pages, _ = read(write("a.xml", message("<packageItem/>", item, "\n\n", item)))
    assert [page.name for page in pages] == ["a.xml#2", "a.xml#3"]
    assert pages[0].data == pages[1].data
    assert pages[0].data.startswith(f'<newsItem {NAR} guid="a" version="1"><itemMeta>'.encode())
    assert b'xmlns=""' not in pages[0].data


def test_quoting_of_attributes_makes_no_other_item(
    write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """The same item spelled in two ways of XML has the same bytes."""
    one = news_item(attributes='guid="a" version="1"')
    two = news_item(attributes="version='1'  guid='a'").replace("/>", " />")
    pages, _ = read(write("a.xml", message(one, two)))
    assert pages[0].data == pages[1].data


def test_no_dtd_is_loaded(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """A DTD that lies on this machine is not read, in one item or in a message."""
    dtd = write("x.dtd", '<!ENTITY secret "TAKEN FROM THE DISK">')
    for content in (
        nitf(f"<p>{WORDS} &secret;</p>"),
        message(news_item(content=(f"<inlineXML>{nitf(f'<p>{WORDS} &secret;</p>')}</inlineXML>"))),
    ):
        root = "nitf" if content.startswith("<nitf") else "newsMessage"
        path = write("a.xml", f'<!DOCTYPE {root} SYSTEM "{dtd.as_uri()}">{content}')
        [page], _ = read(path)
        text = read_article(page).text
        assert "TAKEN" not in text
        assert "&secret;" in text


def test_broken_item_does_not_cost_the_others(
    write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """A message is read on after a place that is no XML, and the place is told."""
    bad = news_item(content=f"<inlineXML>{nitf(f'<p>{WORDS} 3 < 4 & 5</p>')}</inlineXML>")
    pages, [remark] = read(write("a.xml", message(news_item(), bad, news_item())))
    assert [WORDS in read_article(page).text for page in pages] == [True] * 3
    assert (remark.severity, remark.reason) == ("partial", "broken")
    assert "line 1" in remark.message
    assert "5" in read_article(pages[1]).text


def test_broken_place_in_a_message_too_large_to_hold(
    write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """A message that is only streamed ends at what is no XML, and that is said."""
    items = (news_item(), "< 3", news_item())
    pages, [remark] = read(write("a.xml", message(*items)), limits=Limits(item_bytes=400))
    assert len(pages) == 1
    assert (remark.severity, remark.reason) == ("partial", "broken")
    assert "may be missing" in remark.message


def test_many_entities_of_an_unread_dtd(
    write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """Entities that only a DTD knows are no damage, however many there are."""
    item = news_item(content=f"<inlineXML>{nitf(f'<p>{WORDS}&nbsp;</p>' * 20)}</inlineXML>")
    pages, remarks = read(write("a.xml", message(*[item] * 300)))
    assert (len(pages), remarks) == (300, [])


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        ("<nitf>", "nitf"),
        ("<a:newsItem b='c'>", "newsItem"),
        ("<?xml version='1.0'?>\n<!-- <x> --><!DOCTYPE q:nitf PUBLIC '>' \"[\" [<!--]>-->]><nitf/>", "nitf"),
        ("<!DOCTYPE nitf [<!ENTITY a 'b", "nitf"),
        ("<!-- never shut <nitf>", None),
        ("<?xml <nitf>", None),
        ("<html><nitf>", "html"),
        ("The <nitf>", None),
        ("", None),
    ],
)  # fmt: skip
def test_root(opening: str, name: str | None) -> None:
    """The outermost element is found behind declaration, comments and document type."""
    assert root_name(opening) == name


@pytest.mark.parametrize("part", ["<!--'", "<!-- -->", "<?a?>", "<!DOCTYPE a [", "'\"[]<!--", " "])
def test_root_in_linear_time(part: str) -> None:
    """Repetition of what may stand before an element costs no more than its length."""
    begin = time.perf_counter()
    root_name((part * 65_536)[:65_536])
    root_name(("<!DOCTYPE nitf [" + part * 65_536)[:65_536])
    assert time.perf_counter() - begin < 2


def test_entities_and_damage() -> None:
    """Entities of HTML become characters; what is cut is said, and what is no news refused."""
    assert text_of(parse_news_xml(b"<nitf>a&mdash;b &amp; &who; c</nitf>").root) == "a—b & &who; c"
    cdata = parse_news_xml(b"<nitf><![CDATA[a & b]]> & c</nitf>")
    assert (text_of(cdata.root), cdata.damage) == ("a & b & c", None)
    assert parse_news_xml(b"<nitf><p>a").damage is not None
    with pytest.raises(BrokenInput):
        parse_news_xml(b"<other><p>a")


def test_encoding_of_a_cut_head() -> None:
    """A character cut by the end of the head does not make UTF-8 a guess."""
    assert fitting_encoding("<nitf>café".encode()[:-1]) == (None, ())
    assert fitting_encoding("<nitf>He said “no”".encode("cp1252"))[0] == "cp1252"


def test_standing_by_address_of_the_code() -> None:
    """A code may be given as an address."""
    root = parse_news_xml(
        b"<newsItem><itemMeta><itemClass uri='http://cv.example/ninature/picture'/>"
        b"<pubStatus uri='http://cv.example/pubstatus/canceled'/></itemMeta></newsItem>"
    ).root
    standing = standing_of(root)
    assert (standing.kind, standing.reason) == ("picture", "cancelled-by-publisher")


def test_many_items_with_flat_memory(write: Callable[..., Path]) -> None:
    """A message is streamed: memory does not grow with the number of its items."""
    path = write("a.xml", message(*[news_item(attributes='version="1"')] * 2_000))
    found = open_source(path, limits=Limits())
    tracemalloc.start()
    for _ in range(100):
        next(found)
    early = tracemalloc.get_traced_memory()[0]
    count = sum(isinstance(one, Page) for one in found)
    late, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 1_900
    assert late - early < 500_000
    assert peak < 10_000_000


def test_item_without_end_with_flat_memory(write: Callable[..., Path]) -> None:
    """An item over the limit is passed over, not held; the one behind it is read."""
    endless = "<newsItem>" + f"<p>{WORDS}</p>" * 40_000 + "</newsItem>"
    path = write("a.xml", message(endless, news_item()))
    found = list(open_source(path, limits=Limits(item_bytes=100_000)))
    assert [getattr(one, "reason", one.name) for one in found] == ["too-large", "a.xml#2"]


GOOD = message(news_item('<provider literal="MPA"/>'), news_item()).encode()


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(st.integers(0, len(GOOD)), st.booleans())
def test_cut_anywhere(tmp_path: Path, length: int, single: bool) -> None:
    """A file cut at any place gives pages or remarks and never raises."""
    path = tmp_path / "a.xml"
    path.write_bytes((nitf(QUOTED).encode() if single else GOOD)[:length])
    _read_all(path)


@settings(deadline=None, max_examples=80, suppress_health_check=list(HealthCheck))
@given(
    st.sampled_from(["<nitf>", "<newsMessage>", "<newsItem>", "<NewsML>", "<?xml version='1.0'?>"]),
    st.one_of(
        st.binary(max_size=200),
        st.text(max_size=100).map(str.encode),
        st.lists(
            st.sampled_from(
                (
                    *("<newsItem>", "</newsItem>", "<contentSet>", "<inlineXML>", "<nitf>"),
                    *("</nitf>", "<body>", "<body.content>", "<p>", "</p>", "<tr>", "<td>"),
                    *("words", "&", "&#0;", "<dateline>", "<![CDATA[", "]]>", "<!--", "-->"),
                    *("<q>", "<NewsItem>", "<DataContent>"),
                )
            ),
            max_size=25,
        ).map(lambda parts: "".join(parts).encode()),
    ),
)  # fmt: skip
def test_anything_after_the_root(tmp_path: Path, root: str, rest: bytes) -> None:
    """Whatever follows the root, nothing but InputError comes of a page."""
    path = tmp_path / "a.xml"
    path.write_bytes(root.encode() + rest)
    _read_all(path)


def _read_all(path: Path) -> None:
    found = list(open_source(path))
    assert found
    for page in found:
        if isinstance(page, Page):
            try:
                read_article(page)
            except InputError:
                continue
