"""One text without a record: the time expressions of words that somebody hands over."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields
from datetime import UTC, date, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import onrecord
from onrecord.errors import ModelError, UsageError
from onrecord.exports.schema import load_schema
from onrecord.lone_text import Time, find_times
from onrecord.settings import Limits, Settings

TEXT = "The ferry sank on Monday. A diver found it two days later, on the night of 9 March 2022."
WEDNESDAY = date(2022, 3, 9)


def words(text: str, times: list[Time]) -> list[str]:
    """What stands at the places of the expressions."""
    return [text[t.start : t.end] for t in times]


def test_fields_are_named_as_in_the_json() -> None:
    """The values have the fields of the record's `times`, but for the article."""
    wanted = list(load_schema()["$defs"]["time"]["properties"])
    assert ["article", *(f.name for f in fields(Time))] == wanted


def test_the_public_name() -> None:
    """`onrecord.find_times` is the function, and its values cannot be changed."""
    first = onrecord.find_times(TEXT, published=WEDNESDAY)[0]
    assert isinstance(first, onrecord.Time)
    with pytest.raises(FrozenInstanceError):
        first.start = 1  # type: ignore[misc]


def test_values_and_days() -> None:
    """Every field of every expression of a short text."""
    assert find_times(TEXT, WEDNESDAY)[:2] == [
        Time(
            start=18, end=24, type="DATE", value="2022-03-07", first=date(2022, 3, 7), last=date(2022, 3, 7),
            rule="weekday", counted_from="publication", reference=None, range=None,
        ),
        Time(
            start=43, end=57, type="DATE", value="2022-03-09", first=WEDNESDAY, last=WEDNESDAY,
            rule="earlier", counted_from="expression", reference=(18, 24), range=None,
        ),
    ]  # fmt: skip


def test_both_ends_of_a_range_name_each_other() -> None:
    """Two items, each with the place of the other."""
    text = "The lock was shut from 3 to 9 June 2021."
    one, two = find_times(text)
    assert words(text, [one, two]) == ["3", "9 June 2021"]
    assert one.range == (two.start, two.end)
    assert two.range == (one.start, one.end)


@pytest.mark.parametrize(
    "published",
    [
        WEDNESDAY, "2022-03-09", "2022-03-09T23:30:00+05:00", "2022-03-09 05:20",
        datetime(2022, 3, 9, 23, 30), datetime(2022, 3, 9, 1, tzinfo=UTC),
    ],
)  # fmt: skip
def test_ways_to_say_the_day(published: date | str) -> None:
    """A date, an ISO day, a timestamp: the day as it is written there."""
    assert find_times(TEXT, published=published) == find_times(TEXT, WEDNESDAY)


@pytest.mark.parametrize(
    "published", ["", "yesterday", "09/03/2022", "2022-13-01", "2022-02-30", "2022"]
)
def test_what_is_no_day_is_refused(published: str) -> None:
    """The message shows what was given and how a day is written."""
    with pytest.raises(UsageError, match="2022-03-14") as caught:
        find_times(TEXT, published)
    assert repr(published) in str(caught.value)


