"""One request on a connection of its own: only to addresses looked up before, never for longer
than allowed.

Imported when something is fetched, for it loads the HTTP library.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpcore
import httpx

from onrecord.errors import UnreachableInput
from onrecord.sources.web.fetch_trouble import Trouble, named_trouble

_CONDITIONS = ("if-none-match", "if-modified-since")


@dataclass(slots=True)
class Deadline:
    """When one address has had its time."""

    seconds: int
    """All the time it has."""
    at: float = 0.0
    """End of it, on the monotonic clock."""

    def __post_init__(self) -> None:
        self.at = time.monotonic() + self.seconds

    def left(self) -> float:
        """Seconds that are left.

        Raises:
            TimeoutError: none.
        """
        left = self.at - time.monotonic()
        if left <= 0:
            raise TimeoutError
        return left

    @contextmanager
    def stopped(self) -> Iterator[None]:
        """Pauses inside do not count."""
        begin = time.monotonic()
        try:
            yield
        finally:
            self.at += time.monotonic() - begin


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """The way to a host."""

    addresses: tuple[str, ...] = ()
    """IP addresses that were looked up and may be asked; none through a proxy."""
    proxy: str | None = None
    """Address of the proxy that the environment names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The beginning of an answer; its body comes as it is read."""

    url: httpx.URL
    status: int
    headers: httpx.Headers
    chunks: Iterator[bytes]
    """The body as sent; raises `Trouble`."""
    conditional: bool = False
    """Whether it was asked for only if it is new."""

    @property
    def length(self) -> int | None:
        """What the server states as the length of the body, in bytes."""
        stated = self.headers.get("content-length", "").strip()
        return int(stated) if stated.isascii() and stated.isdecimal() and len(stated) < 19 else None


@contextmanager
def send(
    request: httpx.Request, route: Route, deadline: Deadline, context: ssl.SSLContext | None
) -> Iterator[Reply]:
    """Ask; the connection is closed at the end.

    Raises:
        Trouble: there is no answer.
    """
    url = request.url
    host = url.raw_host.decode("ascii")
    pool = _pool(route, deadline, context)
    asked = httpcore.Request(
        request.method,
        httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
        headers=request.headers.raw,
    )
    try:
        with named_trouble(host, deadline.seconds):
            response = pool.handle_request(asked)
        try:
            yield Reply(
                url=url,
                status=response.status,
                headers=httpx.Headers(response.headers),
                chunks=_chunks(response, host, deadline),
                conditional=any(name in request.headers for name in _CONDITIONS),
            )
        finally:
            response.close()
    finally:
        pool.close()


def _chunks(response: httpcore.Response, host: str, deadline: Deadline) -> Iterator[bytes]:
    with named_trouble(host, deadline.seconds):
        for chunk in response.iter_stream():
            deadline.left()
            yield chunk


def _pool(
    route: Route, deadline: Deadline, context: ssl.SSLContext | None
) -> httpcore.ConnectionPool:
    backend = _Backend(route, deadline)
    if route.proxy is None:
        return httpcore.ConnectionPool(
            ssl_context=context, max_keepalive_connections=0, network_backend=backend
        )
    proxy = httpx.Proxy(route.proxy)
    if proxy.url.scheme not in ("http", "https"):
        text = f"the environment names a {proxy.url.scheme} proxy; only http and https ones work"
        raise Trouble(UnreachableInput, text)
    return httpcore.HTTPProxy(
        proxy_url=httpcore.URL(
            scheme=proxy.url.raw_scheme, host=proxy.url.raw_host, port=proxy.url.port, target=b"/"
        ),
        proxy_auth=proxy.raw_auth,
        proxy_headers=proxy.headers.raw,
        ssl_context=context,
        max_keepalive_connections=0,
        network_backend=backend,
    )


class _Backend(httpcore.NetworkBackend):
    """Connects to the addresses of the route and to no others, so that a name which is looked up
    twice cannot mean two machines; through a proxy, to the proxy."""

    def __init__(self, route: Route, deadline: Deadline) -> None:
        self._route = route
        self._deadline = deadline
        self._system = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - the deadline rules
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first address that answers; each has its share of the time."""
        addresses = (host,) if self._route.proxy is not None else self._route.addresses
        failed: Exception = OSError(f"{host} has no address")
        for number, address in enumerate(addresses):
            share = self._deadline.left() / (len(addresses) - number)
            try:
                stream = self._system.connect_tcp(
                    address, port, share, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failed = error
            else:
                return _Stream(stream, self._deadline)
        raise failed


class _Stream(httpcore.NetworkStream):
    """A connection on which nothing waits beyond the deadline, however slowly bytes drip."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        """Some bytes."""
        return self._inner.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        """Send bytes."""
        self._inner.write(buffer, self._deadline.left())

    def close(self) -> None:
        """Hang up."""
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        """The same connection, encrypted; the server must prove its name."""
        inner = self._inner.start_tls(ssl_context, server_hostname, self._deadline.left())
        return _Stream(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """What the library asks of a connection."""
        return self._inner.get_extra_info(info)
