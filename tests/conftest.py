"""What the tests of the whole program share: the command line, a quick analysis, a real record."""

from __future__ import annotations

import io
import shutil
import socket
import sys
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from typing import Any, NoReturn

import pytest

from command_line import Example, Outcome, Run, start
from onrecord.analysis import analyze as analysis_stage
from onrecord.cli.main import main
from quick_analysis import QuickAnalysis


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in this process; `stdin` is what it reads there."""

    def run_command(*arguments: str | Path, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capfdbinary.readouterr()
        code = main([str(argument) for argument in arguments])
        sys.stdout.flush()
        captured = capfdbinary.readouterr()
        return Outcome(code, captured.out.decode(), captured.err.decode())

    return run_command


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> QuickAnalysis:
    """Puts a quick analysis in the place of the language model's."""
    quick_analysis = QuickAnalysis()
    monkeypatch.setattr(analysis_stage, "analyze", quick_analysis)
    monkeypatch.setattr(analysis_stage, "model_description", lambda _: "quick")
    return quick_analysis


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Example:
    """The example story, added once with the real language model."""
    path = tmp_path_factory.mktemp("example") / "story.db"
    calls: list[str] = []

    # A class, for libraries derive their own from it. One of them tries at its import whether this
    # machine knows IPv6, which asks nobody anything: only calls for somebody count.
    class NoSocket(socket.socket):
        def __init__(self, *_: Any, **__: Any) -> None:
            raise OSError("no network here")

    def refuse(*arguments: Any, **_: Any) -> NoReturn:
        calls.append(repr(arguments))
        raise OSError("no network here")

    with resources.as_file(resources.files("onrecord.example").joinpath("story")) as story:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(socket, "socket", NoSocket)
            for name in ("create_connection", "getaddrinfo"):
                patch.setattr(socket, name, refuse)
            assert main(["add", str(path), str(story), "--quiet"]) == 0
            output = path.with_suffix(".json")
            assert main(["export", str(path), "-o", str(output)]) == 0
            assert main(["page", str(path)]) == 0
        return Example(path, story, output.read_bytes(), calls)


@pytest.fixture
def own_example(example: Example, tmp_path: Path) -> Path:
    """A copy of the example record that a test may change."""
    return Path(shutil.copy(example.path, tmp_path / "own.db"))


@pytest.fixture
def process() -> Callable[..., Outcome]:
    """Runs the command line in a process of its own, to its end."""

    def run_process(*arguments: str | Path, **named: Any) -> Outcome:
        with start(*arguments, **named) as started:
            out, err = started.communicate(timeout=120)
        return Outcome(started.returncode, out.decode(), err.decode())

    return run_process
