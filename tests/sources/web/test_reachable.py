"""Which hosts lie in the open web: everything else is inside, however it is written."""

from __future__ import annotations

import socket
import threading
import time
from ipaddress import IPv4Address, IPv6Address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.sources.web.reachable import is_inside, is_inside_name, look_up, look_up_within

INSIDE = [
    *("0.0.0.0", "10.0.0.1", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.0.9"),
    *("169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1"),
    *("192.88.99.1", "192.168.1.1", "198.18.0.1", "198.19.255.255", "198.51.100.7"),
    *("203.0.113.9", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255"),
    *("::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254"),
    *("64:ff9b::7f00:1", "64:ff9b::10.0.0.1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "100::1"),
    *("2001::1", "2001:db8::1", "2002:7f00:1::1", "2002:808:808::1", "3fff::1", "5f00::1"),
    *("fc00::1", "fd12:3456::1", "fe80::1", "fe80::1%1", "fec0::1", "ff02::1", "ff0e::1"),
    *("", "localhost", "127.1", "1.2.3", "::g"),
]
OPEN = [
    *("1.1.1.1", "8.8.8.8", "93.184.216.34", "100.63.0.1", "100.128.0.1", "126.255.255.255"),
    *("128.0.0.1", "172.15.0.1", "172.32.0.1", "192.0.1.1", "192.167.0.1", "223.255.255.255"),
    *("2606:4700::1111", "2a00:1450:4001::8a", "2001:4860:4860::8888", "::ffff:8.8.8.8"),
    "64:ff9b::808:808",
]
TRANSLATED = ip_network("64:ff9b::/96")
"""Where IPv4 addresses are written as IPv6: they count as what they stand for."""


@pytest.mark.parametrize("address", INSIDE)
def test_inside(address: str) -> None:
    """Own machine, private networks, providers' networks, groups, reserved: none is asked."""
    assert is_inside(address)


@pytest.mark.parametrize("address", OPEN)
def test_open(address: str) -> None:
    """What anybody may ask is asked."""
    assert not is_inside(address)


@given(st.ip_addresses())
def test_what_python_knows_as_private_is_inside(address: IPv4Address | IPv6Address) -> None:
    """Nothing counts as open that the standard library keeps out of the open web."""
    plain = getattr(address, "ipv4_mapped", None)
    if plain is None and address not in TRANSLATED:
        closed = not address.is_global or address.is_multicast or address.is_reserved
        assert is_inside(str(address)) or not closed


@given(st.ip_addresses(v=4))
def test_ipv4_hidden_in_ipv6(address: IPv4Address) -> None:
    """An IPv4 address counts the same however it is dressed up, or is refused."""
    inside = is_inside(str(address))
    assert is_inside(f"::ffff:{address}") == inside
    assert is_inside(f"64:ff9b::{address}") == inside
    number = f"{int(address):08x}"
    assert is_inside(f"2002:{number[:4]}:{number[4:]}::1")
    assert is_inside(f"::{address}")


@pytest.mark.parametrize(
    "name",
    [
        *("localhost", "LOCALHOST", "localhost.", "a.localhost", "printer", "printer.local"),
        *("db.internal", "nas.lan", "router.home.arpa", "wiki.corp", "x.intranet", "127.0.0.1"),
        *("127.1", "0x7f000001", "2130706433", "017700000001", "0", "10.1", "::1", "fe80::1"),
    ],
)
def test_inside_by_name(name: str) -> None:
    """Where a proxy looks names up, the name or number alone says that it is inside."""
    assert is_inside_name(name)


@pytest.mark.parametrize(
    "name", ["post.example", "localhost.example", "local.example", "8.8.8.8", "2606:4700::1111"]
)
def test_open_by_name(name: str) -> None:
    """All other names are the proxy's business."""
    assert not is_inside_name(name)


def test_looking_up() -> None:
    """Numbers mean themselves; names that cannot be are not found."""
    assert look_up("127.0.0.1", 80) == ("127.0.0.1",)
    with pytest.raises(OSError, match="no such name"):
        look_up("a" * 64 + ".example", 80)


def test_odd_spellings_are_looked_up_before_they_are_judged() -> None:
    """What the system takes for a number is judged by the number."""
    try:
        found = look_up("127.1", 80)
    except socket.gaierror:
        pytest.skip("this system does not know short numbers")
    assert all(map(is_inside, found))


def test_looking_up_has_an_end() -> None:
    """It is waited for no longer than said, and what it raises is raised."""
    done = threading.Event()
    begin = time.perf_counter()
    with pytest.raises(TimeoutError):
        look_up_within(lambda _, __: ("1.1.1.1",) if done.wait(5) else (), "a", 80, 0.05)
    done.set()
    assert time.perf_counter() - begin < 1
    assert look_up_within(lambda host, port: (host, str(port)), "a", 80, 1) == ("a", "80")

    def fail(_: str, __: int) -> tuple[str, ...]:
        raise socket.gaierror("unknown")

    with pytest.raises(socket.gaierror):
        look_up_within(fail, "a", 80, 1)
