"""The header and footer that a newspaper database puts around an article.

`read_head` conducts: which database's layout the first and last lines show; labels and codes
cut off from what they label; the header by the reader of its layout; the footer. What is left
is the article, whose roles are found as in any other text.

A field of `lexicon.exports.labels` is that of a header line (`headline`, `outlet`, ...), and
besides: `text` what the body stands under, `info` outlet and day in one line, `tags` sections
and subjects, `rights` copyright lines, `aside` the database's own numbers and names.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.articles.database.lines import Lines, label_of, part_of, with_labels_cut
from onrecord.articles.database.positions import read_counted, read_dated
from onrecord.articles.database.wrapped_lines import join_wrapped
from onrecord.articles.header_lines import HeaderLine, read_header
from onrecord.articles.segments import Segment
from onrecord.lexicon.exports import ExportLayout, export_layouts, field_codes, rights_line

_EDGE = 40
"""Segments at either end in which the layout shows."""
_FEWEST_KINDS = {"dated": 3, "counted": 3, "labelled": 4}
"""Kinds of header and footer lines that show a layout without its mark; labels that people
write over a text too are the weakest."""
_FEWEST_WORDS = 5
"""Words that must be left for the article."""
_WORTH = frozenset({"headline", "outlet", "published", "byline"})
_GAP = 3
"""Unlabelled lines in a row that a footer may have."""
_PROSE = 25
"""Words from which on an unlabelled sentence belongs to the article, not to the footer."""
_PERCENT = re.compile(r"\(\d\d?%\)")


def read_head(segments: Sequence[Segment]) -> tuple[list[Segment], tuple[HeaderLine, ...]]:
    """The segments, labels cut off from what they label, and the header and footer lines.

    A text that shows no database's layout is left as it is, with the header lines that a
    person put over it.
    """
    layout = find_layout(segments)
    if layout is None:
        return list(segments), read_header(segments)
    cut = with_labels_cut(join_wrapped(segments), layout)
    lines = Lines(cut, layout)
    if _is_coded(cut):
        _read_codes(lines)
    else:
        if layout.head == "dated":
            read_dated(lines)
        elif layout.head == "counted":
            read_counted(lines)
        else:
            _read_labelled(lines)
        _read_foot(lines)
    header = lines.header()
    told = {line.segment for line in header}
    rest = sum(len(s.text.split()) for n, s in enumerate(cut) if n not in told)
    if rest < _FEWEST_WORDS or not lines.fields & _WORTH:
        return list(segments), read_header(segments)
    return cut, header


def find_layout(segments: Sequence[Segment]) -> ExportLayout | None:
    """The database whose lines stand over and under the text; None for other texts."""
    if len(segments) < 4:
        return None
    edge = segments if len(segments) <= 2 * _EDGE else [*segments[:_EDGE], *segments[-_EDGE:]]
    texts = [segment.text for segment in edge if len(segment.text) < 1_000]
    for layout in export_layouts():
        marked = layout.cut != "between" and any(map(layout.mark.fullmatch, texts))
        enough = layout.needs if marked else _FEWEST_KINDS[layout.head]
        if not marked and layout.head == "labelled" and layout.cut == "ends":
            continue
        if len(layout.kinds(texts, enough)) >= enough:
            return layout
    return None


def _read_labelled(lines: Lines) -> None:
    """Labels over the text; what stands over the first of them is the title."""
    segments = lines.segments
    first = next((i for i, s in enumerate(segments[:_EDGE]) if label_of(s.text)), None)
    if first is None:
        return
    for i in range(first):
        if lines.is_mark(i):
            lines.add(i, "aside")
        elif "headline" not in lines.fields and len(segments[i].text.split()) <= 40:
            lines.add(i, "headline")
        else:
            lines.add(i, "aside")
    body = next(
        (
            i
            for i in range(first, min(len(segments), 2 * _EDGE))
            if part_of(segments[i].text) == "text"
        ),
        None,
    )
    lines.add_labelled(first, body)


# footer --------------------------------------------------------------------------------


def _read_foot(lines: Lines) -> None:
    """From the end upwards: labels, marks and copyright lines, with few others between."""
    segments, top = lines.segments, lines.body
    first, gap = len(segments), 0
    for i in range(len(segments) - 1, top - 1, -1):
        text = segments[i].text
        if _is_foot(lines, i):
            first, gap = i, 0
            continue
        gap += 1
        if gap > _GAP or (len(text.split()) >= _PROSE and text.rstrip().endswith((".", "”", '"'))):
            break
    for i in range(max(top, first - 8), first):
        if part_of(segments[i].text) in ("caption", "notice"):
            first = i
            break
    if first < len(segments):
        lines.add_labelled(first, len(segments), foot=True)


def _is_foot(lines: Lines, i: int) -> bool:
    text = lines.segments[i].text
    return (
        lines.is_mark(i)
        or part_of(text) is not None
        or label_of(text) is not None
        or rights_line().fullmatch(text) is not None
        or _PERCENT.search(text) is not None
    )


# codes ---------------------------------------------------------------------------------


def _is_coded(segments: Sequence[Segment]) -> bool:
    found = {s.text for s in segments[:_EDGE] if s.text in field_codes()}
    return "HD" in found and len(found) >= 3


def _read_codes(lines: Lines) -> None:
    """Each code stands before its value, in a segment of its own."""
    field = "tags"
    for i, segment in enumerate(lines.segments):
        if segment.text in field_codes():
            field = field_codes()[segment.text]
            lines.add(i, "aside")
            lines.close()
        elif lines.is_mark(i):
            lines.add(i, "aside")
        elif field != "text":
            lines.add(i, field, continues=True)
