"""Records of several tools are read alike."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import BrokenInput
from onrecord.sources.record_fields import FIELD_KEYS, RecordFields, read_record

ADDRESS = "https://elm.example/vote"
WANTED = RecordFields(
    title="Vote",
    text="It voted.",
    published="2022-03-14",
    address=ADDRESS,
    outlet="Elm Post",
    authors=("A. Reed", "B. Low"),
)
SHAPES = {
    "news-please": {
        "maintext": "It voted.",
        "title": "Vote",
        "date_publish": "2022-03-14",
        "authors": ["A. Reed", "B. Low"],
        "source_domain": "Elm Post",
        "url": ADDRESS,
    },
    "trafilatura": {
        "text": "It voted.",
        "raw_text": "It voted. Menu",
        "title": "Vote",
        "author": "A. Reed; B. Low",
        "date": "2022-03-14",
        "source": ADDRESS,
        "source-hostname": "Elm Post",
        "hostname": "elm.example",
    },
    "generic": {
        "title": "Vote",
        "text": "It voted.",
        "date": "2022-03-14",
        "url": ADDRESS,
        "source": "Elm Post",
        "author": ["A. Reed", "B. Low"],
    },
    "schema.org": {
        "headline": "Vote",
        "articleBody": "It voted.",
        "datePublished": "2022-03-14",
        "url": ADDRESS,
        "publisher": {"@type": "Organization", "name": "Elm Post"},
        "author": [{"name": "A. Reed"}, {"name": "B. Low"}],
    },
    "news API": {
        "title": "Vote",
        "content": "It voted.",
        "publishedAt": "2022-03-14",
        "url": ADDRESS,
        "source": {"id": None, "name": "Elm Post"},
        "author": "A. Reed; B. Low",
    },
}


@pytest.mark.parametrize("shape", SHAPES)
def test_shapes(shape: str) -> None:
    """The usual shapes give the same fields."""
    assert read_record(json.dumps(SHAPES[shape]).encode()) == WANTED


def test_our_own_keys_win() -> None:
    """Every one of our fields is read under its own name, before any other."""
    record = {key: f"other {key}" for keys in FIELD_KEYS.values() for key in keys}
    record |= {field: f"own {field}" for field in FIELD_KEYS} | {"address": "https://own.example/"}
    fields = read_record(json.dumps(record).encode())
    assert fields.authors == ("own authors",)
    assert fields.address == "https://own.example/"
    for field in sorted(set(FIELD_KEYS) - {"authors", "address"}):
        assert getattr(fields, field) == f"own {field}"


@pytest.mark.parametrize(
    ("record", "field", "value"),
    [
        ({"id": 17}, "id", "17"),
        ({"_id": {"$oid": "a1"}}, "id", "a1"),
        ({"id": True}, "id", None),
        ({"published": 1647216000}, "published", "1647216000"),
        ({"text": ["One.", "Two."]}, "text", "One.\n\nTwo."),
        ({"text": {"a": 1}, "body": "Two."}, "text", "Two."),
        ({"text": "  ", "body": "Two."}, "text", "Two."),
        ({"text": None}, "text", None),
        ({"TEXT": "One."}, "text", "One."),
        ({"Date Published": "14 March"}, "published", "14 March"),
        ({"source": "elm.example"}, "outlet", "elm.example"),
        ({"source": "elm.example"}, "address", None),
        ({"author": {"name": "A. Reed"}}, "authors", ("A. Reed",)),
        ({"authors": []}, "authors", ()),
        ({"text": "lone \ud800 here"}, "text", "lone \ufffd here"),
        ({"text": "pair \U0001f600"}, "text", "pair \U0001f600"),
        ({"summary": "In short."}, "dek", "In short."),
        ({"inLanguage": "en"}, "language", "en"),
        ({"dateModified": "2022-03-15"}, "updated", "2022-03-15"),
    ],
)
def test_values(record: dict[str, object], field: str, value: object) -> None:
    """Values that are no plain strings are read where they say something."""
    assert getattr(read_record(json.dumps(record).encode()), field) == value


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"17", b'"a"', b"\xff\xfe", b"[" * 100_000])
def test_no_record(data: bytes) -> None:
    """What is no JSON object is broken input."""
    with pytest.raises(BrokenInput):
        read_record(data)


_VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)
_KEYS = st.sampled_from(sorted({key for keys in FIELD_KEYS.values() for key in keys}))


@given(st.dictionaries(_KEYS, _VALUES))
def test_any_object(record: dict[str, object]) -> None:
    """Any object gives fields that are strings which UTF-8 can hold."""
    fields = read_record(json.dumps(record).encode())
    strings = [fields.id, fields.title, fields.text, fields.published, fields.address]
    for value in (*strings, fields.outlet, fields.dek, *fields.authors):
        assert value is None or value.encode()
