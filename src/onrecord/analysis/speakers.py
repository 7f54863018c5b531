"""Who said it: source, speaker and circumstances of the attributions of one article."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.analysis.paragraph_speech import ParagraphSpeech
from onrecord.values.attributions import Attribution
from onrecord.values.findings import Mention
from onrecord.values.times import TimeExpression


def resolve_speakers(
    attributions: Sequence[Attribution],
    paragraphs: Sequence[ParagraphSpeech],
    mentions: Sequence[Mention],
    times: Sequence[TimeExpression] = (),
) -> list[Attribution]:
    """The attributions with sourcing, speaker, description, condition, medium and time.

    Args:
        attributions: those of one article, in order; places in the article's text.
        paragraphs: its paragraphs, in order, placed.
        mentions: its names; places in the article's text.
        times: its time expressions; places in the article's text.
    """
    return list(attributions)
