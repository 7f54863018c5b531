"""The lists of office holders, of names known since a day, and of words beside dates."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from broken_data import replace_data

from onrecord.lexicon import dating_words as words_module
from onrecord.lexicon import known_since as known_module
from onrecord.lexicon import office_holders as module
from onrecord.lexicon.data_files import LexiconError
from onrecord.lexicon.office_holders import Term, longest_form, successors, terms

EVERY = sorted(
    {term for names in terms().values() for of in names.values() for term in of},
    key=lambda term: (term.office, term.first, term.who),
)


def test_titles_and_forms_can_be_met() -> None:
    """Titles are in small letters, forms without accents and without space around them."""
    for title, names in terms().items():
        assert title == title.lower().strip()
        for form in names:
            assert form == form.strip()
            assert form.isascii()
            assert form


def test_nobody_holds_an_office_twice_at_once() -> None:
    """Two terms of one person in one office do not overlap."""
    held: defaultdict[tuple[str, str], list[Term]] = defaultdict(list)
    for term in EVERY:
        held[term.office, term.who].append(term)
    for of in held.values():
        for one, next_ in pairwise(of):
            assert one.last is not None
            assert one.last <= next_.first


def test_a_country_has_one_leader_at_a_time() -> None:
    """The terms of an office that leads a country overlap by a year at the most."""
    held: defaultdict[str, list[Term]] = defaultdict(list)
    for term in EVERY:
        if term.leads:
            held[term.office].append(term)
    for of in held.values():
        for one, next_ in pairwise(of):
            assert one.last is not None, one
            assert (one.last - next_.first).days < 400, (one, next_)


def test_days_are_of_our_time() -> None:
    """No term begins in the far past or in the future, and each names its public list."""
    for term in EVERY:
        assert date(1950, 1, 1) < term.first < date(2026, 1, 1)
        assert term.source.startswith("https://")


def test_successors_are_those_who_came_first_later() -> None:
    """Whoever held the office before is no successor, even when he came back."""
    putin = terms()["president"]["Vladimir Putin"]
    assert successors(putin[0]) == ("Medvedev",)
    assert successors(putin[1]) == ()
    assert longest_form() >= 4


def _entry(**changes: Any) -> dict[str, Any]:
    return {
        "office": "Mayor of Torvik",
        "titles": ["Mayor"],
        "source": "https://torvik.example/mayors",
        "holders": "Ada Rooke; Rooke; 2001-03; 2004",
    } | changes


def test_the_outer_end_of_a_month_or_year_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A month's first day begins a term, a year's last day ends it."""
    replace_data(monkeypatch, module, {"offices": [_entry()]}, "terms")
    (term,) = module.terms()["mayor"]["Rooke"]
    assert (term.first, term.last) == (date(2001, 3, 1), date(2004, 12, 31))
    assert module.terms()["mayor"]["Ada Rooke"] == (term,)


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (_entry(source="a book"), "Mayor of Torvik has no address"),
        (_entry(holders="Ada Rooke; 2001"), "no name; forms; first; last"),
        (_entry(holders="Ada Rooke; ; 2001-13-01;"), "no day '2001-13-01'"),
        (_entry(holders="Ada Rooke; ; soon;"), "no day 'soon'"),
        (_entry(holders="Ada Rooke; ; 2004; 2001"), "left before taking office"),
        (_entry(titel=["Mayor"]), "unknown keys titel"),
    ],
)
def test_a_broken_list_is_refused(
    monkeypatch: pytest.MonkeyPatch, entry: dict[str, Any], message: str
) -> None:
    """The error names the office and what is wrong with it."""
    replace_data(monkeypatch, module, {"offices": [entry]}, "terms")
    with pytest.raises(LexiconError, match=message):
        module.terms()


def test_known_names_have_a_day_and_a_page() -> None:
    """Every name stands once, with a first day and an address."""
    names = known_module.known_names()
    forms = [form for name in names for form in name.forms]
    assert len(forms) == len(set(forms))
    assert all(name.source.startswith("https://") for name in names)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"source": "a book", "names": []}, "no address as its source"),
        ({"source": "https://a.example/", "names": [["Hedda", "2001-01-01", "H"]]}, "no forms"),
        ({"source": "https://a.example/", "names": [[["Hedda"], "2001", "H"]]}, "no day '2001'"),
    ],
)
def test_broken_names_are_refused(
    monkeypatch: pytest.MonkeyPatch, data: dict[str, Any], message: str
) -> None:
    """The error says what is wrong with the list of names."""
    replace_data(monkeypatch, known_module, data, "known_names")
    with pytest.raises(LexiconError, match=message):
        known_module.known_names()


def test_lists_of_words_are_complete(monkeypatch: pytest.MonkeyPatch) -> None:
    """A list that is missing or unknown is named."""
    replace_data(monkeypatch, words_module, {"ahead": ["will"]}, "dating_words")
    with pytest.raises(LexiconError, match="acts is missing"):
        words_module.dating_words()
    replace_data(monkeypatch, words_module, {"ahed": ["will"]}, "dating_words")
    with pytest.raises(LexiconError, match="unknown lists ahed"):
        words_module.dating_words()
