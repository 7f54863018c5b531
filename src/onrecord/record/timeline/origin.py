"""Who counts as the teller of what an article says itself: an agency, an outlet, or neither."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from onrecord.lexicon.media import medium_of
from onrecord.record.agreement.tellers import UNKNOWN, Origin
from onrecord.values.links import OriginGroup
from onrecord.values.stored import ArticleSummary


def origins_of(
    summaries: Sequence[ArticleSummary], groups: Iterable[OriginGroup]
) -> Mapping[str, Origin]:
    """The origin of every article, by its id, as far as lists of articles and copies tell.

    Args:
        summaries: the articles in the order of the record.
        groups: the groups of copies.
    """
    place = {summary.id: number for number, summary in enumerate(summaries)}
    origins: dict[str, Origin] = {}
    for group in groups:
        members = sorted(
            (summaries[place[m.article]] for m in group.members if m.article in place),
            key=lambda summary: place[summary.id],
        )
        origin = _origin(members, group.id)
        origins.update({member.id: origin for member in members})
    for summary in summaries:
        origins.setdefault(summary.id, _origin([summary], summary.id))
    return origins


def _origin(members: Sequence[ArticleSummary], key: str) -> Origin:
    agencies = sorted({member.agency for member in members if member.agency})
    outlets = [member.outlet for member in members if member.outlet]
    medium = medium_of(agencies[0]) if len(agencies) == 1 else None
    if medium is None and outlets:
        medium = medium_of(outlets[0])
    if medium is None:
        return Origin(f"articles {key}", UNKNOWN)
    return Origin(medium.key, medium.name)
