"""From the drafts and quotations of paragraphs to the attributions of an article."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.analysis.paragraph_speech import ParagraphSpeech
from onrecord.values.attributions import Attribution, moved_attribution
from onrecord.values.vocabulary import AttributionKind, Sourcing


def assemble(paragraphs: Sequence[ParagraphSpeech]) -> list[Attribution]:
    """The attributions of an article, in order of their place; places are in its text.

    Args:
        paragraphs: those whose attributions are wanted, placed, in order.
    """
    found = {}
    for paragraph in paragraphs:
        for draft in paragraph.drafts:
            one = Attribution(
                content=draft.content,
                source=draft.source,
                cue=draft.cue,
                kind=AttributionKind.INDIRECT,
                sourcing=Sourcing.NONE,
                why=draft.rule,
            )
            moved = moved_attribution(one, paragraph.start)
            found.setdefault(moved.extent, moved)
    return [found[extent] for extent in sorted(found)]
