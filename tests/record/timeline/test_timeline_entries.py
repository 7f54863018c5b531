"""The entries of the timeline: what is merged, how it stands, and what it is shown by."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telling_pile import Pile, Print, Told, identity

from onrecord.record.timeline import compile_timeline
from onrecord.values.vocabulary import EventStatus, Role

FERRY = Told(
    text="The ferry Alma sank off Kerrow on Friday with nobody on board.",
    when="Friday|2031-05-02",
    action="sank",
    who=("alma", "ferri"),
    where=("kerrow",),
    words=("ferry", "alma", "kerrow", "board"),
)
FERRY_AGAIN = Told(
    text="Divers went to the wreck of the Alma, the ferry that sank near Kerrow on May 2.",
    when="May 2|2031-05-02",
    action="sank",
    who=("alma", "ferri"),
    where=("kerrow",),
    words=("ferry", "alma", "kerrow"),
)
FERRY_IN_MAY = Told(
    text="The ferry Alma sank off Kerrow in May.",
    when="May|2031-05",
    action="sank",
    who=("alma", "ferri"),
    where=("kerrow",),
    words=("ferry", "alma", "kerrow"),
)
STRIKE = Told(
    text="Dockers in Port Elm walked out on Friday over their pensions.",
    when="Friday|2031-05-02",
    action="walked",
    who=("docker",),
    where=("port elm",),
    words=("dockers", "pensions", "elm"),
)
VOTE = Told(
    text="The council of Mirefield will vote on the tide mill on June 10.",
    when="June 10|2031-06-10",
    action="vote",
    who=("council", "mirefield"),
    where=(),
    words=("council", "mirefield", "tide", "mill"),
    status=EventStatus.SCHEDULED,
)
VOTED = replace(
    VOTE,
    text="The council of Mirefield voted on Tuesday to sell the tide mill.",
    when="Tuesday|2031-06-10",
    status=EventStatus.HAPPENED,
    role=Role.LEDE,
)


def pile(*prints: tuple[str, str | None, str | None, tuple[Told, ...]]) -> Pile:
    """Articles as (name, day, outlet, what they tell)."""
    return Pile([Print(name=n, day=d, outlet=o, told=t) for n, d, o, t in prints])


def one_entry(lookups: Pile) -> dict[str, Any]:
    """The only entry."""
    (entry,) = compile_timeline(lookups)
    return entry


def test_one_entry_in_full() -> None:
    """Every field, for one report."""
    entry = one_entry(pile(("a", "2031-05-03", "Harbour Gazette", (FERRY,))))
    article, text = identity("a"), FERRY.text
    sentence = {"article": article, "start": 0, "end": len(text), "text": text}
    start = text.index("Friday")
    assert entry.pop("id")
    assert entry == {
        "first": "2031-05-02",
        "last": "2031-05-02",
        "value": "2031-05-02",
        "part": None,
        "status": "happened",
        "sentence": sentence,
        "expression": {"article": article, "start": start, "end": start + 6, "text": "Friday"},
        "support": [
            sentence
            | {
                "clause": [0, len(text)],
                "time": [start, start + 6],
                "status": "happened",
                "source": None,
            }
        ],
        "articles": 1,
        "origins": 1,
        "origin_names": ["Harbour Gazette"],
        "weight": 0.0,
        "later_report": None,
        "later_report_sought": False,
        "why": "one-report",
        "agreement": {
            "origins": 1,
            "outlets": 1,
            "articles": 1,
            "tellers": [
                {
                    "origin": "Harbour Gazette",
                    "why": "outlet: Harbour Gazette",
                    "articles": [article],
                }
            ],
            "marks": ["single-origin"],
        },
    }


def test_two_reports_of_one_event() -> None:
    """Equal days, who, what and where make one entry; the support stands in article order."""
    entry = one_entry(
        pile(
            ("b", "2031-05-09", "Kerrow Echo", (FERRY_AGAIN,)), ("a", "2031-05-03", None, (FERRY,))
        )
    )
    assert [s["article"] for s in entry["support"]] == [identity("a"), identity("b")]
    assert (entry["articles"], entry["origins"]) == (2, 2)
    assert entry["origin_names"] == ["unknown outlet", "Kerrow Echo"]
    assert entry["sentence"]["text"] == FERRY.text
    assert entry["why"].startswith("same-days; participants: alma, ferri; action: sank")


@pytest.mark.parametrize(
    "other",
    [
        STRIKE,
        replace(FERRY, text=FERRY.text.replace("Friday", "Monday"), when="Monday|2031-05-05"),
        replace(FERRY, action="caught", words=("caught", "fire"), who=("warehous",), where=()),
        replace(FERRY_IN_MAY, text="The ferry Alma sank off Kerrow in June.", when="June|2031-06"),
    ],
)
def test_what_is_not_the_same_stays_apart(other: Told) -> None:
    """Another event on the day, the same words on another day or month: two entries."""
    found = compile_timeline(
        pile(("a", "2031-07-03", None, (FERRY,)), ("b", "2031-07-04", None, (other,)))
    )
    assert len(found) == 2


def test_a_vaguer_date_joins_the_finer() -> None:
    """`in May` is the same event as `on May 2`, and the entry has the day."""
    entry = one_entry(
        pile(("a", "2031-05-03", None, (FERRY,)), ("b", "2031-09-04", None, (FERRY_IN_MAY,)))
    )
    assert (entry["value"], len(entry["support"])) == ("2031-05-02", 2)
    assert entry["why"].startswith("vaguer-date-holds-finer")


def test_a_vaguer_date_brings_no_two_days_together() -> None:
    """Two sinkings on two days in May stay two, whichever of them `in May` joins."""
    monday = replace(FERRY, text=FERRY.text.replace("Friday", "Monday"), when="Monday|2031-05-05")
    found = compile_timeline(
        pile(
            ("a", "2031-05-03", None, (FERRY,)),
            ("b", "2031-05-06", None, (monday,)),
            ("c", "2031-09-04", None, (FERRY_IN_MAY,)),
        )
    )
    assert [e["value"] for e in found] == ["2031-05-02", "2031-05-05"]
    assert sum(len(e["support"]) for e in found) == 3


def test_what_had_happened_before_a_day_was_not_on_it() -> None:
    """A report of May 1 that it sank in May is no report of May 2."""
    found = compile_timeline(
        pile(("a", "2031-05-03", None, (FERRY,)), ("b", "2031-05-01", None, (FERRY_IN_MAY,)))
    )
    assert len(found) == 2


def test_a_count_over_a_stretch_is_no_event_of_its_days() -> None:
    """`from April to June` stays apart from a day in May and is one entry from end to end."""
    stretch = replace(
        FERRY_IN_MAY,
        text="The ferry Alma sank off Kerrow from April to June.",
        when="April|2031-04",
        until="June|2031-06",
    )
    found = compile_timeline(
        pile(("a", "2031-05-03", None, (FERRY,)), ("b", "2031-09-04", None, (stretch,)))
    )
    assert [(e["first"], e["last"], e["value"]) for e in found] == [
        ("2031-04-01", "2031-06-30", "2031"),
        ("2031-05-02", "2031-05-02", "2031-05-02"),
    ]


def test_part_of_a_year() -> None:
    """`late 2030` is its last third, shown as late 2030."""
    late = replace(
        FERRY_IN_MAY, text="The Alma sank late 2030.", when="late 2030|2030", part="late"
    )
    entry = one_entry(pile(("a", "2031-05-03", None, (late,))))
    assert (entry["value"], entry["part"]) == ("2030", "late")
    assert (entry["first"], entry["last"]) == ("2030-09-01", "2030-12-31")


def test_scheduled_until_it_is_reported() -> None:
    """Announced and then reported: happened, with the later report; both sentences support it."""
    before = pile(("a", "2031-06-01", "Kerrow Echo", (VOTE,)))
    assert one_entry(before)["status"] == "scheduled"
    assert one_entry(before)["later_report_sought"] is False
    after = pile(
        ("a", "2031-06-01", "Kerrow Echo", (VOTE,)), ("b", "2031-06-11", "Elm Post", (VOTED,))
    )
    entry = one_entry(after)
    assert entry["status"] == "happened"
    assert [s["status"] for s in entry["support"]] == ["scheduled", "happened"]
    assert entry["later_report"]["text"] == entry["sentence"]["text"] == VOTED.text


def test_no_later_report_is_said() -> None:
    """A later article that tells something else: sought, and none found."""
    found = compile_timeline(
        pile(("a", "2031-06-01", None, (VOTE,)), ("b", "2031-06-20", None, (FERRY,)))
    )
    entry = next(e for e in found if e["status"] == "scheduled")
    assert (entry["later_report"], entry["later_report_sought"]) == (None, True)


def test_an_undated_headline_settles_what_was_announced() -> None:
    """The day after, a headline without a date reports the vote."""
    headline = replace(
        VOTED, text="Mirefield council votes to sell tide mill", when="", role=Role.HEADLINE
    )
    found = compile_timeline(
        pile(("a", "2031-06-01", None, (VOTE,)), ("b", "2031-06-11", None, (headline,)))
    )
    assert [e["later_report"]["text"] for e in found] == [headline.text]


def test_told_as_happened_before_its_day() -> None:
    """What an article says of a day after its own cannot have happened: scheduled."""
    early = replace(VOTED, text=VOTED.text, when="Tuesday|2031-06-10")
    assert one_entry(pile(("a", "2031-06-01", None, (early,))))["status"] == "scheduled"


def test_most_origins_decide() -> None:
    """Two outlets say that it happened, one denies: happened; each keeps its own."""
    denied = replace(FERRY, text="The Alma did not sink on Friday.", status=EventStatus.DENIED)
    entry = one_entry(
        pile(
            ("a", "2031-05-03", "Kerrow Echo", (FERRY,)),
            ("b", "2031-05-03", "Elm Post", (FERRY_AGAIN,)),
            ("c", "2031-05-04", "Harbour Gazette", (denied,)),
            ("d", "2031-05-05", "Harbour Gazette", (denied,)),
        )
    )
    assert entry["status"] == "happened"
    assert sorted(s["status"] for s in entry["support"]) == ["denied"] * 2 + ["happened"] * 2


def test_called_off() -> None:
    """An announced vote that a later article calls off is cancelled."""
    off = replace(VOTED, text="The vote of June 10 in Mirefield on the tide mill was called off.",
                  when="June 10|2031-06-10", status=EventStatus.CANCELLED)  # fmt: skip
    entry = one_entry(
        pile(("a", "2031-06-01", "Kerrow Echo", (VOTE,)), ("b", "2031-06-08", "Elm Post", (off,)))
    )
    assert (entry["status"], entry["later_report"]["text"]) == ("cancelled", off.text)


def test_copies_are_one_origin() -> None:
    """Articles of one group of copies with one agency count once, under its name."""
    prints = [
        Print(name=n, day="2031-05-03", outlet=f"Outlet {n}", agency=a, told=(FERRY,))
        for n, a in (("a", None), ("b", "Meridian"), ("c", None))
    ]
    (entry,) = compile_timeline(Pile(prints, copies=[("a", "b")]))
    assert (entry["articles"], entry["origins"]) == (3, 2)
    assert entry["origin_names"] == ["Meridian", "Outlet c"]


def test_the_headline_joins_its_own_lede() -> None:
    """An undated headline supports the entry of its article's dated sentence, never alone."""
    headline = replace(FERRY, text="Ferry Alma sinks off Kerrow", when="", role=Role.HEADLINE)
    entry = one_entry(pile(("a", "2031-05-03", None, (headline, FERRY))))
    assert [s["text"] for s in entry["support"]] == [headline.text, FERRY.text]
    assert entry["support"][0]["time"] is None
    assert entry["sentence"]["text"] == FERRY.text
    assert compile_timeline(pile(("a", "2031-05-03", None, (headline,)))) == []
    assert len(one_entry(pile(("a", "2031-05-03", None, (headline, STRIKE))))["support"]) == 1


