"""ninjs: what is taken for a news item in JSON, and what comes of each file of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.articles.read import read_article
from onrecord.errors import InputError
from onrecord.settings import Limits
from onrecord.sources.iptc.newsroom import ItemDates, is_later, iso_moment, item_dates
from onrecord.sources.iptc.ninjs_fields import is_ninjs, ninjs_record, ninjs_standing
from onrecord.sources.items import path_item
from onrecord.sources.open import open_source
from onrecord.sources.record_fields import record_fields
from onrecord.sources.registry import source_for
from onrecord.values.pages import MediaType, Page

WORDS = "The council of Port Elm met on Monday and voted to close the bridge."
FIRST: dict[str, object] = {
    "uri": "urn:newsml:mpa.example:20240308:1",
    "type": "text",
    "versioncreated": "2024-03-08T11:46:53Z",
    "pubstatus": "usable",
    "headline": "Council votes",
    "body_text": WORDS,
}
SECOND: dict[str, object] = {
    "uri": "urn:newsml:mpa.example:20240308:2",
    "versioncreated": "2024-03-08T11:46:53Z",
    "headlines": [{"role": "main", "value": "Council votes"}],
    "bodies": [{"role": "main", "contenttype": "text/plain", "value": WORDS}],
}
THIRD: dict[str, object] = {
    "uri": "urn:newsml:mpa.example:20240308:3",
    "standard": {"name": "ninjs", "version": "3.0"},
    "versionCreated": "2024-03-08T11:46:53Z",
    "headlines": [{"value": "Council votes"}],
    "bodies": [{"contentType": "text/plain", "value": WORDS}],
}
PICTURE = FIRST | {"type": "picture", "description_text": "The bridge", "body_text": ""}


def _json(*items: dict[str, object]) -> bytes:
    return b"\n".join(json.dumps(item).encode() for item in items)


class Case(NamedTuple):
    """A file, and what must come of it."""

    name: str
    data: bytes
    pages: int
    remarks: tuple[str, ...] = ()
    limits: Limits = Limits()


CASES = [
    Case("first.json", _json(FIRST), 1),
    Case("second.json", _json(SECOND), 1),
    Case("third.json", _json(THIRD), 1),
    Case("marked.json", b"\xef\xbb\xbf" + _json(FIRST), 1),
    Case("wide.json", _json(FIRST).decode().encode("utf-16"), 1),
    Case("no-suffix", _json(FIRST), 1),
    Case("lines.jsonl", _json(FIRST, SECOND, THIRD), 3),
    Case("lines.json", _json(FIRST, SECOND), 2),
    Case("list.json", b"[" + _json(FIRST) + b"," + _json(THIRD) + b"]", 2),
    Case("hits.json", b'{"total":1,"hits":[' + _json(FIRST) + b"]}", 1),
    Case("store.json", b'{"_items":[' + _json(FIRST) + b"]}", 1),
    Case("picture.json", _json(PICTURE), 0, ("note/no-article",)),
    Case("video.json", _json(FIRST | {"type": "video"}), 0, ("note/no-article",)),
    Case("plan.json", _json(FIRST | {"type": "planning"}), 0, ("note/no-article",)),
    Case("bundle.json", _json(PICTURE | {"type": "composite"}), 0, ("note/no-article",)),
    Case("composite.json", _json(FIRST | {"type": "composite"}), 1),
    Case("aside.jsonl", _json(PICTURE, FIRST, PICTURE), 1, ("note/no-article",)),
    Case("all-aside.jsonl", _json(PICTURE, PICTURE), 0, ("note/no-article",)),
    Case(
        "withheld.json",
        _json(FIRST | {"pubstatus": "withheld"}),
        1,
        ("note/withheld-by-publisher",),
    ),
    Case(
        "cancelled.jsonl",
        _json(FIRST, SECOND | {"pubstatus": "canceled"}),
        2,
        ("note/cancelled-by-publisher",),
    ),
    Case("empty.json", _json(FIRST | {"body_text": " "}), 0, ("failed/no-text-field",)),
    Case("cut.json", _json(FIRST)[:-20], 0, ("failed/broken",)),
    Case("deep.json", _json(FIRST)[:-1] + b',"x":' + b"[" * 100_000, 0, ("failed/broken",)),
    Case("large.json", _json(FIRST), 0, ("failed/too-large",), Limits(item_bytes=100)),
    Case(
        "odd-types.json",
        _json(
            FIRST
            | {"pubstatus": [], "type": {}, "headline": 5, "located": [{"name": 7}]}
            | {"bodies": [7, {"value": None}], "byline": [1], "version": {"a": 1}}
        ),
        1,
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_file(case: Case, write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """Each file gives just these pages and remarks, and each page can be read."""
    pages, remarks = read(write(case.name, case.data), limits=case.limits)
    assert [f"{r.severity}/{r.reason}" for r in remarks] == list(case.remarks)
    assert len(pages) == case.pages
    for page in pages:
        assert page.media_type is MediaType.RECORD
        assert WORDS in read_article(page).text


def test_one_item_keeps_the_bytes_of_its_file(
    write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """The bytes of a file that is one item are the article's, spaces and all."""
    data = json.dumps(FIRST, indent=3).encode()
    [page], _ = read(write("a.json", data))
    assert (page.data, page.name) == (data, "a.json")


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (FIRST, True),
        (SECOND, True),
        (THIRD, True),
        ({"standard": {"name": "ninjs"}}, True),
        ({"uri": "a", "headline": "b", "body_text": WORDS}, False),
        ({"uri": "a", "title": "b", "text": WORDS, "urgency": 3}, False),
        ({"uri": 5, "versioncreated": "x", "pubstatus": "usable"}, False),
        ({"title": "b", "text": WORDS}, False),
        ({}, False),
    ],
)
def test_shape(record: dict[str, object], expected: bool) -> None:
    """An item says that it is ninjs or has a `uri` and two typical properties."""
    assert is_ninjs(record) is expected


