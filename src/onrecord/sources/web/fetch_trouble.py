"""What goes wrong between here and a server, in words for the person at the keyboard."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus

from onrecord.errors import BrokenInput, InputError, NotAllowed, UnreachableInput

SAVE_IT = "save the page in the browser and add the file"


class Trouble(Exception):
    """Why an address gave nothing, not yet saying which address it was."""

    def __init__(self, kind: type[InputError], text: str) -> None:
        super().__init__(text)
        self.kind = kind
        self.text = text

    def about(self, shown: str) -> InputError:
        """The error for an address."""
        return self.kind(f"{shown}: {self.text}")


def took_too_long(seconds: int) -> Trouble:
    """The whole time for an address is over."""
    return Trouble(
        UnreachableInput,
        f"no full answer came within {seconds} seconds; try again later "
        "(raise the limit with ONRECORD_LIMIT_FETCH_SECONDS)",
    )


@contextmanager
def named_trouble(host: str, seconds: int) -> Iterator[None]:
    """Turn what the network, TLS and HTTP raise inside into a `Trouble`."""
    import httpcore  # noqa: PLC0415

    try:
        yield
    except (httpcore.TimeoutException, TimeoutError) as error:
        raise took_too_long(seconds) from error
    except httpcore.ProxyError as error:
        text = f"the proxy that the environment names refused it ({error})"
        raise Trouble(UnreachableInput, text) from error
    except httpcore.ConnectError as error:
        raise _not_connected(host, _root(error)) from error
    except (httpcore.NetworkError, httpcore.RemoteProtocolError) as error:
        raise _broken(host, error) from error
    except (httpcore.ProtocolError, httpcore.UnsupportedProtocol) as error:
        raise Trouble(UnreachableInput, f"it cannot be asked for ({error})") from error
    except OSError as error:
        raise _not_connected(host, error) from error


def _root(error: BaseException) -> BaseException:
    """The error of the system below one of the library."""
    while not isinstance(error, OSError):
        below = error.__cause__ or error.__context__
        if below is None:
            break
        error = below
    return error


def _not_connected(host: str, error: BaseException) -> Trouble:
    if isinstance(error, socket.gaierror):
        text = f"no host is called {host}, or there is no network"
    elif isinstance(error, ssl.SSLCertVerificationError):
        text = (
            f"the certificate of {host} does not hold ({error.verify_message}), so who answers "
            "is not certain and nothing was read; a certificate of your own organisation can be "
            "named in SSL_CERT_FILE"
        )
    elif isinstance(error, ssl.SSLError):
        text = f"no secure connection to {host} could be made ({error.reason or error})"
    elif isinstance(error, ConnectionRefusedError):
        text = f"{host} refuses the connection; is the address right?"
    else:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        text = f"{host} cannot be reached ({reason})"
    return Trouble(UnreachableInput, text)


def _broken(host: str, error: Exception) -> Trouble:
    text = str(error).lower()
    if "incomplete" in text or "without sending complete" in text:
        return Trouble(BrokenInput, "the answer was cut off; run the same command again")
    if "without sending a response" in text or not isinstance(_root(error), OSError):
        garbled = "disconnected" not in text
        what = "what it sent is no HTTP" if garbled else "it hung up without an answer"
        return Trouble(BrokenInput, f"{host} gave no answer that can be read: {what}")
    return Trouble(BrokenInput, "the connection broke off; run the same command again")


def status_trouble(host: str, status: int, retry_after: float | None) -> Trouble:
    """What an answer's status says, for one that brings no page."""
    try:
        phrase = f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        phrase = str(status)
    if status in (404, 410):
        gone = "no longer a" if status == 410 else "no"
        text = f"there is {gone} page at this address ({phrase})"
    elif status in (401, 402, 403, 407, 451):
        text = f"{host} does not give this page to programs or without signing in ({phrase}); "
        text += SAVE_IT
    elif status in (429, 503):
        when = "later" if retry_after is None else f"in {retry_after:,.0f} seconds"
        text = f"{host} asks to wait ({phrase}); run the same command again {when}"
    elif status >= 500:
        text = f"{host} has a fault of its own ({phrase}); run the same command again later"
    elif 300 <= status < 400:
        text = f"{host} redirects without saying where to ({phrase})"
    elif 200 <= status < 300:
        text = f"{host} answered without the page ({phrase}); {SAVE_IT}"
    else:
        text = f"{host} does not give it ({phrase})"
    return Trouble(UnreachableInput, text)


def inside_trouble(host: str) -> Trouble:
    """A link or a redirect leads into this machine or its network."""
    text = (
        f"{host} lies in this machine or a private network, where no link or redirect may lead; "
        "if you mean it, type its address yourself"
    )
    return Trouble(NotAllowed, text)
