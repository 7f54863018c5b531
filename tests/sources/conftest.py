"""What the tests of the sources share: writing files and reading them as a user would."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.settings import Limits
from onrecord.sources.open import open_source
from onrecord.sources.options import SourceOptions
from onrecord.values.pages import Page, Remark

type Found = tuple[list[Page], list[Remark]]
type Read = Callable[..., Found]
type Write = Callable[[str, bytes | str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file below the test's folder, with the folders it needs."""

    def write_file(name: str, content: bytes | str) -> Path:
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write_file


@pytest.fixture
def read() -> Read:
    """Opens a target and returns its pages and its remarks."""

    def read_target(
        target: str | Path, *, used: set[str] | None = None, **options: object
    ) -> Found:
        limits = options.pop("limits", Limits())
        assert isinstance(limits, Limits)
        found = list(
            open_source(
                target,
                limits=limits,
                options=SourceOptions(**options),  # type: ignore[arg-type]
                used=used,
            )
        )
        pages = [one for one in found if isinstance(one, Page)]
        return pages, [one for one in found if isinstance(one, Remark)]

    return read_target
