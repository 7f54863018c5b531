"""The command line with the quick analysis, killed at a chosen moment.

    python cut_short.py MOMENT:N SECONDS ARGUMENT...

MOMENT is a key of `MOMENTS`; the process kills itself without a farewell when that function is
called the Nth time. `-` kills nothing. SECONDS is how long the analysis of an article takes.
"""

from __future__ import annotations

import importlib
import os
import signal
import sys
from collections.abc import Callable
from typing import Any

from quick_analysis import QuickAnalysis

MOMENTS = {
    "schema": ("onrecord.store.file", "connect"),
    "article": ("onrecord.store.articles", "save_article"),
    "parts": ("onrecord.store.articles", "_save_parts"),
    "name": ("onrecord.store.articles", "add_name"),
    "settle": ("onrecord.pipeline", "_settle"),
    "pending": ("onrecord.pipeline", "link_pending"),
    "links": ("onrecord.store.links", "save_origins"),
    "decision": ("onrecord.pipeline", "_settle_by_decisions"),
    "close": ("onrecord.store.file", "close"),
}


def die_at(moment: str) -> None:
    """Make the process die when a function is called for the nth time."""
    name, _, number = moment.partition(":")
    module = importlib.import_module(MOMENTS[name][0])
    function: Callable[..., Any] = getattr(module, MOMENTS[name][1])
    calls = 0

    def counted(*arguments: Any, **named: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == int(number):
            os.kill(os.getpid(), signal.SIGKILL)
        return function(*arguments, **named)

    setattr(module, MOMENTS[name][1], counted)


def run(moment: str, seconds: str, *arguments: str) -> int:
    """Run the command; its exit status, if it lives to tell."""
    from onrecord.analysis import analyze as analysis_stage
    from onrecord.cli.main import main

    analysis_stage.analyze = QuickAnalysis(float(seconds))
    analysis_stage.model_description = lambda _: "quick"
    if moment != "-":
        die_at(moment)
    return main(list(arguments))


if __name__ == "__main__":
    sys.exit(run(*sys.argv[1:]))
