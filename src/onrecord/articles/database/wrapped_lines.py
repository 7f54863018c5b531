"""Lines that a database wrapped at a column, as the paragraphs that they are.

A break counts as the database's when the next line's first word would not have fitted into
the line before it, in a text that has a wrap column, inside a stretch of lines without an
empty one where most breaks are of that kind. The text itself stays as it is: a joined segment
reaches over the break, which its words show as a space.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.articles.segments import Segment
from onrecord.articles.wrapping import wrap_column

_FEWEST = 5
_MOSTLY = 0.6


def join_wrapped(segments: Sequence[Segment]) -> list[Segment]:
    """The segments, those of one wrapped paragraph as one."""
    column = wrap_column((len(segment.text) for segment in segments), fewest=_FEWEST)
    if column is None:
        return list(segments)
    joined: list[Segment] = []
    stretch: list[Segment] = []
    for segment in segments:
        if stretch and segment.blank_before > 0:
            joined.extend(_rejoined(stretch, column))
            stretch = []
        stretch.append(segment)
    return [*joined, *_rejoined(stretch, column)]


def _rejoined(stretch: Sequence[Segment], column: int) -> list[Segment]:
    soft = [_is_soft(a, b, column) for a, b in pairwise(stretch)]
    if sum(soft) < _MOSTLY * len(soft):
        return list(stretch)
    joined = list(stretch[:1])
    for segment, goes_on in zip(stretch[1:], soft, strict=True):
        if goes_on:
            last = joined[-1]
            gap = " " * (segment.start - last.end)
            joined[-1] = replace(last, end=segment.end, text=f"{last.text}{gap}{segment.text}")
        else:
            joined.append(segment)
    return joined


def _is_soft(line: Segment, following: Segment, column: int) -> bool:
    if line.line == following.line:
        return False
    return len(line.text) + 1 + len(following.text.split(maxsplit=1)[0]) > column
