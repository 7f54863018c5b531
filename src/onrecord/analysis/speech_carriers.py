"""The verbs and phrases that carry a quotation beside them, and whose words they make it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.analysis.event_source import phrase_span
from onrecord.analysis.quotations import Quotation
from onrecord.analysis.speech_cues import cue_span, is_speech_verb, speaker_of
from onrecord.analysis.speech_items import holds, meets
from onrecord.values.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_SHORT_CLAUSE = 8
_BETWEEN = frozenset({"NN", "CD", "DT", "JJ", "PR", "PO", "HY"})
"""First two letters of the tags of words of which a speaker's phrase is made."""


def carrier_after(text: str, quotation: Quotation, words: Sequence[Token]) -> Token | None:
    """The verb behind a quotation that carries it: one of speech, else, behind a comma or in a
    short clause, any verb with its subject: `..., Quill shot back`.
    """
    inner = quotation.inner.slice(text).rstrip("'’\"” ")
    small = text[quotation.span.end :].lstrip(" \u00a0,")[:1].islower()
    if not words or (inner.endswith((".", "…")) and not small):
        return None
    if inner.endswith(("?", "!")) and not small:
        words = words[:_SHORT_CLAUSE]
    found = [t for t in words if _may_carry(t)]
    if found:
        return next((t for t in found if t.dep_ != "relcl"), found[0])
    if not inner.endswith(",") and len(words) >= _SHORT_CLAUSE:
        return None
    inside = {t.i for t in words}
    return next((t for t in words if _is_told(t, inside)), None)


def _may_carry(token: Token) -> bool:
    """Whether a word is a verb of speech that somebody does, or `according`."""
    if token.lower_ == "according":
        return True
    if not is_speech_verb(token) or token.dep_ in ("amod", "compound"):
        return False
    passive = any(c.dep_ == "auxpass" for c in token.lefts)
    return not passive or any(c.dep_ == "agent" for c in token.children)


def _is_told(token: Token, inside: set[int]) -> bool:
    """Whether a verb tells something of a subject beside it."""
    if token.tag_ not in ("VBD", "VBZ") or token.dep_ in ("relcl", "aux", "auxpass"):
        return False
    return any(c.dep_ == "nsubj" and c.i in inside for c in token.children)


def carrier_before(words: Sequence[Token]) -> Token | None:
    """The last verb of speech before a quotation."""
    found = [t for t in words if _may_carry(t)]
    return found[-1] if found else None


def source_and_cue(carrier: Token, words: Sequence[Token]) -> tuple[Span | None, Span]:
    """Source and cue of a carrier behind a quotation."""
    if carrier.lower_ == "according":
        return according(carrier)
    cue = cue_span(carrier)
    source = speaker_of(carrier)
    inside = Span(words[0].idx, words[-1].idx + len(words[-1]))
    if source is not None and holds(inside, source) and not meets(source, cue):
        return source, cue
    return _neighbour(carrier, words), cue


def _neighbour(carrier: Token, words: Sequence[Token]) -> Span | None:
    """The phrase next to a verb where the parse names no subject: before it, else after it."""
    before = [t for t in words if t.i < carrier.i and t.tag_[:2] in _BETWEEN]
    heads = [t for t in before if t.tag_[:2] in ("NN", "PR") and t.head.i not in _numbers(before)]
    if heads:
        chosen = next((t for t in heads if t.dep_ in ("nsubj", "nsubjpass")), heads[0])
        return _within(phrase_span(chosen), before)
    after: list[Token] = []
    for token in words:
        if token.i > carrier.i and token.tag_[:2] not in _BETWEEN and after:
            break
        if token.i > carrier.i and token.tag_[:2] in _BETWEEN:
            after.append(token)
        elif token.i > carrier.i and token.tag_[:2] != "RB":
            break
    nouns = [t for t in after if t.tag_[:2] in ("NN", "PR")]
    return _within(Span(after[0].idx, nouns[-1].idx + len(nouns[-1])), after) if nouns else None


def _numbers(words: Sequence[Token]) -> set[int]:
    return {t.i for t in words}


def _within(span: Span, words: Sequence[Token]) -> Span | None:
    start = max(span.start, words[0].idx)
    end = min(span.end, words[-1].idx + len(words[-1]))
    return Span(start, end) if start < end else None


def according(word: Token) -> tuple[Span | None, Span]:
    """Source and cue of `according to`."""
    to = next((c for c in word.children if c.lower_ == "to"), None)
    cue = Span(word.idx, (to or word).idx + len(to or word))
    below = [c for c in to.children if c.dep_ == "pobj"] if to is not None else []
    return (phrase_span(below[0]) if below else None), cue
