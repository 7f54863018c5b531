"""What stands beside a quotation: the verb, label or colon that carries it, and its speaker.

For quotations that the model's drafts leave out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.analysis.drafts import Draft
from onrecord.analysis.event_source import phrase_span
from onrecord.analysis.quotations import Quotation
from onrecord.analysis.speech_cues import cue_span, is_speech_verb, speaker_of
from onrecord.analysis.speech_items import holds, meets, shared
from onrecord.analysis.speech_quoted import QuotationUse, is_tagged
from onrecord.analysis.speech_stops import stops
from onrecord.values.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PEOPLE = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_LONGEST_LABEL = 9
_SHORT_CLAUSE = 7
_BETWEEN = frozenset({"NN", "CD", "DT", "JJ", "PR", "PO", "VBN", "HYPH"})
_RULE = "marks-with-verb"


@dataclass(frozen=True, slots=True)
class _Beside:
    """The words outside of quotations before and after one, in its sentence."""

    before: list[Token]
    after: list[Token]


def quotation_drafts(
    doc: Doc, quotations: Sequence[Quotation], uses: Sequence[QuotationUse], drafts: Sequence[Draft]
) -> list[Draft]:
    """Drafts for the outermost quotations that no draft holds and that have a cue beside them."""
    found: list[Draft] = []
    taken = [draft.cue for draft in drafts if draft.cue is not None and not draft.within]
    for quotation, use in zip(quotations, uses, strict=True):
        if quotation.depth or use is QuotationUse.NAME or is_covered(quotation.inner, drafts):
            continue
        draft = _draft(doc, quotation, quotations, use)
        if draft is None or draft.cue is None:
            continue
        same = next((one for one in found if one.cue == draft.cue), None)
        if same is not None:  # `"A," he said, "B"`
            found[found.index(same)] = replace(same, content=(*same.content, *draft.content))
        elif not any(meets(cue, draft.cue) for cue in taken):
            found.append(draft)
    return found


def is_covered(span: Span, drafts: Sequence[Draft]) -> bool:
    """Whether half of a place lies in the contents of outermost drafts."""
    held = sum(shared(draft.content, span) for draft in drafts if not draft.within)
    return 2 * held >= span.end - span.start


def introduced_by(doc: Doc, colon: int, floor: int = 0) -> tuple[Span | None, Span] | None:
    """Who is said to speak behind a colon, and the words that say so.

    Args:
        doc: the parsed paragraph.
        colon: where the colon stands.
        floor: where the text begins that is looked at.
    """
    words = _outside(doc, max([floor, *(end for _, end in stops(doc.text, floor, colon))]), colon)
    words = [t for t in words if not t.is_space]
    if not words:
        return None
    verbs = [t for t in words if is_speech_verb(t)]
    if verbs:
        return _clipped(speaker_of(verbs[-1]), words), cue_span(verbs[-1])
    mark = Span(colon, colon + 1)
    if not any(t.tag_ in _FINITE for t in words):
        label = _label(words)
        return (label, mark) if label is not None else None
    people = [t for t in words if t.ent_type_ in ("PERSON", "ORG") or t.tag_ == "PRP"]
    subjects = [t for t in people if t.dep_ in ("nsubj", "nsubjpass")]
    chosen = subjects[:1] or [t for t in people if t.tag_ != "PRP"][-1:]
    return (phrase_span(chosen[0]), mark) if chosen else None


def _clipped(span: Span | None, words: Sequence[Token]) -> Span | None:
    inside = Span(words[0].idx, words[-1].idx + len(words[-1]))
    return span if span is not None and holds(inside, span) else None


def _label(words: Sequence[Token]) -> Span | None:
    """A speaker before a colon, as in headlines: `Mayor: "We are ready"`."""
    named = any(t.ent_type_ in _PEOPLE for t in words)
    if len(words) > _LONGEST_LABEL or not (named or words[-1].tag_.startswith("NN")):
        return None
    first = next((t for t in words if t.is_alpha), None)
    if first is None:
        return None
    return Span(first.idx, words[-1].idx + len(words[-1]))


def _draft(
    doc: Doc, quotation: Quotation, quotations: Sequence[Quotation], use: QuotationUse
) -> Draft | None:
    tagged = is_tagged(doc.text, quotation)
    before = doc.text[: quotation.span.start].rstrip()
    beside = _beside(doc, quotation, quotations)
    after = (
        _carrier_after(beside.after, quotation.inner.slice(doc.text))
        if _may_go_on(doc.text, quotation)
        else None
    )
    if after is not None and (tagged or not _verb_before(beside)):
        if use is QuotationUse.PART and not tagged:
            return None
        source, cue = _after(after, beside.after)
        return _made(_with_start(beside.before, quotation, before), source, cue)
    if before.endswith(":"):
        floor = beside.before[0].idx if beside.before else len(before) - 1
        introduced = introduced_by(doc, len(before) - 1, floor)
        return _made(quotation.inner, *introduced) if introduced is not None else None
    verb = _verb_before(beside)
    if verb is None or (use is QuotationUse.PART and before[-1:] != ","):
        return None
    source = speaker_of(verb)
    if source is not None and meets(source, quotation.span):
        source = None
    return _made(_content(verb, quotation, before), source, cue_span(verb))


def _made(content: Span, source: Span | None, cue: Span) -> Draft | None:
    if meets(content, cue) or (source is not None and meets(content, source)):
        return None
    return Draft(content=(content,), source=source, cue=cue, score=0.5, rule=_RULE)


def _beside(doc: Doc, quotation: Quotation, quotations: Sequence[Quotation]) -> _Beside:
    start, end, text = quotation.span.start, quotation.span.end, doc.text
    outer = [one.span for one in quotations if one.depth == 0]
    floor = max([0, *(one.end for one in outer if one.end <= start)])
    limit = min([len(text), *(one.start for one in outer if one.start >= end)])
    floor = max([floor, *(after for _, after in stops(text, floor, start))])
    limit = min([limit, *(stop for stop, _ in stops(text, end, limit))])
    return _Beside(_outside(doc, floor, start), _outside(doc, end, limit))


def _outside(doc: Doc, start: int, end: int) -> list[Token]:
    """The words that lie wholly between two places."""
    words = doc.char_span(start, end, alignment_mode="contract") if start < end else None
    return [t for t in words if not t.is_space] if words is not None else []


def _may_go_on(text: str, quotation: Quotation) -> bool:
    """Whether the sentence may go on behind a quotation."""
    after = text[quotation.span.end :].lstrip(" \u00a0,")
    ends = quotation.inner.slice(text).rstrip("'’\"” ").endswith((".", "…"))
    return not ends or after[:1].islower()


def _carrier_after(words: Sequence[Token], inner: str) -> Token | None:
    """The verb behind a quotation that carries it: one of speech, else, behind a comma or in a
    short clause, any verb with its subject: `..., Quill shot back`.
    """
    found = [t for t in words if t.lower_ == "according" or is_speech_verb(t)]
    if found:
        return next((t for t in found if t.dep_ != "relcl"), found[0])
    if not inner.rstrip("'’\"” ").endswith(",") and len(words) > _SHORT_CLAUSE:
        return None
    inside = {t.i for t in words}
    return next(
        (
            t
            for t in words
            if t.tag_ in ("VBD", "VBZ")
            and t.dep_ not in ("relcl", "aux", "auxpass")
            and any(c.dep_ == "nsubj" and c.i in inside for c in t.children)
        ),
        None,
    )


def _verb_before(beside: _Beside) -> Token | None:
    verbs = [t for t in beside.before if is_speech_verb(t)]
    return verbs[-1] if verbs else None


def _after(carrier: Token, words: Sequence[Token]) -> tuple[Span | None, Span]:
    """Source and cue of a carrier behind a quotation."""
    if carrier.lower_ == "according":
        return _according(carrier)
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


def _according(according: Token) -> tuple[Span | None, Span]:
    to = next((c for c in according.children if c.lower_ == "to"), None)
    cue = Span(according.idx, (to or according).idx + len(to or according))
    below = [c for c in to.children if c.dep_ == "pobj"] if to is not None else []
    return (phrase_span(below[0]) if below else None), cue


def _with_start(before: Sequence[Token], quotation: Quotation, text: str) -> Span:
    """The quotation, with the words before it where it is only the end of their clause."""
    words = [t for t in before if not t.is_punct and t.tag_ != "CC"]
    if not words or text[-1:] in ",:" or any(is_speech_verb(t) for t in words):
        return quotation.inner
    return Span(words[0].idx, quotation.span.end)


def _content(verb: Token, quotation: Quotation, before: str) -> Span:
    """The quotation, with the words of its clause where it is only the end of one."""
    if before[-1:] in ",:":
        return quotation.inner
    for child in verb.rights:
        first, last = child.left_edge, child.right_edge
        end = last.idx + len(last)
        if first.i > verb.i and first.idx < quotation.inner.start < end and not child.is_punct:
            return Span(first.idx, max(end, quotation.span.end))
    return quotation.inner
