"""Captions: what stands under a picture, told by its credit, its day or its neighbours."""

from __future__ import annotations

import re

from onrecord.articles.draft import Draft
from onrecord.lexicon.stamps import find_stamps
from onrecord.values.vocabulary import Role

_POSITIONS = re.compile(
    r",\s(?:(?:first|second|third|fourth) from |far |top |bottom |front |background )?"
    r"(?:left|right|centre|center)(?:,|\s(?:and|with)\b)|\((?:left|right|centre|center|pictured)\)"
)
_MARKED_POSITION = re.compile(
    r"\((?P<word>(?:front|rear|top|bottom|back|seated|standing) )?(?P<side>[LRC])\)"
)
_PRESENT = re.compile(
    r"\b(?:is|are|stands?|sits?|walks?|speaks?|shakes?|looks?|talks?|arrives?|attends?|poses?|holds?|"
    r"waves?|greets?|listens?|meets?|gestures?|reacts?|smiles?|delivers?|addresses|leaves?|departs?|"
    r"boards?|disembarks?|carr(?:y|ies)|watch(?:es)?|conducts?|fl(?:y|ies)|takes?|shows?|displays?|"
    r"receives?|welcomes?|escorts?|participates?|answers?|makes?|works?|drives?|passes|pass|gathers?|"
    r"march(?:es)?|protests?|chants?|inspects?|visits?|hugs?|prays?|mourns?|rests?|lies|lie|runs?|"
    r"plays?|hangs?|burns?|rises?|patrols?|unloads?|loads?|searche?s?|checks?|seen|pictured|shown)\b"
)
_LONGEST_DATED = 45
"""Words: a longer line with a day in it needs another sign to be a caption."""
_GALLERY = 3
"""Picture credits on a page that make it a gallery."""
_IMAGE_WORDS = frozenset(
    {
        "image-position",
        "photo-credit-label",
        "photo-agency-alone",
        "photographer-via",
        "credit-glued",
    }
)


def mark_captions(draft: Draft) -> None:
    """Give `caption` where a pattern, the day in it or its neighbours say so."""
    for i in range(len(draft)):
        if draft.open(i) and draft.hit_role(i, edge=False) is Role.CAPTION:
            draft.decide(i, Role.CAPTION, draft.hits[i].why)  # type: ignore[union-attr]
    _mark_gallery_credits(draft)
    for i in range(len(draft)):
        if draft.open(i) and (why := _caption_by_neighbours(draft, i)):
            draft.decide(i, Role.CAPTION, why)
        elif draft.open(i) and _credits_picture_above(draft, i):
            draft.decide(i, Role.CAPTION, "agency-under-a-caption")


def _marks_positions(text: str) -> bool:
    """Whether people are told apart by their places: `(L)` and `(R)`, `(front L)`.

    One letter alone is as likely a party: `Governor Jane Roe (R)`.
    """
    marks = list(_MARKED_POSITION.finditer(text))
    return len({m["side"] for m in marks}) >= 2 or any(m["word"] for m in marks)


def _mark_gallery_credits(draft: Draft) -> None:
    """`Name, Agency` three times or more on a page credits pictures, not the article."""
    lines = [
        i
        for i, hit in enumerate(draft.hits)
        if hit is not None
        and hit.why == "byline-agency"
        and draft.facts[i].words <= 8
        and draft.open(i)
        and "," in draft.text(i) + ("," if "/" in draft.text(i) else "")
    ]
    if len(lines) >= _GALLERY:
        for i in lines:
            draft.decide(i, Role.CAPTION, "one-of-many-picture-credits")


def looks_like_caption(text: str) -> bool:
    """Whether a sentence describes a picture: present tense with a day, or positions in it."""
    if len(text.split()) > 75 or text[:1] in "\"“‘'":
        return False
    if _marks_positions(text):
        return True
    stamps = find_stamps(text)
    if any(stamp.clock for stamp in stamps):
        return False  # the stamp of an article, glued to its first line
    dated = bool(stamps) and len(text.split()) <= _LONGEST_DATED
    positions = bool(_POSITIONS.search(text)) or (dated and bool(_MARKED_POSITION.search(text)))
    present = bool(_PRESENT.search(text[:160]))
    return (dated and present) or (positions and (present or dated))


def _credits_picture_above(draft: Draft, i: int) -> bool:
    """A bare agency right under a caption."""
    hit = draft.hits[i]
    return (
        i > 0
        and draft.roles[i - 1] is Role.CAPTION
        and draft.facts[i].words <= 3
        and hit is not None
        and hit.why == "byline-agency"
    )


def _caption_by_neighbours(draft: Draft, i: int) -> str | None:
    facts = draft.facts[i]
    if facts.words < 5 or facts.words > 90 or draft.hit_role(i, edge=False) is not None:
        return None
    if i and _plain(draft.text(i)) == _plain(draft.text(0)):
        return None
    before, after = _is_picture_line(draft, i - 1), _is_picture_line(draft, i + 1)
    twin = _twin(draft, i)
    if twin and (before or after or looks_like_caption(draft.text(i))):
        return "caption-printed-twice"
    if before and after:
        return "between-picture-lines"
    if (before or after) and facts.words >= 8 and _stands_alone(draft, i) and _is_gallery(draft):
        return "beside-picture-line-in-a-gallery"
    if _marks_positions(draft.text(i)) and facts.words <= 75:
        return "positions-marked"
    text = draft.text(i)
    if (before or after) and (looks_like_caption(text) or _MARKED_POSITION.search(text)):
        return "beside-picture-line"
    return None


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()


def _stands_alone(draft: Draft, i: int) -> bool:
    """No paragraph of the body: not next to another one, not taken by the extractor."""
    return draft.segments[i].extracted is not True and not any(
        0 <= k < len(draft) and draft.is_own_prose(k) for k in (i - 1, i + 1)
    )


def _is_gallery(draft: Draft) -> bool:
    """Whether picture credits outnumber a third of the page's paragraphs."""
    credits = sum(
        role is Role.CAPTION and facts.words <= 12
        for role, facts in zip(draft.roles, draft.facts, strict=True)
    )
    prose = sum(facts.prose for facts in draft.facts)
    return credits >= _GALLERY and credits >= prose / 3


def _is_picture_line(draft: Draft, i: int) -> bool:
    if not 0 <= i < len(draft):
        return False
    hit = draft.hits[i]
    if hit is not None and hit.why in _IMAGE_WORDS:
        return True
    return draft.roles[i] is Role.CAPTION or (hit is not None and hit.why == "caption-credit-end")


def _twin(draft: Draft, i: int) -> bool:
    text = draft.text(i).rstrip(" .…")
    if len(text) < 40:
        return False
    for j in (i - 3, i - 2, i - 1, i + 1, i + 2, i + 3):
        if 0 <= j < len(draft):
            other = draft.text(j).rstrip(" .…")
            if len(other) >= 40 and (text.startswith(other) or other.startswith(text)):
                return True
    return False