def test_source_looks_at_the_outermost_keys_only(write: Callable[..., Path]) -> None:
    """A wrapper around items and lines of items are read as lists, not as one item."""
    for name, data, source in (
        ("one.json", _json(FIRST), "ninjs"),
        ("long.json", _json(FIRST | {"body_text": WORDS * 2_000}), "ninjs"),
        ("wrapper.json", b'{"hits":[' + _json(FIRST) + b"]}", "json-document"),
        ("lines.json", _json(FIRST, FIRST), "jsonl"),
        ("other.json", b'{"uri":"a","text":"b"}', "json-document"),
    ):
        assert source_for(path_item(write(name, data), shown=name)).name == source


def test_pictures_are_counted_by_number(
    write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """A remark on items that are left aside says how many, which, and what they are."""
    _, [remark] = read(write("a.jsonl", _json(PICTURE, FIRST, *[PICTURE] * 4)))
    assert "5 items of a.jsonl (#1, #3, #4, ...)" in remark.message
    assert "picture" in remark.message


def test_generations_give_the_same_text(
    write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """One item in any generation of ninjs is the same text."""
    pages, _ = read(write("a.jsonl", _json(FIRST, SECOND, THIRD)))
    assert len({read_article(page).text for page in pages}) == 1


@pytest.mark.parametrize(
    ("bodies", "chosen", "note"),
    [
        ({"body_text": WORDS, "body_xhtml": f"<p>{WORDS}</p>"}, f"<p>{WORDS}</p>", ""),
        ({"body_text": WORDS, "body_short": "Bridge closes."}, WORDS, "short"),
        ({"bodyText": WORDS}, WORDS, ""),
        (
            {
                "bodies": [
                    {"role": "teaser", "value": "<p>Bridge closes.</p>"},
                    {"role": "main", "contenttype": "text/plain", "value": WORDS},
                ]
            },
            WORDS,
            "teaser",
        ),
        (
            {
                "bodies": [
                    {
                        "role": "x",
                        "contenttype": "application/nitf+xml",
                        "value": f"<p>{WORDS}</p>",
                    },
                    {"role": "y", "contenttype": "text/html", "value": f"<div>{WORDS}</div>"},
                ]
            },
            f"<div>{WORDS}</div>",
            "",
        ),
    ],
)
def test_body_that_holds_the_most(bodies: dict[str, object], chosen: str, note: str) -> None:
    """Of several bodies the fullest is read, markup first, and a shorter one is named."""
    item = {key: value for key, value in FIRST.items() if key != "body_text"} | bodies
    fields, newsroom = ninjs_record(item)
    assert fields["text"] == chosen
    assert newsroom.remarks == ((f"shorter-body-left-out: {note}",) if note else ())


def test_item_with_only_a_description() -> None:
    """Without a body the description is the text, and that is noted."""
    item = FIRST | {"body_text": "", "description_text": WORDS}
    fields, newsroom = ninjs_record(item)
    assert (fields["text"], newsroom.remarks) == (WORDS, ("summary-only",))
    assert "dek" not in fields


def test_own_columns_win(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """What a person maps to a field is taken instead of what ninjs says."""
    item = FIRST | {"body_long": "They met again on Tuesday, the clerk of the council said."}
    [page], _ = read(write("a.json", _json(item)), columns={"text": "body_long"})
    assert "They met again" in read_article(page).text


def test_standing() -> None:
    """Kind and status are known in any spelling; a body makes a composite an article."""
    assert ninjs_standing({}).reason is None
    assert ninjs_standing({"pubStatus": "Canceled"}).reason == "cancelled-by-publisher"
    assert ninjs_standing({"pubstatus": "stat:withheld"}).reason == "withheld-by-publisher"
    assert ninjs_standing({"type": "graphic"}).is_aside
    assert not ninjs_standing({"type": "composite", "body_text": "Yes."}).is_aside


def test_lone_surrogates_everywhere() -> None:
    """What JSON can spell and UTF-8 cannot does not reach the fields."""
    item = dict.fromkeys(("headline", "byline", "body_text", "ednote", "located"), "x � y")
    fields = record_fields(FIRST | item | {"infosource": [{"name": "\udfff"}]})
    assert fields.newsroom is not None
    room = fields.newsroom
    said = (fields.title, fields.text, room.byline, room.place, room.note, *room.credits)
    "".join(part or "" for part in said).encode("utf-8")


NINE, TEN, NOON = "2024-03-08T09:00:00Z", "2024-03-08T10:00:00Z", "2024-03-08T12:00:00Z"


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({"version": NOON}, ItemDates(NOON)),
        ({"first": TEN, "version": NOON}, ItemDates(TEN, NOON)),
        ({"first": TEN, "version": TEN}, ItemDates(TEN)),
        ({"first": TEN, "content": NINE, "version": NOON, "number": "2"}, ItemDates(TEN, NOON)),
        ({"content": NINE, "version": NOON, "number": "7"}, ItemDates(NINE, NOON)),
        ({"content": NINE, "version": NOON, "number": "1"}, ItemDates(NINE)),
        ({"first": NINE, "version": TEN, "embargo": NOON}, ItemDates(NOON, None, NOON)),
        ({"first": NOON, "embargo": NINE}, ItemDates(NOON)),
        ({"first": "soon"}, ItemDates("soon")),
        ({"embargo": NOON}, ItemDates(NOON, None, NOON)),
        ({}, ItemDates()),
    ],
)
def test_dates(stated: dict[str, str], expected: ItemDates) -> None:
    """First version before content before this version; never before an embargo's end."""
    assert item_dates(**stated) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("20240308T101500Z", "2024-03-08T10:15:00Z"),
        ("20240308T101500-0500", "2024-03-08T10:15:00-0500"),
        ("20240308T000000", "2024-03-08"),
        ("20240308T000000Z", "2024-03-08"),
        ("2024-03-08T00:00:00Z", "2024-03-08T00:00:00Z"),
        ("20240308", "2024-03-08"),
        ("2024-03-08T10:15:00.123+01:00", "2024-03-08T10:15:00+01:00"),
        ("8 March 2024", "8 March 2024"),
        (" ", None),
        (None, None),
    ],
)
def test_moments(value: str | None, expected: str | None) -> None:
    """Compact forms get their dashes and colons; what is not understood stays."""
    assert iso_moment(value) == expected


def test_moments_of_different_zones() -> None:
    """Moments are compared across zones; what is no moment is not later."""
    assert is_later("2024-03-08T09:00:00-05:00", "2024-03-08T13:00:00Z")
    assert not is_later("soon", "2024-03-08")


@settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))
@given(
    st.dictionaries(
        st.sampled_from(
            [*FIRST, *SECOND, *THIRD, "byline", "located", "ednote", "infosource", "version"]
        ),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(max_size=30),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(st.sampled_from(["name", "role", "value"]), inner, max_size=3)
            ),
            max_leaves=6,
        ),
        max_size=12,
    ),
    st.integers(0, 300),
)
def test_nothing_raises(tmp_path: Path, item: dict[str, object], cut: int) -> None:
    """Whatever stands in an item, cut anywhere, nothing but InputError comes of it."""
    path = tmp_path / "a.json"
    data = json.dumps(item | {"uri": "a", "standard": {"name": "ninjs"}}).encode()
    path.write_bytes(data[: len(data) - cut] if cut < 100 else data)
    found = list(open_source(path))
    assert found or not path.stat().st_size
    for page in found:
        if isinstance(page, Page):
            try:
                read_article(page)
            except InputError:
                continue
