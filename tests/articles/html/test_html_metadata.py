"""What a page says of itself: which place is believed, and what is never taken."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.html.metadata import HtmlMetadata, read_metadata
from onrecord.articles.html.tree import parse_page


def metadata_of(page: str) -> HtmlMetadata:
    tree = parse_page(page)
    assert tree is not None
    return read_metadata(tree, page)


def linked(node: object, *, kind: str = "application/ld+json") -> str:
    text = node if isinstance(node, str) else json.dumps(node)
    return f"<head><script type='{kind}'>{text}</script></head><body><p>words</p>"


ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Ferry returns to Ostwick",
    "description": "After nine weeks.",
    "author": [{"@type": "Person", "name": "Mira Tolland"}, {"name": "Jon Askrey"}],
    "publisher": {"name": "The Ostwick Lantern"},
    "datePublished": "2031-05-02T09:00:00+02:00",
    "dateModified": "2031-05-03T11:30:00+02:00",
    "url": "https://lantern.example/ferry",
    "keywords": "ferry, harbour",
    "creditText": "Coastal Press",
}


def test_json_ld_gives_every_field_as_it_stands() -> None:
    """The article's node is read in full, dates with their zones untouched."""
    found = metadata_of(linked(ARTICLE))
    assert found.headline == "Ferry returns to Ostwick"
    assert found.dek == "After nine weeks."
    assert found.authors == ("Mira Tolland", "Jon Askrey")
    assert found.outlet == "The Ostwick Lantern"
    assert found.published == "2031-05-02T09:00:00+02:00"
    assert found.modified == "2031-05-03T11:30:00+02:00"
    assert found.address == "https://lantern.example/ferry"
    assert found.keywords == ("ferry", "harbour")
    assert found.agencies == ("Coastal Press",)
    assert {found.basis(name) for name in ("headline", "published", "address")} == {"json-ld"}


@pytest.mark.parametrize(
    "script",
    [
        json.dumps([ARTICLE]),
        json.dumps({"@graph": [{"@type": "WebSite", "name": "x"}, ARTICLE]}),
        json.dumps({"@type": "WebPage", "mainEntity": ARTICLE}),
        "<!-- " + json.dumps(ARTICLE) + " -->",
        "//<![CDATA[\n" + json.dumps(ARTICLE) + "\n//]]>",
        json.dumps(ARTICLE)[:-1] + ",}",
        json.dumps(ARTICLE) + ";",
        '{"@type": "WebSite"}' + json.dumps(ARTICLE),
        json.dumps(ARTICLE).replace("After nine", "After\nnine"),
    ],
)
def test_json_ld_is_read_as_found_in_the_wild(script: str) -> None:
    """Lists, graphs, comments, CDATA, trailing commas and line breaks do not stop the reader."""
    found = metadata_of(linked(script))
    assert (found.headline, found.published) == (ARTICLE["headline"], ARTICLE["datePublished"])


@pytest.mark.parametrize(
    "kind",
    [
        "Article",
        "ReportageNewsArticle",
        "BlogPosting",
        "LiveBlogPosting",
        "http://schema.org/Report",
    ],
)
def test_all_kinds_of_article_count(kind: str) -> None:
    """Every type of schema.org at or below Article is an article."""
    found = metadata_of(linked({"@type": [kind], "headline": "A title"}))
    assert (found.headline, found.kind) == ("A title", "article")


def test_the_pages_own_node_is_chosen_among_teasers() -> None:
    """Of several articles the one with the page's address is taken."""
    teaser = {"@type": "NewsArticle", "headline": "Other", "url": "https://lantern.example/other"}
    page = "<link rel=canonical href='https://www.lantern.example/ferry/?x=1'>" + linked(
        [teaser, ARTICLE]
    )
    assert metadata_of(page).headline == ARTICLE["headline"]


def test_nodes_that_are_only_referred_to_are_not_the_page() -> None:
    """An article in a list of items is somebody else's."""
    node = {"@type": "ItemList", "itemListElement": [ARTICLE]}
    assert metadata_of(linked(node)).headline is None


