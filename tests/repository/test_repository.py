"""The repository tests itself: what every part of it must keep to."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path

import click
import pytest

import onrecord
from onrecord.cli.main import COMMANDS
from onrecord.cli.main import onrecord as group

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src" / "onrecord").rglob("*.py"))
WRITTEN = [
    path
    for folder in ("src", "tests", "bench", "scripts", "docs")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix
    in {".py", ".sql", ".md", ".yaml", ".toml", ".css", ".js", ".html", ".txt", ".json"}
    and not {"__pycache__", "node_modules"} & set(path.parts)
]


def test_there_is_something_to_test() -> None:
    """The lists below are not empty by mistake."""
    assert len(SOURCES) > 50
    assert len(WRITTEN) > 100


def test_the_public_names() -> None:
    """`__all__` is sorted, has no name twice, is all that `dir` shows, and every name resolves."""
    names = onrecord.__all__
    assert names == sorted(set(names))
    assert set(dir(onrecord)) == {*names, "__version__"}
    for name in names:
        assert getattr(onrecord, name).__doc__, name
    with pytest.raises(AttributeError):
        onrecord.nonsense  # noqa: B018
    assert set(names) == set(onrecord._HOMES) - {"__version__"}


def test_the_version() -> None:
    """The package says its version."""
    assert re.fullmatch(r"\d+\.\d+\.\d+", onrecord.__version__)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name: str) -> None:
    """A command says what it does and shows an example that names it; every option has a help text."""
    command = group.get_command(click.Context(group), name)
    assert command is not None
    assert len(command.help or "") > 30
    assert re.match(r"Examples?:  ", command.epilog or "")
    assert f"onrecord {name}" in (command.epilog or "")
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name
    assert not COMMANDS[name].endswith("..")


def test_every_module_of_a_command_is_a_command() -> None:
    """No command's module is forgotten in the list."""
    shared = {"__init__", "main", "options", "streams"}
    modules = {p.stem for p in SOURCES if p.parent.name == "cli"} - shared
    with_command = {m for m in modules if hasattr(import_module(f"onrecord.cli.{m}"), "command")}
    assert with_command == set(COMMANDS)


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_every_module(path: Path) -> None:
    """A module has a docstring, under 400 lines, and a name that says what is in it."""
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "no docstring"
    assert text.count("\n") <= 400, "too long"
    assert path.stem not in {"utils", "util", "helpers", "misc", "common", "tools"}


def test_every_test_says_what_is_promised() -> None:
    """Every test function has a docstring."""
    bare = [
        f"{path.relative_to(ROOT)}: {node.name}"
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        and node.name.startswith("test_")
        and not ast.get_docstring(node)
    ]
    assert bare == []


MACHINE = re.compile(
    r"/(?:home|Users|work|root|mnt)/[\w.]|[A-Z]:\\\\Users|" + "local" + r"host[:/]|127\.0\.0\.1:\d"
)


def test_no_path_of_a_machine() -> None:
    """No file names a place on somebody's machine."""
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in WRITTEN
        for match in MACHINE.finditer(path.read_text(encoding="utf-8", errors="replace"))
        if path != Path(__file__)
    ]
    assert found == []
    assert MACHINE.search("/home/ada/x")


def test_the_data_files_are_in_the_package() -> None:
    """Every data file of the package fits a pattern of the packaging table."""
    import tomllib

    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = table["tool"]["setuptools"]["package-data"]
    covered: set[Path] = set()
    for package, globs in patterns.items():
        folder = ROOT / "src" / Path(*package.split("."))
        for pattern in globs:
            covered |= set(folder.glob(pattern))
    data = {
        path
        for path in (ROOT / "src" / "onrecord").rglob("*")
        if path.is_file() and path.suffix != ".py" and "__pycache__" not in path.parts
    }
    assert data - covered == set()
