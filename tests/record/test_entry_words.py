"""What a timeline entry says of itself in words."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.record.entry_words import (
    best_support,
    entry_reports,
    entry_status,
    entry_when,
    entry_when_iso,
    later_report,
    source_words,
)
from timeline_makers import entry, span, support


@pytest.mark.parametrize(
    ("first", "last", "value", "part", "words", "iso"),
    [
        ("2031-08-20", "2031-08-20", "2031-08-20", None, "20 Aug 2031", "2031-08-20"),
        ("2031-08-20", "2031-08-20", "2031-08-20T17:00", None, "20 Aug 2031", "2031-08-20"),
        ("2031-08-01", "2031-08-31", "2031-08", None, "Aug 2031", "2031-08"),
        ("2031-01-01", "2031-12-31", "2031", None, "2031", "2031"),
        ("2031-09-01", "2031-12-31", "2031", "late", "late 2031", "late 2031"),
        ("2031-01-11", "2031-01-20", "2031-01", "mid", "mid Jan 2031", "mid Jan 2031"),
        ("2031-06-01", "2031-08-31", "2031-SU", None, "summer 2031", "summer 2031"),
        ("2031-12-01", "2032-02-29", "2031-WI", None, "winter 2031/32", "winter 2031/32"),
        ("2031-04-01", "2031-06-30", "2031-Q2", None, "Q2 2031", "Q2 2031"),
        ("2030-01-01", "2039-12-31", "203", None, "2030s", "2030s"),
        ("2031-05-05", "2031-05-11", "2031-W19", None, "5–11 May 2031", "2031-05-05..2031-05-11"),
        (
            *("2031-05-02", "2031-08-15", "XXXX-WXX-5", None),
            *("2 May – 15 Aug 2031", "2031-05-02..2031-08-15"),
        ),
        ("2031-05-02", "2031-06-15", "2031", None, "2 May – 15 Jun 2031", "2031-05-02..2031-06-15"),
        (None, "2031-05-02", "XXXX-XX-XX", None, "until 2 May 2031", "..2031-05-02"),
        ("2031-05-02", None, "XXXX-XX-XX", None, "from 2 May 2031", "2031-05-02.."),
        (None, None, "XXXX-WXX-5", None, "date unknown", "undated"),
        (None, None, "PXD", "late", "date unknown", "undated"),
    ],
)
def test_when(
    first: str | None, last: str | None, value: str, part: str | None, words: str, iso: str
) -> None:
    """As exact as it is known and no more; stated units keep their name."""
    made = entry(1, first, last, value=value, part=part)
    assert (entry_when(made), entry_when_iso(made)) == (words, iso)


def test_status_is_a_report() -> None:
    """What happened says nothing more; all else says that it is reported so."""
    assert entry_status(entry(1, None)) == ""
    assert entry_status(entry(1, None, status="scheduled")) == "reported as scheduled"
    assert entry_reports(entry(1, None, origins=2, articles=3)) == "2 origins, 3 articles"
    assert entry_reports(entry(1, None)) == "1 origin, 1 article"


@pytest.mark.parametrize(
    ("sought", "found", "words"),
    [(True, None, "later report: none found"), (False, None, ""), (True, {"article": "b"}, "")],
)
def test_none_found_differs_from_not_sought(sought: bool, found: Any, words: str) -> None:
    """That nothing was found is said only where it was looked for."""
    assert later_report(entry(1, None, later_report=found, later_report_sought=sought)) == words


def test_who_is_said_to_have_said_it() -> None:
    """The words of the source, from the sentence or from the text around it."""
    text = "Mayor Finch spoke. The quay will open, she said."
    sentence = support("a" * 16, text[19:], 19, source=span(text, "she"))
    assert source_words(sentence, None) == "she"
    assert source_words(sentence, text) == "she"
    before = {**sentence, "source": span(text, "Mayor Finch")}
    assert source_words(before, None) is None
    assert source_words(before, text) == "Mayor Finch"
    assert source_words({**sentence, "source": None}, text) is None


def test_the_quoted_sentence_is_found_among_the_supports() -> None:
    """Of all sentences that which is quoted, with its source."""
    made = entry(1, None, text="B.", start=5)
    other = support("a" * 16, "A.")
    quoted = support("a" * 16, "B.", 5, source=[5, 6])
    assert best_support({**made, "support": [other, quoted]}) == quoted
    assert best_support({**made, "support": [other]}) == made["sentence"]
