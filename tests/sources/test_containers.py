"""Containers of records: what the members' bytes are, mapping, limits, memory."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import UsageError
from onrecord.settings import Limits
from onrecord.sources.open import open_source
from onrecord.sources.options import SourceOptions
from onrecord.sources.record_fields import read_record
from onrecord.values.pages import Remark

GOOD = '{"title": "Vote",  "text": "It voted."}'


def test_lines_keep_their_bytes(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """The page of a JSON line has the line's own bytes and its number, empty lines counted."""
    pages, _ = read(write("2022-03-14.jsonl", f"{GOOD}\r\n\n{GOOD} \n"))
    assert [page.data for page in pages] == [GOOD.encode(), f"{GOOD} ".encode()]
    assert [page.name for page in pages] == ["2022-03-14.jsonl#1", "2022-03-14.jsonl#3"]
    assert {page.name_dates for page in pages} == {()}


def test_entries_are_sorted(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """The page of a list entry is the object with sorted keys, not escaped, without spaces."""
    pages, _ = read(write("a.json", '[{"title": "Ä",  "text": "It\\u2019s"}]'))
    assert pages[0].data == '{"text":"It’s","title":"Ä"}'.encode()
    assert pages[0].name == "a.json#1"


def test_one_object_keeps_the_bytes_of_its_file(
    write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """A document that is one article is a file like any other."""
    pages, _ = read(write("2022-03-14.json", GOOD))
    assert (pages[0].data, pages[0].name) == (GOOD.encode(), "2022-03-14.json")
    assert pages[0].name_dates == ("2022-03-14",)


def test_rows(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """A row is its cells under the header's names; quoted line breaks stay."""
    table = 'Title;Text;Note\r\n"Vote; again";"One.\r\nTwo ""x""";\r\n'
    pages, _ = read(write("a.csv", table))
    record = {"Note": "", "Text": 'One.\nTwo "x"', "Title": "Vote; again"}
    assert pages[0].name == "a.csv#1"
    assert json.loads(pages[0].data) == record
    assert pages[0].data == json.dumps(record, separators=(",", ":"), sort_keys=True).encode()


def test_mapped_columns(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """Mapped columns come under our names, before others of that meaning; all others stay."""
    table = "Kopf,Inhalt,text,Title,Farbe\nVote,It voted.,menu,wrong,red\n"
    columns = {"title": "Kopf", "text": "inhalt"}
    pages, remarks = read(write("a.csv", table), columns=columns)
    assert remarks == []
    fields = read_record(pages[0].data)
    assert (fields.title, fields.text) == ("Vote", "It voted.")
    assert json.loads(pages[0].data) == {
        "title": "Vote",
        "text": "It voted.",
        "column:text": "menu",
        "Title": "wrong",
        "Farbe": "red",
    }


def test_mapped_keys_of_objects(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """The same mapping serves JSON lines, lists and documents."""
    record = '{"Kopf":"Vote","Inhalt":"It voted."}'
    for name, text in (("a.jsonl", record), ("b.json", f"[{record}]"), ("c.json", record)):
        pages, _ = read(write(name, text), columns={"text": "Inhalt", "title": "Kopf"})
        assert read_record(pages[0].data).text == "It voted."


def test_column_that_is_not_there(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """A mapped column that the table lacks is named with those it has."""
    pages, [remark] = read(write("a.csv", "a,b\n1,2\n"), columns={"text": "Inhalt"})
    assert (pages, remark.reason) == ([], "no-such-column")
    assert "Inhalt" in remark.message
    assert "a, b" in remark.message


def test_missing_text_says_how_to_map(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """A table or object without a text names what was found and how to map it."""
    for name, text in (("a.csv", "farbe,wert\n1,2\n"), ("b.json", '{"farbe":1,"wert":2}')):
        _, [remark] = read(write(name, text))
        assert remark.reason == "no-text-field"
        assert "farbe, wert" in remark.message
        assert "--column text=" in remark.message


def test_ragged_rows_are_numbered(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """A row of another length is named by its number and line."""
    _, [remark] = read(write("a.csv", 'title,text\nA,"B\nC"\nD\n'))
    assert remark.name == "a.csv#2"
    assert "row 2 (to line 4) has 1 cells, not 2" in remark.message


def test_broken_lines_are_told_twenty_times(
    write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """Of many broken lines twenty are named, then the rest is counted."""
    pages, remarks = read(write("a.jsonl", "x\n" * 50 + GOOD))
    assert len(pages) == 1
    assert [remark.reason for remark in remarks] == ["broken"] * 20 + ["more-faults"]
    assert remarks[0].name == "a.jsonl#1"
    assert "30 more" in remarks[-1].message


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_memory_does_not_grow(name: str, write: Callable[..., Path]) -> None:
    """A container of 8 MB is read in the memory of a few lines."""
    words = "It voted. " * 100
    line = json.dumps({"text": words}) if name == "a.jsonl" else f"a,{words}"
    path = write(name, ("" if name == "a.jsonl" else "title,text\n") + f"{line}\n" * 8_000)
    tracemalloc.start()
    count = sum(1 for _ in open_source(path, limits=Limits()))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 8_000
    assert peak < 3_000_000


def test_line_without_end_is_not_held(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """A line far over the limit is passed over without being held."""
    path = write("a.jsonl", '{"text":"' + "w" * 20_000_000 + f'"}}\n{GOOD}\n')
    tracemalloc.start()
    pages, remarks = read(path, limits=Limits(item_bytes=100_000))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert ([page.name for page in pages], len(remarks)) == (["a.jsonl#2"], 1)
    assert "ONRECORD_LIMIT_ITEM_BYTES" in remarks[0].message
    assert peak < 3_000_000


def test_named_encoding(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """A named encoding is used for texts and tables, and said in a note."""
    text = "Совет проголосовал."
    pages, [note] = read(write("a.txt", text.encode("koi8_r")), encoding="koi8_r")
    assert (pages[0].data, note.severity) == (text.encode(), "note")
    pages, _ = read(write("a.csv", f"text\n{text}\n".encode("koi8_r")), encoding="koi8_r")
    assert read_record(pages[0].data).text == text
    pages, [note] = read(write("b.txt", text.encode("utf-8") + b"\xff"), encoding="ascii")
    assert (pages[0].data, note.reason) == (text.encode() + b"\xff", "encoding-refused")


def test_a_byte_order_mark_is_believed_first(
    write: Callable[..., Path], read: Callable[..., Any]
) -> None:
    """A text with a byte order mark is not read in the encoding that was named."""
    data = b"\xef\xbb\xbf" + "Café".encode()
    pages, remarks = read(write("a.txt", data), encoding="cp1252")
    assert (pages[0].data, remarks) == (data, [])


def test_container_that_grows_while_read(write: Callable[..., Path]) -> None:
    """Lines added to a container while it is read make it one that was read in part."""
    path = write("a.jsonl", f"{GOOD}\n" * 3)
    found = open_source(path, limits=Limits())
    next(found)
    path.write_text(f"{GOOD}\n" * 9)
    *_, last = found
    assert isinstance(last, Remark)
    assert (last.severity, last.reason) == ("partial", "unreachable")


def test_options_are_checked() -> None:
    """Fields and encodings that do not exist are a wrong request, at once."""
    with pytest.raises(UsageError, match="colour"):
        SourceOptions(columns={"colour": "a"})
    for encoding in ("no-such", "rot13", "base64"):
        with pytest.raises(UsageError, match=encoding):
            SourceOptions(encoding=encoding)


def test_plain_bytes_are_kept(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """Texts and pages keep the bytes as received."""
    for data in (b"\xef\xbb\xbfOne.\r\nTwo.\0", "Café".encode("cp1252"), b"<html><p>A\r\n</p>"):
        pages, _ = read(write("a.txt", data))
        assert pages[0].data == data
