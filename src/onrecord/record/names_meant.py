"""Which speaker or thing a person means by the words typed; several are listed, never chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.errors import SeveralNames
from onrecord.record.name_search import find_names, forms_of, holds_name, holds_words, is_id
from onrecord.values.vocabulary import Sourcing

type Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """What somebody means by a name or a description."""

    typed: str
    entities: tuple[Json, ...]
    """All that the words fit; of those that nothing is said by or about there may be several."""

    @property
    def ids(self) -> frozenset[str]:
        """Their ids."""
        return frozenset(entity["id"] for entity in self.entities)

    def speaks_in(self, attribution: Json) -> bool:
        """Whether an attribution is of the one meant, or of somebody who speaks for it."""
        return not self.ids.isdisjoint(speakers_of(attribution)) or self.describes(attribution)

    def describes(self, attribution: Json) -> bool:
        """Whether the source has no name, and its printed description holds what was typed: all of
        its words, or a form of the name meant."""
        if attribution["speaker"] is not None and attribution["sourcing"] != Sourcing.UNNAMED:
            return False
        forms = [form for entity in self.entities for form in forms_of(entity)]
        return any(
            (holds_words(printed, self.typed) and not self._is_id()) or holds_name(printed, forms)
            for printed in (attribution["speaker_name"], attribution["organisation_name"])
        )

    def _is_id(self) -> bool:
        return is_id(self.typed) and any(id_.startswith(self.typed) for id_ in self.ids)


def speakers_of(attribution: Json) -> list[str]:
    """Ids of all that an attribution names as its speakers, with the organisation spoken for."""
    named = [attribution["speaker"], *attribution["co_speakers"], attribution["organisation"]]
    return [id_ for id_ in named if id_ is not None]


def meant_speaker(entities: Iterable[Json], attributions: Sequence[Json], typed: str) -> Meant:
    """Whose attributions are meant.

    Raises:
        SeveralNames: the words fit several entities that something is attributed to.
    """
    said = Counter(id_ for one in attributions for id_ in set(speakers_of(one)))
    return _meant(find_names(entities, typed), typed, said)


def meant_mention(
    entities: Iterable[Json], attributions: Sequence[Json], typed: str
) -> tuple[Meant, frozenset[str]]:
    """Whom is meant of those that something is said about, and the ids of the attributions of
    others that name it in what was said.

    Raises:
        SeveralNames: the words fit several entities that something is said about.
    """
    fitting = find_names(entities, typed)
    named = named_in(attributions, fitting)
    meant = _meant(fitting, typed, {id_: len(found) for id_, found in named.items()})
    return meant, frozenset().union(*named.values())


def _meant(fitting: Sequence[Json], typed: str, counts: Mapping[str, int]) -> Meant:
    voiced = [entity for entity in fitting if counts.get(entity["id"])]
    voiced.sort(key=lambda entity: -counts[entity["id"]])
    if len(voiced) > 1:
        raise SeveralNames(typed, voiced, {e["id"]: counts[e["id"]] for e in voiced})
    return Meant(typed=typed, entities=tuple(fitting))


def named_in(attributions: Sequence[Json], entities: Iterable[Json]) -> dict[str, frozenset[str]]:
    """By id of an entity the ids of the attributions of others whose content names it."""
    by_article: dict[str, list[Json]] = {}
    for attribution in attributions:
        by_article.setdefault(attribution["article"], []).append(attribution)
    return {
        entity["id"]: frozenset(
            attribution["id"]
            for mention in entity["mentions"]
            for attribution in by_article.get(mention["article"], ())
            if _holds(attribution["content"], mention)
            and entity["id"] not in speakers_of(attribution)
        )
        for entity in entities
    }


def _holds(content: Collection[Sequence[int]], mention: Json) -> bool:
    return any(start <= mention["start"] and mention["end"] <= end for start, end in content)
