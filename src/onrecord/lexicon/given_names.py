"""Given names that tell whether a person is a man or a woman, checked."""

from __future__ import annotations

from functools import cache

from onrecord.lexicon.data_files import LexiconError, check_keys, load_data

_FILE = "given_names"


@cache
def given_names() -> dict[str, str]:
    """Given name in lower case -> `f` or `m`; names that both lists hold tell nothing.

    Raises:
        LexiconError: the file says something else.
    """
    data = load_data(_FILE)
    check_keys(_FILE, data, required=frozenset({"male", "female"}), optional=frozenset())
    if not all(isinstance(names, str) and names.strip() for names in data.values()):
        raise LexiconError(f"{_FILE}.yaml: male and female must be names with spaces between them")
    male = {name.lower() for name in data["male"].split()}
    female = {name.lower() for name in data["female"].split()}
    if both := sorted(male & female):
        raise LexiconError(f"{_FILE}.yaml: {both[0]} stands for men and for women")
    return dict.fromkeys(male, "m") | dict.fromkeys(female, "f")
