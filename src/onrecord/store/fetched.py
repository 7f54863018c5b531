"""Table `fetched`: what servers said of addresses, to be said back when they are asked again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping

from onrecord.sources.options import Validators


def load_validators(connection: sqlite3.Connection, address: str) -> Validators | None:
    """What the server said of an address; None where nothing is kept."""
    row = connection.execute(
        "SELECT etag, last_modified FROM fetched WHERE address = ?", (address,)
    ).fetchone()
    return None if row is None else Validators(etag=row[0], last_modified=row[1])


def save_validators(connection: sqlite3.Connection, fetched: Mapping[str, Validators]) -> None:
    """Keep what servers said, in the place of what they said before."""
    connection.executemany(
        "INSERT OR REPLACE INTO fetched VALUES (?, ?, ?)",
        [(address, said.etag, said.last_modified) for address, said in sorted(fetched.items())],
    )


def forget_validators(connection: sqlite3.Connection) -> None:
    """Forget them all: servers are asked for everything again."""
    connection.execute("DELETE FROM fetched")


class Recollection:
    """The memory of fetching during one run, over what earlier runs kept.

    What servers say is held back until all that they gave is kept: an answer of which anything
    failed is asked for in full the next time.
    """

    def __init__(self, kept: Callable[[str], Validators | None]) -> None:
        self._kept = kept
        self._failures = 0
        self._asked: dict[str, int] = {}
        self.fresh: dict[str, Validators] = {}
        """What is to be kept when the run is done."""

    def recall(self, address: str) -> Validators | None:
        """What the server said when the address was last asked and all of it was kept."""
        self._asked[address] = self._failures
        return self._kept(address)

    def remember(self, address: str, validators: Validators) -> None:
        """Note what the server said, unless something failed since the address was asked."""
        if self._asked.get(address) == self._failures:
            self.fresh[address] = validators

    def failed(self) -> None:
        """Something that was just read failed, at least in part."""
        self._failures += 1
