"""Run the commands that the documents show, and paste what they print.

In a block marked `console` every line that begins with `$ ` is a command; lines under it that
begin with `>` go on with it. What stands under that is what it printed, standard output and
standard error as they come. The commands of one document run one after the other in one new
folder. The folder's path is left out of what is pasted.

Run: `python scripts/paste_outputs.py [DOCUMENT...]` (default: README.md and all of docs/);
`--check` changes nothing and exits 1 where an output differs.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_SECONDS = 300


def paste(text: str, folder: Path) -> str:
    """The document with the outputs of its commands as they are now."""
    return _BLOCK.sub(lambda block: f"```console\n{_run_block(block[1], folder)}```", text)


def _run_block(block: str, folder: Path) -> str:
    pasted = ""
    for shown in re.findall(r"^\$ .*\n(?:>(?: .*)?\n)*", block, re.MULTILINE):
        command = re.sub(r"^(?:\$ |> ?)", "", shown, flags=re.MULTILINE)
        pasted += shown + _output(command, folder)
    return pasted


def _output(command: str, folder: Path) -> str:
    beside = str(Path(sys.executable).parent)
    environment = {
        key: value for key, value in os.environ.items() if not key.startswith("ONRECORD_")
    }
    environment |= {"PATH": os.pathsep.join([beside, environment["PATH"]]), "NO_COLOR": "1"}
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=_SECONDS,
        check=False,
    )
    printed = done.stdout.decode("utf-8", "replace").replace(f"{folder}{os.sep}", "")
    return "".join(f"{line.rstrip()}\n" for line in printed.splitlines())


def documents() -> list[Path]:
    """The documents that show a command."""
    paths = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return [path for path in paths if _BLOCK.search(path.read_text(encoding="utf-8"))]


def main(arguments: list[str]) -> int:
    """Paste, or check; 1 where an output differs."""
    check = "--check" in arguments
    named = [Path(name).resolve() for name in arguments if name != "--check"]
    differ = False
    for path in named or documents():
        with tempfile.TemporaryDirectory() as folder:
            old = path.read_text(encoding="utf-8")
            new = paste(old, Path(folder).resolve())
        if new == old:
            continue
        differ = True
        if not check:
            path.write_text(new, encoding="utf-8", newline="\n")
        print(f"{path.relative_to(ROOT).as_posix()}: {'differs' if check else 'pasted anew'}")
    return 1 if differ and check else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
