"""Stories on the page: a contents list where the pile tells several, each a filter."""

from __future__ import annotations

from typing import Any

from origin_records import lamp_record
from page_reader import PageReader
from page_records import ferry_article, make_record

from onrecord.web.page import render_page


def squeezed(text: str) -> str:
    """Words with single plain spaces."""
    return " ".join(text.split())


def story(id_: str, name: str, articles: list[dict[str, Any]]) -> dict[str, Any]:
    """A story as exported."""
    ids = [a["id"] for a in articles]
    first = articles[0]["published"]["first"]
    return {
        "id": id_,
        "name": name,
        "articles": ids,
        "first": first,
        "last": first,
        "events": [
            {"id": f"e{n}", "articles": [i], "first": first, "last": first}
            for n, i in enumerate(ids)
        ],
    }


def several(sizes: list[int]) -> dict[str, Any]:
    """A record of as many stories with so many articles each."""
    articles = [ferry_article(n) for n in range(sum(sizes))]
    stories, rest = [], list(articles)
    for number, size in enumerate(sizes):
        stories.append(story(f"s{number}", f"Ferry {number} · Ostrand", rest[:size]))
        rest = rest[size:]
    return make_record(articles, stories=stories)


def test_one_story_needs_no_contents() -> None:
    """The section is there only where several stories are told, or nobody looked."""
    ids = [e.attributes.get("id") for e in PageReader(render_page(lamp_record())).all("section")]
    assert "stories" not in ids
    none = PageReader(render_page(make_record([ferry_article(0)], stories=None)))
    found = next(e for e in none.all("section") if e.attributes.get("id") == "stories")
    assert "not looked for" in found.text


def test_each_story_is_a_filter_that_its_articles_carry() -> None:
    """A story's row has the word that filters; its articles' rows carry it, those of others not."""
    record = several([3, 2, 1])
    page = PageReader(render_page(record))
    listed = list(page.all("li", "sy"))
    tags = [str(e.attributes["data-q"]) for e in listed]
    assert tags == ["story:1", "story:2", "story:3"]
    for number, one in enumerate(record["stories"]):
        carried = {
            str(e.attributes["id"])[2:]
            for e in page.all("details", "art")
            if e.attributes.get("data-s") == tags[number]
        }
        assert carried == set(one["articles"])
    links = {e.attributes.get("href") for e in page.all("a")}
    assert {f"#{e.attributes['id']}" for e in listed} <= links
    assert "#h-stories" in links


def test_no_filter_is_the_beginning_of_another() -> None:
    """Of twelve stories the words are of one length."""
    page = PageReader(render_page(several([1] * 12)))
    tags = {str(e.attributes["data-q"]) for e in page.all("li", "sy")}
    assert len(tags) == 12
    assert not any(a != b and b.startswith(a) for a in tags for b in tags)


def test_stories_of_one_article_are_folded() -> None:
    """Stories of several articles stand open, the others in a fold."""
    page = PageReader(render_page(several([1, 3, 1, 2])))
    fold = next(e for e in page.all("details", "rest") if "of fewer articles" in e.text)
    assert "2 more of fewer articles" in squeezed(fold.text)
    assert "Ferry 0" in fold.text
    assert "Ferry 1" not in fold.text


def test_a_pile_of_many_stories_bears_no_story_name() -> None:
    """Where no story holds half of the articles the head counts the stories."""
    head = PageReader(render_page(several([2, 2, 2]))).all("h1")[0]
    assert head.text == "3 stories"
    assert "computed" in head.classes
    named = PageReader(render_page(several([4, 1]))).all("h1")[0]
    assert named.text == "Ferry 0 · Ostrand"


def test_every_row_that_is_found_carries_its_stories() -> None:
    """Whatever the search hides or shows knows its stories, so that a filter hides nothing of its
    own."""
    record = lamp_record()
    ids = [a["id"] for a in record["articles"]]
    record["stories"] = [
        {"id": "a", "name": "A", "articles": ids[:5], "first": None, "last": None, "events": []},
        {"id": "b", "name": "B", "articles": ids[5:], "first": None, "last": None, "events": []},
    ]
    page = PageReader(render_page(record, text="full"))
    found = [e for e in page.elements if "f" in e.classes]
    assert found
    assert all(e.attributes.get("data-s") for e in found)
    both = next(e for e in page.all("li", "df"))
    assert both.attributes["data-s"] == "story:1 story:2"
