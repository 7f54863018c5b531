"""The error tree of Onrecord, drawn in one place.

    OnrecordError
    ├── InputError            one input cannot be used; the rest goes on (exit 3 or 1)
    │   ├── EmptyInput            nothing in it
    │   ├── NotText               bytes that are no text
    │   ├── TooLarge              over a limit of `Limits`; the message names the setting
    │   ├── UnknownFormat         a format that is not read
    │   ├── BrokenInput           damaged, or not what its name says
    │   ├── EncryptedInput        readable only with a password
    │   ├── NoTextLayer           pictures of text: scanned and not recognised
    │   ├── NotAllowed            an address that must not be asked
    │   └── UnreachableInput      missing, or not permitted to read
    ├── UsageError            the request makes no sense as it stands (exit 2)
    │   └── SeveralNames          a name that fits several; which is for the person to say
    ├── RecordFileError       the record file cannot be used (exit 1)
    │   ├── RecordLocked          another process is writing it
    │   ├── RecordNewer           written by a newer Onrecord
    │   ├── NotARecord            some other file
    │   ├── RecordStale           results of several versions are mixed
    │   └── DiskFull              no room left; what was finished is kept
    ├── NoSuchArticle         a name that fits no article, or more than one (exit 1)
    └── ModelError            the language model is missing or not the one it should be (exit 1)

`InputError` skips one input; every other error stops the command. The message of
each is written for the person at the keyboard: what, which one, what to do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any


class OnrecordError(Exception):
    """Something that Onrecord can name; the message is for the user."""

    exit_code = 1


class InputError(OnrecordError):
    """One input cannot be used; the others go on."""

    reason = "input-error"


class EmptyInput(InputError):
    """The input holds no character that is not white space."""

    reason = "empty"


class NotText(InputError):
    """The bytes are no text, whatever the name says."""

    reason = "not-text"


class TooLarge(InputError):
    """The input is over a limit; the message names the setting that raises it."""

    reason = "too-large"


class UnknownFormat(InputError):
    """The format is known by name but not read, or not known at all."""

    reason = "unknown-format"


class BrokenInput(InputError):
    """The input is damaged or is not what its name or header says."""

    reason = "broken"


class EncryptedInput(InputError):
    """The input can be read only with a password."""

    reason = "encrypted"


class NoTextLayer(InputError):
    """The input holds pictures of text, but no text."""

    reason = "no-text-layer"


class NotAllowed(InputError):
    """An address that must not be asked: robots.txt forbids it, or it leads inside."""

    reason = "not-allowed"


class UnreachableInput(InputError):
    """The input does not exist or may not be read."""

    reason = "unreachable"


class UsageError(OnrecordError):
    """The request makes no sense as it stands."""

    exit_code = 2


class SeveralNames(UsageError):
    """A typed name fits several entities, of which none is chosen."""

    def __init__(
        self, typed: str, entities: Sequence[Mapping[str, Any]], counts: Mapping[str, int]
    ) -> None:
        shown = ", ".join(f"{entity['name']} ({entity['id']})" for entity in entities[:5])
        more = f" and {len(entities) - 5} more" if len(entities) > 5 else ""
        super().__init__(f"{typed!r} fits {len(entities)} names: {shown}{more}")
        self.typed = typed
        self.entities = tuple(entities)
        """Those that it fits, as the JSON of the record has them."""
        self.counts = dict(counts)
        """By id how many attributions there are."""


class RecordFileError(OnrecordError):
    """The record file cannot be used."""


class RecordLocked(RecordFileError):
    """Another process is writing the record file."""


class RecordNewer(RecordFileError):
    """The record file was written by a newer Onrecord."""


class NotARecord(RecordFileError):
    """The file exists and is not a record."""


class RecordStale(RecordFileError):
    """Results in the file were made by several versions of a stage."""


class DiskFull(RecordFileError):
    """The disk is full; every article that was finished is kept."""


class NoSuchArticle(OnrecordError):
    """The name fits no article, or more than one."""


class ModelError(OnrecordError):
    """The language model is missing or is not the one it should be."""
