"""`onrecord add` with web addresses: what is fetched, remembered, told, and what never is."""

from __future__ import annotations

import json
import re
import signal
import sqlite3
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from command_line import Run
from onrecord import pipeline
from onrecord.errors import BrokenInput
from onrecord.sources.options import SourceOptions
from onrecord.sources.web.fetching import Fetcher
from piles import running_text
from quick_analysis import QuickAnalysis
from web_server import HTML, Web, serve

pytestmark = pytest.mark.usefixtures("quick")


def page(number: int) -> bytes:
    """A page of its own."""
    paragraphs = "".join(f"<p>{line}</p>" for line in running_text(number).split("\n") if line)
    return (
        f"<!doctype html><html><head><title>Story {number}</title></head>"
        f"<body><article><h1>Story {number}</h1>{paragraphs}</article></body></html>"
    ).encode()


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    """A server with two pages that know when they have changed; nothing waits between them."""
    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.setattr(pipeline, "Fetcher", partial(Fetcher, sleep=lambda _: None))
    with serve() as running:
        for number, path in enumerate(("/a.html", "/b.html")):
            running.paths[path] = marked(page(number), f'"{number}"')
        yield running


def marked(data: bytes, etag: str) -> Callable[[Any], None]:
    """A page that is sent only to those who do not have it."""

    def behave(request: Any) -> None:
        same = request.headers.get("If-None-Match") == etag
        request.send_response(304 if same else 200)
        for name, value in {**HTML, "ETag": etag, "Content-Length": str(len(data))}.items():
            request.send_header(name, value)
        request.end_headers()
        if not same:
            request.wfile.write(data)

    return behave


def remembered(record: Path) -> list[str]:
    """The addresses of which a record keeps what the server said."""
    connection = sqlite3.connect(record)
    found = [row[0] for row in connection.execute("SELECT address FROM fetched ORDER BY address")]
    connection.close()
    return found


def test_pages_are_added_with_their_addresses(web: Web, tmp_path: Path, run: Run) -> None:
    """Each address is an article, in the order given, and says where it came from."""
    outcome = run("add", tmp_path / "r.db", web.url("/b.html"), web.url("/a.html"))
    assert outcome.code == 0, outcome.err
    assert "2 added" in outcome.err
    assert web.asked() == ["/b.html", "/a.html"]
    exported = json.loads(run("export", tmp_path / "r.db").out)["articles"]
    assert {a["address"] for a in exported} == {web.url("/a.html"), web.url("/b.html")}
    assert {a["name"] for a in exported} == {"a.html", "b.html"}


def test_the_same_again(web: Web, tmp_path: Path, run: Run) -> None:
    """What has not changed is asked for news only, counted as there before, and a note says so."""
    addresses = (web.url("/a.html"), web.url("/b.html"))
    run("add", tmp_path / "r.db", *addresses)
    assert remembered(tmp_path / "r.db") == list(addresses)
    before = run("export", tmp_path / "r.db").out
    outcome = run("add", tmp_path / "r.db", *addresses)
    assert (outcome.code, "0 added, 2 there before" in outcome.err) == (0, True)
    assert "note: " in outcome.err
    web.paths["/a.html"] = marked(page(7), '"new"')
    outcome = run("add", tmp_path / "r.db", *addresses)
    assert "1 added, 1 there before" in outcome.err
    assert before != run("export", tmp_path / "r.db").out


def test_what_was_removed_comes_again(web: Web, tmp_path: Path, run: Run) -> None:
    """An article that was taken out can be added again, although its page has not changed."""
    run("add", tmp_path / "r.db", web.url("/a.html"))
    run("remove", tmp_path / "r.db", "a.html", "--purge")
    assert remembered(tmp_path / "r.db") == []
    assert "1 added" in run("add", tmp_path / "r.db", web.url("/a.html")).err


@pytest.mark.parametrize(
    "options",
    [("--encoding", "latin-1"), ("--column", "text=Body"), ("--split", "^x"), ("--no-follow",)],
)
def test_other_options_ask_for_all_of_it(
    web: Web, tmp_path: Path, run: Run, options: tuple[str, ...]
) -> None:
    """Where the user says something that may make another article of the same answer, it is asked
    for in full."""
    run("add", tmp_path / "r.db", web.url("/a.html"))
    run("add", tmp_path / "r.db", web.url("/a.html"), *options)
    assert "if-none-match" not in web.seen[-1][1]


