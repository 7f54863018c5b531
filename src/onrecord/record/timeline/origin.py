"""Who counts as the teller of an event: an agency, an outlet, or an article of neither."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from onrecord.text.folding import fold
from onrecord.values.links import OriginGroup
from onrecord.values.stored import ArticleSummary

UNKNOWN = "unknown outlet"


@dataclass(frozen=True, slots=True, order=True)
class Origin:
    """What is counted once, and its name."""

    key: str
    name: str


def origins_of(
    summaries: Sequence[ArticleSummary], groups: Iterable[OriginGroup]
) -> Mapping[str, Origin]:
    """The origin of every article, by its id.

    It is the one agency that the article's copies credit, else the outlet of the first of them,
    else the copies themselves, under the name `unknown outlet`.

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
    if len(agencies) == 1:
        return Origin(f"medium {fold(agencies[0])}", agencies[0])
    outlets = [member.outlet for member in members if member.outlet]
    if outlets:
        return Origin(f"medium {fold(outlets[0])}", outlets[0])
    return Origin(f"articles {key}", UNKNOWN)
