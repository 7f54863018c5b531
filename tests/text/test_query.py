"""Search queries, proved on an index with the tokenizer of the record file."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.text.query import to_match_expression


@pytest.fixture(scope="module")
def index() -> Iterator[sqlite3.Connection]:
    """An index of one document, with the tokenizer that the record file uses."""
    schema = resources.files("onrecord.store").joinpath("schema.sql").read_text(encoding="utf-8")
    tokenizer = re.search(r"tokenize='[^']+'", schema)
    assert tokenizer is not None
    connection = sqlite3.connect(":memory:")
    connection.execute(f"CREATE VIRTUAL TABLE search USING fts5(text, {tokenizer.group()})")
    yield connection
    connection.close()


def finds(index: sqlite3.Connection, query: str, text: str) -> bool:
    index.execute("DELETE FROM search")
    index.execute("INSERT INTO search VALUES (?)", (text,))
    expression = to_match_expression(query)
    assert expression is not None
    rows = index.execute("SELECT 1 FROM search WHERE search MATCH ?", (expression,)).fetchall()
    return bool(rows)


FOUND = [
    ("two words in any order", "gate water", "The water rose behind the gate."),
    ("case", "TORVIK", "the wall at Torvik"),
    ("accents in the text", "naive", "a naïve answer"),
    ("accents in the query", "Müller", "Mr. Muller said"),
    ("accents written apart", "e\u0301tat", "l’état"),
    ("curly marks of a phrase", "“rocket attack”", "a rocket attack on the depot"),
    ("angled marks of a phrase", "«rocket attack»", "a rocket attack on the depot"),
    ("low marks of a phrase", "„rocket attack“", "a rocket attack on the depot"),
    ("a phrase left open", '"rocket attack', "a rocket attack on the depot"),
    ("single marks", "'gate'", "the gate"),
    ("apostrophes", "it's", "It’s over"),
    ("apostrophes the other way", "it’s", "It's over"),
    ("hyphen and no-break hyphen", "cease-fire", "a cease\u2011fire"),
    ("hyphen and dash", "Torvik-Alm", "the Torvik–Alm road"),
    ("hyphen and space", "cease-fire", "a cease fire"),
    ("no-break space in the text", '"8 October"', "on 8\u00a0October"),
    ("no-break space in the query", '"8\u00a0October"', "on 8 October"),
    ("stem of the text", "attack", "two attacks"),
    ("stem of the query", "attacking", "two attacks"),
    ("either, the first", "drone|missile", "a drone fell"),
    ("either, the second", "drone | missile", "a missile fell"),
    ("either word or phrase", 'drone|"long range gun"', "a long-range gun"),
    ("a word that is absent elsewhere", "wall -dam", "the wall"),
    ("minus with a dash", "wall –dam", "the wall"),
    ("minus before a choice of words", "wall -dam|gate", "the wall"),
    ("hyphen inside a word is no minus", "high-level", "high-level talks"),
    ("beginning of words", "withdraw*", "the withdrawal"),
    ("a dotted abbreviation finds the plain one", "U.S.", "the US troops"),
    ("a plain abbreviation finds the dotted one", "US", "the U.S. troops"),
    ("a dotted abbreviation without its last dot", "U.S", "the U.S. troops"),
    ("numbers with marks", "3.5", "3.5 million"),
    ("brackets", "(gate)", "the gate"),
    ("words of the query language are words", "NOT NEAR", "it was not near"),
    ("columns are words", "text:gate", "the text: gate"),
    ("letters that fold to two", "Straße", "in der Straße"),
    ("superscript digits", "km²", "40 km² of land"),
    ("ligatures", "ﬁre", "the ﬁre"),
    ("trade marks", "Torvik™", "made by Torvik™"),
    ("private letters", "a\ue000b", "a\ue000b"),
]


@pytest.mark.parametrize(("query", "text"), [f[1:] for f in FOUND], ids=[f[0] for f in FOUND])
def test_found(index: sqlite3.Connection, query: str, text: str) -> None:
    """The query finds the text."""
    assert finds(index, query, text)


NOT_FOUND = [
    ("one of two words", "gate water", "the gate"),
    ("a phrase in other order", '"attack rocket"', "a rocket attack"),
    ("a phrase with a word between", '"rocket attack"', "a rocket and an attack"),
    ("a word that is excluded", "wall -dam", "the wall of the dam"),
    ("an excluded phrase", 'wall -"the dam"', "the wall of the dam"),
    ("any of the excluded", "wall -dam|gate", "the wall and the gate"),
    ("neither of two", "drone|missile", "a gun"),
    ("choice binds before and", "drone|missile fell", "a drone rose"),
    ("an abbreviation inside a word", "US", "a bus"),
]


@pytest.mark.parametrize(
    ("query", "text"), [f[1:] for f in NOT_FOUND], ids=[f[0] for f in NOT_FOUND]
)
def test_not_found(index: sqlite3.Connection, query: str, text: str) -> None:
    """The query leaves the text alone."""
    assert not finds(index, query, text)


@pytest.mark.xfail(reason="the index holds stems only, and `evacuation` has the stem `evacu`")
@pytest.mark.parametrize("query", ["evacuat*", "evacuati*"])
def test_beginning_longer_than_the_stem(index: sqlite3.Connection, query: str) -> None:
    """A word is found by any beginning of it."""
    assert finds(index, query, "the evacuation of the town")


@pytest.mark.parametrize("query", ["", "   ", "-", '""', "“ ”", "*", "|", "...", "-dam", "\0", "—"])
def test_without_a_word_there_is_no_query(query: str) -> None:
    """Marks alone, or only words that must be absent, are no query."""
    assert to_match_expression(query) is None


QUERY_TEXT = (
    st.text(alphabet=st.sampled_from(list("ab U.S\"“”«»|*-–()^:+{}\\'\0\ud800é\u0301_ ")))
    | st.text()
)


@settings(deadline=None)
@given(QUERY_TEXT)
def test_no_query_breaks_the_search(index: sqlite3.Connection, query: str) -> None:
    """Whatever is typed, the index accepts the expression that is made of it."""
    expression = to_match_expression(query)
    if expression is not None:
        index.execute("SELECT 1 FROM search WHERE search MATCH ?", (expression,)).fetchall()


@settings(deadline=None)
@given(
    st.lists(
        st.text(st.characters(max_codepoint=0x24F, categories=["L", "Nd", "No"]), min_size=1),
        min_size=1,
        max_size=4,
    )
)
def test_a_text_is_found_by_its_own_words(index: sqlite3.Connection, words: list[str]) -> None:
    """What is copied out of an article finds it, as a phrase and as single words."""
    text = " ".join(words)
    assert finds(index, f"“{text}”", f"before {text} after")
    assert finds(index, text, f"before {text} after")
