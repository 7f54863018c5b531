"""Whether one of two articles prints the other."""

from __future__ import annotations

import pytest
from copy_makers import FLOOD, SAID, STRIKE, words_of

from onrecord.linking.copies.judge import judge
from onrecord.values.links import CopyLink
from onrecord.values.vocabulary import Relation


def _judge(left: tuple[str, ...], right: tuple[str, ...]) -> CopyLink | None:
    return judge("a", words_of(*left), "b", words_of(*right))


_EDITED = {
    "cut": FLOOD[:4],
    "dropped and merged": (FLOOD[0], f"{FLOOD[2]} {FLOOD[3]}", FLOOD[5], FLOOD[7]),
    "another top": (*STRIKE[:2], *FLOOD[2:]),
    "merged": (*FLOOD[:2], *STRIKE[:2], *FLOOD[2:5], *STRIKE[2:5]),
    "reworded": tuple(
        one.replace("reached", "got to")
        .replace("carried", "took")
        .replace("warned", "cautioned")
        .replace("employs", "pays")
        .replace("cancelled", "scrapped")
        .replace("expect", "foresee")
        for one in FLOOD
    ),
    "clauses turned": (
        FLOOD[0],
        "While volunteers stacked sandbags around the pumping station, rescue boats carried"
        " elderly residents from the Gullgate quarter.",
        "The cannery shut its furnaces and sent the night shift home before the basement filled,"
        " which employs two hundred workers.",
        *FLOOD[4:6],
    ),
}


@pytest.mark.parametrize("edit", _EDITED)
def test_an_edited_report_is_a_pickup(edit: str) -> None:
    """Cut, dropped, merged, with another top or lightly reworded, a copy stays a copy."""
    link = _judge(FLOOD, _EDITED[edit])
    assert link is not None
    assert link.relation is not Relation.INDEPENDENT
    assert link.passages
    assert link.why.startswith(("shared-passage: ", "nearly-equal-running-text: "))


def test_shares_are_of_each_text() -> None:
    """A text that stands whole in another one is held by it, whatever else stands there."""
    link = _judge(FLOOD[:3], (*FLOOD[:3], *STRIKE))
    assert link is not None
    assert link.left_share == 1.0
    assert 0.2 < link.right_share < 0.5


def test_equal_texts_are_the_same_text() -> None:
    """Word for word, quotations too."""
    link = _judge((*FLOOD, SAID), (" ".join(FLOOD), SAID))
    assert link is not None
    assert (link.relation, link.why.split(":")[0]) == (Relation.SAME_TEXT, "equal-running-text")


def test_trifles_leave_the_same_text() -> None:
    """A word more or less is no other text."""
    link = _judge(FLOOD, (*FLOOD[:-1], FLOOD[-1].replace("inspectors", "two inspectors")))
    assert link is not None
    assert link.relation is Relation.SAME_TEXT


def test_quotations_in_common_are_no_copy() -> None:
    """Two reports with the same words between marks have nothing of their own in common."""
    other = "“The river gave us one hour, and we used it badly, as this council always has.”"
    assert _judge((*FLOOD, SAID, other), (*STRIKE, SAID, other)) is None


def test_background_in_common_is_no_copy() -> None:
    """A few paragraphs far down in both are told again, and shown."""
    link = _judge((*FLOOD[:6], *STRIKE[5:7]), (*STRIKE[:4], *FLOOD[6:], *STRIKE[5:7]))
    assert link is not None
    assert (link.relation, link.why.split(":")[0]) == (Relation.INDEPENDENT, "shared-background")


def test_an_item_of_a_digest_is_no_copy() -> None:
    """A page of several reports, each with its dateline, descends from none of them."""
    items = (
        *(f"TORVIK (AP) — {FLOOD[0]}", *FLOOD[1:4]),
        *(f"SELJE (AP) — {STRIKE[0]}", *STRIKE[1:]),
        *("VARDE (AP) — The dam was sold.", "Its new owners will plant orchards on the slopes."),
    )
    link = _judge(FLOOD, items)
    assert link is not None
    assert (link.relation, link.why.split(":")[0]) == (Relation.INDEPENDENT, "item-of-a-digest")


def test_reports_of_other_things_share_nothing() -> None:
    """No link where there is nothing to show."""
    assert _judge(FLOOD, STRIKE) is None


def test_passages_stand_where_the_words_stand() -> None:
    """A passage runs from the first word that both have to the last, on either side."""
    link = _judge(FLOOD[:4], (STRIKE[0], *FLOOD[:4]))
    assert link is not None
    (passage,) = link.passages
    left, right = "\n".join(FLOOD[:4]), "\n".join((STRIKE[0], *FLOOD[:4]))
    assert passage.left.slice(left) == passage.right.slice(right)
    assert passage.left.slice(left).startswith("council of Torvik")
    assert passage.words > 30
