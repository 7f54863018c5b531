"""Why things belong together: copies, tellings of an event, names of one thing, wordings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.decisions import find_entry, is_entry_id
from onrecord.errors import UsageError
from onrecord.explain.reasons import Reason, anchor_words
from onrecord.record.compile import Record, compile_record
from onrecord.store.file import RecordFile


def of_origin(record: RecordFile, what: str) -> Iterator[Reason]:
    """The members of a group of copies; nothing where no group has the id."""
    labels = {s.id: s.label for s in record.summaries()}
    for group in record.origins():
        if len(what) >= 4 and group.id.startswith(what):
            for member in group.members:
                yield Reason(
                    what="origin",
                    value=labels.get(member.article, member.article),
                    basis=member.relation.value,
                    why=member.why,
                )


def of_entry(record: RecordFile, what: str) -> Iterator[Reason]:
    """What each sentence of a timeline entry adds to it; nothing where no entry has the id."""
    if not is_entry_id(what):
        return
    try:
        entry = find_entry(record, what)
    except UsageError:
        return
    yield Reason(
        what="event",
        value=f"{entry['first'] or ''}..{entry['last'] or ''} reported as {entry['status']}",
        why=entry["why"],
        **anchor_words(entry["sentence"]),
    )
    labels = {s.id: s.label for s in record.summaries()}
    for support in entry["support"]:
        yield Reason(
            what="support",
            value=f"{labels[support['article']]}: reported as {support['status']}",
            **anchor_words(support),
        )


def of_names_and_words(record: RecordFile, what: str) -> Iterator[Reason]:
    """Why an entity, an attribution or a variant is as it is; nothing where none has the id."""
    if not is_entry_id(what):
        return
    compiled = compile_record(record, program="")
    for kind, told in (("entities", _entity), ("variants", _variant)):
        for one in compiled.tail[kind] or ():
            if one["id"].startswith(what):
                yield from told(one, compiled)
    for one in compiled.attributions():
        if one["id"].startswith(what):
            article = record.article(one["article"])
            span = [one["content"][0][0], one["content"][-1][1]]
            yield Reason(
                what="attribution",
                value=f"{one['kind']}, {one['sourcing']}: {one['speaker_name'] or 'none found'}",
                basis=one["speaker_why"],
                why=one["why"],
                place=f"{article.id}:{span[0]}-{span[1]}",
                words=article.text[span[0] : span[1]],
            )


def _entity(one: Mapping[str, Any], compiled: Record) -> Iterator[Reason]:
    yield Reason(
        what="entity",
        value=one["name"],
        basis=one["type"],
        why=f"mentions: {len(one['mentions'])}",
    )
    for merge in one["why"]:
        yield Reason(what="form", value=f"{merge['left']} = {merge['right']}", why=merge["why"])
    names = {entity["id"]: entity["name"] for entity in compiled.tail["entities"] or ()}
    for other in one["unsure"]:
        yield Reason(what="unsure", value=names.get(other["entity"], ""), why=other["why"])


def _variant(one: Mapping[str, Any], _: Record) -> Iterator[Reason]:
    yield Reason(
        what="variant",
        value=f"printings: {len(one['attributions'])}",
        why=f"differences: {len(one['differences'])}",
    )
    for link in one["why"]:
        yield Reason(what="wording", value=f"{link['left']} = {link['right']}", why=link["why"])
    for pair in one["unsure"]:
        yield Reason(what="unsure", value=f"{pair['left']} ? {pair['right']}", why=pair["why"])
