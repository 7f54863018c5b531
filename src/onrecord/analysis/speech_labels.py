"""Headlines that tell who says it with a colon: `Police: Two hurt in fire`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.analysis.drafts import Draft
from onrecord.analysis.speech_tokens import Words
from onrecord.lexicon.speech_words import speech_words
from onrecord.values.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

LABEL_RULE = "label-in-headline"
_LABEL = re.compile(r"(?P<who>[^:\n\"“”]{2,60}?)(?P<mark>:)\s+(?=\S)")
_LONGEST = 200
"""Code points of a headline."""
_MOST_WORDS = 5
_FEWEST_WORDS = 3


def label_draft(paragraph: Words, drafts: Sequence[Draft]) -> Draft | None:
    """What a paragraph says if it is a headline with a label and a colon, and no draft covers it.

    Args:
        paragraph: the parsed paragraph.
        drafts: what is known of it.
    """
    text = paragraph.text
    label = _LABEL.match(text) if len(text) <= _LONGEST else None
    if label is None or any(not one.within for one in drafts):
        return None
    words = paragraph.inside(label.start("who"), label.end("who"))
    rest = Span(label.end(), len(text))
    if not words or len(words) > _MOST_WORDS or not _speaks(words[-1]):
        return None
    if len(rest.slice(text).split()) < _FEWEST_WORDS:
        return None
    return Draft(
        content=(rest,),
        source=Span(words[0].idx, words[-1].idx + len(words[-1])),
        cue=Span(label.start("mark"), label.end("mark")),
        score=0.5,
        rule=LABEL_RULE,
    )


def _speaks(last: Token) -> bool:
    """Whether a label's last word is a person, a body or somebody who speaks for one."""
    return last.ent_type_ in ("PERSON", "ORG") or last.lower_ in speech_words().speaking
