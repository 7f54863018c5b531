"""Rows of a view, as Python code and notebooks take them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any, overload

if TYPE_CHECKING:
    import pandas
    import polars


class View(Sequence[Mapping[str, Any]]):
    """Rows of one view; a sequence of mappings that also turns into a data frame."""

    def __init__(self, name: str, rows: Sequence[Mapping[str, Any]]) -> None:
        self.name = name
        self._rows = tuple(rows)

    @overload
    def __getitem__(self, index: int) -> Mapping[str, Any]: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Mapping[str, Any]]: ...
    def __getitem__(self, index: int | slice) -> Mapping[str, Any] | Sequence[Mapping[str, Any]]:
        return self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Mapping[str, Any]]:
        return iter(self._rows)

    def __repr__(self) -> str:
        return f"<{self.name}: {len(self)} rows>"

    def _repr_html_(self) -> str:
        """A table for notebooks; every word of an article is escaped."""
        columns = list(self._rows[0]) if self._rows else []
        head = "".join(f"<th>{escape(c)}</th>" for c in columns)
        rows = "".join(
            "<tr>" + "".join(f"<td>{escape(_shown(row[c]))}</td>" for c in columns) + "</tr>"
            for row in self._rows[:100]
        )
        more = f"<p>{len(self) - 100} more rows</p>" if len(self) > 100 else ""
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{more}"

    def to_pandas(self) -> pandas.DataFrame:
        """The rows as a pandas frame (`pip install onrecord[frames]`)."""
        import pandas  # noqa: PLC0415

        return pandas.DataFrame([dict(row) for row in self._rows])

    def to_polars(self) -> polars.DataFrame:
        """The rows as a polars frame (`pip install onrecord[frames]`)."""
        import polars  # noqa: PLC0415

        rows = [dict(row) for row in self._rows]
        return polars.DataFrame(rows, infer_schema_length=None)


def _shown(value: object) -> str:
    return "" if value is None else str(value)
