"""Web archives with an index: the pages that it lists are the articles."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.settings import Limits
from onrecord.sources.open import open_source
from onrecord.values.pages import Given
from web_archives import DAY, FERRY, ROAD, THREE, WALL, answer, packed, wacz

GZ = packed(THREE)
FILES = {"data.warc.gz": GZ}
WALL_AT, ROAD_AT, FERRY_AT = (f"https://elm.example/{name}" for name in ("wall", "road", "ferry"))


class Case(NamedTuple):
    """A WACZ, the numbers of the records that are pages, and what is said."""

    name: str
    data: bytes
    pages: str = ""
    remarks: tuple[str, ...] = ()
    """`severity/reason name`, without the archive's own name."""
    limits: Limits = Limits()


ASIDE = "note/records-left-aside "
NOT_FOUND = "note/listed-not-found "
MOVED = answer(WALL_AT, b"", "Location: /harbour/wall", status="HTTP/1.1 301 Moved")

CASES = [
    Case("all", wacz(FILES, [WALL_AT, ROAD_AT, FERRY_AT]), "123"),
    Case("some", wacz(FILES, [ROAD_AT]), "2", (ASIDE,)),
    Case("some-extra", wacz(FILES, [ROAD_AT], [FERRY_AT]), "23", (ASIDE,)),
    Case("only-extra", wacz(FILES, None, [FERRY_AT]), "3", (ASIDE,)),
    Case("no-list", wacz(FILES, None, ()), "123"),
    Case("empty-list", wacz(FILES), "123"),
    Case("other-spelling", wacz(FILES, ["http://ELM.example:80/road/#top"]), "2", (ASIDE,)),
    Case("other-query", wacz(FILES, [ROAD_AT + "?page=2", WALL_AT]), "1", (NOT_FOUND, ASIDE)),
    Case("not-found", wacz(FILES, [WALL_AT, "https://elm.example/gone"]), "1", (NOT_FOUND, ASIDE)),
    Case("odd-lists", wacz(FILES, [WALL_AT, 'x"} {', "http://[", ""]), "1", (NOT_FOUND, ASIDE)),
    Case(
        "redirected",
        wacz({"a.warc": MOVED + answer("https://elm.example/harbour/wall") + THREE[1]}, [WALL_AT]),
        "2",
        (ASIDE,),
    ),
    Case(
        "two-files",
        wacz({"b.warc": THREE[2], "a.warc.gz": packed(THREE[:2])}, [ROAD_AT, FERRY_AT]),
        "23",
        (ASIDE,),
    ),
    Case(
        "cut-inside",
        wacz({"a.warc.gz": GZ[:-30]}, [WALL_AT, FERRY_AT]),
        "13",
        ("partial/broken#3", ASIDE),
    ),
    Case(
        "flipped",
        wacz(FILES, [WALL_AT]).replace(GZ, GZ[:-40] + b"\xff" + GZ[-39:]),
        "1",
        ("partial/broken#3", "partial/broken/archive/data.warc.gz", ASIDE),
    ),
    Case("cut", wacz(FILES)[:-40], "", ("failed/broken ",)),
    Case(
        "unpacks-to-much",
        wacz(FILES),
        "",
        ("failed/too-large ",),
        Limits(archive_bytes=100),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_wacz(case: Case, write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """Each archive gives just these pages and remarks."""
    pages, remarks = read(write("in.wacz", case.data), limits=case.limits)
    assert [page.name for page in pages] == [f"in.wacz#{n}" for n in case.pages]
    said = [f"{r.severity}/{r.reason}{r.name.removeprefix('in.wacz') or ' '}" for r in remarks]
    assert said == list(case.remarks)
    assert all("in.wacz" in remark.message for remark in remarks)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_wacz_on_standard_input(
    case: Case, read: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a name it is known by what lies in it."""
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(case.data)))
    pages, _ = read("-", limits=case.limits)
    assert [page.name for page in pages] == [f"stdin#{n}" for n in case.pages]


def test_what_comes_with_a_page(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """A page has its bytes, its address, the day of its capture, and what a person gave."""
    path = write("in.wacz", wacz(FILES, [WALL_AT]))
    [page], _ = read(path, given={"in.wacz#1": Given(outlet="The Elm Post")})
    assert (page.data, page.archived) == (WALL, DAY)
    assert page.given == Given(address=WALL_AT, outlet="The Elm Post")


def test_notes_count_what_is_missing(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """The notes say how many pages are listed and not there, and how many are there unlisted."""
    _, [missing, aside] = read(write("in.wacz", wacz(FILES, [WALL_AT, "https://elm.example/gone"])))
    assert "1 of the pages" in missing.message
    assert "https://elm.example/gone" in missing.message
    assert "frames, advertisements): 2" in aside.message


def test_zip_by_that_name(write: Callable[..., Path], read: Callable[..., Any]) -> None:
    """A zip that has no WARC file in its place is read as a zip."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.html", ROAD)
        archive.writestr("crawl.warc", answer(FERRY_AT, FERRY))
    pages, remarks = read(write("in.wacz", stream.getvalue()))
    assert ([page.name for page in pages], remarks) == (["a.html", "crawl.warc#1"], [])


SAMPLE = wacz(FILES, [WALL_AT])


@settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_nothing_raises(data: st.DataObject, tmp_path: Path) -> None:
    """Cut anywhere or changed anywhere, there is a page or a remark and no error."""
    content = bytearray(SAMPLE[: data.draw(st.integers(1, len(SAMPLE)))])
    for place, byte in data.draw(
        st.lists(st.tuples(st.integers(0, len(SAMPLE)), st.integers(0, 255)), max_size=5)
    ):
        if place < len(content):
            content[place] = byte
    path = tmp_path / "in.wacz"
    path.write_bytes(content)
    assert list(open_source(path))
