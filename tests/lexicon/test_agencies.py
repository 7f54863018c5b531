"""Agencies: named once, found as printed, and not in words that only look like them."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from broken_data import replace_data

from onrecord.lexicon import agencies as module
from onrecord.lexicon.agencies import agencies, agency_forms, find_agency, find_all_agencies
from onrecord.lexicon.data_files import LexiconError


def test_no_form_and_no_code_stands_twice() -> None:
    """A printed form means one agency, and a code one entry."""
    forms = Counter(f for a in agencies() for f in (*a.names, *a.bracket_names))
    assert [f for f, n in forms.items() if n > 1] == []
    assert max(Counter(a.code for a in agencies()).values()) == 1


@pytest.mark.parametrize("form", sorted(agency_forms(brackets=True)))
def test_every_form_is_found_whole_in_brackets(form: str) -> None:
    """Each form gives its code and all its words but an article; a longer form wins."""
    text = f"TORVIK ({form}) — The wall"
    found = find_agency(text, brackets=True)
    assert found is not None
    assert found[0] == agency_forms(brackets=True)[form]
    assert text[found[1] : found[2]] == form.removeprefix("The ") or found[0] == "The Conversation"


@pytest.mark.parametrize(
    "form", sorted(set(agency_forms(brackets=True)) - set(agency_forms(brackets=False)))
)
def test_forms_that_are_words_too_need_brackets(form: str) -> None:
    """In a line such a form is a word or another name, and no agency is read into it."""
    found = find_agency(f"the men of {form} went home")
    assert found is None or found[2] - found[1] != len(form)


@pytest.mark.parametrize(
    "text",
    [
        "the APP was closed",
        "AP courses at the school",
        "a PAP smear",
        "TASSel and AFPs",
        "the wapiti, the cp. and the tt",
        "Reutersward the artist",
        "",
    ],
)
def test_parts_of_words_are_no_agency(text: str) -> None:
    """A form counts only as whole words, in its case."""
    assert find_agency(text) is None


def test_the_first_and_all() -> None:
    """All agencies of a line are found in order, each at its words."""
    text = "With reports from AFP, the Associated Press and Reuters"
    found = find_all_agencies(text)
    assert [code for code, _, _ in found] == ["AFP", "AP", "Reuters"]
    assert [text[s:e] for _, s, e in found] == ["AFP", "Associated Press", "Reuters"]
    assert find_agency(text) == found[0]


def _entry(**changes: Any) -> dict[str, Any]:
    return {"code": "MPA", "kind": "agency", "names": ["Meridian Press Agency"]} | changes


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ([_entry(kind="newspaper")], "MPA has the unknown kind newspaper"),
        ([_entry(), _entry(code="MP")], "Meridian Press Agency stands for MPA already"),
        ([_entry(only_in_brackets=["Meridian Press Agency"])], "stands for MPA already"),
        ([{"code": "MPA", "names": []}], "MPA has no kind"),
        ([{"kind": "agency", "names": []}], "an entry has no code"),
        ([_entry(Names=[])], "MPA has unknown keys Names"),
        ([_entry(names="MPA")], "names of MPA are no list"),
    ],
)
def test_a_broken_file_is_refused(
    monkeypatch: pytest.MonkeyPatch, entries: list[dict[str, Any]], message: str
) -> None:
    """The error names the entry and what is wrong with it."""
    replace_data(monkeypatch, module, {"agencies": entries}, "agencies")
    with pytest.raises(LexiconError, match=message):
        module.agencies()
