"""Roles of plain text: the part of every line in the situations that pasted articles bring."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from onrecord.articles.read import read_article
from onrecord.articles.roles import label_segments
from plain_articles import BODY, LEDE, SECOND, THIRD, page, parts, read, role_of, roles

HEAD = "Council closes the lower road under Torvik's old wall"


class Situation(NamedTuple):
    """What is promised, the lines, and which line has which role."""

    promise: str
    lines: list[str]
    expected: dict[str, str]


SITUATIONS = [
    Situation("headline, lede, body", [HEAD, *BODY], {}),
    Situation(
        "a masthead is no headline",
        ["The Valley Gazette", HEAD, "By Jane Roe", *BODY],
        {"The Valley Gazette": "residue", "By Jane Roe": "byline"},
    ),
    Situation(
        "a menu over the headline",
        ["Skip to content", "Home", "News", "Sport", "Home » News » Valley", HEAD, *BODY],
        {"Skip to content": "residue", "Home » News » Valley": "residue", "Sport": "residue"},
    ),
    Situation(
        "a picture's buttons are glued to its credit",
        [HEAD, "Enlarge this image toggle caption Jane Roe for Valley Radio", *BODY],
        {"Enlarge this image toggle caption Jane Roe for Valley Radio": "caption"},
    ),
    Situation(
        "who contributed, in a line of its own",
        [HEAD, *BODY, "Contributing: The Associated Press"],
        {"Contributing: The Associated Press": "contributor"},
    ),
    Situation(
        "a comma between the names and the day",
        [HEAD, "Jane Roe, March 8, 2022 at 5:20 AM", *BODY],
        {"Jane Roe": "byline", ", March 8, 2022 at 5:20 AM": "timestamp"},
    ),
    Situation(
        "a quotation closed with the mark that opens one elsewhere",
        [HEAD, LEDE, SECOND, "A clerk of the town said late on Tuesday: “It was not wise to send the guards home before the water fell.“", THIRD],
        {"A clerk of the town said late on Tuesday: “It was not wise to send the guards home before the water fell.“": "body"},
    ),
    Situation(
        "what another paper reported is no contributor line",
        [HEAD, LEDE, SECOND, "The Harbour Gazette reported on Sunday that the town is to lose 40 of its guards. It has 120.", THIRD],
        {"The Harbour Gazette reported on Sunday that the town is to lose 40 of its guards. It has 120.": "body"},
    ),
    Situation(
        "lines that say when",
        [HEAD, "Published: Tue 8 Mar 2022, 5:20 AM", "Last updated: Tue 8 Mar 2022, 9:40 AM", *BODY],
        {"Published: Tue 8 Mar 2022, 5:20 AM": "timestamp", "Last updated: Tue 8 Mar 2022, 9:40 AM": "timestamp"},
    ),
    Situation(
        "names alone under the headline",
        [HEAD, "Jane Roe and John Doe", "March 8, 2022", *BODY],
        {"Jane Roe and John Doe": "byline", "March 8, 2022": "timestamp"},
    ),
    Situation(
        "a dek without a full stop",
        [HEAD, "Mayor asks province for pumps as water reaches the first houses", "By Jane Roe", *BODY],
        {"Mayor asks province for pumps as water reaches the first houses": "dek"},
    ),
    Situation(
        "a dek that is a sentence",
        [HEAD, "The council asked for pumps and sand as the water reached the first houses.", "By Jane Roe", *BODY],
        {"The council asked for pumps and sand as the water reached the first houses.": "dek"},
    ),
    Situation(
        "a button and the minutes of reading",
        [HEAD, "By Jane Roe", "5 min read", "Share", "Tweet", *BODY],
        {"5 min read": "residue", "Share": "residue", "Tweet": "residue"},
    ),
    Situation(
        "a caption with its credit, and another day than the article's",
        [HEAD, "March 8, 2022", "Boats lie below the wall at Torvik on May 3, 2019. (Jane Roe/MPA Photo)", *BODY],
        {"Boats lie below the wall at Torvik on May 3, 2019. (Jane Roe/MPA Photo)": "caption"},
    ),
    Situation(
        "a caption with its credit glued to it",
        [HEAD, "Water on the lower road at Torvik. Photo: Jane Roe / Valley Gazette", *BODY],
        {"Water on the lower road at Torvik. Photo: Jane Roe / Valley Gazette": "caption"},
    ),
    Situation(
        "a gallery of photographs",
        [
            HEAD, "1 of 2", "Water stands in the road in Torvik on March 8, 2022. (Jane Roe/Gazette)",
            "2 of 2", "A boat lies in the road in Torvik on March 8, 2022. (Jane Roe/Gazette)", *BODY,
        ],
        {
            "1 of 2": "residue",
            "Water stands in the road in Torvik on March 8, 2022. (Jane Roe/Gazette)": "caption",
            "A boat lies in the road in Torvik on March 8, 2022. (Jane Roe/Gazette)": "caption",
        },
    ),
    Situation(
        "bullets of a follow menu in the body",
        [HEAD, LEDE, SECOND, "• Follow us on", "• Facebook", "• Twitter", THIRD],
        {"• Follow us on": "residue", "• Facebook": "residue", "• Twitter": "residue"},
    ),
    Situation(
        "bullets that are sentences",
        [HEAD, LEDE, "• The pumps came too late.", "• The sand did not come at all.", SECOND, THIRD],
        {"• The pumps came too late.": "body", "• The sand did not come at all.": "body"},
    ),
    Situation(
        "a related headline in the body",
        [HEAD, LEDE, SECOND, "Two farmers win prize for the heaviest goose at the autumn fair", THIRD],
        {"Two farmers win prize for the heaviest goose at the autumn fair": "residue"},
    ),
    Situation(
        "a related headline with its label",
        [HEAD, LEDE, "READ MORE: Two farmers win prize", SECOND, THIRD],
        {"READ MORE: Two farmers win prize": "residue"},
    ),
    Situation(
        "an advertisement in the body",
        [HEAD, LEDE, "Advertisement", SECOND, THIRD],
        {"Advertisement": "residue"},
    ),
    Situation(
        "`More from` in the body, which goes on after it",
        [HEAD, LEDE, "More from the valley", "Goose fair opens on Sunday", "New bells for Alm", SECOND, THIRD],
        {"More from the valley": "residue", "Goose fair opens on Sunday": "residue", "New bells for Alm": "residue"},
    ),
    Situation("a subhead", [HEAD, LEDE, SECOND, "What comes next", THIRD], {"What comes next": "subhead"}),
    Situation(
        "a subhead that asks",
        [HEAD, LEDE, SECOND, "Who pays for the wall?", THIRD],
        {"Who pays for the wall?": "subhead"},
    ),
    Situation(
        "a subhead that asks, under a menu",
        [HEAD, LEDE, SECOND, "• Facebook", "• Twitter", "Who pays for the wall?", THIRD],
        {"Who pays for the wall?": "subhead", "• Twitter": "residue"},
    ),
    Situation(
        "a question that somebody asks",
        [HEAD, LEDE, SECOND, "“Who pays for the wall?”", THIRD],
        {"“Who pays for the wall?”": "body"},
    ),
    Situation("an answer of one word", [HEAD, LEDE, "“No.”", SECOND, THIRD], {"“No.”": "body"}),
    Situation(
        "a quoted post and its signature",
        [HEAD, LEDE, "The road stays closed until the wall is dry", "— Town of Torvik (@torvik) March 8, 2022", SECOND, THIRD],
        {
            "The road stays closed until the wall is dry": "body",
            "— Town of Torvik (@torvik) March 8, 2022": "body",
        },
    ),
    Situation("a byline at the end", [HEAD, *BODY, "By Jane Roe"], {"By Jane Roe": "byline"}),
    Situation(
        "a signature at the end", [HEAD, *BODY, "– Jane Roe, Valley Radio"], {"– Jane Roe, Valley Radio": "byline"}
    ),
    Situation(
        "a contributor line",
        [HEAD, *BODY, "Jane Roe in Alm contributed to this report."],
        {"Jane Roe in Alm contributed to this report.": "contributor"},
    ),
    Situation(
        "a correction at the end",
        [HEAD, *BODY, "Correction: An earlier version of this article gave a wrong year."],
        {"Correction: An earlier version of this article gave a wrong year.": "notice"},
    ),
    Situation(
        "a correction at the top",
        ["Correction: An earlier version of this article gave a wrong year.", HEAD, *BODY],
        {"Correction: An earlier version of this article gave a wrong year.": "notice"},
    ),
    Situation("a credit on its own line", [HEAD, *BODY, "Source: MPA"], {"Source: MPA": "credit"}),
    Situation(
        "rights",
        [HEAD, *BODY, "© 2022 The Valley Gazette. All rights reserved."],
        {"© 2022 The Valley Gazette. All rights reserved.": "credit"},
    ),
    Situation("tags", [HEAD, *BODY, "Tags: Torvik, wall, flood"], {"Tags: Torvik, wall, flood": "tags"}),
    Situation(
        "`Check also` at the end",
        [HEAD, *BODY, "Check Also", "Goose fair opens on Sunday", "The fair will open when the bells have rung …"],
        {"Check Also": "residue", "Goose fair opens on Sunday": "residue", "The fair will open when the bells have rung …": "residue"},
    ),
    Situation(
        "a contributor line under a foreign block",
        [HEAD, *BODY, "Most read", "Goose fair opens on Sunday", "Jane Roe in Alm contributed to this report."],
        {"Goose fair opens on Sunday": "residue", "Jane Roe in Alm contributed to this report.": "contributor"},
    ),
    Situation("a place alone over the lede", [HEAD, "VIENNA", *BODY], {"VIENNA": "dateline"}),
]  # fmt: skip


@pytest.mark.parametrize("situation", SITUATIONS, ids=[s.promise for s in SITUATIONS])
def test_situations(situation: Situation) -> None:
    """The line in question has its role, and headline, lede and body have theirs beside it."""
    article = read(*situation.lines)
    wanted = situation.expected | {HEAD: "headline", LEDE: "lede", SECOND: "body", THIRD: "body"}
    assert {words: role_of(article, words) for words in wanted} == wanted


def test_dateline_and_credit_are_cut_from_their_lines() -> None:
    """A paragraph may begin inside a line: dateline, lede and a glued credit are three."""
    article = read(HEAD, f"TORVIK (MPA) — {LEDE}", SECOND, f"{THIRD} (Reuters)")
    assert parts(article) == [
        ("headline", HEAD), ("dateline", "TORVIK (MPA) —"), ("lede", LEDE),
        ("body", SECOND), ("body", THIRD), ("credit", "(Reuters)"),
    ]  # fmt: skip


def test_the_site_name_is_cut_from_the_headline() -> None:
    """A headline that is printed again with the site's name loses the name, not its role."""
    article = read(
        "Council closes the lower road | The Valley Gazette", "Council closes the lower road", *BODY
    )
    assert parts(article)[:3] == [
        ("headline", "Council closes the lower road"),
        ("residue", "| The Valley Gazette"),
        ("headline", "Council closes the lower road"),
    ]


