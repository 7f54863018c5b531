"""Which words between marks were said, and by what cue of their own sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from onrecord.analysis.drafts import Draft
from onrecord.analysis.event_source import phrase_span
from onrecord.analysis.quotations import Quotation
from onrecord.analysis.speech_cues import cue_span, is_speech_verb, speaker_of
from onrecord.lexicon.sentence_titles import sentence_titles
from onrecord.lexicon.speech_words import speech_words
from onrecord.values.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class QuotationUse(StrEnum):
    """What words between marks are, as far as their paragraph tells."""

    SPEECH = "speech"
    """A clause or sentence that was said."""
    PART = "part"
    """Some words inside of the writer's sentence; whether they were said its cue tells."""
    NAME = "name"
    """A title, name, nickname or term: nobody's words."""


_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SMALL = 4
"""Letters: a shorter word need not be capitalised in a title."""
_LONGEST_NAME = 9
_FEWEST_SAID = 4
_CLOSES = re.compile(r"[.?!,…]['’\"”]*$|[—–-]$")
_OPENS_AFTER = frozenset(".?!:,;—–-…\"”'’)]“‘")
_STOP = re.compile(r"[.?!…][\"”’')\]]*\s|\n")
_INITIAL = re.compile(r"[A-Z]\.")
_WORD_BEFORE = re.compile(r"\S+$")
_TAG = re.compile(r",?\s(?:he|she|they|I|we)\s[a-z]+(?:ed|d|s|te|ld|ke)\b")
"""`he said` right behind a quotation."""


def use_of(doc: Doc, quotation: Quotation) -> QuotationUse:
    """What the words of a quotation are.

    Args:
        doc: the parsed paragraph.
        quotation: one of its quotations.
    """
    text = doc.text
    words = [t for t in _inside(doc, quotation.inner) if any(c.isalnum() for c in t.text)]
    if not words:
        return QuotationUse.NAME
    before = text[: quotation.span.start].rstrip()
    verb = any(t.tag_ in _FINITE for t in words) or words[0].tag_ == "VB"
    if _is_named(doc, quotation, len(words)):
        return QuotationUse.NAME
    if _is_tagged(text, quotation) and _TAG.match(text, quotation.span.end):
        return QuotationUse.SPEECH
    whole = _is_whole(text, quotation, before)
    if _is_titled(words) and not (whole and before[-1:] in ":,"):
        return QuotationUse.NAME
    if whole and (verb or len(words) >= _FEWEST_SAID):
        return QuotationUse.SPEECH
    if verb and len(words) >= _FEWEST_SAID:
        return QuotationUse.SPEECH
    return QuotationUse.PART


def _inside(doc: Doc, span: Span) -> list[Token]:
    words = doc.char_span(span.start, span.end, alignment_mode="expand")
    return list(words) if words is not None else []


def _is_named(doc: Doc, quotation: Quotation, length: int) -> bool:
    """Whether the word before tells that a name follows: `so-called`, `the song`."""
    words = doc.char_span(0, quotation.span.start, alignment_mode="contract")
    before = next((t for t in reversed(list(words or ())) if not t.is_space), None)
    if before is None:
        return False
    word = before.lower_
    if word in ("as", "the", "a") and before.i:
        word = before.nbor(-1).lower_
        return word in speech_words().naming
    if word in speech_words().works and before.tag_[:2] == "NN":
        return length <= _LONGEST_NAME
    return word in speech_words().naming


def _is_whole(text: str, quotation: Quotation, before: str) -> bool:
    """Whether the quotation begins and ends as a sentence does."""
    inner = quotation.inner.slice(text)
    starts = not before or before[-1] in _OPENS_AFTER
    first = next((c for c in inner if c.isalnum()), "")
    after = text[quotation.span.end :].lstrip()
    ends = bool(_CLOSES.search(inner)) or not after or after[0] in ".,?!"
    return starts and (first.isupper() or first.isdigit()) and ends


def _is_titled(words: Sequence[Token]) -> bool:
    """Whether all words but small ones are capitalised, as in a title."""
    if len(words) > _LONGEST_NAME or any(t.lower_ in ("i", "you", "we") for t in words):
        return False
    long = [t for t in words if len(t) >= _SMALL or t.i == words[0].i]
    return len(words) > 1 and all(t.text[0].isupper() or t.text[0].isdigit() for t in long)


def quotation_drafts(
    doc: Doc, quotations: Sequence[Quotation], uses: Sequence[QuotationUse], drafts: Sequence[Draft]
) -> list[Draft]:
    """Drafts for the outermost quotations that no draft holds and that have a cue beside them."""
    found: list[Draft] = []
    taken = [draft.cue for draft in drafts if draft.cue is not None and not draft.within]
    for quotation, use in zip(quotations, uses, strict=True):
        if quotation.depth or use is QuotationUse.NAME or is_covered(quotation.inner, drafts):
            continue
        draft = _label(doc, quotation) or _beside(doc, quotation, quotations, use)
        if draft is None or draft.cue is None:
            continue
        same = next((one for one in found if one.cue == draft.cue), None)
        if same is not None:  # `"A," he said, "B"`
            found[found.index(same)] = replace(same, content=(*same.content, *draft.content))
        elif not any(_meets(cue, draft.cue) for cue in taken):
            found.append(draft)
    return found


