"""What goes into a chronology: quoted sentences, their sources, and nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.exports.chronology import MOST_OTHERS, compose_chronology, one_line
from onrecord.values.article import Dating
from onrecord.values.days import DayInterval
from onrecord.values.vocabulary import Basis
from timeline_makers import Pile, anchor, article, entry, field_of, span, support

A, B, C = "a" * 16, "b" * 16, "c" * 16
SHUT = "Mayor Finch said the dock was closed on Tuesday.\n"
OPEN = "The dock opened again on 1 June."


@pytest.fixture
def pile() -> Pile:
    """Three articles: dated with an address, dated to Fridays, and unknown."""
    made = Pile()
    made.add(
        article(
            A, SHUT, outlet="Elm Post", day=date(2031, 5, 9), headline=field_of("Dock\nshut"),
            address="https://elm.example/2031/dock?a=1&b=2", agency=field_of("EPA"),
        )
    )  # fmt: skip
    fridays = Dating(
        DayInterval(date(2031, 5, 2), date(2031, 8, 15)), Basis.OWN_TEXT, weekdays=frozenset({5})
    )
    made.add(article(B, SHUT, name="copy of dock.txt", published=fridays, agency=field_of("EPA")))
    made.add(article(C, OPEN, address="file:///dock.html"))
    return made


def test_an_entry_has_its_evidence(pile: Pile) -> None:
    """Date, printed expression, sentence, who said it, and the source with date and basis."""
    sentence = SHUT.strip()
    made = entry(
        1, "2031-05-06", text=sentence, expression=anchor(A, SHUT, "Tuesday"), origins=1, articles=2,
        support=[
            support(A, sentence, source=span(SHUT, "Mayor Finch")),
            support(B, sentence),
            support(B, "closed", 30),
        ],
    )  # fmt: skip
    (shown,) = compose_chronology(pile.record(), [made]).entries
    assert (shown.when, shown.expression, shown.standing) == ("6 May 2031", "Tuesday", ())
    assert (shown.sentence, shown.said_by) == (sentence, "Mayor Finch")
    assert shown.source.words == (
        "Elm Post (EPA), “Dock shut”, 9 May 2031 (stated), aaa.txt, characters 0–48"
    )
    assert shown.source.address == "https://elm.example/2031/dock?a=1&b=2"
    assert [other.words for other in shown.others] == [
        "EPA, 16 Fridays, 2 May – 15 Aug 2031 (own-text), copy of dock.txt, characters 0–48"
    ]
    assert (shown.reports, shown.more, shown.note, shown.later) == (
        *("1 origin, 2 articles", 0, None, None),
    )


def test_what_did_not_happen_says_so(pile: Pile) -> None:
    """An announced event with its later report, or with none found; an own note is apart."""
    plan = entry(1, "2031-06-01", text=OPEN, article=C, status="scheduled", note="Ask\nElm.")
    (none,) = compose_chronology(pile.record(), [plan | {"later_report_sought": True}]).entries
    assert none.standing == ("reported as scheduled", "later report: none found")
    assert none.note == "Ask Elm."
    assert none.source.words == "outlet unknown, date unknown, ccc.txt, characters 0–32"
    assert none.source.address is None
    report = anchor(A, SHUT, "the dock was closed")
    (later,) = compose_chronology(pile.record(), [plan | {"later_report": report}]).entries
    assert later.standing == ("reported as scheduled",)
    assert later.later is not None
    assert later.later.words.endswith("aaa.txt, characters 17–36")


def test_title_and_extent(pile: Pile) -> None:
    """The title is a person's name for the story; the extent is counted, open ends left out."""
    entries = [
        entry(1, None, "2031-05-02", article=A),
        entry(2, "2031-05-06", article=A),
        entry(3, None, article=C),
    ]
    made = compose_chronology(pile.record(), entries, name="The \n dock")
    assert made.title == "Chronology: The dock"
    assert made.extent == "3 entries, 2 articles, 2 May 2031 – 6 May 2031"
    assert compose_chronology(pile.record(), entries[1:2], name=" ").title == "Chronology"
    assert compose_chronology(pile.record(), entries[1:2]).extent == (
        "1 entry, 1 article, 6 May 2031"
    )
    empty = compose_chronology(pile.record(), [])
    assert (empty.extent, empty.entries) == ("0 entries, 0 articles", ())


def test_many_articles_are_counted(pile: Pile) -> None:
    """Of very many articles some are named and the others counted."""
    for n in range(MOST_OTHERS + 5):
        pile.add(article(f"{n:016x}", OPEN))
    many = [support(f"{n:016x}", OPEN) for n in range(MOST_OTHERS + 5)]
    made = entry(1, None, text=OPEN, article=C, support=[support(C, OPEN), *many])
    (shown,) = compose_chronology(pile.record(), [made]).entries
    assert (len(shown.others), shown.more) == (MOST_OTHERS, 5)


@pytest.mark.parametrize(
    "address",
    [
        *("ftp://elm.example/a", "javascript:alert(1)", "https://", "https://[", "elm.example"),
        *("https://elm.example/a b", "https://elm.example/<b>", 'https://elm.example/"', ""),
        *("https://elm.example/\n", "https://elm.example/`x`"),
    ],
)
def test_only_web_addresses_are_links(address: str, pile: Pile) -> None:
    """What cannot be followed, or would break out of a link, is left out."""
    pile.add(article(C, OPEN, address=address))
    (shown,) = compose_chronology(pile.record(), [entry(1, None, article=C)]).entries
    assert shown.source.address is None


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (" a\r\n\tb\u2028c  d ", "a b c d"),
        ("a\0b\x1b[2J\x7f", "a␀b␛[2J␡"),
        ("a\u202eb\ud800c\ufffe\x9b", "a\ufffdb\ufffdc\ufffd\ufffd"),
        ("5\u00a0000 zwj\u200d", "5\u00a0000 zwj\u200d"),
    ],
)
def test_words_on_one_line(text: str, line: str) -> None:
    """Line breaks become spaces, control characters pictures; all else stays as printed."""
    assert one_line(text) == line
