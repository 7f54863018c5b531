"""A server of this machine's own that behaves as badly as a test wants."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import trustme

type Behaviour = Callable[[BaseHTTPRequestHandler], None]

WORDS = "The council of Port Elm met on Monday and voted on the new ferry."
PAGE = f"<!doctype html><html><body><h1>Ferry vote</h1><p>{WORDS}</p></body></html>".encode()
HTML = {"Content-Type": "text/html; charset=utf-8"}
AUTHORITY = trustme.CA()
"""Signs the certificate of `public.example`; made anew in every run and trusted by nobody."""


@dataclass
class Web:
    """A running server and what it was asked."""

    port: int
    scheme: str = "http"
    paths: dict[str, Behaviour] = field(default_factory=dict)
    """What happens at a path; all others are not there."""
    seen: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)
    """Path and headers (in lower case) of every request, in order."""

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        """An address on this server."""
        return f"{self.scheme}://{host}:{self.port}{path}"

    def asked(self, *, robots: bool = False) -> list[str]:
        """The paths that were asked for, in order."""
        return [path for path, _ in self.seen if robots or path != "/robots.txt"]

    def give(
        self,
        path: str,
        data: bytes = PAGE,
        headers: Mapping[str, str] = HTML,
        status: int = 200,
    ) -> str:
        """Let a path give this; its address."""
        self.paths[path] = lambda request: answer(request, data, headers, status)
        return self.url(path)

    def redirect(self, path: str, location: str, status: int = 302) -> str:
        """Let a path lead elsewhere; its address."""
        return self.give(path, b"", {"Location": location}, status)


def answer(
    request: BaseHTTPRequestHandler,
    data: bytes = PAGE,
    headers: Mapping[str, str] = HTML,
    status: int = 200,
) -> None:
    """A whole answer, with its length unless the headers say another."""
    request.send_response(status)
    for name, value in ({"Content-Length": str(len(data))} | dict(headers)).items():
        request.send_header(name, value)
    request.end_headers()
    request.wfile.write(data)


@contextmanager
def serve(*, tls: bool = False) -> Iterator[Web]:
    """A server on a free port of this machine."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            web.seen.append((self.path, {k.lower(): v for k, v in self.headers.items()}))
            self.close_connection = True
            behaviour = web.paths.get(self.path) or web.paths.get(path)
            try:
                if behaviour is None:
                    answer(self, b"not here", {"Content-Type": "text/plain"}, 404)
                else:
                    behaviour(self)
            except OSError:
                pass  # who asked has gone

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

        def handle_error(self, *_: object) -> None:
            """Say nothing of those who hang up."""

    with Server(("127.0.0.1", 0), Handler) as server:
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            AUTHORITY.issue_cert("public.example").configure_cert(context)
            server.socket = context.wrap_socket(server.socket, server_side=True)
        web = Web(server.server_address[1], "https" if tls else "http")
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield web
        finally:
            server.shutdown()
            thread.join()
