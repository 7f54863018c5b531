"""Groups of articles that descend from one report."""

from __future__ import annotations

from collections.abc import Sequence

from copy_makers import link_between, members

from onrecord.linking.copies.groups import groups_of
from onrecord.values.ids import group_id
from onrecord.values.links import CopyLink, OriginGroup
from onrecord.values.vocabulary import Relation


def _groups(touched: str, links: Sequence[CopyLink]) -> tuple[OriginGroup, ...]:
    return groups_of(touched, lambda id_: [one for one in links if id_ in (one.left, one.right)])


def test_an_article_alone_is_a_group_of_one() -> None:
    """Its relation is unknown: the pile does not tell where it comes from."""
    (group,) = _groups("a", [])
    assert group.id == group_id("origin", ["a"])
    assert [(m.relation, m.why) for m in group.members] == [(Relation.UNKNOWN, "no-shared-passage")]


def test_background_joins_nobody() -> None:
    """A link that is no copy leaves two groups."""
    link = link_between("a", "b", (0.2, 0.2), relation=Relation.INDEPENDENT)
    assert members(_groups("ab", [link])) == [["a"], ["b"]]


def test_all_groups_of_the_component_are_made() -> None:
    """Also those of articles that were not touched themselves."""
    links = [link_between("a", "b", (1.0, 0.9)), link_between("b", "c", (0.9, 1.0))]
    assert members(_groups("a", links)) == [["a", "b", "c"]]


def test_two_excerpts_descend_from_their_report() -> None:
    """They share nothing with each other; the report holds both as a whole."""
    links = [
        link_between("a", "r", (1.0, 0.3), {"r": (0, 300)}),
        link_between("b", "r", (1.0, 0.2), {"r": (600, 800)}),
    ]
    assert members(_groups("r", links)) == [["a", "b", "r"]]


def test_a_merged_article_does_not_make_two_reports_one() -> None:
    """It stands with the report that it has most of; the other one stays alone with its copies."""
    links = [
        link_between("a", "m", (0.6, 0.5), {"a": (0, 600), "m": (0, 500)}),
        link_between("b", "m", (0.5, 0.3), {"b": (0, 500), "m": (500, 900)}),
        link_between("b", "c", (1.0, 1.0), {"b": (0, 900), "c": (0, 900)}, Relation.SAME_TEXT),
    ]
    assert members(_groups("m", links)) == [["a", "m"], ["b", "c"]]


def test_versions_hang_together() -> None:
    """Each keeps much of the one before, the last nothing of the first."""
    links = [
        link_between("a", "b", (0.6, 0.5), {"b": (0, 500)}),
        link_between("b", "c", (0.55, 0.5), {"b": (100, 700), "c": (0, 500)}),
    ]
    assert members(_groups("a", links)) == [["a", "b", "c"]]


def test_background_of_two_reports_of_an_agency_does_not_join_their_copies() -> None:
    """Two reports that each have equal copies stay apart when a smaller part is in common."""
    equal = {"relation": Relation.SAME_TEXT}
    links = [
        link_between("a", "b", (1.0, 1.0), **equal),  # type: ignore[arg-type]
        link_between("c", "d", (1.0, 1.0), **equal),  # type: ignore[arg-type]
        link_between("b", "c", (0.3, 0.1)),
    ]
    assert members(_groups("a", links)) == [["a", "b"], ["c", "d"]]


def test_members_tell_how_they_are_near() -> None:
    """Each has the relation and the reason of its nearest link."""
    (group,) = _groups("a", [link_between("a", "b", (0.8, 0.4))])
    assert [(m.article, m.relation, m.why) for m in group.members] == [
        ("a", Relation.PICKUP, "shared-passage: 20 words"),
        ("b", Relation.PICKUP, "shared-passage: 20 words"),
    ]
