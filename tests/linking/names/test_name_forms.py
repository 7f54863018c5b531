"""One printed name taken apart."""

from __future__ import annotations

import pytest

from onrecord.linking.names.folding import folded_words, same_spelling, search_form, spelled
from onrecord.linking.names.forms import parse
from onrecord.values.vocabulary import EntityType

P, O_, L, X = EntityType.PERSON, EntityType.ORGANISATION, EntityType.PLACE, EntityType.OTHER


@pytest.mark.parametrize(
    ("raw", "kind", "words"),
    [
        ("Tamsin Okerele", P, "tamsin okerele"),
        ("TAMSIN OKERELE'S", P, "tamsin okerele"),
        ("Prime Minister Tamsin Okerele", P, "tamsin okerele"),
        ("Mrs. Okerele", P, "okerele"),
        ("Jean-Loup d’Avrany", P, "jean loup davrany"),
        ("Bashir al-Tamari", P, "bashir tamari"),
        ("al-Tamari", P, "tamari"),
        ("J.K. Orwick", P, "j k orwick"),
        ("Velda Motors Inc.", O_, "velda motors"),
        ("the Velda Group", O_, "velda"),
        ("Velda Motors CEO Kim Oro", O_, "kim oro"),
        ("President of the United States Kim Oro", P, "kim oro"),
        ('Kimo "Kiki" Varnholt', P, "kimo varnholt"),
        ("Harbour Clinic in Quenby, Calif.", X, "harbour clinic"),
        ("Mt. Orsola", L, "mount orsola"),
    ],
)
def test_the_name_itself(raw: str, kind: EntityType, words: str) -> None:
    """Titles, suffixes, owners, marks and what is said behind it are cut off."""
    form = parse(raw, kind)
    assert form is not None
    assert " ".join(form.words) == words


@pytest.mark.parametrize("raw", ["the Prime Minister", "He", "Velda Motors CEO", "Monday"])
def test_what_names_nothing(raw: str) -> None:
    """Pronouns, titles alone and descriptions by an office are no names."""
    assert parse(raw, X) is None


def test_generation_and_title() -> None:
    """What stands behind a name tells people apart; a title tells the gender."""
    form = parse("Mr. Edwin Vale Jr.", P)
    assert form is not None
    assert (form.generation, form.gender, form.words) == ("jr", "m", ("edwin", "vale"))


def test_known_by_its_data_file() -> None:
    """A country is known under each of its names, an abbreviation only as it is printed."""
    for raw in ("U.S.", "the United States", "America", "American"):
        form = parse(raw, L)
        assert form is not None
        assert form.known is not None
        assert form.known.name == "United States"
    small = parse("Us", O_)
    assert small is None or small.known is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("karimi", "kareemi"),
        ("qassoum", "kasum"),
        ("khalidi", "halidi"),
        ("tamariy", "tamari"),
        ("schukov", "shukow"),
        ("mohammed", "muhammad"),
        ("centre", "center"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    """Names that classes of letters make alike may be one."""
    assert same_spelling(one, other)
    assert spelled(one) == spelled(other)


@pytest.mark.parametrize(
    ("one", "other"), [("okerele", "okerule"), ("oro", "uro"), ("vale", "dale")]
)
def test_other_names(one: str, other: str) -> None:
    """Names that no class makes alike, and short ones that differ, are different."""
    assert not same_spelling(one, other)


def test_as_people_type_names() -> None:
    """Case, accents, hyphens, stops and `al-` make no difference."""
    assert search_form("al-Tamari") == search_form("TAMARI") == search_form("Al Tamári")
    assert search_form("The U.N.") == search_form("un")
    assert search_form("Jean-Loup") == search_form("jean loup")
    assert folded_words("O'Varn") == ("ovarn",)
