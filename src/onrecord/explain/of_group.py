"""Why things belong together: tellings of an event, names of one thing, wordings, statements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.explain.asked import Asked
from onrecord.explain.of_agreement import agreement_reasons
from onrecord.explain.reasons import Reason, anchor_words

type Json = Mapping[str, Any]


def of_entry(asked: Asked) -> Iterator[Reason]:
    """What each sentence of a timeline entry adds to it, and by whom it is told; nothing where not
    one entry has the id."""
    if not asked.may_be_id:
        return
    found = [one for one in asked.compiled.tail["timeline"] or () if asked.fits(one["id"])]
    if len(found) != 1:
        return
    (entry,) = found
    yield Reason(
        what="event",
        value=f"{entry['first'] or ''}..{entry['last'] or ''} reported as {entry['status']}",
        why=entry["why"],
        **anchor_words(entry["sentence"]),
    )
    for support in entry["support"]:
        yield Reason(
            what="support",
            value=f"{asked.labels[support['article']]}: reported as {support['status']}",
            **anchor_words(support),
        )
    yield from agreement_reasons(entry.get("agreement"), asked.labels)


def of_names_and_words(asked: Asked) -> Iterator[Reason]:
    """Why an entity, an attribution, a variant or a statement is as it is; nothing where none has
    the id."""
    if not asked.may_be_id:
        return
    tail = asked.compiled.tail
    for kind, told in (("entities", _entity), ("variants", _variant), ("statements", _statement)):
        for one in tail.get(kind) or ():
            if asked.fits(one["id"]):
                yield from told(one, asked)
    for one in asked.compiled.attributions():
        if asked.fits(one["id"]):
            yield from _attribution(one, asked)


def _attribution(one: Json, asked: Asked) -> Iterator[Reason]:
    article = asked.record.article(one["article"])
    span = [one["content"][0][0], one["content"][-1][1]]
    yield Reason(
        what="attribution",
        value=f"{one['kind']}, {one['sourcing']}: {one['speaker_name'] or 'none found'}",
        basis=one["speaker_why"],
        why=one["why"],
        place=f"{article.id}:{span[0]}-{span[1]}",
        words=article.text[span[0] : span[1]],
    )
    for statement in asked.compiled.tail.get("statements") or ():
        if one["id"] in statement["attributions"]:
            yield from _statement(statement, asked)


def _entity(one: Json, asked: Asked) -> Iterator[Reason]:
    yield Reason(
        what="entity",
        value=one["name"],
        basis=one["type"],
        why=f"mentions: {len(one['mentions'])}",
    )
    for merge in one["why"]:
        yield Reason(what="form", value=f"{merge['left']} = {merge['right']}", why=merge["why"])
    names = {entity["id"]: entity["name"] for entity in asked.compiled.tail["entities"] or ()}
    for other in one["unsure"]:
        yield Reason(what="unsure", value=names.get(other["entity"], ""), why=other["why"])


def _variant(one: Json, asked: Asked) -> Iterator[Reason]:
    yield Reason(
        what="variant",
        value=f"printings: {len(one['attributions'])}",
        why=f"differences: {len(one['differences'])}",
    )
    for link in one["why"]:
        yield Reason(what="wording", value=f"{link['left']} = {link['right']}", why=link["why"])
    for pair in one["unsure"]:
        yield Reason(what="unsure", value=f"{pair['left']} ? {pair['right']}", why=pair["why"])
    yield from agreement_reasons(one.get("agreement"), asked.labels)


def _statement(one: Json, asked: Asked) -> Iterator[Reason]:
    """What somebody is told to have said, in whatever words."""
    yield Reason(what="statement", value=one["id"], why=f"attributions: {len(one['attributions'])}")
    for link in one["why"]:
        yield Reason(what="alike", value=f"{link['left']} = {link['right']}", why=link["why"])
    yield from agreement_reasons(one.get("agreement"), asked.labels)
