"""Records with what people said: a small story of our own, as the export writes it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from page_records import make_article, make_record, make_time

type Json = dict[str, Any]


def place(article: Mapping[str, Any], words: str | None, after: str = "") -> list[int] | None:
    """[start, end) of words in an article, from the place of `after` on."""
    if words is None:
        return None
    text = article["text"]
    start = text.index(words, text.index(after))
    return [start, start + len(words)]


def make_attribution(
    article: Mapping[str, Any],
    content: str | Sequence[str],
    *,
    source: str | None = None,
    cue: str | None = None,
    after: str = "",
    days: tuple[str, str] | tuple[None, None] = ("2031-04-01", "2031-04-07"),
    **given: Any,
) -> Json:
    """An attribution whose parts, source and cue are the words given, found from `after` on."""
    parts = [content] if isinstance(content, str) else list(content)
    places = [place(article, part, after) for part in parts]
    assert all(places)
    start, end = places[0][0], places[-1][1]  # type: ignore[index]
    fields = {
        key: place(article, given.pop(key), after) if isinstance(given.get(key), str) else None
        for key in ("description", "condition", "time", "speaker_at")
    }
    return (
        {
            "id": hashlib.sha256(f"{article['id']}|{start}|{end}".encode()).hexdigest()[:16],
            "article": article["id"],
            "content": places,
            "source": place(article, source, after),
            "cue": place(article, cue, after),
            "kind": "direct",
            "sourcing": "named",
            "speaker": None,
            "speaker_name": None,
            "co_speakers": [],
            "through": None,
            "said": {"first": days[0], "last": days[1], "basis": "publication"},
            "within": None,
            "stance": "said",
            "speaker_why": "test-name",
            "organisation": None,
            "organisation_name": None,
            "why": "test-rule",
        }
        | fields
        | given
    )


def make_entity(
    name: str,
    articles: Sequence[Mapping[str, Any]],
    *forms: str,
    type: str = "person",
    **given: Any,
) -> Json:
    """An entity with every place of its forms, the longest form first."""
    mentions: list[Json] = []
    for article in articles:
        taken: list[tuple[int, int]] = []
        for form in sorted({name, *forms}, key=len, reverse=True):
            at = article["text"].find(form)
            while at >= 0:
                if all(at >= e or at + len(form) <= s for s, e in taken):
                    taken.append((at, at + len(form)))
                at = article["text"].find(form, at + 1)
        mentions += [{"article": article["id"], "start": s, "end": e} for s, e in sorted(taken)]
    return {
        "id": hashlib.sha256(name.encode()).hexdigest()[:16],
        "name": name,
        "type": type,
        "aliases": sorted(forms),
        "mentions": mentions,
        "why": [{"left": name, "right": form, "why": "test-surname"} for form in forms],
        "unsure": [],
    } | given


def make_variant(attributions: Sequence[Mapping[str, Any]], **given: Any) -> Json:
    """A variant of attributions, without its differences."""
    ids = [one["id"] for one in attributions]
    why = [{"left": ids[0], "right": other, "why": "test-words"} for other in ids[1:]]
    return {
        "id": "v" + ids[0],
        "attributions": ids,
        "speaker": attributions[0]["speaker"],
        "differences": [],
        "why": why,
        "unsure": [],
    } | given


def lantern() -> Json:
    """A report with a split quotation, a nested one, an unnamed source and a document."""
    lines = [
        ("headline", "Keeper of the sound wants a boat by summer\n\n"),
        (
            "lede",
            "“We do not need another study of the sound,” Petra Holm said on Tuesday. “We need a "
            "boat, and a crew for it.”\n\n",
        ),
        (
            "body",
            "A senior harbour official, who asked not to be named because the budget is not "
            "settled, said that the stage “will not hold a second winter”.\n\n",
        ),
        (
            "body",
            "“The minister told me ‘you shall have a boat’ and then he drove home,” Ansel Thorne, "
            "who carries the mail, said. Holm did not say that the council had lied.\n\n",
        ),
        (
            "body",
            "“The parties shall share the cost of the stage,” the draft accord reads. He said it "
            "was a beginning.\n",
        ),
    ]
    return make_article(lines, name="lantern.txt", day="2031-04-07", outlet="The Marrowby Lantern")


def gazette() -> Json:
    """A later report with other wordings of the same, some through another medium."""
    lines = [
        ("headline", "Sound without a boat\n\n"),
        (
            "lede",
            '"We don\'t need another study," Holm told the Harbour Wire. "We need a boat, and a '
            'crew, and a stage that stands."\n\n',
        ),
        (
            "body",
            "A harbour official said the stage would not hold a second winter. If asked, she "
            "would say that the winter was long, Holm added. “You shall have a boat,” the "
            "minister, Odo Farrant, had promised.\n",
        ),
    ]
    return make_article(lines, name="gazette.txt", day="2031-04-08", outlet="Ostrand Gazette")


def voice_record(**given: Any) -> Json:
    """Two articles, five voices, two statements with wordings, one within another."""
    one, two = lantern(), gazette()
    both = [one, two]
    holm = make_entity("Petra Holm", both, "Holm")
    thorne = make_entity("Ansel Thorne", both)
    farrant = make_entity("Odo Farrant", both)
    ostrand = make_entity("Ostrand", both, type="place")
    wire = make_entity("Harbour Wire", both, type="organisation")
    thorne["unsure"] = [{"entity": farrant["id"], "why": "test-unsure: 2"}]

    def by(entity: Json) -> Json:
        return {"speaker": entity["id"], "speaker_name": entity["name"]}

    tuesday = {"first": "2031-04-01", "last": "2031-04-01", "basis": "expression"}
    split = make_attribution(
        one,
        ["We do not need another study of the sound,", "We need a boat, and a crew for it."],
        source="Petra Holm",
        cue="said",
        time="on Tuesday",
        **by(holm) | {"said": tuesday},
    )
    wired = make_attribution(
        two,
        ["We don't need another study,", "We need a boat, and a crew, and a stage that stands."],
        source="Holm",
        cue="told",
        **by(holm) | {"through": "Harbour Wire"},
    )
    official = "A senior harbour official"
    unnamed = make_attribution(
        one,
        "the stage “will not hold a second winter",
        source=official,
        cue="said",
        description=official,
        condition="asked not to be named",
        kind="mixed",
        sourcing="unnamed",
        speaker_name=official,
        after="A senior",
    )
    again = make_attribution(
        two,
        "the stage would not hold a second winter",
        source="A harbour official",
        cue="said",
        description="A harbour official",
        kind="indirect",
        sourcing="unnamed",
        speaker_name="A harbour official",
        after="A harbour",
    )
    outer = make_attribution(
        one,
        "The minister told me ‘you shall have a boat’ and then he drove home,",
        source="Ansel Thorne",
        cue="said",
        after="The minister",
        **by(thorne),
    )
    inner = make_attribution(
        one,
        "you shall have a boat",
        source="The minister",
        cue="told me",
        within=outer["id"],
        description="The minister",
        **by(farrant),
    )
    negated = make_attribution(
        one,
        "the council had lied",
        source="Holm",
        cue="did not say",
        after="Holm did",
        kind="indirect",
        stance="negated",
        **by(holm),
    )
    document = make_attribution(
        one,
        "The parties shall share the cost of the stage,",
        source="the draft accord",
        cue="reads",
        sourcing="document",
        speaker_name="the draft accord",
        description="the draft accord",
    )
    unresolved = make_attribution(
        one, "it was a beginning", source="He", cue="said", after="He said", kind="indirect"
    )
    supposed = make_attribution(
        two,
        "the winter was long",
        source="she",
        cue="would say",
        kind="indirect",
        stance="hypothetical",
        **by(holm),
    )
    attributions = [split, unnamed, outer, inner, negated, document, unresolved]
    attributions += [wired, again, supposed]
    base: Json = {
        "attributions": attributions,
        "entities": [holm, thorne, farrant, ostrand, wire],
        "variants": [make_variant([split, wired]), make_variant([unnamed, again])],
        "times": [make_time(one, "on Tuesday", "2031-04-01")],
        "timeline": [],
    }
    return make_record(both, **(base | given))
