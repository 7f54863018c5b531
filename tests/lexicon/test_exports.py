"""Layouts of databases: what the data file says is sound, and a broken one is named."""

from __future__ import annotations

from typing import Any

import pytest
from broken_data import replace_data

from export_texts import DATABASES
from onrecord.lexicon import exports as module
from onrecord.lexicon.data_files import LexiconError
from onrecord.lexicon.exports import (
    FIELDS,
    aside_kinds,
    edition_line,
    export_layouts,
    field_codes,
    header_keys,
    header_line,
    labels,
    language_names,
    part_marks,
    rights_line,
)


@pytest.mark.parametrize(("name", "layout"), [(name, made[1]) for name, made in DATABASES.items()])
def test_a_layout_finds_its_marks_and_its_lines(name: str, layout: str) -> None:
    """In a file of its database the mark stands and the evidence suffices."""
    text = DATABASES[name][0](3)
    layouts = [one for one in export_layouts() if one.name == layout]
    assert any(
        one.mark.search(text) and len(one.kinds(text.split("\n"))) >= one.needs for one in layouts
    )


def test_evidence_is_counted_by_kind() -> None:
    """Two lines of one kind are one; counting stops where enough is found."""
    nexis = export_layouts()[0]
    lines = ["Length: 40 words", "Length: 41 words", "Body", " Load-Date: May 1, 2021 "]
    assert len(nexis.kinds(lines[:2])) == 1
    assert len(nexis.kinds(lines)) == 2
    assert len(nexis.kinds(lines, 9)) == 3
    assert nexis.kinds(["The length of the wall", "Nobody", ""]) == set()


@pytest.mark.parametrize("words", [labels(), part_marks(), field_codes()])
def test_words_have_known_fields(words: dict[str, str]) -> None:
    """Each label, mark and code has a field that the reader knows."""
    assert set(words.values()) <= FIELDS


def test_labels_are_in_lower_case() -> None:
    """They are compared in lower case; codes in capitals."""
    assert all(word == word.lower() for word in [*labels(), *part_marks(), *header_keys()])
    assert all(code == code.upper() for code in field_codes())
    assert "english" in language_names()


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("Title: A wall", "Title"),
        ("AUTHOR(S) : Jane Roe", "AUTHOR(S)"),
        ("Titles: A", None),
        ("Date:", None),
        ("The date: A", None),
    ],
)
def test_header_lines(line: str, key: str | None) -> None:
    """A known key, a colon and a value; nothing else."""
    match = header_line().fullmatch(line)
    assert (match["key"] if match else None) == key


@pytest.mark.parametrize(
    ("line", "edition", "rights"),
    [
        ("Late Edition - Final", True, False),
        ("Edition 1;", True, False),
        ("Correction Appended", True, False),
        ("Copyright 2021 The Mill All Rights Reserved", False, True),
        ("(c) 2021 The Mill", False, True),
        ("© 2021, The Mill", False, True),
        ("All Rights Reserved", False, True),
        ("The edition of the book sold out in a week and was not printed again", False, False),
        ("Copyright law is old", False, False),
    ],
)
def test_editions_and_rights(line: str, edition: bool, rights: bool) -> None:
    """Lines of a header that no label names."""
    assert (edition_line().fullmatch(line) is not None) == edition
    assert (rights_line().fullmatch(line) is not None) == rights


def test_what_stands_aside_has_names() -> None:
    """Cover pages, contents and bibliographies are known by lines of their own."""
    kinds = dict(aside_kinds())
    assert kinds["cover page"].search("x\nUser Name: Jane Roe\n")
    assert kinds["table of contents"].search("A wall falls..........12")
    assert kinds["bibliography"].search("Bibliography")
    assert not any(pattern.search("The cover page of the book") for pattern in kinds.values())


def _entry(**changes: Any) -> dict[str, Any]:
    entry = {
        "name": "Mill",
        "cut": "ends",
        "head": "dated",
        "mark": "End",
        "evidence": ["A"],
        "needs": 1,
    }
    return entry | changes


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (_entry(cut="begins"), "Mill has an unknown cut or head"),
        (_entry(head="upside-down"), "Mill has an unknown cut or head"),
        (_entry(needs=2), "Mill needs evidence that it does not list"),
        (_entry(evidence="A"), "Mill needs evidence that it does not list"),
        (_entry(mark="(End"), "Mill: missing"),
        (_entry(colour="red"), "Mill has unknown keys colour"),
        ({"name": "Mill"}, "Mill has no cut"),
    ],
)
def test_a_broken_layout_is_refused(
    monkeypatch: pytest.MonkeyPatch, entry: dict[str, Any], message: str
) -> None:
    """The error names the layout and what is wrong with it."""
    replace_data(monkeypatch, module, {"layouts": [entry]}, "export_layouts")
    with pytest.raises(LexiconError, match=message):
        module.export_layouts()


@pytest.mark.parametrize(
    ("part", "message"),
    [
        ({"headline": ["title"], "outlet": ["title"]}, "title stands for headline already"),
        ({"colour": ["title"]}, "unknown field colour"),
        ({"headline": "title"}, "unknown field headline or no list"),
    ],
)
def test_broken_labels_are_refused(
    monkeypatch: pytest.MonkeyPatch, part: dict[str, Any], message: str
) -> None:
    """A label means one field, and a field that is known."""
    replace_data(monkeypatch, module, {"labels": part}, "labels")
    with pytest.raises(LexiconError, match=message):
        module.labels()
