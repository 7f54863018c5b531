"""Families: who derives from whom, by whom an article's copy is, and what tells it."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from onrecord.record.origins import origins_json, read_origins
from onrecord.values.vocabulary import Sourcing
from origin_makers import Pile, Report, Said, identity

WIRE = (
    "The ferry Alma ran aground off Kerrow on Friday with 40 people on board.",
    "All of them were brought ashore before dark, the harbour master said.",
    "The owner said that the rudder had jammed.",
    "It is the third grounding on the bank since the buoys were moved.",
)
OWN = (
    "Bread ran out in Kerrow on Friday night as passengers filled its two inns.",
    "The baker said that she had not seen so many wet shoes in one room.",
)


def entries(*reports: Report, copies: Any = (), retold: Any = ()) -> list[dict[str, Any]]:
    """The origins as JSON, names in the place of ids."""
    pile = Pile(list(reports), copies=copies, retold=retold)
    names = {identity(one.name): one.name for one in reports}
    found = list(origins_json(read_origins(pile), pile.article))
    for entry in found:
        for one in entry["articles"]:
            one["article"] = names[one["article"]]
            one["from"] = names.get(one["from"])
    return found


def members(entry: dict[str, Any]) -> dict[str, tuple[str, str | None]]:
    """Relation and source by name."""
    return {one["article"]: (one["relation"], one["from"]) for one in entry["articles"]}


def whys(entry: dict[str, Any]) -> dict[str, str]:
    """Reasons by name."""
    return {one["article"]: one["why"] for one in entry["articles"]}


def test_an_agency_and_its_pickups() -> None:
    """The agency's own report is the origin of all; one trims, one prints it under its own top."""
    (entry,) = entries(
        Report(name="wire", lines=WIRE, outlet="Mirefield Elm Agency", agency="MEA"),
        Report(name="trim", lines=WIRE[:3], outlet="Elm Courier", agency="MEA", credit="MEA"),
        Report(name="top", lines=(*OWN, *WIRE[1:4]), outlet="Kerrow Echo", day="2031-05-04"),
        copies=[("wire", "trim"), ("wire", "top"), ("trim", "top")],
    )
    assert entry["medium"] == "MEA"
    assert members(entry) == {
        "wire": ("independent", None),
        "trim": ("pickup", "wire"),
        "top": ("pickup", "wire"),
    }
    assert whys(entry)["trim"].startswith("credit: MEA; shared-passage: ")
    assert whys(entry)["top"].startswith("credit-of-copy: MEA; shared-passage: ")
    assert {one["article"]: one["newsroom"] for one in entry["articles"]} == {
        "wire": "MEA",
        "trim": "Elm Courier",
        "top": "Kerrow Echo",
    }
    left = {passage["left"]["article"] for passage in entry["passages"]}
    assert left == {identity("wire")}
    assert all(p["left"]["text"] == p["right"]["text"] for p in entry["passages"])


def test_copies_of_an_agency_that_is_not_in_the_pile() -> None:
    """Two printings of one agency's copy: its name, no source; who does not say so is told."""
    (entry,) = entries(
        Report(name="a", lines=WIRE, outlet="Elm Courier", agency="MEA", credit="MEA"),
        Report(name="b", lines=WIRE, outlet="Kerrow Echo", day="2031-05-04"),
        copies=[("a", "b")],
    )
    assert entry["medium"] == "MEA"
    assert members(entry) == {"a": ("pickup", None), "b": ("same-text", None)}
    assert whys(entry)["b"].startswith("credit-of-copy: MEA")


def test_two_agencies_credited_alike_are_not_chosen_between() -> None:
    """One printing credits one agency, the other another one: no medium, one origin."""
    (entry,) = entries(
        Report(name="a", lines=WIRE, outlet="Elm Courier", agency="AP", credit="AP"),
        Report(name="b", lines=WIRE, outlet="Kerrow Echo", agency="AFP", credit="AFP"),
        copies=[("a", "b")],
    )
    assert entry["medium"] is None
    assert {name: why.split(";")[0] for name, why in whys(entry).items()} == {
        "a": "credit: AP",
        "b": "credit: AFP",
    }


def test_a_credit_without_a_partner_is_unknown() -> None:
    """What nobody else prints may be the agency's, or the outlet's with its help."""
    (entry,) = entries(Report(name="a", lines=WIRE, outlet="Elm Courier", agency="MEA"))
    assert entry["medium"] == "MEA"
    assert members(entry) == {"a": ("unknown", None)}
    assert whys(entry) == {"a": "credit: MEA"}


def test_an_article_alone_is_independent() -> None:
    """Its medium is its outlet, and there is none where that is unknown."""
    first, second = entries(
        Report(name="a", lines=WIRE, outlet="Elm Courier"),
        Report(name="b", lines=OWN, day="2031-05-09"),
    )
    assert (first["medium"], second["medium"]) == ("Elm Courier", None)
    assert members(first) == {"a": ("independent", None)}
    assert members(second) == {"b": ("independent", None)}


