"""From labelled segments to paragraphs that cover every character of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.articles.datelines import find_dateline
from onrecord.articles.roles import label_segments
from onrecord.articles.segments import Segment
from onrecord.values.article import Paragraph
from onrecord.values.vocabulary import Role

Labelled = tuple[int, int, Role, str]
"""[start, end) without white space around it, role, reason."""

_SITE_SUFFIX = re.compile(r"\s+(?:[|•·»]|[–—-])\s+(?P<site>[^|•·»–—]{2,60})$")


def label_text(
    segments: Sequence[Segment],
    *,
    title: str | None = None,
    english: bool = True,
    titled: bool = False,
) -> list[Labelled]:
    """Role of every segment, datelines and site names cut off from their lines."""
    labelled: list[Labelled] = []
    roles = label_segments(segments, title=title, english=english, titled=titled)
    headlines = {
        s.text for s, (role, _) in zip(segments, roles, strict=True) if role is Role.HEADLINE
    }
    for segment, (role, why) in zip(segments, roles, strict=True):
        if role in (Role.LEDE, Role.DEK):
            labelled.extend(_cut_dateline(segment, role, why))
        elif role is Role.HEADLINE:
            labelled.extend(_cut_site_name(segment, why, headlines))
        else:
            labelled.append((segment.start, segment.end, role, why))
    return labelled


def _cut_dateline(segment: Segment, role: Role, why: str) -> list[Labelled]:
    dateline = find_dateline(segment.text)
    if dateline is None:
        return [(segment.start, segment.end, role, why)]
    cut = segment.start + dateline.end
    return [
        (segment.start, cut, Role.DATELINE, f"dateline: {dateline.form}"),
        (cut, segment.end, role, why),
    ]


def _cut_site_name(segment: Segment, why: str, headlines: set[str]) -> list[Labelled]:
    match = _SITE_SUFFIX.search(segment.text)
    if match is None or segment.text[: match.start()].strip() not in headlines:
        return [(segment.start, segment.end, Role.HEADLINE, why)]
    cut = segment.start + match.start()
    return [
        (segment.start, cut, Role.HEADLINE, why),
        (cut, segment.end, Role.RESIDUE, "site-name-after-the-headline"),
    ]


def cover(text: str, labelled: Sequence[Labelled]) -> tuple[Paragraph, ...]:
    """Paragraphs from 0 to the end of `text` without a gap.

    White space belongs to the paragraph before it; what stands before the first
    segment belongs to the first. A text without any segment is one residue paragraph.
    """
    if not text:
        return ()
    if not labelled:
        return (Paragraph(0, len(text), Role.RESIDUE, "no-words"),)
    paragraphs = []
    for n, (start, _, role, why) in enumerate(labelled):
        end = labelled[n + 1][0] if n + 1 < len(labelled) else len(text)
        paragraphs.append(Paragraph(0 if n == 0 else start, end, role, why))
    return tuple(paragraphs)
