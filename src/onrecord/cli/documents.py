"""Documents to hand in or to print: in which form, and where they go."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from onrecord.cli.options import refuse_own_file


def document_form(
    record: Path, document: str | None, output: Path | None, *, other_form: bool
) -> str | None:
    """The form of the document, by its name or by the suffix of its file; None for no document.

    Raises:
        UsageError: the options contradict each other.
    """
    from onrecord.errors import UsageError  # noqa: PLC0415

    if output is not None:
        refuse_own_file(record, output)
        document = document or output.suffix.lower().removeprefix(".")
        if document not in ("md", "docx"):
            raise UsageError(f"{output}: say with --to what it shall be, md or docx")
    if document is not None and other_form:
        raise UsageError("--json and --csv go to standard output; leave out --to and -o")
    if document == "docx" and output is None:
        raise UsageError("a DOCX needs a file; name it with -o")
    return document


def write_document(
    form: str,
    output: Path | None,
    *,
    markdown: Callable[[], str],
    docx: Callable[[], bytes],
) -> None:
    """Write a document in the form that is wanted, to its file or to standard output."""
    from onrecord.exports.formats import write_whole  # noqa: PLC0415

    if form == "docx" and output is not None:
        write_whole(output, [docx()])
        return
    words = markdown()
    if output is not None:
        write_whole(output, [words])
    else:
        sys.stdout.buffer.write(words.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
