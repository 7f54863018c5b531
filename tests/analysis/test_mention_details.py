"""What the analysis tells of a name: its bounds, its title, its apposition, kinship, government."""

from __future__ import annotations

import pytest

from onrecord.analysis.mention_completion import complete_mentions
from onrecord.analysis.mention_cues import kin_in
from onrecord.analysis.mention_places import place_cue
from onrecord.analysis.mention_trimming import parts_of
from onrecord.analysis.mentions import find_mentions, is_fragment
from onrecord.analysis.model import load_model
from onrecord.analysis.steps import MODEL_COMPONENTS
from onrecord.settings import Settings
from onrecord.values.findings import Mention
from onrecord.values.spans import Span
from onrecord.values.vocabulary import EntityType

P, O_, L = EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE


def _found(text: str) -> dict[str, Mention]:
    doc = load_model(Settings().model, MODEL_COMPONENTS).nlp(text)
    return {mention.span.slice(text): mention for mention in find_mentions(doc)}


@pytest.mark.parametrize(
    ("raw", "kind", "parts"),
    [
        ("“Tamsin Okerele”", P, ["Tamsin Okerele"]),
        ("Norway's Prime Minister Tamsin Okerele", P, ["Norway", "Tamsin Okerele"]),
        ("Gen. Tamsin Okerele", P, ["Tamsin Okerele"]),
        ("Tamsin Okerele says", P, ["Tamsin Okerele"]),
        ("Tamsin Okerele Of The Coast", P, ["Tamsin Okerele"]),
        ("Velda Motors CEO Kim Oro", O_, ["Kim Oro"]),
        ("Harbour Guard Rear Adm", O_, ["Harbour Guard"]),
        ("U.S.-Norwegian", O_, ["U.S.", "Norwegian"]),
        ("Tamsin Okerele\nBy Kim Oro", P, ["Tamsin Okerele"]),
        ("Kim Oro/Velda Photos", P, ["Kim Oro"]),
        ("Kim Oro Reuters", P, ["Kim Oro"]),
        ("Kim Al-Oro Associated Press", P, ["Kim Al-Oro"]),
        ("Kim R. Bloomberg", P, ["Kim R. Bloomberg"]),
        ("GMT", O_, []),
    ],
)
def test_bounds(raw: str, kind: EntityType, parts: list[str]) -> None:
    """What the model took with a name is left out; an owner is a name of its own."""
    text = f"So {raw}"
    found = parts_of(text, 3, len(text), kind)
    assert [part.span.slice(text) for part in found] == parts


def test_title_and_apposition() -> None:
    """The title before a name and the apposition after it, without the clause that hangs on it."""
    text = "Foreign Minister Anna Lindqvist, a former judge who left in May, spoke in Oslo."
    found = _found(text)["Anna Lindqvist"]
    assert found.title is not None
    assert found.title.slice(text) == "Foreign Minister"
    assert found.description is not None
    assert found.description.slice(text) == "a former judge"
    assert found.label == "PERSON"


def test_gender_by_title() -> None:
    """A title tells the gender, a name alone does not."""
    found = _found("Mrs. Lindqvist met John Carter in Oslo.")
    assert found["Lindqvist"].gender == "f"
    assert found["John Carter"].gender == ""


def test_relatives() -> None:
    """Who is introduced as a relative is marked so."""
    found = _found("He met his brother Peter Lindqvist in Oslo.")
    assert found["Peter Lindqvist"].cues == ("kin: brother",)


def test_a_capital_that_acts() -> None:
    """A capital that says something is its government; one in which something happens is not."""
    assert _found("Moscow denied the report on Tuesday.")["Moscow"].cues == ("government",)
    assert _found("They met in Moscow on Tuesday.")["Moscow"].cues == ()


def _mentions(text: str, *words: tuple[str, int, EntityType]) -> list[Mention]:
    found = []
    for form, nth, kind in words:
        start = -1
        for _ in range(nth + 1):
            start = text.index(form, start + 1)
        found.append(Mention(Span(start, start + len(form)), kind))
    return found


def test_missed_names_are_found_elsewhere_in_the_article() -> None:
    """A surname and an abbreviation that are names at one place are names at the others."""
    text = "Tamsin Okerele of NHB spoke. Then Okerele left. NHB stayed, and Okerele Street is long."
    found = complete_mentions(text, _mentions(text, ("Tamsin Okerele", 0, P), ("NHB", 0, O_)))
    added = [m.span.slice(text) for m in found if m.cues == ("elsewhere",)]
    assert added == ["Okerele", "NHB"]