def is_covered(span: Span, drafts: Sequence[Draft]) -> bool:
    """Whether half of a place lies in the contents of outermost drafts."""
    held = sum(
        max(0, min(part.end, span.end) - max(part.start, span.start))
        for draft in drafts
        if not draft.within
        for part in draft.content
    )
    return 2 * held >= span.end - span.start


def _beside(
    doc: Doc, quotation: Quotation, quotations: Sequence[Quotation], use: QuotationUse
) -> Draft | None:
    tagged = _is_tagged(doc.text, quotation)
    carrier = (
        _carrier_after(doc, quotation, quotations) if _may_go_on(doc.text, quotation) else None
    )
    if carrier is None or not tagged:
        carrier = _verb_before(doc, quotation, quotations) or carrier
    if carrier is None or (use is QuotationUse.PART and not tagged):
        return None
    if carrier.lower_ == "according":
        source, cue = _according_source(carrier)
    else:
        source, cue = speaker_of(carrier), cue_span(carrier)
    if source is not None and _meets(source, quotation.span):
        source = None
    return Draft(
        content=(quotation.inner,), source=source, cue=cue, score=0.5, rule="marks-with-verb"
    )


def _meets(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _is_tagged(text: str, quotation: Quotation) -> bool:
    """Whether it ends as before `he said`: with a comma, a mark of asking or calling, a dash."""
    inner = quotation.inner.slice(text).rstrip("'’\"” ")
    return inner.endswith((",", "?", "!", "—", "–", "-")) or text.startswith(
        ",", quotation.span.end
    )


def _may_go_on(text: str, quotation: Quotation) -> bool:
    """Whether the sentence may go on behind a quotation."""
    after = text[quotation.span.end :].lstrip(" \u00a0,")
    ends = quotation.inner.slice(text).rstrip("'’\"” ").endswith((".", "…"))
    return not ends or after[:1].islower()


def _outside(doc: Doc, start: int, end: int) -> list[Token]:
    """The words that lie wholly between two places."""
    words = doc.char_span(start, end, alignment_mode="contract") if start < end else None
    return list(words) if words is not None else []


def _carrier_after(doc: Doc, quotation: Quotation, quotations: Sequence[Quotation]) -> Token | None:
    """The verb of speech behind a quotation, in its sentence, before the next quotation."""
    end = quotation.span.end
    starts = [q.span.start for q in quotations if q.depth == 0 and q.span.start >= end]
    limit = min(starts, default=len(doc.text))
    words = _outside(doc, end, min([start for start, _ in _stops(doc.text, end, limit)] + [limit]))
    found = [t for t in words if t.lower_ == "according" or is_speech_verb(t)]
    return next((t for t in found if t.dep_ != "relcl"), found[0] if found else None)


def _stops(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where sentences end between two places, and where the next ones begin."""
    for match in _STOP.finditer(text, start, end):
        word = _WORD_BEFORE.search(text, start, match.start() + 1)
        printed = word.group().lstrip("(\"“‘'") if word is not None else ""
        if printed not in sentence_titles() and not _INITIAL.fullmatch(printed):
            yield match.start(), match.end()


def _verb_before(doc: Doc, quotation: Quotation, quotations: Sequence[Quotation]) -> Token | None:
    """The verb of speech before a quotation, in its sentence, behind the quotation before."""
    start = quotation.span.start
    ends = [q.span.end for q in quotations if q.depth == 0 and q.span.end <= start]
    floor = max(ends, default=0)
    words = _outside(doc, max([end for _, end in _stops(doc.text, floor, start)] + [floor]), start)
    verbs = [t for t in words if is_speech_verb(t)]
    return verbs[-1] if verbs else None


def _according_source(according: Token) -> tuple[Span | None, Span]:
    to = next((c for c in according.children if c.lower_ == "to"), None)
    cue = Span(according.idx, (to or according).idx + len(to or according))
    below = [c for c in to.children if c.dep_ == "pobj"] if to is not None else []
    return (phrase_span(below[0]) if below else None), cue


def _label(doc: Doc, quotation: Quotation) -> Draft | None:
    """A speaker and a colon before a quotation, as in headlines: `Mayor: "We are ready"`."""
    before = doc.text[: quotation.span.start].rstrip()
    if not before.endswith(":"):
        return None
    colon = len(before) - 1
    first = max([end for _, end in _stops(doc.text, 0, colon)] + [0])
    words = [t for t in _outside(doc, first, colon) if not t.is_space]
    if not words or len(words) > _LONGEST_NAME or any(t.tag_ in _FINITE for t in words):
        return None
    heads = [t for t in words if t.tag_[:2] == "NN" and t.head not in words[: t.i]]
    if not heads:
        return None
    named = [t for t in words if t.ent_type_ in ("PERSON", "ORG", "NORP", "GPE")]
    if not named and not words[-1].tag_.startswith("NN"):
        return None
    first = next((t for t in words if t.is_alpha), words[0])
    source = Span(first.idx, words[-1].idx + len(words[-1]))
    return Draft(
        content=(quotation.inner,),
        source=source,
        cue=Span(colon, colon + 1),
        score=0.5,
        rule="marks-with-label",
    )
