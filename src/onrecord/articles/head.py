"""The head of an article: what stands before its first paragraph."""

from __future__ import annotations

import re

from onrecord.articles.captions import looks_like_caption
from onrecord.articles.datelines import find_dateline, is_place_alone
from onrecord.articles.draft import Draft
from onrecord.articles.facts import echo, is_post_signature
from onrecord.lexicon.line_patterns import NAMES
from onrecord.lexicon.stamps import find_stamps
from onrecord.lexicon.words import masthead_words, page_words, stop_words
from onrecord.values.vocabulary import Role

_NAMES_ALONE = re.compile(rf"{NAMES}\.?,?")
_ANCHORS = frozenset({Role.BYLINE, Role.TIMESTAMP})
_MOST_BEFORE = 5
"""Paragraphs of prose (deks, captions, teasers) that may stand before the real lede."""
_ABOVE = -1
"""Place of a headline that stands in a header above the first segment."""
_GLUED = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z])")
_WORDS_BEFORE = 150
"""Words of dek and captions, at most, between headline and byline."""
_DEK_WORDS = 70


def find_lede(draft: Draft, run: tuple[int, int]) -> int:
    """The first segment of the body inside the run: after dek, byline and captions."""
    start, end = run
    prose = [i for i in range(start, end) if draft.is_own_prose(i)]
    if not prose:
        return start
    by_dateline = _first_dateline(draft, prose)
    if by_dateline is not None:
        return by_dateline
    early = prose[: _MOST_BEFORE + 1]
    limit = early[-1] if len(prose) > _MOST_BEFORE + 1 else prose[min(len(prose) - 1, _MOST_BEFORE)]
    anchor = max((i for i in range(start, limit) if _is_anchor(draft, i, prose)), default=None)
    first = prose[0] if anchor is None else next((i for i in prose if i > anchor), prose[0])
    return _skip_dek_and_captions(
        draft, [i for i in prose if i >= first], anchored=anchor is not None
    )


def _is_anchor(draft: Draft, i: int, prose: list[int]) -> bool:
    """A byline or timestamp with little enough prose before it to be of the head."""
    role = draft.hit_role(i, edge=True)
    if role not in _ANCHORS or (role is Role.TIMESTAMP and not find_stamps(draft.text(i))):
        return False
    before = [draft.facts[k] for k in prose if k < i]
    if len(before) > 2 and any(facts.quoted for facts in before):
        return False  # paragraphs with quotations are the body already
    return sum(facts.words for facts in before) <= _WORDS_BEFORE


def _first_dateline(draft: Draft, prose: list[int]) -> int | None:
    for i in prose[: _MOST_BEFORE + 3]:
        dateline = find_dateline(draft.text(i))
        if dateline is None or _is_dek_with_place(draft, i, prose):
            continue
        before = sum(draft.facts[k].words for k in prose if k < i)
        if dateline.form != "place-gazetteer" or before <= _WORDS_BEFORE:
            return i
    return None


def _is_dek_with_place(draft: Draft, i: int, prose: list[int]) -> bool:
    later = [k for k in prose if k > i]
    anchors_after = [
        k
        for k in range(i + 1, later[0] if later else i + 1)
        if draft.hit_role(k, edge=True) in _ANCHORS
    ]
    return bool(anchors_after) and _repeated_later(draft, i, later)


def _skip_dek_and_captions(draft: Draft, prose: list[int], *, anchored: bool) -> int:
    for n, i in enumerate(prose[:-1][:_MOST_BEFORE]):
        if looks_like_caption(draft.text(i)) and not anchored:
            continue
        if (
            n == 0
            and not anchored
            and _has_line_above(draft, i)
            and _is_dek(draft, i, prose[n + 1 :])
        ):
            continue
        return i
    return prose[min(_MOST_BEFORE, len(prose) - 1)] if prose else 0


def _has_line_above(draft: Draft, i: int) -> bool:
    """Whether anything that could be a headline stands before the paragraph."""
    return draft.titled or any(
        draft.hits[k] is None and not draft.facts[k].prose and draft.facts[k].words >= 3
        for k in range(i)
    )


def _is_dek(draft: Draft, i: int, later: list[int]) -> bool:
    return draft.facts[i].words <= _DEK_WORDS and _repeated_later(draft, i, later)


