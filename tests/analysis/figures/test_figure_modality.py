"""How a figure is meant: told, planned, proposed, denied or hung on a condition."""

from __future__ import annotations

import pytest
from figure_numbers_by_hand import circumstance_of
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from onrecord.analysis.figures.circumstances import read_circumstances
from onrecord.analysis.figures.parts import Counted, Number
from onrecord.analysis.parsed_words import parsed_words
from onrecord.values.spans import Span
from onrecord.values.vocabulary import Bound, FigureKind, Modality

ASSERTED = [
    ("The blast killed 300 people.", "300", "count"),
    ("The ministry said the blast killed 300 people.", "300", "count"),
    ("The force has 2,500 members.", "2,500", "level"),
    ("The mayor will meet the 300 guards on Friday.", "300", "level"),
    ("The premier plans to withdraw the country's 2,500 troops.", "2,500", "level"),
    ("The union, which paid $5 million in 2010, will meet.", "$5 million", "money"),
    ("The council pledged $5 million, of which $2 million was paid.", "$2 million", "money"),
    ("About 300 people could be seen on the roof.", "300", "count"),
    ("The storm was the third to kill 300 people.", "300", "count"),
    ("Two of the 40 senators did not vote.", "Two", "count"),
    ("The court ordered 300 men to leave the camp.", "300", "count"),
    ("The list does not include 300 guards.", "300", "level"),
    ("The group urged 300 members to vote.", "300", "level"),
    ("After 300 people died, the mayor promised to resign.", "300", "count"),
    ("The city has not only 300 buses but a tram.", "300", "level"),
    ("The ministry will show that 300 people died.", "300", "count"),
    ("In two states, voters will choose a governor.", "two", "count"),
    ("The arrest of 12 men could help the premier.", "12", "count"),
    ("The trial suggested a death rate of 8 percent.", "8 percent", "share"),
    ("The bill that became law included $5 million for roads.", "$5 million", "money"),
    ("The judge met with four potential jurors.", "four", "count"),
    ("The guard failed to stop 300 men from leaving.", "300", "count"),
    ("He did not demand a halt to what was told in two reports.", "two", "count"),
    ("Hundreds, if not thousands, of birds died.", "thousands", "count"),
    ("The crews of three ships scheduled to return are ill.", "three", "count"),
    ("The agency promised to limit the losses on 300 loans.", "300", "count"),
    ("The board decided to halt sales of the shares of 300 firms.", "300", "count"),
    ("Vale tried to hand over 12 men.", "12", "count"),
    ("Four in 10 are hopeful over the next year.", "Four in 10", "share"),
    ("The council did not deny that 310 homes were hit.", "310", "count"),
    ("On not a few occasions she was late.", "a few", "count"),
    ("The film would seem to show 300 people.", "300", "count"),
    ("The bishop drew up five plans to save the mill.", "five", "count"),
]
PLANNED = [
    ("The ministry will send 300 guards.", "300", "level"),
    ("The ministry said it would send 300 guards.", "300", "level"),
    ("Officials plan to build 300 homes.", "300", "count"),
    ("The decision to send 300 troops surprised many.", "300", "level"),
    ("The council announced a plan for 300 homes.", "300", "count"),
    ("Vale pledged $5 million for the harbour.", "$5 million", "money"),
    ("Vale has promised a gift of $5 million to the harbour.", "$5 million", "money"),
    ("The firm announced the withdrawal of 300 workers.", "300", "level"),
    ("Some 300 guests are expected to attend.", "300", "count"),
    ("Some 300 guests are to attend.", "300", "count"),
    ("The mill is scheduled to hire 300 workers in May.", "300", "level"),
    ("The firm aims to sell 300 boats by 2031.", "300", "count"),
    ("The city made a commitment to spend at least 2 percent on roads.", "2 percent", "share"),
    ("The firm will build 20 ships and sell 300 boats.", "300", "count"),
    ("The fund holds $5 million pledged by donors.", "$5 million", "money"),
    ("Vale agreed to give $5 million (£4 million) to the harbour.", "£4 million", "money"),
    ("Under the deal workers will see their pay cut by 5 percent.", "5 percent", "share"),
    ("Vale planned to set tariffs ranging from 5 to 25 percent.", "5 to 25 percent", "share"),
    ("Aides said in a memo that the city would move $5 million.", "$5 million", "money"),
    ("Vale to build 300 homes", "300", "count"),
    ("Premier to open 300 schools", "300", "count"),
    ("The budget for next year is $5 million.", "$5 million", "money"),
    ("The port has committed to a $20 million fund.", "$20 million", "money"),
]
PROPOSED = [
    ("The general said about 2,500 troops should remain.", "2,500", "level"),
    (
        "She advised that a small garrison — about 2,500 soldiers or so — should stay.",
        "2,500",
        "level",
    ),
    ("The senator called for 300 troops.", "300", "level"),
    ("The senator urged the ministry to send 300 troops.", "300", "level"),
    ("The senator asked for $8 billion for the coast.", "$8 billion", "money"),
    ("The ministry requested 300 tents.", "300", "count"),
    ("The bill would cut 300 jobs.", "300", "count"),
    ("The bill would close a mine and cut 300 jobs.", "300", "count"),
    ("The committee drafted a bill. Half of it would go to roads.", "Half", "share"),
    (
        "The mayor proposed 300 new homes in addition to $5 million for roads.",
        "$5 million",
        "money",
    ),
    ("The governor wants $18 million for a wall.", "$18 million", "money"),
    ("The unions demanded that the mill hire 300 workers.", "300", "level"),
    ("The premier is considering sending 300 guards.", "300", "level"),
    ("The bill includes $5 million for roads.", "$5 million", "money"),
    ("She will show a bill in June that includes $5 million.", "$5 million", "money"),
    ("She made a proposal that included $5 million for roads.", "$5 million", "money"),
    ("She might want to consider keeping 60 percent.", "60 percent", "share"),
    ("The council debated a $5 million proposal.", "$5 million", "money"),
]
DENIED = [
    ("An earlier version of this article said 410 homes were damaged.", "410", "count"),
    ("The ministry denied that 300 people had died.", "300", "count"),
    ("The ministry denied killing 300 people.", "300", "count"),
    ("The ministry rejected the figure of 300 dead.", "300", "count"),
    ("The raid did not kill 300 people.", "300", "count"),
    ("The fund failed to pay $5 million.", "$5 million", "money"),
    ("“No, not $2 billion, no,” he said.", "$2 billion", "money"),
    ("It was not 300 but 200 people who died.", "300", "count"),
    ("The ministry does not believe that 300 people died.", "300", "count"),
]
CONDITIONAL = [
    ("The flood could kill 300 people.", "300", "count"),
    ("If the dam breaks, 300 people may die.", "300", "count"),
    ("If 300 people sign, the council must vote.", "300", "count"),
    ("Some 300 people are feared dead.", "300", "count"),
    ("The mayor fears that 300 people died.", "300", "count"),
    ("The ministry would send 300 guards if the council agreed.", "300", "level"),
    ("The dam would have killed 300 people.", "300", "count"),
    ("Analysts forecast a loss of $5 million.", "$5 million", "money"),
    ("The firm faces a possible $5 million fine.", "$5 million", "money"),
    ("She may not get the 300 votes, or even 200 of them.", "200", "count"),
    ("The family stands to lose $5 million.", "$5 million", "money"),
    ("As many as 300 miners might be trapped.", "300", "count"),
    ("Police asked whether 300 people had left.", "300", "count"),
    ("The rebels threatened to kill 300 hostages.", "300", "count"),
]
REPORTED = [
    ("The firm allegedly moved $5 million.", "$5 million", "money"),
    ("The firm paid a reported $5 million.", "$5 million", "money"),
    ("Firm used secret funds to move $5 million: court papers", "$5 million", "money"),
]
CASES = [
    *((*case, Modality.ASSERTED) for case in ASSERTED),
    *((*case, Modality.PLANNED) for case in PLANNED),
    *((*case, Modality.PROPOSED) for case in PROPOSED),
    *((*case, Modality.DENIED) for case in DENIED),
    *((*case, Modality.CONDITIONAL) for case in CONDITIONAL),
    *((*case, Modality.REPORTED) for case in REPORTED),
]


