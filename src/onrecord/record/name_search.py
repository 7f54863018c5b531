"""Names as people type them: any printed form, without case, accent, hyphen, "al-" or title.

What fits is returned, all of it; who of several is meant is for the person to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache
from itertools import dropwhile
from typing import Any

from onrecord.lexicon.name_words import name_words
from onrecord.linking.names.folding import folded_words, same_spelling
from onrecord.text.stems import stem
from onrecord.values.vocabulary import EntityType

type Json = Mapping[str, Any]
type Words = tuple[str, ...]

SHORTEST_ID = 4
"""Characters of an id that may stand for it."""
_ID = re.compile(rf"[0-9a-f]{{{SHORTEST_ID},16}}")


def find_names(entities: Iterable[Json], typed: str) -> list[Json]:
    """The entities that somebody may mean, in the order given.

    Of persons every form that holds the typed words in their order fits: a surname, first and last
    name without what stands between; but a name of several words that is a whole form fits as
    such. Other names must be typed in full, as any of their forms. Where nothing fits so, a part
    of a name will do, then another spelling of it, and at last the id or its unique beginning.

    Args:
        entities: those of a record, as its JSON has them.
        typed: a name as a person types it.
    """
    entities = list(entities)
    for fits in (_holds, _holds_spelled):
        for wanted in _readings(typed):
            if found := _fitting(entities, wanted, fits):
                return found
    return [e for e in entities if is_id(typed) and e["id"].startswith(typed)]


def _fitting(
    entities: Collection[Json], wanted: Words, fits: Callable[[Words, Words], bool]
) -> list[Json]:
    holding = [entity for entity in entities if _any_form(entity, wanted, fits)]
    whole = [entity for entity in holding if _any_form(entity, wanted, _equals)]
    if whole and len(_bare(wanted)) > 1:
        return whole
    sure = [entity for entity in holding if _is_person(entity) or entity in whole]
    return sure or holding


def is_id(typed: str) -> bool:
    """Whether the words may be an id, or the beginning of one."""
    return _ID.fullmatch(typed) is not None


def holds_words(printed: str | None, typed: str) -> bool:
    """Whether a printed description holds all typed words, in any form and order."""
    wanted = {stem(word) for word in folded_words(typed)}
    return bool(wanted) and wanted <= {stem(word) for word in folded_words(printed or "")}


def holds_name(printed: str | None, forms: Collection[str]) -> bool:
    """Whether a printed description holds one of the forms of a name, whole."""
    words = _bare(folded_words(printed or ""))
    return any(_runs_in(_bare(folded_words(form)), words) for form in forms)


def forms_of(entity: Json) -> list[str]:
    """All printed forms of an entity, its name first."""
    return [entity["name"], *entity["aliases"]]


def _is_person(entity: Json) -> bool:
    return bool(entity["type"] == EntityType.PERSON)


def _any_form(entity: Json, wanted: Words, fits: Callable[[Words, Words], bool]) -> bool:
    return any(fits(folded_words(form), wanted) for form in forms_of(entity))


def _readings(typed: str) -> list[Words]:
    """The words as typed, and without the titles before the name."""
    words = folded_words(typed)
    titles = name_words().titles
    bare = tuple(dropwhile(lambda word: word in titles, words))
    return [reading for reading in dict.fromkeys((words, bare)) if reading]


def _equals(form: Words, wanted: Words) -> bool:
    return "".join(form) == "".join(wanted) or "".join(_bare(form)) == "".join(_bare(wanted))


def _holds(form: Words, wanted: Words) -> bool:
    """Whether the words stand in a form in their order, or run together as the end of it."""
    left = iter(_bare(form))
    if all(word in left for word in _bare(wanted)):
        return True
    together = "".join(wanted)
    return any("".join(form[place:]) == together for place in range(len(form)))


def _holds_spelled(form: Words, wanted: Words) -> bool:
    """Whether the words stand in a form in their order, as written in another way."""
    left = iter(_bare(form))
    return all(any(same_spelling(word, other) for other in left) for word in _bare(wanted))


def _runs_in(wanted: Words, words: Words) -> bool:
    size = len(wanted)
    return size > 0 and any(words[n : n + size] == wanted for n in range(len(words) - size + 1))


@lru_cache(maxsize=1 << 15)
def _bare(words: Words) -> Words:
    """Words of a name without articles, which people leave out; never all of them."""
    articles = name_words().articles
    return tuple(word for word in words if word not in articles and word != "the") or words