def _repeated_later(draft: Draft, i: int, later: list[int]) -> bool:
    mine = draft.facts[i].content
    if len(mine) < 5:
        return False
    words = draft.text(i).lower().split()
    runs = {" ".join(words[k : k + 8]) for k in range(len(words) - 7)}
    for k in later:
        if len(mine & draft.facts[k].content) >= 0.7 * len(mine):
            return True
        text = " ".join(draft.text(k).lower().split())
        if any(run in text for run in runs):
            return True
    return False


def label_head(draft: Draft, lede: int) -> None:
    """Roles for every open segment before the lede."""
    headline = _find_headline(draft, lede)
    for i in range(lede):
        if draft.whys[i].startswith("under:") and _is_headline(draft, i, headline):
            draft.decide(i, Role.HEADLINE, "headline-again")
        if not draft.open(i):
            continue
        if i == lede - 1 and i > 0 and is_place_alone(draft.text(i)):
            draft.decide(i, Role.DATELINE, "place-alone-before-lede")
            continue
        hit = draft.hits[i]
        if _is_headline(draft, i, headline):
            draft.decide(
                i, Role.HEADLINE, "headline-by-title" if draft.title else "headline-by-words"
            )
        elif hit is not None and not (hit.weak and _long_prose(draft, i)):
            draft.decide(i, hit.role, hit.why)
        else:
            _label_head_line(draft, i, headline, lede)
    for i in range(lede):
        if _credit_over_caption(draft, i):
            draft.decide(i, Role.CAPTION, "credit-over-a-caption")


def _is_headline(draft: Draft, i: int, headline: int | None) -> bool:
    return headline is not None and headline >= 0 and _same_line(draft, i, headline)


def _long_prose(draft: Draft, i: int) -> bool:
    return draft.facts[i].prose and draft.facts[i].words > 14


def _credit_over_caption(draft: Draft, i: int) -> bool:
    """`Name Agency` right above a caption, where the article has another byline."""
    return (
        draft.roles[i] is Role.BYLINE
        and draft.whys[i] == "byline-agency"
        and i + 1 < len(draft)
        and draft.roles[i + 1] is Role.CAPTION
        and any(role is Role.BYLINE for k, role in enumerate(draft.roles) if k != i)
    )


def _label_head_line(draft: Draft, i: int, headline: int | None, lede: int) -> None:
    facts, text = draft.facts[i], draft.text(i)
    tags = (
        text.count(",") >= 2
        and not facts.terminal
        and facts.stop_share < 0.12
        and text == text.lower()
    )
    if tags:
        draft.decide(i, Role.TAGS, "list-of-topics")
    elif is_post_signature(text):
        draft.decide(i, Role.BODY, "signature-of-a-quoted-post")
    elif _NAMES_ALONE.fullmatch(text) and _named_in_caption(draft, i):
        draft.decide(i, Role.CAPTION, "name-credited-in-the-caption-above")
    elif _is_byline_alone(draft, i, headline, lede):
        draft.decide(i, Role.BYLINE, "names-alone-in-the-head")
    elif facts.words >= 5 and (looks_like_caption(text) or _after_picture_credit(draft, i)):
        draft.decide(i, Role.CAPTION, "describes-a-picture")
    elif headline is not None and i > headline and _is_dek_line(draft, i, headline, lede):
        draft.decide(i, Role.DEK, "sentence-under-the-headline")
    else:
        draft.decide(i, Role.RESIDUE, "in-the-head-without-a-part")


def _named_in_caption(draft: Draft, i: int) -> bool:
    return any(
        draft.roles[k] is Role.CAPTION and draft.text(i) in draft.text(k)
        for k in range(max(0, i - 2), i)
    )


def _after_picture_credit(draft: Draft, i: int) -> bool:
    for j in (i - 1, i + 1):
        if 0 <= j < len(draft):
            hit = draft.hits[j]
            if hit is not None and hit.why in ("photo-credit-label", "photo-agency-alone"):
                return True
    # `Name Agency` right above a sentence in the present tense, under a byline, credits a picture.
    before = draft.hits[i - 1] if i else None
    return (
        before is not None
        and before.why == "byline-agency"
        and draft.facts[i].prose
        and draft.facts[i].words <= 45
        and any(draft.roles[k] is Role.BYLINE for k in range(i - 1))
    )


def _is_byline_alone(draft: Draft, i: int, headline: int | None, lede: int) -> bool:
    text = unglue(draft.text(i))
    return (
        draft.facts[i].words <= 12
        and headline is not None
        and i > headline
        and is_names_alone(text)
        and _near_byline(draft, i, lede)
    )


