"""Inside the body run: paragraphs, subheads and what does not belong there."""

from __future__ import annotations

import re

from onrecord.articles.draft import Draft
from onrecord.articles.facts import LineFacts, echo, ends_in_post_signature, is_post_signature
from onrecord.articles.head import same_words
from onrecord.values.vocabulary import Role

_DECORATED = re.compile(r"^[-–—*=~#]+\s+\S.{1,80}?\s+[-–—*=~#]+$")
_SIGNED_QUOTE = re.compile(r"^[\"“‘'].{2,400}[\"”’']\s?[—–-]{1,2}\s?[A-Z]\S+(?: \S+){0,6}$")
_SAID = re.compile(r"\b(?:said|says|added|told|asked|wrote|tweeted)\W*$")
_POINTS_ELSEWHERE = re.compile(
    r"\bRead more\W*$|^(?:See|Read|Watch|Related)\s?:\s?\S", re.IGNORECASE
)
_LONG_UNSTOPPED = 14
"""Words: a line this long without a full stop between paragraphs describes a picture."""
_SHORT = 5
"""Words: a line this short between paragraphs is a subhead, not a related headline."""
_LONGEST_SUBHEAD = 12


def label_inside(draft: Draft, lede: int, end: int) -> None:
    """Roles for every open segment from the lede to the end of the run."""
    for i in range(lede, end):
        if not draft.open(i):
            continue
        role, why = _inside_role(draft, i, end)
        draft.decide(i, Role.LEDE if i == lede and role is Role.BODY else role, why)


type _Decision = tuple[Role, str]


def _inside_role(draft: Draft, i: int, end: int) -> _Decision:
    """The first rule that decides, in this order: markup, pattern, quoted post, sentence, line."""
    return (
        _by_heading(draft, i)
        or _by_pattern(draft, i, end)
        or _by_post(draft, i)
        or _by_sentence(draft, i, end)
        or _by_line(draft, i)
        or _short_line_role(draft, i, end)
    )


def _by_pattern(draft: Draft, i: int, end: int) -> _Decision | None:
    hit = draft.hits[i]
    if hit is None:
        return None
    if hit.edge:
        ends = hit.role is Role.CONTRIBUTOR or hit.why == "byline-signature"
        return (hit.role, hit.why) if ends and i >= end - 2 else None
    extracted = draft.segments[i].extracted is True and hit.role is Role.RESIDUE
    if extracted or (hit.weak and draft.is_own_prose(i)):
        return None
    if hit.role is Role.TIMESTAMP and _prose_follows(draft, i, end):
        return Role.SUBHEAD, "time-over-an-entry"
    return hit.role, hit.why


def _by_post(draft: Draft, i: int) -> _Decision | None:
    if is_post_signature(draft.text(i)):
        return Role.BODY, "signature-of-a-quoted-post"
    if i + 1 < len(draft) and is_post_signature(draft.text(i + 1)):
        return Role.BODY, "quoted-post"
    if ends_in_post_signature(draft.text(i)):
        return Role.BODY, "quoted-post-with-its-signature"
    return None


def _by_sentence(draft: Draft, i: int, end: int) -> _Decision | None:
    facts = draft.facts[i]
    if _asks(draft, i, end):
        return Role.SUBHEAD, "question-over-a-paragraph"
    if not facts.prose and draft.segments[i].extracted is not True:
        return None
    if facts.truncated and facts.words > 7 and not facts.quoted and _repeats(draft, i):
        return Role.CAPTION, "cut-off-repetition"
    return Role.BODY, "running-text"


def _by_line(draft: Draft, i: int) -> _Decision | None:
    facts, text = draft.facts[i], draft.text(i)
    if _SIGNED_QUOTE.match(text):
        return Role.BODY, "quotation-with-its-author"
    if _is_headline_again(draft, text):
        return Role.HEADLINE, "headline-again"
    if _POINTS_ELSEWHERE.search(text):
        return Role.RESIDUE, "points-to-another-page"
    if facts.words >= _LONG_UNSTOPPED and text.endswith((",", ";")):
        return Role.BODY, "long-line-that-goes-on"
    if facts.words > _LONGEST_SUBHEAD and text.isupper():
        return Role.RESIDUE, "long-line-in-capitals"
    if _is_unstopped(facts) and not _SAID.search(text):
        return Role.CAPTION, "long-line-without-a-full-stop"
    if facts.words >= _LONG_UNSTOPPED and (facts.quoted or _SAID.search(text)):
        return Role.BODY, "long-line-of-speech"
    if facts.bullet or (facts.weak_prose and facts.words > 1) or (facts.quoted and facts.terminal):
        return Role.BODY, "short-sentence-in-the-body"
    return None


