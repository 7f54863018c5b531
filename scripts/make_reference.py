"""Make docs/reference/ and the generated tables of the other documents from the code.

What a command takes, what a column holds, what a key means is said once, in the code. The
pages of docs/reference/ are made whole; in README.md and docs/guides/ only what stands between
`<!-- generated: NAME -->` and `<!-- /generated -->` is made.

Run: `python scripts/make_reference.py` writes; `--check` writes nothing, also follows every link
inside the documents, and exits 1 with a line for each thing that is wrong.
"""

from __future__ import annotations

import ast
import inspect
import re
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from enum import StrEnum
from pathlib import Path
from typing import Any

import click

sys.path.insert(0, str(Path(__file__).resolve().parent))

from remarks_and_notes import (
    NOTES,
    date_reason_rows,
    note_rows,
    remark_rows,
    timeline_reason_rows,
)

from onrecord import settings
from onrecord.cli.main import COMMANDS
from onrecord.cli.main import onrecord as group
from onrecord.exports.formats import EXPORT_FORMATS
from onrecord.exports.schema import load_schema
from onrecord.lexicon.exports import export_layouts
from onrecord.lexicon.line_patterns import line_patterns
from onrecord.record.compile import LOOKED_FOR
from onrecord.settings import Limits, Settings
from onrecord.sources.formats import FORMATS
from onrecord.sources.meta_table import _COLUMNS as META_COLUMNS
from onrecord.sources.record_fields import FIELD_KEYS, LIST_KEYS
from onrecord.values import decisions, pages, vocabulary

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "onrecord"
REFERENCE = Path("docs/reference")
_MADE = "<!-- Made by scripts/make_reference.py from the code; change it there. -->"
_GENERATED = re.compile(
    r"(?P<open><!-- generated: (?P<name>[\w-]+) -->\n).*?(?P<close><!-- /generated -->)", re.DOTALL
)