def test_what_is_printed_small_too_is_no_missed_name() -> None:
    """A word that the article also prints in small letters is not looked for."""
    text = "Tamsin Bright spoke. Bright colours are bright."
    assert len(complete_mentions(text, _mentions(text, ("Tamsin Bright", 0, P)))) == 1


def test_only_what_is_analysed_is_searched() -> None:
    """Outside of the given pieces nothing is added."""
    text = "Tamsin Okerele spoke.\nOkerele left."
    mentions = _mentions(text, ("Tamsin Okerele", 0, P))
    assert len(complete_mentions(text, mentions, [(0, 21)])) == 1
    assert len(complete_mentions(text, mentions, [(0, 21), (22, len(text))])) == 2


def test_types_by_all_mentions() -> None:
    """A surname taken for a place is a person's; a country stays a country."""
    text = "Tamsin Okerele spoke. Okerele left Norway."
    mentions = _mentions(text, ("Tamsin Okerele", 0, P), ("Okerele", 1, L), ("Norway", 0, L))
    assert [m.type for m in complete_mentions(text, mentions)] == [P, P, L]


def test_well_known_organisations_are_found() -> None:
    """A well-known organisation that the model missed is named all the same."""
    text = "They fought Daesh for years. A daeshlike noise."
    (found,) = complete_mentions(text, [])
    assert (found.span.slice(text), found.type) == ("Daesh", O_)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The dam belongs to the province of Quenbar.", "place"),
        ("Residents of Quenbar were told to leave.", "place"),
        ("QUENBAR (Velda News) — The dam broke on Monday.", "place"),
        ("She told reporters outside the town hall in Quenbar.", "located"),
        ("The last of them returned to Quenbar on Monday.", "located"),
        ("Investors lost their confidence in Quenbar.", ""),
        ("Mr. Quenbar said on Monday that he would not leave.", ""),
        ("They found it in the Quenbar.", ""),
    ],
)
def test_the_position_of_a_place(text: str, cue: str) -> None:
    """Words for where, and what only places have, tell that a name is that of a place."""
    doc = load_model(Settings().model, MODEL_COMPONENTS).nlp(text)
    at = next(n for n, token in enumerate(doc) if token.lower_ == "quenbar")
    assert place_cue(doc[at : at + 1], P) == cue


def test_a_place_taken_for_a_person() -> None:
    """What stands where places do is one, but for who has a title or is named in full."""
    text = "Quenbar slept. Quenbar woke. Kim Oro left. Oro came."
    at = [text.index("Quenbar"), text.index("Quenbar", 5)]
    told = Mention(Span(at[0], at[0] + 7), P, cues=("place",))
    full, oro = text.index("Kim"), text.rindex("Oro")
    found = complete_mentions(
        text,
        [
            told,
            Mention(Span(at[1], at[1] + 7), P),
            Mention(Span(full, full + 7), P),
            Mention(Span(oro, oro + 3), P, cues=("located",)),
        ],
    )
    assert [mention.type for mention in found] == [L, L, P, P]


def test_verbs_of_headlines_are_no_part_of_a_name() -> None:
    """A common word behind a name that looks like a verb is left out where the article has the name
    without it; a word that ends names is not."""
    text = "Kim Oro Announces Plan. Kim Oro spoke. Kim Oro Airlines flew. Tamsin Vale Announces."
    spans = [(0, 17), (24, 31), (39, 55), (62, 83)]
    found = complete_mentions(text, [Mention(Span(*span), P) for span in spans])
    assert [mention.span.slice(text) for mention in found] == [
        *("Kim Oro", "Kim Oro", "Kim Oro Airlines", "Tamsin Vale Announces")
    ]


def test_kinship_in_an_apposition() -> None:
    """Whose relative somebody is may be told behind the name; a word of kinship alone tells none."""
    told = (
        "the minister's eldest son",
        "a son of Kim Oro",
        "a father of three",
        "a mother and nurse",
    )
    assert [kin_in(one, Span(0, len(one))) for one in told] == ["son", "son", "", ""]
    assert kin_in("", None) == ""


@pytest.mark.parametrize(
    ("text", "word", "left"),
    [
        ("She leads Near Eastern affairs.", "Eastern", True),
        ("They met Eastern leaders.", "Eastern", False),
        ("Eastern leaders met.", "Eastern", False),
        ("The Quen Quenbar met.", "Quenbar", False),
    ],
)
def test_what_is_left_of_a_longer_name(text: str, word: str, left: bool) -> None:
    """A common word behind a capitalised one that is no name itself names nothing."""
    doc = load_model(Settings().model, MODEL_COMPONENTS).nlp.make_doc(text)
    at = next(token.i for token in doc if token.text == word)
    assert is_fragment(doc[at : at + 1]) is left
