"""A record with origins, agreement, differences, news and stories, as the export writes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from page_records import evidence, make_article, make_entry, make_record, make_support, make_time

type Json = dict[str, Any]

LAMP = "The lamp of the Quillhaven light went dark on Monday night, the keeper said."
SHIPS = "Four ships waited outside the sound until morning."
KEEPER = "“I lit a fire on the rocks,” said the keeper, Oda Brandt."
NO_SHIPS = "No ship waited outside the sound, the harbour office said on Tuesday."
SUNDAY = "The lamp went dark on Sunday night, two fishermen told the Teasel Herald."


def _article(
    name: str, day: str | None, outlet: str | None, head: str, *body: str, **given: Any
) -> Json:
    lines = [("headline", f"{head}\n\n"), ("lede", f"{body[0]}\n\n")]
    lines += [("body", f"{words}\n\n") for words in body[1:]]
    return make_article(lines, name=name, day=day, outlet=outlet, **given)


def lamp_articles() -> list[Json]:
    """An agency's report, a copy, a trimmed one in two versions, a rewrite and two of their own."""
    extra = "The light has stood on the point for ninety years."
    old = "The county has no boat to send for the keeper before the end of the week."
    new = "The county has sent a boat for the keeper before the end of the week."
    return [
        _article(
            "wire.txt",
            "2031-03-04",
            None,
            "Light fails at Quillhaven",
            LAMP,
            SHIPS,
            KEEPER,
            agency="HW",
        ),
        _article(
            "lantern.txt",
            "2031-03-04",
            "Marrowby Lantern",
            "Light fails at Quillhaven",
            LAMP,
            SHIPS,
            KEEPER,
        ),
        _article(
            "gazette-1.txt",
            "2031-03-05",
            "Ostrand Gazette",
            "Dark night at the light",
            f"{LAMP} {SHIPS}",
            old,
        ),
        _article(
            "gazette-2.txt",
            "2031-03-06",
            "Ostrand Gazette",
            "Dark night at the light",
            f"{LAMP} {SHIPS}",
            new,
            extra,
        ),
        _article(
            "post.txt",
            "2031-03-06",
            "Farrow Post",
            "Keeper burned driftwood",
            "The keeper burned driftwood on the rocks, Harbour Wire reported.",
            NO_SHIPS,
        ),
        _article(
            "herald.txt",
            "2031-03-07",
            "Low Farrow Herald",
            "Fishermen saw it first",
            SUNDAY,
            NO_SHIPS,
        ),
        _article(
            "late.txt",
            "2031-03-09",
            "Ostrand Gazette",
            "A new lamp",
            "A new lamp comes by ship.",
            LAMP,
        ),
    ]


def told(origins: Sequence[tuple[str, Sequence[Mapping[str, Any]]]], *marks: str) -> Json:
    """An agreement: each origin with its articles."""
    articles = [a for _, found in origins for a in found]
    return {
        "origins": len(origins),
        "outlets": len({a["outlet"] for a in articles if a["outlet"]}),
        "articles": len({a["id"] for a in articles}),
        "tellers": [
            {"origin": name, "why": f"test: {name}", "articles": [a["id"] for a in found]}
            for name, found in origins
        ],
        "marks": list(marks),
    }


def member(article: Mapping[str, Any], relation: str = "independent", **given: Any) -> Json:
    """An article of an origin."""
    base: Json = {
        "article": article["id"],
        "relation": relation,
        "why": f"test-{relation}",
        "from": None,
        "share": None,
        "newsroom": None,
        "cites": [],
    }
    return base | given


def shared(left: Mapping[str, Any], right: Mapping[str, Any], words: str) -> Json:
    """A passage that two articles print."""
    return {"left": evidence(left, words), "right": evidence(right, words)}


def difference(
    slot: str,
    reason: str,
    left: tuple[Mapping[str, Any], str, str] | None,
    right: tuple[Mapping[str, Any], str, str] | None,
    *,
    about: str | None = None,
) -> Json:
    """A difference; each side is an article, a sentence of it and the words in that."""

    def side(given: tuple[Mapping[str, Any], str, str] | None) -> tuple[Json | None, Any]:
        if given is None:
            return None, None
        article, sentence, words = given
        anchor = evidence(article, sentence)
        start = article["text"].index(words, anchor["start"])
        return anchor, [start, start + len(words)]

    (one, one_words), (two, two_words) = side(left), side(right)
    return {
        "id": f"df{slot}{reason}{(one or two or {})['start']}",
        "about": about,
        "slot": slot,
        "reason": reason,
        "left": one,
        "right": two,
        "why": f"test-{slot}",
        "left_words": one_words,
        "right_words": two_words,
        "left_figure": None,
        "right_figure": None,
    }


def added(article: Mapping[str, Any], kind: str, words: str, **given: Any) -> Json:
    """A thing that an article was the first to tell."""
    base: Json = {
        "kind": kind,
        "anchor": evidence(article, words),
        "about": None,
        "before": None,
        "why": "test-first",
    }
    return base | given


