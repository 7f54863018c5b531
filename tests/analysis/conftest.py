"""What the tests of the analysis share: the real model, loaded once, and articles to analyse."""

from __future__ import annotations

import pytest
from analysis_types import Analyse, Make
from spacy.language import Language

from onrecord.analysis.analyze import analyze
from onrecord.analysis.model import load_model
from onrecord.analysis.steps import MODEL_COMPONENTS
from onrecord.settings import Settings
from onrecord.values.article import Article, Paragraph
from onrecord.values.findings import Analysis
from onrecord.values.vocabulary import Role


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The language model as the analysis uses it."""
    return load_model(Settings().model, MODEL_COMPONENTS).nlp


@pytest.fixture(scope="session")
def make() -> Make:
    """Makes an article of (role, words) pairs, a blank line between them."""

    def make_article(*parts: tuple[str, str], language: str = "en", id: str = "0" * 16) -> Article:
        text, paragraphs = "", []
        for role, words in parts:
            start = len(text)
            text += words + "\n\n"
            paragraphs.append(Paragraph(start, len(text), Role(role), "test"))
        return Article(
            id=id,
            name="a.txt",
            media_type="text/plain",
            sha256="",
            text=text,
            paragraphs=tuple(paragraphs),
            language=language,
        )

    return make_article


@pytest.fixture(scope="session")
def analyse(nlp: Language) -> Analyse:
    """Analyses articles with the real model."""

    def analyse_articles(*articles: Article, settings: Settings | None = None) -> list[Analysis]:
        return list(analyze(articles, settings or Settings()))

    return analyse_articles