def _is_unstopped(facts: LineFacts) -> bool:
    return (
        facts.words >= _LONG_UNSTOPPED
        and facts.stop_share >= 0.25
        and not facts.terminal
        and not facts.quoted
    )


def _is_headline_again(draft: Draft, text: str) -> bool:
    return any(
        role is Role.HEADLINE and same_words(text, draft.text(k))
        for k, role in enumerate(draft.roles)
    )


def _asks(draft: Draft, i: int, end: int) -> bool:
    """A short question between paragraphs, unquoted, as subheads in question form are."""
    facts, text = draft.facts[i], draft.text(i)
    return (
        text.endswith("?")
        and not facts.quoted
        and facts.words <= _LONGEST_SUBHEAD - 2
        and text.count("?") == 1
        and not re.search(r"[.!,;:]", text[:-1])
        and _prose_before(draft, i)
        and i + 1 < end
        and draft.facts[i + 1].prose
        and draft.facts[i + 1].words >= 15
    )


def _prose_before(draft: Draft, i: int) -> bool:
    """Whether the nearest line before it that is no furniture is running text."""
    before = next((k for k in range(i - 1, -1, -1) if draft.roles[k] is not Role.RESIDUE), None)
    return before is not None and draft.facts[before].prose


_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def _by_heading(draft: Draft, i: int) -> _Decision | None:
    facts, segment = draft.facts[i], draft.segments[i]
    if segment.tag in _HEADINGS:
        if segment.extracted is False:
            return Role.RESIDUE, "heading-outside-the-extracted-body"
        return Role.SUBHEAD, f"heading-element: {segment.tag}"
    if facts.words and facts.words <= _LONGEST_SUBHEAD and _DECORATED.match(segment.text):
        return Role.SUBHEAD, "line-between-dashes"
    return None


def _short_line_role(draft: Draft, i: int, end: int) -> tuple[Role, str]:
    facts, text = draft.facts[i], draft.text(i)
    if draft.segments[i].extracted is False:
        return Role.RESIDUE, "outside-the-extracted-body"
    if not facts.words:
        return Role.RESIDUE, "no-words"
    if not _prose_follows(draft, i, end):
        return Role.RESIDUE, "line-without-text-under-it"
    neighbour = any(
        0 <= k < end
        and not draft.facts[k].weak_prose
        and draft.hits[k] is None
        and draft.facts[k].words >= 4
        for k in (i - 1, i + 1)
    )
    if neighbour:
        return Role.RESIDUE, "one-of-several-headline-like-lines"
    if text.isupper() or facts.words <= _SHORT:
        return Role.SUBHEAD, "short-line-over-a-paragraph"
    if facts.words <= _LONGEST_SUBHEAD and echo(facts, draft.facts[i + 1 : i + 4]) >= 0.5:
        return Role.SUBHEAD, "words-taken-up-by-the-next-paragraphs"
    return Role.RESIDUE, "headline-like-line-in-the-body"


def _prose_follows(draft: Draft, i: int, end: int) -> bool:
    for k in range(i + 1, min(i + 4, end)):
        if draft.facts[k].weak_prose and draft.roles[k] not in (
            Role.RESIDUE,
            Role.CONTRIBUTOR,
            Role.CREDIT,
        ):
            return True
        if draft.roles[k] is not Role.CAPTION and draft.hit_role(k, edge=False) is None:
            return False
    return False


def _repeats(draft: Draft, i: int) -> bool:
    start = re.sub(r"[\W_]+", " ", draft.text(i).casefold()).strip()[:40]
    return any(
        k != i and re.sub(r"[\W_]+", " ", draft.text(k).casefold()).find(start) >= 0
        for k in range(len(draft))
    )
