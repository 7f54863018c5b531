"""What a reader of a print of a web page promises: the structure tree tells the article."""

from __future__ import annotations

from onrecord.values.vocabulary import PROSE_ROLES
from pdf_makers import TOPICS, article_of, browser_print
from tagged_pdf import Tagged, tagged_pdf

HEADLINE = "Harbour board opens its doors for a summer of walks"
INTRO = [
    "The harbour board of Elm opens its piers on five Sundays, and has told where to meet.",
    "Visitors need no ticket, the board said, but should bring shoes that may get wet.",
    "Guides of the sailing club lead all walks, and each of them takes about two hours.",
]
DATES = [f"{day} June, {place} pier" for day, place in zip(range(2, 12), "abcdefghij", strict=True)]
MENU = [f"Section {word} of the courier" for word in ("north", "south", "east", "west", "coast")]
OTHERS = [f"Council {verb} the new bridge" for verb in ("praises", "delays", "paints", "sells")]
COMMENTS = ["I walked there with my dog last year and we both liked the old pier the most."] * 6


def items(lines: list[str], *, link: bool = False) -> Tagged:
    """A list."""
    parts = [Tagged("LI", inside=[Tagged("Link" if link else "P", x, link=link)]) for x in lines]
    return Tagged("L", inside=parts)


def web_page(*, article: str = "Art", comments: bool = False) -> bytes:
    """A page with a menu, an article that is mostly a list of days, and other headlines."""
    text = [Tagged("P", line) for line in INTRO * (2 if comments else 1)]
    body = Tagged(article, inside=[Tagged("H1", HEADLINE), *text, items(DATES)])
    below = [Tagged("H3", "Leave a comment"), *(Tagged("P", x) for x in COMMENTS)]
    parts = [items(MENU, link=True), body, items(OTHERS, link=True), *(below if comments else ())]
    return tagged_pdf([Tagged("Document", inside=[Tagged("NonStruct", inside=parts)])])


def prose(data: bytes) -> list[str]:
    """The paragraphs of running text."""
    article = article_of(data)
    return [
        article.text[p.start : p.end].strip() for p in article.paragraphs if p.role in PROSE_ROLES
    ]


def test_short_lines_of_the_article_are_its_text() -> None:
    """A list inside of the article's element is the article's, menus around it are not."""
    found = prose(web_page())
    assert [line for line in found if line in (*INTRO, *DATES)] == [*INTRO, *DATES]
    assert not {*MENU, *OTHERS} & set(found)


def test_a_list_under_paragraphs_is_their_article() -> None:
    """Where no element names itself the article, a list beside its paragraphs is its text too."""
    found = prose(web_page(article="NonStruct"))
    assert set(DATES) <= set(found)
    assert not {*MENU, *OTHERS} & set(found)


def test_comments_are_no_article() -> None:
    """What stands under the form for comments is not the article, however long it is."""
    found = prose(web_page(comments=True))
    assert set(DATES) <= set(found)
    assert not set(COMMENTS) & set(found)


def test_nothing_is_lost() -> None:
    """All text of the page is in the reading, also what is not the article's."""
    text = article_of(web_page(comments=True)).text
    assert all(line in text for line in (*MENU, HEADLINE, *INTRO, *DATES, *OTHERS, *COMMENTS))


def test_deep_nesting_does_no_harm() -> None:
    """Elements nested by the hundred are read as others are."""
    inner = [Tagged("P", line) for line in INTRO] + [Tagged("P", "More of it", link=True)]
    for _ in range(300):
        inner = [Tagged("NonStruct", inside=inner)]
    assert all(line in article_of(tagged_pdf(inner)).text for line in INTRO)


def test_without_a_tree_links_and_lines_tell() -> None:
    """A file without a structure tree is read as before."""
    assert [line for line in prose(browser_print(2, TOPICS)) if line in TOPICS] == list(TOPICS)
