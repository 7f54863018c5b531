"""Search queries as people type them, and the FTS5 expression that they mean.

    rocket attack          both words, anywhere in the article
    "rocket attack"        the words in a row (any kind of quotation marks)
    drone|missile          either
    withdraw*              words that begin so
    -Syria                 without the word

Words are matched by their stems; case, accents, kinds of quotes, dashes and spaces make
no difference. `U.S.` also finds `US`. Words are sent as typed, for the tokenizer of the index
to fold: what is folded here otherwise than there would not be found.
"""

from __future__ import annotations

import re

_DOUBLE = '"“”„«»‟″'
_TERM = re.compile(
    rf"(?P<minus>(?<!\S)[-–−](?=[\w{_DOUBLE}]))?(?:[{_DOUBLE}](?P<phrase>[^{_DOUBLE}]*)[{_DOUBLE}]?|(?P<word>[^\s|{_DOUBLE}]+))"
    r"(?P<alternative>\s*\|\s*(?=\S))?"
)
_TOKEN = re.compile(r"[^\W_]+")
_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}[^\W\d_]?\.?")


def to_match_expression(query: str) -> str | None:
    """The FTS5 expression of a query, or None where it holds no word."""
    wanted: list[str] = []
    unwanted: list[str] = []
    alternatives: list[str] = []
    negated = False
    for term in _TERM.finditer(query):
        negated = negated or bool(term["minus"])
        expression = _phrase(term["phrase"]) if term["phrase"] is not None else _word(term["word"])
        if expression:
            alternatives.append(expression)
        if term["alternative"]:
            continue
        if alternatives:
            joined = alternatives[0] if len(alternatives) == 1 else f"({' OR '.join(alternatives)})"
            (unwanted if negated else wanted).append(joined)
        alternatives, negated = [], False
    if alternatives:
        joined = alternatives[0] if len(alternatives) == 1 else f"({' OR '.join(alternatives)})"
        (unwanted if negated else wanted).append(joined)
    if not wanted:
        return None
    expression = " AND ".join(wanted)
    return f"({expression}) NOT ({' OR '.join(unwanted)})" if unwanted else expression


def _phrase(words: str) -> str | None:
    words = _sendable(words)
    return f'"{words}"' if _TOKEN.search(words) else None


def _word(word: str) -> str | None:
    word = _sendable(word)
    if _DOTTED.fullmatch(word):
        letters = _TOKEN.findall(word)
        return f'("{" ".join(letters)}" OR "{"".join(letters)}")'
    if not _TOKEN.search(word):
        return None
    if word.endswith("*"):
        return f'"{word.rstrip("*")}" *'
    if 2 <= len(word) <= 4 and word.isupper() and word.isalpha():
        return f'("{word}" OR "{" ".join(word)}")'
    return f'"{word}"'


def _sendable(words: str) -> str:
    """The words without what SQLite cannot be sent: NUL and halves of surrogate pairs."""
    return words.encode("utf-8", "replace").decode("utf-8").replace("\0", " ").strip()
