"""From articles to findings. `analyze` conducts, for a batch of articles at a time:

1. the paragraphs that are analysed (all but residue and tags; English only);
2. one parse per distinct paragraph, in batches, by one loaded model;
3. the steps, in order, on each parsed paragraph;
4. offsets moved to the article, what the paragraphs say together, one `Analysis` an article.

The unit of parsing is the paragraph: a parse is a function of its words alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import batched

from onrecord.analysis.attribution_model import attribution_model_digest
from onrecord.analysis.gather import TOP_ROLES, gather
from onrecord.analysis.model import (
    LoadedModel,
    find_model,
    folder_digest,
    load_model,
    model_identity,
)
from onrecord.analysis.parsed_words import parsed_words
from onrecord.analysis.steps import MODEL_COMPONENTS, Findings, run_steps
from onrecord.settings import Limits, Settings
from onrecord.values.article import Article, Paragraph
from onrecord.values.findings import Analysis
from onrecord.values.vocabulary import PARSED_ROLES

VERSION = "5"
"""Version of this stage: results of another one are stale."""

_ANALYSED = frozenset({"en", "und"})
_BATCH_ARTICLES = 16
_BATCH_PARAGRAPHS = 128
"""Paragraphs parsed together. Measured on two cores over 2,266 paragraphs: 3,900 words a second
in batches of 16, 5,000 of 64, 5,200 of 128 and 256, as fast as whole articles in batches of 16."""
_LONGEST_PARAGRAPH = 20_000
"""Code points: longer ones are parsed in pieces, cut at white space."""


def stage_version(settings: Settings) -> str:
    """Version of the stage with the models that it would use."""
    return f"{VERSION}-{attribution_model_digest()} {model_identity(settings.model)}"


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
        list(paragraphs_to_parse(article)) if is_analysed(article, settings.limits) else []
        for article in batch
    ]
    distinct = list(
        dict.fromkeys(a.text[s:e] for a, ps in zip(batch, pieces, strict=True) for s, e in ps)
    )
    # 2. and 3.
    leading = _leading(zip(batch, pieces, strict=True))
    parsed = _parse(distinct, leading, settings) if distinct else {}
    # 4. offsets of the article
    return [
        gather(article, [(start, parsed[article.text[start:end]]) for start, end in ps])
        for article, ps in zip(batch, pieces, strict=True)
    ]


def paragraphs_to_parse(article: Article) -> Iterator[tuple[int, int]]:
    """Where the paragraphs that are analysed begin and end, without white space at their ends; very
    long ones in pieces."""
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
        tops = {p.start: p.end for p in article.paragraphs if p.role in TOP_ROLES}
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
                parsed_words(doc).spaces.count(0),
            )
    return found