def test_a_caption_tells_no_event() -> None:
    """Captions date pictures."""
    caption = replace(FERRY, role=Role.CAPTION)
    assert compile_timeline(pile(("a", "2031-05-03", None, (caption,)))) == []


def test_the_best_sentence() -> None:
    """One that can be read alone, before one that points back or is a fragment."""
    pointing = replace(
        FERRY, text="It sank off Kerrow on Friday with nobody on board.", alone=False
    )
    short = replace(FERRY, text="Sunk Friday.", role=Role.LEDE)
    entry = one_entry(
        pile(
            ("a", "2031-05-02", None, (pointing,)),
            ("b", "2031-05-03", None, (short,)),
            ("c", "2031-05-09", None, (FERRY_AGAIN,)),
        )
    )
    assert entry["sentence"]["text"] == FERRY_AGAIN.text


def test_a_mere_reference_joins_the_event_it_names() -> None:
    """`after Friday's blast` belongs to the only blast of that Friday, and to none of two."""
    blast = replace(FERRY, text="A blast wrecked the Alma off Kerrow on Friday.", action="blast",
                    words=("blast", "alma", "kerrow", "wrecked"))  # fmt: skip
    other = replace(blast, text="A blast wrecked a kiln in Toller on Friday.", who=("kiln",),
                    where=("toller",), words=("blast", "kiln", "toller", "wrecked"))  # fmt: skip
    bare = replace(
        blast, text="Friday's blast.", when="Friday|2031-05-02", who=(), where=(), words=()
    )
    one = [("a", "2031-05-03", None, (blast,)), ("b", "2031-05-04", None, (bare,))]
    assert len(one_entry(pile(*one))["support"]) == 2
    assert len(compile_timeline(pile(*one, ("c", "2031-05-04", None, (other,))))) == 3


