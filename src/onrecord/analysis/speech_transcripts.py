"""Transcripts: paragraphs that begin with who speaks and a colon, `Q:` and `A:` included."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.analysis.paragraph_speech import ParagraphSpeech
from onrecord.analysis.speech_contents import trimmed
from onrecord.analysis.speech_items import Utterance, holds
from onrecord.analysis.speech_joining import moved
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Stance

_LABEL = re.compile(
    r"[\"“]?(?P<who>[QA]|[A-Z][A-Z.'’-]+(?:\s[A-Z][A-Z.'’-]+){0,4}"
    r"|[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,3})\s?(?P<mark>:|(?<=[QA])\.)\s+(?=\S)"
)
_FEWEST = 4
"""Labelled paragraphs of a transcript."""
_FEWEST_AGAIN = 2
"""Labels of a transcript that come back."""


def add_transcripts(paragraphs: Sequence[ParagraphSpeech], utterances: list[Utterance]) -> None:
    """One utterance for each labelled paragraph of an article that has a transcript; what was
    read in such a paragraph becomes a part of it.
    """
    labels = {
        number: match
        for number, paragraph in enumerate(paragraphs)
        if (match := _LABEL.match(paragraph.text)) is not None
    }
    counts = Counter(match["who"] for match in labels.values())
    again = {who for who, count in counts.items() if count > 1}
    if sum(counts[who] for who in again) < _FEWEST or len(again) < _FEWEST_AGAIN:
        return
    for number, match in labels.items():
        if match["who"] not in again:
            continue
        one = _utterance(paragraphs[number], match)
        if one is None:
            continue
        for other in utterances:
            if any(holds(one.extent, part) for part in other.parts):
                other.inner = True
        utterances.append(one)


def _utterance(paragraph: ParagraphSpeech, label: re.Match[str]) -> Utterance | None:
    whole = Span(label.end(), len(paragraph.text))
    part = trimmed(paragraph.text, whole, paragraph.quotations)
    if part is None:
        return None
    who = Span(label.start("who"), label.end("who"))
    mark = Span(label.start("mark"), label.end("mark"))
    return Utterance(
        parts=[moved(part, paragraph.start)],
        source=moved(who, paragraph.start),
        cue=moved(mark, paragraph.start),
        stance=Stance.SAID,
        why="transcript",
    )
