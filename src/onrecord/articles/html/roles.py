"""The role that the markup alone gives a block, and where the article's run of blocks ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.articles.html.metadata import HtmlMetadata
from onrecord.articles.html.page_blocks import Block
from onrecord.articles.html.verdict import BodyVerdict, words_of
from onrecord.values.vocabulary import Role

type MarkupRole = tuple[Role | None, str]

_NEAR = 8  # blocks from the headline in which its deck stands
_DEK_WORDS = (5, 80)
_BYLINE_WORDS = 20
_TIMESTAMP_WORDS = 25
_DIGIT = re.compile(r"\d")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TAIL_BLOCKS = 12  # after the last body block in which an article's small print stands
_TAIL_LINE = re.compile(
    r"""[\W_]{0,5}(?:
        (?:additional\ |further\ )?(?:reporting|writing|editing|research|text)\ (?:by|from)\b
      | (?:corrections?|clarifications?|editor['’]?s['’]?\ notes?|updates?|corrected|note)\s*[:(]
      | (?:this|an\ earlier\ version\ of\ this|the)\ (?:story|article|report|post)\b.{0,80}
        \b(?:updated|corrected|amended|misstated|misspelled|published|appeared)\b
      | an\ earlier\ version\b
      | (?:reuters|ap|afp|associated\ press|agence\ france-presse|upi|xinhua)\b.{0,60}$
      | .{0,160}\b(?:contributed\ (?:to\ this|reporting|from)|reported\ from)\b
      | (?:copyright|©|\(c\)).{0,160}
      | .{0,80}\ball\ rights\ reserved\b
      | .{0,80}\bmay\ not\ be\ (?:published|reproduced|reprinted)\b
      | (?:first|last|originally)\ (?:published|updated|modified)\b
      | (?:source|credit|agency|agencies)\s*:
    )""",
    re.IGNORECASE | re.VERBOSE,
)


def markup_roles(
    blocks: Sequence[Block],
    body: Sequence[bool],
    verdict: BodyVerdict,
    headline: tuple[int, str] | None,
    metadata: HtmlMetadata,
) -> list[MarkupRole]:
    """For each block the role that the markup states beyond doubt, or None, and the reason."""
    first_body = next((n for n, is_body in enumerate(body) if is_body), len(blocks))
    dek = _dek(blocks, body, headline, metadata)
    roles: list[MarkupRole] = []
    for number, block in enumerate(blocks):
        if headline is not None and number == headline[0]:
            roles.append((Role.HEADLINE, headline[1]))
        elif number == dek:
            roles.append((Role.DEK, "markup-dek: equals-description"))
        else:
            above = headline is not None and headline[0] < number < first_body
            roles.append(_own_role(block, verdict.residue[number], above=above))
    return roles


def _own_role(block: Block, residue: str, *, above: bool) -> MarkupRole:
    """`above`: between headline and body, where bylines stand even in boxes for sharing."""
    if block.caption:
        return Role.CAPTION, block.caption
    if residue and not above:
        return Role.RESIDUE, residue
    if block.timestamp and block.words <= _TIMESTAMP_WORDS and _DIGIT.search(block.text):
        return Role.TIMESTAMP, block.timestamp
    if block.byline and 0 < block.words <= _BYLINE_WORDS and not _DIGIT.search(block.text):
        return Role.BYLINE, block.byline
    return (Role.RESIDUE, residue) if residue else (None, "")


def _dek(
    blocks: Sequence[Block],
    body: Sequence[bool],
    headline: tuple[int, str] | None,
    metadata: HtmlMetadata,
) -> int | None:
    """The block near the headline that is the page's description and no first paragraph."""
    if headline is None or not metadata.dek:
        return None
    described = words_of(metadata.dek)
    place = headline[0]
    first = next((n for n in range(place + 1, len(blocks)) if body[n]), None)
    for number in range(max(0, place - 2), min(len(blocks), place + _NEAR + 1)):
        if number == place or not _DEK_WORDS[0] <= blocks[number].words <= _DEK_WORDS[1]:
            continue
        if words_of(blocks[number].text) != described:
            continue
        beside = first is not None and any(
            body[n] and blocks[n].container == blocks[number].container
            for n in range(number + 1, min(len(blocks), number + 4))
        )
        if blocks[number].tag in _HEADINGS or not beside:
            return number
    return None


def end_of_article(blocks: Sequence[Block], body: Sequence[bool], verdict: BodyVerdict) -> int:
    """Number of the block after the last that is body, credit, contributor line or notice."""
    last = max((n for n, is_body in enumerate(body) if is_body), default=-1)
    end = last + 1
    for number in range(end, min(len(blocks), end + _TAIL_BLOCKS)):
        block = blocks[number]
        if verdict.hidden[number] or verdict.residue[number] or len(block.text) > 1_000:
            continue
        if _TAIL_LINE.match(block.text) or (block.byline and not block.caption):
            end = number + 1
    return end
