"""Statements: what one speaker is told to have said in several articles, in whatever words."""

from __future__ import annotations

import itertools
from typing import Any

from onrecord.record.agreement.statements import SaidThere, compile_statements
from onrecord.record.agreement.tellers import tellers_of
from onrecord.record.attributions_view import NoEntities, attributions_json
from onrecord.record.origins import read_origins
from origin_makers import Pile, Report, Said, identity

FIRST = "Pell said that the gates at Kerrow had been shut by the keeper since Easter."
AGAIN = "The Kerrow gates were shut by their keeper at Easter, according to Pell."
OTHER = "Pell, who had the gates at Kerrow shut by the keeper, said that she likes tea."


def statements(
    *reports: Report, retold: Any = (), variants: Any = ()
) -> tuple[list[dict[str, Any]], list[list[str]]]:
    """The statements, and of each the names of its articles."""
    pile = Pile(list(reports), retold=retold)
    order = {one.id: n for n, one in enumerate(pile.summaries())}
    names = {identity(one.name): one.name for one in reports}
    said = SaidThere.of(order)
    attributions = [
        one
        for id_ in order
        for one in said.passing(
            attributions_json(pile.article(id_), pile.analysis(id_), NoEntities())
        )
    ]
    by_name = {(names[one["article"]], n): one["id"] for n, one in enumerate(attributions)}
    articles = {id_: name for (name, _), id_ in by_name.items()}
    found = compile_statements(
        said,
        [
            {"id": "v", "attributions": [a["id"] for a in attributions if a["article"] in held]}
            for held in ({identity(name) for name in group} for group in variants)
        ],
        pile.held_sentences(),
        pile.retold_links(),
        tellers_of(read_origins(pile)),
        text_of=lambda id_: pile.article(id_).text,
    )
    return found, [[articles[id_] for id_ in one["attributions"]] for one in found]


def report(name: str, line: str, content: str, **kwargs: Any) -> Report:
    """An article of one line that has one speaker say something."""
    said = Said(
        content=content, source=kwargs.pop("source", "Pell"), speaker=kwargs.pop("who", None)
    )
    outlet = kwargs.pop("outlet", f"Outlet {name}")
    return Report(name=name, lines=(line,), outlet=outlet, said=(said,), **kwargs)


A = report("a", FIRST, "the gates at Kerrow had been shut by the keeper since Easter")
B = report("b", AGAIN, "The Kerrow gates were shut by their keeper at Easter", day="2031-05-04")


def test_the_same_in_other_words() -> None:
    """Two sentences that tell the same of one speaker are one statement."""
    found, articles = statements(A, B, retold=[(FIRST, AGAIN)])
    assert articles == [["a", "b"]]
    assert found[0]["agreement"]["origins"] == 2
    (why,) = found[0]["why"]
    assert (why["left"], why["right"]) == tuple(found[0]["attributions"])
    assert why["why"] == "same-words: 5 words"


def test_another_speaker_is_another_statement() -> None:
    """What two people are told to have said is not one statement."""
    line = AGAIN.replace("Pell", "Orrick")
    other = report("b", line, "The Kerrow gates were shut by their keeper", source="Orrick")
    assert statements(A, other, retold=[(FIRST, line)]) == ([], [])


def test_sentences_alike_with_other_words_said() -> None:
    """It is the speaker's own words that must tell the same."""
    other = report("b", OTHER, "she likes tea")
    assert statements(A, other, retold=[(FIRST, OTHER)]) == ([], [])


def test_one_wording_is_one_statement() -> None:
    """Printings of one variant are one, whatever their sentences are like."""
    line = "Asked when, Pell named Easter, and the gates at Kerrow."
    other = report("b", line, "the gates at Kerrow", day="2031-05-04")
    found, articles = statements(A, other, variants=[("a", "b")])
    assert articles == [["a", "b"]]
    assert found[0]["why"][0]["why"] == "one-utterance: v"


def test_one_article_alone_is_no_statement() -> None:
    """Two articles or more."""
    assert statements(A) == ([], [])


def test_equal_sentences_need_no_link() -> None:
    """Copies of one sentence are one, and of one outlet they are one origin."""
    again = report(
        "b",
        FIRST,
        "the gates at Kerrow had been shut by the keeper since Easter",
        outlet="Outlet a",
        day="2031-05-04",
    )
    found, articles = statements(A, again)
    assert articles == [["a", "b"]]
    assert found[0]["agreement"]["marks"] == ["single-origin"]
    assert [why["why"] for why in found[0]["why"]] == ["equal-sentence"]


def test_every_attribution_in_one_statement_at_most() -> None:
    """What two groups would hold stands in the one that it is linked with most."""
    reports = [
        report(n, line, line[len("Pell said that ") : -1], day=f"2031-05-0{number}")
        for number, (n, line) in enumerate(
            {
                "a": FIRST,
                "b": "Pell said that the keeper had shut the gates at Kerrow since Easter.",
                "c": "Pell said that the keeper shut the Kerrow gates and left at Easter.",
                "d": "Pell said that the keeper left Kerrow at Easter and shut the gates.",
            }.items(),
            start=1,
        )
    ]
    lines = [one.lines[0] for one in reports]
    found, _ = statements(*reports, retold=list(itertools.pairwise(lines)))
    held = [id_ for one in found for id_ in one["attributions"]]
    assert held
    assert len(held) == len(set(held))
