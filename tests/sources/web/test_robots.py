"""robots.txt: what a host asks of programs is kept to, and asked for once."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError, NotAllowed, UnreachableInput
from onrecord.settings import Limits
from onrecord.sources.web.fetch_trouble import Trouble
from onrecord.sources.web.fetching import Fetcher
from onrecord.sources.web.robots import LONGEST_DELAY, agent_name, read_rules
from web_server import PAGE, Web, answer, serve

TEXT = {"Content-Type": "text/plain"}
FORBID_ALL = b"User-agent: *\nDisallow: /\n"

type Ask = Callable[..., bytes]


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    """A server with a page at every path of these tests."""
    monkeypatch.setenv("no_proxy", "*")
    with serve() as running:
        for path in ("/a", "/b", "/private/a", "/private/open"):
            running.give(path)
        yield running


@pytest.fixture
def waits() -> list[float]:
    """How long was waited, where nothing really waits."""
    return []


@pytest.fixture
def ask(web: Web, waits: list[float]) -> Ask:
    """Asks for paths of the server, all in one run."""
    fetcher = Fetcher(
        look_up=lambda _, __: ("127.0.0.1",), is_inside=lambda _: False, sleep=waits.append
    )

    def fetch(path: str, limits: Limits | None = None, *, host: str = "127.0.0.1") -> bytes:
        return fetcher.fetch(web.url(path, host), limits or Limits(), typed=True).data

    return fetch


def test_a_host_that_forbids(web: Web, ask: Ask) -> None:
    """A forbidden page is not asked for; the message says so and what to do."""
    web.give("/robots.txt", b"User-agent: *\nDisallow: /private/\nAllow: /private/open\n", TEXT)
    with pytest.raises(NotAllowed, match=r"robots\.txt .* save the page in the browser and add"):
        ask("/private/a")
    assert ask("/private/open") == PAGE
    assert ask("/a") == PAGE
    assert web.asked() == ["/private/open", "/a"]


@pytest.mark.parametrize(
    ("rules", "allowed"),
    [
        (b"User-agent: onrecord\nDisallow: /\n", False),
        (b"User-agent: Onrecord/0.1\nDisallow: /\nUser-agent: *\nAllow: /\n", True),
        (b"User-agent: *\nDisallow: /\n\nUser-agent: Onrecord\nAllow: /\n", True),
        (b"User-agent: *\nDisallow: /\n\nUser-agent: Onrecord\nDisallow:\n", True),
        (b"User-agent: record\nDisallow: /\n", True),
        (b"User-agent: *\nDisallow:\n", True),
        (b"\xef\xbb\xbfUser-agent: *\r\nDisallow: /\r\n", False),
        (b"User-agent: *\rDisallow: /\r", False),
        (b"User-agent: *\nDisallow: /*?x=\nDisallow: /*.pdf$\n", True),
        (b"User-agent: *\nDisallow: /a$\n", False),
        (b"", True),
        (b"\xff\xfe\x00\x01 nonsense", True),
        (b"<!doctype html><title>Not here</title>", True),
    ],
)
def test_kinds_of_rules(web: Web, ask: Ask, rules: bytes, allowed: bool) -> None:
    """Rules for this program win over those for all; what is no rule forbids nothing."""
    web.give("/robots.txt", rules, TEXT)
    if allowed:
        assert ask("/a") == PAGE
        return
    with pytest.raises(NotAllowed):
        ask("/a")
    assert web.asked() == []


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 429, 451])
def test_no_rules(web: Web, ask: Ask, status: int) -> None:
    """A host that has none for us allows all."""
    web.give("/robots.txt", FORBID_ALL, TEXT, status)
    assert ask("/a") == PAGE


@pytest.mark.parametrize("status", [500, 502, 503, 599])
def test_rules_that_cannot_be_known(web: Web, ask: Ask, status: int) -> None:
    """Where the server has a fault, nothing is asked for, and the message says why."""
    web.give("/robots.txt", b"", TEXT, status)
    with pytest.raises(UnreachableInput, match=f"robots.txt answers {status}"):
        ask("/a")
    assert web.asked() == []


def test_rules_that_never_come(web: Web, ask: Ask) -> None:
    """Where the rules do not come in time, nothing is asked for, now or for the next page."""
    web.paths["/robots.txt"] = lambda _: time.sleep(2)
    begin = time.perf_counter()
    for path in ("/a", "/b"):
        with pytest.raises(UnreachableInput, match=rf"{path}: no full answer came"):
            ask(path, Limits(fetch_seconds=1))
    assert time.perf_counter() - begin < 1.8
    assert web.asked(robots=True) == ["/robots.txt"]


def test_broken_rules(web: Web, ask: Ask) -> None:
    """An answer that is none is no permission."""
    web.paths["/robots.txt"] = lambda request: request.wfile.write(b"nonsense\r\n\r\n")
    with pytest.raises(InputError, match=r"robots\.txt cannot be read"):
        ask("/a")
    assert web.asked() == []


def test_rules_behind_redirects(web: Web, ask: Ask) -> None:
    """Redirects to the rules are followed; where they never end, nothing is asked for."""
    web.redirect("/robots.txt", "/rules")
    web.give("/rules", b"User-agent: *\nDisallow: /b\n", TEXT)
    assert ask("/a") == PAGE
    with pytest.raises(NotAllowed):
        ask("/b")


def test_rules_behind_a_circle(web: Web, ask: Ask) -> None:
    """Redirects that lead round are no permission."""
    web.redirect("/robots.txt", "/robots.txt")
    with pytest.raises(InputError, match=r"robots\.txt"):
        ask("/a")


def test_rules_that_lead_inside(web: Web) -> None:
    """A host in the open web cannot send us to a private network by its robots.txt either."""
    inside = {"127.0.0.2": True, "127.0.0.1": False}
    fetcher = Fetcher(
        look_up=lambda host, _: ("127.0.0.2" if host == "inside.example" else "127.0.0.1",),
        is_inside=inside.__getitem__,
    )
    web.redirect("/robots.txt", web.url("/rules", "inside.example"))
    with pytest.raises(NotAllowed, match="inside"):
        fetcher.fetch(web.url("/a", "public.example"), Limits(), typed=True)
    assert web.asked() == []


def test_rules_of_a_name_that_changes_its_meaning(web: Web) -> None:
    """A host that was outside when its page was looked up is not asked for rules inside."""
    found = iter(["127.0.0.1", "127.0.0.2"])
    fetcher = Fetcher(
        look_up=lambda _, __: (next(found),), is_inside=lambda address: address == "127.0.0.2"
    )
    with pytest.raises(NotAllowed):
        fetcher.fetch(web.url("/a", "public.example"), Limits(), typed=False)
    assert web.seen == []


def test_rules_are_asked_for_once(web: Web, ask: Ask) -> None:
    """One run asks each host once, before its first page."""
    for path in ("/a", "/b", "/a"):
        ask(path)
    ask("/a", host="other.example")
    assert web.asked(robots=True) == ["/robots.txt", "/a", "/b", "/a", "/robots.txt", "/a"]


def test_redirects_are_asked_about(web: Web, ask: Ask) -> None:
    """A page that redirects to a forbidden one is not followed there."""
    web.give("/robots.txt", b"User-agent: *\nDisallow: /private/\n", TEXT)
    web.redirect("/old", "/private/a")
    with pytest.raises(NotAllowed):
        ask("/old")
    assert web.asked() == ["/old"]


def test_only_the_first_part_counts(web: Web, ask: Ask) -> None:
    """Rules beyond 500 KiB do not count, and an endless file is not read to its end."""

    def behave(request: BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        request.wfile.write(b"User-agent: *\nDisallow: /b\n" + b"# filler\n" * 60_000)
        for _ in range(10_000):
            request.wfile.write(b"Disallow: /a\n" * 10_000)

    web.paths["/robots.txt"] = behave
    begin = time.perf_counter()
    assert ask("/a") == PAGE
    with pytest.raises(NotAllowed):
        ask("/b")
    assert time.perf_counter() - begin < 2


def test_pauses(web: Web, ask: Ask, waits: list[float]) -> None:
    """Between two pages of one host there is a second; other hosts need not wait."""
    ask("/a")
    ask("/a", host="other.example")
    assert waits == []
    ask("/b")
    assert len(waits) == 1
    assert 0.5 < waits[0] <= 1.0


@pytest.mark.parametrize(("wish", "pause"), [("3", 3.0), ("600", LONGEST_DELAY), ("-1", 1.0)])
def test_wishes_for_a_pause(
    web: Web, ask: Ask, waits: list[float], wish: str, pause: float
) -> None:
    """A host's own wish counts, up to a few seconds."""
    web.give("/robots.txt", f"User-agent: *\nCrawl-delay: {wish}\n".encode(), TEXT)
    ask("/a")
    ask("/b")
    assert pause - 0.5 < waits[-1] <= pause