TEASERS = [
    "The goose fair of Alm will be held on Sunday if the weather lets it, the town said.",
    "The bells of the church are to be cast anew, and the parish is to pay for them.",
    "A new school will be built in the upper town when the province has found the money.",
    "The ferry at Penn does not run until the river has fallen, its owner said on Friday.",
    "The library was given the letters of a painter who had lived in the valley for years.",
    "The price of hay has gone up again, and the farmers ask for help from the ministry.",
    "The tram will run until midnight on all days but Sunday, the company has decided.",
    "A fire at the mill was put out by two men who were on their way home from a dance.",
    "The market in the lower town is to open an hour earlier in the summer, traders hope.",
    "The choir of the miners sang in the hall, and it was full for the first time.",
    "The court heard three men who had been found with things that were not theirs.",
]


def test_an_index_page_has_no_article() -> None:
    """A page of teasers parted by buttons is set aside, but for its own headline."""
    lines = [line for teaser in TEASERS for line in ("Share", teaser)]
    article = read("The week in the valley", *lines)
    assert roles(article) == ["headline"] + ["residue"] * len(lines)


def test_the_same_paragraphs_in_a_row_are_an_article() -> None:
    """It is the furniture between them that makes teasers of paragraphs."""
    article = read("The week in the valley", *TEASERS)
    assert roles(article) == ["headline", "lede"] + ["body"] * (len(TEASERS) - 1)


