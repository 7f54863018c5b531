"""Records with figures, series and differences: made by hand, as the export writes them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from page_records import make_article, make_record, make_time

type Json = dict[str, Any]


def make_figure(
    article: Mapping[str, Any],
    words: str,
    number: str,
    value: float | tuple[float | None, float | None] | None,
    *,
    after: str = "",
    as_of: tuple[str | None, str | None] = ("", ""),
    how: str = "publication",
    time: str | None = None,
    **given: Any,
) -> Json:
    """A figure at the first place of `words` from `after` on; `number` stands within them."""
    text = article["text"]
    start = text.index(words, text.index(after))
    at = text.index(number, start)
    low, high = value if isinstance(value, tuple) else (value, value)
    published = article["published"]
    first, last = (published["first"], published["last"]) if as_of == ("", "") else as_of
    told = None
    if time is not None:
        here = text.index(time, max(0, start - 300))
        told = [here, here + len(time)]
        how = "expression" if how == "publication" else how
    basis = {"publication": "publication", "past": "tense", "former": "tense"}.get(how, how)
    kind = given.get("kind", "level")
    base: Json = {
        "id": hashlib.sha256(f"{article['id']}|{start}|{words}".encode()).hexdigest()[:16],
        "article": article["id"],
        "start": start,
        "end": start + len(words),
        "low": low,
        "high": high,
        "bound": "exact",
        "unit": None,
        "counted": None,
        "scope": {"place": None, "owner": None, "part": None},
        "as_of": {
            "first": first,
            "last": last,
            "basis": "expression" if told else basis,
            "how": how,
        },
        "kind": kind,
        "modality": "asserted",
        "attribution": None,
        "counted_at": None,
        "number": [at, at + len(number)],
        "bound_word": None,
        "per": None,
        "direction": None,
        "outcome": None,
        "part_of": None,
        "scope_at": {"place": None, "owner": None, "part": None},
        "time": told,
        "incident": None,
        "inferred": [],
        "why": f"test-number: {number}",
    }
    return base | given


def make_series(label: str, figures: Sequence[Mapping[str, Any]], **given: Any) -> Json:
    """A series of figures, the further ones joined with the first."""
    first = figures[0]
    base: Json = {
        "id": hashlib.sha256(f"{label}|{first['id']}".encode()).hexdigest()[:16],
        "label": label,
        "points": [figure["id"] for figure in figures],
        "kind": first["kind"],
        "unit": first["unit"],
        "per": first["per"],
        "counted": label.split(" · ", maxsplit=1)[0],
        "outcome": first["outcome"],
        "scope": {"place": None, "owner": None, "part": None},
        "period": None,
        "modality": "actual",
        "why": [
            {"left": first["id"], "right": f["id"], "why": "same-thing: test"} for f in figures[1:]
        ],
        "not_joined": [],
    }
    return base | given


def make_difference(
    series: Mapping[str, Any],
    left: Mapping[str, Any],
    right: Mapping[str, Any],
    reason: str,
    why: str,
    texts: Mapping[str, str],
) -> Json:
    """A difference between two figures of a series."""

    def anchor(figure: Mapping[str, Any]) -> Json:
        text = texts[figure["article"]]
        start, end = figure["start"], figure["end"]
        return {
            "article": figure["article"],
            "start": start,
            "end": end,
            "text": text[start:end],
        }

    name = f"{series['id']}|{left['id']}|{right['id']}"
    return {
        "id": hashlib.sha256(name.encode()).hexdigest()[:16],
        "about": series["id"],
        "reason": reason,
        "left": anchor(left),
        "right": anchor(right),
        "why": why,
        "left_figure": left["id"],
        "right_figure": right["id"],
    }


KEEPERS = (
    ("2031-02-03", "The Marrowby Lantern", "Some 5,200 keepers are on the sound."),
    ("2031-04-20", "Ostrand Gazette", "About 5,200 keepers are on the sound."),
    ("2031-04-21", "Harbour Wire", "The roughly 5,000 keepers on the sound were asked to stay."),
    ("2031-12-07", "Farrow Evening Post", "The 2,500 keepers form the bulk of the watch."),
    (
        "2032-03-25",
        "Harbour Wire",
        "The watch has stood at about 2,500 keepers since late last year, down from 3,000 keepers. "
        "A staff of 900 keepers should remain, the harbour master wrote.",
    ),
)
TOLL = (
    ("2031-10-08", "The Marrowby Lantern", "at least 24 people", "24", "at-least"),
    ("2031-10-08", "Ostrand Gazette", "31 people", "31", "exact"),
    ("2031-10-09", "Harbour Wire", "46 people", "46", "exact"),
    ("2031-10-09", "Farrow Evening Post", "some 52 people", "52", "about"),
    ("2031-10-10", "Ostrand Gazette", "126 people", "126", "exact"),
)
SLIDES = (
    "There were 39 slides between March and August. Six slides came from 4 to 18 September. "
    "Dozens of slides were never counted. The repairs cost $8 billion, one man aged 61 said."
)


def watch() -> tuple[list[Json], list[Json], list[Json]]:
    """Articles, figures and times of a level that holds, falls and is proposed."""
    articles = [
        make_article(
            [
                ("headline", f"The watch {n}\n\n"),
                ("lede", words + "\n\n"),
                (
                    "body",
                    "The ferry sails at dawn and comes back at dusk, and nobody has ever counted "
                    "the gulls that ride on its rails, nor asked the crew whether they mind.\n",
                ),
            ],
            name=f"watch-{n}.txt",
            day=day,
            outlet=outlet,
        )
        for n, (day, outlet, words) in enumerate(KEEPERS)
    ]
    one, two, three, four, five = articles
    about: Json = {"bound": "about", "counted": "keepers"}
    figures = [
        make_figure(one, "Some 5,200 keepers", "5,200", 5200, bound_word="Some", **about),
        make_figure(two, "About 5,200 keepers", "5,200", 5200, bound_word="About", **about),
        make_figure(three, "roughly 5,000 keepers", "5,000", 5000, bound_word="roughly", **about),
        make_figure(
            five,
            "3,000 keepers",
            "3,000",
            3000,
            how="former",
            as_of=(None, "2031-08-31"),
            counted="keepers",
        ),
        make_figure(four, "2,500 keepers", "2,500", 2500, counted="keepers"),
        make_figure(
            five,
            "about 2,500 keepers",
            "2,500",
            2500,
            how="since",
            as_of=("2031-09-01", "2032-03-25"),
            time="since late last year",
            **about,
        ),
        make_figure(
            five, "900 keepers", "900", 900, counted="keepers", modality="proposed", after="A staff"
        ),
    ]
    times = [make_time(five, "since late last year", "2031-09-01", last="2031-12-31")]
    return articles, figures, times


def slide() -> tuple[list[Json], list[Json], list[Json]]:
    """Articles, figures of a growing toll, and figures reported once."""
    articles = [
        make_article(
            [
                ("headline", f"The slide {n}\n\n"),
                ("lede", f"The slide at Low Farrow has killed {words}, the county said.\n\n"),
                ("body", SLIDES + "\n" if n == 0 else "Crews dug on.\n"),
            ],
            name=f"slide-{n}.txt",
            day=day,
            outlet=outlet,
        )
        for n, (day, outlet, words, _, _) in enumerate(TOLL)
    ]
    toll = [
        make_figure(
            article,
            words,
            number,
            (float(number), None) if bound == "at-least" else float(number),
            bound=bound,
            kind="count",
            outcome="killed",
            counted="people",
            as_of=("2031-10-08", "2031-10-08"),
            how="past",
        )
        for article, (_, _, words, number, bound) in zip(articles, TOLL, strict=True)
    ]
    one = articles[0]
    once = [
        make_figure(
            one, "39 slides", "39", 39, kind="count", as_of=("2031-03-01", "2031-08-31"), how="past"
        ),
        make_figure(one, "Six slides", "Six", 6, kind="count", as_of=("2031-09-04", "2031-09-18")),
        make_figure(
            one,
            "Dozens of slides",
            "Dozens",
            None,
            bound="dozens-like",
            kind="count",
            as_of=(None, "2031-10-08"),
            how="past",
        ),
        make_figure(one, "$8 billion", "$8 billion", 8e9, kind="money", unit="USD"),
        make_figure(one, "61", "61", 61, kind="age"),
    ]
    return articles, toll, once


def figure_record(**given: Any) -> Json:
    """A level, a toll, counts over three periods, money, a proposal and an age."""
    watched, level, times = watch()
    slid, toll, once = slide()
    articles = sorted([*watched, *slid], key=lambda a: str(a["published"]["first"]))
    texts = {article["id"]: article["text"] for article in articles}
    keepers = make_series("keepers · the sound", level[:-1])
    proposed = make_series("keepers · the sound", level[-1:], modality="proposed")
    day = {"first": "2031-10-08", "last": "2031-10-08"}
    killed = make_series("people · Low Farrow", toll, period=day)
    slides = [
        make_series("slides", [one], period=period)
        for one, period in zip(
            once,
            (
                {"first": "2031-03-01", "last": "2031-08-31"},
                {"first": "2031-09-04", "last": "2031-09-18"},
                None,
            ),
            strict=False,
        )
    ]
    keepers["not_joined"] = [{"series": proposed["id"], "why": "other-modality: proposed"}]
    slides[0]["not_joined"] = [
        {"series": slides[1]["id"], "why": "other-period: 2031-09-04..2031-09-18"},
        {"series": slides[2]["id"], "why": "period-not-told"},
    ]
    differences = [
        make_difference(keepers, level[1], level[2], "rounding", "rounded-to: 1000", texts),
        make_difference(keepers, level[2], level[4], "period", "as-of: test", texts),
        make_difference(killed, toll[0], toll[1], "conflict", "both-cannot-hold: test", texts),
        make_difference(killed, toll[2], toll[4], "revision", "same-line: test", texts),
    ]
    place = {article["id"]: n for n, article in enumerate(articles)}
    figures = sorted([*level, *toll, *once], key=lambda f: (place[f["article"]], f["start"]))
    series = [keepers, proposed, killed, *slides, make_series("$", once[3:4])]
    base: Json = {
        "figures": figures,
        "series": series,
        "differences": differences,
        "times": times,
        "attributions": [],
        "entities": [],
        "timeline": [],
    }
    record: Json = make_record(articles, **(base | given))
    return record
