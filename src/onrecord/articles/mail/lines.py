"""The lines of a plain-text mail as the paragraphs that its writer meant.

Two ways lead there. Mails that say `format=flowed` (RFC 3676) mark the breaks that a program
made. In others a break counts as a program's when the next line's first word would not have
fitted into the line before it: then the writer did not choose it. That is believed only

1. where the mail has a wrap column: the longest of its usual lines, from 50 to 100 wide, with
   at least a few lines that come near to it; and
2. inside of a stretch of lines without an empty line, where most breaks are of that kind; and
3. not before a bullet, a deeper indentation, a byline or a line with the date.

All other breaks stay. Lines that are joined are parted by one space, none after a hyphen
inside of a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.articles.facts import line_facts
from onrecord.articles.pattern_roles import find_pattern
from onrecord.articles.segments import Segment
from onrecord.articles.wrapping import wrap_column
from onrecord.values.vocabulary import Role

_FEWEST = 3
_MOSTLY = 0.6
_BULLET = re.compile(r"\s*(?:[•●▪■◦*·+]\s|[–—-]{1,2}\s|\d{1,3}[.)]\s|\(?[a-z]\)\s)")
_BARE_LINK = re.compile(r"\s*<?(?:https?://|www\.)\S+>?\s*")
_HYPHEN = re.compile(r"[^\W\d_]-\Z")
_APART = frozenset({Role.BYLINE, Role.TIMESTAMP})


def unflow(lines: Sequence[str], *, delete_space: bool) -> list[str]:
    """The lines of a mail in `format=flowed`, soft breaks undone, quotation marks kept.

    `delete_space`: the space at the end of a soft line is no part of the text (DelSp).
    """
    done: list[str] = []
    soft = False
    last_depth = 0
    for line in lines:
        depth = len(line) - len(line.lstrip(">"))
        words = line[depth:].removeprefix(" ")
        flows = words.endswith(" ") and words != "-- "
        kept = words[:-1] if flows and delete_space else words
        if soft and depth == last_depth and words != "-- ":
            done[-1] += kept
        else:
            done.append((">" * depth + " " if depth else "") + kept)
        soft, last_depth = flows, depth
    return done


def unescape_from(lines: Sequence[str]) -> list[str]:
    """The lines without the mark that mailboxes put before `From `; quotations keep theirs."""
    result = list(lines)
    for n, line in enumerate(lines):
        if not line.startswith(">From "):
            continue
        beside = (*lines[max(0, n - 1) : n], *lines[n + 1 : n + 2])
        if not any(other.startswith(">") and not other.startswith(">From ") for other in beside):
            result[n] = line[1:]
    return result


def column_of(lines: Sequence[str]) -> int | None:
    """The column at which the lines were wrapped; quoted lines and bare links do not count."""
    return wrap_column(
        (
            len(line.rstrip())
            for line in lines
            if line.strip() and not _BARE_LINK.fullmatch(line) and not line.startswith(">")
        ),
        fewest=_FEWEST,
    )


def paragraphs_of(lines: Sequence[str], column: int | None) -> Iterator[str]:
    """The stretches between empty lines; breaks that a program made at `column` are undone."""
    stretch: list[str] = []
    for line in (*lines, ""):
        if line.strip():
            stretch.append(line)
        elif stretch:
            yield _rejoined(stretch, column)
            stretch = []


def _rejoined(stretch: Sequence[str], column: int | None) -> str:
    words = [line.strip() for line in stretch]
    if column is None or len(stretch) < 2:
        return "\n".join(words)
    soft = [_is_soft(stretch, n, column) for n in range(len(stretch) - 1)]
    if sum(soft) < _share_needed(stretch) * len(soft):
        return "\n".join(words)
    text = words[0]
    for n, is_soft in enumerate(soft):
        between = "\n" if not is_soft else "" if _HYPHEN.search(words[n]) else " "
        text += between + words[n + 1]
    return text


def _share_needed(stretch: Sequence[str]) -> float:
    """Half as many soft breaks suffice where paragraphs follow one another by indentation."""
    indented = sum(line[:1].isspace() for line in stretch)
    return _MOSTLY / 2 if 0 < indented < len(stretch) else _MOSTLY


def _is_soft(stretch: Sequence[str], n: int, column: int) -> bool:
    line, following = stretch[n].rstrip(), stretch[n + 1]
    first = following.split(maxsplit=1)[0]
    if len(line) + 1 + len(first) <= column:
        return False
    if _BULLET.match(following) or _BARE_LINK.fullmatch(following) or _BARE_LINK.fullmatch(line):
        return False
    if _indent(following) > _indent(line) and not _BULLET.match(line):
        return False
    return not (n == 0 and _stands_apart(following))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _stands_apart(line: str) -> bool:
    """Whether a line under a headline is a byline or a date."""
    words = line.strip()
    segment = Segment(start=0, end=len(words), text=words, line=0)
    hit = find_pattern(words, line_facts(segment))
    return hit is not None and hit.role in _APART
