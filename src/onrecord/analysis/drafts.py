"""Drafts of attributions: what the finder reads in one paragraph, before the article is known."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.values.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One utterance in one paragraph. Places are [start, end) in code points of the paragraph.

    Drafts of one paragraph are the outermost utterances: their contents do not overlap, but a
    source or a cue may serve two of them.
    """

    content: tuple[Span, ...]
    """What was said, in order, cut where the cue and the source interrupt. Quotation marks at
    the ends may be inside. Never empty."""
    source: Span | None
    """The phrase that says who said it; None where the paragraph prints none beside it."""
    cue: Span | None
    """The words that carry it: `said`, `has repeatedly denied`, `according to`, a colon. None
    where nothing does."""
    score: float
    """How sure the finder is, from 0 to 1."""
    rule: str
    """What found it: the model, or the name of a rule."""
    within: bool = False
    """Whether another draft's content holds it."""

    @property
    def extent(self) -> Span:
        """From the first to the last code point of the content."""
        return Span(self.content[0].start, self.content[-1].end)
