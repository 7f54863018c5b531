"""The figures of an article as the record shows and compares them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from onrecord.linking.figures.fact import Mood
from onrecord.record.attributions_view import NamedEntities, NoEntities
from onrecord.record.figure_facts import Printing, copies_of, figure_facts
from onrecord.record.figure_names import ScopeNames, words_beside
from onrecord.record.figures_view import figure_id, figures_json
from onrecord.values.article import Article, Dating, Field, Paragraph
from onrecord.values.attributions import Attribution
from onrecord.values.days import DayInterval
from onrecord.values.figures import AsOf, Figure
from onrecord.values.findings import Analysis, Mention
from onrecord.values.ids import finding_id
from onrecord.values.spans import Span
from onrecord.values.vocabulary import (
    AttributionKind,
    Basis,
    Bound,
    EntityType,
    FigureKind,
    Modality,
    Role,
    Sourcing,
)

_TEXT = (
    "About 5,200 Norwegian troops are in northern Vale, the ministry said.\n"
    "Two of them were hurt in the town of Elm in Vale.\n"
)
_DAY = DayInterval.on(date(2031, 5, 4))
_ENTITIES = [
    {"id": "e-vale", "name": "Vale", "aliases": []},
    {"id": "e-elm", "name": "Elm", "aliases": []},
    {"id": "e-norway", "name": "Norway", "aliases": ["Norwegian"]},
    {"id": "e-ministry", "name": "Ministry of War", "aliases": ["the ministry"]},
]


def _at(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = _TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def _article() -> Article:
    border = _TEXT.index("Two")
    return Article(
        id="a" * 16,
        name="a.txt",
        media_type="text/plain",
        sha256="0" * 64,
        text=_TEXT,
        paragraphs=(
            Paragraph(0, border, Role.LEDE, "test"),
            Paragraph(border, len(_TEXT), Role.BODY, "test"),
        ),
        language="en",
        outlet=Field("Vale Post", Basis.STATED, None, "test"),
        published=Dating(_DAY, Basis.STATED),
    )


_TROOPS = Figure(
    span=Span(0, _at("troops").end),
    number=_at("5,200"),
    low=5200,
    high=5200,
    bound=Bound.ABOUT,
    bound_word=_at("About"),
    step=100,
    counted=_at("Norwegian troops"),
    head="troop",
    kind=FigureKind.LEVEL,
    modality=Modality.REPORTED,
    place=_at("northern Vale"),
    owner=_at("Norwegian"),
    attribution=Span(0, _at("northern Vale").end),
    why="number: plain",
)
_HURT = Figure(
    span=_at("Two of them"),
    number=_at("Two"),
    low=2,
    high=2,
    bound=Bound.EXACT,
    step=1,
    counted=_at("Norwegian troops"),
    head="troop",
    outcome="wounded",
    kind=FigureKind.COUNT,
    as_of=AsOf.PAST,
    place=_at("Elm"),
    owner=_at("Norwegian"),
    inferred=("owner",),
    part_of=_at("5,200"),
)
_SAID = Attribution(
    content=(Span(0, _at("northern Vale").end),),
    source=_at("the ministry"),
    cue=_at("said"),
    kind=AttributionKind.INDIRECT,
    sourcing=Sourcing.ORGANISATION,
    speaker=_at("the ministry"),
)


def _analysis() -> Analysis:
    return Analysis(
        article="a" * 16,
        sentences=(Span(0, _at("said.").end), Span(_at("Two").start, len(_TEXT) - 1)),
        mentions=(
            Mention(_at("Vale"), EntityType.PLACE),
            Mention(_at("Elm"), EntityType.PLACE),
            Mention(_at("Vale", 1), EntityType.PLACE),
        ),
        attributions=(_SAID,),
        figures=(_TROOPS, _HURT),
    )


def _named(article: str, start: int, end: int) -> str | None:
    words = {"Vale": "e-vale", "Elm": "e-elm", "Norwegian": "e-norway"}
    words["the ministry"] = "e-ministry"
    return next((id_ for form, id_ in words.items() if form in _TEXT[start:end]), None)


def _entities() -> NamedEntities:
    return NamedEntities(_ENTITIES, _named)


def _facts() -> list[Any]:
    names = ScopeNames(_ENTITIES, _entities())
    return list(figure_facts(_article(), _analysis(), names, Printing(order=7, copies="c")))


def test_a_figure_as_json() -> None:
    """A figure has its number, what it counts, whose and where, as of when, and its places."""
    assert next(figures_json(_article(), _analysis(), _entities())) == {
        "id": figure_id("a" * 16, _TROOPS.span),
        "article": "a" * 16,
        "start": 0,
        "end": 28,
        "low": 5200,
        "high": 5200,
        "bound": "about",
        "unit": None,
        "counted": "Norwegian troops",
        "scope": {"place": "northern Vale", "owner": "Norway", "part": None},
        "as_of": {
            "first": "2031-05-04",
            "last": "2031-05-04",
            "basis": "publication",
            "how": "publication",
        },
        "kind": "level",
        "modality": "reported",
        "attribution": finding_id("attribution", "a" * 16, 0, _at("northern Vale").end),
        "counted_at": [12, 28],
        "number": [6, 11],
        "bound_word": "About",
        "per": None,
        "direction": None,
        "outcome": None,
        "part_of": None,
        "scope_at": {"place": [36, 49], "owner": [12, 21], "part": None},
        "time": None,
        "incident": None,
        "inferred": [],
        "why": "number: plain",
    }


def test_a_part_names_its_whole() -> None:
    """`Two of them` is part of the figure whose number it hangs on."""
    one = list(figures_json(_article(), _analysis(), NoEntities()))[1]
    assert one["part_of"] == figure_id("a" * 16, _TROOPS.span)
    assert (one["scope"]["owner"], one["inferred"]) == ("Norwegian", ["owner"])


def test_an_article_without_figures_gives_none() -> None:
    """Nothing found is nothing shown."""
    none = Analysis(article="a" * 16)
    assert list(figures_json(_article(), none, NoEntities())) == []
    names = ScopeNames([], NoEntities())
    assert list(figure_facts(_article(), none, names, Printing(order=0))) == []


def test_a_figure_as_it_is_compared() -> None:
    """A fact has the entities of its scope, who gives it, where it is printed, and when."""
    fact = _facts()[0]
    assert (fact.owner.key, fact.place.key) == ("e-norway", "e-vale northern")
    assert (fact.sayer, fact.sayer_name) == ("e-ministry", "Ministry of War")
    assert (fact.outlet, fact.copies, fact.order, fact.told) == ("Vale Post", "c", 7, _DAY)
    assert fact.mood is Mood.ACTUAL
    assert _TEXT[slice(*fact.sentence)].startswith("About 5,200")
    assert fact.near == {"norwegian", "troop", "northern", "vale", "ministri"}


def test_more_of_a_kind_are_not_all_of_it() -> None:
    """`another 10` and `21 others` come to some that are counted elsewhere."""
    text = "Another ten troops left. Then 21 others and the 5,200 more."
    article = replace(_article(), text=text)
    spans = [Span(8, 11), Span(30, 32), Span(48, 53)]
    found = [
        replace(
            _TROOPS,
            span=s,
            number=s,
            bound_word=None,
            place=None,
            owner=None,
            counted=None,
            attribution=None,
        )
        for s in spans
    ]
    analysis = Analysis(article="a" * 16, figures=tuple(found))
    names = ScopeNames([], NoEntities())
    facts = figure_facts(article, analysis, names, Printing(order=0))
    assert [fact.part and fact.part.name for fact in facts] == ["another", "others", "more"]


def test_what_holds_a_place() -> None:
    """A place that is told to lie in another one knows that one, and the places named around."""
    fact = _facts()[1]
    assert (fact.place.key, fact.within) == ("e-elm", ("e-vale",))
    assert fact.named == {"e-vale", "e-elm"}
    assert fact.part_of == figure_id("a" * 16, _TROOPS.span)


@pytest.mark.parametrize(
    ("printed", "name", "beside"),
    [
        ("northern Vale", "Vale", ["northern"]),
        ("the city of Vale", "Vale", []),
        ("Gen. Vale", "Vale", []),
    ],
)
def test_words_beside_a_name(printed: str, name: str, beside: list[str]) -> None:
    """A part of a place is another place; what kind of place it is tells nothing."""
    assert words_beside(printed, name) == beside


def test_names_are_equal_across_articles() -> None:
    """A nationality is its country's entity where there is one, else its country; other words are
    compared folded."""
    names = ScopeNames(_ENTITIES, NoEntities())
    place = Span(0, 1)
    assert names.named("b", place, "Norwegian").key == "e-norway"
    assert names.named("b", place, "the Norwegian").key == "e-norway"
    assert names.named("b", place, "Danish") == names.named("b", place, "Denmark")
    assert names.named("b", place, "the Upper Mere").key == "~upper mere"


def test_a_form_of_two_entities_names_neither() -> None:
    """Where two entities bear one form the words stand for themselves."""
    two = [{"id": "e-1", "name": "Elm", "aliases": []}, {"id": "e-2", "name": "Elm", "aliases": []}]
    assert ScopeNames(two, NoEntities()).of_words("Elm").key == "~elm"


def test_copies_are_groups_of_two_or_more() -> None:
    """An article alone is no copy."""
    assert copies_of([("g1", ["a", "b"]), ("g2", ["c"])]) == {"a": "g1", "b": "g1"}