def test_the_earlier_printing_is_the_origin() -> None:
    """Of two outlets without a credit the one that was known to be first."""
    (entry,) = entries(
        Report(name="late", lines=WIRE, outlet="Kerrow Echo", day="2031-05-06"),
        Report(name="early", lines=(*WIRE, *OWN), outlet="Elm Courier", day="2031-05-03"),
        copies=[("late", "early")],
    )
    assert entry["medium"] == "Elm Courier"
    assert members(entry) == {"early": ("independent", None), "late": ("pickup", "early")}


def test_where_nothing_tells_who_was_first_nobody_is_said_to_be() -> None:
    """Two outlets of one day: no medium, no source, and the reason says so."""
    (entry,) = entries(
        Report(name="a", lines=WIRE, outlet="Kerrow Echo"),
        Report(name="b", lines=(*WIRE, *OWN), outlet="Elm Courier"),
        copies=[("a", "b")],
    )
    assert entry["medium"] is None
    assert {one["from"] for one in entry["articles"]} == {None}
    assert all(why.endswith("nothing-tells-who-was-first") for why in whys(entry).values())
    assert "independent" not in {one["relation"] for one in entry["articles"]}


def test_intervals_that_overlap_tell_nothing() -> None:
    """A date that is only bounded is no evidence of who was first."""
    (entry,) = entries(
        Report(name="a", lines=WIRE, outlet="Kerrow Echo", day="2031-05-01", ends="2031-05-09"),
        Report(name="b", lines=WIRE, outlet="Elm Courier", day="2031-05-04"),
        copies=[("a", "b")],
    )
    assert entry["medium"] is None


def test_versions_of_one_outlet() -> None:
    """A later printing of one outlet is a version, with the words that it took out and added."""
    changed = WIRE[0].replace("40 people", "44 people")
    (entry,) = entries(
        Report(name="first", lines=(OWN[0], *WIRE), outlet="Elm Courier", day="2031-05-03"),
        Report(
            name="second",
            lines=(OWN[0], changed, *WIRE[1:3], OWN[1]),
            outlet="Elm Courier",
            day="2031-05-04",
        ),
        copies=[("first", "second")],
    )
    assert members(entry)["second"] == ("version", "first")
    (version,) = entry["versions"]
    assert (version["left"], version["right"]) == (identity("first"), identity("second"))
    assert [a["text"] for a in version["taken_out"]] == ["40", WIRE[3]]
    assert [a["text"] for a in version["added"]] == ["44", OWN[1]]


def test_a_second_printing_that_changed_nothing_is_the_same_text() -> None:
    """No version without a change."""
    (entry,) = entries(
        Report(name="first", lines=WIRE, outlet="Elm Courier", day="2031-05-03"),
        Report(name="second", lines=WIRE, outlet="Elm Courier", day="2031-05-04"),
        copies=[("first", "second")],
    )
    assert members(entry)["second"] == ("same-text", "first")
    assert entry["versions"] == []


def test_what_an_outlet_prints_again_after_months_is_no_version() -> None:
    """Versions follow each other within days."""
    (entry,) = entries(
        Report(name="first", lines=WIRE, outlet="Elm Courier", day="2031-05-03"),
        Report(name="again", lines=(*OWN[:1], *WIRE), outlet="Elm Courier", day="2031-09-04"),
        copies=[("first", "again")],
    )
    assert members(entry)["again"] == ("pickup", "first")


def test_successive_writethrus_of_an_agency() -> None:
    """Of two pages of one agency the later one is a version of the earlier one."""
    again = (WIRE[0].replace("40", "44"), *WIRE[1:])
    (entry,) = entries(
        Report(name="second", lines=again, outlet="Reuters", agency="Reuters", day="2031-05-04"),
        Report(name="first", lines=WIRE, outlet="Reuters", agency="Reuters", day="2031-05-03"),
        copies=[("first", "second")],
    )
    assert members(entry) == {"first": ("independent", None), "second": ("version", "first")}


def test_a_line_that_only_one_agency_sets_so() -> None:
    """A crosshead between dashes shows whose copy it is where the credit was taken off."""
    lines = (*WIRE, "- Wet shoes -", *OWN)
    (entry,) = entries(Report(name="a", lines=lines, outlet="Elm Courier"))
    assert entry["medium"] == "AFP"
    assert members(entry) == {"a": ("unknown", None)}
    assert whys(entry) == {"a": "house-style: AFP crosshead: - Wet shoes -"}


INTERVIEW = Report(
    name="talk",
    lines=(
        "Lorvania’s premier says that the dam will be emptied by autumn.",
        "Ada Pell said the gates would stay open. Her remarks came in an exclusive interview with "
        "Reuters.",
        "“There is no other way,” Pell said.",
    ),
    said=(
        Said(
            content="the dam will be emptied by autumn",
            source="Lorvania’s premier",
            speaker="Pell",
        ),
        Said(
            content="the gates would stay open",
            source="Ada Pell",
            speaker="Ada Pell",
            through="Reuters",
        ),
        Said(content="There is no other way", source="Pell", speaker="Pell"),
    ),
)


