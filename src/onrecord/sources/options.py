"""What a user may say about the inputs themselves."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.errors import UsageError
from onrecord.sources.record_fields import FIELD_KEYS
from onrecord.values.pages import Given


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