def is_names_alone(text: str) -> bool:
    """Whether a line is nothing but names of people, as far as capitals tell."""
    if _NAMES_ALONE.fullmatch(text) is None:
        return False
    words = {w.strip(".,&/").lower() for w in text.split()} - {"and"}
    return not words & (masthead_words() | page_words() | stop_words())


def _near_byline(draft: Draft, i: int, lede: int) -> bool:
    if lede - i <= 3:
        return True
    return any(
        0 <= k < lede and draft.hit_role(k, edge=True) in (Role.BYLINE, Role.TIMESTAMP)
        for k in (i - 2, i - 1, i + 1, i + 2)
    )


def _is_dek_line(draft: Draft, i: int, headline: int, lede: int) -> bool:
    facts = draft.facts[i]
    if not 4 <= facts.words <= _DEK_WORDS or facts.truncated:
        return False
    if i - headline > 8:
        return False
    reach = draft.facts[lede : lede + 12]
    if i == headline + 1 and facts.terminal and facts.words >= 6 and facts.stop_share >= 0.2:
        return True
    if facts.prose:
        return echo(facts, reach) >= 0.25
    return i - headline <= 3 and facts.words >= 5 and echo(facts, reach) >= 0.3


def _find_headline(draft: Draft, lede: int) -> int | None:
    stated = next((i for i in range(lede) if draft.roles[i] is Role.HEADLINE), None)
    if stated is not None:
        return stated
    if draft.title:
        wanted = _folded(draft.title)
        exact = [i for i in range(min(lede + 1, len(draft))) if _folded(draft.text(i)) == wanted]
        if exact:
            return exact[0]
    if draft.titled:
        return _ABOVE
    best, best_score = None, 0.9
    for i in range(lede):
        score = _headline_score(draft, i, lede)
        if score > best_score + 1e-9:
            best, best_score = i, score
    return best


def _headline_score(draft: Draft, i: int, lede: int) -> float:
    facts = draft.facts[i]
    if (
        not draft.open(i)
        or " " not in draft.text(i)
        or not 2 <= facts.words <= 32
        or len(draft.text(i)) > 260
    ):
        return 0.0
    if draft.hits[i] is not None or is_post_signature(draft.text(i)):
        return 0.0
    if draft.text(i).endswith((".", ";", ",")) and facts.words > 9:
        return 0.0
    score = echo(facts, draft.facts[lede : lede + 25]) * 1.6
    score += 0.5 if facts.words >= 5 else 0.0
    earlier = sum(
        draft.hits[k] is None
        and draft.facts[k].words >= 4
        and not looks_like_masthead(draft.text(k))
        for k in range(i)
    )
    score += (0.9, 0.3, 0.1)[earlier] if earlier < 3 else 0.0
    score += 0.3 if any(_same_line(draft, i, k) for k in range(lede) if k != i) else 0.0
    score -= 0.4 if facts.words > 18 else 0.0
    score += (
        0.2
        if any(
            draft.hit_role(k, edge=True) in (Role.BYLINE, Role.TIMESTAMP)
            for k in range(i + 1, min(i + 3, lede))
        )
        else 0.0
    )
    score -= 0.9 if looks_like_masthead(draft.text(i)) else 0.0
    score -= 0.5 if facts.prose and facts.words > 14 else 0.0
    return score


def unglue(line: str) -> str:
    """The line up to the first place where two words are glued together (`PostBreaking`)."""
    for word in line.split():
        parts = _GLUED.split(word)
        if len(parts) > 1:
            return line[: line.index(word) + len(parts[0])]
    return line


def looks_like_masthead(text: str) -> bool:
    """Whether a short line names an outlet, or has a motto glued to such a name."""
    words = text.split()
    if len(words) > 8:
        return False
    glued = [part for word in words for part in _GLUED.split(word)]
    if not any(w.strip(".,:|").lower() in masthead_words() for w in glued):
        return False
    named = all(w[0].isupper() or w.lower() in stop_words() for w in words if w[0].isalpha())
    return named and (len(words) <= 5 or len(glued) > len(words))


def _same_line(draft: Draft, i: int, k: int) -> bool:
    return i == k or same_words(draft.text(i), draft.text(k))


def same_words(left: str, right: str) -> bool:
    """Whether two headlines have the same words, a site's name after them left out."""
    return _folded(left) == _folded(right)


def _folded(text: str) -> str:
    text = re.sub(r"\s+[|–—-]\s+[^|–—]{2,40}$", "", text.strip())
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()