def test_an_answer_that_could_not_be_read_is_asked_for_again(
    web: Web, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only answers of which everything was kept are remembered."""
    with monkeypatch.context() as patch:

        def refuse(*_: Any, **__: Any) -> None:
            raise BrokenInput("cannot be read today")

        patch.setattr(pipeline.articles_stage, "read_article", refuse)
        assert run("add", tmp_path / "r.db", web.url("/a.html")).code == 1
    assert remembered(tmp_path / "r.db") == []
    assert "1 added" in run("add", tmp_path / "r.db", web.url("/a.html")).err


def test_a_run_that_stops_remembers_nothing(
    web: Web, tmp_path: Path, run: Run, quick: QuickAnalysis, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was fetched and not kept when the run ended is asked for again."""
    with monkeypatch.context() as patch:

        def interrupt(*_: Any) -> None:
            raise KeyboardInterrupt

        patch.setattr(pipeline.analysis_stage, "analyze", interrupt)
        assert run("add", tmp_path / "r.db", web.url("/a.html")).code == 130
    assert remembered(tmp_path / "r.db") == []
    assert "1 added" in run("add", tmp_path / "r.db", web.url("/a.html")).err


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_ctrl_c_while_a_server_is_slow(web: Web, tmp_path: Path, run: Run) -> None:
    """An interruption while an answer is awaited ends the command at once; the same command goes
    on from there."""

    def behave(_: Any) -> None:
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
        time.sleep(5)

    web.paths["/slow"] = behave
    begin = time.perf_counter()
    outcome = run("add", tmp_path / "r.db", web.url("/a.html"), web.url("/slow"))
    assert time.perf_counter() - begin < 3
    assert outcome.code == 130
    assert "interrupted" in outcome.err
    assert "1 added" in run("add", tmp_path / "r.db", web.url("/a.html")).err


def test_exit_codes(web: Web, tmp_path: Path, run: Run) -> None:
    """1 where nothing could be had, 3 where some could not; each is named with its reason."""
    gone = web.url("/gone")
    outcome = run("add", tmp_path / "r.db", gone)
    assert outcome.code == 1
    assert f"failed: {gone}: there is no page at this address (404" in outcome.err
    outcome = run("add", tmp_path / "r.db", gone, web.url("/a.html"), "ftp://files.example/a")
    assert outcome.code == 3
    assert "1 added" in outcome.err
    assert "2 inputs failed" in outcome.err


def test_who_asks(web: Web, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The user may say in whose name pages are fetched."""
    monkeypatch.setenv("ONRECORD_USER_AGENT", "Desk/1 (desk@post.example)")
    run("add", tmp_path / "r.db", web.url("/a.html"))
    assert {headers["user-agent"] for _, headers in web.seen} == {"Desk/1 (desk@post.example)"}
    monkeypatch.setenv("ONRECORD_USER_AGENT", "Desk\r\nX: y")
    outcome = run("add", tmp_path / "r.db", web.url("/a.html"))
    assert (outcome.code, "ONRECORD_USER_AGENT" in outcome.err) == (2, True)


def test_addresses_do_not_steer_the_terminal(web: Web, tmp_path: Path, run: Run) -> None:
    """What a server puts into redirects, types and names is shown, not obeyed."""
    web.redirect("/a", "/\x1b[31m\u202egnp")
    web.give("/b", b"", {"Content-Type": "image/\x1b[2J"})
    outcome = run("add", tmp_path / "r.db", web.url("/a"), web.url("/b"), web.url("/\x1b[0m"))
    assert outcome.code == 1
    assert not re.search("[\x1b\u202e]", outcome.err)


# --- feeds ---


def feed(web: Web, *paths: str) -> bytes:
    """A feed whose entries hold only a summary."""
    items = "".join(
        f"<item><title>Story {n}</title><link>{web.url(path, 'post.example')}</link>"
        f"<description>In short.</description></item>"
        for n, path in enumerate(paths)
    )
    head = "<title>Post</title><link>http://post.example/</link><description>News</description>"
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel>{head}{items}</channel></rss>'.encode()
    )


@pytest.fixture
def waits() -> list[float]:
    """How long was waited, where nothing really waits."""
    return []


@pytest.fixture
def open_web(web: Web, monkeypatch: pytest.MonkeyPatch, waits: list[float]) -> Web:
    """The same server, as if all its names lay in the open web."""
    outside = partial(
        Fetcher,
        look_up=lambda _, __: ("127.0.0.1",),
        is_inside=lambda _: False,
        sleep=waits.append,
    )
    monkeypatch.setattr(pipeline, "Fetcher", outside)
    return web


RSS = {"Content-Type": "application/rss+xml"}


def test_a_feed_is_followed(open_web: Web, tmp_path: Path, run: Run, waits: list[float]) -> None:
    """The pages of a feed at an address are fetched in its order, one a second, each asked about;
    what cannot be had is named, and asked for again the next time."""
    open_web.give("/robots.txt", b"User-agent: *\nDisallow: /no\n", {"Content-Type": "text/plain"})
    rules = {**RSS, "ETag": '"f"'}
    open_web.give("/feed", feed(open_web, "/b.html", "/no", "/gone", "/a.html"), rules)
    address = open_web.url("/feed", "post.example")
    outcome = run("add", tmp_path / "r.db", address)
    assert outcome.code == 3
    assert "2 added" in outcome.err
    assert "/no: the host's robots.txt asks programs not to fetch it" in outcome.err
    assert "/gone: there is no page" in outcome.err
    assert open_web.asked() == ["/feed", "/b.html", "/gone", "/a.html"]
    assert [0.5 < wait <= 1 for wait in waits] == [True] * 3
    pages = [open_web.url(path, "post.example") for path in ("/a.html", "/b.html")]
    assert remembered(tmp_path / "r.db") == pages  # not the feed, for not all of it was kept
    open_web.give("/gone", page(5))
    outcome = run("add", tmp_path / "r.db", address)
    assert "1 added, 2 there before" in outcome.err


def test_a_feed_is_not_followed_unasked(open_web: Web, tmp_path: Path, run: Run) -> None:
    """A file is followed only with --follow, an address not with --no-follow."""
    data = feed(open_web, "/a.html")
    (tmp_path / "feed.xml").write_bytes(data)
    open_web.give("/feed", data, RSS)
    address = open_web.url("/feed", "post.example")
    run("add", tmp_path / "r.db", tmp_path / "feed.xml")
    assert open_web.seen == []
    run("add", tmp_path / "r.db", address, "--no-follow")
    assert open_web.asked() == ["/feed"]
    assert "1 added" in run("add", tmp_path / "r.db", tmp_path / "feed.xml", "--follow").err
    assert open_web.asked() == ["/feed", "/a.html"]


def test_a_feed_may_not_lead_inside(web: Web, tmp_path: Path, run: Run) -> None:
    """The links of a feed are not followed into this machine, although the feed lies there."""
    web.give("/feed", feed(web, "/a.html").replace(b"post.example", b"127.0.0.1"), RSS)
    outcome = run("add", tmp_path / "r.db", web.url("/feed"))
    assert outcome.code == 1
    assert "type its address yourself" in outcome.err
    assert web.asked() == ["/feed"]


def test_the_record_left_out(web: Web, run: Run, tmp_path: Path) -> None:
    """An address where the record should stand is told as such, and no file is made."""
    outcome = run("add", web.url("/a.html"), web.url("/b.html"))
    assert outcome.code == 2
    assert "the first argument is the record" in outcome.err
    assert web.seen == []


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), SourceOptions()),
        (("--follow",), SourceOptions(follow=True)),
        (("--no-follow",), SourceOptions(follow=False)),
        (("--split", "^Document "), SourceOptions(split="^Document ")),
    ],
)
def test_options_reach_the_sources(
    tmp_path: Path,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    options: tuple[str, ...],
    expected: SourceOptions,
) -> None:
    """What is said on the command line is what the sources are told."""
    told: list[SourceOptions] = []
    whole = pipeline.ingest

    def ingest(*arguments: Any, **named: Any) -> Any:
        told.append(named["options"])
        return whole(*arguments, **named)

    monkeypatch.setattr(pipeline, "ingest", ingest)
    (tmp_path / "a.txt").write_text(running_text(0), encoding="utf-8")
    assert run("add", tmp_path / "r.db", tmp_path / "a.txt", *options).code == 0
    assert told == [expected]


def test_a_pattern_that_is_none(tmp_path: Path, run: Run) -> None:
    """A regular expression that cannot be read is wrong usage."""
    outcome = run("add", tmp_path / "r.db", tmp_path, "--split", "(")
    assert (outcome.code, "regular expression" in outcome.err) == (2, True)


def test_the_help_names_all_inputs(run: Run) -> None:
    """The help of `add` names every kind of input, and says when something is fetched."""
    words = " ".join(run("add", "--help").out.split())
    for kind in (
        *("HTML", "MHTML", "PDF", "DOCX", "RTF", ".eml", "NewsML-G2", "NITF", "CSV", "JSON"),
        *("JSONL", "ninjs", "mbox", "RSS", "Atom", "WARC", "WACZ", "zip", "gzip", "https://"),
        *("folder", "standard input", "robots.txt", "--follow / --no-follow", "--split PATTERN"),
    ):
        assert kind in words, kind
