"""Which draft of a quotation stands: the model's, or what the marks and verbs beside it tell.

Where a quotation of whole sentences has its cue right beside it, grammar tells its bounds and its
speaker better than the model does; elsewhere the model goes first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.analysis.drafts import Draft
from onrecord.analysis.quotations import Quotation
from onrecord.analysis.speech_contents import merged
from onrecord.analysis.speech_items import holds, meets, shared
from onrecord.values.spans import Span

_NEAR = 120
"""Code points between an utterance and what is added to it."""
SURE = 0.9
"""Score of a draft whose quotation is whole and has its cue and speaker right beside it."""


PARTICIPLE_RULE = "marks-with-participle"
"""A draft of a quotation behind `adding:`, whose speaker is that of the words before it."""


def settled_drafts(
    text: str, drafts: Sequence[Draft], beside: Sequence[Draft], quotations: Sequence[Quotation]
) -> list[Draft]:
    """The drafts of a paragraph.

    Args:
        text: the paragraph.
        drafts: the model's, nested ones flagged.
        beside: those that quotation marks and what stands beside them give.
        quotations: those of the paragraph.
    """
    kept = list(drafts)
    for found in beside:
        one = found
        if found.rule == PARTICIPLE_RULE:
            kept, one = _added(text, kept, found)
        rivals = [d for d in kept if not d.within and _rivals(d, one)]
        if one.score < SURE:
            if not rivals and not _takes_cue(kept, one):
                kept.append(one)
        elif any(_tells_of(rival, one) for rival in rivals):
            kept.append(replace(one, within=True))
        else:
            rests = [rest for d in rivals for rest in _rest(d, one)]
            kept = [d for d in kept if d not in rivals] + rests
            kept.append(_with_rivals(one, rivals, beside, quotations))
    return kept


def _added(text: str, drafts: Sequence[Draft], one: Draft) -> tuple[list[Draft], Draft]:
    """The drafts, none of which goes on over `adding: "..."`, and that one with their speaker."""
    assert one.cue is not None
    place = one.cue.start
    kept = [_ending_before(text, d, place) if not d.within else d for d in drafts]
    before = [
        (part.end, number)
        for number, d in enumerate(kept)
        if d.source is not None and not d.within
        for part in d.content
        if 0 <= place - part.end <= _NEAR
    ]
    if not before:
        return kept, one
    return kept, replace(one, source=kept[max(before)[1]].source)


def _ending_before(text: str, draft: Draft, place: int) -> Draft:
    """The draft without what follows the comma before a place in it."""
    comma = text.rfind(",", 0, place)
    if not any(part.start < comma and place < part.end for part in draft.content):
        return draft
    parts = [Span(p.start, min(p.end, comma)) for p in draft.content if p.start < comma]
    return replace(draft, content=tuple(parts))


def _rivals(draft: Draft, one: Draft) -> bool:
    """Whether they share half of what one of them holds."""
    return any(2 * shared(draft.content, part) >= part.end - part.start for part in one.content)


def _rest(rival: Draft, one: Draft) -> list[Draft]:
    """What a rival with another cue holds besides."""
    if rival.cue is None or one.cue is None or meets(rival.cue, one.cue):
        return []
    parts = [part for part in rival.content if not any(meets(part, own) for own in one.content)]
    return [replace(rival, content=tuple(parts))] if parts else []


def _takes_cue(drafts: Sequence[Draft], one: Draft) -> bool:
    cue = one.cue
    return cue is not None and any(
        d.cue is not None and not d.within and meets(d.cue, cue) for d in drafts
    )


def _tells_of(rival: Draft, one: Draft) -> bool:
    """Whether the rival's words are somebody's who tells that these were said."""
    cue = one.cue
    return cue is not None and any(holds(part, cue) for part in rival.content)


def _with_rivals(
    one: Draft, rivals: Sequence[Draft], beside: Sequence[Draft], quotations: Sequence[Quotation]
) -> Draft:
    """The draft, with the further quotations, the fuller cue and the score of those it replaces."""
    if not rivals:
        return one
    held = [part for other in beside for part in other.content]
    further = [
        quotation.inner
        for quotation in quotations
        if quotation.depth == 0
        and not any(meets(quotation.inner, part) for part in held)
        and any(2 * shared(r.content, quotation.inner) >= _length(quotation) for r in rivals)
    ]
    first = rivals[0]
    fuller = first.cue is not None and one.cue is not None and meets(first.cue, one.cue)
    cue = first.cue if fuller else one.cue
    content = tuple(merged([*one.content, *further]))
    if cue is not None and any(meets(part, cue) for part in content):
        cue = one.cue
    return replace(one, content=content, cue=cue, score=first.score, rule=first.rule)


def _length(quotation: Quotation) -> int:
    return quotation.inner.end - quotation.inner.start
