"""The data files of names say what their modules can read."""

from __future__ import annotations

from onrecord.lexicon.name_aliases import AliasKind, name_aliases, plain_form
from onrecord.lexicon.name_words import name_words


def test_the_words_of_names() -> None:
    """Titles of all kinds are titles; a nickname shares a group with its name."""
    words = name_words()
    assert {"mr", "gen", "president"} <= words.titles
    assert words.nicknames["joe"] & words.nicknames["joseph"]
    assert not words.nicknames["joe"] & words.nicknames["william"]


def test_countries_and_their_peoples() -> None:
    """Every country has its adjective and people; capitals are known with their country."""
    aliases = name_aliases()
    for form, how in (("Norway", "name"), ("Norwegian", "adjective"), ("Norwegians", "people")):
        known = aliases.known(form)
        assert known is not None
        assert (known.name, known.kind, known.how) == ("Norway", AliasKind.COUNTRY, how)
    assert aliases.capitals["oslo"] == "Norway"
    assert len({known.name for known in aliases.folded.values()}) > 250


def test_short_capitals_count_as_printed() -> None:
    """`WHO` is an organisation, `Who` is none."""
    aliases = name_aliases()
    assert aliases.known("WHO") is not None
    assert aliases.known("W.H.O.") is not None
    assert aliases.known("Who") is None


def test_plain_forms() -> None:
    """Stops, hyphens, kinds of apostrophes and a leading article make no difference."""
    assert plain_form("the U. S. Army") == "US Army"
    assert plain_form("Cote d’Ivoire") == "Cote d'Ivoire"
