"""Attributions: what an article says that somebody said, thought or wrote."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.values.spans import Span, moved_if_any, moved_span
from onrecord.values.vocabulary import AttributionKind, Sourcing, Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One utterance and who is said to have made it.

    Places are [start, end) in code points of the article's text.
    """

    content: tuple[Span, ...]
    """What was said, in order, cut where the cue interrupts; without outer quotation marks and
    the punctuation outside of them. Never empty."""
    source: Span | None
    """Who said it, as printed there: the phrase with title and apposition, without a relative
    clause. None where no source is printed."""
    cue: Span | None
    """The verb group or phrase that carries it, with particle, auxiliaries and negation."""
    kind: AttributionKind
    sourcing: Sourcing
    stance: Stance = Stance.SAID
    speaker: Span | None = None
    """A mention in this article that names the speaker; it may stand elsewhere than `source`. None
    where the source has no name or was not resolved."""
    speaker_why: str = ""
    """How the speaker was found, or why not: name of a reason with its values."""
    co_speakers: tuple[Span, ...] = ()
    """Mentions that name those who said it with the speaker."""
    description: Span | None = None
    """What is printed in place of or beside a name: `a senior official`, `the joint statement`."""
    condition: Span | None = None
    """The condition of an unnamed source: `on condition of anonymity`."""
    organisation: Span | None = None
    """Mention of the organisation for which the source speaks."""
    through: Span | None = None
    """Mention of the other medium to which it was said or that reported it."""
    time: Span | None = None
    """The time expression that says when it was said."""
    by_occasion: bool = False
    """Whether `time` dates the occasion at which it was said (a news conference, a speech) rather
    than the saying itself."""
    within: Span | None = None
    """Extent of the attribution whose content holds this one; None for the outermost."""
    why: str = ""
    """The rule that found it, or the model with its strength."""

    @property
    def extent(self) -> Span:
        """From the first to the last code point of the content."""
        return Span(self.content[0].start, self.content[-1].end)


def moved_attribution(one: Attribution, offset: int) -> Attribution:
    """The attribution with all its places moved by `offset` code points."""
    return replace(
        one,
        content=tuple(moved_span(span, offset) for span in one.content),
        source=moved_if_any(one.source, offset),
        cue=moved_if_any(one.cue, offset),
        speaker=moved_if_any(one.speaker, offset),
        co_speakers=tuple(moved_span(span, offset) for span in one.co_speakers),
        description=moved_if_any(one.description, offset),
        condition=moved_if_any(one.condition, offset),
        organisation=moved_if_any(one.organisation, offset),
        through=moved_if_any(one.through, offset),
        time=moved_if_any(one.time, offset),
        within=moved_if_any(one.within, offset),
    )
