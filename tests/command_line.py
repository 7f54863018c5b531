"""Running the command line in tests: what came of it, and processes of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Outcome:
    """What a command did."""

    code: int
    out: str
    err: str


type Run = Callable[..., Outcome]


@dataclass(frozen=True)
class Example:
    """The example story as a record of the real program, made while no network was to be had."""

    path: Path
    story: Path
    export: bytes
    calls_for_network: list[str]


def start(
    *arguments: str | Path,
    moment: str = "-",
    seconds: float = 0.0,
    environment: dict[str, str] | None = None,
    **named: Any,
) -> subprocess.Popen[bytes]:
    """Start the command line in a process of its own; see `cut_short`."""
    given = {**os.environ, "PYTHONUTF8": "1", **(environment or {})}
    return subprocess.Popen(
        [sys.executable, HERE / "cut_short.py", moment, str(seconds), *map(str, arguments)],
        stdin=named.pop("stdin", subprocess.DEVNULL),
        stdout=named.pop("stdout", subprocess.PIPE),
        stderr=named.pop("stderr", subprocess.PIPE),
        env=given,
        **named,
    )
