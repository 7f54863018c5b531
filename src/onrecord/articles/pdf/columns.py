"""Reading order of the lines of one page.

A page with a structure tree over nearly all of its text is read in the tree's order. Any
other page is cut: into rows that share a white strip from top to bottom (their columns are
read one after another), and what has none from top to bottom. What cannot be cut is sorted:
above comes before below, and left before right where nothing stands between.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.articles.pdf.lines import Line, join_parts

_GUTTER = 0.6
"""Shares of the type size: narrower strips part words, not columns."""
_WIDE_GAP = 4.0
"""Sizes: white space as high as this over all columns ends them."""
_TREE_SHARE = 0.8
_MOST_SORTED = 400
_DEEPEST = 40

type _Strip = tuple[float, float]


def in_reading_order(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of a page as columns in reading order, each from top to bottom."""
    if not lines:
        return []
    told = sum(len(line.text) for line in lines if line.mark)
    if told >= _TREE_SHARE * sum(len(line.text) for line in lines):
        return _by_tree(lines)
    return [_same_row_joined(column) for column in _cut(list(lines), 0)]


def _by_tree(lines: Sequence[Line]) -> list[list[Line]]:
    """In the tree's order; lines outside of it are put after the last one above them."""
    placed = sorted(
        (line for line in lines if line.mark),
        key=lambda line: (line.mark.order if line.mark else 0, line.number),
    )
    for line in sorted((line for line in lines if not line.mark), key=lambda line: line.number):
        above = [n for n, other in enumerate(placed) if other.number < line.number]
        placed.insert(max(above) + 1 if above else 0, line)
    columns: list[list[Line]] = []
    for line in placed:
        if columns and _under(columns[-1][-1], line):
            columns[-1].append(line)
        else:
            columns.append([line])
    return [_same_row_joined(column) for column in columns]


def _under(last: Line, line: Line) -> bool:
    """Whether a line goes on downwards, or to the right in the same row."""
    return line.base > last.base - 0.4 * max(line.size, last.size)


def _cut(lines: list[Line], depth: int) -> list[list[Line]]:
    if len(lines) == 1 or depth > _DEEPEST:
        return [_sorted(lines)]
    groups = _groups(_rows(lines))
    if len(groups) == 1:
        strips = _strips(lines)
        if not strips:
            return [_sorted(lines)]
        return [c for part in _parted(lines, strips) for c in _cut(part, depth + 1)]
    columns: list[list[Line]] = []
    run: list[Line] = []
    for group in groups:
        if _strips(group):
            if run:
                columns.append(_sorted(run))
                run = []
            columns.extend(_cut(group, depth + 1))
        else:
            run.extend(group)
    return [*columns, _sorted(run)] if run else columns


def _rows(lines: list[Line]) -> list[list[Line]]:
    """The lines by rows: what overlaps from top to bottom is one row."""
    rows: list[list[Line]] = []
    bottom = 0.0
    for line in sorted(lines, key=lambda line: line.top):
        if rows and line.top < bottom - 0.5:
            rows[-1].append(line)
            bottom = max(bottom, line.bottom)
        else:
            rows.append([line])
            bottom = line.bottom
    return rows


def _groups(rows: list[list[Line]]) -> list[list[Line]]:
    """Rows put together as long as one white strip goes through all of them."""
    groups: list[list[Line]] = []
    for row in rows:
        together = groups[-1] + row if groups else []
        if groups and _belong(groups[-1], row, together):
            groups[-1] = together
        else:
            groups.append(list(row))
    return groups


def _belong(group: list[Line], row: list[Line], together: list[Line]) -> bool:
    gap = min(line.top for line in row) - max(line.bottom for line in group)
    size = max(line.size for line in row)
    if gap > _WIDE_GAP * size:
        return False
    before, after = bool(_strips(group)), bool(_strips(row))
    if not before and not after:
        # both are full: they stay apart only where together they would not be
        return not _strips(together)
    return bool(_strips(together))


def _strips(lines: list[Line]) -> list[_Strip]:
    """The white strips from top to bottom between the lines."""
    size = min(line.size for line in lines)
    strips: list[_Strip] = []
    right = None
    for line in sorted(lines, key=lambda line: line.left):
        if right is not None and line.left - right >= _GUTTER * size:
            strips.append((right, line.left))
        right = line.right if right is None else max(right, line.right)
    return strips


def _parted(lines: list[Line], strips: list[_Strip]) -> list[list[Line]]:
    """The lines by columns; rows of short cells side by side stay rows."""
    edges = [right for _, right in strips]
    parts: list[list[Line]] = [[] for _ in range(len(edges) + 1)]
    for line in lines:
        parts[sum(line.left >= edge for edge in edges)].append(line)
    if _is_table(parts):
        return [_sorted(row) for row in _rows(lines)]
    return parts


def _is_table(parts: list[list[Line]]) -> bool:
    """Whether columns stand row by row beside each other and hold few words a cell."""
    if min(len(part) for part in parts) < 2:
        return False
    first = parts[0]
    for part in parts[1:]:
        level = sum(any(abs(a.base - b.base) < 0.3 * a.size for b in first) for a in part)
        if level < 0.8 * len(part):
            return False
    cells = sorted(len(line.text.split()) for part in parts for line in part)
    return cells[len(cells) // 2] <= 3


def _sorted(lines: list[Line]) -> list[Line]:
    """Above before below; beside each other from left to right."""
    if len(lines) > _MOST_SORTED:
        return sorted(lines, key=lambda line: (round(line.base), line.left))
    rest = sorted(lines, key=lambda line: (line.base, line.left))
    placed: list[Line] = []
    while rest:
        first = rest[0]
        row = [x for x in rest if abs(x.base - first.base) <= 0.4 * max(x.size, first.size)]
        row.sort(key=lambda line: line.left)
        placed.extend(row)
        rest = [line for line in rest if line not in row]
    return placed


def _same_row_joined(column: list[Line]) -> list[Line]:
    """Parts of one row in one column as one line where only a space is between them."""
    joined: list[Line] = []
    for line in column:
        last = joined[-1] if joined else None
        if last is not None and _beside(last, line):
            joined[-1] = join_parts(last, line)
        else:
            joined.append(line)
    return joined


def _beside(last: Line, line: Line) -> bool:
    size = max(last.size, line.size)
    return (
        abs(last.base - line.base) <= 0.4 * size
        and -0.3 * size <= line.left - last.right <= 1.5 * size
        and last.element == line.element
    )
