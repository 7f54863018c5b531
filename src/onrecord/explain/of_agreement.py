"""Who is counted as an origin of one thing, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.explain.reasons import Reason
from onrecord.record.agreement_words import mark_words, reported_by

type Json = Mapping[str, Any]


def agreement_reasons(agreement: Json | None, labels: Mapping[str, str]) -> Iterator[Reason]:
    """By how many origins a thing is reported, then each origin with its articles; nothing where
    that was not looked for.

    Args:
        agreement: as the JSON of the record has it.
        labels: of the articles, by their ids.
    """
    if not agreement:
        return
    yield Reason(
        what="agreement", value=reported_by(agreement), basis=", ".join(mark_words(agreement))
    )
    for teller in agreement["tellers"]:
        articles = "; ".join(labels.get(id_, id_) for id_ in teller["articles"])
        yield Reason(what="origin", value=teller["origin"], why=teller["why"], words=articles)
