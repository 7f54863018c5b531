"""What articles add and repeat, from sentences and links alone and with the views."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import permutations
from typing import Any

import pytest

from onrecord.linking.index import DictIndex
from onrecord.linking.pairs import Pair
from onrecord.linking.retold.link import RetoldChanges, SentencesAtHand, link_retold
from onrecord.linking.retold.sentence_text import SentenceText
from onrecord.linking.retold.told_sentences import ToldSentence, told_sentences
from onrecord.record.news import NewsViews, compile_news, news_of
from onrecord.values.article import Article, Dating, Paragraph
from onrecord.values.attributions import Attribution
from onrecord.values.days import DayInterval
from onrecord.values.figures import AsOf, Figure
from onrecord.values.findings import Analysis
from onrecord.values.ids import finding_id
from onrecord.values.links import RetoldLink
from onrecord.values.spans import Span
from onrecord.values.vocabulary import (
    AttributionKind,
    Basis,
    Bound,
    FigureKind,
    Role,
    Sourcing,
)

_LEDE = "The council of Ormsby met in the old granary."
_SANK = "The grain barge Corvina sank off the Quillport breakwater after striking a buoy."
_SANK_TOO = "A loose buoy holed the Corvina, a grain barge, and it sank off Quillport breakwater."
_GENERAL = "The breakwater is the longest on the eastern coast."
_SAID = "Orla Venn said the pilots had warned of loose buoys for years."
_CUT = "percent of the barley was insured by the port."


class _NewsPile:
    """A few articles, linked."""

    def __init__(self, articles: Mapping[str, Sequence[str]], order: Sequence[str] = ()) -> None:
        self.articles = {id_: _article(id_, lines) for id_, lines in articles.items()}
        self.analyses = {id_: _analysis(one) for id_, one in self.articles.items()}
        self.texts: dict[str, SentenceText] = {}
        self.links: dict[Pair, RetoldLink] = {}
        self.told: dict[str, tuple[ToldSentence, ...]] = {}
        index, at_hand = DictIndex(), SentencesAtHand(self)
        for id_ in order or sorted(articles):
            self.told[id_] = told_sentences(self.articles[id_], self.analyses[id_])
            self._keep(link_retold({id_: self.told[id_]}, index, at_hand))

    def _keep(self, changes: RetoldChanges) -> None:
        self.texts |= {text.id: text for text in changes.texts}
        self.links |= {pair: link for pair, link in changes.judged if link is not None}

    def article(self, article_id: str) -> Article:
        return self.articles[article_id]

    def analysis(self, article_id: str) -> Analysis:
        return self.analyses[article_id]

    def told_by(self, article_id: str) -> list[tuple[int, int, str]]:
        return [(one.start, one.end, one.text.id) for one in self.told[article_id]]

    def tellers(self, text_id: str) -> list[tuple[str, int, int]]:
        return [place[:3] for place in self.held_sentences() if place[3] == text_id]

    def retold_links_of(self, text_id: str) -> list[RetoldLink]:
        return [link for pair, link in sorted(self.links.items()) if text_id in pair]

    def sentence_text(self, text_id: str) -> SentenceText:
        return self.texts[text_id]

    def held_sentences(self) -> Iterator[tuple[str, int, int, str]]:
        for article in sorted(self.told):
            for one in self.told[article]:
                yield article, one.start, one.end, one.text.id

    def retold_links(self) -> Iterator[RetoldLink]:
        return iter([link for _, link in sorted(self.links.items())])


def _article(id_: str, lines: Sequence[str]) -> Article:
    paragraphs, start = [], 0
    for number, line in enumerate(lines):
        end = start + len(line) + 1
        role = Role.LEDE if number == 0 else Role.BODY
        paragraphs.append(Paragraph(start, end, role, ""))
        start = end
    day = date(2031, 5, 1 + int(id_[-1]))
    return Article(
        id=id_,
        name=id_,
        media_type="text/plain",
        sha256="",
        text="".join(f"{line}\n" for line in lines),
        paragraphs=tuple(paragraphs),
        language="en",
        published=Dating(DayInterval.on(day), Basis.METADATA),
    )


_CRATES = re.compile(r"(from )?((\d+) crates)")


def _crates(start: int, found: re.Match[str]) -> Figure:
    return Figure(
        span=Span(start + found.start(2), start + found.end(2)),
        number=Span(start + found.start(3), start + found.end(3)),
        low=float(found[3]),
        high=float(found[3]),
        bound=Bound.EXACT,
        kind=FigureKind.LEVEL,
        as_of=AsOf.FORMER if found[1] else AsOf.PUBLICATION,
    )


def _analysis(article: Article) -> Analysis:
    """Sentences are lines; `Orla Venn said` opens an attribution, `N crates` is a figure, and a
    former level after `from`."""
    sentences, said = [], []
    figures: list[Figure] = []
    for paragraph in article.paragraphs:
        sentences.append(Span(paragraph.start, paragraph.end - 1))
        line = article.text[paragraph.start : paragraph.end - 1]
        if line.startswith("Orla Venn said "):
            content = Span(paragraph.start + len("Orla Venn said "), paragraph.end - 2)
            said.append(
                Attribution(
                    content=(content,),
                    source=Span(paragraph.start, paragraph.start + 9),
                    cue=Span(paragraph.start + 10, paragraph.start + 14),
                    kind=AttributionKind.INDIRECT,
                    sourcing=Sourcing.NAMED,
                )
            )
        figures += [_crates(paragraph.start, one) for one in _CRATES.finditer(line)]
    return Analysis(
        article=article.id,
        sentences=tuple(sentences),
        attributions=tuple(said),
        figures=tuple(figures),
    )


def _words(news: dict[str, Any]) -> list[tuple[str, str]]:
    return [(item["kind"], item["anchor"]["text"]) for item in news["adds"]]


_ORDER = {"a1": 0, "a2": 1, "a3": 2}


def test_the_first_article_adds_and_the_next_repeats() -> None:
    """What was told nearly word for word before is listed as a repeat of the first, and not new."""
    pile = _NewsPile({"a1": [_LEDE, _SANK], "a2": ["Ships were late that day.", _SANK]})
    assert ("event", _SANK) in _words(news_of("a1", pile, _ORDER))
    later = news_of("a2", pile, _ORDER)
    assert ("event", _SANK) not in _words(later)
    start = len("Ships were late that day.") + 1
    assert later["repeats"] == [
        {
            "start": start,
            "end": start + len(_SANK),
            "kind": "repeat",
            "of": {"article": "a1", "start": len(_LEDE) + 1, "end": len(_LEDE) + 1 + len(_SANK)},
        }
    ]


def test_other_words_are_a_retelling() -> None:
    """The same told in another order of words is no news."""
    pile = _NewsPile({"a1": [_LEDE, _SANK], "a2": ["Ships were late that day.", _SANK_TOO]})
    assert [one["kind"] for one in news_of("a2", pile, _ORDER)["repeats"]] == ["retelling"]


def test_what_always_is_and_what_is_cut_off_is_no_news() -> None:
    """Generalities and pieces of sentences are neither news nor repeats."""
    pile = _NewsPile({"a1": [_LEDE, _GENERAL, _CUT, _SANK]})
    assert _words(news_of("a1", pile, _ORDER)) == [("event", _LEDE), ("event", _SANK)]


def test_what_somebody_said_is_a_statement() -> None:
    """An attribution makes its sentence a statement, not an event."""
    pile = _NewsPile({"a1": [_LEDE, _SAID]})
    assert ("statement", _SAID) in _words(news_of("a1", pile, _ORDER))


def test_the_order_of_adding_does_not_matter() -> None:
    """The order of the record decides, whichever came in first."""
    lines = {"a1": [_LEDE, _SANK], "a2": [_LEDE, _SANK], "a3": [_LEDE, _SANK_TOO]}
    made = [
        compile_news(_NewsPile(lines, order), NewsViews(), _ORDER) for order in permutations(lines)
    ]
    assert all(one == made[0] for one in made)
    assert [len(one["adds"]) for one in made[0]] == [2, 0, 0]


def _figures(pile: _NewsPile, article: str) -> list[str]:
    return [
        finding_id("figure", article, one.span.start, one.span.end)
        for one in pile.analyses[article].figures
    ]


def _series(*readings: list[str]) -> dict[str, Any]:
    return {"id": "s", "readings": [{"figures": one} for one in readings]}


def test_a_figure_brings_its_value_before() -> None:
    """A new number of a series is news, with the last other number told before."""
    one, other = "The quay held 40 crates at noon.", "The quay held 65 crates at noon."
    pile = _NewsPile({"a1": [_LEDE, one], "a2": ["Ships were late that day.", other]})
    ids = [*_figures(pile, "a1"), *_figures(pile, "a2")]
    views = NewsViews(series=[_series([ids[0]], [ids[1]])])
    first, second = compile_news(pile, views, {"a1": 0, "a2": 1})
    assert "figure" not in {item["kind"] for item in first["adds"]}
    (figure,) = [item for item in second["adds"] if item["kind"] == "figure"]
    assert (figure["anchor"]["text"], figure["before"]["text"]) == ("65 crates", "40 crates")
    again = NewsViews(series=[_series(ids)])
    told = compile_news(pile, again, {"a1": 0, "a2": 1})[1]["adds"]
    assert "figure" not in {item["kind"] for item in told}


@pytest.mark.parametrize(
    "both",
    [
        "The quay held 65 crates that noon, down from 90 crates.",
        "What the quay held fell from 90 crates to 65 crates that noon.",
    ],
)
def test_a_former_level_is_no_news(both: str) -> None:
    """A number told as what was before is no news, and none that a later number changes from."""
    pile = _NewsPile({
        "a1": [_LEDE, "The quay held 40 crates at noon."],
        "a2": ["Ships were late that day.", both],
        "a3": ["Ships were early for once.", "The quay held 12 crates at noon."],
    })  # fmt: skip
    readings = [[id_] for name in ("a1", "a2", "a3") for id_ in _figures(pile, name)]
    compiled = compile_news(pile, NewsViews(series=[_series(*readings)]), _ORDER)
    shown = [
        (item["anchor"]["text"], item["before"]["text"])
        for news in compiled
        for item in news["adds"]
        if item["kind"] == "figure"
    ]
    assert shown == [("65 crates", "40 crates"), ("12 crates", "65 crates")]


def test_names_and_differences_are_told_by_who_brings_them() -> None:
    """The first to print a name adds it; a difference belongs to the later of its sides."""
    pile = _NewsPile({"a1": [_LEDE, _SAID], "a2": ["Ships were late that day.", _SAID]})
    at = len(_LEDE) + 1
    entity = {
        "id": "e",
        "type": "person",
        "mentions": [{"article": "a2", "start": 26, "end": 35},
                     {"article": "a1", "start": at, "end": at + 9}],
    }  # fmt: skip
    sides = [{"article": id_, "start": 0, "end": 9, "text": ""} for id_ in ("a1", "a2")]
    one = {"id": "d", "reason": "conflict", "left": sides[1], "right": sides[0]}
    views = NewsViews(entities=[entity], differences=[one, one | {"reason": "wording"}])
    first, second = compile_news(pile, views, {"a1": 0, "a2": 1})
    assert ("name", "Orla Venn") in _words(first)
    assert [(item["kind"], item["why"], item["before"]["article"]) for item in second["adds"]
            if item["kind"] in ("name", "difference")] == [("difference", "conflict", "a1")]  # fmt: skip
