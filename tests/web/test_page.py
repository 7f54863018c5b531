"""The page of a record: structure, policy, escaping, text modes, size."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page_reader import PageReader
from page_records import evidence, ferry_article, make_article, make_record, odd_articles

from onrecord.web.excerpts import WORDS, count_words
from onrecord.web.page import render_page

HOSTILE = "\"'><img src=x onerror=alert(1)><script>alert(2)</script>&amp;{{7*7}}</title></style>"


def pile(number: int = 40) -> dict[str, Any]:
    """A record of ferry reports and odd articles, with one group of copies."""
    articles = [ferry_article(n) for n in range(number)]
    record = make_record([*articles, *odd_articles()])
    if number >= 2:
        words = "Lorries take the road by the northern bridge"
        record["origins"][0] = {
            "id": "o",
            "medium": "HW",
            "articles": [
                {"article": articles[0]["id"], "relation": "independent", "why": ""},
                {"article": articles[1]["id"], "relation": "same-text", "why": "shared: 44"},
            ],
            "passages": [
                {"left": evidence(articles[0], words), "right": evidence(articles[1], words)}
            ],
        }
    return record


def hostile() -> dict[str, Any]:
    """A record in which every string that comes from outside is an attack."""
    article = make_article(
        [("headline", HOSTILE + "\n"), ("lede", HOSTILE + " lede.\n"), ("residue", HOSTILE)],
        name=HOSTILE,
        label=HOSTILE,
        names=[HOSTILE],
        address="javascript:alert(3)",
        outlet=HOSTILE,
        agency=HOSTILE,
        dek=HOSTILE,
        bylines=[HOSTILE],
        dateline_place=HOSTILE,
        language=HOSTILE,
        analysed=False,
        notes=[HOSTILE],
        media_type=HOSTILE,
        id=HOSTILE,
    )
    article["paragraphs"][2]["why"] = HOSTILE
    article["published"] |= {"basis": HOSTILE, "at": HOSTILE, "why": HOSTILE}
    article["published"]["evidence"] = [evidence(article, HOSTILE)]
    return make_record(
        [article],
        onrecord=HOSTILE,
        settings={HOSTILE: HOSTILE},
        versions={HOSTILE: HOSTILE},
        looked_for=[HOSTILE],
        stories=[{"id": "s", "name": HOSTILE, "articles": [], "first": None, "last": None}],
        decisions=[{"what": HOSTILE, "on": HOSTILE, "value": HOSTILE, "by": HOSTILE}],
        quality=[{"what": HOSTILE, "measure": HOSTILE, "value": HOSTILE, "data": HOSTILE}],
    )


@pytest.mark.parametrize("text", ["none", "excerpts", "full"])
@pytest.mark.parametrize("number", [0, 1, 5, 40, 130])
def test_structure_holds(text: Any, number: int) -> None:
    """One h1, unique ids, every fragment has its target, every element is closed."""
    page = PageReader(render_page(pile(number), text=text))
    assert len(page.all("h1")) == 1
    assert len(page.ids) == len(set(page.ids))
    fragments = [
        href[1:] for e in page.elements if (href := e.attributes.get("href") or "").startswith("#")
    ]
    assert fragments
    assert set(fragments) <= set(page.ids)
    assert {"main", "nav", "header", "footer"} <= {e.tag for e in page.elements}


def test_policy_allows_only_its_own_script_and_style() -> None:
    """The policy's hashes are those of the one script and style; the script is small."""
    page = PageReader(render_page(pile(3)))
    policy = next(
        e.attributes["content"] or "" for e in page.all("meta") if "http-equiv" in e.attributes
    )
    (script,), (style,) = page.all("script"), page.all("style")
    for kind, element in (("script-src", script), ("style-src", style)):
        digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert f"{kind} 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert len(script.text.encode()) < 3000


@pytest.mark.parametrize("record", [pile(6), hostile()])
def test_nothing_is_loaded_or_styled_in_place(record: dict[str, Any]) -> None:
    """No style or event attribute, no source to load, no link but http, https and fragments."""
    page = PageReader(render_page(record, text="full"))
    for element in page.elements:
        assert element.tag not in {"link", "img", "iframe", "object", "embed", "form", "base"}
        for name, value in element.attributes.items():
            assert name not in {"style", "src", "srcset", "action", "xlink:href"}
            assert not name.startswith("on")
            if name == "href":
                assert re.match(r"#|https?://", value or "")
    css = page.all("style")[0].text
    assert "url(" not in css
    assert "@import" not in css


