"""As of when a figure holds: by the expression of its clause, by tense, by the article's day."""

from __future__ import annotations

import pytest
from figure_numbers_by_hand import circumstance_of
from spacy.language import Language

from onrecord.analysis.figures.circumstances import read_circumstances
from onrecord.analysis.figures.parts import Counted, Number
from onrecord.analysis.parsed_words import parsed_words
from onrecord.analysis.times import find_times
from onrecord.values.figures import AsOf
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Bound, FigureKind

DATED = [
    ("In March the blast killed 300 people.", "300", "count", AsOf.EXPRESSION, "March"),
    ("The blast on Friday killed 300 people.", "300", "count", AsOf.EXPRESSION, "Friday"),
    ("Friday's blast killed 300 people.", "300", "count", AsOf.EXPRESSION, "Friday"),
    (
        "The blast killed 300 people on Friday, police said.",
        "300",
        "count",
        AsOf.EXPRESSION,
        "Friday",
    ),
    ("A bomb exploded on Friday, killing 300 people.", "300", "count", AsOf.EXPRESSION, "Friday"),
    ("Some 300 people were killed in Friday's blast.", "300", "count", AsOf.EXPRESSION, "Friday"),
    (
        "The mine leaked until June, after spilling water since May 3, when a blast killed 24 men.",
        "24",
        "count",
        AsOf.EXPRESSION,
        "May 3",
    ),
    ("The mill has hired 300 workers since May.", "300", "count", AsOf.SINCE, "May"),
    ("So far this year 300 people have died.", "300", "count", AsOf.SINCE, "this year"),
    ("The force had 300 guards until May.", "300", "level", AsOf.UNTIL, "May"),
    ("As of Tuesday 300 boats were at sea.", "300", "count", AsOf.EXPRESSION, "Tuesday"),
    ("As of Tuesday the force had 300 guards.", "300", "level", AsOf.EXPRESSION, "Tuesday"),
    ("The force will have 300 guards by June 2031.", "300", "level", AsOf.FUTURE, "June 2031"),
    ("The fund paid $5 million last year.", "$5 million", "money", AsOf.EXPRESSION, "last year"),
    (
        "In the past two weeks 300 people died.",
        "300",
        "count",
        AsOf.EXPRESSION,
        "the past two weeks",
    ),
    (
        "From October to May the storms killed 300 people.",
        "300",
        "count",
        AsOf.EXPRESSION,
        "October to May",
    ),
    ("The toll rose to 300 on Friday.", "300", "count", AsOf.EXPRESSION, "Friday"),
    (
        "He raised $13 million by the end of May, and added $4 million in June.",
        "$13 million",
        "money",
        AsOf.EXPRESSION,
        "the end of May",
    ),
    (
        "He raised $13 million by the end of May, and added $4 million in June.",
        "$4 million",
        "money",
        AsOf.EXPRESSION,
        "June",
    ),
    (
        "Some 300 people died when a bomb exploded on Friday.",
        "300",
        "count",
        AsOf.EXPRESSION,
        "Friday",
    ),
    ("Some 300 have died since the war began in May.", "300", "count", AsOf.SINCE, "May"),
    ("At least 300 died Friday the mayor said.", "300", "count", AsOf.EXPRESSION, "Friday"),
    (
        "The $3 million it spent from April to June is gone.",
        "$3 million",
        "money",
        AsOf.EXPRESSION,
        "April to June",
    ),
    (
        "The bill would save $5 million over the next decade.",
        "$5 million",
        "money",
        AsOf.FUTURE,
        "the next decade",
    ),
    ("So far in 2031 300 have died.", "300", "count", AsOf.SINCE, "2031"),
    ("Crews gave out 300 tents since Friday's flood.", "300", "count", AsOf.SINCE, "Friday"),
    (
        "The firm said last week that about 70 percent of the masts worked.",
        "70 percent",
        "share",
        AsOf.EXPRESSION,
        "last week",
    ),
    (
        "The ministry said on Friday that the force has 300 guards.",
        "300",
        "level",
        AsOf.EXPRESSION,
        "Friday",
    ),
    (
        "The bank is authorized to lend $85 million from May 16.",
        "$85 million",
        "money",
        AsOf.FUTURE,
        "May 16",
    ),
    (
        "At least 300 people had been killed since the landing in March 2030.",
        "300",
        "count",
        AsOf.SINCE,
        "March 2030",
    ),
    ("On Friday raiders killed 40 men and wounded 300.", "300", "count", AsOf.EXPRESSION, "Friday"),
]
UNDATED = [
    ("The force has 300 guards.", "300", "level", AsOf.PUBLICATION),
    ("The ministry said on Friday that 300 guards died.", "300", "count", AsOf.PAST),
    ("The ministry said the force had 300 guards.", "300", "level", AsOf.PUBLICATION),
    ("There were 300 guards at the gate.", "300", "level", AsOf.PUBLICATION),
    ("The mayor said that 60 percent agreed.", "60 percent", "share", AsOf.PUBLICATION),
    ("The fund has paid out $5 million.", "$5 million", "money", AsOf.PAST),
    ("Police said Friday 300 people had died.", "300", "count", AsOf.PAST),
    ("Some 300 people died, police said Friday.", "300", "count", AsOf.PAST),
    ("Bomb kills 300 in Vale", "300", "count", AsOf.PAST),
    ("The ministry will send 300 guards.", "300", "level", AsOf.FUTURE),
    ("The flood could kill 300 people.", "300", "count", AsOf.FUTURE),
    ("The flood may have killed 300 people.", "300", "count", AsOf.PAST),
    ("Friday's talks come after 300 guards were hurt.", "300", "count", AsOf.PAST),
    (
        "Thanks to its April sale the firm has $300 million.",
        "$300 million",
        "money",
        AsOf.PUBLICATION,
    ),
    ("The town kept 300 letters on the 1963 fire.", "300", "count", AsOf.PAST),
    ("The shares cost $5, their lowest since 1997.", "$5", "money", AsOf.PUBLICATION),
    ("“The mill paid $5,” she said.", "$5", "money", AsOf.PAST),
    ("He's expelled 60 men.", "60", "count", AsOf.PAST),
    (
        "Sixteen years after the May floods, the town owns 300 boats.",
        "300",
        "count",
        AsOf.PUBLICATION,
    ),
    ("She complained on Monday of the risk that she may not get $5.", "$5", "money", AsOf.FUTURE),
    ("The hall seats 300 from 0910 to 0930.", "300", "level", AsOf.PUBLICATION),
    ("The law costs the city 300 trees.", "300", "count", AsOf.PUBLICATION),
    ("The vote comes on Friday, after 300 guards left.", "300", "count", AsOf.PAST),
    ("More people left than in May: 300 of them.", "300", "count", AsOf.PAST),
    ("The gate was shut on Friday and police said they saw 300 boats.", "300", "count", AsOf.PAST),
]


