"""What lies beside articles and never is one: pictures, styles, the files of databases."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from onrecord.values.pages import Remark, Severity

MEDIA = "media-left-aside"
ASSETS = "assets-not-entered"
DATABASE = "database-left-aside"
HIDDEN = "hidden-left-aside"
_WHAT = {
    MEDIA: "pictures, styles, scripts, sound or films",
    ASSETS: "folders of pictures and scripts beside a saved page",
    DATABASE: "databases and the files beside them",
    HIDDEN: "hidden files and what file managers leave behind",
}
_ASSET_ENDINGS = ("_files", "_Dateien", "-Dateien", "_fichiers", "_archivos", ".files")
"""What browsers call the folder beside a saved page."""
_PAGE_SUFFIXES = (".html", ".htm", ".xhtml")


def is_asset_folder(name: str, beside: Collection[str]) -> bool:
    """Whether a folder holds the pictures and scripts of a page saved beside it."""
    for ending in _ASSET_ENDINGS:
        page = name.removesuffix(ending)
        if page != name and any(page + suffix in beside for suffix in _PAGE_SUFFIXES):
            return True
    return False


class LeftAside:
    """What was left aside in one place, told at its end in one note for each reason."""

    def __init__(self) -> None:
        self._names: dict[str, dict[str, None]] = {}

    def add(self, reason: str, name: str) -> None:
        """Note a file or folder; one that was noted counts once."""
        self._names.setdefault(reason, {})[name] = None

    def remarks(self, shown: str) -> Iterator[Remark]:
        """What was left aside in `shown`."""
        for reason in sorted(self._names):
            names = list(self._names[reason])
            first = ", ".join(names[:3]) + (", ..." if len(names) > 3 else "")
            text = f"{shown}: {len(names)} left aside, {_WHAT[reason]} ({first})"
            yield Remark(name=shown, severity=Severity.NOTE, reason=reason, message=text)
