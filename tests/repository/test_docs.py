"""The documents say what is so: commands, settings, formats, reference and links."""

from __future__ import annotations

import importlib.util
import re
import shutil
import sys
from dataclasses import fields
from pathlib import Path
from types import ModuleType

import click
import pytest

from command_line import Example
from onrecord.cli.main import COMMANDS
from onrecord.cli.main import onrecord as group
from onrecord.exports.formats import EXPORT_FORMATS
from onrecord.settings import Limits, Settings
from onrecord.store.file import RecordFile
from onrecord.values.vocabulary import Role

ROOT = Path(__file__).parents[2]
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
WRITTEN = [path for path in DOCUMENTS if path.parent.name != "reference"]
PYTHON_ONLY = {"ONRECORD_BENCH_DATA"}
"""Variables that belong to the measures, not to the program."""


def load(name: str) -> ModuleType:
    """A script of the repository as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "scripts" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    """The script that makes the reference."""
    return load("make_reference")


def text_of(*paths: Path) -> str:
    """All of some documents."""
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def variables() -> list[str]:
    """Every environment variable that is a setting."""
    names = [f"ONRECORD_{f.name.upper()}" for f in fields(Settings) if f.name != "limits"]
    return names + [f"ONRECORD_LIMIT_{f.name.upper()}" for f in fields(Limits)]


def test_the_documents_are_there() -> None:
    """The documents that the repository and the package name exist and are not empty."""
    for name in ("README.md", "LICENSE", "NOTICE", "CHANGELOG.md", "CONTRIBUTING.md"):
        assert (ROOT / name).stat().st_size > 500, name
    assert "END OF TERMS AND CONDITIONS" in text_of(ROOT / "LICENSE")
    assert len(WRITTEN) > 15


def test_the_reference_and_the_links_are_right(reference: ModuleType) -> None:
    """The reference is what the code says, and every link inside the documents leads somewhere."""
    assert reference.faults() == []


def test_a_wrong_link_and_a_stale_page_are_found(
    reference: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The check tells a missing file, a missing heading and a page that differs."""
    page = tmp_path / "page.md"
    page.write_text(
        "# Here\n\n[a](page.md#here) [b](gone.md) [c](#nowhere) `[d](gone.md)`\n\n"
        "```\n# Nowhere\n[e](gone.md)\n```\n\n[f](https://example.org/x)\n",
        encoding="utf-8",
    )
    assert list(reference.broken_links(page)) == [
        "leads to gone.md, which does not exist",
        "leads to #nowhere, which page.md does not have",
    ]
    monkeypatch.setattr(reference, "commands_page", lambda: "other")
    assert [fault for fault in reference.faults() if "commands.md" in fault]
    assert reference.main(["--check"]) == 1


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_named(name: str) -> None:
    """Every command stands in the README and, with all its options, in the reference."""
    assert f"onrecord {name}" in text_of(ROOT / "README.md")
    part = text_of(ROOT / "docs/reference/commands.md").split(f"## onrecord {name}\n")[1]
    part = part.split("\n## ")[0]
    command = group.get_command(click.Context(group), name)
    assert command is not None
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.opts[0] in part


@pytest.mark.parametrize("name", variables())
def test_every_setting_is_named(name: str) -> None:
    """Every setting stands in the reference with a meaning."""
    row = re.search(
        rf"^\| `{name}` \| \S.* \| (\S.+) \|$", text_of(ROOT / "docs/reference/settings.md"), re.M
    )
    assert row is not None
    assert len(row[1]) > 20


def test_no_setting_is_made_up() -> None:
    """The documents name no variable that the program does not read."""
    named = set(re.findall(r"ONRECORD_[A-Z_]+[A-Z]", text_of(*DOCUMENTS)))
    assert named - {*variables(), *PYTHON_ONLY} == set()


def test_every_export_format_is_named() -> None:
    """Every export format stands in the reference, the README and the guide on other tools."""
    for path in ("README.md", "docs/guides/read-the-file-with-other-tools.md"):
        for known in EXPORT_FORMATS:
            assert known.name in text_of(ROOT / path).lower(), path
    assert all(
        f"`{f.name}`" in text_of(ROOT / "docs/reference/json-schema.md") for f in EXPORT_FORMATS
    )


