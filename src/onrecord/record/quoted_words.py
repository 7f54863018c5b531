"""What was said as it may be shown: quotation marks only around words that stand between them in
the article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from onrecord.values.vocabulary import AttributionKind

type Json = Mapping[str, Any]

_MARKS = frozenset("\"“”„‟«»＂「」‘’‚‛‹›'`『』\x91\x92\x93\x94")
_OUTSIDE = ".,;:!?… \u00a0\n"
"""What may stand between the last word of a content and the mark after it."""
_CUT = " … "


def shown_words(attribution: Json, text: str) -> str:
    """The content on one line: `“A” … “B”` where the cue cuts it, without marks where it is indirect.

    Args:
        attribution: as the JSON of the record has it.
        text: kept text of its article.
    """
    return _CUT.join(
        left + words + right for words, left, right in shown_parts(attribution, text)
    )


def shown_parts(attribution: Json, text: str) -> list[tuple[str, str, str]]:
    """The parts of the content, each on one line, with the marks to show before and after it.

    Marks inside of a part are words of the article and stand there already; a part of an indirect
    one has none at its ends.
    """
    return [
        (" ".join(text[start:end].split()), *_marks(attribution, text, start, end))
        for start, end in attribution["content"]
    ]


def _marks(attribution: Json, text: str, start: int, end: int) -> tuple[str, str]:
    if attribution["kind"] == AttributionKind.INDIRECT:
        return "", ""
    if attribution["kind"] == AttributionKind.DIRECT:
        return "“", "”"
    opened = text[max(0, start - 1) : start] in _MARKS and start > 0
    after = text[end : end + 3].lstrip(_OUTSIDE)[:1]
    closed = after in _MARKS and bool(after)
    # A mark that is left outside of a part by its partner inside.
    return _OPEN if opened else "", _CLOSE if closed else ""


_OPEN, _CLOSE = "“", "”"


def kinds_of(attributions: Sequence[Json]) -> list[str]:
    """The kinds of several attributions, each once, what is nearest to the speaker's words first."""
    order = [kind.value for kind in AttributionKind]
    found = {attribution["kind"] for attribution in attributions}
    return [kind for kind in ("direct", "mixed", "indirect") if kind in found and kind in order]