@pytest.mark.parametrize(
    ("sentence", "printed", "kind", "modality"), CASES, ids=[c[0] for c in CASES]
)
def test_modality(
    nlp: Language, sentence: str, printed: str, kind: str, modality: Modality
) -> None:
    """By what governs the number, up to a clause that the writer adds himself."""
    assert circumstance_of(nlp, sentence, printed, kind).modality is modality


def test_what_changed_from_a_level_is_told_of_the_level(nlp: Language) -> None:
    """`would cut the force from 3,000 to 2,500`: the former level is there."""
    sentence = "The bill would cut the force from 3,000 to 2,500 soldiers."
    assert (
        circumstance_of(nlp, sentence, "3,000", "level", former=True).modality is Modality.ASSERTED
    )
    assert circumstance_of(nlp, sentence, "2,500", "level").modality is Modality.PROPOSED


def test_a_mood_says_why(nlp: Language) -> None:
    """The word that makes it a plan is named; what is told names none."""
    planned = circumstance_of(nlp, "Officials plan to build 300 homes.", "300")
    assert planned.why.startswith("mood: plan to; ")
    assert ";" not in circumstance_of(nlp, "The blast killed 300 people.", "300").why


SOME = """the a 300 people will not would could if said planned to send build killed proposal of for that
who which denied by Friday in May since and but , . “ ” bill pledged $5 million"""


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(SOME.split()), min_size=1, max_size=25))
def test_every_number_of_any_words_gets_a_circumstance(nlp: Language, chosen: list[str]) -> None:
    """Whatever the parse of odd words is: one answer a number, in order, and the climb ends."""
    words = parsed_words(nlp(" ".join(chosen)))
    numbers = [
        Number(
            first=at,
            last=at,
            number=Span(words.starts[at], words.ends[at]),
            span=Span(words.starts[at], words.ends[at]),
            low=1,
            high=1,
            bound=Bound.EXACT,
        )
        for at in range(len(words.words))
    ]
    counted = [Counted(kind=FigureKind.COUNT) if at % 3 else None for at in range(len(numbers))]
    found = read_circumstances(words, numbers, counted, [])
    assert len(found) == len(numbers)
    assert all(one.time is None for one in found)
