"""What a later version of a report took out and added. `compare_versions` conducts:

1. the words of both, sentence by sentence: headline, dek and running text, without datelines,
   credits and captions;
2. sentences that are equal but for case and marks are matched in order, then the ones that say
   nearly the same between them;
3. of these the words that differ; of all other sentences all words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from onrecord.text.folding import fold
from onrecord.values.article import Article
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Role

_ROLES = frozenset({Role.HEADLINE, Role.DEK, Role.LEDE, Role.BODY, Role.SUBHEAD, Role.NOTICE})
_WORD = re.compile(r"[^\W_]+(?:[’'.,][^\W_]+)*")
_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9])|\n+")
_NEAR = 0.5
"""Share of words in common from which two sentences are one that was changed."""
_BRIDGE = 1
"""Equal words between two changes that are shown as one change."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What two versions do not have in common."""

    taken_out: tuple[Span, ...]
    """Of the earlier one, in order."""
    added: tuple[Span, ...]
    """Of the later one, in order."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    words: tuple[str, ...]
    places: tuple[Span, ...]
    end: int
    """Behind its last mark."""


def compare_versions(earlier: Article, later: Article) -> Changes:
    """What a later version took out and added."""
    # 1. words
    ours, theirs = list(_sentences(earlier)), list(_sentences(later))
    # 2. equal sentences
    matcher = SequenceMatcher(
        None, [one.words for one in ours], [one.words for one in theirs], autojunk=False
    )
    out: list[Span] = []
    added: list[Span] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            # 3. words that differ
            for left, right in _pairs(ours[a:b], theirs[c:d]):
                taken, given = _differing(left, right)
                out += taken
                added += given
    return Changes(tuple(sorted(out)), tuple(sorted(added)))


def _sentences(article: Article) -> Iterator[_Sentence]:
    for paragraph in article.paragraphs:
        if paragraph.role not in _ROLES:
            continue
        text = article.text[paragraph.start : paragraph.end]
        start = 0
        for end in (*(match.end() for match in _END.finditer(text)), len(text)):
            found = list(_WORD.finditer(text, start, end))
            if found:
                yield _Sentence(
                    tuple(fold(match[0]) for match in found),
                    tuple(
                        Span(paragraph.start + m.start(), paragraph.start + m.end()) for m in found
                    ),
                    paragraph.start + start + len(text[start:end].rstrip()),
                )
            start = end


def _pairs(
    ours: Sequence[_Sentence], theirs: Sequence[_Sentence]
) -> Iterator[tuple[_Sentence | None, _Sentence | None]]:
    """Sentences that stand between equal ones, each with the first that is nearly the same."""
    left_over = list(theirs)
    for one in ours:
        best = max(left_over, key=lambda other: _likeness(one, other), default=None)
        if best is not None and _likeness(one, best) >= _NEAR:
            left_over.remove(best)
            yield one, best
        else:
            yield one, None
    for other in left_over:
        yield None, other


def _likeness(one: _Sentence, other: _Sentence) -> float:
    ours, theirs = set(one.words), set(other.words)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs))


def _differing(left: _Sentence | None, right: _Sentence | None) -> tuple[list[Span], list[Span]]:
    if left is None or right is None:
        return (
            [_whole(left)] if left is not None else [],
            [_whole(right)] if right is not None else [],
        )
    matcher = SequenceMatcher(None, left.words, right.words, autojunk=False)
    codes = _bridged([(a, b, c, d) for k, a, b, c, d in matcher.get_opcodes() if k != "equal"])
    return (
        [Span(left.places[a].start, left.places[b - 1].end) for a, b, _, _ in codes if b > a],
        [Span(right.places[c].start, right.places[d - 1].end) for _, _, c, d in codes if d > c],
    )


def _bridged(codes: Sequence[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    found: list[tuple[int, int, int, int]] = []
    for a, b, c, d in codes:
        if found and a - found[-1][1] <= _BRIDGE and c - found[-1][3] <= _BRIDGE:
            found[-1] = (found[-1][0], b, found[-1][2], d)
        else:
            found.append((a, b, c, d))
    return found


def _whole(one: _Sentence) -> Span:
    return Span(one.places[0].start, one.end)
