"""What a host asks of programs in its robots.txt (RFC 9309)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.errors import NotAllowed, UnreachableInput
from onrecord.sources.web.fetch_trouble import SAVE_IT, Trouble

if TYPE_CHECKING:
    from protego import Protego

ROBOTS_BYTES = 512_000
"""How much of a robots.txt is read; what comes after does not count."""
LONGEST_DELAY = 5.0
"""Longest pause, in seconds, that a host's wish is given between two requests."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What one host asks of a program of this name."""

    agent: str
    """The program's name without its version, as hosts write it in their rules."""
    rules: Protego | None = None
    """None where all is allowed."""
    trouble: Trouble | None = None
    """Why nothing on this host may be asked for."""

    def check(self, address: str) -> None:
        """Raises Trouble where the address must not be asked for."""
        if self.trouble is not None:
            raise self.trouble
        if self.rules is not None and not self.rules.can_fetch(address, self.agent):
            raise Trouble(
                NotAllowed, f"the host's robots.txt asks programs not to fetch it; {SAVE_IT}"
            )

    @property
    def delay(self) -> float:
        """Seconds to leave between two requests; 0 where the host has no wish."""
        wish = self.rules.crawl_delay(self.agent) if self.rules is not None else None
        return min(max(wish or 0.0, 0.0), LONGEST_DELAY)


def read_rules(status: int, data: bytes, *, agent: str) -> Rules:
    """The rules in an answer for robots.txt: without one, all is allowed; where the server has a
    fault, nothing is, for what it asks cannot be known."""
    from protego import Protego  # noqa: PLC0415

    if 200 <= status < 300:
        text = data[:ROBOTS_BYTES].decode("utf-8", "replace").removeprefix("\ufeff")
        return Rules(agent=agent, rules=Protego.parse(text))
    if status >= 500:
        text = (
            f"what the host asks of programs cannot be known (its robots.txt answers {status}), "
            f"so it is not asked; try again later, or {SAVE_IT}"
        )
        return Rules(agent=agent, trouble=Trouble(UnreachableInput, text))
    return Rules(agent=agent)


def agent_name(user_agent: str) -> str:
    """The program's name as hosts write it in their rules: `Onrecord` of `Onrecord/1.0 (...)`."""
    words = user_agent.partition("/")[0].split()
    return words[0] if words else "*"
