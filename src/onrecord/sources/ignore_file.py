"""`.onrecordignore`: what a folder leaves out, in the syntax of gitignore."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.text.decoding import decode

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

IGNORE_FILE = ".onrecordignore"


@dataclass(frozen=True, slots=True)
class IgnoreRules:
    """The rules of a folder and of those around it; the innermost word counts."""

    rules: tuple[tuple[Path, GitIgnoreSpec], ...] = ()
    """A folder and what is said in it, outermost first."""

    def ignores(self, path: Path, *, folder: bool) -> bool:
        """Whether a path below these folders is left out."""
        for root, spec in reversed(self.rules):
            inner = path.relative_to(root).as_posix()
            answer = spec.check_file(f"{inner}/" if folder else inner).include
            if answer is not None:
                return answer
        return False

    def within(self, folder: Path) -> tuple[IgnoreRules, list[str]]:
        """These rules and those that stand in `folder`, and the lines that are no pattern.

        Raises:
            OSError: there is such a file and it cannot be read.
        """
        file = folder / IGNORE_FILE
        if not file.is_file():
            return self, []
        return self.with_file(folder, file.read_bytes())

    def with_file(self, folder: Path, data: bytes) -> tuple[IgnoreRules, list[str]]:
        """The rules with those of an ignore file in `folder`, and the lines that are no pattern."""
        from pathspec import GitIgnoreSpec  # noqa: PLC0415 - only where there is such a file

        lines, wrong = [], []
        for line in decode(data).text.splitlines():
            try:
                GitIgnoreSpec.from_lines([line])
            except ValueError:
                wrong.append(line)
            else:
                lines.append(line)
        return IgnoreRules((*self.rules, (folder, GitIgnoreSpec.from_lines(lines)))), wrong
