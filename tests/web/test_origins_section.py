"""Origins on the page: a tree of who descends from whom, with the passages that show it."""

from __future__ import annotations

from typing import Any

import pytest
from origin_records import lamp_articles, lamp_record, member, shared
from page_reader import Element, PageReader
from page_records import evidence, ferry_article, make_record

from onrecord.web.descents import branches_of
from onrecord.web.origins import FEW
from onrecord.web.page import render_page

HOSTILE = "\"'><img src=x onerror=alert(1)></details></style>{{7*7}}"


def squeezed(text: str) -> str:
    """Words with single plain spaces."""
    return " ".join(text.split())


def section(page: PageReader) -> Element:
    """The section of origins."""
    return next(e for e in page.all("section") if e.attributes.get("id") == "origins")


def page_of(record: dict[str, Any], **given: Any) -> PageReader:
    """The page of a record with all words."""
    return PageReader(render_page(record, text="full", **given))


def rows(page: PageReader) -> list[Element]:
    """The rows of the genealogy, in order."""
    return page.all("li", "gr")


def looks(page: PageReader, row: Element) -> set[str]:
    """The kinds of lines drawn beside a row."""
    start = page.elements.index(row)
    found: set[str] = set()
    for element in page.elements[start + 1 :]:
        if element.tag == "li":
            break
        if element.tag == "line":
            found |= element.classes - {"gl"}
    return found


def test_origins_not_looked_for_and_none_found_are_told_apart() -> None:
    """A record of another stage says so; a record without articles has none."""
    assert "not looked for" in section(page_of(make_record([ferry_article(0)], origins=None))).text
    assert "none found" in section(page_of(make_record([], origins=[]))).text


def test_each_article_says_how_it_descends_and_from_what() -> None:
    """Copies hang under their origin, each with relation, share, reason and its kind of line."""
    page = page_of(lamp_record())
    words = [squeezed(row.text) for row in rows(page)]
    assert "3 in 7 articles" in squeezed(section(page).text)
    assert [w.split(" 2031")[0] for w in words] == [
        *("4 Mar", "4 Mar", "5 Mar", "6 Mar", "6 Mar", "by 7 Mar", "7 Mar", "9 Mar"),
    ]
    assert "same-text as wire 4 Mar 31, 100 % taken over · test-same-text" in words[1]
    assert "pickup of wire 4 Mar 31, 62 % taken over" in words[2]
    assert "version of Ostrand Gazette 5 Mar 31" in words[3]
    assert "reported through the Teasel Herald 1 statement in Low Farrow Herald" in words[5]
    drawn = [looks(page, row) - {"trunk"} for row in rows(page)]
    assert drawn[:5] == [set(), {"same-text"}, {"pickup"}, {"version"}, {"rewrite"}]
    assert drawn[5:7] == [{"statement"}, {"statement"}]


def test_a_pickup_is_drawn_as_thick_as_its_share() -> None:
    """The line of the pickup has a width; the more was taken over, the more."""
    widths = []
    for share in (0.2, 0.9):
        record = lamp_record()
        record["origins"][0]["articles"][2]["share"] = share
        lines = [e for e in page_of(record).all("line") if "pickup" in e.classes]
        widths.append(float(str(lines[0].attributes["stroke-width"])))
    assert widths[0] < widths[1]


def test_one_newsroom_is_one_origin_and_one_line() -> None:
    """Two origins of one newsroom count once and are joined by a thread."""
    articles = [ferry_article(n, outlet="Harbour Wire") for n in (1, 2, 3)]
    origins = [
        {
            "id": f"o{n}",
            "medium": "Harbour Wire" if n else None,
            "articles": [member(a, newsroom="Harbour Wire" if n else None)],
            "passages": [],
            "versions": [],
        }
        for n, a in enumerate(articles)
    ]
    page = page_of(make_record(articles, origins=origins))
    assert "2 in 3 articles" in squeezed(section(page).text)
    assert [looks(page, row) for row in rows(page)] == [set(), {"newsroom"}, {"newsroom"}]


