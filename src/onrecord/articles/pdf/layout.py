"""What is usual in one document: its text size, the distance of its lines, where columns end."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.articles.pdf.lines import Line

_TIGHTEST, _LOOSEST = 0.9, 3.0
"""Distances of baselines, in sizes, that one paragraph's lines can have."""
_USUAL = 1.25
_QUARTER = 0.25
_SAME_PLACE = 3.0


@dataclass(frozen=True, slots=True)
class Layout:
    """The measures of one document."""

    body_size: float
    """Of most characters that are no links."""
    body_bold: bool
    indents: bool
    """Whether paragraphs begin with an indent."""
    _leadings: dict[int, float]
    _rights: dict[tuple[int, int], float]

    def leading(self, size: float) -> float:
        """Usual distance of two baselines at a size, in points."""
        return self._leadings.get(round(2 * size), _USUAL) * size

    def right(self, line: Line, column: Sequence[Line]) -> float:
        """Where the longest line ends that begins where this one does."""
        across = self._rights.get(_place(line), line.right)
        own = max(other.right for other in column)
        return max(across, own) if len(column) < 3 else own


def measure_layout(columns: Sequence[Sequence[Line]]) -> Layout:
    """The layout of a document out of its columns."""
    sizes: Counter[tuple[float, bool]] = Counter()
    rights: dict[tuple[int, int], float] = {}
    for line in _all(columns):
        weight = len(line.text) * (1.0 if line.links < 0.5 else 0.2)
        sizes[round(2 * line.size) / 2, line.bold] += int(weight)
        place = _place(line)
        rights[place] = max(rights.get(place, 0.0), line.right)
    size, bold = max(sizes, key=lambda key: (sizes[key], key)) if sizes else (10.0, False)
    return Layout(size, bold, _indents(columns, size), _leadings(columns), rights)


def _all(columns: Sequence[Sequence[Line]]) -> Iterable[Line]:
    return (line for column in columns for line in column)


def _place(line: Line) -> tuple[int, int]:
    return round(line.left / _SAME_PLACE), round(2 * line.size)


def _leadings(columns: Sequence[Sequence[Line]]) -> dict[int, float]:
    """For each size (in half points) the usual distance of lines, in sizes."""
    gaps: dict[int, list[float]] = defaultdict(list)
    for column in columns:
        for above, below in pairwise(column):
            if round(2 * above.size) != round(2 * below.size) or below.page != above.page:
                continue
            gap = (below.base - above.base) / below.size
            if _TIGHTEST <= gap <= _LOOSEST:
                gaps[round(2 * below.size)].append(gap)
    return {
        size: sorted(found)[int(_QUARTER * len(found))]
        for size, found in gaps.items()
        if len(found) >= 3
    }


def _indents(columns: Sequence[Sequence[Line]], body: float) -> bool:
    """Whether lines of text are set in at the left, after which the next goes back."""
    indented = lines = 0
    for column in columns:
        for above, line, below in zip(column, column[1:], column[2:], strict=False):
            if abs(line.size - body) > 0.5:
                continue
            lines += 1
            step = line.left - above.left
            back = line.left - below.left
            indented += 0.5 * body <= step <= 4 * body and abs(step - back) < 0.3 * body
    return indented >= 2 and indented >= 0.04 * lines
