"""The language model: found by name, package or path, and never another than it should be."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.analysis import model as module
from onrecord.analysis.model import find_model, folder_digest, load_model, model_identity
from onrecord.analysis.steps import MODEL_COMPONENTS
from onrecord.errors import ModelError

fresh = load_model.__wrapped__
"""Loading without what an earlier test has loaded."""


@pytest.fixture
def empty_model(tmp_path: Path) -> Path:
    """A model folder of a blank pipeline: it loads, but can do nothing."""
    import spacy

    folder = tmp_path / "blank_model"
    spacy.blank("en").to_disk(folder)
    return folder


def test_no_model_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says how to get one."""
    monkeypatch.setattr(module, "_AUTO", ("no_such_package_of_a_model",))
    with pytest.raises(ModelError, match="pip install"):
        find_model("auto")


@pytest.mark.parametrize("setting", ["no_such_package", "no/such/folder", "os.path", "", "."])
def test_a_setting_that_names_no_model(setting: str) -> None:
    """The message repeats the setting."""
    with pytest.raises(ModelError, match="no language model at") as caught:
        find_model(setting)
    assert repr(setting) in str(caught.value)


def test_a_package_that_is_no_model() -> None:
    """An installed package without a model in it is none."""
    with pytest.raises(ModelError, match="json"):
        find_model("json")


def test_the_default_is_a_known_model() -> None:
    """The model that is found by itself is there and has the digest of its release."""
    name, folder = find_model("auto")
    assert (folder / "config.cfg").is_file()
    assert folder_digest(folder) == module.KNOWN_DIGESTS.get(name, folder_digest(folder))
    assert model_identity("auto").startswith(f"{name} ")


def test_files_that_are_not_those_of_the_release(monkeypatch: pytest.MonkeyPatch) -> None:
    """A model whose files were changed is refused before it is loaded."""
    name, _ = find_model("auto")
    monkeypatch.setitem(module.KNOWN_DIGESTS, name, "0" * 64)
    with pytest.raises(ModelError, match=f"{name}.*install it again"):
        fresh("auto", MODEL_COMPONENTS)


def test_a_model_without_what_the_steps_need(empty_model: Path) -> None:
    """The message names the components that are missing."""
    assert find_model(str(empty_model)) == ("blank_model", empty_model)
    with pytest.raises(ModelError, match="has no tok2vec, tagger, parser, ner"):
        fresh(str(empty_model), MODEL_COMPONENTS)


def test_a_model_by_its_path(empty_model: Path) -> None:
    """A folder is used as the user asked, and its identity says what it was."""
    loaded = fresh(str(empty_model), ())
    assert loaded.identity.name == "blank_model"
    assert loaded.identity.digest == folder_digest(empty_model)
    assert loaded.identity.digest[:12] in str(loaded.identity)


def test_a_broken_model(empty_model: Path) -> None:
    """A folder that cannot be loaded is named with the reason."""
    (empty_model / "config.cfg").write_text("[nlp]\nlang = no_such_language\n", encoding="utf-8")
    with pytest.raises(ModelError, match=r"blank_model cannot be loaded"):
        fresh(str(empty_model), MODEL_COMPONENTS)


def test_the_digest_is_that_of_names_and_bytes(tmp_path: Path) -> None:
    """A changed byte or name changes it; the order of writing and caches do not."""
    one, two = tmp_path / "one", tmp_path / "two"
    for folder, names in [(one, ["a", "b"]), (two, ["b", "a"])]:
        folder.mkdir()
        for name in names:
            (folder / name).write_bytes(name.encode())
    assert folder_digest(one) == folder_digest(two)
    (two / "__pycache__").mkdir()
    (two / "__pycache__" / "x").write_bytes(b"x")
    assert folder_digest(one) == folder_digest(two)
    (two / "a").rename(two / "c")
    assert folder_digest(one) != folder_digest(two)