def test_a_pause_is_not_the_servers_time(web: Web) -> None:
    """What we wait does not count as the time that the server takes."""
    fetcher = Fetcher(pause=1.2)
    for path in ("/a", "/b"):
        fetcher.fetch(web.url(path), Limits(fetch_seconds=1), typed=True)
    assert web.asked() == ["/a", "/b"]


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        ("Onrecord/0.1.0", "Onrecord"),
        ("Desk/2 (desk@post.example)", "Desk"),
        ("desk bot/2", "desk"),
        ("/", "*"),
    ],
)
def test_the_name_that_rules_are_for(agent: str, name: str) -> None:
    """Hosts write rules for a program's name without its version."""
    assert agent_name(agent) == name


@given(st.binary(max_size=300), st.text(max_size=40))
def test_no_rules_raise(data: bytes, path: str) -> None:
    """Whatever a robots.txt holds, the answer is yes or no."""
    rules = read_rules(200, b"User-agent: *\n" + data, agent="Onrecord")
    with suppress(Trouble):
        rules.check(f"http://post.example/{path}")
    assert 0 <= rules.delay <= LONGEST_DELAY


def test_forbidden_pages_of_a_whole_host(web: Web, ask: Ask) -> None:
    """A host that forbids all is asked for its rules and nothing else."""
    web.paths["/robots.txt"] = lambda request: answer(request, FORBID_ALL, TEXT)
    for path in ("/a", "/b"):
        with pytest.raises(NotAllowed):
            ask(path)
    assert web.asked(robots=True) == ["/robots.txt"]