def repeated(
    article: Mapping[str, Any], words: str, of: Mapping[str, Any], kind: str = "repeat"
) -> Json:
    """A sentence that another article told before."""
    here, there = evidence(article, words), evidence(of, words)
    there.pop("text")
    return {"start": here["start"], "end": here["end"], "kind": kind, "of": there}


def lamp_origins(articles: Sequence[Json]) -> list[Json]:
    """The origins of the small story: one report with copies, three of their own."""
    wire, lantern, first, second, post, herald, late = articles
    half = f"{LAMP} {SHIPS}"
    return [
        {
            "id": "or1",
            "medium": "HW",
            "articles": [
                member(wire),
                member(lantern, "same-text", **{"from": wire["id"]}, share=1.0),
                member(
                    first, "pickup", **{"from": wire["id"]}, share=0.62, newsroom="Ostrand Gazette"
                ),
                member(
                    second,
                    "version",
                    **{"from": first["id"]},
                    share=0.9,
                    newsroom="Ostrand Gazette",
                ),
                member(post, "rewrite", **{"from": wire["id"]}, share=0.3),
            ],
            "passages": [
                shared(wire, lantern, LAMP),
                shared(wire, lantern, SHIPS),
                shared(wire, first, LAMP),
                shared(first, second, half),
            ],
            "versions": [
                {
                    "left": first["id"],
                    "right": second["id"],
                    "taken_out": [
                        evidence(
                            first,
                            "The county has no boat to send for the keeper before the end of the week.",
                        )
                    ],
                    "added": [
                        evidence(
                            second,
                            "The county has sent a boat for the keeper before the end of the week.",
                        ),
                        evidence(second, "The light has stood on the point for ninety years."),
                    ],
                }
            ],
        },
        {
            "id": "or2",
            "medium": None,
            "articles": [
                member(
                    herald,
                    cites=[
                        {
                            "medium": "the Teasel Herald",
                            "origin": None,
                            "anchor": evidence(herald, "the Teasel Herald"),
                        }
                    ],
                )
            ],
            "passages": [],
            "versions": [],
        },
        {
            "id": "or3",
            "medium": "Ostrand Gazette",
            "articles": [member(late, newsroom="Ostrand Gazette")],
            "passages": [],
            "versions": [],
        },
    ]


def lamp_record(**given: Any) -> Json:
    """The small story as a record with all that issues of several articles bring."""
    articles = lamp_articles()
    wire, lantern, first, second, post, herald, late = articles
    dark = make_entry(
        [
            make_support(wire, LAMP, time="on Monday night"),
            make_support(lantern, LAMP, time="on Monday night"),
            make_support(late, LAMP, time="on Monday night"),
        ],
        "2031-03-03",
        origins=1,
        agreement=told([("HW", [wire, lantern, late])], "single-origin", "unnamed-only"),
    )
    ships = make_entry(
        [make_support(wire, SHIPS), make_support(post, NO_SHIPS, time="on Tuesday")],
        "2031-03-04",
        origins=2,
        agreement=told([("HW", [wire]), ("Farrow Post", [post])], "possibly-one-briefing"),
    )
    differences = [
        difference(
            "date",
            "conflict",
            (wire, LAMP, "on Monday night"),
            (herald, SUNDAY, "on Sunday night"),
            about=dark["id"],
        ),
        difference(
            "denial",
            "sourcing",
            (wire, SHIPS, "Four ships waited"),
            (post, NO_SHIPS, "No ship waited"),
            about=ships["id"],
        ),
        difference("number", "period", (wire, SHIPS, "Four"), (post, NO_SHIPS, "No ship")),
    ]
    news = [
        {
            "article": a["id"],
            "adds": found,
            "repeats": again,
            "sentences": len(a["sentences"]),
        }
        for a, found, again in (
            (
                wire,
                [added(wire, "event", LAMP, about=dark["id"]), added(wire, "name", "Oda Brandt")],
                [],
            ),
            (lantern, [], [repeated(lantern, LAMP, wire), repeated(lantern, SHIPS, wire)]),
            (
                first,
                [added(first, "statement", "The county has no boat to send for the keeper")],
                [repeated(first, LAMP, wire)],
            ),
            (second, [], [repeated(second, LAMP, first)]),
            (
                post,
                [
                    added(post, "event", NO_SHIPS),
                    added(post, "figure", "No ship", before=evidence(wire, "Four ships")),
                ],
                [],
            ),
            (herald, [added(herald, "difference", SUNDAY, about=differences[0]["id"])], []),
            (late, [], [repeated(late, LAMP, wire, "retelling")]),
        )
    ]
    times = [
        make_time(wire, "on Monday night", "2031-03-03"),
        make_time(herald, "on Sunday night", "2031-03-02"),
    ]
    base: Json = {
        "origins": lamp_origins(articles),
        "timeline": [dark, ships],
        "differences": differences,
        "news": news,
        "times": times,
        "statements": [],
        "attributions": [],
        "variants": [],
        "figures": [],
        "series": [],
        "entities": [],
        "stories": [
            {
                "id": "st",
                "name": "Quillhaven · Oda Brandt",
                "articles": [a["id"] for a in articles],
                "first": "2031-03-04",
                "last": "2031-03-09",
                "events": [],
            }
        ],
    }
    return make_record(articles, **(base | given))
