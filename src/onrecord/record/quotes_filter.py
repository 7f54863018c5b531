"""Which attributions are asked for: by speaker, words, time, kind, sourcing, outlet and medium."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from onrecord.errors import UsageError
from onrecord.record.day_words import read_days
from onrecord.record.lookups import Lookups
from onrecord.record.names_meant import Meant, meant_mention, meant_speaker, named_in
from onrecord.record.quotes_about import attributions_about
from onrecord.text.folding import fold

type Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotesQuery:
    """What is asked for; every part that is given must fit."""

    by: Collection[str] = ()
    """Speakers as people type them, any of them: a name, an id, words of a printed description."""
    others: bool = False
    """Also what others say with the name of one of these speakers in it."""
    about: str | None = None
    """Words as in search (`a b`, `a|b`, `"a b"`, `a*`, `-a`)."""
    mentions: str | None = None
    """A name as people type it: only what others say with that name in it."""
    since: date | None = None
    """Only what may have been said on this day or later; what is undated passes no date."""
    until: date | None = None
    kind: Collection[str] = ()
    sourcing: Collection[str] = ()
    stance: Collection[str] = ()
    outlet: str | None = None
    """Part of the name of the outlet or agency that printed it, folded."""
    through: str | None = None
    """Part of the name of the other medium to which it was said or that reported it, folded."""
    nested: bool = False
    """Also what stands in the words of another and has no named speaker besides that one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundQuotes:
    """The attributions that pass."""

    attributions: tuple[Json, ...]
    speakers: tuple[Meant, ...]
    """Who was meant by each of `by`."""
    mentioned: Meant | None
    """Who was meant by `mentions`."""
    around: Mapping[str, str]
    """By id, where the words of `about` are found only with those around what was said: these."""


def select_attributions(
    everything: Sequence[Json],
    entities: Sequence[Json],
    query: QuotesQuery,
    *,
    lookups: Lookups,
    outlets: Mapping[str, str],
) -> FoundQuotes:
    """The attributions that pass a query, in the order of the record.

    Args:
        everything: the attributions of a record, as its JSON has them.
        entities: its entities.
        query: what is asked for.
        lookups: the pile, for the words of articles.
        outlets: names of outlet and agency of each article, by its id.

    Raises:
        UsageError: `about` holds no word, or `others` is asked for without a speaker.
        SeveralNames: a name fits several entities that something is attributed to.
    """
    if query.others and not query.by:
        raise UsageError("--others goes with --by: it adds what others say with that name in it")
    speakers = tuple(meant_speaker(entities, everything, typed) for typed in query.by)
    alone = everything if query.nested else standing_alone(everything)
    found = [one for one in alone if _passes(one, query, outlets)]
    if query.by:
        naming = _naming(found, speakers) if query.others else frozenset()
        found = [
            one
            for one in found
            if one["id"] in naming or any(meant.speaks_in(one) for meant in speakers)
        ]
    mentioned = None
    if query.mentions is not None:
        mentioned, naming = meant_mention(entities, found, query.mentions)
        found = [one for one in found if one["id"] in naming]
    around: Mapping[str, str] = {}
    if query.about is not None:
        fitting = attributions_about(found, query.about, lookups, everything=everything)
        found = [one for one in found if one["id"] in fitting.ids]
        around = fitting.around
    return FoundQuotes(
        attributions=tuple(found), speakers=speakers, mentioned=mentioned, around=around
    )


def _naming(attributions: Sequence[Json], speakers: Sequence[Meant]) -> frozenset[str]:
    """Ids of the attributions of others that name one of the speakers in what was said."""
    entities = [entity for meant in speakers for entity in meant.entities]
    return frozenset().union(*named_in(attributions, entities).values())


def standing_alone(attributions: Sequence[Json]) -> list[Json]:
    """Those that do not stand in the words of another, or have a named speaker besides that one."""
    by_id = {one["id"]: one for one in attributions}
    found = []
    for one in attributions:
        outer = by_id.get(one["within"] or "")
        if outer is None or one["speaker"] not in (None, outer["speaker"]):
            found.append(one)
    return found


def _passes(attribution: Json, query: QuotesQuery, outlets: Mapping[str, str]) -> bool:
    printed_by = outlets.get(attribution["article"], "")
    return (
        (not query.kind or attribution["kind"] in query.kind)
        and (not query.sourcing or attribution["sourcing"] in query.sourcing)
        and (not query.stance or attribution["stance"] in query.stance)
        and _overlaps(attribution["said"], query.since, query.until)
        and _is_part(query.outlet, printed_by)
        and _is_part(query.through, attribution["through"])
    )


def _is_part(wanted: str | None, printed: str | None) -> bool:
    return wanted is None or fold(wanted) in fold(printed or "")


def _overlaps(said: Json, since: date | None, until: date | None) -> bool:
    days = read_days(said)
    if (since or until) and not days.known:
        return False
    if since and days.last and days.last < since:
        return False
    return not (until and days.first and days.first > until)
