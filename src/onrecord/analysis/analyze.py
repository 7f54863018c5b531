"""From articles to findings. `analyze` conducts, for a batch of articles at a time:

1. the paragraphs that are analysed (all but residue and tags; English only);
2. one parse per distinct paragraph, in batches, by one loaded model;
3. the steps, in order, on each parsed paragraph;
4. offsets moved to the article, what the paragraphs say together, one `Analysis` an article.

The unit of parsing is the paragraph: a parse is a function of its words alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import batched

from onrecord.analysis.model import (
    LoadedModel,
    find_model,
    folder_digest,
    load_model,
    model_identity,
)
from onrecord.analysis.paragraph_speech import ParagraphSpeech, placed
from onrecord.analysis.speakers import resolve_speakers
from onrecord.analysis.speech import assemble
from onrecord.analysis.steps import MODEL_COMPONENTS, Findings, run_steps
from onrecord.analysis.time_references import link_references
from onrecord.settings import Limits, Settings
from onrecord.values.article import Article, Paragraph
from onrecord.values.attributions import Attribution
from onrecord.values.events import Event, moved_event
from onrecord.values.findings import Analysis, Mention
from onrecord.values.spans import Span
from onrecord.values.times import Direction, TimeExpression, moved
from onrecord.values.vocabulary import (
    ATTRIBUTION_ROLES,
    EVENT_ROLES,
    PARSED_ROLES,
    TIME_ROLES,
    Role,
)

VERSION = "4"
"""Version of this stage: results of another one are stale."""

_TOP_ROLES = frozenset({Role.HEADLINE, Role.DEK, Role.LEDE})
"""Roles whose first clause is kept without a date of its own: another clause of its article may
date it."""
_ANALYSED = frozenset({"en", "und"})
_BATCH_ARTICLES = 16
_BATCH_PARAGRAPHS = 128
"""Paragraphs parsed together. Measured on two cores over 2,266 paragraphs: 3,900 words a second
in batches of 16, 5,000 of 64, 5,200 of 128 and 256, as fast as whole articles in batches of 16."""
_LONGEST_PARAGRAPH = 20_000
"""Code points: longer ones are parsed in pieces, cut at white space."""


def stage_version(settings: Settings) -> str:
    """Version of the stage with the model that it would use."""
    return f"{VERSION} {model_identity(settings.model)}"


def model_description(settings: Settings) -> str:
    """Name, version and digest of the model that would be used, for the record's colophon."""
    _, folder = find_model(settings.model)
    return f"{model_identity(settings.model)} sha256:{folder_digest(folder)}"


def is_analysed(article: Article, limits: Limits) -> bool:
    """Whether the article is in a language that is analysed and not over the limit."""
    return article.language in _ANALYSED and len(article.text) <= limits.article_characters


def analyze(articles: Iterable[Article], settings: Settings) -> Iterator[Analysis]:
    """The findings of each article, in order. The model is loaded at the first one to parse.

    Raises:
        ModelError: the language model cannot be used.
    """
    for batch in batched(articles, _BATCH_ARTICLES):
        yield from _analyze_batch(batch, settings)


def _analyze_batch(batch: Sequence[Article], settings: Settings) -> list[Analysis]:
    # 1. paragraphs
    pieces = [
        list(_pieces(article)) if is_analysed(article, settings.limits) else [] for article in batch
    ]
    distinct = list(
        dict.fromkeys(a.text[s:e] for a, ps in zip(batch, pieces, strict=True) for s, e in ps)
    )
    # 2. and 3.
    leading = _leading(zip(batch, pieces, strict=True))
    parsed = _parse(distinct, leading, settings) if distinct else {}
    # 4. offsets of the article
    return [
        _merge(article, [(start, parsed[article.text[start:end]]) for start, end in ps])
        for article, ps in zip(batch, pieces, strict=True)
    ]


def _pieces(article: Article) -> Iterator[tuple[int, int]]:
    for paragraph in article.paragraphs:
        if paragraph.role in PARSED_ROLES:
            yield from _cut(article.text, paragraph)