def test_a_text_in_another_language() -> None:
    """Rules of English words do not set aside the paragraphs of another language."""
    article = read(
        "Rat sperrt die untere Straße",
        "Der Rat von Torvik hat am Dienstag die untere Straße gesperrt, nachdem das Wasser die ersten Häuser erreichte.",
        "Die Mauer wurde 1931 von der Provinz gebaut, und niemand hat sich seither um sie gekümmert.",
        "Tags: Torvik, Mauer",
    )
    assert article.language == "de"
    assert roles(article) == ["headline", "lede", "body", "tags"]


@pytest.mark.parametrize("text", ["Home\nNews\nSport\nContact us\n", "* * *", "12345"])
def test_a_text_without_a_body(text: str) -> None:
    """Where nothing reads as an article all is set aside, and nothing is lost."""
    article = read_article(page(text))
    assert set(roles(article)) == {"residue"}
    assert article.headline is None


@pytest.mark.parametrize("text", ["The road is closed.", LEDE, LEDE + "\n"])
def test_a_text_of_one_line(text: str) -> None:
    """One sentence is the lede of an article without a headline."""
    article = read_article(page(text))
    assert parts(article) == [("lede", text.strip())]


def test_a_very_long_line() -> None:
    """A whole article in one line is its lede."""
    line = " ".join(BODY * 400)
    assert parts(read(HEAD, line)) == [("headline", HEAD), ("lede", line)]


def test_no_segments_no_roles() -> None:
    """Nothing in, nothing out."""
    assert label_segments([]) == []
