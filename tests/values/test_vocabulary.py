"""The closed vocabularies are plain strings and complete."""

from __future__ import annotations

import json

from onrecord.values.vocabulary import PARSED_ROLES, PROSE_ROLES, Basis, Relation, Role


def test_words_are_plain_strings() -> None:
    """A closed word compares and serialises as the word itself."""
    assert Role.LEDE == "lede"
    assert json.dumps([Role.SUBHEAD, Basis.FILE_NAME, Relation.SAME_TEXT]) == (
        '["subhead", "file-name", "same-text"]'
    )


def test_residue_and_tags_alone_are_not_parsed() -> None:
    """Whatever role is added is parsed unless it is set apart here."""
    assert set(Role) - PARSED_ROLES == {Role.RESIDUE, Role.TAGS}
    assert PROSE_ROLES < PARSED_ROLES
