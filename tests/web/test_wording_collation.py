"""Two wordings side by side: cut at clauses, every word once, differences where they are."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.web.annotated import Piece
from onrecord.web.clauses import align_clauses
from onrecord.web.collation import MISSING, Line, Word, collate, read_words
from onrecord.web.utterances import Part

type Look = list[tuple[str, str]]


def words_of(text: str) -> list[Word]:
    """The words of a text that is said as a whole and shown as a whole."""
    place = (0, len(text))
    return read_words(text, [Part(place, said=True)], [place])


def compare(left: str, right: str) -> list[Line]:
    """The segments of two texts."""
    return collate(words_of(left), words_of(right), (left, right))


def looks(pieces: tuple[Piece, ...]) -> Look:
    """Pieces as pairs."""
    return [(piece.text, piece.classes) for piece in pieces]


def test_a_clause_that_one_lacks_has_a_line_of_its_own() -> None:
    """What stands in one printing only is marked there and nowhere matched."""
    lines = compare(
        "The sound is closed to boats, and the mail goes by road. We shall store flour.",
        "The sound is closed to boats. We shall store flour.",
    )
    assert [bool(line.right) for line in lines] == [True, False, True]
    assert looks(lines[1].left) == [("and the mail goes by road", "x"), (".", "")]


def test_words_that_differ_are_marked_on_both_sides() -> None:
    """Only the differing words, not the marks around them."""
    (line,) = compare("“We want a boat by summer,”", "“We need a boat by summer.”")
    assert looks(line.left) == [
        *(("“We ", ""), ("want", "x"), (" a boat by summer,”", "")),
    ]
    assert ("need", "x") in looks(line.right)


def test_a_word_written_differently_is_dotted() -> None:
    """The same word in another spelling is no other word."""
    (line,) = compare("the harbour will not close", "the harbor will not close")
    assert looks(line.left)[1] == ("harbour", "v")
    assert looks(line.right)[1] == ("harbor", "v")


def test_missing_words_leave_a_sign_before_the_stop() -> None:
    """The sign stands where the words are missing, inside of the closing marks."""
    (line,) = compare("We need a boat and a crew soon.", "We need a boat.")
    assert looks(line.right) == [("We need a boat", ""), ("", "ct"), (".", "")]
    assert MISSING in line.right


def test_words_that_the_page_may_not_show_are_left_out_on_their_side() -> None:
    """They are compared all the same, so that nothing shown is marked without reason."""
    text = "We want a boat by summer and a crew"
    place = (0, len(text))
    hidden = read_words(text, [Part(place, said=True)], [(0, 14)])
    (line,) = collate(hidden, words_of(text), (text, text))
    assert looks(line.left) == [("We want a boat", ""), (" … ", "gap")]
    assert looks(line.right) == [(text, "")]


def test_the_words_between_two_parts_stay_between_them() -> None:
    """The cue in the middle of an utterance is faint, and no part of the comparison."""
    text = "“We want a boat,” Holm said. “Soon.”"
    parts = [Part((0, 17), said=True), Part((17, 29), said=False), Part((29, 36), said=True)]
    words = read_words(text, parts, [(0, len(text))])
    (line,) = collate(words, words, (text, text))
    assert looks(line.left) == [
        *(("“We want a boat,”", ""), (" Holm said. ", "narr"), ("“Soon.”", "")),
    ]


UTTERANCES = st.lists(
    st.sampled_from(["boat", "crew", "the", "a", "sound", "and", "summer,", "soon.", "don’t", "é"]),
    max_size=24,
).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(UTTERANCES, UTTERANCES)
def test_every_word_stands_once_on_its_side(left: str, right: str) -> None:
    """Whatever the wordings, each side reads as it was printed."""
    lines = compare(left, right)
    for text, sides in ((left, [e.left for e in lines]), (right, [e.right for e in lines])):
        read = " ".join("".join(piece.text for piece in side) for side in sides)
        assert read.split() == text.split()


@settings(max_examples=150, deadline=None)
@given(st.lists(st.booleans(), max_size=14), st.lists(st.booleans(), max_size=14), st.data())
def test_segments_cover_both_sides_in_order(
    ours: list[bool], theirs: list[bool], data: st.DataObject
) -> None:
    """No word is lost or doubled, whichever words are common."""
    keys = st.sampled_from(["boat", "crew", "the", "sound"])
    left = data.draw(st.lists(keys, min_size=len(ours), max_size=len(ours)))
    right = data.draw(st.lists(keys, min_size=len(theirs), max_size=len(theirs)))
    rows = align_clauses(left, right, (ours, theirs))
    for side, words in ((0, left), (1, right)):
        covered = [n for row in rows for n in range(*row[side])]
        assert covered == list(range(len(words)))