@pytest.mark.parametrize("text", ["none", "excerpts", "full"])
def test_hostile_words_are_only_words(text: Any) -> None:
    """No markup of an article, of its fields or of a decision reaches the browser as markup."""
    html = render_page(hostile(), text=text, name=HOSTILE)
    assert "<img" not in html
    assert html.count("<script>") == 1
    assert html.count("</style>") == 1
    page = PageReader(html)
    assert HOSTILE in page.all("h1")[0].text
    assert HOSTILE in page.all("title")[0].text
    assert "javascript:alert(3)" in html


@pytest.mark.parametrize(
    ("address", "linked"),
    [
        ("https://ostrand.example/ferry?a=1&b=2", True),
        ("http://ostrand.example/", True),
        ("HTTPS://ostrand.example/", True),
        ("javascript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,<script>", False),
        ("https:javascript", False),
        ("//ostrand.example/", False),
        ("https://[broken", False),
        ("file:///etc/hosts", False),
    ],
)
def test_only_web_addresses_become_links(address: str, linked: bool) -> None:
    """http and https become links that tell nothing of the reader; others stay words."""
    page = PageReader(render_page(make_record([ferry_article(1, address=address)])))
    outward = [a for a in page.all("a") if "rel" in a.attributes]
    assert bool(outward) == linked
    for link in outward:
        assert link.attributes["href"] == address
        assert link.attributes["rel"] == "noreferrer noopener"


def shown(text: str) -> str:
    """The text as HTML can hold it: NUL as its picture."""
    return text.replace("\0", "\u2400")


@pytest.mark.parametrize("article", [*odd_articles(), ferry_article(7)], ids=lambda a: a["name"])
def test_every_character_is_on_the_full_page(article: dict[str, Any]) -> None:
    """The annotated copy of a full page holds the kept text, every character in order."""
    page = PageReader(render_page(make_record([article]), text="full"))
    assert page.article_text(f"a-{article['id']}") == shown(article["text"])


ROLES = ("headline", "lede", "body", "residue", "tags", "caption", "dateline")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(ROLES), st.text(st.characters(codec="utf-8"), min_size=1)),
        min_size=1,
    )
)
def test_any_text_is_all_there(lines: list[tuple[str, str]]) -> None:
    """Whatever the characters, roles and runs of residue, none is lost or added."""
    article = make_article(lines)
    page = PageReader(render_page(make_record([article]), text="full"))
    assert page.article_text(f"a-{article['id']}") == shown(article["text"])


def test_sentences_and_paragraphs_are_permalinks() -> None:
    """Each paragraph and each sentence has the id that is made of its article and start."""
    article = ferry_article(2)
    page = PageReader(render_page(make_record([article]), text="full"))
    for paragraph in article["paragraphs"]:
        assert f"a-{article['id']}-p{paragraph['start']}" in page.ids
    by_id = {e.attributes.get("id"): e for e in page.elements}
    for start, end in article["sentences"]:
        assert by_id[f"a-{article['id']}-{start}"].text == article["text"][start:end]


def test_runs_of_residue_are_folded() -> None:
    """Three or more residue lines fold under their first words; two do not."""
    three = make_article([("residue", f"Menu line {n}\n") for n in range(3)], name="a.txt")
    two = make_article([("residue", f"Menu line {n}\n") for n in range(2)], name="b.txt")
    folds = PageReader(render_page(make_record([three]), text="full")).all("details", "fold")
    assert [f.text.strip().splitlines()[0] for f in folds] == ["3 lines: Menu line 0"]
    assert not PageReader(render_page(make_record([two]), text="full")).all("details", "fold")