def test_shared_passages_stand_under_the_copy_with_both_places() -> None:
    """A copy opens the passages that it shares with what it descends from, and no others."""
    page = page_of(lamp_record())
    lantern = squeezed(rows(page)[1].text)
    assert "2 shared passages" in lantern
    assert "The lamp of the Quillhaven light went dark on Monday night" in lantern
    assert "characters 27–103 = Marrowby Lantern 4 Mar 31 characters 27–103" in lantern
    assert "1 shared passage" in squeezed(rows(page)[2].text)
    assert "shared passage" not in squeezed(rows(page)[0].text)


def test_an_old_record_of_origins_is_still_drawn() -> None:
    """Members without share, newsroom or cites, as the first schema has them, are shown."""
    record = lamp_record()
    first = record["origins"][0]
    first["articles"] = [
        {"article": m["article"], "relation": m["relation"], "why": m["why"]}
        for m in first["articles"]
    ]
    del first["versions"]
    words = [squeezed(row.text) for row in rows(page_of(record))]
    assert "pickup of wire 4 Mar 31 · test-pickup" in words[2]


def test_what_descends_in_a_circle_is_listed_once() -> None:
    """Two articles that each name the other as origin both stand under the head, once."""
    one, two, three, *_ = lamp_articles()
    group = {
        "articles": [
            member(one),
            member(two, "pickup", **{"from": three["id"]}),
            member(three, "pickup", **{"from": two["id"]}),
        ]
    }
    found = branches_of(group)
    assert sorted(b.member["article"] for b in found) == sorted(a["id"] for a in (one, two, three))
    assert found[0].node.parent is None
    assert all(b.node.parent is not None for b in found[1:])


def test_a_large_pile_folds_copies_and_articles_without_one() -> None:
    """Of 90 articles every one is listed once; those alone, and most copies, are folded."""
    articles = [ferry_article(n) for n in range(90)]
    words = "Lorries take the road by the northern bridge"
    copies = {
        "id": "many",
        "medium": "HW",
        "articles": [
            member(articles[0]),
            *(
                member(a, "same-text", **{"from": articles[0]["id"]}, share=1.0)
                for a in articles[1:31]
            ),
        ],
        "passages": [shared(articles[0], a, words) for a in articles[1:31]],
        "versions": [],
    }
    alone = [
        {"id": f"o{n}", "medium": None, "articles": [member(a)], "passages": [], "versions": []}
        for n, a in enumerate(articles[31:])
    ]
    assert len(articles) > FEW
    page = page_of(make_record(articles, origins=[copies, *alone]))
    text = squeezed(section(page).text)
    assert "22 more: 22 same-text" in text
    assert "59 articles without a copy" in text
    named = [e for e in rows(page) if "f" in e.classes]
    assert len(named) == len(articles)


def test_words_of_origins_are_escaped_and_drawn_without_style() -> None:
    """Media, reasons and newsrooms are words; no drawing has a style or a view box."""
    record = lamp_record()
    group = record["origins"][0]
    group["medium"] = HOSTILE
    for one in group["articles"]:
        one |= {"why": HOSTILE, "newsroom": HOSTILE}
    herald = record["origins"][1]["articles"][0]
    herald["cites"][0]["medium"] = HOSTILE
    page = page_of(record)
    assert "onerror" not in {name for e in page.elements for name in e.attributes}
    assert HOSTILE in section(page).text
    for element in page.elements:
        assert "style" not in element.attributes
        assert "viewbox" not in element.attributes


@pytest.mark.parametrize("mode", ["none", "excerpts"])
def test_passages_show_no_more_than_the_page_may(mode: Any) -> None:
    """Without words a passage keeps its places; an excerpt is part of the shown words."""
    record = lamp_record(timeline=[], news=[], differences=[])
    article = record["articles"][0]
    record["origins"][0]["passages"] = [
        {"left": evidence(article, article["text"]), "right": evidence(article, article["text"])}
    ]
    record["origins"][0]["passages"][0]["right"]["article"] = record["articles"][1]["id"]
    page = PageReader(render_page(record, text=mode))
    row = squeezed(rows(page)[1].text)
    assert "characters 0–" in row
    assert ("words left out" in row) == (mode == "none")
