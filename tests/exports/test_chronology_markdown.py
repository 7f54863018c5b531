"""A chronology as Markdown: what is shown is what was printed."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from onrecord.exports.chronology import Chronology, ChronologyEntry, Citation, one_line
from onrecord.exports.chronology_markdown import escape, write_markdown

NASTY = "*a* _b_ `c` [d](e) <f> &amp; #g ~~h~~ |i| $j$ ^k^ ==l== \\m !n ![o](p) {q} %%r%%"


class _Words(HTMLParser):
    """The words of HTML, and which elements it has."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words = ""
        self.tags: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


def rendered(markdown: str) -> _Words:
    """Markdown as GitHub's dialect shows it."""
    return _Words(MarkdownIt("gfm-like", {"linkify": False}).render(markdown))


def entry(**more: object) -> ChronologyEntry:
    """An entry with what is needed."""
    plain = {
        "when": "6 May 2031", "expression": None, "standing": (), "sentence": "The dock shut.",
        "said_by": None, "note": None, "reports": "1 origin, 1 article",
        "source": Citation("Elm Post, 9 May 2031 (stated), a.txt, characters 0–14", None),
        "later": None, "others": (), "more": 0,
    }  # fmt: skip
    return ChronologyEntry(**(plain | more))  # type: ignore[arg-type]


def chronology(*entries: ChronologyEntry) -> Chronology:
    """A chronology of some entries."""
    return Chronology(title="Chronology", extent="1 entry", entries=entries)


def test_a_whole_chronology() -> None:
    """Headings, quoted sentences, marked notes, and one footnote for each source, in order."""
    full = entry(
        expression="Tuesday",
        standing=("reported as scheduled",),
        said_by="Mayor Finch",
        note="Ask her.",
        source=Citation("Elm Post", "https://elm.example/a_b?x=1&y=*"),
        later=Citation("Hill Herald", None),
        others=(Citation("EPA", None), Citation("Gazette", "http://gazette.example/")),
        more=3,
    )
    assert write_markdown(chronology(full, entry())) == (
        "# Chronology\n\n1 entry\n\n"
        "## 6 May 2031 · “Tuesday”\n\n"
        "*reported as scheduled*[^1]\n\n"
        "“The dock shut.”[^2]\n\n"
        "said by: “Mayor Finch”\n\n"
        "✎ Ask her.\n\n"
        "1 origin, 1 article[^3]\n\n"
        "## 6 May 2031\n\n"
        "“The dock shut.”[^4]\n\n"
        "1 origin, 1 article\n\n"
        "[^1]: Hill Herald\n\n"
        "[^2]: Elm Post, <https://elm.example/a_b?x=1&y=*>\n\n"
        "[^3]: EPA; Gazette, <http://gazette.example/>; 3 more\n\n"
        "[^4]: Elm Post, 9 May 2031 (stated), a.txt, characters 0–14\n"
    )


def test_an_empty_chronology() -> None:
    """Title and extent stand alone."""
    assert write_markdown(chronology()) == "# Chronology\n\n1 entry\n"


@pytest.mark.parametrize(
    "words",
    [
        NASTY,
        *("# no heading", "- no item", "+ no item", "* no item", "1. no item", "12) no item"),
        *("> no quotation", "=== ", "---", "```", "~~~", ": no definition", "| a | b |", "[^1]: x"),
        *("<script>alert(1)</script>", "&lt;", "https://elm.example/_a_", "a  \\", "C #", "\\"),
        *("    four spaces", "[ ] no task", "<!-- x -->", "1986. A year.", "$5 and $6"),
    ],
)
def test_words_are_shown_as_printed(words: str) -> None:
    """No sign of Markdown or HTML in printed words does anything, alone, in headings and notes."""
    shown = rendered(escape(words))
    assert shown.words.strip() == words.strip()
    assert shown.tags == ["p"]
    heading = rendered(f"## {escape(words)}")
    assert (heading.words.strip(), heading.tags) == (words.strip(), ["h2"])


@given(st.text(max_size=40))
def test_any_words_are_shown_as_printed(words: str) -> None:
    """Whatever is printed, what is rendered are the same words in one paragraph."""
    line = one_line(words)
    shown = rendered(f"“{escape(line)}”")
    assert shown.words.strip() == f"“{line}”"
    assert shown.tags == ["p"]
    alone = rendered(escape(line))
    # What else than a space begins or ends a line unseen is not kept by Markdown.
    assert re.sub(r"\s", "", alone.words) == re.sub(r"\s", "", line)
    assert set(alone.tags) <= {"p"}
