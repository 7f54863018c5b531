"""Datelines: place, agency and day that open a text, and what only looks like them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.datelines import find_dateline, is_place_alone
from plain_articles import BODY, read

REST = "The wall broke on Monday."
FORMS = [
    ("TORVIK (MPA) — ", "TORVIK", "MPA"),
    ("TORVIK, Norlund (AP) — ", "TORVIK, Norlund", "AP"),
    ("TORVIK, March 8 (Reuters) - ", "TORVIK", "Reuters"),
    ("TORVIK, 8 March 2022 (Reuters) - ", "TORVIK", "Reuters"),
    ("TORVIK, Norlund, March 8, 2022 (AFP): ", "TORVIK, Norlund", "AFP"),
    ("TORVIK/ALM, Norlund (Xinhua) -- ", "TORVIK/ALM, Norlund", "Xinhua"),
    ("TORVIK (Reuters) ", "TORVIK", "Reuters"),
    ("ST. TORVIK, Norlund (The Associated Press) —", "ST. TORVIK, Norlund", "AP"),
    ("Torvik (AFP) – ", "Torvik", "AFP"),
    ("(Reuters) - ", None, "Reuters"),
    ("(The Associated Press) — ", None, "AP"),
    ("TORVIK — ", "TORVIK", None),
    ("UPPER TORVIK—", "UPPER TORVIK", None),
    ("ÅLM-TORVIK – ", "ÅLM-TORVIK", None),
    ("Torvik, March 8 — ", "Torvik", None),
    ("Vienna: ", "Vienna", None),
    ("Vienna, Austria – ", "Vienna, Austria", None),
    ("THE HAGUE: ", "THE HAGUE", None),
    ("TORVIK (KXYZ) — ", "TORVIK", None),
    ("TORVIK (WXYZ-TV) — ", "TORVIK", None),
]


@pytest.mark.parametrize(("opening", "place", "agency"), FORMS, ids=[f[0] for f in FORMS])
def test_forms(opening: str, place: str | None, agency: str | None) -> None:
    """The dateline ends where the text begins, and its parts are found as printed."""
    text = opening + REST
    dateline = find_dateline(text)
    assert dateline is not None
    assert text[dateline.end :] == REST
    assert (dateline.place and dateline.place.slice(text)) == place
    assert dateline.agency_code == agency
    assert (dateline.agency is None) == (agency is None)


@pytest.mark.parametrize(
    "text",
    [
        "WATCH — The wall breaks",
        "EXCLUSIVE: The wall breaks",
        "FILE PHOTO — The wall",
        "EDITOR’S NOTE — The year is wrong.",
        "US - The wall broke",
        "U.N. — The wall broke",
        "She said – and meant it – that the wall broke.",
        "The mayor: no wall broke.",
        "Note: the wall broke",
        "2022 — a year of water",
        "COVID-19 — the numbers",
        "“TORVIK — the wall",
        "Torvik fell (Reuters) said",
        "Torvik (MPA) said that the wall broke.",
        "By Monday — or Tuesday — the wall broke.",
        "Q: Who broke the wall?",
        "TORVIK — ",
        "TORVIK",
        "",
    ],
)
def test_false_friends(text: str) -> None:
    """Labels, sentences with dashes, answers, and a dateline without a text are none."""
    assert find_dateline(text) is None


@pytest.mark.parametrize(
    ("line", "alone"),
    [
        ("VIENNA", True),
        ("VIENNA, Austria", True),
        ("VIENNA —", True),
        ("Torvik, March 8, 2024 (AFP) -", True),
        ("Vienna", False),
        ("ANALYSIS", False),
        ("ZZYZZLAND", False),
    ],
)
def test_a_place_alone_in_its_line(line: str, alone: bool) -> None:
    """Only a place in capitals that the gazetteer knows stands for a dateline by itself."""
    assert is_place_alone(line) is alone


@given(st.text(alphabet=st.sampled_from("TORVIK torvik,.()—–-: 8/APMarch")) | st.text())
def test_offsets_stay_inside(text: str) -> None:
    """Any text is read; place and agency stand before the end of the dateline."""
    dateline = find_dateline(text)
    if dateline is not None:
        assert 0 < dateline.end < len(text)
        for span in (dateline.place, dateline.agency):
            assert span is None or span.end <= dateline.end


def test_a_dateline_that_opens_a_text_after_blank_lines() -> None:
    """The place is the printed one, without the blank lines above it."""
    article = read("", "", f"WASHINGTON — {BODY[0]}", *BODY[1:])
    assert article.dateline_place is not None
    assert article.dateline_place.value == "WASHINGTON"