def shown_commands() -> list[tuple[str, str]]:
    """(document, words after `onrecord`) of every call in a code block of the documents."""
    found = []
    for path in WRITTEN:
        for block in re.findall(r"^```(?:console|sh|text)\n(.*?)^```", text_of(path), re.M | re.S):
            calls = re.findall(r"(?:^|[;&|] |^\$ )onrecord ([^;&|\n]+)", block, re.M)
            found += [(path.name, call) for call in calls]
    return found


def test_every_shown_command_exists() -> None:
    """A command that a document shows is a command, and each option it is given is one of its own."""
    calls = shown_commands()
    assert {"README.md", "tutorial.md"} <= {document for document, _ in calls}
    for document, call in calls:
        name, *rest = re.sub(r"'[^']*'|\"[^\"]*\"", "QUOTED", call).split()
        assert name in COMMANDS, f"{document}: onrecord {call}"
        command = group.get_command(click.Context(group), name)
        assert command is not None
        options = {opt for parameter in command.params for opt in parameter.opts}
        given = {word for word in rest if re.match(r"--?[a-z]", word)}
        assert given <= options, f"{document}: onrecord {call}"


def test_the_readme_shows_a_command_with_its_output() -> None:
    """The first screen of the README has a command and what it prints, article by article."""
    first = text_of(ROOT / "README.md").split("\n## ")[0]
    block = re.search(r"```console\n\$ onrecord (\w+)\n(.*?)```", first, re.S)
    assert block is not None
    assert block[1] in COMMANDS
    story = [
        p.name for p in (ROOT / "src/onrecord/example/story").iterdir() if p.suffix != ".jsonl"
    ]
    assert story
    assert all(f"{name}: " in block[2] for name in story)


def test_every_reason_of_the_example_is_explained(example: Example) -> None:
    """Roles and reasons that the example story gets stand in the reference or in the guide."""
    known = text_of(ROOT / "docs/reference/roles-and-reasons.md")
    known += text_of(ROOT / "docs/guides/origins.md")
    with RecordFile(example.path) as record:
        articles = [record.article(summary.id) for summary in record.summaries()]
        groups = record.origins()
    whys = {p.why for a in articles for p in a.paragraphs} | {a.published.why for a in articles}
    whys |= {m.why for g in groups for m in g.members}
    names = {why.split(":")[0] for why in whys}
    assert len(names) > 10
    assert {name for name in names if not re.search(rf"`{re.escape(name)}[:`]", known)} == set()
    assert all(f"`{role}`" in known for role in Role)


@pytest.mark.skipif(shutil.which("sh") is None, reason="the documents show commands of a shell")
def test_outputs_are_pasted_as_printed(tmp_path: Path) -> None:
    """A shown command is run and its output stands under it; other blocks stay as they are."""
    old = "```sh\n$ echo no\n```\n\n```console\n$ echo one; pwd\nold\n$ cat <<E\n> two\n> E\n```\n"
    new = load("paste_outputs").paste(old, tmp_path)
    assert new.startswith("```sh\n$ echo no\n```\n")
    assert "$ echo one; pwd\none\n" in new
    assert new.endswith("$ cat <<E\n> two\n> E\ntwo\n```\n")
    assert "old" not in new


def test_the_shape_of_functions_is_measured(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Docstrings do not count; what is over the limit makes the check fail."""
    shape = load("shape")
    source = tmp_path / "onrecord"
    source.mkdir()
    body = "".join(f"    x = {n}\n" for n in range(49))
    (source / "a.py").write_text(
        f'def f():\n    """Says.\n\n    More.\n    """\n{body}', encoding="utf-8"
    )
    monkeypatch.setattr(shape, "SOURCE", source)
    assert [found.lines for found in shape.measure_functions(source / "a.py")] == [50]
    assert shape.main() == 0
    (source / "b.py").write_text(f"def g():\n{body}    y = 1\n", encoding="utf-8")
    assert shape.main() == 1
    (source / "b.py").write_text("x = 1\n" * 401, encoding="utf-8")
    assert shape.main() == 1
