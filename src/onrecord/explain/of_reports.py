"""Why articles are copies, stories, differences and news as they are shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from onrecord.explain.asked import Asked
from onrecord.explain.reasons import Reason, anchor_words
from onrecord.record.news_rows import NEWS_KINDS

type Json = Mapping[str, Any]


def of_origins(asked: Asked) -> Iterator[Reason]:
    """The articles of an origin, what they share, what they name, what a later one changed; nothing
    where no origin has the id."""
    if not asked.may_be_id:
        return
    for one in asked.compiled.tail["origins"] or ():
        if asked.fits(one["id"]):
            for member in one["articles"]:
                yield from _member(member, asked)
            yield from _passages(one)
            yield from _versions(one, asked)


def _member(member: Json, asked: Asked) -> Iterator[Reason]:
    label = asked.labels.get(member["article"], member["article"])
    source = member.get("from")
    copied = f" from {asked.labels.get(source, source)}" if source else ""
    share = member.get("share")
    yield Reason(
        what="origin",
        value=f"{label}{copied}",
        basis=member["relation"],
        why=member["why"]
        if share is None or not source
        else f"{member['why']}; share: {share:.2f}",
    )
    if member.get("newsroom"):
        yield Reason(what="newsroom", value=member["newsroom"])
    for cited in member.get("cites") or ():
        yield Reason(
            what="cites",
            value=cited["medium"],
            why=f"origin: {cited['origin']}" if cited["origin"] else "",
            **anchor_words(cited["anchor"]),
        )


def _passages(one: Json) -> Iterator[Reason]:
    for passage in one["passages"]:
        for side in ("left", "right"):
            yield Reason(what="shared", value=side, **anchor_words(passage[side]))


def _versions(one: Json, asked: Asked) -> Iterator[Reason]:
    for version in one.get("versions") or ():
        left, right = (asked.labels.get(version[side], version[side]) for side in ("left", "right"))
        yield Reason(what="version", value=f"{left} → {right}")
        for change, what in (("taken_out", "taken out"), ("added", "added")):
            for anchor in version[change]:
                yield Reason(what=what, value="", **anchor_words(anchor))


def of_differences(asked: Asked) -> Iterator[Reason]:
    """Both sides of a difference with its reason; nothing where none has the id."""
    if not asked.may_be_id:
        return
    for one in asked.compiled.tail["differences"] or ():
        if asked.fits(one["id"]):
            yield Reason(
                what="difference",
                value=one["reason"],
                basis=one.get("slot") or "number",
                why=one["why"],
                words=one["about"] or "",
            )
            for side in ("left", "right"):
                if one[side]:
                    words = _words(one, side)
                    yield Reason(what=side, value=words, **anchor_words(one[side]))


def _words(one: Json, side: str) -> str:
    """The words in which a side differs, where they stand in its sentence."""
    anchor, place = one[side], one.get(f"{side}_words")
    if not place or not anchor["start"] <= place[0] < place[1] <= anchor["end"]:
        return ""
    words: str = anchor["text"][place[0] - anchor["start"] : place[1] - anchor["start"]]
    return words


def of_stories(asked: Asked) -> Iterator[Reason]:
    """The events of a story with their articles, or one event of it; nothing where none has the
    id."""
    if not asked.may_be_id:
        return
    for one in asked.compiled.tail["stories"] or ():
        if asked.fits(one["id"]):
            yield Reason(what="story", value=one["name"] or "", why=f"events: {len(one['events'])}")
        for event in one["events"]:
            if asked.fits(one["id"]) or asked.fits(event["id"]):
                for article in event["articles"]:
                    label = asked.labels.get(article, article)
                    days = f"{event['first'] or ''}..{event['last'] or ''}"
                    yield Reason(what="event", value=label, basis=days, why=event["id"])


def news_of_article(asked: Asked, article: str) -> Iterator[Reason]:
    """How much an article adds, by kind, and how many of its sentences it repeats."""
    one = _news(asked, article)
    if one is None:
        return
    for kind in NEWS_KINDS:
        count = sum(item["kind"] == kind for item in one["adds"])
        if count:
            yield Reason(what="adds", value=f"{kind}: {count}")
    if one["repeats"]:
        yield Reason(what="repeats", value=f"{len(one['repeats'])} of {one['sentences']}")


def news_at(asked: Asked, article: str, start: int) -> Iterator[Reason]:
    """What is new at a place, and what an article before it has told."""
    one = _news(asked, article)
    if one is None:
        return
    for item in one["adds"]:
        if item["anchor"]["start"] <= start < item["anchor"]["end"]:
            yield Reason(
                what="news", value=item["kind"], why=item["why"], **anchor_words(item["anchor"])
            )
            if item.get("before"):
                yield Reason(what="before", value="", **anchor_words(item["before"]))
    for told in one["repeats"]:
        if told["start"] <= start < told["end"]:
            of = told["of"]
            text = asked.record.article(of["article"]).text[of["start"] : of["end"]]
            yield Reason(
                what="told before", value=told["kind"], **anchor_words({**of, "text": text})
            )


def _news(asked: Asked, article: str) -> Json | None:
    for one in asked.compiled.tail["news"] or ():
        if one["article"] == article:
            found: Json = one
            return found
    return None