@pytest.mark.parametrize(("sentence", "printed", "kind", "as_of", "time"), DATED)
def test_what_dates_a_figure(
    nlp: Language, sentence: str, printed: str, kind: str, as_of: AsOf, time: str
) -> None:
    """The expression that hangs nearest to it, and what its preposition and tense make of it."""
    found = circumstance_of(nlp, sentence, printed, kind)
    assert found.time is not None
    assert (found.as_of, found.time.slice(sentence)) == (as_of, time)


@pytest.mark.parametrize(("sentence", "printed", "kind", "as_of"), UNDATED)
def test_what_no_expression_dates(
    nlp: Language, sentence: str, printed: str, kind: str, as_of: AsOf
) -> None:
    """An expression that dates another clause is none of its own; then tense and kind tell."""
    found = circumstance_of(nlp, sentence, printed, kind)
    assert (found.as_of, found.time) == (as_of, None)


def test_a_level_has_no_expression_of_the_former_one(nlp: Language) -> None:
    """`3,900 are out, down from 7,350 in March`: March is of the 7,350 alone."""
    sentence = "About 3,900 people are in tents, down from 7,350 in March."
    words = parsed_words(nlp(sentence))
    numbers, counted = [], []
    for printed, former in (("3,900", False), ("7,350", True)):
        at = words.words.index(printed)
        span = Span(words.starts[at], words.ends[at])
        numbers.append(
            Number(first=at, last=at, number=span, span=span, low=1, high=1, bound=Bound.EXACT)
        )
        counted.append(Counted(kind=FigureKind.LEVEL, former=former))
    now, before = read_circumstances(words, numbers, counted, find_times(nlp(sentence)))
    assert (now.as_of, now.time) == (AsOf.PUBLICATION, None)
    assert before.as_of is AsOf.FORMER
    assert before.time is not None
    assert before.time.slice(sentence) == "March"


def test_a_change_starts_from_a_former_level(nlp: Language) -> None:
    """`a cut from 300` and `fell from 300` tell of a level that is over."""
    for sentence in ("He ordered a reduction from 300 guards.", "The force fell from 300 guards."):
        assert circumstance_of(nlp, sentence, "300", "level").as_of is AsOf.FORMER


def test_a_toll_runs_up_to_its_day(nlp: Language) -> None:
    """`By Friday 300 had been killed` counts all up to then."""
    sentence = "By Friday, 300 people had been killed."
    assert circumstance_of(nlp, sentence, "300", outcome="killed").as_of is AsOf.UNTIL
    assert circumstance_of(nlp, sentence, "300").as_of is AsOf.EXPRESSION


def test_a_former_level_keeps_its_own_expression(nlp: Language) -> None:
    """`from 3,000 last year to 2,500`: the expression is of the former one alone."""
    sentence = "The force fell from 3,000 soldiers last year to 2,500."
    former = circumstance_of(nlp, sentence, "3,000", "level", former=True)
    assert former.as_of is AsOf.FORMER
    assert former.time is not None
    assert former.time.slice(sentence) == "last year"
