"""Days that the name of a file, or of the folders around it, states in full."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

_IN_NAME = re.compile(
    # 2022-03-14, 2022_03_14, 2022.03.14
    r"(?<!\d)(?P<y1>\d{4})(?P<sep1>[-_.])(?P<m1>\d{2})(?P=sep1)(?P<d1>\d{2})(?=T\d|\D|$)"
    # 14-03-2022 and 03-14-2022, where the one above twelve tells
    r"|(?<!\d)(?P<a>\d{2})(?P<sep2>[-_.])(?P<b>\d{2})(?P=sep2)(?P<y2>\d{4})(?!\d)"
    # 20220314 as a word of its own; inside a longer code it is a number
    r"|(?<![0-9A-Za-z])[A-Za-z]*(?P<y3>\d{4})(?P<m3>\d{2})(?P<d3>\d{2})"
    r"(?=T\d{2,6}Z?(?![0-9A-Za-z])|(?![0-9A-Za-z]))",
    re.ASCII,
)
_WHOLE = re.compile(r"(\d{4})(-?)(\d{2})\2(\d{2})", re.ASCII)
_FOLDERS = 3
"""How many folders above a file may state its day: as many as year/month/day takes."""


def find_name_dates(path: Path) -> tuple[str, ...]:
    """ISO days in a file's name, then in its three nearest folders; each once, in that order.

    A folder counts when its whole name is a day, or the three are year, month and day.
    """
    folders = path.absolute().parts[:-1][-_FOLDERS:]
    days = [*_days_in_name(path.name)]
    days += [day for folder in reversed(folders) if (day := _day_of_folder(folder))]
    if len(folders) == _FOLDERS and [len(part) for part in folders] == [4, 2, 2]:
        days += filter(None, [_day(*folders)])
    return tuple(dict.fromkeys(days))


def _days_in_name(name: str) -> list[str]:
    days = []
    for match in _IN_NAME.finditer(name):
        if match["y1"]:
            days.append(_day(match["y1"], match["m1"], match["d1"]))
        elif match["y3"]:
            days.append(_day(match["y3"], match["m3"], match["d3"]))
        elif int(match["a"]) > 12:
            days.append(_day(match["y2"], match["b"], match["a"]))
        elif int(match["b"]) > 12:
            days.append(_day(match["y2"], match["a"], match["b"]))
    return [day for day in days if day]


def _day_of_folder(name: str) -> str | None:
    match = _WHOLE.fullmatch(name)
    if match is None:
        return None
    return _day(match[1], match[3], match[4])


def _day(year: str, month: str, day: str) -> str | None:
    """The ISO day, or None where there is no such day or no newspaper of that year."""
    written = year + month + day
    if not (written.isascii() and written.isdecimal()) or not 1900 <= int(year) <= 2100:
        return None
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
