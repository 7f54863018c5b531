"""Days in names: full dates only, valid ones, and from the nearest folders."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.sources.name_dates import find_name_dates

DAY = ("2022-03-14",)


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("2022-03-14.txt", DAY),
        ("2022_03_14-vote.txt", DAY),
        ("vote.2022.03.14.html", DAY),
        ("20220314.txt", DAY),
        ("vote20220314.txt", DAY),
        ("20220314T093000Z.txt", DAY),
        ("vote_20220314_2.txt", DAY),
        ("14-03-2022.txt", DAY),
        ("03-14-2022.txt", DAY),
        ("2022-03-14 and 2022-03-15.txt", ("2022-03-14", "2022-03-15")),
        ("2022-03-14_20220314.txt", DAY),
        ("04-03-2022.txt", ()),
        ("2022-03.txt", ()),
        ("2022.txt", ()),
        ("2022-3-14.txt", ()),
        ("2022-03_14.txt", ()),
        ("2022-02-30.txt", ()),
        ("20221399.txt", ()),
        ("1822-03-14.txt", ()),
        ("2122-03-14.txt", ()),
        ("120220314.txt", ()),
        ("20220314093000.txt", ()),
        ("6c20220314.txt", ()),
        ("002_7d5431520120112c.txt", ()),
        ("12022-03-145.txt", ()),
        ("vote.txt", ()),
    ],
)
def test_names(name: str, days: tuple[str, ...], tmp_path: Path) -> None:
    """A full, valid date in the name is read, and nothing else."""
    assert find_name_dates(tmp_path / name) == days


@pytest.mark.parametrize(
    ("path", "days"),
    [
        ("2022-03-14/a.txt", DAY),
        ("20220314/x/y/a.txt", DAY),
        ("2022-03-14/x/y/z/a.txt", ()),
        ("2022/03/14/a.txt", DAY),
        ("2022/03/14/x/a.txt", ()),
        ("2022/03/a.txt", ()),
        ("from 2022-03-14/a.txt", ()),
        ("abcd/ef/gh/a.txt", ()),
        ("2022-03-14/2022-03-15.txt", ("2022-03-15", "2022-03-14")),
    ],
)
def test_folders(path: str, days: tuple[str, ...], tmp_path: Path) -> None:
    """The three nearest folders count where the whole name is a day, or they nest to one."""
    assert find_name_dates(tmp_path / "p" / "q" / path) == days


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(["-", "_", ".", ""]))
def test_every_day_is_found(day: date, separator: str) -> None:
    """Every day of two centuries is read in each of the year-first spellings."""
    name = f"vote {day:%Y}{separator}{day:%m}{separator}{day:%d}.txt"
    assert find_name_dates(Path(name)) == (day.isoformat(),)


@given(st.text(st.characters(exclude_characters="/\0", exclude_categories=["Cs"]), min_size=1))
def test_any_name(name: str) -> None:
    """Any file name gives valid days or none."""
    for day in find_name_dates(Path("p") / "q" / "r" / name):
        assert date.fromisoformat(day).isoformat() == day
