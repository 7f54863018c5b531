"""How large modules and functions are: medians and the largest, and whether any is too large.

Lines of a module are all its lines. Lines of a function run from its `def` to its last line;
its docstring does not count. A nested function counts for itself and for the one around it.

Run: `python scripts/shape.py`; exit 1 when something is over its limit.
"""

from __future__ import annotations

import ast
import statistics
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1] / "src" / "onrecord"
MOST_MODULE_LINES = 400
MOST_FUNCTION_LINES = 50
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Sized:
    """A module or a function and its lines."""

    name: str
    lines: int


def measure_module(path: Path) -> Sized:
    """A module with all its lines."""
    lines = path.read_text(encoding="utf-8").count("\n")
    return Sized(path.relative_to(SOURCE.parent).as_posix(), lines)


def measure_functions(path: Path) -> Iterator[Sized]:
    """Every function and method of a module, docstrings left out."""
    module = path.relative_to(SOURCE.parent).as_posix()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield Sized(f"{module}:{node.lineno} {node.name}", _function_lines(node))


def _function_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    if ast.get_docstring(node, clean=False) is not None:
        docstring = node.body[0]
        lines -= (docstring.end_lineno or docstring.lineno) - docstring.lineno + 1
    return lines


def report(title: str, sized: Sequence[Sized], most: int) -> list[Sized]:
    """Print the median and the largest; what is over the limit comes back."""
    median = statistics.median(item.lines for item in sized)
    print(f"{len(sized)} {title}: median {median:g} lines, at most {most}")
    largest = sorted(sized, key=lambda item: (-item.lines, item.name))
    for item in largest[:_SHOWN]:
        print(f"  {item.lines:4}  {item.name}")
    return [item for item in largest if item.lines > most]


def main() -> int:
    """Report on the package; 1 when something is too large."""
    paths = sorted(SOURCE.rglob("*.py"))
    over = report("modules", [measure_module(path) for path in paths], MOST_MODULE_LINES)
    functions = [found for path in paths for found in measure_functions(path)]
    over += report("functions", functions, MOST_FUNCTION_LINES)
    for item in over:
        print(f"too large: {item.name} has {item.lines} lines", file=sys.stderr)
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
