"""What a user may say about the inputs themselves."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from onrecord.errors import UsageError
from onrecord.sources.record_fields import FIELD_KEYS
from onrecord.values.pages import Given


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a server said of an answer, to be said back when it is asked again (RFC 9110, 13)."""

    etag: str | None = None
    last_modified: str | None = None


class FetchMemory(Protocol):
    """Remembers the validators of addresses from one request to the next."""

    def recall(self, address: str) -> Validators | None:
        """The validators of the last answer that was kept; None where there are none."""

    def remember(self, address: str, validators: Validators) -> None:
        """Note the validators of an answer; they count once what it held is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceOptions:
    """How to read the inputs of one request.

    Raises:
        UsageError: a field or an encoding that does not exist.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    """Our field to the user's column or key: `{"text": "Body"}`."""
    given: Mapping[str, Given] = field(default_factory=dict)
    """What is given from outside, by path, file name or member name (`dump.jsonl#3`)."""
    encoding: str | None = None
    """Encoding of texts and tables that carry no byte order mark; None finds out."""
    split: str | None = None
    """Regular expression that the first line of every article matches, in files that hold
    many articles one after another; None finds out."""
    follow: bool | None = None
    """Whether the pages are fetched to which a feed's entries lead that hold only a summary;
    None: those of feeds that came from an address, not those of files."""
    memory: FetchMemory | None = None
    """What servers said when an address was last asked; None asks without."""

    def __post_init__(self) -> None:
        unknown = sorted(set(self.columns) - set(FIELD_KEYS))
        if unknown:
            raise UsageError(
                f"no field is called {', '.join(unknown)}; a column can be mapped to: "
                + ", ".join(FIELD_KEYS)
            )
        if self.encoding is not None:
            try:
                known = codecs.lookup(self.encoding)
                "".encode(known.name)
            except LookupError as error:
                raise UsageError(f"no text encoding is called {self.encoding!r}") from error
        if self.split is not None:
            try:
                re.compile(self.split)
            except re.error as error:
                raise UsageError(f"{self.split!r} is no regular expression: {error}") from error
