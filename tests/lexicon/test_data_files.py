"""The data files of the package can be read, and a broken one is named."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

from onrecord.lexicon import data_files
from onrecord.lexicon.data_files import LexiconError, load_data

NAMES = sorted(
    entry.name.removesuffix(".yaml")
    for entry in resources.files("onrecord.lexicon").joinpath("data").iterdir()
    if entry.name.endswith(".yaml")
)


@pytest.mark.parametrize("name", NAMES)
def test_every_data_file_can_be_read(name: str) -> None:
    """Each is YAML with named parts at its top."""
    assert isinstance(load_data(name), dict)


def test_a_missing_file_is_named() -> None:
    """The error says which file is missing."""
    with pytest.raises(LexiconError, match=r"no_such_words\.yaml"):
        load_data("no_such_words")


def test_a_file_that_is_no_yaml_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says which file cannot be read."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "words.yaml").write_text("words: [one, two", encoding="utf-8")
    monkeypatch.setattr(data_files.resources, "files", lambda _: tmp_path)
    with pytest.raises(LexiconError, match=r"words\.yaml"):
        load_data.__wrapped__("words")


def test_data_cannot_run_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A data file that asks for a Python object is refused."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "words.yaml").write_text(
        "words: !!python/name:os.getcwd", encoding="utf-8"
    )
    monkeypatch.setattr(data_files.resources, "files", lambda _: tmp_path)
    with pytest.raises(LexiconError, match=r"words\.yaml"):
        load_data.__wrapped__("words")


def test_the_digest_is_of_the_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """The stage's version has the digest of the data files in it."""
    from onrecord.articles import read
    from onrecord.lexicon.data_files import lexicon_digest

    assert len(lexicon_digest()) == 8
    assert read.stage_version().endswith(lexicon_digest())
