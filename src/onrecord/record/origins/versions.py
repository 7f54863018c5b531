"""What a later version of a report took out and added. `compare_versions` conducts:

1. the words of both, sentence by sentence: headline, dek and running text, without datelines,
   credits and captions;
2. sentences that are equal but for case and marks are matched in order, then the ones that say
   nearly the same between them;
3. of these the words that differ; of all other sentences all words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from onrecord.text.folding import fold
from onrecord.values.article import Article
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Role

_ROLES = frozenset({Role.HEADLINE, Role.DEK, Role.LEDE, Role.BODY, Role.SUBHEAD, Role.NOTICE})
_WORD = re.compile(r"[^\W_]+(?:[’'.,][^\W_]+)*")
_NEAR = 0.5
"""Share of words in common from which two sentences are one that was changed."""
_GAP = 3
"""Code points between two sentences that follow each other."""
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
    whole: Span
    """With its marks."""
    paragraph: int
    """Where its paragraph begins."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a report."""

    article: Article
    sentences: tuple[Span, ...]
    """In order."""


def compare_versions(earlier: Version, later: Version) -> Changes:
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
            pairs = list(_pairs(ours[a:b], theirs[c:d]))
            out += _runs(left for left, right in pairs if left and not right)
            added += _runs(right for left, right in pairs if right and not left)
            for left, right in pairs:
                if left is not None and right is not None:
                    taken, given = _differing(left, right)
                    out += taken
                    added += given
    return Changes(tuple(sorted(out)), tuple(sorted(added)))


def _runs(sentences: Iterable[_Sentence]) -> list[Span]:
    """Whole sentences; those that follow each other in a paragraph as one."""
    found: list[tuple[Span, int]] = []
    for one in sorted(sentences, key=lambda s: s.whole):
        if found and found[-1][1] == one.paragraph and one.whole.start - found[-1][0].end <= _GAP:
            found[-1] = (Span(found[-1][0].start, one.whole.end), one.paragraph)
        else:
            found.append((one.whole, one.paragraph))
    return [span for span, _ in found]


def _sentences(version: Version) -> Iterator[_Sentence]:
    article = version.article
    starts = [paragraph.start for paragraph in article.paragraphs]
    for span in version.sentences:
        paragraph = article.paragraphs[bisect_right(starts, span.start) - 1]
        if paragraph.role not in _ROLES:
            continue
        found = list(_WORD.finditer(article.text, span.start, span.end))
        if found:
            yield _Sentence(
                tuple(fold(match[0]) for match in found),
                tuple(Span(match.start(), match.end()) for match in found),
                Span(span.start, span.start + len(article.slice(span).rstrip())),
                paragraph.start,
            )


def _pairs(
    ours: Sequence[_Sentence], theirs: Sequence[_Sentence]
) -> Iterator[tuple[_Sentence | None, _Sentence | None]]:
    """Sentences that stand between equal ones, each with the first that is nearly the same."""
    left_over = list(theirs)
    for one in ours:
        likeness = [_likeness(one, other) for other in left_over]
        best = max(likeness, default=0.0)
        if best >= _NEAR:
            yield one, left_over.pop(likeness.index(best))
        else:
            yield one, None
    for other in left_over:
        yield None, other


def _likeness(one: _Sentence, other: _Sentence) -> float:
    ours, theirs = set(one.words), set(other.words)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs))


def _differing(left: _Sentence, right: _Sentence) -> tuple[list[Span], list[Span]]:
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