def test_without_a_day_values_are_open() -> None:
    """What hangs on the publication keeps its X and has no days; what does not is full."""
    for times in (find_times(TEXT), find_times(TEXT, None)):
        assert (times[0].value, times[0].first, times[0].last) == ("XXXX-WXX-1", None, None)
    text = "It opened on 12 June 2020, and two days later it was shut."
    assert [t.value for t in find_times(text)] == ["2020-06-12", "2020-06-14"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\0", "…", "No word of it here."])
def test_texts_without_times(text: str) -> None:
    """Nothing, white space, marks: an empty list."""
    assert find_times(text, WEDNESDAY) == []


@pytest.mark.parametrize(
    "text",
    [
        "😀😀 The ferry sank on Monday. 𝔗𝔥𝔢 boat came back last week.",
        "The ferry\0sank on Monday.\0\0 The boat came back last week.\0",
        "\ufeffThe ferry sank on Monday.\r\n\r\nThe boat came back last week.\r\n",
        "\r\n\r\n  The ferry sank on Monday.\r\n \r\n\tThe boat came back last week.",
        "The ferry sank on Monday.\n\n\n\nThe boat came back last week.",
        "The ferry sank on Monday.\u2028The boat came back last week.\u2029",
        "İstanbul’da the ferry sank on Monday. ŞİŞLİ: the boat came back last week.",
        "The ferry\u00a0sank on Monday.\u3000The boat came back last week.",
    ],
)
def test_offsets_are_code_points(text: str) -> None:
    """Slicing gives the printed words, whatever letters, marks and line ends stand before them."""
    times = find_times(text, WEDNESDAY)
    assert words(text, times) == ["Monday", "last week"]
    assert [t.value for t in times] == ["2022-03-07", "2022-W09"]


def test_words_with_line_breaks_in_them() -> None:
    """An expression over a wrapped line is one, with the break in it."""
    text = "The ferry sank on 12\nJune 2020, and it came back last\r\nweek."
    times = find_times(text, WEDNESDAY)
    assert words(text, times) == ["12\nJune 2020", "last\r\nweek"]
    assert [t.value for t in times] == ["2020-06-12", "2022-W09"]


def test_paragraphs_are_read_apart() -> None:
    """A blank line ends an expression; single line breaks do not. References reach over both."""
    text = "The lock was shut on 12\n\nJune 2020 was a dry month.\n \t\nTwo days later it rained."
    assert "12\n\nJune 2020" not in words(text, find_times(text, WEDNESDAY))
    text = "The ferry sank on Monday.\n\nA diver found it two days later."
    assert [t.value for t in find_times(text, WEDNESDAY)] == ["2022-03-07", "2022-03-09"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_do_not_matter(end: str) -> None:
    """A text saved on another system has the same expressions."""
    text = "Fires on 12\n\nJune was dry.\n\nThe mayor resigned on Monday\n\nHe will go next week.\n"
    other = text.replace("\n", end)
    expected = [(w, t.value) for w, t in zip(words(text, find_times(text, WEDNESDAY)), find_times(text, WEDNESDAY), strict=True)]  # fmt: skip
    times = find_times(other, WEDNESDAY)
    assert [(w.replace("\r", ""), t.value) for w, t in zip(words(other, times), times, strict=True)] == expected  # fmt: skip


def test_a_long_text() -> None:
    """Every expression of a text of many paragraphs, one of them very long, has its place."""
    sentence = "The ferry sank on Monday, and a diver found it last week. "
    text = sentence * 20 + "\n\n" + sentence * 500 + "\n\n" + sentence
    times = find_times(text, WEDNESDAY)
    assert words(text, times) == ["Monday", "last week"] * 521
    assert [t.start for t in times] == sorted(t.start for t in times)


def test_half_a_surrogate_pair() -> None:
    """Text from broken JSON: half a pair takes one place and is in nobody's way."""
    text = "\ud83d The ferry sank on Monday. \udc00"
    assert words(text, find_times(text, WEDNESDAY)) == ["Monday"]


def test_the_model_is_chosen_by_the_settings() -> None:
    """A model that is not there is named."""
    with pytest.raises(ModelError, match="no-such-model"):
        find_times(TEXT, settings=Settings(model="no-such-model"))


def test_a_text_over_the_limit_is_refused() -> None:
    """It is said, with the setting, instead of an empty list that reads as `none found`."""
    for most in (len(TEXT), len(TEXT) - 1):
        chosen = Settings(limits=Limits(article_characters=most))
        if most == len(TEXT):
            assert find_times(TEXT, settings=chosen)
        else:
            with pytest.raises(UsageError, match="ONRECORD_LIMIT_ARTICLE_CHARACTERS"):
                find_times(TEXT, settings=chosen)


PARTS = st.sampled_from(
    ["Monday", "last", "week", "the", "of", "12", "June", "2020", "two days later", "in", "now", "will",
     ".", ",", "\n", "\n\n", "\r\n", "\0", "😀", "ſ", "İ", "May", "a year", "’s", "“", "5 p.m.", "-", "years",
     "ended", "Feb. 29", "Easter", "early", "from", "to", "3", "every", "that day", "1998", "٣"]
)  # fmt: skip
ANY = st.text(max_size=80) | st.lists(PARTS, max_size=12).map(" ".join)


@settings(deadline=None, max_examples=80)
@given(ANY, st.none() | st.dates())
@example("The year ended Feb. 29.", date(2019, 3, 9))
@example("They met two dayſ ago.", WEDNESDAY)
@example("The year before last ended on Monday.", date(1, 1, 1))
def test_any_text_on_any_day(text: str, published: date | None) -> None:
    """Nothing raises; places are in order, in the text and not blank; bounds run forward."""
    end = 0
    for one in find_times(text, published):
        assert end <= one.start < one.end <= len(text)
        end = one.end
        assert text[one.start : one.end].strip()
        assert (one.first is None) == (one.last is None)
        assert one.first is None or one.last is None or one.first <= one.last
        for place in (one.reference, one.range):
            assert place is None or 0 <= place[0] < place[1] <= len(text)
        assert published is not None or one.counted_from != "publication" or one.first is None


SPOKEN = (
    "The bridge at Torvik will close, Mayor Ada Brisk said on Monday.\n\n"
    "“We waited too long,” she told Radio Torvik, “and now it is over.”"
)


def test_who_said_what_in_one_text() -> None:
    """Places are in the text; the split quotation is one item; the day is counted."""
    found = onrecord.find_attributions(SPOKEN, published=WEDNESDAY)
    assert [isinstance(one, onrecord.Attribution) for one in found] == [True, True]
    first, second = found
    assert [SPOKEN[s:e] for s, e in first.content] == ["The bridge at Torvik will close"]
    assert [SPOKEN[s:e] for s, e in second.content] == [
        "We waited too long,",
        "and now it is over.",
    ]
    assert (first.kind, second.kind) == ("indirect", "direct")
    assert first.said == onrecord.Said(
        first=date(2022, 3, 7), last=date(2022, 3, 7), basis="expression"
    )
    assert first.speaker_name == second.speaker_name == "Ada Brisk"


def test_many_texts_give_what_one_gives() -> None:
    """In batches as alone, with and without a day."""
    pairs = [(SPOKEN, WEDNESDAY), (TEXT, None), ("", None)]
    many = list(onrecord.analyze_many([pairs[0], TEXT, ""]))
    assert [list(one.times) for one in many] == [find_times(t, d) for t, d in pairs]
    assert [list(one.attributions) for one in many] == [
        onrecord.find_attributions(t, d) for t, d in pairs
    ]
    assert [list(one.figures) for one in many] == [onrecord.find_figures(t, d) for t, d in pairs]


COUNTED = (
    "A landslide killed at least 14 people in Orrin on Monday, officials said."
    " About $2.5 million should be spent on new walls, engineers urged."
)


def test_the_figures_of_one_text() -> None:
    """Places are in the text, fields are those of the JSON, the day is counted."""
    dead, money = onrecord.find_figures(COUNTED, published=WEDNESDAY)
    assert isinstance(dead, onrecord.Figure)
    assert [COUNTED[one.start : one.end] for one in (dead, money)] == [
        "at least 14 people",
        "About $2.5 million",
    ]
    assert (dead.low, dead.high, dead.bound, dead.unit) == (14, None, "at-least", None)
    assert (dead.kind, dead.outcome, dead.counted) == ("count", "killed", "people")
    assert (dead.modality, dead.attribution is not None) == ("reported", True)
    assert (dead.as_of.first, dead.as_of.last) == (date(2022, 3, 7), date(2022, 3, 7))
    assert COUNTED[slice(*dead.number)] == "14"
    assert (money.low, money.high, money.bound, money.unit) == (2.5e6, 2.5e6, "about", "USD")
    assert (money.kind, money.modality) == ("money", "proposed")


def test_a_text_without_figures() -> None:
    """Days, names with numbers and pronouns are none."""
    text = "Flight 12 left on 3 March 2022. One of the pilots, of Channel 4, waved."
    assert onrecord.find_figures(text, published=WEDNESDAY) == []
