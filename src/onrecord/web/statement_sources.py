"""Who reports a statement: the medium through which it came, the articles that print it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from onrecord.web.agreement import Reports, reports_of
from onrecord.web.index import RecordIndex, SourceTag, source_tag
from onrecord.web.statements import Statement
from onrecord.web.tellers import Tellers

MOST = 5
"""Most articles named beside a statement; the others are counted."""


@dataclass(frozen=True, slots=True)
class Teller:
    """One origin of a statement."""

    through: str
    """The other medium to which it was said or that reported it, as printed; else empty."""
    tags: tuple[SourceTag, ...]
    """The articles that print it from there."""


def told_by(index: RecordIndex, statement: Statement) -> Reports | None:
    """The articles of a statement by origin, as the record counts them; None where it does not."""
    known = {a: at for a, at in statement.places.items() if a in index.by_id}
    return reports_of(index, statement.agreement, known, MOST)


def list_tellers(
    index: RecordIndex, tellers: Tellers, statement: Statement
) -> tuple[tuple[Teller, ...], int]:
    """The origins of a statement with their articles, and how many articles are not named."""
    through: dict[str, str] = {}
    places: dict[str, dict[str, int]] = defaultdict(dict)
    for member in statement.members:
        medium = str(member.get("through") or "")
        key = tellers.of(member["article"], medium)
        through.setdefault(key, medium)
        places[key].setdefault(member["article"], member["content"][0][0])
    listed, room = [], MOST
    for key, articles in places.items():
        tags = [source_tag(index, article, at) for article, at in list(articles.items())[:room]]
        room -= len(tags)
        if tags:
            listed.append(Teller(through[key], tuple(tags)))
    return tuple(listed), sum(map(len, places.values())) - (MOST - room)