# --- Markdown ---


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [headings, ["---"] * len(headings), *rows]
    return "".join(f"| {' | '.join(map(_cell, line))} |\n" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def code(text: str) -> str:
    """Text as code, whatever marks it holds; nothing for nothing."""
    if not text:
        return ""
    fence = "``" if "`" in text else "`"
    pad = " " if "`" in text else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def page(title: str, *parts: str) -> str:
    """A page of the reference."""
    return "\n".join([_MADE, f"# {title}\n", *parts])


# --- commands ---


def commands_page() -> str:
    """Every command with its arguments, options and example."""
    top = click.Context(group, info_name="onrecord")
    parts = [
        f"{_paragraphs(group.help)}\n",
        f"{_example(group.epilog)}\n\nEvery command answers to `-h` and `--help`.\n",
        *(_command_part(top, name) for name in COMMANDS),
    ]
    return page("Commands", *parts)


def _command_part(top: click.Context, name: str) -> str:
    command = group.get_command(top, name)
    if command is None:
        raise ValueError(f"the command {name} is listed and does not exist")
    context = click.Context(command, info_name=name, parent=top)
    usage = " ".join(["onrecord", name, *command.collect_usage_pieces(context)])
    records = [p.get_help_record(context) for p in command.params]
    rows = [(code(r[0]), r[1]) for r in records if r and r[1]]
    options = table(("option", "meaning"), rows) if rows else ""
    parts = [f"## onrecord {name}", f"```text\n{usage}\n```", _paragraphs(command.help)]
    return "\n\n".join([*parts, _example(command.epilog), options])


def _paragraphs(text: str | None) -> str:
    paragraphs = re.split(r"\n\s*\n", inspect.cleandoc(text or ""))
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def _example(epilog: str | None) -> str:
    examples = re.split(r"\s{2,}", (epilog or "").partition(":")[2].strip())
    return "```sh\n" + "\n".join(examples) + "\n```"


# --- columns ---

_TABLE_START = re.compile(r"CREATE (TABLE|VIEW) (\w+) (?:\(|AS)\s+-- (.+)")
_COLUMN = re.compile(r"  (\w+) ([A-Z]+)\b.*?-- (.+)")


def columns_page() -> str:
    """Tables, views and columns of the record file, from the comments of the schema."""
    sql = (PACKAGE / "store" / "schema.sql").read_text(encoding="utf-8")
    connection = sqlite3.connect(":memory:")
    connection.executescript(sql)
    said, notes = _comments(sql)
    parts = []
    for kind, name, about in _TABLE_START.findall(sql):
        found = connection.execute(f"PRAGMA table_info({name})").fetchall()
        if kind == "VIEW":
            views = ", ".join(code(column[1]) for column in found)
            parts.append(
                f"## {name} (view)\n\n{about[0].upper()}{about[1:]}.\n\nColumns: {views}\n"
            )
            continue
        missing = [column[1] for column in found if (name, column[1]) not in said]
        if missing:
            raise ValueError(f"schema.sql: no comment for {name}: {', '.join(missing)}")
        rows = [(code(c[1]), c[2], "" if c[3] or c[5] else "yes", said[name, c[1]]) for c in found]
        made = table(("column", "type", "may be null", "meaning"), rows)
        parts.append(f"## {name}\n\n{_sentence(notes[name])}\n\n{made}")
    connection.close()
    intro = (
        "The record is one SQLite file. Offsets are code points of `article.text`: `start` is the"
        " first, `end` the one after the last. The views are made for reading. Beside what stands"
        " here the file holds the full-text index `search` over `headline` and `text`.\n"
    )
    return page("Tables and columns of the record file", intro, *parts)


def _sentence(note: str) -> str:
    return f"{note[:1].upper()}{note[1:]}."


def _comments(sql: str) -> tuple[dict[tuple[str, str], str], dict[str, str]]:
    """What is said of every (table, column), and of every table and view."""
    columns: dict[tuple[str, str], str] = {}
    tables: dict[str, str] = {}
    name = ""
    for line in sql.splitlines():
        if start := _TABLE_START.match(line):
            name = start[2]
            tables[name] = start[3]
        elif column := _COLUMN.match(line):
            columns[name, column[1]] = column[3]
    return columns, tables


# --- JSON ---


def schema_page() -> str:
    """The keys of the record as JSON, from its JSON Schema."""
    schema = load_schema()
    formats = ", ".join(code(known.name) for known in EXPORT_FORMATS)
    looked_for = ", ".join(map(code, LOOKED_FOR))
    intro = (
        f"{schema['description']}\n\nExport formats: {formats}. This program looks for"
        f" {looked_for}; every other list is null.\n\nThe schema itself is a file of the package:"
        f" `onrecord/exports/record-{schema['properties']['schema']['const']}.schema.json`.\n"
    )
    parts = [f"## The top\n\n{_keys(schema)}"]
    parts += [
        f"## {name}\n\n{_definition(found)}" for name, found in sorted(schema["$defs"].items())
    ]
    return page("The record as JSON", intro, *parts)


def _definition(found: dict[str, Any]) -> str:
    about = found.get("description", "")
    about = f"{_sentence(about)}\n\n" if about else ""
    if "properties" in found:
        return about + _keys(found)
    pattern = f" that matches {code(found['pattern'])}" if "pattern" in found else ""
    return f"{about}{_kind(found)}{pattern}\n"


def _keys(found: dict[str, Any]) -> str:
    rows = [
        (code(key), _kind(value), value.get("description", ""))
        for key, value in found["properties"].items()
    ]
    return table(("key", "kind", "meaning"), rows)


def _kind(value: dict[str, Any]) -> str:
    if "$ref" in value:
        name = value["$ref"].rsplit("/", 1)[1]
        return f"[{name}](#{slug(name)})"
    if "const" in value:
        return code(str(value["const"]))
    if "enum" in value:
        return ", ".join(code(str(word)) for word in value["enum"])
    for key, word in (("anyOf", " or "), ("oneOf", " or "), ("allOf", " and ")):
        if key in value:
            return word.join(_kind(part) for part in value[key])
    kind = value.get("type", "any")
    if kind == "array":
        return f"list of {_kind(value['items'])}" if "items" in value else "list"
    return " or ".join(kind) if isinstance(kind, list) else str(kind)


# --- settings ---


def settings_page() -> str:
    """Environment variables with default and meaning."""
    said = _attribute_docstrings(Path(inspect.getfile(settings)))
    plain = [
        (
            code(f"ONRECORD_{f.name.upper()}"),
            code(str(f.default)) or "empty",
            said["Settings", f.name],
        )
        for f in fields(Settings)
        if f.name != "limits"
    ]
    limits = [
        (code(f"ONRECORD_LIMIT_{f.name.upper()}"), f"{f.default:,}", said["Limits", f.name])
        for f in fields(Limits)
    ]
    headings = ("variable", "default", "meaning")
    return page(
        "Settings",
        "Settings are environment variables. A value of the wrong kind stops the command with a"
        " message that names the variable. From Python they are `onrecord.Settings`.\n",
        table(headings, plain),
        "## Limits\n\nAn input over a limit is named with the variable that raises the limit; the"
        " other inputs go on. Sizes are in bytes unless the meaning says otherwise. `_` may part"
        " the digits: `ONRECORD_LIMIT_ITEM_BYTES=80_000_000`.\n",
        table(headings, limits),
    )


def _attribute_docstrings(path: Path) -> dict[tuple[str, str], str]:
    """The string after each attribute of the classes of a module, by class and attribute."""
    said: dict[tuple[str, str], str] = defaultdict(str)
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if not isinstance(node, ast.ClassDef):
            continue
        for statement, after in zip(node.body, node.body[1:], strict=False):
            if (
                isinstance(statement, ast.AnnAssign)
                and isinstance(statement.target, ast.Name)
                and isinstance(after, ast.Expr)
                and isinstance(after.value, ast.Constant)
            ):
                said[node.name, statement.target.id] = str(after.value.value)
    return said


# --- roles and reasons ---


def roles_page() -> str:
    """The closed vocabularies, the rules' reasons and the line patterns."""
    words = [
        f"### {kind.__name__}\n\n{inspect.getdoc(kind)}\n\n{_words(kind)}\n"
        for kind in _vocabularies()
    ]
    rules = table(("role or basis", "reason", "rule in"), _rule_reasons())
    patterns = [
        (code(p.name), p.role, code(" ".join(p.example.split())), _holds(p))
        for p in line_patterns()
    ]
    return page(
        "Roles and reasons",
        "Every word that Onrecord itself says about an article is one of these.\n",
        "## Words\n",
        *words,
        "## Reasons of rules\n\n`onrecord why` shows the reason for a role, a field or a date."
        " `…` stands for a value. What has no role or basis in this table gets it from its"
        " place; the names of metadata (`json-ld`, `open-graph`, ...) stand behind `metadata:`. A"
        " decision of a person is `decision: N`.\n",
        rules,
        "## Reasons of dates\n\nWhen an article was published follows from what stands on it, from"
        " its text and from other articles ([the guide](../guides/dates-of-articles.md)). The"
        " reasons of all that moved a bound stand one after the other, parted by `;`. What is"
        " `stated`, in the metadata, in the address or in a file name has the reasons above.\n",
        table(("basis", "reason", "meaning"), date_reason_rows(PACKAGE)),
        "## Reasons of the timeline\n\nWhy reports are one entry"
        " ([the guide](../guides/timeline.md)).\n",
        table(("reason", "meaning"), timeline_reason_rows(PACKAGE)),
        "## Reasons of line patterns\n\nA line pattern is tried on a whole line, in this order; its"
        " name is the reason. `edge`: holds only outside of the body. `block`: opens a block of"
        " foreign lines. `weak`: gives way where the line reads as the article's prose. `no"
        " sentence`: leaves full sentences alone.\n",
        table(("pattern", "role", "example", "holds"), patterns),
    )


def _vocabularies() -> Iterator[type[StrEnum]]:
    for module in (vocabulary, decisions, pages):
        for kind in vars(module).values():
            if inspect.isclass(kind) and issubclass(kind, StrEnum) and kind is not StrEnum:
                yield kind


def _words(kind: type[StrEnum]) -> str:
    return ", ".join(code(word.value) for word in kind)


def _holds(pattern: Any) -> str:
    marks = (("edge", pattern.edge), ("block", pattern.block), ("weak", pattern.weak))
    return ", ".join([name for name, on in marks if on] + ["no sentence"] * pattern.no_sentence)


def remarks_page() -> str:
    """What is said of inputs that were not read in full, and of texts that were changed."""
    return page(
        "Remarks and notes",
        "What Onrecord says of inputs and of what it did to a text.\n",
        "## Remarks\n\n`onrecord add` prints a remark on standard error, and all of them with"
        " `--json`. `note`: read in full; something was changed or left aside. `partial`: a part"
        " could not be read, the rest was. `failed`: nothing of it could be read. Partial and"
        " failed inputs make the exit status 3, or 1 where nothing was read at all.\n",
        table(("reason", "how far", "meaning"), _coded(remark_rows(PACKAGE))),
        "## Notes of articles\n\nA note is kept with the article: in the column `notes`, in the"
        " JSON and in `onrecord why`. A number or a value may stand behind a colon. What is called"
        " left out is still in the kept bytes.\n",
        table(("note", "meaning"), _coded(note_rows(PACKAGE))),
    )


def _coded(rows: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    return ((code(first), *rest) for first, *rest in rows)


_GIVE_REASONS = ("articles/**/*.py", "linking/*.py", "values/article.py", "explain.py")
"""Modules that say why."""
_ALSO = (
    ("residue", "above-a-forwarded-mail", "articles/mail/pieces.py"),
    ("residue", "signature", "articles/mail/forwarded.py"),
    ("as stated", "stated-by-the-format: …", "articles/iptc/newsroom_item.py"),
)
"""Reasons that are put together in ways that `_said_by` does not see."""


def _rule_reasons() -> list[tuple[str, str, str]]:
    """Role or basis where the code names it beside the reason, the reason, and its module."""
    rows: dict[tuple[str, str], set[str]] = defaultdict(set)
    for path in [found for pattern in _GIVE_REASONS for found in sorted(PACKAGE.glob(pattern))]:
        module = path.relative_to(PACKAGE).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for word, reason in _said_by(node):
                rows[reason, module].add(word)
    for word, reason, module in _ALSO:
        if reason.rstrip("…") not in (PACKAGE / module).read_text(encoding="utf-8"):
            raise ValueError(f"{module} does not say {reason}")
        rows[reason, module].add(word)
    return sorted(
        (", ".join(sorted(filter(None, words))), code(reason), code(module))
        for (reason, module), words in rows.items()
        if any(words) or reason.partition(":")[0] not in NOTES
    )


def _said_by(node: ast.AST) -> Iterator[tuple[str, str]]:
    """Reasons that a statement or call gives, each with the role or basis before it, or empty."""
    word = ""
    for part in _parts(node):
        if isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name):
            kind = getattr(vocabulary, part.value.id, None)
            if kind in (vocabulary.Role, vocabulary.Basis) and hasattr(kind, part.attr):
                word = getattr(kind, part.attr).value
        elif (reason := _reason(part)) is not None and (word or _REASON.fullmatch(reason)):
            yield word, reason


def _parts(node: ast.AST) -> Iterator[ast.AST]:
    """What a return, an assignment or a call holds side by side, alternatives opened."""
    match node:
        case ast.Return(value=ast.expr() as value) | ast.Assign(value=value):
            yield from _parts(value) if isinstance(value, ast.Tuple | ast.IfExp) else (value,)
        case ast.AnnAssign(value=ast.expr() as value) | ast.keyword(value=value):
            yield from _parts(value) if isinstance(value, ast.IfExp) else (value,)
        case ast.Call(func=func, args=held) if not _gives_reasons(func):
            yield from ()
        case ast.Call(args=held) | ast.Tuple(elts=held):
            for part in held:
                yield from _parts(part) if isinstance(part, ast.IfExp) else (part,)
        case ast.IfExp(body=body, orelse=other):
            yield from (body, other)


def _gives_reasons(func: ast.expr) -> bool:
    """Whether a call makes a value (`Field(...)`) or decides a role."""
    if isinstance(func, ast.Attribute):
        return func.attr in ("decide", "append")
    return isinstance(func, ast.Name) and func.id[:1].isupper()


_REASON = re.compile(r"[a-z]+(?:-[a-z…]+)+(?:: .+)?|[a-z]+: …|under .+")


def _reason(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        said = node.value
    elif isinstance(node, ast.JoinedStr):
        said = "".join(str(p.value) if isinstance(p, ast.Constant) else "…" for p in node.values)
    else:
        return None
    return said if re.fullmatch(r"[a-z…-]+(?:: .+)?|under .+", said) else None


# --- tables inside of other documents ---


_MARKS = {
    "ends": "ends an article",
    "starts": "begins an article",
    "between": "stands between two articles",
}


def generated(name: str) -> str:
    """The table of this name."""
    made = {
        "commands": lambda: table(
            ("command", "what it does"),
            (
                (f"[`onrecord {command}`](docs/reference/commands.md#onrecord-{command})", about)
                for command, about in COMMANDS.items()
            ),
        ),
        "field-keys": lambda: table(
            ("field", "accepted keys, the first that holds something wins"),
            ((code(field), ", ".join(map(code, keys))) for field, keys in FIELD_KEYS.items()),
        ),
        "list-keys": lambda: ", ".join(map(code, LIST_KEYS)) + "\n",
        "unread-formats": lambda: ", ".join(f.name for f in FORMATS if not f.media) + "\n",
        "export-layouts": lambda: table(
            ("database", "its mark"),
            (
                (name, " or ".join(_MARKS[x.cut] for x in export_layouts() if x.name == name))
                for name in dict.fromkeys(layout.name for layout in export_layouts())
            ),
        ),
        "meta-columns": lambda: table(
            ("what is given", "accepted column names"),
            (
                (wanted, ", ".join(code(c) for c, field in META_COLUMNS.items() if field == wanted))
                for wanted in dict.fromkeys(META_COLUMNS.values())
            ),
        ),
        "export-formats": lambda: table(
            ("format", "file"), ((code(f.name), code(f.suffix)) for f in EXPORT_FORMATS)
        ),
    }
    return made[name]()


def fill(text: str) -> str:
    """A document with its generated tables made anew."""
    return _GENERATED.sub(lambda m: f"{m['open']}{generated(m['name'])}{m['close']}", text)


# --- writing and checking ---


def documents(root: Path = ROOT) -> list[Path]:
    """All documents that people read."""
    return [*sorted(root.glob("*.md")), *sorted((root / "docs").rglob("*.md"))]


def made_documents() -> dict[Path, str]:
    """Path of every document that is made, whole or in part, with what it should hold."""
    made = {
        ROOT / REFERENCE / "commands.md": commands_page(),
        ROOT / REFERENCE / "columns.md": columns_page(),
        ROOT / REFERENCE / "json-schema.md": schema_page(),
        ROOT / REFERENCE / "settings.md": settings_page(),
        ROOT / REFERENCE / "roles-and-reasons.md": roles_page(),
        ROOT / REFERENCE / "remarks-and-notes.md": remarks_page(),
    }
    for path in documents():
        if path not in made and _GENERATED.search(text := path.read_text(encoding="utf-8")):
            made[path] = fill(text)
    return made


_LINK = re.compile(r"\]\((?P<path>[^)#\s]*)(?:#(?P<anchor>[^)\s]+))?\)")
_FENCED = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)


def slug(heading: str) -> str:
    """The anchor that a heading gets."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def broken_links(path: Path) -> Iterator[str]:
    """Links of a document that lead nowhere inside of the repository."""
    text = _FENCED.sub("", path.read_text(encoding="utf-8"))
    for link in _LINK.finditer(re.sub(r"(`+).*?\1", lambda m: m[0].replace("](", ""), text)):
        target = path.parent / link["path"] if link["path"] else path
        if re.match(r"[a-z]+:", link["path"]):
            continue
        if not target.exists():
            yield f"leads to {link['path']}, which does not exist"
        elif link["anchor"] and target.suffix == ".md" and link["anchor"] not in _anchors(target):
            yield f"leads to #{link['anchor']}, which {target.name} does not have"


def _anchors(path: Path) -> set[str]:
    text = _FENCED.sub("", path.read_text(encoding="utf-8"))
    return {slug(heading) for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE)}


def faults() -> list[str]:
    """What is wrong with the documents, one line each."""
    found = [
        f"{path.relative_to(ROOT).as_posix()}: is not what the code says;"
        " run `python scripts/make_reference.py`"
        for path, text in made_documents().items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    for path in documents():
        found += [f"{path.relative_to(ROOT).as_posix()}: {fault}" for fault in broken_links(path)]
    return found


def main(arguments: list[str]) -> int:
    """Write, or check; 1 where something is wrong."""
    if "--check" in arguments:
        found = faults()
        for fault in found:
            print(fault, file=sys.stderr)
        return 1 if found else 0
    for path, text in made_documents().items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"{path.relative_to(ROOT).as_posix()}: written")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
