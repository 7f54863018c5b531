"""Fetching: one address at a time, politely, with an end to everything.

Nothing here is used unless a person typed an address or asked for links to be followed.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.errors import BrokenInput, UnreachableInput
from onrecord.settings import Limits
from onrecord.sources.options import FetchMemory
from onrecord.sources.web.answers import Answer, conditions, read_answer, retry_after
from onrecord.sources.web.body import ENCODINGS, read_body
from onrecord.sources.web.fetch_trouble import (
    Trouble,
    inside_trouble,
    named_trouble,
)
from onrecord.sources.web.reachable import (
    LookUp,
    is_inside,
    is_inside_name,
    look_up,
    look_up_within,
)
from onrecord.sources.web.robots import ROBOTS_BYTES, Rules, agent_name, read_rules
from onrecord.sources.web.web_address import next_url, proxy_for, shown_address, web_url

if TYPE_CHECKING:
    import ssl

    import httpx

    from onrecord.sources.web.wire import Deadline, Reply, Route

PAUSE = 1.0
"""Seconds between two requests to one host."""
LONGEST_WAIT = 5.0
"""Longest time, in seconds, that is waited when a server says when to come again."""

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_ACCEPT = (
    "text/html,application/xhtml+xml,application/atom+xml,application/rss+xml,"
    "application/xml;q=0.9,*/*;q=0.8"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    """One address on its way through redirects."""

    limits: Limits
    typed: bool
    """A person typed it: it may lie inside of this machine or network."""
    deadline: Deadline
    redirects: int
    polite: bool = True
    """Whether robots.txt is asked first; for robots.txt itself it is not."""
    memory: FetchMemory | None = None


@dataclass(slots=True, kw_only=True)
class Fetcher:
    """Asks servers for addresses; one for a whole run, so that it knows whom it asked and when.

    Where the environment names a proxy, the proxy looks hosts up: whether a link leads inside
    is then told from the host's name or number alone.
    """

    user_agent: str = ""
    """How it calls itself; empty: by the program's name and version."""
    look_up: LookUp = look_up
    is_inside: Callable[[str], bool] = is_inside
    sleep: Callable[[float], None] = time.sleep
    pause: float = PAUSE
    following: bool = False
    """Whether a link is being followed."""
    _asked: set[str] = field(default_factory=set)
    _rules: dict[tuple[str, bool], Rules] = field(default_factory=dict)
    _last: dict[bytes, float] = field(default_factory=dict)
    _tls: ssl.SSLContext | None = None

    def fetch(
        self,
        address: str,
        limits: Limits,
        *,
        typed: bool,
        memory: FetchMemory | None = None,
    ) -> Answer:
        """What an address gives.

        1. find the host, and whether it may be asked
        2. read what it asks of programs, and leave it a pause
        3. ask, saying what is known already; redirects start again at 1.
        4. the answer, unpacked, no larger than an article may be

        Args:
            address: as typed, or as a feed or an archive names it.
            limits: time, size and number of redirects.
            typed: whether a person typed it; only then it may lead inside.
            memory: validators of earlier answers.

        Raises:
            InputError: it gives nothing to read; the message says why and what to do.
        """
        from onrecord.sources.web.wire import Deadline  # noqa: PLC0415

        job = _Job(
            limits=limits,
            typed=typed,
            deadline=Deadline(limits.fetch_seconds),
            redirects=limits.fetch_redirects,
            memory=memory,
        )
        trail: list[str] = []
        try:
            with self._final(web_url(address), job, trail) as reply:
                return read_answer(reply, limits)
        except Trouble as trouble:
            shown = address if len(trail) < 2 else f"{address} (redirected to {trail[-1]})"
            raise trouble.about(shown_address(shown)) from trouble
        finally:
            self._asked.update(trail)

    def was_asked(self, address: str) -> bool:
        """Whether this run asked for an address, or was redirected to it."""
        try:
            return str(web_url(address)) in self._asked
        except Trouble:
            return False

    @contextmanager
    def _final(self, url: httpx.URL, job: _Job, trail: list[str]) -> Iterator[Reply]:
        """The answer at the end of all redirects; `trail` gets every address on the way."""
        import httpx  # noqa: PLC0415

        cookies = httpx.Cookies()
        may_be_inside = job.typed
        seen: set[tuple[str, str | None]] = set()
        for _ in range(job.redirects + 1):
            trail.append(str(url))
            route, is_in = self._route(url, job, may_be_inside=may_be_inside)
            may_be_inside = may_be_inside and is_in
            if job.polite:
                self._be_polite(url, job, may_be_inside=may_be_inside, first=not seen)
            request = self._request(url, job, cookies)
            state = (str(url), request.headers.get("cookie"))
            if state in seen:
                raise Trouble(BrokenInput, "its redirects lead round in a circle")
            seen.add(state)
            with self._marked(url, job), self._patient(request, route, job) as reply:
                cookies.extract_cookies(
                    httpx.Response(reply.status, headers=reply.headers, request=request)
                )
                if reply.status not in _REDIRECTS or "location" not in reply.headers:
                    yield reply
                    return
                url = next_url(url, reply.headers["location"])
        raise Trouble(
            BrokenInput,
            f"more than {job.redirects} redirects, one after another "
            "(raise the limit with ONRECORD_LIMIT_FETCH_REDIRECTS)",
        )

    @contextmanager
    def _patient(self, request: httpx.Request, route: Route, job: _Job) -> Iterator[Reply]:
        """The answer; where the server asks to come again in a moment, the next one."""
        from onrecord.sources.web.wire import send  # noqa: PLC0415

        context = self._context(request.url, job.deadline)
        with send(request, route, job.deadline, context) as reply:
            wait = retry_after(reply.headers.get("retry-after"))
            asks = job.polite and reply.status in (429, 503)
            if not asks or wait is None or wait > LONGEST_WAIT:
                yield reply
                return
        with job.deadline.stopped():
            self.sleep(wait)
        with send(request, route, job.deadline, context) as reply:
            yield reply

    def _route(self, url: httpx.URL, job: _Job, *, may_be_inside: bool) -> tuple[Route, bool]:
        """The way to a host, and whether it lies inside.

        The addresses that are checked are those that are then asked.
        """
        from onrecord.sources.web.wire import Route  # noqa: PLC0415

        host = url.raw_host.decode("ascii")
        proxy = proxy_for(url)
        if proxy is not None:
            route, inside = Route(proxy=proxy), is_inside_name(host)
        else:
            port = url.port or (443 if url.scheme == "https" else 80)
            with named_trouble(host, job.deadline.seconds):
                found = look_up_within(self.look_up, host, port, job.deadline.left())
            route, inside = Route(addresses=found), any(map(self.is_inside, found))
        if inside and not may_be_inside:
            raise inside_trouble(host)
        return route, inside

    def _be_polite(self, url: httpx.URL, job: _Job, *, may_be_inside: bool, first: bool) -> None:
        """Keep to what the host asks of programs; none of it counts as the answer's time."""
        with job.deadline.stopped():
            rules = self._rules_of(url, job, may_be_inside=may_be_inside)
            rules.check(str(url))
            if first and url.raw_host in self._last:
                since = time.monotonic() - self._last[url.raw_host]
                wait = max(self.pause, rules.delay) - since
                if wait > 0:
                    self.sleep(wait)

    @contextmanager
    def _marked(self, url: httpx.URL, job: _Job) -> Iterator[None]:
        """Note when a host was last busy with us; its robots.txt does not count."""
        try:
            yield
        finally:
            if job.polite:
                self._last[url.raw_host] = time.monotonic()

    def _rules_of(self, url: httpx.URL, job: _Job, *, may_be_inside: bool) -> Rules:
        key = (f"{url.scheme}://{url.netloc.decode('ascii')}", may_be_inside)
        if key not in self._rules:
            self._rules[key] = self._read_robots(url, job, may_be_inside=may_be_inside)
        return self._rules[key]

    def _read_robots(self, url: httpx.URL, job: _Job, *, may_be_inside: bool) -> Rules:
        from onrecord.sources.web.wire import Deadline  # noqa: PLC0415

        agent = agent_name(self._name())
        own = _Job(
            limits=job.limits,
            typed=may_be_inside,
            deadline=Deadline(job.limits.fetch_seconds),
            redirects=max(job.redirects, 5),
            polite=False,
        )
        robots = url.copy_with(raw_path=b"/robots.txt")
        try:
            with self._final(robots, own, []) as reply:
                data = b""
                if reply.status < 300:
                    encoding = reply.headers.get("content-encoding", "")
                    data = read_body(
                        reply.chunks, encoding=encoding, length=None, limit=ROBOTS_BYTES, cut=True
                    )
                return read_rules(reply.status, data, agent=agent)
        except Trouble as trouble:
            if trouble.kind is UnreachableInput:  # nor is anything else on this host to be had
                return Rules(agent=agent, trouble=trouble)
            text = f"its host's robots.txt cannot be read, so it is not asked: {trouble.text}"
            return Rules(agent=agent, trouble=Trouble(trouble.kind, text))

    def _request(self, url: httpx.URL, job: _Job, cookies: httpx.Cookies) -> httpx.Request:
        import httpx  # noqa: PLC0415

        headers = {
            "User-Agent": self._name(),
            "Accept": _ACCEPT if job.polite else "text/plain,*/*;q=0.8",
            "Accept-Encoding": ENCODINGS,
            "Connection": "close",
        }
        known = job.memory.recall(str(url)) if job.memory is not None else None
        if known is not None:
            headers |= conditions(known)
        request = httpx.Request("GET", url, headers=headers)
        try:
            cookies.set_cookie_header(request)
        except UnicodeError:  # no header can hold what the server set
            cookies.clear()
        return request

    def _name(self) -> str:
        if not self.user_agent:
            import importlib.metadata  # noqa: PLC0415

            self.user_agent = f"Onrecord/{importlib.metadata.version('onrecord')}"
        return self.user_agent

    def _context(self, url: httpx.URL, deadline: Deadline) -> ssl.SSLContext | None:
        """Certificates are always checked."""
        if url.scheme == "https" and self._tls is None:
            import httpx  # noqa: PLC0415

            with named_trouble(url.raw_host.decode("ascii"), deadline.seconds):
                self._tls = httpx.create_ssl_context()
        return self._tls
