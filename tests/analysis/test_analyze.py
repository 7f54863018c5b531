"""The analysis: findings stand at their words, and depend on the paragraph alone."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from analysis_types import Analyse, Make
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.analysis import analyze as module
from onrecord.analysis.analyze import analyze, is_analysed, stage_version
from onrecord.settings import Limits, Settings
from onrecord.values.article import Article
from onrecord.values.findings import Analysis
from onrecord.values.vocabulary import EntityType

LEDE = (
    "Angela Norwood met the United Nations envoy in Vienna on Monday. “Nobody asked us,” she said."
)
SECOND = (
    "The German minister’s letter reached Paris, but John Doe's office in Berlin did not answer it."
)
THIRD = "Two men drowned near Budapest. The river was high."


def words(article: Article, analysis: Analysis) -> list[tuple[str, str]]:
    """The mentions as printed, with their types."""
    return [(article.slice(m.span), m.type.value) for m in analysis.mentions]


def sentences(article: Article, analysis: Analysis) -> list[str]:
    return [article.slice(s) for s in analysis.sentences]


def test_findings_stand_at_their_words(make: Make, analyse: Analyse) -> None:
    """Slicing the article at a finding gives a name or a sentence without the space around it."""
    article = make(("headline", "Norwood in Vienna"), ("lede", f"  {LEDE}"), ("body", SECOND))
    (analysis,) = analyse(article)
    assert analysis.article == article.id
    assert sentences(article, analysis)[1:] == [
        "Angela Norwood met the United Nations envoy in Vienna on Monday.", "“Nobody asked us,” she said.", SECOND,
    ]  # fmt: skip
    found = words(article, analysis)
    for name in [
        ("Angela Norwood", "person"),
        ("Vienna", "place"),
        ("German", "group"),
        ("Paris", "place"),
        ("Berlin", "place"),
    ]:
        assert name in found
    assert all(text == text.strip(" \n“”’'.,") for text, _ in found)


def test_findings_are_in_order_and_inside_of_their_paragraphs(make: Make, analyse: Analyse) -> None:
    """Sentences do not overlap, mentions neither, and none runs over the end of a paragraph."""
    article = make(("lede", LEDE), ("body", SECOND), ("caption", THIRD))
    (analysis,) = analyse(article)
    for spans in ([m.span for m in analysis.mentions], list(analysis.sentences)):
        assert spans
        assert all(a.end <= b.start for a, b in pairwise(spans))
        for span in spans:
            assert any(p.start <= span.start and span.end <= p.end for p in article.paragraphs)


@pytest.mark.parametrize("role", ["residue", "tags"])
def test_what_is_set_aside_is_not_analysed(make: Make, analyse: Analyse, role: str) -> None:
    """Residue and tags give nothing, and their words are not counted."""
    alone = make(("body", SECOND))
    article = make(("body", SECOND), (role, LEDE))
    assert analyse(article)[0] == analyse(alone)[0]


@pytest.mark.parametrize(
    "role", ["headline", "dek", "byline", "credit", "caption", "notice", "subhead", "contributor"]
)
def test_all_other_roles_are_analysed(make: Make, analyse: Analyse, role: str) -> None:
    """Every paragraph that is part of the article is parsed, whatever part it plays."""
    (analysis,) = analyse(make((role, LEDE)))
    assert analysis.words > 10
    assert EntityType.PERSON in {m.type for m in analysis.mentions}


@pytest.mark.parametrize(("language", "analysed"), [("en", True), ("und", True), ("de", False)])
def test_another_language_is_kept_unanalysed(
    make: Make, analyse: Analyse, language: str, analysed: bool
) -> None:
    """Only English, and what cannot be told, is analysed; the rest has no findings at all."""
    article = make(("body", LEDE), language=language)
    assert is_analysed(article, Limits()) is analysed
    (analysis,) = analyse(article)
    assert (analysis != Analysis(article=article.id)) is analysed


def test_a_text_over_the_limit_is_not_analysed(make: Make, analyse: Analyse) -> None:
    """A text one character over the limit has no findings; one at the limit has."""
    article = make(("body", LEDE))
    for limit, analysed in [(len(article.text), True), (len(article.text) - 1, False)]:
        chosen = Settings(limits=Limits(article_characters=limit))
        assert is_analysed(article, chosen.limits) is analysed
        assert bool(analyse(article, settings=chosen)[0].sentences) is analysed


def test_identical_paragraphs_have_identical_findings(make: Make, analyse: Analyse) -> None:
    """The findings of a paragraph are a function of its words, wherever it stands."""
    article = make(("lede", SECOND), ("body", THIRD), ("body", SECOND))
    other = make(("body", LEDE), ("body", SECOND), id="1" * 16)
    one, two = analyse(article, other)

    def within(made: Article, analysis: Analysis, number: int) -> list[tuple[int, int]]:
        paragraph = made.paragraphs[number]
        spans = [*analysis.sentences, *(m.span for m in analysis.mentions)]
        return [
            (s.start - paragraph.start, s.end - paragraph.start)
            for s in spans
            if paragraph.start <= s.start < paragraph.end
        ]

    assert within(article, one, 0) == within(article, one, 2) == within(other, two, 1) != []


POOL = [LEDE, SECOND, THIRD, "Yes.", "…", "LIVE", "“Go,” said Anna Roe.", "A " * 300 + "river."]


@settings(deadline=None, max_examples=12)
@given(st.lists(st.lists(st.sampled_from(POOL), max_size=3), min_size=1, max_size=20), st.randoms())
def test_neighbours_do_not_matter(
    make: Make, analyse: Analyse, pile: list[list[str]], chance: random.Random
) -> None:
    """An article has the same findings alone, in any batch, and in any order."""
    articles = [make(*(("body", w) for w in ws), id=f"{n:016x}") for n, ws in enumerate(pile)]
    together = {a.article: a for a in analyse(*articles)}
    shuffled = list(articles)
    chance.shuffle(shuffled)
    assert {a.article: a for a in analyse(*shuffled)} == together
    alone = chance.choice(articles)
    assert analyse(alone) == [together[alone.id]]


def test_one_analysis_for_each_article_in_order(make: Make, analyse: Analyse) -> None:
    """Also over more articles than are analysed at once, and for those without words."""
    articles = [make(*([("body", THIRD)] if n % 2 else []), id=f"{n:016x}") for n in range(35)]
    assert [a.article for a in analyse(*articles)] == [a.id for a in articles]
    assert analyse() == []


def test_a_paragraph_over_the_length_limit(
    make: Make, analyse: Analyse, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A very long paragraph is parsed in pieces, cut at white space, and nothing falls out."""
    monkeypatch.setattr(module, "_LONGEST_PARAGRAPH", 120)
    article = make(("body", " ".join([SECOND] * 4)), ("body", "x" * 500))
    (analysis,) = analyse(article)
    assert [w for w, _ in words(article, analysis)].count("Paris") == 4
    assert "".join(sentences(article, analysis)).replace(" ", "") == article.text.replace(
        "\n\n", ""
    ).replace(" ", "")


def test_the_model_is_not_loaded_for_nothing(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Articles without a paragraph to parse need no model."""
    monkeypatch.setattr(module, "load_model", lambda *_: pytest.fail("the model was loaded"))
    articles = [make(("residue", LEDE)), make(("body", LEDE), language="fr"), make()]
    assert [a.words for a in analyze(articles, Settings())] == [0, 0, 0]


def test_the_version_names_the_model() -> None:
    """Results of another model are stale, as those of another version of the stage are."""
    version = stage_version(Settings())
    assert version.startswith(f"{module.VERSION}-")
    assert len(version.split()) == 3