def test_open_graph_and_meta_tags_with_their_bases() -> None:
    """Without JSON-LD the tags are read, and the basis says which."""
    found = metadata_of(
        "<html lang=en-GB><head>"
        "<meta property=og:title content='Ferry  returns'>"
        "<meta property=og:site_name content='The Ostwick Lantern'>"
        "<meta property=article:published_time content=2031-05-02T09:00:00Z>"
        "<meta property=article:modified_time content=2031-05-03>"
        "<meta name=author content='Mira Tolland'><meta name=author content='Jon Askrey'>"
        "<meta name=description content='After nine weeks.'>"
        "<meta name=source content='Coastal Press'>"
        "<link rel=canonical href=https://lantern.example/f></head><p>x</p>"
    )
    assert found.headline == "Ferry returns"
    assert found.authors == ("Mira Tolland", "Jon Askrey")
    assert (found.published, found.modified) == ("2031-05-02T09:00:00Z", "2031-05-03")
    assert dict(found.bases) == {
        "headline": "open-graph",
        "dek": "meta",
        "authors": "meta",
        "outlet": "open-graph",
        "published": "open-graph",
        "modified": "open-graph",
        "address": "canonical-link",
        "language": "html-element",
        "agencies": "meta",
    }


@pytest.mark.parametrize(
    "tag",
    [
        "<meta name=parsely-pub-date content=2031-05-02>",
        "<meta name=sailthru.date content=2031-05-02>",
        "<meta name=DC.date.issued content=2031-05-02>",
        "<meta itemprop=datePublished content=2031-05-02>",
        "<time datetime=2031-05-02 pubdate>yesterday</time>",
        "<time itemprop=datePublished datetime=2031-05-02>yesterday</time>",
        "<time datetime=2031-05-02>yesterday</time>",
    ],
)
def test_published_is_found_wherever_pages_put_it(tag: str) -> None:
    """Each usual place of the date of publication is read, and none as the change."""
    found = metadata_of(f"<p>words</p>{tag}")
    assert (found.published, found.modified) == ("2031-05-02", None)


def test_modified_is_never_taken_for_published() -> None:
    """A page that states only its change has no date of publication."""
    found = metadata_of("<p>x</p><time itemprop=dateModified datetime=2031-05-03>now</time>")
    assert (found.published, found.modified) == (None, "2031-05-03")


def test_several_times_and_dates_in_text_are_no_date() -> None:
    """Nothing is guessed from time elements that differ, or from words."""
    found = metadata_of(
        "<p>On 2 May 2031 it sank.</p><time datetime=2031-05-02>a</time><time datetime=2030-01-01>b</time>"
    )
    assert (found.published, found.modified) == (None, None)


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "data:text/html,x", "/relative", "ftp://a.example/x", "https://a b/"],
)
def test_only_addresses_of_the_web_are_taken(address: str) -> None:
    """No other scheme, no relative path, no white space."""
    found = metadata_of(
        f'<link rel=canonical href="{address}"><meta property=og:url content="{address}"><p>x'
    )
    assert found.address is None


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- saved from url=(0029)https://lantern.example/ferry -->",
        "<!--\n Page saved with SingleFile \n url: https://lantern.example/ferry \n-->",
    ],
)
def test_the_saving_browsers_note_gives_the_address(comment: str) -> None:
    """Pages saved by a browser name where they were; a canonical link is stronger."""
    found = metadata_of(f"<!DOCTYPE html>{comment}<html><p>x</p>")
    assert (found.address, found.basis("address")) == (
        "https://lantern.example/ferry",
        "saved-from",
    )


def test_profile_addresses_are_no_authors_or_outlets() -> None:
    """An address where a name belongs is left out."""
    found = metadata_of(
        "<meta property=article:author content='https://social.example/mira'>"
        "<meta name=publisher content='https://social.example/lantern'><p>x"
    )
    assert (found.authors, found.outlet) == ((), None)


@given(st.recursive(st.none() | st.text() | st.integers(), lambda s: st.lists(s) | st.dictionaries(
    st.sampled_from(["@type", "@graph", "headline", "author", "name", "url", "keywords"]), s
)))  # fmt: skip
def test_any_json_is_survived(node: object) -> None:
    """JSON-LD of any shape gives strings or nothing, never an error."""
    found = metadata_of(linked(json.dumps(node).replace("</", "<\\/")))
    assert found.headline is None or found.headline
    assert all(isinstance(name, str) and name for name in (*found.authors, *found.keywords))
