"""Groups of RTF that are not read token by token: where they end, and what is to be had there."""

from __future__ import annotations

import re

_STEP = re.compile(rb"\\bin(?P<size>[0-9]{1,10})[0-9]* ?|\\[^a-zA-Z]|(?P<brace>[{}])", re.DOTALL)
_CODE = re.compile(rb"(?:\\[a-zA-Z]+-?\d* ?|\\\*|[{}\s])*([A-Za-z]+)")
_TITLE = re.compile(rb"\{\s*\\title(?![a-z]) ?")
_AGAIN = re.compile(rb"\{\s{0,8}\\rtf")
_PARAGRAPH_END = re.compile(rb"\\(?:par|line|cell)(?![a-z])")


def group_end(data: bytes, at: int) -> int:
    """The place of the brace that closes the group around `at`; the end where there is none."""
    depth = 0
    while (found := _STEP.search(data, at)) is not None:
        at = found.end()
        if found["size"]:
            at += int(found["size"])
        elif found["brace"] == b"{":
            depth += 1
        elif found["brace"] == b"}":
            if depth == 0:
                return found.start()
            depth -= 1
    return len(data)


def field_code(data: bytes, begin: int, end: int) -> bytes:
    """The first word of a field's instruction, in capitals: `PAGE`, `HYPERLINK`, ..."""
    found = _CODE.match(data, begin, end)
    return found[1].upper() if found else b""


def title_of(data: bytes, begin: int, end: int) -> bytes | None:
    """The title among the properties in [begin, end), as RTF of its own."""
    found = _TITLE.search(data, begin, end)
    if found is None:
        return None
    return b"{\\rtf1 " + data[found.end() : min(end, group_end(data, found.end()))] + b"}"


def next_document(data: bytes, at: int) -> int | None:
    """Where another document begins, that was put behind the one before `at`."""
    found = _AGAIN.search(data, at)
    return None if found is None else found.start()


def goes_on(data: bytes, at: int) -> bool:
    """Whether there are paragraphs behind the last brace: one brace was too many."""
    return _PARAGRAPH_END.search(data, at) is not None
