"""Which hosts may be asked: what other people's pages and feeds name must lie in the open web.

A link or a redirect could lead into the user's own machine or network, where being asked
alone may do harm. What the user typed is the user's business.
"""

from __future__ import annotations

import queue
import re
import socket
import threading
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

type LookUp = Callable[[str, int], tuple[str, ...]]
"""From a host and a port to its IP addresses, best first. Raises OSError."""

_INSIDE_V4 = tuple(
    ip_network(block)
    for block in (
        *("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16"),
        *("172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16"),
        *("198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4"),
    )
)
"""All that the registry of special addresses (RFC 6890) keeps out of the open web."""
_OPEN_V6 = IPv6Network("2000::/3")
_INSIDE_V6 = tuple(
    IPv6Network(block)
    # protocols and tunnels, examples, 6to4 (which can hide any IPv4 address), examples
    for block in ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")
)
_TRANSLATED = IPv6Network("64:ff9b::/96")
"""How networks without IPv4 write IPv4 addresses (NAT64)."""

_INSIDE_NAME = re.compile(
    r"[^.]+|(?:.*\.)?(?:localhost|localdomain|local|internal|intranet|lan|home|corp|private"
    r"|home\.arpa)",
    re.IGNORECASE,
)


def look_up(host: str, port: int) -> tuple[str, ...]:
    """The IP addresses of a host, as the system finds them.

    Raises:
        OSError: it has none.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except UnicodeError as error:  # a part of the name is longer than names can be
        raise socket.gaierror(socket.EAI_NONAME, "no such name") from error
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def look_up_within(find: LookUp, host: str, port: int, seconds: float) -> tuple[str, ...]:
    """What `find` gives, waited for no longer than this: the system has no such limit.

    Raises:
        TimeoutError: it took longer.
        OSError: the host has no address.
    """
    outcome: queue.SimpleQueue[tuple[str, ...] | BaseException] = queue.SimpleQueue()

    def work() -> None:
        try:
            outcome.put(find(host, port))
        except BaseException as error:  # raised where it is waited for
            outcome.put(error)

    threading.Thread(target=work, daemon=True, name="onrecord-look-up").start()
    try:
        found = outcome.get(timeout=max(seconds, 0))
    except queue.Empty:
        raise TimeoutError from None
    if isinstance(found, BaseException):
        raise found
    return found


def is_inside(address: str) -> bool:
    """Whether an IP address is no part of the open web: this machine, a private network, one of
    the provider's, a group of machines, or reserved. What is no IP address is inside."""
    try:
        ip = ip_address(address)
    except ValueError:
        return True
    if isinstance(ip, IPv4Address):
        return any(ip in block for block in _INSIDE_V4)
    plain = _plain_v4(ip)
    if plain is not None:
        return is_inside(str(plain))
    bare = IPv6Address(int(ip))  # without the name of a network card
    return bare not in _OPEN_V6 or any(bare in block for block in _INSIDE_V6)


def _plain_v4(ip: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that is really asked under an IPv6 one."""
    if ip.ipv4_mapped is not None:
        return ip.ipv4_mapped
    bare = IPv6Address(int(ip))
    return IPv4Address(int(bare) & 0xFFFF_FFFF) if bare in _TRANSLATED else None


def is_inside_name(host: str) -> bool:
    """Whether a host's name alone says that it is inside; used where a proxy looks names up.

    Numbers are read in all spellings that systems take for IP addresses (`127.1`, `0x7f000001`).
    """
    name = host.removesuffix(".")
    try:
        return is_inside(str(ip_address(name)))
    except ValueError:
        pass
    try:
        return is_inside(socket.inet_ntoa(socket.inet_aton(name)))
    except OSError:
        return _INSIDE_NAME.fullmatch(name) is not None