@pytest.mark.parametrize("article", [*odd_articles(), ferry_article(3)], ids=lambda a: a["name"])
def test_excerpts_hold_at_most_half_of_the_running_text(article: dict[str, Any]) -> None:
    """An excerpt page has at most 60 words of a paragraph and half of an article."""
    text = article["text"]
    article["published"]["evidence"] = [
        {"article": article["id"], "start": s, "end": e, "text": text[s:e]}
        for s, e in article["sentences"]
    ]
    page = PageReader(render_page(make_record([article])))
    prose = sum(
        count_words(text[p["start"] : p["end"]])
        for p in article["paragraphs"]
        if p["role"] in ("lede", "body")
    )
    got = 0
    bodies = {
        f"a-{article['id']}-p{p['start']}": p["role"] in ("lede", "body")
        for p in article["paragraphs"]
    }
    key = None
    for element in page.elements:
        key = element.attributes.get("id") if "p" in element.classes else key
        if "t" in element.classes and element.tag == "div":
            words = count_words(element.text.replace("…", ""))
            assert words <= WORDS
            got += words if bodies.get(key or "") else 0
    assert got <= prose // 2


def test_excerpts_show_what_is_evidence_and_count_the_rest() -> None:
    """A body paragraph is shown when a date was read in it; the others are counted."""
    article = ferry_article(4)
    article["published"]["evidence"] = [evidence(article, "a letter sent by this paper on Monday")]
    html = render_page(make_record([article]))
    assert "a letter sent by this paper on Monday" in html
    assert "She counted eleven guests" not in html
    assert "more paragraphs are kept in the record, not shown" in html


def test_without_text_no_sentence_of_an_article_is_there() -> None:
    """`none` keeps fields and offsets and not one sentence or printed expression."""
    record = pile(4)
    html = render_page(record, text="none")
    assert "Ferry talks at Teasel Point enter round 1" in html
    for article in record["articles"]:
        for start, end in article["sentences"]:
            sentence = article["text"][start:end]
            if sentence not in (article["headline"], *article["bylines"]):
                assert sentence not in html or len(sentence) < 20
    assert "on Tuesday" not in html


def test_the_same_record_gives_the_same_page() -> None:
    """Two renders are equal, character by character."""
    assert render_page(pile(12), text="full") == render_page(pile(12), text="full")


def test_over_the_limit_copies_are_left_out_from_the_latest() -> None:
    """All rows stay, the earliest copies stay, and the page says which are not there."""
    record = pile(40)
    whole = render_page(record, text="full")
    limit = len(whole.encode()) * 3 // 4
    html = render_page(record, text="full", size_limit=limit)
    assert len(html.encode()) <= limit
    page = PageReader(html)
    rows = page.all("details", "art")
    assert len(rows) == len(record["articles"])
    copied = ["annotated copy left out" not in row.text for row in rows]
    assert copied == sorted(copied, reverse=True)
    assert 0 < sum(copied) < len(rows)
    assert f"page limit: {len(rows) - sum(copied)} of {len(rows)}" in html
    fragments = {(e.attributes.get("href") or "")[1:] for e in page.all("a")}
    assert {f for f in fragments if f.startswith("a-")} <= set(page.ids)


def test_a_person_is_marked() -> None:
    """A given name and a decided date carry the pencil's class; a printed name does not."""
    article = ferry_article(1)
    article["published"]["basis"] = "decided"
    html = render_page(make_record([article]), name="The long winter")
    page = PageReader(html)
    assert "hand" in page.all("h1")[0].classes
    assert any(e.text == "decided" for e in page.all("span", "hand"))
    printed = PageReader(render_page(make_record([ferry_article(1)])))
    assert "hand" not in printed.all("h1")[0].classes


def test_open_points_have_lines_to_type() -> None:
    """Undated articles come with a decide line whose name a shell takes as one word."""
    page = PageReader(render_page(make_record(odd_articles())))
    lines = [code.text for code in page.all("code")]
    quoted = "'my file'\"'\"'s name.txt'"
    assert f"onrecord decide FILE published {quoted} YYYY-MM-DD" in lines
    assert "onrecord decide FILE outlet nohead.txt OUTLET" in lines


def test_what_was_not_looked_for_is_said() -> None:
    """Null is `not looked for`, an empty list is `none found`."""
    html = render_page(make_record([ferry_article(1)], timeline=[]))
    assert "none found: timeline" in html
    assert "not looked for: dates, voices" in html


def test_an_unknown_text_mode_is_refused() -> None:
    """A fourth mode is a mistake of the caller, not a page."""
    mode: Any = "all"
    with pytest.raises(ValueError, match="excerpts"):
        render_page(make_record([]), text=mode)
