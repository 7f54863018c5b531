"""What remarks, notes and some reasons of the code mean, for the reader of the reference.

A remark says what the user must know of an input; a note is kept with an article and says what
was done to its text; a reason of a date or of the timeline says on what it rests. Their names are
found in the code. A name without a meaning here, and a
meaning without a name in the code, is an error: the tables are what the program says.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from onrecord import errors

REMARKS: Mapping[str, str] = {
    "articles-missing": "The file says that it holds more articles than were found in it.",
    "asked-before": "Another address of this run led to this one already.",
    "assets-not-entered": "Folders of pictures and scripts beside saved pages were left aside.",
    "broken-pattern": "A line of `.onrecordignore` is no pattern.",
    "cancelled-by-publisher": "The item is marked as cancelled, killed or withdrawn; it is kept.",
    "cut-by-crawler": "The program that made the archive cut pages off; what it kept was read.",
    "cut-off": "The last article lacks its end mark.",
    "database-left-aside": "Databases and the files beside them were left aside.",
    "encoding-given": "The text was read in the encoding that was given, and is kept as UTF-8.",
    "encoding-guessed": "No encoding is stated; one was found by its letters.",
    "encoding-refused": "The bytes do not fit the encoding that was given; it was found from them.",
    "frames-left-aside": "Frames of a saved page were left aside.",
    "front-page": "The address leads to a front page: its own page may be gone.",
    "hidden-left-aside": "Hidden files in an archive were left aside.",
    "left-aside": "Parts of a file with many articles belong to none: cover page, contents, ...",
    "link-not-followed": "The link stands in a feed that was itself found by a link.",
    "links-not-followed": "Symbolic links and devices in a zip are not followed.",
    "listed-not-found": "Pages that the archive lists are not in it.",
    "looks-like-many": "The file was read as one article and may hold many; see `--split`.",
    "loop-not-followed": "A link between folders leads round in a circle.",
    "many-articles": "How many articles were found in one file, and by what.",
    "media-left-aside": "Pictures, sound, films and the like were left aside.",
    "more-faults": "More of the same could not be read; only the first 20 are told one by one.",
    "no-article": "Pictures, packages, drafts and the like are no articles.",
    "no-such-column": "A column named with `--column` is not there.",
    "no-text": "A part of a file holds no text of an article.",
    "no-text-field": "An object or a row has no text under a name that is known.",
    "not-modified": "The server says that the page is as it was when it was added.",
    "records-left-aside": "What a web archive holds besides pages, counted by kind.",
    "split-matches-nothing": "No line matches the pattern of `--split`.",
    "summary-only": "Entries of a feed hold only a headline or summary.",
    "trailing-bytes": "Something else follows the compressed file.",
    "unsafe-names": "Names in a zip might lead elsewhere; the files were read under clean names.",
    "unused-row": "A row of `--meta` names a file that no input brought.",
    "withheld-by-publisher": "The item is marked as withheld or under an embargo; it is kept.",
}
"""Reason of a remark to its meaning; those of errors are said in `errors.py`."""

NOTES: Mapping[str, str] = {
    "bytes-after-the-end-left-out": "bytes behind the end of an RTF document",
    "cancelled-by-publisher": "the item is marked as cancelled, killed or withdrawn",
    "characters-outside-of-the-page": "characters that stand outside of the page",
    "characters-too-small-to-see": "characters that are too small to be seen",
    "comments-left-out": "comments in the margin",
    "damaged-parts-left-out": "parts of the document that cannot be read",
    "damaged-xml": "the XML is damaged; what could be read was",
    "embargoed-until": "the moment until which it must not be published",
    "embedded-documents-left-out": "other documents inside of this one",
    "encoding-guessed": "no encoding is stated; this one was found by its letters",
    "encoding-misdeclared": "the stated encoding does not fit; this one does",
    "extractor-failed": "the body was found by the rules alone",
    "hidden-characters-left-out": "characters that are set to be hidden",
    "markup-removed": "HTML markup in the text of a record",
    "no-article-found": "no article was found; all visible text is kept",
    "no-visible-text": "the page has no visible text",
    "note-to-editors-left-out": "a note that is not for print",
    "nul-characters": "zero characters, shown as U+FFFD",
    "pages-left-out": "pages over the limit",
    "pages-not-readable": "numbers of the damaged pages",
    "pages-without-text": "numbers of the pages that are pictures",
    "shorter-body-left-out": "other bodies of the same item, with fewer words",
    "summary-only": "the item holds only a summary, which is then its text",
    "symbols-left-out": "signs of a symbol font that are no letters",
    "tracked-changes": "changes that are marked: inserted text is read, deleted text is not",
    "undecodable-bytes": "bytes that are no characters, shown as U+FFFD",
    "unknown-characters": "characters of a PDF whose letter is not stated",
    "withheld-by-publisher": "the item is marked as withheld or under an embargo",
}
"""Note of an article to its meaning; a number or a value may stand behind a colon."""

DATE_REASONS: Mapping[str, tuple[str, str, str]] = {
    "amended-on": ("day", "own-text", "the day of a correction: published no later"),
    "anniversary": (
        "year + years",
        "own-text",
        "it counts the years since: published in the year that this gives, the one before or after",
    ),
    "date-to-come": ("date", "own-text", "what it tells as still ahead: published no later"),
    "day-first": (
        "",
        "as stated",
        "behind `order-of-day-and-month-open`: the day is read first, as in the outlet's other"
        " articles",
    ),
    "first-comment": (
        "day",
        "own-text",
        "the day of the first comment: published no later; where many comment, in the week before",
    ),
    "in-office": (
        "name",
        "own-text",
        "it tells of a holder of an office as of the day of writing: published in the term, with"
        " 100 days before it and 7 after",
    ),
    "known-since": (
        "name",
        "own-text",
        "a name that nobody could print before a certain day: published no earlier",
    ),
    "left-office": (
        "name",
        "own-text",
        "a former holder of an office: published after the term, with 3 days before its end",
    ),
    "likely-same-event": (
        "likeness, 0 to 1",
        "none",
        "both are alike, which settles no day: it stands in"
        " [`onrecord review`](../guides/dates-of-articles.md#what-is-only-likely) only",
    ),
    "month-first": ("", "as stated", "the same, the month first"),
    "none-found": ("", "unknown", "nothing that was found bounds the day"),
    "numbered-round": (
        "noun, number ahead, number over",
        "other-articles",
        "one article has a numbered round ahead, the other has it over: published in this order",
    ),
    "order-of-day-and-month-open": (
        "",
        "as stated",
        "the day is printed in numbers of which either may be the month: one of two days",
    ),
    "past-date": (
        "date",
        "own-text",
        "the latest date that it tells as past: published no earlier",
    ),
    "same-event": (
        "likeness, 0 to 1",
        "other-articles",
        "both tell the same news and print one utterance, among their first or with the same"
        " weekday of the news: published within three days, of one outlet within fifteen, of"
        " unknown outlets within seven",
    ),
    "same-passage": (
        "share of the shorter text",
        "other-articles",
        "both print the same words, of two outlets or with the same weekday of the news: published"
        " within seven days",
    ),
    "same-utterance": (
        "number",
        "other-articles",
        "both tell the same news and print the same quotations: published within three days, of"
        " one outlet within fifteen",
    ),
    "set-aside": (
        "kinds of evidence",
        "any",
        "evidence of these kinds contradicts the rest and does not count for this article",
    ),
    "stamp-at-head": (
        "day",
        "own-text",
        "a day with a clock at the head of the text: published then",
    ),
    "took-office": (
        "name",
        "own-text",
        "a holder of an office: published no earlier than 100 days before the first term",
    ),
    "updated-at-head": (
        "day",
        "own-text",
        "a day of an update at the head of the text: published no later; where it is the only stamp"
        " there, then or the day before",
    ),
    "updated": ("day", "as stated", "the day of an update: published no later"),
    "weekday-of-date": (
        "month, day and weekday",
        "own-text",
        "of the years that are left the day has this weekday in one only: published within a year"
        " of it",
    ),
}
"""Reason of a date to what stands behind its colon, its basis, and its meaning."""

TIMELINE_REASONS: Mapping[str, tuple[str, str]] = {
    "action": ("stems", "what happens, where two or more reports share it"),
    "one-report": ("", "one clause tells it: nothing was brought together"),
    "participants": (
        "names or stems",
        "who or what takes part, where two or more reports share it",
    ),
    "places": ("names", "places that two or more reports share"),
    "same-days": ("", "all reports that date it give the same days"),
    "vaguer-date-holds-finer": ("", "some give a vaguer date, which holds the finest"),
}
"""Reason why reports are one entry to what stands behind its colon, and its meaning."""

_NAME = re.compile(r"[a-z]+(?:-[a-z]+)*")
_DATES = "linking/dates"
_TIMELINE = "record/timeline/why.py"
_NO_REASONS = frozenset(
    {
        "date-event",
        "date-order-open",
        "date-passage",
        "date-round",
        "date-utterance",
    }
)
"""Kinds of keys and links in the modules that give reasons of dates; none of them is printed."""
_REASON_HEAD = re.compile(r"(?P<bare>[a-z]+(?:-[a-z]+)+)\Z|(?P<head>[a-z]+(?:-[a-z]+)*): ")
_WHERE = ("sources", "pipeline.py")
_NOTED = ("articles", "sources")


def remark_rows(package: Path) -> list[tuple[str, str, str]]:
    """Reason, how far it goes and meaning of every remark.

    Raises:
        ValueError: a reason in the code is not explained, or the reverse.
    """
    of_errors = {
        kind.reason: inspect.getdoc(kind) or ""
        for kind in vars(errors).values()
        if inspect.isclass(kind) and issubclass(kind, errors.InputError)
    }
    del of_errors[errors.InputError.reason]
    found = _remarks(package)
    _agree("remark", set(found) - set(of_errors), set(REMARKS))
    rows = [
        (reason, found.get(reason, set()) | {"partial", "failed"}, about)
        for reason, about in of_errors.items()
    ]
    rows += [(reason, found[reason], about) for reason, about in REMARKS.items()]
    order = ("note", "partial", "failed")
    return sorted((r, ", ".join(w for w in order if w in how), about) for r, how, about in rows)


def note_rows(package: Path) -> list[tuple[str, str]]:
    """Name and meaning of every note of an article.

    Raises:
        ValueError: a note in the code is not explained, or the reverse.
    """
    _agree("note", _notes(package), set(NOTES))
    return sorted(NOTES.items())


def date_reason_rows(package: Path) -> list[tuple[str, str, str]]:
    """Basis, reason and meaning of every reason of a date that linking finds.

    Raises:
        ValueError: a reason in the code is not explained, or the reverse.
    """
    words = {word for module in _modules(package, _DATES) for word in _words(module)}
    found = {m["bare"] or m["head"] for word in words if (m := _REASON_HEAD.match(word))}
    _agree("reasons of date", found - _NO_REASONS, set(DATE_REASONS))
    return [
        (basis, _with_value(reason, value), about)
        for reason, (value, basis, about) in sorted(DATE_REASONS.items())
    ]


def timeline_reason_rows(package: Path) -> list[tuple[str, str]]:
    """Reason and meaning of everything that says why reports are one entry of the timeline.

    Raises:
        ValueError: a reason in the code is not explained, or the reverse.
    """
    words = {word for module in _modules(package, _TIMELINE) for word in _words(module)}
    _agree("reasons of timeline", set(filter(_NAME.fullmatch, words)), set(TIMELINE_REASONS))
    return [
        (_with_value(reason, value), about)
        for reason, (value, about) in sorted(TIMELINE_REASONS.items())
    ]


def _with_value(reason: str, value: str) -> str:
    return f"`{reason}: …` ({value})" if value else f"`{reason}`"


def _words(module: ast.Module) -> Iterator[str]:
    """The strings of a module, also those around the values of an f-string."""
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _agree(what: str, found: set[str], said: set[str]) -> None:
    if found != said:
        raise ValueError(
            f"remarks_and_notes.py: not explained: {sorted(found - said)},"
            f" explained and not in the code: {sorted(said - found)} ({what}s)"
        )


# --- in the code ---


def _modules(package: Path, *parts: str) -> Iterator[ast.Module]:
    for part in parts:
        place = package / part
        for path in [place] if place.suffix else sorted(place.rglob("*.py")):
            yield ast.parse(path.read_text(encoding="utf-8"))


def _constants(module: ast.Module) -> dict[str, str]:
    return {
        target.id: node.value.value
        for node in module.body
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def _remarks(package: Path) -> dict[str, set[str]]:
    """Reason to the severities beside which it stands."""
    found: dict[str, set[str]] = defaultdict(set)
    modules = list(_modules(package, *_WHERE))
    everywhere = {name: value for module in modules for name, value in _constants(module).items()}
    for module in modules:
        constants = everywhere | _constants(module)
        for function in ast.walk(module):
            if isinstance(function, ast.FunctionDef):
                for reason, severities in _told_in(function, constants):
                    found[reason] |= severities
    return found


def _told_in(
    function: ast.FunctionDef, constants: Mapping[str, str]
) -> Iterator[tuple[str, set[str]]]:
    """Reasons in the calls of a function that make a remark, with their severities."""
    for node in ast.walk(function):
        if isinstance(node, ast.Return) and function.name == "reason" and node.value is not None:
            yield from ((reason, {"note"}) for reason in _strings(node.value, constants))
        if not isinstance(node, ast.Call):
            continue
        name = _called(node.func)
        if name not in {"Remark", "remark", "_remark", "_note", "_fault", "_count", "add"}:
            continue
        values = [*node.args, *(keyword.value for keyword in node.keywords)]
        severities = {s for value in values for s in _severities(value, function)}
        if name in {"_note", "_count", "add"}:
            severities = severities or {"note"}
        severities = severities or {"partial"}
        for value in values:
            for reason in _strings(value, constants):
                yield reason, severities


def _called(func: ast.expr) -> str:
    return func.attr if isinstance(func, ast.Attribute) else getattr(func, "id", "")


def _strings(node: ast.expr, constants: Mapping[str, str]) -> Iterator[str]:
    """The names of reasons that an expression is, alternatives opened."""
    match node:
        case ast.IfExp(body=body, orelse=other):
            yield from (*_strings(body, constants), *_strings(other, constants))
        case ast.Constant(value=str() as value) if _NAME.fullmatch(value):
            yield value
        case ast.Name(id=name) if name in constants and _NAME.fullmatch(constants[name]):
            yield constants[name]
        case ast.Attribute(value=ast.Name(id=name), attr="reason") if hasattr(errors, name):
            yield getattr(errors, name).reason


def _severities(node: ast.expr, function: ast.FunctionDef) -> Iterator[str]:
    match node:
        case ast.IfExp(body=body, orelse=other):
            yield from (*_severities(body, function), *_severities(other, function))
        case ast.Attribute(value=ast.Name(id="Severity"), attr=attr):
            yield attr.lower()
        case ast.Name(id="severity"):
            for given in ast.walk(function):
                if isinstance(given, ast.Assign) and _called(given.targets[0]) == "severity":
                    yield from _severities(given.value, function)


def _notes(package: Path) -> set[str]:
    """The notes that the code gives an article."""
    found: set[str] = set()
    for module in _modules(package, *_NOTED):
        constants = _constants(module)
        for node in ast.walk(module):
            for value in _noted(node):
                name = constants.get(value.id, "") if isinstance(value, ast.Name) else _head(value)
                if _NAME.fullmatch(name):
                    found.add(name)
    return found | {"withheld-by-publisher", "cancelled-by-publisher"}


def _noted(node: ast.AST) -> Iterator[ast.expr]:
    """Expressions that become notes: `notes = (...)`, `notes += (...)`, `notes.append(...)`."""
    match node:
        case ast.Assign(targets=[ast.Name(id="_NOTES")], value=ast.Dict(values=values)):
            yield from values
        case (
            ast.Assign(targets=[ast.Name(id="notes" | "_LEFT_OUT" | "_REMOVED")], value=value)
            | ast.Assign(targets=[ast.Tuple(elts=[_, ast.Name(id="notes")])], value=value)
            | ast.AugAssign(target=ast.Name(id="notes"), value=value)
        ):
            yield from _members(value)
        case (
            ast.keyword(arg="notes", value=value)
            | ast.Call(func=ast.Name(id="NewsXml"), args=[_, value, *_])
        ):
            yield from _members(value)
        case ast.Call(func=ast.Attribute(value=ast.Name(id="notes"), attr="append"), args=[value]):
            yield value
        case ast.FunctionDef(name=name, returns=ast.expr() as kind) if _gives_notes(name, kind):
            for inner in ast.walk(node):
                if isinstance(inner, ast.Return) and inner.value is not None:
                    yield from _members(inner.value)


def _gives_notes(name: str, kind: ast.expr) -> bool:
    """Whether a function returns notes, alone or behind a text."""
    said = ast.unparse(kind)
    return "notes" in name or said.endswith(", tuple[str, ...]]")


def _members(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.Tuple(elts=elts):
            for part in elts:
                yield from _members(part.value if isinstance(part, ast.Starred) else part)
        case ast.IfExp(body=body, orelse=other):
            yield from (*_members(body), *_members(other))
        case ast.Constant() | ast.JoinedStr() | ast.Name():
            yield node


def _head(node: ast.expr) -> str:
    """The words before the colon of a note."""
    if isinstance(node, ast.JoinedStr) and node.values:
        node = node.values[0]
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value.partition(":")[0]
    return ""
