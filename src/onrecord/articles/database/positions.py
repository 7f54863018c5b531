"""Header lines of databases that no label names: the order in which they stand tells."""

from __future__ import annotations

import re

from onrecord.articles.database.lines import Lines, is_day_line, is_edition, label_of, part_of
from onrecord.articles.head import is_names_alone
from onrecord.lexicon.exports import language_names, rights_line

_REACH = 40
"""Segments in which the header must end."""
_LENGTH = re.compile(r"[\d.,]+ (?:words|Wörter|mots|palabras)", re.IGNORECASE)
_SIGNED = re.compile(r"(?:by|BY|By) \S.{1,120}")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\.?)?(?: ?\(?[A-Z]{2,4}\)?)?", re.I)
_SOURCE_CODE = re.compile(r"[A-Z][A-Z0-9]{1,9}")
_PAGE = re.compile(r"(?:[Pp](?:age|\.|g\.)? ?)?[A-Z]{0,3}-?\d{1,4}(?:[-,/ ]+[A-Z]?\d{1,4})*")
_SECTION_WORDS = 3


def read_dated(lines: Lines) -> None:
    """Title, outlet, day or outlet, day, title; then labels; then the text."""
    segments = lines.segments
    reach = min(len(segments), _REACH)
    body = next((i for i in range(reach) if part_of(segments[i].text) == "text"), None)
    label = next((i for i in range(reach) if label_of(segments[i].text)), None)
    end = min(i for i in (body, label, reach) if i is not None)
    day = next((i for i in range(end) if is_day_line(segments[i].text)), None)
    if day is None:
        return
    above = _plain(lines, 0, day)
    lines.add(day, "published")
    below = _below(lines, day, end, known=body is not None or label is not None)
    labelled = any(
        (found := label_of(segments[i].text)) is not None and found[0] == "headline"
        for i in range(end, reach)
    )
    title_first = not labelled and len(above) > 1 and (lines.layout.cut == "ends" or not below)
    if above:
        lines.add(above[-1], "outlet")
    if title_first:
        _title(lines, above[:-1])
        _aside(lines, below)
    else:
        _aside(lines, above[:-1])
        _title(lines, [] if labelled else below)
    lines.body = max(lines.body, end if body is None and label is None else day + 1)
    if body is not None or label is not None:
        lines.close()
        lines.add_labelled(end, body)
    else:
        lines.body = (max(below) if below else day) + 1


def _plain(lines: Lines, first: int, end: int) -> list[int]:
    """The lines that nothing names; the layout's mark and copyright lines are set apart."""
    plain = []
    for i in range(first, end):
        text = lines.segments[i].text
        if lines.is_mark(i) or is_edition(text):
            lines.add(i, "aside")
        elif rights_line().fullmatch(text):
            lines.add(i, "rights")
        else:
            plain.append(i)
    lines.close()
    return plain


def _below(lines: Lines, day: int, end: int, *, known: bool) -> list[int]:
    """Lines between the day and the first label; those glued to the day name an edition.

    Without any label only the next paragraph may be the title.
    """
    segments = lines.segments
    first = day + 1
    if segments[day].blank_before > 0:
        while first < end and segments[first].blank_before == 0 and len(segments[first].text) < 60:
            lines.add(first, "rights" if rights_line().fullmatch(segments[first].text) else "aside")
            first += 1
    lines.close()
    if not known:
        end = min(end, first + 1)
        if first < end and len(segments[first].text.split()) > 30:
            return []
    return _plain(lines, first, end)


def _title(lines: Lines, members: list[int]) -> None:
    """One headline over as many lines as follow one another at once."""
    done = False
    lines.close()
    for n, i in enumerate(members):
        goes_on = n > 0 and lines.segments[i].blank_before == 0 and members[n - 1] == i - 1
        done = done or (n > 0 and not goes_on)
        lines.add(i, "aside" if done else "headline", continues=goes_on and not done)
    lines.close()


def _aside(lines: Lines, members: list[int]) -> None:
    for i in members:
        lines.add(i, "aside")
    lines.close()


def read_counted(lines: Lines) -> None:
    """Section, title, author, number of words, day, time, outlet, code, page, language, rights."""
    segments = lines.segments
    reach = min(len(segments), _REACH)
    count = next((i for i in range(reach) if _LENGTH.fullmatch(segments[i].text)), None)
    if count is None:
        return
    _read_over_count(lines, count)
    lines.add(count, "aside")
    end = count + 1
    for i in range(count + 1, min(len(segments), count + 12)):
        text = segments[i].text.strip().lower()
        if text in language_names() or rights_line().fullmatch(text):
            end = i + 1
    for i in range(count + 1, end):
        lines.add(i, _under_count(lines, i))
    lines.close()
    lines.body = end


def _read_over_count(lines: Lines, count: int) -> None:
    segments = lines.segments
    above = [i for i in range(count) if not lines.is_mark(i)]
    if len(above) > 1:
        last = segments[above[-1]].text
        if _SIGNED.fullmatch(last) or is_names_alone(last):
            lines.add(above.pop(), "byline")
    if len(above) > 1:
        first, second = (len(segments[i].text.split()) for i in above[:2])
        if first <= _SECTION_WORDS < second:
            lines.add(above.pop(0), "tags")
    for n, i in enumerate(above):
        lines.add(i, "headline" if n == 0 else "dek")
    lines.close()


def _under_count(lines: Lines, i: int) -> str:
    text = lines.segments[i].text.strip()
    if is_day_line(text) and "published" not in lines.fields:
        return "published"
    if rights_line().fullmatch(text):
        return "rights"
    if text.lower() in language_names():
        return "tags"
    if _CLOCK.fullmatch(text) or _PAGE.fullmatch(text) or is_edition(text):
        return "aside"
    if "outlet" not in lines.fields:
        return "outlet"
    return "aside" if _SOURCE_CODE.fullmatch(text) else "tags"
