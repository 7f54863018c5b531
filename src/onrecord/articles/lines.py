"""Plain text into segments: a line each, cut where two things are glued together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.articles.segments import Segment
from onrecord.lexicon.line_cuts import line_cuts

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")


def split_lines(text: str) -> list[Segment]:
    """The segments of `text`, in order; white space around them belongs to none."""
    segments: list[Segment] = []
    position = 0
    for number, match in enumerate(_LINE.finditer(text)):
        line = match.group()
        stripped = line.strip()
        if not stripped:
            continue
        start = match.start() + line.index(stripped[0])
        gap = text.count("\n", position, start)
        for offset, (left, right) in enumerate(cut_points(stripped)):
            segments.append(
                Segment(
                    start=start + left,
                    end=start + right,
                    text=stripped[left:right],
                    line=number,
                    blank_before=max(0, gap - 1) if offset == 0 and segments else 0,
                )
            )
        position = start + len(stripped)
    return segments


def cut_points(line: str) -> Iterator[tuple[int, int]]:
    """[start, end) of the parts of a line, glued ends cut off."""
    ends = [len(line)]
    rest = line
    while (cut := _glued_end(rest)) is not None:
        ends.append(cut)
        rest = rest[:cut].rstrip()
    left = 0
    for end in reversed(ends):
        part = line[left:end]
        start = left + len(part) - len(part.lstrip())
        stop = start + len(part.strip())
        if stop > start:
            yield start, stop
        left = end


def _glued_end(line: str) -> int | None:
    for cut in line_cuts():
        if (start := cut.find(line)) is not None:
            return start
    return None