def test_what_says_nothing_is_like_nothing() -> None:
    """`it was so in 2030`, said twice of nobody knows what, is two entries."""
    empty = replace(FERRY, text="It was so for all of them back in 2030.", when="2030|2030",
                    action="was", who=(), where=(), words=())  # fmt: skip
    prints = [("a", "2031-05-03", None, (empty,)), ("b", "2031-05-04", None, (empty,))]
    assert len(compile_timeline(pile(*prints))) == 2


TOLD = (FERRY, FERRY_AGAIN, FERRY_IN_MAY, STRIKE, VOTE, VOTED)
DAYS = st.sampled_from(["2031-05-03", "2031-05-09", "2031-06-11", "2031-09-01", None])
PRINTS = st.lists(
    st.tuples(DAYS, st.sampled_from([None, "Kerrow Echo", "Elm Post"]),
              st.lists(st.sampled_from(TOLD), min_size=1, max_size=3, unique=True)),
    min_size=1, max_size=7,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(PRINTS, st.randoms(use_true_random=False))
def test_any_order_gives_the_same(
    prints: list[tuple[str | None, str | None, list[Told]]], random: Any
) -> None:
    """The timeline is a function of the set of articles, and keeps its promises on each entry."""
    made = [
        Print(name=f"{n}.txt", day=day, outlet=outlet, told=tuple(told))
        for n, (day, outlet, told) in enumerate(prints)
    ]
    found = compile_timeline(Pile(made))
    shuffled = list(made)
    random.shuffle(shuffled)
    assert compile_timeline(Pile(shuffled)) == found
    assert found == sorted(found, key=lambda e: (e["first"], e["last"], e["id"]))
    assert sum(len(e["support"]) for e in found) == sum(len(one.told) for one in made)
    assert len({e["id"] for e in found}) == len(found)
    for entry in found:
        assert entry["sentence"] in [
            {key: s[key] for key in ("article", "start", "end", "text")} for s in entry["support"]
        ]
        assert date.fromisoformat(entry["first"]) <= date.fromisoformat(entry["last"])
        assert entry["origins"] <= entry["articles"] <= len(entry["support"])
        assert 0 <= entry["weight"] < 1