def _cut(text: str, paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    words = text[paragraph.start : paragraph.end]
    start = paragraph.start + len(words) - len(words.lstrip())
    end = paragraph.start + len(words.rstrip())
    while end - start > _LONGEST_PARAGRAPH:
        cut = text.rfind(" ", start + 1, start + _LONGEST_PARAGRAPH)
        cut = cut if cut > start else start + _LONGEST_PARAGRAPH
        yield start, cut
        start = cut
    if start < end:
        yield start, end


def _leading(batch: Iterable[tuple[Article, Sequence[tuple[int, int]]]]) -> set[str]:
    """The texts of the headlines, deks and ledes of some articles."""
    found: set[str] = set()
    for article, pieces in batch:
        tops = {p.start: p.end for p in article.paragraphs if p.role in _TOP_ROLES}
        found |= {article.text[s:e] for s, e in pieces if any(a <= s < b for a, b in tops.items())}
    return found


def _parse(
    texts: Sequence[str], leading: set[str], settings: Settings
) -> dict[str, tuple[Findings, int]]:
    model: LoadedModel = load_model(settings.model, MODEL_COMPONENTS)
    found: dict[str, tuple[Findings, int]] = {}
    # The zone frees what the model remembers of each batch: memory does not grow with the pile.
    with model.nlp.memory_zone():
        docs = model.nlp.pipe(texts, batch_size=_BATCH_PARAGRAPHS)
        for text, doc in zip(texts, docs, strict=True):
            found[text] = (
                run_steps(doc, leads=text in leading),
                sum(not token.is_space for token in doc),
            )
    return found


def _merge(article: Article, parts: Sequence[tuple[int, tuple[Findings, int]]]) -> Analysis:
    sentences: list[Span] = []
    mentions: list[Mention] = []
    times: list[TimeExpression] = []
    events: list[Event] = []
    speech: list[ParagraphSpeech] = []
    roles = _roles(article, parts)
    words = 0
    for offset, (findings, count) in parts:
        sentences += [Span(s.start + offset, s.end + offset) for s in findings.sentences]
        mentions += [
            Mention(Span(m.span.start + offset, m.span.end + offset), m.type)
            for m in findings.mentions
        ]
        role = roles[offset]
        if role in TIME_ROLES:
            times += [moved(_in_role(one, role), offset) for one in findings.times]
        if role in EVENT_ROLES:
            events += [
                moved_event(event, offset)
                for event in findings.events
                if event.time is not None or role in _TOP_ROLES
            ]
        if findings.speech is not None:
            speech.append(placed(findings.speech, offset, role))
        words += count
    linked = link_references(times)
    return Analysis(
        article=article.id,
        sentences=tuple(sentences),
        mentions=tuple(mentions),
        times=linked,
        events=tuple(events),
        attributions=_attributions(speech, mentions, linked),
        words=words,
    )


def _attributions(
    speech: Sequence[ParagraphSpeech], mentions: Sequence[Mention], times: Sequence[TimeExpression]
) -> tuple[Attribution, ...]:
    """The attributions of an article; every paragraph may name who is meant by `she`."""
    found = assemble([paragraph for paragraph in speech if paragraph.role in ATTRIBUTION_ROLES])
    return tuple(resolve_speakers(found, speech, mentions, times))


def _roles(article: Article, parts: Sequence[tuple[int, tuple[Findings, int]]]) -> dict[int, Role]:
    """The role of the paragraph that holds each part, by where the part begins."""
    starts = [paragraph.start for paragraph in article.paragraphs]
    holders = {offset: bisect_right(starts, offset) - 1 for offset, _ in parts}
    return {offset: article.paragraphs[number].role for offset, number in holders.items()}


def _in_role(one: TimeExpression, role: Role) -> TimeExpression:
    """A caption tells in the present tense what its picture shows, which is past."""
    if role is not Role.CAPTION or one.form.direction is not Direction.PRESENT:
        return one
    return replace(one, form=replace(one.form, direction=Direction.PAST))