def test_a_report_made_of_an_agency_s_interview() -> None:
    """Whoever prints what was told an agency alone carries its copy, credit or no credit."""
    (entry,) = entries(INTERVIEW)
    assert entry["medium"] == "Reuters"
    assert members(entry) == {"talk": ("unknown", None)}
    assert whys(entry) == {"talk": "exclusive-of: Reuters"}


def test_what_an_article_cites() -> None:
    """Each medium once for each place, with the report whose words the claims tell again."""
    told = "Pell told the Elm Courier that the lock keeper had been warned in spring."
    first, second = entries(
        Report(
            name="source",
            lines=("The lock keeper had been warned in spring, Ada Pell said.", *WIRE),
            outlet="The Elm Courier",
        ),
        Report(
            name="citing",
            lines=(OWN[0], told, OWN[1]),
            outlet="Kerrow Echo",
            day="2031-05-05",
            said=(
                Said(
                    content="the lock keeper had been warned in spring",
                    source="Pell",
                    speaker="Pell",
                    through="the Elm Courier",
                ),
            ),
        ),
        retold=[("The lock keeper had been warned in spring, Ada Pell said.", told)],
    )
    (cited,) = second["articles"][0]["cites"]
    assert cited["medium"] == cited["anchor"]["text"] == "the Elm Courier"
    assert cited["origin"] == first["id"]
    assert members(second) == {"citing": ("independent", None)}


def test_a_later_report_is_never_the_one_that_is_cited() -> None:
    """Nobody tells again what has not appeared."""
    told = "Pell told the Elm Courier that the lock keeper had been warned in spring."
    source = "The lock keeper had been warned in spring, Ada Pell said."
    citing, _ = entries(
        Report(name="late", lines=(source,), outlet="The Elm Courier", day="2031-06-05"),
        Report(
            name="citing",
            lines=(told, *OWN),
            outlet="Kerrow Echo",
            said=(
                Said(
                    content="the lock keeper had been warned in spring",
                    source="Pell",
                    speaker="Pell",
                    through="the Elm Courier",
                ),
            ),
        ),
        retold=[(source, told)],
    )
    assert [one["origin"] for one in citing["articles"][0]["cites"]] == [None]


def test_a_rewrite_names_whom_it_retells() -> None:
    """Many sentences told again in order, with the other one's name: one origin, no copy."""
    again = (
        "Off Kerrow the Alma, a ferry with 40 on board, sat on a bank on Friday.",
        "Everybody was on land by nightfall, according to the harbour master.",
        "A jammed rudder was to blame, its owner told the Elm Courier.",
        "Three ships have now struck the bank since somebody moved the buoys.",
    )
    said = Said(
        content="A jammed rudder was to blame",
        source="its owner",
        speaker=None,
        through="the Elm Courier",
        sourcing=Sourcing.UNNAMED,
    )
    (entry,) = entries(
        Report(name="first", lines=WIRE, outlet="Elm Courier"),
        Report(name="again", lines=again, outlet="Kerrow Echo", day="2031-05-04", said=(said,)),
        retold=list(zip(WIRE, again, strict=True)),
    )
    assert members(entry) == {"first": ("independent", None), "again": ("rewrite", "first")}
    assert whys(entry)["again"] == "retells: 4 of 4 sentences; cites: Elm Courier"
    assert entry["medium"] == "Elm Courier"


def test_the_same_retold_without_a_name_stays_apart() -> None:
    """Two who report one event tell the same things; that is no rewrite."""
    again = tuple(f"As we saw, {line[0].lower()}{line[1:]}" for line in WIRE)
    found = entries(
        Report(name="first", lines=WIRE, outlet="Elm Courier"),
        Report(name="again", lines=again, outlet="Kerrow Echo", day="2031-05-04"),
        retold=list(zip(WIRE, again, strict=True)),
    )
    assert len(found) == 2


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_order_of_adding_plays_no_part(order: tuple[int, ...]) -> None:
    """The same articles give the same origins."""
    reports = [
        Report(name="a", lines=WIRE, outlet="Elm Courier", agency="MEA"),
        Report(name="b", lines=(*OWN, *WIRE), outlet="Kerrow Echo"),
        Report(name="c", lines=WIRE[:3], outlet="Velmar Post", day="2031-05-04"),
    ]
    copies = [("a", "b"), ("a", "c"), ("b", "c")]
    told = entries(*reports, copies=copies)
    assert entries(*(reports[n] for n in order), copies=copies) == told


def test_every_article_in_exactly_one_entry() -> None:
    """With copies, rewrites and lone ones."""
    found = entries(
        *(Report(name=str(n), lines=(*WIRE[:2], str(n)), outlet=f"Outlet {n}") for n in range(6)),
        copies=[("0", "1"), ("1", "2"), ("3", "4")],
    )
    held = [one["article"] for entry in found for one in entry["articles"]]
    assert sorted(held) == [str(n) for n in range(6)]
