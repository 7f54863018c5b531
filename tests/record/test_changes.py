"""What changed since an earlier export: recognised by words, explained by articles."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.record.changes import Change, changes_between
from onrecord.record.changes.matching import Group, match
from timeline_makers import anchor, entry, support

type Json = dict[str, Any]

MILL, WEIR, LOCK = ("a" * 16, "b" * 16, "c" * 16)
TEXTS = {
    MILL: "The mill at Garn burned on Friday. Six boats sank there. A vote is set for June.",
    WEIR: "Garn’s mill burned down last week, and 6 boats sank. The vote was held on 4 June.",
    LOCK: "A fire took the mill at Garn. Some say 9 boats were lost.",
}


def article(id_: str, **more: Any) -> Json:
    """An article of an export."""
    day = {MILL: "2034-05-06", WEIR: "2034-06-05", LOCK: "2034-07-01"}[id_]
    made = {
        "id": id_,
        "label": f"{id_[0].upper()} Post",
        "name": f"{id_[0]}.txt",
        "outlet": None,
        "agency": None,
        "headline": None,
        "published": {"first": day, "last": day, "basis": "stated", "why": "stated"},
        "text": TEXTS[id_],
    }
    return made | more


def told(number: int, days: tuple[str | None, str | None], *places: str, **more: Any) -> Json:
    """An entry told by the first sentences of articles; `2:` before an id is the second one."""
    supports = []
    for place in places:
        n, _, id_ = place.rpartition(":")
        sentences = TEXTS[id_].split(". ")
        words = sentences[int(n or 1) - 1].removesuffix(".")
        supports.append(support(id_, words, TEXTS[id_].index(words)))
    first = supports[0]
    made = entry(number, *days, text=first["text"], article=first["article"], start=first["start"])
    return made | {"support": supports, "articles": len(supports)} | more


def export(**more: Any) -> Json:
    """An export with the three articles, and nothing found in them."""
    made: Json = {
        "onrecord": "1.0",
        "schema": 1,
        "settings": {"model": "m"},
        "versions": {"articles": "1", "analysis": "1", "linking": "1", "record": "1"},
        "articles": [article(MILL), article(WEIR)],
        "figures": [],
    }
    lists = ("stories", "origins", "timeline", "series", "differences", "entities")
    return made | {key: [] for key in lists} | more


def told_changes(old: Json, new: Json, part: str) -> list[tuple[str, str, str]]:
    """(change, what was → what is, why) of one part."""
    return [
        (
            one.change,
            f"{', '.join(str(s.value) for s in one.before)}"
            f" → {', '.join(str(s.value) for s in one.after)}",
            one.why,
        )
        for one in changes_between(old, new)
        if one.part == part
    ]


FIRE = ("2034-05-05", "2034-05-05")
MAY = ("2034-05-01", "2034-05-31")


def test_nothing_changed() -> None:
    """Two equal exports have no change between them."""
    one = export(timeline=[told(1, FIRE, MILL, WEIR)])
    assert changes_between(one, deepcopy(one)) == []


def test_a_new_id_is_no_change() -> None:
    """An entry is the same by its words: when a smaller member gives it another id, nothing is
    told but that it is told by more."""
    old = export(timeline=[told(1, FIRE, MILL)])
    new = export(timeline=[told(2, FIRE, MILL)])
    assert changes_between(old, new) == []


def test_entries_come_and_go() -> None:
    """What is new and what is gone, with the article that is the cause."""
    old = export(timeline=[told(1, FIRE, MILL)])
    new = export(
        articles=[article(MILL), article(WEIR), article(LOCK)],
        timeline=[told(1, FIRE, MILL), told(2, MAY, LOCK)],
    )
    assert told_changes(old, new, "entry") == [
        ("added", " → 2034-05-01..2034-05-31", "article-added: C Post")
    ]
    assert told_changes(new, old, "entry") == [
        ("gone", "2034-05-01..2034-05-31 → ", "article-removed: C Post")
    ]
    assert told_changes(old, new, "article") == [("added", " → 2034-07-01", "")]
    (added,) = (one for one in changes_between(old, new) if one.part == "entry")
    (shown,) = added.after
    assert shown.anchor == anchor(LOCK, TEXTS[LOCK], "A fire took the mill at Garn")
    assert (shown.label, shown.at) == ("C Post", "c.txt:0")


def test_an_entry_is_dated_anew() -> None:
    """Other days, with the article whose own days are others now."""
    later = article(MILL, published={"first": "2034-05-07", "last": "2034-05-07", "why": "decided"})
    old = export(timeline=[told(1, MAY, MILL)])
    new = export(articles=[later, article(WEIR)], timeline=[told(1, FIRE, MILL)])
    assert told_changes(old, new, "entry") == [
        ("re-dated", "2034-05-01..2034-05-31 → 2034-05-05", "article-re-dated: A Post")
    ]
    assert told_changes(old, new, "article") == [("re-dated", "2034-05-06 → 2034-05-07", "decided")]
    undated = export(timeline=[told(1, (None, None), MILL)])
    assert told_changes(old, undated, "entry")[0][1].endswith("→ undated")


def test_entries_become_one_and_fall_apart() -> None:
    """Merged and split, whatever became of the ids."""
    apart = export(timeline=[told(1, FIRE, MILL), told(2, MAY, WEIR)])
    one = export(timeline=[told(3, FIRE, MILL, WEIR)])
    assert told_changes(apart, one, "entry") == [
        ("merged", "2034-05-05, 2034-05-01..2034-05-31 → 2034-05-05", "")
    ]
    assert told_changes(one, apart, "entry") == [
        ("split", "2034-05-05 → 2034-05-05, 2034-05-01..2034-05-31", "")
    ]


def test_two_events_of_one_sentence_stay_two() -> None:
    """Entries whose clauses stand in one sentence are not taken for one another."""
    fire, vote = told(1, FIRE, MILL), told(2, MAY, MILL)
    vote["support"][0]["clause"] = [3, 9]
    old = export(timeline=[fire, vote])
    assert changes_between(old, deepcopy(old)) == []
    assert [c for c, _, _ in told_changes(old, export(timeline=[fire]), "entry")] == ["gone"]


def test_scheduled_turned_happened() -> None:
    """Another status, another count of origins, a later report of what was announced."""
    vote = told(1, FIRE, f"3:{MILL}", status="scheduled", later_report_sought=True)
    held = told(1, FIRE, f"3:{MILL}", f"2:{WEIR}", status="happened", origins=2)
    old, new = export(timeline=[vote]), export(timeline=[held])
    assert told_changes(old, new, "entry") == [
        ("status", "scheduled → happened", ""),
        ("origins", "1 → 2", ""),
    ]
    reported = {**vote, "later_report": anchor(WEIR, TEXTS[WEIR], "The vote was held on 4 June")}
    assert told_changes(old, export(timeline=[reported]), "entry") == [
        ("later-report", "none found → found", "")
    ]
    counted = {**vote, "agreement": {"origins": 3}}
    assert told_changes(old, export(timeline=[counted]), "entry") == [("origins", "1 → 3", "")]


def test_another_text_is_compared_by_words() -> None:
    """Where an article is read otherwise now, places are found again by their words alone; a place
    whose words are gone is not guessed."""
    moved = {**article(MILL), "text": f"By our staff. {TEXTS[MILL]}"}
    fire = told(1, FIRE, MILL)
    shifted = deepcopy(fire)
    for one in (shifted["sentence"], shifted["support"][0]):
        one.update(start=one["start"] + 14, end=one["end"] + 14)
    old = export(timeline=[fire])
    new = export(articles=[moved, article(WEIR)], timeline=[shifted])
    assert told_changes(old, new, "entry") == []
    assert told_changes(old, new, "article") == [
        ("words", f"characters: {len(TEXTS[MILL])} → characters: {len(TEXTS[MILL]) + 14}", "")
    ]
    other = told(1, FIRE, f"2:{MILL}")
    assert [c for c, _, _ in told_changes(old, {**new, "timeline": [other]}, "entry")] == [
        "added",
        "gone",
    ]


def figure(id_: str, words: str, day: str | None = "2034-05-05") -> Json:
    """A figure of an export."""
    place = anchor(id_, TEXTS[id_], words)
    made = {key: place[key] for key in ("article", "start", "end")}
    return {"id": f"{id_[0]}-{words}", **made, "as_of": {"first": day, "last": day}}


def series(number: int, *points: Json) -> Json:
    """A series of an export."""
    return {"id": f"{number:016x}", "label": "boats", "points": [one["id"] for one in points]}


SIX, ALSO_SIX, NINE = (
    figure(MILL, "Six boats"),
    figure(WEIR, "6 boats"),
    figure(LOCK, "9 boats", "2034-07-01"),
)


def counts(*made: Json, articles: int = 2) -> Json:
    """An export with these series."""
    all_articles = [article(MILL), article(WEIR), article(LOCK)]
    return export(
        articles=all_articles[:articles], figures=[SIX, ALSO_SIX, NINE], series=list(made)
    )


def test_series_have_other_reports() -> None:
    """A report that came, with its days and words; series that became one."""
    old, new = counts(series(1, SIX)), counts(series(1, SIX, NINE), articles=3)
    assert told_changes(old, new, "series") == [
        ("reports", " → 2034-07-01", "article-added: C Post")
    ]
    (change,) = (one for one in changes_between(old, new) if one.part == "series")
    assert change.after[0].anchor == anchor(LOCK, TEXTS[LOCK], "9 boats")
    apart, one = counts(series(1, SIX), series(2, ALSO_SIX)), counts(series(1, SIX, ALSO_SIX))
    assert told_changes(apart, one, "series") == [("merged", "boats, boats → boats", "")]
    assert told_changes(one, apart, "series") == [("split", "boats → boats, boats", "")]
    assert told_changes(counts(), apart, "series")[0] == ("added", " → boats", "")
    assert told_changes(apart, counts(), "series")[0] == ("gone", "boats → ", "")


def test_a_report_holds_as_of_other_days() -> None:
    """The same printed number as of other days."""
    later = {**SIX, "as_of": {"first": "2034-05-04", "last": "2034-05-05"}}
    old, new = counts(series(1, SIX)), counts(series(1, SIX))
    new["figures"] = [later, ALSO_SIX, NINE]
    assert told_changes(old, new, "series") == [
        ("re-dated", "2034-05-05 → 2034-05-04..2034-05-05", "")
    ]


def difference(left: Json, right: Json, reason: str = "conflict", **more: Any) -> Json:
    """A difference of an export."""
    nothing = dict.fromkeys(("left_words", "right_words", "left_figure", "right_figure"))
    sides = {"left": left, "right": right}
    made = {"id": "d" * 16, "about": None, "slot": "date", "reason": reason, "why": "test"}
    return made | sides | nothing | more


def test_differences() -> None:
    """A new one, one that is gone, another reason; the side that stands first makes no other."""
    left, right = (
        anchor(MILL, TEXTS[MILL], "The mill at Garn burned on Friday"),
        anchor(WEIR, TEXTS[WEIR], "The vote was held on 4 June"),
    )
    one, turned = difference(left, right), difference(right, left, id="e" * 16)
    old = export(differences=[one])
    assert changes_between(old, export(differences=[turned])) == []
    assert told_changes(export(), old, "difference") == [
        ("added", " → conflict: test, conflict: test", "")
    ]
    assert told_changes(old, export(), "difference")[0][0] == "gone"
    assert told_changes(old, export(differences=[{**one, "reason": "revision"}]), "difference") == [
        ("reason", "conflict: test, conflict: test → revision: test, revision: test", "")
    ]
    elsewhere = {**one, "left_words": [0, 8], "right_words": [4, 8]}
    assert [c for c, _, _ in told_changes(old, export(differences=[elsewhere]), "difference")] == [
        "added",
        "gone",
    ]


def grouping(key: str, *groups: tuple[str, ...]) -> Json:
    """An export with origins or stories of these articles."""
    made = []
    for number, ids in enumerate(groups):
        members: Any = list(ids)
        if key == "origins":
            relations = ["independent", *["pickup"] * len(ids)]
            members = [
                {"article": id_, "relation": relations[n]} for n, id_ in enumerate(sorted(ids))
            ]
        made.append({"id": f"{number:016x}", "name": f"n{number}", "medium": None} | {
            "articles": members
        })  # fmt: skip
    return export(**{key: made}, articles=[article(MILL), article(WEIR), article(LOCK)])


@pytest.mark.parametrize(("key", "part"), [("origins", "origin"), ("stories", "story")])
def test_groups_of_articles(key: str, part: str) -> None:
    """Origins and stories that became one or fell apart; an article that came changes none."""
    apart, one = grouping(key, (MILL,), (WEIR, LOCK)), grouping(key, (MILL, WEIR, LOCK))
    ((change, _, _),) = told_changes(apart, one, part)
    assert change == "merged"
    ((change, _, _),) = told_changes(one, apart, part)
    assert change == "split"
    before = {**one, "articles": [article(MILL)]}
    before[key] = grouping(key, (MILL,))[key]
    assert told_changes(before, one, part) == []


def test_relations() -> None:
    """An article that is a copy now; one that came as a copy."""
    apart, one = grouping("origins", (MILL,), (WEIR,)), grouping("origins", (MILL, WEIR))
    assert ("relation", "independent → pickup", "") in told_changes(apart, one, "article")
    before = {**apart, "articles": [article(MILL)], "origins": apart["origins"][:1]}
    assert told_changes(before, one, "article")[0] == (
        "added",
        " → 2034-06-05",
        "relation: pickup",
    )


def test_names() -> None:
    """Names that are one now and were two, or are shown in another form; those that came with an
    article are not told."""
    garn, town = (anchor(MILL, TEXTS[MILL], "Garn"), anchor(WEIR, TEXTS[WEIR], "Garn"))

    def name(words: str, *mentions: Json) -> Json:
        return {"id": words.rjust(16, "0"), "name": words, "mentions": list(mentions)}

    apart = export(entities=[name("Garn", garn), name("Garn’s", town)])
    one = export(entities=[name("Garn", garn, town)])
    assert told_changes(apart, one, "name") == [("merged", "Garn, Garn’s → Garn", "")]
    assert told_changes(one, apart, "name") == [("split", "Garn → Garn, Garn’s", "")]
    again = export(entities=[name("Port Garn", garn, town)])
    assert told_changes(one, again, "name") == [("name", "Garn → Port Garn", "")]
    assert told_changes(export(), apart, "name") == []


def test_what_made_them() -> None:
    """Another program, schema or model is told, and what the earlier one did not look for."""
    old = export(onrecord="0.9", schema=0, timeline=None)
    del old["stories"], old["settings"]
    new = export(timeline=[told(1, FIRE, MILL)])
    found = [one for one in changes_between(old, new) if one.part == "record"]
    assert [(one.change, one.after[0].id, one.why) for one in found] == [
        ("version", "onrecord", ""),
        ("version", "schema", ""),
        ("version", "model", ""),
        ("not-compared", "stories", "not-in-the-earlier-export"),
        ("not-compared", "timeline", "not-in-the-earlier-export"),
    ]
    assert told_changes(old, new, "entry") == []


def test_another_shape_is_told() -> None:
    """What an earlier export has in another shape is not compared, and the rest is."""
    old = export(timeline=[{"when": "some day"}], articles=[article(MILL)])
    new = export(timeline=[told(1, FIRE, MILL)])
    found = changes_between(old, new)
    assert [(one.part, one.change) for one in found] == [
        ("article", "added"),
        ("record", "not-compared"),
    ]
    assert found[1].why == "other-shape"


def test_as_json() -> None:
    """A change as JSON has its sides as lists of plain mappings."""
    made = Change(part="entry", change="added")
    assert made.as_dict() == {
        "part": "entry",
        "change": "added",
        "before": [],
        "after": [],
        "why": "",
    }


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.frozensets(st.integers(0, 8), max_size=4), max_size=6),
    st.lists(st.frozensets(st.integers(0, 8), max_size=4), max_size=6),
)
def test_matching_loses_nothing(old: list[frozenset[int]], new: list[frozenset[int]]) -> None:
    """Every group is in exactly one match, and groups of different matches share nothing."""
    before = [Group({"n": n}, frozenset(one)) for n, one in enumerate(old)]
    after = [Group({"n": n}, frozenset(one)) for n, one in enumerate(new)]
    found = list(match(before, after))
    assert sorted(g.one["n"] for m in found for g in m.old) == list(range(len(old)))
    assert sorted(g.one["n"] for m in found for g in m.new) == list(range(len(new)))
    for one in found:
        for other in found:
            if one is not other:
                ours = frozenset().union(*(g.members for g in one.old))
                theirs = frozenset().union(*(g.members for g in other.new))
                assert ours.isdisjoint(theirs)
